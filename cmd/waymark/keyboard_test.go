//go:build linux

package main

import (
	"path/filepath"
	"testing"

	"waymark/app"
	"waymark/data/frameworks"
	"waymark/ui/theme"
	"waymark/ui/uitest/display"
)

// TestKeyboard goes from the first start through all stages to paper, out of the program and in again without a mouse.
func TestKeyboard(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	screen := display.Start(t, screenWidth, screenHeight)
	h := &hands{t: t, desk: screen, binary: buildWaymark(t), language: "en", mode: theme.Light}
	defer h.report()
	pointer := screen.Pointer()

	h.school()
	h.team()
	h.vision()
	h.assessment()
	h.needs()
	h.goal()
	h.actions()
	h.room()
	h.checkIn()
	h.measurement()
	h.review()
	h.print()
	h.undo()
	h.history()
	h.find()
	h.settings()
	h.again()

	h.wholeBook()
	if at := screen.Pointer(); at != pointer {
		t.Errorf("the mouse went from %v to %v", pointer, at)
	}
}

// What is typed on the way.
const (
	handsSchool = "Tõrvaaugu Kool"
	statement   = "Every learner asks bold questions, žürii kaasa."
)

// school types the name of the school on the welcome screen.
func (h *hands) school() {
	h.begin("welcome: a new school")
	h.start("^Waymark$")
	h.measureMenu()
	h.arrive("welcome")
	h.add("welcome.name", handsSchool)
	h.keys = h.desk.Keyboard("^" + handsSchool + " – Waymark$")
	h.file = filepath.Join(h.desk.Home(), "Documents", "Waymark", handsSchool+".waymark")
	h.arrive("prepare")
}

// team fills in who we are and for which years we plan.
func (h *hands) team() {
	h.begin("prepare: school, years, team")
	h.fill("prepare.type", "basic school, grades 1–9")
	h.fill("prepare.address", "Kooli 1, Tõrvaaugu")
	h.fill("prepare.owner", "Tõrvaaugu municipality")
	h.fill("prepare.head", "Mari Maasikas")
	h.fill("prepare.currency", "SEK")
	h.fill("prepare.start", "1.9.27")
	h.fill("prepare.end", "31.8.2030")
	h.fill("prepare.cycle_name", "Three good years")
	h.add("prepare.add", "Headteacher", "Head of studies", "Teacher of crafts")
	h.until("three members", func(b *app.Book) bool { return b.Members.Len() == 3 })
	h.fill("prepare.member."+nth(h.book().Members, 0).RecordID()+"name", "Mari Maasikas")
	h.follow("prepare.next")
}

// vision takes ideas one after another, the statement and its lines.
func (h *hands) vision() {
	h.begin("vision: ideas, statement, lines")
	h.add("vision.idea", "Pupils ask the questions", "Õpetajad õpivad koos", "Doors are open")
	h.until("three ideas", func(b *app.Book) bool { return b.Ideas.Len() == 3 })
	h.fill("vision.statement", statement)
	h.press("Return")
	h.write("In both languages.")
	h.fill("vision.values", "Courage and kindness")
	h.fill("vision.adopted", "2027-06-15")
	h.fill("vision.adopted_by", "School board")
	h.add("vision.line", "Every pupil shows what they can do.", "Teachers learn from each other.")
	h.until("two vision lines", func(b *app.Book) bool { return b.VisionLines.Len() == 2 })
	h.follow("vision.next")
}

// assessment begins a round and goes through three items.
func (h *hands) assessment() {
	h.begin("self-assessment: a round, three items, evidence")
	h.push("assessment.start")
	h.until("a round", func(b *app.Book) bool { return b.Assessments.Len() == 1 })
	h.follow("assessment.go")
	for i, item := range handsItems() {
		h.level("assessment.now", item.now)
		h.level("assessment.target", item.target)
		h.fill("assessment.practice."+item.key, item.practice)
		h.fill("assessment.needs."+item.key, item.needs)
		h.fill("assessment.ideas."+item.key, item.ideas)
		if i == 0 {
			h.add("assessment.evidence.add."+item.key, "Notes from lessons")
			h.until("evidence", func(b *app.Book) bool { return b.Evidence.Len() == 1 })
			piece := "assessment.evidence." + nth(h.book().Evidence, 0).RecordID()
			h.fill(piece+".kept", "Staff room")
			h.fill(piece+".date", "2.10.2027")
			h.pick(piece+".strength", 2)
		}
		h.follow("assessment.next")
	}
	h.until("three items judged", func(b *app.Book) bool { return b.Judgements.Len() == 3 })
}

// judged is what the team says about an item.
type judged struct{ key, now, target, practice, needs, ideas string }

func handsItems() []judged {
	items := frameworks.Digital().Items()
	return []judged{
		{items[0].Key, "2", "4", "We talk in June", "Feedback that helps", "A day in each term"},
		{items[1].Key, "1", "3", "Some know it", "A vision that all know", "Posters by pupils"},
		{items[2].Key, "3", "4", "Shared at times", "Time to meet", "Tuesdays"},
	}
}

//go:build linux

package main

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
)

// TestGivenAVisionWorkshopByMouseThenTheFileHoldsAllOfIt goes through the eight steps in the real window by mouse; keys only write.
func TestGivenAVisionWorkshopByMouseThenTheFileHoldsAllOfIt(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2027, time.September, 1), End: app.NewDate(2030, time.August, 31)}
	records := []app.Record{app.School{ID: app.NewID[app.School](), Name: handsSchool, Current: cycle.ID}, cycle}
	for i, role := range []string{"Headteacher", "Teacher of crafts", "Pupil"} {
		records = append(records, app.Member{ID: app.NewID[app.Member](), Role: role, Position: i})
	}
	w := visionByMouse{useMouse(t, "vision/questions", records...)}
	w.questions()
	w.ideas()
	w.board()
	w.vote()
	w.perspectives()
	w.drafts()
	w.lines()
	w.adoption()
	w.wholeBook()
}

// visionByMouse is a vision workshop by mouse.
type visionByMouse struct{ *mouse }

// What is written on the way.
const (
	firstDraft  = "In our school every pupil asks bold questions."
	secondDraft = "In our school every pupil finds answers together with others."
)

func (w visionByMouse) questions() {
	w.press("Take these questions")
	w.press("On to: Ideas")
}

// ideas answers two questions, the second as pupils.
func (w visionByMouse) ideas() {
	w.fill("vision.idea", "Bold questions\nÕues õppimine\nLess noise\nOpen doors\n")
	w.press("Question 2")
	w.choose("we do not note it", "pupils")
	w.fill("vision.idea", "Teachers learn in pairs\nŽürii of pupils\nFriends help\n")
	w.press("Show the ideas")
	w.press("On to: Themes")
}

// board gathers cards in two themes; one of the cards is taken back.
func (w visionByMouse) board() {
	w.press("New theme")
	w.write("Courage\n")
	w.press("New theme")
	w.write("Together")
	w.tap("In no theme yet") // takes the name

	w.toHeading("Bold questions", "Courage")
	w.toHeading("Õues õppimine", "Together")
	w.below("Less noise", "Bold questions")
	w.between("Open doors", "Less noise")
	w.below("Teachers learn in pairs", "Õues õppimine")
	w.between("Žürii of pupils", "Teachers learn in pairs")
	w.toHeading("Friends help", "Courage")
	w.click(w.twin.Link("Undo: "), "Undo")
	w.press("On to: Vote")
}

// toHeading drags a card to the heading of a theme.
func (w visionByMouse) toHeading(card, theme string) {
	w.t.Helper()
	w.drag(w.at(w.twin.Written(card), card), w.at(w.twin.Written(theme), theme))
}

// below drags a card below the last of a column.
func (w visionByMouse) below(card, last string) {
	w.t.Helper()
	w.drag(w.at(w.twin.Written(card), card), w.at(w.twin.Written(last), last).AddXY(0, 70))
}

// between drags a card over the lower one of two, which makes room above itself.
func (w visionByMouse) between(card, lower string) {
	w.t.Helper()
	w.drag(w.at(w.twin.Written(card), card), w.at(w.twin.Written(lower), lower))
}

// vote lets three people place two dots each.
func (w visionByMouse) vote() {
	w.pressKey("vision.vote.dots2")
	w.press("Begin the vote")
	for _, dots := range [][]string{{"Courage", "Courage"}, {"Courage", "Together"}, {"Together"}} {
		for _, theme := range dots {
			w.tap(theme)
		}
		w.press("Count this vote")
	}
	if n := w.book().DotVotes.Len() + w.book().DotCounts.Len(); n > 0 {
		w.t.Errorf("%d records of a vote that is not revealed are in the file", n)
	}
	w.press("Show the result")
	w.press("Keep the result")
	w.press("On to: Who sees what")
}

func (w visionByMouse) perspectives() {
	w.fill("vision.perspective.pupils.seen", "We ask in every lesson")
	w.fill("vision.perspective.pupils.like", "Hands are up")
	w.fill("vision.perspective.pupils.unlike", "One asks, all wait")
	w.fill("vision.perspective.community.seen", "The doors are open")
	w.press("On to: Wording")
}

// drafts writes two and makes the first the vision.
func (w visionByMouse) drafts() {
	w.fill("vision.draft", firstDraft+"\n"+secondDraft+"\n")
	w.ofDraft(firstDraft, "choose")
	w.press("On to: Values and lines")
}

// ofDraft presses a button of a draft.
func (w visionByMouse) ofDraft(text, button string) {
	w.t.Helper()
	for d := range w.twin.Book().Drafts.All() {
		if d.Text == text {
			w.pressKey("vision.draft." + d.RecordID() + "." + button)
		}
	}
}

// lines writes three and drags the last to the top.
func (w visionByMouse) lines() {
	w.fill("vision.values", "Courage and kindness")
	w.fill("vision.line", "Pupils ask.\nTeachers learn.\nDoors are open.\n")
	handles := w.twin.Handles()
	if len(handles) != 3 {
		w.t.Fatalf("%d lines can be dragged, want 3", len(handles))
	}
	last := w.at(handles[2], "the last handle")
	w.drag(last, fyne.NewPos(last.X, w.at(handles[0], "the first handle").Y))
	w.press("On to: Adoption")
}

// adoption adopts the vision, reopens it, makes the other draft the vision and adopts that; then it compares the two.
func (w visionByMouse) adoption() {
	w.fill("vision.adopted_by", "School board")
	w.fill("vision.minutes_number", "7-2")
	w.fill("vision.heard", "Pupils, parents")
	w.press("Adopt the vision")
	w.press("Reopen the vision")
	w.press("Back")
	w.press("Back")
	w.ofDraft(secondDraft, "choose")
	w.press("On to: Values and lines")
	w.press("On to: Adoption")
	w.fill("vision.adopted_by", "Teachers' council") // who adopted it before stands in the first version alone
	w.press("Adopt the vision")
	day := w.twin.Shell.Words().Date(app.DateOf(time.Now()))
	w.choose("Version 2, "+day, "Version 1, "+day)
	shown := strings.Join(w.twin.Texts(), " ")
	for _, want := range []string{"asks bold questions", "finds answers together with others", "Bold is new, struck through is gone."} {
		if !strings.Contains(shown, want) {
			w.t.Errorf("the comparison does not show %q", want)
		}
	}
}

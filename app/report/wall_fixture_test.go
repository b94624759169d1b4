package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/report"
	"waymark/data/frameworks"
)

// workshop is a school after its vision workshop.
type workshop struct {
	cycle   app.ID[app.Cycle]
	records []app.Record
}

// newWorkshop has two questions, three themes with ideas and dots, a free idea, perspectives, two drafts and an adopted
// vision.
func newWorkshop() *workshop {
	s := newSchool()
	w := &workshop{cycle: s.cycle.ID}
	add := func(records ...app.Record) { w.records = append(w.records, records...) }
	s.vision.Statement = "Every pupil asks, tries and shows what they have learned, and nobody learns alone."
	s.vision.Values = "Courage\nCare\nCuriosity"
	s.vision.Adopted, s.vision.AdoptedBy = app.NewDate(2026, 12, 11), "the board"
	s.vision.Minutes, s.vision.Heard = "1-5/7", "pupils' council, parents"
	add(s.school, s.cycle, s.head, s.vision, s.line,
		app.VisionLine{ID: app.NewID[app.VisionLine](), Cycle: s.cycle.ID, Text: "Teachers learn from each other every week.", Position: 2},
		app.Member{ID: app.NewID[app.Member](), Role: "Teacher", Name: "Jüri Tamm", Position: 2},
		app.Member{ID: app.NewID[app.Member](), Role: "Teacher", Name: "Kai Kask", Position: 3},
		app.Member{ID: app.NewID[app.Member](), Name: "Nimi Rollita", Position: 4})
	for i, text := range []string{"What does a pupil here do that nobody does today?", "What will parents thank us for?"} {
		add(app.Question{ID: app.NewID[app.Question](), Cycle: s.cycle.ID, Text: text, Position: i + 1})
	}
	first := app.DotVote{ID: app.NewID[app.DotVote](), Cycle: s.cycle.ID, Held: app.NewDate(2026, 10, 5), Voters: 12, Dots: 3, Round: 1}
	add(first)
	position := 0
	idea := func(theme app.ID[app.Theme], text, also string) {
		position++
		add(app.Idea{ID: app.NewID[app.Idea](), Cycle: s.cycle.ID, Theme: theme, Text: text, Also: also, Position: position, Role: "Secret role"})
	}
	for i, name := range []string{"Asking and trying", "Learning together", "The yard"} {
		theme := app.Theme{ID: app.NewID[app.Theme](), Cycle: s.cycle.ID, Name: name, Colour: i, Position: i + 1}
		add(theme, app.DotCount{ID: app.NewID[app.DotCount](), Vote: first.ID, Theme: theme.ID, Dots: []int{19, 11, 6}[i]})
		for j := range 4 - i {
			idea(theme.ID, fmt.Sprintf("Idea %d on %s, worded in one full sentence as people write it.", j+1, strings.ToLower(name)), "")
		}
		idea(theme.ID, "Pupils show "+name, "Pupils present "+name+"\nWe see "+name)
	}
	idea("", "Longer breaks", "")
	for i, text := range []string{s.vision.Statement, "A school of questions."} {
		draft := app.Draft{ID: app.NewID[app.Draft](), Cycle: s.cycle.ID, Text: text, Position: i + 1}
		add(draft, app.Support{ID: app.NewID[app.Support](), Draft: draft.ID, Held: app.NewDate(2026, 10, 6), Three: 2, Four: 7 - i, Five: 3, Better: "Fewer words\nName the parents"})
	}
	for i, group := range []app.Group{app.Pupils, app.Teachers} {
		add(app.Perspective{ID: app.NewID[app.Perspective](), Cycle: s.cycle.ID, Group: group, Seen: fmt.Sprintf("Work of grade %d on the walls", i+7),
			Like: "Pupils explain it to visitors", Unlike: "Posters made by teachers"})
	}
	add(app.VisionVersion{ID: app.NewID[app.VisionVersion](), Cycle: s.cycle.ID, Number: 1, Statement: "The first wording of all.",
		Adopted: app.NewDate(2026, 11, 2), AdoptedBy: "the board"})
	return w
}

// crowded has three hundred ideas in twenty themes, long words and a statement of many words.
func crowded() *workshop {
	w := newWorkshop()
	w.records = slices.DeleteFunc(w.records, func(r app.Record) bool {
		switch r.RecordKind() {
		case app.KindTheme, app.KindIdea, app.KindDotCount, app.KindDotVote:
			return true
		}
		return false
	})
	for i := range 20 {
		theme := app.Theme{ID: app.NewID[app.Theme](), Cycle: w.cycle, Name: fmt.Sprintf("Theme %d of what matters to all of us", i+1), Position: i + 1}
		w.records = append(w.records, theme)
		for j := range 15 {
			n := i*15 + j
			text := fmt.Sprintf("first%dfirst %s last%dlast", n, strings.Repeat("ideas that go on ", n%7), n)
			w.records = append(w.records, app.Idea{ID: app.NewID[app.Idea](), Cycle: w.cycle, Theme: theme.ID, Text: text, Position: n + 1})
		}
	}
	return w
}

// newborn is a school that has done nothing yet.
func newborn(t testing.TB) *workshop {
	t.Helper()
	records, err := prepare.School("Metsa kool", today)
	if err != nil {
		t.Fatal(err)
	}
	return &workshop{records[1].(app.Cycle).ID, records}
}

func (w *workshop) make(t testing.TB, name, language string) report.Document {
	t.Helper()
	book, err := app.NewBook(w.records...)
	if err != nil {
		t.Fatal(err)
	}
	d, ok := report.Make(name, report.Input{Book: book, Cycle: w.cycle, Frameworks: frameworks.All(), Words: words(t, language), Measure: measure, Today: today})
	if !ok {
		t.Fatalf("there is no document %q", name)
	}
	return d
}

package vision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/vision"
	"waymark/translations"
)

func TestTheWorkshopTakesNinetyMinutes(t *testing.T) {
	sum := 0
	var keys []string
	for _, s := range vision.Steps() {
		sum += s.Minutes
		keys = append(keys, s.Key)
	}
	want := []string{"questions", "ideas", "board", "vote", "perspectives", "draft", "lines", "adoption"}
	if diff := cmp.Diff(want, keys); diff != "" || sum != 90 {
		t.Errorf("%d minutes: %s", sum, diff)
	}
}

func TestATeamTakesTheTimeItWants(t *testing.T) {
	b := newBook(t)
	for _, minutes := range []int{15, 25, 15} { // the first is as proposed and needs no record
		edit, err := vision.SetMinutes(b, cycle.ID, "ideas", minutes)
		do(t, b, edit, err)
		if got := vision.MinutesOf(b, cycle.ID, "ideas"); got != minutes {
			t.Errorf("%d minutes, want %d", got, minutes)
		}
	}
	if b.TimeBoxes.Len() != 1 || vision.MinutesOf(b, cycle.ID, "board") != 15 || vision.MinutesOf(b, cycle.ID, "lunch") != 0 {
		t.Errorf("%d boxes", b.TimeBoxes.Len())
	}
	for step, c := range map[string]struct {
		minutes int
		key     string
	}{"ideas": {0, "error.minutes"}, "board": {app.MostMinutes + 1, "error.minutes"}, "lunch": {5, "error.choice"}} {
		if _, err := vision.SetMinutes(b, cycle.ID, step, c.minutes); app.Sentence(err).Key != c.key {
			t.Errorf("%s %d: %v", step, c.minutes, err)
		}
	}
}

func TestShippedQuestionsAreTakenOnce(t *testing.T) {
	for _, code := range translations.Languages() {
		words, err := translations.New(code)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, text := range vision.Shipped() {
			all = append(all, words.Text(text))
		}
		b := newBook(t)
		edit, err := vision.AddQuestion(b, cycle.ID, all[2])
		do(t, b, edit, err)
		edit, err = vision.TakeShipped(b, cycle.ID, all)
		do(t, b, edit, err)
		if len(all) != 5 || edit.Label.Args["count"] != 4 {
			t.Errorf("%s: %d questions, %v", code, len(all), edit.Label)
		}
		var got []string
		for _, q := range vision.Questions(b, cycle.ID) {
			got = append(got, q.Text)
		}
		if diff := cmp.Diff([]string{all[2], all[0], all[1], all[3], all[4]}, got); diff != "" {
			t.Error(diff)
		}
		if again, err := vision.TakeShipped(b, cycle.ID, all); err != nil || !again.Empty() {
			t.Errorf("%s: taken again: %v %v", code, again, err)
		}
		do(t, b, vision.MoveQuestion(b, vision.Questions(b, cycle.ID)[0].ID, 1), nil)
		if vision.Questions(b, cycle.ID)[1].Text != all[2] {
			t.Error("the question did not move")
		}
	}
}

func TestAGroupHasOnePerspective(t *testing.T) {
	b := newBook(t)
	for _, seen := range []string{"calm", "calm and curious"} {
		p := vision.PerspectiveOf(b, cycle.ID, app.Parents)
		p.Seen = seen
		edit, err := app.Save(b, p)
		do(t, b, edit, err)
	}
	if got := vision.PerspectiveOf(b, cycle.ID, app.Parents).Seen; got != "calm and curious" || b.Perspectives.Len() != 1 {
		t.Errorf("parents see %q", got)
	}
	if !vision.HasPerspectives(b, cycle.ID) || vision.HasPerspectives(b, "other") {
		t.Error("HasPerspectives is wrong")
	}
}

func TestGoalsThatServeALineFollowIt(t *testing.T) {
	b := newBook(t)
	for _, text := range []string{"first", "second"} {
		edit, err := vision.AddLine(b, cycle.ID, text)
		do(t, b, edit, err)
	}
	line := vision.Lines(b, cycle.ID)[0]
	priority := app.Priority{ID: app.NewID[app.Priority](), Cycle: cycle.ID, Title: "p"}
	goal := app.Goal{ID: app.NewID[app.Goal](), Priority: priority.ID, VisionLine: line.ID, Text: "g"}
	loose := app.Goal{ID: app.NewID[app.Goal](), Priority: priority.ID, Text: "loose"}
	do(t, b, app.Edit{Changes: []app.Change{app.Insert(priority), app.Insert(goal), app.Insert(loose)}}, nil)
	do(t, b, vision.MoveLine(b, line.ID, 1), nil)
	if got := vision.Serving(b, line.ID); len(got) != 1 || got[0] != goal {
		t.Errorf("it is served by %v", got)
	}
	if got := vision.Serving(b, ""); got != nil {
		t.Errorf("no line is served by %v", got)
	}
}

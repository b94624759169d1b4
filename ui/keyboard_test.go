package ui_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/framework"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

// Every screen and view is opened, of the practice school and of one just begun, so tall that nothing is scrolled away.
func TestGivenAnyScreenThenEverythingCanBeDoneByKeyboard(t *testing.T) {
	look := func(t *testing.T, w *uitest.Window) {
		for name, check := range map[string]func(*testing.T, *uitest.Window){
			"what can be tapped can have the keyboard":     whatCanBeTappedCanHaveTheKeyboard,
			"Tab reaches each widget once and comes round": tabComesRound,
			"Tab goes down and to the right":               tabGoesDownAndToTheRight,
			"a ring shows what has the keyboard":           aRingShows,
			"what can have the keyboard has a name":        everythingHasAName,
			"F1, F11 and Esc reach the window":             functionKeysWork,
		} {
			t.Run(name, func(t *testing.T) { check(t, w) })
		}
	}
	words, err := translations.New("en")
	uitest.Must(t, err)
	begun, err := prepare.School("Tammemäe Kool", sample.Today())
	uitest.Must(t, err)
	book, err := app.NewBook(sample.Build(words)...)
	uitest.Must(t, err)
	goal := planning.PlanOf(book, book.Current().ID).Goals()[0]
	areas := []string{"prepare", "vision", "assessment", "planning", "progress", "documents", "settings", "backups", "history", "keys"}
	views := []string{"welcome", "assessment/item/leadership.shared", "planning/goal/" + goal.RecordID(),
		"planning/action/" + goal.Actions[0].RecordID(), "progress/checkin/" + goal.Actions[0].RecordID(),
		"progress/indicator/" + goal.Indicators[0].RecordID()}
	for _, at := range append(views, areas...) {
		t.Run(at, func(t *testing.T) {
			look(t, uitest.For(t, uitest.Options{At: at, Width: 1366, Height: 9000}))
		})
	}
	edit, own, err := framework.Copy(book, frameworks.All()[0], "Ours", words.Text)
	uitest.Must(t, err)
	records, item := slices.Collect(book.Records()), app.OwnItem{}
	for _, c := range edit.Changes {
		records = append(records, c.After)
		item, _ = c.After.(app.OwnItem)
	}
	for _, at := range []string{"assessment/frameworks", "assessment/framework/" + own.RecordID(), "assessment/question/" + item.RecordID()} {
		t.Run(at, func(t *testing.T) {
			look(t, uitest.For(t, uitest.Options{At: at, Records: records, Width: 1366, Height: 9000}))
		})
	}
	for _, at := range areas {
		t.Run(at+" of a school just begun", func(t *testing.T) {
			look(t, uitest.For(t, uitest.Options{At: at, Records: begun, Width: 1366, Height: 9000}))
		})
	}
}

// called is how a widget is told in what a test says.
func called(o any) string {
	name, kind := uitest.Name(o)
	at, size := uitest.Bounds(o.(fyne.CanvasObject))
	return fmt.Sprintf("%s %q at %.0f,%.0f %.0f×%.0f", kind, name, at.X, at.Y, size.Width, size.Height)
}

func whatCanBeTappedCanHaveTheKeyboard(t *testing.T, w *uitest.Window) {
	for _, r := range w.Reach() {
		_, focusable := r.Object.(fyne.Focusable)
		if _, tappable := r.Object.(fyne.Tappable); tappable && !focusable && r.Inside == nil && !byOtherKeys(r.Object) {
			t.Errorf("only a mouse reaches the %s", called(r.Object))
		}
	}
}

// byOtherKeys tells of what can be tapped without having the keyboard: the bar of what scrolls, since what has the keyboard
// is always scrolled into view.
func byOtherKeys(o fyne.CanvasObject) bool {
	return fmt.Sprintf("%T", o) == "*widget.scrollBarArea"
}

func tabComesRound(t *testing.T, w *uitest.Window) {
	all := w.Focusables()
	walked := w.Walked(2*len(all) + 2)
	if len(walked) != len(all) {
		t.Errorf("Tab reaches %d of %d", len(walked), len(all))
	}
	for _, f := range all {
		if !slices.Contains(walked, f) {
			t.Errorf("Tab does not reach the %s", called(f))
		}
	}
	if len(walked) == 0 {
		t.Error("nothing can have the keyboard")
	}
}

func tabGoesDownAndToTheRight(t *testing.T, w *uitest.Window) {
	walked := w.Walked(500)
	for i, before := range walked {
		for _, after := range walked[i+1:] {
			if aside(before) == aside(after) && precedes(after, before) {
				t.Errorf("Tab goes to the %s\nbefore the %s", called(before), called(after))
			}
		}
	}
}

// aside tells of the places in the rail: Tab begins in the page, whose first field is what one most likely wants, and
// comes to the rail after it.
func aside(f fyne.Focusable) bool { return fmt.Sprintf("%T", f) == "*ui.stop" }

// precedes tells whether a is read before b: it stands above it in the same column, or at the left of it in the same line.
func precedes(a, b fyne.Focusable) bool {
	const touch = 2 // edges may touch
	at, size := uitest.Bounds(a.(fyne.CanvasObject))
	bt, b2 := uitest.Bounds(b.(fyne.CanvasObject))
	column := at.X+touch < bt.X+b2.Width && bt.X+touch < at.X+size.Width
	line := at.Y+touch < bt.Y+b2.Height && bt.Y+touch < at.Y+size.Height
	return column && at.Y+size.Height <= bt.Y+touch || line && at.X+size.Width <= bt.X+touch
}

func aRingShows(t *testing.T, w *uitest.Window) {
	for _, f := range w.Focusables() {
		w.Canvas().Unfocus()
		without := uitest.Lines(f.(fyne.CanvasObject))
		w.Canvas().Focus(f)
		with := uitest.Lines(f.(fyne.CanvasObject))
		if !slices.ContainsFunc(with, func(line string) bool { return !slices.Contains(without, line) }) {
			t.Errorf("nothing shows that the %s has the keyboard", called(f))
		}
	}
}

func functionKeysWork(t *testing.T, w *uitest.Window) {
	var heard []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { heard = append(heard, e.Name) })
	for _, f := range w.Focusables() {
		w.Canvas().Focus(f)
		heard = nil
		keys := []fyne.KeyName{fyne.KeyF1, fyne.KeyF11, fyne.KeyEscape}
		for _, key := range keys {
			f.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if !slices.Equal(heard, keys) {
			t.Errorf("the window hears %v from the %s", heard, called(f))
		}
	}
}

func everythingHasAName(t *testing.T, w *uitest.Window) {
	for _, f := range w.Focusables() {
		if name, _ := uitest.Name(f); name == "" {
			t.Errorf("the %s has no name", called(f))
		}
	}
}

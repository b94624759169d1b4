package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
	"waymark/ui/uitest"
)

// asked is each kind of dialog.
func asked() map[string]func(w *uitest.Window) {
	return map[string]func(w *uitest.Window){
		"nothing saved": func(w *uitest.Window) {
			w.Files.Fail = errorOf(app.KindFull, "error.full")
			_ = w.Type("prepare.name", "Uus Kool")
			w.Shell.Show(w.Files.Fail)
		},
		"a damaged file": func(w *uitest.Window) {
			w.Files.OpenFail = errorOf(app.KindDamaged, "error.damaged")
			w.Shell.Open("/school/other.waymark", screen.Route{})
		},
		"a new password":  func(w *uitest.Window) { w.Shell.SaveProtected() },
		"to delete all":   func(w *uitest.Window) { w.Shell.AskDelete() },
		"a long sentence": func(w *uitest.Window) { w.Shell.TellCrash(strings.Repeat("fault ", 500)) },
	}
}

func dialogs(t *testing.T, o uitest.Options, look func(t *testing.T, w *uitest.Window)) {
	t.Helper()
	for name, ask := range asked() {
		t.Run(fmt.Sprintf("%s %s", name, o.Language), func(t *testing.T) {
			w := uitest.For(t, o)
			ask(w)
			if w.Canvas().Overlays().Top() == nil {
				t.Fatal("nothing is asked")
			}
			look(t, w)
		})
	}
}

func TestGivenASmallWindowAndLargeTypeThenADialogCanBeReadAndAnswered(t *testing.T) {
	for _, language := range []string{"en", "et"} {
		dialogs(t, uitest.Options{Language: language, Width: 1024, Height: 768, Zoom: 2.5}, func(t *testing.T, w *uitest.Window) {
			window := w.Canvas().Size()
			within := func(o fyne.CanvasObject) bool {
				at, size := uitest.Bounds(o)
				return at.X >= 0 && at.Y >= 0 && at.X+size.Width <= window.Width && at.Y+size.Height <= window.Height
			}
			for _, r := range w.Reach() {
				switch o := r.Object.(type) {
				case *kit.Button:
					if !within(o) {
						t.Errorf("a button is beyond the window: %s", called(o))
					}
					if o.Size().Width < o.MinSize().Width {
						t.Errorf("the words of a button are cut off: %s", called(o))
					}
				case *container.Scroll:
					if _, size := uitest.Bounds(o); r.Inside == nil && (!within(o) || size.Height < 150) {
						t.Errorf("no room is left for the words: %v", size)
					}
				}
			}
		})
	}
}

func TestGivenADialogWhenTabIsPressedThenTheKeyboardStaysInItAndIsSeen(t *testing.T) {
	dialogs(t, uitest.Options{}, func(t *testing.T, w *uitest.Window) {
		inside := w.Focusables()
		w.Shell.Focus(inside[0])
		if walked := w.Walked(20); !slices.Equal(walked, inside) {
			t.Errorf("Tab goes through %d of %d", len(walked), len(inside))
		}
		aRingShows(t, w)
		if !slices.ContainsFunc(inside, leadsOn) {
			t.Error("no button leads on")
		}
		everythingHasAName(t, w)
	})
}

// leadsOn tells whether a button is drawn as the one that leads on.
func leadsOn(f fyne.Focusable) bool {
	b, ok := f.(*kit.Button)
	if !ok {
		return false
	}
	for _, r := range test.WidgetRenderer(b).Objects() {
		if box, ok := r.(*canvas.Rectangle); ok && box.FillColor == theme.Of(fynetheme.ColorNamePrimary) {
			return true
		}
	}
	return false
}

func TestGivenADialogWhenEscIsPressedAnywhereInItThenNothingIsDoneAndTheKeyboardIsBack(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	field := w.Field("prepare.head").Entry
	w.Canvas().Focus(field)
	w.Shell.AskDelete()
	if len(uitest.Lines(field)) > 1 {
		t.Error("the field below still shows the keyboard")
	}
	for i := range w.Focusables() {
		w.Canvas().Focus(w.Focusables()[i])
		escape(w)
		if w.Canvas().Overlays().Top() != nil {
			t.Fatal("the dialog is still there")
		}
		if w.Canvas().Focused() != field {
			t.Errorf("the keyboard is at %T", w.Canvas().Focused())
		}
		if w.Shell.SchoolPath() == "" || len(w.Files.Deleted) > 0 {
			t.Fatal("the school was deleted")
		}
		w.Shell.AskDelete()
	}
	// but when the field is gone, the keyboard is nowhere
	w.Shell.Enter(screen.Route{Area: screen.Vision})
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc is not heard while nothing has the keyboard")
	}
	if f := w.Canvas().Focused(); f != nil {
		t.Errorf("the keyboard is at %T, which is not on the screen", f)
	}
}

func TestGivenADialogWhenFunctionKeysArePressedThenTheWindowBelowHearsNothing(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	w.Shell.AskDelete()
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { t.Errorf("it hears %s", e.Name) })
	for _, f := range w.Focusables() {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF11})
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	}
}

// removes takes away the first member of the team, of which a toast tells.
func removes(w *uitest.Window) {
	for m := range w.Book().Members.All() {
		w.Shell.Remove(app.RemoveEdit(w.Book(), m))
		return
	}
}

func TestGivenAToastThenTheKeyboardStaysWhereItIsAndCanGoToItsButton(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	field := w.Field("prepare.head").Entry
	w.Canvas().Focus(field)
	members := w.Book().Members.Len()
	removes(w)
	if w.Canvas().Focused() != field {
		t.Errorf("the toast takes the keyboard: %T", w.Canvas().Focused())
	}
	mustShow(t, w, "Ctrl+Z")
	walked := w.Walked(500)
	last := walked[len(walked)-1]
	if name, _ := uitest.Name(last); name != "Undo" {
		t.Fatalf("Tab does not come to the button but ends at %q", name)
	}
	// a button that has the keyboard does not go away
	w.Canvas().Focus(last)
	w.Runner.Advance(time.Minute)
	if !slices.Contains(w.Buttons(), "Undo") {
		t.Fatal("the toast has gone from under the keyboard")
	}
	last.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Book().Members.Len() != members {
		t.Error("nothing was undone")
	}
	if w.Canvas().Focused() == last {
		t.Error("the keyboard is on a button that is gone")
	}
}

func TestGivenALongToastThenItStaysInTheWindow(t *testing.T) {
	w := uitest.For(t, uitest.Options{Width: 1024, Height: 768, Zoom: 2.5})
	w.Shell.Toast(app.Say("shell.moved", "path", strings.Repeat("/a long folder/", 20)))
	told := 0
	for _, r := range w.Reach() {
		text, ok := r.Object.(*canvas.Text)
		if !ok || !strings.Contains(text.Text, "long folder") {
			continue
		}
		told++
		at, size := uitest.Bounds(text)
		if at.X < 0 || at.Y < 0 || at.X+size.Width > 1024 || at.Y+size.Height > 768 || size.Width > 1024*2/3 {
			t.Errorf("a line leaves the window: %v %v", at, size)
		}
	}
	if told < 2 {
		t.Errorf("it is told in %d lines", told)
	}
}

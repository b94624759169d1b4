package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/ui/room"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// onOther is the board on the second display.
func onOther(t *testing.T, w *uitest.Window) *room.Board {
	t.Helper()
	if w.Wall == nil {
		t.Fatal("nothing is on the second display")
	}
	b, ok := w.Wall.Canvas().Focused().(*room.Board)
	if !ok {
		t.Fatalf("the second display shows %T", w.Wall.Content())
	}
	return b
}

// With a second display the wall is there at once, and the window keeps the desk; keys work in both.
func TestTheWallGoesToTheSecondDisplay(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Other = true
	w.Shell.ShowToRoom()
	b := onOther(t, w)
	if got := wall(b); !strings.Contains(got, "Where do we want") {
		t.Errorf("the wall shows %s", got)
	}
	mustShow(t, w, "Read the question aloud.", "Next: "+firstQuestion)
	if shows(w, "Move the other window to the projector and press F11 there.") {
		t.Error("the desk tells how to move what is in its place")
	}
	// when keys are pressed at the desk and at the wall, both move on
	press(w, ">")
	if got := wall(b); !strings.Contains(got, firstQuestion) {
		t.Errorf("the wall shows %s", got)
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	mustShow(t, w, "Read the question aloud.")
	// and the script stays at the desk
	press(w, "h")
	if got := wall(b); strings.Contains(got, "Read the question aloud.") {
		t.Errorf("the room reads the script: %s", got)
	}
	// then Esc at the desk ends it all
	press(w, "!")
	if shows(w, "Read the question aloud.") || w.Shell.Here().Area != screen.Vision {
		t.Errorf("the window shows %v, %q", w.Shell.Here(), w.Texts())
	}
	w.Runner.Advance(time.Minute)
	if w.Canvas().Focused() != nil {
		t.Errorf("the wall came back to %T", w.Canvas().Focused())
	}
}

// A cable that is pulled loses nothing: the wall comes to the window as it was, and goes out again with the cable.
func TestTheWallComesBackWhenTheSecondDisplayIsGone(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Other = true
	w.Shell.ShowToRoom()
	press(w, ">t ")
	before := onOther(t, w)
	w.Runner.Advance(time.Second)
	// when it is pulled
	w.Other = false
	w.Runner.Advance(time.Second)
	b := board(t, w)
	if b != before || !strings.Contains(wall(b), firstQuestion) || !strings.Contains(wall(b), "3:43") {
		t.Errorf("the window shows %s", wall(b))
	}
	if w.Wall.Content() == fyne.CanvasObject(b) {
		t.Error("the board is in two windows")
	}
	mustShow(t, w, "The second display is gone. The room sees this one until it is back.")
	press(w, "h")
	if !strings.Contains(wall(b), "Press Space when everybody") {
		t.Errorf("H shows %s", wall(b))
	}
	press(w, "h")
	// and put in again
	w.Other, w.Wall = true, nil
	w.Runner.Advance(time.Second)
	if onOther(t, w) != before {
		t.Error("another board is on the wall")
	}
	mustShow(t, w, "Press Space when everybody has handed in their slips.")
	// then closing that window ends it
	w.Wall.Close()
	if w.Shell.Here().Area != screen.Vision || shows(w, "Press Space when everybody has handed in their slips.") {
		t.Errorf("the window shows %v, %q", w.Shell.Here(), w.Texts())
	}
}

// A window that the user places stays where it is, whatever comes or goes.
func TestTheWindowForAProjectorThatIsNotFoundIsLeftAlone(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.ShowInWindow()
	mustShow(t, w, "Move the other window to the projector and press F11 there.")
	w.Other = true
	w.Runner.Advance(time.Minute)
	if w.Wall != nil {
		t.Error("another window came up")
	}
}

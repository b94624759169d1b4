package ui_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/ui/kit"
	"waymark/ui/uitest"
)

// icons lists the pictures to press that are called name.
func icons(w *uitest.Window, name string) []*kit.IconButton {
	var all []*kit.IconButton
	for _, f := range w.Focusables() {
		if b, ok := f.(*kit.IconButton); ok && b.Name == name {
			all = append(all, b)
		}
	}
	return all
}

func TestGivenARowRemovedByKeyboardThenTheKeyboardIsOnItsNeighbour(t *testing.T) {
	w := uitest.For(t, uitest.Options{Height: 3000, Width: 1366})
	members := w.Book().Members.Len()
	for n := members; n > 0; n-- {
		remove := icons(w, "Remove")
		if len(remove) != n {
			t.Fatalf("%d members can be removed of %d", len(remove), n)
		}
		w.Canvas().Focus(remove[0])
		remove[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		w.Runner.Advance(0)
		if f := w.Canvas().Focused(); f == nil || !slices.Contains(w.Focusables(), f) {
			t.Fatalf("with %d left the keyboard is at %T, which is not on the screen", n-1, f)
		}
	}
}

func TestGivenAPictureThatHasTheKeyboardForAWhileThenItSaysWhatItDoes(t *testing.T) {
	w := uitest.For(t, uitest.Options{Height: 3000, Width: 1366})
	b := icons(w, "Remove")[1]
	says := func() bool {
		return slices.ContainsFunc(w.Texts(), func(text string) bool { return text == b.Name })
	}
	if says() {
		t.Fatal("it is said before anybody asks")
	}
	w.Canvas().Focus(b)
	if says() {
		t.Error("it is said at once, which flickers while one walks past")
	}
	w.Runner.Advance(time.Second)
	if !says() {
		t.Error("nothing is said")
	}
	for _, r := range w.Reach() {
		if at, size := uitest.Bounds(r.Object); r.Inside == b && (at.X < 0 || at.X+size.Width > 1366) {
			t.Errorf("it leaves the window: %v %v", at, size)
		}
	}
	w.Canvas().FocusNext()
	w.Runner.Advance(time.Second)
	if w.Canvas().Focused() == b || says() {
		t.Error("it is still said")
	}
}

package ui_test

import (
	"slices"
	"testing"
	"time"

	"waymark/ui/uitest"
)

func printing(t *testing.T) *uitest.Window {
	t.Helper()
	w := uitest.For(t, uitest.Options{At: "documents"})
	w.Runner.Hold = true
	if err := w.Press("Make the PDF"); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWorkThatIsShortIsNotTold(t *testing.T) {
	w := printing(t)
	w.Runner.Advance(200 * time.Millisecond)
	if tells(w, "Writing the plan…") || tells(w, "Cancel") {
		t.Error("it is told at once")
	}
	w.Runner.Release()
	w.Runner.Advance(time.Hour)
	if tells(w, "Writing the plan…") {
		t.Error("it is told when it is over")
	}
}

func TestWorkThatTakesAMomentIsToldAndCanBeCancelled(t *testing.T) {
	// given a plan that takes long to write
	w := printing(t)
	w.Runner.Advance(time.Second)
	if !tells(w, "Writing the plan…") {
		t.Errorf("nothing tells it: %q", w.Texts())
	}
	// when it is cancelled, then that is told and nothing else
	if err := w.Press("Cancel"); err != nil {
		t.Fatal(err)
	}
	w.Runner.Release()
	if !tells(w, "Nothing was changed") || tells(w, "This did not work") || tells(w, "Writing the plan…") {
		t.Errorf("on the screen: %q", w.Texts())
	}
	if len(w.Files.Written) != 0 {
		t.Errorf("written: %q", w.Files.Written)
	}
	// and it can be begun again
	w.Runner.Hold = false
	if err := w.Press("Make the PDF"); err != nil || len(w.Files.Written) != 1 {
		t.Errorf("written: %q, %v", w.Files.Written, err)
	}
}

func TestTheSchoolIsThereWhileWorkGoesOn(t *testing.T) {
	w := printing(t)
	w.Runner.Advance(time.Second)
	// when the team goes on meanwhile
	if err := w.Go("vision"); err != nil {
		t.Fatal(err)
	}
	if err := w.Type("vision.idea", "Written meanwhile"); err != nil {
		t.Fatal(err)
	}
	w.Runner.Release()
	if w.Shell.Here().Area != "vision" || !slices.Contains(w.Typed(), "Written meanwhile") {
		t.Errorf("the end of the work disturbs: %s %q", w.Shell.Here(), w.Typed())
	}
}

package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// tells tells whether a text with these words is on the screen.
func tells(w *uitest.Window, words string) bool {
	return slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.Contains(text, words) })
}

const silence = "Everybody thinks for two minutes without speaking"

func TestHelpForTheFacilitatorFoldsAwayAndStaysSo(t *testing.T) {
	for _, width := range []float32{1024, 1366} {
		// given a page on a laptop, where nobody has asked for help yet
		w := uitest.For(t, uitest.Options{At: "vision", Width: width, Height: 768})
		if tells(w, silence) {
			t.Errorf("%v: help is there unasked", width)
		}
		// when it is asked for, then it is there, on the next page too
		if err := w.Press("Help for whoever leads"); err != nil {
			t.Fatal(err)
		}
		if !tells(w, silence) {
			t.Errorf("%v: no help: %q", width, w.Texts())
		}
		if err := w.Go("planning"); err != nil {
			t.Fatal(err)
		}
		if !tells(w, "Fold away") {
			t.Errorf("%v: help is folded on the next page", width)
		}
		// when it is folded away, then it is gone
		if err := w.Press("Fold away"); err != nil {
			t.Fatal(err)
		}
		if err := w.Go("vision"); err != nil {
			t.Fatal(err)
		}
		if tells(w, silence) || w.Shell.Aside() != screen.Folded {
			t.Errorf("%v: help came back by itself", width)
		}
	}
}

func TestHelpIsOpenWhereThereIsRoom(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision", Width: 1920, Height: 1080})
	if !tells(w, silence) {
		t.Errorf("no help on a wide screen: %q", w.Texts())
	}
	// when the window gets small, then it goes
	w.Resize(1024, 768)
	if tells(w, silence) {
		t.Error("help takes the room of a small window")
	}
}

func TestHelpHasWordsWhereNoStepOfTheRoomHas(t *testing.T) {
	for at, words := range map[string]string{"assessment": "to agree what comes next, not to get marks", "vision/questions": "would a pupil understand it?"} {
		w := uitest.For(t, uitest.Options{At: at, Width: 1920, Height: 1080})
		if !tells(w, words) {
			t.Errorf("%s: no help: %q", at, w.Texts())
		}
	}
}

// Given a page on which something comes first, then it alone looks so, and the key for going on still goes on.
func TestTheFootStepsBackBehindWhatLeadsOn(t *testing.T) {
	records, err := prepare.School("Oak School", sample.Today())
	uitest.Must(t, err)
	w := uitest.For(t, uitest.Options{At: "vision/vote", Records: records})
	importance := func(text string) widget.Importance { return w.Button(text).(*kit.Button).Importance }
	if here, foot := importance("Themes"), importance("On to: Who sees what"); here != widget.HighImportance || foot != widget.MediumImportance {
		t.Errorf("what leads on has the importance %d, the foot %d", here, foot)
	}
	for _, menu := range w.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, "On to the next step") {
				item.Action()
			}
		}
	}
	if got := w.Shell.Here().String(); got != "vision/perspectives" {
		t.Errorf("going on leads to %s", got)
	}
}

func TestSiblingsStandBesideAPageWhereThereIsRoom(t *testing.T) {
	const other = "The head’s role in development"
	// given one question on a wide screen, then the others stand beside it
	w := uitest.For(t, uitest.Options{At: "assessment/item/leadership.shared", Width: 1366, Height: 768})
	if !tells(w, "Leaders’ outside") {
		t.Errorf("the other questions are not there: %q", w.Texts())
	}
	// when the window is narrow, then only the one
	w.Resize(1024, 768)
	if tells(w, "Leaders’ outside") || tells(w, other) {
		t.Errorf("the other questions take room: %q", w.Texts())
	}
}

func TestPartsOfAStageLeadToWhereTheyAreDone(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	if err := w.Press("✓ Lines"); err != nil {
		t.Fatal(err)
	}
	if w.Canvas().Focused() != w.Field("vision.line").Entry {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
}

func TestTheThreadOfAQuestionLeadsToItsGoals(t *testing.T) {
	// given a question from which a need came
	w := uitest.For(t, uitest.Options{})
	needs := w.Book().Needs
	for need := range needs.All() {
		if j, ok := w.Book().Judgements.Get(need.Judgement); ok {
			if err := w.Go("assessment/item/" + j.Item); err != nil {
				t.Fatal(err)
			}
			// when its thread is asked for, then the need is there and leads to the plan
			if err := w.Press("Thread and help"); err != nil {
				t.Fatal(err)
			}
			row := w.Row(need.Text)
			if row == nil {
				t.Fatalf("%q is not in the thread: %q", need.Text, w.Texts())
			}
			row.Tapped(nil)
			if got := w.Shell.Here().Area; got != screen.Planning {
				t.Errorf("it leads to %s", got)
			}
			return
		}
	}
	t.Fatal("no need came from a question")
}

func TestTheNextStepIsAKeyAway(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision/ideas"})
	for _, menu := range w.MainMenu().Items {
		for _, item := range menu.Items {
			if strings.HasPrefix(item.Label, "On to the next step\t") {
				w.Canvas().Focus(w.Field("vision.idea").Entry)
				w.Field("vision.idea").Entry.SetText("Half typed")
				item.Action()
			}
		}
	}
	if got := w.Shell.Here().View; got != "board" {
		t.Errorf("it leads to %q", got)
	}
}

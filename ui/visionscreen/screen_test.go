package visionscreen_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/vision"
	"waymark/data/sample"
	"waymark/ui/uitest"
)

// begun is a school that has nothing but its name.
func begun(t *testing.T) []app.Record {
	t.Helper()
	records, err := prepare.School("Oak School", sample.Today())
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func tells(w *uitest.Window, words string) bool {
	return slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.Contains(text, words) })
}

func press(t *testing.T, w *uitest.Window, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if err := w.Press(text); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheQuestionsAreTakenAndChanged(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision/questions", Records: begun(t)})
	press(t, w, "Take these questions")
	questions := vision.Questions(w.Book(), w.Book().Current().ID)
	if len(questions) != len(vision.Shipped()) {
		t.Fatalf("%d questions", len(questions))
	}
	if err := w.Type("vision.question."+questions[0].RecordID(), "What do we want?"); err != nil {
		t.Fatal(err)
	}
	if got := vision.Questions(w.Book(), w.Book().Current().ID)[0].Text; got != "What do we want?" {
		t.Errorf("the question is %q", got)
	}
}

func TestIdeasAnswerTheQuestionOnShowAndStayHidden(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision/questions", Records: begun(t)})
	press(t, w, "Take these questions", "On to: Ideas", "Question 2")
	if err := w.Type("vision.idea", "Calm mornings"); err != nil {
		t.Fatal(err)
	}
	questions := vision.Questions(w.Book(), w.Book().Current().ID)
	idea := vision.Ideas(w.Book(), w.Book().Current().ID)[0]
	if idea.Question != questions[1].ID || idea.Text != "Calm mornings" {
		t.Errorf("the idea is %+v", idea)
	}
	hidden := func() bool { return !slices.Contains(w.Typed(), "Calm mornings") }
	if !hidden() {
		t.Error("the idea is seen before it is shown")
	}
	press(t, w, "Show the ideas")
	if hidden() {
		t.Error("the idea is not shown")
	}
}

func TestAVoteOnThemesKeepsCounts(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision/vote"})
	before := len(vision.Votes(w.Book(), w.Book().Current().ID))
	press(t, w, "Begin the vote")
	vote := func(text string) {
		for _, r := range text {
			w.Canvas().Focused().TypedRune(r)
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	vote("1 1 2")
	vote("1 3 3")
	// when somebody goes in the middle of it, then it is told that the vote would be lost, and nothing else is
	if err := w.Go("vision/board"); err != nil {
		t.Fatal(err)
	}
	if !tells(w, "Its votes would be lost") || w.Shell.Here().View != "vote" {
		t.Fatalf("on %s: %q", w.Shell.Here(), w.Texts())
	}
	press(t, w, "OK")
	w.Canvas().Focused().TypedRune(' ')
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	latest, _ := vision.LatestVote(w.Book(), w.Book().Current().ID)
	dots := vision.DotsOf(w.Book(), latest.ID)
	themes := vision.Themes(w.Book(), w.Book().Current().ID)
	if got := len(vision.Votes(w.Book(), w.Book().Current().ID)); got != before+1 || latest.Voters != 2 ||
		dots[themes[0].ID] != 3 || dots[themes[1].ID] != 1 || dots[themes[2].ID] != 2 {
		t.Errorf("%d votes, the latest %+v with %v", got, latest, dots)
	}
}

func TestAnAdoptedVisionIsKeptAndComparedWhenItIsReopened(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision/adoption"})
	cycle := w.Book().Current().ID
	before := len(vision.Versions(w.Book(), cycle))
	press(t, w, "Reopen the vision")
	if !vision.Of(w.Book(), cycle).Adopted.IsZero() {
		t.Fatal("it is still adopted")
	}
	if err := w.Go("vision"); err != nil {
		t.Fatal(err)
	}
	if err := w.Type("vision.statement", "Every learner is seen and heard."); err != nil {
		t.Fatal(err)
	}
	if err := w.Go("vision/adoption"); err != nil {
		t.Fatal(err)
	}
	if !tells(w, "struck through is gone") {
		t.Errorf("nothing is compared: %q", w.Texts())
	}
	press(t, w, "Adopt the vision")
	versions := vision.Versions(w.Book(), cycle)
	if len(versions) != before+1 || versions[before].Statement != "Every learner is seen and heard." || versions[before].Adopted != w.Shell.Today() {
		t.Errorf("the versions are %+v", versions)
	}
	if !tells(w, "Nothing: every word is as it was adopted.") {
		t.Errorf("the last version differs: %q", w.Texts())
	}
}

func TestATimeBoxThatIsNoTimeSaysSo(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	for _, typed := range []string{"0", "many", "-5", "9999"} {
		if err := w.Type("vision.minutes.ideas", typed); err != nil {
			t.Fatal(err)
		}
		if !tells(w, "between 1 and") {
			t.Errorf("%q: %q", typed, w.Texts())
		}
	}
	if err := w.Type("vision.minutes.ideas", "25"); err != nil {
		t.Fatal(err)
	}
	w.Runner.Advance(time.Second)
	if got := vision.MinutesOf(w.Book(), w.Book().Current().ID, "ideas"); got != 25 {
		t.Errorf("%d minutes", got)
	}
}

func TestALineThatGoesSaysWhatHangsLoose(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision/lines"})
	var line app.VisionLine
	for _, l := range vision.Lines(w.Book(), w.Book().Current().ID) {
		if len(vision.Serving(w.Book(), l.ID)) > 0 {
			line = l
			break
		}
	}
	if err := w.Icon("vision.line." + line.RecordID() + ".remove"); err != nil {
		t.Fatal(err)
	}
	if _, there := w.Book().VisionLines.Get(line.ID); there || !tells(w, "no vision line now") {
		t.Errorf("on the screen: %q", w.Texts())
	}
	// and Undo is still at hand
	w.Shell.Undo()
	if _, there := w.Book().VisionLines.Get(line.ID); !there {
		t.Error("it does not come back")
	}
}

func TestAnEmptyVisionLeadsToTheFirstStepAndAnotherOnToTheNextStage(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision", Records: begun(t)})
	press(t, w, "On to: Questions")
	if here := w.Shell.Here().String(); here != "vision/questions" {
		t.Errorf("it leads to %s", here)
	}
	if w = uitest.For(t, uitest.Options{At: "vision"}); tells(w, "On to: Questions") {
		t.Error("a vision that is there leads back to its beginning")
	}
}

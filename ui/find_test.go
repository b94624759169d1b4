package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/finder"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// typing types into whatever has the keyboard.
func typing(w *uitest.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func key(w *uitest.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// reads tells whether text can be read on the screen, whatever of it is bold.
func reads(w *uitest.Window, text string) bool {
	return strings.Contains(strings.Join(w.Texts(), ""), text)
}

func finderOn(t *testing.T, w *uitest.Window) *finder.Finder {
	t.Helper()
	f, ok := w.Canvas().Overlays().Top().(*finder.Finder)
	if !ok {
		t.Fatalf("on top is %T, not a finder", w.Canvas().Overlays().Top())
	}
	return f
}

func TestGivenACodeWhenItIsTypedAndEnterPressedThenItsPlaceIsShown(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.Find()
	typing(w, "g2")
	f := finderOn(t, w)
	if r := f.Results(); len(r) != 1 || r[0].Mark != "G2" || !reads(w, "G2") {
		t.Fatalf("found %+v", r)
	}
	key(w, fyne.KeyReturn)
	if here := w.Shell.Here(); here.Area != screen.Planning || here.View != "goal" {
		t.Errorf("G2 leads to %s", here)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the finder stays when a result is taken")
	}
	w.Shell.Back()
	if here := w.Shell.Here(); here.Area != screen.Vision {
		t.Errorf("back leads to %s", here)
	}
}

func TestGivenWordsWithoutTheirAccentsThenTheRecordIsFoundAndTheLettersAreBold(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision", Language: "et"})
	w.Shell.Find()
	typing(w, "opilased vajavad taga")
	if !reads(w, "Õpilased vajavad tagasisidet siis, kui tööd saab veel parandada") {
		t.Fatalf("on the screen are %q", w.Texts())
	}
	var bold []string
	for _, o := range test.LaidOutObjects(finderOn(t, w)) {
		if words, ok := o.(*canvas.Text); ok && words.TextStyle.Bold {
			bold = append(bold, words.Text)
		}
	}
	if !slices.Equal(bold, []string{"N1", "Õpilased", "vajavad", "taga"}) {
		t.Errorf("bold are %q", bold)
	}
	key(w, fyne.KeyReturn)
	if here := w.Shell.Here(); here.Area != screen.Planning {
		t.Errorf("the need leads to %s", here)
	}
}

func TestGivenARecordThatNoScreenShowsWhenItIsTakenThenItsHistoryIsShown(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	var past app.Record
	for r := range w.Book().Records() {
		if v, ok := r.(app.Vision); ok && v.Cycle != w.Book().Current().ID {
			past = v
			w.Shell.Find()
			typing(w, v.Statement)
		}
	}
	if past == nil {
		t.Fatal("the sample has no vision of an earlier cycle")
	}
	key(w, fyne.KeyReturn)
	if here := w.Shell.Here(); here != screen.HistoryOf(past) {
		t.Errorf("it leads to %s", here)
	}
}

func TestGivenThePaletteThenActionsAndPlacesAreFoundInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		language, query, text string
		area                  screen.Area
	}{
		{"en", "print", "Print the plan…", screen.Documents},
		{"en", "self-a", "Self-assessment", screen.Assessment},
		{"et", "truki", "Trüki arengukava…", screen.Documents},
		{"et", "enesehin", "Enesehindamine", screen.Assessment},
	} {
		w := uitest.For(t, uitest.Options{At: "vision", Language: c.language})
		w.Shell.Palette()
		typing(w, c.query)
		if got := finderOn(t, w).Results()[0].Title.Text; got != c.text || !reads(w, c.text) {
			t.Errorf("%s: the first is %q, want %q", c.query, got, c.text)
		}
		key(w, fyne.KeyReturn)
		if here := w.Shell.Here(); here.Area != c.area {
			t.Errorf("%s leads to %s", c.query, here)
		}
	}
}

func TestGivenThePaletteWhenNothingIsTypedThenWhatCanBeDoneIsOffered(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.Palette()
	if !reads(w, "Self-assessment") || !reads(w, "Alt+2") {
		t.Errorf("offered are %q", w.Texts())
	}
	at := slices.IndexFunc(finderOn(t, w).Results(), func(r finder.Result) bool { return r.Title.Text == "Prepare" })
	for range at + 1 {
		key(w, fyne.KeyDown)
	}
	key(w, fyne.KeyUp, fyne.KeyReturn)
	if here := w.Shell.Here(); here.Area != screen.Prepare {
		t.Errorf("the %dth leads to %s", at, here)
	}

	w = uitest.For(t, uitest.Options{At: "welcome"})
	w.Shell.Find()
	if w.Canvas().Overlays().Top() != nil {
		t.Error("without a school file there is nothing to search")
	}
	w.Shell.Palette()
	offered := map[string]bool{}
	for _, r := range finderOn(t, w).Results() {
		offered[r.Title.Text] = true
	}
	if !offered["Open the practice school"] || offered["Print the plan…"] || offered["Find anything…"] {
		t.Errorf("without a school file %v are offered", offered)
	}
	typing(w, "goal")
	if !reads(w, "Nothing has “goal” in it.") {
		t.Errorf("on the screen are %q", w.Texts())
	}
}

func TestGivenWordsHalfTypedWhenThePaletteComesAndGoesThenTheyAreSavedAndHaveTheKeyboardAgain(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "prepare"})
	entry := w.Field("prepare.head").Entry
	w.Canvas().Focus(entry)
	typing(w, "Zoe ")
	w.Shell.Palette()
	if head := w.Book().School().Head; !strings.Contains(head, "Zoe") {
		t.Errorf("the head is %q", head)
	}
	before := w.Book().School()
	typing(w, "zoe")
	if r := finderOn(t, w).Results(); len(r) == 0 || !strings.Contains(r[0].Detail.Text, "Zoe") {
		t.Errorf("of the words just typed there is %+v", r)
	}
	key(w, fyne.KeyDown, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != entry {
		t.Errorf("after Esc the keyboard is at %v", w.Canvas().Focused())
	}
	if w.Shell.Here().Area != screen.Prepare || w.Book().School() != before {
		t.Error("Esc changes something")
	}
}

func TestGivenNothingFoundThenASentenceSaysSoAndEnterStays(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.Find()
	if !reads(w, "Finds names, texts and codes") {
		t.Error("nothing says what can be searched")
	}
	typing(w, "qqq")
	if !reads(w, "Nothing has “qqq” in it.") || reads(w, "Finds names") {
		t.Errorf("on the screen are %q", w.Texts())
	}
	key(w, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	finderOn(t, w)
	key(w, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	if !reads(w, "Finds names, texts and codes") {
		t.Error("without letters nothing says what can be searched")
	}
}

func TestGivenAFinderWhenOneClicksBesideItItGoesAndOnAResultItIsTaken(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.Find()
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 700))
	if w.Canvas().Overlays().Top() != nil || w.Shell.Here().Area != screen.Vision {
		t.Fatal("a click beside the finder does not close it, or goes through")
	}
	w.Shell.Find()
	typing(w, "g1")
	w.Canvas().Unfocus() // as Fyne does when one clicks beside what has the keyboard
	w.Runner.Advance(time.Millisecond)
	if w.Canvas().Focused() == nil {
		t.Error("a click within the finder takes the keyboard from it")
	}
	for _, o := range test.LaidOutObjects(finderOn(t, w)) {
		if words, ok := o.(*canvas.Text); ok && words.Text == "G1" {
			test.TapCanvas(w.Canvas(), uitest.Place(o))
		}
	}
	if here := w.Shell.Here(); here.View != "goal" {
		t.Errorf("a click leads to %s", here)
	}
}

func TestGivenSomethingOnTopThenOnlyOneFinderComesAndNoneOverADialog(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.Find()
	w.Shell.Palette()
	if n := len(w.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d finders are on show", n)
	}
	key(w, fyne.KeyEscape)
	w.Shell.Show(&app.Error{Op: "test", Kind: app.KindConflict, Text: app.Say("error.conflict")})
	w.Shell.Palette()
	if _, ok := w.Canvas().Overlays().Top().(*finder.Finder); ok {
		t.Error("a finder lies over a dialog")
	}
}

func TestGivenAFinderWhenAShortcutLeadsElsewhereThenItGoes(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.Palette()
	typing(w, "g1")
	w.Shell.Go(screen.Route{Area: screen.Documents})
	if w.Canvas().Overlays().Top() != nil || w.Shell.Here().Area != screen.Documents {
		t.Errorf("on top is %T, the place is %s", w.Canvas().Overlays().Top(), w.Shell.Here())
	}
}

// A keystroke finds and draws within what a hand does not notice, in a school ten times the sample too.
func BenchmarkFinder(b *testing.B) {
	words, err := translations.New("et")
	if err != nil {
		b.Fatal(err)
	}
	w := uitest.For(b, uitest.Options{Language: "et", At: "vision", Records: sample.Large(words, 10)})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			w.Shell.Palette()
			typing(w, "o") // reads the book
			key(w, fyne.KeyEscape)
		}
	})
	w.Shell.Palette()
	w.Image()
	for _, c := range []string{"a", "opetaja", "g1"} {
		typing(w, c[:len(c)-1])
		b.Run("keystroke/"+c, func(b *testing.B) {
			for b.Loop() {
				typing(w, c[len(c)-1:])
				b.StopTimer()
				key(w, fyne.KeyBackspace)
				b.StartTimer()
			}
		})
		for range len(c) - 1 {
			key(w, fyne.KeyBackspace)
		}
	}
}

func TestGivenThePaletteThenEveryViewOfAStageIsFound(t *testing.T) {
	for typed, want := range map[string]string{"results of the self": "assessment/results", "needs that": "assessment/needs", "surveys of": "assessment/surveys",
		"sets of questions": "assessment/frameworks", "what has moved": "assessment/compare", "begin a self": "assessment/start"} {
		w := uitest.For(t, uitest.Options{At: "vision"})
		w.Shell.Palette()
		typing(w, typed)
		key(w, fyne.KeyReturn)
		if got := w.Shell.Here().String(); got != want {
			t.Errorf("%q leads to %s, not to %s", typed, got, want)
		}
	}
}

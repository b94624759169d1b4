package frameworkscreen_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/framework"
	"waymark/app/prepare"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/ui/kit"
	"waymark/ui/uitest"
)

func school(t *testing.T) []app.Record {
	t.Helper()
	records, err := prepare.School("Oak School", sample.Today())
	if err != nil {
		t.Fatal(err)
	}
	return records
}

func open(t *testing.T) *uitest.Window {
	t.Helper()
	return uitest.For(t, uitest.Options{At: "assessment/frameworks", Records: school(t)})
}

func sees(w *uitest.Window, text string) bool {
	return slices.ContainsFunc(w.Texts(), func(seen string) bool { return strings.Contains(seen, text) })
}

func mustSee(t *testing.T, w *uitest.Window, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !sees(w, text) {
			t.Errorf("%q is not on the screen: %q", text, w.Texts())
		}
	}
}

func first(t *testing.T, w *uitest.Window) app.OwnFramework {
	t.Helper()
	for own := range w.Book().OwnFrameworks.All() {
		return own
	}
	t.Fatal("there is no set of the school's own")
	return app.OwnFramework{}
}

func items(w *uitest.Window, own app.OwnFramework) []app.OwnItem {
	var all []app.OwnItem
	for _, e := range framework.Elements(w.Book(), own.ID) {
		all = append(all, framework.Items(w.Book(), e.ID)...)
	}
	return all
}

// hands are those of someone who has no mouse.
type hands struct {
	t *testing.T
	w *uitest.Window
}

// to presses Tab until what has the key has the keyboard.
func (h hands) to(key string) {
	h.t.Helper()
	for range 300 {
		h.w.Canvas().FocusNext()
		if page, ok := h.w.Shell.Current().(*kit.Page); ok && page.Widgets().KeyOf(h.w.Canvas().Focused()) == key {
			return
		}
	}
	h.t.Fatalf("Tab does not reach %q", key)
}

func (h hands) write(key, text string) {
	h.t.Helper()
	h.to(key)
	for _, r := range text {
		h.w.Canvas().Focused().TypedRune(r)
	}
	h.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	h.w.Runner.Advance(0)
}

func (h hands) press(key string) {
	h.t.Helper()
	h.to(key)
	h.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	h.w.Runner.Advance(0)
}

func TestGivenNothingWhenASetIsWrittenByKeyboardThenItGoesOutAndComesBackTheSame(t *testing.T) {
	w := open(t)
	h := hands{t, w}
	mustSee(t, w, "There is no set of your own yet.")

	// When a set with an area and a question is written by keyboard alone, each time where the screen leads to,
	h.write("editor.new", "A school that reads")
	own := first(t, w)
	mustSee(t, w, "What do we ask in “A school that reads”?", "1 thing is missing before it can be used", "There is no question yet.")
	h.write("editor.element", "Lessons")
	element := framework.Elements(w.Book(), own.ID)[0]
	h.write("editor.element."+element.RecordID()+".item", "Time to read")
	h.write("editor.term", "reading hour: silent reading")
	mustSee(t, w, "2 things are missing", "“Time to read” has no question yet.", "does not ask anything yet")
	h.press("editor.complete")
	mustSee(t, w, "What do we ask, and what do we see on each level?", "This question is your own.")
	h.to("editor.question.question")
	for _, r := range "When do we read?" {
		w.Canvas().Focused().TypedRune(r)
	}
	for level, text := range []string{"Never.", "Rarely.", "Weekly.", "Daily."} {
		h.write("editor.question.level"+string(rune('1'+level)), text)
	}
	h.press("editor.question.back")

	// then nothing is missing, and the file holds it.
	mustSee(t, w, "Nothing is missing.", "1 question, about 5 minutes")
	own = first(t, w)
	want := framework.Of(w.Book(), own)
	h.press("editor.save")
	mustSee(t, w, "Saved as /school/A school that reads.json")

	// When it is removed, undone, removed again and taken over from the file,
	uitest.Must(t, w.Go("assessment/frameworks"))
	h.press("editor.own." + own.RecordID() + ".remove")
	if w.Book().OwnFrameworks.Len() != 0 || w.Book().OwnItems.Len() != 0 {
		t.Fatal("the set was not removed")
	}
	w.Shell.Undo()
	if !reflect.DeepEqual(framework.Of(w.Book(), first(t, w)), want) {
		t.Error("Undo does not bring the set back as it was")
	}
	h.press("editor.own." + own.RecordID() + ".remove")
	w.Answer = "/school/A school that reads.json"
	h.press("editor.import")

	// then it is there with the same words, by one edit.
	got := framework.Of(w.Book(), first(t, w))
	if !reflect.DeepEqual(got.Words, want.Words) || !reflect.DeepEqual(got.Items()[0].Words, want.Items()[0].Words) || got.Elements[0].Name != "Lessons" {
		t.Errorf("it came back as %+v, want %+v", got, want)
	}
	w.Shell.Undo()
	if b := w.Book(); b.OwnFrameworks.Len()+b.OwnElements.Len()+b.OwnItems.Len() != 0 {
		t.Error("one Undo does not take away what was taken over")
	}
}

func TestGivenAFileWithAFaultThenItsLineIsToldAndNothingIsTaken(t *testing.T) {
	for name, c := range map[string]struct{ data, told string }{
		"not JSON":    {"Dear colleagues", "This is not a set of questions from Waymark."},
		"a level":     {"{\"format\": \"waymark framework\", \"name\": \"n\", \"elements\": [{\"key\": \"e\", \"name\": \"e\", \"items\": [\n{\"key\": \"a\", \"name\": \"Time\", \"question\": \"q\", \"levels\": [\"1\", \"\"]}]}]}", "Line 2: “Time” does not say what is seen on level 2."},
		"broken":      {"{\n\n  \"format\":: 1}", "from line 3, letter 12 on"},
		"wrong types": {"{\n\"name\": 7}", "Line 2: something else stands"},
	} {
		w := open(t)
		w.Answer, w.Files.Contents = "/school/x.json", map[string][]byte{"/school/x.json": []byte(c.data)}
		uitest.Must(t, w.Press("Take over from a file"))
		if !sees(w, c.told) {
			t.Errorf("%s: %q is not told: %q", name, c.told, w.Texts())
		}
		if b := w.Book(); b.OwnFrameworks.Len()+b.OwnElements.Len()+b.OwnItems.Len() != 0 {
			t.Errorf("%s: something was taken over", name)
		}
	}
	w := open(t)
	w.Answer = "/school/gone.json"
	uitest.Must(t, w.Press("Take over from a file"))
	mustSee(t, w, "gone.json")
}

func TestAShippedSetBecomesOurOwnInEveryLanguage(t *testing.T) {
	for language, c := range map[string]struct{ press, name string }{
		"en": {"Make it our own", "Digitally innovative school – Oak School"},
		"et": {"Tee sellest oma koopia", "Digiuuenduslik kool – Oak School"},
	} {
		w := uitest.For(t, uitest.Options{At: "assessment/frameworks", Records: school(t), Language: language})
		uitest.Must(t, w.Press(c.press))
		own := first(t, w)
		shipped := frameworks.All()[0]
		if own.Name != c.name || len(framework.Of(w.Book(), own).Items()) != len(shipped.Items()) {
			t.Errorf("%s: it is called %q and has %d questions", language, own.Name, len(items(w, own)))
		}
		if f := w.Field("editor.name"); f == nil || f.Entry.Text != c.name {
			t.Errorf("%s: the screen is not at the copy", language)
		}
		w.Shell.Undo()
		if w.Book().OwnItems.Len() != 0 {
			t.Errorf("%s: one Undo leaves questions", language)
		}
	}
}

func TestGivenACopiedQuestionThenItSaysUntilWhenItIsComparable(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	item := items(w, first(t, w))[0]
	uitest.Must(t, w.Go("assessment/question/"+item.RecordID()))
	const comparable, changed = "Results stay comparable", "no longer comparable"
	mustSee(t, w, "Copied from “What digital technology is for” in “Digitally innovative school”", comparable)

	uitest.Must(t, w.Type("editor.question.why", "Because."))
	mustSee(t, w, comparable)
	uitest.Must(t, w.Type("editor.question.level2", "Something else."))
	mustSee(t, w, changed)
	if now, _ := w.Book().OwnItems.Get(item.ID); now.Same != "" || now.Why != "Because." {
		t.Errorf("%+v", now)
	}
	w.Shell.Undo()
	mustSee(t, w, comparable)
}

func TestGivenAnotherNumberOfLevelsThenThereIsAFieldForEachAndNoTextIsLost(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	own := first(t, w)
	w.Choice("4").SetSelected("2")
	item := items(w, own)[0]
	uitest.Must(t, w.Go("assessment/question/"+item.RecordID()))
	if w.Field("editor.question.level2") == nil || w.Field("editor.question.level3") != nil {
		t.Error("there are not two fields for two levels")
	}
	uitest.Must(t, w.Go("assessment/framework/"+own.RecordID()))
	w.Choice("2").SetSelected("6")
	mustSee(t, w, "2 levels are not described yet")
	uitest.Must(t, w.Go("assessment/question/"+item.RecordID()))
	if f := w.Field("editor.question.level4"); f == nil || f.Entry.Text != item.Level4 {
		t.Error("the text of level 4 is lost")
	}
}

func TestGivenAQuestionSwitchedOffThenItIsNotCountedAndSaysSo(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	own := first(t, w)
	item := items(w, own)[0]
	uitest.Must(t, w.Go("assessment/question/"+item.RecordID()))
	page := w.Shell.Current().(*kit.Page)
	page.Widgets().Lookup("editor.question.off").(*kit.Check).SetChecked(true)
	uitest.Must(t, w.Go("assessment/framework/"+own.RecordID()))
	mustSee(t, w, "17 questions", "Switched off")
}

func TestAWordWithAColonIsRefusedBesideItsField(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	uitest.Must(t, w.Type("editor.term", "portfolio: what a pupil: collects"))
	uitest.Must(t, w.Type("editor.term.0.word", "port: folio"))
	mustSee(t, w, "A word in the glossary has no colon")
	if got := framework.Terms(first(t, w)); len(got) != 1 || got[0] != (app.Term{Word: "portfolio", Meaning: "what a pupil: collects"}) {
		t.Errorf("%q", got)
	}
}

func TestGivenARoundWhenItsSetIsChangedThenItsResultsStayAndThePageSaysSo(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	own := first(t, w)
	if sees(w, "Rounds that were begun keep") {
		t.Error("a set that no round used speaks of rounds")
	}
	b := w.Book()
	edit, round, err := assessment.Start(b, b.Current().ID, framework.Of(b, own), sample.Today(), app.Both)
	uitest.Must(t, w.Shell.Do(edit, err))
	j := assessment.Of(b, round.ID, items(w, own)[0].RecordID())
	j.Agreed = 3
	edit, err = app.Save(b, j)
	uitest.Must(t, w.Shell.Do(edit, err))
	before, _ := assessment.ResultsOf(b, frameworks.All(), round)
	uitest.Must(t, w.Go("assessment/framework/"+own.RecordID()))
	mustSee(t, w, "Rounds that were begun keep the questions as they were.")

	uitest.Must(t, w.Go("assessment/question/"+items(w, own)[0].RecordID()))
	uitest.Must(t, w.Type("editor.question.question", "Something else?"))
	uitest.Must(t, w.Go("assessment/framework/"+own.RecordID()))
	w.Choice("4").SetSelected("2")

	after, ok := assessment.ResultsOf(b, frameworks.All(), round)
	if !ok || !reflect.DeepEqual(before, after) {
		t.Errorf("the results are %+v, want %+v", after, before)
	}
}

func TestWhatWasRemovedSaysSo(t *testing.T) {
	for _, at := range []string{"assessment/framework/gone", "assessment/question/gone"} {
		w := uitest.For(t, uitest.Options{At: at})
		mustSee(t, w, "This is no longer here.")
		uitest.Must(t, w.Press("To all sets of questions"))
		mustSee(t, w, "Which questions do we ask?")
	}
}

func TestGivenAWordOfAQuestionWhenItIsSearchedForThenItsPageIsShown(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	item := items(w, first(t, w))[3]
	item.Name = "Õhtune lugemisring"
	edit, err := framework.SaveItem(w.Book(), item)
	uitest.Must(t, w.Shell.Do(edit, err))
	uitest.Must(t, w.Go("vision"))
	w.Shell.Find()
	for _, r := range "lugemisring" {
		w.Canvas().Focused().TypedRune(r)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if here := w.Shell.Here().String(); here != "assessment/question/"+item.RecordID() {
		t.Errorf("the search leads to %s", here)
	}
}

func TestOneWhoLeadsIsHelpedOnEveryPage(t *testing.T) {
	w := open(t)
	uitest.Must(t, w.Press("Make it our own"))
	own := first(t, w)
	uitest.Must(t, w.Press("Help for whoever leads"))
	for _, page := range []struct{ at, advice string }{
		{"assessment/framework/" + own.RecordID(), "Explain words"},
		{"assessment/frameworks", "Few questions that are talked about"},
		{"assessment/question/" + items(w, own)[0].RecordID(), "Ask about one thing only."},
	} {
		uitest.Must(t, w.Go(page.at))
		mustSee(t, w, page.advice)
	}
}

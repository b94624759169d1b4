package documentsscreen_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/uitest"
)

func TestThePlanIsWrittenInTheChosenLanguageAndSaidWhere(t *testing.T) {
	// given the documents screen in English, with Estonian chosen for paper
	w := uitest.For(t, uitest.Options{At: "documents"})
	paper := w.Shell.Current().(*kit.Page).Widgets()
	if paper.Lookup("documents.language") == nil {
		t.Fatal("there is no choice of language")
	}
	w.Choice("English").SetSelected("Eesti")
	// when the PDF is made
	uitest.Must(t, w.Press("Make the PDF"))
	// then it is written in Estonian, the window stays English, and the place is told
	if want := []string{"/school/Kooli arengukava.pdf et"}; !slices.Equal(w.Files.Written, want) {
		t.Errorf("written were %q, want %q", w.Files.Written, want)
	}
	if !slices.Contains(w.Texts(), "It is in /school/Kooli arengukava.pdf") {
		t.Errorf("the place is not told: %q", w.Texts())
	}
	uitest.Must(t, w.Press("Open it"))
}

func TestAPlanThatCannotBeWrittenIsTold(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "documents"})
	w.Files.Fail = &app.Error{Op: "write", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", "/school")}
	uitest.Must(t, w.Press("Make the PDF"))
	if !slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.HasPrefix(s, "Waymark cannot write to /school.") }) {
		t.Errorf("nothing is told: %q", w.Texts())
	}
	if b := w.Button("Make the PDF"); b == nil || b.Disabled() {
		t.Error("it cannot be tried again")
	}
}

func TestEachPaperOfTheWorkshopIsMadeAndOpenedByItself(t *testing.T) {
	// given the documents screen
	w := uitest.For(t, uitest.Options{At: "documents"})
	paper := w.Shell.Current().(*kit.Page).Widgets()
	for _, c := range []struct{ key, path string }{
		{".sheets", "/school/Idea sheets.pdf"}, {".board", "/school/Board of ideas.pdf"},
		{".vision", "/school/Our vision.pdf"}, {".minutes", "/school/Minutes of the workshop.pdf"},
	} {
		if paper.Lookup("documents.open"+c.key) != nil {
			t.Errorf("%s can be opened before it is made", c.path)
		}
		// when one is made
		test.Tap(paper.Lookup("documents.write" + c.key).(*kit.Button))
		// then its place is told and it can be opened
		if last := w.Files.Written[len(w.Files.Written)-1]; last != c.path+" en" {
			t.Errorf("written was %q, want %q", last, c.path)
		}
		if !slices.Contains(w.Texts(), "It is in "+c.path) {
			t.Errorf("%s is not told", c.path)
		}
		if _, ok := paper.Lookup("documents.open" + c.key).(*kit.Button); !ok {
			t.Errorf("%s cannot be opened", c.path)
		}
	}
	// and nothing was made of what was not asked for
	if paper.Lookup("documents.open") != nil {
		t.Error("the plan can be opened")
	}
}

func TestTheKeyboardGoesFromTheLanguageDownThePapers(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "documents"})
	paper := w.Shell.Current().(*kit.Page).Widgets()
	w.Canvas().Focus(paper.Lookup("documents.write").(*kit.Button))
	var keys []string
	for range 4 {
		w.Canvas().FocusNext()
		keys = append(keys, paper.KeyOf(w.Canvas().Focused()))
	}
	if want := []string{"documents.write.sheets", "documents.write.board", "documents.write.vision", "documents.write.minutes"}; !slices.Equal(keys, want) {
		t.Errorf("Tab goes to %q, want %q", keys, want)
	}
}

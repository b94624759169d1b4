package documentsscreen_test

import (
	"slices"
	"strings"
	"testing"

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

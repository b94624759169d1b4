package settingsscreen_test

import (
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
	"waymark/ui/uitest"
)

func TestLanguageAndLookChangeAtOnce(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "settings"})
	light := theme.Of(fynetheme.ColorNameBackground)
	w.Choice("Light").SetSelected("Dark")
	if theme.Of(fynetheme.ColorNameBackground) == light {
		t.Error("the look did not change")
	}
	if w.Shell.Mode() != theme.Dark {
		t.Errorf("%q is remembered", w.Shell.Mode())
	}
	w.Choice("English").SetSelected("Eesti")
	if got := w.Shell.Words().Language(); got != "et" {
		t.Errorf("the language is %q", got)
	}
	if w.Choice("Tume") == nil {
		t.Errorf("the look is not shown in Estonian: %q", w.Texts())
	}
}

func TestAnUnknownLookIsLight(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "settings", Mode: "sepia"})
	if got, want := theme.Of(fynetheme.ColorNameBackground), theme.New(theme.Light, 1).Color(fynetheme.ColorNameBackground, fyne.ThemeVariant(0)); got != want {
		t.Errorf("the page is %v, want %v", got, want)
	}
	if w.Choice("Light") == nil {
		t.Errorf("no look is shown: %q", w.Texts())
	}
}

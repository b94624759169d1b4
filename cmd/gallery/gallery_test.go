package main

import (
	"slices"
	"strings"
	"testing"

	"waymark/translations"
	"waymark/ui/theme"
)

// TestNothingIsCutOffOrInTheWay looks through a sample of all looks; `gallery -check` looks through all.
func TestNothingIsCutOffOrInTheWay(t *testing.T) {
	g, err := newGallery("")
	if err != nil {
		t.Fatal(err)
	}
	light := string(theme.Light)
	every := func(state) bool { return true }
	stages := func(s state) bool { return slices.Contains(areas(), s.name) }
	for _, c := range []struct {
		look  look
		draws func(state) bool
	}{
		{look{"en", light, 1366, 768, 1}, every},
		{look{translations.Pseudo, light, 1024, 768, 1}, every},
		{look{"et", light, 1366, 768, 2}, stages},
		{look{"en", light, 1366, 768, theme.MostZoom}, stages},
		{look{"et", string(theme.Contrast), 1920, 1080, theme.LeastZoom}, func(s state) bool { return strings.HasPrefix(s.name, "widgets-") }},
	} {
		for _, s := range g.states[c.look.language] {
			if !c.draws(s) {
				continue
			}
			w, err := s.open(c.look)
			if err != nil {
				t.Fatalf("%s-%s: %v", s.name, c.look, err)
			}
			for _, fault := range w.Faults() {
				t.Errorf("%s-%s: %s", s.name, c.look, fault)
			}
		}
	}
}

func TestEveryStateHasANameOfItsOwnInEveryLanguage(t *testing.T) {
	g, err := newGallery("")
	if err != nil {
		t.Fatal(err)
	}
	names := func(language string) []string {
		var all []string
		for _, s := range g.states[language] {
			all = append(all, s.name)
		}
		return all
	}
	english := names("en")
	if len(slices.Compact(slices.Clone(english))) != len(english) {
		t.Errorf("a name is there twice: pictures would overwrite each other: %v", english)
	}
	for _, language := range languages() {
		if got := names(language); !slices.Equal(got, english) {
			t.Errorf("%s has other states, so that sheets would show different things side by side: %v", language, got)
		}
	}
}

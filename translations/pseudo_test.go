package translations_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"waymark/app"
	"waymark/data/fonts"
	"waymark/translations"
)

func TestPseudoSaysEveryTextLongerWithItsPlaceholders(t *testing.T) {
	// Given every English text with a word in each of its placeholders,
	english, pseudo := printer(t, "en"), printer(t, translations.Pseudo)
	for key, s := range catalogue(t, "en") {
		if strings.HasPrefix(key, "date.layout.") || key == "money.symbol_first" {
			continue
		}
		for _, count := range []int{1, 21} {
			var pairs []any
			for _, name := range s.placeholders() {
				if name != "count" {
					pairs = append(pairs, name, "XQX")
				}
			}
			if s.plural {
				pairs = append(pairs, "count", count)
			}

			// when it is said in Pseudo,
			plain, got := english.Text(app.Say(key, pairs...)), pseudo.Text(app.Say(key, pairs...))

			// then it is in brackets, longer, whole, and can be drawn.
			if !strings.HasPrefix(got, "[") || !strings.HasSuffix(got, "]") {
				t.Errorf("%s: %q has no brackets", key, got)
			}
			words := strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(plain, "XQX", ""), " ", ""), "\n", "")
			least := utf8.RuneCountInString(plain) + 2 + utf8.RuneCountInString(words)*35/100 - 1 // digits of the count do not grow
			if n := utf8.RuneCountInString(got); n < least {
				t.Errorf("%s: %q has %d letters, want at least %d", key, got, n, least)
			}
			if strings.Count(got, "XQX") != strings.Count(plain, "XQX") || strings.Count(got, "21") != strings.Count(plain, "21") {
				t.Errorf("%s: %q for %q", key, got, plain)
			}
			for _, r := range got {
				if r != '\n' && !fonts.Covers(r) {
					t.Errorf("%s: %q has %q, which the faces do not cover", key, got, r)
				}
			}
		}
	}
}

func TestPseudoIsNeverOfferedAndWritesDatesAndNumbersAsEnglishDoes(t *testing.T) {
	if slices.Contains(translations.Languages(), translations.Pseudo) || translations.Best(translations.Pseudo) != "en" {
		t.Error("users can come to Pseudo")
	}
	p := printer(t, translations.Pseudo)
	if got, want := p.TypedDate(app.NewDate(2026, time.September, 1)), "01/09/2026"; got != want {
		t.Errorf("date %q, want %q", got, want)
	}
	if got, want := p.Money(120050, "EUR"), "€1,200.50"; got != want {
		t.Errorf("money %q, want %q", got, want)
	}
}

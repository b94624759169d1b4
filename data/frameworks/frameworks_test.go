package frameworks_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"waymark/app"
	"waymark/data/frameworks"
	"waymark/translations"
)

func printer(t *testing.T, language string) *translations.Printer {
	t.Helper()
	p, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A round refers to a shipped framework by its key, so what its items ask may not change under old results: a question or a
// level that is to say something else needs an item with another key.
func TestWhatAShippedItemAsksStaysAsItIs(t *testing.T) {
	words := printer(t, "en")
	want := map[string]string{"digital": "01bd246086650740608d916a", "quick": "ab3adf0929f16569ecee305a"}
	for _, f := range frameworks.All() {
		h := sha256.New()
		for _, i := range f.Items() {
			texts := []string{f.Key, i.Key, strconv.Itoa(i.Levels), words.Text(f.ItemName(i)), words.Text(f.Question(i))}
			for level := 1; level <= i.Levels; level++ {
				texts = append(texts, words.Text(f.Descriptor(i, level)))
			}
			for _, text := range texts {
				_, _ = io.WriteString(h, text+"\x00") // a hash takes everything
			}
		}
		if got := hex.EncodeToString(h.Sum(nil)[:12]); got != want[f.Key] {
			t.Errorf("%s is %q, not %q", f.Key, got, want[f.Key])
		}
	}
}

// Given every shipped item in every language, then each of its texts is there and fits where it is shown.
func TestEveryTextOfEveryItemIsThereAndShort(t *testing.T) {
	for _, language := range translations.Languages() {
		words := printer(t, language)
		check := func(text app.Text, most int) {
			t.Helper()
			if !words.Has(text.Key) {
				t.Errorf("%s: there is no %s", language, text.Key)
			} else if n := utf8.RuneCountInString(words.Text(text)); n < 4 || n > most {
				t.Errorf("%s: %s has %d letters, more than %d", language, text.Key, n, most)
			}
		}
		for _, f := range frameworks.All() {
			check(f.Name(), 60)
			check(f.About(), 240)
			check(f.Source(), 240)
			for _, e := range f.Elements {
				check(f.ElementName(e), 40)
				for _, i := range e.Items {
					check(f.ItemName(i), 60)
					check(f.Question(i), 120)
					check(f.Why(i), 200)
					check(f.Visitor(i), 160)
					check(f.Typical(i), 140)
					for level := 1; level <= i.Levels; level++ {
						check(f.Descriptor(i, level), 160)
						check(f.Step(i, level), 160)
					}
				}
			}
		}
	}
}

func TestEveryItemHasItsPlaceInDigCompOrg(t *testing.T) {
	reached := map[string]bool{}
	for _, f := range frameworks.All() {
		for _, i := range f.Items() {
			areas := i.Areas
			if len(areas) < 1 || len(areas) > 2 {
				t.Errorf("%s is in %q", f.Identity(i), areas)
			}
			for _, area := range areas {
				if reached[area] = true; !slices.Contains(frameworks.Areas(), area) {
					t.Errorf("%s is in %q", f.Identity(i), area)
				}
			}
		}
	}
	for _, area := range frameworks.Areas() {
		if !reached[area] {
			t.Errorf("no item is in %s", area)
		}
		for _, language := range translations.Languages() {
			if words := printer(t, language); !words.Has(app.AreaName(area).Key) {
				t.Errorf("%s: %s has no name", language, area)
			}
		}
	}
}

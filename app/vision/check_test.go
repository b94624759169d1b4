package vision_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/vision"
	"waymark/data/sample"
	"waymark/translations"
)

// found returns the ends of the keys of findings with the words they name.
func found(text, language string) map[string][]string {
	all := map[string][]string{}
	for _, f := range vision.Check(text, language) {
		all[strings.TrimPrefix(f.Text.Key, "vision.check.")] = f.Words
	}
	return all
}

func TestCheckSaysWhatThereIsToThinkAbout(t *testing.T) {
	long := strings.Repeat("Every pupil learns something new. ", 9)
	sentence := "Every pupil learns " + strings.Repeat("very ", 23) + "much."
	for _, c := range []struct {
		language, text string
		want           map[string][]string
	}{
		{"en", "", map[string][]string{"empty": nil}},
		{"et", " \n … !", map[string][]string{"empty": nil}},
		{"en", "Every pupil asks questions.", map[string][]string{}},
		{"et", "Iga õpilane küsib.", map[string][]string{}},
		{"en", long, map[string][]string{"long": nil}},
		{"fi", long, map[string][]string{"long": nil}},
		{"en", "Ask. " + sentence, map[string][]string{"sentence": {sentence}}},
		{"en", "We teach 21st-century skills in a world-class, innovative school of excellence.",
			map[string][]string{"worn": {"21st-century", "world-class", "innovative", "excellence"}}},
		{"en", "Innovative, innovative and INNOVATION: pupils learn.", map[string][]string{"worn": {"Innovative"}}},
		{"et", "Õpetame 21. sajandi oskusi tipptasemel, jätkusuutlikus ja innovaatilises koolis.",
			map[string][]string{"worn": {"21. sajandi", "tipptasemel", "jätkusuutlikus", "innovaatilises"}}},
		{"et", "Õppijakeskne kool, kus õpitakse nüüdisaegselt.", map[string][]string{"worn": {"Õppijakeskne", "nüüdisaegselt"}}},
		{"en", "Every pupil has a tablet.", map[string][]string{"equipment": {"tablet"}}},
		{"en", "Every learner and teacher has Wi-Fi.", map[string][]string{"equipment": {"Wi-Fi"}}},
		{"et", "Igal õpilasel ja õpetajal on sülearvuti.", map[string][]string{"equipment": {"sülearvuti"}}},
		{"et", "Igal õppijal on oma seade.", map[string][]string{"equipment": {"seade"}}},
		{"en", "Tablets help every pupil to learn.", map[string][]string{}},
		{"en", "Our house is warm.", map[string][]string{"nobody": nil}},
		{"et", "Meie maja on soe.", map[string][]string{"nobody": nil}},
		{"en", "Fast networks and new screens.", map[string][]string{"equipment": {"networks", "screens"}, "nobody": nil}},
		{"fi", "Innovatiivinen koulu.", map[string][]string{}},
	} {
		if diff := cmp.Diff(c.want, found(c.text, c.language)); diff != "" {
			t.Errorf("%s %q: %s", c.language, c.text, diff)
		}
	}
}

func TestTheVisionOfThePracticeSchoolHoldsUpToTheCheck(t *testing.T) {
	for _, code := range translations.Languages() {
		words, err := translations.New(code)
		if err != nil {
			t.Fatal(err)
		}
		b, err := app.NewBook(sample.Build(words)...)
		if err != nil {
			t.Fatal(err)
		}
		statement := vision.Of(b, b.Current().ID).Statement
		if got := found(statement, code); len(got) > 0 {
			t.Errorf("%s: %q has %v", code, statement, got)
		}
	}
}

func TestEveryLanguageHasWordsForTheCheck(t *testing.T) {
	for _, code := range translations.Languages() {
		if got := found("x", code); !cmp.Equal(got, map[string][]string{"nobody": nil}) {
			t.Errorf("%s: %v", code, got)
		}
	}
}

func TestWordsNamedStandInTheText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		piece := rapid.SampledFrom([]string{"innovative", "Tablets", "pupil", "õpib", "21st century", "\u0301", "’", "-", " ", "\n", ". ", "ß", "😀", "\xff"})
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(piece, rapid.String()), 0, 60).Draw(r, "text"), " ")
		for _, language := range []string{"en", "et", "", "fi"} {
			for _, f := range vision.Check(text, language) {
				for _, word := range f.Words {
					if !strings.Contains(text, word) || word == "" {
						r.Fatalf("%s: %q is not in %q", language, word, text)
					}
				}
			}
		}
	})
}

// statement returns n words in sentences of nine.
func statement(n int) string {
	words := strings.Fields("every innovative pupil õpetaja learns with tablets outdoors und lõpuks 21st century tippkool quiet corners friends")
	var text []string
	for i := range n {
		word := words[(i*i+i/7)%len(words)]
		if i%9 == 8 {
			word += "."
		}
		text = append(text, word)
	}
	return strings.Join(slices.Clip(text), " ")
}

func BenchmarkCheckOfTwoThousandWords(b *testing.B) {
	text := statement(2000)
	for b.Loop() {
		vision.Check(text, "et")
	}
}

package translations_test

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/app"
	"waymark/translations"
)

// Given any text as every argument of any sentence, when the sentence is said, then the text stands in it letter by
// letter: nothing within it is carried out as a template, and no other sentence is said.
func FuzzArguments(f *testing.F) {
	for i, text := range []string{"Feedback that helps", "{{.count}}", "{{.typed}} {{range $x := .}}{{$x}}{{end}}", "{{template \"x\"}}", "{{printf \"%01000000d\" 1}}",
		"{{", "}}", "{{/*", "${path} %s %d %!", "<no value>", "error.date", "\xff\x00\u202e", "“õäöü” 🎉"} {
		f.Add(text, i*97, uint16(i*131))
	}
	type language struct {
		words *translations.Printer
		all   map[string]sentence
		keys  []string
	}
	var languages []language
	for _, code := range translations.Languages() {
		all := catalogue(f, code)
		languages = append(languages, language{printer(f, code), all, slices.Sorted(maps.Keys(all))})
	}
	f.Fuzz(func(t *testing.T, text string, count int, which uint16) {
		for _, l := range languages {
			key := l.keys[int(which)%len(l.keys)]
			s := l.all[key]
			args, inText := map[string]any{}, []string{}
			for _, name := range s.placeholders() {
				args[name] = text
				inText = append(inText, "{{."+name+"}}", text)
			}
			form := s.forms["other"]
			if s.plural {
				args["count"] = count
				inText = append([]string{"{{.count}}", strconv.Itoa(count)}, inText...)
				if count == 1 || count == -1 {
					form = s.forms["one"]
				}
			}
			want := strings.NewReplacer(inText...).Replace(form)
			if got := l.words.Text(app.Text{Key: key, Args: args}); got != want {
				t.Fatalf("%s %s with %q says %q, want %q", l.words.Language(), key, text, got, want)
			}
			// and as a sentence within a sentence
			inner := l.words.Text(app.Text{Key: text})
			if !l.words.Has(text) && inner != text {
				t.Fatalf("the unknown key %q says %q", text, inner)
			}
			if got := l.words.Say("edit.add", "what", app.Text{Key: text}); !strings.Contains(got, inner) {
				t.Fatalf("%q within a sentence says %q", text, got)
			}
			if got := l.words.Money(app.Money(count), text); !strings.Contains(got, text) && !strings.ContainsAny(got, "€£$₾") {
				t.Fatalf("%d in the currency %q is %q", count, text, got)
			}
		}
		if !slices.Contains(translations.Languages(), translations.Best(text)) {
			t.Fatalf("best for %q is %q", text, translations.Best(text))
		}
	})
}

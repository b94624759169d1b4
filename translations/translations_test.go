package translations_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"waymark/app"
	"waymark/data/fonts"
	"waymark/translations"
)

// plurals are the CLDR forms of whole numbers in each language. A new language belongs here first.
var plurals = map[string][]string{
	"en": {"one", "other"},
	"et": {"one", "other"},
}

var (
	keyShape    = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$`)
	placeholder = regexp.MustCompile(`\{\{\.([a-z][a-z0-9_]*)\}\}`)
)

// sentence is one entry of a catalogue: its plural forms, or its only text under "other".
type sentence struct {
	file   string
	plural bool
	forms  map[string]string
}

// placeholders returns the names of all forms together, sorted.
func (s sentence) placeholders() []string {
	names := map[string]bool{}
	for _, text := range s.forms {
		for _, match := range placeholder.FindAllStringSubmatch(text, -1) {
			names[match[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// catalogue reads every file of a language. A key that is there twice, in one file or in two, is an error of the test.
func catalogue(t testing.TB, code string) map[string]sentence {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(code, "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files for %s (%v)", code, err)
	}
	all := map[string]sentence{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := readCatalogue(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key, s := range entries {
			if before, ok := all[key]; ok {
				t.Errorf("%s is in %s and in %s", key, before.file, name)
			}
			s.file = name
			all[key] = s
		}
	}
	return all
}

// readCatalogue reads one file key by key, since decoding into a map would hide a key that is there twice.
func readCatalogue(data []byte) (map[string]sentence, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	if start, err := decoder.Token(); err != nil || start != json.Delim('{') {
		return nil, fmt.Errorf("not an object (%v)", err)
	}
	entries := map[string]sentence{}
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		key := token.(string)
		if _, ok := entries[key]; ok {
			return nil, fmt.Errorf("%s is there twice", key)
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		s := sentence{plural: value[0] == '{', forms: map[string]string{}}
		if s.plural {
			err = json.Unmarshal(value, &s.forms)
		} else {
			var text string
			err = json.Unmarshal(value, &text)
			s.forms["other"] = text
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
		entries[key] = s
	}
	_, err := decoder.Token()
	return entries, err
}

func TestACatalogueWithAKeyTwiceIsRefused(t *testing.T) {
	if _, err := readCatalogue([]byte(`{"a.b": "one", "a.b": "two"}`)); err == nil {
		t.Error("no error for a key that is there twice")
	}
}

func TestEveryLanguageSaysTheSame(t *testing.T) {
	english := catalogue(t, "en")
	for _, code := range translations.Languages() {
		all := catalogue(t, code)
		for key, s := range all {
			reference, ok := english[key]
			if !ok {
				t.Errorf("%s: %s is not in English", s.file, key)
				continue
			}
			if got, want := s.placeholders(), reference.placeholders(); !slices.Equal(got, want) {
				t.Errorf("%s: %s has placeholders %v, in English %v", s.file, key, got, want)
			}
			if s.plural != reference.plural {
				t.Errorf("%s: %s has plural forms in one language only", s.file, key)
			}
			if filepath.Base(s.file) != filepath.Base(reference.file) {
				t.Errorf("%s: %s is in %s in English", s.file, key, reference.file)
			}
		}
		for key := range english {
			if _, ok := all[key]; !ok {
				t.Errorf("%s: %s is missing", code, key)
			}
		}
	}
}

func TestEveryTextIsWellFormed(t *testing.T) {
	for _, code := range translations.Languages() {
		want, ok := plurals[code]
		if !ok {
			t.Errorf("the plural forms of %s are not known to this test", code)
		}
		for key, s := range catalogue(t, code) {
			if !keyShape.MatchString(key) {
				t.Errorf("%s: %q is not a dotted key in lower case", s.file, key)
			}
			if got := slices.Sorted(maps.Keys(s.forms)); s.plural && !slices.Equal(got, want) {
				t.Errorf("%s: %s has the forms %v, want %v", s.file, key, got, want)
			}
			// go-i18n looks for the form of the count and finds none in a text without forms.
			if !s.plural && slices.Contains(s.placeholders(), "count") {
				t.Errorf("%s: %s counts, so it needs plural forms", s.file, key)
			}
			for form, text := range s.forms {
				checkText(t, s.file+": "+key+" ("+form+")", text)
			}
		}
	}
}

func checkText(t *testing.T, where, text string) {
	t.Helper()
	if strings.TrimSpace(text) == "" {
		t.Errorf("%s is empty", where)
	} else if strings.TrimSpace(text) != text {
		t.Errorf("%s begins or ends with space: %q", where, text)
	}
	if strings.ContainsAny(placeholder.ReplaceAllString(text, ""), "{}") {
		t.Errorf("%s has a brace that belongs to no placeholder: %q", where, text)
	}
	for _, r := range text {
		if r != '\n' && !fonts.Covers(r) {
			t.Errorf("%s has %q (%U), which the fonts do not cover", where, r, r)
		}
		if unicode.IsControl(r) && r != '\n' {
			t.Errorf("%s has a control character %U", where, r)
		}
	}
}

func TestEveryTextCanBeSaid(t *testing.T) {
	for _, code := range translations.Languages() {
		p := printer(t, code)
		for key, s := range catalogue(t, code) {
			for count := range 3 {
				var pairs []any
				for _, name := range s.placeholders() {
					if name != "count" {
						pairs = append(pairs, name, "X")
					}
				}
				if s.plural {
					pairs = append(pairs, "count", count)
				}
				got := p.Text(app.Say(key, pairs...))
				if got == key || strings.Contains(got, "<no value>") {
					t.Errorf("%s: %s with %v says %q", s.file, key, pairs, got)
				}
			}
		}
	}
}

func TestEveryLanguageHasAFolderAndAName(t *testing.T) {
	folders, err := filepath.Glob("*/format.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) != len(translations.Languages()) {
		t.Errorf("folders %v for languages %v", folders, translations.Languages())
	}
	for _, code := range translations.Languages() {
		name := translations.NativeName(code)
		if name == code {
			t.Errorf("%s has no name", code)
		}
		for _, r := range name {
			if !fonts.Covers(r) {
				t.Errorf("the name of %s has %q, which the fonts do not cover", code, r)
			}
		}
	}
}

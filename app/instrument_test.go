package app

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// aFile is a framework file of two items with a marked place in each line that a test puts something else into.
const aFile = `{
  "format": "waymark framework",
  "version": 1,
  "key": "reading",
  "name": "A school that reads",
  "level_names": ["beginning", "lived"],
  "glossary": [{"word": "reading hour", "meaning": "silent reading"}],
  "elements": [
    {
      "key": "lessons",
      "name": "Lessons",
      "items": [
        {"key": "a", "name": "Time", "question": "When?", "levels": ["Now and then.", "Daily."]},
        {
          "key": "b",
          "name": "Books",
          "question": "Which?",
          "levels": ["Few.", "Many."],
          "steps": ["Buy some."]
        }
      ]
    }
  ]
}
`

// Given a framework file with one thing wrong, when it is read, then it is refused with the line and the reason.
func TestAFrameworkFileTellsWhereItIsWrong(t *testing.T) {
	deep := strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000)
	for name, c := range map[string]struct {
		old, new string // what stands in the file, and what instead
		key      string
		line     int // 0 where the whole file is wrong
	}{
		"another format":             {`"waymark framework"`, `"something else"`, "error.framework.foreign", 0},
		"a newer version":            {`"version": 1`, `"version": 2`, "error.framework.newer", 0},
		"no name":                    {`"A school that reads"`, `" "`, "error.framework.name", 0},
		"a number for the name":      {`"A school that reads"`, `7`, "error.framework.type", 5},
		"names for other levels":     {`["beginning", "lived"]`, `["beginning"]`, "error.framework.level_names", 0},
		"a word for the glossary":    {`[{"word": "reading hour", "meaning": "silent reading"}]`, `"none"`, "error.framework.type", 7},
		"a word for the elements":    {`"elements": [`, `"elements": "none", "more": [`, "error.framework.type", 8},
		"a word for an element":      {`"elements": [`, `"elements": ["none",`, "error.framework.type", 8},
		"an element without a name":  {`"Lessons"`, `""`, "error.framework.element_name", 9},
		"an element there twice":     {"    }\n  ]\n", "    }, {\"key\": \"lessons\", \"name\": \"x\"}\n  ]\n", "error.framework.twice", 22},
		"an item without a question": {`"When?"`, `""`, "error.framework.item_words", 13},
		"an item there twice":        {`"key": "b"`, `"key": "a"`, "error.framework.twice_item", 14},
		"one level":                  {`["Now and then.", "Daily."]`, `["Daily."]`, "error.framework.levels", 13},
		"seven levels":               {`["Now and then.", "Daily."]`, `["1","2","3","4","5","6","7"]`, "error.framework.levels", 13},
		"no levels":                  {`, "levels": ["Now and then.", "Daily."]`, ``, "error.framework.levels", 13},
		"other levels than before":   {`["Few.", "Many."]`, `["Few.", "More.", "Many."]`, "error.framework.other_levels", 14},
		"an empty level":             {`"Many."`, `"  "`, "error.framework.level", 14},
		"more steps than levels":     {`["Buy some."]`, `["1", "2", "3"]`, "error.framework.steps", 14},
		"numbers for levels":         {`["Few.", "Many."]`, `[1, 2]`, "error.framework.type", 18},
		"a text without end":         {`"Which?"`, `"Which`, "error.framework.syntax", 17},
		"a comma too many":           {`"Many."]`, `"Many.",]`, "error.framework.syntax", 18},
		"cut off":                    {"      ]\n    }\n  ]\n}\n", "", "error.framework.syntax", 20},
		"something behind":           {"  ]\n}\n", "  ]\n}\n{}", "error.framework.more", 25},
		"nested without end":         {`"steps": ["Buy some."]`, `"other": ` + deep, "error.framework.syntax", 19},
		"a text beyond all measure":  {`"Which?"`, `"` + strings.Repeat("?", MaxText+1) + `"`, "error.framework.text", 14},
		"a list instead":             {"{\n  \"format\"", "[\n  \"format\"", "error.framework.foreign", 0},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(aFile, c.old) {
				t.Fatalf("the file has no %q", c.old)
			}
			_, err := ReadFramework([]byte(strings.Replace(aFile, c.old, c.new, 1)))
			var told *Error
			if !errors.As(err, &told) || told.Kind != KindInvalid || told.Text.Key != c.key {
				t.Fatalf("%v, want %s", err, c.key)
			}
			if line, _ := told.Text.Args["line"].(int); line != c.line {
				t.Errorf("told in line %d, want %d", line, c.line)
			}
		})
	}
}

// Given bytes that are no framework file at all, when they are read, then each is told what it is not.
func TestWhatIsNoFrameworkFileIsTold(t *testing.T) {
	for name, c := range map[string]struct{ data, key string }{
		"nothing":       {"", "error.framework.foreign"},
		"no JSON":       {"Dear colleagues", "error.framework.foreign"},
		"other JSON":    {`{"name": "waymark"}`, "error.framework.foreign"},
		"a spreadsheet": {"PK\x03\x04\x00\x00", "error.framework.foreign"},
		"too large":     {strings.Repeat(" ", MaxFrameworkBytes+1), "error.framework.long"},
		"no items":      {`{"format": "waymark framework", "version": 1, "name": "x", "elements": []}`, "error.framework.empty"},
		"areas of one key": {`{"format": "waymark framework", "elements": [` + strings.Repeat(`{"key": "y", "name": "x"},`, 2) +
			`{"key": "z", "name": "x"}]}`, "error.framework.twice"},
	} {
		_, err := ReadFramework([]byte(c.data))
		if KindOf(err) != KindInvalid || Sentence(err).Key != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
}

// Given more than a file may hold, when it is read, then it is refused whole.
func TestAFrameworkFileHasLimits(t *testing.T) {
	f, err := ReadFramework([]byte(aFile))
	if err != nil {
		t.Fatal(err)
	}
	for name, grow := range map[string]func(f *Framework, n int){
		"areas": func(f *Framework, n int) {
			for n += maxElements - len(f.Elements); n > 0; n-- {
				f.Elements = append(f.Elements, Element{Key: fmt.Sprint(n), Name: "x"})
			}
		},
		"items": func(f *Framework, n int) {
			one := f.Elements[0].Items[0]
			for n += maxItems - len(f.Elements[0].Items); n > 0; n-- {
				one.Key = fmt.Sprint(n)
				f.Elements[0].Items = append(f.Elements[0].Items, one)
			}
		},
		"words": func(f *Framework, n int) {
			for n += maxTerms - len(f.Words.Glossary); n > 0; n-- {
				f.Words.Glossary = append(f.Words.Glossary, Term{fmt.Sprint(n), ""})
			}
		},
	} {
		for beyond, key := range []string{"", "error.framework.many"} {
			grown := f
			grown.Elements = []Element{f.Elements[0]}
			grow(&grown, beyond)
			_, err := ReadFramework(WriteFramework(grown))
			if key == "" && err != nil || key != "" && (KindOf(err) != KindInvalid || Sentence(err).Key != key) {
				t.Errorf("%s, %d beyond the limit: %v", name, beyond, err)
			}
		}
	}
}

// Given a file with a byte order mark and names that this version does not know, when it is read, then they are passed over.
func TestAFrameworkFileMayHoldMore(t *testing.T) {
	more := strings.Replace(aFile, `"version": 1,`, `"version": 1, "licence": {"name": ["CC", 0]},`, 1)
	f, err := ReadFramework([]byte("\ufeff" + more))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := ReadFramework([]byte(aFile))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(plain, f); diff != "" {
		t.Error(diff)
	}
	if f.Words.Levels[1] != "lived" || f.Words.Glossary[0].Word != "reading hour" || len(f.Items()) != 2 || f.Items()[1].Words.Steps[0] != "Buy some." {
		t.Errorf("%+v", f)
	}
}

// aText is any text as the program keeps it, line is one of one line; both have letters.
func aText() *rapid.Generator[string] {
	return rapid.Map(rapid.String(), Clean)
}

func aLine() *rapid.Generator[string] {
	return rapid.Map(rapid.StringN(1, 40, -1), func(s string) string {
		if s = CleanLine(s); s == "" {
			return "–"
		}
		return s
	})
}

// Given any framework, when it is written and read, then it is the same and written again gives the same bytes.
func TestAWrittenFrameworkReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.IntRange(LeastLevels, MostLevels).Draw(t, "levels")
		f := Framework{Key: aLine().Draw(t, "key"), Own: true, Words: FrameworkWords{Name: aLine().Draw(t, "name"),
			About: aText().Draw(t, "about"), Source: aText().Draw(t, "source")}}
		if rapid.Bool().Draw(t, "named") {
			f.Words.Levels = rapid.SliceOfN(aLine(), levels, levels).Draw(t, "names")
		}
		for range rapid.IntRange(0, 3).Draw(t, "terms") {
			f.Words.Glossary = append(f.Words.Glossary, Term{aLine().Draw(t, "word"), CleanLine(aText().Draw(t, "meaning"))})
		}
		keys := rapid.SliceOfNDistinct(aLine(), 1, 8, rapid.ID).Draw(t, "keys")
		for n, key := range keys {
			if n == 0 || rapid.Bool().Draw(t, "element") {
				f.Elements = append(f.Elements, Element{Key: key, Name: aLine().Draw(t, "element name")})
			}
			e := &f.Elements[len(f.Elements)-1]
			i := Item{Key: key, Levels: levels, Same: CleanLine(aText().Draw(t, "same")), Words: ItemWords{Name: aLine().Draw(t, "item"),
				Question: "?" + aText().Draw(t, "question"), Why: aText().Draw(t, "why"), Visitor: aText().Draw(t, "visitor"),
				Typical: aText().Draw(t, "typical"), Levels: rapid.SliceOfN(aLine(), levels, levels).Draw(t, "descriptors")}}
			i.Words.Question = Clean(i.Words.Question)
			if n := rapid.IntRange(0, levels).Draw(t, "steps"); n > 0 {
				i.Words.Steps = rapid.SliceOfN(rapid.Map(aText(), CleanLine), n, n).Draw(t, "steps")
			}
			e.Items = append(e.Items, i)
		}
		written := WriteFramework(f)
		read, err := ReadFramework(written)
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if diff := cmp.Diff(f, read); diff != "" {
			t.Fatal(diff)
		}
		if again := WriteFramework(read); string(again) != string(written) {
			t.Fatalf("written again it is\n%s\nwant\n%s", again, written)
		}
	})
}

// Given any bytes, when they are read as a framework, then it can be written and read again, or an Error says what is wrong.
func FuzzReadFramework(f *testing.F) {
	f.Add([]byte(aFile))
	f.Add([]byte(`{"format":"waymark framework","elements":[{"items":[null]}]}`))
	f.Add([]byte(`{"glossary":null,"elements":null,"level_names":[null]}`))
	f.Add([]byte("{\"a\":\xff"))
	f.Add([]byte(aFile + aFile))
	f.Add([]byte(`{"format": 1e999}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		framework, err := ReadFramework(data)
		if err != nil {
			if KindOf(err) != KindInvalid || !strings.HasPrefix(Sentence(err).Key, "error.framework.") {
				t.Fatalf("%v is no sentence for a user", err)
			}
			return
		}
		again, err := ReadFramework(WriteFramework(framework))
		if err != nil {
			t.Fatalf("what was read cannot be read again: %v\n%s", err, WriteFramework(framework))
		}
		if diff := cmp.Diff(framework, again); diff != "" {
			t.Fatal(diff)
		}
	})
}

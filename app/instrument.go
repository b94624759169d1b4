package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The name and version that a framework file begins with. The version changes when a reader of the old one would go wrong.
const (
	FrameworkFormat  = "waymark framework"
	FrameworkVersion = 1
)

// What a framework file may hold, so that one made to hurt cannot take all memory or time.
const (
	MaxFrameworkBytes = 2 << 20
	maxElements       = 60
	maxItems          = 300
	maxTerms          = 500
)

// writtenFramework is a framework as data/exchange/FRAMEWORK.md describes it.
type writtenFramework struct {
	Format     string           `json:"format"`
	Version    int              `json:"version"`
	Key        string           `json:"key"`
	Name       string           `json:"name"`
	About      string           `json:"about"`
	Source     string           `json:"source"`
	LevelNames []string         `json:"level_names"`
	Glossary   []writtenTerm    `json:"glossary"`
	Elements   []writtenElement `json:"elements"`
}

type writtenTerm struct {
	Word    string `json:"word"`
	Meaning string `json:"meaning"`
}

type writtenElement struct {
	Key   string        `json:"key"`
	Name  string        `json:"name"`
	Items []writtenItem `json:"items"`
}

type writtenItem struct {
	Key      string   `json:"key"`
	Same     string   `json:"same"`
	Name     string   `json:"name"`
	Question string   `json:"question"`
	Why      string   `json:"why"`
	Visitor  string   `json:"visitor"`
	Evidence string   `json:"evidence"`
	Levels   []string `json:"levels"`
	Steps    []string `json:"steps"`
}

// WriteFramework returns a framework that carries its words as a framework file: JSON as data/exchange/FRAMEWORK.md
// describes it. Equal frameworks give equal bytes.
func WriteFramework(f Framework) []byte {
	w := writtenFramework{Format: FrameworkFormat, Version: FrameworkVersion, Key: f.Key, Name: f.Words.Name, About: f.Words.About,
		Source: f.Words.Source, LevelNames: append([]string{}, f.Words.Levels...), Glossary: []writtenTerm{}, Elements: []writtenElement{}}
	for _, t := range f.Words.Glossary {
		w.Glossary = append(w.Glossary, writtenTerm(t))
	}
	for _, e := range f.Elements {
		element := writtenElement{Key: e.Key, Name: e.Name, Items: []writtenItem{}}
		for _, i := range e.Items {
			words := i.Words
			element.Items = append(element.Items, writtenItem{Key: i.Key, Same: i.Same, Name: words.Name, Question: words.Question, Why: words.Why,
				Visitor: words.Visitor, Evidence: words.Typical, Levels: words.Levels, Steps: append([]string{}, words.Steps...)})
		}
		w.Elements = append(w.Elements, element)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(w); err != nil {
		panic("app: " + err.Error()) // texts and lists of texts can always be written
	}
	return out.Bytes()
}

// ReadFramework returns the framework of a framework file. The Error is of KindInvalid and says in which line what is wrong.
func ReadFramework(data []byte) (Framework, error) {
	if len(data) > MaxFrameworkBytes {
		return Framework{}, Invalid("read framework", Say("error.framework.long", "most", MaxFrameworkBytes>>20))
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r := frameworkReader{data: data, decoder: json.NewDecoder(bytes.NewReader(data))}
	err := r.read()
	var told *Error
	switch {
	case err == nil:
		return r.framework(), nil
	case errors.As(err, &told):
		return Framework{}, err
	}
	return Framework{}, r.fault(err)
}

// frameworkReader reads the items one by one, so that it knows in which line each begins.
type frameworkReader struct {
	data    []byte
	decoder *json.Decoder
	written writtenFramework
	items   int
	keys    map[string]int // line of each item's key
	levels  int
}

// place is line and column of an offset, counted from 1; columns are letters.
func (r *frameworkReader) place(offset int64) (line, column int) {
	before := r.data[:min(max(offset, 0), int64(len(r.data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// past is the first offset from one on at which none of the letters stands.
func (r *frameworkReader) past(at int64, letters string) int64 {
	for at < int64(len(r.data)) && strings.IndexByte(letters, r.data[at]) >= 0 {
		at++
	}
	return at
}

// begins is where the next value begins.
func (r *frameworkReader) begins() int64 { return r.past(r.decoder.InputOffset(), " \t\r\n,:") }

// value decodes the next value and tells in which line of it something else stands than should.
func (r *frameworkReader) value(into any) error {
	from := r.past(r.decoder.InputOffset(), " \t\r\n")
	if from < int64(len(r.data)) && (r.data[from] == ',' || r.data[from] == ':') {
		from++ // the decoder counts from here
	}
	err := r.decoder.Decode(into)
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		line, _ := r.place(from + kind.Offset)
		field := kind.Field
		if field == "" {
			field = kind.Type.String()
		}
		return &Error{Op: "read framework", Kind: KindInvalid, Text: Say("error.framework.type", "line", line, "field", field), Err: err}
	}
	return err
}

// at is an error about what begins at an offset.
func (r *frameworkReader) at(offset int64, key string, pairs ...any) error {
	line, _ := r.place(offset)
	return Invalid("read framework", Say(key, append(pairs, "line", line)...))
}

// fault says where JSON breaks off or is none.
func (r *frameworkReader) fault(err error) error {
	offset := int64(len(r.data))
	var syntax *json.SyntaxError
	if whole := json.Unmarshal(r.data, &json.RawMessage{}); errors.As(whole, &syntax) {
		offset = max(syntax.Offset-1, 0) // the decoder counts from the value it was at
	}
	line, column := r.place(offset)
	return &Error{Op: "read framework", Kind: KindInvalid, Text: Say("error.framework.syntax", "line", line, "column", column), Err: err}
}

func (r *frameworkReader) read() error {
	if !bytes.HasPrefix(bytes.TrimSpace(r.data), []byte("{")) {
		return Invalid("read framework", Say("error.framework.foreign"))
	}
	r.keys = map[string]int{}
	err := r.object(func(name string) error {
		switch name {
		case "format":
			return r.value(&r.written.Format)
		case "version":
			return r.value(&r.written.Version)
		case "key":
			return r.value(&r.written.Key)
		case "name":
			return r.value(&r.written.Name)
		case "about":
			return r.value(&r.written.About)
		case "source":
			return r.value(&r.written.Source)
		case "level_names":
			return r.value(&r.written.LevelNames)
		case "glossary":
			return r.value(&r.written.Glossary)
		case "elements":
			return r.list(r.element)
		}
		return r.pass()
	})
	if err != nil {
		return err
	}
	if behind := r.begins(); behind < int64(len(r.data)) {
		return r.at(behind, "error.framework.more")
	}
	switch w := r.written; {
	case w.Format != FrameworkFormat:
		return Invalid("read framework", Say("error.framework.foreign"))
	case w.Version > FrameworkVersion:
		return Invalid("read framework", Say("error.framework.newer"))
	case strings.TrimSpace(w.Name) == "":
		return Invalid("read framework", Say("error.framework.name"))
	case r.items == 0:
		return Invalid("read framework", Say("error.framework.empty"))
	case len(w.LevelNames) > 0 && len(w.LevelNames) != r.levels:
		return Invalid("read framework", Say("error.framework.level_names", "names", len(w.LevelNames), "levels", r.levels))
	case len(w.Glossary) > maxTerms:
		return Invalid("read framework", Say("error.framework.many"))
	}
	return nil
}

// object reads an object; field reads the value of each name.
func (r *frameworkReader) object(field func(name string) error) error {
	if err := r.open('{'); err != nil {
		return err
	}
	for r.decoder.More() {
		name, err := r.decoder.Token()
		if err != nil {
			return err
		}
		if err := field(fmt.Sprint(name)); err != nil {
			return err
		}
	}
	_, err := r.decoder.Token()
	return err
}

func (r *frameworkReader) list(value func() error) error {
	if err := r.open('['); err != nil {
		return err
	}
	for r.decoder.More() {
		if err := value(); err != nil {
			return err
		}
	}
	_, err := r.decoder.Token()
	return err
}

func (r *frameworkReader) open(want json.Delim) error {
	at := r.begins()
	got, err := r.decoder.Token()
	if err == nil && got != want {
		return r.at(at, "error.framework.type", "field", want.String())
	}
	return err
}

// pass reads over a value that this version does not know.
func (r *frameworkReader) pass() error {
	var raw json.RawMessage
	return r.value(&raw)
}

func (r *frameworkReader) element() error {
	at := r.begins()
	r.written.Elements = append(r.written.Elements, writtenElement{})
	e := &r.written.Elements[len(r.written.Elements)-1]
	if len(r.written.Elements) > maxElements {
		return r.at(at, "error.framework.many")
	}
	err := r.object(func(name string) error {
		switch name {
		case "key":
			return r.value(&e.Key)
		case "name":
			return r.value(&e.Name)
		case "items":
			return r.list(func() error { return r.item(e) })
		}
		return r.pass()
	})
	if err == nil && strings.TrimSpace(e.Name) == "" {
		return r.at(at, "error.framework.element_name")
	}
	if err != nil {
		return err
	}
	for _, other := range r.written.Elements[:len(r.written.Elements)-1] {
		if other.Key == e.Key {
			return r.at(at, "error.framework.twice", "key", e.Key)
		}
	}
	return nil
}

func (r *frameworkReader) item(e *writtenElement) error {
	at := r.begins()
	var i writtenItem
	if err := r.value(&i); err != nil {
		return err
	}
	first, twice := r.keys[i.Key]
	r.keys[i.Key], _ = r.place(at)
	r.items++
	named := Say("error.framework.item", "item", Shorten(firstText(i.Name, i.Question, i.Key), 40))
	switch {
	case r.items > maxItems:
		return r.at(at, "error.framework.many")
	case strings.TrimSpace(i.Key) == "" || strings.TrimSpace(i.Name) == "" || strings.TrimSpace(i.Question) == "":
		return r.at(at, "error.framework.item_words", "item", named)
	case twice:
		return r.at(at, "error.framework.twice_item", "key", i.Key, "first", first)
	case len(i.Levels) < LeastLevels || len(i.Levels) > MostLevels:
		return r.at(at, "error.framework.levels", "item", named, "number", len(i.Levels), "least", LeastLevels, "most", MostLevels)
	case r.levels > 0 && len(i.Levels) != r.levels:
		return r.at(at, "error.framework.other_levels", "item", named, "number", len(i.Levels), "levels", r.levels)
	case len(i.Steps) > len(i.Levels):
		return r.at(at, "error.framework.steps", "item", named)
	}
	for n, level := range i.Levels {
		if strings.TrimSpace(level) == "" {
			return r.at(at, "error.framework.level", "item", named, "level", n+1)
		}
	}
	for _, text := range append(append([]string{i.Name, i.Question, i.Why, i.Visitor, i.Evidence, i.Same}, i.Levels...), i.Steps...) {
		if utf8.RuneCountInString(text) > MaxText {
			return r.at(at, "error.framework.text", "item", named)
		}
	}
	r.levels = len(i.Levels)
	e.Items = append(e.Items, i)
	return nil
}

func firstText(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// framework is what was read, cleaned.
func (r *frameworkReader) framework() Framework {
	w := r.written
	f := Framework{Key: CleanLine(w.Key), Own: true, Words: FrameworkWords{Name: CleanLine(w.Name), About: Clean(w.About), Source: Clean(w.Source),
		Levels: cleanLines(w.LevelNames)}}
	for _, t := range w.Glossary {
		if word := CleanLine(t.Word); word != "" {
			f.Words.Glossary = append(f.Words.Glossary, Term{word, CleanLine(t.Meaning)})
		}
	}
	for _, e := range w.Elements {
		element := Element{Key: CleanLine(e.Key), Name: CleanLine(e.Name)}
		for _, i := range e.Items {
			element.Items = append(element.Items, Item{Key: CleanLine(i.Key), Levels: len(i.Levels), Same: CleanLine(i.Same), Words: ItemWords{
				Name: CleanLine(i.Name), Question: Clean(i.Question), Why: Clean(i.Why), Visitor: Clean(i.Visitor), Typical: Clean(i.Evidence),
				Levels: cleanLines(i.Levels), Steps: cleanLines(i.Steps)}})
		}
		f.Elements = append(f.Elements, element)
	}
	return f
}

func cleanLines(texts []string) []string {
	var clean []string
	for _, t := range texts {
		clean = append(clean, CleanLine(t))
	}
	return clean
}

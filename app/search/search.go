// Package search finds the records of a book by the words in them while one types, and matches the same words with short
// texts that are no records. It imports app, app/planning and the decomposition of letters of golang.org/x/text.
//
// A word of a query is found at the beginning of a word or, ranked lower, inside one; the case of letters and their accents
// make no difference, but the same accents rank higher.
package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"waymark/app"
)

// Index is a book made ready to be searched, as it was when the Index was made. It is safe for concurrent use.
type Index struct {
	letters []byte // of all fields, a space behind each
	edges   []edge
	fields  []field
	entries []entry
	current app.ID[app.Cycle]
}

// entry is a record.
type entry struct {
	record      app.Record
	cycle       app.ID[app.Cycle]
	code        string
	title       string // when no field has it
	first, last int32  // its fields, without the last
}

// field is a text of a record.
type field struct {
	text, tag          string
	name               bool  // the record is known by it
	letters, lettersTo int32 // in the letters of the index
	edges, edgesTo     int32
}

// Result is a record that was found.
type Result struct {
	Record app.Record
	Code   string            // as in planning.Codes, such as V1, N2, G3 or A4; empty when it has none
	Cycle  app.ID[app.Cycle] // to which it belongs; none for the school and its members
	// Title is the name of the record, or of what it is about: the item of a judgement, the framework of an assessment, the
	// indicator of a measurement, the action of a check-in. It is empty for visions, reviews and cycles without a name.
	Title Excerpt
	// Field is the json tag of the text in which the words were found, and Excerpt a piece of that text. Of words in several
	// texts it is the text that counts most; for a record found by its code alone it is its name.
	Field   string
	Excerpt Excerpt
	Score   int // higher is better; comparable between the results of one query
}

// New returns the index of a book. Say puts the names of frameworks and their items into the language of the screen; it is
// called only now.
func New(b *app.Book, say func(app.Text) string) *Index {
	g := gather(b, say)
	x := &Index{fields: g.fields, entries: g.entries, current: g.current}
	f := folder{folded: folded{make([]byte, 0, g.size+len(g.fields)), make([]edge, 0, g.size/16)}}
	for i := range x.fields {
		at := &x.fields[i]
		at.letters, at.edges = int32(len(f.letters)), int32(len(f.edges))
		f.fold(at.text)
		at.lettersTo, at.edgesTo = int32(len(f.letters)), int32(len(f.edges))
		f.letters = append(f.letters, ' ')
	}
	x.letters, x.edges = f.letters, f.edges
	return x
}

// hit is an entry that has all words of a query.
type hit struct {
	entry, field int
	score        int
}

// Find returns the records that have all words of a query, best first, and how many there are in all. At most most are
// returned, each excerpt with at most letters letters. Equally good ones are in the order of the plan and the book, those of
// the current cycle first. A query without letters and digits finds nothing.
func (x *Index) Find(query string, most, letters int) (results []Result, all int) {
	words := wordsOf(query)
	if len(words) == 0 || most <= 0 {
		return nil, 0
	}
	var hits []hit
	for _, i := range x.candidates(words) {
		if h, ok := x.look(i, words); ok {
			hits = append(hits, h)
		}
	}
	slices.SortFunc(hits, x.compare)
	for _, h := range hits[:min(most, len(hits))] {
		results = append(results, x.result(h, words, letters))
	}
	return results, len(hits)
}

// compare puts better hits first, then those of the current cycle, then those that come first in the book or the plan.
func (x *Index) compare(a, b hit) int {
	e, f := &x.entries[a.entry], &x.entries[b.entry]
	past := func(e *entry) int {
		if e.cycle == "" || e.cycle == x.current {
			return 0
		}
		return 1
	}
	order := cmp.Or(b.score-a.score, past(e)-past(f))
	if order == 0 && e.record.RecordKind() == f.record.RecordKind() {
		order = cmp.Or(len(e.code)-len(f.code), strings.Compare(e.code, f.code))
	}
	return cmp.Or(order, a.entry-b.entry)
}

// candidates returns the entries, in order, in which the longest word may be found.
func (x *Index) candidates(words []word) []int {
	longest := slices.MaxFunc(words, func(a, b word) int { return len(a.letters) - len(b.letters) })
	var found []int
	for at, i := 0, 0; ; i++ {
		ahead := bytes.Index(x.letters[at:], longest.letters)
		if ahead < 0 {
			break
		}
		for at += ahead; x.end(i) <= at; {
			i++
		}
		found = append(found, i)
		at = x.end(i)
	}
	if !longest.maybeCode() {
		return found
	}
	for i := range x.entries {
		if codeWorth(x.entries[i].code, &longest) > 0 {
			found = append(found, i)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// end returns where the letters of an entry end, 0 when it has none.
func (x *Index) end(i int) int {
	e := x.entries[i]
	if e.first == e.last {
		return 0
	}
	return int(x.fields[e.last-1].lettersTo)
}

func (x *Index) folded(field int) folded {
	f := x.fields[field]
	return folded{x.letters[f.letters:f.lettersTo], x.edges[f.edges:f.edgesTo]}
}

// look tells what an entry is worth; it is no hit when a word is missing.
func (x *Index) look(i int, words []word) (hit, bool) {
	e := &x.entries[i]
	h := hit{entry: i, field: x.name(e)}
	var worths [mostWords]int
	most, together := 0, 0
	for k := int(e.first); k < int(e.last); k++ {
		t, sum, missing := x.folded(k), 0, false
		for w := range words {
			worth, _ := t.best(&words[w])
			if worth > 0 && x.fields[k].name {
				worth += atName
			}
			missing = missing || worth == 0
			worths[w] = max(worths[w], worth)
			sum += worth
		}
		if !missing {
			sum += inOneField
			together = inOneField
		}
		if sum > most {
			most, h.field = sum, k
		}
	}
	for w := range words {
		worth := max(worths[w], codeWorth(e.code, &words[w]))
		if worth == 0 {
			return hit{}, false
		}
		h.score += worth
	}
	h.score += together
	return h, true
}

// name returns the field by which an entry is known, -1 when it has none.
func (x *Index) name(e *entry) int {
	for k := e.first; k < e.last; k++ {
		if x.fields[k].name {
			return int(k)
		}
	}
	return -1
}

// maybeCode tells whether a word looks like a code: a letter and digits.
func (w *word) maybeCode() bool {
	if len(w.letters) < 2 || w.letters[0]-'a' >= 26 || len(w.accents) > 0 {
		return false
	}
	return !slices.ContainsFunc(w.letters[1:], func(c byte) bool { return !digit(rune(c)) })
}

// codeWorth returns what a word is worth for the code of a record: most when it is the code, as much as a name when the
// code begins with it.
func codeWorth(code string, w *word) int {
	switch {
	case len(code) < len(w.letters) || !w.maybeCode() || !strings.EqualFold(code[:len(w.letters)], string(w.letters)):
		return 0
	case len(code) == len(w.letters):
		return atCode
	}
	return atBegin + atName
}

func (x *Index) result(h hit, words []word, letters int) Result {
	e := &x.entries[h.entry]
	r := Result{Record: e.record, Code: e.code, Cycle: e.cycle, Score: h.score}
	excerpt := func(field int) Excerpt { return around(x.fields[field].text, x.folded(field), words, letters) }
	if name := x.name(e); name >= 0 {
		r.Title = excerpt(name)
	} else {
		r.Title = around(e.title, folded{}, nil, letters)
	}
	if h.field >= 0 {
		r.Field, r.Excerpt = x.fields[h.field].tag, excerpt(h.field)
	}
	return r
}

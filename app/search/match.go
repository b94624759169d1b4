package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// What a word of a query is worth where it is found. Each outweighs all that come after it.
const (
	atCode     = 1000 // is the code of the record
	atBegin    = 20   // at the beginning of a word, not inside
	atName     = 12   // in the name, not in another text
	exactly    = 6    // with the same accents
	asWhole    = 2    // up to the end of the word
	atFirst    = 1    // at the beginning of the text
	inOneField = 4    // for the whole query: all words are in one text
	best       = atBegin + exactly + asWhole + atFirst
)

// What counts of a query; nobody types more.
const (
	mostLetters = 200
	mostWords   = 16
)

// Match looks for the words of query in a text that is no record's, such as the name of a command or a screen. The score
// can be compared with those of other texts and with Result.Score for the same query, where the text counts as a name.
// Spans tells where the words are in text. It is not ok when a word is missing or the query has none.
func Match(query, text string) (score int, spans []Span, ok bool) {
	words := wordsOf(query)
	if len(words) == 0 {
		return 0, nil, false
	}
	var f folder
	f.fold(text)
	for i := range words {
		worth, _ := f.best(&words[i])
		if worth == 0 {
			return 0, nil, false
		}
		score += worth + atName
	}
	return score + inOneField, f.spans(text, words, Span{0, len(text)}), true
}

// word is one word of a query.
type word struct {
	letters []byte
	accents []edge // what the letters lost
	short   bool   // one letter, which counts only where a word begins
}

// wordsOf returns the different words of a query.
func wordsOf(query string) []word {
	var f folder
	query = strings.TrimLeftFunc(query, func(r rune) bool { return !belongs(r) })
	f.fold(firstLetters(query, mostLetters))
	var words []word
	for from := 0; from < len(f.letters) && len(words) < mostWords; {
		length := bytes.IndexByte(f.letters[from:], ' ')
		if length < 0 {
			length = len(f.letters) - from
		}
		w := word{letters: f.letters[from : from+length]}
		for _, e := range f.edges {
			if at := int(e.at) - from; e.accent != 0 && at >= 0 && at < length {
				e.at = int32(at)
				w.accents = append(w.accents, e)
			}
		}
		// Scripts without spaces have words of one letter anywhere.
		r, n := utf8.DecodeRune(w.letters)
		w.short = n == length && r < 0x2e80
		if length > 0 && !slices.ContainsFunc(words, func(other word) bool { return bytes.Equal(other.letters, w.letters) }) {
			words = append(words, w)
		}
		from += length + 1
	}
	return words
}

// firstLetters returns the first n letters of a text.
func firstLetters(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i]
		}
	}
	return text
}

// place is where a word was found in the letters of a text.
type place struct {
	from, to             int
	begins, exact, whole bool
}

// worth is what the place counts, leaving aside in which text it is.
func (p place) worth() int {
	worth := 1
	if p.exact {
		worth += exactly
	}
	if p.begins {
		worth += atBegin - 1
		if p.whole {
			worth += asWhole
		}
		if p.from == 0 {
			worth += atFirst
		}
	}
	return worth
}

// finder goes from place to place of a word in a text.
type finder struct {
	folded
	word     *word
	at, edge int // where to look on
}

// next returns the next place; none is left when it is not ok.
func (f *finder) next() (place, bool) {
	for f.at < len(f.letters) {
		i := bytes.Index(f.letters[f.at:], f.word.letters)
		if i < 0 {
			break
		}
		p := place{from: f.at + i, to: f.at + i + len(f.word.letters)}
		f.at = p.from + 1
		p.begins = p.from == 0 || parts(f.letters[p.from-1])
		p.whole = p.to == len(f.letters) || parts(f.letters[p.to])
		for f.edge < len(f.edges) && int(f.edges[f.edge].at) < p.from {
			f.edge++
		}
		f.accents(&p)
		if p.begins || !f.word.short {
			return p, true
		}
	}
	f.at = len(f.letters)
	return place{}, false
}

// parts tells whether a word ends before and begins behind a byte.
func parts(c byte) bool { return c == ' ' || c == '.' }

// accents looks at the edges of a place: whether they are those of the word, and whether a hyphen is on either side.
func (f *finder) accents(p *place) {
	p.exact = f.edge == 0 || int(f.edges[f.edge-1].at+f.edges[f.edge-1].width) <= p.from
	found := 0
	for _, e := range f.edges[f.edge:] {
		switch at := int(e.at); {
		case at > p.to || at == p.to && e.width > 0:
			p.exact = p.exact && found == len(f.word.accents)
			return
		case e.joint && at == p.from:
			p.begins = true
		case e.joint && at == p.to:
			p.whole = true
		case e.accent != 0 && at < p.to && (e.width > 0 || at > p.from):
			same := found < len(f.word.accents) && int(f.word.accents[found].at) == at-p.from && f.word.accents[found].accent == e.accent
			p.exact = p.exact && same
			found++
		}
	}
	p.exact = p.exact && found == len(f.word.accents)
}

// best returns the first of the places of a word that are worth most; worth 0 when there is none.
func (t folded) best(w *word) (worth int, at place) {
	f := finder{folded: t, word: w}
	for p, ok := f.next(); ok && worth < best-atFirst; p, ok = f.next() {
		if n := p.worth(); n > worth {
			worth, at = n, p
		}
	}
	return worth, at
}

// spans returns where the words are in a text that was folded to t, all that touch a part of it and perhaps some before: in
// order, apart from one another, and without tearing a letter from its accents.
func (t folded) spans(text string, words []word, within Span) []Span {
	var spans []Span
	for i := range words {
		f := finder{folded: t, word: &words[i], at: max(0, t.lettersOf(within.From)-len(words[i].letters))}
		for p, ok := f.next(); ok; p, ok = f.next() {
			span := whole(text, t.origin(p.from, p.to))
			if span.From >= within.To {
				break
			}
			spans = append(spans, span)
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	apart := spans[:0]
	for _, s := range spans {
		if last := len(apart) - 1; last >= 0 && s.From <= apart[last].To {
			apart[last].To = max(apart[last].To, s.To)
		} else {
			apart = append(apart, s)
		}
	}
	return apart
}

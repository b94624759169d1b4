package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Excerpt is a piece of a text on one line, with … where something before or behind it is left out.
type Excerpt struct {
	Text  string
	Spans []Span // where the words of the query are in Text: in order and apart from one another
}

// Span is the part of a text from byte From up to, but not with, byte To.
type Span struct{ From, To int }

const cut = "…"

// around returns at most n letters of a text that was folded to t, around the best place of the words; the beginning of
// the text when it has none of them.
func around(text string, t folded, words []word, n int) Excerpt {
	if n <= 0 {
		return Excerpt{}
	}
	match := Span{}
	most := 0
	for i := range words {
		worth, p := t.best(&words[i])
		if span := t.origin(p.from, p.to); worth > most || worth == most && worth > 0 && span.From < match.From {
			most, match = worth, whole(text, span)
		}
	}
	l := lineOf(text, match, n)
	from, to := l.window(n)
	before, behind := "", ""
	if from > 0 || l.before {
		before = cut
	}
	if to < l.len() || l.behind {
		behind = cut
	}
	if from == to && before+behind != "" {
		return Excerpt{Text: cut}
	}
	e := Excerpt{Text: before + l.text[l.starts[from]:l.starts[to]] + behind}
	for _, s := range t.spans(text, words, Span{l.left, l.right}) {
		s = Span{max(l.place(s.From), l.starts[from]), min(l.place(s.To), l.starts[to])}
		if s.From < s.To {
			shift := len(before) - l.starts[from]
			e.Spans = append(e.Spans, Span{s.From + shift, s.To + shift})
		}
	}
	return e
}

// line is the part of a text around a match, with single spaces.
type line struct {
	text           string
	starts         []int // of each letter in text, and the end of text
	origin         []int // of each byte of text, and of its end
	left, right    int   // the part of the original text
	before, behind bool  // whether there is more of it
	from, to       int   // letters of the match
}

// lineOf returns the match with up to n letters on either side.
func lineOf(text string, match Span, n int) line {
	l := line{left: match.From, right: match.To}
	for letters := 0; l.left > 0 && letters < n; letters++ {
		l.left = backward(text, l.left)
	}
	for letters := 0; l.right < len(text) && letters < n; letters++ {
		l.right = forward(text, l.right)
	}
	for l.left < match.From && !border(text, l.left) {
		l.left = forward(text, l.left)
	}
	l.before = strings.TrimSpace(text[:l.left]) != ""
	l.behind = strings.TrimSpace(text[l.right:]) != ""
	var b strings.Builder
	spaced := !l.before
	for i := l.left; i < l.right; {
		r, size := utf8.DecodeRuneInString(text[i:])
		blank := unicode.IsSpace(r)
		if i <= match.From {
			l.from = len(l.starts)
		}
		if !blank || !spaced {
			l.starts = append(l.starts, b.Len())
			if blank {
				b.WriteByte(' ')
				l.origin = append(l.origin, i)
			} else {
				b.WriteString(text[i : i+size])
				for k := range size {
					l.origin = append(l.origin, i+k)
				}
			}
		}
		spaced = blank
		i += size
		if i <= match.To {
			l.to = len(l.starts)
		}
	}
	l.text = b.String()
	if !l.behind && strings.HasSuffix(l.text, " ") {
		l.text = l.text[:len(l.text)-1]
		l.starts = l.starts[:len(l.starts)-1]
		l.origin = l.origin[:len(l.origin)-1]
	}
	l.starts = append(l.starts, len(l.text))
	l.origin = append(l.origin, l.right)
	l.to = min(l.to, l.len())
	l.from = min(l.from, l.to)
	return l
}

// backward returns where the letter before i begins; all space between two words is one letter.
func backward(text string, i int) int {
	r, size := utf8.DecodeLastRuneInString(text[:i])
	i -= size
	for unicode.IsSpace(r) && i > 0 {
		before, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsSpace(before) {
			break
		}
		i -= size
	}
	return i
}

// forward returns where the letter at i ends; all space between two words is one letter.
func forward(text string, i int) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	i += size
	for unicode.IsSpace(r) && i < len(text) {
		next, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(next) {
			break
		}
		i += size
	}
	return i
}

func (l line) len() int { return len(l.starts) - 1 }

// place returns where in the line a byte of the original text is.
func (l line) place(origin int) int {
	at, _ := slices.BinarySearch(l.origin, origin)
	return min(at, len(l.text))
}

// window chooses which letters to show, so that with the marks of what is cut they are at most n.
func (l line) window(n int) (from, to int) {
	if !l.before && !l.behind && l.len() <= n {
		return 0, l.len()
	}
	if l.before || l.to > n*2/3 {
		lead := max(0, n-(l.to-l.from)-2) / 3
		from = l.wordFrom(max(0, l.from-lead), l.from)
	}
	room := n
	if from > 0 || l.before {
		room--
	}
	if spare := room - (l.len() - from); spare >= 0 && !l.behind {
		if from > 0 {
			from = l.wordFrom(max(0, from-spare), from)
		}
		return from, l.len()
	}
	return from, l.wordTo(from, max(from, from+room-1))
}

// wordFrom returns the first letter from … to that begins a word; when none does, the first that can be cut off.
func (l line) wordFrom(from, to int) int {
	for i := from; i <= to; i++ {
		if i == 0 && !l.before || i > 0 && l.text[l.starts[i-1]] == ' ' {
			return i
		}
	}
	for from < to && !border(l.text, l.starts[from]) {
		from++
	}
	return from
}

// wordTo returns the last end of a word up to to that leaves the match whole; when there is none, the last place that can
// be cut.
func (l line) wordTo(from, to int) int {
	for i := to; i > from && i >= l.to; i-- {
		if l.starts[i] < len(l.text) && l.text[l.starts[i]] == ' ' {
			return i
		}
	}
	for to > from && !border(l.text, l.starts[to]) {
		to--
	}
	return to
}

// whole widens a span until it tears no letter.
func whole(text string, s Span) Span {
	for !border(text, s.From) {
		_, n := utf8.DecodeLastRuneInString(text[:s.From])
		s.From -= n
	}
	for !border(text, s.To) {
		_, n := utf8.DecodeRuneInString(text[s.To:])
		s.To += n
	}
	return s
}

const joiner = '\u200d'

// border tells whether a text can be cut before byte i without tearing a letter from its accents, or a picture such as a
// flag or a family into its parts.
func border(text string, i int) bool {
	if i <= 0 || i >= len(text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[i:])
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	switch {
	case next < 0x300 && before < 0x300:
		return true
	case next == joiner || unicode.IsMark(next) || before == joiner && unicode.IsSymbol(next):
		return false
	case next >= 0x1f3fb && next <= 0x1f3ff || next >= 0xe0020 && next <= 0xe007f: // colours of skin, tags of flags
		return false
	case flagLetter(next):
		letters := 0
		for r, n := before, 0; flagLetter(r); letters++ {
			_, n = utf8.DecodeLastRuneInString(text[:i])
			i -= n
			r, _ = utf8.DecodeLastRuneInString(text[:i])
		}
		return letters%2 == 0
	}
	return true
}

// flagLetter tells whether r is one of the letters of which two are a flag.
func flagLetter(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

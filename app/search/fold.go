package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared. Its letters are UTF-8: small letters without accents, digits, a space for each sign
// between words, and a point for each sign between two digits.
type folded struct {
	letters []byte
	edges   []edge // in order
}

// edge is where letters and the text that they came from are not in step: a letter that lost its accent or became two, a
// sign that is left out. What lies between edges has as many bytes on both sides.
type edge struct {
	at, width  int32  // in the letters; a width of 0 is left out
	from, size int32  // in the text
	accent     uint32 // tells what was taken off the letter; 0 for nothing
	joint      bool   // a hyphen or apostrophe within a word, behind which a part of the word begins
}

// origin returns the bytes of the text that the letters from … to came from.
func (t folded) origin(from, to int) Span {
	span := Span{from, to}
	if e, ok := t.edgeBefore(from + 1); !ok {
	} else if end := int(e.at + e.width); from < end {
		span.From = int(e.from)
	} else {
		span.From = int(e.from+e.size) + from - end
	}
	if e, ok := t.edgeBefore(to); ok {
		span.To = int(e.from+e.size) + max(0, to-int(e.at+e.width))
	}
	return span
}

// edgeBefore returns the last edge before a place in the letters.
func (t folded) edgeBefore(at int) (edge, bool) {
	low, high := 0, len(t.edges)
	for low < high {
		if middle := (low + high) / 2; int(t.edges[middle].at) < at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return edge{}, false
	}
	return t.edges[low-1], true
}

// lettersOf returns where in the letters the byte of the text is, or the letter behind it when it is left out.
func (t folded) lettersOf(from int) int {
	low, high := 0, len(t.edges)
	for low < high {
		if middle := (low + high) / 2; int(t.edges[middle].from) <= from {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return from
	}
	e := t.edges[low-1]
	return int(e.at) + max(0, min(int(e.width), from-int(e.from)), int(e.width)+from-int(e.from+e.size))
}

// folder folds one text after another into the same letters and edges. Places in edges count from the beginning of each
// text.
type folder struct {
	folded
	start, first int         // of the text being folded, in letters and edges
	known        [256]letter // by the last byte of the rune, so that the letters of one language are looked up once
}

// letter is what a rune is folded to.
type letter struct {
	rune   rune
	accent uint32
	sort   sort
	uneven bool  // it needs an edge
	width  uint8 // of text, in bytes
	text   [9]byte
}

// sort says what a rune does to a text.
type sort uint8

const (
	space      sort = iota // parts words, as all that is not one of the others
	part                   // belongs to a word
	mark                   // is the accent of the letter before it
	leftOut                // is not seen: a soft hyphen, a mark of direction
	apostrophe             // is left out within a word
	dash                   // is left out within a word, and joins digits
	point                  // joins digits: 1.9.2026, 9:30, 2025/26
)

// fold appends a text.
func (f *folder) fold(text string) {
	f.start, f.first = len(f.letters), len(f.edges)
	for i := 0; i < len(text); {
		end := i
		for end < len(text) && plain(text[end]) {
			end++
		}
		f.letters = append(f.letters, text[i:end]...)
		if i = end; i < len(text) {
			i += f.sign(text, i)
		}
	}
}

// plain tells whether a byte is folded to itself.
func plain(c byte) bool { return c-'a' < 26 || c == ' ' || c-'0' < 10 }

// sign folds the rune at i and returns how many bytes it has.
func (f *folder) sign(text string, i int) int {
	if c := text[i]; c-'A' < 26 {
		f.letters = append(f.letters, c|0x20)
		return 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	l := f.letter(r)
	switch l.sort {
	case part:
		if l.uneven {
			f.edge(l.width, i, n, l.accent)
		}
		f.letters = append(f.letters, l.text[:l.width]...)
	case mark:
		f.mark(i, n, l.accent)
	case leftOut:
		f.edge(0, i, n, 0)
	case apostrophe, dash, point:
		f.between(text, i, n, l.sort)
	default:
		f.instead(' ', i, n)
	}
	return n
}

func (f *folder) letter(r rune) *letter {
	l := &f.known[r&0xff]
	if l.rune != r {
		*l = letterOf(r)
	}
	return l
}

// edge notes that the n bytes of the text at i become the next width bytes of the letters.
func (f *folder) edge(width uint8, i, n int, accent uint32) *edge {
	f.edges = append(f.edges, edge{at: int32(len(f.letters) - f.start), width: int32(width), from: int32(i), size: int32(n), accent: accent})
	return &f.edges[len(f.edges)-1]
}

// instead puts a byte for the n bytes of the text at i.
func (f *folder) instead(c byte, i, n int) {
	if n != 1 {
		f.edge(1, i, n, 0)
	}
	f.letters = append(f.letters, c)
}

// mark puts an accent on the letter before i.
func (f *folder) mark(i, n int, accent uint32) {
	if last := len(f.edges) - 1; last >= f.first && int(f.edges[last].from+f.edges[last].size) == i {
		f.edges[last].size += int32(n)
		f.edges[last].accent += accent
		return
	}
	_, k := utf8.DecodeLastRune(f.letters[f.start:])
	f.edge(uint8(k), i-k, n+k, accent).at -= int32(k)
}

// between folds a sign that joins what is on both sides of it, or parts words as any other sign.
func (f *folder) between(text string, i, n int, s sort) {
	before := byte(' ')
	if len(f.letters) > f.start {
		before = f.letters[len(f.letters)-1]
	}
	next, _ := utf8.DecodeRuneInString(text[i+n:])
	switch {
	case s != apostrophe && digit(rune(before)) && digit(next):
		f.instead('.', i, n)
	case s != point && before != ' ' && f.letter(next).sort == part:
		e := f.edge(0, i, n, 0)
		e.joint = true
		if s == dash {
			e.accent = accentOf('-')
		}
	default:
		f.instead(' ', i, n)
	}
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// accentOf returns a number for an accent; those of a letter with several are added up, in whichever order they are written.
func accentOf(r rune) uint32 { return uint32(r)*0x9e3779b1 | 1 }

func letterOf(r rune) letter {
	switch r {
	case '\'', '’', '‘', '‛', 'ʼ', 'ʻ', 'ʹ', '′', '`', '´', '＇':
		return letter{rune: r, sort: apostrophe}
	case '.', ',', '/', ':':
		return letter{rune: r, sort: point}
	}
	switch {
	case unicode.Is(unicode.Dash, r):
		return letter{rune: r, sort: dash}
	case unicode.Is(unicode.Cf, r):
		return letter{rune: r, sort: leftOut}
	case unicode.Is(unicode.Inherited, r):
		return letter{rune: r, sort: mark, accent: accentOf(r)}
	case !belongs(r):
		return letter{rune: r, sort: space}
	}
	return bare(r)
}

// belongs tells whether a rune is a part of words.
func belongs(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// bare returns a letter without its accents.
func bare(r rune) letter {
	l := letter{rune: r, sort: part}
	l.width = uint8(utf8.EncodeRune(l.text[:], unicode.ToLower(r)))
	l.uneven = int(l.width) != utf8.RuneLen(r)
	var text []byte
	var accent uint32
	for _, d := range norm.NFKD.String(string(r)) {
		d = unicode.ToLower(d)
		if unicode.Is(unicode.Inherited, d) {
			accent += accentOf(d)
			continue
		}
		if !belongs(d) {
			return l
		}
		base, kept := plainForm(d)
		text = append(text, base...)
		if !kept {
			accent += accentOf(d)
		}
	}
	if len(text) == 0 || len(text) > len(l.text) {
		return l
	}
	l.accent = accent
	l.width = uint8(copy(l.text[:], text))
	l.uneven = accent != 0 || len(text) != utf8.RuneLen(r) || utf8.RuneCount(text) != 1
	return l
}

// plainForm returns the letters that people without a key for r type instead, and whether they are the same letter.
func plainForm(r rune) (letters string, same bool) {
	switch r {
	case 'ø':
		return "o", false
	case 'æ':
		return "ae", false
	case 'œ':
		return "oe", false
	case 'ß':
		return "ss", false
	case 'þ':
		return "th", false
	case 'đ', 'ð':
		return "d", false
	case 'ł':
		return "l", false
	case 'ħ':
		return "h", false
	case 'ŧ':
		return "t", false
	case 'ŋ':
		return "n", false
	case 'ı':
		return "i", false
	case 'ґ':
		return "г", false
	case 'ς':
		return "σ", true
	}
	return string(r), true
}

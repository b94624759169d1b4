package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Box stands for a sign that no painter can paint, such as an emoji.
const Box = '□'

// Clean makes text fit to be painted: composed letters (NFC), single spaces, line ends as \n, no control or invisible
// characters, and a Box in place of each sign beyond the 16-bit characters. No letter is lost.
func Clean(text string) string {
	if plain(text) {
		return text
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, "\ufffd")) // composed first: that alone may lead beyond 16 bits
	var b strings.Builder
	b.Grow(len(text))
	space, joined, boxed, half := false, false, false, false
	for i, r := range text {
		flag := half && regional(r) // its second letter
		half = false
		switch {
		case flag:
			continue
		case r == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			continue
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f' || r == '\u0085':
			b.WriteByte('\n')
			space, joined, boxed = false, false, false
			continue
		case r == ' ' || r == '\t':
			space, joined, boxed = true, false, false
			continue
		case r == '\u200d':
			joined = true
			continue
		case invisible(r):
			continue
		case r > 0xffff && boxed && (joined || r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0000):
			joined = false // a part of the sign that the box already stands for
			continue
		}
		if space && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
			b.WriteByte(' ')
		}
		space, joined, boxed, half = false, false, r > 0xffff, regional(r)
		if boxed {
			r = Box
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(strings.Trim(b.String(), "\n"))
}

// plain tells whether Clean has nothing to do.
func plain(text string) bool {
	before := byte(' ')
	for i := range len(text) {
		c := text[i]
		if c < ' ' && c != '\n' || c >= 0x7f || c == ' ' && (before == ' ' || before == '\n') || c == '\n' && before == ' ' {
			return false
		}
		before = c
	}
	return text == "" || before != ' ' && before != '\n'
}

// regional tells whether r is one of the letters of which two make a flag.
func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// invisible tells whether r marks something within text but is not painted itself: controls, soft hyphens, marks of
// direction, variation selectors, the frame of a key.
func invisible(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u00ad' || r == '\u20e3' || r == '\ufeff' || r >= 0xfe00 && r <= 0xfe0f ||
		r >= 0xfff0 && r <= 0xfffb || r == 0xfffe || r == 0xffff || r > 0xff && r <= 0xffff && unicode.Is(unicode.Cf, r)
}

// run is a line of text and its width.
type run struct {
	text  string
	width float64
}

// wrap breaks cleaned text into lines no wider than width, the first one narrower by indent. It breaks at spaces, after
// hyphens and slashes, and within a word only where the word is wider than a line. It relies on widths that add up.
func wrap(text string, width, indent float64, f face, measure Measure) []run {
	if text == "" {
		return nil
	}
	var lines []run
	space := measure(" ", f.size, f.bold)
	room := width - indent
	for {
		line, rest, more := strings.Cut(text, "\n")
		lines, room = wrapLine(lines, line, room, width, space, f, measure)
		if !more {
			return lines
		}
		text = rest
	}
}

const hair = 1e-6 // widths within it are equal

func wrapLine(lines []run, text string, room, width, space float64, f face, measure Measure) ([]run, float64) {
	start, x := 0, 0.0 // of the line that is being filled
	for i := 0; i < len(text); {
		end := pieceEnd(text, i)
		w, gap := measure(text[i:end], f.size, f.bold), 0.0
		if i > start && text[i-1] == ' ' {
			gap = space
		}
		if i > start && x+gap+w > room+hair {
			lines = append(lines, run{strings.TrimRight(text[start:i], " "), x})
			start, x, gap, room = i, 0, 0, width
		}
		if w > room+hair && room < width && w <= width { // the first line is too short, the next one is not
			lines, room = append(lines, run{}), width
		}
		for w > room+hair {
			n := fitting(text[i:end], room, f, measure)
			if n == end-i {
				break
			}
			lines = append(lines, run{text[i : i+n], measure(text[i:i+n], f.size, f.bold)})
			i += n
			start, room = i, width
			w = measure(text[i:end], f.size, f.bold)
		}
		x += gap + w
		i = end
		if i < len(text) && text[i] == ' ' {
			i++
		}
	}
	return append(lines, run{text[start:], x}), width
}

// pieceEnd returns where the piece that begins at i ends: before a space, or after a hyphen or slash between letters.
func pieceEnd(text string, i int) int {
	for j := i; j < len(text); j++ {
		switch c := text[j]; {
		case c == ' ':
			return j
		case (c == '-' || c == '/') && j > i && j+1 < len(text) && letter(text[j-1]) && letter(text[j+1]):
			return j + 1
		}
	}
	return len(text)
}

func letter(c byte) bool { return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' }

// fitting returns how many bytes of word fit into room: at least one rune, and no rune without its accents, unless these
// alone are wider than room.
func fitting(word string, room float64, f face, measure Measure) int {
	fits, x := 0, 0.0
	for i := 0; i < len(word); {
		n, w := 0, 0.0
		for i+n < len(word) {
			r, m := utf8.DecodeRuneInString(word[i+n:])
			step := measure(word[i+n:i+n+m], f.size, f.bold)
			if n > 0 && (!unicode.Is(unicode.Mn, r) || fits == 0 && w+step > room) {
				break
			}
			n, w = n+m, w+step
		}
		if x += w; x > room && fits > 0 {
			break
		}
		i += n
		fits = i
	}
	return fits
}

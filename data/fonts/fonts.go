// Package fonts holds the two faces that Waymark writes with, on screen and on paper, and measures text in them. The
// faces are made by make-fonts.sh; their licence is OFL.txt. It imports x/image/font/sfnt and the standard library only.
package fonts

import (
	_ "embed"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:embed WaymarkSans-Regular.ttf
var regularBytes []byte

//go:embed WaymarkSans-Bold.ttf
var boldBytes []byte

// millimetres is the length of one point.
const millimetres = 25.4 / 72

// Regular returns the regular face as TrueType. The bytes are shared: whoever changes them takes a copy first.
func Regular() []byte { return regularBytes }

// Bold returns the bold face as TrueType, under the same condition as Regular.
func Bold() []byte { return boldBytes }

// Licence returns the licence under which the faces are passed on.
func Licence() string { return licence }

//go:embed OFL.txt
var licence string

// Covers tells whether both faces have a picture of r.
func Covers(r rune) bool {
	return r >= 0 && r <= lastRune && regular.glyph(r)&covered != 0
}

// Measure returns the width in millimetres of text at a size in points, without kerning: exactly what the PDF writer
// advances. A rune that the face lacks is as wide as the box that stands for it.
func Measure(text string, size float64, isBold bool) float64 {
	f := &regular
	if isBold {
		f = &bold
	}
	units := 0
	for _, r := range text {
		units += int(f.glyph(r) & advance)
	}
	return float64(units) * size * millimetres / unitsPerEm
}

// unitsPerEm is the grid of both faces; a test holds it against the files.
const unitsPerEm = 1000

const lastRune = 0xffff

// What is known of a rune: looked up at all, has a glyph, and its advance in font units.
const (
	known   = 1 << 31
	covered = 1 << 30
	advance = covered - 1
)

// face parses its bytes at the first rune asked for, and looks up each rune once.
type face struct {
	bytes  *[]byte
	runes  [lastRune + 1]atomic.Uint32
	lock   sync.Mutex
	parsed *sfnt.Font
	buffer sfnt.Buffer
}

var (
	regular = face{bytes: &regularBytes}
	bold    = face{bytes: &boldBytes}
)

func (f *face) glyph(r rune) uint32 {
	if r < 0 || r > lastRune {
		r = lastRune // not a character, so measured as missing
	}
	if g := f.runes[r].Load(); g != 0 {
		return g
	}
	return f.look(r)
}

func (f *face) look(r rune) uint32 {
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.parsed == nil {
		parsed, err := sfnt.Parse(*f.bytes)
		if err != nil {
			return known // embedded and tested, so never
		}
		f.parsed = parsed
	}
	g := uint32(known)
	index, err := f.parsed.GlyphIndex(&f.buffer, r)
	if err == nil && index != 0 {
		g |= covered
	}
	if width, err := f.parsed.GlyphAdvance(&f.buffer, index, fixed.Int26_6(unitsPerEm), font.HintingNone); err == nil {
		g |= uint32(width) & advance
	}
	f.runes[r].Store(g)
	return g
}

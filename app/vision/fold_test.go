package vision_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"waymark/app/vision"
)

// TestLettersLoseTheirAccents compares with the tables of Unicode: an idea is the same whether its letters of European
// languages are typed with their accents, without them, or with accents that are letters of their own.
func TestLettersLoseTheirAccents(t *testing.T) {
	bare := func(r rune) string {
		return strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(string(r)))
	}
	tried := 0
	for _, block := range [][2]rune{{0xc0, 0x17f}, {0x386, 0x3ce}, {0x400, 0x45f}, {0x1e00, 0x1ef9}} {
		for r := block[0]; r <= block[1]; r++ {
			plain := bare(r)
			if !unicode.IsLetter(r) || plain == string(r) || plain == "ſ" {
				continue
			}
			tried++
			b := newBook(t)
			edit, err := vision.AddIdeas(b, cycle.ID, "wxyzw"+string(r)+"xw\nwxyzw"+plain+"xw\nwxyzw"+norm.NFD.String(string(r))+"xw")
			do(t, b, edit, err)
			if pairs := vision.Duplicates(b, cycle.ID); len(pairs) != 2 {
				t.Errorf("%c is not %s", r, plain)
			}
		}
	}
	if tried < 400 {
		t.Errorf("only %d letters were tried", tried)
	}
}

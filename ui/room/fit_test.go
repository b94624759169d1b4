package room

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/test"

	"waymark/ui/theme"
)

// Given a no-break space, then what it holds together stays on one line, unless it is wider than a line.
func TestANoBreakSpaceHoldsTogether(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	s := sheet{newRuler(), 600, 400}
	for width := float32(150); width < 400; width++ {
		for _, line := range s.wrapped("Mõõda –\u00a0Tõnu\u00a0Maa", 20, false, width) {
			if strings.HasSuffix(line, "–") || strings.HasSuffix(line, "Tõnu") {
				t.Errorf("%v wide: a line is %q", width, line)
			}
		}
	}
	if got := s.wrapped("–\u00a0Tõnu\u00a0Maa", 20, false, 60); !slices.Equal(got, []string{"– Tõnu", "Maa"}) && !slices.Equal(got, []string{"–", "Tõnu", "Maa"}) {
		t.Errorf("a narrow wall has %q", got)
	}
}

// Given words without end, of any letters, when a narrow wall breaks them, then no line is wider than the wall, none begins
// with an accent or within a sign, and nothing is lost.
func TestLongWordsBreakBetweenLetters(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	s := sheet{newRuler(), 600, 400}
	for name, word := range map[string]string{
		"Estonian": "pikksõna", "accents of their own": "e\u0301o\u0308\u0301", "Georgian with accents": "ა\u0301ბ\u0301", "families": "👨‍👩‍👧‍👦",
		"emoji": "😀", "Chinese": "漢字", "no text": "a\xff\uffff", "a heap": "z" + strings.Repeat("\u0301", 30),
	} {
		text := strings.Repeat(word, 60)
		lines := s.wrapped(text, 40, true, 400)
		if len(lines) < 2 {
			t.Errorf("%s: %d lines", name, len(lines))
		}
		if got := strings.Join(lines, ""); got != strings.ToValidUTF8(text, "\ufffd") {
			t.Errorf("%s: letters are lost", name)
		}
		for _, line := range lines {
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			if unicode.Is(unicode.M, first) || first == joiner || last == joiner {
				t.Errorf("%s: a line is %q", name, line)
			}
			if w := s.ruler.width(line, 40, true); w > 400 {
				t.Errorf("%s: a line is %v wide", name, w)
			}
		}
	}
}

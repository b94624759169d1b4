//go:build linux

package display

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The keys <I224> to <I255> are on no real keyboard; each takes two letters, one with Shift.
const (
	firstSpareKey = 224
	spareLetters  = 2 * (256 - firstSpareKey)
)

// teach puts the letters of text that the keyboard lacks on keys. xdotool itself would lend each a key for the moment
// of typing it, and a program that looks a little later finds another letter there or none.
func (s *Screen) teach(text string) {
	s.t.Helper()
	wanted := func(known []rune) []rune {
		for _, r := range text {
			if r > '~' && !slices.Contains(known, r) {
				known = append(known, r)
			}
		}
		return known
	}
	keys := wanted(slices.Clone(s.keys))
	if len(keys) == len(s.keys) {
		return
	}
	if len(keys) > spareLetters {
		keys = wanted(nil)
	}
	if len(keys) > spareLetters {
		s.t.Fatalf("%q has more than %d letters beyond ASCII; type it in parts", text, spareLetters)
	}
	file := filepath.Join(s.home, "keyboard.xkb")
	if err := os.WriteFile(file, []byte(keymap(keys)), 0o600); err != nil {
		s.t.Fatal(err)
	}
	s.output("xkbcomp", "-w", "0", file, s.number)
	s.keys = keys
}

// keymap returns the US keyboard with the letters on its spare keys.
func keymap(letters []rune) string {
	var symbols strings.Builder
	for pair := range slices.Chunk(letters, 2) {
		names := make([]string, 0, 2)
		for _, r := range pair {
			names = append(names, fmt.Sprintf("U%04X", r))
		}
		if len(names) == 1 {
			names = append(names, "NoSymbol")
		}
		number := firstSpareKey + strings.Count(symbols.String(), "\n")
		fmt.Fprintf(&symbols, "\t\tkey <I%d> { type = \"TWO_LEVEL\", [ %s ] };\n", number, strings.Join(names, ", "))
	}
	return `xkb_keymap {
	xkb_keycodes { include "evdev+aliases(qwerty)" };
	xkb_types { include "complete" };
	xkb_compat { include "complete" };
	xkb_symbols {
		include "pc+us"
` + symbols.String() + `	};
	xkb_geometry { include "pc(pc105)" };
};
`
}

//go:build linux

package display

import (
	"errors"
	"fmt"
	"io/fs"
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
	s.awaitKeys()
}

// awaitKeys waits until the window manager answers to its keys. It takes hold of them anew whenever the keyboard
// changes, which the server does once more at the first key that xdotool presses; a key in between is lost.
func (s *Screen) awaitKeys() {
	s.t.Helper()
	if err := os.Remove(s.keysFile()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.t.Fatal(err)
	}
	Until(s.t, "openbox to answer to a key", func() bool {
		s.output("xdotool", "key", "--clearmodifiers", "super+F12")
		_, err := os.Stat(s.keysFile())
		return err == nil
	})
}

// keysFile is there once openbox has answered to a key.
func (s *Screen) keysFile() string { return filepath.Join(s.home, "keys-come-through") }

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

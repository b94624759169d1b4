//go:build linux

package display

import (
	"fmt"
	"image"
	"strings"
	"unicode/utf8"
)

// Keyboard is a window as somebody has it who uses no mouse: keys to press and a picture to look at. Nothing in it moves
// or presses a mouse, so a test that has nothing else cannot.
type Keyboard struct {
	window  *Window
	pressed int
}

// Keyboard waits for a visible window whose title matches the regular expression, gives it the keyboard and returns it.
func (s *Screen) Keyboard(title string) *Keyboard {
	s.t.Helper()
	w := s.Window(title)
	w.Focus()
	return &Keyboard{window: w}
}

// Press presses keys one after the other, each named as xdotool does: "Tab", "ctrl+z", "F11".
func (k *Keyboard) Press(keys ...string) {
	k.window.screen.t.Helper()
	if len(keys) == 0 {
		return
	}
	k.pressed += len(keys)
	k.window.Key(keys...)
}

// Type types a text without line breaks.
func (k *Keyboard) Type(text string) {
	k.window.screen.t.Helper()
	k.pressed += utf8.RuneCountInString(text)
	k.window.Type(text)
}

// Pressed returns how often a key was pressed; a key with others held down counts once.
func (k *Keyboard) Pressed() int { return k.pressed }

// Title returns the title of the window.
func (k *Keyboard) Title() string { return k.window.Title() }

// Resize gives the window a size in pixels, and waits until it has it.
func (k *Keyboard) Resize(width, height int) { k.window.Resize(width, height) }

// Picture returns what the window shows.
func (k *Keyboard) Picture() image.Image { return k.window.Picture() }

// Pointer returns where on the screen the mouse is, for tests that nothing has moved it.
func (s *Screen) Pointer() image.Point {
	s.t.Helper()
	var at image.Point
	for line := range strings.Lines(string(s.output("xdotool", "getmouselocation", "--shell"))) {
		_, _ = fmt.Sscanf(line, "X=%d", &at.X)
		_, _ = fmt.Sscanf(line, "Y=%d", &at.Y)
	}
	return at
}

//go:build linux

package display

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strconv"
	"strings"
)

// Window is a window on a Screen.
type Window struct {
	screen *Screen
	id     string
}

// Window waits for a visible window whose title matches the regular expression, and returns it.
func (s *Screen) Window(title string) *Window {
	s.t.Helper()
	var id string
	Until(s.t, "a window titled "+title, func() bool {
		ids := s.windows(title)
		if len(ids) > 0 {
			id = ids[len(ids)-1]
		}
		return id != ""
	})
	return &Window{s, id}
}

// HasWindow tells whether there is a visible window whose title matches the regular expression now.
func (s *Screen) HasWindow(title string) bool { return len(s.windows(title)) > 0 }

func (s *Screen) windows(title string) []string {
	out, err := s.try("xdotool", "search", "--onlyvisible", "--name", title)
	if err != nil {
		return nil // xdotool fails when it finds none
	}
	return strings.Fields(string(out))
}

// Title returns the title of the window.
func (w *Window) Title() string {
	w.screen.t.Helper()
	return strings.TrimSpace(string(w.screen.output("xdotool", "getwindowname", w.id)))
}

// Focus brings the window to the front and waits until it has the keyboard.
func (w *Window) Focus() {
	w.screen.t.Helper()
	Until(w.screen.t, "the window to have the keyboard", func() bool {
		out, err := w.screen.try("xdotool", "getwindowfocus")
		if err == nil && strings.TrimSpace(string(out)) == w.id {
			return true
		}
		// A window that is not mapped yet cannot be activated; the next look tries again.
		_ = w.screen.tool("xdotool", "windowactivate", w.id)
		return false
	})
}

// Type types the text into whatever has the keyboard.
func (w *Window) Type(text string) {
	w.screen.t.Helper()
	w.screen.teach(text)
	w.screen.output("xdotool", "type", "--clearmodifiers", "--delay", "4", "--", text)
}

// Key presses keys one after the other, each named as xdotool does: "Tab", "ctrl+z", "F11".
func (w *Window) Key(keys ...string) {
	w.screen.t.Helper()
	w.screen.output("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "20"}, keys...)...)
}

// Click moves the mouse to x, y in pixels from the window's top left corner and presses the first button.
func (w *Window) Click(x, y int) {
	w.screen.t.Helper()
	w.screen.output("xdotool", "mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// Hold moves the mouse to one place in the window, presses the first button and moves on to another place in steps. Release
// lets go.
func (w *Window) Hold(fromX, fromY, toX, toY int) {
	w.screen.t.Helper()
	const steps = 8
	args := []string{"mousemove", "--window", w.id, strconv.Itoa(fromX), strconv.Itoa(fromY), "mousedown", "1"}
	for i := 1; i <= steps; i++ {
		x, y := fromX+(toX-fromX)*i/steps, fromY+(toY-fromY)*i/steps
		args = append(args, "mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y))
	}
	w.screen.output("xdotool", args...)
}

// Release is described at Hold.
func (w *Window) Release() {
	w.screen.t.Helper()
	w.screen.output("xdotool", "mouseup", "1")
}

// Drag presses the first button at one place in the window and releases it at another, moving in steps between them.
func (w *Window) Drag(fromX, fromY, toX, toY int) {
	w.screen.t.Helper()
	w.Hold(fromX, fromY, toX, toY)
	w.Release()
}

// Wheel turns the wheel of the mouse at a place in the window, by notches up or, below 0, down.
func (w *Window) Wheel(x, y, notches int) {
	w.screen.t.Helper()
	button := "4"
	if notches < 0 {
		button, notches = "5", -notches
	}
	w.screen.output("xdotool", "mousemove", "--window", w.id, strconv.Itoa(x), strconv.Itoa(y), "click", "--repeat", strconv.Itoa(notches), button)
}

// Picture returns what the window shows.
func (w *Window) Picture() image.Image {
	w.screen.t.Helper()
	x, y := w.Position()
	width, height := w.Size()
	picture, err := png.Decode(bytes.NewReader(w.screen.output("import", "-silent", "-window", "root",
		"-crop", fmt.Sprintf("%dx%d+%d+%d", width, height, x, y), "+repage", "png:-")))
	if err != nil {
		w.screen.t.Fatalf("picture of the window: %v", err)
	}
	return picture
}

// Size returns width and height in pixels, without what the window manager draws around the window.
func (w *Window) Size() (width, height int) {
	w.screen.t.Helper()
	out := string(w.screen.output("xdotool", "getwindowgeometry", "--shell", w.id))
	for line := range strings.Lines(out) {
		_, _ = fmt.Sscanf(line, "WIDTH=%d", &width)
		_, _ = fmt.Sscanf(line, "HEIGHT=%d", &height)
	}
	if width == 0 || height == 0 {
		w.screen.t.Fatalf("size of the window: %q", out)
	}
	return width, height
}

// Resize gives the window a size in pixels, and waits until it has it.
func (w *Window) Resize(width, height int) {
	w.screen.t.Helper()
	w.screen.output("xdotool", "windowsize", w.id, strconv.Itoa(width), strconv.Itoa(height))
	Until(w.screen.t, fmt.Sprintf("the window to be %d×%d", width, height), func() bool {
		gotWidth, gotHeight := w.Size()
		return gotWidth == width && gotHeight == height
	})
}

// Close asks the window to close, as its close button does.
func (w *Window) Close() {
	w.screen.t.Helper()
	w.Focus()
	w.Key("alt+F4")
}

// Position returns where the top left corner of the window's content is on the screen, in pixels.
func (w *Window) Position() (x, y int) {
	w.screen.t.Helper()
	out := string(w.screen.output("xwininfo", "-id", w.id))
	for line := range strings.Lines(out) {
		line = strings.TrimSpace(line)
		_, _ = fmt.Sscanf(line, "Absolute upper-left X: %d", &x)
		_, _ = fmt.Sscanf(line, "Absolute upper-left Y: %d", &y)
	}
	return x, y
}

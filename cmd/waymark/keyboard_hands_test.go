//go:build linux

package main

import (
	"context"
	"encoding/json"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/data/schoolfile"
	"waymark/ui/kit"
	"waymark/ui/theme"
	"waymark/ui/uitest"
	"waymark/ui/uitest/display"
)

// The window that is used by keyboard: that of a small laptop.
const (
	handsWidth  = 1366
	handsHeight = 768

	screenWidth  = handsWidth + 40
	screenHeight = handsHeight + 80
)

// desk is what hands may use of the screen: nothing that knows a mouse but for where it is.
type desk interface {
	Run(binary string, args ...string) *display.Program
	Keyboard(title string) *display.Keyboard
	Home() string
	Screenshot(file string)
	Pointer() image.Point
}

// hands uses the real program by keyboard alone. How often to press Tab it learns from a twin, the same book at the same
// place in Fyne's test driver; that the keyboard then is there it sees by the ring in the picture of the window.
type hands struct {
	t       *testing.T
	desk    desk
	keys    *display.Keyboard
	binary  string
	program *display.Program
	file    string

	at       string // the route on show
	has      string // key of the widget that has the keyboard, empty for none
	language string
	mode     theme.Mode
	recent   []string
	menu     int          // height of the menu
	full     bool         // the window fills the screen
	past     []app.Record // removed lately

	stage  string
	stages []stage
}

// stage is a part of the journey, with the keys that it took.
type stage struct {
	name       string
	keys, tabs int
}

// begin begins a part of the journey.
func (h *hands) begin(name string) {
	h.stage = name
	h.stages = append(h.stages, stage{name: name})
}

func (h *hands) now() *stage { return &h.stages[len(h.stages)-1] }

// report tells where the journey ended when it failed, and what it took.
func (h *hands) report() {
	if h.t.Failed() {
		picture := filepath.Join(os.TempDir(), "waymark-keyboard.png")
		h.desk.Screenshot(picture)
		h.t.Logf("failed at: %s, at %s, keyboard in %q; the screen is in %s; the program said:\n%s",
			h.stage, h.at, h.has, picture, h.program.Output())
	}
	keys, tabs := 0, 0
	for _, s := range h.stages {
		keys, tabs = keys+s.keys, tabs+s.tabs
		h.t.Logf("%4d keys, %3d of them Tab: %s", s.keys, s.tabs, s.name)
	}
	h.t.Logf("%4d keys, %3d of them Tab: the whole journey", keys, tabs)
}

// start starts the program and waits for its window.
func (h *hands) start(title string, args ...string) {
	h.t.Helper()
	h.program = h.desk.Run(h.binary, args...)
	h.keys = h.desk.Keyboard(title)
	h.keys.Resize(handsWidth, handsHeight)
	h.has = ""
}

func (h *hands) press(keys ...string) {
	h.t.Helper()
	h.now().keys += len(keys)
	for _, key := range keys {
		if key == "Tab" || key == "shift+Tab" {
			h.now().tabs++
		}
	}
	h.keys.Press(keys...)
}

func (h *hands) write(text string) {
	h.t.Helper()
	h.now().keys += len([]rune(text))
	h.keys.Type(text)
}

// book reads what is on disk at this moment.
func (h *hands) book() *app.Book {
	h.t.Helper()
	file, err := schoolfile.OpenReadOnly(context.Background(), h.file)
	if err != nil {
		h.t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		h.t.Fatal(err)
	}
	return file.Book()
}

// until waits for the file to hold something.
func (h *hands) until(what string, holds func(*app.Book) bool) {
	h.t.Helper()
	display.Until(h.t, what, func() bool { return holds(h.book()) })
}

// twin opens what the window shows in the test driver.
func (h *hands) twin() *uitest.Window {
	h.t.Helper()
	o := uitest.Options{Language: h.language, Mode: string(h.mode), Width: handsWidth, Height: float32(handsHeight - h.menu),
		At: h.at, Recent: h.recent, Now: time.Now()}
	if h.full {
		o.Width, o.Height = screenWidth, screenHeight
	}
	if h.at != "welcome" {
		o.Records = slices.Collect(h.book().Records())
	}
	for _, r := range h.past {
		o.Past = append(o.Past, uitest.Done{At: o.Now, Changes: []app.Change{app.Insert(r)}},
			uitest.Done{At: o.Now, Changes: []app.Change{app.Delete(r)}})
	}
	w, err := uitest.Open(o)
	if err != nil {
		h.t.Fatal(err)
	}
	return w
}

// measureMenu finds how far below the top of the window the shell begins: by so much the button of the welcome screen is
// lower than in the twin, which has no menu.
func (h *hands) measureMenu() {
	h.t.Helper()
	h.at, h.menu = "welcome", 0
	want := h.twin().Image()
	paint := theme.Of(fynetheme.ColorNamePrimary).(color.NRGBA)
	top := boundsOf(want, paint).Min.Y
	display.Until(h.t, "the welcome screen", func() bool {
		h.menu = boundsOf(h.keys.Picture(), paint).Min.Y - top
		return h.menu > 0
	})
}

// widget returns the widget of a key in the twin.
func (h *hands) widget(w *uitest.Window, key string) fyne.Focusable {
	page, ok := w.Shell.Current().(*kit.Page)
	if !ok {
		return nil
	}
	switch found := page.Widgets().Lookup(key).(type) {
	case *kit.Field:
		return found.Entry
	case fyne.Focusable:
		return found
	}
	return nil
}

// order lists what can have the keyboard in the window, in the order of Tab.
func order(c fyne.Canvas) []fyne.Focusable {
	c.Unfocus()
	var all []fyne.Focusable
	for {
		c.FocusNext()
		next := c.Focused()
		if next == nil || len(all) > 0 && next == all[0] {
			return all
		}
		all = append(all, next)
	}
}

// reach moves the keyboard to the widget of a key and sees that it is there.
func (h *hands) reach(key string) {
	h.t.Helper()
	w := h.twin()
	target := h.widget(w, key)
	if target == nil {
		h.t.Fatalf("%s has no %s", h.at, key)
	}
	h.tabTo(w, target, key)
}

// tabTo presses Tab, or Shift+Tab where that is nearer, until a widget of the twin has the keyboard.
func (h *hands) tabTo(w *uitest.Window, target fyne.Focusable, key string) {
	h.t.Helper()
	all := order(w.Canvas())
	to, from := slices.Index(all, target), -1
	if to < 0 {
		h.t.Fatalf("Tab never comes to %s at %s", key, h.at)
	}
	if h.has != "" {
		from = slices.Index(all, h.widget(w, h.has)) // none when it went with what it was pressed for
	}
	step, n := "Tab", to-from
	if n < 0 {
		step, n = "shift+Tab", -n
	}
	h.press(slices.Repeat([]string{step}, n)...)
	h.has = key
	h.ringed(w, target)
}

// fill moves to the field of a key, replaces what it holds, and leaves it to the next reach.
func (h *hands) fill(key, text string) {
	h.t.Helper()
	h.reach(key)
	h.press("ctrl+a")
	h.write(text)
}

// add moves to the field of a key and types one thing after another, each with Enter.
func (h *hands) add(key string, texts ...string) {
	h.t.Helper()
	h.reach(key)
	for _, text := range texts {
		h.write(text)
		h.press("Return")
	}
}

// choose moves to the list of a key, opens it and takes the n-th of what is in it, counted from 1.
func (h *hands) choose(key string, n int) {
	h.t.Helper()
	h.reach(key)
	h.press("space")
	h.press(slices.Repeat([]string{"Down"}, n)...)
	h.press("Return")
}

// pick moves to the list of a key and takes what is n further down, without opening it.
func (h *hands) pick(key string, n int) {
	h.t.Helper()
	h.reach(key)
	h.press(slices.Repeat([]string{"Right"}, n)...)
}

// level moves to the levels of a key and chooses one by its digit.
func (h *hands) level(key, digit string) {
	h.t.Helper()
	h.reach(key + "1")
	h.press(digit)
}

// push moves to the button or row of a key and presses it. Where the keyboard is then it learns from the twin, in which the
// same is pressed; it returns the place to which that leads.
func (h *hands) push(key string) (led string) {
	h.t.Helper()
	h.reach(key)
	w := h.twin()
	target := h.widget(w, key)
	w.Canvas().Focus(target)
	target.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.Runner.Advance(0)
	h.press("Return")
	if page, ok := w.Shell.Current().(*kit.Page); ok {
		h.has = page.Widgets().KeyOf(w.Canvas().Focused())
	}
	led = w.Shell.Here().String()
	if now := h.widget(w, h.has); now != nil && led == h.at {
		h.ringed(w, now) // what was pressed may have gone and handed the keyboard on
	}
	return led
}

// follow presses the button or row of a key, and sees that the window then shows the place to which it leads in the twin.
func (h *hands) follow(key string) {
	h.t.Helper()
	led := h.push(key)
	if led == h.at {
		h.t.Fatalf("%s leads nowhere from %s", key, h.at)
	}
	h.arrive(led)
}

// arrive says that a key led to a route, and sees that the window shows it.
func (h *hands) arrive(route string) {
	h.t.Helper()
	h.at, h.has = route, ""
	h.sees(h.twin().Image())
}

// goTo presses a shortcut that leads to a route.
func (h *hands) goTo(route, shortcut string) {
	h.t.Helper()
	h.press(shortcut)
	h.arrive(route)
}

// exported is the book as `waymark export` writes it.
func (h *hands) exported() map[string][]map[string]any {
	h.t.Helper()
	out, err := exec.Command(h.binary, "export", h.file, "--document", "json", "-o", "-").Output()
	if err != nil {
		h.t.Fatal(err)
	}
	var whole map[string]json.RawMessage
	if err := json.Unmarshal(out, &whole); err != nil {
		h.t.Fatal(err)
	}
	lists := map[string][]map[string]any{}
	for name, list := range whole {
		if !strings.HasPrefix(string(list), "[") {
			continue
		}
		var records []map[string]any
		if err := json.Unmarshal(list, &records); err != nil {
			h.t.Fatal(err)
		}
		lists[name] = records
	}
	return lists
}

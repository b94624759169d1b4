//go:build linux

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"image/color"
	"maps"
	"os"
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

// mouse uses the real program by mouse, and by keys only to write. All that it does it does in a twin too, the same school in
// Fyne's test driver: from the twin it learns where things are, and after each step the file and the window must be as there.
type mouse struct {
	t       *testing.T
	screen  *display.Screen
	window  *display.Window
	program *display.Program
	binary  string
	file    string
	twin    *uitest.Window
	menu    int // height of the menu
}

// useMouse opens a school in the window of a small laptop, at a route.
func useMouse(t *testing.T, at string, records ...app.Record) *mouse {
	t.Helper()
	m := &mouse{t: t, binary: buildWaymark(t), screen: display.Start(t, screenWidth, screenHeight)}
	m.file = filepath.Join(m.screen.Home(), "school.waymark")
	file, err := schoolfile.Create(m.file, schoolfile.SystemEnv(), records...)
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	m.program = m.screen.Run(m.binary, m.file, "--lang", "en", "--at", at)
	m.window = m.screen.Window("– Waymark$")
	m.window.Resize(handsWidth, handsHeight)
	m.window.Focus()
	open := func() {
		m.twin = uitest.For(t, uitest.Options{Width: handsWidth, Height: float32(handsHeight - m.menu), At: at, Now: time.Now(),
			Records: slices.Collect(m.book().Records())})
	}
	open()
	paint := theme.Of(fynetheme.ColorNamePrimary).(color.NRGBA)
	top := boundsOf(m.twin.Image(), paint).Min.Y
	display.Until(t, "the window to look like the twin below its menu", func() bool {
		picture := m.window.Picture()
		if m.menu = boundsOf(picture, paint).Min.Y - top; m.menu <= 0 {
			return false
		}
		open()
		return differing(picture, m.twin.Image()) < alike
	})
	t.Cleanup(m.report)
	m.settle()
	return m
}

// report tells where it ended when it failed.
func (m *mouse) report() {
	if !m.t.Failed() {
		return
	}
	window, twin := filepath.Join(os.TempDir(), "waymark-mouse.png"), filepath.Join(os.TempDir(), "waymark-mouse-twin.png")
	m.screen.Screenshot(window)
	if err := m.twin.Shot(twin); err != nil {
		m.t.Error(err)
	}
	m.t.Logf("failed at %s; the screen is in %s, the twin in %s; the program said:\n%s", m.twin.Shell.Here(), window, twin, m.program.Output())
}

// book reads what is on disk at this moment.
func (m *mouse) book() *app.Book {
	m.t.Helper()
	file, err := schoolfile.OpenReadOnly(context.Background(), m.file)
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		m.t.Fatal(err)
	}
	return file.Book()
}

// alike is the share of the window that may be otherwise than in the twin: what the mouse lies on, and edges drawn softly.
const alike = 0.02

// settle waits until the file holds what the twin's book does, and the window looks like the twin.
func (m *mouse) settle() {
	m.t.Helper()
	m.twin.Runner.Advance(2 * time.Second) // longer than anything waits that is typed
	height := float32(handsHeight - m.menu)
	m.twin.Resize(handsWidth+1, height) // what has become smaller gives way, as in a window that is drawn anew all the time
	m.twin.Resize(handsWidth, height)
	want, got := told(m.t, m.twin.Book()), ""
	defer func() {
		if m.t.Failed() && got != want {
			m.t.Logf("the file holds\n%s\nand the twin\n%s", got, want)
		}
	}()
	display.Until(m.t, "the file to hold what the twin does", func() bool {
		got = told(m.t, m.book())
		return got == want
	})
	picture := m.twin.Image()
	display.Until(m.t, "the window to look like the twin", func() bool { return differing(m.window.Picture(), picture) < alike })
}

// told writes all records of a book, each as what it says; for the ID of another stands what that says. The lines are sorted.
func told(t *testing.T, b *app.Book) string {
	t.Helper()
	var records []map[string]any
	names := map[any]string{}
	for r := range b.Records() {
		data, err := json.Marshal(r)
		fields := map[string]any{}
		if err == nil {
			err = json.Unmarshal(data, &fields)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"text", "name", "statement", "role", "round"} {
			if fields[name] != nil {
				names[fields["id"]] = fmt.Sprint(fields[name])
				break
			}
		}
		delete(fields, "id")
		fields["kind"] = fmt.Sprintf("%T", r)
		records = append(records, fields)
	}
	lines := make([]string, len(records))
	for i, fields := range records {
		for _, key := range slices.Sorted(maps.Keys(fields)) {
			value := fields[key]
			if name, ok := names[value]; ok {
				value = "→ " + name
			}
			lines[i] += fmt.Sprintf("%s %v; ", key, value)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// at returns where the middle of an object is, in whole pixels; what is scrolled away is brought into sight by the wheel.
func (m *mouse) at(o fyne.CanvasObject, what string) fyne.Position {
	m.t.Helper()
	if o == nil {
		m.t.Fatalf("%s shows no %s, only %q", m.twin.Shell.Here(), what, m.twin.Texts())
	}
	if !m.twin.InSight(o) {
		way := -60 // to the end of the page, or else to its beginning, since a notch of a wheel that begins to turn may be lost
		if uitest.Place(o).Y < 200 {
			way = -way
		}
		const margin = 492 // of the page beside a list of siblings; a field below the mouse would take the wheel for itself
		page := fyne.NewPos(margin, float32((handsHeight-m.menu)/2))
		m.window.Wheel(int(page.X), int(page.Y)+m.menu, way)
		m.twin.Wheel(page, way)
		m.settle()
	}
	if !m.twin.InSight(o) {
		m.t.Fatalf("no wheel brings %s into sight at %s", what, m.twin.Shell.Here())
	}
	at := uitest.Place(o)
	return fyne.NewPos(float32(int(at.X)), float32(int(at.Y)))
}

// click clicks an object.
func (m *mouse) click(o fyne.CanvasObject, what string) {
	m.t.Helper()
	at := m.at(o, what)
	m.window.Click(int(at.X), int(at.Y)+m.menu)
	m.twin.Click(at)
	m.settle()
}

// press clicks the button, row or link that reads text.
func (m *mouse) press(text string) {
	m.t.Helper()
	m.click(m.twin.Pressable(text), text)
}

// tap clicks what has the words drawn in it.
func (m *mouse) tap(text string) {
	m.t.Helper()
	m.click(m.twin.Written(text), text)
}

// pressKey clicks what the page has under a key.
func (m *mouse) pressKey(key string) {
	m.t.Helper()
	o, _ := m.twin.Shell.Current().(*kit.Page).Widgets().Lookup(key).(fyne.CanvasObject)
	m.click(o, key)
}

// choose clicks a list to choose from, and then one of what it offers.
func (m *mouse) choose(now, text string) {
	m.t.Helper()
	m.click(m.twin.Choice(now), now)
	m.tap(text)
}

// write types where the keyboard is; a line break is Enter.
func (m *mouse) write(text string) {
	m.t.Helper()
	for line := range strings.Lines(text) {
		words, ended := strings.CutSuffix(line, "\n")
		m.window.Type(words)
		for _, r := range words {
			m.twin.Canvas().Focused().TypedRune(r)
		}
		if ended {
			m.window.Key("Return")
			m.twin.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
		m.twin.Runner.Advance(0)
	}
	m.settle()
}

// fill clicks the field of a key and types.
func (m *mouse) fill(key, text string) {
	m.t.Helper()
	f := m.twin.Field(key)
	if f == nil {
		m.t.Fatalf("%s has no field %s", m.twin.Shell.Here(), key)
	}
	m.click(f.Entry, key)
	m.write(text)
}

// hold takes something into the hand and holds it over a place.
func (m *mouse) hold(from, to fyne.Position) {
	m.t.Helper()
	m.window.Hold(int(from.X), int(from.Y)+m.menu, int(to.X), int(to.Y)+m.menu)
	uitest.Must(m.t, m.twin.Hold(from, to))
	m.settle()
}

// release lets go of it.
func (m *mouse) release() {
	m.t.Helper()
	m.window.Release()
	m.twin.Release()
	m.settle()
}

// drag takes something into the hand and lets it go over a place; nothing is changed before.
func (m *mouse) drag(from, to fyne.Position) {
	m.t.Helper()
	before := told(m.t, m.book())
	m.hold(from, to)
	if told(m.t, m.book()) != before {
		m.t.Error("the file changed while something was in the hand")
	}
	m.release()
}

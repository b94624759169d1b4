// Package uitest opens Waymark's shell in Fyne's test driver: an inline runner, a fixed clock, books in memory and the
// sample school, so that tests and the gallery drive and draw every screen without a display. It imports ui, app,
// data/sample and data/frameworks.
package uitest

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/preference"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Options say how a window opens. Zero values mean English, 1366×768, light, the sample school and its prepare screen.
type Options struct {
	Language      string
	Mode          string
	Width, Height float32
	Zoom          float32      // 0 for the usual size
	At            string       // a route, such as planning/goal/ID; "welcome" opens no file
	Records       []app.Record // the school file; nil for the sample
	Past          []Done       // what was done to it before, oldest first
	Recent        []string     // paths of the school files opened lately
	Disk          ui.Files     // instead of Files in memory; the school file is then at Path, whatever Records are
	Path          string       // of the school file on Disk
	Now           time.Time    // the time of day and the day; the sample's when zero
}

// Window is a shell in a test window.
type Window struct {
	Attached string      // names the displays
	Other    bool        // there is a display that the window is not on
	Wall     fyne.Window // shown on that display last
	Shell    *ui.Shell
	Runner   *Runner
	Files    *Files
	window   fyne.Window
	Answer   string         // the path with which questions for a file are answered, empty for none
	held     fyne.Draggable // by the mouse, nil for nothing
	Samples  bool           // shows many of everything, so that more than one thing may look like what to do next
}

// Open opens a window. It must not run beside another: Fyne's current app is global.
func Open(o Options) (*Window, error) {
	test.NewApp()
	software.NewCanvas().Capture() // or Fyne, whose clock goes on at a drawing only, drops what was made a minute after the last
	if o.Language == "" {
		o.Language = "en"
	}
	if o.Width == 0 {
		o.Width, o.Height = 1366, 768
	}
	words, err := translations.New(o.Language)
	if err != nil {
		return nil, err
	}
	if o.Now.IsZero() {
		o.Now = Now()
	}
	if o.Records == nil {
		o.Records = sample.Build(words)
	}
	prefs := preference.Preferences{Language: o.Language, Mode: o.Mode, Width: o.Width, Height: o.Height, Recent: o.Recent}
	if o.Zoom != 0 {
		prefs.Zooms = map[string]float32{Screens: o.Zoom}
	}
	w := &Window{Attached: Screens, Runner: &Runner{}, Files: &Files{records: o.Records, past: o.Past}, window: test.NewWindow(nil)}
	w.window.SetPadded(false)
	var disk ui.Files = w.Files
	if o.Disk != nil {
		disk = o.Disk
	}
	w.Shell = ui.New(w.window, ui.Dependencies{
		Files: disk, Preferences: &preferences{prefs},
		Runner: w.Runner, Now: func() time.Time { return o.Now }, Version: "test", Quit: func() {}, NewWindow: func(string) fyne.Window { return test.NewWindow(nil) },
		Screens: func() string { return w.Attached },
		Answer:  func() string { return w.Answer },
		OtherDisplay: func(fyne.Window) func(fyne.Window) {
			if !w.Other {
				return nil
			}
			return func(wall fyne.Window) {
				w.Wall = wall
				wall.Resize(fyne.NewSize(1920, 1080))
				wall.Show()
			}
		},
		ApplyTheme: func(t fyne.Theme) { fyne.CurrentApp().Settings().SetTheme(t) },
	})
	w.Shell.Begin(words, "", screen.Route{})
	w.window.Resize(fyne.NewSize(o.Width, o.Height))
	if o.At == "welcome" {
		return w, nil
	}
	if o.At == "" {
		o.At = "prepare"
	}
	route, err := screen.ParseRoute(o.At)
	if err != nil {
		return nil, err
	}
	if o.Disk == nil {
		o.Path = "/school/sample.waymark"
	}
	w.Shell.Open(o.Path, route)
	if w.Shell.Here().Area == screen.Welcome {
		return nil, errors.New("uitest: the book did not open")
	}
	w.Runner.Advance(time.Hour)
	return w, nil
}

// Screens names the one display that there is at first.
const Screens = "1366x768"

// Now is the fixed clock: 14:02 on the sample's day.
func Now() time.Time { return sample.Today().Time().Add(14*time.Hour + 2*time.Minute) }

// Resize gives the window another size.
func (w *Window) Resize(width, height float32) { w.window.Resize(fyne.NewSize(width, height)) }

// Go shows a place, as a press on something that leads there.
func (w *Window) Go(at string) error {
	route, err := screen.ParseRoute(at)
	if err == nil {
		w.Shell.Go(route)
	}
	return err
}

// Book returns the open book.
func (w *Window) Book() *app.Book { return w.Shell.Book() }

// Canvas returns the window's canvas.
func (w *Window) Canvas() fyne.Canvas { return w.window.Canvas() }

// Image draws the window.
func (w *Window) Image() image.Image { return w.window.Canvas().Capture() }

// Shot draws the window to a PNG file.
func (w *Window) Shot(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(f, w.Image()), f.Close())
}

// objects lists everything visible, overlays included, in reading order.
func (w *Window) objects() []fyne.CanvasObject {
	all := visible(w.window.Content())
	for _, overlay := range w.window.Canvas().Overlays().List() {
		all = append(all, visible(overlay)...)
	}
	return all
}

// visible lists o and all that is visible inside it.
func visible(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	var inside []fyne.CanvasObject
	switch parent := o.(type) {
	case *fyne.Container:
		inside = parent.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(parent).Objects()
	}
	for _, child := range inside {
		all = append(all, visible(child)...)
	}
	return all
}

// Press taps the first visible button, row with a text, link or button of a dialog that reads text.
func (w *Window) Press(text string) error {
	o := w.Pressable(text)
	if b, ok := o.(Button); ok && b.Disabled() {
		return fmt.Errorf("uitest: the button %q is disabled", text)
	}
	if tappable, ok := o.(fyne.Tappable); ok {
		test.Tap(tappable)
		return nil
	}
	return fmt.Errorf("uitest: nothing to press reads %q", text)
}

func contains(o fyne.CanvasObject, text string) bool {
	for _, inside := range visible(o) {
		if l, ok := inside.(*widget.Label); ok && l.Text == text {
			return true
		}
	}
	return false
}

// Field returns the field with the key on the present screen, nil when there is none.
func (w *Window) Field(key string) *kit.Field {
	page, ok := w.Shell.Current().(*kit.Page)
	if !ok {
		return nil
	}
	f, _ := page.Widgets().Lookup(key).(*kit.Field)
	return f
}

// Icon presses the picture with the key on the present screen.
func (w *Window) Icon(key string) error {
	if page, ok := w.Shell.Current().(*kit.Page); ok {
		if icon, ok := page.Widgets().Lookup(key).(*kit.IconButton); ok {
			test.Tap(icon)
			return nil
		}
	}
	return fmt.Errorf("uitest: no picture %q", key)
}

// Type replaces what the field with the key holds, as by keyboard, and leaves it.
func (w *Window) Type(key, text string) error {
	f := w.Field(key)
	if f == nil {
		return fmt.Errorf("uitest: no field %q", key)
	}
	c := w.window.Canvas()
	c.Focus(f.Entry)
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	test.Type(f.Entry, text)
	if !f.Entry.MultiLine {
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	c.Unfocus()
	w.Runner.Advance(0)
	return nil
}

// Texts lists all texts that are visible, in reading order: labels, buttons, drawn text, hints and chosen options.
func (w *Window) Texts() []string {
	var texts []string
	for _, o := range w.objects() {
		if !o.Visible() {
			continue
		}
		switch t := o.(type) {
		case *widget.Label:
			texts = append(texts, t.Text)
		case *widget.Button:
			texts = append(texts, t.Text)
		case *kit.Button:
			texts = append(texts, t.Text)
		case *kit.Check:
			texts = append(texts, t.Text)
		case *widget.Select:
			texts = append(texts, t.Selected)
		case *kit.Select:
			texts = append(texts, t.Selected)
		case *canvas.Text:
			texts = append(texts, t.Text)
		case *kit.Entry:
			texts = append(texts, t.PlaceHolder)
		}
	}
	return texts
}

// Typed lists what the visible fields hold, in reading order.
func (w *Window) Typed() []string {
	var texts []string
	for _, o := range w.objects() {
		if e, ok := o.(*kit.Entry); ok {
			texts = append(texts, e.Text)
		}
	}
	return texts
}

// MainMenu returns the main menu.
func (w *Window) MainMenu() *fyne.MainMenu { return w.window.MainMenu() }

// Menu lists the labels of the main menu with all that hangs below it.
func (w *Window) Menu() []string {
	var labels []string
	var walk func(menu *fyne.Menu)
	walk = func(menu *fyne.Menu) {
		if menu.Label != "" {
			labels = append(labels, menu.Label)
		}
		for _, item := range menu.Items {
			if words, _, _ := strings.Cut(item.Label, "\t"); words != "" { // what follows are the keys
				labels = append(labels, words)
			}
			if item.ChildMenu != nil {
				walk(item.ChildMenu)
			}
		}
	}
	for _, menu := range w.window.MainMenu().Items {
		walk(menu)
	}
	return labels
}

// Place returns the middle of a visible object in the window, in Fyne's units: for end-to-end tests, whose real window
// of the same size is laid out alike.
func Place(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.Add(fyne.NewPos(o.Size().Width/2, o.Size().Height/2))
}

// Button is a button, Fyne's or kit's.
type Button interface {
	fyne.Widget
	fyne.Tappable
	fyne.Disableable
}

// words returns what is written on a button.
func words(o fyne.CanvasObject) (string, bool) {
	switch b := o.(type) {
	case *widget.Button:
		return b.Text, true
	case *kit.Button:
		return b.Text, true
	}
	return "", false
}

// Button returns the first visible button that reads text, nil when there is none.
func (w *Window) Button(text string) Button {
	for _, o := range w.objects() {
		if label, ok := words(o); ok && label == text {
			return o.(Button)
		}
	}
	return nil
}

// Choice is a list to choose from, Fyne's or kit's.
type Choice interface {
	fyne.Widget
	SetSelected(text string)
}

// Choice returns the first visible choice that shows text, nil when there is none.
func (w *Window) Choice(text string) Choice {
	for _, o := range w.objects() {
		switch s := o.(type) {
		case *widget.Select:
			if s.Selected == text {
				return s
			}
		case *kit.Select:
			if s.Selected == text {
				return s
			}
		}
	}
	return nil
}

// Row returns the first visible row that holds a label that reads text, nil when there is none.
func (w *Window) Row(text string) *kit.Row {
	for _, o := range w.objects() {
		if row, ok := o.(*kit.Row); ok && contains(row, text) {
			return row
		}
	}
	return nil
}

// Buttons lists the words of the visible buttons in reading order.
func (w *Window) Buttons() []string {
	var labels []string
	for _, o := range w.objects() {
		if label, ok := words(o); ok {
			labels = append(labels, label)
		}
	}
	return labels
}

// Rows lists the visible rows in reading order.
func (w *Window) Rows() []*kit.Row {
	var rows []*kit.Row
	for _, o := range w.objects() {
		if row, ok := o.(*kit.Row); ok {
			rows = append(rows, row)
		}
	}
	return rows
}

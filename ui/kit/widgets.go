package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/screen"
)

// Widgets hands a page the widgets that live on from one drawing to the next, by key: whatever can be focused, pressed
// or typed into. A widget that a drawing does not ask for is forgotten.
type Widgets struct {
	host               screen.Host
	page               *Page
	cached             map[string]any
	used               map[string]bool
	drawn, drawnBefore []string // the keys in the order of this drawing and of the one before
	focuses            int      // counts focus sessions, so that edits of one field in one focus are one undo step
	parts              parts
}

func newWidgets(host screen.Host) *Widgets {
	return &Widgets{host: host, cached: map[string]any{}, used: map[string]bool{}}
}

// Host returns the host of the page.
func (w *Widgets) Host() screen.Host { return w.host }

func (w *Widgets) begin() {
	clear(w.used)
	w.drawnBefore, w.drawn = w.drawn, nil
	w.beginParts()
}

func (w *Widgets) end() {
	w.endParts()
	for key, kept := range w.cached {
		if !w.used[key] {
			if field, ok := kept.(*Field); ok {
				field.drop()
			}
			w.handOver(key, focusableOf(kept))
			delete(w.cached, key)
		}
	}
}

// leave takes what every field still holds, wherever the keyboard is, and returns the first error by which words would be
// lost with the page. A file that is only read takes nothing, and was said to.
func (w *Widgets) leave() error {
	var failure error
	for _, field := range w.fields() {
		field.Entry.focused = false
		if err := field.Commit(); err != nil && failure == nil && app.KindOf(err) != app.KindReadOnly {
			failure = err
		}
	}
	return failure
}

func (w *Widgets) close() {
	_ = w.leave() // the shell has asked before, and told
	for _, field := range w.fields() {
		field.drop()
	}
}

func (w *Widgets) fields() []*Field {
	var fields []*Field
	for _, kept := range w.cached {
		if field, ok := kept.(*Field); ok {
			fields = append(fields, field)
		}
	}
	return fields
}

// kept returns the widget of the key, made at its first use.
func kept[T any](w *Widgets, key string, make func() T) T {
	if !w.used[key] {
		w.used[key] = true
		w.drawn = append(w.drawn, key)
	}
	if p := w.parts.inner; p != nil {
		p.keys = append(p.keys, key)
	}
	if old, ok := w.cached[key].(T); ok {
		return old
	}
	made := make()
	w.cached[key] = made
	if p, ok := any(made).(interface{ onFocus(func()) }); ok {
		p.onFocus(func() { w.page.reveal(any(made).(fyne.CanvasObject), focusMargin) })
	}
	return made
}

// Lookup returns the widget of a key as it was last drawn, nil when there is none; in a part that is not built yet, it builds it.
func (w *Widgets) Lookup(key string) any {
	if w.cached[key] == nil {
		w.find(key)
	}
	return w.cached[key]
}

// KeyOf returns the key of what can have the keyboard, empty when it was not drawn last; for tests.
func (w *Widgets) KeyOf(f fyne.Focusable) string {
	for key, kept := range w.cached {
		if f != nil && focusableOf(kept) == f {
			return key
		}
	}
	return ""
}

// Button is a button with a sentence on it.
func (w *Widgets) Button(key, text string, tapped func()) *Button {
	return w.button(key, text, widget.MediumImportance, tapped)
}

// Primary is the one button of a page that leads on.
func (w *Widgets) Primary(key, text string, tapped func()) *Button {
	return w.button(key, text, widget.HighImportance, tapped)
}

// Small is a button without a ground, for rows.
func (w *Widgets) Small(key, text string, tapped func()) *Button {
	return w.button(key, text, widget.LowImportance, tapped)
}

// Icon is a small button with a picture; name says in words what it does.
func (w *Widgets) Icon(key string, icon fyne.Resource, name string, tapped func()) *IconButton {
	b := kept(w, key, func() *IconButton { return newIconButton(w, icon) })
	b.Name, b.OnTapped = name, tapped
	return b
}

func (w *Widgets) button(key, text string, importance widget.Importance, tapped func()) *Button {
	b := kept(w, key, func() *Button { return NewButton(text, nil) })
	b.OnTapped = tapped
	if b.Text != text || b.Importance != importance {
		b.Text, b.Importance = text, importance
		b.Refresh()
	}
	return b
}

// Option is a choice: a stable value and the words for it.
type Option struct{ Value, Text string }

// Choice is a labelled list to choose one value from.
func (w *Widgets) Choice(key, label string, options []Option, value string, commit func(value string) (app.Edit, error)) fyne.CanvasObject {
	return w.Pick(key, label, options, value, func(value string) { w.act(commit(value)) })
}

// Check is a box to tick with its words.
func (w *Widgets) Check(key, text string, value bool, commit func(bool) (app.Edit, error)) *Check {
	c := kept(w, key, func() *Check { return newCheck(text) })
	c.OnChanged = nil
	c.Text = text
	c.SetChecked(value)
	c.Refresh()
	c.OnChanged = func(on bool) { w.act(commit(on)) }
	return c
}

// act carries out what a control was asked for; when it fails the control shows again what the book has.
func (w *Widgets) act(edit app.Edit, err error) {
	if err = w.host.Do(edit, err); err != nil {
		w.page.Refresh()
		w.host.Show(err)
	}
}

func (w *Widgets) merge(key string) string { return key + "#" + strconv.Itoa(w.focuses) }

// Caption stands above a control and says what belongs in it.
func Caption(text string) *widget.Label {
	l := Quiet(text)
	l.TextStyle.Bold = true
	return l
}

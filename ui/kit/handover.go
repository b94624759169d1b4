package kit

import "fyne.io/fyne/v2"

// This file keeps the keyboard on the page when what has it is drawn no more, such as the button that has removed its row:
// else Tab would begin in front, and Enter would press what nobody sees.

// focusableOf returns what has the keyboard of a widget, nil for nothing.
func focusableOf(kept any) fyne.Focusable {
	if field, ok := kept.(*Field); ok {
		return field.Entry
	}
	f, _ := kept.(fyne.Focusable)
	return f
}

// handOver gives the keyboard of the widget that had a key, if it has it, to what came after it in the drawing before and is
// still there, or before it.
func (w *Widgets) handOver(key string, gone fyne.Focusable) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w.page.root)
	if gone == nil || c == nil || c.Focused() != gone {
		return
	}
	heir := w.heir(key)
	w.host.After(0, func() { // once it is drawn
		switch {
		case c.Focused() != gone:
		case heir == nil:
			c.Unfocus()
		default:
			w.host.Focus(heir)
		}
	})
}

// heir returns the neighbour of a key.
func (w *Widgets) heir(key string) fyne.Focusable {
	var before fyne.Focusable
	passed := false
	for _, k := range w.drawnBefore {
		if k == key {
			passed = true
			continue
		}
		f := focusableOf(w.cached[k])
		if f == nil || !w.used[k] {
			continue
		}
		if d, ok := f.(fyne.Disableable); ok && d.Disabled() {
			continue
		}
		if passed {
			return f
		}
		before = f
	}
	return before
}

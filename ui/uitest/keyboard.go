package uitest

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Reached is a visible object and the nearest thing around it that can have the keyboard, nil for none.
type Reached struct {
	Object fyne.CanvasObject
	Inside fyne.Focusable
}

// Reach lists all that is visible, in the order in which Fyne walks through it: of the dialog on top, or of the window.
func (w *Window) Reach() []Reached {
	c := w.window.Canvas()
	if top := c.Overlays().Top(); top != nil {
		return reach(top, nil)
	}
	return reach(c.Content(), nil)
}

func reach(o fyne.CanvasObject, around fyne.Focusable) []Reached {
	if !o.Visible() {
		return nil
	}
	all := []Reached{{o, around}}
	if f, ok := o.(fyne.Focusable); ok {
		around = f
	}
	var inside []fyne.CanvasObject
	switch parent := o.(type) {
	case *fyne.Container:
		inside = parent.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(parent).Objects()
	}
	for _, child := range inside {
		all = append(all, reach(child, around)...)
	}
	return all
}

// Focusables lists what can have the keyboard now.
func (w *Window) Focusables() []fyne.Focusable {
	var all []fyne.Focusable
	for _, r := range w.Reach() {
		f, ok := r.Object.(fyne.Focusable)
		if !ok {
			continue
		}
		if d, ok := r.Object.(fyne.Disableable); ok && d.Disabled() {
			continue
		}
		all = append(all, f)
	}
	return all
}

// Walked lists what has the keyboard one after another when Tab is pressed from the start until it comes round, or limit times.
func (w *Window) Walked(limit int) []fyne.Focusable {
	c := w.window.Canvas()
	c.Unfocus()
	var all []fyne.Focusable
	for range limit {
		c.FocusNext()
		f := c.Focused()
		if f == nil || len(all) > 0 && f == all[0] {
			break
		}
		all = append(all, f)
	}
	return all
}

// Lines lists what is drawn with a line around it inside o, each as its colour and thickness: what shows the keyboard is a
// line that is there only while o has it.
func Lines(o fyne.CanvasObject) []string {
	var lines []string
	for _, r := range reach(o, nil) {
		if box, ok := r.Object.(*canvas.Rectangle); ok && box.StrokeWidth > 0 && box.StrokeColor != nil && box.StrokeColor != color.Transparent {
			lines = append(lines, fmt.Sprint(box.StrokeColor, box.StrokeWidth))
		}
	}
	return lines
}

// Bounds returns where a visible object is in the window.
func Bounds(o fyne.CanvasObject) (fyne.Position, fyne.Size) {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
}

// Name returns what a widget is called for those who do not see it, and its type; the name is empty when it has none.
func Name(o any) (name, kind string) {
	if a, ok := o.(fyne.Accessible); ok {
		name = a.AccessibilityLabel()
	}
	return name, fmt.Sprintf("%T", o)
}

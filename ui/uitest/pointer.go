package uitest

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waymark/ui/kit"
)

// Pressable returns the first visible button, row with a text, link or button of a dialog that reads text, nil when there is
// none.
func (w *Window) Pressable(text string) fyne.CanvasObject {
	if b := w.Button(text); b != nil {
		return b
	}
	if row := w.Row(text); row != nil {
		return row
	}
	for _, o := range w.objects() {
		if labelled, ok := o.(interface {
			fyne.Tappable
			Label() string
		}); ok && labelled.Label() == text {
			return o
		}
	}
	return nil
}

// Link returns the first visible link whose words begin with text, nil when there is none.
func (w *Window) Link(text string) *kit.Link {
	for _, o := range w.objects() {
		if link, ok := o.(*kit.Link); ok && strings.HasPrefix(link.Label(), text) {
			return link
		}
	}
	return nil
}

// Written returns what is drawn last of the visible words that read text, nil when there are none.
func (w *Window) Written(text string) fyne.CanvasObject {
	var found fyne.CanvasObject
	for _, o := range w.objects() {
		if t, ok := o.(*canvas.Text); ok && t.Text == text {
			found = o
		}
	}
	return found
}

// Handles lists the visible handles from top to bottom.
func (w *Window) Handles() []*kit.Handle {
	var handles []*kit.Handle
	for _, o := range w.objects() {
		if h, ok := o.(*kit.Handle); ok {
			handles = append(handles, h)
		}
	}
	return handles
}

// InSight tells whether the middle of a visible object is not scrolled away.
func (w *Window) InSight(o fyne.CanvasObject) bool {
	for _, layer := range w.layers() {
		for _, d := range layer {
			if d.object == o {
				return d.seen.holds(Place(o))
			}
		}
	}
	return false
}

// Click clicks what is at a place in the window, which has the keyboard then if it can.
func (w *Window) Click(at fyne.Position) {
	for _, d := range w.at(at) {
		if entry, ok := d.object.(*kit.Entry); ok {
			w.Canvas().Focus(entry)
		}
	}
	test.TapCanvas(w.Canvas(), at)
}

// Hold presses the mouse at a place in the window, and moves it to another in steps. Release lets go.
func (w *Window) Hold(from, to fyne.Position) error {
	for _, d := range w.at(from) {
		if held, ok := d.object.(fyne.Draggable); ok {
			w.held = held
		}
	}
	if w.held == nil {
		return fmt.Errorf("uitest: nothing can be dragged at %v", from)
	}
	const steps = 8
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.held.(fyne.CanvasObject))
	last := from
	for n := range steps {
		at := from.AddXY((to.X-from.X)*float32(n+1)/steps, (to.Y-from.Y)*float32(n+1)/steps)
		w.held.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at, Position: at.Subtract(corner)},
			Dragged: fyne.NewDelta(at.X-last.X, at.Y-last.Y)})
		last = at
	}
	return nil
}

// Release is described at Hold.
func (w *Window) Release() {
	w.held.DragEnd()
	w.held = nil
}

// Wheel turns the wheel of the mouse at a place in the window, by notches up or, below 0, down.
func (w *Window) Wheel(at fyne.Position, notches int) {
	const notch = 25 // as far as the window's driver goes
	test.Scroll(w.Canvas(), at, 0, float32(notches)*notch)
}

// at lists what is seen at a place in the window, or in what lies over it, what is on top last.
func (w *Window) at(at fyne.Position) []*drawn {
	var found []*drawn
	layers := w.layers()
	if w.Canvas().Overlays().Top() != nil {
		layers = layers[len(layers)-1:]
	}
	for _, layer := range layers {
		for _, d := range layer {
			if d.at.within(d.seen).holds(at) {
				found = append(found, d)
			}
		}
	}
	return found
}

func (a area) holds(at fyne.Position) bool {
	return at.X >= a.left && at.X < a.right && at.Y >= a.top && at.Y < a.bottom
}

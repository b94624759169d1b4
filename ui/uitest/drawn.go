package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
)

// area is a rectangle of the window, in Fyne's units.
type area struct{ left, top, right, bottom float32 }

func areaOf(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) within(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) empty() bool { return a.right <= a.left || a.bottom <= a.top }

// overlap is how far two rectangles lie over each other, across and down; neither is positive when they do not.
func (a area) overlap(b area) (across, down float32) {
	both := a.within(b)
	return both.right - both.left, both.bottom - both.top
}

// drawn is a visible object at its place.
type drawn struct {
	object fyne.CanvasObject
	parent *drawn
	at     area
	seen   area // what clips leave to be seen
	room   area // where it can be seen by scrolling down or up
}

// inside tells whether d is part of o, or the same.
func (d *drawn) inside(o *drawn) bool {
	for ; d != nil; d = d.parent {
		if d == o {
			return true
		}
	}
	return false
}

// owner returns the widget that d is part of, such as the label of a text; nil for none, and for what is moved about in a clip.
func (d *drawn) owner() *drawn {
	for up := d.parent; up != nil; up = up.parent {
		switch up.object.(type) {
		case *widget.RichText, *container.Scroll:
		case *container.Clip:
			return nil
		case fyne.Widget:
			return up
		}
	}
	return nil
}

// control returns the control that d is part of, which lays out its own parts; nil for none.
func (d *drawn) control() *drawn {
	for up := d.parent; up != nil; up = up.parent {
		if isControl(up.object) {
			return up
		}
	}
	return nil
}

// isControl tells whether o is a widget that words or the keyboard stand in, not one that holds others.
func isControl(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *widget.Label, *widget.Button, *widget.Check, *widget.Select, *widget.Entry, *kit.Button, *kit.Check, *kit.Select, *kit.Entry,
		*kit.Link, *kit.IconButton:
		return true
	}
	return false
}

// layers lists what is drawn: the objects of the window's content that lie over each other, then the overlays, each in the
// order in which it is drawn.
func (w *Window) layers() [][]*drawn {
	window := areaOf(fyne.Position{}, w.window.Canvas().Size())
	roots := []fyne.CanvasObject{w.window.Content()}
	if stack, ok := w.window.Content().(*fyne.Container); ok {
		roots = stack.Objects
	}
	roots = append(roots[:len(roots):len(roots)], w.window.Canvas().Overlays().List()...)
	var layers [][]*drawn
	for _, root := range roots {
		layers = append(layers, walk(nil, root, nil, fyne.Position{}, window, window))
	}
	return layers
}

// Fill shows o in the window instead of the shell, to try things on.
func (w *Window) Fill(o fyne.CanvasObject) { w.window.SetContent(container.NewStack(o)) }

// everywhere is farther than any window reaches.
const everywhere = 1 << 20

// walk adds o, which is at offset from the window's corner, and all that is visible in it.
func walk(all []*drawn, o fyne.CanvasObject, parent *drawn, offset fyne.Position, seen, room area) []*drawn {
	if o == nil || !o.Visible() {
		return all
	}
	at := o.Position().Add(offset)
	d := &drawn{object: o, parent: parent, at: areaOf(at, o.Size()), seen: seen, room: room}
	all = append(all, d)
	var inside []fyne.CanvasObject
	clips := false
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		renderer := test.WidgetRenderer(o)
		inside = renderer.Objects()
		_, clips = renderer.(interface{ IsClip() })
	}
	if scroll, ok := o.(*container.Scroll); ok {
		inside, clips = []fyne.CanvasObject{scroll.Content}, true // its bars lie over it
		if scroll.Direction != container.ScrollHorizontalOnly {
			room.top, room.bottom = -everywhere, everywhere
		}
	} else if _, ok := o.(fyne.Scrollable); ok {
		clips = true
	}
	if _, ok := o.(*container.Clip); ok { // what is inside is moved about by hand, any way
		seen, room = seen.within(d.at), area{-everywhere, -everywhere, everywhere, everywhere}
	} else if clips {
		seen, room.left, room.right = seen.within(d.at), max(room.left, d.at.left), min(room.right, d.at.right)
	}
	for _, child := range inside {
		all = walk(all, child, d, at, seen, room)
	}
	return all
}

// ink is where the words of a text are, without the empty room above and below the letters.
func ink(d *drawn) area {
	text := d.object.(*canvas.Text)
	size, own := text.MinSize(), text.Size()
	a := d.at
	if left := own.Width - size.Width; left > 0 {
		switch text.Alignment {
		case fyne.TextAlignCenter:
			a.left += left / 2
		case fyne.TextAlignTrailing:
			a.left += left
		}
	}
	if above := own.Height - size.Height; above > 0 {
		a.top += above / 2
	}
	air := text.TextSize * 0.22
	return area{a.left, a.top + air, a.left + size.Width, a.top + size.Height - air}
}

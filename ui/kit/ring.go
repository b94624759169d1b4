package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"waymark/ui/theme"
)

// ring shows that a widget has the keyboard: a line along its bounds, within them, so that nothing cuts it off. What it
// is drawn of is made when it is needed, since most widgets never have the keyboard.
type ring struct {
	object *fyne.Container
	on     bool    // it is drawn; the object is always visible, since Fyne paints nothing anew that was never on show
	apart  bool    // a stripe of the page parts it from a filled ground
	most   float32 // how wide it is at most, 0 for as wide as the widget
}

// ringGap is how far what a ring is around keeps from it.
const ringGap = 2

// ringRoom is the room that a ring takes at each side, what keeps it apart included.
func ringRoom() float32 { return theme.SizeOf(theme.SizeRing) + theme.Units(ringGap) }

func newRing(apart bool) *ring {
	r := &ring{apart: apart, object: &fyne.Container{}}
	r.object.Layout = r
	return r
}

// show draws the ring, or takes it away.
func (r *ring) show(on bool) {
	if on == r.on {
		return
	}
	r.on, r.object.Objects = on, nil
	r.Layout(nil, r.object.Size())
	r.object.Refresh()
}

// MinSize is called by Fyne.
func (r *ring) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is called by Fyne.
func (r *ring) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if !r.on {
		return
	}
	if r.most > 0 {
		size.Width = min(size.Width, r.most)
	}
	thick, gap := theme.SizeOf(theme.SizeRing), theme.Units(ringGap)
	r.object.Objects = nil
	if r.apart {
		r.object.Objects = append(r.object.Objects, frame(thick, gap, theme.Of(theme.ColorSurface), size))
	}
	r.object.Objects = append(r.object.Objects, frame(0, thick, theme.Of(theme.ColorFocusRing), size))
	if paint := theme.Of(theme.ColorFocusBreak); paint.(color.NRGBA).A > 0 {
		r.breaks(paint, thick, size)
	}
}

// frame is a line of a thickness all around, in from the edge of a size. Fyne draws a line with its middle on the bounds.
func frame(in, thick float32, paint color.Color, size fyne.Size) *canvas.Rectangle {
	f := canvas.NewRectangle(color.Transparent)
	f.StrokeColor, f.StrokeWidth, f.CornerRadius = paint, thick, max(0, theme.Units(cornerRadius)-in-thick/2)
	f.Move(fyne.NewSquareOffsetPos(in + thick/2))
	f.Resize(size.SubtractWidthHeight(2*in+thick, 2*in+thick))
	return f
}

// breaks cuts the line into dashes, its corners kept whole.
func (r *ring) breaks(paint color.Color, thick float32, size fyne.Size) {
	dash, space := theme.Units(10), theme.Units(5)
	cut := func(length float32, place func(at float32) (fyne.Position, fyne.Size)) {
		for at := dash; at+space+dash/2 <= length; at += dash + space {
			b := canvas.NewRectangle(paint)
			at, extent := place(at)
			b.Move(at)
			b.Resize(extent)
			r.object.Objects = append(r.object.Objects, b)
		}
	}
	for _, y := range []float32{0, size.Height - thick} {
		cut(size.Width, func(at float32) (fyne.Position, fyne.Size) { return fyne.NewPos(at, y), fyne.NewSize(space, thick) })
	}
	for _, x := range []float32{0, size.Width - thick} {
		cut(size.Height, func(at float32) (fyne.Position, fyne.Size) { return fyne.NewPos(x, at), fyne.NewSize(thick, space) })
	}
}

// keyboard is what every widget that can have the keyboard shares: its ring, and who hears of it.
type keyboard struct {
	ring   *ring
	gained func()
}

// onFocus calls f whenever the keyboard arrives.
func (k *keyboard) onFocus(f func()) { k.gained = f }

func (k *keyboard) arrive(here bool) {
	if k.ring != nil {
		k.ring.show(here)
	}
	if here && k.gained != nil {
		k.gained()
	}
}

// presses tells whether a key presses what has the keyboard.
func presses(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter
}

// PassShortcut hands a shortcut that o does not take to the window: Fyne gives those that are in no menu to what has the keyboard
// alone.
func PassShortcut(o fyne.CanvasObject, shortcut fyne.Shortcut) {
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// Pass hands on a key that the widget o, which has the keyboard, does not take: to the dialog on top if it takes keys, to
// the window otherwise. Fyne gives keys to what has the keyboard alone.
func Pass(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return // it is not on show any more
	}
	if dialog, ok := c.Overlays().Top().(interface{ TypedKey(*fyne.KeyEvent) }); ok {
		dialog.TypedKey(e)
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(e)
	}
}

// function tells whether a key means the same wherever the keyboard is: F1 to F12 and Esc.
func function(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyEscape || len(e.Name) > 1 && e.Name[0] == 'F' && e.Name[1] >= '0' && e.Name[1] <= '9'
}

// ringed is the renderer of one of Fyne's widgets with more drawn over it, each thing as large as the widget.
type ringed struct {
	fyne.WidgetRenderer
	over    []fyne.CanvasObject
	objects []fyne.CanvasObject
}

// Objects is called by Fyne.
func (r *ringed) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0], r.WidgetRenderer.Objects()...), r.over...)
	return r.objects
}

// Layout is called by Fyne.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	for _, o := range r.over {
		o.Resize(size)
	}
}

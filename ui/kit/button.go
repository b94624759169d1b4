package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// Button is Fyne's button with a ring around it while it has the keyboard, which it keeps when it is pressed by Space or
// Enter.
type Button struct {
	widget.Button
	keyboard
	edge *canvas.Rectangle
	Name string // what it does, where only a sign is on it; empty where words are
}

// NewButton returns a button outside a page, such as in a dialog; a page has Widgets.Button.
func NewButton(text string, tapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// Label returns the words on the button.
func (b *Button) Label() string { return b.Text }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ring, b.edge = newRing(true), canvas.NewRectangle(color.Transparent)
	b.edge.CornerRadius, b.edge.StrokeWidth = theme.SizeOf(fynetheme.SizeNameButtonRadius), theme.SizeOf(fynetheme.SizeNameInputBorder)
	r := &buttonRenderer{ringed{WidgetRenderer: b.Button.CreateRenderer(), over: []fyne.CanvasObject{b.edge, b.ring.object}}, b}
	r.paintEdge()
	return r
}

type buttonRenderer struct {
	ringed
	button *Button
}

// Refresh is called by Fyne.
func (r *buttonRenderer) Refresh() {
	r.ringed.Refresh()
	r.paintEdge()
}

// paintEdge draws an edge where the ground alone would not show that there is a button, or that it cannot be pressed.
func (r *buttonRenderer) paintEdge() {
	role := theme.ColorButtonEdge
	switch {
	case r.button.Importance == widget.LowImportance:
		r.button.edge.StrokeWidth = 0
	case r.button.Disabled():
		role = fynetheme.ColorNameSeparator
	}
	r.button.edge.StrokeColor = theme.Of(role)
	r.button.edge.Refresh()
}

// FocusGained is called by Fyne.
func (b *Button) FocusGained() { b.arrive(true) }

// FocusLost is called by Fyne.
func (b *Button) FocusLost() { b.arrive(false) }

// TypedKey is called by Fyne.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case !presses(e):
		Pass(b, e)
	case b.OnTapped != nil && !b.Disabled():
		b.OnTapped()
	}
}

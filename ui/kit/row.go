package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// pressable is what rows, icon buttons and scale steps share: they can be tapped, hovered over and focused, and Space or
// Enter is a tap.
type pressable struct {
	widget.BaseWidget
	OnTapped         func()
	focused, hovered bool
	ground           *canvas.Rectangle
	gained           func()
}

// onFocus calls f whenever the keyboard arrives.
func (p *pressable) onFocus(f func()) { p.gained = f }

func newGround() *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.CornerRadius = 6
	return r
}

func (p *pressable) paint() {
	switch {
	case p.focused:
		p.ground.FillColor = theme.Of(fynetheme.ColorNameFocus)
	case p.hovered && p.OnTapped != nil:
		p.ground.FillColor = theme.Of(fynetheme.ColorNameHover)
	default:
		p.ground.FillColor = color.Transparent
	}
	p.ground.Refresh()
}

func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }
func (p *pressable) FocusGained() {
	p.focused = true
	p.paint()
	if p.gained != nil {
		p.gained()
	}
}
func (p *pressable) FocusLost() { p.focused = false; p.paint() }
func (p *pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.paint()
}
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}
func (p *pressable) MouseOut()                      { p.hovered = false; p.paint() }
func (p *pressable) TypedRune(rune)                 {}
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		p.press()
	}
}
func (p *pressable) press() {
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// Row is a line of a list that leads somewhere when pressed.
type Row struct {
	pressable
	inside *fyne.Container
}

// Row returns the row of the key with its present content.
func (w *Widgets) Row(key string, tapped func(), content fyne.CanvasObject) *Row {
	r := kept(w, key, func() *Row {
		r := &Row{inside: container.New(layout.NewCustomPaddedLayout(2, 2, 0, 0))}
		r.ground = newGround()
		r.ExtendBaseWidget(r)
		return r
	})
	r.OnTapped = tapped
	r.inside.Objects = []fyne.CanvasObject{content}
	r.inside.Refresh()
	return r
}

// CreateRenderer is called by Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, r.inside))
}

// Cursor is the hand, since a row leads somewhere.
func (r *Row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// IconButton is a small button with a picture and no words; Name is what it does.
type IconButton struct {
	pressable
	Name string
	icon *widget.Icon
}

func newIconButton(icon fyne.Resource) *IconButton {
	b := &IconButton{icon: widget.NewIcon(fynetheme.NewColoredResource(icon, fynetheme.ColorNameDisabled))}
	b.ground = newGround()
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(32, 32))
	return widget.NewSimpleRenderer(container.NewStack(b.ground, container.NewCenter(room), container.NewCenter(b.icon)))
}

// Empty is what a list shows while there is nothing in it: what belongs here, and the first step.
func Empty(text string, step fyne.CanvasObject) fyne.CanvasObject {
	return Panel(present(Text(text), lineOf(step))...)
}

func lineOf(o fyne.CanvasObject) fyne.CanvasObject {
	if o == nil {
		return nil
	}
	return Line(o)
}

// Link is a small line of text that does something when pressed; for the status line.
type Link struct {
	pressable
	text *canvas.Text
}

// NewLink returns an empty link.
func NewLink(tapped func()) *Link {
	l := &Link{text: canvas.NewText("", theme.Of(fynetheme.ColorNameForeground))}
	l.text.TextSize, l.text.TextStyle.Bold = theme.SizeOf(fynetheme.SizeNameCaptionText), true
	l.ground, l.OnTapped = newGround(), tapped
	l.ExtendBaseWidget(l)
	return l
}

// Label returns the words.
func (l *Link) Label() string { return l.text.Text }

// SetText changes the words.
func (l *Link) SetText(text string) {
	l.text.Text = text
	l.text.Refresh()
	l.Refresh()
}

// CreateRenderer is called by Fyne.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.ground, container.New(layout.NewCustomPaddedLayout(6, 6, 8, 8), l.text)))
}

// Cursor is the hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

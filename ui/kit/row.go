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
	keyboard
	OnTapped         func()
	focused, hovered bool
	ground           *canvas.Rectangle
	whole            fyne.Widget // what it is part of
}

// cornerRadius is how round corners are that belong to a widget of ours.
const cornerRadius = 6

func newPressable(tapped func()) pressable {
	ground := canvas.NewRectangle(color.Transparent)
	ground.CornerRadius = theme.Units(cornerRadius)
	return pressable{OnTapped: tapped, ground: ground, keyboard: keyboard{ring: newRing(false)}}
}

func (p *pressable) paint() {
	p.ground.FillColor = color.Transparent
	if p.hovered && p.OnTapped != nil {
		p.ground.FillColor = theme.Of(fynetheme.ColorNameHover)
	}
	p.ground.Refresh()
}

func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }
func (p *pressable) FocusGained()            { p.focused = true; p.arrive(true) }
func (p *pressable) FocusLost()              { p.focused = false; p.arrive(false) }
func (p *pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.paint()
}
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}
func (p *pressable) MouseOut()                      { p.hovered = false; p.paint() }
func (p *pressable) TypedRune(rune)                 {}
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	if presses(e) {
		p.press()
		return
	}
	Pass(p.whole, e)
}

// extend makes p the part of a widget by which it is pressed.
func (p *pressable) extend(whole fyne.Widget) {
	p.whole = whole
	p.ExtendBaseWidget(whole)
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
		inset := theme.Units(2)
		r := &Row{pressable: newPressable(nil), inside: container.New(layout.NewCustomPaddedLayout(inset, inset, 0, 0))}
		r.extend(r)
		return r
	})
	r.OnTapped = tapped
	r.inside.Objects = []fyne.CanvasObject{content}
	r.inside.Refresh()
	return r
}

// CreateRenderer is called by Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ground, r.inside, r.ring.object))
}

// Cursor is the hand, since a row leads somewhere.
func (r *Row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// IconButton is a small button with a picture and no words; Name is what it does.
type IconButton struct {
	pressable
	Name string
	icon *widget.Icon
	tip  *tip
}

func newIconButton(w *Widgets, icon fyne.Resource) *IconButton {
	b := &IconButton{pressable: newPressable(nil), icon: widget.NewIcon(fynetheme.NewColoredResource(icon, fynetheme.ColorNameDisabled))}
	b.tip = newTip(w, b)
	b.extend(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSquareSize(theme.Units(32)))
	return widget.NewSimpleRenderer(container.NewStack(b.ground, container.NewCenter(room), container.NewCenter(b.icon), b.ring.object, b.tip.object))
}

// FocusGained is called by Fyne.
func (b *IconButton) FocusGained() {
	b.pressable.FocusGained()
	b.tip.ask()
}

// FocusLost is called by Fyne.
func (b *IconButton) FocusLost() {
	b.pressable.FocusLost()
	b.tip.drop()
}

// MouseIn is called by Fyne.
func (b *IconButton) MouseIn(e *desktop.MouseEvent) {
	b.pressable.MouseIn(e)
	b.tip.ask()
}

// MouseOut is called by Fyne.
func (b *IconButton) MouseOut() {
	b.pressable.MouseOut()
	b.tip.drop()
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
	l := &Link{pressable: newPressable(tapped), text: canvas.NewText("", theme.Of(fynetheme.ColorNameForeground))}
	l.text.TextSize, l.text.TextStyle.Bold = theme.SizeOf(fynetheme.SizeNameCaptionText), true
	l.extend(l)
	return l
}

// Link is a small line of text that does something when pressed.
func (w *Widgets) Link(key, text string, tapped func()) *Link {
	l := kept(w, key, func() *Link { return NewLink(nil) })
	l.OnTapped = tapped
	if l.Label() != text {
		l.SetText(text)
	}
	return l
}

// QuietLink is a Link that does not ask to be looked at.
func (w *Widgets) QuietLink(key, text string, tapped func()) *Link {
	l := w.Link(key, text, tapped)
	l.text.TextStyle.Bold, l.text.Color = false, theme.Of(fynetheme.ColorNameDisabled)
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
	x, y := theme.Units(8), theme.Units(7)
	return widget.NewSimpleRenderer(container.NewStack(l.ground, container.New(layout.NewCustomPaddedLayout(y, y, x, x), l.text), l.ring.object))
}

// Cursor is the hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

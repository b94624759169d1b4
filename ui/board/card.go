package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// card is a slip of paper with the words of an idea. It is used for one idea after another, whichever is in sight.
type card struct {
	object *fyne.Container
	ring   *canvas.Rectangle // around the one that is chosen
	shade  *canvas.Rectangle // what the paper throws on the ground
	face   *canvas.Rectangle
	more   *canvas.Text // how many other wordings it holds
	mark   *canvas.Text // that it is marked
	lines  []*canvas.Text
}

func newCard() *card {
	c := &card{object: container.NewWithoutLayout(), ring: canvas.NewRectangle(nil), shade: canvas.NewRectangle(nil), face: canvas.NewRectangle(nil),
		more: canvas.NewText("", nil), mark: canvas.NewText("", nil)}
	c.more.TextStyle.Bold = true
	c.more.Alignment = fyne.TextAlignTrailing
	return c
}

// look says how a card is shown.
type look struct {
	chosen, focused, hovered, marked bool
	held                             bool // it is in the hand
}

// signMarked stands in the corner of a marked card.
const signMarked = "●"

// show fills the card.
func (c *card) show(b *Board, p place, width float32, l look) {
	size, radius := b.letter(), theme.Units(4)
	whole := fyne.NewSize(width, p.height)
	c.object.Resize(whole)
	set := func(r *canvas.Rectangle, at fyne.Position, size fyne.Size) {
		r.CornerRadius = radius
		r.Move(at)
		r.Resize(size)
	}
	c.shade.FillColor = theme.Of(fynetheme.ColorNameShadow)
	c.shade.Shadow = canvas.Shadow{}
	set(c.shade, fyne.NewPos(0, theme.Units(2)), whole)
	c.face.FillColor, c.face.StrokeColor, c.face.StrokeWidth = theme.Of(theme.ColorCard), theme.Of(theme.ColorCardEdge), theme.Units(1)
	if l.hovered {
		c.face.StrokeColor = theme.Of(theme.ColorEdge)
	}
	if l.held {
		c.face.Shadow = canvas.Shadow{Color: theme.Of(fynetheme.ColorNameShadow), BlurRadius: theme.Units(14), Offset: fyne.NewPos(0, theme.Units(6))}
		c.face.StrokeColor = theme.Of(fynetheme.ColorNamePrimary)
		c.face.StrokeWidth = theme.Units(2)
	} else {
		c.face.Shadow = canvas.Shadow{}
	}
	set(c.face, fyne.Position{}, whole)
	c.object.Objects = append(c.object.Objects[:0], c.shade, c.face)
	if l.chosen {
		thick := b.ring()
		c.ring.FillColor, c.ring.StrokeColor, c.ring.StrokeWidth = nil, theme.Of(theme.ColorEdge), theme.Units(2)
		if l.focused {
			c.ring.StrokeColor, c.ring.StrokeWidth = theme.Of(theme.ColorFocusRing), thick
		}
		set(c.ring, fyne.NewSquareOffsetPos(-thick/2), whole.AddWidthHeight(thick, thick))
		c.object.Objects = append(c.object.Objects, c.ring)
	}
	pad, y := b.u(cardInset), b.u(cardInset)*0.8
	for i, text := range p.lines {
		t := c.line(i)
		t.Text, t.TextSize, t.Color = text, size, theme.Of(fynetheme.ColorNameForeground)
		t.Move(fyne.NewPos(pad, y))
		t.Resize(fyne.NewSize(width-2*pad, line(size)))
		c.object.Objects = append(c.object.Objects, t)
		y += line(size)
	}
	if n := alsoOf(p.idea); n > 0 {
		c.more.Text, c.more.TextSize, c.more.Color = "+"+strconv.Itoa(n), size*0.9, theme.Of(fynetheme.ColorNameDisabled)
		c.more.Move(fyne.NewPos(pad, y))
		c.more.Resize(fyne.NewSize(width-2*pad, line(size)*0.9))
		c.object.Objects = append(c.object.Objects, c.more)
	}
	if l.marked {
		c.face.StrokeColor, c.face.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), theme.Units(2)
		small := size * 0.7 // it stands beside the words
		c.mark.Text, c.mark.TextSize, c.mark.Color = signMarked, small, theme.Of(fynetheme.ColorNamePrimary)
		c.mark.Move(fyne.NewPos(width-pad, 0))
		c.mark.Resize(fyne.NewSize(small, line(small)))
		c.object.Objects = append(c.object.Objects, c.mark)
	}
}

// line returns the text of a line.
func (c *card) line(i int) *canvas.Text {
	for len(c.lines) <= i {
		c.lines = append(c.lines, canvas.NewText("", nil))
	}
	return c.lines[i]
}

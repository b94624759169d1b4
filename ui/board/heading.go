package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// heading is the head of a column: a band in its colour, its letter, its name and how many cards it has.
type heading struct {
	object *fyne.Container
	ground *canvas.Rectangle
	band   *canvas.Rectangle
	ring   *canvas.Rectangle
	letter *canvas.Text
	count  *canvas.Text
	menu   *canvas.Text
	lines  []*canvas.Text
}

func newHeading() *heading {
	h := &heading{object: container.NewWithoutLayout(), ground: canvas.NewRectangle(nil), band: canvas.NewRectangle(nil),
		ring: canvas.NewRectangle(nil), letter: canvas.NewText("", nil), count: canvas.NewText("", nil), menu: canvas.NewText("…", nil)}
	h.letter.TextStyle.Bold, h.menu.TextStyle.Bold = true, true
	h.menu.Alignment = fyne.TextAlignCenter
	return h
}

// show fills the heading of a column.
func (h *heading) show(b *Board, i int, l look) {
	c, f := b.columns[i], b.at
	width, pad := f.width, b.u(cardInset)
	put := func(o fyne.CanvasObject, x, y, w, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, height))
		h.object.Objects = append(h.object.Objects, o)
	}
	h.object.Objects = h.object.Objects[:0]
	h.object.Resize(fyne.NewSize(width, f.head))
	ground, band, ink := theme.Of(theme.ColorTint), theme.Of(theme.ColorEdge), theme.Of(fynetheme.ColorNameForeground)
	if c.theme.ID != "" {
		ground, band = theme.Of(theme.Ground(c.theme.Colour)), theme.Of(theme.Band(c.theme.Colour))
	}
	naming := b.naming != nil && c.theme.ID == b.naming.theme
	if naming {
		ground = theme.Of(fynetheme.ColorNameInputBackground)
	}
	h.ground.FillColor, h.band.FillColor = ground, band
	h.ground.TopLeftCornerRadius, h.ground.TopRightCornerRadius = theme.Units(6), theme.Units(6)
	h.band.TopLeftCornerRadius, h.band.TopRightCornerRadius = theme.Units(6), theme.Units(6)
	put(h.ground, 0, 0, width, f.head)
	put(h.band, 0, 0, width, b.u(bandHeight))
	x, y, size := pad, b.u(bandHeight)+b.u(6), b.nameSize()
	if c.theme.ID != "" {
		h.letter.Text, h.letter.TextSize, h.letter.Color = letterOf(b.shownAt(i)), size, band
		put(h.letter, x, y, b.u(headWidth), line(size))
		x += b.u(headWidth) * 0.8
		if !naming && b.letters == 0 {
			h.menu.TextSize, h.menu.Color = size, theme.Of(fynetheme.ColorNameDisabled)
			if l.hovered {
				h.menu.Color = ink
			}
			put(h.menu, width-b.u(headWidth), y, b.u(headWidth), line(size))
		}
	}
	for n, text := range b.nameLines(c) {
		for len(h.lines) <= n {
			t := canvas.NewText("", nil)
			t.TextStyle.Bold = true
			h.lines = append(h.lines, t)
		}
		t := h.lines[n]
		t.Text, t.TextSize, t.Color = text, size, ink
		put(t, x, y, width-x-pad, line(size))
		y += line(size)
	}
	h.count.Text, h.count.TextSize, h.count.Color = b.countOf(c), b.letter()*0.95, theme.Of(fynetheme.ColorNameDisabled)
	put(h.count, x, y, width-x-pad, line(b.letter()))
	if l.chosen || naming {
		thick := b.ring()
		h.ring.CornerRadius, h.ring.StrokeColor, h.ring.StrokeWidth = theme.Units(5), theme.Of(theme.ColorEdge), theme.Units(2)
		if l.focused || naming {
			h.ring.StrokeColor, h.ring.StrokeWidth = theme.Of(theme.ColorFocusRing), thick
		}
		put(h.ring, thick/2, thick/2, width-thick, f.head-thick)
	}
}

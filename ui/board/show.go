package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// place sets what is in sight: the free column at the left, which always stays, and the themes that are scrolled beside it.
func (b *Board) place() {
	f := b.at
	cards, heads := 0, 0
	left, right := b.free.Content.(*fyne.Container), b.themes.Content.(*fyne.Container)
	left.Objects, right.Objects = left.Objects[:0], right.Objects[:0]
	height := f.bottom - f.top
	move := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	move(b.free, 0, f.top, f.width, height)
	move(b.themes, f.left, f.top, f.size.Width-f.left, height)
	for i := range b.columns {
		x, into := b.x(i), left
		if i > 0 {
			x, into = x-f.left, right
			if x+f.width < 0 || x > f.size.Width-f.left {
				continue
			}
		}
		cards = b.placeColumn(into, i, x, height, cards)
		if heads == len(b.heads) {
			b.heads = append(b.heads, newHeading())
		}
		h := b.heads[heads]
		heads++
		h.show(b, i, b.lookOf(spot{i, heading1}))
		h.object.Move(fyne.NewPos(x, 0))
		into.Objects = append(into.Objects, h.object)
	}
	b.thumb(right, f.right())
}

// placeColumn sets the ground of a column and those of its cards that are in sight, and returns how many cards are in use.
func (b *Board) placeColumn(into *fyne.Container, i int, x, height float32, used int) int {
	f, c := b.at, &b.columns[i]
	ground := canvas.NewRectangle(theme.Of(theme.ColorTint))
	ground.CornerRadius = theme.Units(6)
	ground.Move(fyne.NewPos(x, 0))
	ground.Resize(fyne.NewSize(f.width, height))
	into.Objects = append(into.Objects, ground)
	width, down := f.width-2*b.u(inset), b.down[c.theme.ID]
	for _, p := range c.places {
		y := f.head + p.top - down
		if y+p.height < f.head || y > height {
			continue
		}
		if p.carry && b.carried.pointer {
			into.Objects = append(into.Objects, b.gapFor(p, x, y, width))
			continue
		}
		if used == len(b.pool) {
			b.pool = append(b.pool, newCard())
		}
		k := b.pool[used]
		used++
		l := b.lookOf(spot{i, p.row})
		l.held, l.marked = p.carry, b.marked[p.idea.ID]
		l.chosen = l.chosen && b.carried == nil || p.carry
		k.show(b, p, width, l)
		k.object.Move(fyne.NewPos(x+b.u(inset), y))
		into.Objects = append(into.Objects, k.object)
	}
	if len(c.places) == 0 {
		into.Objects = append(into.Objects, b.hint(c, x))
	}
	if room := b.inside(); c.height > room {
		thumb := canvas.NewRectangle(theme.Of(fynetheme.ColorNameScrollBar))
		thumb.CornerRadius = theme.Units(2)
		thumb.Move(fyne.NewPos(x+f.width-theme.Units(6), f.head+down/c.height*room))
		thumb.Resize(fyne.NewSize(theme.Units(4), room*room/c.height))
		into.Objects = append(into.Objects, thumb)
	}
	return used
}

// right is how much of the width the themes have.
func (f frame) right() float32 { return f.size.Width - f.left }

// thumb shows how far the themes are scrolled, when they do not all find room.
func (b *Board) thumb(into *fyne.Container, room float32) {
	most := b.mostRight()
	if most <= 0 {
		return
	}
	thumb := canvas.NewRectangle(theme.Of(fynetheme.ColorNameScrollBar))
	thumb.CornerRadius = theme.Units(2)
	thumb.Move(fyne.NewPos(b.right/(room+most)*room, b.at.bottom-b.at.top-theme.Units(5)))
	thumb.Resize(fyne.NewSize(room*room/(room+most), theme.Units(4)))
	into.Objects = append(into.Objects, thumb)
}

// gapFor is the room that opens where the card in the hand would land.
func (b *Board) gapFor(p place, x, y, width float32) fyne.CanvasObject {
	gap := canvas.NewRectangle(theme.Of(fynetheme.ColorNameHover))
	gap.CornerRadius, gap.StrokeColor, gap.StrokeWidth = theme.Units(4), theme.Of(fynetheme.ColorNamePrimary), theme.Units(2)
	gap.Move(fyne.NewPos(x+b.u(inset), y))
	gap.Resize(fyne.NewSize(width, p.height))
	return gap
}

// hint says what belongs into an empty column.
func (b *Board) hint(c *column, x float32) fyne.CanvasObject {
	words := b.words().Say("board.empty")
	switch {
	case c.theme.ID == "" && len(b.columns) > 1:
		words = b.words().Say("board.all_in_themes")
	case c.theme.ID == "":
		words = b.words().Say("board.no_ideas")
	}
	pad := b.u(inset) + b.u(cardInset)
	block := b.paragraph(words, b.at.width-2*pad, b.letter(), fynetheme.ColorNameDisabled, false)
	block.Move(fyne.NewPos(x+pad, b.at.head+b.u(inset)+b.u(cardInset)))
	return block
}

// paragraph is text set in lines of a width; its size is that of the lines.
func (b *Board) paragraph(text string, width, size float32, ink fyne.ThemeColorName, bold bool) *fyne.Container {
	block := &fyne.Container{}
	lines := b.lines(text, width, size, bold, 0)
	for i, words := range lines {
		t := canvas.NewText(words, theme.Of(ink))
		t.TextSize, t.TextStyle.Bold = size, bold
		t.Move(fyne.NewPos(0, float32(i)*line(size)))
		t.Resize(fyne.NewSize(width, line(size)))
		block.Objects = append(block.Objects, t)
	}
	block.Resize(fyne.NewSize(width, float32(len(lines))*line(size)))
	return block
}

// lookOf says how what is at a spot is shown.
func (b *Board) lookOf(s spot) look {
	return look{chosen: b.chosen == s, focused: b.focused || b.letters > 0, hovered: b.hovered == s}
}

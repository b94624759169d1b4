package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// pane is columns that are scrolled together: their grounds, below their headings their cards, and the headings.
type pane struct{ grounds, cards, heads *container.Clip }

func newPane() pane {
	clip := func() *container.Clip { return container.NewClip(container.NewWithoutLayout()) }
	return pane{clip(), clip(), clip()}
}

// clear takes all away and sets the pane where it is.
func (p pane) clear(f frame, x, width float32) {
	set := func(c *container.Clip, y, height float32) {
		c.Content.(*fyne.Container).Objects = nil
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(width, height))
	}
	set(p.grounds, f.top, f.bottom-f.top)
	set(p.heads, f.top, f.head)
	set(p.cards, f.top+f.head, f.bottom-f.top-f.head)
}

// put adds an object to a clip at a place in it.
func put(into *container.Clip, o fyne.CanvasObject, x, y float32) {
	o.Move(fyne.NewPos(x, y))
	inside := into.Content.(*fyne.Container)
	inside.Objects = append(inside.Objects, o)
}

// place sets what is in sight: the free column at the left, which always stays, and the themes that are scrolled beside it.
func (b *Board) place() {
	f := b.at
	cards, heads := 0, 0
	b.free.clear(f, 0, f.width)
	b.themes.clear(f, f.left, f.right())
	for i := range b.columns {
		x, into := b.x(i), b.free
		if i > 0 {
			x, into = x-f.left, b.themes
			if x+f.width < 0 || x > f.right() {
				continue
			}
		}
		cards = b.placeColumn(into, i, x, cards)
		if heads == len(b.heads) {
			b.heads = append(b.heads, newHeading())
		}
		h := b.heads[heads]
		heads++
		h.show(b, i, b.lookOf(spot{i, heading1}))
		put(into.heads, h.object, x, 0)
	}
	b.thumb()
}

// placeColumn sets the ground of a column and those of its cards that are in sight, and returns how many cards are in use.
func (b *Board) placeColumn(into pane, i int, x float32, used int) int {
	f, c := b.at, &b.columns[i]
	ground := canvas.NewRectangle(theme.Of(theme.ColorTint))
	ground.CornerRadius = theme.Units(6)
	ground.Resize(fyne.NewSize(f.width, f.bottom-f.top))
	put(into.grounds, ground, x, 0)
	width, down, room := f.width-2*b.u(inset), b.down[c.theme.ID], b.inside()
	for _, p := range c.places {
		y := p.top - down
		if y+p.height < 0 || y > room {
			continue
		}
		if p.carry && b.carried.pointer {
			put(into.cards, gapFor(p, width), x+b.u(inset), y)
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
		put(into.cards, k.object, x+b.u(inset), y)
	}
	if len(c.places) == 0 {
		put(into.cards, b.hint(c), x+b.u(inset)+b.u(cardInset), b.u(inset)+b.u(cardInset))
	}
	if c.height > room {
		thumb := newThumb()
		thumb.Resize(fyne.NewSize(theme.Units(4), room*room/c.height))
		put(into.cards, thumb, x+f.width-theme.Units(6), down/c.height*room)
	}
	return used
}

// right is how much of the width the themes have.
func (f frame) right() float32 { return f.size.Width - f.left }

// thumb shows how far the themes are scrolled, when they do not all find room, in a strip of its own below the columns.
func (b *Board) thumb() {
	most, room := b.mostRight(), b.at.right()
	b.across.Objects = nil
	if most <= 0 {
		return
	}
	thumb := newThumb()
	thumb.Resize(fyne.NewSize(room*room/(room+most), theme.Units(thumbHigh)))
	thumb.Move(fyne.NewPos(b.at.left+b.right/(room+most)*room, b.at.bottom+theme.Units(thumbGap)))
	b.across.Objects = []fyne.CanvasObject{thumb}
}

// strip is the height of the room for that thumb.
func (b *Board) strip() float32 {
	if b.mostRight() <= 0 {
		return 0
	}
	return theme.Units(thumbGap + thumbHigh)
}

// newThumb is the part of a scroll bar that stands for what is in sight.
func newThumb() *canvas.Rectangle {
	thumb := canvas.NewRectangle(theme.Of(fynetheme.ColorNameScrollBar))
	thumb.CornerRadius = theme.Units(2)
	return thumb
}

// gapFor is the room that opens where the card in the hand would land.
func gapFor(p place, width float32) fyne.CanvasObject {
	gap := canvas.NewRectangle(theme.Of(fynetheme.ColorNameHover))
	gap.CornerRadius, gap.StrokeColor, gap.StrokeWidth = theme.Units(4), theme.Of(fynetheme.ColorNamePrimary), theme.Units(2)
	gap.Resize(fyne.NewSize(width, p.height))
	return gap
}

// hint says what belongs into an empty column.
func (b *Board) hint(c *column) fyne.CanvasObject {
	words := b.words().Say("board.empty")
	switch {
	case c.theme.ID == "" && len(b.columns) > 1:
		words = b.words().Say("board.all_in_themes")
	case c.theme.ID == "":
		words = b.words().Say("board.no_ideas")
	}
	pad := b.u(inset) + b.u(cardInset)
	return b.paragraph(words, b.at.width-2*pad, b.letter(), fynetheme.ColorNameDisabled, false)
}

// paragraph is text set in lines of a width; its size is that of the lines. Letters are taller than the distance of two lines,
// so the last line has room of its own below.
func (b *Board) paragraph(text string, width, size float32, ink fyne.ThemeColorName, bold bool) *fyne.Container {
	block := &fyne.Container{}
	lines := b.lines(text, width, size, bold, 0)
	below := float32(0)
	for i, words := range lines {
		t := canvas.NewText(words, theme.Of(ink))
		t.TextSize, t.TextStyle.Bold = size, bold
		t.Move(fyne.NewPos(0, float32(i)*line(size)))
		t.Resize(fyne.NewSize(width, t.MinSize().Height))
		below = max(0, t.MinSize().Height-line(size))
		block.Objects = append(block.Objects, t)
	}
	block.Resize(fyne.NewSize(width, float32(len(lines))*line(size)+below))
	return block
}

// lookOf says how what is at a spot is shown.
func (b *Board) lookOf(s spot) look {
	return look{chosen: b.chosen == s, focused: b.focused || b.letters > 0, hovered: b.hovered == s}
}

package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/theme"
)

// pairs is the question whether two ideas are the same, asked about one proposed pair after another.
type pairs struct {
	pair      vision.Pair
	same, not *chip
	end       *chip
}

// AskDuplicates asks about ideas that look the same, pair by pair.
func (b *Board) AskDuplicates() {
	b.takeName()
	b.putBack()
	b.pairs = &pairs{same: newChip(func() { b.answer(fyne.KeyReturn) }), not: newChip(func() { b.answer(fyne.KeyRight) }),
		end: newChip(func() { b.answer(fyne.KeyEscape) })}
	b.nextPair()
	if b.pairs == nil {
		b.tell(app.Say("board.no_pair"))
	}
	b.draw()
	b.keepFocus()
}

// nextPair finds the next pair that was not said to differ; without one the asking is over.
func (b *Board) nextPair() {
	for _, p := range vision.Duplicates(b.source.Book(), b.cycle()) {
		if !b.different[[2]app.ID[app.Idea]{p.A.ID, p.B.ID}] {
			b.pairs.pair = p
			return
		}
	}
	b.pairs = nil
}

func (b *Board) answer(name fyne.KeyName) {
	b.quiet()
	if b.pairs != nil {
		b.pairKey(name)
	}
	b.draw()
	b.keepFocus()
}

// pairKey hears the answer: Enter for the same, an arrow for not the same, Esc for enough.
func (b *Board) pairKey(name fyne.KeyName) bool {
	p := b.pairs.pair
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.do(vision.MergeIdeas(b.source.Book(), p.A.ID, p.B.ID))
		if at, ok := b.find(p.A.ID); ok && !b.failed {
			b.choose(at)
		}
		if b.failed {
			b.apart(p)
		}
	case fyne.KeyRight, fyne.KeyDown:
		b.apart(p)
	case fyne.KeyEscape:
		b.pairs = nil
	default:
		return name != fyne.KeyTab
	}
	if b.pairs == nil && !b.failed && name != fyne.KeyEscape {
		b.tell(app.Say("board.no_more_pairs"))
	}
	return true
}

// apart remembers for as long as the board is on show that two ideas are not the same.
func (b *Board) apart(p vision.Pair) {
	b.different[[2]app.ID[app.Idea]{p.A.ID, p.B.ID}] = true
	if b.pairs != nil {
		b.nextPair()
	}
}

// layOver sets what lies above the board: the card in the hand of the mouse, or the question about a pair.
func (b *Board) layOver() {
	b.over.Objects = b.over.Objects[:0]
	b.over.Resize(b.at.size)
	if c := b.carried; c != nil && c.pointer {
		from, _ := b.find(c.idea)
		if idea, ok := b.ideaAt(from); ok {
			b.lift.show(b, b.placeOf(idea, from.row, false), b.at.width-2*b.u(inset), look{held: true})
			b.lift.object.Move(c.mouse.AddXY(c.grip.DX, c.grip.DY))
			b.over.Objects = append(b.over.Objects, b.lift.object)
		}
	}
	if b.pairs != nil {
		b.layPair()
	}
	canvas.Refresh(b.over)
}

// layPair sets the two ideas side by side with the ways to answer below.
func (b *Board) layPair() {
	words, p := b.words(), b.pairs
	gap, size := theme.Units(16), max(b.letter(), theme.SizeOf(fynetheme.SizeNameText), b.letters)
	width := min(b.at.size.Width-2*gap, max(theme.Units(720), size*40))
	title := b.paragraph(words.Say("board.pair"), width-2*gap, size*1.15, fynetheme.ColorNameForeground, true)
	half := (width - 3*gap) / 2
	var texts []*fyne.Container
	var high float32
	for _, idea := range []app.Idea{p.pair.A, p.pair.B} {
		t := b.paragraph(app.Shorten(idea.Text, 400), half-gap, size, fynetheme.ColorNameForeground, false)
		texts = append(texts, t)
		high = max(high, t.Size().Height)
	}
	chips := []*chip{p.same, p.not, p.end}
	p.same.show(words.Say("board.pair.same"), "")
	p.not.show(words.Say("board.pair.not"), "")
	p.end.show(words.Say("board.pair.end"), "")
	if b.letters > 0 {
		chips = nil // the foot names the keys
	}
	height := gap + title.Size().Height + gap + high + gap + gap
	if len(chips) > 0 {
		height += theme.Units(32) + gap
	}
	x, y := (b.at.size.Width-width)/2, max(b.at.top, b.at.bottom-height-gap)
	sheet := canvas.NewRectangle(theme.Of(fynetheme.ColorNameOverlayBackground))
	sheet.CornerRadius, sheet.StrokeColor, sheet.StrokeWidth = theme.Units(8), theme.Of(theme.ColorEdge), theme.Units(1)
	sheet.Shadow = canvas.Shadow{Color: theme.Of(fynetheme.ColorNameShadow), BlurRadius: theme.Units(20), Offset: fyne.NewPos(0, theme.Units(6))}
	put := func(o fyne.CanvasObject, x, y float32, size fyne.Size) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(size)
		b.over.Objects = append(b.over.Objects, o)
	}
	put(sheet, x, y, fyne.NewSize(width, height))
	put(title, x+gap, y+gap, title.Size())
	y += gap + title.Size().Height + gap
	for i, t := range texts {
		left := x + gap + float32(i)*(half+gap)
		face := canvas.NewRectangle(theme.Of(theme.ColorSurface))
		face.CornerRadius, face.StrokeColor, face.StrokeWidth = theme.Units(4), theme.Of(theme.ColorEdge), theme.Units(1)
		put(face, left, y, fyne.NewSize(half, high+gap))
		put(t, left+gap/2, y+gap/2, t.Size())
	}
	y += high + gap + gap
	x += gap - theme.Units(10)
	for _, c := range chips {
		put(c, x, y, c.MinSize())
		x += c.MinSize().Width + theme.Units(8)
	}
}

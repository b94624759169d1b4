package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pan is the ground in the hand: the themes go sideways with it, the column below it up and down.
type pan struct{ column int }

// How near to an edge the mouse scrolls while a card is in its hand, how far at a time, and how often.
const (
	edgeRoom  = 36
	edgeStep  = 18
	edgePause = 30 * time.Millisecond
)

// Dragged is called by Fyne: the first time it takes the card below the mouse into the hand, or else the ground.
func (b *Board) Dragged(e *fyne.DragEvent) {
	if b.deaf || b.pairs != nil {
		return
	}
	if b.carried == nil && b.pan == nil {
		b.grasp(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
	}
	if b.pan != nil {
		b.right -= e.Dragged.DX
		if b.pan.column >= 0 {
			b.down[b.columns[b.pan.column].theme.ID] -= e.Dragged.DY
		}
		b.draw()
		return
	}
	if b.carried != nil && b.carried.pointer {
		b.follow(e.Position)
	}
}

// grasp takes what lies at a position into the hand.
func (b *Board) grasp(at fyne.Position) {
	b.quiet()
	b.takeName()
	s, column := b.hit(at)
	idea, ok := b.ideaAt(s)
	if !ok {
		b.pan = &pan{column}
		return
	}
	for _, p := range b.columns[s.column].places {
		if p.row == s.row {
			corner := fyne.NewPos(b.x(s.column)+b.u(inset), b.at.top+b.at.head+p.top-b.down[b.columns[s.column].theme.ID])
			b.chosen, b.row = s, s.row
			b.carried = &carried{idea: idea.ID, from: s, to: s, pointer: true, grip: fyne.NewDelta(corner.X-at.X, corner.Y-at.Y), mouse: at}
		}
	}
	b.keepFocus()
}

// follow moves the card in the hand along, and opens the gap where it would land.
func (b *Board) follow(at fyne.Position) {
	c := b.carried
	c.mouse = at
	if to := b.landing(at); to != c.to {
		c.to = to
		b.draw()
	} else {
		b.layOver()
	}
	if c.scroll == nil && b.atEdge() != (fyne.Delta{}) {
		c.scroll = b.host.After(edgePause, b.scrollOn)
	}
}

// landing returns where the card in the hand would land: in the column below the mouse, where the gap is nearest to it; on a
// heading, at the top.
func (b *Board) landing(at fyne.Position) spot {
	c, column := b.carried, 0
	if at.X >= b.at.left && len(b.columns) > 1 {
		column = min(1+int((at.X-b.at.left+b.right)/(b.at.width+b.at.gap)), len(b.columns)-1)
	}
	to := spot{column, 0}
	if at.Y < b.at.top+b.at.head {
		return to
	}
	top := at.Y + c.grip.DY - b.at.top - b.at.head + b.down[b.columns[column].theme.ID]
	y := b.u(inset)
	for _, p := range b.columns[column].places {
		if p.carry || p.idea.ID == c.idea {
			continue
		}
		if top < y+p.height/2 {
			break
		}
		y += p.height + b.u(cardGap)
		to.row++
	}
	return to
}

// atEdge says which way the board scrolls while the mouse with a card is where it is.
func (b *Board) atEdge() (d fyne.Delta) {
	at, near := b.carried.mouse, b.u(edgeRoom)
	switch {
	case at.X > b.at.size.Width-near && b.right < b.mostRight():
		d.DX = 1
	case at.X > b.at.left && at.X < b.at.left+near && b.right > 0:
		d.DX = -1
	}
	c := b.columns[b.carried.to.column]
	switch down := b.down[c.theme.ID]; {
	case at.Y > b.at.bottom-near && down < c.height-b.inside():
		d.DY = 1
	case at.Y > b.at.top && at.Y < b.at.top+b.at.head+near/2 && at.Y > b.at.top+b.at.head-near/2 && down > 0:
		d.DY = -1
	}
	return d
}

// scrollOn scrolls by a step, and again after a while as long as the mouse stays at the edge.
func (b *Board) scrollOn() {
	c := b.carried
	if c == nil || !c.pointer {
		return
	}
	c.scroll = nil
	d := b.atEdge()
	if d == (fyne.Delta{}) {
		return
	}
	b.right += d.DX * b.u(edgeStep)
	b.down[b.columns[c.to.column].theme.ID] += d.DY * b.u(edgeStep)
	b.layOut()
	c.to = b.landing(c.mouse)
	b.draw()
	c.scroll = b.host.After(edgePause, b.scrollOn)
}

// rest ends scrolling at an edge.
func (b *Board) rest() {
	if b.carried.scroll != nil {
		b.carried.scroll()
		b.carried.scroll = nil
	}
}

// DragEnd is called by Fyne.
func (b *Board) DragEnd() {
	b.pan, b.deaf = nil, false
	if b.carried != nil && b.carried.pointer {
		b.drop()
	}
	b.draw()
}

// Tapped chooses what is tapped; the name of a theme that is chosen already is typed anew, and its dots open a menu.
func (b *Board) Tapped(e *fyne.PointEvent) {
	b.quiet()
	b.takeName()
	b.keepFocus()
	s, _ := b.hit(e.Position)
	switch {
	case s == nowhere || b.pairs != nil:
	case b.merging != "":
		b.mergeInto(s.column)
	case b.onDots(e.Position, s):
		b.choose(s)
		b.showMenu(e.AbsolutePosition)
	case s == b.chosen && s.row == heading1:
		b.rename()
	default:
		b.choose(s)
	}
	b.draw()
}

// onDots tells whether a position is where a heading opens its menu.
func (b *Board) onDots(at fyne.Position, s spot) bool {
	return s.row == heading1 && s.column > 0 && at.X > b.x(s.column)+b.at.width-max(b.u(headWidth), 32)
}

// TappedSecondary opens the menu of what is tapped.
func (b *Board) TappedSecondary(e *fyne.PointEvent) {
	b.quiet()
	b.takeName()
	b.keepFocus()
	if s, _ := b.hit(e.Position); s != nowhere && b.pairs == nil && b.carried == nil {
		b.choose(s)
		b.draw()
		b.showMenu(e.AbsolutePosition)
	}
}

// Scrolled is called by Fyne: the wheel moves the column below it, or the themes when that has no way to go.
func (b *Board) Scrolled(e *fyne.ScrollEvent) {
	_, column := b.hit(e.Position)
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if column < 0 || b.columns[column].height <= b.inside() {
		dx, dy = dx+dy, 0
	}
	b.right -= dx
	if column >= 0 {
		b.down[b.columns[column].theme.ID] -= dy
	}
	b.draw()
}

// MouseIn is called by Fyne.
func (b *Board) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (b *Board) MouseMoved(e *desktop.MouseEvent) {
	if s, _ := b.hit(e.Position); s != b.hovered && b.carried == nil && b.pairs == nil {
		b.hovered = s
		b.draw()
	}
}

// MouseOut is called by Fyne.
func (b *Board) MouseOut() {
	if b.hovered != nowhere {
		b.hovered = nowhere
		b.draw()
	}
}

// Cursor is called by Fyne.
func (b *Board) Cursor() desktop.Cursor {
	if b.hovered != nowhere {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

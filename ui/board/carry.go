package board

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
)

// carried is the card or theme in the hand, and where it would land. Nothing has moved in the book yet.
type carried struct {
	idea    app.ID[app.Idea]
	theme   app.ID[app.Theme] // when a theme is in the hand
	from    spot
	to      spot          // of a card: its column and the index among the other cards there
	pointer bool          // the mouse has it
	grip    fyne.Delta    // from where the mouse is to the corner of the card
	mouse   fyne.Position // where it is
	scroll  func()        // ends scrolling at an edge, nil while there is none
}

// take takes what is chosen into the hand.
func (b *Board) take() {
	if idea, ok := b.chosenIdea(); ok {
		b.carried = &carried{idea: idea.ID, from: b.chosen, to: b.chosen}
	} else if t, ok := b.chosenTheme(); ok {
		b.carried = &carried{theme: t.ID, from: b.chosen, to: b.chosen}
	}
}

// putBack lets go of what is in the hand; it lies where it lay.
func (b *Board) putBack() {
	if b.carried == nil {
		return
	}
	b.rest()
	b.carried = nil
}

// drop puts down what is in the hand: one edit.
func (b *Board) drop() {
	c := b.carried
	if c == nil {
		return
	}
	b.rest()
	b.carried = nil
	book := b.source.Book()
	if c.theme != "" {
		b.do(vision.MoveTheme(book, c.theme, c.to.column-b.columnOf(c.theme)), nil)
		b.chosen = spot{b.columnOf(c.theme), heading1}
		return
	}
	b.do(vision.MoveIdea(book, c.idea, b.columns[c.to.column].theme.ID, c.to.row))
	if at, ok := b.find(c.idea); ok {
		b.chosen, b.row = at, at.row
	}
}

// carryKey moves what is in the hand, and tells whether the key was one for it.
func (b *Board) carryKey(name fyne.KeyName) bool {
	c := b.carried
	others := func(column int) int { // cards there besides the one in the hand
		n := len(b.columns[column].ideas)
		if column == c.from.column {
			n--
		}
		return n
	}
	column := c.to.column
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.drop()
	case fyne.KeyEscape:
		b.putBack()
	case fyne.KeyLeft:
		column--
	case fyne.KeyRight:
		column++
	case fyne.KeyUp:
		c.to.row = max(0, c.to.row-1)
	case fyne.KeyDown:
		c.to.row++
	case fyne.KeyHome:
		c.to.row = 0
	case fyne.KeyEnd:
		c.to.row = others(column)
	default:
		return name != fyne.KeyTab && name != fyne.KeyPageUp && name != fyne.KeyPageDown
	}
	if c.theme != "" {
		c.to.column = min(max(column, 1), len(b.columns)-1)
		return true
	}
	c.to.column = min(max(column, 0), len(b.columns)-1)
	c.to.row = min(c.to.row, others(c.to.column))
	return true
}

package board

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
)

// NewTheme makes a theme with the chosen card in it, if it is free, and begins to type its name: one step of undo.
func (b *Board) NewTheme() {
	b.takeName()
	b.putBack()
	var ideas []app.ID[app.Idea]
	if idea, ok := b.chosenIdea(); ok && b.chosen.column == 0 {
		ideas = append(ideas, idea.ID)
	}
	b.gather(ideas)
	b.layOut()
	b.reveal()
	b.draw()
	b.keepFocus()
}

// gather makes a theme with ideas in it.
func (b *Board) gather(ideas []app.ID[app.Idea]) {
	edit, t, err := vision.AddTheme(b.source.Book(), b.cycle(), b.freshName())
	edit.Merge = joinOf(t.ID)
	if !b.do(edit, err) {
		return
	}
	for n, id := range ideas {
		edit, err := vision.MoveIdea(b.source.Book(), id, t.ID, n)
		edit.Merge = joinOf(t.ID)
		if !b.do(edit, err) {
			return
		}
	}
	b.nameFresh(t.ID, joinOf(t.ID))
}

// recolour gives the chosen theme the next colour.
func (b *Board) recolour() {
	if t, ok := b.chosenTheme(); ok {
		t.Colour = (t.Colour + 1) % vision.Colours
		b.do(app.Save(b.source.Book(), t))
	}
}

// mark marks the chosen card, or takes the mark away.
func (b *Board) mark() {
	idea, ok := b.chosenIdea()
	if !ok {
		return
	}
	if b.marked[idea.ID] {
		delete(b.marked, idea.ID)
	} else {
		b.marked[idea.ID] = true
	}
}

// split makes a theme of the marked cards, wherever they lie.
func (b *Board) split() {
	if len(b.marked) == 0 {
		b.tell(app.Say("board.mark_first"))
		return
	}
	var ideas []app.ID[app.Idea]
	from := map[int]bool{}
	for i, c := range b.columns {
		for _, idea := range c.ideas {
			if b.marked[idea.ID] {
				ideas = append(ideas, idea.ID)
				from[i] = true
			}
		}
	}
	only := -1
	for i := range from {
		only = i
	}
	if len(from) > 1 || only == 0 {
		clear(b.marked)
		b.gather(ideas)
		return
	}
	edit, err := vision.SplitTheme(b.source.Book(), b.columns[only].theme.ID, ideas, b.freshName())
	var fresh app.ID[app.Theme]
	for _, c := range edit.Changes {
		if t, ok := c.After.(app.Theme); ok && c.Before == nil {
			fresh = t.ID
		}
	}
	edit.Merge = joinOf(fresh)
	if b.do(edit, err) {
		clear(b.marked)
		b.nameFresh(fresh, joinOf(fresh))
	}
}

// askMerge asks into which theme the chosen one goes.
func (b *Board) askMerge() {
	t, ok := b.chosenTheme()
	switch {
	case !ok:
		b.tell(app.Say("board.choose_theme"))
	case len(b.columns) < 3:
		b.tell(app.Say("board.one_theme"))
	default:
		b.merging = t.ID
		b.choose(spot{b.besides(b.chosen.column, 1), heading1})
	}
}

// besides returns the next theme in a direction that is not the one to be merged; at the end it turns round.
func (b *Board) besides(column, step int) int {
	n := len(b.columns) - 1
	for range n {
		column = (column-1+step+n)%n + 1
		if b.columns[column].theme.ID != b.merging {
			break
		}
	}
	return column
}

// mergeKey hears a key while it is asked into which theme another goes.
func (b *Board) mergeKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft, fyne.KeyUp:
		b.chosen.column = b.besides(b.chosen.column, -1)
	case fyne.KeyRight, fyne.KeyDown:
		b.chosen.column = b.besides(b.chosen.column, 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		b.mergeInto(b.chosen.column)
	case fyne.KeyEscape:
		b.choose(spot{b.columnOf(b.merging), heading1})
		b.merging = ""
	}
	return true
}

// mergeInto puts the cards of the theme that was asked about behind those of a column.
func (b *Board) mergeInto(column int) {
	from, into := b.merging, b.columns[column].theme.ID
	if from == into || into == "" {
		return
	}
	b.merging = ""
	if b.do(vision.MergeThemes(b.source.Book(), from, into)) {
		b.choose(spot{b.columnOf(into), heading1})
	}
}

// remove removes the chosen card or theme; the cards of a theme become free. The host offers to undo it.
func (b *Board) remove() {
	book := b.source.Book()
	if idea, ok := b.chosenIdea(); ok {
		b.host.Remove(app.RemoveEdit(book, idea))
	} else if t, ok := b.chosenTheme(); ok {
		n := len(b.columns[b.chosen.column].ideas)
		b.host.Remove(vision.RemoveTheme(book, t.ID))
		if n > 0 {
			b.tell(app.Say("board.freed", "count", n))
		}
	}
	b.read()
}

// part makes ideas of the other wordings of the chosen card again.
func (b *Board) part() {
	if idea, ok := b.chosenIdea(); ok {
		b.do(vision.PartIdea(b.source.Book(), idea.ID))
	}
}

package board

import (
	"slices"
	"strings"

	"waymark/app"
	"waymark/app/vision"
)

// column is a theme with its cards, or the free cards when it has no theme.
type column struct {
	theme  app.Theme
	ideas  []app.Idea
	dots   int
	voted  bool
	places []place // of its cards from top to bottom, as they are shown
	height float32 // of all of them
}

// spot is a card or, at row heading1, the heading of a column.
type spot struct{ column, row int }

// heading1 is the row of a heading, above the first card.
const heading1 = -1

// nowhere is no spot.
var nowhere = spot{-1, -1}

// read takes the columns from the book and finds what is chosen again, wherever it went.
func (b *Board) read() {
	var idea app.ID[app.Idea]
	var theme app.ID[app.Theme]
	if len(b.columns) > 0 {
		if i, ok := b.chosenIdea(); ok {
			idea = i.ID
		}
		theme = b.columns[b.chosen.column].theme.ID
	}
	from := vision.BoardOf(b.source.Book(), b.cycle())
	b.columns = append(b.columns[:0], column{ideas: from.Free})
	for _, c := range from.Columns {
		b.columns = append(b.columns, column{theme: c.Theme, ideas: c.Ideas, dots: c.Dots, voted: c.Voted})
	}
	b.forget()
	if idea != "" {
		if at, ok := b.find(idea); ok {
			b.chosen = at
			return
		}
	}
	for i, c := range b.columns {
		if c.theme.ID == theme {
			b.chosen.column = i
		}
	}
	b.clamp()
}

// forget lets go of what is not in the book any more.
func (b *Board) forget() {
	if b.carried != nil {
		if _, ok := b.find(b.carried.idea); !ok && b.carried.idea != "" {
			b.carried = nil
		}
	}
	for id := range b.marked {
		if _, ok := b.find(id); !ok {
			delete(b.marked, id)
		}
	}
	if b.naming != nil && b.columnOf(b.naming.theme) < 1 {
		b.naming = nil
	}
	if b.merging != "" && b.columnOf(b.merging) < 1 {
		b.merging = ""
	}
	if b.pairs != nil {
		b.nextPair()
	}
}

// clamp sees to it that there is what is chosen.
func (b *Board) clamp() {
	b.chosen.column = min(max(b.chosen.column, 0), len(b.columns)-1)
	b.chosen.row = min(max(b.chosen.row, heading1), len(b.columns[b.chosen.column].ideas)-1)
}

// find returns where an idea is.
func (b *Board) find(id app.ID[app.Idea]) (spot, bool) {
	for c, column := range b.columns {
		if r := slices.IndexFunc(column.ideas, func(i app.Idea) bool { return i.ID == id }); r >= 0 {
			return spot{c, r}, true
		}
	}
	return nowhere, false
}

// columnOf returns where a theme is, -1 for nowhere.
func (b *Board) columnOf(id app.ID[app.Theme]) int {
	return slices.IndexFunc(b.columns, func(c column) bool { return c.theme.ID == id })
}

// ideaAt returns the idea of a spot, if there is one.
func (b *Board) ideaAt(s spot) (app.Idea, bool) {
	if s.column < 0 || s.column >= len(b.columns) || s.row < 0 || s.row >= len(b.columns[s.column].ideas) {
		return app.Idea{}, false
	}
	return b.columns[s.column].ideas[s.row], true
}

func (b *Board) chosenIdea() (app.Idea, bool) { return b.ideaAt(b.chosen) }

// chosenTheme returns the theme of the column in which something is chosen; none in the free column.
func (b *Board) chosenTheme() (app.Theme, bool) {
	t := b.columns[b.chosen.column].theme
	return t, t.ID != ""
}

func (b *Board) nameOf(c column) string {
	if c.theme.ID == "" {
		return b.words().Say("board.free")
	}
	return c.theme.Name
}

// countOf says how many cards a column has and, after a vote, how many dots.
func (b *Board) countOf(c column) string {
	cards := b.words().Say("board.cards", "count", len(c.ideas))
	if !c.voted {
		return cards
	}
	return cards + " · " + b.words().Say("board.dots", "count", c.dots)
}

// letterOf names the column of a theme by a letter, so that no colour needs to be told apart; after Z come AA, AB.
func letterOf(column int) string {
	n := column - 1
	if n < 0 {
		return ""
	}
	if n < 26 {
		return string(rune('A' + n))
	}
	return letterOf(n/26) + string(rune('A'+n%26))
}

// alsoOf counts the other wordings of an idea.
func alsoOf(i app.Idea) int {
	if strings.TrimSpace(i.Also) == "" {
		return 0
	}
	return len(vision.Wordings(i)) - 1
}

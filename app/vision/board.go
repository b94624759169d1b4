package vision

import "waymark/app"

// Board is how the ideas of a cycle lie: in columns by theme, and those that are in none.
type Board struct {
	Free    []app.Idea // in no theme, in order
	Columns []Column   // in the order of the themes
}

// Column is a theme with its ideas in order.
type Column struct {
	Theme app.Theme
	Ideas []app.Idea
	Dots  int  // in the vote that counts, see Top
	Voted bool // whether the theme took part in it
}

// BoardOf returns the board of a cycle.
func BoardOf(b *app.Book, cycle app.ID[app.Cycle]) Board {
	themes := Themes(b, cycle)
	board := Board{Columns: make([]Column, len(themes))}
	at := make(map[app.ID[app.Theme]]int, len(themes))
	var dots map[app.ID[app.Theme]]int
	if ballots := standing(b, cycle); len(ballots) > 0 {
		dots = ballots[0]
	}
	for i, theme := range themes {
		at[theme.ID] = i
		n, voted := dots[theme.ID]
		board.Columns[i] = Column{Theme: theme, Dots: n, Voted: voted}
	}
	for idea := range b.Ideas.All() {
		if idea.Cycle != cycle {
			continue
		}
		if i, ok := at[idea.Theme]; ok {
			board.Columns[i].Ideas = append(board.Columns[i].Ideas, idea)
		} else {
			board.Free = append(board.Free, idea)
		}
	}
	return board
}

// column returns the ideas of a theme in order, those in no theme when it is empty.
func (board Board) column(theme app.ID[app.Theme]) []app.Idea {
	for _, c := range board.Columns {
		if c.Theme.ID == theme {
			return c.Ideas
		}
	}
	return board.Free
}

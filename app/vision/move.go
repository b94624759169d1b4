package vision

import (
	"math"
	"slices"

	"waymark/app"
)

// MoveIdea returns the edit that puts an idea into the column of a theme, or among the free ones when theme is empty, so
// that it is the one at index at there, the first or last when at lies outside. As few other ideas as possible get another
// position, and only such of that column. An idea or theme that is not there is an Error of KindConflict.
func MoveIdea(b *app.Book, id app.ID[app.Idea], theme app.ID[app.Theme], at int) (app.Edit, error) {
	idea, ok := b.Ideas.Get(id)
	if !ok {
		return app.Edit{}, vanished("move idea")
	}
	if t, ok := b.Themes.Get(theme); theme != "" && (!ok || t.Cycle != idea.Cycle) {
		return app.Edit{}, vanished("move idea")
	}
	column := slices.Clone(BoardOf(b, idea.Cycle).column(theme))
	column = slices.DeleteFunc(column, func(i app.Idea) bool { return i.ID == id })
	at = min(max(at, 0), len(column))
	moved := idea
	moved.Theme = theme
	edit := app.Edit{Label: app.Label(b, "edit.move", idea)}
	moved.Position, edit.Changes = room(Ideas(b, idea.Cycle), column, at, idea)
	if moved != idea {
		edit.Changes = append(edit.Changes, app.Update(idea, moved))
	}
	return edit, nil
}

// room returns a position for idea at index at of a column in which it is not, and the changes that make room for it: none
// while there is a number between its neighbours, preferably its own, else one that no other idea of all has.
func room(all, column []app.Idea, at int, idea app.Idea) (position int, changes []app.Change) {
	low, high := 0, math.MaxInt
	if at > 0 {
		low = column[at-1].Position
	}
	if at < len(column) {
		high = column[at].Position
	}
	if low < idea.Position && idea.Position < high {
		return idea.Position, nil
	}
	if high-low > 1 {
		return unused(all, low, high), nil
	}
	later := pushed(column[at:], low+1, 1)
	earlier := slices.Clone(column[:at])
	slices.Reverse(earlier)
	back := pushed(earlier, high-1, -1)
	if high-1-len(back) < 1 || len(back) >= len(later) { // positions count from 1
		return low + 1, later
	}
	return high - 1, back
}

// unused returns a number between low and high that no idea has, low+1 when all are taken.
func unused(all []app.Idea, low, high int) int {
	free := low + 1
	for _, i := range all { // in order of position
		if i.Position == free {
			free++
		}
	}
	if free < high {
		return free
	}
	return low + 1
}

// pushed returns the changes that push ideas on, one step at a time in the given direction, until none has the number
// taken or stands on the wrong side of it.
func pushed(ideas []app.Idea, taken, direction int) []app.Change {
	var changes []app.Change
	for _, before := range ideas {
		if (before.Position-taken)*direction > 0 {
			break
		}
		taken += direction
		after := before
		after.Position = taken
		changes = append(changes, app.Update(before, after))
	}
	return changes
}

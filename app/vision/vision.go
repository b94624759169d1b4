// Package vision holds stage 1: the workshop from guiding questions to an adopted statement and its numbered vision lines.
// Its services answer from a book and build edits. It imports app only.
package vision

import (
	"slices"

	"waymark/app"
)

// Lines returns the vision lines of a cycle in order; the first is V1.
func Lines(b *app.Book, cycle app.ID[app.Cycle]) []app.VisionLine {
	return b.VisionLines.Where(func(l app.VisionLine) bool { return l.Cycle == cycle })
}

// Of returns the vision of a cycle; one with a new ID, not yet in the book, when there is none.
func Of(b *app.Book, cycle app.ID[app.Cycle]) app.Vision {
	for v := range b.Visions.All() {
		if v.Cycle == cycle {
			return v
		}
	}
	return app.Vision{ID: app.NewID[app.Vision](), Cycle: cycle}
}

// AddLine returns the edit that adds a vision line at the end.
func AddLine(b *app.Book, cycle app.ID[app.Cycle], text string) (app.Edit, error) {
	position := app.NextPosition(Lines(b, cycle), func(l app.VisionLine) int { return l.Position })
	return app.Save(b, app.VisionLine{ID: app.NewID[app.VisionLine](), Cycle: cycle, Text: app.CleanLine(text), Position: position})
}

// MoveLine returns the edit that moves a line by steps among those of its cycle; goals keep pointing to it.
func MoveLine(b *app.Book, id app.ID[app.VisionLine], steps int) app.Edit {
	line, ok := b.VisionLines.Get(id)
	if !ok {
		return app.Edit{}
	}
	lines := Lines(b, line.Cycle)
	at := slices.Index(lines, line)
	return app.Edit{Label: app.Label(b, "edit.move", line), Changes: app.Move(lines, at, at+steps,
		func(l app.VisionLine, position int) app.VisionLine { l.Position = position; return l })}
}

// Serving returns the goals that point to a line, in the book's order.
func Serving(b *app.Book, line app.ID[app.VisionLine]) []app.Goal {
	return b.Goals.Where(func(g app.Goal) bool { return line != "" && g.VisionLine == line })
}

// vanished is the Error of KindConflict for what is no longer in the book or belongs to another cycle.
func vanished(op string) *app.Error {
	return &app.Error{Op: op, Kind: app.KindConflict, Text: app.Say("error.conflict")}
}

// Package vision holds stage 1: ideas, the statement and the numbered vision lines. It imports app only.
package vision

import (
	"slices"
	"strings"

	"waymark/app"
)

// Ideas returns the ideas of a cycle in order.
func Ideas(b *app.Book, cycle app.ID[app.Cycle]) []app.Idea {
	return b.Ideas.Where(func(i app.Idea) bool { return i.Cycle == cycle })
}

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

// AddIdeas returns the edit that adds each line of typed as an idea. Nothing typed is an Error of KindInvalid.
func AddIdeas(b *app.Book, cycle app.ID[app.Cycle], typed string) (app.Edit, error) {
	position := app.NextPosition(Ideas(b, cycle), func(i app.Idea) int { return i.Position })
	var changes []app.Change
	for line := range strings.Lines(app.Clean(typed)) {
		if text := strings.TrimLeft(app.CleanLine(line), "-–•* "); text != "" {
			changes = append(changes, app.Insert(app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle, Text: text, Position: position}))
			position++
		}
	}
	switch len(changes) {
	case 0:
		return app.Edit{}, app.Invalid("add ideas", app.Say("error.empty_text"))
	case 1:
		return app.Edit{Label: app.Label(b, "edit.add", changes[0].After), Changes: changes}, nil
	}
	return app.Edit{Label: app.Say("edit.add_ideas", "count", len(changes)), Changes: changes}, nil
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

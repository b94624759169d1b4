package vision

import (
	"slices"
	"strings"

	"waymark/app"
)

// Pair are two ideas that say much the same, the earlier one first.
type Pair struct{ A, B app.Idea }

// Wordings returns the text of an idea and its other wordings, each on one line.
func Wordings(idea app.Idea) []string {
	wordings := []string{app.CleanLine(idea.Text)}
	for line := range strings.Lines(idea.Also) {
		if line = app.CleanLine(line); line != "" && !slices.Contains(wordings, line) {
			wordings = append(wordings, line)
		}
	}
	return wordings
}

// MergeIdeas returns the edit that adds the wordings of an idea to those of another, which keeps its text, and removes it. The
// one that is kept keeps its theme and its question, and takes those of the other when it has none. Ideas that are not
// there, or not of one cycle, are an Error of KindConflict; wordings that are too long together are one of KindInvalid.
func MergeIdeas(b *app.Book, keep, other app.ID[app.Idea]) (app.Edit, error) {
	kept, ok := b.Ideas.Get(keep)
	gone, there := b.Ideas.Get(other)
	if !ok || !there || keep == other || kept.Cycle != gone.Cycle {
		return app.Edit{}, vanished("merge ideas")
	}
	after := kept
	also := Wordings(kept)[1:]
	for _, wording := range Wordings(gone) {
		if wording != app.CleanLine(kept.Text) && !slices.Contains(also, wording) {
			also = append(also, wording)
		}
	}
	after.Also = strings.Join(also, "\n")
	if after.Theme == "" {
		after.Theme = gone.Theme
	}
	if after.Question == "" {
		after.Question = gone.Question
	}
	if err := app.Validate(after); err != nil {
		return app.Edit{}, err
	}
	return app.Edit{Label: app.Say("edit.merge_ideas", "name", app.Shorten(kept.Text, 40)),
		Changes: []app.Change{app.Update(kept, after), app.Delete(gone)}}, nil
}

// PartIdea returns the edit that makes an idea of each other wording of an idea, last in the same theme. An idea with one
// wording is an Error of KindInvalid, one that is not there is one of KindConflict.
func PartIdea(b *app.Book, id app.ID[app.Idea]) (app.Edit, error) {
	before, ok := b.Ideas.Get(id)
	if !ok {
		return app.Edit{}, vanished("part idea")
	}
	wordings := Wordings(before)[1:]
	if len(wordings) == 0 {
		return app.Edit{}, app.Invalid("part idea", app.Say("error.one_wording"))
	}
	after := before
	after.Also = ""
	edit := app.Edit{Label: app.Say("edit.part_idea", "name", app.Shorten(before.Text, 40)), Changes: []app.Change{app.Update(before, after)}}
	position := nextPosition(b, before.Cycle)
	for n, wording := range wordings {
		// Whose role it was is forgotten, so none is claimed.
		edit.Changes = append(edit.Changes, app.Insert(app.Idea{ID: app.NewID[app.Idea](), Cycle: before.Cycle, Text: wording,
			Position: position + n, Question: before.Question, Theme: before.Theme}))
	}
	return edit, nil
}

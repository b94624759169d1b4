package vision

import (
	"strings"

	"waymark/app"
)

// From says where ideas come from and where they go; each field may be empty.
type From struct {
	Question app.ID[app.Question] // to which they answer
	Role     string               // of who wrote them, never a name
	Theme    app.ID[app.Theme]    // to which they are added, behind those that are there
}

// Ideas returns the ideas of a cycle in order.
func Ideas(b *app.Book, cycle app.ID[app.Cycle]) []app.Idea {
	return b.Ideas.Where(func(i app.Idea) bool { return i.Cycle == cycle })
}

// AddIdeas returns the edit that adds each line of typed as an idea. Nothing typed is an Error of KindInvalid.
func AddIdeas(b *app.Book, cycle app.ID[app.Cycle], typed string) (app.Edit, error) {
	return AddIdeasTo(b, cycle, From{}, typed)
}

// AddIdeasTo returns the edit that adds each line of typed as an idea, behind all others. Nothing typed and a line that is
// too long are Errors of KindInvalid, a question or theme that is not of the cycle is one of KindConflict.
func AddIdeasTo(b *app.Book, cycle app.ID[app.Cycle], from From, typed string) (app.Edit, error) {
	const op = "add ideas"
	if question, ok := b.Questions.Get(from.Question); from.Question != "" && (!ok || question.Cycle != cycle) {
		return app.Edit{}, vanished(op)
	}
	if theme, ok := b.Themes.Get(from.Theme); from.Theme != "" && (!ok || theme.Cycle != cycle) {
		return app.Edit{}, vanished(op)
	}
	idea := app.Idea{Cycle: cycle, Question: from.Question, Role: app.CleanLine(from.Role), Theme: from.Theme, Position: nextPosition(b, cycle)}
	var changes []app.Change
	for line := range strings.Lines(app.Clean(typed)) {
		idea.Text = withoutBullet(line)
		if idea.Text == "" {
			continue
		}
		if err := app.Validate(idea); err != nil {
			return app.Edit{}, err
		}
		idea.ID = app.NewID[app.Idea]()
		changes = append(changes, app.Insert(idea))
		idea.Position++
	}
	switch len(changes) {
	case 0:
		return app.Edit{}, app.Invalid(op, app.Say("error.empty_text"))
	case 1:
		return app.Edit{Label: app.Label(b, "edit.add", changes[0].After), Changes: changes}, nil
	}
	return app.Edit{Label: app.Say("edit.add_ideas", "count", len(changes)), Changes: changes}, nil
}

// withoutBullet returns a line without the sign that a list put before it.
func withoutBullet(line string) string {
	return strings.TrimLeft(app.CleanLine(line), "-–—•·▪●◦○‣☐* ")
}

// nextPosition returns the position behind all ideas of a cycle.
func nextPosition(b *app.Book, cycle app.ID[app.Cycle]) int {
	return app.NextPosition(Ideas(b, cycle), func(i app.Idea) int { return i.Position })
}

package vision

import "waymark/app"

// Drafts returns the drafts of a cycle in order.
func Drafts(b *app.Book, cycle app.ID[app.Cycle]) []app.Draft {
	return b.Drafts.Where(func(d app.Draft) bool { return d.Cycle == cycle })
}

// AddDraft returns the edit that adds a draft behind the others. The errors are those of app.Save.
func AddDraft(b *app.Book, cycle app.ID[app.Cycle], text string) (app.Edit, error) {
	position := app.NextPosition(Drafts(b, cycle), func(d app.Draft) int { return d.Position })
	return app.Save(b, app.Draft{ID: app.NewID[app.Draft](), Cycle: cycle, Text: text, Position: position})
}

// Choose returns the edit that makes a draft the statement of the vision; the draft stays. One that is not there is an Error
// of KindConflict.
func Choose(b *app.Book, id app.ID[app.Draft]) (app.Edit, error) {
	draft, ok := b.Drafts.Get(id)
	if !ok {
		return app.Edit{}, vanished("choose draft")
	}
	v := Of(b, draft.Cycle)
	v.Statement = draft.Text
	edit, err := app.Save(b, v)
	edit.Label = app.Say("edit.choose_draft", "name", app.Shorten(draft.Text, 40))
	return edit, err
}

// SupportOf returns the latest record of how far people support a draft, and whether there is one.
func SupportOf(b *app.Book, draft app.ID[app.Draft]) (latest app.Support, ok bool) {
	for s := range b.Supports.All() {
		if s.Draft == draft {
			latest, ok = s, true
		}
	}
	return latest, ok
}

// RecordSupport returns the edit that keeps how many said 1, 2, 3, 4 and 5 to a draft on a day, and what would make it
// better. A draft has one record a day: a second one takes the place of the first. Nobody, or fewer, is an Error of
// KindInvalid, a draft that is not there is one of KindConflict.
func RecordSupport(b *app.Book, id app.ID[app.Draft], day app.Date, counts [5]int, better string) (app.Edit, error) {
	const op = "record support"
	if _, ok := b.Drafts.Get(id); !ok {
		return app.Edit{}, vanished(op)
	}
	sum := 0
	for _, n := range counts {
		if n < 0 {
			return app.Edit{}, app.Invalid(op, app.Say("error.vote_negative"))
		}
		sum += n
	}
	if sum == 0 {
		return app.Edit{}, app.Invalid(op, app.Say("error.nobody_voted"))
	}
	support := app.Support{ID: app.NewID[app.Support](), Draft: id}
	for s := range b.Supports.All() {
		if s.Draft == id && s.Held == day {
			support = s
		}
	}
	support.Held, support.Better = day, better
	support.One, support.Two, support.Three, support.Four, support.Five = counts[0], counts[1], counts[2], counts[3], counts[4]
	return app.Save(b, support)
}

package vision

import (
	"slices"

	"waymark/app"
)

// Colours is how many colours themes have in turn; see app.Theme.
const Colours = 8

// Themes returns the themes of a cycle in order.
func Themes(b *app.Book, cycle app.ID[app.Cycle]) []app.Theme {
	return b.Themes.Where(func(t app.Theme) bool { return t.Cycle == cycle })
}

// AddTheme returns the edit that adds a theme behind the others, and the theme. A theme without a name is an Error of
// KindInvalid.
func AddTheme(b *app.Book, cycle app.ID[app.Cycle], name string) (app.Edit, app.Theme, error) {
	theme := newTheme(b, cycle, name)
	edit, err := app.Save(b, theme)
	return edit, theme, err
}

func newTheme(b *app.Book, cycle app.ID[app.Cycle], name string) app.Theme {
	position := app.NextPosition(Themes(b, cycle), func(t app.Theme) int { return t.Position })
	return app.Theme{ID: app.NewID[app.Theme](), Cycle: cycle, Name: app.CleanLine(name), Colour: NextColour(b, cycle), Position: position}
}

// NextColour returns the colour that the fewest themes of a cycle have, the first of several.
func NextColour(b *app.Book, cycle app.ID[app.Cycle]) int {
	var used [Colours]int
	for _, t := range Themes(b, cycle) {
		if t.Colour >= 0 && t.Colour < Colours {
			used[t.Colour]++
		}
	}
	return slices.Index(used[:], slices.Min(used[:]))
}

// MoveTheme returns the edit that moves a theme by steps among those of its cycle.
func MoveTheme(b *app.Book, id app.ID[app.Theme], steps int) app.Edit {
	theme, ok := b.Themes.Get(id)
	if !ok {
		return app.Edit{}
	}
	themes := Themes(b, theme.Cycle)
	at := slices.Index(themes, theme)
	return app.Edit{Label: app.Label(b, "edit.move", theme), Changes: app.Move(themes, at, at+steps, placed)}
}

func placed(t app.Theme, position int) app.Theme { t.Position = position; return t }

// MergeThemes returns the edit that puts the ideas of one theme behind those of another, adds its dots to the other's in
// each vote, and removes it. Themes that are not there, or not of one cycle, are an Error of KindConflict.
func MergeThemes(b *app.Book, from, into app.ID[app.Theme]) (app.Edit, error) {
	gone, ok := b.Themes.Get(from)
	kept, there := b.Themes.Get(into)
	if !ok || !there || from == into || gone.Cycle != kept.Cycle {
		return app.Edit{}, vanished("merge themes")
	}
	edit := app.Edit{Label: app.Say("edit.merge_themes", "from", app.Shorten(gone.Name, 40), "into", app.Shorten(kept.Name, 40))}
	position := nextPosition(b, kept.Cycle)
	for _, before := range BoardOf(b, kept.Cycle).column(from) {
		after := before
		after.Theme, after.Position = into, position
		edit.Changes = append(edit.Changes, app.Update(before, after))
		position++
	}
	for _, count := range b.DotCounts.Where(func(c app.DotCount) bool { return c.Theme == from }) {
		edit.Changes = append(edit.Changes, dotsTo(b, count, into)...)
	}
	edit.Changes = append(edit.Changes, app.Delete(gone))
	return edit, nil
}

// dotsTo returns the changes that give the dots of a count to another theme.
func dotsTo(b *app.Book, count app.DotCount, theme app.ID[app.Theme]) []app.Change {
	for other := range b.DotCounts.All() {
		if other.Vote == count.Vote && other.Theme == theme {
			sum := other
			sum.Dots += count.Dots
			return []app.Change{app.Update(other, sum), app.Delete(count)}
		}
	}
	after := count
	after.Theme = theme
	return []app.Change{app.Update(count, after)}
}

// SplitTheme returns the edit that makes a theme of some ideas of another, right behind it; dots stay with the other. No
// ideas, all ideas and no name are Errors of KindInvalid, ideas that are not in the theme are one of KindConflict.
func SplitTheme(b *app.Book, id app.ID[app.Theme], ideas []app.ID[app.Idea], name string) (app.Edit, error) {
	const op = "split theme"
	theme, ok := b.Themes.Get(id)
	if !ok {
		return app.Edit{}, vanished(op)
	}
	column := BoardOf(b, theme.Cycle).column(id)
	chosen := slices.DeleteFunc(slices.Clone(column), func(i app.Idea) bool { return !slices.Contains(ideas, i.ID) })
	switch {
	case len(ideas) == 0:
		return app.Edit{}, app.Invalid(op, app.Say("error.split_none"))
	case len(chosen) == 0:
		return app.Edit{}, vanished(op)
	case len(chosen) == len(column):
		return app.Edit{}, app.Invalid(op, app.Say("error.split_all"))
	}
	fresh := newTheme(b, theme.Cycle, name)
	if err := app.Validate(fresh); err != nil {
		return app.Edit{}, err
	}
	edit := app.Edit{Label: app.Say("edit.split_theme", "from", app.Shorten(theme.Name, 40), "name", app.Shorten(fresh.Name, 40))}
	themes := Themes(b, theme.Cycle)
	at := slices.Index(themes, theme) + 1
	fresh.Position = theme.Position + 1
	edit.Changes = append(edit.Changes, app.Insert(fresh))
	for taken := fresh.Position; at < len(themes) && themes[at].Position <= taken; at++ {
		taken++
		edit.Changes = append(edit.Changes, app.Update(themes[at], placed(themes[at], taken)))
	}
	for _, before := range chosen {
		after := before
		after.Theme = fresh.ID
		edit.Changes = append(edit.Changes, app.Update(before, after))
	}
	return edit, nil
}

// RemoveTheme returns the edit that removes a theme with its dots; its ideas become free.
func RemoveTheme(b *app.Book, id app.ID[app.Theme]) app.Edit {
	theme, ok := b.Themes.Get(id)
	if !ok {
		return app.Edit{}
	}
	return app.RemoveEdit(b, theme)
}

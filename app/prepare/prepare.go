// Package prepare holds stage 0: the school, its team and its cycles. It imports app and app/picture.
package prepare

import (
	"slices"
	"strings"

	"waymark/app"
)

// School returns the records of a new school file: a school with the name and a first cycle of three school years that
// begins with the school year nearest to today. An empty name is an Error of KindInvalid.
func School(name string, today app.Date) ([]app.Record, error) {
	year := today.Year()
	if today.Month() < 3 {
		year--
	}
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(year, 9, 1), End: app.NewDate(year+3, 8, 31)}
	school := app.School{ID: app.NewID[app.School](), Name: app.CleanLine(name), Currency: "EUR", Current: cycle.ID}
	if err := app.Validate(school); err != nil {
		return nil, err
	}
	return []app.Record{school, cycle}, nil
}

// Period returns how a cycle is called: its name, or its years such as 2026–2029.
func Period(c app.Cycle) string {
	if c.Name != "" {
		return c.Name
	}
	if c.Start.IsZero() || c.End.IsZero() {
		return ""
	}
	return c.Start.String()[:4] + "–" + c.End.String()[:4]
}

// AddMember returns the edit that adds a member with a role or a name at the end of the team.
func AddMember(b *app.Book, role, name string) (app.Edit, error) {
	return app.Save(b, newMember(b, role, name))
}

func newMember(b *app.Book, role, name string) app.Member {
	position := app.NextPosition(slices.Collect(b.Members.All()), func(m app.Member) int { return m.Position })
	return app.Member{ID: app.NewID[app.Member](), Role: app.CleanLine(role), Name: app.CleanLine(name), Position: position}
}

// MemberNamed returns the member whose name or role is typed, whatever its case; when there is none, a new one with that
// name and the change that adds it. An empty text is nobody.
func MemberNamed(b *app.Book, typed string) (app.ID[app.Member], []app.Change) {
	typed = app.CleanLine(typed)
	if typed == "" {
		return "", nil
	}
	for _, by := range []func(app.Member) string{MemberLabel, func(m app.Member) string { return m.Name }, func(m app.Member) string { return m.Role }} {
		for m := range b.Members.All() {
			if strings.EqualFold(by(m), typed) {
				return m.ID, nil
			}
		}
	}
	m := newMember(b, "", typed)
	return m.ID, []app.Change{app.Insert(m)}
}

// MemberLabel returns a member as people are shown: name and role, or whichever there is.
func MemberLabel(m app.Member) string {
	if m.Name == "" || m.Role == "" {
		return m.Name + m.Role
	}
	return m.Name + ", " + m.Role
}

// MoveMember returns the edit that moves a member by steps in the team's order; empty at either end.
func MoveMember(b *app.Book, id app.ID[app.Member], steps int) app.Edit {
	members := slices.Collect(b.Members.All())
	at := slices.IndexFunc(members, func(m app.Member) bool { return m.ID == id })
	if at < 0 {
		return app.Edit{}
	}
	return app.Edit{Label: app.Label(b, "edit.move", members[at]), Changes: app.Move(members, at, at+steps,
		func(m app.Member, position int) app.Member { m.Position = position; return m })}
}

package vision

import (
	"strings"

	"waymark/app"
)

// Adoption is how a vision was adopted.
type Adoption struct {
	Day     app.Date
	Body    string // that adopted it; may be left out
	Minutes string // number of its minutes
	Heard   string // whose opinions were heard
}

// Versions returns the visions of a cycle as they were adopted, the first one first.
func Versions(b *app.Book, cycle app.ID[app.Cycle]) []app.VisionVersion {
	return b.VisionVersions.Where(func(v app.VisionVersion) bool { return v.Cycle == cycle })
}

// Adopt returns the edit that marks the vision as adopted and keeps statement, values and lines as they are now as the next
// version. No statement, no day, and a vision that is adopted just so already are Errors of KindInvalid.
func Adopt(b *app.Book, cycle app.ID[app.Cycle], a Adoption) (app.Edit, error) {
	v := Of(b, cycle)
	adopted := !v.Adopted.IsZero()
	v.Adopted, v.AdoptedBy, v.Minutes, v.Heard = a.Day, app.CleanLine(a.Body), app.CleanLine(a.Minutes), app.Clean(a.Heard)
	version := versionOf(b, v)
	if err := app.Validate(version); err != nil {
		return app.Edit{}, err
	}
	if versions := Versions(b, cycle); adopted && len(versions) > 0 {
		last := versions[len(versions)-1]
		last.ID, last.Number = version.ID, version.Number
		if last == version {
			return app.Edit{}, app.Invalid("adopt", app.Say("error.adopted_already"))
		}
	}
	edit, err := app.Save(b, v)
	edit.Label = app.Say("edit.adopt", "date", v.Adopted)
	edit.Changes = append(edit.Changes, app.Insert(version))
	return edit, err
}

// Reopen returns the edit that makes the vision a draft again; its versions stay. A vision that is a draft is an Error of
// KindInvalid.
func Reopen(b *app.Book, cycle app.ID[app.Cycle]) (app.Edit, error) {
	before := Of(b, cycle)
	if before.Adopted.IsZero() {
		return app.Edit{}, app.Invalid("reopen", app.Say("error.not_adopted"))
	}
	after := before
	after.Adopted, after.AdoptedBy, after.Minutes, after.Heard = app.Date{}, "", "", ""
	edit := app.Edit{Label: app.Say("edit.reopen"), Changes: []app.Change{app.Update(before, after)}}
	if len(Versions(b, cycle)) == 0 && before.Statement != "" { // adopted before there were versions
		edit.Changes = append(edit.Changes, app.Insert(versionOf(b, before)))
	}
	return edit, nil
}

// versionOf returns the next version: the vision with the lines of its cycle.
func versionOf(b *app.Book, v app.Vision) app.VisionVersion {
	var lines []string
	for _, line := range Lines(b, v.Cycle) {
		lines = append(lines, app.CleanLine(line.Text))
	}
	number := app.NextPosition(Versions(b, v.Cycle), func(v app.VisionVersion) int { return v.Number })
	return app.VisionVersion{ID: app.NewID[app.VisionVersion](), Cycle: v.Cycle, Number: number, Statement: app.Clean(v.Statement), Values: app.Clean(v.Values),
		Lines: strings.Join(lines, "\n"), Adopted: v.Adopted, AdoptedBy: v.AdoptedBy, Minutes: v.Minutes, Heard: v.Heard}
}

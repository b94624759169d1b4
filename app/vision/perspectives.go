package vision

import "waymark/app"

// PerspectiveOf returns what a group will see; a perspective with a new ID, not yet in the book, when there is none.
func PerspectiveOf(b *app.Book, cycle app.ID[app.Cycle], group app.Group) app.Perspective {
	for p := range b.Perspectives.All() {
		if p.Cycle == cycle && p.Group == group {
			return p
		}
	}
	return app.Perspective{ID: app.NewID[app.Perspective](), Cycle: cycle, Group: group}
}

// HasPerspectives tells whether anything is written down from any perspective.
func HasPerspectives(b *app.Book, cycle app.ID[app.Cycle]) bool {
	for p := range b.Perspectives.All() {
		if p.Cycle == cycle && p.Seen+p.Like+p.Unlike != "" {
			return true
		}
	}
	return false
}

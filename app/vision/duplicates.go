package vision

import "waymark/app"

// Duplicates returns pairs of ideas that say much the same.
func Duplicates(b *app.Book, cycle app.ID[app.Cycle]) []Pair { return nil }

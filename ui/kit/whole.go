package kit

import "waymark/app"

// Whole is a Line that saves only when it is left or at Enter, for what is wrong while half typed: the first letters of
// a name would be another person. Hint stands in it while it is empty.
func (w *Widgets) Whole(key, label, hint, value string, save func(text string) (app.Edit, error)) *Field {
	f := w.field(key, label, true, 1)
	f.calm = true
	f.Entry.SetPlaceHolder(hint)
	f.set(value, save)
	return f
}

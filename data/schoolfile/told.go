package schoolfile

import "waymark/app"

// maxTold is how many records of a sort are told one by one.
const maxTold = 20

// Count is how many records were saved.
func (r Report) Count() int {
	n := 0
	for _, s := range r.Saved {
		n += s.Count
	}
	return n
}

// Told says what was not saved as it was, thing by thing; nothing when everything was.
func (r Report) Told() []app.Text {
	var told []app.Text
	for _, l := range r.Lost {
		kind := app.Say("kind." + string(l.Kind))
		for _, name := range l.Names {
			told = append(told, app.Say("repair.lost_named", "what", app.Say("kind.named", "kind", kind, "name", app.Shorten(name, 60))))
		}
		if n := l.Count - len(l.Names); n > 0 {
			told = append(told, app.Say("repair.lost", "count", n, "kind", kind))
		}
	}
	if r.Uncertain {
		told = append(told, app.Say("repair.uncertain"))
	}
	told = append(told, each(r.Placeholders, func(what app.Text) app.Text { return app.Say("repair.placeholder", "what", what) })...)
	told = append(told, each(r.Mended, func(what app.Text) app.Text { return app.Say("repair.mended", "what", what) })...)
	return append(told, each(r.Altered, func(what app.Text) app.Text { return app.Say("repair.altered", "what", what) })...)
}

// each says something about each of the records, and of very many how many more there are.
func each(records []app.Record, say func(what app.Text) app.Text) []app.Text {
	var told []app.Text
	for i, r := range records {
		what := app.Say("kind." + string(r.RecordKind()))
		if name := app.Name(r); name != "" {
			what = app.Say("kind.named", "kind", what, "name", app.Shorten(name, 60))
		}
		text := say(what)
		if more := len(records) - i - 1; i == maxTold-1 && more > 0 {
			return append(told, app.Say("repair.many", "about", text, "count", more))
		}
		told = append(told, text)
	}
	return told
}

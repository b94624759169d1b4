package main

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/ui/uitest"
)

// founds are the finder: the palette and the search, with the sample and overfull.
func founds(records, full []app.Record) []state {
	var list []state
	add := func(name string, records []app.Record, open func(*uitest.Window), query string, keys ...fyne.KeyName) {
		list = append(list, state{name: "find-" + name, at: "planning", records: records, act: func(w *uitest.Window) error {
			open(w)
			for _, r := range query {
				w.Canvas().Focused().TypedRune(r)
			}
			for _, key := range keys {
				w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
			}
			return nil
		}})
	}
	palette := func(w *uitest.Window) { w.Shell.Palette() }
	search := func(w *uitest.Window) { w.Shell.Find() }
	for suffix, of := range map[string][]app.Record{"": records, "-full": full} {
		add("palette"+suffix, of, palette, "")
		add("palette-query"+suffix, of, palette, "pr", fyne.KeyDown, fyne.KeyDown)
		add("search"+suffix, of, search, "")
		add("search-query"+suffix, of, search, "le", fyne.KeyDown)
		add("search-code"+suffix, of, search, "g1")
		add("search-none"+suffix, of, search, "zzz")
	}
	return list
}

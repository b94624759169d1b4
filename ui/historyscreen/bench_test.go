package historyscreen_test

import (
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/data/sample"
	"waymark/ui/uitest"
)

// many is five thousand changes of texts, a few on each of many days.
func many(b *app.Book) []uitest.Done {
	var actions []app.Action
	for a := range b.Actions.All() {
		actions = append(actions, a)
	}
	var done []uitest.Done
	for n := range 5000 {
		after := actions[n%len(actions)]
		before := after
		before.Text = strings.Repeat(after.Text+" ", 3)
		at := sample.Today().AddDays(-250 + n/len(actions)).Time().Add(time.Duration(8*60+n%len(actions)) * time.Minute)
		done = append(done, uitest.Done{At: at, Changes: []app.Change{app.Update(before, after)}})
	}
	return done
}

// A redraw with five thousand entries stays below 50 ms: what is chosen changes at once.
func BenchmarkHistory(b *testing.B) {
	w, err := uitest.Open(uitest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if w, err = uitest.Open(uitest.Options{At: "history", Past: many(w.Book())}); err != nil {
		b.Fatal(err)
	}
	w.Choice("Since the review of 22 Oct 2026").SetSelected("Any time")
	b.Run("open a line", func(b *testing.B) {
		for b.Loop() {
			w.Rows()[20].Tapped(nil)
		}
	})
	b.Run("search", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			f := w.Field("history.search")
			f.Entry.SetText([]string{"feedback", "laptops"}[n%2])
			_ = f.Commit()
		}
	})
	w.Field("history.search").Entry.SetText("")
	_ = w.Field("history.search").Commit()
	b.Run("read and draw", func(b *testing.B) {
		for b.Loop() {
			w.Shell.Current().Refresh()
		}
	})
}

package schoolfile

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/activity"
	"waymark/data/sample"
	"waymark/translations"
)

// Given a school at work for days, when any record is removed, other things are edited and the file is closed and opened
// again, perhaps with its log packed, then bringing the record back makes of the book what it would be without the removal.
func TestWhatWasRemovedComesBackAfterARestart(t *testing.T) {
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	var records []app.Record
	for _, r := range sample.Build(words) {
		if school, ok := r.(app.School); ok {
			school.Logo = "" // the log leaves out a large picture
			r = school
		}
		records = append(records, r)
	}
	path := aClosedFile(t, records...)
	fresh, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		if err := os.WriteFile(path, fresh, 0o600); err != nil {
			r.Fatal(err)
		}
		f := unsynced(t, path)
		defer func() { _ = f.Close() }()
		at := anEnv().Now().Add(time.Duration(rapid.IntRange(1, 30).Draw(r, "hours")) * time.Hour)
		do := func(changes ...app.Change) {
			at = at.Add(time.Minute)
			h := app.NewHistory(f.Book(), f, func() time.Time { return at })
			if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: changes}); err != nil {
				r.Fatal(err)
			}
		}
		gone := rapid.SampledFrom(all(f.Book())).Draw(r, "removed")
		want := all(f.Book())
		removed := app.Remove(f.Book(), gone)
		do(removed...)
		for range rapid.IntRange(0, 5).Draw(r, "edits") {
			free := wordy(f.Book())
			if len(free) == 0 {
				break
			}
			before := rapid.SampledFrom(free).Draw(r, "edited")
			text := rapid.StringMatching(`[a-zõäöü]{1,20}`).Draw(r, "text")
			do(app.Update(before, reworded(before, text)))
			i := slices.IndexFunc(want, func(w app.Record) bool { return w.RecordID() == before.RecordID() })
			want[i] = reworded(want[i], text)
		}
		if rapid.Bool().Draw(r, "packed") {
			packNow(t, f)
		}
		if err := f.Close(); err != nil {
			r.Fatal(err)
		}

		f = unsynced(t, path)
		log := logOf(t, f, app.Date{})
		told := slices.IndexFunc(log, func(e activity.Entry) bool { return e.ID == gone.RecordID() && e.Change == activity.Removed })
		if told < 0 {
			r.Fatalf("the log does not tell that the %s went", gone.RecordKind())
		}
		edit, err := activity.BringBack(f.Book(), log, log[told])
		if err != nil {
			r.Fatal(err)
		}
		do(edit.Changes...)
		ordered, err := app.NewBook(want...)
		if err != nil {
			r.Fatal(err)
		}
		if !slices.Equal(all(f.Book()), all(ordered)) {
			r.Errorf("the %s came back to another book", gone.RecordKind())
		}
	})
}

// wordy lists the members, ideas, needs and goals of a book.
func wordy(b *app.Book) []app.Record {
	return slices.DeleteFunc(all(b), func(r app.Record) bool { return reworded(r, "x") == r })
}

// reworded returns a member, idea, need or goal with other words, and any other record as it is.
func reworded(r app.Record, text string) app.Record {
	switch r := r.(type) {
	case app.Member:
		r.Name = text
		return r
	case app.Idea:
		r.Text = text
		return r
	case app.Need:
		r.Text = text
		return r
	case app.Goal:
		r.Text = text
		return r
	}
	return r
}

// A book of five thousand actions, and as many entries in its log, is read quickly enough to be asked at each edit.
func BenchmarkActivity(b *testing.B) {
	path, err := benchmarked(b)
	if err != nil {
		b.Fatal(err)
	}
	f, err := Open(context.Background(), path, anEnv())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	entries := 0
	for b.Loop() {
		log, err := f.Activity(context.Background(), app.Date{})
		if err != nil {
			b.Fatal(err)
		}
		entries = len(log)
	}
	b.ReportMetric(float64(entries), "entries")
}

// benchmarked is the path of a file with a long log.
func benchmarked(b *testing.B) (string, error) {
	path := b.TempDir() + "/kool.waymark"
	f, err := Create(path, anEnv(), manyRecords(5000)...)
	if err != nil {
		return "", err
	}
	if _, err := f.conn.ExecContext(context.Background(), "PRAGMA synchronous = OFF"); err != nil {
		return "", err
	}
	at := anEnv().Now()
	source := rand.New(rand.NewPCG(1, 2))
	h := app.NewHistory(f.Book(), f, func() time.Time { return at })
	for range 6000 {
		at = at.Add(37 * time.Minute)
		if err := h.Do(context.Background(), anEdit(source, f.Book())); err != nil {
			return "", err
		}
	}
	return path, f.Close()
}

package schoolfile

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/activity"
)

// aClock goes on by a minute at each look, from two minutes past nine on 24 November 2026.
func aClock() func() time.Time {
	at := anEnv().Now().Add(-5 * time.Hour)
	return func() time.Time {
		at = at.Add(time.Minute)
		return at
	}
}

func logOf(t *testing.T, f *File, since app.Date) activity.Log {
	t.Helper()
	log, err := f.Activity(context.Background(), since)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// packNow packs the log as if it had grown.
func packNow(t *testing.T, f *File) {
	t.Helper()
	if err := f.ready(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := f.writer.transact(context.Background(), func() error { return f.writer.pack(context.Background()) }); err != nil {
		t.Fatal(err)
	}
	f.writer.loose = nil
}

// told is an entry in short.
func told(e activity.Entry) string {
	s := fmt.Sprint(e.At.Format("02 15:04 "), e.Change, " ", e.Kind)
	if e.Record != nil {
		s += " " + app.Name(e.Record)
	}
	for _, field := range e.Fields {
		s += fmt.Sprintf(" %s: %v → %v", field.Name, field.Before, field.After)
	}
	return s
}

// What was done is told as the net change of each record on each day, the same whether packed or not, and after a restart.
func TestTheLogTellsTheNetChangeOfEachDay(t *testing.T) {
	for _, when := range []string{"never", "after each", "at the end"} {
		t.Run("packed "+when, func(t *testing.T) {
			f := aFile(t, oneOfEach()...)
			clock := aClock()
			ahead := time.Duration(0)
			h := app.NewHistory(f.Book(), f, func() time.Time { return clock().Add(ahead) })
			do := func(changes ...app.Change) {
				t.Helper()
				if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: changes}); err != nil {
					t.Fatal(err)
				}
				if when == "after each" {
					packNow(t, f)
				}
			}
			// Given a day on which a member is renamed twice, another comes and goes, a third comes and is given a role, and one
			// change is taken back
			first, _ := renamed("")
			second, third := first, first
			second.Name, third.Name, third.Position = "Kaks", "Kolm", 5
			do(app.Update(first, second))
			do(app.Update(second, third))
			gone := app.Member{ID: app.NewID[app.Member](), Role: "külaline", Position: 2}
			do(app.Insert(gone))
			do(app.Delete(gone))
			came := app.Member{ID: app.NewID[app.Member](), Role: "õpetaja", Position: 3}
			named := came
			named.Name = "Mari"
			do(app.Insert(came))
			do(app.Update(came, named))
			var line app.VisionLine
			for l := range f.Book().VisionLines.All() {
				line = l
			}
			other := line
			other.Text = "Muu."
			do(app.Update(line, other))
			if err := h.Undo(context.Background()); err != nil {
				t.Fatal(err)
			}
			// And the next day on which the first is renamed again, and the third goes
			ahead = 24 * time.Hour
			fourth := third
			fourth.Name = "Neli"
			do(app.Update(third, fourth))
			do(app.Update(named, came))
			do(app.Delete(came))
			if when == "at the end" {
				packNow(t, f)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			f = reopened(t, f.Path())
			var got []string
			for _, e := range logOf(t, f, app.Date{}) {
				got = append(got, told(e))
			}
			want := []string{
				"25 09:13 removed member õpetaja",
				"25 09:11 changed member name: Kolm → Neli",
				"24 09:08 added member Mari",
				"24 09:06 removed member külaline",
				"24 09:04 changed member name: Ülle Õun → Kolm position: 1 → 5",
			}
			if !slices.Equal(got, want) {
				t.Errorf("got\n%v\nwant\n%v", got, want)
			}
			if recent := logOf(t, f, app.NewDate(2026, 11, 25)); len(recent) != 2 {
				t.Errorf("since the next day: %v", recent)
			}
		})
	}
}

// However often a book is edited, the log does not outgrow it: ten thousand edits over a year, most of them on a few days.
func TestTheLogDoesNotOutgrowTheRecords(t *testing.T) {
	edits := 10_000
	if testing.Short() {
		edits = 2_000
	}
	path := aClosedFile(t, manyRecords(400)...)
	f := unsynced(t, path)
	at := anEnv().Now()
	source := rand.New(rand.NewPCG(1, 2))
	h := app.NewHistory(f.Book(), f, func() time.Time { return at })
	for i := range edits {
		if i%50 == 0 {
			at = at.Add(time.Duration(source.IntN(72)) * time.Hour)
		}
		at = at.Add(time.Second)
		if err := h.Do(context.Background(), anEdit(source, f.Book())); err != nil {
			t.Fatal(err)
		}
	}
	book := all(f.Book())
	log := logOf(t, f, app.Date{})
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	fresh := aClosedFile(t, book...)
	is, want := fileSize(t, path), fileSize(t, fresh)
	t.Logf("%d edits: %d bytes, freshly written %d (%.2f times), %d entries in the log", edits, is, want, float64(is)/float64(want), len(log))
	if is > 3*want {
		t.Errorf("%d bytes are more than three times %d", is, want)
	}
	if len(log) < 300 {
		t.Errorf("only %d entries are left", len(log))
	}
	f = reopened(t, path)
	if !f.Outside().None() || !slices.Equal(all(f.Book()), book) {
		t.Errorf("not as it was: %+v", f.Outside())
	}
}

// unsynced opens a file whose edits need not survive a power cut.
func unsynced(t *testing.T, path string) *File {
	t.Helper()
	f := reopened(t, path)
	if _, err := f.conn.ExecContext(context.Background(), "PRAGMA synchronous = OFF"); err != nil {
		t.Fatal(err)
	}
	return f
}

func fileSize(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// A file from which most was removed is made smaller when it is closed.
func TestAFileShrinksWithItsRecords(t *testing.T) {
	path := aClosedFile(t, manyRecords(5000)...)
	large := fileSize(t, path)
	f := unsynced(t, path)
	h := app.NewHistory(f.Book(), f, anEnv().Now)
	for _, g := range slices.Collect(f.Book().Goals.All()) {
		if err := h.Do(context.Background(), app.RemoveEdit(f.Book(), g)); err != nil {
			t.Fatal(err)
		}
	}
	book := all(f.Book())
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if small := fileSize(t, path); small > large/2 {
		t.Errorf("%d bytes, before %d", small, large)
	}
	if f = reopened(t, path); !f.Outside().None() || !slices.Equal(all(f.Book()), book) {
		t.Error("not as it was")
	}
}

// anEdit adds, changes, moves or removes an action, as a team would.
func anEdit(source *rand.Rand, b *app.Book) app.Edit {
	actions := slices.Collect(b.Actions.All())
	old := actions[source.IntN(len(actions))]
	changed := old
	switch source.IntN(10) {
	case 0:
		changed.ID = app.NewID[app.Action]()
		return app.Edit{Label: app.Say("edit.add"), Changes: []app.Change{app.Insert(changed)}}
	case 1:
		if len(actions) > 50 {
			return app.RemoveEdit(b, old)
		}
		fallthrough
	case 2, 3:
		changed.Status = app.Statuses()[source.IntN(5)]
	case 4:
		changed.Position = source.IntN(1000)
	default:
		words := []string{"Iga", "õpilane", "loeb", "kord", "nädalas", "koos", "õpetajaga", "ja", "räägib", "loetust", "kodus"}
		changed.Text = ""
		for range 5 + source.IntN(15) {
			changed.Text += words[source.IntN(len(words))] + " "
		}
	}
	return app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{app.Update(old, changed)}}
}

// A log that is damaged tells what can be read of it, and the file goes on.
func TestADamagedLogKeepsNobodyFromWorking(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	before, after := renamed("Uus")
	if err := change(f, before, after); err != nil {
		t.Fatal(err)
	}
	packNow(t, f)
	again := after
	again.Name = "Uuem"
	if err := change(f, after, again); err != nil {
		t.Fatal(err)
	}
	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	tell(t, path, "UPDATE activity_archive SET packed = x'ff00ff'", "INSERT INTO activity (at, cause, changes) VALUES ('gestern', 'do', '[{\"kind\":7}]')")
	f = reopened(t, path)
	if log := logOf(t, f, app.Date{}); len(log) != 1 {
		t.Errorf("the log tells %v", log)
	}
	if err := change(f, again, before); err != nil {
		t.Fatal(err)
	}
	packNow(t, f)
}

// Every version of the school file that was ever released still opens, with its records and its log.
func TestEachReleasedVersionOpens(t *testing.T) {
	names, err := filepath.Glob("testdata/version*.waymark.gz")
	if err != nil || len(names) != len(schema())-1 {
		t.Fatalf("%d fixtures of %d earlier versions, %v", len(names), len(schema())-1, err)
	}
	gone := map[string]map[app.Kind]int{
		"version1.waymark.gz": {app.KindGoal: 1, app.KindIndicator: 2, app.KindMeasurement: 6, app.KindAction: 5, app.KindCheckIn: 5},
		"version2.waymark.gz": {app.KindIdea: 1, app.KindAction: 1, app.KindCheckIn: 1},
		"version3.waymark.gz": {app.KindDraft: 1, app.KindSupport: 1, app.KindJudgement: 1, app.KindEvidence: 2},
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "vana.waymark")
			unzip(t, name, path)
			f := reopened(t, path)
			if !f.Outside().None() || f.ReadOnly() {
				t.Errorf("outside: %+v", f.Outside())
			}
			if got, want := len(all(f.Book())), map[string]int{"version1.waymark.gz": 212, "version2.waymark.gz": 229, "version3.waymark.gz": 253}[filepath.Base(name)]; got != want {
				t.Errorf("%d records instead of %d", got, want)
			}
			if findings, err := Check(context.Background(), path); err != nil || len(findings) > 0 {
				t.Errorf("found %v, %v", findings, err)
			}
			changes := map[activity.Change]int{}
			var removed []app.Record
			for _, e := range logOf(t, f, app.Date{}) {
				changes[e.Change]++
				if e.Change == activity.Removed {
					removed = append(removed, e.Record)
				}
			}
			// And what was removed then is told, whatever columns it lacks, and can be brought back
			kinds := map[app.Kind]int{}
			for _, r := range removed {
				kinds[r.RecordKind()]++
			}
			if diff := cmp.Diff(gone[filepath.Base(name)], kinds); diff != "" {
				t.Errorf("removed (-want +got):\n%s", diff)
			}
			for _, r := range removed {
				if r == nil || f.Book().Find(r.RecordKind(), r.RecordID()) != nil {
					t.Fatalf("removed: %+v", r)
				}
				edit := app.Edit{Label: app.Say("edit.add"), Changes: []app.Change{app.Insert(r)}}
				if err := app.NewHistory(f.Book(), f, anEnv().Now).Do(context.Background(), edit); err != nil {
					t.Error(err)
				}
			}
			back := all(f.Book())
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			if again := reopened(t, path); !again.Outside().None() || !slices.Equal(all(again.Book()), back) {
				t.Errorf("after an edit: %+v", again.Outside())
			}
			if changes[activity.Removed] == 0 || changes[activity.Changed] == 0 {
				t.Errorf("the log tells of %v", changes)
			}
		})
	}
}

func unzip(t *testing.T, from, to string) {
	t.Helper()
	packed, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = packed.Close() }()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

package schoolfile

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/activity"
)

// Whatever is inserted, changed, removed, undone and redone, the file holds exactly what the book holds; undoing all of it
// gives the first book, redoing all of it the last.
func TestTheFileFollowsTheBook(t *testing.T) {
	folder := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		ctx, path := context.Background(), filepath.Join(folder, fmt.Sprint(n, ".waymark"))
		first := oneOfEach()
		if rapid.Bool().Draw(t, "empty") {
			first = nil
		}
		f, err := Create(path, anEnv(), first...)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			_ = f.Close()
			_ = os.Remove(path)
		}()
		if _, err := f.conn.ExecContext(ctx, "PRAGMA synchronous = OFF"); err != nil { // nobody pulls the plug here
			t.Fatal(err)
		}
		h := app.NewHistory(f.Book(), f, anEnv().Now)
		before := all(f.Book())
		same := func() {
			fresh, err := OpenReadOnly(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := all(fresh.Book()), all(f.Book()); !slices.Equal(got, want) {
				t.Fatalf("the file holds\n%v\nthe book\n%v", got, want)
			}
			if err := fresh.Close(); err != nil {
				t.Fatal(err)
			}
		}
		must := func(err error) {
			if err != nil {
				t.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"insert", "insert", "update", "update", "remove", "undo", "redo", "look"}).Draw(t, "step") {
			case "insert":
				if r := aRecord(t, f.Book(), rapid.SampledFrom(app.Kinds()).Draw(t, "kind"), ""); r != nil {
					must(h.Do(ctx, app.Edit{Label: app.Label(f.Book(), "edit.add", r), Changes: []app.Change{app.Insert(r)}}))
				}
			case "update":
				if old := anyOf(t, f.Book()); old != nil {
					if r := aRecord(t, f.Book(), old.RecordKind(), old.RecordID()); r != nil {
						merge := rapid.SampledFrom([]string{"", "typing"}).Draw(t, "merge")
						must(h.Do(ctx, app.Edit{Label: app.Label(f.Book(), "edit.change", r), Changes: []app.Change{app.Update(old, r)}, Merge: merge}))
					}
				}
			case "remove":
				if old := anyOf(t, f.Book()); old != nil {
					must(h.Do(ctx, app.RemoveEdit(f.Book(), old)))
				}
			case "undo":
				must(h.Undo(ctx))
			case "redo":
				must(h.Redo(ctx))
			case "look":
				same()
			}
		}
		same()
		for _, more := h.NextRedo(); more; _, more = h.NextRedo() {
			must(h.Redo(ctx))
		}
		last := all(f.Book())
		for _, more := h.NextUndo(); more; _, more = h.NextUndo() {
			must(h.Undo(ctx))
		}
		same()
		if got := all(f.Book()); !slices.Equal(got, before) {
			t.Fatalf("undone to\n%v\ninstead of\n%v", got, before)
		}
		for _, more := h.NextRedo(); more; _, more = h.NextRedo() {
			must(h.Redo(ctx))
		}
		same()
		if got := all(f.Book()); !slices.Equal(got, last) {
			t.Fatalf("redone to\n%v\ninstead of\n%v", got, last)
		}
		findings, err := Check(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range findings {
			if finding.ID == "" { // a random record may break the rules of Validate, but not the file
				t.Fatalf("found %+v", finding)
			}
		}
	})
}

func anyOf(t *rapid.T, b *app.Book) app.Record {
	records := all(b)
	if len(records) == 0 {
		return nil
	}
	return records[rapid.IntRange(0, len(records)-1).Draw(t, "which")]
}

// aRecord draws a record of kind, nil when what it must belong to is not in the book. With an id it is that record anew.
func aRecord(t *rapid.T, b *app.Book, kind app.Kind, id string) app.Record {
	var shape app.Record
	for _, r := range oneOfEach() {
		if r.RecordKind() == kind {
			shape = r
		}
	}
	v := reflect.New(reflect.TypeOf(shape)).Elem()
	for i := range v.NumField() {
		field, name := v.Field(i), v.Type().Field(i).Tag.Get("json")
		switch p := field.Addr().Interface().(type) {
		case *string:
			*p = texts().Draw(t, name)
		case *app.Bytes:
			*p = app.Bytes(rapid.SliceOf(rapid.Byte()).Draw(t, name))
		case *bool:
			*p = rapid.Bool().Draw(t, name)
		case *int:
			*p = rapid.IntRange(0, 3).Draw(t, name)
			if name == "position" {
				*p = rapid.IntRange(-math.MaxInt32, math.MaxInt32).Draw(t, name)
			}
			if name == "levels" {
				*p = rapid.IntRange(app.LeastLevels, app.MostLevels).Draw(t, name)
			}
		case *app.Money:
			*p = app.Money(rapid.Int64Range(0, maxMoney).Draw(t, name))
		case *app.Quantity:
			if rapid.Bool().Draw(t, name+" known") {
				*p = app.QuantityOf(rapid.Float64Range(-maxQuantity, maxQuantity).Draw(t, name))
			}
		case *app.Date:
			if rapid.Bool().Draw(t, name+" given") {
				*p = app.NewDate(1900, 1, 1).AddDays(rapid.IntRange(0, 300*365).Draw(t, name))
			}
		case *app.Status:
			*p = rapid.SampledFrom(app.Statuses()).Draw(t, name)
		case *app.Strength:
			*p = rapid.SampledFrom(app.Strengths()).Draw(t, name)
		case *app.Group:
			*p = rapid.SampledFrom(app.Groups()).Draw(t, name)
		case *app.Way:
			*p = rapid.SampledFrom(app.Ways()).Draw(t, name)
		case *app.Direction:
			*p = rapid.SampledFrom([]app.Direction{app.Up, app.Down}).Draw(t, name)
		default:
			if name == "id" {
				if id == "" {
					id = string(app.IDFrom[app.School](&counting{rapid.Uint64().Draw(t, name)}))
					if slices.ContainsFunc(all(b), func(r app.Record) bool { return r.RecordID() == id }) {
						return nil // drawn before; a real ID never is
					}
				}
				field.SetString(id)
				continue
			}
			refs := activity.References(kind)
			ref := refs[slices.IndexFunc(refs, func(r activity.Reference) bool { return r.Column == name })]
			var ids []string
			for _, r := range all(b) {
				if r.RecordKind() == ref.To {
					ids = append(ids, r.RecordID())
				}
			}
			if !ref.Needed {
				ids = append(ids, "")
			}
			if len(ids) == 0 {
				return nil
			}
			field.SetString(rapid.SampledFrom(ids).Draw(t, name))
		}
	}
	return v.Interface().(app.Record)
}

// texts draws what people type and paste: any letters, emoji, line ends, and now and then fifty thousand of them.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{"", "Õäöü ŠŽ", "ქართული", "👩‍🏫🚀 e\u0301", "'; DROP TABLE goal; --", "a\x00b", "\u2028\u202e", "<b>&amp;</b>\r\n",
			strings.Repeat("Ükskõik 🚀 ", app.MaxText/10)}),
	)
}

func TestEveryStepIsInTheLog(t *testing.T) {
	// Given a file in which a member was renamed and a logo changed, and the first was undone and redone
	records := oneOfEach()
	f := aFile(t, records...)
	h := app.NewHistory(f.Book(), f, anEnv().Now)
	before, after := renamed("Uus \"nimi\" <b>")
	edit, err := app.Save(f.Book(), after)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for _, step := range []func() error{
		func() error { return h.Do(ctx, edit) },
		func() error { return h.Undo(ctx) },
		func() error { return h.Redo(ctx) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	// Then each is a line of the log, with what was there before and after
	rows, err := f.conn.QueryContext(ctx, "SELECT at, cause, changes FROM activity ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for rows.Next() {
		var at, cause, changes string
		if err := rows.Scan(&at, &cause, &changes); err != nil {
			t.Fatal(err)
		}
		if !json.Valid([]byte(changes)) {
			t.Errorf("not JSON: %s", changes)
		}
		got = append(got, strings.Join([]string{at, cause, changes}, " | "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	line := func(cause, from, to string) string {
		return fmt.Sprintf(`2026-11-24T14:02:00+02:00 | %s | [{"kind":"member","id":"%s","before":{"name":%s},"after":{"name":%s}}]`,
			cause, before.ID, from, to)
	}
	old, renewed := `"Ülle Õun"`, `"Uus \"nimi\" <b>"`
	want := []string{line("do", old, renewed), line("undo", renewed, old), line("redo", old, renewed)}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheLogHoldsWholeRecordsThatCameOrWent(t *testing.T) {
	records := oneOfEach()
	f := aFile(t, records...)
	removal := app.RemoveEdit(f.Book(), records[1])
	if err := f.Apply(context.Background(), removal, app.DidEdit, time.Now()); err != nil {
		t.Fatal(err)
	}
	var text string
	if err := f.conn.QueryRowContext(context.Background(), "SELECT changes FROM activity").Scan(&text); err != nil {
		t.Fatal(err)
	}
	var changes []struct {
		Kind          app.Kind
		ID            string
		Before, After map[string]any
	}
	if err := json.Unmarshal([]byte(text), &changes); err != nil {
		t.Fatal(err)
	}
	if len(changes) != len(removal.Changes) {
		t.Fatalf("%d changes in the log, %d made", len(changes), len(removal.Changes))
	}
	for i, c := range changes {
		r := removal.Changes[i].Record()
		if c.Kind != r.RecordKind() || c.ID != r.RecordID() {
			t.Errorf("%s %s instead of %s %s", c.Kind, c.ID, r.RecordKind(), r.RecordID())
		}
		if columns := reflect.TypeOf(r).NumField() - 1; removal.Changes[i].After == nil && (len(c.Before) != columns || c.After != nil) {
			t.Errorf("%s: %d columns before, after %v", c.Kind, len(c.Before), c.After)
		}
	}
}

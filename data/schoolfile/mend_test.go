package schoolfile

import (
	"bytes"
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/app"
)

// A row that is no record is kept, with what of it is one; what Waymark wrote is preferred where it can be told.
func TestRowsThatAreNotRecords(t *testing.T) {
	get := func(f *File, kind app.Kind) app.Record {
		for _, r := range all(f.Book()) {
			if r.RecordKind() == kind {
				return r
			}
		}
		return nil
	}
	whole := map[app.Kind]app.Record{}
	for _, r := range oneOfEach() {
		whole[r.RecordKind()] = r
	}
	action, review := whole[app.KindAction].(app.Action), whole[app.KindReview].(app.Review)
	dateless, statusless, textless := action, action, action
	dateless.Start = app.Date{}
	dateless.Text = "Muu"
	statusless.Status, statusless.Text = app.Planned, "Muu"
	textless.Text = lost
	longest := whole[app.KindIdea].(app.Idea)
	longest.Text = strings.Repeat("õ", app.MaxText)
	today := review
	today.Date, today.Present = app.DateOf(anEnv().Now()), "x"
	today.Next = app.Date{}
	priority := whole[app.KindPriority].(app.Priority)
	priority.Impact, priority.Title = 0, "Muu"
	foreign := whole[app.KindMember].(app.Member)
	foreign.Name, foreign.Role = "võõras", "x"
	turned := action
	turned.End, turned.Text = app.Date{}, "Muu"
	cases := map[string]struct {
		statements []string
		kind       app.Kind
		want       app.Record
		mended     int
		altered    int
	}{
		"a date that is none":       {[]string{"UPDATE action SET start = '2026-13-45', text = 'Muu'"}, app.KindAction, dateless, 1, 0},
		"a status that is none":     {[]string{"UPDATE action SET status = 'maybe', text = 'Muu'"}, app.KindAction, statusless, 1, 0},
		"an end before the start":   {[]string{"UPDATE action SET \"end\" = '1999-01-01', text = 'Muu'"}, app.KindAction, turned, 1, 0},
		"no text":                   {[]string{"UPDATE action SET text = '', seal = 1"}, app.KindAction, textless, 1, 0},
		"a text without end":        {[]string{"UPDATE idea SET text = replace(hex(zeroblob(200000)), '0', 'õ')"}, app.KindIdea, longest, 1, 0},
		"a date that there must be": {[]string{"UPDATE review SET date = 'x', present = 'x'"}, app.KindReview, today, 1, 0},
		"a number beyond its rules": {[]string{"UPDATE priority SET impact = 77, title = 'Muu'"}, app.KindPriority, priority, 1, 0},
		"another text":              {[]string{"UPDATE member SET name = 'võõras', role = 'x'"}, app.KindMember, foreign, 0, 1},
		// The seal tells what it was
		"one byte":           {[]string{"UPDATE action SET text = 'Lugemistuhd'"}, app.KindAction, action, 0, 0},
		"a byte of a date":   {[]string{"UPDATE action SET start = '2026-09-x1'"}, app.KindAction, action, 0, 0},
		"a byte of an ID":    {[]string{"UPDATE action SET id = 'x' || substr(id, 2)"}, app.KindAction, action, 0, 0},
		"a byte of a number": {[]string{"UPDATE action SET cost = cost + 3 * 256"}, app.KindAction, action, 0, 0},
		"a byte of a real":   {[]string{"UPDATE action SET hours = 1.25"}, app.KindAction, action, 0, 0},
		"a byte of a parent": {[]string{"UPDATE review SET cycle = 'f' || substr(cycle, 2)"}, app.KindReview, review, 0, 0},
		"a byte of the logo": {[]string{"UPDATE school SET logo = x'89504E4700FFFF'"}, app.KindSchool, whole[app.KindSchool], 0, 0},
	}
	for name, c := range cases {
		if testing.Short() && len(name)%3 > 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			tell(t, path, c.statements...)
			f, report := repaired(t, path)
			if got := get(f, c.kind); got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
			if len(report.Mended) != c.mended || len(report.Altered) != c.altered || len(report.Lost)+len(report.Placeholders) > 0 {
				t.Errorf("told %v", report.Told())
			}
		})
	}
	t.Run("an ID and a parent that are none", func(t *testing.T) {
		path := aClosedFile(t, oneOfEach()...)
		tell(t, path, "UPDATE idea SET id = 'mine', cycle = 'its', text = 'Muu'")
		f, report := repaired(t, path)
		idea := get(f, app.KindIdea).(app.Idea)
		if idea.Text != "Muu" || idea.Cycle != f.Book().Current().ID || len(report.Mended) != 1 || len(report.Placeholders) > 0 {
			t.Errorf("%+v, %+v", idea, report)
		}
	})
	t.Run("a measurement without a value", func(t *testing.T) {
		path := aClosedFile(t, oneOfEach()...)
		tell(t, path, "UPDATE measurement SET value = 1e300, note = 'x'")
		f, report := repaired(t, path)
		if f.Book().Measurements.Len() > 0 || len(report.Lost) != 1 {
			t.Errorf("%+v", report)
		}
	})
	t.Run("what the log knows better", func(t *testing.T) {
		f := aFile(t, oneOfEach()...)
		idea := get(f, app.KindIdea).(app.Idea)
		idea.ID, idea.Text = app.NewID[app.Idea](), "Raamatukogu avatakse ka õhtuti"
		edit := app.Edit{Label: app.Say("edit.add"), Changes: []app.Change{app.Insert(idea)}}
		if err := app.NewHistory(f.Book(), f, anEnv().Now).Do(context.Background(), edit); err != nil {
			t.Fatal(err)
		}
		records := all(f.Book())
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		tell(t, f.Path(), "UPDATE idea SET text = 'Uus tekst', position = 7 WHERE id = '"+string(idea.ID)+"'")
		now, report := repaired(t, f.Path())
		mustBeWhole(t, now, report, records)
	})
}

// Any one damaged byte of a record is found by its seal.
func TestTheSealPutsAByteRight(t *testing.T) {
	for _, table := range newTables() {
		for _, r := range oneOfEach() {
			if r.RecordKind() != table.kind {
				continue
			}
			written, err := table.row(r)
			if err != nil {
				t.Fatal(err)
			}
			row := make([]driver.Value, len(written))
			for i := range row {
				row[i] = written[i]
			}
			sealed := seal(table, row)
			rapid.Check(t, func(t *rapid.T) {
				damaged := slices.Clone(row)
				i := rapid.IntRange(0, len(row)-1).Draw(t, "column")
				bits := byte(rapid.IntRange(1, 255).Draw(t, "bits"))
				switch v := row[i].(type) {
				case string:
					if v == "" {
						return
					}
					b := []byte(v)
					b[rapid.IntRange(0, len(b)-1).Draw(t, "byte")] ^= bits
					damaged[i] = string(b)
				case []byte:
					b := bytes.Clone(v)
					b[rapid.IntRange(0, len(b)-1).Draw(t, "byte")] ^= bits
					damaged[i] = b
				case int64:
					if damaged[i] = v ^ int64(bits)<<(8*rapid.IntRange(0, 7).Draw(t, "byte")); damaged[i] == driver.Value(int64(0)) {
						return
					}
				default:
					return
				}
				if got, ok := corrected(table, damaged, sealed); !ok || fmt.Sprint(got) != fmt.Sprint(row) {
					t.Fatalf("%v became %v", damaged, got)
				}
			})
		}
	}
}

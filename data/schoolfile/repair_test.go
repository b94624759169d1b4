package schoolfile

import (
	"bytes"
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/app"
)

const lost = "Lost in the damaged file"

// repaired repairs the file at path, which stays as it is, and opens the new one, in which all is well.
func repaired(t *testing.T, path string) (*File, Report) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "päästetud.waymark")
	report, err := Repair(context.Background(), path, to, anEnv(), lost)
	if err != nil {
		t.Fatalf("repair: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the damaged file was changed: %v", err)
	}
	if got := names(t, to); !slices.Equal(got, []string{filepath.Base(to)}) {
		t.Errorf("left behind: %v", got)
	}
	for _, text := range report.Told() {
		mustBeSaid(t, text)
	}
	f := reopened(t, to)
	if !f.Outside().None() || f.ReadOnly() {
		t.Errorf("outside: %+v", f.Outside())
	}
	if findings, err := Check(context.Background(), to); err != nil || len(findings) > 0 {
		t.Errorf("check: %v, %v", findings, err)
	}
	return f, report
}

// mustBeWhole asserts that everything was saved as it was.
func mustBeWhole(t *testing.T, f *File, report Report, records []app.Record) {
	t.Helper()
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	if got := all(f.Book()); !slices.Equal(got, all(book)) {
		t.Errorf("saved %d records that are not the %d there were", len(got), len(records))
	}
	if told := report.Told(); len(told) > 0 || report.Count() != len(records) {
		t.Errorf("counted %d, told %v", report.Count(), told)
	}
}

// blank makes pages of a file, counted from 1, zeros.
func blank(t *testing.T, path string, pages ...int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range pages {
		if _, err := f.WriteAt(make([]byte, defaultPage), (n-1)*defaultPage); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// pagesOf lists the pages of a table that begin with first.
func pagesOf(t *testing.T, path, table string, first byte) (pages []int64) {
	t.Helper()
	db, err := connect(path, "ro")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.Query("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ?", table,
		map[byte]string{leafTable: "leaf", innerTable: "internal"}[first])
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, n)
	}
	if err := rows.Err(); err != nil || len(pages) == 0 {
		t.Fatalf("no such pages of %s: %v", table, err)
	}
	return pages
}

func TestAHealthyFileIsSavedWhole(t *testing.T) {
	path, records := aLivedInFile(t)
	before := logOf(t, reopenedReadOnly(t, path), app.Date{})
	f, report := repaired(t, path)
	mustBeWhole(t, f, report, records)
	if after := logOf(t, f, app.Date{}); fmt.Sprint(after) != fmt.Sprint(before) || len(before) == 0 {
		t.Errorf("the log has %d entries of %d", len(after), len(before))
	}
}

// What holds a file together may be gone: as long as the pages with the records are there, all of them are saved.
func TestRecordsOutliveWhatLeadsToThem(t *testing.T) {
	path := aClosedFile(t, manyRecords(2000)...)
	for name, damage := range map[string]func(path string){
		"the first page": func(path string) { blank(t, path, 1) },
		"the header": func(path string) {
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			_, err = f.WriteAt(bytes.Repeat([]byte{0xff}, 100), 0)
			if err = errors.Join(err, f.Close()); err != nil {
				t.Fatal(err)
			}
		},
		"the inner pages": func(path string) {
			blank(t, path, pagesOf(t, path, "action", innerTable)...)
			blank(t, path, pagesOf(t, path, "goal", innerTable)...)
		},
		"a foreign schema": func(path string) {
			tell(t, path, "CREATE TRIGGER hurt AFTER UPDATE ON member BEGIN DELETE FROM school; END",
				"CREATE VIEW more AS SELECT * FROM goal", "CREATE TABLE foreign_things (x)", "INSERT INTO foreign_things VALUES (1)")
		},
		"a table made over": func(path string) {
			tell(t, path, "ALTER TABLE goal ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(zeroblob(1000)))",
				"CREATE TABLE other AS SELECT * FROM action", "DROP TABLE action", "ALTER TABLE other RENAME TO action")
		},
		"a table without numbers": func(path string) {
			tell(t, path, "CREATE TABLE other (id TEXT PRIMARY KEY, indicator, date DATE, value, note, seal) WITHOUT ROWID",
				"INSERT INTO other SELECT * FROM measurement", "DROP TABLE measurement", "ALTER TABLE other RENAME TO measurement")
		},
		"the tally":         func(path string) { tell(t, path, "DROP TABLE tally") },
		"the application":   func(path string) { tell(t, path, "PRAGMA application_id = 1") },
		"the version":       func(path string) { tell(t, path, "PRAGMA user_version = 77") },
		"the size of pages": func(path string) { tell(t, path, "PRAGMA page_size = 512", "VACUUM") },
		"pages as large as they get": func(path string) {
			tell(t, path, "PRAGMA page_size = 65536", "VACUUM")
			contents, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clear(contents[:100])
			if err := os.WriteFile(path, contents, 0o600); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			copied := copyBeside(t, path)
			damage(copied)
			f, report := repaired(t, copied)
			mustBeWhole(t, f, report, manyRecords(2000))
		})
	}
}

// copyBeside copies a file into a folder of its own.
func copyBeside(t *testing.T, path string) string {
	t.Helper()
	contents, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(copied, contents, 0o600); err != nil {
		t.Fatal(err)
	}
	return copied
}

// What is on a page that is gone is lost and told; the rest stays, and points to nothing that is not there.
func TestALostPageIsTold(t *testing.T) {
	records := manyRecords(2000)
	path := aClosedFile(t, records...)
	for _, table := range []string{"goal", "action", "indicator", "member", "priority", "school", "cycle", "check_in"} {
		t.Run(table, func(t *testing.T) {
			copied := copyBeside(t, path)
			pages := pagesOf(t, copied, table, leafTable)
			blank(t, copied, pages[len(pages)/2])
			f, report := repaired(t, copied)
			if len(report.Lost) != 1 || report.Lost[0].Kind != app.Kind(table) || report.Uncertain {
				t.Errorf("lost %v", report.Lost)
			}
			if err := addsUp(report, records); err != nil {
				t.Error(err)
			}
			known := map[app.Record]bool{}
			for _, r := range records {
				known[r] = true
			}
			for _, r := range all(f.Book()) {
				if !known[r] && !slices.Contains(report.Placeholders, r) && !slices.Contains(report.Mended, r) {
					t.Fatalf("made up: %+v", r)
				}
			}
			if f.Book().Current().ID == "" {
				t.Error("the school has no cycle")
			}
		})
	}
}

// Parents that are lost are made anew, with the words for it and what the log knows, and what merely points is cleared.
func TestChildrenOutliveTheirParents(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	h := app.NewHistory(f.Book(), f, aClock())
	do := func(changes ...app.Change) {
		t.Helper()
		if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: changes}); err != nil {
			t.Fatal(err)
		}
	}
	// Given an assessment of which the log knows the note, and a goal that it knows from the beginning
	var assessment app.Assessment
	for a := range f.Book().Assessments.All() {
		assessment = a
	}
	noted := assessment
	noted.Note = "Juhtkond ja kaks õpetajat"
	do(app.Update(assessment, noted))
	goal := app.Goal{ID: app.NewID[app.Goal](), Text: "Kirjutame", Position: 2}
	for p := range f.Book().Priorities.All() {
		goal.Priority = p.ID
	}
	do(app.Insert(goal))
	work := app.Action{ID: app.NewID[app.Action](), Goal: goal.ID, Text: "Kirjuta", Status: app.Planned, Start: app.NewDate(2025, 3, 1)}
	do(app.Insert(work))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	// When nearly everything that others belong to is gone
	for _, table := range []string{"assessment", "goal", "priority", "cycle", "member", "vision_line", "judgement", "review", "school"} {
		blank(t, f.Path(), pagesOf(t, f.Path(), table, leafTable)...)
	}
	now, report := repaired(t, f.Path())
	// Then the children are there, under parents that say what they are
	b := now.Book()
	if b.Actions.Len() != 2 || b.Evidence.Len() != 1 || b.CheckIns.Len() != 1 || b.Measurements.Len() != 1 {
		t.Errorf("children: %v", report)
	}
	for a := range b.Assessments.All() {
		if a.Note != noted.Note || a.Framework == "" {
			t.Errorf("assessment: %+v", a)
		}
	}
	if got, _ := b.Goals.Get(goal.ID); got != goal {
		t.Errorf("the goal of the log: %+v", got)
	}
	for g := range b.Goals.All() {
		if g.ID != goal.ID && (g.Text != lost || g.VisionLine != "") {
			t.Errorf("the other goal: %+v", g)
		}
	}
	for c := range b.Cycles.All() {
		if c.Name != lost || c.Start != work.Start || b.Current() != c {
			t.Errorf("the cycle: %+v", c)
		}
	}
	for a := range b.Actions.All() {
		if a.Responsible != "" {
			t.Errorf("carried by nobody there: %+v", a)
		}
	}
	if b.School().Name != lost || b.Members.Len() != 0 {
		t.Errorf("school %+v", b.School())
	}
	if len(report.Placeholders) != 7 || len(report.Mended) != 1 {
		t.Errorf("placeholders %v, mended %v", report.Placeholders, report.Mended)
	}
	if err := addsUp(report, append(oneOfEach(), goal, work)); err != nil {
		t.Error(err)
	}
}

// What was lost and is whole in the log comes back; what was removed does not.
func TestTheLogBringsBackWhatIsLost(t *testing.T) {
	for _, packed := range []bool{false, true} {
		t.Run(fmt.Sprint("packed ", packed), func(t *testing.T) {
			f := aFile(t, oneOfEach()...)
			h := app.NewHistory(f.Book(), f, aClock())
			var cycle app.Cycle
			for c := range f.Book().Cycles.All() {
				cycle = c
			}
			kept := app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle.ID, Text: "alles", Position: 3}
			changed := kept
			changed.Text = "alles jääv"
			gone := app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle.ID, Text: "läinud", Position: 4}
			for _, c := range []app.Change{app.Insert(kept), app.Insert(gone), app.Update(kept, changed), app.Delete(gone)} {
				if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{c}}); err != nil {
					t.Fatal(err)
				}
			}
			if packed {
				packNow(t, f)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			blank(t, f.Path(), pagesOf(t, f.Path(), "idea", leafTable)...)
			now, report := repaired(t, f.Path())
			if got := slices.Collect(now.Book().Ideas.All()); !slices.Equal(got, []app.Idea{changed}) {
				t.Errorf("ideas: %+v", got)
			}
			if len(report.Lost) != 1 || report.Lost[0].Count != 1 || len(report.Placeholders) > 0 {
				t.Errorf("lost %v", report.Lost)
			}
		})
	}
}

// A record that is lost is told by its name, if the log knows that.
func TestLostRecordsAreToldByName(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	before, after := renamed("Mari Maasikas")
	if err := change(f, before, after); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	blank(t, f.Path(), pagesOf(t, f.Path(), "member", leafTable)...)
	_, report := repaired(t, f.Path())
	if len(report.Lost) != 1 || !slices.Equal(report.Lost[0].Names, []string{"Mari Maasikas"}) {
		t.Errorf("lost %+v", report.Lost)
	}
	if told := report.Told(); len(told) != 2 || told[0].Key != "repair.lost_named" || told[1].Key != "repair.mended" {
		t.Errorf("told %v", told)
	}
}

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

// A file of version 1, without seals, is saved too.
func TestAFileOfVersion1IsSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vana.waymark")
	unzip(t, "testdata/version1.waymark.gz", path)
	records := all(reopened(t, copyBeside(t, path)).Book())
	t.Run("whole", func(t *testing.T) {
		f, report := repaired(t, path)
		mustBeWhole(t, f, report, records)
		if log := logOf(t, f, app.Date{}); len(log) == 0 {
			t.Error("without its log")
		}
	})
	t.Run("without inner pages", func(t *testing.T) {
		copied := copyBeside(t, path)
		blank(t, copied, pagesOf(t, copied, "judgement", innerTable)...)
		f, report := repaired(t, copied)
		if got := all(f.Book()); !slices.Equal(got, records) || report.Count() != len(records) {
			t.Errorf("saved %v", report.Saved)
		}
	})
	t.Run("without the first page", func(t *testing.T) {
		copied := copyBeside(t, path)
		blank(t, copied, 1)
		f, report := repaired(t, copied)
		// Then all is there but what could be of either of two kinds, and nothing that was removed
		var told []app.Record
		for _, r := range records {
			if kind := r.RecordKind(); kind != app.KindIdea && kind != app.KindVisionLine {
				told = append(told, r)
			}
		}
		for _, r := range all(f.Book()) {
			if !slices.Contains(told, r) && !slices.Contains(report.Mended, r) {
				t.Errorf("not there before: %+v", r)
			}
		}
		if report.Count() != len(told) || !report.Uncertain {
			t.Errorf("saved %d of %d, uncertain %v", report.Count(), len(told), report.Uncertain)
		}
	})
}

// A transaction that was cut off is taken back in the copy, not in the file.
func TestAnUnfinishedTransactionIsTakenBack(t *testing.T) {
	records := manyRecords(500)
	path := aClosedFile(t, records...)
	db, err := connect(path, "rw")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, sql := range []string{"PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "UPDATE action SET text = 'half'", "DELETE FROM check_in"} {
		if _, err := db.Exec(sql); err != nil {
			t.Fatal(err)
		}
	}
	copied := copyBeside(t, path)
	journal, err := os.ReadFile(path + "-journal")
	if err == nil {
		err = os.WriteFile(copied+"-journal", journal, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	f, report := repaired(t, copied)
	mustBeWhole(t, f, report, records)
	if now, err := os.ReadFile(copied + "-journal"); err != nil || !bytes.Equal(now, journal) {
		t.Errorf("the journal was changed: %v", err)
	}
	// But a journal that takes everything back is not believed
	if err := os.WriteFile(copied+"-journal", aJournal(0, ""), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, report := repaired(t, copied); report.Count() < 5 {
		t.Errorf("saved %v", report.Saved)
	}
}

func TestWhatCannotBeRepaired(t *testing.T) {
	newer := aClosedFile(t, oneOfEach()...)
	tell(t, newer, "ALTER TABLE goal ADD COLUMN colour TEXT", "PRAGMA user_version = 3")
	letter := filepath.Join(t.TempDir(), "kiri.waymark")
	if err := os.WriteFile(letter, []byte(strings.Repeat("Lugupeetud lapsevanem! ", 999)), 0o600); err != nil {
		t.Fatal(err)
	}
	there := aClosedFile(t)
	for name, c := range map[string]struct {
		path, to string
		kind     app.ErrorKind
	}{
		"a letter":           {letter, letter + ".new", app.KindDamaged},
		"a newer file":       {newer, newer + ".new", app.KindNewer},
		"no file":            {letter + ".none", letter + ".new", app.KindNotFound},
		"into one there":     {aClosedFile(t, oneOfEach()...), there, app.KindInvalid},
		"into itself":        {there, there, app.KindInvalid},
		"into no folder":     {newer, filepath.Join(letter, "x"), app.KindInvalid},
		"a book of nothing":  {there, there + ".new", app.KindDamaged},
		"into a folder gone": {there, filepath.Join(filepath.Dir(there), "gone", "x"), app.KindUnavailable},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Repair(context.Background(), c.path, c.to, anEnv(), lost)
			if name != "into no folder" { // which error it is depends on the system
				mustBeKind(t, err, c.kind)
			} else if err == nil {
				t.Error("no error")
			}
			if got := names(t, c.path); len(got) > 1 {
				t.Errorf("in the folder: %v", got)
			}
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	path := aClosedFile(t, oneOfEach()...)
	if _, err := Repair(ctx, path, path+".new", anEnv(), lost); !errors.Is(err, context.Canceled) || len(names(t, path)) != 1 {
		t.Errorf("cancelled: %v, %v", err, names(t, path))
	}
}

// brokenDisk fails to read some of its blocks.
type brokenDisk struct {
	contents []byte
	broken   func(at int64) bool
}

func (d brokenDisk) ReadAt(p []byte, at int64) (int, error) {
	if d.broken(at) {
		return 0, errors.New("input/output error")
	}
	return bytes.NewReader(d.contents).ReadAt(p, at)
}

// memoryFile is written to by position.
type memoryFile []byte

func (m memoryFile) WriteAt(p []byte, at int64) (int, error) { return copy(m[at:], p), nil }

func TestADiskMayFailInPlaces(t *testing.T) {
	contents := bytes.Repeat([]byte("x"), 3*defaultPage+10)
	copied := make(memoryFile, len(contents))
	err := copyReadable(context.Background(), brokenDisk{contents, func(at int64) bool { return at == defaultPage }}, int64(len(contents)), copied)
	clear(contents[defaultPage : 2*defaultPage])
	if err != nil || !bytes.Equal(copied, contents) {
		t.Errorf("not copied as it can be: %v", err)
	}
	if err := copyReadable(context.Background(), brokenDisk{contents, func(int64) bool { return true }}, 10, io.WriterAt(copied)); err == nil {
		t.Error("nothing can be read, and no error")
	}
}

// Around a page that cannot be read SQLite reads all that there is: forwards, backwards and row by row.
func TestRowsAreReadAroundADamagedPage(t *testing.T) {
	path := aClosedFile(t, manyRecords(3000)...)
	leaves := pagesOf(t, path, "action", leafTable)
	contents, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	gone := 0
	for _, n := range []int{3, 4, 9} {
		gone += int(contents[(leaves[n]-1)*defaultPage+4]) // cells of the page
		blank(t, path, leaves[n])
	}
	db, err := connect(path, "ro")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	c, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	err = c.Raw(func(conn any) error {
		found := map[any]bool{}
		whole, err := readRows(context.Background(), conn, "action", []string{"id", "text"}, func(_ int64, row []driver.Value) error {
			found[row[0]] = true
			return nil
		})
		if whole || len(found) != 599-gone {
			t.Errorf("whole %v, %d rows of 599 without %d", whole, len(found), gone)
		}
		stop := errors.New("stop")
		if _, err := readRows(context.Background(), conn, "action", []string{"id"}, func(int64, []driver.Value) error { return stop }); err != stop {
			t.Errorf("stopped with %v", err)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What another program declares to be a time is still the text that it is.
func TestForeignTypesMakeNoDifference(t *testing.T) {
	path := aClosedFile(t, oneOfEach()...)
	tell(t, path, "CREATE TABLE foreign_review (id TEXT PRIMARY KEY, date DATE)", "INSERT INTO foreign_review SELECT id, date FROM review")
	db, err := connect(path, "ro")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	c, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	err = c.Raw(func(conn any) error {
		rows := 0
		whole, err := readRows(context.Background(), conn, "foreign_review", []string{"date"}, func(_ int64, row []driver.Value) error {
			if rows++; row[0] != driver.Value("2026-09-01") {
				t.Errorf("read %T", row[0])
			}
			return nil
		})
		if !whole || rows != 1 {
			t.Errorf("%d rows", rows)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What lies on pages that the file no longer uses stays there, even when nothing else tells that it was removed.
func TestUnusedPagesAreNotCarved(t *testing.T) {
	records := manyRecords(1000)
	path := aClosedFile(t, records...)
	tell(t, path, "PRAGMA secure_delete = OFF", "DELETE FROM check_in", "DROP TABLE tally")
	contents, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	contents[100] = 0 // the schema cannot be read
	if err := os.WriteFile(path, contents, 0o600); err != nil {
		t.Fatal(err)
	}
	f, report := repaired(t, path)
	if f.Book().CheckIns.Len() > 0 || report.Count() != 1000-199 || !report.Uncertain {
		t.Errorf("saved %v", report.Saved)
	}
}

// What only looks like a table of Waymark does not run, and keeps nothing from being saved.
func TestHostileTablesDoNotRun(t *testing.T) {
	endless := " AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id+1 FROM n) SELECT id, id AS seal, id AS kind, id AS count," +
		" id AS sum, id AS at, id AS cause, id AS changes, id AS last, id AS packed FROM n"
	for table, hostile := range map[string]string{
		"check_in":         "CREATE VIEW check_in" + endless,
		"tally":            "CREATE VIEW tally" + endless,
		"activity":         "CREATE VIEW activity" + endless,
		"activity_archive": "CREATE VIEW activity_archive" + endless,
		"evidence":         "CREATE VIRTUAL TABLE evidence USING fts5(id, seal)",
	} {
		t.Run(table, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			tell(t, path, "DROP TABLE "+table, hostile)
			if table == "evidence" {
				tell(t, path, "INSERT INTO evidence VALUES ('0123456789abcdef0123456789abcdef', 1)")
			}
			f, report := repaired(t, path)
			want := len(app.Kinds())
			if table == "check_in" || table == "evidence" {
				want--
			}
			if len(all(f.Book())) != want || len(report.Placeholders) > 0 {
				t.Errorf("%d records, told %v", len(all(f.Book())), report.Told())
			}
		})
	}
}

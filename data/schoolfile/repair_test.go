package schoolfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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
	records := manyRecords(enough())
	path := aClosedFile(t, records...)
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
			mustBeWhole(t, f, report, records)
		})
	}
}

// enough is how many records make tables of several pages; the race detector, for which the short form is, needs its time.
func enough() int {
	if testing.Short() {
		return 300
	}
	return 2000
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
	records := manyRecords(enough())
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

// What a later version adds to a record is no damage where it is lacking: neither in a file of version 2 nor in one that was
// brought up to date, whose rows are as long as they were.
func TestAFileOfVersion2IsSaved(t *testing.T) {
	old := filepath.Join(t.TempDir(), "vana.waymark")
	unzip(t, "testdata/version2.waymark.gz", old)
	current := copyBeside(t, old)
	f := reopened(t, current)
	records := all(f.Book())
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{"as it was": old, "brought up to date": current} {
		for part, spoil := range map[string]func(path string){
			"whole":                     func(string) {},
			"without the first page":    func(path string) { blank(t, path, 1) },
			"without an inner page":     func(path string) { blank(t, path, pagesOf(t, path, "judgement", innerTable)...) },
			"with a version of no sort": func(path string) { tell(t, path, "PRAGMA user_version = 77") },
		} {
			t.Run(name+" "+part, func(t *testing.T) {
				copied := copyBeside(t, path)
				spoil(copied)
				f, report := repaired(t, copied)
				mustBeWhole(t, f, report, records)
				if log := logOf(t, f, app.Date{}); len(log) == 0 {
					t.Error("without its log")
				}
			})
		}
	}
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
	tell(t, newer, "ALTER TABLE goal ADD COLUMN colour TEXT", fmt.Sprint("PRAGMA user_version = ", len(schema())+1))
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

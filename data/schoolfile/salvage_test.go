package schoolfile

import (
	"bytes"
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"os"
	"testing"

	"waymark/app"
)

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

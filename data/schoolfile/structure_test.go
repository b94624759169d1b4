package schoolfile

import (
	"context"
	"slices"
	"testing"

	"waymark/app"
)

func TestEachVersionHasItsPrint(t *testing.T) {
	if len(prints()) != len(schema()) {
		t.Fatalf("%d prints for %d versions", len(prints()), len(schema()))
	}
	for i, known := range prints() {
		objects, err := structureOf(context.Background(), schema()[:i+1])
		if err != nil {
			t.Fatal(err)
		}
		if got := print(objects); got != known {
			t.Errorf("version %d is %q, not %q", i+1, got, known)
		}
	}
}

// What is in a file besides Waymark's own never runs, and is left alone.
func TestForeignObjectsDoNotRun(t *testing.T) {
	hostile := map[string]string{
		"a trigger":             "CREATE TRIGGER hurt AFTER UPDATE ON member BEGIN DELETE FROM school; END",
		"a view":                "CREATE VIEW hurt AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n",
		"an index with a sting": "CREATE INDEX hurt ON member (hex(zeroblob(length(name) + 100000000)))",
		"a table that holds on": "CREATE TABLE hurt (m TEXT REFERENCES member (id) ON DELETE RESTRICT)",
	}
	for name, sql := range hostile {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			tell(t, path, "DELETE FROM member WHERE 0", sql)
			// When it is opened, it is told, and open for reading only
			f := reopened(t, path)
			if o := f.Outside(); !slices.Equal(o.Objects, []string{"hurt"}) || len(o.Records) > 0 || len(o.Missing) > 0 {
				t.Errorf("outside: %+v", o)
			}
			if !f.ReadOnly() || len(all(f.Book())) != len(app.Kinds()) {
				t.Errorf("read only %v, %d records", f.ReadOnly(), len(all(f.Book())))
			}
			before, after := renamed("Uus")
			mustBeKind(t, change(f, before, after), app.KindReadOnly)
			mustBeKind(t, f.Accept(context.Background()), app.KindReadOnly)
			if findings, err := Check(context.Background(), path); err != nil || len(findings) != 1 || findings[0].Detail != "hurt" {
				t.Errorf("found %+v, %v", findings, err)
			}
			// And a copy of it holds the school, and nothing else
			copied := path + ".copy"
			if err := f.Backup(context.Background(), copied); err != nil {
				t.Fatal(err)
			}
			clean := reopened(t, copied)
			if !clean.Outside().None() || clean.ReadOnly() || !slices.Equal(all(clean.Book()), all(f.Book())) {
				t.Errorf("the copy is not clean: %+v", clean.Outside())
			}
		})
	}
}

// A table that only looks like one of Waymark's is not read at all.
func TestATableThatIsNotWaymarksIsNotRead(t *testing.T) {
	hostile := map[string][]string{
		"a view in its place": {"DROP TABLE check_in", "CREATE VIEW check_in AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n"},
		"one more column":     {"ALTER TABLE idea ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(id))"},
		"a table gone":        {"DROP TABLE check_in"},
	}
	for name, statements := range hostile {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			tell(t, path, statements...)
			_, err := Open(context.Background(), path, anEnv())
			mustBeKind(t, err, app.KindDamaged)
			if findings, err := Check(context.Background(), path); err != nil || len(findings) == 0 {
				t.Errorf("found %v, %v", findings, err)
			}
		})
	}
}

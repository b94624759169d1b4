package schoolfile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/translations"
)

// anEnv is a computer at two minutes past two on 24 November 2026, seen by this process.
func anEnv() Env {
	return Env{Host: "saal-3", User: "Õpetaja Kask", PID: os.Getpid(), Now: func() time.Time {
		return time.Date(2026, time.November, 24, 14, 2, 0, 0, time.FixedZone("EET", 2*60*60))
	}}
}

// aFile is a new school file with records, which the test closes.
func aFile(t *testing.T, records ...app.Record) *File {
	t.Helper()
	return aFileAt(t, filepath.Join(t.TempDir(), "kool.waymark"), records...)
}

func aFileAt(t *testing.T, path string, records ...app.Record) *File {
	t.Helper()
	f, err := Create(path, anEnv(), records...)
	if err != nil {
		t.Fatalf("create: %v", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// aClosedFile is the path of a school file with records that nobody has open.
func aClosedFile(t *testing.T, records ...app.Record) string {
	t.Helper()
	f := aFile(t, records...)
	if err := f.Close(); err != nil {
		t.Fatalf("close: %v", err)
	}
	return f.Path()
}

func reopened(t *testing.T, path string) *File {
	t.Helper()
	f, err := Open(context.Background(), path, anEnv())
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func all(b *app.Book) []app.Record { return slices.Collect(b.Records()) }

// mustBeKind asserts the kind of an error, and that both languages have a whole sentence for it.
func mustBeKind(t *testing.T, err error, kind app.ErrorKind) {
	t.Helper()
	var e *app.Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want an app.Error of kind %d", err, kind)
	}
	if e.Kind != kind {
		t.Fatalf("got kind %d (%v), want %d", e.Kind, err, kind)
	}
	mustBeSaid(t, e.Text)
}

func mustBeSaid(t *testing.T, text app.Text) {
	t.Helper()
	for _, language := range translations.Languages() {
		p, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		said := p.Text(text)
		if !p.Has(text.Key) || strings.Contains(said, "no value") || strings.Contains(said, "{{") {
			t.Errorf("%s: %s is said as %q", language, text.Key, said)
		}
	}
}

// names lists what is in the folder of path.
func names(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	return found
}

// tell runs SQL on a file as a foreign tool would, without any of the checks.
func tell(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := connect(path, "rw")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}()
	for _, s := range append([]string{"PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON"}, statements...) {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func change(f *File, before, after app.Record) error {
	edit := app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{{Before: before, After: after}}}
	return app.NewHistory(f.Book(), f, anEnv().Now).Do(context.Background(), edit)
}

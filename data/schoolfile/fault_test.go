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
)

// renamed returns the member of oneOfEach before and after a change of name.
func renamed(name string) (before, after app.Member) {
	before = oneOfEach()[2].(app.Member)
	after = before
	after.Name = name
	return before, after
}

// mustHold asserts that the file at path holds exactly what the book of f does.
func mustHold(t *testing.T, f *File) {
	t.Helper()
	if got, want := all(reopenedReadOnly(t, f.Path()).Book()), all(f.Book()); !slices.Equal(got, want) {
		t.Errorf("the file holds %d records that are not the %d of the book", len(got), len(want))
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	// Given a file that cannot grow
	f := aFile(t, oneOfEach()...)
	if _, err := f.conn.ExecContext(context.Background(), "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	before, after := renamed(strings.Repeat("pikk ", 10_000))
	// When something large is written, it is refused and the book stays as it was
	mustBeKind(t, change(f, before, after), app.KindFull)
	if f.Book().Find(app.KindMember, before.RecordID()) != app.Record(before) {
		t.Error("the book has changed")
	}
	mustHold(t, f)
	// When there is room again, the same edit succeeds
	if _, err := f.conn.ExecContext(context.Background(), "PRAGMA max_page_count = 100000"); err != nil {
		t.Fatal(err)
	}
	if err := change(f, before, after); err != nil {
		t.Fatal(err)
	}
	mustHold(t, f)
}

func TestAnEditWaitsForNobodyLong(t *testing.T) {
	// Given another program that holds the file
	f := aFile(t, oneOfEach()...)
	other, err := connect(f.Path(), "rw")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.conn.ExecContext(context.Background(), "PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	before, after := renamed("Uus")
	mustBeKind(t, change(f, before, after), app.KindLocked)
	// When it lets go, the same edit succeeds
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := change(f, before, after); err != nil {
		t.Fatal(err)
	}
	mustHold(t, f)
}

func TestAStickPulledOutAndPutBack(t *testing.T) {
	// Given an open file whose folder is gone
	folder := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	f := aFileAt(t, filepath.Join(folder, "kool.waymark"), oneOfEach()...)
	pull := func() {
		if err := os.Rename(folder, folder+" gone"); err != nil {
			t.Skip("an open file cannot be moved here:", err)
		}
	}
	pull()
	before, after := renamed("Uus")
	for range 2 {
		mustBeKind(t, change(f, before, after), app.KindUnavailable)
	}
	mustBeKind(t, f.Backup(context.Background(), filepath.Join(t.TempDir(), "copy")), app.KindUnavailable)
	// When it is back, the same edit succeeds
	if err := os.Rename(folder+" gone", folder); err != nil {
		t.Fatal(err)
	}
	if err := change(f, before, after); err != nil {
		t.Fatal(err)
	}
	mustHold(t, f)
	// But when it comes back with other contents, they are not written over
	pull()
	mustBeKind(t, change(f, after, before), app.KindUnavailable)
	if err := os.Rename(folder+" gone", folder); err != nil {
		t.Fatal(err)
	}
	tell(t, f.Path(), "UPDATE member SET name = 'keegi teine'")
	mustBeKind(t, change(f, after, before), app.KindConflict)
}

func TestTheFileDoesNotHoldWhatTheEditChanges(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	tell(t, f.Path(), "DELETE FROM member", "UPDATE action SET responsible = NULL")
	before, after := renamed("Uus")
	mustBeKind(t, change(f, before, after), app.KindConflict)
	mustBeKind(t, change(f, before, nil), app.KindConflict)
}

func TestOpenForReadingOnlyNothingIsWritten(t *testing.T) {
	path := aClosedFile(t, oneOfEach()...)
	f := reopenedReadOnly(t, path)
	if !f.ReadOnly() {
		t.Error("not for reading only")
	}
	before, after := renamed("Uus")
	mustBeKind(t, change(f, before, after), app.KindReadOnly)
	if err := f.Backup(context.Background(), path+".copy"); err != nil {
		t.Errorf("a backup needs no writing: %v", err)
	}
	if got := names(t, path); !slices.Equal(got, []string{"kool.waymark", "kool.waymark.copy"}) {
		t.Errorf("in the folder: %v", got)
	}
}

func TestAnEditCanBeCancelled(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	before, after := renamed("Uus")
	edit := app.Edit{Changes: []app.Change{app.Update(before, after)}}
	if err := f.Apply(ctx, edit, app.DidEdit, time.Now()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := change(f, before, after); err != nil {
		t.Errorf("the next edit: %v", err)
	}
	mustHold(t, f)
}

func TestAfterClosingNothingIsWritten(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	for range 2 {
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	before, after := renamed("Uus")
	mustBeKind(t, change(f, before, after), app.KindReadOnly)
}

package schoolfile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
)

func TestCreateRefusesAnExistingFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kool.waymark")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Create(path, anEnv())
	mustBeKind(t, err, app.KindInvalid)
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Error("the file was changed")
	}
	if got := names(t, path); !slices.Equal(got, []string{"kool.waymark"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestAFailedCreateLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kool.waymark")
	dangling := app.Goal{ID: app.NewID[app.Goal](), Priority: app.NewID[app.Priority]()}
	_, err := Create(path, anEnv(), dangling)
	mustBeKind(t, err, app.KindConflict)
	if got := names(t, path); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
	_, err = Create(filepath.Join(filepath.Dir(path), "gone", "kool.waymark"), anEnv())
	mustBeKind(t, err, app.KindUnavailable)
}

func TestEqualRecordsMakeEqualBytes(t *testing.T) {
	first, err := os.ReadFile(aClosedFile(t, oneOfEach()...))
	if err != nil {
		t.Fatal(err)
	}
	second, err := os.ReadFile(aClosedFile(t, oneOfEach()...))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(first, second) {
		t.Error("two files of the same records differ")
	}
}

func TestAnyNameWillDo(t *testing.T) {
	for _, name := range []string{"Männi kool 50% #1?x=1&mode=ro.waymark", "'; DROP \".waymark", "კოლა 🚀.waymark", "%41.waymark", "a+b;c.waymark"} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.ContainsAny(name, `?"`) {
				t.Skip("Windows has no such names")
			}
			path := filepath.Join(t.TempDir(), name)
			records := oneOfEach()
			f := aFileAt(t, path, records...)
			if err := f.Backup(context.Background(), path+".copy"); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			if got := all(reopened(t, path).Book()); len(got) != len(records) {
				t.Errorf("%d records", len(got))
			}
			if got := names(t, path); !slices.Contains(got, name) || len(got) != 3 {
				t.Errorf("in the folder: %v", got)
			}
		})
	}
}

func TestFilesThatAreNotSchoolFiles(t *testing.T) {
	foreign := aClosedFile(t)
	tell(t, foreign, "PRAGMA application_id = 1")
	newer := aClosedFile(t)
	tell(t, newer, "PRAGMA user_version = 99")
	write := func(text string) string {
		path := filepath.Join(t.TempDir(), "x.waymark")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	cases := map[string]struct {
		path string
		kind app.ErrorKind
	}{
		"missing":          {filepath.Join(t.TempDir(), "x.waymark"), app.KindNotFound},
		"empty":            {write(""), app.KindForeign},
		"a folder":         {t.TempDir(), app.KindForeign},
		"a text":           {write(strings.Repeat("Not a database. ", 500)), app.KindForeign},
		"a short text":     {write("x"), app.KindForeign},
		"another database": {foreign, app.KindForeign},
		"a newer file":     {newer, app.KindNewer},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			_, err := Open(context.Background(), c.path, anEnv())
			mustBeKind(t, err, c.kind)
			_, err = OpenReadOnly(context.Background(), c.path)
			mustBeKind(t, err, c.kind)
			_, err = Check(context.Background(), c.path)
			mustBeKind(t, err, c.kind)
			if after, _ := os.ReadFile(c.path); !slices.Equal(before, after) {
				t.Error("the file was changed")
			}
			if _, err := os.Stat(lockPath(c.path)); !errors.Is(err, os.ErrNotExist) {
				t.Errorf("a lock is left behind: %v", err)
			}
		})
	}
}

// A database of another program in WAL mode stays as it is.
func TestAForeignDatabaseIsNotConverted(t *testing.T) {
	path := aClosedFile(t)
	tell(t, path, "PRAGMA application_id = 1", "PRAGMA journal_mode = WAL")
	_, err := Open(context.Background(), path, anEnv())
	mustBeKind(t, err, app.KindForeign)
	header, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if header[18] != 2 || header[19] != 2 {
		t.Error("the journal of a foreign database was changed")
	}
}

func TestASchoolFileIsOneFile(t *testing.T) {
	// Given a school file that another tool turned to WAL
	path := aClosedFile(t, oneOfEach()...)
	tell(t, path, "PRAGMA journal_mode = WAL")
	// When it is opened, changed and closed
	f := reopened(t, path)
	member := oneOfEach()[2].(app.Member)
	after := member
	after.Name = "Uus"
	if err := change(f, member, after); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	// Then nothing stands beside it, and it has a rollback journal
	if got := names(t, path); !slices.Equal(got, []string{"kool.waymark"}) {
		t.Errorf("in the folder: %v", got)
	}
	header, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if header[18] != 1 {
		t.Error("still WAL")
	}
}

func TestDamagedFiles(t *testing.T) {
	statement := func(s ...string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) { tell(t, path, s...) }
	}
	overwrite := func(from, length int) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for i := from; i < len(text) && i < from+length; i++ {
				text[i] = 0xa5
			}
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	cases := map[string]func(t *testing.T, path string){
		"pages overwritten":  overwrite(2*4096, 1<<20),
		"schema overwritten": overwrite(100, 3000),
		"cut off": func(t *testing.T, path string) {
			if err := os.Truncate(path, 3*4096); err != nil {
				t.Fatal(err)
			}
		},
		"no table":        statement("DROP TABLE check_in"),
		"no column":       statement("ALTER TABLE idea DROP COLUMN position"),
		"version 0":       statement("PRAGMA user_version = 0"),
		"bad date":        statement("UPDATE cycle SET start = '2026-02-31'"),
		"no date":         statement("UPDATE cycle SET start = ''"),
		"bad id":          statement("UPDATE idea SET id = 'x'"),
		"bad reference":   statement("UPDATE need SET judgement = ''"),
		"unknown status":  statement("UPDATE action SET status = 'someday'"),
		"unknown choice":  statement("UPDATE indicator SET direction = 'left'"),
		"infinite number": statement("UPDATE measurement SET value = 9e999"),
		"huge position":   statement("UPDATE member SET position = 9223372036854775807"),
		"half true":       statement("UPDATE evidence SET confidential = 2"),
	}
	for name, spoil := range cases {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			spoil(t, path)
			before, _ := os.ReadFile(path)
			_, err := Open(context.Background(), path, anEnv())
			mustBeKind(t, err, app.KindDamaged)
			findings, err := Check(context.Background(), path)
			if err != nil || len(findings) == 0 {
				t.Errorf("check found %v and failed with %v", findings, err)
			}
			for _, f := range findings {
				mustBeSaid(t, f.Text)
			}
			if after, _ := os.ReadFile(path); !slices.Equal(before, after) {
				t.Error("the damaged file was changed")
			}
		})
	}
}

// Whatever bytes are overwritten, opening ends in a book or in an error with a sentence.
func TestNoDamageBringsWaymarkDown(t *testing.T) {
	path := aClosedFile(t, manyRecords(300)...)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	source := &counting{state: 1}
	for range 60 {
		text := slices.Clone(whole)
		var at [64]byte
		_, _ = source.Read(at[:])
		for i := 0; i+8 < len(at); i += 8 {
			place := (int(at[i])<<16 | int(at[i+1])<<8 | int(at[i+2])) % len(text)
			copy(text[place:], at[i+3:i+8])
		}
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := Open(context.Background(), path, anEnv())
		if err == nil {
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if kind := app.KindOf(err); kind != app.KindDamaged && kind != app.KindForeign && kind != app.KindNewer {
			t.Fatalf("kind %d: %v", kind, err)
		}
	}
}

func TestOpeningCanBeCancelled(t *testing.T) {
	path := aClosedFile(t, oneOfEach()...)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, path, anEnv()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := names(t, path); !slices.Equal(got, []string{"kool.waymark"}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestLinksLeadToTheSameFile(t *testing.T) {
	f := aFile(t)
	link := filepath.Join(t.TempDir(), "link.waymark")
	if err := os.Symlink(f.Path(), link); err != nil {
		t.Skip("no links here:", err)
	}
	_, err := Open(context.Background(), link, anEnv())
	mustBeKind(t, err, app.KindLocked)
	if diff := cmp.Diff(f.Path(), reopenedReadOnly(t, link).Path()); diff != "" {
		t.Error(diff)
	}
}

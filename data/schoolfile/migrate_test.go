package schoolfile

import (
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

// withNext is the schema of a Waymark to come.
func withNext(script string) []migration {
	return append(schema(), migration{len(schema()) + 1, script})
}

func TestTheVersionIsThePlaceOfTheMigration(t *testing.T) {
	for i, m := range schema() {
		if m.version != i+1 || !strings.HasPrefix(m.script, "-- Waymark school file, version "+fmt.Sprint(i+1)) {
			t.Errorf("migration %d is version %d", i, m.version)
		}
	}
}

func TestAnOlderFileIsKeptAndBroughtUpToDate(t *testing.T) {
	// Given a file of this version, opened by a Waymark to come, beside a copy from an earlier try
	path := aClosedFile(t, oneOfEach()...)
	stem := strings.TrimSuffix(path, Extension) + fmt.Sprint(".version", len(schema()))
	earlier := stem + Extension
	if err := os.WriteFile(earlier, []byte("earlier"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := open(context.Background(), path, anEnv(), withNext("CREATE TABLE mentoring (id TEXT PRIMARY KEY) STRICT;"))
	if err != nil {
		t.Fatal(err)
	}
	// Then it has the new table and every record
	if _, err := f.conn.ExecContext(context.Background(), "INSERT INTO mentoring VALUES ('x')"); err != nil {
		t.Error(err)
	}
	if got := len(all(f.Book())); got != len(app.Kinds()) {
		t.Errorf("%d records", got)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	// And this Waymark refuses it, but opens the copy that was left beside it
	_, err = Open(context.Background(), path, anEnv())
	mustBeKind(t, err, app.KindNewer)
	copied := reopened(t, stem+"-2"+Extension)
	if got := len(all(copied.Book())); got != len(app.Kinds()) {
		t.Errorf("%d records in the copy", got)
	}
	if text, _ := os.ReadFile(earlier); string(text) != "earlier" {
		t.Error("the earlier copy was written over")
	}
}

func TestAFailedMigrationChangesNothing(t *testing.T) {
	scripts := map[string]string{
		"in the middle":     "DROP TABLE idea; CREATE TABLE goal (id);",
		"broken references": "DELETE FROM cycle;",
	}
	for name, script := range scripts {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			if _, err := open(context.Background(), path, anEnv(), withNext(script)); err == nil {
				t.Fatal("opened")
			}
			if got := len(all(reopened(t, path).Book())); got != len(app.Kinds()) {
				t.Errorf("%d records", got)
			}
		})
	}
}

func TestAnOlderFileInAReadOnlyPlaceIsNotMigrated(t *testing.T) {
	path := aClosedFile(t)
	_, err := start(context.Background(), path, withNext("SELECT 1;"), nil, nil)
	mustBeKind(t, err, app.KindReadOnly)
}

func TestABackupIsTheFileOfThatMoment(t *testing.T) {
	// Given a changed file
	f := aFile(t, oneOfEach()...)
	before, after := renamed("Uus")
	if err := change(f, before, after); err != nil {
		t.Fatal(err)
	}
	// When it is backed up and changed again
	path := filepath.Join(t.TempDir(), "copy.waymark")
	if err := f.Backup(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	want := all(f.Book())
	if err := change(f, after, before); err != nil {
		t.Fatal(err)
	}
	// Then the copy holds what was there, and nothing else is left in its folder
	if got := names(t, path); !slices.Equal(got, []string{"copy.waymark"}) {
		t.Errorf("in the folder: %v", got)
	}
	if got := all(reopened(t, path).Book()); !slices.Equal(got, want) {
		t.Error("the copy differs")
	}
	// And it is not written over
	mustBeKind(t, f.Backup(context.Background(), path), app.KindInvalid)
}

func TestABackupThatFailsLeavesNothing(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	folder := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := f.Backup(ctx, filepath.Join(folder, "copy")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	mustBeKind(t, f.Backup(context.Background(), filepath.Join(folder, "gone", "copy")), app.KindUnavailable)
	if got := names(t, filepath.Join(folder, "copy")); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
}

func TestCheckFindsWhatIsNotInOrder(t *testing.T) {
	path := aClosedFile(t, oneOfEach()...)
	if findings, err := Check(context.Background(), path); err != nil || len(findings) != 0 {
		t.Fatalf("a sound file: %v, %v", findings, err)
	}
	goal := oneOfEach()[11]
	cases := map[string]struct {
		spoil string
		want  Finding
	}{
		"a reference":   {"UPDATE goal SET priority = '00000000000000000000000000000000'", Finding{Text: app.Say("check.reference")}},
		"a row":         {"UPDATE goal SET vision_line = 'V1'", Finding{Kind: app.KindGoal, ID: goal.RecordID(), Text: app.Say("check.record")}},
		"a value":       {"UPDATE goal SET text = ' '", Finding{Kind: app.KindGoal, ID: goal.RecordID(), Text: app.Say("error.empty_text")}},
		"out of bounds": {"UPDATE judgement SET agreed = 9", Finding{Text: app.Say("check.damaged")}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			tell(t, path, c.spoil)
			findings, err := Check(context.Background(), path)
			if err != nil {
				t.Fatal(err)
			}
			found := slices.ContainsFunc(findings, func(f Finding) bool {
				return f.Kind == c.want.Kind && f.ID == c.want.ID && f.Text.Key == c.want.Text.Key && f.Detail != ""
			})
			if !found {
				t.Errorf("found %+v, want %+v", findings, c.want)
			}
			for _, f := range findings {
				mustBeSaid(t, f.Text)
			}
		})
	}
}

func TestAFileCanBeCheckedWhileItIsOpen(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	if findings, err := Check(context.Background(), f.Path()); err != nil || len(findings) != 0 {
		t.Errorf("%v, %v", findings, err)
	}
	before, after := renamed("Uus")
	if err := change(f, before, after); err != nil {
		t.Error(err)
	}
}

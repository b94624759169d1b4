package backupfolder

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"waymark/app"
	"waymark/app/backup"
)

func TestSchoolsAreListedWithTheirBackups(t *testing.T) {
	// Given two schools with backups, and the file of the first gone
	w := aStore(t)
	first := w.backUp(t, backup.Daily, time.Hour)
	second := w.backUp(t, backup.BeforeImport, time.Hour)
	other := app.School{ID: app.NewID[app.School](), Name: "Kuuse Kool"}
	path := filepath.Join(filepath.Dir(w.file), "kuuse.waymark")
	create(t, path, other, line("x"))
	if _, err := w.Make(context.Background(), path, backup.Daily); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(w.file); err != nil {
		t.Fatal(err)
	}
	// When they are listed by a store that knows nothing yet
	schools, err := New(w.folder, w.env()).Schools()
	if err != nil {
		t.Fatal(err)
	}
	// Then the one with the newest is first, and all is told
	if len(schools) != 2 || schools[0].Name != "Kuuse Kool" || schools[0].Path != path || schools[1].ID != w.school.ID ||
		schools[1].Name != "Männi Kool" || schools[1].Path != w.file {
		t.Fatalf("%+v", schools)
	}
	if !slices.Equal(schools[1].Backups, []backup.Backup{second, first}) {
		t.Errorf("%+v, want %+v", schools[1].Backups, []backup.Backup{second, first})
	}
	if b := first; b.Name != "Männi Kool" || b.Reason != backup.Daily || b.Size == 0 || b.School != w.school.ID ||
		filepath.Base(b.Path) != "Männi Kool 2026-11-25 140233 daily.waymark" {
		t.Errorf("%+v", b)
	}
}

func TestNothingIsListedWhereThereIsNothing(t *testing.T) {
	w := aStore(t)
	if schools, err := w.Schools(); err != nil || len(schools) != 0 {
		t.Errorf("%v, %v", schools, err)
	}
	for _, id := range []app.ID[app.School]{w.school.ID, "", "..", "../" + w.school.ID} {
		if backups, err := w.List(id); err != nil || len(backups) != 0 {
			t.Errorf("%q: %v, %v", id, backups, err)
		}
	}
}

func TestWhatIsNoBackupIsPassedOverAndLeftAlone(t *testing.T) {
	// Given a folder with one backup, and with files, folders and links of others
	w := aStore(t)
	made := w.backUp(t, backup.Daily, time.Hour)
	folder := filepath.Dir(made.Path)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Mkdir(elsewhere, 0o700); err != nil {
		t.Fatal(err)
	}
	valid := "Kool 2020-01-01 000000 daily.waymark"
	write(t, filepath.Join(elsewhere, valid), read(t, made.Path))
	write(t, filepath.Join(folder, "minu koopia.waymark"), read(t, made.Path))
	write(t, filepath.Join(folder, "notes.txt"), []byte("x"))
	write(t, filepath.Join(folder, "minu.ABCDEFGH.tmp"), []byte("x"))
	if err := os.MkdirAll(filepath.Join(folder, "Kool 2020-01-02 000000 daily.waymark", "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(elsewhere, valid), filepath.Join(folder, valid)); err != nil {
		t.Skip("no links here:", err)
	}
	linked := app.NewID[app.School]()
	if err := os.Symlink(elsewhere, filepath.Join(w.folder, string(linked))); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(w.folder, "mine"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(w.folder, "mine", valid), read(t, made.Path))
	// When backups are listed, only the one is there
	schools, err := w.Schools()
	if err != nil || len(schools) != 1 || !slices.Equal(schools[0].Backups, []backup.Backup{made}) {
		t.Errorf("%+v, %v", schools, err)
	}
	// And when many are made and all are removed, what is of others stays, and nothing is written through a link
	for range 15 {
		w.backUp(t, backup.Daily, 25*time.Hour)
	}
	if gone, err := w.Remove(linked); err != nil || len(gone) > 0 {
		t.Errorf("through a link: %v, %v", gone, err)
	}
	if gone, err := w.Remove(w.school.ID); err != nil || len(gone) != keptBackups {
		t.Errorf("%v, %v", gone, err)
	}
	mustHaveNames(t, folder, "minu koopia.waymark", "notes.txt", "minu.ABCDEFGH.tmp", "Kool 2020-01-02 000000 daily.waymark", valid)
	mustHaveNames(t, elsewhere, valid)
	mustHaveNames(t, w.folder, string(w.school.ID), string(linked), "mine")
}

func TestAFolderThatIsALinkIsNotWrittenTo(t *testing.T) {
	w := aStore(t)
	elsewhere := t.TempDir()
	if err := os.MkdirAll(w.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(w.folder, string(w.school.ID))); err != nil {
		t.Skip("no links here:", err)
	}
	_, err := w.Make(context.Background(), w.file, backup.Daily)
	mustBeKind(t, err, app.KindReadOnly)
	mustHaveNames(t, elsewhere)
}

func TestASchoolWithoutAMemoIsNamedByItsBackups(t *testing.T) {
	w := aStore(t)
	made := w.backUp(t, backup.Daily, time.Hour)
	memo := filepath.Join(filepath.Dir(made.Path), memoName)
	for _, text := range []string{"", "{", "[]", `{"name":"","path":"kool.waymark"}`, strings.Repeat(" ", maxMemo+1)} {
		write(t, memo, []byte(text))
		schools, err := w.Schools()
		if err != nil || len(schools) != 1 || schools[0].Name != "Männi Kool" || schools[0].Path != "" {
			t.Errorf("%.20q: %+v, %v", text, schools, err)
		}
	}
	// And it is mended by the next backup
	w.backUp(t, backup.Daily, time.Hour)
	if schools, err := w.Schools(); err != nil || schools[0].Path != w.file {
		t.Errorf("%+v, %v", schools, err)
	}
}

func FuzzMemo(f *testing.F) {
	for _, text := range []string{`{"name":"Männi Kool","path":"/home/kask/kool.waymark"}`, `{"name":1}`, `{"path":"../x"}`, `{"path":"/\u0000"}`,
		"null", "{}", `{"name":"a\u202e\nb"}`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m := parseMemo(text)
		if m.Path != "" && (!filepath.IsAbs(m.Path) || len(m.Path) > maxPath || strings.ContainsRune(m.Path, 0)) {
			t.Errorf("path %q", m.Path)
		}
		if !utf8.ValidString(m.Name) || strings.ContainsAny(m.Name, "\x00\n\t") || utf8.RuneCountInString(m.Name) > app.MaxText {
			t.Errorf("name %q", m.Name)
		}
		// What is read is written and read the same
		var written bytes.Buffer
		if err := m.writeTo(&written); err != nil {
			t.Fatal(err)
		}
		if again := parseMemo(written.Bytes()); again != m {
			t.Errorf("%+v came back as %+v", m, again)
		}
	})
}

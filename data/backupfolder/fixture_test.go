package backupfolder

import (
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/schoolfile"
	"waymark/translations"
)

// bench is a store, a school file and a clock that the test moves.
type bench struct {
	*Store
	folder string // of the backups
	file   string // the school file, which nobody has open
	school app.School
	now    time.Time
}

// aStore is a store in a folder that is not there yet, and a school file, in the afternoon of 25 November 2026.
func aStore(t *testing.T) *bench {
	t.Helper()
	w := &bench{now: time.Date(2026, time.November, 25, 14, 2, 33, 0, time.FixedZone("EET", 2*60*60))}
	root := t.TempDir()
	w.folder = filepath.Join(root, "config", "backups")
	w.Store = New(w.folder, w.env())
	w.file = filepath.Join(root, "kool.waymark")
	w.school = app.School{ID: app.NewID[app.School](), Name: "Männi Kool"}
	create(t, w.file, w.school, line("Iga laps loeb."))
	return w
}

func (w *bench) env() schoolfile.Env {
	return schoolfile.Env{Host: "saal-3", User: "Õpetaja Kask", PID: os.Getpid(), Now: func() time.Time { return w.now }}
}

// theCycle is the cycle of every line.
var theCycle = app.Cycle{ID: "00000000000000000000000000000001", Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}

// line is a line of the vision; the book of a file is told from another by its line.
func line(text string) app.VisionLine {
	return app.VisionLine{ID: "00000000000000000000000000000002", Cycle: theCycle.ID, Text: text, Position: 1}
}

func create(t *testing.T, path string, school app.School, line app.VisionLine) {
	t.Helper()
	file, err := schoolfile.Create(path, schoolfile.SystemEnv(), school, theCycle, line)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// rewrite makes the line of the school file another one.
func rewrite(t *testing.T, path, text string) {
	t.Helper()
	file, err := schoolfile.Open(context.Background(), path, schoolfile.SystemEnv())
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(edit(file, text), file.Close()); err != nil {
		t.Fatal(err)
	}
}

func edit(file *schoolfile.File, text string) error {
	e, err := app.Save(file.Book(), line(text))
	if err != nil {
		return err
	}
	return app.NewHistory(file.Book(), file, time.Now).Do(context.Background(), e)
}

// lineOf is the line that the school file at path holds.
func lineOf(t *testing.T, path string) string {
	t.Helper()
	file, err := schoolfile.OpenReadOnly(context.Background(), path)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	defer func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := file.Sound(context.Background()); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	l, _ := file.Book().VisionLines.Get(line("").ID)
	return l.Text
}

// make makes a backup of the school file and moves the clock on.
func (w *bench) backUp(t *testing.T, reason backup.Reason, wait time.Duration) backup.Backup {
	t.Helper()
	b, err := w.Make(context.Background(), w.file, reason)
	if err != nil {
		t.Fatal(err)
	}
	w.now = w.now.Add(wait)
	return b
}

func (w *bench) list(t *testing.T) []backup.Backup {
	t.Helper()
	backups, err := w.List(w.school.ID)
	if err != nil {
		t.Fatal(err)
	}
	return backups
}

// names lists what is in a folder.
func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	found := []string{}
	for _, entry := range entries {
		found = append(found, entry.Name())
	}
	return found
}

// mustHaveNames asserts what is in a folder.
func mustHaveNames(t *testing.T, folder string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := names(t, folder); !slices.Equal(got, want) {
		t.Errorf("in %s there are %q, want %q", filepath.Base(folder), got, want)
	}
}

// mustBeKind asserts the kind of an error, and that both languages have a whole sentence for it.
func mustBeKind(t *testing.T, err error, kind app.ErrorKind) {
	t.Helper()
	var e *app.Error
	if !errors.As(err, &e) || e.Kind != kind {
		t.Fatalf("got %v, want an app.Error of kind %d", err, kind)
	}
	for _, language := range translations.Languages() {
		p, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		if said := p.Text(e.Text); !p.Has(e.Text.Key) || strings.Contains(said, "no value") || strings.Contains(said, "{{") {
			t.Errorf("%s: %s is said as %q", language, e.Text.Key, said)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// damage overwrites pages in the middle of a file.
func damage(t *testing.T, path string) {
	t.Helper()
	data := read(t, path)
	for i := 4096; i < len(data); i++ {
		data[i] = 0xA5
	}
	write(t, path, data)
}

// olderFile puts the file that the first version of Waymark made at path, and returns the ID of its school.
func olderFile(t *testing.T, path string) app.ID[app.School] {
	t.Helper()
	packed, err := os.Open(filepath.Join("..", "schoolfile", "testdata", "version1.waymark.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, data)
	copied := filepath.Join(t.TempDir(), "copy.waymark")
	write(t, copied, data)
	file, err := schoolfile.Open(context.Background(), copied, schoolfile.SystemEnv())
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	return file.Book().School().ID
}

// journal is what SQLite leaves beside a file when it is killed while it brings it from before to after, see
// https://www.sqlite.org/fileformat2.html#the_rollback_journal.
func journal(before, after []byte) []byte {
	const pageSize, sector, nonce = 4096, 512, 0x12345678
	var pages []byte
	count := uint32(0)
	for at := 0; at+pageSize <= len(before); at += pageSize {
		page := before[at : at+pageSize]
		if at+pageSize <= len(after) && slices.Equal(page, after[at:at+pageSize]) {
			continue
		}
		sum := uint32(nonce)
		for i := pageSize - 200; i > 0; i -= 200 {
			sum += uint32(page[i])
		}
		pages = binary.BigEndian.AppendUint32(pages, uint32(at/pageSize+1))
		pages = append(pages, page...)
		pages = binary.BigEndian.AppendUint32(pages, sum)
		count++
	}
	header := []byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7}
	for _, number := range []uint32{count, nonce, uint32(len(before) / pageSize), sector, pageSize} {
		header = binary.BigEndian.AppendUint32(header, number)
	}
	return append(append(header, make([]byte, sector-len(header))...), pages...)
}

// halfWritten makes a file that holds the line before into one that SQLite was killed over while it wrote the line after.
func halfWritten(t *testing.T, path, after string) {
	t.Helper()
	was := read(t, path)
	rewrite(t, path, after)
	write(t, path+"-journal", journal(was, read(t, path)))
}

func ExampleStore_Make() {
	fmt.Println(nameOf("Männi Kool", time.Date(2026, 11, 25, 14, 2, 33, 0, time.UTC), backup.Daily))
	// Output: Männi Kool 2026-11-25 140233 daily.waymark
}

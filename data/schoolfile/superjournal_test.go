package schoolfile

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"waymark/app"
)

// aJournal is a rollback journal that takes nothing back, see https://www.sqlite.org/fileformat2.html#the_rollback_journal,
// and names another file in the way in which a transaction over several files names its super-journal.
func aJournal(pages int, names string) []byte {
	var b bytes.Buffer
	numbers := func(list ...int) {
		for _, n := range list {
			b.Write(binary.BigEndian.AppendUint32(nil, uint32(n)))
		}
	}
	b.WriteString(superMagic)
	numbers(0, 1, pages, 512, defaultPage)
	b.Write(make([]byte, 512-b.Len()))
	sum := 0
	for _, c := range []byte(names) {
		sum += int(int8(c))
	}
	numbers(0x40000000/defaultPage + 1)
	b.WriteString(names)
	numbers(len(names), sum)
	b.WriteString(superMagic)
	return b.Bytes()
}

// A journal that was slipped in beside a school file must not make SQLite delete another file.
func TestAJournalCannotDeleteAnotherFile(t *testing.T) {
	for name, use := range map[string]func(path string) error{
		"open": func(path string) error {
			f, err := Open(context.Background(), path, anEnv())
			if err == nil {
				_ = f.Close()
			}
			return err
		},
		"open for reading": func(path string) error {
			f, err := OpenReadOnly(context.Background(), path)
			if err == nil {
				_ = f.Close()
			}
			return err
		},
		"check": func(path string) error {
			findings, err := Check(context.Background(), path)
			if err == nil && len(findings) == 0 {
				t.Error("check found nothing")
			}
			return err
		},
		"repair": func(path string) error {
			_, err := Repair(context.Background(), path, path+".repaired", anEnv(), "lost")
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			// Given a victim that SQLite takes for a super-journal
			path := aClosedFile(t, oneOfEach()...)
			victim := filepath.Join(t.TempDir(), "thesis-mj0123459AB")
			if err := os.WriteFile(victim, []byte(path+"-journal\x00years of work"), 0o600); err != nil {
				t.Fatal(err)
			}
			pages := int(fileSize(t, path) / defaultPage)
			if err := os.WriteFile(path+"-journal", aJournal(pages, victim), 0o600); err != nil {
				t.Fatal(err)
			}
			// When the file is used, the victim is still there
			err := use(path)
			if _, gone := os.Stat(victim); gone != nil {
				t.Fatalf("the other file is gone; %v", err)
			}
			switch name {
			case "open":
				mustBeKind(t, err, app.KindDamaged)
			case "repair":
				if got := all(reopened(t, path+".repaired").Book()); err != nil || len(got) != len(app.Kinds()) {
					t.Errorf("%v, %d records", err, len(got))
				}
			}
		})
	}
}

// What Waymark itself leaves when it is cut off is still taken back.
func TestAnOrdinaryJournalIsTakenBack(t *testing.T) {
	path := aClosedFile(t, oneOfEach()...)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	journal := aJournal(len(whole)/defaultPage, "")[:512]
	if err := os.WriteFile(path+"-journal", journal, 0o600); err != nil {
		t.Fatal(err)
	}
	f := reopened(t, path)
	if got := names(t, path); slices.Contains(got, filepath.Base(path)+"-journal") || len(all(f.Book())) != len(app.Kinds()) {
		t.Errorf("in the folder: %v", got)
	}
}

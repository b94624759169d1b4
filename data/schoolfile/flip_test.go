package schoolfile

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"waymark/app"
	"waymark/data/sample"
	"waymark/translations"
)

// aLivedInFile is the practice school after some edits, of which the log knows, and the records in it.
func aLivedInFile(t *testing.T) (path string, records []app.Record) {
	t.Helper()
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	f := aFile(t, sample.Build(words)...)
	h := app.NewHistory(f.Book(), f, aClock())
	source := rand.New(rand.NewPCG(7, 8))
	for i := range 24 {
		if i == 12 {
			packNow(t, f)
		}
		if err := h.Do(context.Background(), anEdit(source, f.Book())); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range []app.Record{slices.Collect(f.Book().Ideas.All())[0], slices.Collect(f.Book().Needs.All())[0]} {
		if err := h.Do(context.Background(), app.RemoveEdit(f.Book(), r)); err != nil {
			t.Fatal(err)
		}
	}
	records = all(f.Book())
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Path(), records
}

// damage is a school file of which bytes are changed in turn, with what became of it each time.
type damage struct {
	path    string
	whole   []byte
	records []app.Record
	outcome map[string]int
}

func newDamage(t *testing.T) *damage {
	t.Helper()
	d := &damage{outcome: map[string]int{}}
	d.path, d.records = aLivedInFile(t)
	var err error
	if d.whole, err = os.ReadFile(d.path); err != nil {
		t.Fatal(err)
	}
	return d
}

// try opens the file with other contents and, when it cannot be opened, repairs it. The error says what must not be.
func (d *damage) try(contents []byte) error {
	if err := os.WriteFile(d.path, contents, 0o600); err != nil {
		return err
	}
	f, err := Open(context.Background(), d.path, anEnv())
	if err == nil {
		same := slices.Equal(all(f.Book()), d.records)
		none := f.Outside().None()
		if err := f.Close(); err != nil {
			return err
		}
		switch {
		case !none:
			d.outcome["opened with a warning"]++
		case same:
			d.outcome["opened the same"]++
		default:
			return errors.New("opened with other records and no warning")
		}
		return nil
	}
	var known *app.Error
	if !errors.As(err, &known) || known.Kind == app.KindInternal {
		return fmt.Errorf("not refused with a sentence: %w", err)
	}
	if known.Kind == app.KindForeign && string(contents[68:72]) == "WYMK" {
		return fmt.Errorf("not known for a school file: %w", err)
	}
	if now, err := os.ReadFile(d.path); err != nil || !bytes.Equal(now, contents) {
		return fmt.Errorf("refused, but changed: %w", err)
	}
	d.outcome["refused"]++
	return d.repair()
}

// repair repairs the file: what is not saved is told.
func (d *damage) repair() error {
	to := filepath.Join(filepath.Dir(d.path), "repaired.waymark")
	report, err := Repair(context.Background(), d.path, to, anEnv(), "Lost")
	if err != nil {
		return fmt.Errorf("repair: %w", err)
	}
	defer func() { _ = os.Remove(to) }()
	f, err := OpenReadOnly(context.Background(), to)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if !f.Outside().None() {
		return fmt.Errorf("repaired, but %+v", f.Outside())
	}
	if slices.Equal(all(f.Book()), d.records) {
		d.outcome["repaired whole"]++
		if told := report.Told(); len(told) > 0 {
			return fmt.Errorf("repaired whole, but %v", told)
		}
		return nil
	}
	d.outcome["repaired with loss"]++
	return addsUp(report, d.records)
}

// addsUp tells whether every record is either saved or told to be lost, as far as it is certain how many there were.
func addsUp(report Report, records []app.Record) error {
	known, want := map[app.Kind]int{}, map[app.Kind]int{}
	for _, r := range records {
		want[r.RecordKind()]++
	}
	for _, s := range report.Saved {
		known[s.Kind] += s.Count
	}
	for _, l := range report.Lost {
		known[l.Kind] += l.Count
	}
	for _, kind := range app.Kinds() {
		if known[kind] > want[kind] || known[kind] < want[kind] && !report.Uncertain {
			return fmt.Errorf("%d of %d %s saved or lost: %+v", known[kind], want[kind], kind, report)
		}
	}
	return nil
}

// Whichever byte of a file is damaged: it opens as it was, or with a warning, or is refused and can be repaired. The short
// form takes a few positions of each page.
func TestAnyByteMayBeDamaged(t *testing.T) {
	d := newDamage(t)
	positions := 0
	source := rand.New(rand.NewPCG(1, 2))
	try := func(at int, bits byte) {
		if testing.Short() && source.IntN(8) > 0 {
			return
		}
		positions++
		contents := bytes.Clone(d.whole)
		contents[at] ^= bits
		if err := d.try(contents); err != nil {
			t.Errorf("byte %d of page %d, bits %08b: %v", at%defaultPage, at/defaultPage+1, bits, err)
		}
	}
	if soaking() {
		positions = d.everyByte(t)
	} else {
		for at := range 200 {
			try(at, []byte{0xff, 1 << (at / 2 % 8)}[at%2])
		}
		for page := 0; page < len(d.whole); page += defaultPage {
			try(page+source.IntN(60), 0xff)
			for _, bits := range []byte{0xff, 1, 16, 128} {
				try(page+source.IntN(defaultPage), bits)
			}
		}
	}
	t.Logf("%d bytes, %d tried: %v", len(d.whole), positions, d.outcome)
}

// everyByte damages each byte in two ways, on all processors, and returns how many tries that were.
func (d *damage) everyByte(t *testing.T) (tries int) {
	t.Helper()
	workers := make([]*damage, runtime.GOMAXPROCS(0))
	var busy sync.WaitGroup
	for n := range workers {
		w := &damage{path: filepath.Join(t.TempDir(), "kool.waymark"), whole: d.whole, records: d.records, outcome: map[string]int{}}
		workers[n] = w
		busy.Go(func() {
			for at := n; at < len(w.whole); at += len(workers) {
				for _, bits := range []byte{0xff, 1 << (at / len(workers) % 8)} {
					contents := bytes.Clone(w.whole)
					contents[at] ^= bits
					if err := w.try(contents); err != nil {
						t.Errorf("byte %d of page %d, bits %08b: %v", at%defaultPage, at/defaultPage+1, bits, err)
					}
				}
			}
		})
	}
	busy.Wait()
	for _, w := range workers {
		for what, n := range w.outcome {
			d.outcome[what] += n
		}
	}
	return 2 * len(d.whole)
}

// What keeps the pages of a file in order may be damaged without a trace in its records. Edits do not make it worse: the file
// is refused, or for reading only, or takes them all.
func TestEditsSpoilNothingWhereAByteIsDamaged(t *testing.T) {
	d := newDamage(t)
	longer := func(f *File, letters int) error {
		h := app.NewHistory(f.Book(), f, aClock())
		for _, old := range slices.Collect(f.Book().Actions.All())[:12] {
			changed := old
			changed.Text = strings.Repeat("x", letters)
			if err := h.Do(context.Background(), app.Edit{Changes: []app.Change{app.Update(old, changed)}}); err != nil {
				return err
			}
		}
		return nil
	}
	// Given a file with unused pages
	f := reopened(t, d.path)
	if err := errors.Join(longer(f, 16_000), longer(f, 9), f.Close()); err != nil {
		t.Fatal(err)
	}
	d.records = all(f.Book())
	whole, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	list := int(binary.BigEndian.Uint32(whole[32:]))
	if list == 0 {
		t.Fatal("no unused pages")
	}
	try := func(at int, bits byte) string {
		contents := bytes.Clone(whole)
		contents[at] ^= bits
		if err := os.WriteFile(d.path, contents, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := Open(context.Background(), d.path, anEnv())
		if err != nil {
			return "refused"
		}
		defer func() { _ = f.Close() }()
		if f.ReadOnly() {
			return "for reading only"
		}
		if err := longer(f, 5000); err != nil {
			t.Errorf("byte %d, bits %08b: an edit failed: %v", at, bits, err)
			return "an edit failed"
		}
		book := all(f.Book())
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		f, err = Open(context.Background(), d.path, anEnv())
		if err != nil || !f.Outside().None() || !slices.Equal(all(f.Book()), book) {
			t.Errorf("byte %d, bits %08b: after the edits %v", at, bits, err)
			return "spoilt"
		}
		return "edited"
	}
	for i := range 160 {
		at := i
		if i >= 100 {
			at = (list-1)*defaultPage + i - 100
		}
		for _, bits := range []byte{0xff, 1, 2, 4, 8, 16, 32, 64, 128} {
			if soaking() || !testing.Short() && bits == 0xff || bits == 1<<(i%8) && (i%8 == 0 || !testing.Short()) {
				d.outcome[try(at, bits)]++
			}
		}
	}
	t.Log(d.outcome)
}

// Wherever a file ends too early: it is refused and can be repaired.
func TestAFileMayEndAnywhere(t *testing.T) {
	d := newDamage(t)
	for end := defaultPage; end < len(d.whole); end += defaultPage {
		for _, end := range []int{end - 1, end, end + 1} {
			if !soaking() && end/defaultPage%7 > 0 || testing.Short() && end/defaultPage%5 > 0 {
				continue
			}
			if err := os.WriteFile(d.path, d.whole[:end], 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := Open(context.Background(), d.path, anEnv())
			mustBeKind(t, err, app.KindDamaged)
			if now, err := os.ReadFile(d.path); err != nil || len(now) != end {
				t.Fatalf("refused, but %d bytes, %v", len(now), err)
			}
			err = d.repair()
			if none := app.KindOf(err) == app.KindDamaged; none && end < 2*defaultPage {
				d.outcome["nothing saved"]++
			} else if err != nil {
				t.Errorf("%d bytes: %v", end, err)
			}
		}
	}
	t.Logf("%d bytes: %v", len(d.whole), d.outcome)
}

// Of a file that holds nothing, nothing is saved, and it is said.
func TestOfZerosNothingIsSaved(t *testing.T) {
	for name, keep := range map[string]int{"nothing": 0, "a header": 100, "a page": defaultPage} {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			contents, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			clear(contents[keep:])
			if err := os.WriteFile(path, contents, 0o600); err != nil {
				t.Fatal(err)
			}
			_, err = Open(context.Background(), path, anEnv())
			if err == nil {
				t.Fatal("it opened")
			}
			_, err = Repair(context.Background(), path, path+".new", anEnv(), "Lost")
			mustBeKind(t, err, app.KindDamaged)
			if got := names(t, path); !slices.Equal(got, []string{filepath.Base(path)}) {
				t.Errorf("in the folder: %v", got)
			}
		})
	}
}

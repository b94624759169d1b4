package schoolfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"waymark/app"
	"waymark/data/atomicfile"
)

// outage is a process that was watched while it wrote in a folder, and the power cuts that it might have met.
type outage struct {
	folder string
	before map[string][]byte
	calls  []call
	times  int // how often the power is cut after each call
	most   int // about how often it is cut in all; 0 for times after each call
	enough int // after how many losses it is cut no more; 0 for none
	// check looks at the disk that a power cut after so many acknowledgements has left in a folder.
	check func(folder string, acknowledged int) error
	// without leaves out the calls for which it is true, as if the program did without them; nil for none.
	without func(*disk, call) bool
}

// toll is what came of many power cuts.
type toll struct {
	acknowledged, cuts, disks int
	losses                    []error
	journals                  []leftover // disks with a journal
}

// leftover is what a power cut left on a disk.
type leftover struct {
	files        map[string][]byte
	acknowledged int
}

// watched runs the work that this test does inFolder, in a folder as it is.
func watched(t *testing.T, folder string, env ...string) outage {
	t.Helper()
	o := outage{folder: folder, before: readFolder(t, folder), times: 1}
	o.calls = trace(t, folder, env...)
	d := newDisk(folder, o.before)
	for _, c := range o.calls {
		if err := d.do(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.sameAs(t, folder); err != nil {
		t.Fatalf("the model of the disk is wrong: %v", err)
	}
	return o
}

// cut cuts the power after each call that changes something, or after a sample of them, and checks what is left.
func (o outage) cut(t *testing.T) toll {
	t.Helper()
	chance := rand.New(rand.NewPCG(uint64(soakSeed()), 0))
	share := 1.0
	if o.most > 0 {
		share = float64(o.most) / float64(o.times*len(o.calls))
	}
	d, seed, known := newDisk(o.folder, o.before), maphash.MakeSeed(), map[uint64]bool{}
	var sum toll
	for i, c := range o.calls {
		if o.without != nil && o.without(d, c) {
			continue
		}
		if err := d.do(c); err != nil {
			t.Fatal(err)
		}
		if c.acknowledges() {
			sum.acknowledged++
		} else if c.name == "close" || c.name == "lseek" {
			continue
		}
		for range o.times {
			if chance.Float64() >= share && !(c.acknowledges() && d.pending()) {
				continue
			}
			sum.cuts++
			files := d.afterPowerCut(chance)
			key := hash(seed, files, sum.acknowledged)
			if known[key] {
				continue
			}
			known[key] = true
			sum.disks++
			if err := o.checkDisk(t, files, sum.acknowledged); err != nil {
				sum.losses = append(sum.losses, fmt.Errorf("power cut after call %d, %s: %w", i, c, err))
				if len(sum.losses) == o.enough {
					return sum
				}
			}
			if files["kool.waymark-journal"] != nil {
				sum.journals = append(sum.journals, leftover{files, sum.acknowledged})
			}
		}
	}
	return sum
}

func (o outage) checkDisk(t *testing.T, files map[string][]byte, acknowledged int) error {
	t.Helper()
	folder := writeFolder(t, files)
	err := o.check(folder, acknowledged)
	if err == nil && exists(filepath.Join(folder, "kool.waymark")) && (soaking() || acknowledged%8 == 1) {
		err = checkUnharmed(filepath.Join(folder, "kool.waymark")) // takes as long as all the rest
	}
	return errors.Join(err, os.RemoveAll(folder))
}

func hash(seed maphash.Seed, files map[string][]byte, acknowledged int) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		_, _ = fmt.Fprintln(&h, name, len(files[name])) // a hash takes everything
		_, _ = h.Write(files[name])
	}
	_, _ = fmt.Fprintln(&h, acknowledged)
	return h.Sum64()
}

// mustLoseNothing fails for losses, and when not as much was acknowledged as should have been.
func (s toll) mustLoseNothing(t *testing.T, acknowledged int) {
	t.Helper()
	for _, err := range s.losses[:min(5, len(s.losses))] {
		t.Error(err)
	}
	if s.acknowledged != acknowledged || s.disks == 0 {
		t.Errorf("%d acknowledged instead of %d, %d disks", s.acknowledged, acknowledged, s.disks)
	}
	t.Logf("seed %d: %d acknowledged, %d power cuts, %d different disks, %d losses",
		soakSeed(), s.acknowledged, s.cuts, s.disks, len(s.losses))
}

// mustBeNoticed fails unless the power cuts show that the calls left out are missed.
func (o outage) mustBeNoticed(t *testing.T, what string, without func(*disk, call) bool) {
	t.Helper()
	o.times, o.most, o.enough, o.without = 8, 20, 1, without
	if len(o.cut(t).losses) == 0 {
		t.Errorf("without %s nothing is lost, so the power cuts prove nothing", what)
	}
}

func syncsFolder(d *disk, c call) bool { return c.syncs() && d.open[c.number(0)].isFolder() }
func syncsFile(d *disk, c call) bool   { return c.syncs() && d.open[c.number(0)].isFile() }

// survivor opens the school file that was left at a path and returns its records. It must not only be readable, but whole
// and as Waymark wrote it.
func survivor(path string) ([]app.Record, error) {
	f, err := Open(context.Background(), path, anHourLater())
	if err != nil {
		return nil, err
	}
	records, readOnly, outside := all(f.Book()), f.ReadOnly(), f.Outside()
	switch err := f.Close(); {
	case err != nil:
		return nil, err
	case readOnly:
		return nil, errors.New("the file can only be read")
	case !outside.None():
		return nil, fmt.Errorf("the file seems changed by others: %v", outside)
	}
	return records, nil
}

// mustSurvive compares the school file that was left at a path with the records that it held before.
func mustSurvive(path string, want []app.Record) error {
	records, err := survivor(path)
	if err == nil && !slices.Equal(records, want) {
		err = fmt.Errorf("%s holds %d records that are not the %d it held", filepath.Base(path), len(records), len(want))
	}
	return err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// An edit that was acknowledged is there after a power cut, and one that was being written is there or not; even when the
// power is cut once more while the file is mended.
func TestPowerCutWhileEditing(t *testing.T) {
	number, edits, mendings := soakSeed(), 25, 2
	if soaking() {
		edits, mendings = 250, 60
	}
	inFolder(func(folder string, acknowledge func()) error {
		f, err := Open(context.Background(), filepath.Join(folder, "kool.waymark"), anHourLater())
		if err != nil {
			return err
		}
		if os.Getenv("WAYMARK_TEST_MEND") != "" {
			return f.Close()
		}
		for h := newHand(f.Book(), f, number); h.accepted < edits; acknowledge() {
			if err := h.edit(); err != nil {
				return err
			}
		}
		return f.Close()
	})
	t.Parallel()
	// Given all that a process does to the disk while it edits
	o := watched(t, filepath.Dir(aClosedFile(t, oneOfEach()...)))
	ledger := newLedger(t, oneOfEach(), number)
	o.check = func(folder string, acknowledged int) error {
		records, err := survivor(filepath.Join(folder, "kool.waymark"))
		if err == nil && !ledger.accepts(t, records, acknowledged) {
			err = errors.New(ledger.differs(t, records, acknowledged))
		}
		return err
	}
	o.most = 120
	if soaking() {
		o.times, o.most = 8, 0
	}
	// When the power is cut at any moment of it
	sum := o.cut(t)
	sum.mustLoseNothing(t, edits)
	o.mustBeNoticed(t, "the syncs of the folder", syncsFolder)
	o.mustBeNoticed(t, "the syncs of files", syncsFile)
	// And when it is cut again while what it left is mended
	var twice toll
	chance := rand.New(rand.NewPCG(uint64(number), 1))
	for range mendings {
		left := sum.journals[chance.IntN(len(sum.journals))]
		mending := watched(t, writeFolder(t, left.files), "WAYMARK_TEST_MEND=1")
		mending.times = 2
		mending.check = func(folder string, _ int) error { return o.check(folder, left.acknowledged) }
		again := mending.cut(t)
		twice.cuts, twice.disks, twice.losses = twice.cuts+again.cuts, twice.disks+again.disks, append(twice.losses, again.losses...)
	}
	twice.mustLoseNothing(t, 0)
}

func TestPowerCutWhileCreating(t *testing.T) {
	records := manyRecords(60)
	inFolder(func(folder string, acknowledge func()) error {
		f, err := Create(filepath.Join(folder, "kool.waymark"), anEnv(), records...)
		if err != nil {
			return err
		}
		acknowledge()
		return f.Close()
	})
	t.Parallel()
	o := watched(t, t.TempDir())
	// Then the file is whole; only before it was acknowledged it may be missing, and can then be made
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	o.check = func(folder string, acknowledged int) error {
		path := filepath.Join(folder, "kool.waymark")
		if acknowledged > 0 || exists(path) {
			return mustSurvive(path, all(book))
		}
		if made++; made > 5 {
			return nil
		}
		f, err := Create(path, anHourLater(), records...)
		if err != nil {
			return err
		}
		return f.Close()
	}
	o.most = 60
	if soaking() {
		o.times, o.most = 20, 0
	}
	o.cut(t).mustLoseNothing(t, 1)
	o.mustBeNoticed(t, "the syncs of the folder", syncsFolder)
	o.mustBeNoticed(t, "the syncs of files", syncsFile)
}

func TestPowerCutWhileBackingUp(t *testing.T) {
	inFolder(func(folder string, acknowledge func()) error {
		f, err := Open(context.Background(), filepath.Join(folder, "kool.waymark"), anEnv())
		if err != nil {
			return err
		}
		if err := f.Backup(context.Background(), filepath.Join(folder, "copy.waymark")); err != nil {
			return err
		}
		acknowledge()
		return f.Close()
	})
	t.Parallel()
	o := watched(t, filepath.Dir(aClosedFile(t, manyRecords(60)...)))
	book, err := app.NewBook(manyRecords(60)...)
	if err != nil {
		t.Fatal(err)
	}
	// Then the file is as it was and its copy is whole, or missing before it was acknowledged
	o.check = func(folder string, acknowledged int) error {
		err := mustSurvive(filepath.Join(folder, "kool.waymark"), all(book))
		if path := filepath.Join(folder, "copy.waymark"); acknowledged > 0 || exists(path) {
			err = errors.Join(err, mustSurvive(path, all(book)))
		}
		return err
	}
	o.most = 60
	if soaking() {
		o.times, o.most = 20, 0
	}
	o.cut(t).mustLoseNothing(t, 1)
	o.mustBeNoticed(t, "the syncs of the folder", syncsFolder)
	o.mustBeNoticed(t, "the syncs of files", syncsFile)
}

// A file of an older version is brought up to date whole or stays what it was, and its copy is there before that.
func TestPowerCutWhileMigrating(t *testing.T) {
	inFolder(func(folder string, acknowledge func()) error {
		f, err := Open(context.Background(), filepath.Join(folder, "kool.waymark"), anEnv())
		if err != nil {
			return err
		}
		acknowledge()
		return f.Close()
	})
	t.Parallel()
	folder := t.TempDir()
	unzip(t, "testdata/version1.waymark.gz", filepath.Join(folder, "kool.waymark"))
	o := watched(t, folder)
	want := all(reopened(t, filepath.Join(folder, "kool.waymark")).Book())
	o.check = func(folder string, acknowledged int) error {
		copied := filepath.Join(folder, "kool.version1.waymark")
		if acknowledged > 0 || exists(copied) {
			if err := sound(context.Background(), copied); err != nil {
				return err
			}
			if soaking() {
				if err := mustSurvive(copied, want); err != nil {
					return err
				}
			}
		}
		return mustSurvive(filepath.Join(folder, "kool.waymark"), want)
	}
	o.most = 8
	if soaking() {
		o.times, o.most = 4, 0
	}
	o.cut(t).mustLoseNothing(t, 1)
	if soaking() {
		o.mustBeNoticed(t, "the syncs of files", syncsFile)
	}
}

// A file that is replaced holds the old content or the new and, once that is acknowledged, the new.
func TestPowerCutWhileReplacing(t *testing.T) {
	contents := [][]byte{nil}
	for i, size := range []int{1_000, 200_000, 10, 0, 5_000} {
		contents = append(contents, bytes.Repeat([]byte{byte('a' + i)}, size))
	}
	inFolder(func(folder string, acknowledge func()) error {
		for _, content := range contents[1:] {
			err := atomicfile.Write(filepath.Join(folder, "plan.pdf"), func(w io.Writer) error {
				_, err := w.Write(content)
				return err
			})
			if err != nil {
				return err
			}
			acknowledge()
		}
		return nil
	})
	t.Parallel()
	o := watched(t, t.TempDir())
	o.check = func(folder string, acknowledged int) error {
		got, err := os.ReadFile(filepath.Join(folder, "plan.pdf"))
		if errors.Is(err, fs.ErrNotExist) && acknowledged == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		for _, content := range contents[max(1, acknowledged):min(acknowledged+2, len(contents))] {
			if bytes.Equal(got, content) {
				return nil
			}
		}
		return fmt.Errorf("after %d were acknowledged, there is another content of %d bytes", acknowledged, len(got))
	}
	o.times = 20
	if soaking() {
		o.times = 1_000
	}
	o.cut(t).mustLoseNothing(t, len(contents)-1)
	o.mustBeNoticed(t, "the syncs of the folder", syncsFolder)
	o.mustBeNoticed(t, "the syncs of files", syncsFile)
}

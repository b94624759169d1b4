package schoolfile

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// outage is a process that was watched while it wrote in a folder, and what must be on the disk whenever the power is cut:
// check looks at a disk that was left after so many acknowledgements.
type outage struct {
	folder string
	before map[string][]byte
	calls  []call
	check  func(folder string, acknowledged int) error
}

// toll is what came of many power cuts.
type toll struct {
	acknowledged, cuts, disks int
	losses                    []error
	torn                      []leftover
}

// leftover is a disk on which a journal was left.
type leftover struct {
	files        map[string][]byte
	acknowledged int
}

// cut cuts the power after each call that changes something, times times, and checks what is left. Of all these cuts it
// makes about most, unless that is 0. Calls that are dropped are left out, as if the program did without them.
func (o outage) cut(t *testing.T, times, most int, dropped func(d *disk, c call) bool) toll {
	t.Helper()
	chance := rand.New(rand.NewPCG(uint64(soakSeed()), 0))
	share := 1.0
	if most > 0 {
		share = float64(most) / float64(times*len(o.calls))
	}
	d := newDisk(o.folder, o.before)
	var sum toll
	seed, known := maphash.MakeSeed(), map[uint64]bool{}
	for i, c := range o.calls {
		if dropped != nil && dropped(d, c) {
			continue
		}
		switch {
		case c.acknowledges():
			sum.acknowledged++
		case c.name == "close" || c.name == "lseek":
			if err := d.do(c); err != nil {
				t.Fatal(err)
			}
			continue
		default:
			if err := d.do(c); err != nil {
				t.Fatal(err)
			}
		}
		for range times {
			if chance.Float64() >= share && !(c.acknowledges() && d.pending()) {
				continue
			}
			sum.cuts++
			files := d.afterPowerCut(chance)
			if key := hash(seed, files, sum.acknowledged); known[key] {
				continue
			} else {
				known[key] = true
			}
			sum.disks++
			folder := writeFolder(t, files)
			err := o.check(folder, sum.acknowledged)
			if err != nil {
				sum.losses = append(sum.losses, fmt.Errorf("power cut after call %d, %s, with %d acknowledged: %w", i, c, sum.acknowledged, err))
			}
			for name, data := range files {
				if filepath.Ext(name) == Extension+"-journal" && len(data) > sector {
					sum.torn = append(sum.torn, leftover{files, sum.acknowledged})
				}
			}
			if err := os.RemoveAll(folder); err != nil {
				t.Fatal(err)
			}
		}
	}
	if dropped == nil {
		if err := d.sameAs(t, o.folder); err != nil {
			t.Fatalf("the model of the disk is wrong: %v", err)
		}
	}
	return sum
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

// mustLoseNothing fails for the losses and reports the counts.
func (s toll) mustLoseNothing(t *testing.T) {
	t.Helper()
	for _, err := range s.losses[:min(5, len(s.losses))] {
		t.Error(err)
	}
	t.Logf("seed %d: %d acknowledged, %d power cuts, %d different disks, %d losses", soakSeed(), s.acknowledged, s.cuts, s.disks, len(s.losses))
}

// shortOrLong is how often the power is cut at each place, and about how often in all, 0 for everywhere.
func shortOrLong(most int) (times, all int) {
	if soaking() {
		return 8, 0
	}
	return 1, most
}

func TestPowerCutWhileEditing(t *testing.T) {
	number := soakSeed()
	edits := 25
	if soaking() {
		edits = 200
	}
	inFolder(func(folder string, acknowledge func()) error {
		f, err := Open(context.Background(), filepath.Join(folder, "kool.waymark"), anEnv())
		if err != nil {
			return err
		}
		h := newHand(f.Book(), f, number)
		for range edits {
			if err := h.edit(); err != nil {
				return err
			}
			acknowledge()
		}
		return f.Close()
	})
	// Given a process that makes edits, and all that it does to the disk
	path := aClosedFile(t, oneOfEach()...)
	o := outage{folder: filepath.Dir(path), before: readFolder(t, filepath.Dir(path))}
	o.calls = trace(t, o.folder)
	ledger := newLedger(t, oneOfEach(), number)
	o.check = func(folder string, acknowledged int) error { return survived(t, folder, ledger, acknowledged) }
	// When the power is cut, what was acknowledged is there
	times, most := shortOrLong(300)
	sum := o.cut(t, times, most, nil)
	sum.mustLoseNothing(t)
}

// survived opens the school file in a folder and compares it with the ledger.
func survived(t *testing.T, folder string, ledger *ledger, acknowledged int) error {
	path := filepath.Join(folder, "kool.waymark")
	f, err := Open(context.Background(), path, anHourLater())
	if err != nil {
		return err
	}
	records, readOnly := all(f.Book()), f.ReadOnly()
	if err := f.Close(); err != nil {
		return err
	}
	if readOnly {
		return errors.New("the file can only be read")
	}
	if !ledger.accepts(t, records, acknowledged) {
		return errors.New(ledger.differs(t, records, acknowledged))
	}
	return checkUnharmed(path)
}

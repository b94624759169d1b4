package schoolfile

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// sector is the number of bytes that a disk writes whole or not at all.
const sector = 512

// disk is a model of one folder on a disk that loses what was not synced when the power goes. What a file holds lasts once
// the file is synced, and names last once the folder is, as POSIX has it; most file systems keep more.
type disk struct {
	folder   string
	names    map[string]*content // as programs see them
	lasting  map[string]*content // as they are on the disk for sure
	unsynced []renaming          // what was done to names since the folder was synced, in order
	open     map[int]*descriptor
}

// content is what a file holds.
type content struct {
	seen     []byte // by programs
	lasting  []byte // on the disk for sure
	unsynced []write
}

// write puts data at a place of a file or, without data, makes the file size long.
type write struct {
	data []byte
	at   int
	size int
}

// renaming gives names to files at one stroke, and takes those away that stand for nil.
type renaming map[string]*content

// descriptor is an open file or, without content, the open folder.
type descriptor struct {
	file   *content
	at     int
	append bool
}

func (f *descriptor) isFile() bool   { return f != nil && f.file != nil }
func (f *descriptor) isFolder() bool { return f != nil && f.file == nil }

// newDisk returns a disk on which files have lasted for long.
func newDisk(folder string, files map[string][]byte) *disk {
	d := &disk{folder: folder, names: map[string]*content{}, lasting: map[string]*content{}, open: map[int]*descriptor{}}
	for name, data := range files {
		d.names[name] = &content{seen: slices.Clone(data), lasting: slices.Clone(data)}
		d.lasting[name] = d.names[name]
	}
	return d
}

func (d *disk) rename(r renaming) {
	r.apply(d.names)
	d.unsynced = append(d.unsynced, r)
}

func (d *disk) syncFolder() {
	d.lasting, d.unsynced = maps.Clone(d.names), nil
}

func (r renaming) apply(names map[string]*content) {
	for name, file := range r {
		if file == nil {
			delete(names, name)
		} else {
			names[name] = file
		}
	}
}

func (c *content) write(w write) {
	c.seen = w.on(c.seen)
	c.unsynced = append(c.unsynced, w)
}

func (c *content) sync() {
	for _, w := range c.unsynced {
		c.lasting = w.on(c.lasting)
	}
	c.unsynced = nil
}

// on returns bytes with the write done to them.
func (w write) on(bytes []byte) []byte {
	if w.data == nil {
		return resized(bytes, w.size)
	}
	bytes = resized(bytes, max(len(bytes), w.at+len(w.data)))
	copy(bytes[w.at:], w.data)
	return bytes
}

func resized(bytes []byte, size int) []byte {
	if size <= len(bytes) {
		return bytes[:size]
	}
	return append(bytes, make([]byte, size-len(bytes))...)
}

// sectors cuts the write where sectors end.
func (w write) sectors() []write {
	var parts []write
	for at, data := w.at, w.data; len(data) > 0; {
		n := min(sector-at%sector, len(data))
		parts = append(parts, write{data: data[:n], at: at})
		at, data = at+n, data[n:]
	}
	return parts
}

// pending tells whether there is anything that a power cut can undo.
func (d *disk) pending() bool {
	if len(d.unsynced) > 0 {
		return true
	}
	for _, file := range d.names {
		if len(file.unsynced) > 0 {
			return true
		}
	}
	return false
}

// files is what programs see.
func (d *disk) files() map[string][]byte {
	files := map[string][]byte{}
	for name, file := range d.names {
		files[name] = file.seen
	}
	return files
}

// afterPowerCut is what is on the disk when the power comes back: what was synced, as many of the changes of names as
// chance has it, and of each file any of the unsynced writes, some of them in part. A write at the end of a file that was
// lost may have made the file longer all the same; then anything is there.
func (d *disk) afterPowerCut(chance *rand.Rand) map[string][]byte {
	names := maps.Clone(d.lasting)
	kept := len(d.unsynced)
	switch chance.IntN(3) {
	case 0:
		kept = 0
	case 1:
		kept = chance.IntN(kept + 1)
	}
	for _, r := range d.unsynced[:kept] {
		r.apply(names)
	}
	reached := []float64{0, 0.1, 0.5, 0.9, 1}[chance.IntN(5)]
	files := map[string][]byte{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		files[name] = names[name].afterPowerCut(chance, reached)
	}
	return files
}

// afterPowerCut is what the file holds when a share of the unsynced writes has reached the disk.
func (c *content) afterPowerCut(chance *rand.Rand, reached float64) []byte {
	bytes := slices.Clone(c.lasting)
	grows := chance.IntN(2) == 0
	for _, w := range c.unsynced {
		if w.data == nil {
			if chance.Float64() < reached {
				bytes = w.on(bytes)
			}
			continue
		}
		torn, whole := chance.IntN(4) == 0, chance.Float64() < reached
		for _, part := range w.sectors() {
			if torn && chance.Float64() < reached || !torn && whole {
				bytes = part.on(bytes)
			} else if end := part.at + len(part.data); grows && end > len(bytes) {
				old := len(bytes)
				bytes = resized(bytes, end)
				if chance.IntN(2) == 0 {
					for i := old; i < end; i++ {
						bytes[i] = byte(chance.Uint32())
					}
				}
			}
		}
	}
	return bytes
}

// writeFolder writes files into a new folder, in memory where there is room for that.
func writeFolder(t *testing.T, files map[string][]byte) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "waymark")
	if err != nil {
		folder, err = os.MkdirTemp(t.TempDir(), "")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func readFolder(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// The model itself: what was synced lasts, the rest may be there or not.
func TestADiskLosesOnlyWhatWasNotSynced(t *testing.T) {
	// Given a file of which the first bytes are synced and the name is, and another that is synced but its name is not
	d := newDisk("/", nil)
	first, second := &content{}, &content{}
	d.rename(renaming{"first": first})
	d.syncFolder()
	d.rename(renaming{"second": second})
	for _, file := range []*content{first, second} {
		file.write(write{data: []byte("old")})
		file.sync()
	}
	first.write(write{data: []byte("new")})
	first.write(write{data: make([]byte, 2*sector), at: 3})
	d.rename(renaming{"second": nil, "third": second})
	// When the power is cut often
	seen := map[string]bool{}
	for seed := range uint64(3_000) {
		files := d.afterPowerCut(rand.New(rand.NewPCG(seed, 0)))
		if len(files["first"]) < 3 {
			t.Fatalf("synced bytes are gone: %q", files["first"])
		}
		seen[string(files["first"][:3])] = true
		seen[fmt.Sprint(len(files["first"]))] = true
		for name, data := range files {
			seen[name] = true
			if name != "first" && string(data) != "old" {
				t.Fatalf("%s holds %q", name, data)
			}
		}
		if files["second"] != nil && files["third"] != nil {
			t.Fatal("renamed in part")
		}
	}
	// Then everything that may happen has happened, and nothing else
	want := []string{"1024", "1027", "3", "512", "first", "new", "old", "second", "third"}
	if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, want) {
		t.Errorf("seen %q, want %q", got, want)
	}
}

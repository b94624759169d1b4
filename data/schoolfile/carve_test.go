package schoolfile

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"waymark/app"
)

func aMould(t testing.TB) *mould {
	t.Helper()
	m, err := newMould(context.Background(), schema())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.close() })
	return m
}

// carved lists the records that a carver finds in contents, each time that it finds them.
func carved(t testing.TB, m *mould, contents []byte, sweep bool) (records []app.Record, rows int) {
	t.Helper()
	c := newCarver(bytes.NewReader(contents), int64(len(contents)))
	c.sweep = sweep
	err := c.carve(context.Background(), func(_ int64, row []byte) error {
		rows++
		f := m.match(values(row))
		if f == nil {
			return nil
		}
		r, err := f.table.record(f.values)
		if err == nil {
			records = append(records, r)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return records, rows
}

// unlogged empties the log, which keeps what was removed on purpose, and closes the file.
func unlogged(t *testing.T, f *File) []byte {
	t.Helper()
	for _, table := range []string{"activity", "activity_archive"} {
		if _, err := f.conn.ExecContext(context.Background(), "DELETE FROM "+table); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	contents, err := os.ReadFile(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	return contents
}

// In a healthy file there is what is in the book and nothing else, however much was changed and removed before.
func TestACarverFindsTheBookAndNothingElse(t *testing.T) {
	m := aMould(t)
	for number := range 3 {
		f := unsynced(t, aClosedFile(t, manyRecords(300)...))
		h := newHand(f.Book(), f, number+1)
		for range 300 {
			if err := h.edit(); err != nil {
				t.Fatal(err)
			}
		}
		want := all(f.Book())
		contents := unlogged(t, f)
		for _, sweep := range []bool{false, true} {
			got, _ := carved(t, m, contents, sweep)
			book, err := app.NewBook(got...)
			if err != nil || !slices.Equal(all(book), want) {
				t.Errorf("hand %d, sweep %v: %d records instead of %d, %v", number, sweep, len(got), len(want), err)
			}
		}
	}
}

// Of a text that was removed or written over no part is left, wherever SQLite moved it before.
func TestRemovedWordsAreNowhereInTheFile(t *testing.T) {
	f := unsynced(t, aClosedFile(t, manyRecords(600)...))
	h := app.NewHistory(f.Book(), f, aClock())
	source := rand.New(rand.NewPCG(3, 4))
	number := 0
	words := func() string {
		number++
		times := 1 + source.IntN(9)
		if number%40 == 0 {
			times = 600 // more than a page
		}
		return strings.Repeat(fmt.Sprintf("<%09d>", number*7919), times)
	}
	there, gone := map[string]bool{}, map[string]bool{}
	forget := func(a app.Action) {
		if strings.HasPrefix(a.Text, "<") {
			delete(there, a.Text[:11])
			gone[a.Text[:11]] = true
		}
	}
	for range 1500 {
		actions := slices.Collect(f.Book().Actions.All())
		old := actions[source.IntN(len(actions))]
		changed := old
		changed.Text = words()
		var edit app.Edit
		switch source.IntN(3) {
		case 0:
			changed.ID = app.NewID[app.Action]()
			edit.Changes = []app.Change{app.Insert(changed)}
		case 1:
			edit.Changes = []app.Change{app.Update(old, changed)}
			forget(old)
		case 2:
			edit = app.RemoveEdit(f.Book(), old)
			changed = app.Action{Text: "none"}
			forget(old)
		}
		there[changed.Text[:min(11, len(changed.Text))]] = true
		if err := h.Do(context.Background(), edit); err != nil {
			t.Fatal(err)
		}
	}
	delete(there, "none")
	contents := unlogged(t, f)
	for text := range there {
		if !bytes.Contains(contents, []byte(text)) {
			t.Fatalf("%s should be there", text)
		}
	}
	left := 0
	for text := range gone {
		if bytes.Contains(contents, []byte(text)) {
			left++
		}
	}
	if left > 0 || len(gone) < 300 {
		t.Errorf("of %d removed texts %d are still there", len(gone), left)
	}
}

// A file is written anew for the sake of removed words only when there are some.
func TestAFileIsWrittenAnewWhenWordsRemain(t *testing.T) {
	path := aClosedFile(t, manyRecords(100)...)
	tell(t, path, "VACUUM")
	leaf := (pagesOf(t, path, "goal", leafTable)[0] - 1) * defaultPage
	contents, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"", "salajane"} {
		copy(contents[leaf+8+2*int64(binary.BigEndian.Uint16(contents[leaf+3:]))+10:], words)
		if err := os.WriteFile(path, contents, 0o600); err != nil {
			t.Fatal(err)
		}
		f := reopened(t, path)
		if is, err := f.remains(context.Background()); err != nil || is != (words != "") {
			t.Errorf("%q remain: %v, %v", words, is, err)
		}
		action := slices.Collect(f.Book().Actions.All())[0]
		changed := action
		changed.Text += "!"
		if err := change(f, action, changed); err != nil {
			t.Fatal(err)
		}
		book := all(f.Book())
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		now, err := os.ReadFile(path)
		if err != nil || words != "" && bytes.Contains(now, []byte(words)) {
			t.Errorf("%q are still there, %v", words, err)
		}
		if f = reopenedReadOnly(t, path); !f.Outside().None() || !slices.Equal(all(f.Book()), book) {
			t.Error("not as it was")
		}
	}
}

// A chain of overflow pages that leads into itself, or nowhere, or to more than there is, ends.
func TestACarverIsNotLedInCircles(t *testing.T) {
	record := oneOfEach()[3].(app.Idea)
	record.Text, record.Question, record.Theme = strings.Repeat("pikk jutt ", 2000), "", ""
	path := aClosedFile(t, append(oneOfEach()[:3], record)...)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := aMould(t)
	if got, _ := carved(t, m, whole, false); !slices.Contains(got, app.Record(record)) {
		t.Fatal("the long record is not found in the whole file")
	}
	leaf := (pagesOf(t, path, "idea", leafTable)[0] - 1) * defaultPage
	first := binary.BigEndian.Uint32(whole[leaf+int64(bytes.Index(whole[leaf:leaf+defaultPage], []byte("pikk")))+chain(whole, leaf):])
	for name, next := range map[string]uint32{"itself": first, "nowhere": 0, "beyond": 1 << 30, "the first page": 1, "the leaf": uint32(leaf/defaultPage) + 1} {
		contents := bytes.Clone(whole)
		binary.BigEndian.PutUint32(contents[(int64(first)-1)*defaultPage:], next)
		if got, _ := carved(t, m, contents, false); slices.Contains(got, app.Record(record)) || len(got) != 3 {
			t.Errorf("%s: %d records", name, len(got))
		}
	}
}

// chain is how far after the beginning of the text on the leaf the number of its first overflow page is.
func chain(whole []byte, leaf int64) int64 {
	page := whole[leaf : leaf+defaultPage]
	at := bytes.Index(page, []byte("pikk"))
	end := at
	for _, c := range page[at:] {
		if c < ' ' {
			break
		}
		end++
	}
	return int64(end - at)
}

// However many cells share one long chain, what is read of a file stays in proportion to its size.
func TestACarverReadsNoMoreThanAFileHolds(t *testing.T) {
	const pages = 200
	contents := make([]byte, pages*defaultPage)
	copy(contents, magic)
	binary.BigEndian.PutUint16(contents[16:], defaultPage)
	// Given a leaf on which every cell begins the same chain of overflow pages, nearly as long as the file
	const local, at = 489, 2100 // bytes on the leaf, see the format, and where they begin
	size := local + (pages-4)*(defaultPage-4)
	leaf := contents[defaultPage : 2*defaultPage]
	leaf[0] = leafTable
	binary.BigEndian.PutUint16(leaf[3:], 1000)
	binary.BigEndian.PutUint16(leaf[5:], at)
	for i := range 1000 {
		binary.BigEndian.PutUint16(leaf[8+2*i:], at)
	}
	n := copy(leaf[at:], []byte{byte(size>>14) | 0x80, byte(size>>7) | 0x80, byte(size) & 0x7f, 1})
	binary.BigEndian.PutUint32(leaf[at+n+local:], 3)
	for n := 3; n < pages; n++ {
		binary.BigEndian.PutUint32(contents[(n-1)*defaultPage:], uint32(n+1))
	}
	reads := &counted{r: bytes.NewReader(contents)}
	c := newCarver(reads, int64(len(contents)))
	reads.bytes = 0
	rows := 0
	if err := c.carve(context.Background(), func(int64, []byte) error { rows++; return nil }); err != nil {
		t.Fatal(err)
	}
	if rows == 0 {
		t.Error("the chain is none")
	}
	if most := 20 * len(contents); reads.bytes > most {
		t.Errorf("%d bytes were read of a file of %d", reads.bytes, len(contents))
	}
}

type counted struct {
	r     *bytes.Reader
	bytes int
}

func (c *counted) ReadAt(p []byte, at int64) (int, error) {
	c.bytes += len(p)
	return c.r.ReadAt(p, at)
}

func TestCarvingCanBeCancelled(t *testing.T) {
	contents, err := os.ReadFile(aClosedFile(t, oneOfEach()...))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	c := newCarver(bytes.NewReader(contents), int64(len(contents)))
	err = c.carve(ctx, func(int64, []byte) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// Whatever the bytes are, carving them ends, and what it finds can be written and sealed.
func FuzzCarve(f *testing.F) {
	m := aMould(f)
	records := oneOfEach()
	long := records[3].(app.Idea)
	long.Text, long.Question, long.Theme = strings.Repeat("pikk jutt ", 700), "", ""
	school, err := Create(f.TempDir()+"/kool.waymark", anEnv(), append(records[:3:3], long)...)
	if err != nil {
		f.Fatal(err)
	}
	if err := school.Close(); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(school.Path())
	if err != nil {
		f.Fatal(err)
	}
	for at := 0; at < len(whole); at += defaultPage {
		f.Add(whole[at:min(at+2*defaultPage, len(whole))], uint16(at%7))
	}
	f.Add([]byte{}, uint16(0))
	f.Add([]byte(magic+"\x02\x00"), uint16(1))
	f.Fuzz(func(t *testing.T, contents []byte, turn uint16) {
		if len(contents) > 0 { // one more damage, wherever the fuzzer wants it
			contents = bytes.Clone(contents)
			contents[int(turn)%len(contents)] ^= byte(turn >> 8)
		}
		for _, sweep := range []bool{false, true} {
			found, rows := carved(t, m, contents, sweep)
			if rows > 65536/2+len(contents) { // two bytes lead to each
				t.Errorf("%d rows in %d bytes", rows, len(contents))
			}
			for _, r := range found {
				if !app.ValidID(r.RecordID()) {
					t.Errorf("found %+v", r)
				}
			}
		}
		c := newCarver(bytes.NewReader(contents), int64(len(contents)))
		tries := 0
		_ = c.carve(context.Background(), func(_ int64, row []byte) error {
			if tries++; tries < 10 {
				m.guess(row)
			}
			return nil
		})
	})
}

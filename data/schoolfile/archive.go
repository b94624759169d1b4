package schoolfile

import (
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/activity"
)

// The log is packed into blocks of about blockBytes. All blocks together take no more room than the records do, though at
// least minArchive: when they would, the oldest are joined, which leaves of each record in them one entry instead of one
// a day, and at last the oldest entries go.
const (
	blockBytes = 24 << 10
	minArchive = 128 << 10
	maxUnpack  = 64 << 20 // of one block: it grows no larger, whatever is in it
)

// entry is what happened to one record on one day, as it is packed: after alone for one that was added, before alone for
// one that was removed, and of one that was changed the columns that differ.
type entry struct {
	At     string         `json:"at"` // RFC 3339, the last time
	Kind   app.Kind       `json:"kind"`
	ID     string         `json:"id"`
	Before map[string]any `json:"before,omitempty"`
	After  map[string]any `json:"after,omitempty"`
	Born   bool           `json:"born,omitempty"` // removed, but not there before that day
	Was    map[string]any `json:"was,omitempty"`  // removed: columns that had differed before that day
}

func (e entry) added() bool   { return e.Before == nil && e.After != nil }
func (e entry) removed() bool { return e.Before != nil && e.After == nil }

// then joins what happened to the same record later; ok is false when nothing is left of both.
func (e entry) then(later entry) (joined entry, ok bool) {
	joined = later
	switch {
	case e.added() && later.removed():
		joined.Born, joined.Was = true, nil
	case e.added():
		joined.Before, joined.After = nil, overlaid(e.After, later.After)
	case e.removed() && later.added():
		if e.Born {
			return joined, true
		}
		joined.Before, joined.After = differing(overlaid(e.Before, e.Was), later.After)
	case later.removed() && !e.removed():
		joined.Was = overlaid(later.Was, e.Before)
	case !e.removed() && !later.added():
		joined.Before, joined.After = differing(overlaid(later.Before, e.Before), overlaid(e.After, later.After))
	}
	return joined, len(joined.Before)+len(joined.After) > 0
}

// overlaid is below with the values of above put over it.
func overlaid(below, above map[string]any) map[string]any {
	both := maps.Clone(below)
	if both == nil {
		both = map[string]any{}
	}
	maps.Copy(both, above)
	return both
}

// differing leaves of two sets of values those that are not the same in both.
func differing(before, after map[string]any) (map[string]any, map[string]any) {
	for name, value := range before {
		if other, both := after[name]; both && other == value {
			delete(before, name)
			delete(after, name)
		}
	}
	return before, after
}

// joined brings entries, oldest first, down to one for each record and period; period is what the times of one share.
func joined(entries []entry, period func(at string) string) []entry {
	type key struct {
		kind       app.Kind
		id, period string
	}
	last := make(map[key]*entry, len(entries))
	order := make([]key, 0, len(entries))
	for _, e := range entries {
		k := key{e.Kind, e.ID, period(e.At)}
		before, known := last[k]
		if !known {
			last[k] = &e
			order = append(order, k)
			continue
		}
		if both, ok := before.then(e); ok {
			last[k] = &both
		} else {
			delete(last, k)
		}
	}
	var out []entry
	for _, k := range order {
		if e, ok := last[k]; ok {
			out = append(out, *e)
			delete(last, k) // it may stand in order twice
		}
	}
	slices.SortStableFunc(out, func(a, b entry) int { return a.time().Compare(b.time()) })
	return out
}

func (e entry) time() time.Time {
	at, _ := time.Parse(time.RFC3339, e.At) // the zero time for what is no time
	return at
}

// day is the day of a time in RFC 3339, as it was where it was written.
func day(at string) string { return at[:min(len(at), len(time.DateOnly))] }

// pack empties the table activity into the archive, within the transaction at hand.
func (w *writer) pack(ctx context.Context) error {
	loose, err := looseEntries(ctx, w.on, "")
	if err != nil {
		return err
	}
	blocks, err := archive(ctx, w.on)
	if err != nil {
		return err
	}
	if n := len(blocks); n > 0 && len(blocks[n-1].packed) < blockBytes {
		if entries, err := blocks[n-1].entries(); err == nil { // a damaged block stays as it is
			loose = append(entries, loose...)
			if err := w.drop(ctx, blocks[n-1]); err != nil {
				return err
			}
			blocks = blocks[:n-1]
		}
	}
	if entries := joined(loose, day); len(entries) > 0 {
		b := packed(entries)
		if err := w.keep(ctx, &b); err != nil {
			return err
		}
		blocks = append(blocks, b)
	}
	if err := w.run(ctx, "DELETE FROM activity"); err != nil {
		return err
	}
	return w.thin(ctx, blocks)
}

// thin brings the archive down to its room.
func (w *writer) thin(ctx context.Context, blocks []block) error {
	total := 0
	for _, b := range blocks {
		total += len(b.packed)
	}
	room, err := w.room(ctx, total)
	if err != nil {
		return err
	}
	for total > room && len(blocks) > 0 {
		first, err := blocks[0].entries()
		if err != nil {
			first = nil // what cannot be read makes room
		}
		old := blocks[:1]
		if len(blocks) > 1 {
			second, err := blocks[1].entries()
			if err == nil {
				first = append(first, second...)
			}
			old = blocks[:2]
		}
		entries := joined(first, func(string) string { return "" })
		fewer := packed(entries)
		for len(old) == 1 && len(entries) > 0 && len(fewer.packed) > room*3/4 {
			entries = entries[len(entries)/4+1:]
			fewer = packed(entries)
		}
		for _, b := range old {
			total -= len(b.packed)
			if err := w.drop(ctx, b); err != nil {
				return err
			}
		}
		blocks = blocks[len(old):]
		if len(entries) == 0 {
			continue
		}
		fewer.id = old[len(old)-1].id
		if err := w.keep(ctx, &fewer); err != nil {
			return err
		}
		total += len(fewer.packed)
		blocks = append([]block{fewer}, blocks...)
		if len(old) == 1 {
			return nil
		}
	}
	return nil
}

// room is how many bytes the archive may take, when it takes so many now.
func (w *writer) room(ctx context.Context, now int) (int, error) {
	pages, err := pragma(ctx, w.on, "page_count")
	if err != nil {
		return 0, err
	}
	free, err := pragma(ctx, w.on, "freelist_count")
	if err != nil {
		return 0, err
	}
	size, err := pragma(ctx, w.on, "page_size")
	return max(minArchive, (pages-free)*size-now), err
}

func (w *writer) drop(ctx context.Context, b block) error {
	return w.one(ctx, "DELETE FROM activity_archive WHERE id = ?", []any{b.id})
}

// keep writes a block, as a new one at the end when it has no number yet.
func (w *writer) keep(ctx context.Context, b *block) error {
	var number any
	if b.id != 0 {
		number = b.id
	}
	if err := w.one(ctx, "INSERT INTO activity_archive (id, last, packed) VALUES (?, ?, ?)", []any{number, b.last, b.packed}); err != nil {
		return err
	}
	if b.id != 0 {
		return nil
	}
	return w.on.QueryRowContext(ctx, "SELECT max(id) FROM activity_archive").Scan(&b.id)
}

// block is a row of the archive.
type block struct {
	id     int64
	last   string
	packed []byte
}

// packed packs entries, of which there is at least one.
func packed(entries []entry) block {
	if len(entries) == 0 {
		return block{}
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		err = json.NewEncoder(w).Encode(entries)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		panic("schoolfile: pack the log: " + err.Error()) // maps of numbers and texts into a buffer cannot fail
	}
	return block{last: entries[len(entries)-1].At, packed: b.Bytes()}
}

func (b block) entries() ([]entry, error) {
	entries, err := readEntries(io.LimitReader(flate.NewReader(bytes.NewReader(b.packed)), maxUnpack))
	if err != nil {
		return nil, fmt.Errorf("schoolfile: block %d of the log: %w", b.id, err)
	}
	return entries, nil
}

// readEntries reads a JSON list of entries, one by one, so that a list made to hurt cannot take all memory.
func readEntries(r io.Reader) ([]entry, error) {
	d := json.NewDecoder(r)
	d.UseNumber()
	if first, err := d.Token(); err != nil || first != json.Delim('[') {
		return nil, errors.Join(err, errors.New("no list"))
	}
	var entries []entry
	for d.More() {
		if len(entries) >= maxRecords {
			return nil, errors.New("too many entries")
		}
		var e entry
		if err := d.Decode(&e); err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	_, err := d.Token()
	return entries, err
}

// archive reads the blocks, oldest first.
func archive(ctx context.Context, c *sql.Conn) (blocks []block, err error) {
	rows, err := c.QueryContext(ctx, "SELECT id, last, packed FROM activity_archive ORDER BY id")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var b block
		if err := rows.Scan(&b.id, &b.last, &b.packed); err != nil {
			return nil, err
		}
		blocks = append(blocks, b)
	}
	return blocks, rows.Err()
}

// looseEntries reads the lines of the table activity since a day, oldest first. A line that cannot be read is passed over.
func looseEntries(ctx context.Context, c *sql.Conn, since string) (entries []entry, err error) {
	rows, err := c.QueryContext(ctx, "SELECT at, changes FROM activity WHERE at >= ? ORDER BY id", since)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var at, changes string
		if err := rows.Scan(&at, &changes); err != nil {
			return nil, err
		}
		list, err := readEntries(strings.NewReader(changes))
		if err != nil {
			continue
		}
		for _, e := range list {
			e.At = at
			entries = append(entries, e)
		}
	}
	return entries, rows.Err()
}

// Activity reads the log: what happened to each record on each day since a day, newest first; all of it for the zero
// Date. Older days may be told as one. The errors are those of Open.
func (f *File) Activity(ctx context.Context, since app.Date) (activity.Log, error) {
	if f.conn == nil {
		return nil, &app.Error{Op: "read the log", Kind: app.KindUnavailable, Text: app.Say("error.unavailable", "path", f.path)}
	}
	log, err := readLog(ctx, f.conn, f.tables, since)
	return log, unreadable("read the log", f.path, err)
}

func readLog(ctx context.Context, c *sql.Conn, tables []*table, since app.Date) (activity.Log, error) {
	from := ""
	if !since.IsZero() {
		from = since.String()
	}
	blocks, err := archive(ctx, c)
	if err != nil {
		return nil, err
	}
	var entries []entry
	for _, b := range blocks {
		if b.last < from {
			continue
		}
		if list, err := b.entries(); err == nil { // what of the log cannot be read must not keep the rest away
			entries = append(entries, list...)
		}
	}
	loose, err := looseEntries(ctx, c, from)
	if err != nil {
		return nil, err
	}
	byKind := make(map[app.Kind]*table, len(tables))
	for _, t := range tables {
		byKind[t.kind] = t
	}
	var log activity.Log
	for _, e := range slices.Backward(joined(append(entries, loose...), day)) {
		if e.At < from {
			continue
		}
		if told, ok := describe(byKind[e.Kind], e); ok {
			log = append(log, told)
		}
	}
	return log, nil
}

// describe puts an entry into the terms of the app; what no longer fits the records of today is left out.
func describe(t *table, e entry) (activity.Entry, bool) {
	told := activity.Entry{At: e.time(), Kind: e.Kind, ID: e.ID, Change: activity.Changed}
	if t == nil || told.At.IsZero() {
		return told, false
	}
	var err error
	switch {
	case e.added():
		told.Change = activity.Added
		told.Record, err = t.fill(e.ID, e.After)
	case e.removed():
		told.Change = activity.Removed
		told.Record, err = t.fill(e.ID, e.Before)
	default:
		told.Fields = t.fields(e)
		return told, len(told.Fields) > 0
	}
	return told, err == nil
}

// fields lists what differs, in the order of the columns.
func (t *table) fields(e entry) []activity.Field {
	var fields []activity.Field
	for _, c := range t.columns[1:] {
		before, hadBefore := e.Before[c.name]
		after, hasAfter := e.After[c.name]
		if !hadBefore || !hasAfter {
			continue
		}
		was, err := c.value(before)
		if err != nil {
			continue
		}
		is, err := c.value(after)
		if err != nil {
			continue
		}
		fields = append(fields, activity.Field{Name: c.name, Before: was, After: is})
	}
	return fields
}

// value reads a value of the log as the field of a record.
func (c column) value(logged any) (any, error) {
	parsed, err := c.form.parse(logged)
	if err == nil {
		err = c.read(parsed)
	}
	if err != nil {
		return nil, err
	}
	return c.held(), nil
}

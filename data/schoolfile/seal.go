package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"

	"waymark/app"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal sums up a row: the CRC-32C over the kind and over name and value of each column, in the order of the names. Columns
// that hold nothing (NULL, 0, no text, no bytes) are left out, so that a column added later breaks no seal. It is never 0.
func seal[V any](t *table, row []V) int64 {
	b := append(t.scratch[:0], t.kind...)
	for _, i := range t.byName {
		name := t.columns[i].name
		switch v := any(row[i]).(type) {
		case string:
			if v != "" {
				b = binary.AppendUvarint(append(append(b, 0, 't'), name...), uint64(len(v)))
				b = append(b, v...)
			}
		case []byte:
			if len(v) > 0 {
				b = binary.AppendUvarint(append(append(b, 0, 'b'), name...), uint64(len(v)))
				b = append(b, v...)
			}
		case int64:
			if v != 0 {
				b = binary.LittleEndian.AppendUint64(append(append(b, 0, 'i'), name...), uint64(v))
			}
		case float64:
			b = binary.LittleEndian.AppendUint64(append(append(b, 0, 'r'), name...), math.Float64bits(v))
		}
	}
	t.scratch = b
	return max(1, int64(crc32.Checksum(b, castagnoli)))
}

// tally is how many records of a kind there are, and the sum of their seals.
type tally struct{ count, sum int64 }

const addToTally = "INSERT INTO tally (kind, count, sum) VALUES (?, ?, ?)" +
	" ON CONFLICT (kind) DO UPDATE SET count = count + excluded.count, sum = sum + excluded.sum"

// count keeps the tally of what write has written, kind by kind.
func (w *writer) count(ctx context.Context, moved map[app.Kind]tally) error {
	for _, t := range w.order {
		if m, ok := moved[t.kind]; ok && m != (tally{}) {
			if err := w.one(ctx, addToTally, []any{string(t.kind), m.count, m.sum}); err != nil {
				return err
			}
		}
	}
	return nil
}

// readTallies reads what Waymark counted last. A tally that cannot be read is as one that does not fit.
func readTallies(ctx context.Context, conn any) (map[app.Kind]tally, error) {
	tallies := map[app.Kind]tally{}
	err := scan(ctx, conn, "SELECT kind, count, sum FROM tally", func(row []driver.Value) error {
		kind, _ := row[0].(string)
		count, _ := row[1].(int64)
		sum, _ := row[2].(int64)
		tallies[app.Kind(kind)] = tally{count, sum}
		return nil
	})
	return tallies, err
}

// outside compares what was read with what Waymark wrote: records whose seal does not fit, and kinds of which there are more
// or fewer than were counted, or as many but other ones.
func outside(foreign []app.Record, found, counted map[app.Kind]tally) app.Outside {
	o := app.Outside{Records: foreign}
	named := map[app.Kind]bool{}
	for _, r := range foreign {
		named[r.RecordKind()] = true
	}
	for _, kind := range app.Kinds() {
		is, was := found[kind], counted[kind]
		switch {
		case is.count < was.count:
			o.Missing = append(o.Missing, app.Missing{Kind: kind, Count: int(min(was.count-is.count, math.MaxInt32))})
		case is != was && !named[kind]:
			o.Missing = append(o.Missing, app.Missing{Kind: kind})
		}
	}
	return o
}

// Accept makes what is in the file from outside the school's own: every record is sealed as it stands.
func (f *File) Accept(ctx context.Context) error {
	if err := f.ready(ctx); err != nil {
		return fault("accept", f.path, err)
	}
	err := f.writer.transact(ctx, func() error { return reseal(ctx, f.conn, f.writer.order) })
	if err == nil {
		f.outside = app.Outside{}
	}
	return fault("accept", f.path, err)
}

// reseal seals every row and counts them anew, within the transaction at hand.
func reseal(ctx context.Context, c *sql.Conn, tables []*table) error {
	return c.Raw(func(conn any) error {
		tell, ok := conn.(driver.ExecerContext)
		if !ok {
			return fmt.Errorf("schoolfile: %T cannot be told", conn)
		}
		for _, t := range tables {
			var sum tally
			update := fmt.Sprintf("UPDATE %s SET seal = ? WHERE id = ?", t.kind)
			var wrong [][]driver.NamedValue
			err := scan(ctx, conn, t.query, func(row []driver.Value) error {
				s := seal(t, row[:len(t.columns)])
				sum.count, sum.sum = sum.count+1, sum.sum+s
				if row[len(t.columns)] != driver.Value(s) {
					wrong = append(wrong, []driver.NamedValue{{Ordinal: 1, Value: s}, {Ordinal: 2, Value: row[0]}})
				}
				return nil
			})
			if err != nil {
				return err
			}
			for _, args := range wrong {
				if _, err := tell.ExecContext(ctx, update, args); err != nil {
					return err
				}
			}
			_, err = tell.ExecContext(ctx, "INSERT OR REPLACE INTO tally (kind, count, sum) VALUES (?, ?, ?)", []driver.NamedValue{
				{Ordinal: 1, Value: string(t.kind)}, {Ordinal: 2, Value: sum.count}, {Ordinal: 3, Value: sum.sum}})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

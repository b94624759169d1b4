package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"waymark/app"
)

// load reads every record, as it stands at one moment, into a book, and tells what was done to the records from outside.
// Tables that are not of Waymark are passed over. A row that is not a record is an app.Error of KindDamaged.
func load(ctx context.Context, c *sql.Conn, tables []*table) (*app.Book, app.Outside, error) {
	l := loader{found: map[app.Kind]tally{}}
	err := c.Raw(func(conn any) error {
		return reading(ctx, conn, func() error {
			for _, t := range tables {
				if err := l.read(ctx, conn, t); err != nil {
					return err
				}
			}
			var err error
			l.counted, err = readTallies(ctx, conn)
			return err
		})
	})
	if err != nil {
		return nil, app.Outside{}, err
	}
	book, err := app.NewBook(l.records...)
	return book, outside(l.foreign, l.found, l.counted), err
}

type loader struct {
	records, foreign []app.Record
	found, counted   map[app.Kind]tally
	bytes            int
}

func (l *loader) read(ctx context.Context, conn any, t *table) error {
	var found tally
	err := scan(ctx, conn, t.query, func(row []driver.Value) error {
		record, err := t.record(row[:len(t.columns)])
		if err != nil {
			return damaged(err)
		}
		if l.bytes += size(row); len(l.records) >= maxRecords || l.bytes > maxTotal {
			return &app.Error{Op: "load", Kind: app.KindForeign, Text: app.Say("error.too_much")}
		}
		l.records = append(l.records, record)
		s := seal(t, row[:len(t.columns)])
		found.count, found.sum = found.count+1, found.sum+s
		if row[len(t.columns)] != driver.Value(s) {
			l.foreign = append(l.foreign, record)
		}
		return nil
	})
	l.found[t.kind] = found
	return err
}

// size is the number of bytes of the texts in a row.
func size(row []driver.Value) int {
	n := 0
	for _, value := range row {
		switch v := value.(type) {
		case string:
			n += len(v)
		case []byte:
			n += len(v)
		}
	}
	return n
}

// reading runs read within one transaction, so that it sees one state of the file.
func reading(ctx context.Context, conn any, read func() error) error {
	doer, ok := conn.(driver.ExecerContext)
	if !ok {
		return fmt.Errorf("schoolfile: %T cannot be told", conn)
	}
	if _, err := doer.ExecContext(ctx, "BEGIN", nil); err != nil {
		return err
	}
	if err := read(); err != nil {
		_, _ = doer.ExecContext(context.WithoutCancel(ctx), "ROLLBACK", nil) // the first error is the one to tell
		return err
	}
	_, err := doer.ExecContext(context.WithoutCancel(ctx), "COMMIT", nil)
	return err
}

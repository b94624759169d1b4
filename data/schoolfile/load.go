package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"waymark/app"
)

// load reads every record, as it stands at one moment, into a book. Tables that are not of Waymark are passed over. A row
// that is not a record is an app.Error of KindDamaged.
func load(ctx context.Context, c *sql.Conn, tables []*table) (*app.Book, error) {
	var records []app.Record
	err := c.Raw(func(conn any) error {
		return reading(ctx, conn, func() error {
			for _, t := range tables {
				err := scan(ctx, conn, t.query, func(row []driver.Value) error {
					record, err := t.record(row)
					if err != nil {
						return &app.Error{Op: "load", Kind: app.KindDamaged, Text: app.Say("error.damaged"), Err: err}
					}
					records = append(records, record)
					return nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	return app.NewBook(records...)
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

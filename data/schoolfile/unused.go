package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"
)

// safeToWrite makes sure that an edit spoils nothing that is in the file: SQLite writes to the pages that the file lists as
// unused without looking what is on them. What is not in order is an app.Error of KindDamaged.
func safeToWrite(ctx context.Context, c *sql.Conn) error {
	vacuum, err := pragma(ctx, c, "auto_vacuum")
	if err != nil {
		return err
	}
	if vacuum != 0 { // some pages would be taken for what Waymark's files do not have
		return damaged(fmt.Errorf("schoolfile: auto_vacuum is %d", vacuum))
	}
	if unused, err := pragma(ctx, c, "freelist_count"); err != nil || unused == 0 {
		return err
	}
	return c.Raw(func(conn any) error {
		return scan(ctx, conn, "PRAGMA quick_check", func(row []driver.Value) error {
			lines, _ := row[0].(string)
			for line := range strings.SplitSeq(lines, "\n") {
				for _, of := range []string{"Freelist: ", "Tree ", "Page "} { // the others are about the values of a row
					if strings.HasPrefix(line, of) {
						return damaged(fmt.Errorf("schoolfile: %s", line))
					}
				}
			}
			return nil
		})
	})
}

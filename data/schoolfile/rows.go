package schoolfile

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// maxGap is how many numbers of rows are tried one by one.
const maxGap = 100_000

// columnsOf lists the columns of a table that hold what was written into them; none when the name is not that of an
// ordinary table. Nothing foreign runs.
func columnsOf(ctx context.Context, conn any, name string) []string {
	ordinary := 0
	query := fmt.Sprintf("SELECT type = 'table' AND sql LIKE 'CREATE TABLE %%' FROM sqlite_schema WHERE lower(name) = '%s'", name)
	err := scan(ctx, conn, query, func(row []driver.Value) error {
		if ordinary++; row[0] != driver.Value(int64(1)) {
			return errors.New("not a table")
		}
		return nil
	})
	if err != nil || ordinary != 1 {
		return nil
	}
	var columns []string
	query = fmt.Sprintf("SELECT name FROM pragma_table_xinfo('%s') WHERE hidden = 0", name)
	err = scan(ctx, conn, query, func(row []driver.Value) error {
		column, _ := row[0].(string)
		columns = append(columns, column)
		return nil
	})
	if err != nil {
		return nil
	}
	return columns
}

// rowReader reads the rows of a table of which parts cannot be read.
type rowReader struct {
	conn   any
	table  string
	list   string
	seen   map[int64]bool
	each   func(number int64, row []driver.Value) error
	failed error // of each
}

// readRows calls each with every row of a table that can be read and its number: from the first on, from the last back, by
// the index of its IDs, and at last one by one. It tells whether the table was read as a whole. The error is that of each,
// which may keep the row, or the end of the context.
func readRows(ctx context.Context, conn any, table string, columns []string, each func(number int64, row []driver.Value) error) (whole bool, err error) {
	there := columnsOf(ctx, conn, table)
	for _, c := range columns {
		if !slices.Contains(there, c) {
			return false, ctx.Err()
		}
	}
	// Behind the plus a column is but a value: the driver does not make a time of what a foreign table declares to be one.
	r := rowReader{conn, table, `+"` + strings.Join(columns, `", +"`) + `"`, map[int64]bool{}, each, nil}
	first, ok := r.read(ctx, "SELECT rowid, %s FROM %s ORDER BY rowid")
	if !ok {
		last, _ := r.read(ctx, "SELECT rowid, %s FROM %s ORDER BY rowid DESC")
		for _, order := range []string{"", " DESC"} {
			r.read(ctx, "SELECT rowid, %s FROM %s INDEXED BY sqlite_autoindex_"+table+"_1 ORDER BY id"+order)
		}
		for number := first + 1; len(r.seen) > 0 && number < min(last, first+maxGap) && r.failed == nil && ctx.Err() == nil; number++ {
			if !r.seen[number] {
				r.read(ctx, "SELECT rowid, %s FROM %s WHERE rowid = "+strconv.FormatInt(number, 10))
			}
		}
	}
	if r.failed != nil {
		return false, r.failed
	}
	return ok, ctx.Err()
}

// read calls each with the rows of a query that were not seen yet, and returns the number of the last one.
func (r *rowReader) read(ctx context.Context, query string) (last int64, whole bool) {
	if r.failed != nil {
		return 0, false
	}
	rows := 0
	err := scan(ctx, r.conn, fmt.Sprintf(query, r.list, r.table), func(row []driver.Value) error {
		if rows++; rows > maxRecords {
			return errors.New("too many rows") // the table leads back into itself
		}
		last, _ = row[0].(int64)
		if r.seen[last] {
			return nil
		}
		r.seen[last] = true
		r.failed = r.each(last, slices.Clone(row[1:]))
		return r.failed
	})
	return last, err == nil
}

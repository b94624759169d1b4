package schoolfile

import (
	"context"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
)

// remains tells whether words that were removed may still be in the file. SQLite wipes a row where it removes it, but not a
// copy that it left on another page when it moved rows to make room: that lies where the page holds nothing.
func (f *File) remains(ctx context.Context) (bool, error) {
	found := errors.New("found")
	err := f.conn.Raw(func(conn any) error {
		return scan(ctx, conn, "SELECT pgno, data FROM sqlite_dbpage", func(row []driver.Value) error {
			page, ok := row[1].([]byte)
			if !ok {
				return fmt.Errorf("schoolfile: page %v is a %T", row[0], row[1])
			}
			if row[0] != driver.Value(int64(1)) && hasWords(page) {
				return found
			}
			return nil
		})
	})
	if errors.Is(err, found) {
		return true, nil
	}
	return false, err
}

// hasWords tells whether a leaf of a table has words in the room between the pointers to its rows and the rows. There may be
// pointers to rows that are gone, the first byte of which is small.
func hasWords(page []byte) bool {
	if page[0] != leafTable {
		return false
	}
	begin, end := 8+2*int(binary.BigEndian.Uint16(page[3:])), int(binary.BigEndian.Uint16(page[5:]))
	if end > len(page) || begin >= end {
		return false
	}
	for i, c := range page[begin : end-1] {
		if c > ' ' && page[begin+i+1] > ' ' {
			return true
		}
	}
	return false
}

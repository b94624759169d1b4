package schoolfile

import (
	"bytes"
	"context"
	"database/sql/driver"
	"encoding/binary"
	"io"
	"math"

	"waymark/app/task"
)

// magic begins every SQLite database.
const magic = "SQLite format 3\x00"

// defaultPage is the page size of the files that Waymark makes, in bytes.
const defaultPage = 4096

// The first bytes of the pages of a tree: inner pages and leaves of indexes and of tables.
const (
	innerIndex = 0x02
	innerTable = 0x05
	leafIndex  = 0x0A
	leafTable  = 0x0D
)

// maxColumns is more columns than a table of Waymark has.
const maxColumns = 64

// idSerial is how the header of a row says that a column holds a text of 32 bytes, such as an ID.
const idSerial = 2*32 + 13

// carver finds rows in the bytes of a database by the format of its pages alone, see
// https://www.sqlite.org/fileformat2.html, whatever has become of the tables that they belong to.
type carver struct {
	file  io.ReaderAt
	size  int64
	page  int   // bytes of a page, all of which Waymark uses
	left  int64 // bytes of rows that are still read: much more than the file has are of parts that are read again and again
	sweep bool  // look for rows without the help of what the pages say
}

func newCarver(file io.ReaderAt, size int64) *carver {
	return &carver{file: file, size: size, page: pageSize(file, size)}
}

// pageSize returns the size of page that makes sense of the most bytes; when several do, the one that the header names.
func pageSize(file io.ReaderAt, size int64) int {
	b := make([]byte, 65536)
	_, _ = file.ReadAt(b[:100], 0) // what is not there is 0
	sizes := []int{defaultPage, 512, 1024, 2048, 8192, 16384, 32768, 65536}
	if named := int(binary.BigEndian.Uint16(b[16:])); named >= 512 && named&(named-1) == 0 {
		sizes = append([]int{named}, sizes...)
	} else if named == 1 {
		sizes = append([]int{65536}, sizes...)
	}
	best, most := sizes[0], int64(0)
	for _, page := range sizes {
		sense := int64(0)
		for at := int64(0); at < size; at += int64(page) {
			if _, err := file.ReadAt(b[:page], at); err == nil && plausible(b[:page]) {
				sense += int64(page)
			}
		}
		if sense > most {
			best, most = page, sense
		}
	}
	return best
}

// plausible tells whether bytes are a page of a tree: cells fill it from its end.
func plausible(page []byte) bool {
	first, cells, content := 8, int(binary.BigEndian.Uint16(page[3:])), int(binary.BigEndian.Uint16(page[5:]))
	switch page[0] {
	case innerIndex, innerTable:
		first = 12
	case leafIndex, leafTable:
	default:
		return false
	}
	if content == 0 {
		content = 65536
	}
	if cells == 0 || first+2*cells > content || content > len(page) {
		return false
	}
	last := 0
	for i := range cells {
		last = max(last, int(binary.BigEndian.Uint16(page[first+2*i:])))
	}
	return last >= len(page)/2 && last < len(page)
}

// carve calls each with whatever may be a row, in SQLite's record format, and its number, once for each time that it stands
// in the file; the rows of an index and those of a sweep have the number 0. Pages that the file lists as unused are passed
// over. The row is only good until each returns.
func (c *carver) carve(ctx context.Context, each func(number int64, row []byte) error) error {
	c.left = 4*c.size + int64(c.page)
	unused := c.unused()
	for n := int64(1); (n-1)*int64(c.page) < c.size; n++ {
		if err := task.Step(ctx, int(n-1), int(c.size/int64(c.page))); err != nil {
			return err
		}
		if unused[n] {
			continue
		}
		page := c.read(n)
		leaf, at := c.pointers(n, page)
		if c.sweep {
			at = c.likely(page)
		}
		for _, at := range at {
			var number int64
			var row []byte
			if c.sweep {
				row = c.bare(page, at)
			} else {
				number, row = c.cell(page, at, leaf == leafTable)
			}
			if row == nil {
				continue
			}
			if err := each(number, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// read returns page n, counted from 1; what the file lacks of it is 0.
func (c *carver) read(n int64) []byte {
	page := make([]byte, c.page)
	if n >= 1 && n <= c.size/int64(c.page)+1 {
		_, _ = c.file.ReadAt(page, (n-1)*int64(c.page)) // what cannot be read is lost
	}
	return page
}

// pointers returns what sort of leaf page n is and where its cells begin.
func (c *carver) pointers(n int64, page []byte) (leaf byte, at []int) {
	header := 0
	if n == 1 {
		header = 100
	}
	if leaf = page[header]; leaf != leafTable && leaf != leafIndex {
		return leaf, nil
	}
	first := header + 8
	cells := min(int(binary.BigEndian.Uint16(page[header+3:])), (c.page-first)/2)
	at = make([]int, cells)
	for i := range at {
		at[i] = int(binary.BigEndian.Uint16(page[first+2*i:]))
	}
	return leaf, at
}

// cell returns the row of the cell at an offset and its number, if it is numbered; nil when there is none.
func (c *carver) cell(page []byte, at int, numbered bool) (number int64, row []byte) {
	if at >= len(page) {
		return 0, nil
	}
	size, n := varint(page[at:])
	if n == 0 {
		return 0, nil
	}
	at += n
	if !numbered {
		if size > int64((c.page-12)*64/255-23) {
			return 0, nil // what Waymark has in an index needs no further page
		}
		return 0, c.payload(page, at, size)
	}
	number, m := varint(page[at:])
	if m == 0 {
		return 0, nil
	}
	return number, c.payload(page, at+m, size)
}

// likely returns where in a page there may be the header of a row that begins with an ID.
func (c *carver) likely(page []byte) []int {
	var at []int
	for i := 1; i < len(page); i++ {
		if page[i] == idSerial && page[i-1] > 1 && page[i-1] < 128 {
			at = append(at, i-1)
		}
	}
	return at
}

// bare returns the row whose header is at an offset, whatever is left of the cell around it.
func (c *carver) bare(page []byte, at int) []byte {
	length := int(page[at])
	if at+length > len(page) {
		return nil
	}
	size := int64(length)
	for header := page[at+1 : at+length]; len(header) > 0; {
		serial, n := varint(header)
		bytes, ok := serialSize(serial)
		if n == 0 || !ok || bytes > c.size {
			return nil
		}
		size += bytes
		header = header[n:]
	}
	return c.payload(page, at, size)
}

// payload returns size bytes that begin at an offset of a page and go on in others when they are too many; nil when they do
// not.
func (c *carver) payload(page []byte, at int, size int64) []byte {
	if size <= 0 || size > c.left || size > c.size {
		return nil
	}
	local := size
	if most := int64(c.page - 35); size > most {
		least := int64((c.page-12)*32/255 - 23)
		if local = least + (size-least)%int64(c.page-4); local > most {
			local = least
		}
	}
	end := at + int(local)
	if local == size {
		if end > len(page) {
			return nil
		}
		c.left -= size
		return page[at:end:end]
	}
	if end+4 > len(page) {
		return nil
	}
	payload := append([]byte(nil), page[at:end]...)
	next := int64(binary.BigEndian.Uint32(page[end:]))
	for int64(len(payload)) < size {
		c.left -= int64(c.page)
		if c.left < 0 || next < 2 || (next-1)*int64(c.page) >= c.size {
			return nil
		}
		more := c.read(next)
		next = int64(binary.BigEndian.Uint32(more))
		payload = append(payload, more[4:4+min(int64(c.page-4), size-int64(len(payload)))]...)
	}
	return payload
}

// unused returns the numbers of the pages that the file lists as unused; none when the list is not whole.
func (c *carver) unused() map[int64]bool {
	header := c.read(1)
	next, count := int64(binary.BigEndian.Uint32(header[32:])), int64(binary.BigEndian.Uint32(header[36:]))
	if count > c.size/int64(c.page) {
		return nil
	}
	unused := make(map[int64]bool, count)
	for next != 0 {
		if next < 2 || (next-1)*int64(c.page) >= c.size || unused[next] {
			return nil
		}
		unused[next] = true
		trunk := c.read(next)
		next = int64(binary.BigEndian.Uint32(trunk))
		leaves := int64(binary.BigEndian.Uint32(trunk[4:]))
		if leaves > int64(c.page)/4-2 || int64(len(unused))+leaves > count {
			return nil
		}
		for i := range leaves {
			unused[int64(binary.BigEndian.Uint32(trunk[8+4*i:]))] = true
		}
	}
	if int64(len(unused)) != count {
		return nil
	}
	return unused
}

// values reads a row in SQLite's record format; nil when it is none. Texts are taken to be UTF-8, as Waymark writes them.
func values(row []byte) []driver.Value {
	length, n := varint(row)
	if n == 0 || length < int64(n) || length > int64(len(row)) || length > 9*maxColumns {
		return nil
	}
	header, body := row[n:length], row[length:]
	var serials [maxColumns]int64
	columns, size := 0, int64(0)
	for len(header) > 0 {
		serial, n := varint(header)
		more, ok := serialSize(serial)
		if n == 0 || !ok || columns == maxColumns || size+more > int64(len(body)) {
			return nil
		}
		serials[columns] = serial
		columns, size, header = columns+1, size+more, header[n:]
	}
	if columns == 0 || size < int64(len(body)) {
		return nil
	}
	read := make([]driver.Value, columns)
	for i := range read {
		size, _ := serialSize(serials[i])
		read[i], body = value(serials[i], body[:size]), body[size:]
	}
	return read
}

// variants calls each with every row that row may have been before a byte of its header was damaged, until it returns true.
func variants(row []byte, each func([]driver.Value) bool) {
	other := bytes.Clone(row)
	for i := range min(len(row), maxColumns) {
		for bits := 1; bits < 256; bits++ {
			other[i] = row[i] ^ byte(bits)
			if read := values(other); read != nil && each(read) {
				return
			}
		}
		other[i] = row[i]
	}
}

// serialSize returns how many bytes a value of a serial type takes; ok is false for a type that there is not.
func serialSize(serial int64) (size int64, ok bool) {
	switch {
	case serial < 0 || serial == 10 || serial == 11:
		return 0, false
	case serial >= 12:
		return (serial - 12) / 2, true
	}
	return [...]int64{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[serial], true
}

// value reads a value of a serial type.
func value(serial int64, b []byte) driver.Value {
	switch {
	case serial == 0:
		return nil
	case serial == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case serial >= 12 && serial%2 == 0:
		return append([]byte{}, b...)
	case serial >= 13:
		return string(b)
	case serial >= 8:
		return serial - 8
	}
	number := int64(int8(b[0]))
	for _, next := range b[1:] {
		number = number<<8 | int64(next)
	}
	return number
}

// varint reads a number of one to nine bytes and returns how many they are; 0 when b ends before.
func varint(b []byte) (number int64, bytes int) {
	for i := range min(len(b), 8) {
		number = number<<7 | int64(b[i]&0x7f)
		if b[i] < 0x80 {
			return number, i + 1
		}
	}
	if len(b) < 9 {
		return 0, 0
	}
	return number<<8 | int64(b[8]), 9
}

// Package sheets reads tables that other programs wrote: CSV in whatever encoding and with whatever separator, and XLSX.
// What comes out is text, cell by cell, as people see it; nothing is evaluated, so a text that begins with = is a text.
// Files may come from anywhere, so their size, packed and unpacked, is limited, and a file is taken whole or not at all.
// It imports app, app/task and golang.org/x/text.
package sheets

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"waymark/app"
)

// Limits of what is read. The ratio is that of unpacked to packed bytes of a part of an XLSX that unpacks to more than
// bombFrom bytes; real sheets stay below 60.
const (
	MostBytes    = 64 << 20
	MostUnpacked = 512 << 20
	MostRatio    = 200
	MostRows     = 1_000_000
	MostColumns  = 1_000
	MostCells    = 10_000_000

	bombFrom = 16 << 20
)

// Form is the kind of file that was read.
type Form string

// The forms.
const (
	CSV  Form = "csv"
	XLSX Form = "xlsx"
)

// Book is what a file holds.
type Book struct {
	Name      string // of the file, without its folder
	Form      Form
	Encoding  Encoding  // of a CSV
	Separator Separator // of a CSV
	Sheets    []Sheet   // at least one with something in it; a CSV is one sheet with the name of the file
}

// Sheet is one table. Rows[i] is the row i+1 of the file; a row ends with its last cell that is not empty, and an empty row
// has no cells.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   [][]string
	Unread []Cell // formulas whose result is not in the file; their cells are empty. The first 200
}

// Cell is a place in a sheet; row and column count from 1.
type Cell struct{ Row, Column int }

// Unread is the sentence about a formula without a result.
func (c Cell) Unread() app.Text {
	return app.Say("survey.file.formula", "row", c.Row, "column", Letter(c.Column))
}

// About is the sentence about how the file was read, for the preview.
func (b Book) About() app.Text {
	if b.Form == XLSX {
		return app.Say("survey.file.read.xlsx", "name", b.Name)
	}
	return app.Say("survey.file.read.csv", "name", b.Name, "encoding", string(b.Encoding), "separator", b.Separator.Text())
}

// Options say what the user knows better than the file tells. The zero Options find out.
type Options struct {
	Encoding  Encoding
	Separator Separator
}

// Read reads the file at path. The Error is of KindInvalid, and says what to do, when the file is no table or too large;
// of KindNotFound or KindUnavailable when it cannot be read; the error of ctx when that has ended.
func Read(ctx context.Context, path string, options Options) (Book, error) {
	f, err := os.Open(path)
	if err != nil {
		return Book{}, unreadable(path, err)
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	switch {
	case err != nil:
		return Book{}, unreadable(path, err)
	case info.IsDir():
		return Book{}, refuse("survey.file.other", "name", filepath.Base(path))
	case info.Size() > MostBytes:
		return Book{}, refuse("survey.file.large", "name", filepath.Base(path), "most", MostBytes>>20)
	}
	book, err := ReadFrom(ctx, f, filepath.Base(path), options)
	var known *app.Error
	if err != nil && ctx.Err() == nil && !errors.As(err, &known) {
		return Book{}, unreadable(path, err)
	}
	return book, err
}

// ReadFrom reads a file of the given name from r, to its end. The errors are those of Read, and those of r.
func ReadFrom(ctx context.Context, r io.Reader, name string, options Options) (book Book, err error) {
	var all strings.Builder
	if n, err := io.Copy(&all, io.LimitReader(r, MostBytes+1)); err != nil {
		return Book{}, fmt.Errorf("sheets: %s: %w", name, err)
	} else if n > MostBytes {
		return Book{}, refuse("survey.file.large", "name", name, "most", MostBytes>>20)
	}
	data := all.String()
	if err := recognise(data, name); err != nil {
		return Book{}, err
	}
	if strings.HasPrefix(data, "PK") {
		book, err = readXLSX(ctx, data, name)
	} else {
		book, err = readCSV(ctx, data, name, options)
	}
	if err != nil {
		return Book{}, err
	}
	for _, s := range book.Sheets {
		if len(s.Rows) > 0 {
			return book, nil
		}
	}
	return Book{}, refuse("survey.file.empty", "name", name)
}

// others are the beginnings of files that are no tables, and the sentence about them.
var others = []struct{ begins, key string }{
	{"\x89PNG", "survey.file.picture"}, {"\xff\xd8\xff", "survey.file.picture"}, {"GIF8", "survey.file.picture"},
	{"RIFF", "survey.file.picture"}, {"II*\x00", "survey.file.picture"}, {"MM\x00*", "survey.file.picture"}, {"BM", "survey.file.picture"},
	{"%PDF", "survey.file.other"}, {"{\\rtf", "survey.file.other"}, {"SQLite format 3", "survey.file.other"},
	{"Rar!", "survey.file.other"}, {"7z\xbc\xaf", "survey.file.other"}, {"\x1f\x8b", "survey.file.other"},
	{"\x09\x08\x10\x00", "survey.file.xls"}, {"\x09\x04\x06\x00", "survey.file.xls"}, {"\x09\x02\x06\x00", "survey.file.xls"},
}

// recognise refuses what is known to be no CSV and no XLSX by its beginning, whatever its name.
func recognise(data, name string) error {
	const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" // the container of old Office files and of protected new ones
	if strings.HasPrefix(data, compound) {
		if strings.Contains(data, "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00") {
			return refuse("survey.file.password", "name", name)
		}
		return refuse("survey.file.xls", "name", name)
	}
	for _, other := range others {
		if strings.HasPrefix(data, other.begins) && (other.begins != "BM" || strings.IndexByte(data, 0) >= 0) {
			return refuse(other.key, "name", name)
		}
	}
	start := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(data[:min(len(data), 512)], "\ufeff")))
	switch {
	case start == "" && strings.TrimSpace(strings.TrimPrefix(data, "\ufeff")) == "":
		return refuse("survey.file.empty", "name", name)
	case strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<!doctype"), strings.HasPrefix(start, "<?xml"),
		strings.HasPrefix(start, "<table"):
		return refuse("survey.file.web", "name", name)
	}
	return nil
}

// Letter returns the name of a column, counted from 1: A … Z, AA, AB …
func Letter(column int) string {
	var letters string
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}

// add puts a cell, counted from 0, into the rows, and says which limit it breaks. cells is how many there are so far.
func (s *Sheet) add(row, column int, value, name string, cells *int) error {
	switch {
	case value == "":
		return nil
	case row >= MostRows:
		return refuse("survey.file.rows", "name", name, "most", app.QuantityOf(MostRows))
	case column >= MostColumns:
		return refuse("survey.file.columns", "name", name, "most", MostColumns)
	}
	if more := row + 1 - len(s.Rows); more > 0 {
		if *cells += more; *cells > MostCells {
			return refuse("survey.file.cells", "name", name, "most", app.QuantityOf(MostCells))
		}
		s.Rows = append(s.Rows, make([][]string, more)...)
	}
	cellsOfRow := s.Rows[row]
	more := column + 1 - len(cellsOfRow)
	if more > 0 {
		if *cells += more; *cells > MostCells {
			return refuse("survey.file.cells", "name", name, "most", app.QuantityOf(MostCells))
		}
		for range more {
			cellsOfRow = append(cellsOfRow, "")
		}
		s.Rows[row] = cellsOfRow
	}
	cellsOfRow[column] = value
	return nil
}

func refuse(key string, pairs ...any) error {
	return app.Invalid("read table", app.Say(key, pairs...))
}

// damaged is the Error about a file whose insides are not as they must be; cause is for the log.
func damaged(name string, cause error) error {
	return &app.Error{Op: "read table", Kind: app.KindInvalid, Text: app.Say("survey.file.damaged", "name", name), Err: cause}
}

func unreadable(path string, err error) error {
	kind, key := app.KindUnavailable, "error.unavailable"
	if errors.Is(err, fs.ErrNotExist) {
		kind, key = app.KindNotFound, "error.not_found"
	}
	return &app.Error{Op: "read table", Kind: kind, Text: app.Say(key, "path", path), Err: err}
}

package sheets

import (
	"context"
	"path/filepath"
	"strings"

	"waymark/app"
	"waymark/app/task"
)

// Separator is what stands between two cells of a CSV.
type Separator byte

// The separators.
const (
	Semicolon Separator = ';'
	Comma     Separator = ','
	Tab       Separator = '\t'
	Bar       Separator = '|'
)

// Separators lists them, the one most likely beside decimal commas first.
func Separators() []Separator { return []Separator{Semicolon, Tab, Comma, Bar} }

// Text is its name in words.
func (s Separator) Text() app.Text {
	switch s {
	case Comma:
		return app.Say("survey.file.separator.comma")
	case Tab:
		return app.Say("survey.file.separator.tab")
	case Bar:
		return app.Say("survey.file.separator.bar")
	}
	return app.Say("survey.file.separator.semicolon")
}

// sniffed is how many rows the separator is found out from.
const sniffed = 100

func readCSV(ctx context.Context, data, name string, options Options) (Book, error) {
	text, enc := decode(data, options.Encoding)
	if strings.IndexByte(text, 0) >= 0 {
		return Book{}, refuse("survey.file.other", "name", name)
	}
	book := Book{Name: name, Form: CSV, Encoding: enc, Separator: options.Separator}
	sheet := Sheet{Name: strings.TrimSuffix(name, filepath.Ext(name))}
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(first, "sep=") {
		// Excel's own way to say what the separator is; it stays a row, though empty, so that rows keep their numbers.
		if sep := strings.TrimRight(first[len("sep="):], "\r"); len(sep) == 1 && book.Separator == 0 {
			book.Separator = Separator(sep[0])
		}
		text = "\n" + rest
	}
	if book.Separator == 0 {
		book.Separator = separatorOf(text)
	}
	scan := scanner{text: text, separator: byte(book.Separator)}
	cells := 0
	for row := 0; scan.more(); row++ {
		if row%1000 == 0 {
			if err := task.Step(ctx, scan.at, len(text)); err != nil {
				return Book{}, err
			}
		}
		for column := 0; ; column++ {
			value, last, closed := scan.field()
			if !closed {
				return Book{}, refuse("survey.file.quote", "row", row+1, "column", Letter(column+1))
			}
			if column == 0 && row < MostRows {
				sheet.Rows = append(sheet.Rows, nil)
			}
			if err := sheet.add(row, column, value, name, &cells); err != nil {
				return Book{}, err
			}
			if last {
				break
			}
		}
	}
	for n := len(sheet.Rows); n > 0 && sheet.Rows[n-1] == nil; n-- {
		sheet.Rows = sheet.Rows[:n-1]
	}
	book.Sheets = []Sheet{sheet}
	return book, nil
}

// separatorOf tries each on the first rows: the one that parts most of them into the same number of cells, and into more
// cells where two do so equally.
func separatorOf(text string) Separator {
	best, bestRows, bestCells := Semicolon, 0, 0
	for _, s := range Separators() {
		scan := scanner{text: text, separator: byte(s)}
		rows := map[int]int{} // by number of cells
		for n := 0; n < sniffed && scan.more(); n++ {
			cells := 1
			for {
				_, last, closed := scan.field()
				if last || !closed {
					break
				}
				cells++
			}
			rows[cells]++
		}
		for cells, n := range rows {
			if cells > 1 && (n > bestRows || n == bestRows && cells > bestCells) {
				best, bestRows, bestCells = s, n, cells
			}
		}
	}
	return best
}

// scanner takes a CSV apart without copying what needs no change.
type scanner struct {
	text      string
	at        int
	separator byte
}

func (s *scanner) more() bool { return s.at < len(s.text) }

// field returns the next cell, whether it is the last of its row, and false when it begins with a quotation mark that is
// never closed. A mark within a cell is a mark; so is one within marks that neither is doubled nor ends the cell.
func (s *scanner) field() (value string, last, closed bool) {
	if s.at < len(s.text) && s.text[s.at] == '"' {
		return s.quoted()
	}
	start := s.at
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == s.separator:
			s.at++
			return s.text[start : s.at-1], false, true
		case c == '\n' || c == '\r':
			value = s.text[start:s.at]
			s.endOfLine()
			return value, true, true
		}
	}
	return s.text[start:], true, true
}

func (s *scanner) quoted() (value string, last, closed bool) {
	var parts strings.Builder
	start := s.at + 1
	for from := start; ; {
		mark := strings.IndexByte(s.text[from:], '"')
		if mark < 0 {
			s.at = len(s.text)
			return "", true, false
		}
		mark += from
		after := mark + 1
		switch {
		case after < len(s.text) && s.text[after] == '"':
			parts.WriteString(s.text[start:after])
			start, from = after+1, after+1
			continue
		case after < len(s.text) && s.text[after] != s.separator && s.text[after] != '\n' && s.text[after] != '\r':
			from = after
			continue
		}
		value = s.text[start:mark]
		if parts.Len() > 0 {
			value = parts.String() + value
		}
		s.at = after
		if after < len(s.text) && s.text[after] == s.separator {
			s.at++
			return value, false, true
		}
		s.endOfLine()
		return value, true, true
	}
}

// endOfLine steps over a line feed, a carriage return or both.
func (s *scanner) endOfLine() {
	if s.at < len(s.text) && s.text[s.at] == '\r' {
		s.at++
		if s.at < len(s.text) && s.text[s.at] == '\n' {
			s.at++
		}
		return
	}
	if s.at < len(s.text) {
		s.at++
	}
}

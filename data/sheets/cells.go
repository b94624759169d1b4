package sheets

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"waymark/app"
)

var errReference = errors.New("sheets: a cell points to nothing")

// mostUnread is how many formulas without a result are told.
const mostUnread = 200

// reader is a worksheet that is being read, and its cell that is being put together.
type reader struct {
	book  *workbook
	sheet *Sheet

	inData, inValue, aloud bool
	row, column            int // from 0
	kind                   cellKind
	style                  int
	formula, hasValue      bool
	value                  []byte
	merged                 int // rows of merged cells so far
}

// cellKind is how the value of a cell is written.
type cellKind int

const (
	numberCell cellKind = iota
	sharedCell          // the number of a shared text
	textCell
	truthCell
	otherCell // a date in ISO form, an error: as it is
)

// table reads the cells of a part into the sheet.
func (w *workbook) table(part string, sheet *Sheet) error {
	r := reader{book: w, sheet: sheet, row: -1}
	return w.walk(part, r.take)
}

func (r *reader) take(m *markup) error {
	switch m.kind {
	case textToken:
		if r.inValue {
			r.value = append(r.value, m.text...)
		}
	case startToken:
		if r.inData {
			return r.start(m)
		}
		switch string(m.name) {
		case "sheetData":
			r.inData = true
		case "mergeCell":
			return m.attributes(r.mergeAttribute)
		}
	case endToken:
		switch string(m.name) {
		case "v", "t":
			r.inValue = false
		case "rPh":
			r.aloud = false
		case "sheetData":
			r.inData = false
		case "c":
			if r.inData {
				return r.end()
			}
		}
	}
	return nil
}

func (r *reader) start(m *markup) error {
	switch string(m.name) {
	case "row":
		r.row++
		r.column = -1
		return m.attributes(r.rowAttribute)
	case "c":
		r.column++
		r.kind, r.style, r.formula, r.hasValue, r.value = numberCell, 0, false, false, r.value[:0]
		return m.attributes(r.cellAttribute)
	case "f":
		r.formula = true
	case "rPh":
		r.aloud = true
	case "v":
		r.inValue, r.hasValue = true, true
	case "t":
		r.inValue, r.hasValue = !r.aloud, true
	}
	return nil
}

func (r *reader) rowAttribute(name, value []byte) error {
	if string(name) != "r" {
		return nil
	}
	n, err := strconv.Atoi(string(value))
	if err != nil || n < 1 {
		return errReference
	}
	r.row = n - 1
	return nil
}

func (r *reader) cellAttribute(name, value []byte) error {
	switch string(name) {
	case "r":
		if r.column = columnOf(value); r.column < 0 {
			return errReference
		}
	case "t":
		switch string(value) {
		case "s":
			r.kind = sharedCell
		case "n":
		case "b":
			r.kind = truthCell
		case "str", "inlineStr":
			r.kind = textCell
		default:
			r.kind = otherCell
		}
	case "s":
		r.style, _ = strconv.Atoi(string(value)) // what is no number has no format
	}
	return nil
}

// mergeAttribute gives all rows of a cell that is merged downwards its value, as people see it: the name of a group beside
// its questions.
func (r *reader) mergeAttribute(name, value []byte) error {
	first, last, ok := bytes.Cut(value, []byte(":"))
	if string(name) != "ref" || !ok {
		return nil
	}
	column := columnOf(first)
	from, errFrom := strconv.Atoi(string(bytes.TrimLeft(first, letters)))
	to, errTo := strconv.Atoi(string(bytes.TrimLeft(last, letters)))
	if errFrom != nil || errTo != nil || from < 1 || column < 0 {
		return errReference
	}
	rows := r.sheet.Rows
	if columnOf(last) != column || from > len(rows) || column >= len(rows[from-1]) {
		return nil
	}
	to = min(to, len(rows))
	if r.merged += max(0, to-from); r.merged > MostCells {
		return refuse("survey.file.cells", "name", r.book.name, "most", app.QuantityOf(MostCells))
	}
	for row := from; row < to; row++ {
		if len(rows[row]) == 0 || column < len(rows[row]) && rows[row][column] != "" {
			continue
		}
		if err := r.sheet.add(row, column, rows[from-1][column], r.book.name, &r.book.cells); err != nil {
			return err
		}
	}
	return nil
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"

// end puts the cell into the sheet.
func (r *reader) end() error {
	if r.row < 0 {
		return errReference
	}
	if !r.hasValue || r.kind != textCell && len(r.value) == 0 {
		if r.formula && len(r.sheet.Unread) < mostUnread {
			r.sheet.Unread = append(r.sheet.Unread, Cell{r.row + 1, r.column + 1})
		}
		return nil
	}
	value := string(r.value)
	switch r.kind {
	case sharedCell:
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n >= len(r.book.shared) {
			return errReference
		}
		value = r.book.shared[n]
	case textCell:
		value = unescape(value)
	case truthCell:
		if value == "1" || value == "true" {
			value = "TRUE"
		} else {
			value = "FALSE"
		}
	case numberCell:
		var f format
		if r.style >= 0 && r.style < len(r.book.formats) {
			f = r.book.formats[r.style]
		}
		value = f.show(value, r.book.date1904)
	}
	return r.sheet.add(r.row, r.column, value, r.book.name, &r.book.cells)
}

// columnOf returns the column of a reference such as AB12, counted from 0; -1 when it has none.
func columnOf(reference []byte) int {
	column := 0
	for i := range len(reference) {
		c := reference[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		if column = column*26 + int(c-'A') + 1; column > 1<<20 {
			return -1
		}
	}
	return column - 1
}

// unescape turns _x000D_, the way of XLSX to write what XML cannot, into that character.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if i+7 <= len(text) && text[i] == '_' && text[i+1] == 'x' && text[i+6] == '_' {
			if n, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil && n != 0 {
				out.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

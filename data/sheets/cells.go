package sheets

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
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
	kind                   string
	style                  int
	formula, hasValue      bool
	value                  []byte
}

// table reads the cells of a part into the sheet.
func (w *workbook) table(part string, sheet *Sheet) error {
	r := reader{book: w, sheet: sheet, row: -1}
	return w.walk(part, r.take)
}

func (r *reader) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if t.Name.Local == "sheetData" {
			r.inData = true
		}
		if r.inData {
			return r.start(t)
		}
	case xml.CharData:
		if r.inValue {
			r.value = append(r.value, t...)
		}
	case xml.EndElement:
		switch t.Name.Local {
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

func (r *reader) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "row":
		if r.row++; r.row%1000 == 0 && r.book.ctx.Err() != nil {
			return r.book.ctx.Err()
		}
		r.column = -1
		for _, a := range t.Attr {
			if a.Name.Local == "r" {
				n, err := strconv.Atoi(a.Value)
				if err != nil || n < 1 {
					return errReference
				}
				r.row = n - 1
			}
		}
	case "c":
		r.column++
		r.kind, r.style, r.formula, r.hasValue, r.value = "", 0, false, false, r.value[:0]
		for _, a := range t.Attr {
			switch a.Name.Local {
			case "r":
				if r.column = columnOf(a.Value); r.column < 0 {
					return errReference
				}
			case "t":
				r.kind = a.Value
			case "s":
				r.style, _ = strconv.Atoi(a.Value) // what is no number has no format
			}
		}
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

// end puts the cell into the sheet.
func (r *reader) end() error {
	if r.row < 0 {
		return errReference
	}
	if !r.hasValue || r.kind != "str" && r.kind != "inlineStr" && len(r.value) == 0 {
		if r.formula && len(r.sheet.Unread) < mostUnread {
			r.sheet.Unread = append(r.sheet.Unread, Cell{r.row + 1, r.column + 1})
		}
		return nil
	}
	value := string(r.value)
	switch r.kind {
	case "s":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n >= len(r.book.shared) {
			return errReference
		}
		value = r.book.shared[n]
	case "inlineStr", "str":
		value = unescape(value)
	case "b":
		value = map[string]string{"1": "TRUE", "true": "TRUE"}[value]
		if value == "" {
			value = "FALSE"
		}
	case "n", "":
		var f format
		if r.style >= 0 && r.style < len(r.book.formats) {
			f = r.book.formats[r.style]
		}
		value = f.show(value, r.book.date1904)
	}
	return r.sheet.add(r.row, r.column, value, r.book.name, &r.book.cells)
}

// columnOf returns the column of a reference such as AB12, counted from 0; -1 when it has none.
func columnOf(reference string) int {
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

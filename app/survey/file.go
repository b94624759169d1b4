package survey

import "waymark/app"

// File is a table that another program wrote, as it was read. It is in memory while somebody looks at it, and nowhere else.
type File struct {
	Name       string   // without its folder
	About      app.Text // how it was read
	Encoding   string   // of a CSV, one of Encodings; empty for a workbook
	Separator  string   // of a CSV, the sign of one of Separators; empty for a workbook
	Encodings  []string // in which a CSV can be read instead
	Separators []Separator
	Sheets     []Sheet // at least one
}

// Separator is what may stand between two cells of a CSV.
type Separator struct {
	Sign string
	Name app.Text
}

// Sheet is one table of a file. Rows[i] is row i+1; rows may differ in length.
type Sheet struct {
	Name   string
	Rows   [][]string
	Unread []app.Text // a sentence about each formula whose result is not in the file; the first 200
}

// Options say what the user knows better than a CSV tells. The zero Options find out.
type Options struct{ Encoding, Separator string }

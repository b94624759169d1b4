// Package report turns a book into printed documents: paper-neutral sections of headings, paragraphs, tables and
// figures, already in the words of the print language. How they fall onto pages is package page's business.
// It may import all of app.
package report

import (
	"waymark/app"
	"waymark/app/chart"
)

// Words puts keys, dates and numbers into the print language; translations.Printer is one.
type Words interface {
	Language() string // BCP 47, such as et
	Say(key string, pairs ...any) string
	Text(app.Text) string
	Date(app.Date) string      // 1 September 2026
	ShortDate(app.Date) string // 01.09.2026
	Money(amount app.Money, currency string) string
	Quantity(app.Quantity) string
	MonthName(month int) string // short name of month 1–12, for time axes
}

// Document is a whole printed document.
type Document struct {
	Title    string // of the PDF and its first bookmark
	Author   string
	Language string
	Created  app.Date
	Footer   string                       // left of "page x of y" on every page but the cover
	PageOf   func(page, pages int) string // "page 3 of 12"
	Loose    bool                         // without a cover, and without footers when it has neither Footer nor PageOf
	Cover    Cover
	Contents string // heading of the table of contents; none when empty
	Sections []Section
}

// Cover is the first page: lots of air.
type Cover struct {
	Logo     app.Bytes // PNG or JPEG, may be empty
	School   string
	Title    string
	Period   string
	State    string // "Draft of …" or "Adopted …"
	Details  []string
	Approval *Approval // block at the top right, nil for none
}

// Approval is a block of short lines such as "Approved", body, date and number.
type Approval struct{ Lines []string }

// Section is a chapter; it has a heading of level 1, an entry in the contents and a bookmark.
type Section struct {
	Title     string
	Landscape bool
	NewPage   bool
	Blocks    []Block
}

// Block is a Heading, Paragraph, List, Table, Figure, Panels or Signatures, or one of those for the wall: Slips, Board, Poster.
type Block interface{ block() }

// Heading is a sub-heading of level 2 or 3; level 2 has an entry in the contents and a bookmark. It stays with what
// follows it.
type Heading struct {
	Level int
	Code  string // "G1", set in small bold before the text
	Text  string
}

// Style is how a paragraph is set.
type Style int

// The styles.
const (
	Body  Style = iota
	Lead        // larger: the vision statement
	Quiet       // small and grey: sources, notes, captions
	Strong
)

// Paragraph is running text; line ends within Text are kept.
type Paragraph struct {
	Style Style
	Text  string
}

// List is a list of entries with a code or a dash before each.
type List struct{ Entries []Entry }

// Entry is one entry of a List; an empty Code is set as a dash.
type Entry struct{ Code, Text string }

// Align says on which side a column is set.
type Align int

// The sides.
const (
	Left Align = iota
	Right
	Centre
)

// Column is a table column; Weight is its share of the width.
type Column struct {
	Title  string
	Weight float64
	Align  Align
}

// Table has a head that is repeated on each page; no row is split across pages unless it is taller than a page. Small
// sets it in the size of notes, for an appendix.
type Table struct {
	Columns []Column
	Rows    []Row
	Small   bool
}

// Row is a row of a table. A Spanning row has one cell over the whole width on a tinted ground, and stays with its
// follower. Notes run on below the cells, small and quiet, over the whole width.
type Row struct {
	Cells    []Cell
	Spanning bool
	Notes    []Note
}

// Note is a remark that belongs to a row: what it is about, as "Risk:", in small bold, then its text.
type Note struct{ Label, Text string }

// Cell is the content of a table cell: a code in small bold, then the text. Level, when over 0, is shown as a chip with
// the level's numeral and hatch in place of text.
type Cell struct {
	Code  string
	Text  string
	Bold  bool
	Level int
}

// Figure is a drawing, centred, with an optional caption; it is never split.
type Figure struct {
	Drawing chart.Drawing
	Caption string
}

// Panels are small drawings with their words above, two beside each other.
type Panels struct{ Panels []Panel }

// Panel is one of Panels; it is never split.
type Panel struct {
	Code, Title string
	Text        string
	Drawing     chart.Drawing
}

// Signatures is a block of places to sign: a rule with what belongs below it. It is never split.
type Signatures struct{ Lines []Signature }

// Signature is one place to sign.
type Signature struct{ Under, Name string }

func (Heading) block()    {}
func (Paragraph) block()  {}
func (List) block()       {}
func (Table) block()      {}
func (Figure) block()     {}
func (Panels) block()     {}
func (Signatures) block() {}

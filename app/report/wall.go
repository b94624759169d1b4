package report

import "waymark/app"

// Slips is a page to write on by hand: a question in large type and below it slips to cut apart. Each slip has the
// question, lines to write on and a small box.
type Slips struct {
	Above    string // small, over the question: whose workshop it is
	Question string
	Hint     string // how to fill it in
	Count    int    // how many slips
	Box      string // what belongs into the box of a slip
}

// Board is columns of cards below headings, over as many pages as they need. A heading is set again where its cards go on;
// no card is torn unless it is taller than a page.
type Board struct {
	Title, Lead string
	Stacks      []Stack
}

// Stack is a heading with its cards.
type Stack struct {
	Title string
	Again string // the title where the cards go on
	Dots  int    // drawn below the title
	Tally string // the dots in words, empty when nobody voted
	Cards []string
	Loose bool // not a theme: its cards have dashed edges
}

// Poster is a page to hang up: a statement as large as all that belongs to it leaves room for.
type Poster struct {
	Logo      app.Bytes // PNG or JPEG, may be empty
	School    string
	Title     string // small, above the statement
	Statement string
	Values    string   // heading of
	Valued    []string // beside each other where they are short
	Lines     string   // heading of
	Numbered  []Entry
	State     []string // at the foot of the page
}

func (Slips) block()  {}
func (Board) block()  {}
func (Poster) block() {}

// Package survey turns a table of survey answers into counts: it proposes what each column is, lets everything of that be
// changed, and counts. No single answer leaves it; what was written freely leaves it shuffled, and only where enough
// people wrote. It imports app.
package survey

import (
	"strings"

	"waymark/app"
)

// Item is a question that answers belong to: its key and that of its element, such as vision.purpose and vision, its
// number of levels, and the names and questions by which a file may call it, in whatever languages.
type Item struct {
	Key, Element string
	Levels       int
	Names        []string
}

// Layout is how a table is laid out.
type Layout string

// The layouts.
const (
	Wide    Layout = "wide"    // one who answers a row, one item a column
	Long    Layout = "long"    // one answer a row: who or which group, which item, what answer
	Percent Layout = "percent" // one item a row, one level a column with its share of the answers, and how many answered
	Means   Layout = "means"   // one item a row with its mean and how many answered
)

// Layouts lists them.
func Layouts() []Layout { return []Layout{Wide, Long, Percent, Means} }

// Name is the layout in words.
func (l Layout) Name() app.Text { return app.Say("survey.layout." + string(l)) }

// Role is what a column holds.
type Role string

// The roles. Answers is for the layout Wide; Remarks for Wide, and for Long by an item's word; ItemName for all but Wide.
const (
	Ignored    Role = "ignored"
	Group      Role = "group"      // which group: teachers, pupils …
	Part       Role = "part"       // which part of the group: grades 1-3 …
	Respondent Role = "respondent" // who, by any sign; compared, never kept
	Answers    Role = "answers"    // answers to Column.Item
	Remarks    Role = "remarks"    // free text on Column.Item, or on the whole
	ItemName   Role = "item"
	Answer     Role = "answer" // to the row's item
	Share      Role = "share"  // of answers at Column.Step of the scale, in per cent
	People     Role = "people" // how many answered the row's item
	Mean       Role = "mean"   // on the scale
)

// Roles lists those that make sense in a layout.
func Roles(l Layout) []Role {
	switch l {
	case Wide:
		return []Role{Ignored, Group, Part, Answers, Remarks}
	case Long:
		return []Role{Ignored, Respondent, Group, Part, ItemName, Answer}
	case Percent:
		return []Role{Ignored, Group, Part, ItemName, Share, People}
	case Means:
		return []Role{Ignored, Group, Part, ItemName, Mean, People}
	}
	return nil
}

// Name is the role in words.
func (r Role) Name() app.Text { return app.Say("survey.role." + string(r)) }

// Column is what a column of the file is taken for.
type Column struct {
	Role Role
	Item string // key, for Answers and Remarks
	Step int    // for Share
}

// FreeText stands for an item in Mapping.Items whose answers are free text.
const FreeText = "*"

// Mapping says how a table is to be read. All of it is a proposal that the user may change.
type Mapping struct {
	Layout  Layout
	Header  int               // index of the row with the names of the columns; -1 for none. What lies above is left out
	Columns []Column          // as many as the widest row has cells
	Group   string            // of all rows, when no column says it
	People  int               // who answered each item, for Percent and Means when no column says it; 0 for not known
	Groups  map[string]string // folded word of the file → key of an app.Group or the school's own word; empty: left out
	Items   map[string]string // folded word of the file → key of an item, FreeText, or empty: left out. Not for Wide
	Scale   Scale
}

// Scale is how the file writes levels. The zero Scale is each item's own levels as digits, 1 the lowest. Another scale is
// converted linearly: From becomes level 1, To the item's highest.
type Scale struct {
	From, To int    // 0 ≤ From < To ≤ 100; both 0 for the items' own
	Words    []Word // answers that are not digits
}

// Word is an answer in words, as the file writes it.
type Word struct {
	Text string
	Step int  // on the scale; 0 when not known yet, then such answers are told and not counted
	None bool // stands for no answer: "don't know"
}

// Fold returns a word as Mapping.Groups and Mapping.Items have it: in lower case, with single spaces.
func Fold(word string) string { return strings.ToLower(strings.Join(strings.Fields(word), " ")) }

// The limits of how few people's remarks are shown.
const (
	DefaultLimit  = 5
	LowestLimit   = 3
	HighestLimit  = 10
	mostGroups    = 60
	mostRefusals  = 200
	mostShown     = 40 // letters of a value in the report
	tolerance     = 2  // per cent that shares may be off a hundred
	roughHundred  = 100
	mostScale     = 100
	mostPeopleRow = 1_000_000
)

// Result is what was counted.
type Result struct {
	Groups []GroupResult // in the order of app.Groups, then others by name; the whole of a group before its parts
	Rows   int           // rows below the header with anything in them
	Taken  int           // of them, rows of which something was taken
	Report Report
}

// GroupResult is what one group answered, or one part of it. In Wide and Long the whole of a group includes all its parts;
// in Percent and Means it is what rows without a part say.
type GroupResult struct {
	Group, Part string // Part is empty for the whole
	People      int    // who answered anything; where single people cannot be told apart, the most that any item has
	Items       []ItemResult
	Remarks     []RemarkResult // of the whole only
}

// ItemResult is what a group answered about one item.
type ItemResult struct {
	Item   string
	People int     // who answered it, at least 1
	Levels []int   // how many put it nearest to level 1, 2 …; nil when only the mean is known
	Mean   float64 // 1 … the item's levels, on a converted scale before answers are put to the nearest level
}

// RemarkResult is what at least as many people as the limit wrote in one column, shuffled.
type RemarkResult struct {
	Item    string // empty for a remark on the whole
	Authors int
	Texts   []string
}

// Report tells what was not taken as it stood.
type Report struct {
	Notes    []app.Text // what was converted, rounded or withheld
	Refused  []Refusal  // the first 200
	Total    int        // of all refusals
	Withheld int        // remarks, since too few wrote
}

// Refusal is a cell, or a row, that was not taken.
type Refusal struct {
	Row    int    // from 1, as in the file
	Column string // letter; empty for the whole row
	Value  string // shortened
	Reason app.Text
}

// Text is the refusal as one sentence.
func (r Refusal) Text() app.Text {
	switch {
	case r.Column == "":
		return app.Say("survey.refused.row", "row", r.Row, "reason", r.Reason)
	case r.Value == "":
		return app.Say("survey.refused.cell", "row", r.Row, "column", r.Column, "reason", r.Reason)
	}
	return app.Say("survey.refused.value", "row", r.Row, "column", r.Column, "value", r.Value, "reason", r.Reason)
}

// Letter returns the name of a column counted from 0: A … Z, AA …
func Letter(column int) string {
	var letters string
	for column++; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}

// Glance is what the preview shows of a column: its letter, its title, and a few different values in alphabetical order,
// so that no one's row can be read across. Of free text and of respondents it shows no values.
type Glance struct {
	Letter, Title string
	Column        Column
	Values        []string // at most 5
	Different     int      // how many different values there are, at most 100
}

// Width returns how many cells the widest row has.
func Width(rows [][]string) int {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	return width
}

package survey

import (
	"cmp"
	"slices"
	"strings"

	"waymark/app"
)

// Count counts the answers of a table as the mapping says, with the items in the order in which results list them. limit
// is how many people of a group must have written before any of it is shown, 3 to 10. It holds no more than sums, and what
// was written, while it goes through the rows once. The Error is of KindInvalid when the mapping cannot be read by.
func Count(rows [][]string, items []Item, m Mapping, limit int) (Result, error) {
	c, err := newCounter(rows, items, m, limit)
	if err != nil {
		return Result{}, err
	}
	for i := m.Header + 1; i < len(rows); i++ {
		if blank(rows[i]) {
			continue
		}
		c.result.Rows++
		c.row, c.cells = i, rows[i]
		var taken bool
		switch m.Layout {
		case Wide:
			taken = c.wide()
		case Long:
			taken = c.long()
		case Percent, Means:
			taken = c.summary()
		}
		if taken {
			c.result.Taken++
		}
		if len(c.groups) > mostGroups {
			return Result{}, invalid("survey.map.groups", "most", mostGroups)
		}
	}
	c.finish(limit)
	return c.result, nil
}

func invalid(key string, pairs ...any) error {
	return app.Invalid("count survey", app.Say(key, pairs...))
}

// counter is a count in progress.
type counter struct {
	m      Mapping
	items  []Item
	byKey  map[string]int // index in items
	width  int            // cells of the header
	groups map[place]*tally
	words  map[string]answer // of every different answer met so far
	seen   map[who]bool      // answers of known respondents, so that none counts twice
	people map[string]int    // number of each respondent

	groupNames, partNames map[string]string // of every different word met so far
	itemsMet              map[string]int    // of every different word met so far: index, freeText or unknown
	at                    []place

	group, part, respondent, item, answer, number, mean int   // columns, -1 for none
	answers, remarks, shares                            []int // columns

	row    int
	cells  []string
	result Result
}

// place is a group, or a part of it.
type place struct{ group, part string }

// who is a respondent of a place, by numbers, and the item answered; anything stands for whatever was answered.
type who struct{ place, respondent, item int }

const (
	freeText = -1 // in place of an item
	unknown  = -2
	anything = -3

	mostMet = 10_000 // different words that are remembered
)

// tally is what was counted of a place.
type tally struct {
	number  int // of the place
	people  int
	items   []itemTally
	remarks map[int]*written // by column, or by item in Long
}

type itemTally struct {
	people int
	steps  []int   // by step of the scale, from its lowest
	levels []int   // of a summary
	mean   float64 // of a summary
}

type written struct {
	item    string
	texts   []string
	authors map[string]bool // nil when each text is by another
}

// answer is what a cell says: a step of the scale, or why not.
type answer struct {
	step   int
	reason string // end of a key; empty when taken
	none   bool   // no answer
}

func newCounter(rows [][]string, items []Item, m Mapping, limit int) (*counter, error) {
	c := &counter{m: m, items: items, byKey: map[string]int{}, groups: map[place]*tally{}, words: map[string]answer{},
		seen: map[who]bool{}, people: map[string]int{}, groupNames: map[string]string{}, partNames: map[string]string{}, itemsMet: map[string]int{},
		group: -1, part: -1, respondent: -1, item: -1, answer: -1, number: -1, mean: -1}
	for i, item := range items {
		if item.Levels < 2 || item.Levels > mostScale {
			return nil, invalid("survey.map.scale", "most", mostScale)
		}
		c.byKey[item.Key] = i
	}
	c.width = Width(rows)
	if m.Header >= 0 && m.Header < len(rows) {
		c.width = len(rows[m.Header])
	}
	s := m.Scale
	switch {
	case limit < LowestLimit || limit > HighestLimit:
		return nil, invalid("survey.map.limit", "lowest", LowestLimit, "highest", HighestLimit)
	case m.Header < -1:
		return nil, invalid("survey.map.layout")
	case s.From < 0 || s.To > mostScale || s.From >= s.To && (s.From != 0 || s.To != 0):
		return nil, invalid("survey.map.scale", "most", mostScale)
	}
	if err := c.columns(); err != nil {
		return nil, err
	}
	for _, w := range s.Words {
		a := answer{step: w.Step, none: w.None}
		if ownZero := s.From == 0 && s.To > 0; !w.None && w.Step == 0 && !ownZero {
			a.reason = "word"
		}
		c.words[Fold(w.Text)] = a
	}
	return c, nil
}

// columns finds the column of each role, and what the layout lacks.
func (c *counter) columns() error {
	single := map[Role]*int{Group: &c.group, Part: &c.part, Respondent: &c.respondent, ItemName: &c.item, Answer: &c.answer,
		People: &c.number, Mean: &c.mean}
	allowed := Roles(c.m.Layout)
	if allowed == nil {
		return invalid("survey.map.layout")
	}
	used := map[Column]bool{}
	for i, column := range c.m.Columns {
		if column.Role == "" || column.Role == Ignored || !slices.Contains(allowed, column.Role) {
			continue
		}
		if at := single[column.Role]; at != nil {
			if *at >= 0 {
				return invalid("survey.map.twice", "first", Letter(*at), "second", Letter(i), "role", column.Role.Name())
			}
			*at = i
			continue
		}
		_, known := c.byKey[column.Item]
		switch {
		case column.Role == Remarks:
			c.remarks = append(c.remarks, i)
			continue
		case column.Role == Answers && !known:
			return invalid("survey.map.item", "column", Letter(i))
		case column.Role == Share && (column.Step < 0 || column.Step > mostScale):
			return invalid("survey.map.scale", "most", mostScale)
		case used[column]:
			return invalid("survey.map.same", "column", Letter(i))
		}
		used[column] = true
		if column.Role == Answers {
			c.answers = append(c.answers, i)
		} else {
			c.shares = append(c.shares, i)
		}
	}
	lacks := map[Layout]bool{
		Wide:    len(c.answers) == 0 && len(c.remarks) == 0,
		Long:    c.item < 0 || c.answer < 0,
		Percent: c.item < 0 || len(c.shares) < 2,
		Means:   c.item < 0 || c.mean < 0,
	}
	if lacks[c.m.Layout] {
		return app.Invalid("count survey", app.Say("survey.map.lacks."+string(c.m.Layout)))
	}
	return nil
}

func blank(row []string) bool {
	return !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

func (c *counter) cell(column int) string {
	if column < 0 || column >= len(c.cells) {
		return ""
	}
	return c.cells[column]
}

// refuse puts a cell into the report; column -1 is the whole row.
func (c *counter) refuse(column int, reason string, pairs ...any) {
	r := &c.result.Report
	if r.Total++; len(r.Refused) >= mostRefusals {
		return
	}
	refusal := Refusal{Row: c.row + 1, Reason: app.Say("survey.reason."+reason, pairs...)}
	if column >= 0 {
		refusal.Column = Letter(column)
		if letters := []rune(strings.TrimSpace(c.cell(column))); len(letters) > mostShown {
			refusal.Value = string(letters[:mostShown]) + "…"
		} else {
			refusal.Value = string(letters)
		}
	}
	r.Refused = append(r.Refused, refusal)
}

// ragged tells cells beyond the header, which belong to no column.
func (c *counter) ragged() {
	for i := c.width; i < len(c.cells); i++ {
		if strings.TrimSpace(c.cells[i]) != "" {
			c.refuse(i, "ragged")
			return
		}
	}
}

// places returns what the row counts towards: its group and, when it has one, the part; false when its group is not known
// or left out, which is then told. The slice is good until the next row.
func (c *counter) places() (at []place, ok bool) {
	group := c.m.Group
	if c.group >= 0 {
		group = c.named(c.groupNames, c.cell(c.group), c.m.Groups)
	}
	if group == "" {
		if c.group >= 0 && strings.TrimSpace(c.cell(c.group)) != "" {
			c.refuse(c.group, "left_out")
		} else {
			c.refuse(-1, "no_group")
		}
		return nil, false
	}
	c.at = append(c.at[:0], place{group: group})
	if part := c.named(c.partNames, c.cell(c.part), nil); part != "" {
		c.at = append(c.at, place{group, part})
	}
	return c.at, true
}

// named returns the name that a word of the file stands for, by default the word itself with single spaces. met keeps what
// was asked before.
func (c *counter) named(met map[string]string, written string, meant map[string]string) string {
	if written == "" {
		return ""
	}
	name, known := met[written]
	if known {
		return name
	}
	name, mapped := meant[Fold(written)]
	if !mapped {
		name = strings.Join(strings.Fields(written), " ")
	}
	if len(met) < mostMet {
		met[written] = name
	}
	return name
}

// of returns the tally of a place.
func (c *counter) of(p place) *tally {
	t := c.groups[p]
	if t == nil {
		t = &tally{number: len(c.groups), items: make([]itemTally, len(c.items)), remarks: map[int]*written{}}
		c.groups[p] = t
	}
	return t
}

// scale returns the lowest and highest step of answers about an item.
func (c *counter) scale(item int) (from, to int) {
	if c.m.Scale.To == 0 {
		return 1, c.items[item].Levels
	}
	return c.m.Scale.From, c.m.Scale.To
}

// said returns what an answer means; the range of the scale is looked at later, since it depends on the item.
func (c *counter) said(text string) answer {
	if a, ok := c.words[text]; ok {
		return a
	}
	a := answer{}
	if word := Fold(text); word == "" {
		a.none = true
	} else if known, ok := c.words[word]; ok {
		a = known
	} else if v, _, ok := number(text); !ok {
		a.reason = "not_number"
	} else if v != float64(int(v)) {
		a.reason = "between"
	} else {
		a.step = int(max(-1, min(v, mostScale+1)))
	}
	if len(c.words) < mostMet {
		c.words[text] = a
	}
	return a
}

// step returns the step that a cell names for an item; false when there is none, which is told unless the cell is empty.
func (c *counter) step(column, item int) (int, bool) {
	a := c.said(c.cell(column))
	from, to := c.scale(item)
	switch {
	case a.none:
		return 0, false
	case a.reason != "":
		c.refuse(column, a.reason)
		return 0, false
	case a.step < from || a.step > to:
		c.refuse(column, "outside", "from", from, "to", to)
		return 0, false
	}
	return a.step, true
}

// add counts one answer.
func (c *counter) add(at []place, item, step int) {
	from, to := c.scale(item)
	for _, p := range at {
		t := &c.of(p).items[item]
		if t.steps == nil {
			t.steps = make([]int, to-from+1)
		}
		t.people++
		t.steps[step-from]++
	}
}

func (c *counter) wide() bool {
	c.ragged()
	at, ok := c.places()
	if !ok {
		return false
	}
	taken, told := false, c.result.Report.Total
	for _, column := range c.answers {
		item := c.byKey[c.m.Columns[column].Item]
		if step, ok := c.step(column, item); ok {
			c.add(at, item, step)
			taken = true
		}
	}
	for _, column := range c.remarks {
		if text := strings.TrimSpace(c.cell(column)); text != "" {
			c.write(at[0], column, c.m.Columns[column].Item, "", text)
			taken = true
		}
	}
	if !taken {
		if c.result.Report.Total == told {
			c.refuse(-1, "nothing")
		}
		return false
	}
	for _, p := range at {
		c.of(p).people++
	}
	return true
}

// order puts groups in the order of app.Groups, others after them by name, the whole before its parts.
func order(a, b place) int {
	rank := func(p place) int {
		if i := slices.Index(app.Groups(), app.Group(p.group)); i >= 0 {
			return i
		}
		return len(app.Groups())
	}
	return cmp.Or(rank(a)-rank(b), strings.Compare(a.group, b.group), strings.Compare(a.part, b.part))
}

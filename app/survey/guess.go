package survey

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"waymark/app"
)

// How far Guess looks.
const (
	headerAmong = 20   // rows at the top
	headerCells = 200  // of each of them
	itemAmong   = 50   // columns that may name items
	lookedAt    = 2000 // rows below the header
	mostValues  = 100  // different values of a column that are remembered
)

// Guess proposes how a table is to be read. It never fails; what it does not recognise is ignored, and the layout is Wide.
// The scale is the items' own unless more than a twentieth of the answers lie outside it.
func Guess(rows [][]string, items []Item) Mapping {
	g := guesser{rows: rows, items: items, names: newNames(items)}
	return g.propose(g.header(), "")
}

// GuessAs is Guess after the user has said which row is the header (-1 for none), and the layout.
func GuessAs(rows [][]string, items []Item, header int, layout Layout) Mapping {
	g := guesser{rows: rows, items: items, names: newNames(items)}
	return g.propose(max(-1, min(header, len(rows)-1)), layout)
}

// Complete proposes anew the words for groups and items and the scale, after the user has said what the columns are.
func Complete(rows [][]string, items []Item, m Mapping) Mapping {
	g := guesser{rows: rows, items: items, names: newNames(items)}
	g.look(m.Header)
	m.Columns = append(slices.Clone(m.Columns), make([]Column, max(0, len(g.columns)-len(m.Columns)))...)[:len(g.columns)]
	g.complete(&m)
	return m
}

// propose fills in a mapping; the empty layout is found out.
func (g *guesser) propose(header int, layout Layout) Mapping {
	m := Mapping{Layout: layout, Header: header}
	g.look(header)
	m.Columns = make([]Column, len(g.columns))
	for i := range m.Columns {
		m.Columns[i].Role = Ignored
	}
	if column := g.itemColumn(); column >= 0 && layout != Wide {
		g.byItem(&m, column)
	} else {
		m.Layout = cmp.Or(layout, Wide)
		g.wide(&m)
	}
	g.groupColumn(&m)
	g.complete(&m)
	return m
}

// complete fills in the words for groups and items, and the scale.
func (g *guesser) complete(m *Mapping) {
	m.Groups, m.Items, m.Scale = map[string]string{}, map[string]string{}, Scale{}
	var answers []int
	var answered []Item
	steps := map[int]bool{}
	for i, c := range m.Columns {
		switch c.Role {
		case Group:
			g.groups(m, i)
		case ItemName:
			if m.Layout != Wide {
				m.Items, _ = g.itemsIn(i)
			}
		case Answers:
			answers = append(answers, i)
			for _, item := range g.items {
				if item.Key == c.Item {
					answered = append(answered, item)
				}
			}
		case Answer:
			answers = append(answers, i)
		case Share:
			steps[c.Step] = true
		case Mean:
			g.scaleOfMeans(m, i)
		}
	}
	switch m.Layout {
	case Wide, Long:
		g.scale(m, answers, answered)
	case Percent:
		if highest := mostOf(steps); highest > g.mostLevels() || highest < g.mostLevels() && len(steps) == highest && highest > 1 {
			m.Scale = Scale{From: 1, To: highest}
		}
	}
}

func mostOf(steps map[int]bool) int {
	highest := 0
	for step := range steps {
		highest = max(highest, step)
	}
	return highest
}

// Look returns what the preview shows of each column.
func Look(rows [][]string, m Mapping) []Glance {
	g := guesser{rows: rows}
	g.look(m.Header)
	glances := make([]Glance, len(g.columns))
	for i, c := range g.columns {
		glances[i] = Glance{Letter: Letter(i), Title: c.title, Different: len(c.values)}
		if i < len(m.Columns) {
			glances[i].Column = m.Columns[i]
		}
		switch glances[i].Column.Role {
		case Remarks, Respondent, Ignored:
			continue
		}
		for _, v := range c.sorted() {
			if len(glances[i].Values) < 5 {
				glances[i].Values = append(glances[i].Values, shorten(v))
			}
		}
	}
	return glances
}

func shorten(text string) string {
	if utf8.RuneCountInString(text) <= mostShown {
		return text
	}
	return string([]rune(text)[:mostShown]) + "…"
}

// guesser looks at a table.
type guesser struct {
	rows    [][]string
	items   []Item
	names   names
	columns []seen
}

// seen is what was seen of a column.
type seen struct {
	title   string
	filled  int            // cells that are not empty
	letters int            // of all of them
	values  map[string]int // how often each was met, as it is written but for spaces around
	all     bool           // whether values has them all
}

func (s seen) sorted() []string {
	var values []string
	for v := range s.values {
		values = append(values, v)
	}
	slices.Sort(values)
	return values
}

// look gathers what is in the columns below the header.
func (g *guesser) look(header int) {
	g.columns = make([]seen, min(Width(g.rows), 1000))
	for i := range g.columns {
		g.columns[i].values, g.columns[i].all = map[string]int{}, true
		if header >= 0 && header < len(g.rows) && i < len(g.rows[header]) {
			g.columns[i].title = strings.TrimSpace(g.rows[header][i])
		}
	}
	for _, row := range g.rows[min(header+1, len(g.rows)):min(header+1+lookedAt, len(g.rows))] {
		for i, cell := range row[:min(len(row), len(g.columns))] {
			c, v := &g.columns[i], strings.TrimSpace(cell)
			if v == "" {
				continue
			}
			c.filled++
			c.letters += utf8.RuneCountInString(v)
			if _, known := c.values[v]; known || len(c.values) < mostValues {
				c.values[v]++
			} else {
				c.all = false
			}
		}
	}
}

// header returns the row among the first that most looks like names of columns: what it is known to call counts most,
// then how many cells are filled with words. It returns -1 when none does.
func (g *guesser) header() int {
	best, bestScore := -1, 1
	for i, row := range g.rows[:min(headerAmong, len(g.rows))] {
		score := g.headerScore(row[:min(len(row), headerCells)])
		if best >= 0 && score <= bestScore+2 || score <= 1 {
			continue
		}
		best, bestScore = i, score
	}
	return best
}

func (g *guesser) headerScore(row []string) int {
	known, filled, words, items, steps, last := 0, 0, 0, 0, 0, 0
	for _, cell := range row {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		filled++
		if _, _, isNumber := number(cell); !isNumber {
			words++
		}
		if roleOf(cell) != "" {
			known++
		} else if step := stepOf(cell); step == last+1 { // a row of answers does not count upwards
			steps, last = steps+1, step
		} else if _, ok := g.names.of(cell); ok && step == 0 {
			items++
		}
	}
	if filled < 2 || words == 0 {
		return 0
	}
	if items > 1 {
		known += items
	}
	if steps > 1 {
		known += steps
	}
	return 3*known + words
}

// itemColumn returns the column whose cells name items; -1 when there is none.
func (g *guesser) itemColumn() int {
	best, bestShare := -1, 0.5
	for i := range g.columns[:min(len(g.columns), itemAmong)] {
		if _, share := g.itemsIn(i); share > bestShare {
			best, bestShare = i, share
		}
	}
	return best
}

// itemsIn returns what the words of a column mean as items, and how much it looks like the column of the items, up to 1.3.
// Bare numbers name items only below a title that says so.
func (g *guesser) itemsIn(column int) (words map[string]string, share float64) {
	c := g.columns[column]
	role := roleOf(c.title)
	named := role == ItemName
	words = map[string]string{}
	met, cells := 0, 0
	different := map[string]bool{}
	for v, n := range c.values {
		cells += n
		_, _, isNumber := number(v)
		if key, ok := g.names.of(v); ok && (named || !isNumber) {
			met += n
			words[Fold(v)], different[key] = key, true
		} else if remarkTitle(v) {
			words[Fold(v)] = FreeText
		}
	}
	if met == 0 || len(different) < 2 && !named || role != "" && !named {
		return words, 0
	}
	share = float64(met) / float64(cells)
	if named {
		share += 0.3
	}
	return words, share
}

// byItem fills in a layout in which each row is about an item.
func (g *guesser) byItem(m *Mapping, item int) {
	m.Columns[item].Role = ItemName
	steps, numeric := map[int]int{}, 0 // column → step, and how many of them hold numbers
	taken := map[Role]bool{ItemName: true}
	for i, c := range g.columns {
		if i == item {
			continue
		}
		switch role := roleOf(c.title); role {
		case Group, Part, People, Mean, Answer, Respondent:
			if !taken[role] && c.filled > 0 {
				m.Columns[i].Role, taken[role] = role, true
			}
		default:
			if step := stepOf(c.title); step > 0 {
				if steps[i] = step; c.numbers() {
					numeric++
				}
			}
		}
	}
	if m.Layout == "" {
		switch {
		case taken[Mean] && numeric < 2:
			m.Layout = Means
		case numeric >= 2:
			m.Layout = Percent
		default:
			m.Layout = Long
		}
	}
	if m.Layout == Percent {
		for i, step := range steps {
			m.Columns[i] = Column{Role: Share, Step: step}
		}
	}
	if m.Layout == Long && !taken[Answer] {
		g.findAnswer(m)
	}
	for i, column := range m.Columns {
		if !slices.Contains(Roles(m.Layout), column.Role) {
			m.Columns[i].Role = Ignored
		}
	}
}

// findAnswer takes for the answers the first free column with few different values.
func (g *guesser) findAnswer(m *Mapping) {
	for i, c := range g.columns {
		if m.Columns[i].Role == Ignored && c.filled > 0 && c.all && len(c.values) <= 15 && groupRank(c) == 0 {
			m.Columns[i].Role = Answer
			return
		}
	}
}

// wide fills in the layout with one item a column.
func (g *guesser) wide(m *Mapping) {
	titles := make([]string, len(g.columns))
	for i, c := range g.columns {
		if c.all && !private(c) {
			titles[i] = c.title
		}
	}
	for i, item := range g.names.assign(titles) {
		if item >= 0 {
			m.Columns[i] = Column{Role: Answers, Item: g.items[item].Key}
		}
	}
	taken := map[Role]bool{}
	for i, c := range g.columns {
		if role := roleOf(c.title); (role == Group || role == Part) && m.Columns[i].Role == Ignored && !taken[role] && c.all && c.filled > 0 {
			m.Columns[i].Role, taken[role] = role, true
		}
	}
	for i, c := range g.columns {
		if m.Columns[i].Role == Ignored && c.free() {
			m.Columns[i].Role = Remarks
		}
	}
}

// numbers tells whether most of what was seen is numbers.
func (s seen) numbers() bool {
	n := 0
	for v := range s.values {
		if _, _, ok := number(v); ok {
			n++
		}
	}
	return n*2 > len(s.values)
}

// free tells whether a column looks like free text: its title asks for it, or its cells are long and mostly different.
func (s seen) free() bool {
	if s.filled == 0 || private(s) || s.numbers() || roleOf(s.title) != "" {
		return false
	}
	return remarkTitle(s.title) || s.letters > 25*s.filled && len(s.values)*2 > min(s.filled, mostValues)
}

// groupColumn finds the column of the group where no title told it.
func (g *guesser) groupColumn(m *Mapping) {
	if slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Role == Group }) {
		return
	}
	at, most := -1, 0
	for i, c := range g.columns {
		if rank := groupRank(c); m.Columns[i].Role == Ignored && rank > most {
			at, most = i, rank
		}
	}
	if at >= 0 {
		m.Columns[at].Role = Group
	}
}

// groups proposes what the words of a column mean as groups.
func (g *guesser) groups(m *Mapping, column int) {
	for v := range g.columns[column].values {
		if key := groupOf(v); key != "" {
			m.Groups[Fold(v)] = string(key)
		} else {
			m.Groups[Fold(v)] = strings.Join(strings.Fields(v), " ")
		}
	}
}

// groupRank is how much a column looks like that of the group: how many cells name one, when there are few different ones.
func groupRank(c seen) int {
	if !c.all || len(c.values) > 12 {
		return 0
	}
	named := 0
	for v, n := range c.values {
		if utf8.RuneCountInString(v) < 40 && groupOf(v) != "" {
			named += n
		}
	}
	if named*2 < c.filled {
		return 0
	}
	return named
}

func (g *guesser) mostLevels() int {
	levels := 2
	for _, item := range g.items {
		levels = max(levels, item.Levels)
	}
	return levels
}

// groupOf returns the group that a word names; empty when none.
func groupOf(word string) app.Group {
	word = Fold(word)
	for _, s := range groupStems {
		if strings.HasPrefix(word, s.stem) || strings.Contains(word, " "+s.stem) {
			return s.group
		}
	}
	return ""
}

package chart

import (
	"slices"
	"strconv"
	"strings"
)

// BarsConfig says what Bars shows. Sizes are in millimetres, Size in points.
type BarsConfig struct {
	Width      float64
	Size       float64
	Measure    Measure
	Title      string  // begins the Alt text
	LabelWidth float64 // of the left column; 0 for three eighths of the width
	Levels     int     // of the scale, from 1
	Rows       []BarsRow
	Groups     []string // that were asked; the first six have a mark each
	Now        string   // words of the legend; an empty word is left out, and so is what no row has
	Target     string
	Last       string
	Weak       string
	Divided    string
	Number     func(float64) string // writes a level; nil for one decimal with a point
}

// BarsRow is one item. A level of 0 is not known and has no mark.
type BarsRow struct {
	Number            int // before the label; 0 for none
	Label             string
	Heading           bool // a tinted line with its label, above the rows that belong together
	Now, Target, Last float64
	Weak              bool      // there is little evidence for now
	Divided           bool      // the team disagrees
	Groups            []float64 // the mean of each group, as in BarsConfig.Groups; 0 for a group that is not shown
}

// Bars draws a bar per row from 0 to the level now, hatched where evidence is weak, with the target as an outlined bar and
// the last round as a thin mark. Below it the means of groups stand as marks of different shapes on a line from the lowest
// to the highest; what would lie upon another steps down. The height follows from the rows; Split keeps it to a page.
func Bars(c BarsConfig) Drawing {
	if c.Number == nil {
		c.Number = oneDecimal
	}
	d := Drawing{Width: c.Width, Title: c.Title, Alt: barsAlt(c)}
	if c.Measure == nil || c.Width <= 0 || c.Levels < 1 || len(c.Rows) == 0 {
		return d
	}
	b := newBarChart(c)
	y := b.head
	for _, row := range c.Rows {
		y += b.row(row, y)
	}
	d.Shapes = append(append(b.headings, b.grid(y)...), b.shapes...)
	keys, tall := legend(barsKeys(c), c.Width, y+1.5, c.Size*0.92, c.Measure)
	d.Shapes, d.Height = append(d.Shapes, keys...), y
	if tall > 0 {
		d.Height += tall + 1.5
	}
	return d
}

// Height returns the height of the drawing of c, in millimetres.
func (c BarsConfig) Height() float64 {
	if c.Measure == nil || c.Width <= 0 || c.Levels < 1 || len(c.Rows) == 0 {
		return 0
	}
	b := newBarChart(c)
	height := b.head
	for _, row := range c.Rows {
		height += b.rowHeight(row)
	}
	if _, keys := legend(barsKeys(c), c.Width, 0, c.Size*0.92, c.Measure); keys > 0 {
		height += keys + 1.5
	}
	return height
}

// Split returns charts that are each no taller than height where one row allows it. A heading goes with its first row, and
// is repeated on the next chart when its rows go on there.
func (c BarsConfig) Split(height float64) []BarsConfig {
	if c.Measure == nil || c.Width <= 0 || c.Levels < 1 {
		return []BarsConfig{c}
	}
	b := newBarChart(c)
	_, keys := legend(barsKeys(c), c.Width, 0, c.Size*0.92, c.Measure)
	parts := paged(c.Rows, height-b.head-keys-1.5, b.rowHeight, func(r BarsRow) bool { return r.Heading })
	configs := make([]BarsConfig, len(parts))
	for i, rows := range parts {
		configs[i] = c
		configs[i].Rows = rows
	}
	return configs
}

// barChart is a chart being drawn.
type barChart struct {
	BarsConfig
	head        float64 // height of the scale above the rows
	indent      float64 // of the labels after the numbers
	label       float64 // where the labels end
	left, right float64 // the scale
	bar         float64 // height of a bar
	mark        float64 // half a mark of a group
	headings    []Shape // below the lines of the scale
	shapes      []Shape
}

func newBarChart(c BarsConfig) *barChart {
	if c.Number == nil {
		c.Number = oneDecimal
	}
	if c.LabelWidth == 0 {
		c.LabelWidth = c.Width * 3 / 8
	}
	b := &barChart{BarsConfig: c, head: lineHeight(c.Size*0.9) + 1.3, label: c.LabelWidth, left: c.LabelWidth,
		bar: c.Size * point * 0.9, mark: max(0.9, c.Size*point*0.34)}
	values := 0.0
	for _, row := range c.Rows {
		if row.Number != 0 {
			b.indent = max(b.indent, c.Measure(strconv.Itoa(row.Number), c.Size, true)+1.6)
		}
		if row.Divided {
			b.left = c.LabelWidth + 2*dividedHalf.X + 1.5
		}
		values = max(values, c.Measure(b.value(row), c.Size, true))
	}
	b.indent++
	b.right = max(c.Width-values-2.7, b.left+1)
	return b
}

func (b *barChart) x(level float64) float64 {
	return b.left + min(max(level, 0), float64(b.Levels))/float64(b.Levels)*(b.right-b.left)
}

// value is what stands at the end of a row.
func (b *barChart) value(row BarsRow) string {
	text := ""
	if row.Heading {
		return text
	}
	if row.Now > 0 {
		text = b.Number(row.Now)
	}
	if row.Target > 0 {
		text = strings.TrimSpace(text + " → " + b.Number(row.Target))
	}
	return text
}

// Above and below what a row holds; how far the mark of the last round reaches beyond the bar; between lanes of marks.
const barsPad, barsReach, laneGap = 0.9, 1.0, 0.4

func (b *barChart) lines(row BarsRow) []string {
	room := b.label - b.indent - 1.5
	if row.Heading {
		room = b.Width - 2
	}
	lines, _ := wrap(row.Label, room, b.Size, row.Heading, b.Measure)
	return atMost(lines, 3, room, b.Size, row.Heading, b.Measure)
}

func (b *barChart) rowHeight(row BarsRow) float64 {
	words := float64(max(1, len(b.lines(row)))) * lineHeight(b.Size)
	if row.Heading {
		return words + 1.2
	}
	_, lanes := b.lanes(row)
	return max(words, b.content(lanes)) + 2*barsPad
}

// content is the height of a bar with lanes of marks below.
func (b *barChart) content(lanes int) float64 {
	return b.bar + 2*barsReach + float64(lanes)*(2*b.mark+laneGap)
}

// groupMark is the mean of a group, in the lane in which it touches no other.
type groupMark struct {
	group, lane int
	mean        float64
}

func (b *barChart) lanes(row BarsRow) (placed []groupMark, lanes int) {
	for i, mean := range row.Groups[:min(len(row.Groups), len(b.Groups), marks)] {
		if mean > 0 {
			placed = append(placed, groupMark{group: i, mean: mean})
		}
	}
	slices.SortStableFunc(placed, func(a, b groupMark) int {
		switch {
		case a.mean < b.mean:
			return -1
		case a.mean > b.mean:
			return 1
		}
		return 0
	})
	var ends []float64 // of each lane
	for i := range placed {
		x := b.x(placed[i].mean)
		lane := slices.IndexFunc(ends, func(end float64) bool { return x-1.1*b.mark >= end+0.2 })
		if lane < 0 {
			lane, ends = len(ends), append(ends, 0)
		}
		placed[i].lane, ends[lane] = lane, x+1.1*b.mark
	}
	return placed, len(ends)
}

// row draws a row with its top at y and returns its height.
func (b *barChart) row(row BarsRow, y float64) float64 {
	tall, lines := b.rowHeight(row), b.lines(row)
	if row.Heading {
		b.headings = append(b.headings, rect(area{0, y, b.Width, y + tall}, Tint))
		b.shapes = append(b.shapes, rect(area{0, y + 0.2, b.Width, y + tall - 0.2}, Tint)) // the scale ends before it
		b.shapes = append(b.shapes, blockAt(lines, 1, y+tall/2, b.Size, true, Start)...)
		return tall
	}
	b.headings = append(b.headings, line(Hairline, 0.15, Point{0, y + tall}, Point{b.Width, y + tall}))
	placed, lanes := b.lanes(row)
	top := y + (tall-b.content(lanes))/2
	bar := area{b.left, top + barsReach, b.right, top + barsReach + b.bar}
	words := y + tall/2
	if len(lines) < 2 {
		words = bar.middle().Y
	}
	if row.Number != 0 {
		first := words - float64(max(0, len(lines)-1))*lineHeight(b.Size)/2
		b.shapes = append(b.shapes, blockAt([]string{strconv.Itoa(row.Number)}, b.indent-1.6, first, b.Size, true, End)...)
	}
	b.shapes = append(b.shapes, blockAt(lines, b.indent, words, b.Size, false, Start)...)
	if row.Divided {
		b.shapes = append(b.shapes, dividedMark(Point{b.left - dividedHalf.X - 0.9, bar.middle().Y})...)
	}
	b.levels(row, bar)
	if text := b.value(row); text != "" {
		b.shapes = append(b.shapes, Shape{Form: Label, Points: []Point{{b.Width - 0.5, bar.middle().Y + middleOf*b.Size*point}}, Text: text,
			Size: b.Size, Bold: true, Fill: Ink, Anchor: End})
	}
	b.groups(placed, bar.bottom+barsReach)
	return tall
}

// levels draws now, target and last round into a bar as long as the scale.
func (b *barChart) levels(row BarsRow, bar area) {
	if row.Now > 0 {
		b.shapes = append(b.shapes, nowBar(area{bar.left, bar.top, b.x(row.Now), bar.bottom}, row.Weak))
	}
	if row.Target > 0 {
		b.shapes = append(b.shapes, targetBar(area{bar.left, bar.top, b.x(row.Target), bar.bottom}))
	}
	if row.Last > 0 {
		x := b.x(row.Last)
		b.shapes = append(b.shapes, lastLine(Point{x, bar.top - barsReach}, Point{x, bar.bottom + barsReach})...)
	}
}

func nowBar(a area, weak bool) Shape {
	s := rect(a, Next)
	if weak {
		s.Fill, s.Hatch = Surface, Diagonal
	}
	s.Stroke, s.Width = Next, 0.4
	return s
}

func targetBar(a area) Shape {
	s := rect(a, None)
	s.Stroke, s.Width = Ink, 0.35
	return s
}

// lastLine is a line with paper on both sides, so that it is seen on a bar.
func lastLine(from, to Point) []Shape {
	return []Shape{line(Surface, 1.4, Point{from.X, from.Y + 0.4}, Point{to.X, to.Y - 0.4}), line(Ink, 0.5, from, to)}
}

// groups draws the marks of groups in their lanes, and the line from the lowest to the highest mean.
func (b *barChart) groups(placed []groupMark, top float64) {
	if len(placed) == 0 {
		return
	}
	at := func(m groupMark) Point {
		return Point{b.x(m.mean), top + (float64(m.lane)+0.5)*(2*b.mark+laneGap)}
	}
	if low, high := b.x(placed[0].mean), b.x(placed[len(placed)-1].mean); high > low {
		y := at(groupMark{}).Y
		b.shapes = append(b.shapes, line(Quiet, 0.25, Point{low, y}, Point{high, y}))
		if placed[len(placed)-1].lane > 0 { // an end of its own, where the mark of the highest stands below
			b.shapes = append(b.shapes, line(Quiet, 0.25, Point{high, y - b.mark}, Point{high, y + b.mark}))
		}
	}
	for _, m := range placed {
		b.shapes = append(b.shapes, mark(m.group, at(m), b.mark)...)
	}
}

// grid draws the levels: a line each, with its numeral above.
func (b *barChart) grid(bottom float64) []Shape {
	size := b.Size * 0.9
	var shapes []Shape
	for level := 0; level <= b.Levels; level++ {
		x, role := b.x(float64(level)), Hairline
		if level == 0 {
			role = Edge
		} else {
			shapes = append(shapes, numeral(level, x, 0.5+ascent*size*point, size, Middle))
		}
		shapes = append(shapes, line(role, 0.2, Point{x, b.head}, Point{x, bottom}))
	}
	return append(shapes, line(Edge, 0.25, Point{0, b.head}, Point{b.Width, b.head}))
}

// inset is an area that leaves room for half a stroke.
func inset(a area) area { return area{a.left + 0.3, a.top + 0.1, a.right - 0.3, a.bottom - 0.1} }

func barsKeys(c BarsConfig) []key {
	word := func(word string, shown func(BarsRow) bool) string {
		if slices.ContainsFunc(c.Rows, shown) {
			return word
		}
		return ""
	}
	keys := []key{
		{word(c.Now, func(r BarsRow) bool { return r.Now > 0 }), func(a area) []Shape { return []Shape{nowBar(inset(a), false)} }},
		{word(c.Weak, func(r BarsRow) bool { return r.Weak && r.Now > 0 }), func(a area) []Shape { return []Shape{nowBar(inset(a), true)} }},
		{word(c.Target, func(r BarsRow) bool { return r.Target > 0 }), func(a area) []Shape { return []Shape{targetBar(inset(a))} }},
		{word(c.Last, func(r BarsRow) bool { return r.Last > 0 }), func(a area) []Shape {
			x := a.right - 1
			return lastLine(Point{x, a.top - 0.3}, Point{x, a.bottom + 0.3})
		}},
		{word(c.Divided, func(r BarsRow) bool { return r.Divided }), func(a area) []Shape { return dividedMark(a.middle()) }},
	}
	for i, group := range c.Groups[:min(len(c.Groups), marks)] {
		shown := func(r BarsRow) bool { return len(r.Groups) > i && r.Groups[i] > 0 }
		keys = append(keys, key{word(group, shown), func(a area) []Shape { return mark(i, Point{a.right - 1.2, a.middle().Y}, 1.2) }})
	}
	return keys
}

func barsAlt(c BarsConfig) string {
	var parts []string
	for _, row := range c.Rows {
		if row.Heading {
			continue
		}
		part := row.Label
		if row.Number != 0 {
			part = strconv.Itoa(row.Number) + " " + part
		}
		add := func(word, text string) {
			if text != "" {
				part += ", " + strings.TrimSpace(word+" "+text)
			}
		}
		for _, v := range []struct {
			word  string
			level float64
		}{{c.Now, row.Now}, {c.Target, row.Target}, {c.Last, row.Last}} {
			if v.level > 0 {
				add(v.word, c.Number(v.level))
			}
		}
		for i, group := range c.Groups {
			if i < len(row.Groups) && row.Groups[i] > 0 {
				add(group, c.Number(row.Groups[i]))
			}
		}
		if row.Weak {
			add("", c.Weak)
		}
		if row.Divided {
			add("", c.Divided)
		}
		parts = append(parts, part)
	}
	return strings.TrimPrefix(c.Title+": "+strings.Join(parts, "; "), ": ")
}

package chart

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Bar says how the bar of a row stands. Bars differ in shape or hatch too, never in colour alone.
type Bar int

// The bars.
const (
	BarPlanned Bar = iota // an outline
	BarActive             // filled
	BarDone               // filled, with a tick
	BarPaused             // dotted
	BarDropped            // a dashed outline, struck out
	BarOverdue            // hatched, with a point at its end
	bars
)

// GanttConfig says what a Gantt shows. Sizes are in millimetres, Size in points. Times are days; their clock is ignored.
type GanttConfig struct {
	Width      float64
	Size       float64
	Measure    Measure
	Title      string  // begins the Alt text
	LabelWidth float64 // of the left column; 0 for a third of the width
	Start, End time.Time
	FirstMonth time.Month             // of a school year; 0 or January for calendar years
	Month      func(month int) string // short name of month 1–12
	Day        func(time.Time) string // writes a day in the Alt text; nil for 2026-09-01
	Rows       []GanttRow
	Today      time.Time // zero for no line
	TodayWord  string
	Breaks     []GanttBreak   // shaded
	Words      map[Bar]string // of the legend; a bar without a word, or that no row has, is left out
}

// GanttRow is a row. A group is a tinted heading without a bar. A row with one date only has a diamond there, a row with
// none has no bar.
type GanttRow struct {
	Code, Label string
	Group       bool
	Start, End  time.Time
	Bar         Bar
}

// GanttBreak is a time in which the school does not work, such as summer.
type GanttBreak struct{ Start, End time.Time }

// Gantt draws rows of work over the months. Its height follows from the rows; Split keeps it to a page.
func Gantt(c GanttConfig) Drawing {
	g := newGantt(c)
	if c.Measure == nil || g.days <= 0 || c.Width <= 0 {
		return Drawing{Width: c.Width, Title: c.Title, Alt: g.alt()}
	}
	y := g.head
	for i := range c.Rows {
		y += g.row(i, y)
	}
	back := append(g.breaks(y), g.grid(y)...)
	shapes := append(back, g.shapes...)
	shapes = append(shapes, g.today(y)...)
	keys, tall := legend(g.keys(), c.Width, y+1.5, c.Size*0.92, c.Measure)
	if tall > 0 {
		y += tall + 1.5
	}
	return Drawing{Width: c.Width, Height: y, Shapes: append(shapes, keys...), Title: c.Title, Alt: g.alt()}
}

// Split returns charts that are each no taller than height where one row allows it. A group goes with its first row, and
// is repeated on the next chart when its rows go on there.
func (c GanttConfig) Split(height float64) []GanttConfig {
	if c.Measure == nil {
		return []GanttConfig{c}
	}
	g := newGantt(c)
	_, keys := legend(g.keys(), c.Width, 0, c.Size*0.92, c.Measure)
	parts := paged(c.Rows, height-g.head-keys-1.5, g.rowHeight, func(r GanttRow) bool { return r.Group })
	configs := make([]GanttConfig, len(parts))
	for i, rows := range parts {
		configs[i] = c
		configs[i].Rows = rows
	}
	return configs
}

// gantt is a chart being drawn.
type gantt struct {
	GanttConfig
	head, left float64 // height of the time axis, width of the label column
	indent     float64 // of the words after the codes
	first      time.Time
	days       float64
	shapes     []Shape
}

func newGantt(c GanttConfig) *gantt {
	if c.LabelWidth == 0 {
		c.LabelWidth = c.Width / 3
	}
	if c.Month == nil {
		c.Month = strconv.Itoa
	}
	if c.Day == nil {
		c.Day = func(t time.Time) string { return t.Format(time.DateOnly) }
	}
	g := &gantt{GanttConfig: c, left: c.LabelWidth, head: 2*lineHeight(c.Size) + 2}
	g.indent = 1
	for _, row := range c.Rows {
		if row.Code != "" && c.Measure != nil {
			g.indent = max(g.indent, 1+c.Measure(row.Code+" ", c.Size*0.9, true)+0.5)
		}
	}
	g.indent = min(g.indent, g.left/2)
	if c.Start.IsZero() || c.End.Before(c.Start) {
		return g
	}
	g.first = time.Date(c.Start.Year(), c.Start.Month(), 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(c.End.Year(), c.End.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	g.days = end.Sub(g.first).Hours() / 24
	return g
}

// x is where a day begins, kept within the chart.
func (g *gantt) x(day time.Time) float64 {
	share := day.Sub(g.first).Hours() / 24 / g.days
	return g.left + min(max(share, 0), 1)*(g.Width-g.left)
}

const ganttPad = 0.9 // above and below the words of a row

func (g *gantt) rowHeight(row GanttRow) float64 {
	return float64(len(g.label(row)))*lineHeight(g.Size) + 2*ganttPad
}

func (g *gantt) label(row GanttRow) []string {
	room := g.left - g.indent - 2
	if row.Group {
		room = g.Width - g.indent - 2
	}
	lines, _ := wrap(row.Label, room, g.Size, row.Group, g.Measure)
	if len(lines) == 0 {
		return []string{""}
	}
	return atMost(lines, 3, room, g.Size, row.Group, g.Measure)
}

// row draws row i with its top at y and returns its height.
func (g *gantt) row(i int, y float64) float64 {
	row := g.Rows[i]
	lines := g.label(row)
	tall := g.rowHeight(row)
	if row.Group {
		g.shapes = append(g.shapes, rect(area{0, y, g.Width, y + tall}, Tint))
	} else {
		g.shapes = append(g.shapes, line(Hairline, 0.15, Point{0, y + tall}, Point{g.Width, y + tall}))
	}
	if row.Code != "" {
		code := block([]string{row.Code}, 1, y+ganttPad, g.Size, true, Start)
		code[0].Size = g.Size * 0.9
		code[0].Text = short(row.Code, g.indent-1, code[0].Size, true, g.Measure)
		g.shapes = append(g.shapes, code...)
	}
	g.shapes = append(g.shapes, block(lines, g.indent, y+ganttPad, g.Size, row.Group, Start)...)
	if !row.Group {
		g.bar(row, y+tall/2)
	}
	return tall
}

func (g *gantt) bar(row GanttRow, mid float64) {
	half := g.Size * point * 0.48
	start, end := row.Start, row.End
	if start.IsZero() && end.IsZero() {
		return
	}
	if start.IsZero() || end.IsZero() || end.Before(start) {
		at := g.x(start)
		if start.IsZero() {
			at = g.x(end)
		}
		diamond := barStyle(row.Bar)
		diamond.Form = Polygon
		diamond.Points = []Point{{at, mid - half*1.2}, {at + half*1.2, mid}, {at, mid + half*1.2}, {at - half*1.2, mid}}
		g.shapes = append(g.shapes, diamond)
		return
	}
	left := g.x(start)
	right := max(g.x(end.AddDate(0, 0, 1)), left+0.8)
	g.shapes = append(g.shapes, barShapes(row.Bar, area{left, mid - half, right, mid + half})...)
}

func barStyle(b Bar) Shape {
	s := Shape{Form: Rect, Width: 0.3}
	switch b {
	case BarActive:
		s.Fill, s.Stroke = Next, Next
	case BarDone:
		s.Fill, s.Stroke = Finished, Finished
	case BarPaused:
		s.Fill, s.Stroke, s.Hatch = Surface, Edge, Dots
	case BarDropped:
		s.Fill, s.Stroke, s.Dashed = Surface, Quiet, true
	case BarOverdue:
		s.Fill, s.Stroke, s.Hatch = Surface, Attention, Diagonal
	default:
		s.Fill, s.Stroke = Surface, Next
	}
	return s
}

// barShapes draws a bar with the mark that tells its state without colour.
func barShapes(b Bar, a area) []Shape {
	s := barStyle(b)
	s.Points = []Point{{a.left, a.top}, {a.right, a.bottom}}
	mid, half := (a.top+a.bottom)/2, (a.bottom-a.top)/2
	switch b {
	case BarDone:
		x, ink := a.right-1.1*half, Surface
		if a.right-a.left < 2.2*half { // no room within: the tick stands behind the bar
			x, ink = a.right+1.1*half, Finished
		}
		return []Shape{s, line(ink, 0.35, Point{x - 0.6*half, mid}, Point{x - 0.15*half, mid + 0.45*half}, Point{x + 0.6*half, mid - 0.5*half})}
	case BarDropped:
		return []Shape{s, line(Quiet, 0.3, Point{a.left, mid}, Point{a.right, mid})}
	case BarOverdue:
		return []Shape{s, {Form: Polygon, Points: []Point{{a.right, a.top}, {a.right + half, mid}, {a.right, a.bottom}}, Fill: Attention}}
	}
	return []Shape{s}
}

func (g *gantt) breaks(bottom float64) []Shape {
	var shapes []Shape
	for _, b := range g.Breaks {
		left, right := g.x(b.Start), g.x(b.End.AddDate(0, 0, 1))
		if right > left {
			shapes = append(shapes, rect(area{left, g.head, right, bottom}, Tint))
		}
	}
	return shapes
}

// grid draws the time axis: years above, as many month names as fit below, a line at each.
func (g *gantt) grid(bottom float64) []Shape {
	size := g.Size * 0.9
	firstMonth := g.FirstMonth
	if firstMonth == 0 {
		firstMonth = time.January
	}
	monthTop := lineHeight(g.Size) + 1
	var shapes []Shape
	end := g.first.AddDate(0, 0, int(g.days+0.5))
	step := g.monthStep(size)
	yearFrom := g.first
	for m := g.first; m.Before(end); m = m.AddDate(0, 1, 0) {
		next := m.AddDate(0, 1, 0)
		if (int(m.Month())-int(firstMonth)+12)%step == 0 {
			name := g.Month(int(m.Month()))
			if x := g.x(m) + 0.6; x+g.Measure(name, size, false) <= g.Width {
				label := block([]string{name}, x, monthTop, size, false, Start)
				label[0].Fill = Quiet
				shapes = append(shapes, label...)
			}
			shapes = append(shapes, line(Hairline, 0.15, Point{g.x(m), monthTop}, Point{g.x(m), bottom}))
		}
		if next.Month() == firstMonth || !next.Before(end) {
			shapes = append(shapes, g.year(yearFrom, next, firstMonth, size, bottom)...)
			yearFrom = next
		}
	}
	return append(shapes, line(Edge, 0.25, Point{0, g.head}, Point{g.Width, g.head}))
}

func (g *gantt) year(from, to time.Time, firstMonth time.Month, size, bottom float64) []Shape {
	begins := from.Year()
	if from.Month() < firstMonth {
		begins--
	}
	name := strconv.Itoa(begins)
	if firstMonth != time.January {
		name = fmt.Sprintf("%d/%02d", begins, (begins+1)%100)
	}
	left, right := g.x(from), g.x(to)
	edge := line(Edge, 0.2, Point{left, 0}, Point{left, bottom})
	if g.Measure(name, size, true) > right-left-1 {
		return []Shape{edge}
	}
	return append([]Shape{edge}, block([]string{name}, left+0.6, 0.3, size, true, Start)...)
}

// monthStep is how many months go with one name.
func (g *gantt) monthStep(size float64) int {
	widest := 0.0
	for m := 1; m <= 12; m++ {
		widest = max(widest, g.Measure(g.Month(m), size, false))
	}
	month := (g.Width - g.left) / g.days * 30
	for _, step := range []int{1, 2, 3, 4, 6} {
		if month*float64(step) >= widest+1.2 {
			return step
		}
	}
	return 12
}

func (g *gantt) today(bottom float64) []Shape {
	if g.Today.IsZero() || g.Today.Before(g.first) || g.Today.After(g.first.AddDate(0, 0, int(g.days))) {
		return nil
	}
	x := g.x(g.Today)
	half := 0.9
	return []Shape{line(Attention, 0.35, Point{x, g.head}, Point{x, bottom}),
		{Form: Polygon, Points: []Point{{x - half, g.head - 1.4*half}, {x + half, g.head - 1.4*half}, {x, g.head}}, Fill: Attention}}
}

func (g *gantt) keys() []key {
	var used [bars]bool
	for _, row := range g.Rows {
		if !row.Group && row.Bar >= 0 && row.Bar < bars && (!row.Start.IsZero() || !row.End.IsZero()) {
			used[row.Bar] = true
		}
	}
	var keys []key
	for b := range bars {
		if used[b] {
			keys = append(keys, key{g.Words[b], func(a area) []Shape { return barShapes(b, area{a.left, a.top + 0.2, a.right - 1, a.bottom - 0.2}) }})
		}
	}
	if g.today(0) != nil {
		keys = append(keys, key{g.TodayWord, func(a area) []Shape {
			return []Shape{line(Attention, 0.35, Point{a.right - 1, a.top}, Point{a.right - 1, a.bottom})}
		}})
	}
	return keys
}

func (g *gantt) alt() string {
	var parts []string
	for _, row := range g.Rows {
		if row.Group {
			continue
		}
		part := strings.TrimSpace(row.Code + " " + row.Label)
		if !row.Start.IsZero() {
			part += ", " + g.Day(row.Start)
		}
		if !row.End.IsZero() {
			part += " – " + g.Day(row.End)
		}
		if word := g.Words[row.Bar]; word != "" {
			part += ", " + word
		}
		parts = append(parts, part)
	}
	return strings.TrimPrefix(g.Title+": "+strings.Join(parts, "; "), ": ")
}

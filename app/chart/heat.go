package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// HeatConfig says what a Heat shows. Sizes are in millimetres, Size in points.
type HeatConfig struct {
	Width, Height float64
	Size          float64 // of the words; smaller where they would not fit
	Measure       Measure
	Title         string // begins the Alt text
	Levels        int    // of the scale, from 2: gap and spread go from 0 to Levels-1
	Items         []HeatItem
	Gap, Spread   string      // words of the axes
	Corners       HeatCorners // what the four corners mean
	Item          string      // words of the legend; an empty word is left out, and so is what no item has
	Weak          string
	Need          string // beside the scale from light to dark
	Names         bool   // lists numbers and names below, which makes the drawing higher than Height
}

// HeatItem is one item. One whose gap or spread is below 0, so not known, is left out; above the scale it stands at its end.
type HeatItem struct {
	Number      int
	Name        string // for the Alt text and the list of names
	Gap, Spread int
	Weak        bool // there is little evidence
}

// HeatCorners are the words of the corners of a Heat.
type HeatCorners struct{ Neither, Gap, Spread, Both string }

// Heat draws items as numbered marks in cells: the gap to the target grows to the right, the spread of the votes upwards.
// The more there is to talk about, gap and spread together, the darker is the cell. Items with weak evidence have a dashed
// ring.
func Heat(c HeatConfig) Drawing {
	c.Items = slices.Clone(c.Items)
	c.Items = slices.DeleteFunc(c.Items, func(i HeatItem) bool { return i.Gap < 0 || i.Spread < 0 })
	for i := range c.Items {
		c.Items[i].Gap, c.Items[i].Spread = min(c.Items[i].Gap, c.Levels-1), min(c.Items[i].Spread, c.Levels-1)
	}
	slices.SortStableFunc(c.Items, func(a, b HeatItem) int { return a.Number - b.Number })
	d := Drawing{Width: c.Width, Height: c.Height, Title: c.Title, Alt: heatAlt(c)}
	if c.Measure == nil || c.Levels < 2 || len(c.Items) == 0 {
		return d
	}
	for size := c.Size; ; size *= 0.93 {
		h := newHeat(c, size)
		if !h.fits && size > c.Size*0.55 {
			continue
		}
		d.Shapes = append(h.cells(), h.frame()...)
		if c.Names {
			names, height := h.names(c.Height + 2)
			d.Shapes, d.Height = append(d.Shapes, names...), c.Height+2+height
		}
		return d
	}
}

// heatAlt names the items that need most talk first.
func heatAlt(c HeatConfig) string {
	items := slices.Clone(c.Items)
	slices.SortStableFunc(items, func(a, b HeatItem) int { return b.Gap + b.Spread - a.Gap - a.Spread })
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = strings.TrimSpace(fmt.Sprintf("%d %s", item.Number, item.Name)) +
			fmt.Sprintf(" (%s %d, %s %d)", c.Gap, item.Gap, c.Spread, item.Spread)
	}
	return strings.TrimPrefix(c.Title+": "+strings.Join(parts, "; "), ": ")
}

// heat is a map being drawn at one text size.
type heat struct {
	HeatConfig
	size   float64
	number float64 // text size of the marks
	radius float64 // of the marks
	grid   area
	words  []Shape // outside of the grid
	fits   bool
}

// Between marks, and between them and the edge of their cell.
const heatGap, heatPad = 1.0, 0.9

func newHeat(c HeatConfig, size float64) *heat {
	h := &heat{HeatConfig: c, size: size, fits: true}
	side := c.Measure(strconv.Itoa(c.Levels-1), size, false) + 2
	right := c.Width - 0.3
	row := lineHeight(size)
	add := func(text string, x, top, room float64, bold bool, role Role, anchor Anchor) float64 {
		lines, whole := wrap(text, room, size, bold, c.Measure)
		if h.fits = h.fits && whole && len(lines) <= 3; len(lines) > 3 {
			lines = atMost(lines, 3, room, size, bold, c.Measure)
		}
		for _, s := range block(lines, x, top, size, bold, anchor) {
			s.Fill = role
			h.words = append(h.words, s)
		}
		return float64(len(lines)) * row
	}
	pointed := func(word, arrow string) string {
		if word == "" {
			return ""
		}
		return word + " " + arrow
	}
	half := (right-side)/2 - 1.5
	top := add(pointed(c.Spread, "↑"), 0, 0.5, c.Width, false, Quiet, Start)
	top += 0.8
	top += max(add(c.Corners.Spread, side, top, half, true, Ink, Start), add(c.Corners.Both, right, top, half, true, Ink, End)) + 0.4

	// The words below are set from 0 and moved down when their height is known.
	above := len(h.words)
	y := 0.9
	y += max(add(c.Corners.Neither, side, y, half, true, Ink, Start), add(c.Corners.Gap, right, y, half, true, Ink, End))
	numerals := y
	y += row + 0.4
	y += add(pointed(c.Gap, "→"), right, y, right, false, Quiet, End)
	keys, keysHeight := centred(h.keys(), c.Width, y+1.5, size*0.92, c.Measure)
	if h.words = append(h.words, keys...); keysHeight > 0 {
		y += keysHeight + 1.5
	}
	h.grid = area{side, top, right, max(c.Height-y, top+1)}
	for i := above; i < len(h.words); i++ {
		h.words[i] = moved(h.words[i], 0, h.grid.bottom)
	}
	for i := range c.Levels {
		cell := h.cell(i, i)
		h.words = append(h.words, numeral(i, cell.middle().X, h.grid.bottom+numerals+ascent*size*point, size, Middle),
			numeral(i, side-1.2, cell.middle().Y+middleOf*size*point, size, End))
	}
	for _, share := range []float64{0.9, 0.8, 0.7} { // smaller where a cell is full
		h.number = size * share
		digits := c.Measure(strconv.Itoa(c.Items[len(c.Items)-1].Number), h.number, true)
		h.radius = max(math.Hypot(digits/2, middleOf*h.number*point)+0.35, h.number*point*0.62)
		if columns, rows := h.room(); columns*rows >= h.fullest() {
			break
		}
	}
	cell := h.cell(0, 0)
	h.fits = h.fits && min(cell.right-cell.left, cell.bottom-cell.top) >= 2*h.radius+2*heatPad
	if cell.bottom-cell.top < row {
		h.fits = false
	}
	return h
}

func numeral(level int, x, y, size float64, anchor Anchor) Shape {
	return Shape{Form: Label, Points: []Point{{x, y}}, Text: strconv.Itoa(level), Size: size, Fill: Quiet, Anchor: anchor}
}

// cell is the place of a gap and a spread.
func (h *heat) cell(gap, spread int) area {
	w, tall := (h.grid.right-h.grid.left)/float64(h.Levels), (h.grid.bottom-h.grid.top)/float64(h.Levels)
	left, bottom := h.grid.left+float64(gap)*w, h.grid.bottom-float64(spread)*tall
	return area{left, bottom - tall, left + w, bottom}
}

// shade is the role of a cell that needs talk from 0 to most.
func shade(need, most int) Role {
	if need == 0 {
		return Surface
	}
	return Shade1 + Role((need*Shades+most-1)/most) - 1
}

// cells draws the ground of every cell and the marks in it.
func (h *heat) cells() []Shape {
	var shapes, above []Shape
	for spread := range h.Levels {
		for gap := range h.Levels {
			a := h.cell(gap, spread)
			ground := rect(a, shade(gap+spread, 2*(h.Levels-1)))
			ground.Stroke, ground.Width = Edge, 0.2
			shapes = append(shapes, ground)
			above = append(above, h.fill(h.in(gap, spread), a)...)
		}
	}
	return append(shapes, above...)
}

// in returns the items of a cell.
func (h *heat) in(gap, spread int) []HeatItem {
	var items []HeatItem
	for _, item := range h.Items {
		if item.Gap == gap && item.Spread == spread {
			items = append(items, item)
		}
	}
	return items
}

// fullest is how many items are in the cell that has most.
func (h *heat) fullest() int {
	most := 0
	for _, item := range h.Items {
		most = max(most, len(h.in(item.Gap, item.Spread)))
	}
	return most
}

// room is how many marks have room in a cell, side by side and one below another.
func (h *heat) room() (columns, rows int) {
	a, step := h.cell(0, 0), 2*h.radius+heatGap
	return max(1, int((a.right-a.left-2*heatPad+heatGap)/step)), max(1, int((a.bottom-a.top-2*heatPad+heatGap)/step))
}

// fill sets the marks of a cell in rows in its middle; how many have no room stands in the last place.
func (h *heat) fill(items []HeatItem, a area) []Shape {
	if len(items) == 0 {
		return nil
	}
	step := 2*h.radius + heatGap
	columns, rows := h.room()
	more := 0
	if len(items) > columns*rows {
		more = len(items) - columns*rows + 1
		items = items[:columns*rows-1]
	}
	places := len(items)
	if more > 0 {
		places++
	}
	columns = min(columns, places)
	rows = (places + columns - 1) / columns
	columns = (places + rows - 1) / rows // as even as may be
	middle := a.middle()
	at := func(i int) Point {
		inRow := min(columns, places-i/columns*columns)
		return Point{middle.X + (float64(i%columns)-float64(inRow-1)/2)*step, middle.Y + (float64(i/columns)-float64(rows-1)/2)*step}
	}
	var shapes []Shape
	for i, item := range items {
		shapes = append(shapes, h.mark(item, at(i))...)
	}
	if more > 0 {
		shapes = append(shapes, h.more(more, at(places-1)))
	}
	return shapes
}

func (h *heat) mark(item HeatItem, at Point) []Shape {
	return []Shape{h.ring(at, h.radius, item.Weak),
		{Form: Label, Points: []Point{{at.X, at.Y + middleOf*h.number*point}}, Text: strconv.Itoa(item.Number), Size: h.number, Bold: true,
			Fill: Ink, Anchor: Middle}}
}

func (h *heat) ring(at Point, radius float64, weak bool) Shape {
	s := Shape{Form: Circle, Points: []Point{at}, Radius: radius, Fill: Surface, Stroke: Ink, Width: 0.3}
	if weak {
		s.Width, s.Dashed = 0.5, true
	}
	return s
}

func (h *heat) more(count int, at Point) Shape {
	text := "+" + strconv.Itoa(count)
	size := h.number * min(1, 2*h.radius/h.Measure(text, h.number, true))
	return Shape{Form: Label, Points: []Point{{at.X, at.Y + middleOf*size*point}}, Text: text, Size: size, Bold: true, Fill: Ink, Anchor: Middle}
}

// frame is what stands outside of the cells, and their common edge.
func (h *heat) frame() []Shape {
	edge := Shape{Form: Rect, Points: []Point{{h.grid.left, h.grid.top}, {h.grid.right, h.grid.bottom}}, Stroke: Ink, Width: 0.3}
	return append([]Shape{edge}, h.words...)
}

func (h *heat) keys() []key {
	word := func(shown func(HeatItem) bool, word string) string {
		if slices.ContainsFunc(h.Items, shown) {
			return word
		}
		return ""
	}
	sample := func(weak bool) func(area) []Shape {
		return func(a area) []Shape { return []Shape{h.ring(a.middle(), 1.5, weak)} }
	}
	return []key{
		{h.Need, func(a area) []Shape {
			var shapes []Shape
			const steps = 4
			for i := range steps {
				w := (a.right - a.left) / steps
				s := rect(area{a.left + float64(i)*w, a.top, a.left + float64(i+1)*w, a.bottom}, shade(i, steps-1))
				s.Stroke, s.Width = Edge, 0.2
				shapes = append(shapes, s)
			}
			return shapes
		}},
		{word(func(i HeatItem) bool { return !i.Weak }, h.Item), sample(false)},
		{word(func(i HeatItem) bool { return i.Weak }, h.Weak), sample(true)},
	}
}

// names lists the items in one or two columns.
func (h *heat) names(top float64) (shapes []Shape, height float64) {
	columns := 1
	if h.Width >= 100 && len(h.Items) > 3 {
		columns = 2
	}
	width := h.Width / float64(columns)
	indent := 2*h.radius + 1.5
	tallest := 2*h.radius + 0.8
	each := (len(h.Items) + columns - 1) / columns
	for column := range columns {
		y := top
		for _, item := range h.Items[min(column*each, len(h.Items)):min((column+1)*each, len(h.Items))] {
			lines, _ := wrap(item.Name, width-indent-3, h.size, false, h.Measure)
			lines = atMost(lines, 2, width-indent-3, h.size, false, h.Measure)
			words := float64(len(lines)) * lineHeight(h.size)
			tall := max(tallest, words+0.8)
			x := float64(column) * width
			shapes = append(shapes, h.mark(item, Point{x + h.radius + 0.3, y + tall/2})...)
			shapes = append(shapes, blockAt(lines, x+indent+0.3, y+tall/2, h.size, false, Start)...)
			y += tall
		}
		height = max(height, y-top)
	}
	return shapes, height
}

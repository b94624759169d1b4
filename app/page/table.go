package page

import (
	"strconv"
	"strings"

	"waymark/app/chart"
	"waymark/app/report"
)

// The inside of a table.
const (
	cellSide  = 1.8 // free space left and right of a cell's words
	cellAbove = 1.3
	chipWidth = 9.0
	chipTall  = 4.3
)

// cellLine is a line of a cell: words, and before them a code or a chip.
type cellLine struct {
	code  string
	level int
	text  string
	skip  float64 // where the words begin after the code
	width float64 // of all together
}

// table sets a table: its head again on each page, hairlines between rows, no row on two pages unless it is taller
// than one, no last row alone.
func (s *setter) table(t report.Table) []unit {
	t = wellFormed(t)
	if len(t.Columns) == 0 {
		return nil
	}
	widths := s.columns(t)
	head := s.tableHead(t, widths)
	room := s.flow.body()
	var units []unit
	if head != nil {
		room -= head.height
		units = append(units, *head)
		again := *head
		head = &again
		units[0].keep = len(t.Rows) > 0
	}
	for i, row := range t.Rows {
		rows := s.row(t, row, widths, room)
		for j := range rows {
			rows[j].head = head
		}
		if row.Spanning && i+1 < len(t.Rows) || i == len(t.Rows)-2 {
			rows[len(rows)-1].keep = true
		}
		units = append(units, rows...)
	}
	if head != nil { // placing moves shapes, so that what is set again needs its own
		head.shapes = copied(head.shapes)
	}
	return spaced(units, 2.5, 5)
}

func copied(shapes []chart.Shape) []chart.Shape {
	all := make([]chart.Shape, len(shapes))
	for i, shape := range shapes {
		shape.Points = append([]chart.Point{}, shape.Points...)
		all[i] = shape
	}
	return all
}

// wellFormed gives every row a cell per column, and a column to every cell: nothing is left out.
func wellFormed(t report.Table) report.Table {
	most := len(t.Columns)
	for _, row := range t.Rows {
		if !row.Spanning {
			most = max(most, len(row.Cells))
		} else if len(row.Cells) > 0 {
			most = max(most, 1)
		}
	}
	columns := append([]report.Column{}, t.Columns...)
	for len(columns) < most {
		columns = append(columns, report.Column{Weight: 1})
	}
	t.Columns = columns
	return t
}

// columns shares the width out by weight, but gives each column the room of its longest word where that can be had.
func (s *setter) columns(t report.Table) []float64 {
	n := len(t.Columns)
	total := s.flow.width()
	least, widths := make([]float64, n), make([]float64, n)
	weights, leasts := 0.0, 0.0
	for i, c := range t.Columns {
		least[i] = s.longest(c.Title, headFace)
		for _, row := range t.Rows {
			if !row.Spanning && i < len(row.Cells) {
				cell := row.Cells[i]
				w := s.longest(cell.Text, cellFaceOf(cell, t.Small))
				if cell.Code != "" {
					w = max(w, s.longest(cell.Code, codeFace))
				}
				if cell.Level > 0 {
					w = max(w, chipWidth)
				}
				least[i] = max(least[i], w)
			}
		}
		least[i] = min(least[i]+2*cellSide+0.01, total*0.4)
		leasts += least[i]
		weights += max(0, c.Weight)
	}
	for i, c := range t.Columns {
		if weights > 0 {
			widths[i] = total * max(0, c.Weight) / weights
		} else {
			widths[i] = total / float64(n)
		}
		if leasts >= total {
			widths[i] = total * least[i] / leasts
		}
	}
	if leasts >= total {
		return widths
	}
	for { // what a narrow column lacks is taken from the columns that have more than they need
		lack, spare := 0.0, 0.0
		for i := range widths {
			if d := least[i] - widths[i]; d > 0 {
				lack += d
			} else {
				spare -= d
			}
		}
		if lack < hair || spare < hair {
			return widths
		}
		for i := range widths {
			if d := least[i] - widths[i]; d > 0 {
				widths[i] = least[i]
			} else {
				widths[i] += d * lack / spare
			}
		}
	}
}

// longest is the width of the widest piece of text that is not broken.
func (s *setter) longest(text string, f face) float64 {
	if len(text) < 3 {
		return s.wide(text, f)
	}
	text = Clean(text)
	widest := 0.0
	for _, line := range strings.Split(text, "\n") {
		for i := 0; i < len(line); {
			end := pieceEnd(line, i)
			if end-i > 2 || widest == 0 {
				widest = max(widest, s.wide(line[i:end], f))
			}
			i = end
			if i < len(line) && line[i] == ' ' {
				i++
			}
		}
	}
	return widest
}

func cellFaceOf(c report.Cell, small bool) face {
	switch {
	case small && c.Bold:
		return smallBold
	case small:
		return smallFace
	case c.Bold:
		return cellBold
	}
	return cellFace
}

// tableHead is the tinted row of titles, nil when no column has one.
func (s *setter) tableHead(t report.Table, widths []float64) *unit {
	u := unit{keep: true}
	titles := make([][]run, len(t.Columns))
	tall := 0
	for i, c := range t.Columns {
		titles[i] = s.wrap(c.Title, widths[i]-2*cellSide, 0, headFace)
		tall = max(tall, len(titles[i]))
	}
	if tall == 0 {
		return nil
	}
	u.height = float64(tall)*headFace.line() + 2*cellAbove
	u.rect(0, 0, s.flow.width(), u.height, chart.Tint)
	left := 0.0
	for i, lines := range titles {
		for j, line := range lines {
			top := u.height - cellAbove - float64(len(lines)-j)*headFace.line()
			x, anchor := within(left, widths[i], t.Columns[i].Align)
			u.label(x, top, line.text, headFace, anchor)
		}
		left += widths[i]
	}
	u.rule(0, s.flow.width(), u.height, 0.25, chart.Edge)
	return &u
}

// within is where words of a column are anchored.
func within(left, width float64, align report.Align) (float64, chart.Anchor) {
	switch align {
	case report.Right:
		return left + width - cellSide, chart.End
	case report.Centre:
		return left + width/2, chart.Middle
	}
	return left + cellSide, chart.Start
}

// row sets a row as one unit, or line by line when it is taller than room.
func (s *setter) row(t report.Table, row report.Row, widths []float64, room float64) []unit {
	if row.Spanning {
		widths = []float64{s.flow.width()}
	}
	lines := s.rowLines(t, row, widths)
	if notes := s.notes(row.Notes); len(notes) > 0 {
		if len(row.Cells) == 0 {
			lines = nil
		} else {
			notes[0].lower(0.4)
		}
		lines = append(lines, notes...)
	}
	units := []unit{stacked(lines)}
	if units[0].height+2*cellAbove > room {
		units = lines
	}
	for i := range units {
		u := &units[i]
		u.keep = keeps(i, len(units))
		if i == 0 {
			u.lower(cellAbove)
		} else {
			u.below = cellAbove
		}
		if i == len(units)-1 {
			u.height += cellAbove
			u.rule(0, s.flow.width(), u.height, 0.15, chart.Hairline)
		}
		if row.Spanning { // behind the words, and clear of the rule above
			ground := unit{}
			ground.rect(0, 0.15, s.flow.width(), u.height, chart.Tint)
			u.shapes = append(ground.shapes, u.shapes...)
		}
	}
	return units
}

// rowLines sets the cells of a row line by line.
func (s *setter) rowLines(t report.Table, row report.Row, widths []float64) []unit {
	cells := make([][]cellLine, len(widths))
	tall := 1
	for i := range cells {
		for _, cell := range row.Cells[min(i, len(row.Cells)):min(i+1, len(row.Cells))] {
			if row.Spanning {
				cell.Bold = true
			}
			cells[i] = append(cells[i], s.cell(cell, widths[i]-2*cellSide, t.Small)...)
		}
		if row.Spanning { // cells beyond the first are not lost
			for _, cell := range row.Cells[min(1, len(row.Cells)):] {
				cells[i] = append(cells[i], s.cell(cell, widths[i]-2*cellSide, t.Small)...)
			}
		}
		tall = max(tall, len(cells[i]))
	}
	lines := make([]unit, tall)
	for j := range lines {
		u := &lines[j]
		u.height = cellFaceOf(report.Cell{}, t.Small).line()
		left := 0.0
		for i, cell := range cells {
			align := report.Left
			if !row.Spanning {
				align = t.Columns[i].Align
			}
			if j < len(cell) {
				u.cell(cell[j], left, widths[i], 0, align, cellFaceOfRow(row, i, t.Small))
			}
			left += widths[i]
		}
	}
	return lines
}

func cellFaceOfRow(row report.Row, i int, small bool) face {
	return cellFaceOf(report.Cell{Bold: row.Spanning || i < len(row.Cells) && row.Cells[i].Bold}, small)
}

// cell breaks a cell into lines.
func (s *setter) cell(c report.Cell, width float64, small bool) []cellLine {
	f := cellFaceOf(c, small)
	code := Clean(c.Code)
	skip := 0.0
	if code != "" {
		skip = s.wide(code, codeFace) + 1.4
	}
	if c.Level > 0 {
		skip = chipWidth + 1.4
	}
	lines := s.wrap(c.Text, width, min(skip, width), f)
	var cells []cellLine
	for _, line := range lines {
		cells = append(cells, cellLine{text: line.text, width: line.width})
	}
	if code != "" || c.Level > 0 {
		if len(cells) == 0 {
			cells = []cellLine{{}}
		}
		first := &cells[0]
		first.code, first.level, first.skip = code, c.Level, skip
		first.width += skip
	}
	return cells
}

// cell sets one line of a cell.
func (u *unit) cell(l cellLine, left, width, top float64, align report.Align, f face) {
	x, anchor := within(left, width, align)
	if l.skip > 0 { // code or chip first, then the words, as one
		switch {
		case align == report.Right && l.text == "":
			x -= l.skip - 1.4
		case align == report.Right:
			x -= l.width
		case align == report.Centre && l.text == "":
			x -= (l.skip - 1.4) / 2
		case align == report.Centre:
			x -= l.width / 2
		}
		anchor = chart.Start
		if l.level > 0 {
			u.chip(x, top+f.line()/2, l.level)
		} else {
			u.label(x, top+f.baseline()-codeFace.baseline(), l.code, codeFace, chart.Start)
		}
		x += l.skip
	}
	u.label(x, top, l.text, f, anchor)
}

// chip draws a level: its tint and hatch, and its numeral on a clear ground.
func (u *unit) chip(x, mid float64, level int) {
	fill := []chart.Role{chart.Level1, chart.Level2, chart.Level3, chart.Level4}[min(level, 4)-1]
	hatch := []chart.Hatch{chart.Plain, chart.Diagonal, chart.Cross, chart.Dots}[min(level, 4)-1]
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Rect, Points: []chart.Point{{X: x, Y: mid - chipTall/2}, {X: x + chipWidth, Y: mid + chipTall/2}},
		Fill: fill, Stroke: chart.Edge, Width: 0.15, Hatch: hatch})
	u.rect(x+chipWidth/2-1.6, mid-chipTall/2+0.45, x+chipWidth/2+1.6, mid+chipTall/2-0.45, chart.Surface)
	f := face{8.5, chipTall / point, true, chart.Ink}
	u.label(x+chipWidth/2, mid-chipTall/2, strconv.Itoa(level), f, chart.Middle)
}

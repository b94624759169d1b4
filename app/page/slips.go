package page

import (
	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
)

// The measures of a sheet of slips.
const (
	slipGap   = 10.0 // between slips, with the line to cut along in its middle
	slipEdge  = 5.0  // inside a slip
	slipLine  = 9.0  // between lines to write on
	boxWidth  = 66.0
	boxTall   = 9.0
	slipWords = 160 // letters of the question on a slip
)

// slips sets a sheet: the question as large as four lines allow, then slips over the rest of the page; over a page of
// their own when the question takes half of it.
func (s *setter) slips(b report.Slips) []unit {
	head := s.asked(b)
	room := s.flow.body() - tall(head) - 0.1
	if room < s.flow.body()/2 {
		room = s.flow.body()
	} else {
		head[len(head)-1].keep = true
	}
	n := max(1, b.Count)
	u := unit{height: room}
	each := (room - slipGap*float64(n)) / float64(n)
	for i := range n {
		top := slipGap + float64(i)*(each+slipGap)
		u.cut(top-slipGap/2, s.flow.width())
		s.slip(&u, b, top, each)
	}
	return append(head, u)
}

// asked sets what stands above the slips.
func (s *setter) asked(b report.Slips) []unit {
	large := face{30, 37, true, chart.Ink}
	for len(s.wrap(b.Question, s.flow.width(), 0, large)) > 4 && large.size > 12 {
		large.size, large.leading = large.size*0.92, large.leading*0.92
	}
	units := s.words(b.Above, detailFace, 3)
	question := s.words(b.Question, large, 3)
	if len(question) > 0 {
		question[0].mark = &mark{level: 1, text: app.Shorten(Clean(b.Question), entryLetters)}
		s.marks = append(s.marks, question[0].mark)
	}
	return append(append(units, question...), s.words(b.Hint, detailFace, 2)...)
}

// words sets text line by line, kept together.
func (s *setter) words(text string, f face, after float64) []unit {
	lines := s.wrap(text, s.flow.width(), 0, f)
	units := make([]unit, len(lines))
	for i, line := range lines {
		units[i] = unit{height: f.line(), keep: true}
		units[i].label(0, 0, line.text, f, chart.Start)
	}
	return spaced(units, 0, after)
}

// tall is how much height units take at the top of a page, with the free space that the last one wants.
func tall(units []unit) float64 {
	y, after := 0.0, 0.0
	for i, u := range units {
		if i > 0 {
			y += max(after, u.before)
		}
		y, after = y+u.height, u.after
	}
	return y + after
}

// slip draws one slip.
func (s *setter) slip(u *unit, b report.Slips, top, height float64) {
	width := s.flow.width()
	u.frame(0, top, width, top+height, 0.35)
	y := top + 3.2
	for i, line := range s.wrap(app.Shorten(Clean(b.Question), slipWords), width-2*slipEdge, 0, quietFace) {
		if i == 2 {
			break
		}
		u.label(slipEdge, y, line.text, quietFace, chart.Start)
		y += quietFace.line()
	}
	foot := top + height - slipEdge - boxTall
	left := width - slipEdge - boxWidth
	last := foot + boxTall // the line beside the box
	for n := int((last - y) / slipLine); n > 0; n-- {
		right, at := width-slipEdge, last-float64(n-1)*slipLine
		if at > foot-1 {
			right = left - slipEdge
		}
		u.rule(slipEdge, right, at, 0.2, chart.Edge)
	}
	u.frame(left, foot, left+boxWidth, foot+boxTall, 0.25)
	u.label(left+2, foot+0.3, b.Box, quietFace, chart.Start)
}

// frame draws an outline.
func (u *unit) frame(left, top, right, bottom, width float64) {
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Rect, Points: []chart.Point{{X: left, Y: top}, {X: right, Y: bottom}},
		Stroke: chart.Edge, Width: width})
}

// cut draws a dashed line with scissors at its beginning.
func (u *unit) cut(y, width float64) {
	stroke := func(x1, y1, x2, y2 float64) {
		u.shapes = append(u.shapes, chart.Shape{Form: chart.Polyline, Points: []chart.Point{{X: x1, Y: y + y1}, {X: x2, Y: y + y2}},
			Stroke: chart.Quiet, Width: 0.35})
	}
	for _, side := range []float64{1, -1} {
		u.shapes = append(u.shapes, chart.Shape{Form: chart.Circle, Points: []chart.Point{{X: 1, Y: y + side*1.15}}, Radius: 0.85,
			Stroke: chart.Quiet, Width: 0.35})
		stroke(1.75, side*0.8, 6, -side*0.95)
	}
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Polyline, Points: []chart.Point{{X: 7.2, Y: y}, {X: width, Y: y}},
		Stroke: chart.Quiet, Width: 0.3, Dashed: true})
}

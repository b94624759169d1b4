package page

import (
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
)

// contents is the table of contents while the page numbers are not known yet.
type contents struct{ entries []entry }

// entry is a line of the contents: where it stands, and where its words end.
type entry struct {
	level     int
	at        mark // of its first line
	lines     int
	left, end float64
	face      face
}

// entryLetters is how much of a chapter's title the contents and the outline show: more than a sentence.
const entryLetters = 240

// contents sets the words of the contents; fill adds leaders, numbers and links when all is set.
func (s *setter) contents() *contents {
	c := &contents{}
	if s.doc.Contents == "" {
		return c
	}
	s.flow.newPage()
	units := s.heading(report.Heading{Level: 1, Text: s.doc.Contents})
	for _, section := range s.doc.Sections {
		if section.Title != "" {
			units = append(units, s.entry(c, 0, section.Title))
		}
		for _, block := range section.Blocks {
			if h, ok := block.(report.Heading); ok && h.Level <= 2 {
				units = append(units, s.entry(c, max(0, h.Level-1), strings.TrimSpace(h.Code+" "+h.Text)))
			}
		}
	}
	for i := range c.entries {
		units[i+1].mark = &c.entries[i].at
	}
	s.flow.place(units)
	return c
}

func (s *setter) entry(c *contents, level int, text string) unit {
	f, left, before := entryFace, 0.0, 2.6
	if level > 0 {
		f, left, before = subFace, 7.0, 0
	}
	lines := s.wrap(app.Shorten(text, entryLetters), s.flow.width()-left-18, 0, f)
	u := unit{before: before, height: float64(max(1, len(lines))) * f.line()}
	e := entry{level: level, lines: max(1, len(lines)), left: left, face: f}
	for i, line := range lines {
		u.label(left, float64(i)*f.line(), line.text, f, chart.Start)
		e.end = left + line.width
	}
	c.entries = append(c.entries, e)
	return u
}

// fill adds leaders, page numbers and links.
func (c *contents) fill(s *setter) {
	marks := s.marks
	if len(c.entries) > 0 {
		marks = marks[1:] // the heading of the contents itself
	}
	width := shortSide - 2*margin
	for i, e := range c.entries {
		to := marks[i]
		p := &s.set.Pages[e.at.page]
		var u unit
		top := e.at.y + float64(e.lines-1)*e.face.line()
		number := strconv.Itoa(to.page + 1)
		right := margin + width
		u.label(right, top, number, e.face, chart.End)
		from, until := margin+e.end+2, right-s.wide(number, e.face)-2
		if until > from+2 {
			u.shapes = append(u.shapes, chart.Shape{Form: chart.Polyline, Points: []chart.Point{
				{X: from, Y: top + e.face.baseline() - 0.2}, {X: until, Y: top + e.face.baseline() - 0.2}},
				Stroke: chart.Edge, Width: 0.3, Dashed: true})
		}
		p.Shapes = append(p.Shapes, u.shapes...)
		p.Links = append(p.Links, Link{X: margin + e.left, Y: e.at.y, Width: width - e.left, Height: float64(e.lines) * e.face.line(),
			Page: to.page, To: to.y})
	}
}

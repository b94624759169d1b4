package page

import (
	"strings"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
)

// heading sets a heading of level 1 to 3; it stays with what follows.
func (s *setter) heading(h report.Heading) []unit {
	f, before, after := partFace, 5.0, 1.2
	switch {
	case h.Level <= 1:
		f, before, after = chapterFace, 14, 4.5
	case h.Level == 2:
		f, before, after = sectionFace, 8, 2
	}
	code, indent := Clean(h.Code), 0.0
	codes := face{max(8.5, f.size*0.75), f.leading, true, chart.Next}
	if code != "" {
		indent = s.wide(code, codes) + 2
	}
	lines := s.wrap(h.Text, s.flow.width()-indent, 0, f)
	u := unit{before: before, after: after, keep: true, height: float64(max(1, len(lines))) * f.line()}
	if code != "" {
		u.label(0, f.baseline()-codes.baseline(), code, codes, chart.Start)
	}
	for i, line := range lines {
		u.label(indent, float64(i)*f.line(), line.text, f, chart.Start)
	}
	if h.Level <= 1 {
		u.height += 1.6
		u.rule(0, s.flow.width(), u.height, 0.3, chart.Ink)
	}
	if h.Level <= 2 {
		u.mark = &mark{level: max(0, h.Level-1), text: app.Shorten(code+" "+Clean(h.Text), entryLetters)}
		s.marks = append(s.marks, u.mark)
	}
	return []unit{u}
}

// paragraph sets running text line by line; its first two lines stay together, and so do its last two.
func (s *setter) paragraph(p report.Paragraph) []unit {
	f, before, after, indent := bodyFace, 0.0, 2.6, 0.0
	switch p.Style {
	case report.Lead:
		f, before, after, indent = leadFace, 3, 5, 5
	case report.Quiet:
		f, after = quietFace, 2.2
	case report.Strong:
		f, after = strongFace, 1.4
	}
	lines := s.wrap(p.Text, s.flow.width()-indent, 0, f)
	units := make([]unit, len(lines))
	for i, line := range lines {
		units[i] = unit{height: f.line(), keep: keeps(i, len(lines))}
		if p.Style == report.Lead {
			units[i].rect(0, -0.05, 0.9, f.line()+0.05, chart.Next)
		}
		units[i].label(indent, 0, line.text, f, chart.Start)
	}
	return spaced(units, before, after)
}

// keeps tells whether line i of n stays with the next one, so that no line stands alone.
func keeps(i, n int) bool { return i < n-1 && (i == 0 || i == n-2) }

// spaced gives units the free space before the first and after the last.
func spaced(units []unit, before, after float64) []unit {
	if len(units) > 0 {
		units[0].before = before
		units[len(units)-1].after = after
	}
	return units
}

// list sets entries with their codes hanging before the text; the first entry stays with the second, and the last but
// one with the last.
func (s *setter) list(l report.List) []unit {
	codes := face{codeFace.size, bodyFace.leading, true, chart.Next}
	indent := 5.0
	for _, e := range l.Entries {
		if e.Code != "" {
			indent = max(indent, s.wide(Clean(e.Code), codes)+3)
		}
	}
	indent = min(indent, s.flow.width()/4)
	var all []unit
	for k, e := range l.Entries {
		lines := s.wrap(e.Text, s.flow.width()-indent, 0, bodyFace)
		marks := []run{{text: "–"}}
		if e.Code != "" {
			marks = s.wrap(e.Code, indent-1, 0, codes)
		}
		n := max(len(lines), len(marks))
		units := make([]unit, n)
		for i := range units {
			u := &units[i]
			u.height, u.keep = bodyFace.line(), keeps(i, n)
			switch {
			case i < len(marks) && e.Code == "":
				u.label(0, 0, marks[i].text, bodyFace, chart.Start)
			case i < len(marks):
				u.label(0, bodyFace.baseline()-codes.baseline(), marks[i].text, codes, chart.Start)
			}
			if i < len(lines) {
				u.label(indent, 0, lines[i].text, bodyFace, chart.Start)
			}
		}
		units[n-1].keep = keeps(k, len(l.Entries))
		all = append(all, spaced(units, 0, 1.2)...)
	}
	return spaced(all, 0, 3)
}

// figure sets a drawing in the middle of the column, made smaller where it would not fit, with its caption.
func (s *setter) figure(fig report.Figure) []unit {
	caption := s.wrap(fig.Caption, s.flow.width()*0.9, 0, quietFace)
	words := 0.0
	if len(caption) > 0 {
		words = 2 + float64(len(caption))*quietFace.line()
	}
	d := fig.Drawing
	scale := 1.0
	if d.Width > 0 {
		scale = min(scale, s.flow.width()/d.Width)
	}
	if d.Height > 0 {
		scale = min(scale, (s.flow.body()-min(words, s.flow.body()/3))/d.Height)
	}
	u := unit{height: d.Height * scale, after: 2, keep: len(caption) > 0}
	left := (s.flow.width() - d.Width*scale) / 2
	for _, shape := range d.Shapes {
		u.shapes = append(u.shapes, scaled(shape, scale, left))
	}
	units := []unit{u}
	for i, line := range caption {
		below := unit{height: quietFace.line(), keep: keeps(i, len(caption))}
		below.label(s.flow.width()/2, 0, line.text, quietFace, chart.Middle)
		units = append(units, below)
	}
	return spaced(units, 3, 5)
}

// scaled returns a copy of a drawing's shape for its place on the page.
func scaled(s chart.Shape, scale, left float64) chart.Shape {
	points := make([]chart.Point, len(s.Points))
	for i, p := range s.Points {
		points[i] = chart.Point{X: left + p.X*scale, Y: p.Y * scale}
	}
	s.Points = points
	s.Radius *= scale
	s.Width *= scale
	s.Size *= scale
	s.Text = strings.ReplaceAll(Clean(s.Text), "\n", " ")
	return s
}

// signatures sets places to sign, two or three beside each other, kept together.
func (s *setter) signatures(block report.Signatures) []unit {
	const gap = 9.0
	across := 2
	if len(block.Lines)%3 == 0 {
		across = 3
	}
	width := (s.flow.width() - gap*float64(across-1)) / float64(across)
	var units []unit
	for i := 0; i < len(block.Lines); i += across {
		u := unit{height: 14, keep: i+across < len(block.Lines)}
		tall := 0.0
		for j, sign := range block.Lines[i:min(i+across, len(block.Lines))] {
			left, top := float64(j)*(width+gap), 15.0
			u.rule(left, left+width, 14, 0.2, chart.Ink)
			for _, line := range s.wrap(sign.Name, width, 0, bodyFace) {
				u.label(left, top, line.text, bodyFace, chart.Start)
				top += bodyFace.line()
			}
			for _, line := range s.wrap(sign.Under, width, 0, quietFace) {
				u.label(left, top, line.text, quietFace, chart.Start)
				top += quietFace.line()
			}
			tall = max(tall, top)
		}
		u.height = max(u.height, tall)
		units = append(units, u)
	}
	return spaced(units, 4, 6)
}

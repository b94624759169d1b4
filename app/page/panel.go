package page

import (
	"waymark/app/chart"
	"waymark/app/report"
)

const panelGap = 10.0

// panels sets drawings with their words, two beside each other; those of a row begin at one height, and so do their
// drawings.
func (s *setter) panels(block report.Panels) []unit {
	width := (s.flow.width() - panelGap) / 2
	var units []unit
	for i := 0; i < len(block.Panels); i += 2 {
		pair := block.Panels[i:min(i+2, len(block.Panels))]
		u := unit{after: 5}
		words := 0.0
		for j, panel := range pair {
			words = max(words, s.panelWords(&u, panel, float64(j)*(width+panelGap), width))
		}
		words += 1.5
		u.height = words
		for j, panel := range pair {
			d := panel.Drawing
			scale := 1.0
			if d.Width > 0 {
				scale = min(scale, width/d.Width)
			}
			if d.Height > 0 {
				scale = min(scale, max(20, s.flow.body()-words)/d.Height)
			}
			for _, shape := range d.Shapes {
				shape = scaled(shape, scale, float64(j)*(width+panelGap))
				for k := range shape.Points {
					shape.Points[k].Y += words
				}
				u.shapes = append(u.shapes, shape)
			}
			u.height = max(u.height, words+d.Height*scale)
		}
		units = append(units, u)
	}
	return spaced(units, 2, 5)
}

// panelWords sets code, title and text of a panel and returns their height.
func (s *setter) panelWords(u *unit, panel report.Panel, left, width float64) float64 {
	title := face{9.5, 12.5, true, chart.Ink}
	code, indent, y := Clean(panel.Code), 0.0, 0.0
	if code != "" {
		indent = min(s.wide(code, codeFace)+1.4, width)
		u.label(left, title.baseline()-codeFace.baseline(), code, codeFace, chart.Start)
	}
	for i, line := range s.wrap(panel.Title, width, indent, title) {
		if i > 0 {
			indent = 0
		}
		u.label(left+indent, y, line.text, title, chart.Start)
		y += title.line()
	}
	if y == 0 && code != "" {
		y = title.line()
	}
	for _, line := range s.wrap(panel.Text, width, 0, quietFace) {
		u.label(left, y, line.text, quietFace, chart.Start)
		y += quietFace.line()
	}
	return y
}

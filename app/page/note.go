package page

import (
	"strings"

	"waymark/app/chart"
	"waymark/app/report"
)

// notes sets the notes of a row, which run on one after the other.
func (s *setter) notes(notes []report.Note) []unit {
	var lines []unit
	width := s.flow.width() - 2*cellSide
	x := 0.0
	begin := func() {
		lines = append(lines, unit{height: noteFace.line()})
		x = 0
	}
	add := func(text string, f face) {
		for i, part := range s.wrap(text, width, x, f) {
			if i > 0 {
				begin()
			}
			lines[len(lines)-1].label(cellSide+x, 0, part.text, f, chart.Start)
			x += part.width
		}
	}
	space := s.wide(" ", noteFace)
	for _, note := range notes {
		first, _, _ := strings.Cut(strings.TrimLeft(Clean(note.Text), " \n"), " ")
		if x > 0 {
			x += 3 * space
		}
		if x == 0 && len(lines) == 0 || x+s.wide(Clean(note.Label), noteBold)+space+s.wide(first, noteFace) > width && x > 0 {
			begin() // a label stays with its first word
		}
		add(note.Label, noteBold)
		if x > 0 {
			x = min(x+space, width)
		}
		add(note.Text, noteFace)
	}
	return lines
}

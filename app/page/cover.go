package page

import (
	"waymark/app/chart"
	"waymark/app/picture"
)

// The faces of the cover and of the contents.
var (
	schoolFace   = face{15, 20, false, chart.Quiet}
	titleFace    = face{32, 40, true, chart.Ink}
	periodFace   = face{18, 24, false, chart.Ink}
	stateFace    = face{11, 15, true, chart.Next}
	detailFace   = face{10, 14, false, chart.Quiet}
	approvalFace = face{10, 14, false, chart.Ink}
	entryFace    = face{11, 16, true, chart.Ink}
	subFace      = face{10, 14, false, chart.Ink}
)

const (
	logoWidth = 64.0
	logoTall  = 36.0
)

// cover sets the first page.
func (s *setter) cover() {
	c := s.doc.Cover
	s.flow.newPage()
	p := s.flow.page()
	top := margin
	if wide, tall, err := picture.Size(c.Logo, picture.MostDotsKept); err == nil { // one that cannot be read gets no room
		w, h := float64(wide), float64(tall)
		scale := min(logoWidth/w, logoTall/h)
		p.Images = append(p.Images, Image{X: margin, Y: top, Width: w * scale, Height: h * scale, Data: c.Logo})
		top += logoTall
	}
	if c.Approval != nil {
		const left = 108.0
		u := unit{}
		y := 0.0
		for i, text := range c.Approval.Lines {
			f := approvalFace
			if i == 0 {
				f.bold = true
			}
			for _, line := range s.wrap(text, shortSide-margin-left, 0, f) {
				u.label(left-margin, y, line.text, f, chart.Start)
				y += f.line()
			}
		}
		u.height = y
		s.flow.place([]unit{u})
		top = max(top, s.flow.y)
	}
	s.coverWords(max(88, top+16))
}

// coverWords sets school, title, period and state from top on, and the details at the bottom of the page.
func (s *setter) coverWords(top float64) {
	c := s.doc.Cover
	width := s.flow.width()
	var units []unit
	add := func(text string, f face, after float64) {
		var part []unit
		for _, line := range s.wrap(text, width, 0, f) {
			u := unit{height: f.line()}
			u.label(0, 0, line.text, f, chart.Start)
			part = append(part, u)
		}
		units = append(units, spaced(part, 0, after)...)
	}
	title := titleFace
	for len(s.wrap(c.Title, width, 0, title)) > 3 && title.size > 18 {
		title.size, title.leading = title.size*0.88, title.leading*0.88
	}
	add(c.School, schoolFace, 5)
	bar := unit{height: 1.2, after: 6}
	bar.rect(0, 0, 26, 1.2, chart.Next)
	units = append(units, bar)
	add(c.Title, title, 4)
	add(c.Period, periodFace, 9)
	add(c.State, stateFace, 10)
	s.flow.y, s.flow.after, s.flow.atTop = top, 0, false
	s.flow.place(units)

	units = nil
	for _, text := range c.Details {
		add(text, detailFace, 0.8)
	}
	tall := 0.0
	for _, u := range units {
		tall += u.height + u.after
	}
	if low := margin + s.flow.body() - tall; low > s.flow.y+s.flow.after {
		s.flow.y, s.flow.after = low, 0
	}
	s.flow.place(units)
}

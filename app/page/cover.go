package page

import (
	"bytes"
	"image"
	_ "image/jpeg" // logos are PNG or JPEG
	_ "image/png"

	"waymark/app"
	"waymark/app/chart"
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
	if w, h := proportions(c.Logo); w > 0 {
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
		s.flow.put(&u)
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

// proportions returns the size of a picture in its own dots; zero when it cannot be read.
func proportions(data app.Bytes) (width, height float64) {
	config, _, err := image.DecodeConfig(bytes.NewReader([]byte(data)))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return 0, 0
	}
	return float64(config.Width), float64(config.Height)
}

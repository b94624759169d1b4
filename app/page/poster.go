package page

import (
	"strings"

	"waymark/app/chart"
	"waymark/app/picture"
	"waymark/app/report"
)

// posterScales are how large a poster is set, the largest first; the last is used when none is small enough.
var posterScales = []float64{1.25, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.52, 0.45, 0.4}

// airy is how much of a page a poster may fill; the rest is air.
const airy = 0.94

// poster sets a page to hang up at the largest scale that leaves air around its parts. What does not fit onto one page at
// the smallest goes on over the next ones.
func (s *setter) poster(b report.Poster) []unit {
	var parts posterParts
	for _, scale := range posterScales {
		parts = s.posterAt(b, scale)
		if parts.tall() <= s.flow.body()*airy {
			break
		}
	}
	return parts.spread(s.flow.body())
}

// posterParts are the parts of a poster from top to bottom.
type posterParts struct{ head, statement, values, lines, foot []unit }

func (p posterParts) all() []unit {
	var units []unit
	for _, part := range [][]unit{p.head, p.statement, p.values, p.lines, p.foot} {
		units = append(units, part...)
	}
	return units
}

func (p posterParts) tall() float64 { return tall(p.all()) }

// spread shares the free height out between the parts: most of it around the statement; the foot stands at the foot of the page.
func (p posterParts) spread(body float64) []unit {
	spare := body - p.tall() - 0.2
	if spare <= 0 {
		return p.all()
	}
	give := func(units []unit, share, most float64) {
		if len(units) > 0 {
			d := min(share*spare, most)
			units[0].before += d
			spare -= d
		}
	}
	give(p.statement, 0.3, 34)
	give(p.values, 0.3, 22)
	give(p.lines, 0.3, 16)
	if len(p.foot) > 0 { // the space before is the larger one of two
		all := p.all()
		above := all[len(all)-len(p.foot)-1].after
		p.foot[0].before = max(p.foot[0].before, above) + body - p.tall() - 0.2
	}
	return p.all()
}

// posterAt sets the parts at a scale.
func (s *setter) posterAt(b report.Poster, scale float64) posterParts {
	large := face{34 * scale, 45 * scale, false, chart.Ink}
	least := 11.0 // what can be read on a wall
	if scale < 0.6 {
		least = 9 // there is too much to say for that
	}
	part := face{max(least, 12*scale), max(least*1.35, 17*scale), true, chart.Next}
	text := face{max(least, 14*scale), max(least*1.4, 20*scale), false, chart.Ink}
	p := posterParts{head: s.posterHead(b, part)}
	p.statement = spaced(s.words(b.Statement, large, 0), 9*scale, 6)
	if len(b.Valued) > 0 {
		p.values = append(spaced(s.words(b.Values, part, 0), 6, 1.5), s.valued(b.Valued, face{text.size, text.leading, true, chart.Ink})...)
	}
	if len(b.Numbered) > 0 {
		p.lines = append(spaced(s.words(b.Lines, part, 0), 6, 1.5), s.numbered(b.Numbered, text)...)
	}
	for i, line := range b.State {
		f := detailFace
		if i == 0 {
			f = face{10, 14, true, chart.Ink}
		}
		p.foot = append(p.foot, s.words(line, f, 0)...)
	}
	if len(p.foot) > 0 {
		first := &p.foot[0]
		first.lower(2.5)
		first.rule(0, s.flow.width(), 0, 0.25, chart.Ink)
		first.before = 6
		p.foot[len(p.foot)-1].keep = false
	}
	return p
}

// posterHead sets logo and name of the school, a short bar and the title.
func (s *setter) posterHead(b report.Poster, title face) []unit {
	var units []unit
	if wide, tall, err := picture.Size(b.Logo, picture.MostDotsKept); err == nil {
		w, h := float64(wide), float64(tall)
		scale := min(logoWidth/w, 30/h)
		u := unit{height: h * scale, after: 5, keep: true}
		u.images = []Image{{Width: w * scale, Height: h * scale, Data: b.Logo}}
		units = append(units, u)
	}
	units = append(units, s.words(b.School, schoolFace, 4)...)
	bar := unit{height: 1.2, after: 5, keep: true}
	bar.rect(0, 0, 26, 1.2, chart.Next)
	return append(append(units, bar), s.words(b.Title, title, 2)...)
}

// valued sets values beside each other when they take two lines at most, one below the other otherwise.
func (s *setter) valued(values []string, f face) []unit {
	short := make([]string, len(values))
	for i, v := range values {
		short[i] = strings.ReplaceAll(Clean(v), " ", "\u00a0")
	}
	if beside := s.words(strings.Join(short, " · "), f, 0); len(beside) <= 2 && len(values) > 1 {
		return beside
	}
	f.bold = false
	var units []unit
	for _, v := range values {
		units = append(units, s.words(v, f, f.size*0.12)...)
	}
	return units
}

// numbered sets entries with their codes hanging before them.
func (s *setter) numbered(entries []report.Entry, f face) []unit {
	codes := face{f.size * 0.85, f.leading, true, chart.Next}
	indent := 0.0
	for _, e := range entries {
		indent = max(indent, s.wide(Clean(e.Code), codes)+3.5)
	}
	var units []unit
	for _, e := range entries {
		lines := s.wrap(e.Text, s.flow.width()-indent, 0, f)
		for i, line := range lines {
			u := unit{height: f.line(), keep: keeps(i, len(lines))}
			if i == 0 {
				u.label(0, f.baseline()-codes.baseline(), Clean(e.Code), codes, chart.Start)
			}
			u.label(indent, 0, line.text, f, chart.Start)
			if i == len(lines)-1 {
				u.after = f.size * 0.16
			}
			units = append(units, u)
		}
	}
	return units
}

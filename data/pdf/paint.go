package pdf

import (
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"waymark/app/chart"
	"waymark/app/page"
)

// scale turns millimetres into points.
const scale = 72 / 25.4

// painter paints shapes onto the page begun last. It keeps what is set in the document, to set only what changes.
type painter struct {
	doc    *gofpdf.Fpdf
	height float64 // of the page
	fill   chart.Role
	stroke chart.Role
	width  float64
	dash   float64 // length of dashes, 0 for none
	gap    float64 // between them
	size   float64
	bold   bool
	buffer []byte
	images map[string]string // registered pictures: their content → their name, empty when unreadable
	widths map[int]bool      // of the registered pictures, in dots
}

func newPainter(doc *gofpdf.Fpdf) *painter {
	return &painter{doc: doc, images: map[string]string{}, widths: map[int]bool{}}
}

// begin starts a page.
func (p *painter) begin(pg page.Page) {
	size, orientation := gofpdf.SizeType{Wd: pg.Width, Ht: pg.Height}, "P"
	if pg.Width > pg.Height {
		size, orientation = gofpdf.SizeType{Wd: pg.Height, Ht: pg.Width}, "L"
	}
	p.doc.AddPageFormat(orientation, size)
	p.height = pg.Height
	p.fill, p.stroke, p.width, p.dash, p.size = chart.None, chart.None, -1, -1, 0
	p.font(10, false)
}

func (p *painter) shape(s *chart.Shape) {
	if len(s.Points) == 0 {
		return
	}
	if s.Form == chart.Label {
		p.label(s)
		return
	}
	fills := s.Fill != chart.None && s.Form != chart.Polyline
	strokes := s.Stroke != chart.None && s.Width > 0
	dash, gap := s.Dash()
	if fills {
		p.setFill(s.Fill)
	}
	if strokes {
		p.setStroke(s.Stroke, s.Width, dash, gap)
	}
	if s.Hatch == chart.Plain || s.Form == chart.Polyline {
		p.paint(s, fills, strokes)
		return
	}
	if fills {
		p.paint(s, true, false)
	}
	p.hatch(s)
	if strokes {
		p.setStroke(s.Stroke, s.Width, dash, gap)
		p.paint(s, false, true)
	}
}

// paint paints the outline of s.
func (p *painter) paint(s *chart.Shape, fills, strokes bool) {
	operator := ""
	switch {
	case fills && strokes:
		operator = "B"
	case fills:
		operator = "f"
	case strokes:
		operator = "S"
	default:
		return
	}
	p.path(s)
	p.write(operator)
}

// path puts the outline of s into the buffer.
func (p *painter) path(s *chart.Shape) {
	p.buffer = p.buffer[:0]
	switch s.Form {
	case chart.Polyline, chart.Polygon:
		for i, at := range s.Points {
			if p.at(at.X, at.Y); i == 0 {
				p.buffer = append(p.buffer, "m "...)
			} else {
				p.buffer = append(p.buffer, "l "...)
			}
		}
		if s.Form == chart.Polygon {
			p.buffer = append(p.buffer, "h "...)
		}
	case chart.Rect:
		if len(s.Points) > 1 {
			a, b := s.Points[0], s.Points[1]
			p.at(a.X, a.Y)
			p.number((b.X - a.X) * scale)
			p.number((a.Y - b.Y) * scale)
			p.buffer = append(p.buffer, "re "...)
		}
	case chart.Circle:
		x, y, r := s.Points[0].X, s.Points[0].Y, s.Radius
		k := 0.5523 * r
		p.at(x+r, y)
		p.buffer = append(p.buffer, "m "...)
		for _, c := range [4][6]float64{{r, -k, k, -r, 0, -r}, {-k, -r, -r, -k, -r, 0}, {-r, k, -k, r, 0, r}, {k, r, r, k, r, 0}} {
			p.at(x+c[0], y+c[1])
			p.at(x+c[2], y+c[3])
			p.at(x+c[4], y+c[5])
			p.buffer = append(p.buffer, "c "...)
		}
		p.buffer = append(p.buffer, "h "...)
	}
}

func (p *painter) at(x, y float64) {
	p.number(x * scale)
	p.number((p.height - y) * scale)
}

func (p *painter) number(v float64) {
	p.buffer = append(strconv.AppendFloat(p.buffer, v, 'f', 2, 64), ' ')
}

// write sends the buffer and an operator to the page.
func (p *painter) write(operator string) {
	p.buffer = append(p.buffer, operator...)
	p.doc.RawWriteStr(string(p.buffer))
	p.buffer = p.buffer[:0]
}

// hatch paints lines or dots over the area of s and nowhere else.
func (p *painter) hatch(s *chart.Shape) {
	p.setStroke(s.HatchRole(), chart.HatchWidth, 0, 0)
	left, top, right, bottom := bounds(s)
	p.path(s)
	clip := append([]byte("q "), p.buffer...)
	p.buffer = append(p.buffer[:0], clip...)
	p.buffer = append(p.buffer, "W n "...)
	stroke := func(x1, y1, x2, y2 float64) {
		p.at(x1, y1)
		p.buffer = append(p.buffer, "m "...)
		p.at(x2, y2)
		p.buffer = append(p.buffer, "l "...)
	}
	tall := bottom - top
	switch s.Hatch {
	case chart.Dots:
		const step = 1.2
		p.buffer = append(p.buffer, "1.1 w [1.1 2.3] 0 d "...)
		for y, odd := top+step/2, false; y < bottom; y, odd = y+step, !odd {
			shift := 0.2
			if odd {
				shift = 0.8
			}
			stroke(left+shift, y, right, y)
		}
	default:
		for x := left - tall + chart.HatchGap/2; x < right; x += chart.HatchGap {
			stroke(x, bottom, x+tall, top)
			if s.Hatch == chart.Cross {
				stroke(x, top, x+tall, bottom)
			}
		}
	}
	p.write("S Q")
}

func bounds(s *chart.Shape) (left, top, right, bottom float64) {
	left, top = s.Points[0].X-s.Radius, s.Points[0].Y-s.Radius
	right, bottom = s.Points[0].X+s.Radius, s.Points[0].Y+s.Radius
	for _, at := range s.Points[1:] {
		left, top, right, bottom = min(left, at.X), min(top, at.Y), max(right, at.X), max(bottom, at.Y)
	}
	return left, top, right, bottom
}

// colour is how a role looks, as gofpdf wants it.
func colour(role chart.Role) (r, g, b int) {
	c := chart.Paper(role)
	return int(c.R), int(c.G), int(c.B)
}

func (p *painter) setFill(role chart.Role) {
	if p.fill == role {
		return
	}
	p.fill = role
	r, g, b := colour(role)
	p.doc.SetFillColor(r, g, b)
	p.doc.SetTextColor(r, g, b) // equal colours spare the writer a change at each word
}

func (p *painter) setStroke(role chart.Role, width, dash, gap float64) {
	if p.stroke != role {
		p.stroke = role
		p.doc.SetDrawColor(colour(role))
	}
	if p.width != width {
		p.width = width
		p.doc.SetLineWidth(width)
	}
	if p.dash != dash || p.gap != gap {
		p.dash, p.gap = dash, gap
		if dash > 0 {
			p.doc.SetDashPattern([]float64{dash, gap}, 0)
		} else {
			p.doc.SetDashPattern(nil, 0)
		}
	}
}

func (p *painter) font(size float64, bold bool) {
	if p.size == size && p.bold == bold {
		return
	}
	p.size, p.bold = size, bold
	style := ""
	if bold {
		style = "B"
	}
	p.doc.SetFont(family, style, size)
}

// label writes text.
func (p *painter) label(s *chart.Shape) {
	if s.Text == "" || s.Size <= 0 || s.Fill == chart.None {
		return
	}
	text := page.Clean(s.Text)
	p.setFill(s.Fill)
	p.font(s.Size, s.Bold)
	x := s.Points[0].X
	if s.Anchor != chart.Start {
		width := p.doc.GetStringWidth(text)
		if s.Anchor == chart.Middle {
			width /= 2
		}
		x -= width
	}
	p.doc.Text(x, s.Points[0].Y, text)
}

package pdf

import (
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"waymark/app/chart"
	"waymark/app/page"
)

type rgb struct{ r, g, b int }

// colour is how a role looks on paper: the light palette, on white.
func colour(role chart.Role) rgb {
	switch role {
	case chart.Quiet:
		return rgb{0x55, 0x60, 0x6A}
	case chart.Hairline:
		return rgb{0xD6, 0xD0, 0xC4}
	case chart.Edge:
		return rgb{0x8A, 0x85, 0x7A}
	case chart.Surface:
		return rgb{0xFF, 0xFF, 0xFF}
	case chart.Next:
		return rgb{0x0B, 0x6E, 0x6E}
	case chart.Attention:
		return rgb{0xA8, 0x4B, 0x06}
	case chart.Finished:
		return rgb{0x2E, 0x6B, 0x34}
	case chart.Level1:
		return rgb{0xE6, 0xD9, 0xB8}
	case chart.Level2:
		return rgb{0xB5, 0xCB, 0xA8}
	case chart.Level3:
		return rgb{0x6F, 0xAF, 0xA3}
	case chart.Level4:
		return rgb{0x0B, 0x6E, 0x6E}
	case chart.Tint:
		return rgb{0xF3, 0xEF, 0xE6}
	}
	return rgb{0x1E, 0x25, 0x29}
}

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
	if fills {
		p.setFill(s.Fill)
	}
	if strokes {
		p.setStroke(s.Stroke, s.Width, s.Dashed)
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
		p.setStroke(s.Stroke, s.Width, s.Dashed)
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
	role := s.Stroke
	if role == chart.None {
		role = chart.Ink
	}
	p.setStroke(role, 0.15, false)
	left, top, right, bottom := bounds(s)
	p.path(s)
	clip := append([]byte("q "), p.buffer...)
	p.buffer = append(p.buffer[:0], clip...)
	p.buffer = append(p.buffer, "W n "...)
	const gap = 1.2
	stroke := func(x1, y1, x2, y2 float64) {
		p.at(x1, y1)
		p.buffer = append(p.buffer, "m "...)
		p.at(x2, y2)
		p.buffer = append(p.buffer, "l "...)
	}
	tall := bottom - top
	switch s.Hatch {
	case chart.Dots:
		p.buffer = append(p.buffer, "1.1 w [1.1 2.3] 0 d "...)
		for y, odd := top+gap/2, false; y < bottom; y, odd = y+gap, !odd {
			shift := 0.2
			if odd {
				shift = 0.8
			}
			stroke(left+shift, y, right, y)
		}
	default:
		for x := left - tall; x < right; x += gap {
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

func (p *painter) setFill(role chart.Role) {
	if p.fill == role {
		return
	}
	p.fill = role
	c := colour(role)
	p.doc.SetFillColor(c.r, c.g, c.b)
	p.doc.SetTextColor(c.r, c.g, c.b) // equal colours spare the writer a change at each word
}

func (p *painter) setStroke(role chart.Role, width float64, dashed bool) {
	if p.stroke != role {
		p.stroke = role
		c := colour(role)
		p.doc.SetDrawColor(c.r, c.g, c.b)
	}
	if p.width != width {
		p.width = width
		p.doc.SetLineWidth(width)
	}
	dash := 0.0
	if dashed {
		dash = max(0.5, 2*width)
	}
	if p.dash != dash {
		p.dash = dash
		if dashed {
			p.doc.SetDashPattern([]float64{dash, dash}, 0)
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

package picture

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"waymark/app/chart"
	"waymark/app/page"
	"waymark/data/fonts"
)

// canvas is a picture being painted; scale is dots a millimetre.
type canvas struct {
	picture *image.RGBA
	scale   float64
	fill    vector.Rasterizer
	faces   [2]*sfnt.Font // regular and bold, once asked for
	buffer  sfnt.Buffer
	pieces  []piece // of the shape being painted
}

// piece is a step of an outline, in dots: to a corner, or by a quadratic curve. The first of an outline moves there.
type piece struct {
	moves, curves bool
	control, to   chart.Point
}

func newCanvas(width, height int, scale float64) *canvas {
	c := &canvas{picture: image.NewRGBA(image.Rect(0, 0, width, height)), scale: scale}
	draw.Draw(c.picture, c.picture.Bounds(), image.NewUniform(chart.Paper(chart.Surface)), image.Point{}, draw.Src)
	return c
}

func (c *canvas) shape(s *chart.Shape) {
	if len(s.Points) == 0 || s.Form == chart.Rect && len(s.Points) < 2 {
		return
	}
	if s.Form == chart.Label {
		c.label(s)
		return
	}
	if s.Fill != chart.None && s.Form != chart.Polyline {
		c.outline(s.Outline(), false)
		c.paint(s.Fill)
	}
	for _, l := range s.HatchLines() {
		c.line(l, chart.HatchWidth)
	}
	for _, at := range s.HatchDots() {
		c.circle(at, chart.HatchDot)
	}
	c.paint(s.HatchRole())
	if s.Stroke == chart.None || s.Width <= 0 {
		return
	}
	if dash, _ := s.Dash(); s.Form == chart.Circle && dash == 0 {
		c.circle(s.Points[0], s.Radius+s.Width/2)
		inner := chart.Shape{Form: chart.Circle, Points: s.Points, Radius: max(0, s.Radius-s.Width/2)}
		c.outline(inner.Outline(), true)
		c.paint(s.Stroke)
		return
	}
	for _, l := range s.Strokes() {
		c.line(l, s.Width)
	}
	for _, at := range s.Joins() {
		c.circle(at, s.Width/2)
	}
	c.paint(s.Stroke)
}

func (c *canvas) circle(at chart.Point, radius float64) {
	s := chart.Shape{Form: chart.Circle, Points: []chart.Point{at}, Radius: radius}
	c.outline(s.Outline(), false)
}

// line adds a straight line, at least three quarters of a dot wide so that it never fades away.
func (c *canvas) line(l chart.Segment, width float64) {
	dx, dy := l.To.X-l.From.X, l.To.Y-l.From.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	half := max(width, 0.75/c.scale) / 2
	x, y := -dy/length*half, dx/length*half
	c.outline([]chart.Point{{X: l.From.X + x, Y: l.From.Y + y}, {X: l.From.X - x, Y: l.From.Y - y},
		{X: l.To.X - x, Y: l.To.Y - y}, {X: l.To.X + x, Y: l.To.Y + y}}, false)
}

// outline adds a closed line through points, in millimetres. All turn the same way, so that what lies upon another adds to
// it; a hole turns the other way.
func (c *canvas) outline(points []chart.Point, hole bool) {
	area := 0.0
	for i, a := range points {
		b := points[(i+1)%len(points)]
		area += a.X*b.Y - b.X*a.Y
	}
	for i := range points {
		p := points[i]
		if area < 0 != hole {
			p = points[len(points)-1-i]
		}
		c.pieces = append(c.pieces, piece{moves: i == 0, to: chart.Point{X: p.X * c.scale, Y: p.Y * c.scale}})
	}
}

// paint fills the outlines added since the last time.
func (c *canvas) paint(role chart.Role) {
	if len(c.pieces) == 0 {
		return
	}
	low, high := c.pieces[0].to, c.pieces[0].to
	take := func(p chart.Point) {
		low = chart.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = chart.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	for _, p := range c.pieces {
		take(p.to)
		if p.curves {
			take(p.control)
		}
	}
	bounds := image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X)), int(math.Ceil(high.Y)))
	if bounds = bounds.Intersect(c.picture.Bounds()); !bounds.Empty() { // the rasterizer writes anywhere, but cuts off paths
		c.fill.Reset(bounds.Dx(), bounds.Dy())
		at := func(p chart.Point) (x, y float32) {
			return float32(p.X - float64(bounds.Min.X)), float32(p.Y - float64(bounds.Min.Y))
		}
		for i, p := range c.pieces {
			x, y := at(p.to)
			switch {
			case p.moves:
				if i > 0 {
					c.fill.ClosePath()
				}
				c.fill.MoveTo(x, y)
			case p.curves:
				cx, cy := at(p.control)
				c.fill.QuadTo(cx, cy, x, y)
			default:
				c.fill.LineTo(x, y)
			}
		}
		c.fill.ClosePath()
		c.fill.Draw(c.picture, bounds, image.NewUniform(chart.Paper(role)), image.Point{})
	}
	c.pieces = c.pieces[:0]
}

// label paints text, letter by letter as far apart as fonts.Measure says.
func (c *canvas) label(s *chart.Shape) {
	if s.Text == "" || s.Size <= 0 || s.Fill == chart.None {
		return
	}
	text := page.Clean(s.Text)
	x, y := s.Points[0].X, s.Points[0].Y
	switch s.Anchor {
	case chart.Middle:
		x -= fonts.Measure(text, s.Size, s.Bold) / 2
	case chart.End:
		x -= fonts.Measure(text, s.Size, s.Bold)
	}
	for _, r := range text {
		c.letter(r, x, y, s.Size, s.Bold)
		x += fonts.Measure(string(r), s.Size, s.Bold)
	}
	c.paint(s.Fill)
}

// face returns a face, nil when it cannot be read; it is embedded and tested, so never.
func (c *canvas) face(bold bool) *sfnt.Font {
	i, data := 0, fonts.Regular()
	if bold {
		i, data = 1, fonts.Bold()
	}
	if c.faces[i] == nil {
		c.faces[i], _ = sfnt.Parse(data)
	}
	return c.faces[i]
}

// letter adds the outline of r with its origin at x, y in millimetres; the box for a letter that the face lacks.
func (c *canvas) letter(r rune, x, y, size float64, bold bool) {
	face := c.face(bold)
	if face == nil {
		return
	}
	index, err := face.GlyphIndex(&c.buffer, r)
	if err != nil {
		return
	}
	const em = 1024 // finer than the grid of the faces
	segments, err := face.LoadGlyph(&c.buffer, index, fixed.I(em), nil)
	if err != nil {
		return
	}
	unit := size * inch / 72 * c.scale / em / 64
	at := func(p fixed.Point26_6) chart.Point {
		return chart.Point{X: x*c.scale + float64(p.X)*unit, Y: y*c.scale + float64(p.Y)*unit}
	}
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			c.pieces = append(c.pieces, piece{moves: true, to: at(s.Args[0])})
		case sfnt.SegmentOpLineTo:
			c.pieces = append(c.pieces, piece{to: at(s.Args[0])})
		case sfnt.SegmentOpQuadTo:
			c.pieces = append(c.pieces, piece{curves: true, control: at(s.Args[0]), to: at(s.Args[1])})
		}
	}
}

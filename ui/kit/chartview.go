package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app/chart"
	"waymark/ui/theme"
)

// Chart paints a drawing as wide as the room it gets, at least narrowest units at zoom 1, with its aspect kept. Text in the drawing
// grows and shrinks with it: a millimetre is as long as the width of the chart divided by the width of the drawing.
func Chart(drawing chart.Drawing, narrowest float32) fyne.CanvasObject {
	c := &chartView{drawing: drawing, narrowest: narrowest}
	for i := range drawing.Shapes {
		c.add(&drawing.Shapes[i])
	}
	objects := make([]fyne.CanvasObject, len(c.marks))
	for i, m := range c.marks {
		objects[i] = m.object
	}
	return container.New(c, objects...)
}

// mark is an object of the canvas and how it is placed when a millimetre is scale units long.
type mark struct {
	object fyne.CanvasObject
	place  func(scale float32, origin fyne.Position)
}

// chartView is the layout of a painted drawing.
type chartView struct {
	drawing   chart.Drawing
	narrowest float32
	width     float32
	marks     []mark
}

// Layout is called by Fyne.
func (c *chartView) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	if c.drawing.Width <= 0 || c.drawing.Height <= 0 {
		return
	}
	scale := min(size.Width/float32(c.drawing.Width), size.Height/float32(c.drawing.Height))
	origin := fyne.NewPos((size.Width-scale*float32(c.drawing.Width))/2, 0)
	for _, m := range c.marks {
		m.place(scale, origin)
	}
}

// MinSize is called by Fyne; the height follows from the width got last.
func (c *chartView) MinSize([]fyne.CanvasObject) fyne.Size {
	if c.drawing.Width <= 0 {
		return fyne.NewSize(theme.Units(c.narrowest), 0)
	}
	width := c.width
	if width == 0 {
		width = theme.Units(c.narrowest)
	}
	return fyne.NewSize(theme.Units(c.narrowest), width*float32(c.drawing.Height/c.drawing.Width))
}

// chartColour is how a role looks in the theme of the moment.
func chartColour(role chart.Role) color.Color {
	if strength := role.Strength(); strength > 0 {
		return mixed(theme.Of(theme.ColorSurface), theme.Of(fynetheme.ColorNameError), strength)
	}
	names := map[chart.Role]fyne.ThemeColorName{
		chart.Ink: fynetheme.ColorNameForeground, chart.Quiet: fynetheme.ColorNameDisabled,
		chart.Hairline: fynetheme.ColorNameSeparator, chart.Edge: theme.ColorEdge, chart.Surface: theme.ColorSurface,
		chart.Next: fynetheme.ColorNamePrimary, chart.Attention: fynetheme.ColorNameError, chart.Finished: fynetheme.ColorNameSuccess,
		chart.Level1: theme.ColorArea1, chart.Level2: theme.ColorArea2, chart.Level3: theme.ColorArea3, chart.Level4: theme.ColorArea4,
		chart.Tint: theme.ColorTint,
	}
	name, ok := names[role]
	if !ok {
		return color.Transparent
	}
	return theme.Of(name)
}

// mixed is a colour between two opaque ones: a share of 0 is the first, 1 the second.
func mixed(from, to color.Color, share float64) color.Color {
	r1, g1, b1, _ := from.RGBA()
	r2, g2, b2, _ := to.RGBA()
	part := func(a, b uint32) uint8 { return uint8((float64(a)*(1-share)+float64(b)*share)/0x101 + 0.5) }
	return color.NRGBA{R: part(r1, r2), G: part(g1, g2), B: part(b1, b2), A: 0xff}
}

// add turns a shape into marks.
func (c *chartView) add(s *chart.Shape) {
	if len(s.Points) == 0 || s.Form == chart.Rect && len(s.Points) < 2 {
		return
	}
	fills := s.Fill != chart.None && s.Form != chart.Polyline
	strokes := s.Stroke != chart.None && s.Width > 0
	dash, _ := s.Dash()
	ring := s.Form == chart.Circle && dash == 0 && s.Hatch == chart.Plain // that Fyne paints itself
	switch {
	case s.Form == chart.Label:
		c.label(s)
		return
	case ring:
		c.circle(s.Points[0], s.Radius, s.Fill, s.Stroke, s.Width)
		return
	case s.Form == chart.Rect && fills:
		c.rectangle(s)
	case s.Form == chart.Circle && fills:
		c.circle(s.Points[0], s.Radius, s.Fill, chart.None, 0)
	case fills:
		c.polygon(s.Points, chartColour(s.Fill))
	}
	if s.Hatch != chart.Plain {
		role := s.HatchRole()
		c.lines(s.HatchLines(), role, chart.HatchWidth)
		for _, at := range s.HatchDots() {
			c.circle(at, chart.HatchDot, role, chart.None, 0)
		}
	}
	if !strokes {
		return
	}
	if s.Form == chart.Circle && dash == 0 {
		c.circle(s.Points[0], s.Radius, chart.None, s.Stroke, s.Width)
		return
	}
	c.lines(s.Strokes(), s.Stroke, s.Width)
	for _, at := range s.Joins() {
		c.circle(at, s.Width/2, s.Stroke, chart.None, 0)
	}
}

func position(p chart.Point, scale float32, origin fyne.Position) fyne.Position {
	return fyne.NewPos(origin.X+float32(p.X)*scale, origin.Y+float32(p.Y)*scale)
}

func (c *chartView) circle(at chart.Point, radius float64, fill, stroke chart.Role, width float64) {
	o := canvas.NewCircle(chartColour(fill))
	o.StrokeColor = chartColour(stroke)
	c.marks = append(c.marks, mark{o, func(scale float32, origin fyne.Position) {
		r := float32(radius) * scale
		if stroke != chart.None {
			o.StrokeWidth = float32(width) * scale
			r += o.StrokeWidth / 2
		}
		o.Resize(fyne.NewSquareSize(2 * r))
		o.Move(position(at, scale, origin).SubtractXY(r, r))
	}})
}

func (c *chartView) rectangle(s *chart.Shape) {
	o := canvas.NewRectangle(chartColour(s.Fill))
	a, b := s.Points[0], s.Points[1]
	c.marks = append(c.marks, mark{o, func(scale float32, origin fyne.Position) {
		from, to := position(a, scale, origin), position(b, scale, origin)
		o.Move(fyne.NewPos(min(from.X, to.X), min(from.Y, to.Y)))
		o.Resize(fyne.NewSize(abs(to.X-from.X), abs(to.Y-from.Y)))
	}})
}

func abs(v float32) float32 { return float32(math.Abs(float64(v))) }

// polygon fills an area, in pieces where it has more corners than Fyne's polygon can have.
func (c *chartView) polygon(points []chart.Point, fill color.Color) {
	for _, piece := range pieces(points) {
		o := canvas.NewArbitraryPolygon(nil, fill)
		low, high := piece[0], piece[0]
		for _, p := range piece {
			low = chart.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
			high = chart.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
		}
		c.marks = append(c.marks, mark{o, func(scale float32, origin fyne.Position) {
			o.Points = o.Points[:0]
			for _, p := range piece {
				o.Points = append(o.Points, fyne.NewPos(float32(p.X-low.X)*scale, float32(p.Y-low.Y)*scale))
			}
			o.Move(position(low, scale, origin))
			o.Resize(fyne.NewSize(float32(high.X-low.X)*scale, float32(high.Y-low.Y)*scale))
		}})
	}
}

func (c *chartView) lines(segments []chart.Segment, role chart.Role, width float64) {
	for _, s := range segments {
		o := canvas.NewLine(chartColour(role))
		c.marks = append(c.marks, mark{o, func(scale float32, origin fyne.Position) {
			o.StrokeWidth = max(1, float32(width)*scale)
			o.Position1, o.Position2 = position(s.From, scale, origin), position(s.To, scale, origin)
		}})
	}
}

func (c *chartView) label(s *chart.Shape) {
	const point = 25.4 / 72
	if s.Text == "" || s.Size <= 0 || s.Fill == chart.None {
		return
	}
	o := canvas.NewText(s.Text, chartColour(s.Fill))
	o.TextStyle.Bold = s.Bold
	at, size, anchor := s.Points[0], float32(s.Size*point), s.Anchor
	c.marks = append(c.marks, mark{o, func(scale float32, origin fyne.Position) {
		o.TextSize = size * scale
		room, baseline := fyne.CurrentApp().Driver().RenderedTextSize(o.Text, o.TextSize, o.TextStyle, nil)
		p := position(at, scale, origin).SubtractXY(0, baseline)
		switch anchor {
		case chart.Middle:
			p.X -= room.Width / 2
		case chart.End:
			p.X -= room.Width
		}
		o.Move(p)
		o.Resize(room)
	}})
}

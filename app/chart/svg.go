package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// svgFonts are faces that most computers have, those with Georgian letters early.
const svgFonts = "'Waymark Sans','Noto Sans','DejaVu Sans','Noto Sans Georgian','Segoe UI',Arial,sans-serif"

// SVG returns d as an SVG file that needs no other: as large as the drawing in millimetres, on white, in the colours of
// Paper. Text stays text, as wide as measure says in whatever face it is shown. A letter that XML does not allow becomes
// the sign for a missing one. Equal drawings give equal bytes.
func SVG(d Drawing, measure Measure) []byte {
	v := svg{measure: measure}
	width, height := v.number(d.Width), v.number(d.Height)
	title := d.Title
	if title == "" {
		title = d.Alt
	}
	v.write(`<?xml version="1.0" encoding="UTF-8"?>`, "\n",
		`<svg xmlns="http://www.w3.org/2000/svg" width="`, width, `mm" height="`, height, `mm" viewBox="0 0 `, width, ` `, height,
		`" role="img" aria-labelledby="title desc" font-family="`, svgFonts, `" stroke-linejoin="round">`, "\n",
		`<title id="title">`, v.escaped(title), `</title>`, "\n", `<desc id="desc">`, v.escaped(d.Alt), `</desc>`, "\n",
		`<rect width="`, width, `" height="`, height, `" fill="`, v.colour(Surface), `"/>`, "\n")
	for i := range d.Shapes {
		v.shape(&d.Shapes[i])
	}
	v.write("</svg>\n")
	return v.out.Bytes()
}

// svg is a file being written.
type svg struct {
	out     bytes.Buffer
	measure Measure
}

func (v *svg) write(parts ...string) {
	for _, part := range parts {
		v.out.WriteString(part)
	}
}

func (v *svg) escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder never fails
	return b.String()
}

// number writes a length to a thousandth of a millimetre.
func (v *svg) number(f float64) string {
	text := strconv.FormatFloat(f, 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

func (v *svg) colour(role Role) string {
	c := Paper(role)
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}

// attribute writes a name and its value.
func (v *svg) attribute(name, value string) { v.write(" ", name, `="`, value, `"`) }

func (v *svg) length(name string, value float64) { v.attribute(name, v.number(value)) }

func (v *svg) shape(s *Shape) {
	if len(s.Points) == 0 || s.Form == Rect && len(s.Points) < 2 {
		return
	}
	if s.Form == Label {
		v.label(s)
		return
	}
	fills := s.Fill != None && s.Form != Polyline
	strokes := s.Stroke != None && s.Width > 0
	if s.Hatch == Plain {
		v.outline(s, fills, strokes)
		return
	}
	v.outline(s, fills, false)
	v.hatch(s)
	v.outline(s, false, strokes)
}

// outline writes s with its fill, its stroke, or both.
func (v *svg) outline(s *Shape, fills, strokes bool) {
	if !fills && !strokes {
		return
	}
	switch s.Form {
	case Circle:
		v.write("<circle")
		v.length("cx", s.Points[0].X)
		v.length("cy", s.Points[0].Y)
		v.length("r", s.Radius)
	case Rect:
		low, high := extent(s.Points)
		v.write("<rect")
		v.length("x", low.X)
		v.length("y", low.Y)
		v.length("width", high.X-low.X)
		v.length("height", high.Y-low.Y)
	case Polygon:
		v.write("<polygon")
		v.attribute("points", v.points(s.Points))
	default:
		v.write("<polyline")
		v.attribute("points", v.points(s.Points))
	}
	if fills {
		v.attribute("fill", v.colour(s.Fill))
	} else {
		v.attribute("fill", "none")
	}
	if strokes {
		v.attribute("stroke", v.colour(s.Stroke))
		v.length("stroke-width", s.Width)
		if dash, gap := s.Dash(); dash > 0 {
			v.attribute("stroke-dasharray", v.number(dash)+" "+v.number(gap))
		}
	}
	v.write("/>\n")
}

func (v *svg) points(points []Point) string {
	parts := make([]string, len(points))
	for i, p := range points {
		parts[i] = v.number(p.X) + "," + v.number(p.Y)
	}
	return strings.Join(parts, " ")
}

func (v *svg) hatch(s *Shape) {
	colour := v.colour(s.HatchRole())
	if lines := s.HatchLines(); len(lines) > 0 {
		v.write(`<path d="`)
		for _, l := range lines {
			v.write("M", v.points([]Point{l.From}), "L", v.points([]Point{l.To}))
		}
		v.write(`" fill="none" stroke="`, colour, `"`)
		v.length("stroke-width", HatchWidth)
		v.write("/>\n")
	}
	for _, at := range s.HatchDots() {
		v.outline(&Shape{Form: Circle, Points: []Point{at}, Radius: HatchDot, Fill: s.HatchRole()}, true, false)
	}
}

func (v *svg) label(s *Shape) {
	if s.Text == "" || s.Size <= 0 || s.Fill == None {
		return
	}
	v.write("<text")
	v.length("x", s.Points[0].X)
	v.length("y", s.Points[0].Y)
	v.length("font-size", s.Size*point)
	if s.Bold {
		v.attribute("font-weight", "bold")
	}
	switch s.Anchor {
	case Middle:
		v.attribute("text-anchor", "middle")
	case End:
		v.attribute("text-anchor", "end")
	}
	if width := v.measure(s.Text, s.Size, s.Bold); width > 0 {
		v.length("textLength", width)
		v.attribute("lengthAdjust", "spacingAndGlyphs")
	}
	v.attribute("fill", v.colour(s.Fill))
	v.write(">", v.escaped(s.Text), "</text>\n")
}

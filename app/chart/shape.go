// Package chart turns numbers into shapes: radar, heat map, bars, line and Gantt. A shape has a role, never a colour; the
// screen chooses by its theme how a role looks, and Paper says it for whatever is printed or saved. It imports the standard
// library only.
package chart

// Role says what a shape stands for; the painter chooses its colour.
type Role int

// The roles of shapes.
const (
	None Role = iota // not painted
	Ink
	Quiet
	Hairline
	Edge
	Surface
	Next      // the accent: now, in progress
	Attention // overdue, needs care
	Finished  // done
	Level1
	Level2
	Level3
	Level4
	Tint   // a light background band
	Shade1 // Attention thinned with Surface, ever stronger, under text in Ink
	Shade2
	Shade3
	Shade4
	Shade5
	Shade6
)

// Shades is the number of shades.
const Shades = int(Shade6-Shade1) + 1

// Strength is how much of Attention a shade holds, from 0 to 1, the rest being Surface; 0 for any other role.
func (r Role) Strength() float64 {
	if r < Shade1 || r > Shade6 {
		return 0
	}
	return 0.46 * float64(r-Shade1+1) / float64(Shades)
}

// Hatch marks an area so that it can be told apart in black and white.
type Hatch int

// The hatches.
const (
	Plain    Hatch = iota
	Diagonal       // lines rising to the right
	Cross          // diagonal both ways
	Dots
)

// Form is the sort of a Shape.
type Form int

// The forms of shapes; the comment says how Points is read.
const (
	Polyline Form = iota // a line through all points
	Polygon              // a closed area through all points
	Rect                 // two opposite corners
	Circle               // the centre; Radius gives its size
	Label                // the anchor of Text, on its baseline
)

// Anchor says which part of a label lies at its point.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// Point is a place in a drawing, in millimetres from its top left corner; y grows downwards.
type Point struct{ X, Y float64 }

// Shape is one thing to paint. Lengths are in millimetres, text sizes in points.
type Shape struct {
	Form   Form
	Points []Point
	Radius float64
	Fill   Role // of a Label the role of its text
	Stroke Role
	Width  float64 // of the stroke
	Dashed bool    // short dashes
	Dotted bool    // dots as long as the stroke is wide
	Hatch  Hatch   // over the fill, in the role of the stroke, in Ink where there is none
	Text   string
	Size   float64
	Bold   bool
	Anchor Anchor
}

// Drawing is a finished picture of shapes, painted in order. Alt says in words what it shows, beginning with Title.
type Drawing struct {
	Width, Height float64 // millimetres
	Shapes        []Shape
	Title         string
	Alt           string
}

// Measure returns the width of text in millimetres at a size in points.
type Measure func(text string, size float64, bold bool) float64

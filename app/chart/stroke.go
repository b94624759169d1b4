package chart

import (
	"math"
	"slices"
)

// How hatches look on every painter, in millimetres: how far apart lines and dots are, how wide lines, how large dots.
const (
	HatchGap   = 1.3
	HatchWidth = 0.18
	HatchDot   = 0.28
)

// Segment is a straight line.
type Segment struct{ From, To Point }

// Dash returns the length of the dashes or dots of the stroke and of the gaps between, in millimetres; 0 when it is whole.
func (s *Shape) Dash() (dash, gap float64) {
	switch {
	case s.Dotted:
		return max(0.3, s.Width), max(0.6, 1.9*s.Width)
	case s.Dashed:
		return max(0.8, 3*s.Width), max(0.6, 1.9*s.Width)
	}
	return 0, 0
}

// Outline returns the corners of a closed shape; a circle gets 48.
func (s *Shape) Outline() []Point {
	switch {
	case s.Form == Rect && len(s.Points) > 1:
		a, b := s.Points[0], s.Points[1]
		return []Point{a, {b.X, a.Y}, b, {a.X, b.Y}}
	case s.Form == Circle && len(s.Points) > 0:
		points := make([]Point, 48)
		for i := range points {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(points)))
			points[i] = Point{s.Points[0].X + s.Radius*cos, s.Points[0].Y + s.Radius*sin}
		}
		return points
	}
	return s.Points
}

// trace is the line that the stroke follows.
func (s *Shape) trace() []Point {
	points := s.Outline()
	if s.Form != Polyline && len(points) > 0 {
		points = append(points[:len(points):len(points)], points[0])
	}
	return points
}

// Strokes returns the stroke as straight pieces: its dashes, its dots, or its sides. Where sides meet is in Joins.
func (s *Shape) Strokes() []Segment {
	dash, gap := s.Dash()
	switch {
	case dash > 0 && s.Form == Circle && len(s.Points) > 0:
		return arcs(s.Points[0], s.Radius, dash, gap)
	case dash > 0:
		return dashes(s.trace(), dash, gap)
	}
	return pairs(s.trace())
}

// Joins returns the corners of a whole stroke, which a painter of straight pieces rounds off.
func (s *Shape) Joins() []Point {
	if s.Dashed || s.Dotted || len(s.Points) < 2 {
		return nil
	}
	if s.Form == Polyline {
		return s.Points[1 : len(s.Points)-1]
	}
	return s.Outline()
}

// HatchRole is the role in which the hatch is painted.
func (s *Shape) HatchRole() Role {
	if s.Stroke == None {
		return Ink
	}
	return s.Stroke
}

// HatchLines returns the lines of a hatch, cut off at the outline; none for Dots.
func (s *Shape) HatchLines() []Segment {
	if s.Hatch != Diagonal && s.Hatch != Cross || s.Form == Polyline {
		return nil
	}
	points := s.Outline()
	low, high := extent(points)
	tall := high.Y - low.Y
	var lines []Segment
	for x := low.X - tall + HatchGap/2; x < high.X; x += HatchGap {
		lines = append(lines, clipped(points, Segment{Point{x, high.Y}, Point{x + tall, low.Y}})...)
		if s.Hatch == Cross {
			lines = append(lines, clipped(points, Segment{Point{x, low.Y}, Point{x + tall, high.Y}})...)
		}
	}
	return lines
}

// HatchDots returns the middles of the dots of a hatch of Dots.
func (s *Shape) HatchDots() []Point {
	if s.Hatch != Dots || s.Form == Polyline {
		return nil
	}
	points := s.Outline()
	low, high := extent(points)
	var dots []Point
	for y, odd := low.Y+HatchGap/2, false; y < high.Y; y, odd = y+HatchGap*0.8, !odd {
		x := low.X + HatchGap/2
		if odd {
			x += HatchGap / 2
		}
		for ; x < high.X-HatchDot; x += HatchGap {
			if p := (Point{x, y}); within(points, p) {
				dots = append(dots, p)
			}
		}
	}
	return dots
}

// extent returns the top left and the bottom right corner of what points cover.
func extent(points []Point) (low, high Point) {
	for i, p := range points {
		if i == 0 {
			low, high = p, p
		}
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	return low, high
}

// pairs returns the segments of a line through points.
func pairs(points []Point) []Segment {
	var segments []Segment
	for i := 1; i < len(points); i++ {
		segments = append(segments, Segment{points[i-1], points[i]})
	}
	return segments
}

// dashes cuts a line through points into dashes with gaps between; the rhythm goes on around corners.
func dashes(points []Point, dash, gap float64) []Segment {
	var segments []Segment
	at := 0.0 // within dash and gap
	for _, s := range pairs(points) {
		length := math.Hypot(s.To.X-s.From.X, s.To.Y-s.From.Y)
		along := func(d float64) Point {
			return Point{s.From.X + (s.To.X-s.From.X)*d/length, s.From.Y + (s.To.Y-s.From.Y)*d/length}
		}
		for done := 0.0; done < length; {
			step := min(length-done, dash-at)
			if at >= dash {
				step = min(length-done, dash+gap-at)
			} else {
				segments = append(segments, Segment{along(done), along(done + step)})
			}
			done, at = done+step, at+step
			if at >= dash+gap-1e-9 {
				at = 0
			}
			if step <= 0 {
				break
			}
		}
	}
	return segments
}

// arcs cuts a circle into dashes of about a length with equal gaps between, each dash into two straight pieces.
func arcs(middle Point, radius, dash, gap float64) []Segment {
	const pieces = 2
	n := max(3, math.Round(2*math.Pi*radius/(dash+gap)))
	turn := 2 * math.Pi / n
	at := func(angle float64) Point {
		sin, cos := math.Sincos(angle)
		return Point{middle.X + radius*cos, middle.Y + radius*sin}
	}
	var segments []Segment
	for i := range int(n) {
		from := float64(i) * turn
		for j := range pieces {
			step := turn * dash / (dash + gap) / pieces
			segments = append(segments, Segment{at(from + float64(j)*step), at(from + float64(j+1)*step)})
		}
	}
	return segments
}

// clipped returns what of a segment lies inside a polygon.
func clipped(polygon []Point, s Segment) []Segment {
	dx, dy := s.To.X-s.From.X, s.To.Y-s.From.Y
	var cuts []float64
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		// On which side of the segment's line a and b lie; an end on it counts as one side, so a corner counts once.
		sideA, sideB := dx*(a.Y-s.From.Y)-dy*(a.X-s.From.X), dx*(b.Y-s.From.Y)-dy*(b.X-s.From.X)
		if (sideA > 0) == (sideB > 0) {
			continue
		}
		share := sideA / (sideA - sideB)
		x, y := a.X+share*(b.X-a.X), a.Y+share*(b.Y-a.Y)
		cuts = append(cuts, ((x-s.From.X)*dx+(y-s.From.Y)*dy)/(dx*dx+dy*dy))
	}
	slices.Sort(cuts)
	var inside []Segment
	for i := 0; i+1 < len(cuts); i += 2 {
		from, to := max(0, cuts[i]), min(1, cuts[i+1])
		if to > from {
			inside = append(inside, Segment{Point{s.From.X + from*dx, s.From.Y + from*dy}, Point{s.From.X + to*dx, s.From.Y + to*dy}})
		}
	}
	return inside
}

// within tells whether a point lies inside a polygon.
func within(polygon []Point, p Point) bool {
	in := false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

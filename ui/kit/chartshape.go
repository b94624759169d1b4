package kit

import (
	"math"
	"slices"

	"waymark/app/chart"
)

// segment is a straight line, in millimetres of a drawing.
type segment struct{ from, to chart.Point }

// pairs returns the segments of a line through points.
func pairs(points []chart.Point) []segment {
	var segments []segment
	for i := 1; i < len(points); i++ {
		segments = append(segments, segment{points[i-1], points[i]})
	}
	return segments
}

// dashes cuts a line through points into dashes with gaps between; the rhythm goes on around corners.
func dashes(points []chart.Point, dash, gap float64) []segment {
	var segments []segment
	at := 0.0 // within dash and gap
	for _, s := range pairs(points) {
		length := math.Hypot(s.to.X-s.from.X, s.to.Y-s.from.Y)
		along := func(d float64) chart.Point {
			return chart.Point{X: s.from.X + (s.to.X-s.from.X)*d/length, Y: s.from.Y + (s.to.Y-s.from.Y)*d/length}
		}
		for done := 0.0; done < length; {
			step := min(length-done, dash-at)
			if at >= dash {
				step = min(length-done, dash+gap-at)
			} else {
				segments = append(segments, segment{along(done), along(done + step)})
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

// outline returns the corners of a closed shape; a circle gets 32.
func outline(s *chart.Shape) []chart.Point {
	switch s.Form {
	case chart.Rect:
		a, b := s.Points[0], s.Points[1]
		return []chart.Point{a, {X: b.X, Y: a.Y}, b, {X: a.X, Y: b.Y}}
	case chart.Circle:
		points := make([]chart.Point, 32)
		for i := range points {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(points)))
			points[i] = chart.Point{X: s.Points[0].X + s.Radius*cos, Y: s.Points[0].Y + s.Radius*sin}
		}
		return points
	}
	return s.Points
}

// hatch paints lines or dots over the area of s and nowhere else.
func (c *chartView) hatch(s *chart.Shape, role chart.Role) {
	const gap, width, dot = 1.4, 0.22, 0.3
	points := outline(s)
	low, high := points[0], points[0]
	for _, p := range points {
		low = chart.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = chart.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	tall := high.Y - low.Y
	if s.Hatch == chart.Dots {
		for y, odd := low.Y+gap/2, false; y < high.Y; y, odd = y+gap*0.8, !odd {
			x := low.X + gap/2
			if odd {
				x += gap / 2
			}
			for ; x < high.X-dot; x += gap {
				if p := (chart.Point{X: x, Y: y}); within(points, p) {
					c.circle(p, dot, role, chart.None, 0)
				}
			}
		}
		return
	}
	for x := low.X - tall + gap/2; x < high.X; x += gap {
		c.lines(clipped(points, segment{chart.Point{X: x, Y: high.Y}, chart.Point{X: x + tall, Y: low.Y}}), role, width)
		if s.Hatch == chart.Cross {
			c.lines(clipped(points, segment{chart.Point{X: x, Y: low.Y}, chart.Point{X: x + tall, Y: high.Y}}), role, width)
		}
	}
}

// clipped returns what of a segment lies inside a polygon.
func clipped(polygon []chart.Point, s segment) []segment {
	dx, dy := s.to.X-s.from.X, s.to.Y-s.from.Y
	var cuts []float64
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		// On which side of the segment's line a and b lie; an end on it counts as one side, so a corner counts once.
		sideA, sideB := dx*(a.Y-s.from.Y)-dy*(a.X-s.from.X), dx*(b.Y-s.from.Y)-dy*(b.X-s.from.X)
		if (sideA > 0) == (sideB > 0) {
			continue
		}
		share := sideA / (sideA - sideB)
		x, y := a.X+share*(b.X-a.X), a.Y+share*(b.Y-a.Y)
		cuts = append(cuts, ((x-s.from.X)*dx+(y-s.from.Y)*dy)/(dx*dx+dy*dy))
	}
	slices.Sort(cuts)
	var inside []segment
	for i := 0; i+1 < len(cuts); i += 2 {
		from, to := max(0, cuts[i]), min(1, cuts[i+1])
		if to > from {
			inside = append(inside, segment{chart.Point{X: s.from.X + from*dx, Y: s.from.Y + from*dy},
				chart.Point{X: s.from.X + to*dx, Y: s.from.Y + to*dy}})
		}
	}
	return inside
}

// within tells whether a point lies inside a polygon.
func within(polygon []chart.Point, p chart.Point) bool {
	in := false
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		if (a.Y > p.Y) != (b.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

// corners is how many corners Fyne's polygon can have.
const corners = 16

// turn is twice the area of the triangle, positive when it goes clockwise on the screen.
func turn(a, b, c chart.Point) float64 { return (b.X-a.X)*(c.Y-a.Y) - (b.Y-a.Y)*(c.X-a.X) }

// pieces returns a polygon in clockwise order, cut into triangles when it has too many corners.
func pieces(points []chart.Point) [][]chart.Point {
	area := 0.0
	for i := range points {
		area += turn(points[0], points[i], points[(i+1)%len(points)])
	}
	if len(points) < 3 || area == 0 {
		return nil
	}
	rest := slices.Clone(points)
	if area < 0 {
		slices.Reverse(rest)
	}
	var cut [][]chart.Point
	for len(rest) > corners {
		n, ear := len(rest), 0
		for ear < n && !isEar(rest, ear) {
			ear++
		}
		if ear == n {
			break // the outline crosses itself; the beginning of it is all that can be filled
		}
		cut = append(cut, []chart.Point{rest[(ear+n-1)%n], rest[ear], rest[(ear+1)%n]})
		rest = slices.Delete(rest, ear, ear+1)
	}
	return append(cut, rest[:min(len(rest), corners)])
}

// isEar tells whether corner i can be cut off: it is convex and no other corner lies in its triangle.
func isEar(points []chart.Point, i int) bool {
	n := len(points)
	a, b, c := points[(i+n-1)%n], points[i], points[(i+1)%n]
	if turn(a, b, c) <= 0 {
		return false
	}
	for _, p := range points {
		if p != a && p != b && p != c && turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0 {
			return false
		}
	}
	return true
}

package kit

import (
	"slices"

	"waymark/app/chart"
)

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

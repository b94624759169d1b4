package chart

import (
	"math"
	"strconv"
)

// marks is how many sorts of mark there are.
const marks = 6

// mark draws mark number sort around a point: filled circle, hollow square, filled triangle, hollow diamond, cross, star.
func mark(sort int, at Point, r float64) []Shape {
	filled := func(points ...Point) []Shape {
		return []Shape{{Form: Polygon, Points: around(at, points), Fill: Ink}}
	}
	hollow := func(points ...Point) []Shape {
		return []Shape{{Form: Polygon, Points: around(at, points), Fill: Surface, Stroke: Ink, Width: 0.3}}
	}
	switch sort {
	case 0:
		return []Shape{{Form: Circle, Points: []Point{at}, Radius: 0.9 * r, Fill: Ink}}
	case 1:
		a := 0.75 * r
		return hollow(Point{-a, -a}, Point{a, -a}, Point{a, a}, Point{-a, a})
	case 2:
		return filled(Point{0, -r}, Point{r, 0.8 * r}, Point{-r, 0.8 * r})
	case 3:
		return hollow(Point{0, -r}, Point{r, 0}, Point{0, r}, Point{-r, 0})
	case 4:
		a := 0.75 * r
		return []Shape{line(Ink, 0.45, around(at, []Point{{-a, -a}, {a, a}})...), line(Ink, 0.45, around(at, []Point{{-a, a}, {a, -a}})...)}
	}
	star := make([]Point, 10)
	for i := range star {
		reach := 1.1 * r
		if i%2 == 1 {
			reach *= 0.42
		}
		sin, cos := math.Sincos(math.Pi * float64(i) / 5)
		star[i] = Point{reach * sin, -reach * cos}
	}
	return filled(star...)
}

// around moves points given from a middle to where that middle is.
func around(at Point, points []Point) []Point {
	for i := range points {
		points[i].X, points[i].Y = points[i].X+at.X, points[i].Y+at.Y
	}
	return points
}

// dividedHalf is half the width and half the height of the mark of a divided team.
var dividedHalf = Point{1.9, 1.1}

// dividedMark draws two points that turn away from each other: the team disagrees.
func dividedMark(at Point) []Shape {
	w, h := dividedHalf.X, dividedHalf.Y
	tip := func(side float64) Shape {
		return Shape{Form: Polygon, Points: around(at, []Point{{side * w, 0}, {side * 0.35, -h}, {side * 0.35, h}}), Fill: Attention}
	}
	return []Shape{tip(-1), tip(1)}
}

// oneDecimal writes a level where nobody says how.
func oneDecimal(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// middle is the middle of an area.
func (a area) middle() Point { return Point{(a.left + a.right) / 2, (a.top + a.bottom) / 2} }

// across is the line through the middle of an area.
func (a area) across() []Point { return []Point{{a.left, a.middle().Y}, {a.right, a.middle().Y}} }

// centred is a legend set in the middle of width, its top at top.
func centred(keys []key, width, top, size float64, measure Measure) (shapes []Shape, height float64) {
	shapes, height = legend(keys, width, top, size, measure)
	right := 0.0
	for _, s := range shapes {
		if s.Form == Label {
			right = max(right, labelArea(s, measure).right)
		}
	}
	for i, s := range shapes {
		shapes[i] = moved(s, max(0, (width-right)/2), 0)
	}
	return shapes, height
}

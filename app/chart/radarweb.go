package chart

import "strconv"

// radarWeb draws rings, spokes and the three shapes.
func radarWeb(c RadarConfig, w web, size float64) []Shape {
	now, nowPoints := radarLevels(c, w, func(a RadarAxis) float64 { return a.Now })
	target, targetPoints := radarLevels(c, w, func(a RadarAxis) float64 { return a.Target })
	before, _ := radarLevels(c, w, func(a RadarAxis) float64 { return a.Last })
	var shapes []Shape
	if now.Form == Polygon {
		fill := now
		fill.Fill = Level2
		shapes = append(shapes, fill)
	}
	for level := 1; level <= c.Levels; level++ {
		ring := Shape{Form: Polygon, Stroke: Hairline, Width: 0.2}
		if level == c.Levels {
			ring.Stroke, ring.Width = Edge, 0.25
		}
		for i := range c.Axes {
			ring.Points = append(ring.Points, w.at(i, float64(level)))
		}
		if len(c.Axes) < 3 {
			ring = Shape{Form: Circle, Points: []Point{{w.x, w.y}}, Radius: w.radius * float64(level) / float64(c.Levels),
				Stroke: ring.Stroke, Width: ring.Width}
		}
		shapes = append(shapes, ring)
	}
	for i := range c.Axes {
		shapes = append(shapes, line(Hairline, 0.2, Point{w.x, w.y}, w.at(i, float64(c.Levels))))
	}
	shapes = append(shapes, radarWeak(c, w)...)
	before.Stroke, before.Width, before.Dotted = Quiet, 0.5, true
	target.Stroke, target.Width, target.Dashed = Ink, 0.45, true
	now.Stroke, now.Width = Next, 0.6
	for _, s := range []Shape{before, target, now} {
		if len(s.Points) > 1 {
			shapes = append(shapes, s)
		}
	}
	for i, a := range c.Axes {
		if a.Target > 0 {
			shapes = append(shapes, Shape{Form: Circle, Points: []Point{targetPoints[i]}, Radius: 0.9, Fill: Surface, Stroke: Ink, Width: 0.3})
		}
		if a.Now > 0 {
			shapes = append(shapes, radarDot(nowPoints[i], a.Weak))
		}
		if a.Divided {
			shapes = append(shapes, dividedMark(w.direction(i, w.radius+w.gap/2))...)
		}
	}
	return append(shapes, radarNumerals(w, size, c.Measure)...)
}

func radarDot(at Point, weak bool) Shape {
	if weak {
		return Shape{Form: Circle, Points: []Point{at}, Radius: 1.1, Fill: Surface, Stroke: Next, Width: 0.45}
	}
	return Shape{Form: Circle, Points: []Point{at}, Radius: 1, Fill: Next}
}

// radarWeak hatches the part of the filled shape around each axis with weak evidence, half way to its neighbours.
func radarWeak(c RadarConfig, w web) []Shape {
	var known []int
	for i, a := range c.Axes {
		if a.Now > 0 {
			known = append(known, i)
		}
	}
	n := len(known)
	if n < 3 {
		return nil
	}
	at := func(k int) Point {
		axis := known[(k+n)%n]
		return w.at(axis, c.Axes[axis].Now)
	}
	var shapes []Shape
	for k, axis := range known {
		if !c.Axes[axis].Weak {
			continue
		}
		before, here, after := at(k-1), at(k), at(k+1)
		shapes = append(shapes, Shape{Form: Polygon, Stroke: Next, Hatch: Diagonal,
			Points: []Point{{w.x, w.y}, {(before.X + here.X) / 2, (before.Y + here.Y) / 2}, here, {(here.X + after.X) / 2, (here.Y + after.Y) / 2}}})
	}
	return shapes
}

// radarLevels returns the shape through the known levels, and the point of each axis.
func radarLevels(c RadarConfig, w web, level func(RadarAxis) float64) (Shape, []Point) {
	s := Shape{Form: Polygon}
	all := make([]Point, len(c.Axes))
	for i, a := range c.Axes {
		if v := level(a); v > 0 {
			all[i] = w.at(i, v)
			s.Points = append(s.Points, all[i])
		}
	}
	if len(s.Points) < 3 {
		s.Form = Polyline
	}
	return s, all
}

// radarNumerals writes each ring's numeral beside the first axis, on a scrap of paper so that lines do not cross it.
func radarNumerals(w web, size float64, measure Measure) []Shape {
	size = min(size*0.85, w.radius/float64(w.levels)/point*0.7)
	var shapes []Shape
	for level := 1; level <= w.levels; level++ {
		at := w.at(0, float64(level))
		numeral := strconv.Itoa(level)
		width := measure(numeral, size, true)
		x, y := at.X+1.4, at.Y+middleOf*size*point
		shapes = append(shapes, rect(area{x - 0.3, y - 0.74*size*point, x + width + 0.3, y + 0.05*size*point}, Surface),
			Shape{Form: Label, Points: []Point{{x, y}}, Text: numeral, Size: size, Bold: true, Fill: Quiet})
	}
	return shapes
}

func radarKeys(c RadarConfig) []key {
	has := func(test func(RadarAxis) bool, word string) string {
		for _, a := range c.Axes {
			if test(a) {
				return word
			}
		}
		return ""
	}
	return []key{
		{has(func(a RadarAxis) bool { return a.Now > 0 }, c.Now), func(a area) []Shape {
			box := rect(area{a.left + 0.3, a.top, a.right - 1, a.bottom}, Level2)
			box.Stroke, box.Width = Next, 0.6
			return []Shape{box, radarDot(Point{box.Points[1].X, a.middle().Y}, false)}
		}},
		{has(func(a RadarAxis) bool { return a.Target > 0 }, c.Target), func(a area) []Shape {
			dashed := line(Ink, 0.45, a.across()...)
			dashed.Dashed = true
			return []Shape{dashed, {Form: Circle, Points: []Point{a.middle()}, Radius: 0.9, Fill: Surface, Stroke: Ink, Width: 0.3}}
		}},
		{has(func(a RadarAxis) bool { return a.Last > 0 }, c.Last), func(a area) []Shape {
			dotted := line(Quiet, 0.5, a.across()...)
			dotted.Dotted = true
			return []Shape{dotted}
		}},
		{has(func(a RadarAxis) bool { return a.Weak && a.Now > 0 }, c.Weak), func(a area) []Shape {
			box := rect(area{a.left + 0.3, a.top, a.right - 1, a.bottom}, Level2)
			box.Stroke, box.Hatch = Next, Diagonal
			return []Shape{box, radarDot(Point{box.Points[1].X, a.middle().Y}, true)}
		}},
		{has(func(a RadarAxis) bool { return a.Divided }, c.Divided), func(a area) []Shape { return dividedMark(a.middle()) }},
	}
}

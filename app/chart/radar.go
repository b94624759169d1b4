package chart

import (
	"math"
	"sort"
	"strconv"
	"strings"
)

// RadarConfig says what a Radar shows. Sizes are in millimetres, Size in points.
type RadarConfig struct {
	Width, Height float64
	Size          float64 // of the axis names; smaller where they would not fit
	Measure       Measure
	Title         string // begins the Alt text
	Levels        int    // rings, from 1
	Axes          []RadarAxis
	Now           string // words of the legend; an empty word is left out, and so is what no axis has
	Target        string
	Last          string
	Weak          string
	Number        func(float64) string // writes a level in the Alt text; nil for one decimal with a point
}

// RadarAxis is one axis; a level of 0 is not known and has no mark.
type RadarAxis struct {
	Name              string
	Now, Target, Last float64
	Weak              bool // there is little evidence for now
}

// Radar draws levels on axes around a centre: now filled, target outlined, the last round dotted, weak evidence hatched.
// Rings carry their numeral. Names never overlap.
func Radar(c RadarConfig) Drawing {
	d := Drawing{Width: c.Width, Height: c.Height, Alt: radarAlt(c)}
	if len(c.Axes) == 0 || c.Levels < 1 || c.Measure == nil {
		return d
	}
	for size := c.Size; ; size *= 0.93 {
		last := size < c.Size*0.55
		widest := 0.0
		for _, share := range []float64{0.27, 0.23, 0.19} { // names in more lines may leave more room for the web
			if shapes, radius, ok := radarShapes(c, size, share, last); (ok || last) && radius > widest {
				d.Shapes, widest = shapes, radius
			}
		}
		if widest > 0 {
			return d
		}
	}
}

func radarAlt(c RadarConfig) string {
	number := c.Number
	if number == nil {
		number = func(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }
	}
	parts := make([]string, 0, len(c.Axes))
	for _, a := range c.Axes {
		part := a.Name + " –"
		if a.Now > 0 {
			part = a.Name + " " + number(a.Now)
		}
		if a.Target > 0 {
			part += " → " + number(a.Target)
		}
		parts = append(parts, part)
	}
	return strings.TrimPrefix(c.Title+": "+strings.Join(parts, "; "), ": ")
}

// web is the place of a radar in its drawing.
type web struct {
	x, y, radius float64
	axes, levels int
}

func (w web) at(axis int, level float64) Point {
	return w.direction(axis, w.radius*min(level, float64(w.levels))/float64(w.levels))
}

func (w web) direction(axis int, distance float64) Point {
	sin, cos := math.Sincos(2 * math.Pi * float64(axis) / float64(w.axes))
	return Point{w.x + distance*sin, w.y - distance*cos}
}

const radarGap = 2.5 // between the outer ring and the names

// radarShapes tries one text size, with names at the sides no wider than a share of the width. It returns the radius of
// the web; ok is false when names would be broken or overlap. With force it leaves out what would overlap.
func radarShapes(c RadarConfig, size, share float64, force bool) (shapes []Shape, radius float64, ok bool) {
	keys, keysHeight := legend(radarKeys(c), c.Width, 0, size*0.92, c.Measure)
	height := c.Height
	if keysHeight > 0 {
		height -= keysHeight + 2
	}
	ok = true
	names := make([][]string, len(c.Axes))
	side, top, bottom := 0.0, 0.0, 0.0
	for i, a := range c.Axes {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(c.Axes)))
		room := c.Width * share
		if upright(sin) {
			room = c.Width * 0.5
		}
		lines, whole := wrap(a.Name, room, size, false, c.Measure)
		if names[i] = atMost(lines, 3, room, size, false, c.Measure); !whole || len(lines) > 3 {
			ok = false
		}
		block := float64(len(names[i])) * lineHeight(size)
		switch {
		case upright(sin) && cos > 0:
			top = max(top, block)
		case upright(sin):
			bottom = max(bottom, block)
		default:
			for _, l := range names[i] {
				side = max(side, c.Measure(l, size, false))
			}
		}
	}
	w := web{x: c.Width / 2, axes: len(c.Axes), levels: c.Levels}
	w.radius = max(1, min(c.Width/2-side-radarGap, (height-top-bottom-2*radarGap)/2))
	w.y = (top + radarGap + w.radius + height - bottom - radarGap - w.radius) / 2
	if w.radius < 0.22*min(c.Width, height) {
		ok = false
	}
	labels, apart := radarNames(c, w, names, size, height)
	if !apart && !force {
		return nil, 0, false
	}
	shapes = radarWeb(c, w, size)
	shapes = append(shapes, labels...)
	middle := max(0, (c.Width-widest(keys, c.Measure))/2)
	for _, k := range keys {
		shapes = append(shapes, moved(k, middle, c.Height-keysHeight))
	}
	return shapes, w.radius, ok && apart
}

// widest is how far labels reach to the right.
func widest(shapes []Shape, measure Measure) float64 {
	right := 0.0
	for _, s := range shapes {
		if s.Form == Label {
			right = max(right, labelArea(s, measure).right)
		}
	}
	return right
}

func upright(sin float64) bool { return math.Abs(sin) < 0.15 }

func moved(s Shape, dx, dy float64) Shape {
	points := make([]Point, len(s.Points))
	for i, p := range s.Points {
		points[i] = Point{p.X + dx, p.Y + dy}
	}
	s.Points = points
	return s
}

// radarNames places the axis names outside the web; apart is false when some would overlap, and those are left out.
func radarNames(c RadarConfig, w web, names [][]string, size, height float64) (labels []Shape, apart bool) {
	type name struct{ axis, top float64 }
	var sides [2][]name
	var placed []area
	apart = true
	put := func(shapes []Shape) {
		var areas []area
		for _, s := range shapes {
			areas = append(areas, labelArea(s, c.Measure))
		}
		for _, a := range areas {
			if !a.inside(c.Width, height) {
				apart = false
				return
			}
			for _, b := range placed {
				if a.meets(b) {
					apart = false
					return
				}
			}
		}
		placed, labels = append(placed, areas...), append(labels, shapes...)
	}
	for i, lines := range names {
		tall := float64(len(lines)) * lineHeight(size)
		at := w.direction(i, w.radius+radarGap)
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(w.axes))
		switch {
		case upright(sin) && cos > 0:
			put(block(lines, at.X, at.Y-tall, size, false, Middle))
		case upright(sin):
			put(block(lines, at.X, at.Y, size, false, Middle))
		case sin > 0:
			sides[0] = append(sides[0], name{float64(i), at.Y - tall/2})
		default:
			sides[1] = append(sides[1], name{float64(i), at.Y - tall/2})
		}
	}
	for s, side := range sides {
		sort.SliceStable(side, func(i, j int) bool { return side[i].top < side[j].top })
		tall := func(n name) float64 { return float64(len(names[int(n.axis)])) * lineHeight(size) }
		for i := range side {
			side[i].top = max(side[i].top, 0)
			if i > 0 {
				side[i].top = max(side[i].top, side[i-1].top+tall(side[i-1])+0.3)
			}
		}
		limit := height
		for i := len(side) - 1; i >= 0; i-- {
			side[i].top = min(side[i].top, limit-tall(side[i]))
			limit = side[i].top - 0.3
		}
		for _, n := range side {
			away := 0.0
			if n.top > w.y {
				away = n.top - w.y
			} else if n.top+tall(n) < w.y {
				away = w.y - n.top - tall(n)
			}
			reach := w.radius + radarGap
			x := math.Sqrt(max(0, reach*reach-away*away))
			if s == 0 {
				put(block(names[int(n.axis)], w.x+x, n.top, size, false, Start))
			} else {
				put(block(names[int(n.axis)], w.x-x, n.top, size, false, End))
			}
		}
	}
	return labels, apart
}

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
	before.Stroke, before.Width, before.Dashed = Quiet, 0.4, true
	target.Stroke, target.Width = Ink, 0.4
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
	}
	return append(shapes, radarNumerals(w, size, c.Measure)...)
}

func radarDot(at Point, weak bool) Shape {
	if weak {
		return Shape{Form: Circle, Points: []Point{at}, Radius: 1.5, Fill: Surface, Stroke: Next, Width: 0.3, Hatch: Diagonal}
	}
	return Shape{Form: Circle, Points: []Point{at}, Radius: 0.9, Fill: Next}
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
		x, y := at.X+1.4, at.Y+0.36*size*point
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
	mid := func(a area) Point { return Point{(a.left + a.right) / 2, (a.top + a.bottom) / 2} }
	across := func(a area) []Point { return []Point{{a.left, mid(a).Y}, {a.right, mid(a).Y}} }
	return []key{
		{has(func(a RadarAxis) bool { return a.Now > 0 }, c.Now), func(a area) []Shape {
			box := rect(a, Level2)
			box.Stroke, box.Width = Next, 0.6
			return []Shape{box}
		}},
		{has(func(a RadarAxis) bool { return a.Target > 0 }, c.Target), func(a area) []Shape {
			return []Shape{line(Ink, 0.4, across(a)...),
				{Form: Circle, Points: []Point{mid(a)}, Radius: 0.9, Fill: Surface, Stroke: Ink, Width: 0.3}}
		}},
		{has(func(a RadarAxis) bool { return a.Last > 0 }, c.Last), func(a area) []Shape {
			dotted := line(Quiet, 0.4, across(a)...)
			dotted.Dashed = true
			return []Shape{dotted}
		}},
		{has(func(a RadarAxis) bool { return a.Weak && a.Now > 0 }, c.Weak), func(a area) []Shape {
			return []Shape{radarDot(mid(a), true)}
		}},
	}
}

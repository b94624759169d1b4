package chart

import (
	"math"
	"slices"
	"sort"
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
	Divided       string
	Number        func(float64) string // writes a level in the Alt text; nil for one decimal with a point
}

// RadarAxis is one axis; a level of 0 is not known and has no mark.
type RadarAxis struct {
	Name              string
	Now, Target, Last float64
	Weak              bool // there is little evidence for now
	Divided           bool // the team disagrees
}

// Radar draws levels on axes around a centre: now filled with filled points, target dashed with hollow points, the last
// round dotted, weak evidence hatched, a mark at the end of an axis on which the team disagrees. Rings carry their numeral.
// Names never overlap.
func Radar(c RadarConfig) Drawing {
	d := Drawing{Width: c.Width, Height: c.Height, Title: c.Title, Alt: radarAlt(c)}
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
		number = oneDecimal
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
	gap          float64 // between the outer ring and the names
	axes, levels int
}

func (w web) at(axis int, level float64) Point {
	return w.direction(axis, w.radius*min(level, float64(w.levels))/float64(w.levels))
}

func (w web) direction(axis int, distance float64) Point {
	sin, cos := math.Sincos(2 * math.Pi * float64(axis) / float64(w.axes))
	return Point{w.x + distance*sin, w.y - distance*cos}
}

// low is how far the lowest corner of the web is below its middle, as a share of its radius.
func (w web) low() float64 {
	w.x, w.y = 0, 0
	low := 0.0
	for i := range w.axes {
		low = max(low, w.direction(i, 1).Y)
	}
	if w.axes < 3 { // its rings are round
		return 1
	}
	return low
}

// radarLines is how many lines a name may have, nameGap how far names beside the web are apart at least, so that two do not
// read as one.
const radarLines, nameGap = 4, 1.6

// radarGap is the room that the names leave around the web, more where a mark stands in it.
func radarGap(axes []RadarAxis) float64 {
	if slices.ContainsFunc(axes, func(a RadarAxis) bool { return a.Divided }) {
		return 2*dividedHalf.X + 1.6
	}
	return 2.5
}

// radarShapes tries one text size, with names at the sides no wider than a share of the width. It returns the radius of
// the web; ok is false when names would be broken or overlap. With force it leaves out what would overlap.
func radarShapes(c RadarConfig, size, share float64, force bool) (shapes []Shape, radius float64, ok bool) {
	keys, keysHeight := centred(radarKeys(c), c.Width, 0, size*0.92, c.Measure)
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
		if names[i] = atMost(lines, radarLines, room, size, false, c.Measure); !whole || len(lines) > radarLines {
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
	w := web{x: c.Width / 2, gap: radarGap(c.Axes), axes: len(c.Axes), levels: c.Levels}
	low := w.low()
	// As large as the height allows, then smaller until the names have room; at least as small as leaves it beside the web.
	least := max(1, min(c.Width/2-side-w.gap, (height-top-bottom-2*w.gap)/2))
	var labels []Shape
	apart := false
	for w.radius = max(least, (height-top-bottom-2*w.gap)/(1+low)); ; w.radius = max(least, w.radius*0.96) {
		w.y = top + w.gap + w.radius + (height-top-bottom-2*w.gap-w.radius*(1+low))/2
		if labels, apart = radarNames(c, w, names, size, height); apart || w.radius == least {
			break
		}
	}
	if w.radius < 0.22*min(c.Width, height) {
		ok = false
	}
	if !apart && !force {
		return nil, 0, false
	}
	shapes = radarWeb(c, w, size)
	shapes = append(shapes, labels...)
	for _, k := range keys {
		shapes = append(shapes, moved(k, 0, c.Height-keysHeight))
	}
	return shapes, w.radius, ok && apart
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
		at := w.direction(i, w.radius+w.gap)
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
				side[i].top = max(side[i].top, side[i-1].top+tall(side[i-1])+nameGap)
			}
		}
		limit := height
		for i := len(side) - 1; i >= 0; i-- {
			side[i].top = min(side[i].top, limit-tall(side[i]))
			limit = side[i].top - nameGap
		}
		for _, n := range side {
			away := 0.0
			if n.top > w.y {
				away = n.top - w.y
			} else if n.top+tall(n) < w.y {
				away = w.y - n.top - tall(n)
			}
			reach := w.radius + w.gap
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

package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// TrendConfig says what a Trend shows. Sizes are in millimetres, Size in points.
type TrendConfig struct {
	Width, Height float64
	Size          float64
	Measure       Measure
	Title         string // begins the Alt text
	Points        []TrendPoint
	Target        float64
	HasTarget     bool
	TargetWord    string    // before the target's number, such as "Target"
	Due           time.Time // by when; zero when not given
	Number        func(float64) string
	Day           func(time.Time) string
	Plain         bool // only the line, for a small place: no words, no axis
}

// TrendPoint is a value on a day.
type TrendPoint struct {
	Day   time.Time
	Value float64
}

// Trend draws an indicator's values over time, against its target line.
func Trend(c TrendConfig) Drawing {
	if c.Number == nil {
		c.Number = func(v float64) string { return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64) }
	}
	if c.Day == nil {
		c.Day = func(t time.Time) string { return t.Format(time.DateOnly) }
	}
	c.Points = slices.Clone(c.Points)
	slices.SortStableFunc(c.Points, func(a, b TrendPoint) int { return a.Day.Compare(b.Day) })
	d := Drawing{Width: c.Width, Height: c.Height, Title: c.Title, Alt: trendAlt(c)}
	if c.Measure == nil || len(c.Points) == 0 && !c.HasTarget {
		return d
	}
	d.Shapes = newTrend(c).draw()
	return d
}

func trendAlt(c TrendConfig) string {
	var parts []string
	for _, p := range c.Points {
		parts = append(parts, c.Day(p.Day)+" "+c.Number(p.Value))
	}
	if c.HasTarget {
		target := strings.TrimSpace(c.TargetWord + " " + c.Number(c.Target))
		if !c.Due.IsZero() {
			target += ", " + c.Day(c.Due)
		}
		parts = append(parts, target)
	}
	return strings.TrimPrefix(c.Title+": "+strings.Join(parts, "; "), ": ")
}

// trend is a chart being drawn: where its area is and how values and days fall into it.
type trend struct {
	TrendConfig
	area
	low, high   float64
	first, last time.Time
	ends        []Shape // the words at the right
}

func newTrend(c TrendConfig) *trend {
	t := &trend{TrendConfig: c, low: math.Inf(1), high: math.Inf(-1)}
	take := func(v float64) { t.low, t.high = min(t.low, v), max(t.high, v) }
	days := make([]time.Time, 0, len(c.Points)+1)
	for _, p := range c.Points {
		take(p.Value)
		days = append(days, p.Day)
	}
	if c.HasTarget {
		take(c.Target)
	}
	if !c.Due.IsZero() {
		days = append(days, c.Due)
	}
	if len(days) > 0 {
		t.first, t.last = slices.MinFunc(days, time.Time.Compare), slices.MaxFunc(days, time.Time.Compare)
	}
	if t.high == t.low {
		t.low, t.high = t.low-1, t.high+1
	}
	t.area = area{1.2, 1.2, c.Width - 1.2, c.Height - 1.2}
	if !c.Plain {
		t.makeRoom()
	}
	return t
}

// makeRoom keeps the right for the words of the target, the bottom for the days, and places the last value beside its
// dot, clear of the target line.
func (t *trend) makeRoom() {
	line := lineHeight(t.Size)
	t.top += line * 0.7
	t.bottom -= line + 1.4
	most := t.Width * 0.45
	target, last := "", ""
	if t.HasTarget {
		target = short(strings.TrimSpace(t.TargetWord+" "+t.Number(t.Target)), most, t.Size, false, t.Measure)
	}
	n := len(t.Points)
	if n > 0 {
		last = short(t.Number(t.Points[n-1].Value), most, t.Size, true, t.Measure)
	}
	t.right = t.Width - max(t.Measure(target, t.Size, false), t.Measure(last, t.Size, true)) - 2
	label := func(x, y float64, text string) Shape {
		return Shape{Form: Label, Points: []Point{{x, y + middleOf*t.Size*point}}, Text: text, Size: t.Size, Fill: Quiet}
	}
	if t.HasTarget {
		t.ends = append(t.ends, label(t.right+1.6, t.y(t.Target), target))
	}
	if n == 0 {
		return
	}
	y := t.y(t.Points[n-1].Value)
	if aim := t.y(t.Target); t.HasTarget && math.Abs(y-aim) < line {
		if aim < (t.top+t.bottom)/2 {
			y = aim + line
		} else {
			y = aim - line
		}
	}
	value := label(min(t.x(t.Points[n-1].Day)+1.8, t.right+1.6), y, last)
	value.Fill, value.Bold = Ink, true
	t.ends = append(t.ends, value)
}

func (t *trend) y(v float64) float64 {
	return t.bottom - (v-t.low)/(t.high-t.low)*(t.bottom-t.top)
}

func (t *trend) x(day time.Time) float64 {
	span := t.last.Sub(t.first).Hours()
	if span == 0 {
		return (t.left + t.right) / 2
	}
	return t.left + day.Sub(t.first).Hours()/span*(t.right-t.left)
}

func (t *trend) draw() []Shape {
	var shapes []Shape
	if !t.Plain {
		base := t.bottom + 1
		shapes = append(shapes, line(Edge, 0.2, Point{t.left, base}, Point{t.right, base}))
		shapes = append(shapes, t.days(base)...)
	}
	if t.HasTarget {
		target := line(Quiet, 0.35, Point{t.left, t.y(t.Target)}, Point{t.right, t.y(t.Target)})
		target.Dashed = true
		shapes = append(shapes, target)
	}
	if len(t.Points) > 1 {
		s := Shape{Form: Polyline, Stroke: Next, Width: 0.5}
		for _, p := range t.Points {
			s.Points = append(s.Points, Point{t.x(p.Day), t.y(p.Value)})
		}
		shapes = append(shapes, s)
	}
	for i, p := range t.Points {
		dot := Shape{Form: Circle, Points: []Point{{t.x(p.Day), t.y(p.Value)}}, Radius: 0.7, Fill: Next}
		if i == len(t.Points)-1 {
			dot.Radius = 1
		} else if t.Plain {
			continue
		}
		shapes = append(shapes, dot)
	}
	return append(shapes, t.ends...)
}

// days writes the first and the last day below the axis, the last only where there is room.
func (t *trend) days(base float64) []Shape {
	if t.first.IsZero() {
		return nil
	}
	size := t.Size * 0.9
	day := func(d time.Time, x float64, anchor Anchor) Shape {
		s := block([]string{t.Day(d)}, x, base+0.8, size, false, anchor)[0]
		s.Fill = Quiet
		return s
	}
	shapes := []Shape{day(t.first, t.left, Start)}
	last := day(t.last, t.right, End)
	if t.last.After(t.first) && !labelArea(last, t.Measure).meets(labelArea(shapes[0], t.Measure)) {
		shapes = append(shapes, last)
	}
	return shapes
}

package kit

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"waymark/app/chart"
	"waymark/ui/theme"
)

func area(points []chart.Point) float64 {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return math.Abs(sum) / 2
}

func TestAPolygonOfAnyNumberOfCornersIsFilledWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Given a star of any number of corners, in either direction,
		n := rapid.IntRange(3, 60).Draw(t, "corners")
		backwards := rapid.Bool().Draw(t, "backwards")
		points := make([]chart.Point, n)
		for i := range points {
			turned := 2 * math.Pi * float64(i) / float64(n)
			if backwards {
				turned = -turned
			}
			sin, cos := math.Sincos(turned)
			reach := rapid.Float64Range(2, 10).Draw(t, "reach")
			points[i] = chart.Point{X: reach * cos, Y: reach * sin}
		}
		// when it is cut into pieces that Fyne can fill,
		sum := 0.0
		for _, piece := range pieces(points) {
			if len(piece) > corners {
				t.Fatalf("a piece has %d corners", len(piece))
			}
			sum += area(piece)
		}
		// then the pieces cover its area.
		if whole := area(points); math.Abs(sum-whole) > 1e-6*whole {
			t.Fatalf("the pieces cover %v of %v", sum, whole)
		}
	})
}

func TestHatchStaysInsideAndDashesKeepTheirLength(t *testing.T) {
	// Given an arrow-like polygon and a line across both its wings,
	polygon := []chart.Point{{X: 0, Y: 0}, {X: 5, Y: 6}, {X: 10, Y: 0}, {X: 10, Y: 10}, {X: 0, Y: 10}}
	// when the line is clipped,
	got := clipped(polygon, segment{chart.Point{X: -5, Y: 3}, chart.Point{X: 15, Y: 3}})
	// then a piece in each wing remains.
	if len(got) != 2 || got[0].from.X != 0 || got[0].to.X != 2.5 || got[1].from.X != 7.5 || got[1].to.X != 10 {
		t.Errorf("clipped to %v", got)
	}
	// Given a line around a corner, when it is dashed,
	cut := dashes([]chart.Point{{X: 0, Y: 0}, {X: 5, Y: 0}, {X: 5, Y: 5}}, 1, 1)
	// then half of it is painted.
	sum := 0.0
	for _, s := range cut {
		sum += math.Hypot(s.to.X-s.from.X, s.to.Y-s.from.Y)
	}
	if math.Abs(sum-5) > 1e-9 {
		t.Errorf("the dashes are %v long, want 5: %v", sum, cut)
	}
}

func TestAChartFillsItsWidthAndKeepsItsAspect(t *testing.T) {
	// Given a drawing twice as wide as high whose right half is done,
	test.NewApp().Settings().SetTheme(theme.New(theme.Light, 1))
	drawing := chart.Drawing{Width: 20, Height: 10, Shapes: []chart.Shape{
		{Form: chart.Rect, Points: []chart.Point{{X: 10, Y: 0}, {X: 20, Y: 10}}, Fill: chart.Finished},
		{Form: chart.Polygon, Points: []chart.Point{{X: 0, Y: 0}, {X: 5, Y: 0}, {X: 5, Y: 10}, {X: 0, Y: 10}}, Fill: chart.Next},
	}}
	// when it gets 400 units,
	c := Chart(drawing, 100)
	w := test.NewWindow(c)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	// then it is 200 high and painted in the colours of its roles.
	if m := c.MinSize(); m != fyne.NewSize(100, 200) {
		t.Errorf("MinSize is %v", m)
	}
	got := w.Canvas().Capture()
	for _, want := range []struct {
		x, y int
		role chart.Role
	}{{300, 100, chart.Finished}, {395, 195, chart.Finished}, {50, 100, chart.Next}} {
		if !same(got.At(want.x, want.y), chartColour(want.role)) {
			t.Errorf("at %d,%d is %v, want %v", want.x, want.y, got.At(want.x, want.y), chartColour(want.role))
		}
	}
	if same(got.At(150, 100), chartColour(chart.Next)) || same(got.At(300, 210), chartColour(chart.Finished)) {
		t.Error("paint lies outside the shapes")
	}
}

func same(a, b color.Color) bool {
	one := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	one.Set(0, 0, a)
	one.Set(1, 0, b)
	return one.At(0, 0) == one.At(1, 0)
}

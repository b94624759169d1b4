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

func TestInkIsReadOnEveryShadeOfEveryTheme(t *testing.T) {
	for _, mode := range theme.Modes() {
		// Given a theme, when its shades are looked at from none to the strongest,
		test.NewApp().Settings().SetTheme(theme.New(mode, 1))
		ink, before := luminance(chartColour(chart.Ink)), luminance(chartColour(chart.Surface))
		for shade := chart.Shade1; shade <= chart.Shade6; shade++ {
			// then each comes nearer to the ink than the one before, and letters keep a contrast of 4.5 on it.
			here := luminance(chartColour(shade))
			if math.Abs(here-ink) >= math.Abs(before-ink) {
				t.Errorf("%s: shade %d does not differ from the one before", mode, shade-chart.Shade1+1)
			}
			if ratio := (max(ink, here) + 0.05) / (min(ink, here) + 0.05); ratio < 4.5 {
				t.Errorf("%s: the contrast on shade %d is %.2f", mode, shade-chart.Shade1+1, ratio)
			}
			before = here
		}
	}
}

// luminance is that of WCAG 2.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		if share := float64(v) / 0xffff; share > 0.04045 {
			return math.Pow((share+0.055)/1.055, 2.4)
		}
		return float64(v) / 0xffff / 12.92
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func same(a, b color.Color) bool {
	one := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	one.Set(0, 0, a)
	one.Set(1, 0, b)
	return one.At(0, 0) == one.At(1, 0)
}

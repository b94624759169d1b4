package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/png"
	"testing"

	"waymark/app"
	"waymark/app/chart"
	"waymark/data/fonts"
)

func painted(t testing.TB, d chart.Drawing, dpi float64) (image.Image, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := PNG(&b, d, dpi); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return img, b.Bytes()
}

func at(img image.Image, x, y int) [3]uint8 {
	r, g, b, _ := img.At(x, y).RGBA()
	return [3]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}
}

func role(r chart.Role) [3]uint8 {
	c := chart.Paper(r)
	return [3]uint8{c.R, c.G, c.B}
}

func TestAPictureIsAsLargeAsItSaysOnWhite(t *testing.T) {
	// Given a drawing of one inch by half an inch with a filled, a hollow and a dashed shape, one of them half outside,
	d := chart.Drawing{Width: 25.4, Height: 12.7, Shapes: []chart.Shape{
		{Form: chart.Rect, Points: []chart.Point{{X: -5, Y: 2}, {X: 5, Y: 10}}, Fill: chart.Next},
		{Form: chart.Circle, Points: []chart.Point{{X: 12, Y: 6}}, Radius: 3, Stroke: chart.Attention, Width: 1},
		{Form: chart.Polyline, Points: []chart.Point{{X: 17, Y: 6}, {X: 25, Y: 6}}, Stroke: chart.Ink, Width: 1, Dashed: true}}}
	// when painted with 200 dots an inch,
	img, file := painted(t, d, 200)
	// then it has 200 by 100 dots and says so: 7874 a metre,
	if img.Bounds() != image.Rect(0, 0, 200, 100) {
		t.Errorf("the picture is %v", img.Bounds())
	}
	i := bytes.Index(file, []byte("pHYs"))
	if i < 0 || binary.BigEndian.Uint32(file[i+4:]) != 7874 || binary.BigEndian.Uint32(file[i+8:]) != 7874 || file[i+12] != 1 {
		t.Errorf("the density is not in the file")
	}
	// what is filled is filled, within the drawing only, what is hollow is not, and a dash ends.
	for _, want := range []struct {
		x, y int
		role chart.Role
	}{{0, 40, chart.Next}, {38, 40, chart.Next}, {50, 40, chart.Surface}, {199, 40, chart.Surface}, {199, 5, chart.Surface}, {94, 47, chart.Surface},
		{94, 24, chart.Attention}, {140, 47, chart.Ink}, {134 + 31, 47, chart.Surface}} {
		if got := at(img, want.x, want.y); got != role(want.role) {
			t.Errorf("at %d,%d is %v, want %v", want.x, want.y, got, role(want.role))
		}
	}
	// Equal drawings give equal bytes.
	if _, again := painted(t, d, 200); !bytes.Equal(file, again) {
		t.Error("the same drawing gave other bytes")
	}
}

func TestAPictureHasLettersOfEveryScriptAsWideAsMeasured(t *testing.T) {
	for _, text := range []string{"Õppenõukogu", "ქართული", "Школа", "Ąžuolas", "E\u0301cole"} {
		for _, bold := range []bool{false, true} {
			// Given a word, when painted from the left edge of the drawing,
			const size = 20
			shape := chart.Shape{Form: chart.Label, Points: []chart.Point{{X: 10, Y: 20}}, Text: text, Size: size, Bold: bold, Fill: chart.Ink}
			img, _ := painted(t, chart.Drawing{Width: 120, Height: 30, Shapes: []chart.Shape{shape}}, 100)
			// then it has ink from there for as long as it is measured, and none elsewhere.
			left, right := 1<<30, -1
			for y := range img.Bounds().Dy() {
				for x := range img.Bounds().Dx() {
					if at(img, x, y) != role(chart.Surface) {
						left, right = min(left, x), max(right, x)
					}
				}
			}
			const dot = 25.4 / 100
			width := fonts.Measure(text, size, bold)
			if text == "E\u0301cole" {
				width = fonts.Measure("École", size, bold)
			}
			if from, to := float64(left)*dot, float64(right+1)*dot; from < 9.5 || from > 11.5 || to > 10+width+0.5 || to < 10+width-1.5 {
				t.Errorf("%q reaches from %.1f to %.1f mm, measured from 10 to %.1f", text, from, to, 10+width)
			}
			// No letter is the box for a missing one.
			for _, r := range text {
				if !fonts.Covers(r) {
					t.Errorf("there is no letter %q", r)
				}
			}
		}
	}
}

func TestAnAnchorSaysWhichPartOfTheTextStandsThere(t *testing.T) {
	extent := func(anchor chart.Anchor) (left, right int) {
		shape := chart.Shape{Form: chart.Label, Points: []chart.Point{{X: 50, Y: 10}}, Text: "HHHH", Size: 20, Fill: chart.Ink, Anchor: anchor}
		img, _ := painted(t, chart.Drawing{Width: 100, Height: 15, Shapes: []chart.Shape{shape}}, 254)
		left = 1 << 30
		for x := range img.Bounds().Dx() {
			for y := range img.Bounds().Dy() {
				if at(img, x, y) != role(chart.Surface) {
					left, right = min(left, x), max(right, x)
				}
			}
		}
		return left, right
	}
	// Given a word at 50 mm, when it starts, has its middle or ends there, then it lies right, on both sides or left of it.
	for anchor, holds := range map[chart.Anchor]func(left, right int) bool{
		chart.Start:  func(left, _ int) bool { return left >= 500 && left < 520 },
		chart.Middle: func(left, right int) bool { return left+right > 990 && left+right < 1010 },
		chart.End:    func(_, right int) bool { return right <= 500 && right > 480 },
	} {
		if left, right := extent(anchor); !holds(left, right) {
			t.Errorf("anchor %d: from %d to %d", anchor, left, right)
		}
	}
}

func TestWhatCannotBeAPictureIsAnError(t *testing.T) {
	// Given drawings without a size or larger than a wall, when painted, then it is told and nothing is written.
	for _, size := range []chart.Point{{}, {X: 10}, {X: -3, Y: 5}, {X: 100_000, Y: 100_000}} {
		var b bytes.Buffer
		err := PNG(&b, chart.Drawing{Width: size.X, Height: size.Y}, 200)
		if app.KindOf(err) != app.KindInternal || b.Len() != 0 {
			t.Errorf("%v: %v, %d bytes", size, err, b.Len())
		}
	}
	// Given shapes that lack points or reach far outside, when painted, then the rest is there.
	odd := []chart.Shape{{}, {Form: chart.Rect, Points: []chart.Point{{X: 1}}, Fill: chart.Ink}, {Form: chart.Label, Points: []chart.Point{{}}, Text: "😀\x00\xff", Size: 10, Fill: chart.Ink},
		{Form: chart.Rect, Points: []chart.Point{{X: -3000, Y: -3000}, {X: 3000, Y: 3000}}, Fill: chart.Level1}, {Form: chart.Polygon, Points: []chart.Point{{X: 1}}, Stroke: chart.Ink, Width: 1}}
	img, _ := painted(t, chart.Drawing{Width: 20, Height: 20, Shapes: odd}, 100)
	if got := at(img, 60, 60); got != role(chart.Level1) {
		t.Errorf("the area is %v", got)
	}
	// An error of the writer comes back as it is.
	broken := errors.New("full")
	if err := PNG(failing{broken}, chart.Drawing{Width: 20, Height: 20}, 100); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

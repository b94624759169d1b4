package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"testing"
)

const (
	logoSize = 480 // pixels; 40 mm at 300 dots per inch
	samples  = 5   // per pixel and direction
)

var (
	leafColour = color.NRGBA{0x0B, 0x6E, 0x6E, 0xFF}
	veinColour = color.NRGBA{0xB5, 0xCB, 0xA8, 0xFF}
	capColour  = color.NRGBA{0x1F, 0x33, 0x38, 0xFF}
	capLine    = color.NRGBA{0x55, 0x60, 0x6A, 0xFF}
	nutColour  = color.NRGBA{0xD9, 0x8E, 0x32, 0xFF}
	nutShine   = color.NRGBA{0xEC, 0xB8, 0x6B, 0xFF}
)

// TestLogo draws the emblem afresh and compares it with the picture in the package. UPDATE_GOLDEN=1 adopts the drawing.
func TestLogo(t *testing.T) {
	drawn := drawLogo()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		var file bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&file, drawn); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("logo.png", file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	embedded, err := png.Decode(bytes.NewReader([]byte(logo)))
	if err != nil {
		t.Fatalf("the embedded logo is no picture: %v", err)
	}
	if embedded.Bounds() != drawn.Bounds() {
		t.Fatalf("logo is %v, drawn %v", embedded.Bounds(), drawn.Bounds())
	}
	for y := range logoSize {
		for x := range logoSize {
			got, want := embedded.At(x, y).(color.NRGBA), drawn.NRGBAAt(x, y)
			if far(got.A, want.A) || (want.A > 8 && (far(got.R, want.R) || far(got.G, want.G) || far(got.B, want.B))) {
				t.Fatalf("pixel %d,%d is %v, drawn %v; UPDATE_GOLDEN=1 adopts the drawing", x, y, got, want)
			}
		}
	}
}

// far leaves room for floating-point sums that differ between processors.
func far(a, b uint8) bool { return math.Abs(float64(a)-float64(b)) > 12 }

func drawLogo() *image.NRGBA {
	picture := image.NewNRGBA(image.Rect(0, 0, logoSize, logoSize))
	for y := range logoSize {
		for x := range logoSize {
			var r, g, b, a float64
			for sy := range samples {
				for sx := range samples {
					u := (float64(x)+(float64(sx)+0.5)/samples)/logoSize*2 - 1
					v := (float64(y)+(float64(sy)+0.5)/samples)/logoSize*2 - 1
					c := colourAt(u, v)
					alpha := float64(c.A)
					r, g, b, a = r+float64(c.R)*alpha, g+float64(c.G)*alpha, b+float64(c.B)*alpha, a+alpha
				}
			}
			if a > 0 {
				picture.SetNRGBA(x, y, color.NRGBA{uint8(math.Round(r / a)), uint8(math.Round(g / a)), uint8(math.Round(b / a)),
					uint8(math.Round(a / (samples * samples)))})
			}
		}
	}
	return picture
}

// colourAt is the emblem: an acorn before two oak leaves. Both coordinates run from −1 to 1, v downwards.
func colourAt(u, v float64) color.NRGBA {
	if c, ok := acornAt(u, v-0.06); ok {
		return c
	}
	for _, side := range []float64{-1, 1} {
		if c, ok := leafAt(side*u, v); ok {
			return c
		}
	}
	return color.NRGBA{}
}

func acornAt(u, v float64) (color.NRGBA, bool) {
	// The stem leans a little to the right.
	if v > -0.62 && v < -0.30 && math.Abs(u-0.10*(-0.30-v)/0.32*(-0.30-v)/0.32) < 0.045+0.02*(-0.30-v)/0.32 {
		return capColour, true
	}
	// The cap is the upper part of a flat ellipse with a rounded rim.
	inCap := v <= 0.02 && u*u/(0.46*0.46)+(v-0.0)*(v-0.0)/(0.36*0.36) <= 1
	inRim := math.Abs(u) <= 0.46 && math.Abs(v-0.02) <= 0.065 || math.Hypot(math.Abs(u)-0.46, v-0.02) <= 0.065
	if inCap || inRim {
		if !inRim && (stripe(u/(1-0.35*v*v)+v*0.9, 0.16, 0.018) || stripe(u/(1-0.35*v*v)-v*0.9, 0.16, 0.018)) {
			return capLine, true
		}
		return capColour, true
	}
	// The nut narrows to a point.
	if v > 0 && v < 0.80 {
		t := v / 0.80
		half := 0.40 * math.Pow(1-math.Pow(t, 2.6), 0.62)
		if t > 0.86 {
			half = math.Max(half, 0.05*(1-(t-0.86)/0.14)+0.012)
		}
		if math.Abs(u) <= half {
			if shine := (u + 0.19) / 0.055; v > 0.14 && v < 0.46 && shine*shine+math.Pow((v-0.30)/0.16, 2) < 1 {
				return nutShine, true
			}
			return nutColour, true
		}
	}
	return color.NRGBA{}, false
}

// leafAt is the right-hand leaf; its axis rises outwards from below the cap.
func leafAt(u, v float64) (color.NRGBA, bool) {
	const angle = 0.60
	x, y := u-0.02, v+0.02
	along := (x*math.Cos(angle) - y*math.Sin(angle)) / 1.08
	across := x*math.Sin(angle) + y*math.Cos(angle)
	if along < 0 || along > 1 {
		return color.NRGBA{}, false
	}
	envelope := 0.40 * math.Pow(math.Sin(math.Pi*math.Pow(along, 0.80)), 0.62)
	lobes := 0.74 + 0.26*math.Cos(2*math.Pi*(1-along)*3.5) // widest at the tip, which the envelope rounds off
	if math.Abs(across) > envelope*lobes {
		return color.NRGBA{}, false
	}
	if math.Abs(across) < 0.016*(1.15-along) && along < 0.88 {
		return veinColour, true
	}
	side := along - math.Abs(across)*0.45
	if stripe(side-0.55, 0.2857, 0.009) && side > 0.2 && side < 0.6 && math.Abs(across) < envelope*lobes-0.06 {
		return veinColour, true
	}
	return leafColour, true
}

// stripe tells whether x lies within half a width of a multiple of the distance.
func stripe(x, distance, half float64) bool {
	return math.Abs(x-math.Round(x/distance)*distance) < half
}

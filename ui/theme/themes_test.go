package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
)

func TestColoursOfThemesComeInTurns(t *testing.T) {
	for _, colour := range []int{-8, 0, 8, 80} {
		if Ground(colour) != ColorTheme1 || Band(colour) != ColorThemeBand1 {
			t.Errorf("colour %d is %s with %s", colour, Ground(colour), Band(colour))
		}
	}
	seen := map[fyne.ThemeColorName]bool{}
	for i := range ThemeColours {
		seen[Ground(i)], seen[Band(i)] = true, true
	}
	if len(seen) != 2*ThemeColours {
		t.Errorf("%d colours of themes have %d roles", ThemeColours, len(seen))
	}
}

// sight is how red, green and blue light reach an eye; after Machado, Oliveira and Fernandes (2009), full deficiency.
type sight [3][3]float64

var sights = map[string]sight{
	"all cones":      {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"no red cones":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"no green cones": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"no blue cones":  {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// lab returns the CIE Lab values of a colour as it is seen.
func (s sight) lab(c color.NRGBA) [3]float64 {
	linear := func(v uint8) float64 { return math.Pow(float64(v)/255, 2.2) }
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i := range s {
		for j := range in {
			rgb[i] += s[i][j] * in[j]
		}
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	f := func(v float64) float64 {
		if v > 0.008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((0.4124*rgb[0] + 0.3576*rgb[1] + 0.1805*rgb[2]) / 0.9505)
	y := f(0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2])
	z := f((0.0193*rgb[0] + 0.1192*rgb[1] + 0.9505*rgb[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// Themes made one after the other stand side by side: their bands must differ for every eye. A difference of 10 is plain.
func TestNeighbouringThemesDifferForEveryEye(t *testing.T) {
	for _, mode := range Modes() {
		colours := New(mode, 1).colours
		for name, s := range sights {
			for i := range ThemeColours {
				a, b := s.lab(colours[Band(i)]), s.lab(colours[Band(i+1)])
				if d := math.Sqrt(math.Pow(a[0]-b[0], 2) + math.Pow(a[1]-b[1], 2) + math.Pow(a[2]-b[2], 2)); d < 10 {
					t.Errorf("%s, %s: the bands %d and %d differ by %.1f", mode, name, i, (i+1)%ThemeColours, d)
				}
			}
		}
	}
}

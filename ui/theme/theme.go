// Package theme is how Waymark looks: colours by role, five sizes of type, spacing and the embedded faces, in three modes
// and at any zoom. It imports fyne and data/fonts.
package theme

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/data/fonts"
)

// Mode is a way to look; its value is kept in settings.
type Mode string

// The modes. Contrast is for eyes that need more of it: black pages, white ink, an edge around whatever can be pressed.
const (
	Light    Mode = "light"
	Dark     Mode = "dark"
	Contrast Mode = "contrast"
)

// Modes lists the modes in the order in which they are offered.
func Modes() []Mode { return []Mode{Light, Dark, Contrast} }

// The smallest and the largest zoom; at 1 body text is 16 units high.
const (
	LeastZoom = 0.8
	MostZoom  = 2.5
)

// Zooms are the steps in which everything gets larger.
func Zooms() []float32 {
	return []float32{LeastZoom, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.25, MostZoom}
}

// Percent returns a zoom in percent.
func Percent(zoom float32) int { return int(math.Round(float64(zoom) * 100)) }

// Our own sizes, beside those of Fyne.
const (
	SizeTitle fyne.ThemeSizeName = "waymarkTitle" // the question of a page
	SizeGap   fyne.ThemeSizeName = "waymarkGap"   // between blocks
	SizeEdge  fyne.ThemeSizeName = "waymarkEdge"  // around a page
	SizeRing  fyne.ThemeSizeName = "waymarkRing"  // how thick the focus ring is
)

// Theme is a fyne.Theme in one mode at one zoom.
type Theme struct {
	colours map[fyne.ThemeColorName]color.NRGBA
	zoom    float32
}

// New returns the theme of a mode; an unknown mode is Light. Zoom makes everything larger or smaller within LeastZoom and
// MostZoom; 0, as in preferences that know none, is 1.
func New(mode Mode, zoom float32) *Theme {
	if zoom == 0 {
		zoom = 1
	}
	t := &Theme{colours: light, zoom: min(max(zoom, LeastZoom), MostZoom)}
	switch mode {
	case Dark:
		t.colours = dark
	case Contrast:
		t.colours = contrast
	}
	return t
}

// Color returns the colour of a role; the variant of the system is ignored, since the mode is the user's choice.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colours[name]; ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, fynetheme.VariantLight)
}

var (
	regular = fyne.NewStaticResource("waymark-regular.ttf", fonts.Regular())
	bold    = fyne.NewStaticResource("waymark-bold.ttf", fonts.Bold())
)

// Font returns the embedded face, the same as on paper.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return fynetheme.DefaultTheme().Font(style)
	case style.Bold:
		return bold
	}
	return regular
}

// Icon returns Fyne's icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// At zoom 1; what is not here is as large as Fyne has it.
var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:            16,
	fynetheme.SizeNameCaptionText:     14,
	fynetheme.SizeNameSubHeadingText:  19,
	fynetheme.SizeNameHeadingText:     22,
	SizeTitle:                         28,
	SizeGap:                           16,
	SizeEdge:                          24,
	SizeRing:                          3,
	fynetheme.SizeNameInputRadius:     6,
	fynetheme.SizeNameSelectionRadius: 4,
	fynetheme.SizeNameScrollBar:       14,
	fynetheme.SizeNameScrollBarSmall:  5,
}

// Size returns a length in Fyne's units.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	size, ok := sizes[name]
	if !ok {
		size = fynetheme.DefaultTheme().Size(name)
	}
	return t.zoomed(size)
}

// zoomed returns a length at the zoom, in whole units, so that edges stay sharp and nothing thin disappears.
func (t *Theme) zoomed(length float32) float32 {
	if t.zoom == 1 || length == 0 || length == math.MaxFloat32 { // the last is Fyne's word for round
		return length
	}
	whole := float32(math.Round(float64(length * t.zoom)))
	if whole == 0 {
		return float32(math.Copysign(1, float64(length)))
	}
	return whole
}

// Of returns the colour of a role in the current theme.
func Of(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

// SizeOf returns a size of the current theme.
func SizeOf(name fyne.ThemeSizeName) float32 { return fynetheme.Size(name) }

// Units returns a length that is length at zoom 1, at the zoom of the current theme: whatever has a fixed measure takes it
// from here.
func Units(length float32) float32 {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t.zoomed(length)
	}
	return length
}

// Measure returns the width of text in millimetres as the screen sets it, for charts that are laid out in millimetres.
func Measure(text string, size float64, isBold bool) float64 {
	return fonts.Measure(text, size, isBold)
}

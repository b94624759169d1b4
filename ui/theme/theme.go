// Package theme is how Waymark looks: colours by role, four sizes of type, spacing and the embedded faces, light or
// dark. It imports fyne and data/fonts.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/data/fonts"
)

// Mode is a way to look; its value is kept in settings.
type Mode string

// The modes.
const (
	Light Mode = "light"
	Dark  Mode = "dark"
)

// Our own colour roles, beside those of Fyne.
const (
	ColorRail     fyne.ThemeColorName = "waymarkRail"
	ColorOnRail   fyne.ThemeColorName = "waymarkOnRail"
	ColorRailHere fyne.ThemeColorName = "waymarkRailHere"
	ColorSurface  fyne.ThemeColorName = "waymarkSurface"
	ColorTint     fyne.ThemeColorName = "waymarkTint"
	ColorEdge     fyne.ThemeColorName = "waymarkEdge"
	ColorLevel1   fyne.ThemeColorName = "waymarkLevel1"
	ColorLevel2   fyne.ThemeColorName = "waymarkLevel2"
	ColorLevel3   fyne.ThemeColorName = "waymarkLevel3"
	ColorLevel4   fyne.ThemeColorName = "waymarkLevel4"
	ColorOnLevel  fyne.ThemeColorName = "waymarkOnLevel"
	ColorOnLevel4 fyne.ThemeColorName = "waymarkOnLevel4"
)

// Our own sizes, beside those of Fyne.
const (
	SizeTitle fyne.ThemeSizeName = "waymarkTitle" // the question of a page
	SizeGap   fyne.ThemeSizeName = "waymarkGap"   // between blocks
	SizeEdge  fyne.ThemeSizeName = "waymarkEdge"  // around a page
)

// Theme is a fyne.Theme in one mode.
type Theme struct {
	colours map[fyne.ThemeColorName]color.NRGBA
}

// New returns the theme of a mode; an unknown mode is Light.
func New(mode Mode) *Theme {
	if mode == Dark {
		return &Theme{colours: dark}
	}
	return &Theme{colours: light}
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func glass(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

var light = map[fyne.ThemeColorName]color.NRGBA{
	fynetheme.ColorNameBackground:          rgb(0xFAF8F4),
	fynetheme.ColorNameForeground:          rgb(0x1E2529),
	fynetheme.ColorNamePlaceHolder:         rgb(0x66707A),
	fynetheme.ColorNameDisabled:            rgb(0x55606A),
	fynetheme.ColorNameButton:              rgb(0xECE7DC),
	fynetheme.ColorNameDisabledButton:      rgb(0xEFECE5),
	fynetheme.ColorNamePrimary:             rgb(0x0B6E6E),
	fynetheme.ColorNameHyperlink:           rgb(0x0B6E6E),
	fynetheme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	fynetheme.ColorNameFocus:               glass(0x1F5FBF, 0x59),
	fynetheme.ColorNameHover:               glass(0x1E2529, 0x12),
	fynetheme.ColorNamePressed:             glass(0x1E2529, 0x24),
	fynetheme.ColorNameSelection:           glass(0x1F5FBF, 0x40),
	fynetheme.ColorNameInputBackground:     rgb(0xFFFFFF),
	fynetheme.ColorNameInputBorder:         rgb(0x8A857A),
	fynetheme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	fynetheme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	fynetheme.ColorNameHeaderBackground:    rgb(0xF1EDE4),
	fynetheme.ColorNameSeparator:           rgb(0xE4DFD5),
	fynetheme.ColorNameScrollBar:           glass(0x1E2529, 0x66),
	fynetheme.ColorNameShadow:              glass(0x1E2529, 0x30),
	fynetheme.ColorNameError:               rgb(0xA84B06),
	fynetheme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	fynetheme.ColorNameWarning:             rgb(0xA84B06),
	fynetheme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	fynetheme.ColorNameSuccess:             rgb(0x2E6B34),
	fynetheme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	ColorRail:                              rgb(0x1F3338),
	ColorOnRail:                            rgb(0xF3EFE6),
	ColorRailHere:                          rgb(0x2F4A50),
	ColorSurface:                           rgb(0xFFFFFF),
	ColorTint:                              rgb(0xF1EDE4),
	ColorEdge:                              rgb(0x8A857A),
	ColorLevel1:                            rgb(0xE6D9B8),
	ColorLevel2:                            rgb(0xB5CBA8),
	ColorLevel3:                            rgb(0x6FAFA3),
	ColorLevel4:                            rgb(0x0B6E6E),
	ColorOnLevel:                           rgb(0x1E2529),
	ColorOnLevel4:                          rgb(0xFFFFFF),
}

var dark = map[fyne.ThemeColorName]color.NRGBA{
	fynetheme.ColorNameBackground:          rgb(0x15191C),
	fynetheme.ColorNameForeground:          rgb(0xECE7DD),
	fynetheme.ColorNamePlaceHolder:         rgb(0x9AA2A8),
	fynetheme.ColorNameDisabled:            rgb(0xA9B0B5),
	fynetheme.ColorNameButton:              rgb(0x2C3338),
	fynetheme.ColorNameDisabledButton:      rgb(0x22282C),
	fynetheme.ColorNamePrimary:             rgb(0x5CC2B8),
	fynetheme.ColorNameHyperlink:           rgb(0x5CC2B8),
	fynetheme.ColorNameForegroundOnPrimary: rgb(0x0C1214),
	fynetheme.ColorNameFocus:               glass(0x8AB4FF, 0x66),
	fynetheme.ColorNameHover:               glass(0xECE7DD, 0x14),
	fynetheme.ColorNamePressed:             glass(0xECE7DD, 0x28),
	fynetheme.ColorNameSelection:           glass(0x8AB4FF, 0x50),
	fynetheme.ColorNameInputBackground:     rgb(0x1E2428),
	fynetheme.ColorNameInputBorder:         rgb(0x7A848C),
	fynetheme.ColorNameMenuBackground:      rgb(0x1E2428),
	fynetheme.ColorNameOverlayBackground:   rgb(0x1E2428),
	fynetheme.ColorNameHeaderBackground:    rgb(0x22292D),
	fynetheme.ColorNameSeparator:           rgb(0x2C3338),
	fynetheme.ColorNameScrollBar:           glass(0xECE7DD, 0x66),
	fynetheme.ColorNameShadow:              glass(0x000000, 0x60),
	fynetheme.ColorNameError:               rgb(0xF0A35E),
	fynetheme.ColorNameForegroundOnError:   rgb(0x15191C),
	fynetheme.ColorNameWarning:             rgb(0xF0A35E),
	fynetheme.ColorNameForegroundOnWarning: rgb(0x15191C),
	fynetheme.ColorNameSuccess:             rgb(0x8CCB8F),
	fynetheme.ColorNameForegroundOnSuccess: rgb(0x15191C),
	ColorRail:                              rgb(0x101416),
	ColorOnRail:                            rgb(0xECE7DD),
	ColorRailHere:                          rgb(0x2A3337),
	ColorSurface:                           rgb(0x1E2428),
	ColorTint:                              rgb(0x22292D),
	ColorEdge:                              rgb(0x7A848C),
	ColorLevel1:                            rgb(0xE6D9B8),
	ColorLevel2:                            rgb(0xB5CBA8),
	ColorLevel3:                            rgb(0x6FAFA3),
	ColorLevel4:                            rgb(0x0B6E6E),
	ColorOnLevel:                           rgb(0x1E2529),
	ColorOnLevel4:                          rgb(0xFFFFFF),
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

var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:            16,
	fynetheme.SizeNameCaptionText:     14,
	fynetheme.SizeNameSubHeadingText:  19,
	fynetheme.SizeNameHeadingText:     22,
	SizeTitle:                         28,
	SizeGap:                           16,
	SizeEdge:                          24,
	fynetheme.SizeNameInputRadius:     6,
	fynetheme.SizeNameSelectionRadius: 4,
	fynetheme.SizeNameScrollBar:       14,
	fynetheme.SizeNameScrollBarSmall:  5,
}

// Size returns a length in Fyne's units.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return fynetheme.DefaultTheme().Size(name)
}

// Of returns the colour of a role in the current theme.
func Of(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }

// SizeOf returns a size of the current theme.
func SizeOf(name fyne.ThemeSizeName) float32 { return fynetheme.Size(name) }

// Measure returns the width of text in millimetres as the screen sets it, for charts that are laid out in millimetres.
func Measure(text string, size float64, isBold bool) float64 {
	return fonts.Measure(text, size, isBold)
}

package theme

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

// ratio is the contrast ratio of WCAG 2.2 of two colours that nothing shines through.
func ratio(a, b color.NRGBA) float64 {
	one, two := luminance(a), luminance(b)
	return (max(one, two) + 0.05) / (min(one, two) + 0.05)
}

// over lays a colour that may be glass over a ground.
func over(c, ground color.NRGBA) color.NRGBA {
	a := float64(c.A) / 255
	mix := func(c, ground uint8) uint8 { return uint8(math.Round(float64(c)*a + float64(ground)*(1-a))) }
	return color.NRGBA{R: mix(c.R, ground.R), G: mix(c.G, ground.G), B: mix(c.B, ground.B), A: 0xff}
}

func TestTheRatiosAreThoseOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b uint32
		want float64
	}{{0x000000, 0xFFFFFF, 21}, {0x777777, 0xFFFFFF, 4.48}, {0x0000FF, 0xFFFFFF, 8.59}, {0xFFFFFF, 0xFFFFFF, 1}} {
		if got := ratio(rgb(c.a), rgb(c.b)); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%06X on %06X is %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// The ratios that WCAG 2.2 asks for: 1.4.3 for text, hints and quiet text too; 1.4.11 for what one must see to know a
// control, its state or a mark.
const (
	forText  = 4.5
	forShape = 3
)

// pair is what meets on the screen: roles, and the grounds on which each of them lies. A ground is a role, or roles laid
// over each other from the lowest up, with a space between.
type pair struct {
	least   float64
	roles   []fyne.ThemeColorName
	grounds []string
}

func names(roles ...fyne.ThemeColorName) []fyne.ThemeColorName { return roles }

func ground(layers ...fyne.ThemeColorName) string {
	var all []string
	for _, l := range layers {
		all = append(all, string(l))
	}
	return strings.Join(all, " ")
}

func pairs() []pair {
	const (
		page, tint, surface      = fynetheme.ColorNameBackground, ColorTint, ColorSurface
		hover, pressed, focus    = fynetheme.ColorNameHover, fynetheme.ColorNamePressed, fynetheme.ColorNameFocus
		button, input            = fynetheme.ColorNameButton, fynetheme.ColorNameInputBackground
		menu, overlay            = fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground
		primary, danger, success = fynetheme.ColorNamePrimary, fynetheme.ColorNameError, fynetheme.ColorNameSuccess
		warning                  = fynetheme.ColorNameWarning
		ink, quiet, hint         = fynetheme.ColorNameForeground, fynetheme.ColorNameDisabled, fynetheme.ColorNamePlaceHolder
		onPrimary, onDanger      = fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnError
		onSuccess, onWarning     = fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameForegroundOnWarning
	)
	paper := []string{ground(page), ground(surface), ground(tint), ground(overlay), ground(menu), ground(fynetheme.ColorNameHeaderBackground)}
	rows := []string{ground(page, hover), ground(surface, hover), ground(menu, hover)}
	words := names(ink, quiet, primary, fynetheme.ColorNameHyperlink, danger, warning, success)
	var themes []string
	for i := range ThemeColours {
		themes = append(themes, ground(Ground(i)))
	}
	all := []pair{
		{forText, words, append(paper, rows...)},
		{forText, names(ink), []string{ground(button), ground(button, hover), ground(button, pressed), ground(page, pressed), ground(input),
			ground(input, hover), ground(input, fynetheme.ColorNameSelection), ground(page, fynetheme.ColorNameSelection),
			ground(fynetheme.ColorNameScrollBarBackground), ground(page, focus), ground(menu, focus), ground(overlay, focus),
			ground(input, focus), ground(button, focus)}},
		{forText, names(hint), []string{ground(input), ground(page), ground(tint), ground(input, hover)}},
		{forText, names(quiet), []string{ground(fynetheme.ColorNameDisabledButton), ground(input)}},
		{forText, names(onPrimary), []string{ground(primary), ground(primary, hover), ground(primary, pressed), ground(primary, focus)}},
		{forText, names(onDanger), []string{ground(danger), ground(danger, hover), ground(danger, focus)}},
		{forText, names(onWarning), []string{ground(warning), ground(warning, hover), ground(warning, focus)}},
		{forText, names(onSuccess), []string{ground(success), ground(success, hover), ground(success, focus)}},
		{forText, names(ColorOnRail), []string{ground(ColorRail), ground(ColorRailHere), ground(ColorRail, pressed)}},
		{forText, names(ColorOnLevel), []string{ground(ColorLevel1), ground(ColorLevel2), ground(ColorLevel3)}},
		{forText, names(ColorOnLevel4), []string{ground(ColorLevel4)}},
		// The board of ideas: words on cards and headings, the bands of themes and their letters beside what surrounds them.
		{forText, names(ink, quiet), append([]string{ground(ColorCard)}, themes...)},
		{forText, names(primary, hint), []string{ground(ColorCard)}},
		{forShape, names(ColorFocusRing, ColorEdge), append([]string{ground(ColorCard)}, themes...)},
		// Charts: words and lines on what they cross, marks on paper.
		{forText, names(ink), []string{ground(ColorArea1), ground(ColorArea2), ground(ColorArea3)}},
		{forShape, names(primary, quiet), []string{ground(ColorArea1), ground(ColorArea2)}},
		{forShape, names(surface), []string{ground(success), ground(primary)}},
		// Edges of controls, marks of status, the filled part of a bar on its empty part, the thumb of a scroll bar.
		{forShape, names(fynetheme.ColorNameInputBorder, ColorEdge), []string{ground(page), ground(surface), ground(tint), ground(input)}},
		{forShape, names(ColorEdge), []string{ground(ColorRail), ground(ColorRailHere)}},
		{forShape, names(primary, danger, warning, success, hint), []string{ground(page), ground(surface), ground(fynetheme.ColorNameSeparator)}},
		{forShape, names(ColorLevel3), []string{ground(ColorRail), ground(ColorRailHere)}},
		{forShape, names(fynetheme.ColorNameScrollBar), []string{ground(page), ground(surface)}},
		// What has the keyboard: the ring beside whatever it may lie on, and Fyne's fill beside what surrounds it.
		{forShape, names(ColorFocusRing), []string{ground(page), ground(surface), ground(tint), ground(input), ground(overlay), ground(button),
			ground(page, hover), ground(surface, hover)}},
		{forShape, names(ColorOnRail), []string{ground(ColorRail), ground(ColorRailHere)}},
		{forShape, names(focus), []string{ground(page), ground(overlay), ground(menu), ground(surface)}},
	}
	for i := range ThemeColours {
		all = append(all, pair{forText, names(Band(i)), []string{ground(Ground(i)), ground(page)}}, pair{forShape, names(Band(i)), []string{ground(tint)}})
	}
	return all
}

// Nothing has to be seen in these: they part, tint or shade what is told apart by words and shapes.
var decoration = names(fynetheme.ColorNameSeparator, fynetheme.ColorNameShadow, fynetheme.ColorNameInnerWindowBorder,
	fynetheme.ColorNameInnerWindowBorderInactive, ColorArea4, ColorShade, ColorHatch, ColorButtonEdge, ColorFocusBreak,
	ColorCardEdge)

func TestEveryRoleHasTheContrastThatWCAGAsksFor(t *testing.T) {
	for _, mode := range Modes() {
		colours := New(mode, 1).colours
		for _, p := range pairs() {
			for _, role := range p.roles {
				for _, g := range p.grounds {
					under := color.NRGBA{A: 0xff}
					for layer := range strings.FieldsSeq(g) {
						under = over(colours[fyne.ThemeColorName(layer)], under)
					}
					if got := ratio(over(colours[role], under), under); got < p.least {
						t.Errorf("%s: %s on %s is %.2f, want %.1f", mode, role, g, got, p.least)
					}
				}
			}
		}
	}
}

func TestEveryRoleIsInEachModeAndMeetsAnother(t *testing.T) {
	met := map[fyne.ThemeColorName]bool{}
	for _, role := range decoration {
		met[role] = true
	}
	for _, p := range pairs() {
		for _, role := range p.roles {
			met[role] = true
		}
		for _, g := range p.grounds {
			for layer := range strings.FieldsSeq(g) {
				met[fyne.ThemeColorName(layer)] = true
			}
		}
	}
	for _, mode := range Modes() {
		colours := New(mode, 1).colours
		if len(colours) != len(light) {
			t.Errorf("%s has %d roles, light has %d", mode, len(colours), len(light))
		}
		for role := range met {
			if _, ok := colours[role]; !ok {
				t.Errorf("%s has no %s", mode, role)
			}
		}
		for role := range colours {
			if !met[role] {
				t.Errorf("no contrast is asked of %s", role)
			}
		}
	}
}

func TestEveryColourOfFyneIsOurs(t *testing.T) {
	for _, role := range names(fynetheme.ColorNameBackground, fynetheme.ColorNameButton, fynetheme.ColorNameDisabledButton,
		fynetheme.ColorNameDisabled, fynetheme.ColorNameError, fynetheme.ColorNameFocus, fynetheme.ColorNameForeground,
		fynetheme.ColorNameForegroundOnError, fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnSuccess,
		fynetheme.ColorNameForegroundOnWarning, fynetheme.ColorNameHeaderBackground, fynetheme.ColorNameHover,
		fynetheme.ColorNameHyperlink, fynetheme.ColorNameInnerWindowBorder, fynetheme.ColorNameInnerWindowBorderInactive,
		fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder, fynetheme.ColorNameMenuBackground,
		fynetheme.ColorNameOverlayBackground, fynetheme.ColorNamePlaceHolder, fynetheme.ColorNamePressed,
		fynetheme.ColorNamePrimary, fynetheme.ColorNameScrollBar, fynetheme.ColorNameScrollBarBackground,
		fynetheme.ColorNameSelection, fynetheme.ColorNameSeparator, fynetheme.ColorNameShadow, fynetheme.ColorNameSuccess,
		fynetheme.ColorNameWarning) {
		if _, ok := light[role]; !ok {
			t.Errorf("%s is Fyne's", role)
		}
	}
}

// Levels lie side by side, so each must differ in lightness from the next for those who see no hues: the numeral says
// which, the ground says more or less.
func TestLevelsGetDarkerFromOneToTheNext(t *testing.T) {
	for _, mode := range Modes() {
		colours := New(mode, 1).colours
		levels := names(ColorLevel1, ColorLevel2, ColorLevel3, ColorLevel4)
		if !slices.IsSortedFunc(levels, func(a, b fyne.ThemeColorName) int {
			if luminance(colours[a]) > luminance(colours[b])*1.15 {
				return -1
			}
			return 1
		}) {
			t.Errorf("%s: the levels do not differ enough in lightness: %s", mode, fmt.Sprint(levels))
		}
	}
}

package theme

import "fyne.io/fyne/v2"

// ThemeColours is how many colours themes have in turn. Their order keeps neighbours apart for those who see no hues, too; the
// letter of a theme says which it is.
const ThemeColours = 8

// Ground returns the role of the ground of a theme's heading, its colours counted from 0 and taken in turns.
func Ground(colour int) fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorTheme1, ColorTheme2, ColorTheme3, ColorTheme4, ColorTheme5, ColorTheme6, ColorTheme7, ColorTheme8}[inTurn(colour)]
}

// Band returns the role of the band of a theme, and of its letter, as Ground does.
func Band(colour int) fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorThemeBand1, ColorThemeBand2, ColorThemeBand3, ColorThemeBand4, ColorThemeBand5, ColorThemeBand6,
		ColorThemeBand7, ColorThemeBand8}[inTurn(colour)]
}

func inTurn(colour int) int { return (colour%ThemeColours + ThemeColours) % ThemeColours }

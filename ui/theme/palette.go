package theme

import (
	"image/color"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Our own colour roles, beside those of Fyne.
const (
	ColorRail       fyne.ThemeColorName = "waymarkRail"
	ColorOnRail     fyne.ThemeColorName = "waymarkOnRail"
	ColorRailHere   fyne.ThemeColorName = "waymarkRailHere"
	ColorSurface    fyne.ThemeColorName = "waymarkSurface"
	ColorTint       fyne.ThemeColorName = "waymarkTint"
	ColorEdge       fyne.ThemeColorName = "waymarkEdge"
	ColorButtonEdge fyne.ThemeColorName = "waymarkButtonEdge" // around a button; nothing where its ground is enough
	ColorFocusRing  fyne.ThemeColorName = "waymarkFocusRing"  // around what has the keyboard
	ColorFocusBreak fyne.ThemeColorName = "waymarkFocusBreak" // between the dashes of the ring; nothing where it is whole
	ColorLevel1     fyne.ThemeColorName = "waymarkLevel1"
	ColorLevel2     fyne.ThemeColorName = "waymarkLevel2"
	ColorLevel3     fyne.ThemeColorName = "waymarkLevel3"
	ColorLevel4     fyne.ThemeColorName = "waymarkLevel4"
	ColorOnLevel    fyne.ThemeColorName = "waymarkOnLevel"
	ColorOnLevel4   fyne.ThemeColorName = "waymarkOnLevel4"
	ColorShade      fyne.ThemeColorName = "waymarkShade" // over what a sheet on top leaves out of use, and lets see
	ColorHatch      fyne.ThemeColorName = "waymarkHatch" // over a level; nothing where the levels differ enough without
	ColorArea1      fyne.ThemeColorName = "waymarkArea1" // a level in a chart, below lines and numerals
	ColorArea2      fyne.ThemeColorName = "waymarkArea2"
	ColorArea3      fyne.ThemeColorName = "waymarkArea3"
	ColorArea4      fyne.ThemeColorName = "waymarkArea4"
	ColorCard       fyne.ThemeColorName = "waymarkCard"     // an idea on its board
	ColorCardEdge   fyne.ThemeColorName = "waymarkCardEdge" // around it, where its ground is not enough
	ColorTheme1     fyne.ThemeColorName = "waymarkTheme1"   // the ground of the heading of a theme
	ColorTheme2     fyne.ThemeColorName = "waymarkTheme2"
	ColorTheme3     fyne.ThemeColorName = "waymarkTheme3"
	ColorTheme4     fyne.ThemeColorName = "waymarkTheme4"
	ColorTheme5     fyne.ThemeColorName = "waymarkTheme5"
	ColorTheme6     fyne.ThemeColorName = "waymarkTheme6"
	ColorTheme7     fyne.ThemeColorName = "waymarkTheme7"
	ColorTheme8     fyne.ThemeColorName = "waymarkTheme8"
	ColorThemeBand1 fyne.ThemeColorName = "waymarkThemeBand1" // its band, and its letter
	ColorThemeBand2 fyne.ThemeColorName = "waymarkThemeBand2"
	ColorThemeBand3 fyne.ThemeColorName = "waymarkThemeBand3"
	ColorThemeBand4 fyne.ThemeColorName = "waymarkThemeBand4"
	ColorThemeBand5 fyne.ThemeColorName = "waymarkThemeBand5"
	ColorThemeBand6 fyne.ThemeColorName = "waymarkThemeBand6"
	ColorThemeBand7 fyne.ThemeColorName = "waymarkThemeBand7"
	ColorThemeBand8 fyne.ThemeColorName = "waymarkThemeBand8"
)

// Colours lists the roles that have a colour of ours, Fyne's and our own, by name.
func Colours() []fyne.ThemeColorName { return slices.Sorted(maps.Keys(light)) }

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func glass(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

// The ratios of every pair that meets on the screen are in contrast_test.go. Fyne fills what has the keyboard with its
// focus colour, below the words; ours draw the ring instead.

var light = map[fyne.ThemeColorName]color.NRGBA{
	fynetheme.ColorNameBackground:                rgb(0xFAF8F4),
	fynetheme.ColorNameForeground:                rgb(0x1E2529),
	fynetheme.ColorNamePlaceHolder:               rgb(0x5F6973),
	fynetheme.ColorNameDisabled:                  rgb(0x55606A),
	fynetheme.ColorNameButton:                    rgb(0xECE7DC),
	fynetheme.ColorNameDisabledButton:            rgb(0xF6F3ED),
	fynetheme.ColorNamePrimary:                   rgb(0x0B6E6E),
	fynetheme.ColorNameHyperlink:                 rgb(0x0B6E6E),
	fynetheme.ColorNameForegroundOnPrimary:       rgb(0xFFFFFF),
	fynetheme.ColorNameFocus:                     glass(0x3C78C0, 0xCD),
	fynetheme.ColorNameHover:                     glass(0x1E2529, 0x12),
	fynetheme.ColorNamePressed:                   glass(0x1E2529, 0x24),
	fynetheme.ColorNameSelection:                 glass(0x1F5FBF, 0x40),
	fynetheme.ColorNameInputBackground:           rgb(0xFFFFFF),
	fynetheme.ColorNameInputBorder:               rgb(0x8A857A),
	fynetheme.ColorNameMenuBackground:            rgb(0xFFFFFF),
	fynetheme.ColorNameOverlayBackground:         rgb(0xFFFFFF),
	fynetheme.ColorNameHeaderBackground:          rgb(0xF1EDE4),
	fynetheme.ColorNameSeparator:                 rgb(0xE4DFD5),
	fynetheme.ColorNameInnerWindowBorder:         rgb(0x8A857A),
	fynetheme.ColorNameInnerWindowBorderInactive: rgb(0xE4DFD5),
	fynetheme.ColorNameScrollBar:                 glass(0x1E2529, 0x88),
	fynetheme.ColorNameScrollBarBackground:       rgb(0xF1EDE4),
	fynetheme.ColorNameShadow:                    glass(0x1E2529, 0x30),
	fynetheme.ColorNameError:                     rgb(0xA84B06),
	fynetheme.ColorNameForegroundOnError:         rgb(0xFFFFFF),
	fynetheme.ColorNameWarning:                   rgb(0xA84B06),
	fynetheme.ColorNameForegroundOnWarning:       rgb(0xFFFFFF),
	fynetheme.ColorNameSuccess:                   rgb(0x2E6B34),
	fynetheme.ColorNameForegroundOnSuccess:       rgb(0xFFFFFF),
	ColorRail:                                    rgb(0x1F3338),
	ColorOnRail:                                  rgb(0xF3EFE6),
	ColorRailHere:                                rgb(0x263F45),
	ColorSurface:                                 rgb(0xFFFFFF),
	ColorTint:                                    rgb(0xF1EDE4),
	ColorEdge:                                    rgb(0x8A857A),
	ColorButtonEdge:                              glass(0x8A857A, 0),
	ColorFocusRing:                               rgb(0x1F5FBF),
	ColorFocusBreak:                              glass(0xFFFFFF, 0),
	ColorLevel1:                                  rgb(0xE6D9B8),
	ColorLevel2:                                  rgb(0xB5CBA8),
	ColorLevel3:                                  rgb(0x6FAFA3),
	ColorLevel4:                                  rgb(0x0B6E6E),
	ColorOnLevel:                                 rgb(0x1E2529),
	ColorOnLevel4:                                rgb(0xFFFFFF),
	ColorHatch:                                   glass(0x1E2529, 0),
	ColorShade:                                   glass(0x1E2529, 0x30),
	ColorArea1:                                   rgb(0xE6D9B8),
	ColorArea2:                                   rgb(0xB5CBA8),
	ColorArea3:                                   rgb(0x6FAFA3),
	ColorArea4:                                   rgb(0x0B6E6E),
	ColorCard:                                    rgb(0xFFFFFF),
	ColorCardEdge:                                rgb(0xE4DFD5),
	ColorTheme1:                                  rgb(0xDFEAF7),
	ColorTheme2:                                  rgb(0xFBE7CF),
	ColorTheme3:                                  rgb(0xD6EEE4),
	ColorTheme4:                                  rgb(0xF6E4EF),
	ColorTheme5:                                  rgb(0xF5EFC6),
	ColorTheme6:                                  rgb(0xD5EDF3),
	ColorTheme7:                                  rgb(0xFCE4DE),
	ColorTheme8:                                  rgb(0xEBE9E5),
	ColorThemeBand1:                              rgb(0x1F5FA8),
	ColorThemeBand2:                              rgb(0x9C5200),
	ColorThemeBand3:                              rgb(0x0B6B4F),
	ColorThemeBand4:                              rgb(0x93357A),
	ColorThemeBand5:                              rgb(0x6E5D00),
	ColorThemeBand6:                              rgb(0x0E6880),
	ColorThemeBand7:                              rgb(0xA83A22),
	ColorThemeBand8:                              rgb(0x4F565C),
}

var dark = map[fyne.ThemeColorName]color.NRGBA{
	fynetheme.ColorNameBackground:                rgb(0x15191C),
	fynetheme.ColorNameForeground:                rgb(0xF5F2EB),
	fynetheme.ColorNamePlaceHolder:               rgb(0x9AA2A8),
	fynetheme.ColorNameDisabled:                  rgb(0xA9B0B5),
	fynetheme.ColorNameButton:                    rgb(0x2C3338),
	fynetheme.ColorNameDisabledButton:            rgb(0x1C2226),
	fynetheme.ColorNamePrimary:                   rgb(0x5CC2B8),
	fynetheme.ColorNameHyperlink:                 rgb(0x5CC2B8),
	fynetheme.ColorNameForegroundOnPrimary:       rgb(0x0C1214),
	fynetheme.ColorNameFocus:                     glass(0x347CC0, 0xDA),
	fynetheme.ColorNameHover:                     glass(0xECE7DD, 0x14),
	fynetheme.ColorNamePressed:                   glass(0xECE7DD, 0x28),
	fynetheme.ColorNameSelection:                 glass(0x8AB4FF, 0x50),
	fynetheme.ColorNameInputBackground:           rgb(0x1C2226),
	fynetheme.ColorNameInputBorder:               rgb(0x7A848C),
	fynetheme.ColorNameMenuBackground:            rgb(0x1C2226),
	fynetheme.ColorNameOverlayBackground:         rgb(0x1C2226),
	fynetheme.ColorNameHeaderBackground:          rgb(0x22292D),
	fynetheme.ColorNameSeparator:                 rgb(0x2C3338),
	fynetheme.ColorNameInnerWindowBorder:         rgb(0x7A848C),
	fynetheme.ColorNameInnerWindowBorderInactive: rgb(0x2C3338),
	fynetheme.ColorNameScrollBar:                 glass(0xECE7DD, 0x70),
	fynetheme.ColorNameScrollBarBackground:       rgb(0x22292D),
	fynetheme.ColorNameShadow:                    glass(0x000000, 0x60),
	fynetheme.ColorNameError:                     rgb(0xF0A35E),
	fynetheme.ColorNameForegroundOnError:         rgb(0x0C1214),
	fynetheme.ColorNameWarning:                   rgb(0xF0A35E),
	fynetheme.ColorNameForegroundOnWarning:       rgb(0x0C1214),
	fynetheme.ColorNameSuccess:                   rgb(0x8CCB8F),
	fynetheme.ColorNameForegroundOnSuccess:       rgb(0x0C1214),
	ColorRail:                                    rgb(0x101416),
	ColorOnRail:                                  rgb(0xECE7DD),
	ColorRailHere:                                rgb(0x2A3337),
	ColorSurface:                                 rgb(0x1C2226),
	ColorTint:                                    rgb(0x22292D),
	ColorEdge:                                    rgb(0x7A848C),
	ColorButtonEdge:                              glass(0x7A848C, 0),
	ColorFocusRing:                               rgb(0x8AB4FF),
	ColorFocusBreak:                              glass(0x000000, 0),
	ColorLevel1:                                  rgb(0xE6D9B8),
	ColorLevel2:                                  rgb(0xB5CBA8),
	ColorLevel3:                                  rgb(0x6FAFA3),
	ColorLevel4:                                  rgb(0x0B6E6E),
	ColorOnLevel:                                 rgb(0x1E2529),
	ColorOnLevel4:                                rgb(0xFFFFFF),
	ColorHatch:                                   glass(0x1E2529, 0),
	ColorShade:                                   glass(0x000000, 0x60),
	ColorArea1:                                   rgb(0x4E4D45),
	ColorArea2:                                   rgb(0x415047),
	ColorArea3:                                   rgb(0x304C4B),
	ColorArea4:                                   rgb(0x153A3C),
	ColorCard:                                    rgb(0x2E363B),
	ColorCardEdge:                                rgb(0x3C464C),
	ColorTheme1:                                  rgb(0x22334A),
	ColorTheme2:                                  rgb(0x46331C),
	ColorTheme3:                                  rgb(0x1C3B30),
	ColorTheme4:                                  rgb(0x43293C),
	ColorTheme5:                                  rgb(0x3D3819),
	ColorTheme6:                                  rgb(0x1B3A43),
	ColorTheme7:                                  rgb(0x482A24),
	ColorTheme8:                                  rgb(0x33373A),
	ColorThemeBand1:                              rgb(0x8FBDF2),
	ColorThemeBand2:                              rgb(0xF0B060),
	ColorThemeBand3:                              rgb(0x6FD0A8),
	ColorThemeBand4:                              rgb(0xE79BCB),
	ColorThemeBand5:                              rgb(0xDCCB5A),
	ColorThemeBand6:                              rgb(0x78CBE0),
	ColorThemeBand7:                              rgb(0xF59A84),
	ColorThemeBand8:                              rgb(0xC2C8CC),
}

var contrast = map[fyne.ThemeColorName]color.NRGBA{
	fynetheme.ColorNameBackground:                rgb(0x000000),
	fynetheme.ColorNameForeground:                rgb(0xFFFFFF),
	fynetheme.ColorNamePlaceHolder:               rgb(0xC8C8C8),
	fynetheme.ColorNameDisabled:                  rgb(0xFFFFFF),
	fynetheme.ColorNameButton:                    rgb(0x262626),
	fynetheme.ColorNameDisabledButton:            rgb(0x000000),
	fynetheme.ColorNamePrimary:                   rgb(0xFFE14D),
	fynetheme.ColorNameHyperlink:                 rgb(0xFFE14D),
	fynetheme.ColorNameForegroundOnPrimary:       rgb(0x000000),
	fynetheme.ColorNameFocus:                     rgb(0x2C72E0),
	fynetheme.ColorNameHover:                     glass(0x2C72E0, 0x60),
	fynetheme.ColorNamePressed:                   glass(0x2C72E0, 0x80),
	fynetheme.ColorNameSelection:                 rgb(0x2C72E0),
	fynetheme.ColorNameInputBackground:           rgb(0x000000),
	fynetheme.ColorNameInputBorder:               rgb(0xFFFFFF),
	fynetheme.ColorNameMenuBackground:            rgb(0x000000),
	fynetheme.ColorNameOverlayBackground:         rgb(0x000000),
	fynetheme.ColorNameHeaderBackground:          rgb(0x1C1C1C),
	fynetheme.ColorNameSeparator:                 rgb(0x606060),
	fynetheme.ColorNameInnerWindowBorder:         rgb(0xFFFFFF),
	fynetheme.ColorNameInnerWindowBorderInactive: rgb(0x606060),
	fynetheme.ColorNameScrollBar:                 rgb(0xFFFFFF),
	fynetheme.ColorNameScrollBarBackground:       rgb(0x1C1C1C),
	fynetheme.ColorNameShadow:                    rgb(0x606060),
	fynetheme.ColorNameError:                     rgb(0xFF9E3D),
	fynetheme.ColorNameForegroundOnError:         rgb(0x000000),
	fynetheme.ColorNameWarning:                   rgb(0xFF9E3D),
	fynetheme.ColorNameForegroundOnWarning:       rgb(0x000000),
	fynetheme.ColorNameSuccess:                   rgb(0x7CFF8A),
	fynetheme.ColorNameForegroundOnSuccess:       rgb(0x000000),
	ColorRail:                                    rgb(0x000000),
	ColorOnRail:                                  rgb(0xFFFFFF),
	ColorRailHere:                                rgb(0x404040),
	ColorSurface:                                 rgb(0x000000),
	ColorTint:                                    rgb(0x1C1C1C),
	ColorEdge:                                    rgb(0xFFFFFF),
	ColorButtonEdge:                              rgb(0xFFFFFF),
	ColorFocusRing:                               rgb(0xFFFFFF),
	ColorFocusBreak:                              rgb(0x000000),
	ColorLevel1:                                  rgb(0xFFFFFF),
	ColorLevel2:                                  rgb(0xCFF0EA),
	ColorLevel3:                                  rgb(0x93DFD2),
	ColorLevel4:                                  rgb(0x4CC6B6),
	ColorOnLevel:                                 rgb(0x000000),
	ColorOnLevel4:                                rgb(0x000000),
	ColorHatch:                                   rgb(0x000000),
	ColorShade:                                   glass(0x000000, 0xA8),
	ColorArea1:                                   rgb(0x333333),
	ColorArea2:                                   rgb(0x2A3F3C),
	ColorArea3:                                   rgb(0x204A44),
	ColorArea4:                                   rgb(0x175049),
	ColorCard:                                    rgb(0x000000),
	ColorCardEdge:                                rgb(0xFFFFFF),
	ColorTheme1:                                  rgb(0x001B40),
	ColorTheme2:                                  rgb(0x331C00),
	ColorTheme3:                                  rgb(0x00291B),
	ColorTheme4:                                  rgb(0x330022),
	ColorTheme5:                                  rgb(0x2B2600),
	ColorTheme6:                                  rgb(0x002A33),
	ColorTheme7:                                  rgb(0x3A0F05),
	ColorTheme8:                                  rgb(0x1C1C1C),
	ColorThemeBand1:                              rgb(0x7FB8FF),
	ColorThemeBand2:                              rgb(0xFFB24D),
	ColorThemeBand3:                              rgb(0x4DE0AA),
	ColorThemeBand4:                              rgb(0xFF8AD0),
	ColorThemeBand5:                              rgb(0xFFE14D),
	ColorThemeBand6:                              rgb(0x5FDCFF),
	ColorThemeBand7:                              rgb(0xFF9478),
	ColorThemeBand8:                              rgb(0xFFFFFF),
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"waymark/ui/theme"
)

// LineHigh is the distance of two lines on the wall, as a share of the size of type.
const LineHigh = 1.35

// Word is a text at a place, in letters of any size, for what is drawn on the wall.
func Word(text string, x, y, letters float32, bold bool, ink fyne.ThemeColorName) *canvas.Text {
	t := canvas.NewText(text, theme.Of(ink))
	t.TextSize, t.TextStyle.Bold = letters, bold
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	return t
}

package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Steps is Scale without descriptors: the levels 1 to count side by side as numerals. The chosen one is outlined, as
// every level that is wanted is; chosen again it is no level.
func (w *Widgets) Steps(key string, count, chosen int, choose func(level int)) fyne.CanvasObject {
	steps := make([]fyne.CanvasObject, count)
	for i := range steps {
		s := w.step(key, i+1, count, chosen, choose)
		s.numeral(i+1, i+1 == chosen)
		steps[i] = s
	}
	return Line(steps...)
}

func (s *step) numeral(level int, on bool) {
	box := canvas.NewRectangle(color.Transparent)
	box.CornerRadius = 8
	box.SetMinSize(fyne.NewSize(44, 40))
	box.StrokeColor, box.StrokeWidth = theme.Of(theme.ColorEdge), 1
	ink := fynetheme.ColorNameDisabled
	if on {
		box.StrokeColor, box.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), 3
		box.FillColor = theme.Of(theme.ColorTint)
		ink = fynetheme.ColorNameForeground
	}
	text := canvas.NewText(strconv.Itoa(level), theme.Of(ink))
	text.TextSize = theme.SizeOf(fynetheme.SizeNameText)
	text.TextStyle.Bold = on
	s.inside.Objects = []fyne.CanvasObject{box, container.NewCenter(text)}
	s.inside.Refresh()
}

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
	s.edged(on)
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(theme.Units(44), theme.Units(40)))
	ink := fynetheme.ColorNameDisabled
	if on {
		ink = fynetheme.ColorNameForeground
	}
	text := canvas.NewText(strconv.Itoa(level), theme.Of(ink))
	text.TextSize = theme.SizeOf(fynetheme.SizeNameText)
	text.TextStyle.Bold = on
	s.inside.Objects = []fyne.CanvasObject{s.frame, room, container.NewCenter(text)}
	s.inside.Refresh()
}

package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Span is a small bar of a period with the part from–to filled and a tick at mark. All three are shares of the period
// between 0 and 1; a mark outside is not drawn, and neither is a part that ends before it begins.
func Span(from, to, mark float32, ink fyne.ThemeColorName) fyne.CanvasObject {
	rail, part, tick := bar(theme.Of(fynetheme.ColorNameSeparator)), bar(theme.Of(ink)), bar(theme.Of(fynetheme.ColorNameForeground))
	tick.CornerRadius = 0
	return container.New(&span{from: from, to: to, mark: mark}, rail, part, tick)
}

func bar(c color.Color) *canvas.Rectangle {
	r := canvas.NewRectangle(c)
	r.CornerRadius = theme.Units(3)
	return r
}

type span struct{ from, to, mark float32 }

// The bar is spanHigh high and spanFoot above its foot, its smallest visible part is spanPart wide and its tick spanTick;
// there is as much room at either side as a label has, and so much above that it can follow a label in Lines. All at zoom 1.
const (
	spanHigh = 6
	spanFoot = 4
	spanPart = 5
	spanTick = 2

	spanBeyond = 3 // how far the tick reaches beyond the bar
)

func (s *span) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	inset := fynetheme.InnerPadding()
	width := size.Width - 2*inset
	high, least, thin, beyond := theme.Units(spanHigh), theme.Units(spanPart), theme.Units(spanTick), theme.Units(spanBeyond)
	top := size.Height - high - theme.Units(spanFoot)
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(inset+x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(objects[0], 0, top, width, high)
	if from, to := max(0, s.from), min(1, s.to); from <= to {
		part := min(width, max(least, (to-from)*width))
		put(objects[1], min(from*width, width-part), top, part, high)
	} else {
		objects[1].Hide()
	}
	if s.mark >= 0 && s.mark <= 1 {
		put(objects[2], s.mark*(width-thin), top-beyond, thin, high+2*beyond)
	} else {
		objects[2].Hide()
	}
}

func (s *span) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Units(60), theme.Units(22))
}

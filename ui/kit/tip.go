package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// tipPause is how long the mouse or the keyboard rests on a picture before it says in words what it does.
const tipPause = 500 * time.Millisecond

// tip is the words near a picture, drawn over what stands above it or, at the top of the page, before it. It is always
// visible to Fyne, which paints nothing anew that was never on show; it has objects only while there is something to read.
type tip struct {
	button *IconButton
	host   interface {
		After(d time.Duration, f func()) (cancel func())
	}
	top    func() float32 // where what scrolls begins in the window
	object *fyne.Container
	cancel func()
}

func newTip(w *Widgets, b *IconButton) *tip {
	return &tip{button: b, host: w.host, object: &fyne.Container{}, top: func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(w.page.scroll).Y
	}}
}

// ask says the name after a while.
func (t *tip) ask() {
	t.drop()
	t.cancel = t.host.After(tipPause, t.show)
}

// drop says nothing any more.
func (t *tip) drop() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	if len(t.object.Objects) > 0 {
		t.object.Objects = nil
		t.object.Refresh()
	}
}

func (t *tip) show() {
	t.cancel = nil
	words := canvas.NewText(t.button.Name, theme.Of(fynetheme.ColorNameForeground))
	words.TextSize = theme.SizeOf(fynetheme.SizeNameCaptionText)
	ground := canvas.NewRectangle(theme.Of(fynetheme.ColorNameOverlayBackground))
	ground.StrokeColor, ground.StrokeWidth = theme.Of(theme.ColorEdge), theme.Units(1)
	ground.CornerRadius = theme.Units(cornerRadius)
	x, y, gap := theme.Units(8), theme.Units(4), theme.Units(2)
	size := words.MinSize().AddWidthHeight(2*x, 2*y)
	button := t.button.Size()
	at := fyne.NewPos(button.Width-size.Width, -size.Height-gap)
	in := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.button)
	switch {
	case in.Y+at.Y < t.top():
		at = fyne.NewPos(-size.Width-gap, (button.Height-size.Height)/2)
	case in.X+at.X < 0:
		at.X = 0
	}
	ground.Move(at)
	ground.Resize(size)
	words.Move(at.AddXY(x, y))
	words.Resize(words.MinSize())
	t.object.Objects = []fyne.CanvasObject{ground, words}
	t.object.Refresh()
}

package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/kit"
	"waymark/ui/theme"
)

// toaster shows one sentence at a time near the foot of the window, with one thing to do about it if there is one.
type toaster struct {
	shell  *Shell
	object *fyne.Container
	button *kit.Button // nil for none
	cancel func()
}

// toastTime is how long a toast stays.
const toastTime = 6 * time.Second

// widestToast is the share of the window that the words of a toast take at most.
const widestToast = 0.6

func newToaster(s *Shell) *toaster {
	if s.toasts != nil {
		s.toasts.hide()
	}
	t := &toaster{shell: s, object: container.New(toastLayout{})}
	t.object.Hide()
	return t
}

// show tells text and offers what can be done about it, nil for nothing. The button never takes the keyboard by itself; the
// keys beside it do the same from anywhere.
func (t *toaster) show(text string, offer *command) {
	t.hide()
	window := t.shell.window.Canvas().Size()
	size := theme.SizeOf(fynetheme.SizeNameText)
	column := container.New(layout.NewCustomPaddedVBoxLayout(0))
	for _, line := range kit.Broken(text, window.Width*widestToast, size, fyne.TextStyle{}, 0) {
		column.Add(toastText(line, size))
	}
	side := theme.Units(14)
	line := kit.Line(container.New(layout.NewCustomPaddedLayout(theme.Units(8), theme.Units(8), side, side), column))
	if offer != nil {
		t.button = kit.NewButton(t.shell.words.Say(offer.key), func() {
			t.hide()
			offer.take()
		})
		keys := toastText(offer.keys(), theme.SizeOf(fynetheme.SizeNameCaptionText))
		line.Add(kit.Line(t.button, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Units(4), side), keys)))
	}
	ground := canvas.NewRectangle(theme.Of(theme.ColorRail))
	ground.CornerRadius = theme.Units(8)
	ground.StrokeColor, ground.StrokeWidth = theme.Of(theme.ColorEdge), theme.Units(1)
	inset := theme.Units(2)
	t.object.Objects = []fyne.CanvasObject{container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(inset, inset, inset, inset), line))}
	t.object.Show()
	t.object.Refresh()
	t.cancel = t.shell.deps.Runner.After(toastTime, t.end)
}

func toastText(text string, size float32) *canvas.Text {
	words := canvas.NewText(text, theme.Of(theme.ColorOnRail))
	words.TextSize = size
	return words
}

// focused tells whether the keyboard is on the button.
func (t *toaster) focused() bool {
	return t.button != nil && t.shell.window.Canvas().Focused() == t.button
}

// end takes the toast away when its time is over, but never what has the keyboard.
func (t *toaster) end() {
	if t.focused() {
		t.cancel = t.shell.deps.Runner.After(toastTime, t.end)
		return
	}
	t.hide()
}

func (t *toaster) hide() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	if t.focused() {
		t.shell.window.Canvas().Unfocus()
	}
	t.button = nil
	t.object.Objects = nil
	t.object.Hide()
}

// toastLayout puts its one object in the middle, above the foot of the page and the status line, so that it hides no button;
// what is too wide for the window breaks into lines.
type toastLayout struct{}

// aboveFoot is the room that a toast leaves below itself, in units at zoom 1.
const aboveFoot = 112

func (toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (toastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		if widest := size.Width - theme.Units(16); m.Width > widest {
			m = fyne.NewSize(widest, heightAt(o, widest))
		}
		o.Resize(m)
		o.Move(fyne.NewPos((size.Width-m.Width)/2, max(0, size.Height-m.Height-theme.Units(aboveFoot))))
	}
}

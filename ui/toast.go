package ui

import (
	"image/color"

	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// toaster shows one sentence at a time near the foot of the window, with one thing to do about it if there is one.
type toaster struct {
	shell  *Shell
	object *fyne.Container
	cancel func()
}

// toastTime is how long a toast stays.
const toastTime = 6 * time.Second

func newToaster(s *Shell) *toaster {
	if s.toasts != nil {
		s.toasts.hide()
	}
	t := &toaster{shell: s, object: container.New(toastLayout{})}
	t.object.Hide()
	return t
}

func (t *toaster) show(text, actionText string, action func()) {
	t.hide()
	ground := canvas.NewRectangle(theme.Of(theme.ColorRail))
	ground.CornerRadius = 8
	ground.StrokeColor, ground.StrokeWidth = theme.Of(theme.ColorEdge), 1
	words := canvas.NewText(text, theme.Of(theme.ColorOnRail))
	words.TextSize = theme.SizeOf(fynetheme.SizeNameText)
	line := container.NewHBox(container.New(layout.NewCustomPaddedLayout(8, 8, 14, 14), words))
	if action != nil {
		line.Add(container.NewCenter(widget.NewButton(actionText, func() {
			t.hide()
			action()
		})))
	}
	t.object.Objects = []fyne.CanvasObject{container.NewStack(ground, container.New(layout.NewCustomPaddedLayout(2, 2, 2, 6), line))}
	t.object.Show()
	t.object.Refresh()
	t.cancel = t.shell.deps.Runner.After(toastTime, t.hide)
}

func (t *toaster) hide() {
	if t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	t.object.Objects = nil
	t.object.Hide()
}

// toastLayout puts its one object in the middle, above the foot of the page and the status line, so that it hides no button.
type toastLayout struct{}

func (toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (toastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos((size.Width-m.Width)/2, size.Height-m.Height-112))
	}
}

// dialog shows a title, a sentence and one button; Esc and Enter close it. Details, if any, can be copied.
func (s *Shell) dialog(title, text, details string) {
	words := kit.Text(text)
	done := &lastButton{}
	done.Text, done.Importance = s.words.Say("shell.ok"), widget.HighImportance
	done.ExtendBaseWidget(done)
	buttons := container.NewHBox(layout.NewSpacer())
	if details != "" {
		buttons.Add(widget.NewButton(s.words.Say("shell.copy_details"), func() {
			fyne.CurrentApp().Clipboard().SetContent(title + "\n" + text + "\n" + details)
			s.Toast(app.Say("shell.copied"))
		}))
	}
	buttons.Add(done)
	width := canvas.NewRectangle(color.Transparent)
	width.SetMinSize(fyne.NewSize(min(520, s.window.Canvas().Size().Width-80), 1))
	box := container.New(layout.NewCustomPaddedLayout(12, 12, 16, 16), container.NewVBox(kit.Heading(title), width, words, kit.Gap(12), buttons))
	popup := widget.NewModalPopUp(box, s.window.Canvas())
	done.OnTapped = popup.Hide
	popup.Show()
	s.window.Canvas().Focus(done)
}

// lastButton is the button that closes a dialog: Enter and Esc press it too.
type lastButton struct{ widget.Button }

// TypedKey is called by Fyne.
func (b *lastButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(e)
	}
}

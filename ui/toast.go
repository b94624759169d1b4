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

// way is one thing to do about what a dialog tells. Final says that it cannot be taken back, so that it is not the one in
// focus.
type way struct {
	label string
	take  func()
	final bool
}

// dialog shows a title, paragraphs and the ways on, the one that does nothing last; Esc takes that one and Enter the one in
// focus, which is the first that is not final. Details, if any, can be copied.
func (s *Shell) dialog(title, text, details string, ways ...way) {
	words := kit.Text(text)
	buttons := container.NewHBox(layout.NewSpacer())
	var popup *widget.PopUp
	if details != "" {
		buttons.Add(widget.NewButton(s.words.Say("shell.copy_details"), func() {
			fyne.CurrentApp().Clipboard().SetContent(title + "\n" + text + "\n" + details)
			s.Toast(app.Say("shell.copied"))
		}))
	}
	last := s.words.Say("shell.ok")
	if len(ways) > 0 {
		last = s.words.Say("shell.not_now")
	}
	ways = append(ways, way{label: last, take: func() {}})
	var first fyne.Focusable
	for _, w := range ways {
		b := s.dialogButton(w.label, func() { popup.Hide() }, func() {
			popup.Hide()
			w.take()
		})
		if first == nil && !w.final {
			b.Importance, first = widget.HighImportance, b
		}
		buttons.Add(b)
	}
	size := s.window.Canvas().Size()
	width := canvas.NewRectangle(color.Transparent)
	width.SetMinSize(fyne.NewSize(min(max(520, buttons.MinSize().Width), size.Width-80), 1))
	var body fyne.CanvasObject = words
	if tall := size.Height - 240; textHeight(words, width.MinSize().Width) > tall {
		scroll := container.NewVScroll(words)
		scroll.SetMinSize(fyne.NewSize(0, tall))
		body = scroll
	}
	box := container.New(layout.NewCustomPaddedLayout(12, 12, 16, 16), container.NewVBox(kit.Heading(title), width, body, kit.Gap(12), buttons))
	popup = widget.NewModalPopUp(box, s.window.Canvas())
	popup.Show()
	s.asked = first
	s.window.Canvas().Focus(first)
}

// textHeight is how high a wrapped text is at a width.
func textHeight(words *widget.Label, width float32) float32 {
	words.Resize(fyne.NewSize(width, 1))
	return words.MinSize().Height
}

// dialogButton is a button of a dialog: Enter presses it too, and Esc closes the dialog.
type dialogButton struct {
	widget.Button
	escape func()
}

func (s *Shell) dialogButton(label string, escape, tapped func()) *dialogButton {
	b := &dialogButton{escape: escape}
	b.Text, b.OnTapped = label, tapped
	b.ExtendBaseWidget(b)
	return b
}

// Label returns the words on the button.
func (b *dialogButton) Label() string { return b.Text }

// TypedKey is called by Fyne.
func (b *dialogButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		b.Button.TypedKey(e)
	}
}

package ui

import (
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

// way is one thing to do about what a dialog tells. Final says that it cannot be taken back, so that it is not the one in
// focus.
type way struct {
	label string
	take  func()
	final bool
}

// dialog shows a title, paragraphs and the ways on, the one that leads last, as at the foot of a page: the first that is not
// final. Enter takes that one and Esc the one that does nothing. Details, if any, can be copied.
func (s *Shell) dialog(title, text, details string, ways ...way) {
	m := s.newModal(kit.Heading(title), kit.Text(text))
	if details != "" {
		m.button(s.words.Say("shell.copy_details"), func() {
			fyne.CurrentApp().Clipboard().SetContent(title + "\n" + text + "\n" + details)
			s.Toast(app.Say("shell.copied"))
		})
	}
	last := s.words.Say("shell.ok")
	if len(ways) > 0 {
		last = s.words.Say("shell.not_now")
	}
	var first *kit.Button
	for _, w := range append(ways, way{label: last, take: func() {}}) {
		b := m.button(w.label, func() {
			m.close()
			w.take()
		})
		if first == nil && !w.final {
			first = b
		}
	}
	m.leads(first)
	m.show(first)
}

// modal is a sheet in the middle of the window that has to be answered first. It hears the keys that nothing in it takes.
type modal struct {
	widget.BaseWidget
	window fyne.Window
	shell  *Shell
	words  *fyne.Container
	scroll *container.Scroll // around the words, where there is no room for all of them
	ways   *fyne.Container
	first  fyne.Focusable // has the keyboard at first
	before fyne.Focusable // had it in the window
}

// newModal returns a modal of words and fields, without buttons.
func (s *Shell) newModal(words ...fyne.CanvasObject) *modal {
	m := &modal{window: s.window, shell: s, words: kit.Column(words...), ways: kit.Actions()}
	slack := theme.Units(beside)
	m.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, slack, slack), m.words))
	m.ExtendBaseWidget(m)
	return m
}

// button adds a button.
func (m *modal) button(label string, tapped func()) *kit.Button {
	b := kit.NewButton(label, tapped)
	m.ways.Add(b)
	return b
}

// leads marks the button that leads on, and sets it last.
func (m *modal) leads(b *kit.Button) {
	b.Importance = widget.HighImportance
	b.Refresh()
	m.ways.Remove(b)
	m.ways.Add(b)
}

// show puts the modal before the window, with the keyboard at first.
func (m *modal) show(first fyne.Focusable) {
	c := m.window.Canvas()
	m.first, m.before = first, c.Focused()
	c.Unfocus() // or what had the keyboard would look as if it still had
	c.Overlays().Add(m)
	c.Focus(first)
	m.shell.asked = first
}

// close takes the modal away; what had the keyboard before gets it back, if it is still on show.
func (m *modal) close() {
	c := m.window.Canvas()
	c.Overlays().Remove(m)
	c.Unfocus()
	if o, ok := m.before.(fyne.CanvasObject); ok && onShow(o) {
		c.Focus(m.before)
	}
}

// onShow tells whether an object is in a window; Fyne has no place for one that is not.
func onShow(o fyne.CanvasObject) bool {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != fyne.Position{}
}

// TypedKey hears what nothing in the modal takes: Esc answers that nothing is to be done, and the words can be scrolled.
func (m *modal) TypedKey(e *fyne.KeyEvent) {
	line, page := theme.Units(40), m.scroll.Size().Height*0.9
	switch e.Name {
	case fyne.KeyEscape:
		m.close()
	case fyne.KeyUp:
		m.scrollBy(-line)
	case fyne.KeyDown:
		m.scrollBy(line)
	case fyne.KeyPageUp:
		m.scrollBy(-page)
	case fyne.KeyPageDown:
		m.scrollBy(page)
	}
}

func (m *modal) scrollBy(y float32) { m.scroll.ScrollToOffset(m.scroll.Offset.AddXY(0, y)) }

// reveal scrolls as little as needed for o, which is one of the words and fields, to be seen.
func (m *modal) reveal(o fyne.CanvasObject) {
	above, below := o.Position().Y-m.scroll.Offset.Y, o.Position().Y+o.Size().Height-m.scroll.Offset.Y-m.scroll.Size().Height
	switch {
	case above < 0:
		m.scrollBy(above)
	case below > 0:
		m.scrollBy(below)
	}
}

// Tapped gives the keyboard back, which Fyne takes away when one clicks beside what has it.
func (m *modal) Tapped(*fyne.PointEvent) { m.window.Canvas().Focus(m.first) }

// CreateRenderer is called by Fyne.
func (m *modal) CreateRenderer() fyne.WidgetRenderer {
	shade := canvas.NewRectangle(theme.Of(theme.ColorShade))
	ground := canvas.NewRectangle(theme.Of(fynetheme.ColorNameOverlayBackground))
	ground.StrokeColor, ground.StrokeWidth = theme.Of(theme.ColorEdge), theme.Units(1)
	ground.CornerRadius = theme.Units(8)
	return widget.NewSimpleRenderer(container.New(modalLayout{m}, shade, ground, m.scroll, m.ways))
}

// modalLayout sets the sheet, no larger than the window: its buttons are always seen, its words scroll.
type modalLayout struct{ modal *modal }

// modalWidth is how wide a sheet is, in units at zoom 1, unless its buttons need more.
const modalWidth = 560

// beside is the room at each side of what scrolls, so that nothing cuts off a ring, in units at zoom 1.
const beside = 8

// MinSize is called by Fyne: the modal is as large as the window, whatever that is.
func (modalLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is called by Fyne.
func (l modalLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shade, ground, scroll, ways := objects[0], objects[1], objects[2], objects[3]
	shade.Resize(size)
	margin, x, y := theme.Units(12), theme.Units(16), theme.Units(12)
	inside := min(max(theme.Units(modalWidth), ways.MinSize().Width+2*x), size.Width-2*margin) - 2*x
	foot := heightAt(ways, inside)
	words := max(0, min(heightAt(l.modal.words, inside), size.Height-2*margin-3*y-foot))
	sheet := fyne.NewSize(inside+2*x, words+foot+3*y)
	at := fyne.NewPos((size.Width-sheet.Width)/2, (size.Height-sheet.Height)/2)
	ground.Move(at)
	ground.Resize(sheet)
	slack := theme.Units(beside)
	scroll.Move(at.AddXY(x-slack, y))
	scroll.Resize(fyne.NewSize(inside+2*slack, words))
	ways.Move(at.AddXY(x, 2*y+words))
	ways.Resize(fyne.NewSize(inside, foot))
}

// heightAt is how high o is at a width: what wraps knows its height once it has its width.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	return o.MinSize().Height
}

package board

import (
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// bar is what the mouse finds above the board. Each of its buttons has a key, so that the board is one stop of the keyboard.
type bar struct {
	board  *Board
	object *fyne.Container
	count  *canvas.Text
	theme  *chip
	same   *chip
	less   *chip
	zoom   *chip
	more   *chip
	fit    *chip
}

func newBar(b *Board) *bar {
	r := &bar{board: b, object: container.NewWithoutLayout(), count: canvas.NewText("", nil)}
	r.theme, r.same = newChip(b.NewTheme), newChip(b.AskDuplicates)
	r.less, r.more = newChip(func() { b.zoomBy(-1) }), newChip(func() { b.zoomBy(1) })
	r.zoom, r.fit = newChip(func() { b.zoomTo(1) }), newChip(b.fit)
	return r
}

// lay sets the bar and returns where the columns begin below it. The wall has no mouse and no bar.
func (r *bar) lay(width float32) float32 {
	b, words := r.board, r.board.words()
	if b.letters > 0 {
		r.object.Objects = nil
		return 0
	}
	height := theme.Units(32)
	r.theme.show(words.Say("board.new_theme"), "")
	r.same.show(words.Say("board.same"), "")
	r.less.show("−", words.Say("board.smaller"))
	r.more.show("+", words.Say("board.larger"))
	r.zoom.show(words.Say("shell.zoom", "percent", int(math.Round(float64(b.zoom*100)))), words.Say("board.usual"))
	r.fit.show(words.Say("board.fit"), "")
	ideas := 0
	for _, c := range b.columns {
		ideas += len(c.ideas)
	}
	r.count.Text = words.Say("board.cards", "count", ideas) + ", " + words.Say("board.themes", "count", len(b.columns)-1)
	r.count.TextSize, r.count.Color = b.plain(), theme.Of(fynetheme.ColorNameDisabled)
	r.object.Objects = r.object.Objects[:0]
	x := width
	chips := r.chips(width)
	for _, c := range slices.Backward(chips) {
		w := c.MinSize().Width
		x -= w
		c.Move(fyne.NewPos(x, 0))
		c.Resize(fyne.NewSize(w, height))
		x -= theme.Units(chipGap)
	}
	if r.count.MinSize().Width < x {
		r.count.Move(fyne.NewPos(0, 0))
		r.count.Resize(fyne.NewSize(x, height))
		r.object.Objects = append(r.object.Objects, r.count)
	}
	for _, c := range chips {
		r.object.Objects = append(r.object.Objects, c)
	}
	r.object.Resize(fyne.NewSize(width, height))
	return height + theme.Units(8)
}

// chipGap is the room between two chips, in units at zoom 1.
const chipGap = 4

// chips returns those that find room: the sizes give way first, as they have keys that are known from elsewhere.
func (r *bar) chips(width float32) []*chip {
	all := []*chip{r.theme, r.same, r.less, r.zoom, r.more, r.fit}
	for _, fewer := range [][]*chip{all, {r.theme, r.same, r.less, r.more, r.fit}, {r.theme, r.same, r.less, r.more}, {r.theme, r.same}} {
		needs := float32(0)
		for _, c := range fewer {
			needs += c.MinSize().Width + theme.Units(chipGap)
		}
		if needs <= width {
			return fewer
		}
	}
	return []*chip{r.theme}
}

// chip is a small button that the keyboard does not stop at.
type chip struct {
	widget.BaseWidget
	tapped func()
	text   *canvas.Text
	ground *canvas.Rectangle
	name   string // what it does, where the text does not say it
}

func newChip(tapped func()) *chip {
	c := &chip{tapped: tapped, text: canvas.NewText("", nil), ground: canvas.NewRectangle(color.Transparent)}
	c.text.Alignment, c.text.TextStyle.Bold = fyne.TextAlignCenter, true
	c.ExtendBaseWidget(c)
	return c
}

func (c *chip) show(text, name string) {
	c.text.Text, c.name = text, name
	c.text.TextSize, c.text.Color = theme.SizeOf(fynetheme.SizeNameCaptionText), theme.Of(fynetheme.ColorNamePrimary)
	c.ground.CornerRadius, c.ground.StrokeWidth, c.ground.StrokeColor = theme.Units(6), theme.Units(1), theme.Of(theme.ColorButtonEdge)
}

// Label returns the words on the button.
func (c *chip) Label() string { return c.text.Text }

// CreateRenderer is called by Fyne.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(c.ground, c.text))
}

// MinSize is called by Fyne.
func (c *chip) MinSize() fyne.Size {
	return fyne.NewSize(max(theme.Units(36), c.text.MinSize().Width+2*theme.Units(10)), theme.Units(32))
}

// Tapped is called by Fyne.
func (c *chip) Tapped(*fyne.PointEvent) { c.tapped() }

// Cursor is called by Fyne.
func (c *chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by Fyne.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.paint(theme.Of(fynetheme.ColorNameHover)) }

// MouseMoved is called by Fyne.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (c *chip) MouseOut() { c.paint(color.Transparent) }

func (c *chip) paint(ground color.Color) {
	c.ground.FillColor = ground
	c.ground.Refresh()
}

// AccessibilityLabel is called by Fyne.
func (c *chip) AccessibilityLabel() string {
	if c.name != "" {
		return c.name
	}
	return c.text.Text
}

// AccessibilityRole is called by Fyne.
func (c *chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// layFoot sets the line of keys, or what is to be done or was said, and returns how high it is with the room above. The room
// is that of the keys, so that nothing moves when something else is said.
func (b *Board) layFoot() float32 {
	words, width, size := b.words(), b.at.size.Width, b.plain()
	keys := words.Say("board.keys")
	room := b.paragraph(keys, width, size, fynetheme.ColorNameDisabled, false)
	text, ink, bold := b.footText(), fynetheme.ColorNameForeground, true
	if text == "" {
		text, ink, bold = keys, fynetheme.ColorNameDisabled, false
	}
	if b.failed && b.said.Key != "" {
		text, ink = "▲ "+text, fynetheme.ColorNameError
	}
	block := b.paragraph(text, width, size, ink, bold)
	height := max(room.Size().Height, block.Size().Height)
	b.foot.Objects = []fyne.CanvasObject{block}
	b.foot.Move(fyne.NewPos(0, b.at.size.Height-height))
	b.foot.Resize(fyne.NewSize(width, height))
	return height + theme.Units(6)
}

// footText says what the keys do just now, or what has happened; empty when they do what they do at first.
func (b *Board) footText() string {
	words := b.words()
	switch {
	case b.pairs != nil:
		return words.Say("board.keys.pair")
	case b.said.Key != "":
		return words.Text(b.said)
	case b.naming != nil:
		return words.Say("board.keys.name")
	case b.merging != "":
		return words.Say("board.keys.merge", "name", b.columns[b.columnOf(b.merging)].theme.Name)
	case b.carried != nil && b.carried.theme != "":
		return words.Say("board.keys.theme")
	case b.carried != nil && b.carried.pointer:
		return words.Say("board.keys.drag")
	case b.carried != nil:
		return words.Say("board.keys.card")
	case len(b.marked) > 0:
		return words.Say("board.keys.marked", "count", len(b.marked))
	}
	return ""
}

// zoomBy makes the cards larger or smaller by steps.
func (b *Board) zoomBy(steps int) { b.zoomTo(b.zoom + float32(steps)*zoomStep) }

func (b *Board) zoomTo(zoom float32) {
	b.zoom = float32(math.Round(float64(min(max(zoom, leastZoom), mostZoom)*100))) / 100
	b.layOut()
	b.reveal()
	b.draw()
	b.keepFocus()
}

// fit makes the cards as large as lets all columns stand side by side, within the zooms of the board.
func (b *Board) fit() {
	n := float32(len(b.columns))
	wide := (n*b.u(columnWidth) + (n-1)*b.at.gap) / b.zoom
	if wide > 0 {
		b.zoomTo(float32(math.Floor(float64(b.at.size.Width/wide*100))) / 100)
	}
}

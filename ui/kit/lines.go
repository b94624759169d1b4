package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Lines stacks labels closely, as lines that belong together: what a list says about one thing.
func Lines(labels ...fyne.CanvasObject) *fyne.Container {
	return container.New(linesLayout{}, present(labels...)...)
}

type linesLayout struct{}

// overlap is how far the empty edges of two labels lie over each other.
func (linesLayout) overlap() float32 { return 1.5 * theme.SizeOf(fynetheme.SizeNameInnerPadding) }

func (l linesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
		if i > 0 {
			size.Height -= l.overlap()
		}
	}
	return size
}

func (l linesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height)) // a wrapped label knows its height once it has its width
		o.Move(fyne.NewPos(0, y))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, height))
		y += height - l.overlap()
	}
}

// Beside lowers small text so that its foot is on the foot of text of the given size next to it.
func Beside(size fyne.ThemeSizeName, small fyne.CanvasObject) fyne.CanvasObject {
	drop := theme.SizeOf(size) - theme.SizeOf(fynetheme.SizeNameCaptionText)
	return container.New(layout.NewCustomPaddedLayout(drop, 0, 0, 0), small)
}

// codeWidth is room for a letter and three digits, at zoom 1.
const codeWidth = 54

// CodeColumn is a code beside text of the given size, as wide as any other code, so that the texts beside several of
// them stand below each other.
func CodeColumn(text string, beside fyne.ThemeSizeName) fyne.CanvasObject {
	return MarkColumn(text, codeWidth, beside)
}

// MarkColumn is CodeColumn of another width, in units at zoom 1.
func MarkColumn(text string, width float32, beside fyne.ThemeSizeName) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(theme.Units(width), 1))
	return container.NewStack(room, Beside(beside, Code(text)))
}

// chosenWidth is room for the mark of a choice, chosenRing how large the mark is, at zoom 1.
const (
	chosenWidth = 28
	chosenRing  = 14
)

// ChoiceMark is the ring before one of several of which one is chosen, with a dot in the one that is.
func ChoiceMark(chosen bool) fyne.CanvasObject {
	ring, dot := canvas.NewCircle(color.Transparent), canvas.NewCircle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = theme.Of(fynetheme.ColorNameInputBorder), theme.Units(1.5)
	if chosen {
		ring.StrokeColor, dot.FillColor = theme.Of(fynetheme.ColorNamePrimary), theme.Of(fynetheme.ColorNamePrimary)
	}
	return container.New(choiceMark{chosen}, ring, dot)
}

// choiceMark sets the dot into the ring, in the middle of a line of text, however high the column is.
type choiceMark struct{ chosen bool }

func (choiceMark) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Units(chosenWidth), theme.SizeOf(fynetheme.SizeNameText)*LineHigh)
}

func (l choiceMark) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	line := l.MinSize(nil).Height + theme.SizeOf(fynetheme.SizeNameInnerPadding)
	for i, share := range []float32{1, 0.5} {
		side := theme.Units(chosenRing) * share
		in := theme.Units(chosenRing) * (1 - share) / 2
		objects[i].Resize(fyne.NewSize(side, side))
		objects[i].Move(fyne.NewPos(in+theme.Units(2), (line-theme.Units(chosenRing))/2+in))
	}
}

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

package surveyscreen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// mostColumns is how many columns beside the names of the items find room on the smallest window; columnWidth is how wide
// each is, in units at zoom 1, and leastName how wide the names are at least.
const (
	mostColumns = 6
	columnWidth = 104
	leastName   = 150
)

// grid is a table with a row for each item, its elements as headings between, and columns of equal width.
func grid(heads []fyne.CanvasObject, f app.Framework, text func(app.Text) string, cells func(app.Item) []fyne.CanvasObject) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{line(kit.Gap(1), heads)}
	for _, e := range f.Elements {
		rows = append(rows, kit.Rule(), kit.Caption(text(f.ElementName(e))))
		for _, i := range e.Items {
			rows = append(rows, line(kit.Text(text(f.ItemName(i))), cells(i)))
		}
	}
	return []fyne.CanvasObject{container.New(stacked{}, rows...), kit.Gap(4)}
}

func line(name fyne.CanvasObject, cells []fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&lineLayout{}, append([]fyne.CanvasObject{name}, cells...)...)
}

// head is the name of a column.
func head(text string) fyne.CanvasObject {
	l := kit.Caption(app.Shorten(text, 40))
	l.Alignment = fyne.TextAlignCenter
	return l
}

// cell is a short text in a column.
func cell(text string, strong bool) fyne.CanvasObject {
	l := kit.Text(text)
	if strong {
		l = kit.Strong(text)
	}
	l.Alignment = fyne.TextAlignCenter
	return l
}

// small is a longer text in a column, in quiet ink.
func small(text string) fyne.CanvasObject {
	l := kit.Quiet(text)
	l.Alignment = fyne.TextAlignCenter
	return l
}

// lineLayout gives the first object the room that the columns leave, and each of the others a column.
type lineLayout struct{ width float32 }

func (l *lineLayout) shares(objects []fyne.CanvasObject, width float32) (name, column float32) {
	column = theme.Units(columnWidth)
	n := float32(len(objects) - 1)
	if least := theme.Units(leastName); width-n*column < least {
		column = max(theme.Units(columnWidth)/2, (width-least)/n)
	}
	return max(0, width-n*column), column
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	name, column := l.shares(objects, size.Width)
	x := float32(0)
	for i, o := range objects {
		width := column
		if i == 0 {
			width = name
		}
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		x += width
	}
}

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(theme.Units(leastName)+float32(len(objects)-1)*theme.Units(columnWidth)/2, height)
}

// stacked sets rows below each other so that the empty edges of their words overlap, as in a table.
type stacked struct{}

func (stacked) overlap(o fyne.CanvasObject) float32 {
	if l, ok := o.(*widget.Label); ok && l.Visible() {
		return theme.SizeOf(fynetheme.SizeNameInnerPadding)
	}
	return theme.SizeOf(fynetheme.SizeNameInnerPadding) / 2
}

func (s stacked) each(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, float32)) float32 {
	var y float32
	for i, o := range objects {
		if width > 0 && o.Size().Width != width {
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
		}
		put(o, y)
		y += o.MinSize().Height
		if i+1 < len(objects) {
			y -= s.overlap(o)
		}
	}
	return y
}

func (s stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.each(objects, size.Width, func(o fyne.CanvasObject, y float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
	})
}

func (s stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return fyne.NewSize(width, s.each(objects, 0, func(fyne.CanvasObject, float32) {}))
}

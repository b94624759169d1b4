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
// each is at most, in units at zoom 1, fieldWidth where something is typed into it, and leastName and mostName how wide the
// names are.
const (
	mostColumns = 5
	columnWidth = 150
	fieldWidth  = 180
	leastName   = 170
	mostName    = 420
)

// grid is a table with a row for each item that has cells, its elements as headings between, and columns of equal width.
func grid(heads []fyne.CanvasObject, f app.Framework, text func(app.Text) string, cells func(app.Item) []fyne.CanvasObject) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{line(kit.Gap(1), heads)}
	for _, e := range f.Elements {
		begun := false
		for _, i := range e.Items {
			of := cells(i)
			if of == nil {
				continue
			}
			if !begun {
				begun = true
				rows = append(rows, kit.Rule(), kit.Caption(text(f.ElementName(e))))
			}
			rows = append(rows, line(kit.Text(text(f.ItemName(i))), of))
		}
	}
	return []fyne.CanvasObject{container.New(stacked{}, rows...), kit.Gap(4)}
}

// line is a row of a table.
func line(name fyne.CanvasObject, cells []fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&lineLayout{column: columnWidth}, append([]fyne.CanvasObject{name}, cells...)...)
}

// typedLine is a row of a table with fields, which begin at one height whatever is told below them.
func typedLine(name fyne.CanvasObject, fields ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&lineLayout{column: fieldWidth, top: true}, append([]fyne.CanvasObject{name}, fields...)...)
}

// head is the name of a column.
func head(text string) fyne.CanvasObject {
	l := kit.Caption(text)
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

// lineLayout gives each object but the first a column, and the first what these leave, up to mostName.
type lineLayout struct {
	column float32
	top    bool
}

// gap is the room between two columns.
func (l *lineLayout) gap() float32 {
	if l.top {
		return theme.Units(8)
	}
	return 0
}

func (l *lineLayout) shares(n, width float32) (name, column float32) {
	column = theme.Units(l.column)
	if least := theme.Units(leastName); width-n*column < least {
		column = max(theme.Units(l.column)/2, (width-least)/n)
	}
	return max(0, min(theme.Units(mostName), width-n*column)), column
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	name, column := l.shares(float32(len(objects)-1), size.Width)
	x := float32(0)
	for i, o := range objects {
		width := column - l.gap()
		if i == 0 {
			width = name - l.gap()
		}
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		y := (size.Height - height) / 2
		if l.top {
			y = 0
		}
		o.Move(fyne.NewPos(x, y))
		x += width + l.gap()
	}
}

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(theme.Units(leastName)+float32(len(objects)-1)*theme.Units(l.column)/2, height)
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

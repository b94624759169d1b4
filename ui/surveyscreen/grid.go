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

// The widths of a table, in units at zoom 1: how wide a column is at most and, beside a name, at least, how wide one where
// something is typed into it, and how wide the names are.
const (
	columnWidth = 150
	leastColumn = 135
	fieldWidth  = 180
	leastName   = 170
	mostName    = 420
)

// The columns beside the names of the items: how many at most, and how many at zoom 1 if there were no most. The larger
// everything is, the fewer find room.
const (
	mostColumns = 5
	allColumns  = 6
)

func columns() int { return min(mostColumns, int(allColumns/theme.Units(1))) }

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

// lineLayout gives each object but the first a column, and the first what these leave, up to mostName. Where that is too
// little, the first has a line of its own and the columns part the width below it.
type lineLayout struct {
	column float32
	top    bool
	width  float32
}

// shares returns how wide the name and each of n columns are, and whether the name has a line of its own.
func (l *lineLayout) shares(n int, width float32) (name, column float32, parted bool) {
	column = theme.Units(l.column)
	if rest := width - theme.Units(leastName); rest < float32(n)*column {
		column = rest / float32(n)
	}
	if column < theme.Units(leastColumn) {
		return width, width / float32(n), true
	}
	return min(theme.Units(mostName), width-float32(n)*column), column, false
}

// gap is the room between two columns.
func (l *lineLayout) gap() float32 {
	if l.top {
		return theme.Units(8)
	}
	return 0
}

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	name, column, parted := l.shares(len(objects)-1, size.Width)
	x, y, height := name, float32(0), size.Height
	if parted {
		objects[0].Resize(fyne.NewSize(name, 0))
		x, y = 0, objects[0].MinSize().Height
		height -= y
	}
	put := func(o fyne.CanvasObject, x, width float32, y, height float32) {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		own := o.MinSize().Height // what wraps knows its height once it has its width
		o.Resize(fyne.NewSize(width, own))
		if !l.top {
			y += max(0, height-own) / 2
		}
		o.Move(fyne.NewPos(x, y))
	}
	if parted {
		put(objects[0], 0, name, 0, y)
	} else {
		put(objects[0], 0, name-l.gap(), 0, height)
	}
	for _, o := range objects[1:] {
		put(o, x, column-l.gap(), y, height)
		x += column
	}
}

func (l *lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects[1:] {
		height = max(height, o.MinSize().Height)
	}
	if _, _, parted := l.shares(len(objects)-1, l.width); parted && l.width > 0 {
		height += objects[0].MinSize().Height
	} else {
		height = max(height, objects[0].MinSize().Height)
	}
	return fyne.NewSize(theme.Units(leastName), height)
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

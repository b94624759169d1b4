package ballotbox

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/theme"
)

// option is an option on a page: its number and words, after the reveal with a bar. A tap picks it; by keys the box does.
type option struct {
	widget.BaseWidget
	content fyne.CanvasObject
	name    string
	tapped  func() // nil after the reveal
	ground  *canvas.Rectangle
}

// markWidth is room for two digits, at zoom 1.
const markWidth = 44

// newOption returns the row of an option; after the reveal room is what its bar leaves for the number behind it, the same in all
// rows, so that bars can be compared.
func newOption(o Option, revealed bool, room float32, tapped func()) *option {
	text := kit.Text(o.Text)
	text.TextStyle.Bold = o.Here || o.Most
	var right fyne.CanvasObject
	if o.Done {
		right = kit.Note(taken, widget.SuccessImportance)
	}
	row := &option{name: o.Mark + " " + o.Text, tapped: tapped, ground: canvas.NewRectangle(color.Transparent)}
	row.ground.CornerRadius = theme.Units(6)
	if o.Here {
		row.ground.FillColor = theme.Of(theme.ColorTint)
		row.ground.StrokeColor, row.ground.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), theme.Units(1)
	}
	mark := kit.MarkColumn(o.Mark, markWidth, fynetheme.SizeNameText)
	row.content = kit.Spread(mark, text, right)
	if revealed {
		row.tapped = nil
		number := count(o)
		row.name += ": " + number.Text
		row.content = kit.Columns(180, []float32{3, 2}, kit.Spread(mark, text, nil),
			container.New(bar{o.Share, room}, canvas.NewRectangle(theme.Of(barInk(o))), number))
	}
	row.ExtendBaseWidget(row)
	return row
}

// count is how much an option has, and had before.
func count(o Option) *widget.Label {
	words := numeral(o.Count)
	if o.Before != "" {
		words += " " + o.Before
	}
	l := kit.Note(words, widget.MediumImportance)
	l.SizeName, l.TextStyle.Bold = fynetheme.SizeNameText, o.Most
	return l
}

// CreateRenderer is called by Fyne.
func (o *option) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(o.ground, o.content))
}

// Tapped is called by Fyne.
func (o *option) Tapped(*fyne.PointEvent) {
	if o.tapped != nil {
		o.tapped()
	}
}

// Cursor is the hand while there is something to pick.
func (o *option) Cursor() desktop.Cursor {
	if o.tapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel is called by Fyne.
func (o *option) AccessibilityLabel() string { return o.name }

// AccessibilityRole is called by Fyne.
func (o *option) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// bar sets a bar of a share of the width less the room for its number, and the number behind it. At zoom 1 it is barHigh high.
type bar struct{ share, room float32 }

const barHigh = 14

func (b bar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(b.room+theme.Units(40), objects[1].MinSize().Height)
}

func (b bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	number := objects[1].MinSize()
	width := max(theme.Units(2), (size.Width-b.room)*b.share)
	high := theme.Units(barHigh)
	objects[0].Move(fyne.NewPos(0, (number.Height-high)/2))
	objects[0].Resize(fyne.NewSize(width, high))
	objects[1].Move(fyne.NewPos(width, 0))
	objects[1].Resize(number)
}

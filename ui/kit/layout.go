package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Line sets objects side by side at their smallest size, their middles on one line.
func Line(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(lineLayout{}, objects...)
}

type lineLayout struct{}

func (lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if size.Width > 0 {
			size.Width += theme.SizeOf(fynetheme.SizeNamePadding)
		}
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	return size
}

func (lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + theme.SizeOf(fynetheme.SizeNamePadding)
	}
}

// Spread sets left at the left and right at the right of a line; what is in the middle gets the room between.
func Spread(left, middle, right fyne.CanvasObject) *fyne.Container {
	var sides []fyne.CanvasObject
	if middle != nil {
		sides = append(sides, middle)
	}
	return container.New(layout.NewBorderLayout(nil, nil, left, right), append(sides, present(left, right)...)...)
}

func present(objects ...fyne.CanvasObject) []fyne.CanvasObject {
	var there []fyne.CanvasObject
	for _, o := range objects {
		if o != nil {
			there = append(there, o)
		}
	}
	return there
}

// Panel is a white sheet with a hairline around its content.
func Panel(objects ...fyne.CanvasObject) fyne.CanvasObject {
	sheet := canvas.NewRectangle(theme.Of(theme.ColorSurface))
	sheet.StrokeColor, sheet.StrokeWidth = theme.Of(fynetheme.ColorNameSeparator), 1
	sheet.CornerRadius = 8
	return container.NewStack(sheet, container.New(layout.NewCustomPaddedLayout(8, 12, 12, 12), Column(objects...)))
}

// Columns sets objects side by side in the shares given by weights, wrapping to one below the other when a share would
// be narrower than its smallest width or than narrowest.
func Columns(narrowest float32, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{weights: weights, narrowest: narrowest}, objects...)
}

// Halves is Columns of two equal shares.
func Halves(a, b fyne.CanvasObject) *fyne.Container { return Columns(260, []float32{1, 1}, a, b) }

type columns struct {
	weights   []float32
	narrowest float32
	width     float32
}

func (c *columns) shares(objects []fyne.CanvasObject, width float32) []float32 {
	gap := theme.SizeOf(theme.SizeGap)
	var sum float32
	for i := range objects {
		sum += c.weights[i]
	}
	room := width - gap*float32(len(objects)-1)
	shares := make([]float32, len(objects))
	for i, o := range objects {
		shares[i] = room * c.weights[i] / sum
		if shares[i] < c.narrowest*min(1, c.weights[i]) || shares[i] < o.MinSize().Width {
			return nil
		}
	}
	return shares
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	gap := theme.SizeOf(theme.SizeGap)
	var x, y float32
	shares := c.shares(objects, size.Width)
	for i, o := range objects {
		if shares != nil {
			o.Move(fyne.NewPos(x, 0))
			o.Resize(fyne.NewSize(shares[i], max(o.MinSize().Height, size.Height)))
			x += shares[i] + gap
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		y += o.MinSize().Height + gap/2
	}
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	gap := theme.SizeOf(theme.SizeGap)
	side := c.width == 0 || c.shares(objects, c.width) != nil
	var width, height float32
	for i, o := range objects {
		m := o.MinSize()
		width = max(width, m.Width)
		if side {
			height = max(height, m.Height)
		} else {
			height += m.Height
			if i > 0 {
				height += gap / 2
			}
		}
	}
	return fyne.NewSize(width, height)
}

// Indent sets content in from the left.
func Indent(by float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, by, 0), content)
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Spread sets left at the left and right at the right of a line; what is in the middle gets the room between, or a line of
// its own where there is none.
func Spread(left, middle, right fyne.CanvasObject) *fyne.Container {
	return container.New(&spread{left: left, middle: middle, right: right}, present(middle, left, right)...)
}

// leastWords is the narrowest room in which words that wrap can be read, in units at zoom 1.
const leastWords = 64

type spread struct {
	left, middle, right fyne.CanvasObject // nil for none
	width               float32
}

// sides returns how wide left and right are, each with the room beside it.
func (s *spread) sides() (left, right float32) {
	pad := theme.SizeOf(fynetheme.SizeNamePadding)
	if s.left != nil && s.left.Visible() {
		left = s.left.MinSize().Width + pad
	}
	if s.right != nil && s.right.Visible() {
		right = s.right.MinSize().Width + pad
	}
	return left, right
}

// parted tells whether the middle needs a line of its own.
func (s *spread) parted(width float32) bool {
	left, right := s.sides()
	return width > 0 && s.middle != nil && left+right > 0 && width-left-right < max(theme.Units(leastWords), s.middle.MinSize().Width)
}

func (s *spread) MinSize([]fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range present(s.left, s.right) {
		if o.Visible() {
			size.Height = max(size.Height, o.MinSize().Height)
		}
	}
	left, right := s.sides()
	size.Width = left + right
	if s.middle == nil || !s.middle.Visible() {
		return size
	}
	m := s.middle.MinSize()
	if s.parted(s.width) {
		return fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
	}
	return fyne.NewSize(size.Width+m.Width, max(size.Height, m.Height))
}

func (s *spread) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.width = size.Width
	pad := theme.SizeOf(fynetheme.SizeNamePadding)
	left, right := s.sides()
	parted := s.parted(size.Width)
	height := size.Height
	if parted {
		height = 0
		for _, o := range present(s.left, s.right) {
			height = max(height, o.MinSize().Height)
		}
	}
	if s.left != nil {
		s.left.Move(fyne.Position{})
		s.left.Resize(fyne.NewSize(left-pad, height))
	}
	if s.right != nil {
		s.right.Move(fyne.NewPos(size.Width-right+pad, 0))
		s.right.Resize(fyne.NewSize(right-pad, height))
	}
	switch {
	case s.middle == nil:
	case parted:
		s.middle.Move(fyne.NewPos(0, height))
		s.middle.Resize(fyne.NewSize(size.Width, size.Height-height))
	default:
		s.middle.Move(fyne.NewPos(left, 0))
		s.middle.Resize(fyne.NewSize(size.Width-left-right, height))
	}
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
	sheet.StrokeColor, sheet.StrokeWidth = theme.Of(fynetheme.ColorNameSeparator), theme.Units(ruleHeight)
	sheet.CornerRadius = theme.Units(8)
	above, side := theme.Units(8), theme.Units(12)
	return container.NewStack(sheet, container.New(layout.NewCustomPaddedLayout(above, side, side, side), Column(objects...)))
}

// Columns sets objects side by side in the shares given by weights, wrapping to one below the other when a share would
// be narrower than its smallest width or than narrowest, in units at zoom 1.
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
		if shares[i] < theme.Units(c.narrowest)*min(1, c.weights[i]) || shares[i] < o.MinSize().Width {
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
	levelCaptions(objects, shares)
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

// Indent sets content in from the left, by units at zoom 1.
func Indent(by float32, content fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(0, 0, theme.Units(by), 0), content)
}

// padded keeps content away from the bounds, by units at zoom 1: above and below, at the left and at the right.
func padded(above, left, right float32, content fyne.CanvasObject) *fyne.Container {
	above = theme.Units(above)
	return container.New(layout.NewCustomPaddedLayout(above, above, theme.Units(left), theme.Units(right)), content)
}

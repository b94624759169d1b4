package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Line sets objects side by side at their smallest size, their middles on one line; what finds no room goes on in the next.
func Line(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: theme.SizeOf(fynetheme.SizeNamePadding)}, objects...)
}

// Actions sets buttons side by side as Line does, at the end of the width.
func Actions(buttons ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: theme.Units(8), end: true}, buttons...)
}

// flow is a layout of lines. In a line that is wider than all of it, the objects stand at its end if end is set.
type flow struct {
	gap   float32 // between objects and between lines
	end   bool
	width float32
}

// line is the objects of one line and its size.
type line struct {
	objects []fyne.CanvasObject
	size    fyne.Size
}

// lines parts the visible objects; width 0 is room for all in one.
func (f *flow) lines(objects []fyne.CanvasObject, width float32) []line {
	var all []line
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if n := len(all) - 1; n >= 0 && (width == 0 || all[n].size.Width+f.gap+m.Width <= width) {
			l := &all[n]
			l.objects = append(l.objects, o)
			l.size = fyne.NewSize(l.size.Width+f.gap+m.Width, max(l.size.Height, m.Height))
			continue
		}
		all = append(all, line{[]fyne.CanvasObject{o}, m})
	}
	return all
}

// MinSize is called by Fyne: as wide as one line, as high as the lines at the width got last.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, l := range f.lines(objects, 0) {
		size = l.size
	}
	if f.width == 0 || size.Width <= f.width {
		return size
	}
	size.Height = -f.gap
	for _, l := range f.lines(objects, f.width) {
		size.Height += l.size.Height + f.gap
	}
	return size
}

// Layout is called by Fyne.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	lines := f.lines(objects, size.Width)
	var y float32
	for _, l := range lines {
		height := l.size.Height
		if len(lines) == 1 {
			height = size.Height
		}
		var x float32
		if f.end {
			x = max(0, size.Width-l.size.Width)
		}
		for _, o := range l.objects {
			m := o.MinSize()
			m.Width = min(m.Width, size.Width)
			o.Resize(m)
			o.Move(fyne.NewPos(x, y+(height-m.Height)/2))
			x += m.Width + f.gap
		}
		y += height + f.gap
	}
}

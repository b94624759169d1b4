package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// The room between two objects of a column at zoom 1. A label brings empty room of its own above and below its words, so what
// follows it stands nearer; a negative number lets that room overlap.
const (
	betweenWords  = -8 // label and label: a heading and the sentence below it
	wordsToField  = -4
	wordsToOther  = 0
	betweenBlocks = 6
	toButtons     = 10
	aroundRule    = 2
	captionTuck   = 5 // how far a field reaches into the empty room of its caption
)

// Column stacks objects from top to bottom, each as near to the one above as the two belong together.
func Column(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{}, objects...)
}

type columnLayout struct{}

// between returns the room between two neighbours in a column.
func between(above, below fyne.CanvasObject) float32 { return theme.Units(apart(above, below)) }

func apart(above, below fyne.CanvasObject) float32 {
	_, words := above.(*widget.Label)
	_, more := below.(*widget.Label)
	_, field := below.(*Field)
	switch {
	case words && more:
		return betweenWords
	case isRule(above) || isRule(below):
		return aroundRule
	case words && field:
		return wordsToField
	case words:
		return wordsToOther
	case isButtons(below):
		return toButtons
	}
	return betweenBlocks
}

func isRule(o fyne.CanvasObject) bool {
	r, ok := o.(*canvas.Rectangle)
	return ok && r.MinSize().Height == theme.Units(ruleHeight)
}

func isButtons(o fyne.CanvasObject) bool {
	line, ok := o.(*fyne.Container)
	if !ok || len(line.Objects) == 0 {
		return false
	}
	_, button := line.Objects[0].(*Button)
	return button
}

func (columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	var above fyne.CanvasObject
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if above != nil {
			size.Height += between(above, o)
		}
		m := o.MinSize()
		size.Width, size.Height = max(size.Width, m.Width), size.Height+m.Height
		above = o
	}
	return size
}

func (columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	var above fyne.CanvasObject
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if above != nil {
			y += between(above, o)
		}
		o.Move(fyne.NewPos(0, y))
		y += fit(o, size.Width)
		above = o
	}
}

// fit gives o the width and the height that it needs at that width: what wraps knows its height once it has its width.
func fit(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	height := o.MinSize().Height
	o.Resize(fyne.NewSize(width, height))
	return height
}

// captioned sets a control close below its caption, and what is said about it below.
func captioned(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&captionLayout{}, objects...)
}

// captionLayout stands captions at the foot of a room that is at least so high, which columns make alike in a row.
type captionLayout struct{ least float32 }

func (c *captionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if i == 0 {
			m.Height = max(m.Height, c.least)
		}
		size.Width, size.Height = max(size.Width, m.Width), size.Height+m.Height
		if i != 1 {
			size.Height -= theme.Units(captionTuck)
		}
	}
	return size
}

func (c *captionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i > 1 {
			y -= theme.Units(captionTuck)
		}
		high := fit(o, size.Width)
		if i == 0 {
			y = max(0, c.least-high)
		}
		o.Move(fyne.NewPos(0, y))
		y += high
		if i == 0 {
			y -= theme.Units(captionTuck)
		}
	}
}

// captionOf returns the layout of something with a caption, and the caption; nil when it has none.
func captionOf(o fyne.CanvasObject) (*captionLayout, fyne.CanvasObject) {
	box, ok := o.(*fyne.Container)
	if f, isField := o.(*Field); isField {
		box, ok = f.column, true
	}
	if !ok || len(box.Objects) == 0 || !box.Objects[0].Visible() {
		return nil, nil
	}
	layout, ok := box.Layout.(*captionLayout)
	if !ok {
		return nil, nil
	}
	return layout, box.Objects[0]
}

// levelCaptions gives the captions in a row of columns the height of the tallest, so that what stands below them shares an edge;
// none when shares is nil, as they stand one below the other.
func levelCaptions(objects []fyne.CanvasObject, shares []float32) {
	var tallest float32
	for i, o := range objects {
		if layout, caption := captionOf(o); layout != nil && shares != nil {
			tallest = max(tallest, fit(caption, shares[i]))
		}
	}
	for _, o := range objects {
		if layout, _ := captionOf(o); layout != nil {
			layout.least = tallest
		}
	}
}

// AtField sets a small thing level with a field beside it that has no caption.
func AtField(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&atField{}, o)
}

// AtCaptioned sets a small thing level with a field beside it that has a caption above.
func AtCaptioned(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&atField{captioned: true}, o)
}

type atField struct{ captioned bool }

func (a *atField) room() (above, control float32) {
	inner := 2 * theme.SizeOf(fynetheme.SizeNameInnerPadding)
	line := func(size fyne.ThemeSizeName) float32 {
		return fyne.MeasureText("A", theme.SizeOf(size), fyne.TextStyle{}).Height + inner
	}
	if a.captioned {
		above = line(fynetheme.SizeNameCaptionText) - theme.Units(captionTuck)
	}
	return above, line(fynetheme.SizeNameText)
}

func (a *atField) MinSize(objects []fyne.CanvasObject) fyne.Size {
	above, control := a.room()
	m := objects[0].MinSize()
	return fyne.NewSize(m.Width, above+max(control, m.Height))
}

func (a *atField) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	above, control := a.room()
	m := objects[0].MinSize()
	objects[0].Move(fyne.NewPos(0, above+max(0, control-m.Height)/2))
	objects[0].Resize(fyne.NewSize(max(m.Width, size.Width), m.Height))
}

// Middle keeps o half way up its room, over its whole width.
func Middle(o fyne.CanvasObject) fyne.CanvasObject { return container.New(middleLayout{}, o) }

type middleLayout struct{}

func (middleLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (middleLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := fit(objects[0], size.Width)
	objects[0].Move(fyne.NewPos(0, max(0, size.Height-height)/2))
}

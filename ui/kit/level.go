package kit

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

func levelColours(level int) (ground, ink fyne.ThemeColorName) {
	switch level {
	case 1:
		return theme.ColorLevel1, theme.ColorOnLevel
	case 2:
		return theme.ColorLevel2, theme.ColorOnLevel
	case 3:
		return theme.ColorLevel3, theme.ColorOnLevel
	}
	return theme.ColorLevel4, theme.ColorOnLevel4
}

// Chip is a level as a small square with its numeral: filled for where we are, outlined for where we want to be. Level 0
// is an empty place.
func Chip(level int, filled bool) fyne.CanvasObject {
	side := theme.Units(28)
	box := canvas.NewRectangle(color.Transparent)
	box.CornerRadius = theme.Units(5)
	box.SetMinSize(fyne.NewSquareSize(side))
	text := canvas.NewText("–", theme.Of(fynetheme.ColorNameDisabled))
	text.TextSize = theme.SizeOf(fynetheme.SizeNameText)
	text.TextStyle.Bold = true
	chip := container.NewStack(box, container.NewCenter(text))
	if level > 0 {
		ground, ink := levelColours(level)
		text.Text, text.Color = strconv.Itoa(level), theme.Of(fynetheme.ColorNameForeground)
		if filled {
			box.FillColor, text.Color = theme.Of(ground), theme.Of(ink)
			if paint := theme.Of(theme.ColorHatch); paint.(color.NRGBA).A > 0 {
				chip.Add(hatched(level, side, paint))
			}
		} else {
			box.StrokeColor, box.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), theme.Units(2)
		}
	}
	return container.NewCenter(chip)
}

// hatched cuts the lower right corner of a chip with one stroke less than its level, three at most, so that they stay clear
// of the numeral.
func hatched(level int, side float32, paint color.Color) fyne.CanvasObject {
	strokes := container.NewWithoutLayout()
	for i := range min(level-1, 3) {
		reach := theme.Units(4.5 + 3.4*float32(i))
		stroke := canvas.NewLine(paint)
		stroke.StrokeWidth = theme.Units(1.5)
		stroke.Position1, stroke.Position2 = fyne.NewPos(side-reach, side-1), fyne.NewPos(side-1, side-reach)
		strokes.Add(stroke)
	}
	return strokes
}

// Scale is a row per level with its descriptor, to choose one from: by tap, or by the digit while any row has the focus.
// The chosen level chosen again is no level.
func (w *Widgets) Scale(key string, descriptors []string, chosen int, filled bool, choose func(level int)) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(descriptors))
	for i, words := range descriptors {
		s := w.step(key, i+1, len(descriptors), chosen, choose)
		s.set(i+1, words, i+1 == chosen, filled)
		rows[i] = s
	}
	return Column(rows...)
}

// step returns the step of a level among levels, which chooses it, or any other by its digit.
func (w *Widgets) step(key string, level, levels, chosen int, choose func(level int)) *step {
	s := kept(w, key+strconv.Itoa(level), func() *step {
		s := &step{pressable: newPressable(nil), inside: container.NewStack(), frame: &fyne.Container{}}
		s.frame.Layout = &stepFrame{s}
		s.extend(s)
		return s
	})
	pick := func(n int) {
		if n == chosen {
			n = 0
		}
		choose(n)
	}
	s.OnTapped, s.digits, s.levels = func() { pick(level) }, pick, levels
	return s
}

type step struct {
	pressable
	inside *fyne.Container
	frame  *fyne.Container // the edge of the step, within the ring while there is one
	digits func(int)
	levels int
	chosen bool
}

// edged replaces the edge: that of the chosen step is thick.
func (s *step) edged(on bool) {
	s.chosen = on
	edge := canvas.NewRectangle(color.Transparent)
	edge.CornerRadius = theme.Units(cornerRadius)
	edge.StrokeColor, edge.StrokeWidth = theme.Of(theme.ColorEdge), theme.SizeOf(fynetheme.SizeNameInputBorder)
	if on {
		edge.StrokeColor, edge.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), theme.Units(3)
		edge.FillColor = theme.Of(theme.ColorTint)
	}
	s.frame.Objects = []fyne.CanvasObject{edge}
}

// FocusGained is called by Fyne.
func (s *step) FocusGained() {
	s.pressable.FocusGained()
	s.frame.Refresh()
}

// FocusLost is called by Fyne.
func (s *step) FocusLost() {
	s.pressable.FocusLost()
	s.frame.Refresh()
}

// stepFrame sets the edge of a step.
type stepFrame struct{ step *step }

func (f *stepFrame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (f *stepFrame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var in float32
	if f.step.focused {
		in = ringRoom()
	}
	for _, o := range objects {
		o.Move(fyne.NewSquareOffsetPos(in))
		o.Resize(size.SubtractWidthHeight(2*in, 2*in))
	}
}

func (s *step) set(level int, words string, on, filled bool) {
	s.edged(on)
	text := Text(words)
	text.TextStyle.Bold = on
	s.inside.Objects = []fyne.CanvasObject{s.frame, padded(4, 10, 6, Spread(Chip(level, filled), text, nil))}
	s.inside.Refresh()
}

func (s *step) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.inside, s.ground, s.ring.object))
}

func (s *step) TypedRune(r rune) {
	if n := int(r - '0'); n >= 1 && n <= s.levels && s.digits != nil {
		s.digits(n)
	}
}

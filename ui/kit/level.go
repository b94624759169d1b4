package kit

import (
	"image/color"

	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
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
	box := canvas.NewRectangle(color.Transparent)
	box.CornerRadius = 5
	box.SetMinSize(fyne.NewSize(28, 28))
	text := canvas.NewText("–", theme.Of(fynetheme.ColorNameDisabled))
	text.TextSize = theme.SizeOf(fynetheme.SizeNameText)
	text.TextStyle.Bold = true
	if level > 0 {
		ground, ink := levelColours(level)
		text.Text, text.Color = strconv.Itoa(level), theme.Of(fynetheme.ColorNameForeground)
		if filled {
			box.FillColor, text.Color = theme.Of(ground), theme.Of(ink)
		} else {
			box.StrokeColor, box.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), 2
		}
	}
	return container.NewCenter(container.NewStack(box, container.NewCenter(text)))
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
		s := &step{inside: container.NewStack()}
		s.ground = newGround()
		s.ExtendBaseWidget(s)
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
	digits func(int)
	levels int
}

func (s *step) set(level int, words string, on, filled bool) {
	edge := canvas.NewRectangle(color.Transparent)
	edge.CornerRadius = 8
	edge.StrokeColor, edge.StrokeWidth = theme.Of(fynetheme.ColorNameSeparator), 1
	if on {
		edge.StrokeColor, edge.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), 3
		edge.FillColor = theme.Of(theme.ColorTint)
	}
	text := Text(words)
	text.TextStyle.Bold = on
	s.inside.Objects = []fyne.CanvasObject{edge, container.New(layout.NewCustomPaddedLayout(4, 4, 10, 6), Spread(Chip(level, filled), text, nil))}
	s.inside.Refresh()
}

func (s *step) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.inside, s.ground))
}

func (s *step) TypedRune(r rune) {
	if n := int(r - '0'); n >= 1 && n <= s.levels && s.digits != nil {
		s.digits(n)
	}
}

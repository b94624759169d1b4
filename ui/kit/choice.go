package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// Select is Fyne's list to choose from with the edge that fields have, and a ring around it while it has the keyboard.
type Select struct {
	widget.Select
	keyboard
	name string // what is chosen, empty where the value says it
}

// NewSelect returns a list of options outside a page; a page has Widgets.Choice.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	s.ring = newRing(false)
	edge := canvas.NewRectangle(color.Transparent)
	edge.StrokeColor, edge.StrokeWidth = theme.Of(fynetheme.ColorNameInputBorder), theme.SizeOf(fynetheme.SizeNameInputBorder)
	edge.CornerRadius = theme.SizeOf(fynetheme.SizeNameInputRadius)
	return &ringed{WidgetRenderer: s.Select.CreateRenderer(), over: []fyne.CanvasObject{edge, s.ring.object}}
}

// FocusGained is called by Fyne.
func (s *Select) FocusGained() { s.arrive(true) }

// FocusLost is called by Fyne.
func (s *Select) FocusLost() { s.arrive(false) }

// TypedKey is called by Fyne.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(e)
	default:
		Pass(s, e)
	}
}

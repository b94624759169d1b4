package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// Handle is where a row of a list can be taken with the mouse and moved among its siblings, which are the handles of the same
// group. The keyboard has buttons beside it for the same, so that it is no stop for Tab.
type Handle struct {
	widget.BaseWidget
	widgets *Widgets
	group   string
	move    func(steps int)
	ground  *canvas.Rectangle
	lifted  bool
	y       float32 // of the pointer in the window
}

// Handle returns the handle of the key.
func (w *Widgets) Handle(key, group string, move func(steps int)) *Handle {
	h := kept(w, key, func() *Handle {
		h := &Handle{widgets: w, ground: canvas.NewRectangle(theme.Of(fynetheme.ColorNameHover))}
		h.ground.CornerRadius = theme.Units(cornerRadius)
		h.ground.Hide()
		h.ExtendBaseWidget(h)
		return h
	})
	h.group, h.move = group, move
	return h
}

// CreateRenderer is called by Fyne.
func (h *Handle) CreateRenderer() fyne.WidgetRenderer {
	grip := container.New(grip{})
	for range 6 {
		dot := canvas.NewCircle(theme.Of(fynetheme.ColorNameDisabled))
		grip.Add(dot)
	}
	return widget.NewSimpleRenderer(container.NewStack(h.ground, grip))
}

// grip sets six dots in two columns in the middle.
type grip struct{}

func (grip) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(theme.Units(32)) }

func (grip) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	dot, apart := theme.Units(3), theme.Units(7)
	for i, o := range objects {
		column, row := float32(i%2)-0.5, float32(i/2)-1
		o.Resize(fyne.NewSquareSize(dot))
		o.Move(fyne.NewPos(size.Width/2+column*apart-dot/2, size.Height/2+row*apart-dot/2))
	}
}

// Cursor is a hand.
func (h *Handle) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Dragged is called by Fyne.
func (h *Handle) Dragged(e *fyne.DragEvent) {
	h.y = e.AbsolutePosition.Y
	if !h.lifted {
		h.lifted = true
		h.ground.Show()
		h.ground.Refresh()
	}
}

// DragEnd moves the row to where the pointer is.
func (h *Handle) DragEnd() {
	if !h.lifted {
		return
	}
	h.lifted = false
	h.ground.Hide()
	h.ground.Refresh()
	if steps := h.steps(); steps != 0 {
		h.move(steps)
	}
}

// steps is by how many siblings the pointer is further than the handle.
func (h *Handle) steps() int {
	driver := fyne.CurrentApp().Driver()
	middle := func(o fyne.CanvasObject) float32 { return driver.AbsolutePositionForObject(o).Y + o.Size().Height/2 }
	var siblings []float32
	for _, kept := range h.widgets.cached {
		if sibling, ok := kept.(*Handle); ok && sibling.group == h.group {
			siblings = append(siblings, middle(sibling))
		}
	}
	slices.Sort(siblings)
	from, to := slices.Index(siblings, middle(h)), 0
	near := func(i int) float32 { return max(siblings[i]-h.y, h.y-siblings[i]) }
	for i := range siblings {
		if near(i) < near(to) {
			to = i
		}
	}
	return to - from
}

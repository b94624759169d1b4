package kit

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// LongList is a list of equally high rows that may be many thousands: only those in sight exist, and scrolling fills them
// anew. One row is selected; Enter, Space or a click chooses.
type LongList struct {
	widget.BaseWidget
	keyboard
	Selected int         // -1 for none
	OnChosen func(i int) // may be nil

	height float32 // of a row, in units at zoom 1
	count  func() int
	make   func() fyne.CanvasObject
	fill   func(i int, row fyne.CanvasObject)
	scroll *container.Scroll
	inside *fyne.Container
	rows   []*longRow // in sight, in order
	spare  []*longRow
}

// NewLongList returns a list of count rows, each rowHeight high at zoom 1. What makes returns is filled with one row after
// another; a row that is filled draws itself anew.
func NewLongList(rowHeight float32, count func() int, makes func() fyne.CanvasObject, fill func(i int, row fyne.CanvasObject)) *LongList {
	l := &LongList{Selected: -1, height: rowHeight, count: count, make: makes, fill: fill, keyboard: keyboard{ring: newRing(false)}}
	l.inside = container.New(longLayout{l})
	l.scroll = container.NewVScroll(l.inside)
	l.scroll.OnScrolled = func(fyne.Position) { l.arrange() }
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by Fyne.
func (l *LongList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.scroll, l.ring.object))
}

// Height returns how high the list is with all its rows.
func (l *LongList) Height() float32 { return float32(l.count()) * l.rowHeight() }

func (l *LongList) rowHeight() float32 { return theme.Units(l.height) }

// Refresh fills the rows in sight anew, of which there may be more or fewer now.
func (l *LongList) Refresh() {
	l.Selected = min(l.Selected, l.count()-1)
	l.spare, l.rows = append(l.spare, l.rows...), nil
	l.arrange()
	l.scroll.Refresh()
}

// Select selects a row and scrolls as little as needed for it to be seen whole; -1 selects none.
func (l *LongList) Select(i int) {
	l.Selected = min(max(i, -1), l.count()-1)
	for _, r := range l.rows {
		r.paint()
	}
	l.reveal(l.Selected, 0)
}

// reveal scrolls as little as needed for row i to be seen whole, with as many rows before and after it as beside says where
// there is room for them.
func (l *LongList) reveal(i int, beside float32) {
	view, height := l.scroll.Size().Height, l.rowHeight()
	if i < 0 || view <= 0 {
		return
	}
	margin := max(0, min(beside*height, (view-height)/2))
	top, foot := float32(i)*height-margin, float32(i+1)*height+margin
	switch offset := l.scroll.Offset.Y; {
	case top < offset:
		l.scrollTo(max(0, top))
	case foot > offset+view:
		l.scrollTo(min(foot, l.Height()) - view)
	}
}

// ScrollToTop shows the first rows.
func (l *LongList) ScrollToTop() { l.scrollTo(0) }

func (l *LongList) scrollTo(y float32) {
	l.scroll.ScrollToOffset(fyne.NewPos(0, y))
	l.arrange()
}

// Steer moves the selection where a key says, also while something else has the keyboard; it tells whether it is such a
// key.
func (l *LongList) Steer(e *fyne.KeyEvent) bool {
	page := max(1, int(l.scroll.Size().Height/l.rowHeight())-1)
	to := l.Selected
	switch e.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = l.count() - 1
	default:
		return false
	}
	l.Select(max(0, to))
	return true
}

// Choose chooses the selected row, if there is one.
func (l *LongList) Choose() {
	if l.Selected >= 0 && l.Selected < l.count() && l.OnChosen != nil {
		l.OnChosen(l.Selected)
	}
}

// FocusGained is called by Fyne.
func (l *LongList) FocusGained() {
	if l.Selected < 0 {
		l.Select(0)
	}
	l.arrive(true)
}

// FocusLost is called by Fyne.
func (l *LongList) FocusLost() { l.arrive(false) }

// TypedRune is called by Fyne.
func (l *LongList) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (l *LongList) TypedKey(e *fyne.KeyEvent) {
	switch {
	case presses(e):
		l.Choose()
	case !l.Steer(e):
		Pass(l, e)
	}
}

// arrange sees to it that the rows in sight exist, and no others.
func (l *LongList) arrange() {
	height, view := l.rowHeight(), l.scroll.Size()
	offset := min(l.scroll.Offset.Y, max(0, l.Height()-view.Height))
	first := int(offset / height)
	last := min(l.count(), int(math.Ceil(float64((offset+view.Height)/height))))
	if view.Height <= 0 {
		last = first
	}
	seen := make(map[int]*longRow, len(l.rows))
	for _, r := range l.rows {
		if r.at >= first && r.at < last {
			seen[r.at] = r
		} else {
			r.leave()
			l.spare = append(l.spare, r)
		}
	}
	l.rows = l.rows[:0]
	objects := make([]fyne.CanvasObject, 0, max(0, last-first))
	for i := first; i < last; i++ {
		r, kept := seen[i]
		if !kept {
			r = l.fresh(i)
		}
		r.Resize(fyne.NewSize(view.Width, height))
		r.Move(fyne.NewPos(0, float32(i)*height))
		l.rows, objects = append(l.rows, r), append(objects, r)
	}
	l.inside.Objects = objects
}

// fresh returns a row that is not in sight, filled with i.
func (l *LongList) fresh(i int) *longRow {
	var r *longRow
	if n := len(l.spare); n > 0 {
		r, l.spare = l.spare[n-1], l.spare[:n-1]
	} else {
		r = newLongRow(l)
	}
	r.at = i
	l.fill(i, r.child)
	r.paint()
	return r
}

// longLayout is how high all rows together are.
type longLayout struct{ list *LongList }

func (l longLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, l.list.Height()) }
func (l longLayout) Layout([]fyne.CanvasObject, fyne.Size) { l.list.arrange() }

// longRow is a row in sight: its ground, a bar at its edge while it is selected, and what the list was given to fill.
type longRow struct {
	widget.BaseWidget
	list        *LongList
	at          int
	child       fyne.CanvasObject
	ground, bar *canvas.Rectangle
	hovered     bool
}

func newLongRow(l *LongList) *longRow {
	r := &longRow{list: l, child: l.make(), ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *longRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(longRowLayout{}, r.ground, r.bar, r.child))
}

func (r *longRow) paint() {
	ground, bar := color.Color(color.Transparent), color.Color(color.Transparent)
	switch {
	case r.at == r.list.Selected:
		ground, bar = theme.Of(theme.ColorTint), theme.Of(fynetheme.ColorNamePrimary)
	case r.hovered:
		ground = theme.Of(fynetheme.ColorNameHover)
	}
	if r.ground.FillColor == ground && r.bar.FillColor == bar {
		return
	}
	r.ground.FillColor, r.bar.FillColor = ground, bar
	r.ground.Refresh()
	r.bar.Refresh()
}

// leave forgets what was true while the row was in sight.
func (r *longRow) leave() { r.hovered = false }

func (r *longRow) Tapped(*fyne.PointEvent) {
	l := r.list
	l.Select(r.at)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.Choose()
}

func (r *longRow) Cursor() desktop.Cursor         { return desktop.PointerCursor }
func (r *longRow) MouseIn(*desktop.MouseEvent)    { r.hovered = true; r.paint() }
func (r *longRow) MouseMoved(*desktop.MouseEvent) {}
func (r *longRow) MouseOut()                      { r.hovered = false; r.paint() }

// barWidth is how wide the bar of the selected row is.
const barWidth = 4

type longRowLayout struct{}

func (longRowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[2].MinSize() }

func (longRowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(theme.Units(barWidth), size.Height))
	objects[2].Resize(size)
}

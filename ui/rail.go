package ui

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// rail is the dark band on the left: the school, its stages and how far each is.
type rail struct {
	shell  *Shell
	object *fyne.Container
	list   *fyne.Container
	head   *fyne.Container // school and period
	stops  []*stop
}

// narrowWindow is the width of a window below which the rail shows numerals only, in units at zoom 1.
const narrowWindow = 1100

func newRail(s *Shell) *rail {
	r := &rail{shell: s, head: container.NewVBox()}
	r.list = container.NewWithoutLayout(r.head, gap(theme.Units(8))) // laid out once it is whole
	for i, area := range screen.Stages() {
		r.add(area, strconv.Itoa(i))
	}
	r.list.Objects = append(r.list.Objects, gap(theme.Units(16)))
	r.add(screen.Documents, "").icon = fynetheme.DocumentPrintIcon()
	r.add(screen.Settings, "").icon = fynetheme.SettingsIcon()
	r.list.Layout = layout.NewVBoxLayout()
	ground := canvas.NewRectangle(theme.Of(theme.ColorRail))
	above, side := theme.Units(12), theme.Units(8)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(above, above, side, side), r.list))
	r.object = container.New(&railLayout{r}, ground, scroll)
	return r
}

func (r *rail) add(area screen.Area, numeral string) *stop {
	st := &stop{rail: r, area: area, numeral: numeral}
	st.ExtendBaseWidget(st)
	r.stops = append(r.stops, st)
	r.list.Objects = append(r.list.Objects, st)
	return st
}

// The widths of the rail with its words, and without, in units at zoom 1.
const (
	railWidth  = 216
	railNarrow = 64
	railBeside = 76 // what is beside the name of a place
)

// tell writes the school and its period. They are drawn text, not labels in light ink: for every theme of its own Fyne
// reads the faces once more, which would cost the first picture a fifth of its time.
func (r *rail) tell(school, period string) {
	ink := theme.Of(theme.ColorOnRail)
	r.head.Objects = nil
	line := func(text string, size float32, bold bool) {
		t := canvas.NewText(text, ink)
		t.TextSize, t.TextStyle.Bold = size, bold
		r.head.Objects = append(r.head.Objects, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Units(8), 0), t))
	}
	size := theme.SizeOf(fynetheme.SizeNameText)
	for _, words := range kit.Broken(school, r.width()-theme.Units(40), size, fyne.TextStyle{Bold: true}, 0) {
		line(words, size, true)
	}
	line(period, theme.SizeOf(fynetheme.SizeNameCaptionText), false)
	r.head.Refresh()
}

func gap(height float32) fyne.CanvasObject {
	g := canvas.NewRectangle(color.Transparent)
	g.SetMinSize(fyne.NewSize(1, height))
	return g
}

func (r *rail) narrow() bool { return r.shell.narrow() }

func (r *rail) refresh() {
	s := r.shell
	if s.file == nil {
		r.object.Hide()
		return
	}
	r.object.Show()
	book := s.history.Book()
	r.tell(app.Shorten(book.School().Name, 60), prepare.Period(book.Current()))
	j := progress.JourneyOf(book, book.Current(), s.Frameworks())
	shares := map[screen.Area]progress.Share{screen.Prepare: j.Prepare, screen.Vision: j.Vision,
		screen.Assessment: j.Assessment, screen.Planning: j.Planning, screen.Progress: j.Progress}
	for _, st := range r.stops {
		st.share = shares[st.area]
		st.Refresh()
	}
	r.fit()
}

// width is how wide the rail is with its words, which are longer in some languages.
func (r *rail) width() float32 {
	width := theme.Units(railWidth)
	for _, st := range r.stops {
		words := fyne.MeasureText(st.name(), theme.SizeOf(fynetheme.SizeNameText), fyne.TextStyle{Bold: true}).Width
		width = max(width, words+theme.Units(railBeside))
	}
	return width
}

// fit shows the words only where there is room for them.
func (r *rail) fit() { show(r.head, !r.narrow()) }

type railLayout struct{ rail *rail }

func (l *railLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.rail.narrow() {
		return fyne.NewSize(theme.Units(railNarrow), 100)
	}
	return fyne.NewSize(l.rail.width(), 100)
}

func (l *railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.rail.fit()
	for _, o := range objects {
		o.Resize(size)
	}
}

// stop is one place in the rail.
type stop struct {
	widget.BaseWidget
	rail             *rail
	area             screen.Area
	numeral          string        // of a stage
	icon             fyne.Resource // of a place that is no stage
	share            progress.Share
	hovered, focused bool
}

func (st *stop) here() bool { return st.rail.shell.here.Area == st.area }

// name is the word of the area.
func (st *stop) name() string { return st.rail.shell.words.Say("route." + string(st.area)) }

// state says in words how far the stage is.
func (st *stop) state() string {
	if st.numeral == "" || st.share.Of == 0 {
		return ""
	}
	return st.rail.shell.words.Say("shell.share", "done", st.share.Done, "of", st.share.Of)
}

func (st *stop) Tapped(*fyne.PointEvent)             { st.rail.shell.Go(screen.Route{Area: st.area}) }
func (st *stop) FocusGained()                        { st.focused = true; st.Refresh() }
func (st *stop) FocusLost()                          { st.focused = false; st.Refresh() }
func (st *stop) MouseIn(*desktop.MouseEvent)         { st.hovered = true; st.Refresh() }
func (st *stop) MouseMoved(*desktop.MouseEvent)      {}
func (st *stop) MouseOut()                           { st.hovered = false; st.Refresh() }
func (st *stop) TypedRune(rune)                      {}
func (st *stop) Cursor() desktop.Cursor              { return desktop.PointerCursor }
func (st *stop) CreateRenderer() fyne.WidgetRenderer { return newStopRenderer(st) }
func (st *stop) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		st.Tapped(nil)
		return
	}
	kit.Pass(st, e)
}

// AccessibilityLabel says the place and how far it is.
func (st *stop) AccessibilityLabel() string {
	return strings.TrimSpace(st.numeral + " " + st.name() + " " + st.state())
}

// AccessibilityRole is that of a link.
func (st *stop) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

type stopRenderer struct {
	stop          *stop
	ground, focus *canvas.Rectangle
	ring, full    *canvas.Circle
	part          *canvas.Arc
	numeral       *canvas.Text
	name, state   *canvas.Text
	tick          *canvas.Text // a letter: the first line that is drawn would cost the first picture a shader
	icon          *canvas.Image
}

func newStopRenderer(st *stop) *stopRenderer {
	ink := theme.Of(theme.ColorOnRail)
	r := &stopRenderer{stop: st, ground: canvas.NewRectangle(color.Transparent), focus: canvas.NewRectangle(color.Transparent),
		ring: canvas.NewCircle(color.Transparent), full: canvas.NewCircle(color.Transparent), part: &canvas.Arc{CutoutRatio: 0.84},
		numeral: canvas.NewText(st.numeral, ink), name: canvas.NewText("", ink), state: canvas.NewText("", ink),
		tick: canvas.NewText("✓", ink)}
	r.icon = &canvas.Image{FillMode: canvas.ImageFillContain}
	if st.icon != nil {
		r.icon = canvas.NewImageFromResource(fynetheme.NewColoredResource(st.icon, theme.ColorOnRail))
		r.icon.FillMode = canvas.ImageFillContain
	}
	r.ground.CornerRadius, r.focus.CornerRadius = theme.Units(8), theme.Units(8)
	r.ring.StrokeColor, r.ring.StrokeWidth = theme.Of(theme.ColorEdge), theme.Units(2)
	r.part.FillColor = theme.Of(theme.ColorLevel3)
	r.numeral.TextStyle.Bold, r.numeral.TextSize = true, theme.SizeOf(fynetheme.SizeNameText)
	r.name.TextSize, r.state.TextSize = theme.SizeOf(fynetheme.SizeNameText), theme.Units(13)
	r.tick.TextStyle.Bold, r.tick.TextSize = true, theme.Units(16)
	r.Refresh()
	return r
}

func (r *stopRenderer) Destroy() {}

func (r *stopRenderer) MinSize() fyne.Size {
	return fyne.NewSize(theme.Units(44), theme.Units(50))
}

func (r *stopRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.focus, r.ring, r.full, r.part, r.numeral, r.name, r.state, r.icon, r.tick}
}

func (r *stopRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.focus.Resize(size)
	u := theme.Units
	d := u(32)
	x, y := u(8), (size.Height-d)/2
	for _, c := range []*canvas.Circle{r.ring, r.full} {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSquareSize(d))
	}
	r.part.Move(fyne.NewPos(x, y))
	r.part.Resize(fyne.NewSquareSize(d))
	m := r.numeral.MinSize()
	r.numeral.Move(fyne.NewPos(x+(d-m.Width)/2, y+(d-m.Height)/2))
	left := x + d + u(10)
	r.icon.Move(fyne.NewPos(x+u(4), y+u(4)))
	r.icon.Resize(fyne.NewSquareSize(d - u(8)))
	if r.state.Text == "" {
		r.name.Move(fyne.NewPos(left, (size.Height-r.name.MinSize().Height)/2))
	} else {
		r.name.Move(fyne.NewPos(left, u(4)))
		r.state.Move(fyne.NewPos(left, u(4)+r.name.MinSize().Height))
	}
	tick := r.tick.MinSize()
	r.tick.Move(fyne.NewPos(x+d-u(3)-tick.Width/2, y+d-u(5)-tick.Height/2))
}

func (r *stopRenderer) Refresh() {
	st := r.stop
	narrow := st.rail.narrow()
	r.ground.FillColor = color.Transparent
	if st.here() {
		r.ground.FillColor = theme.Of(theme.ColorRailHere)
	} else if st.hovered {
		r.ground.FillColor = theme.Of(fynetheme.ColorNamePressed)
	}
	r.focus.StrokeWidth = 0
	if st.focused {
		r.focus.StrokeColor, r.focus.StrokeWidth = theme.Of(theme.ColorOnRail), theme.SizeOf(theme.SizeRing)
	}
	r.name.Text, r.state.Text = st.name(), st.state()
	r.name.TextStyle.Bold = st.here()
	if narrow {
		r.name.Text, r.state.Text = "", ""
	}
	show(r.icon, st.icon != nil)
	show(r.ring, st.numeral != "")
	r.full.FillColor = theme.Of(theme.ColorLevel4)
	show(r.full, st.numeral != "" && st.share.Whole())
	share := float32(0)
	if st.share.Of > 0 {
		share = float32(st.share.Done) / float32(st.share.Of)
	}
	r.part.EndAngle = 360 * min(share, 1)
	show(r.part, st.numeral != "" && st.share.Begun() && !st.share.Whole())
	show(r.tick, st.numeral != "" && st.share.Whole())
	r.Layout(st.Size())
	for _, o := range r.Objects() {
		canvas.Refresh(o)
	}
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

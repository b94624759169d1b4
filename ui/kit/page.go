package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/screen"
	"waymark/ui/theme"
)

// View is what a page shows at a moment.
type View struct {
	Title string // the question
	Lead  string // one quiet sentence below it
	Body  []fyne.CanvasObject
	// Actions stand at the foot, the primary one last.
	Actions []fyne.CanvasObject
}

// Page is a screen drawn by a function: it draws anew at each refresh and keeps only the widgets that carry focus or
// typed text, see Widgets. The place it was scrolled to stays.
type Page struct {
	widgets *Widgets
	draw    func(*Widgets) View
	body    *fyne.Container
	foot    *fyne.Container
	scroll  *container.Scroll
	root    *fyne.Container
	closed  bool
}

// pageWidth is the widest that text and fields get, in units.
const pageWidth = 1040

// NewPage returns the page that draw draws.
func NewPage(host screen.Host, draw func(*Widgets) View) *Page {
	p := &Page{widgets: newWidgets(host), draw: draw, body: Column(), foot: container.NewHBox()}
	p.scroll = container.NewVScroll(container.New(&sheet{}, p.body))
	p.root = container.NewBorder(nil, nil, nil, nil)
	p.Refresh()
	return p
}

// Content returns the page as one object.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// Refresh draws the page anew.
func (p *Page) Refresh() {
	if p.closed {
		return
	}
	p.widgets.begin()
	view := p.draw(p.widgets)
	p.widgets.end()
	objects := []fyne.CanvasObject{Title(view.Title)}
	if view.Lead != "" {
		objects = append(objects, Quiet(view.Lead))
	}
	objects = append(objects, Gap(4))
	p.body.Objects = append(objects, view.Body...)
	p.body.Refresh()
	var foot fyne.CanvasObject
	if len(view.Actions) > 0 {
		p.foot.Objects = append([]fyne.CanvasObject{layout.NewSpacer()}, view.Actions...)
		p.foot.Refresh()
		foot = container.NewStack(canvas.NewRectangle(theme.Of(fynetheme.ColorNameBackground)),
			container.NewVBox(Rule(), container.New(&sheet{flat: true}, p.foot)))
	}
	p.root.Layout = layout.NewBorderLayout(nil, foot, nil, nil)
	p.root.Objects = present(p.scroll, foot)
	p.root.Refresh()
}

// Close takes what is still being typed and ends timers.
func (p *Page) Close() {
	p.closed = true // it is not drawn any more, whatever its fields still save
	p.widgets.close()
}

// Widgets returns the page's widgets, for tests and for the shell.
func (p *Page) Widgets() *Widgets { return p.widgets }

// sheet centres its one object at no more than pageWidth with the theme's edge around.
type sheet struct{ flat bool }

func (s *sheet) edges() (x, y float32) {
	edge := theme.SizeOf(theme.SizeEdge)
	if s.flat {
		return edge, 8
	}
	return edge, edge / 2
}

func (s *sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, y := s.edges()
	width := min(size.Width-2*x, pageWidth)
	for _, o := range objects {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, size.Height-2*y))
	}
}

func (s *sheet) MinSize(objects []fyne.CanvasObject) fyne.Size {
	x, y := s.edges()
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.Add(fyne.NewSize(2*x, 2*y))
}

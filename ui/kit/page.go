package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/screen"
	"waymark/ui/theme"
)

// View is what a page shows at a moment.
type View struct {
	Trail []Crumb // from the stage down to the page, which is the last
	Parts []Part  // of the stage, in the order in which they are done
	Title string  // the question
	Lead  string  // one sentence in quiet ink below it
	Body  []fyne.CanvasObject
	Fill  fyne.CanvasObject // takes all the room below the body and scrolls by itself; nil for none, and then the page scrolls
	// Actions stand at the foot, the primary one last.
	Actions []fyne.CanvasObject
	// Thread is what stands behind the record on show and what hangs on it, Help what the facilitator says and does; nil for
	// none. Both are asked for only when they are looked at.
	Thread func() []fyne.CanvasObject
	Help   func() []Advice
	// Siblings are what the page shows one of, nil for none.
	Siblings *Siblings
}

// Page is a screen drawn by a function: it draws anew at each refresh and keeps only the widgets that carry focus or
// typed text, see Widgets. The place it was scrolled to stays.
type Page struct {
	widgets *Widgets
	draw    func(*Widgets) View
	head    *fyne.Container // where the page is
	above   *sheet          // the layout of the head
	body    *fyne.Container
	foot    *fyne.Container
	aside   *aside
	others  *siblings
	scroll  *container.Scroll
	main    fyne.CanvasObject // what of scroll and fill is on show
	paper   *fyne.Container   // what is scrolled: the sheet and, in a low window, head and foot
	bar     fyne.CanvasObject // the foot with its rule, nil for none
	next    *Button           // at the foot, leads on; nil for none
	low     bool              // the window is so low that head and foot are scrolled too
	sheet   *fyne.Container
	fill    *fyne.Container // the body and what takes the room below, instead of what scrolls
	filling fyne.CanvasObject
	root    *fyne.Container
	content *still
	closed  bool
	// OnLeave, when not nil, tells what else than words would be lost by leaving.
	OnLeave func() error
	// OnClose, when not nil, is called when the page goes.
	OnClose func()
}

// pageWidth is the widest that text and fields get, in units at zoom 1.
const pageWidth = 1120

// leastPage is the narrowest that a page says it can be, in units at any zoom, so that a window fits on a small screen:
// what does not find room side by side goes below.
const leastPage = 760

// lowWindow is how high a page must be for head and foot to stand still, in units at zoom 1.
const lowWindow = 400

// leastFill is how high what fills a page is at least where the window is low, in units at zoom 1.
const leastFill = 240

// NewPage returns the page that draw draws.
func NewPage(host screen.Host, draw func(*Widgets) View) *Page {
	p := &Page{widgets: newWidgets(host), draw: draw, body: Column(), foot: container.New(&flow{gap: theme.Units(8), end: true})}
	p.widgets.page = p
	p.above = &sheet{flat: true}
	p.head, p.aside, p.others = container.New(p.above), newAside(p), newSiblings(p)
	p.sheet, p.fill = container.New(&sheet{}, p.body), container.New(filled{})
	p.paper = container.New(paperLayout{p.sheet}, p.sheet)
	p.scroll = container.NewVScroll(newStill(p.paper))
	p.root = container.New(&pageLayout{p})
	p.content = newStill(p.root)
	p.Refresh()
	return p
}

// Content returns the page as one object.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Refresh draws the page anew.
func (p *Page) Refresh() {
	if p.closed {
		return
	}
	p.widgets.begin()
	view := p.draw(p.widgets)
	p.head.Objects = []fyne.CanvasObject{Spread(nil, p.widgets.trail(view), p.aside.show(view))}
	p.above.wide = view.Fill != nil
	p.others.show(view.Siblings)
	p.widgets.end()
	objects := []fyne.CanvasObject{Title(view.Title)}
	if view.Lead != "" {
		lead := Text(view.Lead)
		lead.Importance = widget.LowImportance
		objects = append(objects, lead)
	}
	objects = append(objects, p.aside.block)
	if len(view.Body) > 0 {
		objects = append(objects, Gap(2))
	}
	p.body.Objects = append(objects, view.Body...)
	p.bar, p.next = nil, nil
	for _, o := range view.Actions {
		if b, ok := o.(*Button); ok && b.Importance == widget.HighImportance {
			p.next = b
		}
	}
	if p.next != nil && slices.ContainsFunc(view.Body, leads) {
		p.next.Importance = widget.MediumImportance // what leads on from the page comes after what leads on in it
		p.next.Refresh()
	}
	if len(view.Actions) > 0 {
		p.foot.Objects = view.Actions
		p.bar = container.NewStack(canvas.NewRectangle(theme.Of(fynetheme.ColorNameBackground)),
			container.New(layout.NewCustomPaddedVBoxLayout(0), Rule(), container.New(&sheet{flat: true, wide: view.Fill != nil}, p.foot)))
	}
	p.filling = view.Fill
	p.compose()
	p.lay()
}

// compose puts head and foot where they stand: above and below what is scrolled or, in a low window, in it.
func (p *Page) compose() {
	switch {
	case p.filling == nil:
		p.main, p.sheet.Objects, p.fill.Objects = p.scroll, []fyne.CanvasObject{p.body}, nil
	case p.low:
		p.main, p.fill.Objects = p.scroll, nil
		p.sheet.Objects = []fyne.CanvasObject{container.New(filled{least: leastFill}, p.body, p.filling)}
	default:
		p.main, p.sheet.Objects, p.fill.Objects = p.fill, nil, []fyne.CanvasObject{p.body, p.filling}
	}
	p.root.Objects = present(p.others.object, p.head, p.main, p.aside.column, p.bar)
	p.paper.Objects = []fyne.CanvasObject{p.sheet}
	if p.low {
		p.root.Objects = present(p.others.object, p.main, p.aside.column)
		p.paper.Objects = present(p.head, p.sheet, p.bar)
	}
}

// lay sets everything on the page anew.
func (p *Page) lay() {
	if p.root.Size().Width > 0 {
		relay(p.head, p.foot, p.aside.column, p.aside.block, p.body, p.sheet, p.paper, p.fill, p.root)
	}
	p.scroll.Refresh()
}

// Leader is a widget in which something may lead on, so that nothing else on the page looks as if it did.
type Leader interface{ Leads() bool }

// leads tells whether a primary button is in o.
func leads(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case *Button:
		return o.Importance == widget.HighImportance
	case Leader:
		return o.Leads()
	case *fyne.Container:
		return slices.ContainsFunc(o.Objects, leads)
	}
	return false
}

// Next presses the button at the foot that leads on, if there is one.
func (p *Page) Next() {
	if b := p.next; b != nil && !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// Leave takes what is still being typed. An error of OnLeave is as one of words that would be lost.
func (p *Page) Leave() error {
	err := p.widgets.leave()
	if err == nil && p.OnLeave != nil {
		err = p.OnLeave()
	}
	return err
}

// Close takes what is still being typed and ends timers.
func (p *Page) Close() {
	p.closed = true // it is not drawn any more, whatever its fields still save
	p.widgets.close()
	if p.OnClose != nil {
		p.OnClose()
	}
}

// Widgets returns the page's widgets, for tests and for the shell.
func (p *Page) Widgets() *Widgets { return p.widgets }

// sheet centres its one object at no more than pageWidth, unless it is wide, with the theme's edge around.
type sheet struct{ flat, wide bool }

func (s *sheet) edges() (x, y float32) {
	edge := theme.SizeOf(theme.SizeEdge)
	if s.flat {
		return edge, theme.Units(8)
	}
	return edge, edge / 2
}

func (s *sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, y := s.edges()
	width := size.Width - 2*x
	if !s.wide {
		width = min(width, theme.Units(pageWidth))
	}
	for _, o := range objects {
		o.Move(fyne.NewPos((size.Width-width)/2, y))
		o.Resize(fyne.NewSize(width, size.Height-2*y))
	}
}

func (s *sheet) MinSize(objects []fyne.CanvasObject) fyne.Size {
	x, y := s.edges()
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	if !s.flat {
		m.Width = 0 // what scrolls is as wide as its room, since what does not find room side by side goes below
	}
	return m.Add(fyne.NewSize(2*x, 2*y))
}

// pageLayout sets where the page is above what scrolls and the foot below, edge to edge; its siblings stand at the left and
// what is aside at the right, where there is room for them.
type pageLayout struct{ page *Page }

func (l *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o != l.page.aside.column && o != l.page.others.object {
			m := o.MinSize()
			size.Width, size.Height = min(max(size.Width, m.Width), leastPage), size.Height+m.Height
		}
	}
	return size
}

func (l *pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := l.page
	left := p.others.width(size.Width)
	right := p.aside.width(size.Width - left)
	width := size.Width - left - right
	if low := size.Height < theme.Units(lowWindow); low != p.low {
		p.low = low
		p.compose()
		relay(p.paper)
	}
	var head, foot float32
	if slices.Contains(p.root.Objects, fyne.CanvasObject(p.head)) {
		head = fit(p.head, width)
		if p.bar != nil {
			foot = fit(p.bar, width)
			p.bar.Move(fyne.NewPos(left, size.Height-foot))
		}
		p.head.Move(fyne.NewPos(left, 0))
	}
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	put(p.others.object, 0, 0, left, size.Height)
	p.others.settle()
	put(p.main, left, head, width, size.Height-head-foot)
	put(p.aside.column, left+width, 0, right, size.Height)
}

// filled sets the second object below the first, over all the width and height that is left, with the theme's edge around both.
type filled struct{ least float32 } // how high the second is at least, in units at zoom 1

func (f filled) MinSize(objects []fyne.CanvasObject) fyne.Size {
	edge := theme.SizeOf(theme.SizeEdge)
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		if i == 1 {
			m.Height = max(m.Height, theme.Units(f.least))
		}
		size.Width, size.Height = max(size.Width, m.Width), size.Height+m.Height
	}
	return size.AddWidthHeight(2*edge, edge)
}

func (filled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) < 2 {
		return
	}
	edge := theme.SizeOf(theme.SizeEdge)
	objects[0].Move(fyne.NewPos(edge, 0))
	y := fit(objects[0], size.Width-2*edge) + edge/2
	objects[1].Move(fyne.NewPos(edge, y))
	objects[1].Resize(fyne.NewSize(size.Width-2*edge, size.Height-y-edge/2))
}

// paperLayout sets the sheet and what is scrolled with it below each other. Only the sheet says how wide that must be: head and
// foot break where they find no room.
type paperLayout struct{ sheet *fyne.Container }

func (l paperLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height += o.MinSize().Height
	}
	return fyne.NewSize(l.sheet.MinSize().Width, height)
}

func (paperLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		y += fit(o, size.Width)
	}
}

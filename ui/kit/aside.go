package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"waymark/ui/screen"
	"waymark/ui/theme"
)

// Advice is what the facilitator says and does at one part of a page.
type Advice struct {
	Title      string
	Paragraphs []string
}

// Advise is help that is the same whatever is on the page.
func Advise(title string, paragraphs ...string) func() []Advice {
	return func() []Advice { return []Advice{{Title: title, Paragraphs: paragraphs}} }
}

// aside is what a page can do without: the thread of the record on show, and help for the facilitator. It stands at the
// right where there is room for it, otherwise above the page, and folds away.
type aside struct {
	page   *Page
	column *fyne.Container // at the right
	block  *fyne.Container // above the page
	view   View
	link   *Link // folds it, nil when there is nothing
	wide   bool  // there is room at the right
}

// asideWidth is how wide it is at the right; asideBeside how much room a page needs in all for that, and asideOpen for it to
// be open before anybody asked. In units at zoom 1.
const (
	asideWidth  = 320
	asideBeside = 1100
	asideOpen   = 1500
)

func newAside(p *Page) *aside {
	a := &aside{page: p, column: container.NewStack(), block: container.NewStack()}
	a.column.Hide()
	a.block.Hide()
	return a
}

// show takes what a drawing has to say, and returns what folds it, nil when there is nothing.
func (a *aside) show(v View) fyne.CanvasObject {
	a.view = v
	a.link = nil
	a.clear()
	if v.Thread == nil && v.Help == nil {
		return nil
	}
	a.link = a.page.widgets.Link("kit.aside", "", a.Toggle)
	a.draw()
	return a.link
}

// name is the key of the words for what unfolds it.
func (a *aside) name() string {
	switch {
	case a.view.Help == nil:
		return "kit.aside.thread"
	case a.view.Thread == nil:
		return "kit.aside.help"
	}
	return "kit.aside.both"
}

// open tells whether it is not folded.
func (a *aside) open() bool {
	switch a.page.widgets.host.Aside() {
	case screen.Open:
		return true
	case screen.Folded:
		return false
	}
	return a.page.root != nil && a.page.root.Size().Width >= theme.Units(asideOpen)
}

// Toggle folds or unfolds it, on this page and all others.
func (a *aside) Toggle() {
	if a.link == nil {
		return
	}
	fold := screen.Open
	if a.open() {
		fold = screen.Folded
	}
	a.page.widgets.host.KeepAside(fold)
	a.page.Refresh()
}

func (a *aside) clear() {
	a.column.Objects, a.block.Objects = nil, nil
	a.column.Hide()
	a.block.Hide()
}

// draw fills the place that it has, unless it is folded.
func (a *aside) draw() {
	say := a.page.widgets.host.Words().Say
	a.clear()
	if !a.open() {
		a.link.SetText(say(a.name()))
		return
	}
	a.link.SetText(say("kit.aside.fold"))
	var objects []fyne.CanvasObject
	if a.view.Thread != nil {
		objects = append(objects, Strong(say("kit.thread")))
		objects = append(objects, a.view.Thread()...)
	}
	if a.view.Help != nil {
		if len(objects) > 0 {
			objects = append(objects, Gap(12))
		}
		objects = append(objects, Strong(say("room.script")))
		title := ""
		for _, advice := range a.view.Help() {
			if advice.Title != title {
				title = advice.Title
				objects = append(objects, Caption(title))
			}
			for _, p := range advice.Paragraphs {
				objects = append(objects, Text(p))
			}
		}
	}
	if !a.wide {
		a.block.Objects = []fyne.CanvasObject{Panel(objects...)}
		a.block.Show()
		return
	}
	edge := theme.Units(12)
	ground := canvas.NewRectangle(theme.Of(theme.ColorTint))
	a.column.Objects = []fyne.CanvasObject{ground, container.NewVScroll(
		container.New(layout.NewCustomPaddedLayout(edge, edge, edge, edge), Column(objects...)))}
	a.column.Show()
}

// width returns how wide it is at the right of a page of a width, and moves it there or away.
func (a *aside) width(page float32) float32 {
	wide := page >= theme.Units(asideBeside)
	shown := a.column.Visible() || a.block.Visible()
	if a.link != nil && (wide != a.wide && shown || a.open() != shown) {
		a.wide = wide
		a.draw()
		relay(a.page.body, a.page.sheet, a.page.fill)
		a.page.scroll.Refresh()
	}
	a.wide = wide
	if !a.column.Visible() {
		return 0
	}
	return theme.Units(asideWidth)
}

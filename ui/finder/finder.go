// Package finder is the sheet at the top of the window in which one types a few letters and takes one of the results that
// come up at once. It knows nothing of what can be found. It imports fyne, app/search, ui/kit, ui/screen and ui/theme.
package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app/search"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// Result is something that was found.
type Result struct {
	Mark   string // of what kind it is: a code such as G3, or a word or two
	IsCode bool   // whether Mark is a code
	Title  search.Excerpt
	Detail search.Excerpt // where it was found; empty for nothing to say
	Keys   string         // the shortcut that does the same, empty for none
	Take   func()
}

// Answer is what there is for a query, best first, and a sentence below it: what can be typed, that nothing was found, or
// that not all is shown. It is empty when there is nothing to say.
type Answer struct {
	Results []Result
	Note    string
}

// Ask answers a query, which may be empty, with titles and details of at most letters letters.
type Ask func(query string, letters int) Answer

// Finder lies over the window until a result is taken, Esc is pressed or one clicks beside it.
type Finder struct {
	widget.BaseWidget
	canvas fyne.Canvas
	host   screen.Host
	ask    Ask
	answer Answer
	entry  *kit.Entry
	list   *kit.LongList
	note   *widget.Label
	root   *fyne.Container
	before fyne.Focusable // had the keyboard
}

// Show lays a finder over the window of a canvas and gives it the keyboard. Hint stands in its entry while that is empty.
func Show(c fyne.Canvas, host screen.Host, hint string, ask Ask) *Finder {
	f := &Finder{canvas: c, host: host, ask: ask, before: c.Focused(), note: kit.Quiet("")}
	f.list = kit.NewLongList(rowHeight, func() int { return len(f.answer.Results) }, func() fyne.CanvasObject { return newRow() },
		func(i int, o fyne.CanvasObject) { o.(*row).show(f.answer.Results[i]) })
	f.list.OnChosen = f.take
	f.entry = kit.NewSeek(hint, f.steer, f.regain)
	f.entry.OnChanged = func(string) { f.seek() }
	f.entry.OnSubmitted = func(string) { f.list.Choose() }
	f.root = container.New(sheetLayout{f}, canvas.NewRectangle(theme.Of(theme.ColorShade)), newGround(f), f.entry, f.list, f.note)
	f.ExtendBaseWidget(f)
	c.Unfocus() // what was typed there is taken
	c.Overlays().Add(f)
	c.Focus(f.entry)
	f.seek()
	return f
}

// CreateRenderer is called by Fyne.
func (f *Finder) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.root) }

// Results returns what is offered at the moment, for tests.
func (f *Finder) Results() []Result { return f.answer.Results }

// Close takes the finder away; what had the keyboard before gets it back, if it is still on show.
func (f *Finder) Close() {
	f.canvas.Overlays().Remove(f)
	if o, ok := f.before.(fyne.CanvasObject); ok && onShow(o) {
		f.canvas.Focus(f.before)
	}
}

// onShow tells whether an object is in a window still.
func onShow(o fyne.CanvasObject) bool {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != fyne.Position{}
}

func (f *Finder) open() bool { return f.canvas.Overlays().Top() == f }

// seek shows what there is for what has been typed, the best selected.
func (f *Finder) seek() {
	f.answer = f.ask(f.entry.Text, f.letters())
	f.note.SetText(f.answer.Note)
	f.list.ScrollToTop()
	f.list.Selected = min(0, len(f.answer.Results)-1)
	f.root.Layout.Layout(f.root.Objects, f.root.Size())
	f.list.Refresh()
	canvas.Refresh(f)
}

func (f *Finder) take(i int) {
	taken := f.answer.Results[i].Take
	f.Close()
	taken()
}

// steer moves the selection by keys that mean nothing in one line of text.
func (f *Finder) steer(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyHome || e.Name == fyne.KeyEnd {
		return false
	}
	return f.list.Steer(e)
}

// regain brings the keyboard back to the entry, which Fyne takes away when one clicks beside it.
func (f *Finder) regain() {
	f.host.After(0, func() {
		if f.open() && f.canvas.Focused() == nil {
			f.canvas.Focus(f.entry)
		}
	})
}

// TypedKey hears the keys that nothing in the finder takes.
func (f *Finder) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.Close()
	}
}

// Tapped is called for what is beside the sheet.
func (f *Finder) Tapped(*fyne.PointEvent) { f.Close() }

// ground is what the sheet lies on; a click on it does not go through.
type ground struct {
	widget.BaseWidget
	finder *Finder
}

func newGround(f *Finder) *ground {
	g := &ground{finder: f}
	g.ExtendBaseWidget(g)
	return g
}

func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRectangle(theme.Of(fynetheme.ColorNameOverlayBackground))
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = theme.Of(theme.ColorEdge), theme.Units(1), theme.Units(8)
	return widget.NewSimpleRenderer(r)
}

func (g *ground) Tapped(*fyne.PointEvent) { g.finder.canvas.Focus(g.finder.entry) }

package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/screen"
)

// Crumb is a step of the way to a page.
type Crumb struct {
	Text string
	Open func() // nil for the page itself
}

// Part is one thing to do in a stage.
type Part struct {
	Text string
	Done bool
	Open func() // leads to where it is done
}

// To leads to the widget of a key on the page.
func (w *Widgets) To(key string) func() { return func() { w.page.focus(key) } }

// Stage is the crumb of a stage: its numeral and name.
func Stage(host screen.Host, area screen.Area) Crumb {
	text := host.Words().Say("route." + string(area))
	for i, stage := range screen.Stages() {
		if stage == area {
			text = strconv.Itoa(i) + " " + text
		}
	}
	return Crumb{text, func() { host.Go(screen.Route{Area: area}) }}
}

// crumbLetters are the most letters of a crumb, which may be a name of any length.
const crumbLetters = 40

// trail draws the way to the page, and the parts of its stage with a tick before what is done.
func (w *Widgets) trail(v View) fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for i, c := range v.Trail {
		if i > 0 {
			objects = append(objects, Note("›", widget.LowImportance))
		}
		if c.Open == nil || i == len(v.Trail)-1 && len(v.Parts) == 0 {
			objects = append(objects, Note(app.Shorten(c.Text, crumbLetters), widget.LowImportance))
		} else {
			objects = append(objects, w.Link("kit.trail."+strconv.Itoa(i), c.Text, c.Open))
		}
	}
	for i, p := range v.Parts {
		mark := "○ "
		if p.Done {
			mark = "✓ "
		}
		objects = append(objects, w.QuietLink("kit.part."+strconv.Itoa(i), mark+p.Text, p.Open))
	}
	if len(objects) == 0 {
		return Gap(1)
	}
	return Line(objects...)
}

// focus brings the widget of a key into view, with the keyboard in it.
func (p *Page) focus(key string) {
	o := p.widgets.Lookup(key)
	if f, ok := o.(*Field); ok {
		o = f.Entry
	}
	if f, ok := o.(fyne.Focusable); ok {
		p.widgets.host.Focus(f)
		p.Reveal(o.(fyne.CanvasObject))
	}
}

// ToggleAside folds or unfolds what stands aside of the page.
func (p *Page) ToggleAside() { p.aside.Toggle() }

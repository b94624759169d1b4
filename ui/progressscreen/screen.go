// Package progressscreen is stage 4: what is due and overdue, check-ins of actions, how indicators move, and reviews. It
// imports app, app/chart, app/planning, app/progress, ui/kit, ui/screen and ui/theme.
package progressscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// The views of the area; the dashboard is the view without a name.
const (
	viewCheckIn   = "checkin"   // its ID is an action's
	viewIndicator = "indicator" // its ID is an indicator's
)

// New returns the progress screen: the dashboard, or the view of the route.
func New(model screen.Model, host screen.Host, route screen.Route) screen.Screen {
	p := &place{model: model, host: host, open: map[string]bool{}, day: model.Today()}
	draw := p.dashboard
	switch route.View {
	case viewCheckIn:
		draw = func(w *kit.Widgets) kit.View { return p.checkIn(w, app.ID[app.Action](route.ID)) }
	case viewIndicator:
		draw = func(w *kit.Widgets) kit.View { return p.indicator(w, app.ID[app.Indicator](route.ID)) }
	}
	p.page = kit.NewPage(host, draw)
	return p.page
}

// place is the screen with the little that it knows beyond the book.
type place struct {
	model screen.Model
	host  screen.Host
	page  *kit.Page
	open  map[string]bool // which long lists are unfolded
	day   app.Date        // typed for the next measurement
}

func (p *place) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

// to returns what a button does that leads to a view of this area.
func (p *place) to(view, id string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Progress, View: view, ID: id}) }
}

func (p *place) toPlan(view, id string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Planning, View: view, ID: id}) }
}

// gone is the view of a record that is no longer there.
func (p *place) gone(w *kit.Widgets, title, text string) kit.View {
	return kit.View{
		Title:   title,
		Body:    []fyne.CanvasObject{kit.Empty(text, nil)},
		Actions: []fyne.CanvasObject{w.Primary("progress.back", p.say("progress.back"), p.to("", ""))},
	}
}

// withUnit writes a number with its unit, such as 52 %.
func (p *place) withUnit(q app.Quantity, unit string) string {
	text := p.host.Words().Quantity(q)
	if !q.Known() || unit == "" {
		return text
	}
	return text + "\u00a0" + unit
}

// fold returns the button that unfolds a list, which says so by unfold, and folds it again.
func (p *place) fold(w *kit.Widgets, key, unfold string) fyne.CanvasObject {
	text := unfold
	if p.open[key] {
		text = p.say("progress.hide")
	}
	return w.Small("progress.fold."+key, text, func() {
		p.open[key] = !p.open[key]
		p.page.Refresh()
	})
}

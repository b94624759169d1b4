// Package assessmentscreen is stage 2: rounds of self-assessment, their questions one by one, and what a round shows as a
// whole. It imports app, app/assessment, app/chart, ui/kit, ui/screen and ui/theme.
package assessmentscreen

import (
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// itemView is the view of a route that shows one item; its ID is the key of the item.
const itemView = "item"

// New returns the screen at a route.
func New(model screen.Model, host screen.Host, route screen.Route) screen.Screen {
	return kit.NewPage(host, func(w *kit.Widgets) kit.View {
		s := stateOf(model.Book(), host.Frameworks())
		p := page{Widgets: w, model: model, host: host, state: s}
		if !s.known {
			return p.start()
		}
		if at, ok := s.at(route.ID); route.View == itemView && ok {
			return p.item(at)
		}
		return p.overview()
	})
}

// page is a screen at one drawing.
type page struct {
	*kit.Widgets
	state
	model screen.Model
	host  screen.Host
}

func (p page) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

// open returns what shows an item.
func (p page) open(item string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Assessment, View: itemView, ID: item}) }
}

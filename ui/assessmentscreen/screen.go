// Package assessmentscreen is stage 2: rounds of self-assessment and their questions one by one, on a page and on the wall.
// What a round shows as a whole, surveys and the school's own questions have screens of their own. It imports app,
// app/assessment, app/ballot, app/framework, app/planning, app/progress, ui/ballotbox, ui/kit, ui/room and ui/screen.
package assessmentscreen

import (
	"waymark/app"
	"waymark/ui/ballotbox"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// The views of the area; the overview is the one without a name.
const (
	itemView  = "item"  // one item; its ID is the key of the item
	startView = "start" // where another round begins
)

// visit is the little that the screen knows beyond the book.
type visit struct {
	page      *kit.Page
	framework string            // key of the questions to begin with; the first when empty
	way       app.Way           // in which to go through them
	voting    *ballotbox.Widget // nil while nobody votes
	level     int               // that is being kept with the vote
}

// New returns the screen at a route.
func New(model screen.Model, host screen.Host, route screen.Route) screen.Screen {
	v := &visit{}
	v.page = kit.NewPage(host, func(w *kit.Widgets) kit.View {
		p := page{Widgets: w, model: model, host: host, state: stateOf(model.Book(), host.Frameworks()), visit: v}
		if !p.known || route.View == startView {
			return p.start()
		}
		if at, ok := p.at(route.ID); route.View == itemView && ok {
			return p.item(at)
		}
		return p.overview()
	})
	v.page.OnLeave = v.leave
	return v.page
}

// leave tells that a vote would be lost by leaving the page. The shell tells it once and leaves at the second try.
func (v *visit) leave() error {
	if v.voting == nil || v.voting.Box().Loses() == "" {
		return nil
	}
	return app.Invalid("leave", app.Say("vision.vote.lost"))
}

// page is a screen at one drawing.
type page struct {
	*kit.Widgets
	state
	*visit
	model screen.Model
	host  screen.Host
}

func (p page) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

// open returns what shows an item.
func (p page) open(item string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Assessment, View: itemView, ID: item}) }
}

// Package historyscreen tells what has changed in a school file, day by day and in words, and brings back what was
// removed. It imports app, app/activity, app/prepare, app/progress, app/search, translations, ui/kit, ui/screen and
// ui/theme.
package historyscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/activity"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// Activity reads the log since a day, newest first; all of it for the zero Date.
	Activity(since app.Date) (activity.Log, error)
}

// New returns the history of the school file or, when the route has a kind of record as its view, that of the record with
// its ID and of what belongs to it.
func New(model screen.Model, host screen.Host, actions Actions, route screen.Route) screen.Screen {
	p := &place{model: model, host: host, actions: actions, kind: app.Kind(route.View), id: route.ID,
		open: map[string]bool{}, most: page}
	p.review = lastReview(model.Book(), model.Today())
	if p.since = sinceReview; p.review.IsZero() || p.one() {
		p.since = sinceEver
	}
	p.page = kit.NewPage(host, p.draw)
	return p.page
}

// page is how many lines are shown at first, and how many more at a time.
const page = 50

// place is the screen with what it has read and what is chosen on it.
type place struct {
	model   screen.Model
	host    screen.Host
	actions Actions
	page    *kit.Page
	kind    app.Kind // of the one record that is looked at, empty for all
	id      string
	review  app.Date // the last before today, zero for none

	log     activity.Log
	teller  teller
	lines   []line // newest first
	failure error  // why the log could not be read
	kept    bool   // what was read is still so: only what is chosen has changed

	since string
	stage screen.Area     // empty for all
	words string          // searched for
	most  int             // lines shown
	open  map[string]bool // lines that show what is in them, by key
}

// one tells whether a single record is looked at.
func (p *place) one() bool { return p.kind != "" }

func (p *place) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

// read reads the log anew.
func (p *place) read() {
	p.log, p.failure = p.actions.Activity(app.Date{})
	memory := activity.Remember(p.model.Book(), p.log)
	p.teller = teller{words: p.host.Words(), book: p.model.Book(), memory: memory}
	p.lines = p.lines[:0]
	for _, d := range p.log.Days(memory) {
		for _, l := range d.Lines {
			if !p.one() || p.concerns(l) {
				p.lines = append(p.lines, line{Line: l, day: d.Date})
			}
		}
	}
}

// choose changes what is chosen and draws it without reading the log again.
func (p *place) choose(change func()) {
	change()
	p.kept = true
	p.page.Refresh()
	p.kept = false
}

func (p *place) draw(w *kit.Widgets) kit.View {
	if !p.kept {
		p.read()
	}
	v := kit.View{Title: p.say("history.title"), Lead: p.say("history.lead")}
	if p.one() {
		v = p.here(w)
	}
	switch {
	case p.failure != nil:
		why := p.host.Words().Text(app.Sentence(p.failure))
		again := w.Button("history.again", p.say("history.again"), func() { p.page.Refresh() })
		v.Body = append(v.Body, kit.Empty(p.say("history.failed", "why", why), again))
	case len(p.lines) == 0 && p.one():
		v.Body = append(v.Body, kit.Empty(p.say("history.none_here"), nil))
	case len(p.lines) == 0:
		v.Body = append(v.Body, kit.Empty(p.say("history.none"), nil))
	default:
		v.Body = append(v.Body, p.told(w)...)
	}
	return v
}

// here is the head and foot of the history of one record.
func (p *place) here(w *kit.Widgets) kit.View {
	v := kit.View{Title: p.say("history.here.title"), Lead: p.say("history.here.unknown")}
	all := w.Button
	r := p.teller.memory.Record(p.kind, p.id)
	if r != nil {
		v.Lead = p.say("history.here.lead", "what", p.teller.what(r))
	}
	there := r != nil && p.teller.memory.There(p.kind, p.id)
	if at := screen.PlaceOf(p.model.Book(), r); there && at.Area != "" {
		kind := p.say("kind." + string(p.kind))
		v.Actions = []fyne.CanvasObject{w.Primary("history.it", p.say("history.open_it", "kind", kind), p.to(at))}
	} else {
		all = w.Primary
	}
	back := all("history.all", p.say("history.all"), p.to(screen.Route{Area: screen.History}))
	v.Actions = append([]fyne.CanvasObject{back}, v.Actions...)
	return v
}

// to returns what a button does that leads to a route.
func (p *place) to(at screen.Route) func() { return func() { p.host.Go(at) } }

// bringBack undoes a removal.
func (p *place) bringBack(e activity.Entry) {
	edit, err := activity.BringBack(p.model.Book(), p.log, e)
	if err != nil {
		p.host.Show(err)
		return
	}
	p.host.Remove(edit) // it is told and can be undone as a removal is
}

// Package visionscreen is stage 1: the workshop in which a vision is made, step by step, and what came of it. It imports app,
// app/ballot, app/vision, app/planning, app/progress, ui/ballotbox, ui/board, ui/kit, ui/room and ui/screen.
package visionscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/ballotbox"
	"waymark/ui/board"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// The views of the area are the steps of the workshop; the overview is the one without a name.
const (
	viewQuestions    = "questions"
	viewIdeas        = "ideas"
	viewBoard        = "board"
	viewVote         = "vote"
	viewPerspectives = "perspectives"
	viewDraft        = "draft"
	viewLines        = "lines"
	viewAdoption     = "adoption"
)

// place is the screen with the little that it knows beyond the book.
type place struct {
	model screen.Model
	host  screen.Host
	page  *kit.Page
	view  string

	question app.ID[app.Question]      // to which ideas are being typed
	role     string                    // of those whose ideas are being typed
	shown    bool                      // the ideas are shown
	cards    *board.Board              // nil until the board is on show
	voting   *ballotbox.Widget         // nil while nobody votes
	dots     int                       // of each person; 0 for the usual number
	adoptDay app.Date                  // on which the vision is to be adopted; today when not given
	compared app.ID[app.VisionVersion] // with which the vision is compared; the last when not given
}

// New returns the vision screen: the overview, or the step that the route names.
func New(model screen.Model, host screen.Host, route screen.Route) screen.Screen {
	p := &place{model: model, host: host, view: route.View, shown: route.ID != ""} // who looks for an idea wants to see it
	draw := map[string]func(*kit.Widgets) kit.View{
		viewQuestions: p.questions, viewIdeas: p.ideas, viewBoard: p.board, viewVote: p.vote, viewPerspectives: p.perspectives,
		viewDraft: p.draft, viewLines: p.lines, viewAdoption: p.adoption,
	}[route.View]
	if draw == nil {
		p.view, draw = "", p.overview
	}
	p.page = kit.NewPage(host, draw)
	p.page.OnLeave = p.leave
	return p.page
}

func (p *place) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

func (p *place) book() *app.Book { return p.model.Book() }

func (p *place) cycle() app.ID[app.Cycle] { return p.book().Current().ID }

// to returns what leads to a step.
func (p *place) to(view string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Vision, View: view}) }
}

// do carries out an edit for a button, which has no place of its own to tell what went wrong.
func (p *place) do(edit app.Edit, err error) { p.host.Show(p.host.Do(edit, err)) }

// step is the page of a step: where it is in the workshop, its help, and the way to the next.
func (p *place) step(w *kit.Widgets, body ...fyne.CanvasObject) kit.View {
	v := kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Vision), {Text: p.say("vision.step." + p.view)}},
		Title: p.say("vision." + p.view + ".title"),
		Lead:  p.say("vision." + p.view + ".lead"),
		Body:  body,
		Help:  room.Help(func() []room.Step { return Steps(p.model, p.host) }, screen.Route{Area: screen.Vision, View: p.view}),
	}
	if p.view == viewQuestions { // which are chosen before the workshop, so the room has no step for it
		v.Help = kit.Advise(p.say("vision.step.questions"), p.say("vision.questions.help"), p.say("vision.questions.help.open"))
	}
	v.Siblings = &kit.Siblings{Title: p.say("vision.workshop")}
	before, after := "", ""
	steps := vision.Steps()
	for i, s := range steps {
		v.Siblings.List = append(v.Siblings.List, kit.Sibling{Mark: mark(p.done(s.Key), i), Text: p.say("vision.step." + s.Key),
			Here: s.Key == p.view, Open: p.to(s.Key)})
		if s.Key == p.view {
			if i > 0 {
				before = steps[i-1].Key
			}
			if i+1 < len(steps) {
				after = steps[i+1].Key
			}
		}
	}
	v.Actions = []fyne.CanvasObject{w.Button("vision.overview", p.say("vision.overview"), p.to(""))}
	if before != "" {
		v.Actions = append(v.Actions, w.Button("vision.before", p.say("vision.before"), p.to(before)))
	}
	if after != "" {
		return withAction(v, w.Primary("vision.after", p.say("vision.after", "step", p.say("vision.step."+after)), p.to(after)))
	}
	return withAction(v, w.Primary("vision.next", p.say("vision.next"), func() { p.host.Go(screen.Route{Area: screen.Assessment}) }))
}

func withAction(v kit.View, button fyne.CanvasObject) kit.View {
	v.Actions = append(v.Actions, button)
	return v
}

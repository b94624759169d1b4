// Package resultscreen shows what a round of self-assessment says as a whole: results in pictures, what has moved since an
// earlier round, and the needs that follow. It imports app, app/assessment, app/chart, app/figure, app/planning, ui/kit,
// ui/screen and ui/theme.
package resultscreen

import (
	"io"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/chart"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// The views of the screen.
const (
	Results = "results"
	Compare = "compare" // its ID is the earlier round; the last one when empty
	Needs   = "needs"
)

// Actions is what the screen asks of the shell beyond a Host.
type Actions interface {
	// SaveBeside writes a file beside the school file, named after both and the title, and returns its path.
	SaveBeside(title, extension string, write func(io.Writer) error) (string, error)
	// WritePNG writes a drawing as PNG.
	WritePNG(w io.Writer, d chart.Drawing) error
}

// visit is the little that the screen knows beyond the book.
type visit struct {
	page   *kit.Page
	tables map[string]bool // pictures that are read as a table
	drafts map[string]draft
}

// draft is a proposal as it is worded before it is taken.
type draft struct{ text, reason string }

// New returns the screen at a route.
func New(model screen.Model, host screen.Host, actions Actions, route screen.Route) screen.Screen {
	v := &visit{tables: map[string]bool{}, drafts: map[string]draft{}}
	v.page = kit.NewPage(host, func(w *kit.Widgets) kit.View {
		p := page{Widgets: w, visit: v, model: model, host: host, actions: actions, route: route}
		b := model.Book()
		round, begun := assessment.Latest(b, b.Current().ID)
		if !begun {
			return p.nothing(p.say("results.none"))
		}
		var known bool
		if p.results, known = assessment.ResultsOf(b, host.Frameworks(), round); !known {
			return p.nothing(p.say("results.unknown", "name", round.Framework))
		}
		switch route.View {
		case Compare:
			return p.compare()
		case Needs:
			return p.needs()
		}
		return p.pictures()
	})
	return v.page
}

// page is the screen at one drawing.
type page struct {
	*kit.Widgets
	*visit
	model   screen.Model
	host    screen.Host
	actions Actions
	route   screen.Route
	results assessment.Results
}

func (p page) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

func (p page) text(t app.Text) string { return p.host.Words().Text(t) }

func (p page) to(view string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Assessment, View: view}) }
}

func (p page) item(key string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Assessment, View: "item", ID: key}) }
}

// trail leads back to the stage.
func (p page) trail(view string) []kit.Crumb {
	return []kit.Crumb{kit.Stage(p.host, screen.Assessment), {Text: p.say("results.trail." + view)}}
}

// nothing is what there is to see when there are no results, and why.
func (p page) nothing(why string) kit.View {
	return kit.View{
		Trail: p.trail(p.view()),
		Title: p.say("results.title." + p.view()),
		Body:  []fyne.CanvasObject{kit.Empty(why, p.begin())},
	}
}

// begin leads to the questions.
func (p page) begin() fyne.CanvasObject {
	return p.Primary("results.begin", p.say("results.begin"), func() { p.host.Go(screen.Route{Area: screen.Assessment}) })
}

// view is the view on show.
func (p page) view() string {
	switch p.route.View {
	case Compare, Needs:
		return p.route.View
	}
	return Results
}

// about says which round this is.
func (p page) about() string {
	if p.results.Round.Held.IsZero() {
		return p.text(p.results.Framework.Name())
	}
	return p.say("results.about", "name", p.results.Framework.Name(), "date", p.results.Round.Held)
}

// onward is a row that leads to an item.
func (p page) onward(key, item string, content ...fyne.CanvasObject) fyne.CanvasObject {
	return p.Row("results."+key+"."+item, p.item(item), kit.Spread(nil, kit.Lines(content...), kit.Note("›", 0)))
}

// ways are the buttons at the foot of each view: back to the questions and on to what comes next, which is the questions
// while none is answered.
func (p page) ways() []fyne.CanvasObject {
	if p.results.Answered == 0 {
		return []fyne.CanvasObject{p.begin()}
	}
	ways := []fyne.CanvasObject{p.Button("results.back", p.say("results.back"), func() { p.host.Go(screen.Route{Area: screen.Assessment}) })}
	switch p.view() {
	case Results:
		if p.results.HasLast {
			ways = append(ways, p.Button("results.to_compare", p.say("results.to.compare"), p.to(Compare)))
		}
		return append(ways, p.Primary("results.next", p.say("results.to.needs"), p.to(Needs)))
	case Compare:
		return append(ways, p.Primary("results.next", p.say("results.to.needs"), p.to(Needs)))
	}
	return append(ways, p.Primary("results.next", p.say("results.to.plan"), func() { p.host.Go(screen.Route{Area: screen.Planning}) }))
}

// Package surveyscreen is what others answered about the items of a round: the surveys that are kept, typing one in, and
// taking one over from a table file. It imports app, app/assessment, app/survey, translations, ui/kit, ui/screen and ui/theme.
package surveyscreen

import (
	"context"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/survey"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// The views of the area that are here.
const (
	Surveys = "surveys" // what is kept; with the ID typingID, what is typed in
	Import  = "import"  // a table file is taken over

	typingID = "new"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// ChooseToRead asks the question for a file with one of the extensions and hands its path to use.
	ChooseToRead(question string, extensions []string, use func(path string))
	// ReadTable reads a table; it may take long.
	ReadTable(ctx context.Context, path string, options survey.Options) (survey.File, error)
	// Background does work away from the user interface and then done on it.
	Background(label app.Text, work func(context.Context) error, done func(error)) (cancel func())
}

// place is a screen with what it knows beyond the book.
type place struct {
	model   screen.Model
	host    screen.Host
	actions Actions
	page    *kit.Page

	typed  typed
	taking taking
	reads  int // begun so far, so that what comes of an earlier one is known
	files  int // opened so far, for the same of counts
}

// New returns the screen at a route.
func New(model screen.Model, host screen.Host, actions Actions, route screen.Route) screen.Screen {
	p := &place{model: model, host: host, actions: actions}
	draw := p.surveys
	var leave func() error
	switch {
	case route.View == Import:
		draw, leave = p.importing, p.leaveImport
	case route.ID == typingID:
		draw, leave = p.typing, p.leaveTyping
	}
	p.page = kit.NewPage(host, func(w *kit.Widgets) kit.View {
		if _, _, ok := p.round(); !ok {
			return p.none(w)
		}
		return draw(w)
	})
	p.page.OnLeave, p.page.OnClose = leave, p.drop
	return p.page
}

func (p *place) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

func (p *place) text(t app.Text) string { return p.host.Words().Text(t) }

// round returns the round of now and its framework; false when there is none that is known.
func (p *place) round() (app.Assessment, app.Framework, bool) {
	b := p.model.Book()
	round, ok := assessment.Latest(b, b.Current().ID)
	if !ok {
		return round, app.Framework{}, false
	}
	f, ok := app.FrameworkOf(round, p.host.Frameworks())
	return round, f, ok
}

// to returns what leads to a view of the area.
func (p *place) to(view, id string) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Assessment, View: view, ID: id}) }
}

func (p *place) trail(last string) []kit.Crumb {
	trail := []kit.Crumb{kit.Stage(p.host, screen.Assessment), {Text: p.say("surveys.crumb"), Open: p.to(Surveys, "")}}
	if last == "" {
		return trail
	}
	return append(trail, kit.Crumb{Text: last})
}

// none is what there is before any round.
func (p *place) none(w *kit.Widgets) kit.View {
	return kit.View{Trail: p.trail(""), Title: p.say("surveys.title"),
		Body: []fyne.CanvasObject{kit.Empty(p.say("surveys.no_round"), w.Primary("surveys.begin", p.say("surveys.begin"), p.to("", "")))}}
}

// limit is how many people of a group must have answered.
func (p *place) limit() int { return p.model.Book().School().SmallestGroup() }

// named is a group with its part.
func (p *place) named(group, part string) string {
	name := p.text(app.GroupName(group))
	if part == "" {
		return name
	}
	return p.say("surveys.part_of", "group", name, "part", part)
}

// groupOptions are the groups to choose from, each by its key.
func (p *place) groupOptions() []kit.Option {
	var options []kit.Option
	for _, g := range app.Groups() {
		options = append(options, kit.Option{Value: string(g), Text: p.text(app.GroupName(string(g)))})
	}
	return options
}

// Package frameworkscreen is where a school chooses and writes the questions of its self-assessment: the sets that there are,
// one set of its own, and one question. It imports app, app/assessment, app/framework, ui/kit and ui/screen.
package frameworkscreen

import (
	"io"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/framework"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// The views of the area that are here.
const (
	Frameworks = "frameworks" // all sets of questions
	Framework  = "framework"  // one of the school's own
	Question   = "question"   // one question of it
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// ChooseToRead asks the question for a file with one of the extensions and hands its path to use.
	ChooseToRead(question string, extensions []string, use func(path string))
	// ReadFile reads a file of at most that many bytes.
	ReadFile(path string, most int64) ([]byte, error)
	// SaveBeside writes a file beside the school file, named after both and the title, and returns its path.
	SaveBeside(title, extension string, write func(io.Writer) error) (string, error)
}

// place is a screen with the little that it knows beyond the book.
type place struct {
	model   screen.Model
	host    screen.Host
	actions Actions
	page    *kit.Page
	id      string

	begun   app.ID[app.OwnFramework] // last; the page is drawn anew between its edit and what follows
	changed map[string]struct{}      // items that were those they were copied from until they were changed here
}

// New returns the screen at a route.
func New(model screen.Model, host screen.Host, actions Actions, route screen.Route) screen.Screen {
	p := &place{model: model, host: host, actions: actions, id: route.ID, changed: map[string]struct{}{}}
	draw := p.all
	switch route.View {
	case Framework:
		draw = p.framework
	case Question:
		draw = p.question
	}
	p.page = kit.NewPage(host, draw)
	return p.page
}

func (p *place) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

func (p *place) book() *app.Book { return p.model.Book() }

// do carries out an edit for a button, which has no place of its own to tell what went wrong, and tells whether it was done.
func (p *place) do(edit app.Edit, err error) bool {
	err = p.host.Do(edit, err)
	p.host.Show(err)
	return err == nil
}

// to goes to a view of the area.
func (p *place) to(view, id string) {
	p.host.Go(screen.Route{Area: screen.Assessment, View: view, ID: id})
}

// shortName is how many letters of a name stand where there is little room.
const shortName = 32

// trail is where a page is: below all sets, and where they are given below a set.
func (p *place) trail(own app.OwnFramework, last string) []kit.Crumb {
	trail := []kit.Crumb{kit.Stage(p.host, screen.Assessment), {Text: p.say("editor.crumb"), Open: func() { p.to(Frameworks, "") }}}
	if own.ID != "" {
		trail = append(trail, kit.Crumb{Text: app.Shorten(own.Name, shortName), Open: func() { p.to(Framework, own.RecordID()) }})
	}
	if last != "" {
		trail = append(trail, kit.Crumb{Text: last})
	}
	return trail
}

// gone is what there is to see of what was removed.
func (p *place) gone(w *kit.Widgets) kit.View {
	back := func() { p.to(Frameworks, "") }
	return kit.View{Trail: p.trail(app.OwnFramework{}, ""), Title: p.say("editor.title"),
		Body: []fyne.CanvasObject{kit.Empty(p.say("editor.gone"), w.Primary("editor.back", p.say("editor.back"), back))}}
}

// buttons move something of a list and remove it.
func (p *place) buttons(w *kit.Widgets, list, id string, move func(steps int), remove func()) fyne.CanvasObject {
	key := list + "." + id
	return kit.Line(
		w.Handle(key+".drag", list, move),
		w.Icon(key+".up", fynetheme.MoveUpIcon(), p.say("kit.up"), func() { move(-1) }),
		w.Icon(key+".down", fynetheme.MoveDownIcon(), p.say("kit.down"), func() { move(1) }),
		w.Icon(key+".remove", fynetheme.DeleteIcon(), p.say("kit.remove"), remove))
}

// numbers are the numbers under which the items of a framework are asked; those that are switched off have none.
func (p *place) numbers(id app.ID[app.OwnFramework]) map[app.ID[app.OwnItem]]int {
	numbers := map[app.ID[app.OwnItem]]int{}
	for _, e := range framework.Elements(p.book(), id) {
		for _, i := range framework.Items(p.book(), e.ID) {
			if !i.Off {
				numbers[i.ID] = len(numbers) + 1
			}
		}
	}
	return numbers
}

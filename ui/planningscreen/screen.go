// Package planningscreen is stage 3: needs and priorities, a goal with its indicators and actions, and a single action
// with the thread behind it. It imports app, app/planning, app/prepare, app/assessment, app/progress, ui/kit and
// ui/screen.
package planningscreen

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// The views of the area; the overview is the one without a name.
const (
	viewGoal   = "goal"
	viewAction = "action"
)

// planner is what the views of the screen share: whom they read and ask, and what was folded open on this visit.
type planner struct {
	model        screen.Model
	host         screen.Host
	page         *kit.Page
	allProposals bool
}

// New returns the planning screen: the overview, or the goal or action that the route names.
func New(model screen.Model, host screen.Host, route screen.Route) screen.Screen {
	p := &planner{model: model, host: host}
	p.page = kit.NewPage(host, func(w *kit.Widgets) kit.View {
		switch route.View {
		case viewGoal:
			if state, ok := goalStateOf(model.Book(), app.ID[app.Goal](route.ID)); ok {
				return p.goal(w, state)
			}
			return p.gone(w, "goal")
		case viewAction:
			if state, ok := actionStateOf(model.Book(), app.ID[app.Action](route.ID)); ok {
				return p.action(w, state)
			}
			return p.gone(w, "action")
		}
		return p.overview(w, overviewOf(model.Book(), host.Frameworks()))
	})
	return p.page
}

// gone is what stands where a goal or an action was that somebody removed or took back.
func (p *planner) gone(w *kit.Widgets, what string) kit.View {
	return kit.View{
		Title:   p.say("planning." + what + ".gone"),
		Lead:    p.say("planning.gone.about"),
		Actions: []fyne.CanvasObject{w.Primary("planning.gone.back", p.say("planning.back"), p.toOverview)},
	}
}

func (p *planner) say(key string, pairs ...any) string { return p.host.Words().Say(key, pairs...) }

func (p *planner) toOverview() { p.host.Go(screen.Route{Area: screen.Planning}) }

func (p *planner) toGoal(id app.ID[app.Goal]) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Planning, View: viewGoal, ID: string(id)}) }
}

func (p *planner) toAction(id app.ID[app.Action]) func() {
	return func() { p.host.Go(screen.Route{Area: screen.Planning, View: viewAction, ID: string(id)}) }
}

func (p *planner) toHistory(r app.Record) func() { return func() { p.host.Go(screen.HistoryOf(r)) } }

func (p *planner) to(area screen.Area) func() {
	return func() { p.host.Go(screen.Route{Area: area}) }
}

// do carries out an edit for a button, which has no place of its own to tell what went wrong.
func (p *planner) do(edit app.Edit, err error) { p.host.Show(p.host.Do(edit, err)) }

// write moves the keyboard into a field and brings it into view.
func (p *planner) write(f *kit.Field) {
	p.host.Focus(f.Entry)
	p.page.Reveal(f)
}

// change returns the edit that changes a record by set as it stands in the book now, since what was drawn may be older.
func change[R app.Record](b *app.Book, table *app.Table[R], id app.ID[R], set func(*R)) (app.Edit, error) {
	r, ok := table.Get(id)
	if !ok {
		return app.Edit{}, missing()
	}
	set(&r)
	return app.Save(b, r)
}

// missing says that what is to be changed is there no more.
func missing() error {
	return &app.Error{Op: "change plan", Kind: app.KindConflict, Text: app.Say("error.conflict")}
}

// remove takes a record and all that belongs to it out of the plan.
func remove[R app.Record](p *planner, table *app.Table[R], id app.ID[R]) {
	if r, ok := table.Get(id); ok {
		p.host.Remove(app.RemoveEdit(p.model.Book(), r))
	}
}

// removeButton is the icon that removes a record of a list.
func (p *planner) removeButton(w *kit.Widgets, key string, tapped func()) fyne.CanvasObject {
	return w.Icon(key+".remove", fynetheme.DeleteIcon(), p.say("kit.remove"), tapped)
}

// moveButtons are the icons that move a record among its siblings; nil while it has none.
func (p *planner) moveButtons(w *kit.Widgets, key string, siblings int, move func(steps int)) []fyne.CanvasObject {
	if siblings < 2 {
		return nil
	}
	return []fyne.CanvasObject{
		w.Icon(key+".up", fynetheme.MoveUpIcon(), p.say("kit.up"), func() { move(-1) }),
		w.Icon(key+".down", fynetheme.MoveDownIcon(), p.say("kit.down"), func() { move(1) }),
	}
}

// beside sets the icons of a row at its right. The room for two is kept when there are none, so that the columns of all
// rows stand below each other.
func beside(row fyne.CanvasObject, icons []fyne.CanvasObject) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(iconsWidth, 1))
	return kit.Spread(nil, row, container.NewStack(room, kit.AtField(kit.Line(icons...))))
}

// iconsWidth is the room for two icons.
const iconsWidth = 68

// code is the code of a record before its words.
func code(text string) fyne.CanvasObject { return kit.CodeColumn(text, fynetheme.SizeNameText) }

package planningscreen

import (
	"slices"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// action is one action with everything that can be said of it.
func (p *planner) action(w *kit.Widgets, s actionState) kit.View {
	text := w.Line(actionKey(s.action, "text"), "", s.action.Text, func(text string) (app.Edit, error) {
		return p.changeAction(s.action.ID, func(a *app.Action) { a.Text = text })
	})
	body := []fyne.CanvasObject{kit.Panel(p.thread(w, s.goalState, &s.action, text)...), kit.Gap(4), p.work(w, s), kit.Gap(4), p.means(w, s), kit.Gap(4),
		p.signs(w, s), kit.Line(w.Small("planning.action.remove", p.say("planning.action.remove"), func() { p.removeAction(s) }),
			w.Small("planning.action.history", p.say("history.of.action"), p.toHistory(s.action)))}
	var foot []fyne.CanvasObject
	if s.next == "" {
		foot = append(foot, w.Primary("planning.action.back", p.say("planning.action.back"), p.toGoal(s.goal.ID)))
	} else {
		foot = append(foot, w.Button("planning.action.back", p.say("planning.action.back"), p.toGoal(s.goal.ID)),
			w.Primary("planning.action.next", p.say("planning.action.next"), p.toAction(s.next)))
	}
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Planning), {Text: s.codes.Of(s.goal), Open: p.toGoal(s.goal.ID)},
			{Text: s.codes.Of(s.action)}},
		Title:    p.say("planning.action.title"),
		Lead:     p.priorityLine(s.goalState),
		Body:     body,
		Actions:  foot,
		Siblings: p.siblingActions(s),
	}
}

// removeAction removes an action and leaves its page, unless it could not be removed.
func (p *planner) removeAction(s actionState) {
	remove(p, &p.model.Book().Actions, s.action.ID)
	if _, ok := p.model.Book().Actions.Get(s.action.ID); !ok {
		p.toGoal(s.goal.ID)()
	}
}

func actionKey(a app.Action, part string) string {
	return "planning.action." + a.RecordID() + "." + part
}

func (p *planner) changeAction(id app.ID[app.Action], set func(*app.Action)) (app.Edit, error) {
	return change(p.model.Book(), &p.model.Book().Actions, id, set)
}

// line is a field for one text of an action.
func (p *planner) line(w *kit.Widgets, a app.Action, part, value string, put func(*app.Action, string)) *kit.Field {
	return w.Line(actionKey(a, part), p.say("planning.action."+part), value, func(text string) (app.Edit, error) {
		return p.changeAction(a.ID, func(a *app.Action) { put(a, text) })
	})
}

// work says who does it, when, and how it stands.
func (p *planner) work(w *kit.Widgets, s actionState) fyne.CanvasObject {
	a := s.action
	statuses := make([]kit.Option, 0, len(app.Statuses()))
	for _, status := range app.Statuses() {
		statuses = append(statuses, kit.Option{Value: string(status), Text: p.say("status." + string(status))})
	}
	status := w.Choice(actionKey(a, "status"), p.say("planning.action.status"), statuses, string(a.Status), func(value string) (app.Edit, error) {
		return p.changeAction(a.ID, func(a *app.Action) { a.Status = app.Status(value) })
	})
	objects := []fyne.CanvasObject{
		p.people(w, a),
		p.line(w, a, "supporters", a.Supporters, func(a *app.Action, text string) { a.Supporters = text }),
		kit.Columns(160, []float32{1, 1, 1}, p.date(w, a, "start", "end"), p.date(w, a, "end", "start"), status),
	}
	if progress.UrgencyOf(a, p.model.Today()) == progress.Overdue {
		objects = append(objects, kit.Problem(p.say("planning.action.overdue_since", "date", a.End)))
	}
	if a.Status == app.Dropped {
		objects = append(objects, p.line(w, a, "drop_reason", a.DropReason, func(a *app.Action, text string) { a.DropReason = text }))
	}
	return kit.Panel(objects...)
}

// people says who carries an action: typed, or chosen from the team.
func (p *planner) people(w *kit.Widgets, a app.Action) fyne.CanvasObject {
	var who string
	if m, ok := p.model.Book().Members.Get(a.Responsible); ok {
		who = prepare.MemberLabel(m)
	}
	typed := w.Whole(actionKey(a, "who"), p.say("planning.action.who"), p.say("planning.action.who.hint"), who, func(text string) (app.Edit, error) {
		now, ok := p.model.Book().Actions.Get(a.ID)
		if !ok {
			return app.Edit{}, missing()
		}
		return planning.SetResponsible(p.model.Book(), now, text)
	})
	members := slices.Collect(p.model.Book().Members.All())
	if len(members) == 0 {
		return typed
	}
	options := make([]kit.Option, len(members))
	for i, m := range members {
		options[i] = kit.Option{Value: m.RecordID(), Text: prepare.MemberLabel(m)}
	}
	chosen := w.Choice(actionKey(a, "member"), p.say("planning.action.member"), options, string(a.Responsible), func(value string) (app.Edit, error) {
		return p.changeAction(a.ID, func(a *app.Action) { a.Responsible = app.ID[app.Member](value) })
	})
	return kit.Halves(typed, chosen)
}

// date is the field for the start or the end of an action. When the other of the two was refused, because the end was
// before the start, it is tried again with the new date.
func (p *planner) date(w *kit.Widgets, a app.Action, part, other string) *kit.Field {
	value := a.Start
	if part == "end" {
		value = a.End
	}
	return w.Date(actionKey(a, part), p.say("planning.action."+part), value, func(d app.Date) (app.Edit, error) {
		p.host.After(0, func() {
			if f, ok := w.Lookup(actionKey(a, other)).(*kit.Field); ok && f.Problem() != "" {
				f.Commit()
			}
		})
		return p.changeAction(a.ID, func(a *app.Action) {
			if part == "end" {
				a.End = d
			} else {
				a.Start = d
			}
		})
	})
}

// means says what an action takes: money, hours, training.
func (p *planner) means(w *kit.Widgets, s actionState) fyne.CanvasObject {
	a := s.action
	currency := p.model.Book().School().Currency
	label := p.say("planning.action.cost", "currency", currency)
	if currency == "" {
		label = p.say("planning.action.cost_plain")
	}
	return kit.Panel(
		kit.Heading(p.say("planning.action.means")),
		kit.Columns(160, []float32{1, 2, 1},
			w.Money(actionKey(a, "cost"), label, a.Cost, func(m app.Money) (app.Edit, error) {
				return p.changeAction(a.ID, func(a *app.Action) { a.Cost = m })
			}),
			p.line(w, a, "funding", a.Funding, func(a *app.Action, text string) { a.Funding = text }),
			w.Quantity(actionKey(a, "hours"), p.say("planning.action.hours"), a.Hours, func(q app.Quantity) (app.Edit, error) {
				return p.changeAction(a.ID, func(a *app.Action) { a.Hours = q })
			})),
		p.line(w, a, "training", a.Training, func(a *app.Action, text string) { a.Training = text }),
	)
}

// signs says what will show that an action is done, and what could go wrong.
func (p *planner) signs(w *kit.Widgets, s actionState) fyne.CanvasObject {
	a := s.action
	return kit.Panel(
		kit.Heading(p.say("planning.action.signs")),
		p.line(w, a, "evidence", a.Evidence, func(a *app.Action, text string) { a.Evidence = text }),
		p.line(w, a, "risks", a.Risks, func(a *app.Action, text string) { a.Risks = text }),
	)
}

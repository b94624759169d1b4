package planningscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/app/progress"
	"waymark/ui/kit"
)

// actions lists the actions of a goal and takes new ones, one after another.
func (p *planner) actions(w *kit.Widgets, s goalState) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("planning.actions"))}
	if len(s.actions) == 0 {
		objects = append(objects, kit.Text(p.say("planning.actions.empty")))
	}
	for i, a := range s.actions {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		objects = append(objects, p.actionRow(w, s, a))
	}
	return kit.Panel(append(objects, kit.Gap(4), w.Quick("planning.action", p.say("planning.action.text"), p.say("planning.action.hint"),
		func(text string) (app.Edit, error) {
			if _, ok := p.model.Book().Goals.Get(s.goal.ID); !ok {
				return app.Edit{}, missing()
			}
			return planning.SaveAction(p.model.Book(), app.Action{Goal: s.goal.ID, Text: app.CleanLine(text)})
		}, nil))...)
}

// actionRow is an action as a line of its goal: what, who, when, and how it stands.
func (p *planner) actionRow(w *kit.Widgets, s goalState, a app.Action) fyne.CanvasObject {
	key := "planning.action." + a.RecordID()
	row := w.Row(key, p.toAction(a.ID), kit.Spread(code(s.codes.Of(a)), kit.Columns(110, []float32{3.6, 2.1, 2.8, 1.7},
		kit.Text(a.Text), p.who(a), p.when(s.cycle, a), p.standing(a)), nil))
	move := p.moveButtons(w, key, len(s.actions), func(steps int) {
		if r, ok := p.model.Book().Actions.Get(a.ID); ok {
			p.do(planning.MoveAction(p.model.Book(), r, steps), nil)
		}
	})
	return beside(row, move)
}

func (p *planner) who(a app.Action) fyne.CanvasObject {
	m, ok := p.model.Book().Members.Get(a.Responsible)
	switch {
	case ok:
		return kit.Quiet(prepare.MemberLabel(m))
	case a.Status.Open():
		return kit.Problem(p.say("planning.action.nobody"))
	}
	return kit.Quiet(p.say("planning.action.nobody"))
}

// when is the time of an action in words and as its part of the cycle, with a tick at today.
func (p *planner) when(cycle app.Cycle, a app.Action) fyne.CanvasObject {
	words := p.host.Words()
	from, to, dated := period(cycle, a)
	var text string
	switch {
	case !dated:
		return kit.Quiet(p.say("planning.action.undated"))
	case a.Start.IsZero():
		text = p.say("planning.action.until", "date", words.ShortDate(a.End))
	case a.End.IsZero():
		text = p.say("planning.action.from", "date", words.ShortDate(a.Start))
	default:
		text = p.say("planning.action.range", "start", words.ShortDate(a.Start), "end", words.ShortDate(a.End))
	}
	ink := fynetheme.ColorNamePrimary
	switch {
	case a.Status == app.Done:
		ink = fynetheme.ColorNameSuccess
	case a.Status == app.Dropped:
		ink = fynetheme.ColorNamePlaceHolder
	case progress.UrgencyOf(a, p.model.Today()) == progress.Overdue:
		ink = fynetheme.ColorNameWarning
	}
	return kit.Lines(kit.Quiet(text), kit.Span(from, to, share(cycle, p.model.Today()), ink))
}

// standing is the status of an action, and that it is late or soon due.
func (p *planner) standing(a app.Action) fyne.CanvasObject {
	status := kit.Quiet(p.say("status." + string(a.Status)))
	switch progress.UrgencyOf(a, p.model.Today()) {
	case progress.Overdue:
		return kit.Lines(status, kit.Problem(p.say("planning.action.overdue")))
	case progress.DueSoon:
		return kit.Lines(status, kit.Quiet(p.say("planning.action.due_soon")))
	}
	return status
}

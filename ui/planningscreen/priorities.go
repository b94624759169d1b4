package planningscreen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/planning"
	"waymark/ui/kit"
)

// priorities is the second half of the overview; it also returns what leads to the field in which the first goal is added, nil
// while there is no priority.
func (p *planner) priorities(w *kit.Widgets, o overview) (objects []fyne.CanvasObject, firstGoal func()) {
	count := len(o.plan.Priorities)
	objects = append(objects, kit.Heading(p.say("planning.priorities")))
	switch {
	case count > manyPriorities:
		objects = append(objects, kit.Text(p.say("planning.priorities.many", "count", count)))
	case count > 0:
		objects = append(objects, kit.Quiet(p.say("planning.priorities.about")))
	}
	for i, priority := range o.plan.Priorities {
		key := "planning.priority." + priority.RecordID()
		height := 320 + 64*float32(len(priority.Goals))
		objects = append(objects, w.Lazy(key, height, func() fyne.CanvasObject { return p.priority(w, o, i+1, priority) }), kit.Gap(4))
		if i == 0 {
			firstGoal = w.To(key + ".goal")
		}
	}
	var last []fyne.CanvasObject
	if count == 0 && len(o.needs) > 0 {
		last = append(last, kit.Text(p.say("planning.priorities.empty")))
	} else if count == 0 {
		last = append(last, kit.Text(p.say("planning.priorities.empty_alone")))
	}
	last = append(last, w.Quick("planning.priority", p.say("planning.priority.add"), p.say("planning.priority.hint"), func(text string) (app.Edit, error) {
		return planning.SavePriority(p.model.Book(), app.Priority{Cycle: o.cycle, Title: app.CleanLine(text)})
	}, nil))
	return append(objects, kit.Panel(last...)), firstGoal
}

func (p *planner) priority(w *kit.Widgets, o overview, number int, priority planning.PlannedPriority) fyne.CanvasObject {
	key := "planning.priority." + priority.RecordID()
	title := w.Line(key, p.say("planning.priority.number", "number", number), priority.Title, func(text string) (app.Edit, error) {
		return p.changePriority(priority.ID, func(r *app.Priority) { r.Title = text })
	})
	buttons := append(p.moveButtons(w, key, len(o.plan.Priorities), func(steps int) {
		if r, ok := p.model.Book().Priorities.Get(priority.ID); ok {
			p.do(planning.MovePriority(p.model.Book(), r, steps), nil)
		}
	}), p.removeButton(w, key, func() { remove(p, &p.model.Book().Priorities, priority.ID) }))
	reason := w.Area(key+".reason", p.say("planning.priority.reason"), priority.Reason, 1, func(text string) (app.Edit, error) {
		return p.changePriority(priority.ID, func(r *app.Priority) { r.Reason = text })
	})
	weight := func(part string, value int, set func(*app.Priority, int)) fyne.CanvasObject {
		return w.Choice(key+"."+part, p.say("planning.priority."+part), p.weights(), strconv.Itoa(value), func(value string) (app.Edit, error) {
			n, err := strconv.Atoi(value)
			if err != nil {
				return app.Edit{}, err
			}
			return p.changePriority(priority.ID, func(r *app.Priority) { set(r, n) })
		})
	}
	goal := w.Quick(key+".goal", p.say("planning.goal.add"), p.say("planning.goal.hint"), func(text string) (app.Edit, error) {
		if _, ok := p.model.Book().Priorities.Get(priority.ID); !ok {
			return app.Edit{}, missing()
		}
		return planning.SaveGoal(p.model.Book(), app.Goal{Priority: priority.ID, Text: app.CleanLine(text)})
	}, nil)
	objects := []fyne.CanvasObject{
		kit.Spread(nil, title, kit.AtCaptioned(kit.Line(buttons...))),
		kit.Columns(150, []float32{2, 1, 1}, reason,
			weight("impact", priority.Impact, func(r *app.Priority, n int) { r.Impact = n }),
			weight("effort", priority.Effort, func(r *app.Priority, n int) { r.Effort = n })),
		p.takenNeeds(o, priority),
		kit.Rule(),
	}
	if len(priority.Goals) == 0 {
		objects = append(objects, kit.Text(p.say("planning.goals.empty")))
	}
	for _, g := range priority.Goals {
		objects = append(objects, p.goalRow(w, o, priority, g))
	}
	return kit.Panel(append(objects, goal)...)
}

func (p *planner) changePriority(id app.ID[app.Priority], set func(*app.Priority)) (app.Edit, error) {
	return change(p.model.Book(), &p.model.Book().Priorities, id, set)
}

// takenNeeds tells which needs a priority takes up.
func (p *planner) takenNeeds(o overview, priority planning.PlannedPriority) fyne.CanvasObject {
	if len(priority.Needs) == 0 {
		return kit.Problem(p.say("planning.priority.loose"))
	}
	codes := make([]string, len(priority.Needs))
	for i, n := range priority.Needs {
		codes[i] = o.codes.Of(n)
	}
	return kit.Line(kit.Note(p.say("planning.priority.needs"), widget.LowImportance), kit.Code(strings.Join(codes, ", ")))
}

// goalRow is a goal as a line of its priority: what it is, the thread behind it, how much of it is done.
func (p *planner) goalRow(w *kit.Widgets, o overview, priority planning.PlannedPriority, g planning.PlannedGoal) fyne.CanvasObject {
	key := "planning.goal." + g.RecordID()
	thread := planning.ThreadOf(p.model.Book(), g.Goal)
	behind := kit.Line(kit.Code(o.codes.Line(thread)))
	if loose := looseKey(thread); loose != "" {
		behind = kit.Spread(kit.Code(o.codes.Line(thread)), kit.Problem(p.say(loose)), nil)
	}
	done, all := progressOf(g.Actions)
	words := p.say("planning.goal.done", "done", done, "count", all)
	if all == 0 {
		words = p.say("planning.goal.no_actions")
	}
	row := w.Row(key, p.toGoal(g.ID), kit.Spread(code(o.codes.Of(g.Goal)),
		kit.Columns(110, []float32{5, 1.4}, kit.Lines(kit.Text(g.Text), behind), kit.Quiet(words)), nil))
	move := p.moveButtons(w, key, len(priority.Goals), func(steps int) {
		if r, ok := p.model.Book().Goals.Get(g.ID); ok {
			p.do(planning.MoveGoal(p.model.Book(), r, steps), nil)
		}
	})
	return beside(row, move)
}

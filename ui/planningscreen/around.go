package planningscreen

import (
	"waymark/app/planning"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// parts are the things to do in the stage; the last leads to the first goal that still lacks an indicator or an action.
func (p *planner) parts(w *kit.Widgets, o overview, firstGoal func()) []kit.Part {
	where := map[string]func(){
		"needs":      w.To("planning.need"),
		"priorities": w.To("planning.priority"),
		"goals": func() {
			if firstGoal != nil {
				firstGoal()
			}
		},
		"actions": func() {
			for _, g := range o.plan.Goals() {
				if !progress.Ready(g) {
					p.toGoal(g.ID)()
					return
				}
			}
		},
	}
	var parts []kit.Part
	for _, part := range progress.PlanningParts(p.model.Book(), o.cycle, o.plan) {
		parts = append(parts, kit.Part{Text: p.say("planning.part." + part.Key), Done: part.Done, Open: where[part.Key]})
	}
	return parts
}

func (p *planner) help(at screen.Route) func() []kit.Advice {
	return room.Help(func() []room.Step { return Steps(p.model, p.host) }, at)
}

// goals are those of the plan beside the one on show, under their priorities.
func (p *planner) goals(s goalState) *kit.Siblings {
	list := &kit.Siblings{Title: p.say("planning.goals")}
	for i, priority := range s.plan.Priorities {
		if len(priority.Goals) > 0 {
			list.List = append(list.List, kit.Sibling{Text: p.say("planning.goal.priority", "number", i+1, "title", priority.Title)})
		}
		for _, g := range priority.Goals {
			list.List = append(list.List, kit.Sibling{Mark: s.codes.Of(g), Text: g.Text, Here: g.ID == s.goal.ID, Open: p.toGoal(g.ID)})
		}
	}
	return list
}

// siblingActions are the actions of the plan beside the one on show, under their goals.
func (p *planner) siblingActions(s actionState) *kit.Siblings {
	list := &kit.Siblings{Title: p.say("planning.actions")}
	group := func(g planning.PlannedGoal) {
		if len(g.Actions) == 0 {
			return
		}
		list.List = append(list.List, kit.Sibling{Mark: s.codes.Of(g), Text: g.Text})
		for _, a := range g.Actions {
			list.List = append(list.List, kit.Sibling{Mark: s.codes.Of(a), Text: a.Text, Here: a.ID == s.action.ID, Open: p.toAction(a.ID)})
		}
	}
	for _, g := range s.plan.Goals() {
		group(g)
	}
	return list
}

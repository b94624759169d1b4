// Package planning holds stage 3: needs, priorities, goals, indicators and actions, the codes they are printed with and
// the thread that ties them together. It imports app, app/assessment and app/prepare.
package planning

import (
	"slices"

	"waymark/app"
	"waymark/app/prepare"
)

// Needs returns the needs of a cycle in order; the first is N1.
func Needs(b *app.Book, cycle app.ID[app.Cycle]) []app.Need {
	return b.Needs.Where(func(n app.Need) bool { return n.Cycle == cycle })
}

// Priorities returns the priorities of a cycle in order.
func Priorities(b *app.Book, cycle app.ID[app.Cycle]) []app.Priority {
	return b.Priorities.Where(func(p app.Priority) bool { return p.Cycle == cycle })
}

// Goals returns the goals of a priority in order.
func Goals(b *app.Book, priority app.ID[app.Priority]) []app.Goal {
	return b.Goals.Where(func(g app.Goal) bool { return g.Priority == priority })
}

// Indicators returns the indicators of a goal in order.
func Indicators(b *app.Book, goal app.ID[app.Goal]) []app.Indicator {
	return b.Indicators.Where(func(i app.Indicator) bool { return i.Goal == goal })
}

// Actions returns the actions of a goal in order.
func Actions(b *app.Book, goal app.ID[app.Goal]) []app.Action {
	return b.Actions.Where(func(a app.Action) bool { return a.Goal == goal })
}

// Plan is the whole action plan of a cycle, nested and in order.
type Plan struct{ Priorities []PlannedPriority }

// PlannedPriority is a priority with the needs that it takes up and its goals.
type PlannedPriority struct {
	app.Priority
	Needs []app.Need
	Goals []PlannedGoal
}

// PlannedGoal is a goal with its indicators and actions.
type PlannedGoal struct {
	app.Goal
	Indicators []app.Indicator
	Actions    []app.Action
}

// PlanOf gathers the plan of a cycle in one pass over the book.
func PlanOf(b *app.Book, cycle app.ID[app.Cycle]) Plan {
	needs := grouped(b.Needs.All(), func(n app.Need) app.ID[app.Priority] { return n.Priority })
	goals := grouped(b.Goals.All(), func(g app.Goal) app.ID[app.Priority] { return g.Priority })
	indicators := grouped(b.Indicators.All(), func(i app.Indicator) app.ID[app.Goal] { return i.Goal })
	actions := grouped(b.Actions.All(), func(a app.Action) app.ID[app.Goal] { return a.Goal })
	var plan Plan
	for _, p := range Priorities(b, cycle) {
		planned := PlannedPriority{Priority: p, Needs: needs[p.ID]}
		for _, g := range goals[p.ID] {
			planned.Goals = append(planned.Goals, PlannedGoal{g, indicators[g.ID], actions[g.ID]})
		}
		plan.Priorities = append(plan.Priorities, planned)
	}
	return plan
}

func grouped[R any, K comparable](all func(func(R) bool), key func(R) K) map[K][]R {
	groups := map[K][]R{}
	for r := range all {
		groups[key(r)] = append(groups[key(r)], r)
	}
	return groups
}

// Goals lists the goals of all priorities.
func (p Plan) Goals() []PlannedGoal {
	var goals []PlannedGoal
	for _, priority := range p.Priorities {
		goals = append(goals, priority.Goals...)
	}
	return goals
}

// Actions lists the actions of all goals.
func (p Plan) Actions() []app.Action {
	var actions []app.Action
	for _, g := range p.Goals() {
		actions = append(actions, g.Actions...)
	}
	return actions
}

// SaveNeed returns the edit that saves a need; a new one comes last.
func SaveNeed(b *app.Book, n app.Need) (app.Edit, error) {
	if n.ID == "" {
		n.ID = app.NewID[app.Need]()
		n.Position = app.NextPosition(Needs(b, n.Cycle), func(x app.Need) int { return x.Position })
	}
	return app.Save(b, n)
}

// SavePriority returns the edit that saves a priority; a new one comes last.
func SavePriority(b *app.Book, p app.Priority) (app.Edit, error) {
	if p.ID == "" {
		p.ID = app.NewID[app.Priority]()
		p.Position = app.NextPosition(Priorities(b, p.Cycle), func(x app.Priority) int { return x.Position })
	}
	return app.Save(b, p)
}

// TakeUp returns the edit that makes a new priority of a need, titled as the need, in one step.
func TakeUp(b *app.Book, n app.Need) (app.Edit, error) {
	edit, err := SavePriority(b, app.Priority{Cycle: n.Cycle, Title: app.CleanLine(n.Text)})
	if err != nil {
		return edit, err
	}
	after := n
	after.Priority = edit.Changes[0].After.(app.Priority).ID
	edit.Changes = append(edit.Changes, app.Update(n, after))
	return edit, nil
}

// SaveGoal returns the edit that saves a goal; a new one comes last under its priority.
func SaveGoal(b *app.Book, g app.Goal) (app.Edit, error) {
	if g.ID == "" {
		g.ID = app.NewID[app.Goal]()
		g.Position = app.NextPosition(Goals(b, g.Priority), func(x app.Goal) int { return x.Position })
	}
	return app.Save(b, g)
}

// SaveIndicator returns the edit that saves an indicator; a new one comes last under its goal.
func SaveIndicator(b *app.Book, i app.Indicator) (app.Edit, error) {
	if i.ID == "" {
		i.ID = app.NewID[app.Indicator]()
		i.Position = app.NextPosition(Indicators(b, i.Goal), func(x app.Indicator) int { return x.Position })
	}
	if i.Direction == "" {
		i.Direction = app.Up
	}
	return app.Save(b, i)
}

// SaveAction returns the edit that saves an action; a new one comes last under its goal and is planned.
func SaveAction(b *app.Book, a app.Action) (app.Edit, error) {
	if a.ID == "" {
		a.ID = app.NewID[app.Action]()
		a.Position = app.NextPosition(Actions(b, a.Goal), func(x app.Action) int { return x.Position })
	}
	if a.Status == "" {
		a.Status = app.Planned
	}
	return app.Save(b, a)
}

// SetResponsible returns the edit that makes the person typed carry an action; a name that nobody in the team has adds
// that person to the team in the same step.
func SetResponsible(b *app.Book, a app.Action, typed string) (app.Edit, error) {
	member, added := prepare.MemberNamed(b, typed)
	a.Responsible = member
	edit, err := SaveAction(b, a)
	if err != nil {
		return edit, err
	}
	edit.Changes = append(added, edit.Changes...)
	return edit, nil
}

// MovePriority, MoveGoal and MoveAction return the edit that moves a record by steps among its siblings; empty at either
// end.
func MovePriority(b *app.Book, p app.Priority, steps int) app.Edit {
	return move(b, Priorities(b, p.Cycle), p, steps, func(p app.Priority, n int) app.Priority { p.Position = n; return p })
}

// MoveGoal is described at MovePriority.
func MoveGoal(b *app.Book, g app.Goal, steps int) app.Edit {
	return move(b, Goals(b, g.Priority), g, steps, func(g app.Goal, n int) app.Goal { g.Position = n; return g })
}

// MoveAction is described at MovePriority.
func MoveAction(b *app.Book, a app.Action, steps int) app.Edit {
	return move(b, Actions(b, a.Goal), a, steps, func(a app.Action, n int) app.Action { a.Position = n; return a })
}

func move[R interface {
	app.Record
	comparable
}](b *app.Book, siblings []R, r R, steps int, renumber func(R, int) R) app.Edit {
	at := slices.Index(siblings, r)
	return app.Edit{Label: app.Label(b, "edit.move", r), Changes: app.Move(siblings, at, at+steps, renumber)}
}

package planningscreen

import (
	"slices"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
)

// manyPriorities is the number beyond which a team is asked what could wait.
const manyPriorities = 5

// fewProposals is how many proposals are shown before all are asked for.
const fewProposals = 5

// overview is what the plan of the current cycle looks like from above.
type overview struct {
	cycle     app.ID[app.Cycle]
	codes     planning.Codes
	needs     []app.Need
	plan      planning.Plan
	round     app.Assessment // the newest; zero when there is none
	results   assessment.Results
	proposals []assessment.Proposal
}

func overviewOf(b *app.Book, shipped []app.Framework) overview {
	cycle := b.Current().ID
	o := overview{cycle: cycle, codes: planning.CodesOf(b, cycle), needs: planning.Needs(b, cycle), plan: planning.PlanOf(b, cycle)}
	if round, ok := assessment.Latest(b, cycle); ok {
		if results, known := assessment.ResultsOf(b, shipped, round); known {
			o.round, o.results = round, results
			o.proposals = results.Proposals(b)
		}
	}
	return o
}

// step is what the plan lacks first.
type step int

const (
	takeProposal   step = iota // a need, and the self-assessment suggests one
	writeNeed                  // a need
	choosePriority             // a priority, and there are needs
	addGoal                    // a goal
	planAction                 // an action
	follow                     // nothing: there is something to follow
)

// next returns the first missing step.
func (o overview) next() step {
	switch {
	case len(o.plan.Actions()) > 0:
		return follow
	case len(o.plan.Goals()) > 0:
		return planAction
	case len(o.plan.Priorities) > 0:
		return addGoal
	case len(o.needs) > 0:
		return choosePriority
	case len(o.proposals) > 0:
		return takeProposal
	}
	return writeNeed
}

// shown returns the proposals to show.
func (o overview) shown(all bool) []assessment.Proposal {
	if all {
		return o.proposals
	}
	return o.proposals[:min(fewProposals, len(o.proposals))]
}

// goalState is a goal with what belongs to it and what stands behind it.
type goalState struct {
	cycle      app.Cycle // of the goal's priority
	codes      planning.Codes
	thread     planning.Thread
	goal       app.Goal
	number     int // of the priority, counted from 1
	lines      []app.VisionLine
	indicators []app.Indicator
	actions    []app.Action
	plan       planning.Plan    // that the goal is in
	next       app.ID[app.Goal] // none after the last goal of the plan
}

func goalStateOf(b *app.Book, id app.ID[app.Goal]) (goalState, bool) {
	goal, ok := b.Goals.Get(id)
	if !ok {
		return goalState{}, false
	}
	thread := planning.ThreadOf(b, goal)
	cycle := thread.Priority.Cycle
	s := goalState{
		codes: planning.CodesOf(b, cycle), thread: thread, goal: goal,
		lines:      b.VisionLines.Where(func(l app.VisionLine) bool { return l.Cycle == cycle }),
		indicators: planning.Indicators(b, id), actions: planning.Actions(b, id),
	}
	s.cycle, _ = b.Cycles.Get(cycle)
	plan := planning.PlanOf(b, cycle)
	s.plan = plan
	s.number = slices.IndexFunc(plan.Priorities, func(p planning.PlannedPriority) bool { return p.ID == goal.Priority }) + 1
	goals := plan.Goals()
	at := slices.IndexFunc(goals, func(g planning.PlannedGoal) bool { return g.ID == id })
	if at >= 0 && at+1 < len(goals) {
		s.next = goals[at+1].ID
	}
	return s, true
}

// actionState is an action with the goal that it is for.
type actionState struct {
	goalState
	action app.Action
	next   app.ID[app.Action] // none after the last action of the goal
}

func actionStateOf(b *app.Book, id app.ID[app.Action]) (actionState, bool) {
	action, ok := b.Actions.Get(id)
	if !ok {
		return actionState{}, false
	}
	goal, ok := goalStateOf(b, action.Goal)
	if !ok {
		return actionState{}, false
	}
	s := actionState{goalState: goal, action: action}
	at := slices.IndexFunc(goal.actions, func(a app.Action) bool { return a.ID == id })
	if at >= 0 && at+1 < len(goal.actions) {
		s.next = goal.actions[at+1].ID
	}
	return s, true
}

// progressOf counts the actions of a goal that count, which are those not dropped, and the done ones among them.
func progressOf(actions []app.Action) (done, all int) {
	for _, a := range actions {
		if a.Status != app.Dropped {
			all++
		}
		if a.Status == app.Done {
			done++
		}
	}
	return done, all
}

// share returns where in a cycle a day lies, 0 for its first and 1 for its last; below 0 when either is not given.
func share(c app.Cycle, day app.Date) float32 {
	whole := c.Start.DaysUntil(c.End)
	if c.Start.IsZero() || day.IsZero() || whole <= 0 {
		return -1
	}
	return float32(c.Start.DaysUntil(day)) / float32(whole)
}

// period returns which part of a cycle an action takes; what is not given is the other end of it, and false when
// neither is.
func period(c app.Cycle, a app.Action) (from, to float32, ok bool) {
	if a.Start.IsZero() && a.End.IsZero() {
		return 0, 0, false
	}
	start, end := a.Start, a.End
	if start.IsZero() {
		start = end
	}
	if end.IsZero() {
		end = start
	}
	return share(c, start), share(c, end), true
}

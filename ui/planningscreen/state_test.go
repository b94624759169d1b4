package planningscreen

import (
	"testing"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
)

func TestNextIsTheFirstMissingStep(t *testing.T) {
	needs := []app.Need{{Text: "N"}}
	proposals := []assessment.Proposal{{Weight: 1}}
	plan := func(goals ...planning.PlannedGoal) planning.Plan {
		return planning.Plan{Priorities: []planning.PlannedPriority{{Goals: goals}}}
	}
	for _, c := range []struct {
		given string
		o     overview
		want  step
	}{
		{"nothing", overview{}, writeNeed},
		{"proposals only", overview{proposals: proposals}, takeProposal},
		{"a need", overview{needs: needs, proposals: proposals}, choosePriority},
		{"a priority without a need", overview{plan: plan()}, addGoal},
		{"a goal", overview{needs: needs, plan: plan(planning.PlannedGoal{})}, planAction},
		{"an action", overview{plan: plan(planning.PlannedGoal{Actions: []app.Action{{}}})}, follow},
	} {
		if got := c.o.next(); got != c.want {
			t.Errorf("given %s: next is %v, want %v", c.given, got, c.want)
		}
	}
}

func TestProposalsAreFewUntilAllAreAskedFor(t *testing.T) {
	o := overview{proposals: make([]assessment.Proposal, 7)}
	if few, all := len(o.shown(false)), len(o.shown(true)); few != 5 || all != 7 {
		t.Errorf("shown %d and %d, want 5 and 7", few, all)
	}
	o.proposals = o.proposals[:2]
	if few := len(o.shown(false)); few != 2 {
		t.Errorf("shown %d of 2", few)
	}
}

func TestDroppedActionsDoNotCount(t *testing.T) {
	done, all := progressOf([]app.Action{{Status: app.Done}, {Status: app.Dropped}, {Status: app.Planned}, {Status: app.Paused}})
	if done != 1 || all != 3 {
		t.Errorf("%d of %d, want 1 of 3", done, all)
	}
}

func TestPeriodOfAnAction(t *testing.T) {
	cycle := app.Cycle{Start: app.NewDate(2026, 1, 1), End: app.NewDate(2026, 1, 11)}
	mid := app.NewDate(2026, 1, 6)
	for _, c := range []struct {
		given    string
		a        app.Action
		from, to float32
		ok       bool
	}{
		{"no dates", app.Action{}, 0, 0, false},
		{"both", app.Action{Start: mid, End: cycle.End}, 0.5, 1, true},
		{"a start only", app.Action{Start: mid}, 0.5, 0.5, true},
		{"an end only", app.Action{End: mid}, 0.5, 0.5, true},
	} {
		from, to, ok := period(cycle, c.a)
		if from != c.from || to != c.to || ok != c.ok {
			t.Errorf("given %s: %v–%v %v, want %v–%v %v", c.given, from, to, ok, c.from, c.to, c.ok)
		}
	}
	if got := share(app.Cycle{}, mid); got >= 0 {
		t.Errorf("share of a cycle without dates is %v", got)
	}
}

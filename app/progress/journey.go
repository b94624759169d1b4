package progress

import (
	"slices"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/app/vision"
)

// Share is how far a stage is: Done of Of parts.
type Share struct{ Done, Of int }

// Whole tells whether every part is done, Begun whether any is.
func (s Share) Whole() bool { return s.Of > 0 && s.Done >= s.Of }
func (s Share) Begun() bool { return s.Done > 0 }

// Journey is how far each stage of a cycle is.
type Journey struct{ Prepare, Vision, Assessment, Planning, Progress Share }

// JourneyOf measures a cycle. Prepare counts the name, the dates and a team of two; vision its ideas, statement and
// lines; assessment the items answered; planning the goals that have an indicator and an action with a person and an
// end; progress the actions done or dropped.
func JourneyOf(b *app.Book, cycle app.Cycle, shipped []app.Framework) Journey {
	var j Journey
	j.Prepare = count(PrepareParts(b, cycle))
	j.Vision = count(VisionParts(b, cycle))
	if a, ok := assessment.Latest(b, cycle.ID); ok {
		if r, ok := assessment.ResultsOf(b, shipped, a); ok {
			j.Assessment = Share{r.Answered, len(r.Rows)}
		}
	}
	plan := planning.PlanOf(b, cycle.ID)
	for _, g := range plan.Goals() {
		j.Planning.Of++
		if Ready(g) {
			j.Planning.Done++
		}
	}
	for _, a := range plan.Actions() {
		j.Progress.Of++
		if !a.Status.Open() {
			j.Progress.Done++
		}
	}
	return j
}

// Ready tells whether a goal can be followed: it has an indicator, and an action with a person and an end.
func Ready(g planning.PlannedGoal) bool {
	return len(g.Indicators) > 0 && slices.ContainsFunc(g.Actions, func(a app.Action) bool { return a.Responsible != "" && !a.End.IsZero() })
}

func count(parts []Part) Share {
	s := Share{Of: len(parts)}
	for _, p := range parts {
		if p.Done {
			s.Done++
		}
	}
	return s
}

// Part is one thing to do in a stage; Key names it within the stage and is never shown.
type Part struct {
	Key  string
	Done bool
}

// PrepareParts are name, period and team, which is one from two people on.
func PrepareParts(b *app.Book, cycle app.Cycle) []Part {
	return []Part{{"name", b.School().Name != ""}, {"period", !cycle.Start.IsZero() && !cycle.End.IsZero()}, {"team", b.Members.Len() >= 2}}
}

// VisionParts are ideas, statement and lines.
func VisionParts(b *app.Book, cycle app.Cycle) []Part {
	return []Part{{"ideas", len(vision.Ideas(b, cycle.ID)) > 0}, {"statement", vision.Of(b, cycle.ID).Statement != ""},
		{"lines", len(vision.Lines(b, cycle.ID)) > 0}}
}

// AssessmentParts are levels, targets and evidence: each of every item that applies. A round of words alone has answers only.
func AssessmentParts(r assessment.Results) []Part {
	levels, targets, evidence := r.Answered == len(r.Rows), true, true
	for _, row := range r.Rows {
		if !row.Judgement.NotApplicable {
			targets, evidence = targets && row.Judgement.Target > 0, evidence && len(row.Evidence) > 0
		}
	}
	if r.Round.Way == app.Words {
		return []Part{{"levels", levels}}
	}
	return []Part{{"levels", levels}, {"targets", targets}, {"evidence", evidence}}
}

// PlanningParts are needs, priorities, goals, which each priority has, and actions: each goal is Ready.
func PlanningParts(b *app.Book, cycle app.ID[app.Cycle], plan planning.Plan) []Part {
	goals, actions := len(plan.Priorities) > 0, len(plan.Goals()) > 0
	for _, p := range plan.Priorities {
		goals = goals && len(p.Goals) > 0
	}
	for _, g := range plan.Goals() {
		actions = actions && Ready(g)
	}
	return []Part{{"needs", len(planning.Needs(b, cycle)) > 0}, {"priorities", len(plan.Priorities) > 0}, {"goals", goals}, {"actions", actions}}
}

// ProgressParts are actions, each open one of which was told about, indicators, each of which was measured, and a review.
func ProgressParts(b *app.Book, cycle app.ID[app.Cycle], plan planning.Plan) []Part {
	told, measured := map[app.ID[app.Action]]bool{}, map[app.ID[app.Indicator]]bool{}
	for c := range b.CheckIns.All() {
		told[c.Action] = true
	}
	for m := range b.Measurements.All() {
		measured[m.Indicator] = true
	}
	actions, indicators, all := true, 0, 0
	for _, g := range plan.Goals() {
		for _, a := range g.Actions {
			actions = actions && (told[a.ID] || !a.Status.Open())
		}
		for _, i := range g.Indicators {
			all++
			if measured[i.ID] {
				indicators++
			}
		}
	}
	return []Part{{"actions", actions && len(plan.Actions()) > 0}, {"indicators", indicators == all && all > 0},
		{"review", len(Reviews(b, cycle)) > 0}}
}

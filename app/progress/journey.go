package progress

import (
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
func JourneyOf(b *app.Book, cycle app.Cycle, framework func(key string) (app.Framework, bool)) Journey {
	var j Journey
	j.Prepare = count(b.School().Name != "", !cycle.Start.IsZero() && !cycle.End.IsZero(), b.Members.Len() >= 2)
	j.Vision = count(len(vision.Ideas(b, cycle.ID)) > 0, vision.Of(b, cycle.ID).Statement != "", len(vision.Lines(b, cycle.ID)) > 0)
	if a, ok := assessment.Latest(b, cycle.ID); ok {
		if f, ok := framework(a.Framework); ok {
			j.Assessment = Share{assessment.ResultsOf(b, f, a).Answered, len(f.Items())}
		}
	}
	plan := planning.PlanOf(b, cycle.ID)
	for _, g := range plan.Goals() {
		j.Planning.Of++
		if len(g.Indicators) > 0 && hasReadyAction(g.Actions) {
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

func hasReadyAction(actions []app.Action) bool {
	for _, a := range actions {
		if a.Responsible != "" && !a.End.IsZero() {
			return true
		}
	}
	return false
}

func count(parts ...bool) Share {
	s := Share{Of: len(parts)}
	for _, done := range parts {
		if done {
			s.Done++
		}
	}
	return s
}

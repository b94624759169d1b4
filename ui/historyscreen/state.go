package historyscreen

import (
	"slices"
	"strconv"

	"waymark/app"
	"waymark/app/activity"
	"waymark/app/progress"
	"waymark/app/search"
	"waymark/ui/screen"
)

// The choices of how far back to look.
const (
	sinceReview = "review"
	sinceToday  = "today"
	sinceWeek   = "week"
	sinceMonth  = "month"
	sinceEver   = "all"
)

// lastReview returns the day of the last review of the current cycle before today, since at a meeting people ask what
// has changed after the one before; the zero Date when there is none.
func lastReview(b *app.Book, today app.Date) (last app.Date) {
	for _, r := range progress.Reviews(b, b.Current().ID) {
		if r.Date.Before(today) {
			last = r.Date
		}
	}
	return last
}

// from returns the first day that is looked at.
func (p *place) from() app.Date {
	switch p.since {
	case sinceReview:
		return p.review
	case sinceToday:
		return p.model.Today()
	case sinceWeek:
		return p.model.Today().AddDays(-7)
	case sinceMonth:
		return p.model.Today().AddDays(-30)
	}
	return app.Date{}
}

// kindsOf lists the kinds of record that belong to a stage.
func kindsOf(stage screen.Area) []app.Kind {
	switch stage {
	case screen.Prepare:
		return []app.Kind{app.KindSchool, app.KindCycle, app.KindMember}
	case screen.Vision:
		return []app.Kind{app.KindQuestion, app.KindTheme, app.KindIdea, app.KindDotVote, app.KindDotCount, app.KindPerspective,
			app.KindDraft, app.KindSupport, app.KindVision, app.KindVisionLine, app.KindVisionVersion, app.KindTimeBox}
	case screen.Assessment:
		return []app.Kind{app.KindOwnFramework, app.KindOwnElement, app.KindOwnItem, app.KindAssessment, app.KindJudgement, app.KindEvidence,
			app.KindSurvey, app.KindSurveyMean, app.KindRemark}
	case screen.Planning:
		return []app.Kind{app.KindPriority, app.KindNeed, app.KindGoal, app.KindIndicator, app.KindAction}
	}
	return []app.Kind{app.KindMeasurement, app.KindReview, app.KindCheckIn}
}

func stages() []screen.Area {
	return []screen.Area{screen.Prepare, screen.Vision, screen.Assessment, screen.Planning, screen.Progress}
}

// line is a line of the history with its day and, once it was asked for, all that can be searched for in it.
type line struct {
	activity.Line
	day   app.Date
	words string
}

// key tells a line from every other.
func (l line) key() string {
	return string(l.Kind) + "." + l.ID + "." + l.day.String() + "." + strconv.FormatBool(l.Moved)
}

// concerns tells whether a line is about the one record that is looked at, or about what belongs to it.
func (p *place) concerns(l activity.Line) bool {
	return slices.ContainsFunc(l.Entries(), func(e activity.Entry) bool {
		return p.teller.memory.Within(p.teller.record(e), p.kind, p.id)
	})
}

// found returns the lines that fit what is chosen, at most as many as are to be shown, and how many there are.
func (p *place) found() (shown []line, all int) {
	from, kinds := p.from(), kindsOf(p.stage)
	for i := range p.lines {
		l := &p.lines[i]
		if l.day.Before(from) {
			break
		}
		of := func(e activity.Entry) bool { return slices.Contains(kinds, e.Kind) }
		if p.stage != "" && !slices.ContainsFunc(l.Entries(), of) {
			continue
		}
		if p.words != "" && !p.holds(l) {
			continue
		}
		if all++; all <= p.most {
			shown = append(shown, *l)
		}
	}
	return shown, all
}

// holds tells whether each word that is searched for is somewhere in the line.
func (p *place) holds(l *line) bool {
	if l.words == "" {
		l.words = p.teller.everything(l.Line)
	}
	_, _, ok := search.Match(p.words, l.words)
	return ok
}

package screen

import (
	"waymark/app"
	"waymark/app/assessment"
)

// PlaceOf returns the route at which a record of the book can be seen and changed; the zero Route when no screen shows
// it, as those of an earlier cycle or of an earlier self-assessment.
func PlaceOf(b *app.Book, record app.Record) Route {
	current := b.Current().ID
	inCycle := func(cycle app.ID[app.Cycle], r Route) Route {
		if cycle != current {
			return Route{}
		}
		return r
	}
	inVision := func(cycle app.ID[app.Cycle], view string) Route {
		return inCycle(cycle, Route{Area: Vision, View: view})
	}
	switch r := record.(type) {
	case app.School, app.Member:
		return Route{Area: Prepare}
	case app.Cycle:
		return inCycle(r.ID, Route{Area: Prepare})
	case app.Question:
		return inVision(r.Cycle, "questions")
	case app.Theme:
		return inVision(r.Cycle, "board")
	case app.Idea:
		return inCycle(r.Cycle, Route{Area: Vision, View: "ideas", ID: r.RecordID()})
	case app.DotVote:
		return inVision(r.Cycle, "vote")
	case app.DotCount:
		if v, ok := b.DotVotes.Get(r.Vote); ok {
			return PlaceOf(b, v)
		}
	case app.Perspective:
		return inVision(r.Cycle, "perspectives")
	case app.Draft:
		return inVision(r.Cycle, "draft")
	case app.Support:
		if d, ok := b.Drafts.Get(r.Draft); ok {
			return PlaceOf(b, d)
		}
	case app.Vision:
		return inVision(r.Cycle, "")
	case app.VisionLine:
		return inVision(r.Cycle, "lines")
	case app.VisionVersion:
		return inVision(r.Cycle, "adoption")
	case app.TimeBox:
		return inVision(r.Cycle, "")
	case app.Assessment:
		if latest, ok := assessment.Latest(b, current); ok && latest.ID == r.ID {
			return Route{Area: Assessment}
		}
	case app.Judgement:
		if latest, ok := assessment.Latest(b, current); ok && latest.ID == r.Assessment {
			return Route{Area: Assessment, View: "item", ID: r.Item}
		}
	case app.OwnFramework:
		return Route{Area: Assessment, View: "framework", ID: r.RecordID()}
	case app.OwnElement:
		return Route{Area: Assessment, View: "framework", ID: string(r.Framework)}
	case app.OwnItem:
		return Route{Area: Assessment, View: "question", ID: r.RecordID()}
	case app.Survey:
		if latest, ok := assessment.Latest(b, current); ok && latest.ID == r.Assessment {
			return Route{Area: Assessment, View: "surveys"}
		}
	case app.SurveyMean:
		if s, ok := b.Surveys.Get(r.Survey); ok {
			return PlaceOf(b, s)
		}
	case app.Remark:
		if s, ok := b.Surveys.Get(r.Survey); ok {
			return PlaceOf(b, s)
		}
	case app.Evidence:
		if j, ok := b.Judgements.Get(r.Judgement); ok {
			return PlaceOf(b, j)
		}
	case app.Need:
		return inCycle(r.Cycle, Route{Area: Planning})
	case app.Priority:
		return inCycle(r.Cycle, Route{Area: Planning})
	case app.Goal:
		return Route{Area: Planning, View: "goal", ID: r.RecordID()}
	case app.Indicator:
		if cycleOf(b, r.Goal) == current {
			return Route{Area: Progress, View: "indicator", ID: r.RecordID()}
		}
		return Route{Area: Planning, View: "goal", ID: string(r.Goal)}
	case app.Measurement:
		if i, ok := b.Indicators.Get(r.Indicator); ok {
			return inCycle(cycleOf(b, i.Goal), Route{Area: Progress, View: "indicator", ID: i.RecordID()})
		}
	case app.Action:
		return Route{Area: Planning, View: "action", ID: r.RecordID()}
	case app.Review:
		return inCycle(r.Cycle, Route{Area: Progress})
	case app.CheckIn:
		if a, ok := b.Actions.Get(r.Action); ok {
			return inCycle(cycleOf(b, a.Goal), Route{Area: Progress, View: "checkin", ID: a.RecordID()})
		}
	}
	return Route{}
}

// HistoryOf returns the route of all that has happened to a record and to what belongs to it.
func HistoryOf(r app.Record) Route {
	return Route{Area: History, View: string(r.RecordKind()), ID: r.RecordID()}
}

// cycleOf returns the cycle that a goal belongs to.
func cycleOf(b *app.Book, goal app.ID[app.Goal]) app.ID[app.Cycle] {
	g, _ := b.Goals.Get(goal)
	p, _ := b.Priorities.Get(g.Priority)
	return p.Cycle
}

package app

import (
	"context"
	"slices"
	"testing"
)

// plan is a small cycle in which everything hangs together, and a second one beside it.
type plan struct {
	school      School
	cycle       Cycle
	next        Cycle
	member      Member
	question    Question
	theme       Theme
	idea        Idea
	vote        DotVote
	count       DotCount
	perspective Perspective
	draft       Draft
	support     Support
	vision      Vision
	line        VisionLine
	version     VisionVersion
	timeBox     TimeBox
	own         OwnFramework
	element     OwnElement
	ownItem     OwnItem
	survey      Survey
	mean        SurveyMean
	remark      Remark
	assessment  Assessment
	judgement   Judgement
	evidence    Evidence
	priority    Priority
	need        Need
	goal        Goal
	indicator   Indicator
	measurement Measurement
	action      Action
	review      Review
	checkIn     CheckIn
}

func aPlan() plan {
	p := plan{cycle: Cycle{ID: NewID[Cycle](), Start: NewDate(2026, 9, 1)}, next: Cycle{ID: NewID[Cycle](), Start: NewDate(2029, 9, 1)}, member: aMember("Ülle", 1)}
	p.school = School{ID: NewID[School](), Current: p.cycle.ID}
	p.question = Question{ID: NewID[Question](), Cycle: p.cycle.ID}
	p.theme = Theme{ID: NewID[Theme](), Cycle: p.cycle.ID}
	p.idea = Idea{ID: NewID[Idea](), Cycle: p.cycle.ID, Question: p.question.ID, Theme: p.theme.ID}
	p.vote = DotVote{ID: NewID[DotVote](), Cycle: p.cycle.ID}
	p.count = DotCount{ID: NewID[DotCount](), Vote: p.vote.ID, Theme: p.theme.ID}
	p.perspective = Perspective{ID: NewID[Perspective](), Cycle: p.cycle.ID}
	p.draft = Draft{ID: NewID[Draft](), Cycle: p.cycle.ID}
	p.support = Support{ID: NewID[Support](), Draft: p.draft.ID}
	p.version = VisionVersion{ID: NewID[VisionVersion](), Cycle: p.cycle.ID}
	p.timeBox = TimeBox{ID: NewID[TimeBox](), Cycle: p.cycle.ID}
	p.vision = Vision{ID: NewID[Vision](), Cycle: p.cycle.ID}
	p.line = VisionLine{ID: NewID[VisionLine](), Cycle: p.cycle.ID}
	p.assessment = Assessment{ID: NewID[Assessment](), Cycle: p.cycle.ID}
	p.own = OwnFramework{ID: NewID[OwnFramework]()}
	p.element = OwnElement{ID: NewID[OwnElement](), Framework: p.own.ID}
	p.ownItem = OwnItem{ID: NewID[OwnItem](), Element: p.element.ID}
	p.survey = Survey{ID: NewID[Survey](), Assessment: p.assessment.ID}
	p.mean = SurveyMean{ID: NewID[SurveyMean](), Survey: p.survey.ID}
	p.remark = Remark{ID: NewID[Remark](), Survey: p.survey.ID}
	p.judgement = Judgement{ID: NewID[Judgement](), Assessment: p.assessment.ID}
	p.evidence = Evidence{ID: NewID[Evidence](), Judgement: p.judgement.ID}
	p.priority = Priority{ID: NewID[Priority](), Cycle: p.cycle.ID}
	p.need = Need{ID: NewID[Need](), Cycle: p.cycle.ID, Judgement: p.judgement.ID, Priority: p.priority.ID}
	p.goal = Goal{ID: NewID[Goal](), Priority: p.priority.ID, VisionLine: p.line.ID}
	p.indicator = Indicator{ID: NewID[Indicator](), Goal: p.goal.ID}
	p.measurement = Measurement{ID: NewID[Measurement](), Indicator: p.indicator.ID}
	p.action = Action{ID: NewID[Action](), Goal: p.goal.ID, Responsible: p.member.ID}
	p.review = Review{ID: NewID[Review](), Cycle: p.cycle.ID}
	p.checkIn = CheckIn{ID: NewID[CheckIn](), Review: p.review.ID, Action: p.action.ID}
	return p
}

func (p plan) records() []Record {
	return []Record{p.school, p.cycle, p.next, p.member, p.question, p.theme, p.idea, p.vote, p.count, p.perspective, p.draft, p.support, p.vision,
		p.line, p.version, p.timeBox, p.own, p.element, p.ownItem, p.assessment, p.judgement, p.evidence, p.survey, p.mean, p.remark,
		p.priority, p.need, p.goal, p.indicator, p.measurement, p.action, p.review, p.checkIn}
}

func TestRemovingTakesWhatBelongsAndLoosensWhatPoints(t *testing.T) {
	p := aPlan()
	without := func(r []Record, gone ...Record) []Record {
		return slices.DeleteFunc(slices.Clone(r), func(r Record) bool { return slices.Contains(gone, r) })
	}
	swap := func(r []Record, old, renewed Record) []Record {
		r = slices.Clone(r)
		r[slices.Index(r, old)] = renewed
		return r
	}
	everything := p.records()
	looseSchool, looseNeed, freeNeed, looseGoal, looseAction := p.school, p.need, p.need, p.goal, p.action
	unasked, unsorted := p.idea, p.idea
	unasked.Question, unsorted.Theme = "", ""
	looseSchool.Current, looseNeed.Judgement, freeNeed.Priority, looseGoal.VisionLine, looseAction.Responsible = "", "", "", "", ""
	cases := []struct {
		gone Record
		left []Record
	}{
		{p.cycle, []Record{looseSchool, p.next, p.member, p.own, p.element, p.ownItem}},
		{p.next, without(everything, p.next)},
		{p.member, without(swap(everything, p.action, looseAction), p.member)},
		{p.line, without(swap(everything, p.goal, looseGoal), p.line)},
		{p.assessment, without(swap(everything, p.need, looseNeed), p.assessment, p.judgement, p.evidence, p.survey, p.mean, p.remark)},
		{p.own, without(everything, p.own, p.element, p.ownItem)},
		{p.element, without(everything, p.element, p.ownItem)},
		{p.ownItem, without(everything, p.ownItem)},
		{p.survey, without(everything, p.survey, p.mean, p.remark)},
		{p.mean, without(everything, p.mean)},
		{p.remark, without(everything, p.remark)},
		{p.judgement, without(swap(everything, p.need, looseNeed), p.judgement, p.evidence)},
		{p.priority, without(swap(everything, p.need, freeNeed), p.priority, p.goal, p.indicator, p.measurement, p.action, p.checkIn)},
		{p.goal, without(everything, p.goal, p.indicator, p.measurement, p.action, p.checkIn)},
		{p.indicator, without(everything, p.indicator, p.measurement)},
		{p.action, without(everything, p.action, p.checkIn)},
		{p.review, without(everything, p.review, p.checkIn)},
		{p.need, without(everything, p.need)},
		{p.question, without(swap(everything, p.idea, unasked), p.question)},
		{p.theme, without(swap(everything, p.idea, unsorted), p.theme, p.count)},
		{p.idea, without(everything, p.idea)},
		{p.vote, without(everything, p.vote, p.count)},
		{p.count, without(everything, p.count)},
		{p.perspective, without(everything, p.perspective)},
		{p.draft, without(everything, p.draft, p.support)},
		{p.support, without(everything, p.support)},
		{p.version, without(everything, p.version)},
		{p.timeBox, without(everything, p.timeBox)},
		{p.vision, without(everything, p.vision)},
		{p.evidence, without(everything, p.evidence)},
		{p.measurement, without(everything, p.measurement)},
		{p.checkIn, without(everything, p.checkIn)},
		{p.school, without(everything, p.school)},
	}
	if len(cases) != len(Kinds())+1 {
		t.Errorf("%d cases for %d kinds", len(cases), len(Kinds()))
	}
	for _, c := range cases {
		t.Run(string(c.gone.RecordKind()), func(t *testing.T) {
			h, _ := aHistory(t, p.records()...)
			before := h.all()
			edit := RemoveEdit(h.Book(), c.gone)
			must(t, h.Do(context.Background(), edit))
			want, err := NewBook(c.left...)
			must(t, err)
			if got := h.all(); !slices.Equal(got, slices.Collect(want.Records())) {
				t.Errorf("left\n%v\nwant\n%v", got, slices.Collect(want.Records()))
			}
			// Children go before their parents, and one undo brings everything back.
			deleted := []Kind{}
			for _, change := range edit.Changes {
				if change.After == nil {
					deleted = append(deleted, change.Before.RecordKind())
				}
			}
			if deleted[len(deleted)-1] != c.gone.RecordKind() {
				t.Errorf("deleted in the order %v", deleted)
			}
			must(t, h.Undo(context.Background()))
			if got := h.all(); !slices.Equal(got, before) {
				t.Errorf("undone to\n%v\nwant\n%v", got, before)
			}
		})
	}
}

package assessmentscreen

import (
	"slices"

	"waymark/app"
	"waymark/app/assessment"
)

// state is what the screen shows, computed from the book.
type state struct {
	cycle   app.ID[app.Cycle]
	begun   bool           // there is a round
	known   bool           // and its framework is one of ours
	round   app.Assessment // the newest of the current cycle
	results assessment.Results
	last    app.Assessment // the round before, zero when there is none
}

func stateOf(b *app.Book, shipped []app.Framework) state {
	s := state{cycle: b.Current().ID}
	s.round, s.begun = assessment.Latest(b, s.cycle)
	if !s.begun {
		s.last, _ = assessment.Before(b, shipped, app.Assessment{Framework: shipped[0].Key})
		return s
	}
	s.results, s.known = assessment.ResultsOf(b, shipped, s.round)
	s.last = s.results.Last
	return s
}

// at returns the index of an item's row and whether there is such an item.
func (s state) at(item string) (int, bool) {
	i := slices.IndexFunc(s.results.Rows, func(r assessment.Row) bool { return r.Item.Key == item })
	return i, i >= 0
}

// next returns the index of the row to go on with, -1 when all have an answer: what was left for later comes last.
func (s state) next() int {
	if open := s.results.Open(); len(open) > 0 {
		return open[0]
	}
	return -1
}

// left is how many items are without an answer.
func (s state) left() int { return len(s.results.Open()) }

// another tells whether it makes sense to begin another round: today's would be newer, and this one has an answer.
func (s state) another(today app.Date) bool {
	return s.results.Answered > 0 && s.round.Held.Before(today)
}

// unbacked counts the levels that stand without evidence stronger than a claim.
func (s state) unbacked() int {
	n := 0
	for _, r := range s.results.Rows {
		if backing(r) == claimed || backing(r) == missing {
			n++
		}
	}
	return n
}

// backed says what stands behind an item's level.
type backed int

const (
	nothing backed = iota // no level, so nothing to back
	missing               // no evidence
	claimed               // claims only
	proved
)

func backing(r assessment.Row) backed {
	switch {
	case !r.Rated():
		return nothing
	case len(r.Evidence) == 0:
		return missing
	case r.Weak():
		return claimed
	}
	return proved
}

// standing says in words how an item stands; more than one sentence may hold.
func standing(r assessment.Row, way app.Way) []app.Text {
	j := r.Judgement
	switch {
	case j.NotApplicable:
		return []app.Text{app.Say("assessment.row.not_applicable")}
	case !assessment.Answered(j) && j.Later:
		return []app.Text{app.Say("assessment.row.later")}
	case !assessment.Answered(j):
		return []app.Text{app.Say("assessment.row.open")}
	case assessment.Differed(j):
		return []app.Text{app.Say("assessment.row.differed")}
	case way == app.Words:
		return []app.Text{app.Say("assessment.row.words")}
	}
	var texts []app.Text
	gap := assessment.Gap(j)
	switch {
	case j.Agreed == 0:
		texts = append(texts, app.Say("assessment.row.no_level"))
	case j.Target == 0:
		texts = append(texts, app.Say("assessment.row.no_target"))
	case gap == 0:
		texts = append(texts, app.Say("assessment.row.reached"))
	default:
		texts = append(texts, app.Say("assessment.row.gap", "count", gap))
	}
	if assessment.Divided(j) {
		texts = append(texts, app.Say("assessment.row.apart", "lowest", j.Lowest, "highest", j.Highest))
	}
	return texts
}

// Package assessment holds stage 2: rounds of self-assessment, judgements, gaps and what a round shows as a whole. It
// imports app only.
package assessment

import (
	"cmp"
	"slices"

	"waymark/app"
)

// Latest returns the newest assessment of a cycle and whether there is one.
func Latest(b *app.Book, cycle app.ID[app.Cycle]) (app.Assessment, bool) {
	rounds := b.Assessments.Where(func(a app.Assessment) bool { return a.Cycle == cycle })
	if len(rounds) == 0 {
		return app.Assessment{}, false
	}
	return rounds[len(rounds)-1], true
}

// Before returns the last assessment with the same framework held before a, in whichever cycle, and whether there is one.
func Before(b *app.Book, a app.Assessment) (last app.Assessment, ok bool) {
	for other := range b.Assessments.All() {
		if other.ID == a.ID {
			break
		}
		if other.Framework == a.Framework {
			last, ok = other, true
		}
	}
	return last, ok
}

// Start returns the edit that begins a round with framework on a date, and the round.
func Start(b *app.Book, cycle app.ID[app.Cycle], framework string, held app.Date) (app.Edit, app.Assessment, error) {
	a := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle, Framework: framework, Held: held}
	edit, err := app.Save(b, a)
	return edit, a, err
}

// Judgements returns the judgements of an assessment by item key.
func Judgements(b *app.Book, a app.ID[app.Assessment]) map[string]app.Judgement {
	byItem := map[string]app.Judgement{}
	for j := range b.Judgements.All() {
		if j.Assessment == a {
			byItem[j.Item] = j
		}
	}
	return byItem
}

// Of returns the judgement of an item; one with a new ID, not yet in the book, when there is none.
func Of(b *app.Book, a app.ID[app.Assessment], item string) app.Judgement {
	for j := range b.Judgements.All() {
		if j.Assessment == a && j.Item == item {
			return j
		}
	}
	return app.Judgement{ID: app.NewID[app.Judgement](), Assessment: a, Item: item}
}

// EvidenceOf returns the evidence for a judgement in order.
func EvidenceOf(b *app.Book, j app.ID[app.Judgement]) []app.Evidence {
	return b.Evidence.Where(func(e app.Evidence) bool { return e.Judgement == j })
}

// SaveEvidence returns the edit that saves evidence; a judgement that is not yet in the book is added with it.
func SaveEvidence(b *app.Book, j app.Judgement, e app.Evidence) (app.Edit, error) {
	e.Judgement = j.ID
	if e.ID == "" {
		e.ID = app.NewID[app.Evidence]()
		e.Position = app.NextPosition(EvidenceOf(b, j.ID), func(x app.Evidence) int { return x.Position })
	}
	edit, err := app.Save(b, e)
	if err == nil && b.Find(app.KindJudgement, string(j.ID)) == nil {
		edit.Changes = append([]app.Change{app.Insert(j)}, edit.Changes...)
	}
	return edit, err
}

// Answered tells whether the team has said anything about an item.
func Answered(j app.Judgement) bool {
	return j.NotApplicable || j.Agreed > 0 || j.Practice != "" || j.Needs != "" || j.Ideas != ""
}

// Gap is how many levels the target lies above the agreed level; 0 when either is missing.
func Gap(j app.Judgement) int {
	if j.NotApplicable || j.Agreed == 0 || j.Target == 0 {
		return 0
	}
	return max(0, j.Target-j.Agreed)
}

// Spread is the distance between the lowest and highest vote; 0 when there was none.
func Spread(j app.Judgement) int { return j.Highest - j.Lowest }

// Row is what a round shows of one item.
type Row struct {
	Element   app.Element
	Item      app.Item
	Judgement app.Judgement // zero when not answered
	Last      int           // agreed level of the round before, 0 when none
	Evidence  []app.Evidence
}

// Weak tells whether a level stands without evidence stronger than a claim.
func (r Row) Weak() bool {
	if r.Judgement.Agreed == 0 {
		return false
	}
	return !slices.ContainsFunc(r.Evidence, func(e app.Evidence) bool { return e.Strength != app.Claim })
}

// Results is a round as a whole.
type Results struct {
	Framework app.Framework
	Rows      []Row // per item, in the framework's order
	Axes      []Axis
	Answered  int // items with an answer
	HasLast   bool
}

// Axis is one element: mean agreed level now, mean target and mean of the round before; 0 when not known.
type Axis struct {
	Element           app.Element
	Now, Target, Last float64
	Weak              bool // most of its levels lack evidence
}

// ResultsOf computes the results of a round with its framework.
func ResultsOf(b *app.Book, f app.Framework, a app.Assessment) Results {
	judged := Judgements(b, a.ID)
	last := map[string]app.Judgement{}
	before, hasLast := Before(b, a)
	if hasLast {
		last = Judgements(b, before.ID)
	}
	evidence := map[app.ID[app.Judgement]][]app.Evidence{}
	for e := range b.Evidence.All() {
		evidence[e.Judgement] = append(evidence[e.Judgement], e)
	}
	results := Results{Framework: f, HasLast: hasLast}
	for _, element := range f.Elements {
		var now, target, previous mean
		weak := 0
		for _, item := range element.Items {
			row := Row{Element: element, Item: item, Judgement: judged[item.Key], Last: last[item.Key].Agreed}
			row.Evidence = evidence[row.Judgement.ID]
			if Answered(row.Judgement) {
				results.Answered++
			}
			if !row.Judgement.NotApplicable {
				now.add(row.Judgement.Agreed)
				target.add(max(row.Judgement.Target, row.Judgement.Agreed))
				previous.add(row.Last)
			}
			if row.Weak() && !row.Judgement.NotApplicable {
				weak++
			}
			results.Rows = append(results.Rows, row)
		}
		results.Axes = append(results.Axes, Axis{element, now.value(), target.value(), previous.value(), weak*2 > now.n})
	}
	return results
}

type mean struct{ sum, n int }

func (m *mean) add(level int) {
	if level > 0 {
		m.sum += level
		m.n++
	}
}

func (m mean) value() float64 {
	if m.n == 0 {
		return 0
	}
	return float64(m.sum) / float64(m.n)
}

// Strongest returns up to n rated rows with the highest level, best first.
func (r Results) Strongest(n int) []Row {
	return r.top(n, func(x Row) bool { return x.Judgement.Agreed > 0 && !x.Judgement.NotApplicable },
		func(a, b Row) int { return b.Judgement.Agreed - a.Judgement.Agreed })
}

// WidestGaps returns up to n rows with a gap, widest first.
func (r Results) WidestGaps(n int) []Row {
	return r.top(n, func(x Row) bool { return Gap(x.Judgement) > 0 },
		func(a, b Row) int {
			return cmp.Or(Gap(b.Judgement)-Gap(a.Judgement), a.Judgement.Agreed-b.Judgement.Agreed)
		})
}

// MostDivided returns up to n rows whose votes lay two levels or more apart, widest first.
func (r Results) MostDivided(n int) []Row {
	return r.top(n, func(x Row) bool { return Spread(x.Judgement) >= 2 },
		func(a, b Row) int { return Spread(b.Judgement) - Spread(a.Judgement) })
}

func (r Results) top(n int, keep func(Row) bool, compare func(a, b Row) int) []Row {
	var rows []Row
	for _, row := range r.Rows {
		if keep(row) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, compare)
	return rows[:min(n, len(rows))]
}

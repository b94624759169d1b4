package assessment

import (
	"cmp"
	"slices"

	"waymark/app"
)

// Row is what a round shows of one item.
type Row struct {
	Number    int // of the item within the framework, counted from 1
	Element   app.Element
	Item      app.Item
	Judgement app.Judgement // zero when not answered
	Last      int           // agreed level of the round before, 0 when none or not comparable
	Evidence  []app.Evidence
	Groups    []GroupMean // of Results.Groups, those that answered the item
}

// Weak tells whether a level stands without evidence stronger than a claim.
func (r Row) Weak() bool {
	if r.Judgement.Agreed == 0 || r.Judgement.NotApplicable {
		return false
	}
	return r.backing() <= 0
}

// Rated tells whether an item has a level.
func (r Row) Rated() bool { return r.Judgement.Agreed > 0 && !r.Judgement.NotApplicable }

// Results is a round as a whole.
type Results struct {
	Framework app.Framework
	Round     app.Assessment
	Last      app.Assessment // the round before that asked some of the same
	HasLast   bool
	Rows      []Row // per item, in the framework's order
	Axes      []Axis
	Groups    []Group // that were surveyed, in order; parts of groups are not among them
	Answered  int     // items with an answer
}

// Axis is one element: mean agreed level now, mean target and mean of the round before; 0 when not known.
type Axis struct {
	Element           app.Element
	Now, Target, Last float64
	Weak              bool // most of its levels lack evidence
	Divided           bool // the team saw one of its items differently
}

// ResultsOf computes the results of a round; false when nobody knows its framework any more.
func ResultsOf(b *app.Book, shipped []app.Framework, a app.Assessment) (Results, bool) {
	f, ok := app.FrameworkOf(a, shipped)
	results := Results{Framework: f, Round: a}
	if !ok {
		return results, false
	}
	judged := Judgements(b, a.ID)
	last := map[string]int{}
	if results.Last, results.HasLast = Before(b, shipped, a); results.HasLast {
		for _, line := range Compare(b, shipped, a, results.Last).Lines {
			last[line.Item.Key] = line.From
		}
	}
	evidence := map[app.ID[app.Judgement]][]app.Evidence{}
	for e := range b.Evidence.All() {
		evidence[e.Judgement] = append(evidence[e.Judgement], e)
	}
	groups, means := groupsOf(b, a.ID)
	results.Groups = groups
	for _, element := range f.Elements {
		axis := Axis{Element: element}
		var now, target, previous mean
		weak := 0
		for _, item := range element.Items {
			row := Row{Number: len(results.Rows) + 1, Element: element, Item: item, Judgement: judged[item.Key], Last: last[item.Key],
				Groups: means[item.Key]}
			row.Evidence = evidence[row.Judgement.ID]
			if Answered(row.Judgement) {
				results.Answered++
			}
			if !row.Judgement.NotApplicable {
				now.add(row.Judgement.Agreed)
				target.add(max(row.Judgement.Target, row.Judgement.Agreed))
				previous.add(row.Last)
			}
			if row.Weak() {
				weak++
			}
			axis.Divided = axis.Divided || Divided(row.Judgement)
			results.Rows = append(results.Rows, row)
		}
		axis.Now, axis.Target, axis.Last, axis.Weak = now.value(), target.value(), previous.value(), weak*2 > now.n
		results.Axes = append(results.Axes, axis)
	}
	return results, true
}

// Rated tells whether any item has a level.
func (r Results) Rated() bool { return slices.ContainsFunc(r.Rows, Row.Rated) }

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
	return r.top(n, Row.Rated, func(a, b Row) int { return b.Judgement.Agreed - a.Judgement.Agreed })
}

// WidestGaps returns up to n rows with a gap, widest first.
func (r Results) WidestGaps(n int) []Row {
	return r.top(n, func(x Row) bool { return Gap(x.Judgement) > 0 },
		func(a, b Row) int {
			return cmp.Or(Gap(b.Judgement)-Gap(a.Judgement), a.Judgement.Agreed-b.Judgement.Agreed)
		})
}

// MostDivided returns up to n rows that the team saw differently, widest first.
func (r Results) MostDivided(n int) []Row {
	return r.top(n, func(x Row) bool { return Divided(x.Judgement) },
		func(a, b Row) int { return Spread(b.Judgement) - Spread(a.Judgement) })
}

// WidestGroupGaps returns up to n rows that groups see at least a level apart, widest first.
func (r Results) WidestGroupGaps(n int) []Row {
	gap := func(x Row) float64 {
		_, _, gap, _ := x.GroupGap()
		return gap
	}
	return r.top(n, func(x Row) bool { return gap(x) >= groupsApart }, func(a, b Row) int { return cmp.Compare(gap(b), gap(a)) })
}

// groupsApart is from how many levels on groups see an item differently.
const groupsApart = 0.75

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

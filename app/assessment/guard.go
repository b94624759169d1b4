package assessment

import (
	"slices"

	"waymark/app"
)

// backing is the strength of the strongest evidence of a row by its place in app.Strengths, -1 for none.
func (r Row) backing() int {
	best := -1
	for _, e := range r.Evidence {
		best = max(best, slices.Index(app.Strengths(), e.Strength))
	}
	return best
}

// Bold tells whether the agreed level lies above what its evidence carries: a level in the upper half of the scale needs
// more than a claim, the highest something observed or measured. Self-ratings of schools are known to run high; what
// a bold level calls for is the visitor's question, not a correction.
func (r Row) Bold() bool { return r.Rated() && bold(r.Judgement.Agreed, r.Item.Levels, r.backing()) }

func bold(level, levels, backing int) bool {
	observed := slices.Index(app.Strengths(), app.Observed)
	switch {
	case level == levels && levels > 1:
		return backing < observed
	case 2*level > levels:
		return backing <= 0
	}
	return false
}

// Bold returns the rows whose level lies above its evidence.
func (r Results) Bold() []Row {
	return r.top(len(r.Rows), Row.Bold, func(a, b Row) int { return 0 })
}

// muchHigher is by how many levels a team that sees its school clearly may be above those it asked.
const muchHigher = 0.5

// AboveGroups returns by how many levels the team puts the items on average above a group that was asked; ok is false
// when no group differs by half a level or more. The group is the one that differs most.
func (r Results) AboveGroups() (group Group, by float64, ok bool) {
	for at, g := range r.Groups {
		sum, n := 0.0, 0
		for _, row := range r.Rows {
			for _, m := range row.Groups {
				if m.Group == at && row.Rated() {
					sum += float64(row.Judgement.Agreed) - m.Mean
					n++
				}
			}
		}
		if n > 0 && sum/float64(n) >= muchHigher && sum/float64(n) > by {
			group, by, ok = g, sum/float64(n), true
		}
	}
	return group, by, ok
}

package survey

import (
	"math"
	"slices"
)

// This file decides how finely a mean may be kept. It thinks as somebody would who sees everything that is kept and wants to
// know what a few people answered: who takes the same people for granted in two surveys, or a whole for granted as the sum
// of its parts, and subtracts; who knows the scale, the rounding, and that sums of answers are whole numbers.
//
// What it does not stop: whoever knows beforehand what all but a few of a group answered learns from any mean what the few
// did; a mean at the end of the scale says that nearly everybody answered alike; three or more surveys of the whole, or of
// one part, that differ by a few people each, taken together, may narrow a bound that every two of them leave wide; what
// was kept once and removed since is not in the book any more and not looked at; a group under another name is another
// group; and parts that share people, such as grades beside girls and boys, are not subtracted from each other.

// cell is what is kept of one item of one group: how many answered, and their mean on a grid of a step.
type cell struct {
	people     int
	mean, step float64
}

// The steps of grids on which means are kept, finest first, in levels.
func grids() []float64 { return []float64{0.1, 0.25, 0.5, 1} }

// base is the finest step at which no mean gives a sum of answers away: at least two sums lie on each place of the grid, so
// that even a mean at the end of the scale does not say that everybody answered alike. The last step when none does.
func base(people int) float64 {
	for _, s := range grids() {
		if s*float64(people) > 2 {
			return s
		}
	}
	return 1
}

// onGrid puts a mean on the grid of a step that begins at 1.
func onGrid(mean, step float64) float64 { return 1 + math.Round((mean-1)/step)*step }

// gridOf is the finest step at which a mean that is kept can have been put there, which tells most; where it lies on no
// grid it was not put there by Keep, and counts as exact to two places.
func gridOf(people int, mean float64) float64 {
	for _, step := range grids() {
		if step >= base(people) && math.Abs(onGrid(mean, step)-mean) < tolerated {
			return step
		}
	}
	return 0.01
}

// kept returns the cell in which the mean of people may be kept; false when it would tell of a few at every step.
func kept(people int, mean float64, tells func(cell) bool) (cell, bool) {
	for _, step := range grids() {
		if step < base(people) {
			continue
		}
		if c := (cell{people, onGrid(mean, step), step}); !tells(c) {
			return c, true
		}
	}
	return cell{}, false
}

// tolerated is what floating point may add or lose.
const tolerated = 1e-9

// sums is the lowest and the highest sum of answers that a cell leaves open.
type sums struct{ lowest, highest float64 }

func (c cell) sums(levels int) sums {
	n := float64(c.people)
	lowest := math.Ceil(n*max(1, c.mean-c.step/2) - tolerated)
	highest := n * float64(levels)
	if up := c.mean + c.step/2; up < float64(levels) {
		highest = math.Floor(n*up - tolerated) // what lies just between two places was put on the upper one
	}
	return sums{lowest, max(lowest, highest)}
}

func (s sums) less(other sums) sums { return sums{s.lowest - other.highest, s.highest - other.lowest} }

// tellOf tells whether the sum of a few people's answers says more than that they answered on the scale.
func (s sums) tellOf(few, levels, limit int) bool {
	return few > 0 && few < limit && (s.lowest > float64(few) || s.highest < float64(few*levels))
}

// tells tells whether two cells say more of the few people by whom they differ than that they answered on the scale.
func tells(a, b cell, levels, limit int) bool {
	if a.people < b.people {
		a, b = b, a
	}
	return a.sums(levels).less(b.sums(levels)).tellOf(a.people-b.people, levels, limit)
}

// kin is what is kept of a group about an item, by folded part; "" is the whole.
type kin map[string][]cell

// tells tells whether a cell of a part, or of the whole, tells of a few people beside what is kept: in two surveys of the
// same, or in a whole less any parts, of whatever surveys, one of each part.
func (k kin) tells(part string, c cell, levels, limit int) bool {
	same := func(other cell) bool { return tells(c, other, levels, limit) }
	if slices.ContainsFunc(k[part], same) {
		return true
	}
	if part != "" {
		return slices.ContainsFunc(k[""], func(whole cell) bool {
			return same(whole) || k.rest(whole.people-c.people, whole.sums(levels).less(c.sums(levels)), part, levels, limit)
		})
	}
	for name, cells := range k {
		if name != "" && slices.ContainsFunc(cells, same) {
			return true
		}
	}
	return k.rest(c.people, c.sums(levels), "", levels, limit)
}

// rest tells whether people, whose answers have a sum, less any parts but one tell of a few. Of all ways to subtract the same
// number of people it needs only the least and the most that can be subtracted.
func (k kin) rest(people int, sum sums, but string, levels, limit int) bool {
	most := 0 // people of parts still to come
	for name, cells := range k {
		if name != "" && name != but {
			most += largest(cells)
		}
	}
	reached := map[int]sums{0: {}}
	for name, cells := range k {
		if name == "" || name == but {
			continue
		}
		most -= largest(cells)
		next := map[int]sums{}
		reach := func(n int, s sums) {
			if n >= people || n+most <= people-limit {
				return
			}
			if old, known := next[n]; known {
				s = sums{max(old.lowest, s.lowest), min(old.highest, s.highest)}
			}
			next[n] = s
		}
		for n, s := range reached {
			reach(n, s)
			for _, c := range cells {
				of := c.sums(levels)
				reach(n+c.people, sums{s.lowest + of.lowest, s.highest + of.highest})
			}
		}
		reached = next
	}
	for n, s := range reached {
		if sum.less(s).tellOf(people-n, levels, limit) {
			return true
		}
	}
	return false
}

func largest(cells []cell) int {
	most := 0
	for _, c := range cells {
		most = max(most, c.people)
	}
	return most
}

// hidden returns which parts of a group must be hidden so that nothing of fewer than limit people is left when any of the
// others are subtracted from the whole: first those that are too small, then further ones, smallest first.
func hidden(whole int, parts []int, limit int) []bool {
	hide := make([]bool, len(parts))
	for i, n := range parts {
		hide[i] = n < limit
	}
	for whole > 0 && leaves(whole, parts, hide, limit) {
		smallest := -1
		for i, n := range parts {
			if !hide[i] && (smallest < 0 || n < parts[smallest]) {
				smallest = i
			}
		}
		if smallest < 0 {
			break
		}
		hide[smallest] = true
	}
	return hide
}

// mostParts is up to how many parts of a group are tried in all combinations; beyond that only all together and each alone.
const mostParts = 12

// leaves tells whether the whole less some of the parts that are shown is more than nobody but fewer than limit.
func leaves(whole int, parts []int, hide []bool, limit int) bool {
	var shown []int
	for i, n := range parts {
		if !hide[i] {
			shown = append(shown, n)
		}
	}
	few := func(rest int) bool { return rest > 0 && rest < limit }
	if len(shown) > mostParts {
		rest := whole
		for _, n := range shown {
			if few(whole - n) {
				return true
			}
			rest -= n
		}
		return few(rest)
	}
	for set := 1; set < 1<<len(shown); set++ {
		rest := whole
		for i, n := range shown {
			if set&(1<<i) != 0 {
				rest -= n
			}
		}
		if few(rest) {
			return true
		}
	}
	return false
}

package survey

import (
	"math"
	"slices"
)

// This file decides how finely a mean may be kept. It thinks as somebody would who sees everything that is kept and wants to
// know what a few people answered: who takes the same people for granted in two surveys, and subtracts.
//
// What it does not stop: whoever knows beforehand what all but a few of a group answered learns from any mean what the few
// did; and three or more surveys that differ by a few people each, taken together, may narrow a bound that every two of them
// leave wide.

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

// kept returns the cell in which the mean of people may be kept on a scale of levels, beside what is kept of nearly the same
// people already; false when no step hides the few by whom they differ.
func kept(people int, mean float64, levels, limit int, beside []cell) (cell, bool) {
	for _, step := range grids() {
		if step < base(people) {
			continue
		}
		c := cell{people, onGrid(mean, step), step}
		if !slices.ContainsFunc(beside, func(other cell) bool { return tells(c, other, levels, limit) }) {
			return c, true
		}
	}
	return cell{}, false
}

// tells tells whether two cells say more of the few people by whom they differ than that they answered on the scale.
func tells(a, b cell, levels, limit int) bool {
	few := a.people - b.people
	if few < 0 {
		a, b, few = b, a, -few
	}
	if few == 0 || few >= limit {
		return false
	}
	lowest, highest := between(a, b)
	return lowest > 1+tolerated || highest < float64(levels)-tolerated
}

// tolerated is what floating point may add or lose.
const tolerated = 1e-9

// between bounds the mean of the people that a has beyond b.
func between(a, b cell) (lowest, highest float64) {
	few := float64(a.people - b.people)
	n, m := float64(a.people), float64(b.people)
	return (n*(a.mean-a.step/2) - m*(b.mean+b.step/2)) / few, (n*(a.mean+a.step/2) - m*(b.mean-b.step/2)) / few
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

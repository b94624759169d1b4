package ballot

import (
	"cmp"
	"slices"
)

// Result is what remains of a round: sums only.
type Result struct {
	Kind   Kind
	Round  int   // from 1
	Voters int   // how many voted; for hands and dots how many at least
	Counts []int // dots of each option, or how many chose each grade; option 1 is at index 0
	Dots   int   // of each person; 1 on a scale
	Unused int   // dots that nobody gave; 0 on a scale

	// On a scale, and 0 for dots: the lowest and the highest grade that anybody chose, and the one in the middle. Of an even
	// number of votes two are in the middle: Middle is the lower of them, Upper the higher. Otherwise both are the same.
	Lowest, Middle, Upper, Highest int
}

// result returns the sums as a Result.
func (s *sums) result(round int) Result {
	r := Result{Kind: s.kind, Round: round, Voters: s.voters, Counts: slices.Clone(s.counts), Dots: s.dots}
	given := 0
	for _, n := range s.counts {
		given += n
	}
	if s.kind == Dots {
		r.Unused = s.voters*s.dots - given
		return r
	}
	lower, upper := (given+1)/2, given/2+1 // the places of the two in the middle, from 1
	seen := 0
	for i, n := range s.counts {
		if n == 0 {
			continue
		}
		grade := i + 1
		if r.Lowest == 0 {
			r.Lowest = grade
		}
		r.Highest = grade
		if seen < lower && lower <= seen+n {
			r.Middle = grade
		}
		if seen < upper && upper <= seen+n {
			r.Upper = grade
		}
		seen += n
	}
	return r
}

// OnScale returns the result of a vote of which only the counts were kept: how many chose each grade.
func OnScale(counts []int) Result {
	s := sums{kind: Scale, counts: counts, dots: 1}
	for _, n := range counts {
		s.voters += n
	}
	return s.result(1)
}

// FarApart tells whether the lowest and the highest grade are two or more apart and at least half of the scale, so that it
// is worth hearing both.
func (r Result) FarApart() bool {
	spread := r.Highest - r.Lowest
	return r.Kind == Scale && spread >= 2 && 2*spread >= len(r.Counts)
}

// Tie is several options with the same number of dots.
type Tie struct {
	Dots    int
	Options []int // from 1, in their order
}

// Ties returns the options that have as many dots as another, those with most dots first; none on a scale, and none of
// those without any.
func (r Result) Ties() []Tie {
	if r.Kind == Scale {
		return nil
	}
	same := map[int][]int{}
	for i, n := range r.Counts {
		if n > 0 {
			same[n] = append(same[n], i+1)
		}
	}
	var ties []Tie
	for n, options := range same {
		if len(options) > 1 {
			ties = append(ties, Tie{n, options})
		}
	}
	slices.SortFunc(ties, func(a, b Tie) int { return cmp.Compare(b.Dots, a.Dots) })
	return ties
}

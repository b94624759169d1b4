package survey

import (
	"cmp"
	"slices"
	"strings"
)

// scale proposes how answers in the columns are written.
func (g *guesser) scale(m *Mapping, columns []int, items []Item) {
	counts := map[string]int{} // folded answer → how often
	written := map[string]string{}
	for _, i := range columns {
		for v, n := range g.columns[i].values {
			counts[Fold(v)] += n
			written[Fold(v)] = v
		}
	}
	var numbers []float64
	var often []int
	var words []string
	for word, n := range counts {
		if v, _, ok := number(word); ok {
			numbers, often = append(numbers, v), append(often, n)
		} else {
			words = append(words, word)
		}
	}
	slices.Sort(words)
	if len(words) > mostValues {
		words = words[:mostValues]
	}
	levels := 0
	for _, item := range items {
		levels = max(levels, item.Levels)
	}
	if levels == 0 {
		levels = g.mostLevels()
	}
	highest := max(g.words(m, words, written), reached(numbers, often))
	zeros, outside := 0, 0
	for i, v := range numbers {
		if v < 1 {
			zeros += often[i]
		}
		if v < 1 || v > float64(levels) {
			outside += often[i]
		}
	}
	switch {
	case highest == 0:
	case outside >= 3 && outside*20 > sum(often): // fewer are slips
		m.Scale.From, m.Scale.To = 1, usual(max(highest, levels))
		if zeros*20 > sum(often) {
			m.Scale.From = 0
		}
	case len(m.Scale.Words) > 0 && highest != levels && steps(m.Scale.Words):
		m.Scale.From, m.Scale.To = 1, max(highest, 2)
	}
}

// reached returns the highest of the numbers but for the fiftieth part of the answers that lies above, which may be slips.
func reached(numbers []float64, often []int) int {
	order := make([]int, len(numbers))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(numbers[b], numbers[a]) })
	above := 0
	for _, i := range order {
		if above += often[i]; above*50 > sum(often) {
			return ceiling(numbers[i])
		}
	}
	return 0
}

func sum(all []int) int {
	total := 0
	for _, n := range all {
		total += n
	}
	return total
}

func ceiling(v float64) int {
	n := int(max(0, min(v, mostScale)))
	if float64(n) < v && n < mostScale {
		n++
	}
	return n
}

// usual returns the end of the usual scale that reaches so far: 5, 6, 7, 10 or 100.
func usual(highest int) int {
	for _, end := range []int{2, 3, 4, 5, 6, 7, 10} {
		if highest <= end {
			return end
		}
	}
	return mostScale
}

// steps tells whether any word has a step.
func steps(words []Word) bool {
	return slices.ContainsFunc(words, func(w Word) bool { return w.Step > 0 })
}

// words proposes what answers in words mean: by the number before them, by the code of an answer such as A3 or AO03, or by
// the usual scale that has most of them. It returns the highest step of that scale.
func (g *guesser) words(m *Mapping, words []string, written map[string]string) (highest int) {
	best, bestFound := [][]string(nil), 0
	for _, scale := range scales {
		found := 0
		for _, word := range words {
			if stepIn(scale, word) > 0 {
				found++
			}
		}
		if found > bestFound {
			best, bestFound = scale, found
		}
	}
	usesScale := false
	for _, word := range words {
		w := Word{Text: written[word]}
		if n, rest := leadingNumber(word); n > 0 && rest != "" {
			w.Step, highest = n, max(highest, n)
		} else if n := codeOf(word); n > 0 {
			w.Step, highest = n, max(highest, n)
		} else if n := stepIn(best, word); n > 0 {
			w.Step, usesScale = n, true
		} else {
			w.None = slices.Contains(noAnswer, word)
		}
		m.Scale.Words = append(m.Scale.Words, w)
	}
	slices.SortStableFunc(m.Scale.Words, func(a, b Word) int { return a.Step - b.Step })
	if usesScale {
		highest = max(highest, len(best))
	}
	return highest
}

func stepIn(scale [][]string, word string) int {
	word = strings.Trim(word, " .!")
	for i, ways := range scale {
		if slices.Contains(ways, word) {
			return i + 1
		}
	}
	return 0
}

// codeOf returns 3 for A3, A03, AO3 and AO03, as LimeSurvey writes answers; 0 for anything else.
func codeOf(word string) int {
	digits, ok := strings.CutPrefix(word, "ao")
	if !ok {
		digits, ok = strings.CutPrefix(word, "a")
	}
	if n, isNumber := whole(digits, 1, 10); ok && isNumber && len(digits) <= 3 && strings.Trim(digits, "0123456789") == "" {
		return n
	}
	return 0
}

// scaleOfMeans proposes another scale when more than a fifth of the means lie outside the items' own.
func (g *guesser) scaleOfMeans(m *Mapping, column int) {
	lowest, highest, outside, all := 1.0, 0.0, 0, 0
	levels := g.mostLevels()
	for v, often := range g.columns[column].values {
		if n, _, ok := number(v); ok {
			lowest, highest = min(lowest, n), max(highest, n)
			all += often
			if n < 1 || n > float64(levels) {
				outside += often
			}
		}
	}
	if outside*5 > all {
		m.Scale = Scale{From: 1, To: usual(max(ceiling(highest), levels))}
		if lowest < 1 {
			m.Scale.From = 0
		}
	}
}

package vision

import "waymark/app"

// Two wordings say much the same when this many of a hundred stems of both are in both, or when one has no stem that the
// other has not and at least so many that this is no chance.
const (
	alikePercent   = 60
	leastContained = 3
)

// Duplicates returns the pairs of ideas of a cycle that say much the same, whatever their letters, accents and forms of
// words, with each of their wordings. An idea is paired with the first it resembles only, so that there are never more
// pairs than ideas; once those are merged the next come up.
func Duplicates(b *app.Book, cycle app.ID[app.Cycle]) []Pair {
	ideas := Ideas(b, cycle)
	index := wordingIndex{having: map[string][]int{}}
	stemmer := newStemmer()
	var pairs []Pair
	for n, idea := range ideas {
		var sets [][]string
		first := n
		for _, wording := range Wordings(idea) {
			stems := stemmer.stems(wording)
			first = min(first, index.firstLike(stems, n))
			sets = append(sets, stems)
		}
		if first < n {
			pairs = append(pairs, Pair{ideas[first], idea})
		}
		for _, stems := range sets {
			index.add(n, stems)
		}
	}
	return pairs
}

// wordingIndex finds the wordings that share stems without looking at all others.
type wordingIndex struct {
	having map[string][]int // wordings by stem
	ideas  []int            // of each wording
	sizes  []int            // how many stems each has
	shared []int            // work space: how many stems each shares with the one looked for
}

func (x *wordingIndex) add(idea int, stems []string) {
	for _, stem := range stems {
		x.having[stem] = append(x.having[stem], len(x.ideas))
	}
	x.ideas, x.sizes, x.shared = append(x.ideas, idea), append(x.sizes, len(stems)), append(x.shared, 0)
}

// firstLike returns the first idea with a wording like stems, none when there is none.
func (x *wordingIndex) firstLike(stems []string, none int) int {
	clear(x.shared)
	first := none
	for _, stem := range stems {
		for _, w := range x.having[stem] {
			x.shared[w]++
		}
	}
	for w, shared := range x.shared {
		if shared > 0 && x.ideas[w] < first && alike(shared, len(stems), x.sizes[w]) {
			first = x.ideas[w]
		}
	}
	return first
}

// alike tells whether two sets of a and b stems are, when they share so many.
func alike(shared, a, b int) bool {
	return 100*shared >= alikePercent*(a+b-shared) || shared >= leastContained && shared == min(a, b)
}

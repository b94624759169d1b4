package vision

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PieceKind tells in which of two texts a Piece stands.
type PieceKind int

// The kinds of Piece.
const (
	Same PieceKind = iota
	Added
	Removed
)

// Piece is a part of two texts that are compared.
type Piece struct {
	Text string
	Kind PieceKind
}

// Compare parts two texts into what is in both and what was added or removed, word by word, with all spaces and signs. The
// pieces that are not Added make up before, those that are not Removed make up after; what was removed stands before what
// was added in its place.
func Compare(before, after string) []Piece {
	a, b := wordsOf(before), wordsOf(after)
	var p pieces
	i, j := 0, 0
	for _, pair := range common(a, b) {
		p.differ(a[i:pair[0]], b[j:pair[1]])
		i, j = pair[0]+1, pair[1]+1
		was, is := a[pair[0]], b[pair[1]]
		p.add(was.text, Same)
		if was.behind == is.behind {
			p.add(was.behind, Same)
		} else {
			p.removed.WriteString(was.behind)
			p.added.WriteString(is.behind)
		}
	}
	p.differ(a[i:], b[j:])
	p.flush()
	return p.list
}

// word is a word of a text with the spaces and signs behind it. What comes before the first word of a text is behind one
// without letters.
type word struct{ text, behind string }

// wordsOf parts a text into words; together they are the text. The first has no letters, so that two texts have at least
// one word in common.
func wordsOf(text string) []word {
	words := []word{}
	for start := true; text != "" || start; start = false {
		end := 0
		if !start {
			end = run(text, true)
		}
		behind := end + run(text[end:], false)
		words = append(words, word{text[:end], text[end:behind]})
		text = text[behind:]
	}
	return words
}

// run returns how long the run of letters, or of anything else, is with which a text begins.
func run(text string, letters bool) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if letters != (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) {
			return at
		}
		at += size
	}
	return len(text)
}

// pieces collects pieces, and what differs until there is something in common again.
type pieces struct {
	list           []Piece
	removed, added strings.Builder
}

func (p *pieces) differ(removed, added []word) {
	for _, w := range removed {
		p.removed.WriteString(w.text + w.behind)
	}
	for _, w := range added {
		p.added.WriteString(w.text + w.behind)
	}
}

func (p *pieces) add(text string, kind PieceKind) {
	if text == "" {
		return
	}
	p.flush()
	if last := len(p.list) - 1; last >= 0 && p.list[last].Kind == kind {
		p.list[last].Text += text
		return
	}
	p.list = append(p.list, Piece{text, kind})
}

func (p *pieces) flush() {
	removed, added := p.removed.String(), p.added.String()
	p.removed.Reset()
	p.added.Reset()
	if removed == added {
		p.add(removed, Same)
		return
	}
	p.add(removed, Removed)
	p.add(added, Added)
}

// mostPairs bounds the work for a word that is there again and again in both texts: one with more pairs of places is taken
// to differ. Only texts of thousands of words have such.
const mostPairs = 250_000

// common returns the places of the longest run of words that both texts have in the same order (Hunt and Szymanski, A fast
// algorithm for computing longest common subsequences, 1977), each as its index in a and in b.
func common(a, b []word) [][2]int {
	var pairs [][2]int
	begin, endA, endB := 0, len(a), len(b)
	for begin < min(endA, endB) && a[begin].text == b[begin].text {
		pairs = append(pairs, [2]int{begin, begin})
		begin++
	}
	for endA > begin && endB > begin && a[endA-1].text == b[endB-1].text {
		endA, endB = endA-1, endB-1
	}
	for _, pair := range longest(a[begin:endA], b[begin:endB]) {
		pairs = append(pairs, [2]int{begin + pair[0], begin + pair[1]})
	}
	for i := range len(a) - endA {
		pairs = append(pairs, [2]int{endA + i, endB + i})
	}
	return pairs
}

// match is a word that both texts have, at the end of a run of them.
type match struct{ a, b, before int }

func longest(a, b []word) [][2]int {
	places, times := map[string][]int{}, map[string]int{}
	for j, w := range b {
		places[w.text] = append(places[w.text], j)
	}
	for _, w := range a {
		times[w.text]++
	}
	var matches []match
	var ends []int // of the runs of length 1, 2 …: the match that ends earliest in b
	for i, w := range a {
		if len(places[w.text])*times[w.text] > mostPairs {
			continue
		}
		for _, j := range slices.Backward(places[w.text]) {
			k, _ := slices.BinarySearchFunc(ends, j, func(m, j int) int { return matches[m].b - j })
			m := match{i, j, -1}
			if k > 0 {
				m.before = ends[k-1]
			}
			if k == len(ends) {
				ends = append(ends, len(matches))
			} else if matches[ends[k]].b == j {
				continue
			} else {
				ends[k] = len(matches)
			}
			matches = append(matches, m)
		}
	}
	pairs := make([][2]int, len(ends))
	if len(ends) > 0 {
		for k, m := len(ends)-1, ends[len(ends)-1]; k >= 0; k-- {
			pairs[k] = [2]int{matches[m].a, matches[m].b}
			m = matches[m].before
		}
	}
	return pairs
}

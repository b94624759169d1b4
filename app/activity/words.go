package activity

import (
	"strings"
	"unicode"
)

// Piece is a part of a text; Differs marks one that the other text has not.
type Piece struct {
	Text    string
	Differs bool
}

// Differences parts a text before and after a change into what is the same in both, in its order, and what differs, word
// by word. Texts that have less than a third of their words in common are a piece each, marked as nothing.
func Differences(before, after string) (was, is []Piece) {
	a, b := wordsOf(before), wordsOf(after)
	begin := 0
	for begin < min(len(a), len(b)) && a[begin] == b[begin] {
		begin++
	}
	end := 0
	for end < min(len(a), len(b))-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	sameA, sameB := common(a[begin:len(a)-end], b[begin:len(b)-end])
	kept := begin + end
	for _, same := range sameA {
		if same {
			kept++
		}
	}
	if 3*kept < max(len(a), len(b)) {
		return []Piece{{Text: before}}, []Piece{{Text: after}}
	}
	return pieces(a, begin, sameA), pieces(b, begin, sameB)
}

// mostPairs bounds the work of a comparison: of longer texts all between their common beginning and end differs.
const mostPairs = 1_000_000

// common tells which words of either belong to the longest run of words that both have in the same order.
func common(a, b []string) (inA, inB []bool) {
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	if len(a)*len(b) > mostPairs {
		return inA, inB
	}
	longest := make([][]int32, len(a)+1) // of what follows word i of a and word j of b
	for i := range longest {
		longest[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			inA[i], inB[j] = true, true
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}

// pieces joins words into pieces: those from begin on are the same or not as told, all others are.
func pieces(words []string, begin int, same []bool) []Piece {
	var out []Piece
	for i, word := range words {
		differs := i >= begin && i-begin < len(same) && !same[i-begin]
		if n := len(out); n > 0 && out[n-1].Differs == differs {
			out[n-1].Text += word
		} else {
			out = append(out, Piece{word, differs})
		}
	}
	return out
}

// wordsOf cuts text after each run of spaces.
func wordsOf(text string) []string {
	var words []string
	for len(text) > 0 {
		word := strings.IndexFunc(text, unicode.IsSpace)
		if word < 0 {
			return append(words, text)
		}
		end := word
		if rest := strings.IndexFunc(text[word:], func(r rune) bool { return !unicode.IsSpace(r) }); rest >= 0 {
			end += rest
		} else {
			end = len(text)
		}
		words = append(words, text[:end])
		text = text[end:]
	}
	return words
}

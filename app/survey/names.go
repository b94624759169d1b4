package survey

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// names finds items by what files call them.
type names struct {
	found   map[string]match // texts asked for before
	items   []Item
	exact   map[string]int    // key or name, bare → item; -1 when two items have it
	numbers map[string]int    // "4" and "2.1" → item
	grams   []map[string]bool // of every name
	of3     []int             // the item of each of grams
}

// Similarity from which two sentences are the same, and by how much the next item must be less alike.
const (
	alike  = 0.6
	margin = 0.05
)

func newNames(items []Item) names {
	n := names{items: items, exact: map[string]int{}, numbers: map[string]int{}, found: map[string]match{}}
	element, elements, within := "", 0, 0
	for i, item := range items {
		if item.Element != element || i == 0 {
			element, within = item.Element, 0
			elements++
		}
		within++
		n.numbers[strconv.Itoa(i+1)] = i
		n.numbers[strconv.Itoa(elements)+"."+strconv.Itoa(within)] = i
		for j, name := range append([]string{item.Key}, item.Names...) {
			b := bare(name)
			if b == "" {
				continue
			}
			if other, taken := n.exact[b]; taken && other != i {
				n.exact[b] = -1
			} else {
				n.exact[b] = i
			}
			if j > 0 {
				n.grams, n.of3 = append(n.grams, trigrams(b)), append(n.of3, i)
			}
		}
	}
	return n
}

// bare leaves only letters and digits, in lower case, with single spaces between words.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// trigrams returns every three letters that follow each other.
func trigrams(text string) map[string]bool {
	runes := []rune(" " + text + " ")
	if len(runes) > 600 {
		runes = runes[:600]
	}
	set := make(map[string]bool, len(runes))
	for i := 0; i+3 <= len(runes); i++ {
		set[string(runes[i:i+3])] = true
	}
	return set
}

// dice is how alike two sets are, from 0 to 1.
func dice(a, b map[string]bool) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	both := 0
	for gram := range a {
		if b[gram] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

// of returns the key of the item that a text names, and whether it names one.
func (n names) of(text string) (string, bool) {
	if item, _ := n.find(text); item >= 0 {
		return n.items[item].Key, true
	}
	return "", false
}

// match is an item, -1 for none, and how sure that is, up to 1.
type match struct {
	item int
	sure float64
}

func (n names) find(text string) (item int, sure float64) {
	m, known := n.found[text]
	if !known {
		m.item, m.sure = n.search(text)
		n.found[text] = m
	}
	return m.item, m.sure
}

// search returns the item and how sure that is, up to 1; -1 when the text names none. Text decides; a number does only where
// there is no other text than words such as "question". What stands in square brackets at the end is the question of a grid.
func (n names) search(text string) (item int, sure float64) {
	text = strings.TrimSpace(text)
	if open := strings.LastIndexByte(text, '['); open >= 0 && strings.HasSuffix(text, "]") {
		if item, sure := n.find(text[open+1 : len(text)-1]); item >= 0 {
			return item, sure
		}
		text = text[:open]
	}
	number, rest := itemNumber(text)
	for _, t := range []string{bare(text), bare(rest)} {
		if item, ok := n.exact[t]; ok && item >= 0 && t != "" {
			return item, 1
		}
	}
	words := bare(rest)
	if words == "" || slices.Contains(numberWords, words) {
		if item, ok := n.numbers[number]; ok {
			return item, 0.9
		}
		return -1, 0
	}
	if len(words) < 4 || len(words) > 600 {
		return -1, 0
	}
	return n.similar(words)
}

func (n names) similar(words string) (item int, sure float64) {
	grams := trigrams(words)
	item, next := -1, 0.0
	for i, other := range n.grams {
		switch d := dice(grams, other); {
		case d > sure:
			if n.of3[i] != item {
				next = sure
			}
			item, sure = n.of3[i], d
		case d > next && n.of3[i] != item:
			next = d
		}
	}
	if sure < alike || sure < next+margin {
		return -1, 0
	}
	return item, sure * 0.89
}

// numberWords are what stands before the number of an item.
var numberWords = []string{"q", "k", "sq", "item", "question", "statement", "küsimus", "väide", "nr", "no", "g01q"}

// itemNumber splits a text into the number of an item, such as 4 or 2.1 without zeros in front, and the text after it. The
// number stands at the beginning, or right after a word of numberWords.
func itemNumber(text string) (number, rest string) {
	start := strings.IndexFunc(text, unicode.IsDigit)
	if start < 0 || start > 0 && !slices.Contains(numberWords, bare(text[:start])) {
		return "", text
	}
	end := start
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || text[end] == '.') {
		end++
	}
	parts := strings.Split(strings.Trim(text[start:end], "."), ".")
	for i, p := range parts {
		parts[i] = strings.TrimLeft(p, "0")
	}
	return strings.Join(parts, "."), text[end:]
}

// assign gives every title the item that it names, each item to one title only, the surest first; -1 for none.
func (n names) assign(titles []string) []int {
	type claim struct {
		match
		column int
	}
	result := make([]int, len(titles))
	var claims []claim
	for i, title := range titles {
		result[i] = -1
		if item, sure := n.find(title); item >= 0 {
			claims = append(claims, claim{match{item, sure}, i})
		}
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return cmp.Compare(b.sure, a.sure) })
	used := map[int]bool{}
	for _, m := range claims {
		if !used[m.item] {
			used[m.item] = true
			result[m.column] = m.item
		}
	}
	return result
}

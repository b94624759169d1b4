package vision

import (
	"strings"
	"unicode"

	"waymark/app"
)

// Finding is something to think about in the wording of a vision, and the words it is about as they are written there.
type Finding struct {
	Text  app.Text
	Words []string
}

// What the check takes for much. Guides for schools (leonfurze.com, transformschool.com) ask whether people can recall a
// vision of 20 words, and the page asks for one or two sentences of that length. No more than 25 words in a sentence is the
// rule of the British government's style guide.
const (
	MostWords         = 40
	MostSentenceWords = 25
	mostNamed         = 6 // words that a finding names
)

// Check returns what there is to think about in the wording of a vision: that it is empty, long, has a long sentence, uses
// worn words, is only about equipment, or that nobody learns in it. It never forbids anything. Of a language whose words
// are not known only the lengths are looked at.
func Check(text, language string) []Finding {
	count := wordCount(text)
	if count == 0 {
		return []Finding{{Text: app.Say("vision.check.empty")}}
	}
	var findings []Finding
	if count > MostWords {
		findings = append(findings, Finding{Text: app.Say("vision.check.long", "count", count, "most", MostWords)})
	}
	if sentence, n := longestSentence(text); n > MostSentenceWords {
		begin := app.Shorten(sentence, 40)
		findings = append(findings, Finding{app.Say("vision.check.sentence", "count", n, "begin", strings.TrimSuffix(begin, "…")), []string{sentence}})
	}
	entries := sections(language)
	if entries == nil {
		return findings
	}
	f := newFolder()
	read := reader{text: text, tokens: f.tokens(text), folder: f}
	if worn := read.find(entries["worn"]); len(worn) > 0 {
		findings = append(findings, Finding{app.Say("vision.check.worn", "words", named(worn)), worn})
	}
	equipment, learning := read.find(entries["equipment"]), read.find(entries["learning"])
	if len(equipment) > 0 && len(learning) == 0 {
		findings = append(findings, Finding{app.Say("vision.check.equipment", "words", named(equipment)), equipment})
	}
	if len(learning) == 0 && len(read.find(entries["people"])) == 0 {
		findings = append(findings, Finding{Text: app.Say("vision.check.nobody")})
	}
	return findings
}

// named lists words, the first of many.
func named(words []string) string {
	if len(words) > mostNamed {
		return strings.Join(words[:mostNamed], ", ") + " …"
	}
	return strings.Join(words, ", ")
}

// wordCount counts what has a letter or digit between spaces.
func wordCount(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// longestSentence returns the sentence with the most words, the first of several, and how many those are. A sentence ends
// with its line, or with a mark behind which there is space.
func longestSentence(text string) (longest string, words int) {
	take := func(sentence string) {
		if n := wordCount(sentence); n > words {
			longest, words = strings.TrimSpace(sentence), n
		}
	}
	from, ended := 0, false
	for at, r := range text {
		if r == '\n' || ended && unicode.IsSpace(r) {
			take(text[from:at])
			from = at
		}
		switch r {
		case '.', '!', '?', '…':
			ended = true
		case '"', '”', '“', '»', ')', '’': // still belongs to the sentence
		default:
			ended = false
		}
	}
	take(text[from:])
	return longest, words
}

// reader finds entries of the files of words in a text.
type reader struct {
	text   string
	tokens []token
	folder folder
}

// find returns where entries stand in the text, each entry once and as it is written there. An entry is a word or several;
// one that ends with a star stands for all words that begin so.
func (r reader) find(entries []string) []string {
	starting := map[string][][]string{} // entries by the first letters of their first word
	for _, entry := range entries {
		words := strings.Fields(r.folder.fold(entry))
		starting[initials(strings.TrimSuffix(words[0], "*"))] = append(starting[initials(strings.TrimSuffix(words[0], "*"))], words)
	}
	var found []string
	for i, t := range r.tokens {
		key := initials(t.word)
		for n, words := range starting[key] {
			if words == nil || !r.stands(words, i) {
				continue
			}
			found = append(found, r.text[t.from:r.tokens[i+len(words)-1].to])
			starting[key][n] = nil
			break
		}
	}
	return found
}

// initials returns the first bytes of a word, by which entries are looked up; an entry with a star has at least as many.
func initials(word string) string { return word[:min(len(word), 3)] }

// stands tells whether the words of an entry begin at a token.
func (r reader) stands(words []string, at int) bool {
	if at+len(words) > len(r.tokens) {
		return false
	}
	for n, word := range words {
		begin, open := strings.CutSuffix(word, "*")
		if written := r.tokens[at+n].word; written != begin && !(open && strings.HasPrefix(written, begin)) {
			return false
		}
	}
	return true
}

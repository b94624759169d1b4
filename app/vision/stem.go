package vision

import (
	"slices"
	"strings"
)

// shortestStem is how many letters a word keeps at least.
const shortestStem = 4

// endings are those of English and Estonian words, the longer ones first. They are taken off one after the other, which
// makes teachers' and teacher, õpilastele and õpilane the same; now and then it makes more the same than is.
func endings() []string {
	return []string{"ing", "vad", "ga", "ks", "ly", "na", "ne", "ni", "a", "b", "d", "e", "i", "l", "o", "s", "t", "u", "v", "y"}
}

// stem returns what the forms of a folded word have in common. Double consonants count as one, as planning has and plan
// has not, and as õppida and õpin differ.
func stem(word string, endings []string) string {
	word = undoubled(word)
	for cut := true; cut; {
		cut = false
		for _, ending := range endings {
			if rest, ok := strings.CutSuffix(word, ending); ok && len(rest) >= shortestStem {
				word, cut = rest, true
				break
			}
		}
	}
	return word
}

func undoubled(word string) string {
	letters := []byte(word)
	out := letters[:0]
	for i, c := range letters {
		if i > 0 && c == letters[i-1] && 'a' <= c && c <= 'z' && !strings.ContainsRune("aeiou", rune(c)) {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// stemmer turns texts into the stems of the words that say something.
type stemmer struct {
	folder
	endings []string
	stop    map[string]bool
}

func newStemmer() stemmer {
	s := stemmer{newFolder(), endings(), map[string]bool{}}
	for _, language := range languages() {
		for _, line := range sections(language)["stop"] {
			for _, word := range strings.Fields(s.fold(line)) {
				s.stop[word] = true
			}
		}
	}
	return s
}

// languages lists those whose words are known.
func languages() []string { return []string{"en", "et"} }

// stems returns the stems of a text, each once and in order of the alphabet; those of the stop words only when there is
// nothing else, and the text itself when it has no words.
func (s stemmer) stems(text string) []string {
	var telling, all []string
	for _, t := range s.tokens(text) {
		stem := stem(t.word, s.endings)
		all = append(all, stem)
		if !s.stop[t.word] {
			telling = append(telling, stem)
		}
	}
	if len(telling) == 0 {
		telling = all
	}
	if len(telling) == 0 {
		telling = []string{text}
	}
	slices.Sort(telling)
	return slices.Compact(telling)
}

// sections returns the lines of a file of words by the heading in brackets above them, nothing for an unknown language.
func sections(language string) map[string][]string {
	if !slices.Contains(languages(), language) {
		return nil
	}
	all, heading := map[string][]string{}, ""
	for line := range strings.Lines(read(language)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "[") {
			heading = strings.Trim(line, "[]")
		} else if line != "" {
			all[heading] = append(all[heading], line)
		}
	}
	return all
}

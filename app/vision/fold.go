package vision

import (
	"embed"
	"strings"
	"unicode"
)

// The words by language, and the letters that people type without their accents. Comparing ideas needs no more, and so no
// tables of Unicode beyond the standard library; package search folds with those.
//
//go:embed words
var wordFiles embed.FS

// folder makes words alike that people take for the same.
type folder struct{ plain map[rune]rune }

func newFolder() folder {
	f := folder{map[rune]rune{}}
	for line := range strings.Lines(read("letters")) {
		letters := []rune(strings.TrimSpace(line)) // the plain one first
		for _, accented := range letters[1:] {
			f.plain[accented] = letters[0]
		}
	}
	return f
}

// read returns a file of words, nothing when there is none.
func read(name string) string {
	data, err := wordFiles.ReadFile("words/" + name + ".txt")
	if err != nil {
		return ""
	}
	return string(data)
}

// fold returns text in small letters without accents and apostrophes.
func (f folder) fold(text string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if r == '\'' || r == '’' || r >= 0x80 && (unicode.Is(unicode.Mn, r) || r == '\u00ad') { // an accent by itself, a soft hyphen
			return -1
		}
		if plain, ok := f.plain[r]; ok {
			return plain
		}
		return r
	}, text)
}

// token is a word of a text, folded, and where it stands.
type token struct {
	word     string
	from, to int
}

// tokens parts a text into words at whatever is no letter, digit or apostrophe.
func (f folder) tokens(text string) []token {
	var tokens []token
	from := -1
	end := func(to int) {
		if from >= 0 {
			tokens = append(tokens, token{f.fold(text[from:to]), from, to})
		}
		from = -1
	}
	for at, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad':
			if from < 0 {
				from = at
			}
		case r != '\'' && r != '’':
			end(at)
		}
	}
	end(len(text))
	return tokens
}

package translations

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Pseudo is the code of a language that nobody speaks and Languages does not list: English with accents on its letters,
// every text longer by two fifths and in brackets. A window in it shows what has no room for a longer language, and what
// is not translated. Forms that are filled in by rule, such as those of dates, stay English.
const Pseudo = "en-XA"

// longer is how much longer a text of Pseudo is, brackets aside.
const longer = 0.4

// slot is a placeholder of a text.
var slot = regexp.MustCompile(`\{\{[^}]*\}\}`)

// accents are the letters of Pseudo.
var accents = strings.NewReplacer("a", "ä", "c", "č", "e", "é", "g", "ģ", "i", "ī", "k", "ķ", "l", "ļ", "n", "ñ", "o", "õ", "s", "š",
	"u", "ü", "y", "ý", "z", "ž", "A", "Å", "C", "Č", "E", "É", "G", "Ģ", "I", "Ī", "K", "Ķ", "L", "Ļ", "N", "Ñ", "O", "Õ", "S", "Š",
	"U", "Ü", "Y", "Ý", "Z", "Ž")

// disguise puts an English message into Pseudo.
func disguise(m *i18n.Message) {
	if strings.HasPrefix(m.ID, "date.layout.") || m.ID == "money.symbol_first" {
		return
	}
	for _, form := range []*string{&m.Zero, &m.One, &m.Two, &m.Few, &m.Many, &m.Other} {
		if *form != "" {
			*form = disguised(*form)
		}
	}
}

// disguised lengthens a text by its vowels, and by more of the last one where these are not enough.
func disguised(text string) string {
	letters := 0
	for _, r := range slot.ReplaceAllString(text, "") {
		if !unicode.IsSpace(r) {
			letters++
		}
	}
	more := int(longer*float64(letters) + 0.5)
	var b strings.Builder
	from := 0
	for _, at := range append(slot.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		for _, r := range text[from:at[0]] {
			letter := accents.Replace(string(r))
			b.WriteString(letter)
			if more > 0 && strings.ContainsRune("aeiouy", r) {
				b.WriteString(letter)
				more--
			}
		}
		b.WriteString(text[at[0]:at[1]])
		from = at[1]
	}
	return "[" + b.String() + strings.Repeat("õ", more) + "]"
}

package vision

import (
	"strings"
	"unicode"
)

// fold returns small letters without accents: those that people who type in haste leave out. What has no plain form stays.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		switch {
		case r < 0x80:
			return r
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		for plain, accented := range accents {
			if strings.ContainsRune(accented, r) {
				return rune("abc"[plain])
			}
		}
		return r
	}, text)
}

var accents = []string{}

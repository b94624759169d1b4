package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Broken breaks text into lines of at most width: between words where it can, within a word that is too long for a line.
// What goes beyond most lines is an ellipsis; 0 is as many lines as needed.
func Broken(text string, width, size float32, style fyne.TextStyle, most int) []string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width }
	var lines []string
	for _, word := range strings.Fields(text) {
		if most > 0 && len(lines) > most {
			break
		}
		if n := len(lines); n > 0 && fits(lines[n-1]+" "+word) {
			lines[n-1] += " " + word
			continue
		}
		letters := []rune(word)
		for len(letters) > 0 {
			cut := len(letters)
			for cut > 1 && !fits(string(letters[:cut])) {
				cut--
			}
			lines = append(lines, string(letters[:cut]))
			letters = letters[cut:]
		}
	}
	if most == 0 || len(lines) <= most {
		return lines
	}
	last := []rune(lines[most-1])
	for len(last) > 0 && !fits(string(last)+"…") {
		last = last[:len(last)-1]
	}
	lines[most-1] = strings.TrimRight(string(last), " ") + "…"
	return lines[:most]
}

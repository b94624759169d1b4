package survey

import (
	"strconv"
	"strings"
)

// number reads a number with a decimal comma or point, and whether it was written in per cent; false when it is none.
func number(text string) (v float64, percent, ok bool) {
	if len(text) == 1 && text[0] >= '0' && text[0] <= '9' {
		return float64(text[0] - '0'), false, true
	}
	s := strings.Trim(text, " \t\r\n\u00a0\u202f")
	if cut, found := strings.CutSuffix(s, "%"); found {
		percent, s = true, strings.TrimRight(cut, " \u00a0\u202f")
	}
	if s == "" || len(s) > 24 || strings.Trim(s, "0123456789,.-") != "" || strings.Count(s, ",")+strings.Count(s, ".") > 1 {
		return 0, percent, false
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, percent, err == nil
}

// whole returns the number when it is a whole one within bounds.
func whole(text string, low, high int) (int, bool) {
	v, _, ok := number(text)
	if !ok || v < float64(low) || v > float64(high) || v != float64(int(v)) {
		return 0, false
	}
	return int(v), true
}

package sheets

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format is what of a number format matters for reading: how a number in a cell looks to people. Thousands are never
// parted, since 1,234 could then be taken for a decimal. The zero format is the general one.
type format struct {
	kind     formatKind
	decimals int  // at most
	optional bool // zeros at the end are left out
	day      bool // of a moment: shows the day
	hour     bool // of a moment: shows the time
}

type formatKind int

const (
	general formatKind = iota
	fixed
	percent
	moment
)

// builtIn returns the code of a number format that files name only by number (ECMA-376, 18.8.30).
func builtIn(id int) string {
	switch {
	case id == 1 || id == 3 || id == 37 || id == 38:
		return "0"
	case id == 2 || id == 4 || id == 39 || id == 40:
		return "0.00"
	case id == 9:
		return "0%"
	case id == 10:
		return "0.00%"
	case id == 22:
		return "yyyy-mm-dd hh:mm"
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return "yyyy-mm-dd"
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47:
		return "hh:mm:ss"
	}
	return "General"
}

// formatOf reads the first section of a format code, that for positive numbers.
func formatOf(code string) format {
	bare := strings.ToLower(bareCode(code))
	switch {
	case strings.Contains(bare, "general") || strings.Contains(bare, "standard") || bare == "@" || bare == "":
		return format{}
	case strings.ContainsAny(bare, "ymdhs"):
		return format{kind: moment, day: strings.ContainsAny(bare, "yd"), hour: strings.ContainsAny(bare, "hs")}
	case strings.ContainsAny(bare, "e/@") || !strings.ContainsAny(bare, "0#?"):
		return format{}
	}
	f := format{kind: fixed}
	if strings.Contains(bare, "%") {
		f.kind = percent
	}
	whole, fraction, _ := strings.Cut(bare, ".")
	if strings.HasSuffix(strings.TrimRight(whole, "% "), ",") || strings.HasSuffix(strings.TrimRight(fraction, "% "), ",") {
		return format{} // in thousands
	}
	f.decimals = strings.Count(fraction, "0") + strings.Count(fraction, "#") + strings.Count(fraction, "?")
	f.optional = strings.ContainsAny(fraction, "#?")
	return f
}

// bareCode leaves out of the first section texts, colours and conditions.
func bareCode(code string) string {
	var bare strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return bare.String()
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := map[byte]byte{'"': '"', '[': ']'}[c]
			n := strings.IndexByte(code[i+1:], end)
			if n < 0 {
				return bare.String()
			}
			inside := code[i+1 : i+1+n]
			if c == '[' && inside != "" && strings.Trim(strings.ToLower(inside), "hms") == "" {
				bare.WriteString(inside) // time that runs on past a day
			}
			i += n + 1
		default:
			bare.WriteByte(c)
		}
	}
	return bare.String()
}

// show returns the number as people see it; what is no number as it is.
func (f format) show(raw string, date1904 bool) string {
	if f.kind == general && len(raw) <= 15 && strings.Trim(raw, "0123456789") == "" {
		return raw
	}
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return raw
	}
	switch f.kind {
	case fixed:
		return f.round(v)
	case percent:
		return f.round(v*100) + "%"
	case moment:
		if s, ok := f.moment(v, date1904); ok {
			return s
		}
	}
	return plain(v)
}

// plain writes a number with the 15 digits that spreadsheets keep, so that 0.1+0.2 is 0.3.
func plain(v float64) string {
	v = digits15(v)
	if a := math.Abs(v); a != 0 && (a < 1e-9 || a >= 1e15) {
		return strconv.FormatFloat(v, 'E', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func digits15(v float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return v
	}
	return short
}

// round writes a number with the format's decimals, a half away from zero.
func (f format) round(v float64) string {
	decimals := min(f.decimals, 15)
	scale := math.Pow10(decimals)
	if math.Abs(v) >= 1e15/scale {
		return plain(v)
	}
	s := strconv.FormatFloat(math.Round(digits15(v*scale))/scale, 'f', decimals, 64)
	if f.optional && decimals > 0 {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// moment writes days since the end of 1899 (or 1904) as day and time. The 29 February 1900, which never was, is counted.
func (f format) moment(v float64, date1904 bool) (string, bool) {
	if v < 0 || v > 2958465 {
		return "", false
	}
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if v < 60 {
		start = start.AddDate(0, 0, 1)
	}
	days := math.Floor(v)
	at := start.AddDate(0, 0, int(days)).Add(time.Duration(math.Round((v-days)*86400)) * time.Second)
	layout := "2006-01-02 15:04:05"
	switch {
	case !f.hour:
		layout = "2006-01-02"
	case !f.day:
		layout = "15:04:05"
	}
	return at.Format(layout), true
}

package app

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day without a time zone. The zero Date means "not given". Dates are comparable with ==.
type Date struct {
	year  int16
	month int8
	day   int8
}

// NewDate returns the given day; values outside a month are carried over as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day of t in t's own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), int8(m), int8(d)}
}

// IsZero tells whether the date is not given.
func (d Date) IsZero() bool { return d == Date{} }

// Year returns the year, 0 when not given.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, 0 when not given.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 0 when not given.
func (d Date) Day() int { return int(d.day) }

// Time returns midnight UTC of the day.
func (d Date) Time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// Compare is negative when d is earlier than e, positive when later; a date not given comes first.
func (d Date) Compare(e Date) int { return d.number() - e.number() }

// Before tells whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

// After tells whether d is later than e.
func (d Date) After(e Date) bool { return d.number() > e.number() }

func (d Date) number() int { return int(d.year)*10000 + int(d.month)*100 + int(d.day) }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// AddYears returns the same day n years later.
func (d Date) AddYears(n int) Date { return DateOf(d.Time().AddDate(n, 0, 0)) }

// DaysUntil returns the number of days from d to e, negative when e is earlier.
func (d Date) DaysUntil(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// String returns the ISO 8601 form 2026-09-01, empty when not given.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// MarshalText writes the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; an empty text is a date not given.
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ISODate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// ISODate reads exactly the form 2026-09-01, or an empty text as a date not given.
func ISODate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	digit := func(i int) int { return int(s[i] - '0') }
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, fmt.Errorf("app: %q is not a date like 2026-09-01", s)
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return Date{}, fmt.Errorf("app: %q is not a date like 2026-09-01", s)
		}
	}
	return checkedDate(digit(0)*1000+digit(1)*100+digit(2)*10+digit(3), digit(5)*10+digit(6), digit(8)*10+digit(9))
}

// ParseDate reads what a person types: 2026-09-01, 1.9.2026, 01.09.26 or 1/9/2026, always day before month unless the
// year comes first. An empty text is a date not given. Anything else is an Error of kind Invalid.
func ParseDate(typed string) (Date, error) {
	s := strings.TrimSpace(typed)
	if s == "" {
		return Date{}, nil
	}
	bad := Invalid("parse date", Say("error.date", "typed", typed))
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '-' || r == '/' || r == ' ' })
	if len(parts) != 3 || !strings.HasPrefix(s, parts[0]) {
		return Date{}, bad
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 {
			return Date{}, bad
		}
		n[i] = v
	}
	year, month, day := n[2], n[1], n[0]
	if len(parts[0]) == 4 {
		year, day = n[0], n[2]
	} else if len(parts[2]) == 2 {
		year += 2000
	}
	if date, err := checkedDate(year, month, day); err == nil {
		return date, nil
	}
	return Date{}, bad
}

func checkedDate(year, month, day int) (Date, error) {
	if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 ||
		day > time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day() {
		return Date{}, fmt.Errorf("app: %d-%d-%d is not a day between 1900 and 2200", year, month, day)
	}
	return Date{int16(year), int8(month), int8(day)}, nil
}

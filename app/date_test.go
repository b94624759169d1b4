package app

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestDatesAsPeopleTypeThem(t *testing.T) {
	first := NewDate(2026, time.September, 1)
	good := map[string]Date{
		"2026-09-01": first, "1.9.2026": first, "01.09.26": first, "1/9/2026": first, "1 9 2026": first, " 1.9.2026 ": first, "1. 9. 2026": first,
		"2026/9/1": first, "2026.9.1": first, "29.2.2028": NewDate(2028, time.February, 29), "": {}, "   ": {}, "31.12.2200": NewDate(2200, 12, 31),
	}
	for typed, want := range good {
		if got, err := ParseDate(typed); err != nil || got != want {
			t.Errorf("%q: %v, %v; want %v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"29.2.2026", "31.4.2026", "0.9.2026", "1.13.2026", "1.9", "1.9.2026.1", "yesterday", "1.9.1899", "1.1.2201",
		"-1.9.2026", "1.9.0", "٣.9.2026", "99999999999999999999.1.1", "2026-09-01T00:00"} {
		got, err := ParseDate(typed)
		if KindOf(err) != KindInvalid || got != (Date{}) {
			t.Errorf("%q: %v, %v; want an Error of KindInvalid", typed, got, err)
		}
		if Sentence(err).Args["typed"] != typed {
			t.Errorf("%q: the sentence repeats %v", typed, Sentence(err).Args["typed"])
		}
	}
}

func TestISODatesAreReadExactly(t *testing.T) {
	for _, s := range []string{"2026-9-1", "2026-02-29", "2026-09-01 ", " 026-09-01", "2026/09/01", "1899-12-31", "2201-01-01", "20260-9-1", "2026-0a-01", "+026-09-01"} {
		if got, err := ISODate(s); err == nil {
			t.Errorf("%q was read as %v", s, got)
		}
	}
}

func TestDatesComeBackAndCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := NewDate(1900, 1, 1)
		n := rapid.IntRange(0, first.DaysUntil(NewDate(2200, 12, 31))).Draw(t, "days")
		d := first.AddDays(n)
		if back, err := ISODate(d.String()); err != nil || back != d {
			t.Fatalf("%v came back as %v, %v", d, back, err)
		}
		if first.DaysUntil(d) != n || d.DaysUntil(first) != -n || d.AddDays(-n) != first {
			t.Fatalf("%v is not %d days after %v", d, n, first)
		}
		data, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var read Date
		if err := json.Unmarshal(data, &read); err != nil || read != d {
			t.Fatalf("%s was read as %v, %v", data, read, err)
		}
		e := first.AddDays(rapid.IntRange(0, 100_000).Draw(t, "other"))
		if d.Before(e) != d.Time().Before(e.Time()) || d.After(e) != e.Before(d) || (d.Compare(e) == 0) != (d == e) {
			t.Fatalf("%v and %v are in the wrong order", d, e)
		}
	})
}

func TestADateNotGiven(t *testing.T) {
	var none Date
	if !none.IsZero() || none.String() != "" || !none.Before(NewDate(1900, 1, 1)) {
		t.Errorf("got %q", none)
	}
	read := NewDate(2026, 1, 1)
	if err := json.Unmarshal([]byte(`""`), &read); err != nil || !read.IsZero() {
		t.Errorf("read %v, %v", read, err)
	}
	if err := json.Unmarshal([]byte(`"2026-02-30"`), &read); err == nil {
		t.Error("30 February was read")
	}
}

// A day is the day of the place, whatever the day is in Greenwich.
func TestTheDayIsThatOfTheTimeZone(t *testing.T) {
	late := time.Date(2026, 9, 1, 0, 30, 0, 0, time.FixedZone("EEST", 3*60*60))
	if got := DateOf(late); got != NewDate(2026, 9, 1) {
		t.Errorf("got %v", got)
	}
	if got := NewDate(2028, 2, 29).AddYears(1); got != NewDate(2029, 3, 1) {
		t.Errorf("a year after 29 February is %v", got)
	}
}

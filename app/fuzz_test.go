package app

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Given any text, when it is read as a date, then it is a day that Waymark can write down and read again, or an Error.
func FuzzParseDate(f *testing.F) {
	for _, typed := range []string{"", "2026-09-01", "1.9.2026", "01.09.26", "1/9/2026", "29.2.2028", "29.2.2026", "31.12.1899", " 1 9 2026 ", "1..9.2026",
		"99999999999999999999.1.1", "٣.٣.٢٠٢٦", "-1.9.2026", "2026-9-1-", "\x00.\xff."} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		date, err := ParseDate(typed)
		if err != nil {
			if KindOf(err) != KindInvalid || !date.IsZero() {
				t.Fatalf("%q: %v, %v", typed, date, err)
			}
			return
		}
		if date.IsZero() != (strings.TrimSpace(typed) == "") || !date.IsZero() && (date.Year() < 1900 || date.Year() > 2200) {
			t.Fatalf("%q is %v", typed, date)
		}
		for _, read := range []func(string) (Date, error){ParseDate, ISODate} {
			if again, err := read(date.String()); err != nil || again != date {
				t.Fatalf("%q is %v, read again %v, %v", typed, date, again, err)
			}
		}
	})
}

// Given any text, when it is read as a date of the school file or the JSON form, then it is written as it was read.
func FuzzISODate(f *testing.F) {
	for _, text := range []string{"", "2026-09-01", "2026-02-29", "2028-02-29", "0000-00-00", "1900-01-01", "2200-12-31", "2201-01-01", "2026-09-0\xb2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if date, err := ISODate(text); err == nil && date.String() != text || err != nil && !date.IsZero() {
			t.Fatalf("%q is %v, %v", text, date, err)
		}
		var date Date
		if err := date.UnmarshalText([]byte(text)); err == nil && date.String() != text {
			t.Fatalf("%q is %v", text, date)
		}
	})
}

func FuzzParseMoney(f *testing.F) {
	for _, typed := range []string{"", "12,50", "1 200", "1.200,50", "€ 300", "300 kr", "-1", "−0", "1e5", "1,2,3", "1000000000000", "99999999999999999999", "'", "kr",
		"1\u00a0200\u202f300,5"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		amount, err := ParseMoney(typed)
		if err != nil {
			if KindOf(err) != KindInvalid || amount != 0 {
				t.Fatalf("%q: %d, %v", typed, amount, err)
			}
			return
		}
		if amount < 0 || amount > maxNumber*1000 {
			t.Fatalf("%q is %d hundredths", typed, amount)
		}
		if again, err := ParseMoney(fmt.Sprintf("%d.%02d", amount/100, amount%100)); err != nil || again != amount {
			t.Fatalf("%q is %d, read again %d, %v", typed, amount, again, err)
		}
	})
}

func FuzzParseQuantity(f *testing.F) {
	for _, typed := range []string{"", "75", "3,5", "75 %", "%", "-2,5", "1.200", "1.200,5", "1,2345", "Inf", "-0", "−,5", "1000000000000", "9223372036854775807"} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		quantity, err := ParseQuantity(typed)
		if err != nil {
			if KindOf(err) != KindInvalid || quantity.Known() {
				t.Fatalf("%q: %v, %v", typed, quantity, err)
			}
			return
		}
		again := QuantityOf(-1)
		data, err := json.Marshal(quantity)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &again); err != nil || again != quantity {
			t.Fatalf("%q is %v, read again %v, %v", typed, quantity, again, err)
		}
	})
}

// Given any bytes, when they are read as a quantity of the JSON form, then it is one within limits, or an error.
func FuzzQuantityOfJSON(f *testing.F) {
	for _, text := range []string{"null", "0", "-2.5", "1e12", "1e13", "1e400", "0x1p5", "NaN", `"7"`, "1_0", "0.0005", "[]"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var quantity, again Quantity
		if json.Unmarshal(data, &quantity) != nil {
			return
		}
		written, err := json.Marshal(quantity)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(written, &again); err != nil || again != quantity {
			t.Fatalf("%q is %v, written %s, read again %v, %v", data, quantity, written, again, err)
		}
	})
}

// Given any bytes, when cleaned, then they are text without control characters, and cleaning again changes nothing.
func FuzzClean(f *testing.F) {
	for _, text := range []string{"", "plain", " a\r\nb\rc\td ", "\x00\x07\x7f\u0085\u009f", "\xff\xfe", "\ufeff a", "\u2028a\u2029", "a\u202eb", "🎉 e\u0301", "\r\r\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, line := Clean(text), CleanLine(text)
		for _, c := range []struct{ got, again, may string }{{clean, Clean(clean), "\n\t"}, {line, CleanLine(line), ""}} {
			if !utf8.ValidString(c.got) || c.again != c.got || strings.TrimSpace(c.got) != c.got {
				t.Fatalf("%q cleaned is %q, and again %q", text, c.got, c.again)
			}
			if at := strings.IndexFunc(c.got, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune(c.may, r) }); at >= 0 {
				t.Fatalf("%q cleaned is %q with a control character at %d", text, c.got, at)
			}
		}
	})
}

func FuzzShorten(f *testing.F) {
	f.Add("Observe each other's lessons", uint8(12))
	f.Add(strings.Repeat("õ", 50), uint8(1))
	f.Add("\xff\xff \xff", uint8(2))
	f.Fuzz(func(t *testing.T, text string, n uint8) {
		most := max(1, int(n))
		short := Shorten(text, most)
		if utf8.RuneCountInString(short) > most || strings.ContainsAny(short, "\n\t") {
			t.Fatalf("%q in %d letters is %q", text, most, short)
		}
	})
}

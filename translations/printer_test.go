package translations_test

import (
	"testing"
	"time"

	"waymark/app"
	"waymark/data/fonts"
	"waymark/translations"
)

func printer(t testing.TB, code string) *translations.Printer {
	t.Helper()
	p, err := translations.New(code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		code        string
		date        app.Date
		long, short string
	}{
		{"en", app.NewDate(2026, time.September, 1), "1 September 2026", "1 Sep 2026"},
		{"en", app.NewDate(2027, time.May, 31), "31 May 2027", "31 May 2027"},
		{"en", app.NewDate(2027, time.January, 9), "9 January 2027", "9 Jan 2027"},
		{"et", app.NewDate(2026, time.September, 1), "1. september 2026", "01.09.2026"},
		{"et", app.NewDate(2027, time.January, 31), "31. jaanuar 2027", "31.01.2027"},
		{"en", app.Date{}, "", ""},
		{"et", app.Date{}, "", ""},
	} {
		p := printer(t, c.code)
		if got := p.Date(c.date); got != c.long {
			t.Errorf("%s: long date %q, want %q", c.code, got, c.long)
		}
		if got := p.ShortDate(c.date); got != c.short {
			t.Errorf("%s: short date %q, want %q", c.code, got, c.short)
		}
	}
}

func TestMonthsAndClock(t *testing.T) {
	for code, want := range map[string]string{"en": "Mar", "et": "märts"} {
		p := printer(t, code)
		if got := p.MonthName(3); got != want {
			t.Errorf("%s: month 3 is %q, want %q", code, got, want)
		}
		if got := p.Clock(time.Date(2026, 9, 1, 8, 5, 0, 0, time.UTC)); got != "08:05" {
			t.Errorf("%s: clock %q", code, got)
		}
	}
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct {
		code     string
		quantity app.Quantity
		want     string
	}{
		{"en", app.QuantityOf(1200.5), "1,200.5"},
		{"et", app.QuantityOf(1200.5), "1\u00a0200,5"},
		{"en", app.QuantityOf(75), "75"},
		{"et", app.QuantityOf(0.125), "0,125"},
		{"en", app.QuantityOf(0), "0"},
		{"en", app.Quantity{}, "–"},
		{"et", app.Quantity{}, "–"},
	} {
		if got := printer(t, c.code).Quantity(c.quantity); got != c.want {
			t.Errorf("%s: %v is %q, want %q", c.code, c.quantity, got, c.want)
		}
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		code     string
		amount   app.Money
		currency string
		want     string
	}{
		{"en", 120050, "EUR", "€1,200.50"},
		{"en", 120000, "GBP", "£1,200"},
		{"en", 5000, "SEK", "SEK\u00a050"},
		{"et", 120050, "EUR", "1\u00a0200,50\u00a0€"},
		{"et", 120000, "EUR", "1\u00a0200\u00a0€"},
		{"et", 5000, "SEK", "50\u00a0SEK"},
		{"et", 0, "EUR", "0\u00a0€"},
	} {
		got := printer(t, c.code).Money(c.amount, c.currency)
		if got != c.want {
			t.Errorf("%s: %d %s is %q, want %q", c.code, c.amount, c.currency, got, c.want)
		}
		for _, r := range got {
			if !fonts.Covers(r) {
				t.Errorf("%s: %q has %U, which the fonts do not cover", c.code, got, r)
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		code  string
		count int
		want  string
	}{
		{"en", 0, "0 ideas added"},
		{"en", 1, "1 idea added"},
		{"en", 21, "21 ideas added"},
		{"et", 1, "1 mõte lisatud"},
		{"et", 2, "2 mõtet lisatud"},
	} {
		if got := printer(t, c.code).Say("edit.add_ideas", "count", c.count); got != c.want {
			t.Errorf("%s: %d is %q, want %q", c.code, c.count, got, c.want)
		}
	}
}

func TestATextInATextIsSaidInTheSameLanguage(t *testing.T) {
	// Given a sentence that names another sentence and a date,
	text := app.Say("error.language", "code", app.Say("date.month9"))

	// when it is said, then both are in the printer's language.
	for code, want := range map[string]string{
		"en": "There is no language “September” in Waymark.",
		"et": "Waymarkis ei ole keelt „september“.",
	} {
		if got := printer(t, code).Text(text); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	dated := app.Say("error.language", "code", app.NewDate(2026, time.September, 1))
	if got, want := printer(t, "et").Text(dated), "Waymarkis ei ole keelt „1. september 2026“."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAMissingKeyIsShownAsItIs(t *testing.T) {
	p := printer(t, "en")
	if got := p.Say("no.such.key"); got != "no.such.key" {
		t.Errorf("%q", got)
	}
	if p.Has("no.such.key") || !p.Has("error.internal") {
		t.Error("Has is wrong")
	}
}

func TestUserTextIsNeverTakenForAPlaceholder(t *testing.T) {
	typed := "{{.path}} & <b>"
	want := "There is no language “{{.path}} & <b>” in Waymark."
	if got := printer(t, "en").Say("error.language", "code", typed); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBestLanguage(t *testing.T) {
	for locale, want := range map[string]string{
		"et_EE.UTF-8": "et", "et-EE": "et", "ET": "et", "et.UTF-8": "et", "en_GB": "en",
		"fr_FR.UTF-8": "en", "C.UTF-8": "en", "": "en", "etx": "en",
	} {
		if got := translations.Best(locale); got != want {
			t.Errorf("Best(%q) = %q, want %q", locale, got, want)
		}
	}
}

func TestAnUnknownLanguageIsAnErrorForTheUser(t *testing.T) {
	_, err := translations.New("xx")
	if app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != "error.language" {
		t.Errorf("error %v", err)
	}
}

func BenchmarkSay(b *testing.B) {
	p, err := translations.New("et")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p.Say("error.language", "code", "xx")
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := translations.New("et"); err != nil {
			b.Fatal(err)
		}
	}
}

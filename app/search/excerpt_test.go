package search_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/search"
)

// excerptOf returns what a search shows of a text; the text is not the name of its record.
func excerptOf(t interface{ Fatal(...any) }, text, query string, letters int) (search.Excerpt, bool) {
	b, err := app.NewBook(app.Vision{ID: "v", Statement: text})
	if err != nil {
		t.Fatal(err)
	}
	results, _ := search.New(b, say).Find(query, 1, letters)
	if len(results) == 0 {
		return search.Excerpt{}, false
	}
	return results[0].Excerpt, true
}

func TestExcerpts(t *testing.T) {
	long := "Meie koolis õpivad lapsed koos ja õpetajad annavad tagasisidet igas tunnis, sest nii jõuame kaugemale kui üksi."
	for _, c := range []struct {
		text, query string
		letters     int
		want        string
		spans       []string
	}{
		{"Lühike tekst", "tekst", 40, "Lühike tekst", []string{"tekst"}},
		{"  Mitu\n\nrida ja\u00a0 tühik  ", "tuhik rida", 40, "Mitu rida ja tühik", []string{"rida", "tühik"}},
		{long, "meie", 30, "Meie koolis õpivad lapsed…", []string{"Meie"}},
		{long, "tagasiside", 30, "…tagasisidet igas tunnis,…", []string{"tagasiside"}},
		{long, "üksi", 30, "…jõuame kaugemale kui üksi.", []string{"üksi"}},
		{long, "opetaja annavad", 40, "…õpetajad annavad tagasisidet igas…", []string{"õpetaja", "annavad"}},
		{long, "õp", 60, "Meie koolis õpivad lapsed koos ja õpetajad annavad…", []string{"õp", "õp"}},
		{long, "n", 200, long, []string{"n"}},
		// The best place is shown, not the first: a whole word, the beginning of one, its accents.
		{"Algkool " + long + " Kool", "kool", 20, "…kui üksi. Kool", []string{"Kool"}},
		{"Algkool, " + strings.Repeat("ja ", 20) + "koolis", "kool", 12, "…ja koolis", []string{"kool"}},
		{"Opera on üks. Siis tuleb pikk jutt muust. Õpetaja tuli.", "õpe", 20, "…Õpetaja tuli.", []string{"Õpe"}},
		{"no üks " + strings.Repeat("ja ", 20) + "kaks", "kaks üks", 14, "no üks ja ja…", []string{"üks"}},
		{"ja koolidevõrgustik on", "kool", 11, "ja koolide…", []string{"kool"}},
		{strings.Repeat("x", 30) + "y-zz", strings.Repeat("x", 30) + " zz", 20, "…" + strings.Repeat("x", 15) + "y-zz", []string{strings.Repeat("x", 15), "zz"}},
		// Words longer than the excerpt are cut between letters.
		{strings.Repeat("a", 50) + "õ" + strings.Repeat("b", 50), "õ", 20, "", nil},
		{strings.Repeat("a", 50) + "õx" + strings.Repeat("b", 50), "õx", 20, "…aaaaaõxbbbbbbbbbbb…", []string{"õx"}},
		{"koolikoolikooli", "kooli", 9, "koolikoo…", []string{"koolikoo"}},
		{"üks kaks", "kaks", 1, "…", nil},
		{"üks kaks", "kaks", 2, "…", nil},
		{"üks kaks", "kaks", 5, "…kaks", []string{"kaks"}},
		{"üks kaks", "üks", 4, "üks…", []string{"üks"}},
		// Accents and pictures are not torn apart.
		{"o\u0303petaja ja o\u0303pilane", "ope", 40, "o\u0303petaja ja o\u0303pilane", []string{"o\u0303pe"}},
		{"👩\u200d🏫 õpetab 🇪🇪 lapsi 👍🏽", "õpetab", 40, "👩\u200d🏫 õpetab 🇪🇪 lapsi 👍🏽", []string{"õpetab"}},
		{"tere👍🏽👍🏽👍🏽👍🏽", "tere", 10, "tere👍🏽👍🏽…", []string{"tere"}},
		{"tere🇪🇪🇪🇪🇪🇪", "tere", 8, "tere🇪🇪…", []string{"tere"}},
		{strings.Repeat("🇪🇪", 40) + "õx" + strings.Repeat("🇪🇪", 40), "õx", 21, "…" + strings.Repeat("🇪🇪", 2) + "õx" + strings.Repeat("🇪🇪", 6) + "…", []string{"õx"}},
		{"x" + strings.Repeat("\u0301", 40), "x", 20, "…", nil},
		{"tere👩\u200d🏫👩\u200d🏫👩\u200d🏫", "tere", 9, "tere👩\u200d🏫…", []string{"tere"}},
		{"tere👩\u200d🏫👩\u200d🏫👩\u200d🏫", "tere", 10, "tere👩\u200d🏫…", []string{"tere"}},
		{"number 1\ufe0f\u20e3", "1", 40, "number 1\ufe0f\u20e3", []string{"1\ufe0f\u20e3"}},
		{"taga\u00adsi\u00adside", "tagasiside", 40, "taga\u00adsi\u00adside", []string{"taga\u00adsi\u00adside"}},
	} {
		e, ok := excerptOf(t, c.text, c.query, c.letters)
		if got := parts(e.Text, e.Spans); ok != (c.want != "") || e.Text != c.want || !slices.Equal(got, c.spans) {
			t.Errorf("%q in %q in %d letters: %q %q, want %q %q", c.query, c.text, c.letters, e.Text, got, c.want, c.spans)
		}
	}
}

// Given two texts of which the second has an accent where a letter of the first ended, when it is found, then it is shown.
func TestTextsDoNotRunIntoEachOther(t *testing.T) {
	x := search.New(bookOf(t, app.Review{ID: "r", Present: "õ", Decisions: "ab\u0301c"}), say)
	results, _ := x.Find("bc", 1, 80)
	if len(results) != 1 || !slices.Equal(parts(results[0].Excerpt.Text, results[0].Excerpt.Spans), []string{"b\u0301c"}) {
		t.Errorf("shown as %+v", results)
	}
}

func TestTitlesAreCutAsExcerptsAre(t *testing.T) {
	name := "Õpetajad külastavad üksteise tunde ja räägivad sellest, mida nad nägid"
	x := search.New(school(t, app.Action{ID: "a", Text: name, Risks: "Aega ei ole"}), say)
	for query, want := range map[string][3]string{
		"nagid": {"…ja räägivad sellest, mida nad nägid", "text", "nägid"},
		"aega":  {"Õpetajad külastavad üksteise tunde…", "risks", ""},
	} {
		results, _ := x.Find(query, 1, 36)
		r := results[0]
		if got := [3]string{r.Title.Text, r.Field, strings.Join(parts(r.Title.Text, r.Title.Spans), " ")}; got != want {
			t.Errorf("%q shows %q, want %q", query, got, want)
		}
	}
}

// checkExcerpt fails unless an excerpt is a piece of the text on one line, within its letters, and shows what was found.
func checkExcerpt(t interface{ Fatalf(string, ...any) }, text, query string, letters int, e search.Excerpt) {
	if n := utf8.RuneCountInString(e.Text); n > letters {
		t.Fatalf("%q in %q in %d letters: %q has %d", query, text, letters, e.Text, n)
	}
	blank := func(r rune) bool { return unicode.IsSpace(r) && r != ' ' }
	if strings.ContainsFunc(e.Text, blank) || strings.Contains(e.Text, "  ") || strings.HasPrefix(e.Text, " ") || strings.HasSuffix(e.Text, " ") {
		t.Fatalf("%q in %q in %d letters: %q is no plain line", query, text, letters, e.Text)
	}
	checkSpans(t, e.Text, e.Spans)
	flat := strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ")
	if inner := strings.TrimSuffix(strings.TrimPrefix(e.Text, "…"), "…"); !strings.Contains(flat, inner) {
		t.Fatalf("%q in %q in %d letters: %q is no part of it", query, text, letters, e.Text)
	}
	if e.Text == flat {
		if _, spans, ok := search.Match(query, flat); ok && !slices.Equal(spans, e.Spans) {
			t.Fatalf("%q in %q shows %v, want %v", query, text, e.Spans, spans)
		}
	}
	// With room for every word of the text, something that was found is shown.
	longest := 0
	for _, w := range strings.Fields(flat) {
		longest = max(longest, utf8.RuneCountInString(w))
	}
	if letters > longest+2 && len(e.Spans) == 0 {
		t.Fatalf("%q in %q in %d letters: %q shows nothing", query, text, letters, e.Text)
	}
}

func TestExcerptsKeepTheirPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(written(), 1, 12).Draw(t, "texts"), rapid.SampledFrom([]string{"", " ", "\n \n"}).Draw(t, "between"))
		query := rapid.OneOf(written(), rapid.SampledFrom([]string{"o", "õ", "k", "ko", "9", "pet", "1.9"})).Draw(t, "query")
		letters := rapid.IntRange(1, 120).Draw(t, "letters")
		if e, ok := excerptOf(t, text, query, letters); ok {
			checkExcerpt(t, text, query, letters, e)
		}
	})
}

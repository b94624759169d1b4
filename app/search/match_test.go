package search_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"waymark/app/search"
)

// parts returns what the spans show of a text.
func parts(text string, spans []search.Span) []string {
	var shown []string
	for _, s := range spans {
		shown = append(shown, text[s.From:s.To])
	}
	return shown
}

func TestWordsAreFoundAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []string // nil: not found
	}{
		// Estonian
		{"Õpilased saavad tagasisidet", "õpil", []string{"Õpil"}},
		{"Õpilased saavad tagasisidet", "opilased", []string{"Õpilased"}},
		{"ÕPILASED", "õpilased", []string{"ÕPILASED"}},
		{"Žürii ja šokolaad", "zurii sokolaad", []string{"Žürii", "šokolaad"}},
		{"Algkoolide võrk", "kool", []string{"kool"}},
		{"Algkoolide võrk", "k", nil},
		{"õppe-kasvatustöö", "kasvatus", []string{"kasvatus"}},
		{"õppe-kasvatustöö", "õppekasvatus", []string{"õppe-kasvatus"}},
		{"õppekasvatustöö", "õppe-kasvatus", []string{"õppekasvatus"}},
		{"e\u2011kool", "e-kool", []string{"e\u2011kool"}},
		{"e-kool", "k", []string{"k"}},
		{"õppe- ja kasvatustöö", "õppe kasvatus", []string{"õppe", "kasvatus"}},
		// Finnish
		{"Työyhteisön hyvinvointi", "tyoyhteison", []string{"Työyhteisön"}},
		{"Älykäs yö", "älykäs YÖ", []string{"Älykäs", "yö"}},
		{"vaa'an", "vaa’an", []string{"vaa'an"}},
		// Lithuanian
		{"Mokinių pažanga ir įsivertinimas", "isivertinimas pazanga mokiniu", []string{"Mokinių", "pažanga", "įsivertinimas"}},
		{"ugdyme\u0307 s\u0328", "ugdymė", []string{"ugdyme\u0307"}},
		// Norwegian
		{"Læreren øver på åpne spørsmål", "laereren over apne sporsmal", []string{"Læreren", "øver", "åpne", "spørsmål"}},
		{"Læreren", "lær", []string{"Lær"}},
		{"Læreren", "la", []string{"Læ"}},
		// Georgian, with its capitals too
		{"მოსწავლეების უკუკავშირი", "უკუკ", []string{"უკუკ"}},
		{"ᲛᲝᲡᲬᲐᲕᲚᲔ", "მოსწავლე", []string{"ᲛᲝᲡᲬᲐᲕᲚᲔ"}},
		// Ukrainian and Russian
		{"Їхній кращий ґанок", "іхніи кращии ганок", []string{"Їхній", "кращий", "ґанок"}},
		{"здоров’я дітей", "здоров'я", []string{"здоров’я"}},
		{"здоровʼя дітей", "здоровя", []string{"здоровʼя"}},
		{"Всё ещё", "еще все", []string{"Всё", "ещё"}},
		{"ШКОЛА", "школа", []string{"ШКОЛА"}},
		// others
		{"Άνοιξη της ΣΧΟΛΗΣ", "ανοιξη σχολης", []string{"Άνοιξη", "ΣΧΟΛΗΣ"}},
		{"της", "τησ", []string{"της"}},
		{"Maßnahme", "massnahme", []string{"Maßnahme"}},
		{"STRASSE", "straße", []string{"STRASSE"}},
		{"Maßnahme", "mas", []string{"Maß"}},
		{"Łódź, Đakovo", "lodz dakovo", []string{"Łódź", "Đakovo"}},
		{"İSTANBUL ırmak", "istanbul irmak", []string{"İSTANBUL", "ırmak"}},
		{"\ufb01lm", "film", []string{"\ufb01lm"}},
		// signs between words
		{"„Tere“ – ütles “Mari”", "tere utles mari", []string{"Tere", "ütles", "Mari"}},
		{"taga\u00adsi\u00adside", "tagasiside", []string{"taga\u00adsi\u00adside"}},
		{"tagasiside", "taga\u00adsiside", []string{"tagasiside"}},
		{"ja/või", "või/ja", []string{"ja", "või"}},
		{"pupils—teachers", "teachers", []string{"teachers"}},
		{"üks\u00a0kaks\tkolm\nneli", "neli kolm kaks üks", []string{"üks", "kaks", "kolm", "neli"}},
		// decomposed on either side
		{"o\u0303petaja", "õpet", []string{"o\u0303pet"}},
		{"õpetaja", "o\u0303pet", []string{"õpet"}},
		{"o\u0303\u0301", "o", []string{"o\u0303\u0301"}},
		// digits and dates
		{"kuni 1.9.2026", "1.9.2026", []string{"1.9.2026"}},
		{"kuni 1.9.2026", "1.9", []string{"1.9"}},
		{"kuni 1.9.2026", "2026", []string{"2026"}},
		{"kuni 1/9/2026", "1.9.2026", []string{"1/9/2026"}},
		{"19 õpilast", "1.9", nil},
		{"2025–2028", "2025-2028", []string{"2025–2028"}},
		{"2025/26", "26", []string{"26"}},
		{"kell 9:30", "9.30", []string{"9:30"}},
		{"2,5 tundi", "2.5", []string{"2,5"}},
		{"1. september 2026", "september 1", []string{"1", "september"}},
		{"9. klass, 2019", "9", []string{"9"}},
		{"75 %", "75%", []string{"75"}},
		{"12.", "12.", []string{"12"}},
		// words of the query
		{"tagasi taga", "taga tagasi", []string{"tagasi", "taga"}},
		{"üks kaks", "kaks kolm", nil},
		{"üks kaks", "", nil},
		{"üks kaks", " – \"…\" ", nil},
		{"", "üks", nil},
		{"aaaa", "aa", []string{"aaaa"}},
		{"学校評価", "評", []string{"評"}},
		{"की", "क", []string{"की"}},
		{"각", "각", []string{"각"}},
		{"\u1100\u1161\u11a8", "각", []string{"\u1100\u1161\u11a8"}},
		{"각자", "가", []string{"각"}},
		{"kool \u200dõpe", "õpe", []string{"õpe"}},
		{"ℌaus", "haus", []string{"ℌaus"}},
		{"10'000 eurot", "10000", []string{"10'000"}},
		{"a\xffb\xc3", "b", []string{"b"}},
	} {
		score, spans, ok := search.Match(c.query, c.text)
		if got := parts(c.text, spans); ok != (c.want != nil) || ok != (score > 0) || !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %v %d %q, want %q", c.query, c.text, ok, score, got, c.want)
		}
	}
}

// Each text is worth more than the next.
func TestBetterMatchesScoreHigher(t *testing.T) {
	for query, texts := range map[string][]string{
		"kool":           {"Kool", "Meie kool", "Koolipere", "Meie koolipere", "Köö, köölipere", "Algkool", "Algköölid"},
		"õpe":            {"õpe", "õpetaja", "ope", "opera", "koõpe", "kooper"},
		"ope":            {"ope", "opera", "õpe", "õpetaja", "kooper", "koõper"},
		"kooli":          {"meie kooli-aed", "meie kooliaed"},
		"kõ":             {"kõne", "köne"},
		"eb":             {"aeb", "æb"},
		"o\u0303\u0301x": {"ṍx", "õx"},
		"ekool":          {"ekool", "e-kool"},
		"I\u0307z":       {"İz", "Iz"},
		"e-kool":         {"e-kool", "ekool"},
		"мой":            {"мой", "мои"},
		"éa":             {"éa", "\u0301ea"},
		"maße":           {"Maße", "Masse"},
		"a b":            {"a b", "a bc", "ac bc"},
	} {
		last := 1 << 30
		for _, text := range texts {
			score, _, ok := search.Match(query, text)
			if !ok || score >= last {
				t.Errorf("%q in %q scores %d, the one before %d", query, text, score, last)
			}
			last = score
		}
	}
}

func TestHugeQueriesAreCut(t *testing.T) {
	// Given a text that someone pastes as a query, when it is longer than any query, then its beginning is looked for.
	text := strings.Repeat("õpetajate koostöö ", 3000)
	if _, _, ok := search.Match(text, text); !ok {
		t.Error("a long text does not match itself")
	}
	if _, _, ok := search.Match(strings.Repeat("a", 200)+"b", strings.Repeat("a", 200)); !ok {
		t.Error("more than 200 letters of a query are looked for")
	}
	long := strings.Repeat("a", 50_000)
	if _, spans, ok := search.Match(long, long); !ok || !cmp.Equal(spans, []search.Span{{From: 0, To: 50_000}}) {
		t.Errorf("a long word does not match itself: %v", spans)
	}
}

// checkSpans fails unless the spans are in order, apart, within text, and tear no letter.
func checkSpans(t interface{ Fatalf(string, ...any) }, text string, spans []search.Span) {
	last := -1
	for _, s := range spans {
		if s.From <= last || s.From >= s.To || s.To > len(text) {
			t.Fatalf("spans %v of %q", spans, text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[s.From:s.To]) {
			t.Fatalf("span %v of %q tears a rune", s, text)
		}
		last = s.To
	}
}

// written draws texts of words in our languages, of signs, accents and emoji.
func written() *rapid.Generator[string] {
	piece := rapid.SampledFrom([]string{"õpetaja", "Õpilane", "kool", "o", "o\u0303", "\u0301", "ß", "æ", "İ", "ı", "Їжак", "й", "ё", "სკოლა", "Ά", "ς",
		"1.9.2026", "9", "G1", "-", "–", "'", "’", "\u00ad", "\u200d", "👩\u200d🏫", "👍🏽", "🇪🇪", "1\ufe0f\u20e3", " ", " ", " ", "\n", "\u00a0", ".", ",", "„", "“",
		"\xff", "각 ", "की", "ﬁ", "½"})
	return rapid.Map(rapid.SliceOfN(piece, 0, 12), func(p []string) string { return strings.Join(p, "") })
}

func TestFoldingKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := written().Draw(t, "text")
		query := written().Draw(t, "query")
		score, spans, ok := search.Match(query, text)
		checkSpans(t, text, spans)
		if ok != (len(spans) > 0) {
			t.Fatalf("%q in %q: %v with spans %v", query, text, ok, spans)
		}
		// A text is found by itself, by what is found in it, and when a word is typed in front of it.
		if _, _, has := search.Match(text, text); has {
			if _, _, ok := search.Match(text, "enne "+text); !ok {
				t.Fatalf("%q is not in itself behind a word", text)
			}
		}
		// Composed or not, capital or not makes no difference.
		if !utf8.ValidString(text) || !utf8.ValidString(query) {
			return
		}
		for _, same := range [][2]string{{norm.NFD.String(query), norm.NFC.String(text)}, {norm.NFC.String(query), norm.NFD.String(text)}} {
			if again, _, has := search.Match(same[0], same[1]); has != ok || again != score {
				t.Fatalf("%q in %q: %v %d, %q in %q: %v %d", query, text, ok, score, same[0], same[1], has, again)
			}
		}
		if _, _, small := search.Match(strings.ToLower(query), text); small != ok {
			t.Fatalf("%q in %q: %v, in small letters %v", query, text, ok, small)
		}
	})
}

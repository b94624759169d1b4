package search_test

import (
	"testing"

	"waymark/app/search"
)

// Given any text and query, when they are matched, then nothing panics and the spans show parts of the text.
func FuzzMatch(f *testing.F) {
	for _, c := range [][2]string{{"õpe", "Õpetaja"}, {"e-kool", "e–kool"}, {"1.9", "1.9.2026"}, {"maß", "MASS"}, {"'", "''a'a"}, {"\xff", "a\xff\u0301"},
		{"\u0301", "o\u0303\u0301"}, {"👩\u200d🏫a", "a👩\u200d🏫"}, {"i", "İı"}, {"ss", "ẞß"}, {"각", "각"}, {"a\u00ad\u0301", "a\u0301\u00ad\u0301"}, {"fi", "ﬁﬃ"}} {
		f.Add(c[0], c[1])
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		score, spans, ok := search.Match(query, text)
		checkSpans(t, text, spans)
		if ok != (score > 0) || ok != (len(spans) > 0) {
			t.Fatalf("%q in %q: %v, score %d, spans %v", query, text, ok, score, spans)
		}
		if _, _, itself := search.Match(text, text); ok && !itself {
			t.Fatalf("%q is in %q, which is not in itself", query, text)
		}
	})
}

// Given any text and query, when the query is found in a record, then the excerpt is a plain line of the text.
func FuzzFind(f *testing.F) {
	f.Add("õpe", "Meie õpetajad annavad tagasisidet igas tunnis", 20)
	f.Add("a b", "a\u0301 \n\n b\u00a0\u2028c", 5)
	f.Add("x", "🇪🇪🇪🇪x👍🏽👩\u200d🏫\u0301", 4)
	f.Add("b", "\u200d\u0301 \xffb\xc3", 3)
	f.Add("g1", "G1 g1.1-1–1", 2)
	f.Fuzz(func(t *testing.T, query, text string, letters int) {
		letters = max(1, letters%200)
		if e, ok := excerptOf(t, text, query, letters); ok {
			checkExcerpt(t, text, query, letters, e)
		}
	})
}

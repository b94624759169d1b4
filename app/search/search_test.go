package search_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/search"
	"waymark/data/sample"
	"waymark/translations"
)

func bookOf(t testing.TB, records ...app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func printer(t testing.TB, language string) *translations.Printer {
	t.Helper()
	p, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// say names the items of a framework in Estonian words, and knows no other.
func say(t app.Text) string {
	if names := map[string]string{
		"framework.digital.name":                   "Digitaalselt uuenduslik kool",
		"framework.digital.pedagogy.feedback.name": "Tagasiside õppijale",
	}; names[t.Key] != "" {
		return names[t.Key]
	}
	return t.Key
}

// school is a book with one cycle and the records given.
func school(t testing.TB, records ...app.Record) *app.Book {
	return bookOf(t, append(records, app.School{ID: "s", Current: "c"}, app.Cycle{ID: "c", Start: app.NewDate(2025, 9, 1)})...)
}

// found returns the IDs of what a query finds, best first.
func found(x *search.Index, query string) []string {
	var ids []string
	results, _ := x.Find(query, 100, 100)
	for _, r := range results {
		ids = append(ids, r.Record.RecordID())
	}
	return ids
}

// zeros has a record of each kind.
func zeros() []app.Record {
	return []app.Record{app.School{}, app.Cycle{}, app.Member{}, app.Question{}, app.Theme{}, app.Idea{}, app.DotVote{}, app.DotCount{},
		app.Perspective{}, app.Draft{}, app.Support{}, app.Vision{}, app.VisionLine{}, app.VisionVersion{}, app.TimeBox{}, app.OwnFramework{},
		app.OwnElement{}, app.OwnItem{}, app.Survey{}, app.SurveyMean{}, app.Remark{}, app.Assessment{},
		app.Judgement{}, app.Evidence{}, app.Priority{}, app.Need{}, app.Goal{}, app.Indicator{}, app.Measurement{}, app.Action{},
		app.Review{}, app.CheckIn{}}
}

// Given a record of each kind with a word of its own in every text, when that word is typed, then the record is found and
// the text named.
func TestEveryTextOfEveryKindIsSearched(t *testing.T) {
	type text struct {
		kind app.Kind
		tag  string
	}
	words := map[text]string{}
	var records []app.Record
	for _, r := range zeros() {
		v := reflect.New(reflect.TypeOf(r)).Elem()
		v.FieldByName("ID").SetString("x")
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag.Get("json")
			if v.Field(i).Type() == reflect.TypeFor[string]() && tag != "framework" && tag != "item" && tag != "step" && tag != "same" {
				at := text{r.RecordKind(), tag}
				words[at] = strings.ReplaceAll(fmt.Sprintf("õ%sq%sž", at.kind, tag), "_", "")
				v.Field(i).SetString("Siin on " + words[at] + ".")
			}
		}
		records = append(records, v.Interface().(app.Record))
	}
	if len(words) < 55 || len(records) != len(app.Kinds()) {
		t.Fatalf("only %d texts of %d kinds", len(words), len(records))
	}
	x := search.New(bookOf(t, records...), say)
	for at, word := range words {
		results, all := x.Find(word, 10, 100)
		if all != 1 || len(results) != 1 || results[0].Record.RecordKind() != at.kind || results[0].Field != at.tag {
			t.Errorf("%s finds %d: %+v", word, all, results)
			continue
		}
		if e := results[0].Excerpt; e.Text != "Siin on "+word+"." || !slices.Equal(parts(e.Text, e.Spans), []string{word}) {
			t.Errorf("%s is shown as %+v", word, e)
		}
	}
}

func TestNamesRankAboveOtherTexts(t *testing.T) {
	x := search.New(school(t,
		app.Priority{ID: "reason", Cycle: "c", Title: "Muu", Reason: "kool", Position: 1},
		app.Priority{ID: "accent", Cycle: "c", Title: "Köölid on", Position: 2},
		app.Priority{ID: "title", Cycle: "c", Title: "Meie koolid", Position: 3},
		app.Priority{ID: "inside", Cycle: "c", Title: "Algkoolid", Reason: "muu", Position: 4},
		app.Priority{ID: "none", Cycle: "c", Title: "Muu", Position: 5},
		app.Member{ID: "role", Role: "Koolijuht"},
		app.Member{ID: "named", Role: "Koolijuht", Name: "Mari"},
	), say)
	if got, want := found(x, "kool"), []string{"role", "title", "accent", "reason", "named", "inside"}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestAllWordsMustBeThere(t *testing.T) {
	x := search.New(school(t,
		app.Action{ID: "apart", Text: "Tunnid avatud", Training: "tagasiside", Position: 1},
		app.Action{ID: "one", Text: "Avatud tunnid", Position: 2},
		app.Action{ID: "other", Text: "Muu", Evidence: "tagasiside avatud tundides", Position: 3},
		app.Action{ID: "together", Text: "Tagasiside avatud tunnis", Position: 4},
	), say)
	for query, want := range map[string][]string{
		"avatud tagasi":            {"together", "apart", "other"}, // in one name, in a name and another text, in another text
		"tunn avat":                {"apart", "one", "together"},
		"tagasiside tunnis avatud": {"together"},
		"tagasiside puudu":         nil,
	} {
		if got := found(x, query); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", query, got, want)
		}
	}
	if results, _ := x.Find("avatud tagasi", 10, 100); results[1].Field != "text" || results[2].Field != "evidence" {
		t.Errorf("found in %s and %s", results[1].Field, results[2].Field)
	}
}

// Given the practice school, when a code is typed, then its record comes first, whatever else has it in a text.
func TestCodesFindTheirRecordFirst(t *testing.T) {
	p := printer(t, "et")
	records := append(sample.Build(p), app.Member{ID: "m1", Name: "A1 V1 G1 N1 A12"})
	b := bookOf(t, records...)
	x := search.New(b, p.Text)
	codes := planning.CodesOf(b, b.Current().ID)
	if len(codes) < 30 {
		t.Fatalf("only %d codes", len(codes))
	}
	for id, code := range codes {
		for _, typed := range []string{code, strings.ToLower(code), " " + code + "."} {
			results, _ := x.Find(typed, 5, 80)
			if len(results) == 0 || results[0].Record.RecordID() != id || results[0].Code != code {
				t.Fatalf("%q finds %+v", typed, results)
			}
			if r := results[0]; r.Field == "" || r.Excerpt.Text == "" || !strings.HasPrefix(app.Name(r.Record), strings.TrimSuffix(r.Title.Text, "…")) {
				t.Errorf("%q is shown as %+v", typed, r)
			}
		}
	}
	// A code that goes on is found behind: A1 before A10.
	results, _ := x.Find("a1", 20, 80)
	var got []string
	for _, r := range results {
		got = append(got, r.Code)
	}
	if !slices.Equal(got[:6], []string{"A1", "", "A10", "A11", "A12", "A13"}) {
		t.Errorf("a1 finds %q", got)
	}
	// A code and a word of another text of the record.
	first := results[0].Record.(app.Action)
	word := strings.Fields(first.Evidence)[0]
	if results, _ := x.Find("A1 "+word, 3, 80); len(results) == 0 || results[0].Record != app.Record(first) || results[0].Field != "evidence" {
		t.Errorf("A1 %s finds %+v", word, results)
	}
	// A letter alone is no code.
	all, _ := x.Find("v", 1000, 80)
	for _, r := range all {
		if r.Excerpt.Spans == nil {
			t.Errorf("v finds %+v", r)
		}
	}
}

func TestTheCurrentCycleComesFirst(t *testing.T) {
	b := bookOf(t, app.School{ID: "s", Current: "now"},
		app.Cycle{ID: "old", Start: app.NewDate(2020, 9, 1)}, app.Cycle{ID: "now", Start: app.NewDate(2025, 9, 1)},
		app.Priority{ID: "p1", Cycle: "old", Title: "Võrk", Position: 1}, app.Priority{ID: "p2", Cycle: "now", Title: "Võrk", Position: 2},
		app.Goal{ID: "g1", Priority: "p1", Text: "Siht"}, app.Goal{ID: "g2", Priority: "p2", Text: "Siht"},
		app.Action{ID: "a1", Goal: "g1", Text: "Töö"}, app.Action{ID: "a2", Goal: "g2", Text: "Töö"},
		app.Indicator{ID: "i1", Goal: "g1", Name: "Arv"}, app.Indicator{ID: "i2", Goal: "g2", Name: "Arv"},
		app.Measurement{ID: "m1", Indicator: "i1", Note: "mõõt"}, app.Measurement{ID: "m2", Indicator: "i2", Note: "mõõt"},
		app.Review{ID: "r1", Cycle: "old", Decisions: "otsus"}, app.Review{ID: "r2", Cycle: "now", Decisions: "otsus"},
		app.CheckIn{ID: "k1", Review: "r1", Action: "a1", Note: "seis"}, app.CheckIn{ID: "k2", Review: "r2", Action: "a2", Note: "seis"},
		app.Assessment{ID: "h1", Cycle: "old", Note: "ring"}, app.Assessment{ID: "h2", Cycle: "now", Note: "ring"},
		app.Judgement{ID: "j1", Assessment: "h1", Ideas: "mõte"}, app.Judgement{ID: "j2", Assessment: "h2", Ideas: "mõte"},
		app.Evidence{ID: "e1", Judgement: "j1", What: "tõend"}, app.Evidence{ID: "e2", Judgement: "j2", What: "tõend"},
		app.Need{ID: "n1", Cycle: "old", Text: "vaja"}, app.Need{ID: "n2", Cycle: "now", Text: "vaja"},
		app.VisionLine{ID: "l1", Cycle: "old", Text: "rida"}, app.VisionLine{ID: "l2", Cycle: "now", Text: "rida"},
		app.Vision{ID: "v1", Cycle: "old", Values: "julgus"}, app.Vision{ID: "v2", Cycle: "now", Values: "julgus"},
		app.Idea{ID: "d1", Cycle: "old", Text: "sedel"}, app.Idea{ID: "d2", Cycle: "now", Text: "sedel"},
		app.Member{ID: "b1", Name: "Mari"},
	)
	x := search.New(b, say)
	for query, want := range map[string][]string{
		"võrk": {"p2", "p1"}, "siht": {"g2", "g1"}, "töö": {"a2", "a1"}, "arv": {"i2", "i1"}, "mõõt": {"m2", "m1"}, "otsus": {"r2", "r1"},
		"seis": {"k2", "k1"}, "ring": {"h2", "h1"}, "mõte": {"j2", "j1"}, "tõend": {"e2", "e1"}, "vaja": {"n2", "n1"}, "rida": {"l2", "l1"},
		"julgus": {"v2", "v1"}, "sedel": {"d2", "d1"}, "G1": {"g2", "g1"}, "A1": {"a2", "a1"},
	} {
		results, _ := x.Find(query, 10, 80)
		if got := found(x, query); !slices.Equal(got, want) || results[0].Cycle != "now" || results[1].Cycle != "old" {
			t.Errorf("%q finds %v of cycles %s and %s, want %v", query, got, results[0].Cycle, results[1].Cycle, want)
		}
	}
	if results, _ := x.Find("mari", 10, 80); len(results) != 1 || results[0].Cycle != "" {
		t.Errorf("a member is of cycle %+v", results)
	}
}

func TestTitlesOfWhatHasNoName(t *testing.T) {
	x := search.New(school(t,
		app.Assessment{ID: "r", Cycle: "c", Framework: "digital", Note: "Kõik osalesid"},
		app.Judgement{ID: "j", Assessment: "r", Item: "pedagogy.feedback", Practice: "Tavaks on rühmatöö"},
		app.Judgement{ID: "unknown", Assessment: "r", Item: "pedagogy.none", Practice: "Tavaks on miski"},
		app.Indicator{ID: "i", Name: "Rahulolu"}, app.Measurement{ID: "m", Indicator: "i", Note: "Kevadel"},
		app.Action{ID: "a", Text: "Avatud   tunnid\nsügisel"}, app.CheckIn{ID: "k", Action: "a", Note: "Viibib"},
		app.Review{ID: "v", Cycle: "c", Decisions: "Tellida ruum"},
	), say)
	for query, want := range map[string][3]string{
		"osalesid":      {"r", "Digitaalselt uuenduslik kool", "note"},
		"uuenduslik":    {"r", "Digitaalselt uuenduslik kool", "framework"},
		"rühmatöö":      {"j", "Tagasiside õppijale", "practice"},
		"oppijale":      {"j", "Tagasiside õppijale", "item"},
		"miski":         {"unknown", "", "practice"},
		"kevadel":       {"m", "Rahulolu", "note"},
		"viibib":        {"k", "Avatud tunnid sügisel", "note"},
		"tellida":       {"v", "", "decisions"},
		"tagasi ruhma":  {"j", "Tagasiside õppijale", "item"},
		"avatud sugise": {"a", "Avatud tunnid sügisel", "text"},
	} {
		results, all := x.Find(query, 10, 100)
		if all != 1 || len(results) != 1 {
			t.Errorf("%q finds %d", query, all)
			continue
		}
		r := results[0]
		if got := [3]string{r.Record.RecordID(), r.Title.Text, r.Field}; got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	// The keys of frameworks and items are no words.
	for _, query := range []string{"pedagogy", "digital.", "framework", "none"} {
		if got := found(x, query); query != "digital." && got != nil {
			t.Errorf("%q finds %v", query, got)
		}
	}
}

func TestNothingTypedFindsNothing(t *testing.T) {
	x := search.New(school(t, app.Idea{ID: "i", Cycle: "c", Text: "Mõte 5 … – „“"}), say)
	for _, query := range []string{"", " ", "\n", "–", "…", "„“", "\u00ad", "\u0301", "🎉", "\xff"} {
		if results, all := x.Find(query, 10, 100); results != nil || all != 0 {
			t.Errorf("%q finds %v", query, results)
		}
	}
	if results, all := x.Find("mõte", 0, 100); results != nil || all != 0 {
		t.Errorf("none of the results wanted: %v", results)
	}
	if results, _ := x.Find("mõte", 1, 0); len(results) != 1 || results[0].Excerpt.Text != "" {
		t.Errorf("no letter wanted: %v", results)
	}
	empty := search.New(bookOf(t), say)
	if results, all := empty.Find("a", 10, 100); results != nil || all != 0 {
		t.Errorf("an empty book has %v", results)
	}
}

func TestNumbersThatAreNoTextsAreNotFound(t *testing.T) {
	x := search.New(school(t, app.Judgement{ID: "j", Practice: "Tava", Agreed: 3, Votes: 7}, app.Indicator{ID: "i", Name: "Arv", Target: app.QuantityOf(75)},
		app.Action{ID: "a", Text: "Töö", Cost: 7500, End: app.NewDate(2027, 3, 1), Status: app.Paused}), say)
	for _, query := range []string{"3", "7", "75", "2027", "paused"} {
		if got := found(x, query); got != nil {
			t.Errorf("%q finds %v", query, got)
		}
	}
}

func TestOnlyTheBestAreShown(t *testing.T) {
	var records []app.Record
	for i := range 30 {
		records = append(records, app.Idea{ID: app.ID[app.Idea](fmt.Sprint("i", i)), Cycle: "c", Text: "mõte kool", Position: i})
	}
	records = append(records, app.Idea{ID: "best", Cycle: "c", Text: "Kool", Position: 99})
	x := search.New(school(t, records...), say)
	results, all := x.Find("kool", 3, 100)
	if all != 31 || len(results) != 3 || results[0].Record.RecordID() != "best" || results[1].Record.RecordID() != "i0" || results[2].Record.RecordID() != "i1" {
		t.Errorf("found %d: %v", all, results)
	}
}

func TestScoresOfRecordsAndOfNamesCompare(t *testing.T) {
	x := search.New(school(t, app.Idea{ID: "i", Cycle: "c", Text: "Avatud tunnid"}), say)
	for _, query := range []string{"tunnid", "avat", "tunn avatud"} {
		results, _ := x.Find(query, 1, 80)
		if score, _, ok := search.Match(query, "Avatud tunnid"); !ok || len(results) != 1 || results[0].Score != score {
			t.Errorf("%q in a text scores %d, in a record %+v", query, score, results)
		}
	}
}

// Given any small book and query, when it is searched, then exactly those records are found of which every word is in some
// text, as Match alone says.
func TestFindAgreesWithMatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.SliceOfN(written(), 3, 3), 0, 8).Draw(t, "texts")
		query := rapid.OneOf(written(), rapid.SampledFrom([]string{"o", "õ k", "ko", "9 2026", "g1"})).Draw(t, "query")
		var records []app.Record
		want := map[string]bool{}
		var words []string
		for _, w := range strings.FieldsFunc(query, func(r rune) bool { return r == ' ' || r == '\n' || r == '\u00a0' }) {
			if _, _, some := search.Match(w, w); some {
				words = append(words, w)
			}
		}
		for i, text := range texts {
			id := fmt.Sprint("p", i)
			records = append(records, app.Review{ID: app.ID[app.Review](id), Present: text[0], Decisions: text[1] + " " + text[2]})
			has := len(words) > 0
			for _, w := range words {
				_, _, ok := search.Match(w, text[0])
				_, _, also := search.Match(w, text[1]+" "+text[2])
				has = has && (ok || also || splits(w, text[0], text[1]+" "+text[2]))
			}
			if has {
				want[id] = true
			}
		}
		b, err := app.NewBook(records...)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		results, all := search.New(b, say).Find(query, 100, 40)
		for _, r := range results {
			got[r.Record.RecordID()] = true
			if r.Title.Text != "" || len(r.Excerpt.Spans) == 0 {
				t.Fatalf("%q finds %+v", query, r)
			}
		}
		if all != len(got) || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q in %q finds %v, want %v", query, texts, got, want)
		}
		if !slices.IsSortedFunc(results, func(a, b search.Result) int { return b.Score - a.Score }) {
			t.Fatalf("%q finds in no order: %v", query, results)
		}
	})
}

// splits tells whether a piece of a query that signs divide into words has some of them in one text and some in another.
func splits(piece, one, other string) bool {
	_, _, ok := search.Match(piece, one+" \n "+other)
	return ok
}

// Given the practice school in each language, when the words of its records are typed, then each record is found.
func TestEveryRecordOfThePracticeSchoolIsFound(t *testing.T) {
	for _, language := range translations.Languages() {
		p := printer(t, language)
		b := bookOf(t, sample.Build(p)...)
		x := search.New(b, p.Text)
		for r := range b.Records() {
			name := app.Name(r)
			if name == "" {
				continue
			}
			results, _ := x.Find(name, 100, 80)
			at := slices.IndexFunc(results, func(found search.Result) bool { return found.Record == r })
			if at < 0 || results[at].Score < results[0].Score {
				t.Errorf("%s: %s %q is at %d of %d", language, r.RecordKind(), name, at, len(results))
			}
		}
	}
}

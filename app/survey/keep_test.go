package survey

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
)

// aRound is a book with a round, and the round.
func aRound(t *testing.T, smallest int, more ...app.Record) (*app.Book, app.Assessment) {
	t.Helper()
	cycle := app.Cycle{ID: "cycle"}
	a := app.Assessment{ID: "round", Cycle: cycle.ID, Framework: "f", Held: app.NewDate(2026, 10, 1)}
	b, err := app.NewBook(append([]app.Record{app.School{ID: "school", Name: "x", Smallest: smallest, Current: cycle.ID}, cycle, a}, more...)...)
	if err != nil {
		t.Fatal(err)
	}
	return b, a
}

func given(group, part string, people int, items ...GivenItem) Given {
	return Given{Group: group, Part: part, People: people, Items: items}
}

// kinds counts the records that an edit adds, and lists the keys of what was withheld.
func outcome(edit app.Edit, withheld []Withheld) (added map[app.Kind]int, why []string) {
	added = map[app.Kind]int{}
	for _, c := range edit.Changes {
		added[c.After.RecordKind()]++
	}
	for _, w := range withheld {
		why = append(why, w.Item+" "+w.Text.Key)
	}
	slices.Sort(why)
	return added, why
}

func TestWhatIsKeptOfASurvey(t *testing.T) {
	remarks := func(n int) []RemarkResult {
		return []RemarkResult{{Item: "four", Authors: n, Texts: slices.Repeat([]string{"x"}, n)}}
	}
	wrote := given("pupils", "", 9, GivenItem{"four", 9, 3})
	wrote.Remarks = remarks(5)
	few := given("pupils", "", 9, GivenItem{"four", 9, 3})
	few.Remarks = remarks(4)
	for name, c := range map[string]struct {
		answers []Given
		added   map[app.Kind]int
		why     []string
	}{
		"a group": {[]Given{given("pupils", "", 24, GivenItem{"four", 24, 2.5}, GivenItem{"two", 20, 1.5})},
			map[app.Kind]int{app.KindSurvey: 1, app.KindSurveyMean: 2}, nil},
		"four people": {[]Given{given("pupils", "", 4, GivenItem{"four", 4, 2.5})}, map[app.Kind]int{}, []string{" survey.keep.small"}},
		"an item of four people": {[]Given{given("pupils", "", 24, GivenItem{"four", 4, 2.5}, GivenItem{"two", 20, 1.5})},
			map[app.Kind]int{app.KindSurvey: 1, app.KindSurveyMean: 1}, []string{"four survey.keep.small_item"}},
		"a part that leaves three": {[]Given{given("pupils", "", 23, GivenItem{"four", 23, 2.5}), given("pupils", "a", 20, GivenItem{"four", 20, 2})},
			map[app.Kind]int{app.KindSurvey: 1, app.KindSurveyMean: 1}, []string{"four survey.keep.subtracted"}},
		"parts that leave nobody": {[]Given{given("pupils", "", 40, GivenItem{"four", 40, 2.5}), given("pupils", "a", 20, GivenItem{"four", 20, 2}),
			given("pupils", "b", 20, GivenItem{"four", 20, 3})}, map[app.Kind]int{app.KindSurvey: 3, app.KindSurveyMean: 3}, nil},
		"five who wrote": {[]Given{wrote}, map[app.Kind]int{app.KindSurvey: 1, app.KindSurveyMean: 1, app.KindRemark: 5}, nil},
		"four who wrote": {[]Given{few}, map[app.Kind]int{app.KindSurvey: 1, app.KindSurveyMean: 1}, []string{"four survey.keep.remarks"}},
		"nobody":         {[]Given{given("pupils", "", 0)}, map[app.Kind]int{}, nil},
	} {
		b, round := aRound(t, 0)
		edit, withheld, err := Keep(b, round, aFramework(), round.Held, "", c.answers)
		if err != nil {
			t.Fatal(err)
		}
		added, why := outcome(edit, withheld)
		if diff := cmp.Diff(c.added, added); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if diff := cmp.Diff(c.why, why); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAnswersThatCannotBeAreRefusedWhole(t *testing.T) {
	for name, c := range map[string]struct {
		answers []Given
		key     string
	}{
		"no group":           {[]Given{given(" ", "", 9)}, "survey.keep.no_group"},
		"a group twice":      {[]Given{given("pupils", "", 9), given("pupils", "", 8)}, "survey.keep.twice"},
		"fewer than nobody":  {[]Given{given("pupils", "", -1)}, "error.people"},
		"an unknown item":    {[]Given{given("pupils", "", 9, GivenItem{"none", 9, 2})}, "survey.keep.unknown"},
		"more than answered": {[]Given{given("pupils", "", 9, GivenItem{"four", 10, 2})}, "survey.keep.people"},
		"below the scale":    {[]Given{given("pupils", "", 9, GivenItem{"four", 9, 0.9})}, "survey.keep.mean"},
		"above the scale":    {[]Given{given("pupils", "", 9, GivenItem{"four", 9, 4.1})}, "survey.keep.mean"},
	} {
		b, round := aRound(t, 0)
		edit, _, err := Keep(b, round, aFramework(), round.Held, "", c.answers)
		if app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != c.key || len(edit.Changes) > 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Given a survey that is kept, when one with two people more comes, then their answers cannot be worked out from both.
func TestASecondSurveyOfNearlyTheSamePeopleIsKeptMoreCoarsely(t *testing.T) {
	first := app.Survey{ID: "first", Assessment: "round", Group: "pupils", People: 30}
	b, round := aRound(t, 0, first, app.SurveyMean{ID: "mean", Survey: "first", Item: "four", People: 30, Mean: app.QuantityOf(2)})
	_, withheld, err := Keep(b, round, aFramework(), round.Held, "", []Given{given("pupils", "", 32, GivenItem{"four", 32, 2.13})})
	if err != nil {
		t.Fatal(err)
	}
	if _, why := outcome(app.Edit{}, withheld); len(why) != 1 || why[0] != "four survey.keep.coarser" && why[0] != "four survey.keep.differs" {
		t.Errorf("%q", why)
	}
}

func TestAHigherLimitTakesAwayWhatIsBelowIt(t *testing.T) {
	b, _ := aRound(t, 0, app.Survey{ID: "small", Assessment: "round", Group: "teachers", People: 6},
		app.SurveyMean{ID: "m1", Survey: "small", Item: "four", People: 6, Mean: app.QuantityOf(2)},
		app.Survey{ID: "large", Assessment: "round", Group: "pupils", People: 20},
		app.SurveyMean{ID: "m2", Survey: "large", Item: "four", People: 20, Mean: app.QuantityOf(2)},
		app.SurveyMean{ID: "m3", Survey: "large", Item: "two", People: 7, Mean: app.QuantityOf(1.5)})
	edit, gone, err := SetLimit(b, 8)
	if err != nil || gone != 2 {
		t.Fatalf("%d gone, %v", gone, err)
	}
	left := map[string]bool{"m1": true, "m2": true, "m3": true, "small": true, "large": true}
	for _, c := range edit.Changes {
		if c.After == nil {
			delete(left, c.Before.RecordID())
		}
	}
	if diff := cmp.Diff(map[string]bool{"m2": true, "large": true}, left); diff != "" {
		t.Error(diff)
	}
	if _, _, err := SetLimit(b, 2); app.Sentence(err).Key != "error.smallest_group" {
		t.Errorf("a limit of two: %v", err)
	}
}

func BenchmarkKeep(b *testing.B) {
	f := app.Framework{Key: "f", Elements: []app.Element{{Key: "e"}}}
	var records []app.Record
	groups := append(app.Groups(), "guests")
	for i := range 18 {
		f.Elements[0].Items = append(f.Elements[0].Items, app.Item{Key: string(rune('a' + i)), Levels: 4})
	}
	for round := range 5 {
		a := app.Assessment{ID: app.NewID[app.Assessment](), Framework: "f", Held: app.NewDate(2022+round, 10, 1)}
		records = append(records, a)
		for n, g := range groups {
			s := app.Survey{ID: app.NewID[app.Survey](), Assessment: a.ID, Group: string(g), People: 30 + 7*n + 11*round}
			records = append(records, s)
			for _, i := range f.Items() {
				records = append(records, app.SurveyMean{ID: app.NewID[app.SurveyMean](), Survey: s.ID, Item: i.Key, People: s.People, Mean: app.QuantityOf(2.3)})
			}
		}
	}
	book, err := app.NewBook(records...)
	if err != nil {
		b.Fatal(err)
	}
	var answers []Given
	for n, g := range groups {
		a := given(string(g), "", 90+n)
		for _, i := range f.Items() {
			a.Items = append(a.Items, GivenItem{i.Key, 90 + n, 2.4})
		}
		answers = append(answers, a)
	}
	for b.Loop() {
		if _, _, err := Keep(book, records[0].(app.Assessment), f, app.NewDate(2026, 10, 1), "", answers); err != nil {
			b.Fatal(err)
		}
	}
}

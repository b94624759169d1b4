package assessment_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/assessment"
)

type memory struct{}

func (memory) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

// two is a framework of two elements with two items each.
var two = app.Framework{Key: "two", Elements: []app.Element{
	{Key: "a", Items: []app.Item{{Key: "a.one", Levels: 4}, {Key: "a.two", Levels: 4}}},
	{Key: "b", Items: []app.Item{{Key: "b.one", Levels: 4}, {Key: "b.two", Levels: 4}}},
}}

var shipped = []app.Framework{two, {Key: "own", Elements: []app.Element{{Key: "c", Items: []app.Item{{Key: "c.one", Levels: 4}}}}}}

var (
	cycle  = app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}
	first  = app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: "two", Held: app.NewDate(2025, 10, 1)}
	second = app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: "two", Held: app.NewDate(2026, 10, 1)}
)

func newBook(t *testing.T, records ...app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(append([]app.Record{cycle}, records...)...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func judged(round app.Assessment, item string, agreed, target int) app.Judgement {
	return app.Judgement{ID: app.NewID[app.Judgement](), Assessment: round.ID, Item: item, Agreed: agreed, Target: target}
}

func TestGap(t *testing.T) {
	for _, c := range []struct {
		j    app.Judgement
		want int
	}{
		{app.Judgement{Agreed: 1, Target: 4}, 3},
		{app.Judgement{Agreed: 3, Target: 3}, 0},
		{app.Judgement{Agreed: 4, Target: 2}, 0},
		{app.Judgement{Target: 4}, 0},
		{app.Judgement{Agreed: 2}, 0},
		{app.Judgement{Agreed: 1, Target: 4, NotApplicable: true}, 0},
	} {
		if got := assessment.Gap(c.j); got != c.want {
			t.Errorf("gap of %+v is %d, want %d", c.j, got, c.want)
		}
	}
}

func TestSpreadAndAnswered(t *testing.T) {
	for _, c := range []struct {
		j        app.Judgement
		spread   int
		answered bool
	}{
		{app.Judgement{}, 0, false},
		{app.Judgement{Votes: 5, Lowest: 1, Highest: 4}, 3, false},
		{app.Judgement{Lowest: 2, Highest: 2, Agreed: 2}, 0, true},
		{app.Judgement{Target: 4}, 0, false},
		{app.Judgement{Practice: "x"}, 0, true},
		{app.Judgement{Needs: "x"}, 0, true},
		{app.Judgement{Ideas: "x"}, 0, true},
		{app.Judgement{Votes: 5, Lowest: 1, Highest: 4, Dissent: "x"}, 3, true},
		{app.Judgement{NotApplicable: true}, 0, true},
	} {
		if got := assessment.Spread(c.j); got != c.spread {
			t.Errorf("spread of %+v is %d, want %d", c.j, got, c.spread)
		}
		if got := assessment.Answered(c.j); got != c.answered {
			t.Errorf("%+v answered: %t, want %t", c.j, got, c.answered)
		}
	}
}

func TestLatestAndBefore(t *testing.T) {
	other := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: "own", Held: app.NewDate(2026, 5, 1)}
	b := newBook(t, second, other, first)
	if got, ok := assessment.Latest(b, cycle.ID); !ok || got != second {
		t.Errorf("latest is %+v", got)
	}
	if got, ok := assessment.Before(b, shipped, second); !ok || got != first {
		t.Errorf("before the second is %+v", got)
	}
	if got, ok := assessment.Before(b, shipped, first); ok {
		t.Errorf("before the first is %+v", got)
	}
	if got, ok := assessment.Latest(b, "none"); ok {
		t.Errorf("latest of no cycle is %+v", got)
	}
}

// given a round before and a round now, in which one item does not apply and one is unanswered
func TestResults(t *testing.T) {
	backed := judged(second, "a.one", 3, 4)
	claimed := judged(second, "a.two", 1, 4)
	claimed.Votes, claimed.Lowest, claimed.Highest = 6, 1, 4
	apart := judged(second, "b.one", 2, 4)
	apart.NotApplicable = true
	apart.Lowest, apart.Highest = 2, 3
	b := newBook(t, first, second, backed, claimed, apart, judged(first, "a.one", 2, 4), judged(first, "b.one", 4, 4),
		app.Evidence{ID: app.NewID[app.Evidence](), Judgement: backed.ID, What: "notes", Strength: app.Observed, Position: 1},
		app.Evidence{ID: app.NewID[app.Evidence](), Judgement: claimed.ID, What: "we think so", Strength: app.Claim, Position: 1})

	r, _ := assessment.ResultsOf(b, shipped, second)

	if r.Answered != 3 || !r.HasLast || len(r.Rows) != 4 {
		t.Errorf("answered %d, has last %t, %d rows", r.Answered, r.HasLast, len(r.Rows))
	}
	type axis struct {
		now, target, last float64
		weak              bool
	}
	var got []axis
	for _, a := range r.Axes {
		got = append(got, axis{a.Now, a.Target, a.Last, a.Weak})
	}
	want := []axis{{2, 4, 2, false}, {0, 0, 0, false}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(axis{})); diff != "" {
		t.Error(diff)
	}
	items := func(rows []assessment.Row) []string {
		var keys []string
		for _, row := range rows {
			keys = append(keys, row.Item.Key)
		}
		return keys
	}
	for _, c := range []struct {
		name string
		rows []assessment.Row
		want []string
	}{
		{"strongest", r.Strongest(3), []string{"a.one", "a.two"}},
		{"strongest, one", r.Strongest(1), []string{"a.one"}},
		{"widest gaps", r.WidestGaps(3), []string{"a.two", "a.one"}},
		{"most divided", r.MostDivided(3), []string{"a.two"}},
	} {
		if diff := cmp.Diff(c.want, items(c.rows)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	for i, weak := range []bool{false, true} {
		if r.Rows[i].Weak() != weak {
			t.Errorf("%s is weak: %t, want %t", r.Rows[i].Item.Key, !weak, weak)
		}
	}
}

func TestAnAxisIsWeakWhenMostOfItsLevelsLackEvidence(t *testing.T) {
	for _, c := range []struct {
		name   string
		levels []int // of the two items of element a
		backed bool  // the first item has evidence
		want   bool
	}{
		{"no level", []int{0, 0}, false, false},
		{"its only level lacks evidence", []int{3, 0}, false, true},
		{"its only level has evidence", []int{3, 0}, true, false},
		{"one of two lacks evidence", []int{3, 2}, true, false},
		{"both lack evidence", []int{3, 2}, false, true},
	} {
		one, other := judged(second, "a.one", c.levels[0], 4), judged(second, "a.two", c.levels[1], 4)
		records := []app.Record{second, one, other}
		if c.backed {
			records = append(records, app.Evidence{ID: app.NewID[app.Evidence](), Judgement: one.ID, What: "notes", Strength: app.Measured})
		}
		if r, _ := assessment.ResultsOf(newBook(t, records...), shipped, second); r.Axes[0].Weak != c.want {
			t.Errorf("%s: weak is %t", c.name, r.Axes[0].Weak)
		}
	}
}

func TestMeansStayWithinTheLevels(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		records := []app.Record{second}
		for _, item := range two.Items() {
			j := judged(second, item.Key, rapid.IntRange(0, 4).Draw(r, "agreed"), rapid.IntRange(0, 4).Draw(r, "target"))
			j.NotApplicable = rapid.Bool().Draw(r, "not applicable")
			records = append(records, j)
		}
		results, _ := assessment.ResultsOf(newBook(t, records...), shipped, second)
		for _, a := range results.Axes {
			if a.Now < 0 || a.Now > 4 || a.Target < 0 || a.Target > 4 || (a.Now > 0 && a.Target < a.Now && fullyRated(results, a)) {
				r.Fatalf("axis %+v", a)
			}
		}
		for _, row := range results.WidestGaps(4) {
			if assessment.Gap(row.Judgement) < 1 {
				r.Fatalf("no gap in %+v", row)
			}
		}
	})
}

// fullyRated tells whether every item of an axis that applies has a level, so that both means are over the same items.
func fullyRated(r assessment.Results, a assessment.Axis) bool {
	for _, row := range r.Rows {
		if row.Element.Key == a.Element.Key && row.Judgement.Agreed == 0 && !row.Judgement.NotApplicable {
			return false
		}
	}
	return true
}

func TestSaveEvidenceBringsItsJudgement(t *testing.T) {
	b := newBook(t, second)
	h := app.NewHistory(b, memory{}, time.Now)
	for _, what := range []string{"notes", "survey"} {
		j := assessment.Of(b, second.ID, "a.one")
		edit, err := assessment.SaveEvidence(b, j, app.Evidence{What: what, Strength: app.Document})
		if err != nil {
			t.Fatal(err)
		}
		if err := h.Do(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
	}
	j := assessment.Of(b, second.ID, "a.one")
	list := assessment.EvidenceOf(b, j.ID)
	if b.Judgements.Len() != 1 || len(list) != 2 || list[0].What != "notes" || list[1].What != "survey" {
		t.Fatalf("%d judgements, evidence %+v", b.Judgements.Len(), list)
	}
	if err := h.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := h.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if b.Judgements.Len() != 0 || b.Evidence.Len() != 0 {
		t.Error("undo left something behind")
	}
	if _, err := assessment.SaveEvidence(b, j, app.Evidence{Strength: app.Document}); app.KindOf(err) != app.KindInvalid {
		t.Errorf("evidence without words: %v", err)
	}
}

func TestStart(t *testing.T) {
	b := newBook(t)
	edit, round, err := assessment.Start(b, cycle.ID, two, app.NewDate(2026, 11, 1), app.Both)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]app.Change{app.Insert(round)}, edit.Changes, cmp.AllowUnexported(app.Date{})); diff != "" {
		t.Error(diff)
	}
	if _, _, err := assessment.Start(b, cycle.ID, app.Framework{}, app.Date{}, app.Both); app.KindOf(err) != app.KindInvalid {
		t.Errorf("a round without a framework: %v", err)
	}
}

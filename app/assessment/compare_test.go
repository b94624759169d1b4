package assessment_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/assessment"
)

// own is a framework of a school's own with an item of each question; each same as the item elsewhere that is named, if any.
func own(key string, items ...app.Item) app.Framework {
	return app.Framework{Key: key, Own: true, Words: app.FrameworkWords{Name: key}, Elements: []app.Element{{Key: "e", Name: "E", Items: items}}}
}

func item(key, same, question string, levels ...string) app.Item {
	return app.Item{Key: key, Same: same, Levels: len(levels), Words: app.ItemWords{Name: key, Question: question, Levels: levels}}
}

func frozen(f app.Framework, held app.Date) app.Assessment {
	return app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: f.Key, Held: held, Frozen: app.Bytes(app.WriteFramework(f))}
}

func TestRoundsAreComparedItemByItem(t *testing.T) {
	was := frozen(own("x", item("risen", "", "q", "1", "2", "3"), item("fallen", "", "q", "1", "2", "3"), item("same", "", "q", "1", "2", "3"),
		item("reworded", "", "q", "1", "2", "3"), item("gone", "", "q", "1", "2", "3"), item("unrated", "", "q", "1", "2", "3")), app.NewDate(2025, 10, 1))
	now := frozen(own("x", item("risen", "", "q", "1", "2", "3"), item("fallen", "", "q", "1", "2", "3"), item("same", "", "q", "1", "2", "3"),
		item("reworded", "", "another q", "1", "2", "3"), item("unrated", "", "q", "1", "2", "3"), item("new", "", "q", "1", "2", "3")), app.NewDate(2026, 10, 1))
	records := []app.Record{was, now}
	for key, levels := range map[string][2]int{"risen": {1, 2}, "fallen": {3, 1}, "same": {2, 2}, "reworded": {1, 3}, "gone": {2, 0}, "unrated": {2, 0}, "new": {0, 2}} {
		if levels[0] > 0 {
			records = append(records, judged(was, key, levels[0], 0))
		}
		if levels[1] > 0 {
			records = append(records, judged(now, key, levels[1], 0))
		}
	}
	c := assessment.Compare(newBook(t, records...), nil, now, was)
	got := map[string]string{}
	for _, turn := range assessment.Turns() {
		for _, l := range c.Of(turn) {
			got[l.Item.Key] = string(turn) + " " + string(rune('0'+l.From)) + string(rune('0'+l.To))
		}
	}
	want := map[string]string{"risen": "rose 12", "fallen": "fell 31", "same": "stayed 22", "reworded": "reworded 03", "gone": "gone 00",
		"unrated": "unrated 20", "new": "new 02"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestACopyOfAShippedItemStaysComparable(t *testing.T) {
	copied := frozen(own("mine", item("1", "two/a.one", "q", "1", "2", "3", "4"), item("2", "", "changed", "1", "2", "3", "4")), app.NewDate(2026, 12, 1))
	b := newBook(t, first, copied, judged(first, "a.one", 2, 3), judged(copied, "1", 3, 3), judged(copied, "2", 1, 1))
	before, ok := assessment.Before(b, shipped, copied)
	if !ok || before.ID != first.ID {
		t.Fatalf("before: %+v, %t", before, ok)
	}
	c := assessment.Compare(b, shipped, copied, before)
	if c.Lines[0].Turn != assessment.Rose || c.Lines[0].From != 2 || c.Lines[1].Turn != assessment.New || len(c.Of(assessment.Gone)) != 3 {
		t.Errorf("%+v", c.Lines)
	}
}

func TestAFrameworkThatNobodyKnowsGivesNoResults(t *testing.T) {
	lost := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: "lost", Held: app.NewDate(2026, 10, 1)}
	b := newBook(t, lost)
	if _, ok := assessment.ResultsOf(b, shipped, lost); ok {
		t.Error("results of a framework that is not there")
	}
}

func TestAnOwnFrameworkIsFrozenIntoItsRound(t *testing.T) {
	f := own("mine", item("1", "", "q", "1", "2"))
	_, round, err := assessment.Start(newBook(t), cycle.ID, f, app.NewDate(2026, 12, 1), app.Levels)
	if err != nil {
		t.Fatal(err)
	}
	got, ok := app.FrameworkOf(round, nil)
	if diff := cmp.Diff(f, got); !ok || diff != "" {
		t.Error(diff)
	}
	if _, _, err := assessment.Start(newBook(t), cycle.ID, own("mine", item("1", "", "q", "1", "")), app.Date{}, app.Both); app.KindOf(err) != app.KindInvalid {
		t.Errorf("a framework without a level: %v", err)
	}
}

package report

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/app"
)

// Given any actions, the budget holds every cost but those of dropped actions, in years that are in order.
func TestBudgetLosesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var actions []app.Action
		var want app.Money
		for range rapid.IntRange(0, 20).Draw(r, "actions") {
			a := app.Action{
				Cost:    app.Money(rapid.IntRange(0, 1_000_000).Draw(r, "cost")),
				Funding: rapid.SampledFrom([]string{"", "Budget", "budget ", "Grant"}).Draw(r, "funding"),
				Status:  rapid.SampledFrom(app.Statuses()).Draw(r, "status"),
			}
			if rapid.Bool().Draw(r, "dated") {
				a.Start = app.NewDate(rapid.IntRange(2020, 2040).Draw(r, "year"), 1, 1)
			}
			if a.Status != app.Dropped {
				want += a.Cost
			}
			actions = append(actions, a)
		}
		b := budgetOf(actions)
		var got app.Money
		for _, f := range b.sources {
			got += f.total()
			for year := range f.byYear {
				if !slices.Contains(b.years, year) {
					r.Fatalf("the year %d has no column", year)
				}
			}
		}
		if got != want {
			r.Fatalf("the budget is %d, the actions cost %d", got, want)
		}
		if !slices.IsSortedFunc(b.years, func(x, y int) int { return unknownLast(x) - unknownLast(y) }) || len(b.sources) > 3 {
			r.Fatalf("years %v, %d sources", b.years, len(b.sources))
		}
	})
}

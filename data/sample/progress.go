package sample

import (
	"fmt"

	"waymark/app"
)

// checkIn is what a review says about an action, given by the name that its keys have.
type checkIn struct {
	action     string
	status     app.Status
	confidence int
}

// review is a row of the table below; its number is part of the keys of its texts.
type review struct {
	date, next app.Date
	checkIns   []checkIn
}

func allReviews() []review {
	return []review{
		{day(2026, 1, 29), day(2026, 6, 11), []checkIn{
			{"workshop", app.InProgress, 5},
			{"topics", app.InProgress, 4},
			{"folder", app.InProgress, 4},
			{"coverage", app.InProgress, 5},
			{"faults", app.InProgress, 3},
			{"rounds", app.InProgress, 4},
		}},
		{day(2026, 6, 11), day(2026, 10, 22), []checkIn{
			{"workshop", app.Done, 5},
			{"tryout", app.Done, 4},
			{"topics", app.Done, 5},
			{"evening1", app.Done, 5},
			{"hour", app.InProgress, 4},
			{"folder", app.Done, 5},
			{"exchange", app.InProgress, 2},
			{"coverage", app.Done, 5},
			{"access", app.InProgress, 4},
			{"laptops", app.InProgress, 3},
			{"faults", app.Done, 5},
			{"rounds", app.InProgress, 4},
		}},
		{day(2026, 10, 22), day(2027, 1, 28), []checkIn{
			{"words", app.InProgress, 4},
			{"collection", app.InProgress, 3},
			{"kits", app.InProgress, 2},
			{"hour", app.Done, 5},
			{"pairs", app.InProgress, 4},
			{"exchange", app.Dropped, 1},
			{"access", app.InProgress, 2},
			{"laptops", app.Paused, 2},
			{"skills", app.InProgress, 4},
			{"rounds", app.InProgress, 5},
		}},
	}
}

// reviews adds the review meetings with what they said about each action.
func (b *builder) reviews(cycle app.ID[app.Cycle], actions map[string]app.ID[app.Action]) {
	for i, row := range allReviews() {
		key := fmt.Sprintf("review.%d.", i+1)
		r := app.Review{ID: draw[app.Review](b), Cycle: cycle, Date: row.date, Present: b.say(key + "present"),
			Decisions: b.say(key + "decisions"), Next: row.next}
		b.add(r)
		for _, c := range row.checkIns {
			b.add(app.CheckIn{ID: draw[app.CheckIn](b), Review: r.ID, Action: actions[c.action], Status: c.status,
				Confidence: c.confidence, Note: b.say(key + c.action)})
		}
	}
}

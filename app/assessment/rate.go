package assessment

import (
	"cmp"

	"waymark/app"
	"waymark/app/ballot"
)

// Agree returns the edit that keeps the level on which the team agreed, with what remains of the vote before it; nil for no
// vote. Of a vote with two in the middle the middle lies between them.
func Agree(b *app.Book, a app.ID[app.Assessment], item string, vote *ballot.Result, level int) (app.Edit, error) {
	j := settled(b, a, item, vote)
	j.Agreed = level
	return app.Save(b, j)
}

// Differ returns the edit that keeps a vote after which the team agreed to differ, with the reason. Without one it is an
// Error of KindInvalid.
func Differ(b *app.Book, a app.ID[app.Assessment], item string, vote ballot.Result, reason string) (app.Edit, error) {
	j := settled(b, a, item, &vote)
	j.Agreed, j.Dissent = 0, app.Clean(reason)
	if j.Dissent == "" {
		return app.Edit{}, app.Invalid("differ", app.Say("error.dissent"))
	}
	return app.Save(b, j)
}

// settled is the judgement of an item with what remains of a vote; it no longer waits for later.
func settled(b *app.Book, a app.ID[app.Assessment], item string, vote *ballot.Result) app.Judgement {
	j := Of(b, a, item)
	j.Later, j.NotApplicable = false, false
	if vote != nil {
		j.Votes, j.Lowest, j.Highest = vote.Voters, vote.Lowest, vote.Highest
		j.Median = app.QuantityOf(float64(vote.Middle+vote.Upper) / 2)
	}
	return j
}

// Present is how many people voted on the item on which most did; 0 before the first vote of a round.
func (r Results) Present() int {
	most := 0
	for _, row := range r.Rows {
		most = max(most, row.Judgement.Votes)
	}
	return most
}

// Open returns the indexes of the rows that the team has not answered: first those it has not come to, then those it left
// for later.
func (r Results) Open() []int {
	var open, later []int
	for i, row := range r.Rows {
		switch {
		case Answered(row.Judgement):
		case row.Judgement.Later:
			later = append(later, i)
		default:
			open = append(open, i)
		}
	}
	return append(open, later...)
}

// MinutesAnItem is how long an item takes unless the team wants it otherwise: eighteen fit into ninety minutes.
const MinutesAnItem = 5

// boxName is what time boxes call a step, so that other workshops may have one of the same name.
func boxName(step string) string { return "assessment." + step }

// item is the only step of a self-assessment that has a time box.
const item = "item"

// Minutes returns how long an item of a framework may take.
func Minutes(b *app.Book, cycle app.ID[app.Cycle], f app.Framework) int {
	if box, ok := boxOf(b, cycle); ok {
		return box.Minutes
	}
	return cmp.Or(f.Pace, MinutesAnItem)
}

// About is how long n items take, in minutes that a team plans with: in fives.
func About(n, minutes int) int { return (n*minutes + 4) / 5 * 5 }

// SetMinutes returns the edit that gives each item its minutes. Fewer than 1 and more than app.MostMinutes are Errors of
// KindInvalid.
func SetMinutes(b *app.Book, cycle app.ID[app.Cycle], minutes int) (app.Edit, error) {
	box, ok := boxOf(b, cycle)
	if !ok {
		if minutes == MinutesAnItem {
			return app.Edit{}, nil
		}
		box = app.TimeBox{ID: app.NewID[app.TimeBox](), Cycle: cycle, Step: boxName(item)}
	}
	box.Minutes = minutes
	return app.Save(b, box)
}

func boxOf(b *app.Book, cycle app.ID[app.Cycle]) (app.TimeBox, bool) {
	for box := range b.TimeBoxes.All() {
		if box.Cycle == cycle && box.Step == boxName(item) {
			return box, true
		}
	}
	return app.TimeBox{}, false
}

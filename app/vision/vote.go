package vision

import (
	"cmp"
	"slices"

	"waymark/app"
)

// Votes returns the votes on the themes of a cycle, the first round first.
func Votes(b *app.Book, cycle app.ID[app.Cycle]) []app.DotVote {
	return b.DotVotes.Where(func(v app.DotVote) bool { return v.Cycle == cycle })
}

// LatestVote returns the last round, and whether there has been any.
func LatestVote(b *app.Book, cycle app.ID[app.Cycle]) (app.DotVote, bool) {
	votes := Votes(b, cycle)
	if len(votes) == 0 {
		return app.DotVote{}, false
	}
	return votes[len(votes)-1], true
}

// DotsOf returns how many dots each theme of a vote got; it has no others.
func DotsOf(b *app.Book, vote app.ID[app.DotVote]) map[app.ID[app.Theme]]int {
	dots := map[app.ID[app.Theme]]int{}
	for c := range b.DotCounts.All() {
		if c.Vote == vote {
			dots[c.Theme] += c.Dots
		}
	}
	return dots
}

// RecordDots returns the edit that keeps the counts of a vote as the next round: how many dots each of themes got from so
// many voters with so many dots each. No voters or dots, counts below nothing, and more dots than were given out are
// Errors of KindInvalid; themes that are not of the cycle, are there twice or do not fit counts are one of KindConflict.
func RecordDots(b *app.Book, cycle app.ID[app.Cycle], day app.Date, dots int, themes []app.ID[app.Theme], counts []int, voters int) (app.Edit, error) {
	const op = "record dots"
	if len(themes) == 0 {
		return app.Edit{}, app.Invalid(op, app.Say("error.no_themes"))
	}
	if len(themes) != len(counts) {
		return app.Edit{}, vanished(op)
	}
	sum := 0
	for i, id := range themes {
		if theme, ok := b.Themes.Get(id); !ok || theme.Cycle != cycle || slices.Contains(themes[:i], id) {
			return app.Edit{}, vanished(op)
		}
		if counts[i] < 0 {
			return app.Edit{}, app.Invalid(op, app.Say("error.vote_negative"))
		}
		sum += counts[i]
	}
	switch {
	case voters < 1:
		return app.Edit{}, app.Invalid(op, app.Say("error.nobody_voted"))
	case dots < 1:
		return app.Edit{}, app.Invalid(op, app.Say("error.no_dots"))
	case sum > voters*dots:
		return app.Edit{}, app.Invalid(op, app.Say("error.too_many_dots", "counted", sum, "voters", voters, "dots", dots, "most", voters*dots))
	}
	vote := app.DotVote{ID: app.NewID[app.DotVote](), Cycle: cycle, Held: day, Voters: voters, Dots: dots, Round: 1}
	if last, ok := LatestVote(b, cycle); ok {
		vote.Round = last.Round + 1
	}
	edit := app.Edit{Label: app.Label(b, "edit.add", vote), Changes: []app.Change{app.Insert(vote)}}
	for i, theme := range themes {
		edit.Changes = append(edit.Changes, app.Insert(app.DotCount{ID: app.NewID[app.DotCount](), Vote: vote.ID, Theme: theme, Dots: counts[i]}))
	}
	return edit, nil
}

// Top returns the n themes with the most dots, fewer when fewer have any; those that tie are in the order of the board. A
// vote on nothing but themes that tied in the one before it decides among them and leaves the others where they were; any
// other vote takes the place of all before it. While nothing has been voted, they are the first n of the board.
func Top(b *app.Book, cycle app.ID[app.Cycle], n int) []Column {
	columns, _ := ranked(b, cycle)
	return columns[:min(max(n, 0), len(columns))]
}

// Tied returns the themes among which the last of the n places of Top is not decided, none when it is.
func Tied(b *app.Book, cycle app.ID[app.Cycle], n int) []Column {
	columns, compare := ranked(b, cycle)
	if compare == nil || n < 1 || n >= len(columns) || compare(columns[n-1], columns[n]) != 0 {
		return nil
	}
	last := columns[n-1]
	return slices.DeleteFunc(columns, func(c Column) bool { return compare(c, last) != 0 })
}

// ranked returns the themes that have dots, those with the most first, and how they compare; all in the order of the board
// and nothing while there has been no vote.
func ranked(b *app.Book, cycle app.ID[app.Cycle]) ([]Column, func(x, y Column) int) {
	columns, ballots := BoardOf(b, cycle).Columns, standing(b, cycle)
	if len(ballots) == 0 {
		return columns, nil
	}
	compare := func(x, y Column) int { return compareDots(ballots, x.Theme.ID, y.Theme.ID) }
	columns = slices.DeleteFunc(columns, func(c Column) bool { return c.Dots == 0 })
	slices.SortStableFunc(columns, compare)
	return columns, compare
}

// standing returns the dots of the votes that count: one, and behind it those that decided ties that it left.
func standing(b *app.Book, cycle app.ID[app.Cycle]) []map[app.ID[app.Theme]]int {
	var ballots []map[app.ID[app.Theme]]int
	for _, vote := range Votes(b, cycle) {
		dots := DotsOf(b, vote.ID)
		if len(dots) == 0 {
			continue // each of its themes has been removed
		}
		if len(ballots) == 0 || len(dots) >= len(ballots[0]) || !tie(ballots, dots) {
			ballots = nil
		}
		ballots = append(ballots, dots)
	}
	return ballots
}

// tie tells whether the themes of dots all tie in ballots.
func tie(ballots []map[app.ID[app.Theme]]int, dots map[app.ID[app.Theme]]int) bool {
	var first app.ID[app.Theme]
	for theme := range dots {
		if _, voted := ballots[0][theme]; !voted {
			return false
		}
		if first == "" {
			first = theme
		}
		if compareDots(ballots, first, theme) != 0 {
			return false
		}
	}
	return true
}

// compareDots puts the theme with more dots first: in the first of the ballots, when they tie there in the next, and so on. A
// theme that was in a ballot comes before one that was not.
func compareDots(ballots []map[app.ID[app.Theme]]int, x, y app.ID[app.Theme]) int {
	of := func(ballot map[app.ID[app.Theme]]int, theme app.ID[app.Theme]) int {
		if dots, ok := ballot[theme]; ok {
			return dots
		}
		return -1
	}
	for _, ballot := range ballots {
		if c := cmp.Compare(of(ballot, y), of(ballot, x)); c != 0 {
			return c
		}
	}
	return 0
}

package main

import (
	"slices"

	"waymark/app"
)

// ratings are the steps of an item of the self-assessment, on the wall and on its page, and the beginning of a round.
func ratings(records, begun []app.Record) []state {
	item := "assessment/item/pedagogy.use"
	fresh := unrated(records)
	inWords := withWay(fresh, app.Words)
	wall := func(name string, of []app.Record, keys ...string) state {
		return state{name: "room-rate-" + name, at: item, records: of, act: onWall(keys...)}
	}
	return []state{
		wall("vote", fresh),
		wall("votes-in", fresh, "12333"),
		wall("hands", fresh, "mm12"),
		wall("revealed", fresh, "12333234 "),
		wall("again", fresh, "12333234 v3333"),
		wall("agreed", fresh, "12333234 3"),
		wall("target", fresh, "12333234 34"),
		wall("writing", fresh, "12333234 d", "The upper school sees it otherwise"),
		wall("differed", fresh, "12333234 d", "The upper school sees it otherwise", "Return"),
		wall("left-out", fresh, "n"),
		wall("wrong", fresh, "7"),
		wall("words", inWords),
		{name: "assessment-start", at: "assessment/start", records: records},
		{name: "assessment-start-words", at: "assessment", records: begun, act: pressing("framework.quick.name")},
		{name: "assessment-fresh", at: "assessment", records: fresh},
		{name: "assessment-item-fresh", at: item, records: fresh},
		{name: "assessment-item-vote", at: item, records: fresh, act: pressing("assessment.item.vote")},
		{name: "assessment-item-words", at: item, records: inWords},
		{name: "assessment-item-bold", at: "assessment/item/knowledge.tools", records: records},
	}
}

// unrated is the sample with nothing said yet in its newest round.
func unrated(records []app.Record) []app.Record {
	newest := newestRound(records)
	gone := map[app.ID[app.Judgement]]bool{}
	return slices.DeleteFunc(slices.Clone(records), func(r app.Record) bool {
		switch r := r.(type) {
		case app.Judgement:
			gone[r.ID] = r.Assessment == newest
			return gone[r.ID]
		case app.Evidence:
			return gone[r.Judgement]
		case app.Need, app.Priority, app.Goal, app.Indicator, app.Measurement, app.Action, app.Review, app.CheckIn:
			return true
		}
		return false
	})
}

func newestRound(records []app.Record) app.ID[app.Assessment] {
	var newest app.Assessment
	for _, r := range records {
		if a, ok := r.(app.Assessment); ok && newest.Held.Before(a.Held) {
			newest = a
		}
	}
	return newest.ID
}

// withoutLevels is the sample with the words of its rounds alone.
func withoutLevels(records []app.Record) []app.Record {
	changed := slices.Clone(records)
	for i, r := range changed {
		if j, ok := r.(app.Judgement); ok {
			j.Agreed, j.Target, j.Votes, j.Lowest, j.Highest, j.Median = 0, 0, 0, 0, 0, app.Quantity{}
			changed[i] = j
		}
	}
	return changed
}

// withWay is the sample with its newest round gone through in another way.
func withWay(records []app.Record, way app.Way) []app.Record {
	newest, changed := newestRound(records), slices.Clone(records)
	for i, r := range changed {
		if a, ok := r.(app.Assessment); ok && a.ID == newest {
			a.Way = way
			changed[i] = a
		}
	}
	return changed
}

// results are the pages on which a round is seen as a whole.
func results(records, begun, full []app.Record) []state {
	fresh := unrated(records)
	return []state{
		{name: "results", at: "assessment/results", records: records},
		{name: "results-table", at: "assessment/results", records: records, act: pressing("results.as_table")},
		{name: "results-full", at: "assessment/results", records: crowdedSurveys(full)},
		{name: "results-words", at: "assessment/results", records: withoutLevels(withWay(records, app.Words))},
		{name: "results-none", at: "assessment/results", records: begun},
		{name: "results-fresh", at: "assessment/results", records: fresh},
		{name: "results-compare", at: "assessment/compare", records: records},
		{name: "results-needs", at: "assessment/needs", records: records},
		{name: "results-needs-full", at: "assessment/needs", records: full},
	}
}

package main

import (
	"slices"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/vision"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

// histories are the history of the sample after some days of work, of a school just begun, of one record, and of a file
// in which more was changed than can be shown.
func histories(words *translations.Printer, book, crowded *app.Book, begun []app.Record) []state {
	records, full := slices.Collect(book.Records()), slices.Collect(crowded.Records())
	done := work(words, book)
	goal := planning.PlanOf(book, book.Current().ID).Goals()[0]
	return []state{
		{name: "history", at: "history", records: records, past: done},
		{name: "history-open", at: "history", records: records, past: done, act: unfold},
		{name: "history-search", at: "history", records: records, past: done, act: func(w *uitest.Window) error {
			return w.Type("history.search", strings.ToUpper(words.Say("sample.member.activities.role")))
		}},
		{name: "history-goal", at: "history/goal/" + goal.RecordID(), records: records, past: done},
		{name: "history-empty", at: "history", records: begun},
		{name: "history-full", at: "history", records: full, past: append(years(crowded), work(words, crowded)...),
			act: func(w *uitest.Window) error { return everything(w, words) }},
		{name: "history-failed", at: "history", records: records, act: func(w *uitest.Window) error {
			gone := app.Say("error.unavailable", "path", "/media/stick/kool.waymark")
			w.Files.Fail = &app.Error{Op: "read the log", Kind: app.KindUnavailable, Text: gone}
			w.Shell.Current().Refresh()
			return nil
		}},
	}
}

// everything chooses to see what happened at any time.
func everything(w *uitest.Window, words *translations.Printer) error {
	review := slices.Collect(w.Book().Reviews.All())[w.Book().Reviews.Len()-1]
	w.Choice(words.Say("history.since.review", "date", words.ShortDate(review.Date))).SetSelected(words.Say("history.since.all"))
	return nil
}

// unfold presses every line of the history.
func unfold(w *uitest.Window) error {
	for _, row := range w.Rows() {
		row.Tapped(nil)
	}
	return nil
}

// at is a time of a day some days before the sample's.
func at(daysAgo, hour, minute int) time.Time {
	return sample.Today().AddDays(-daysAgo).Time().Add(time.Duration(hour*60+minute) * time.Minute)
}

// work is what a team did to the sample over a few weeks: the last of it is how the sample is.
func work(words *translations.Printer, b *app.Book) []uitest.Done {
	cycle := b.Current().ID
	plan := planning.PlanOf(b, cycle)
	goals, lines, ideas := plan.Goals(), vision.Lines(b, cycle), vision.Ideas(b, cycle)
	goal, action := goals[0].Goal, goals[0].Actions[2]

	wording := goal
	half := strings.Fields(goal.Text)
	wording.Text = strings.Join(slices.Concat(half[:len(half)/2], strings.Fields(words.Say("sample.priority.voice.title")), half[len(half)/2+2:]), " ")
	earlier := action
	earlier.Cost, earlier.Hours, earlier.Status, earlier.Responsible = 120_00, app.Quantity{}, app.Planned, ""
	earlier.End, earlier.Risks = action.End.AddDays(-30), ""

	lost := goals[3]
	lostGoal := lost.Goal
	lostGoal.ID, lostGoal.Text = app.NewID[app.Goal](), words.Say("sample.need.networks")
	removed := []app.Change{app.Delete(lostGoal)}
	for _, a := range lost.Actions {
		a.ID, a.Goal = app.NewID[app.Action](), lostGoal.ID
		removed = append(removed, app.Delete(a))
	}
	for _, i := range lost.Indicators {
		i.ID, i.Goal = app.NewID[app.Indicator](), lostGoal.ID
		removed = append(removed, app.Delete(i))
	}
	var moved []app.Change
	for i, l := range lines {
		before := l
		before.Position = lines[(i+1)%len(lines)].Position
		moved = append(moved, app.Update(before, l))
	}
	var came []app.Change
	for _, idea := range ideas[:5] {
		came = append(came, app.Insert(idea))
	}
	team := slices.Collect(b.Members.All())
	member := team[len(team)-1]
	unnamed := member
	unnamed.Name = ""
	var judgement, before app.Judgement
	for j := range b.Judgements.All() {
		if j.Votes > 0 && j.Practice != "" {
			judgement, before = j, j
		}
	}
	before.Agreed, before.Practice = max(1, judgement.Agreed-1), ""
	var evidence app.Evidence
	for e := range b.Evidence.All() {
		evidence = e
	}
	evidence.ID = app.NewID[app.Evidence]()
	review := slices.Collect(b.Reviews.All())[b.Reviews.Len()-1]
	undecided := review
	undecided.Decisions, undecided.Next = "", app.Date{}
	measured := slices.Collect(b.Measurements.All())[b.Measurements.Len()-1]
	corrected := measured
	corrected.Value = app.QuantityOf(measured.Value.Value() - 7.5)
	checkIn := slices.Collect(b.CheckIns.All())[0]
	priority := plan.Priorities[1].Priority
	weighed := priority
	weighed.Impact = 0
	return []uitest.Done{
		{At: at(40, 10, 5), Changes: came},
		{At: at(33, 15, 30), Changes: []app.Change{app.Update(undecided, review), app.Insert(checkIn)}},
		{At: at(12, 9, 12), Changes: []app.Change{app.Update(unnamed, member)}},
		{At: at(12, 9, 20), Changes: moved},
		{At: at(12, 11, 2), Changes: []app.Change{app.Update(before, judgement)}},
		{At: at(12, 11, 4), Changes: []app.Change{app.Delete(evidence)}},
		{At: at(1, 13, 45), Changes: removed},
		{At: at(1, 14, 10), Changes: []app.Change{app.Update(corrected, measured)}},
		{At: at(0, 8, 31), Changes: []app.Change{app.Update(weighed, priority)}},
		{At: at(0, 9, 15), Changes: []app.Change{app.Update(wording, goal)}},
		{At: at(0, 13, 58), Changes: []app.Change{app.Update(earlier, action)}},
	}
}

// years is some work on each of many days.
func years(b *app.Book) []uitest.Done {
	var done []uitest.Done
	for day := 800; day > 45; day-- {
		for n, a := range slices.Collect(b.Actions.All())[:6] {
			before := a
			before.Text = strings.Repeat(a.Text+" ", 4)
			done = append(done, uitest.Done{At: at(day, 9+n, day%60), Changes: []app.Change{app.Update(before, a)}})
		}
	}
	return done
}

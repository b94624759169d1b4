// Package progress holds stage 4: what is due and overdue, reviews with their check-ins, and how indicators move. It
// imports app, app/vision, app/assessment and app/planning.
package progress

import (
	"slices"

	"waymark/app"
	"waymark/app/planning"
)

// Urgency says how an action stands against its end date.
type Urgency int

// The urgencies, most pressing first.
const (
	Overdue Urgency = iota // open and past its end
	DueSoon                // open and ends within SoonDays
	Later                  // open, with more time or without a date
	Closed                 // done or dropped
)

// SoonDays is how many days ahead an end counts as due soon.
const SoonDays = 30

// UrgencyOf returns how an action stands on a day.
func UrgencyOf(a app.Action, today app.Date) Urgency {
	switch {
	case !a.Status.Open():
		return Closed
	case a.End.IsZero():
		return Later
	case a.End.Before(today):
		return Overdue
	case today.DaysUntil(a.End) <= SoonDays:
		return DueSoon
	}
	return Later
}

// Summary counts the actions of a cycle.
type Summary struct {
	All, Done, Overdue, DueSoon, Dropped int
}

// Board is what the progress screen shows of a cycle: actions by urgency, each list ordered by end date.
type Board struct {
	Overdue, DueSoon, Later, Closed []app.Action
	Summary                         Summary
}

// BoardOf gathers the actions of a cycle on a day.
func BoardOf(b *app.Book, cycle app.ID[app.Cycle], today app.Date) Board {
	var board Board
	for _, a := range planning.PlanOf(b, cycle).Actions() {
		board.Summary.All++
		switch UrgencyOf(a, today) {
		case Overdue:
			board.Overdue = append(board.Overdue, a)
			board.Summary.Overdue++
		case DueSoon:
			board.DueSoon = append(board.DueSoon, a)
			board.Summary.DueSoon++
		case Later:
			board.Later = append(board.Later, a)
		case Closed:
			board.Closed = append(board.Closed, a)
			if a.Status == app.Done {
				board.Summary.Done++
			} else {
				board.Summary.Dropped++
			}
		}
	}
	for _, list := range [][]app.Action{board.Overdue, board.DueSoon, board.Later, board.Closed} {
		slices.SortStableFunc(list, func(x, y app.Action) int { return endOrFar(x).Compare(endOrFar(y)) })
	}
	return board
}

func endOrFar(a app.Action) app.Date {
	if a.End.IsZero() {
		return app.NewDate(2200, 1, 1)
	}
	return a.End
}

// Reviews returns the reviews of a cycle, oldest first.
func Reviews(b *app.Book, cycle app.ID[app.Cycle]) []app.Review {
	return b.Reviews.Where(func(r app.Review) bool { return r.Cycle == cycle })
}

// CheckIns returns the check-ins of an action, oldest review first.
func CheckIns(b *app.Book, action app.ID[app.Action]) []app.CheckIn {
	list := b.CheckIns.Where(func(c app.CheckIn) bool { return c.Action == action })
	slices.SortStableFunc(list, func(x, y app.CheckIn) int {
		rx, _ := b.Reviews.Get(x.Review)
		ry, _ := b.Reviews.Get(y.Review)
		return rx.Date.Compare(ry.Date)
	})
	return list
}

// CheckIn returns the edit that records a check-in of an action on a day and moves the action to its status, in one
// step. Check-ins of one day belong to one review, which is added when there is none; a second check-in of an action on
// the day replaces the first.
func CheckIn(b *app.Book, cycle app.ID[app.Cycle], day app.Date, in app.CheckIn) (app.Edit, error) {
	action, ok := b.Actions.Get(in.Action)
	if !ok {
		return app.Edit{}, &app.Error{Op: "check in", Kind: app.KindConflict, Text: app.Say("error.conflict")}
	}
	var changes []app.Change
	review := app.Review{}
	for _, r := range Reviews(b, cycle) {
		if r.Date == day {
			review = r
		}
	}
	if review.ID == "" {
		review = app.Review{ID: app.NewID[app.Review](), Cycle: cycle, Date: day}
		changes = append(changes, app.Insert(review))
	}
	in.ID, in.Review = app.NewID[app.CheckIn](), review.ID
	for c := range b.CheckIns.All() {
		if c.Action == in.Action && c.Review == review.ID {
			in.ID = c.ID
		}
	}
	edit, err := app.Save(b, in)
	if err != nil {
		return app.Edit{}, err
	}
	edit.Label = app.Say("edit.check_in", "name", app.Shorten(action.Text, 40))
	edit.Changes = append(changes, edit.Changes...)
	if moved := action; moved.Status != in.Status {
		moved.Status = in.Status
		edit.Changes = append(edit.Changes, app.Update(action, moved))
	}
	return edit, nil
}

// Measurements returns the measurements of an indicator, oldest first.
func Measurements(b *app.Book, indicator app.ID[app.Indicator]) []app.Measurement {
	return b.Measurements.Where(func(m app.Measurement) bool { return m.Indicator == indicator })
}

// AddMeasurement returns the edit that adds a value of an indicator on a day.
func AddMeasurement(b *app.Book, indicator app.ID[app.Indicator], day app.Date, value app.Quantity, note string) (app.Edit, error) {
	return app.Save(b, app.Measurement{ID: app.NewID[app.Measurement](), Indicator: indicator, Date: day, Value: value, Note: note})
}

// Trend says in a word how an indicator stands.
type Trend string

// The trends.
const (
	NotMeasured   Trend = "not_measured"
	OnTheWay      Trend = "on_the_way"
	FallingBehind Trend = "falling_behind"
	Reached       Trend = "reached"
)

// TrendOf compares the last measurement with a straight line from the baseline at the cycle's start to the target at
// the due date; without a due date only a value worse than the baseline falls behind. Without a target or a measurement
// an indicator is not measured.
func TrendOf(i app.Indicator, measured []app.Measurement, start, today app.Date) Trend {
	if len(measured) == 0 || !i.Target.Known() {
		return NotMeasured
	}
	last := measured[len(measured)-1].Value.Value()
	target, baseline := i.Target.Value(), i.Baseline.Value()
	sign := 1.0
	if i.Direction == app.Down {
		sign = -1
	}
	if sign*last >= sign*target {
		return Reached
	}
	open := i.Due.IsZero() || i.Due.After(today)
	expected := target
	switch {
	case open && !i.Baseline.Known():
		return OnTheWay
	case i.Due.IsZero():
		expected = baseline
	case open:
		elapsed := float64(start.DaysUntil(measured[len(measured)-1].Date))
		whole := float64(start.DaysUntil(i.Due))
		if whole > 0 {
			expected = baseline + (target-baseline)*min(1, max(0, elapsed/whole))
		}
	}
	if sign*last >= sign*expected {
		return OnTheWay
	}
	return FallingBehind
}

package progress_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/progress"
)

type memory struct{}

func (memory) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

var (
	today    = app.NewDate(2027, 2, 1)
	cycle    = app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}
	priority = app.Priority{ID: app.NewID[app.Priority](), Cycle: cycle.ID, Title: "Feedback", Position: 1}
	goal     = app.Goal{ID: app.NewID[app.Goal](), Priority: priority.ID, Text: "goal", Position: 1}
)

func newBook(t *testing.T, records ...app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(append([]app.Record{cycle, priority, goal}, records...)...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func action(text string, status app.Status, end app.Date) app.Action {
	return app.Action{ID: app.NewID[app.Action](), Goal: goal.ID, Text: text, Status: status, End: end}
}

func TestUrgency(t *testing.T) {
	for _, c := range []struct {
		name   string
		status app.Status
		end    app.Date
		want   progress.Urgency
	}{
		{"ended yesterday", app.InProgress, today.AddDays(-1), progress.Overdue},
		{"ends today", app.InProgress, today, progress.DueSoon},
		{"ends at the edge of soon", app.Planned, today.AddDays(progress.SoonDays), progress.DueSoon},
		{"ends after soon", app.Planned, today.AddDays(progress.SoonDays + 1), progress.Later},
		{"no end", app.Planned, app.Date{}, progress.Later},
		{"paused and past", app.Paused, today.AddDays(-90), progress.Overdue},
		{"done and past", app.Done, today.AddDays(-1), progress.Closed},
		{"dropped", app.Dropped, today.AddDays(9), progress.Closed},
	} {
		if got := progress.UrgencyOf(action("a", c.status, c.end), today); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestBoardOrdersByEndAndCounts(t *testing.T) {
	b := newBook(t, action("late", app.Planned, today.AddDays(-1)), action("later still", app.Planned, today.AddDays(-9)),
		action("soon", app.InProgress, today.AddDays(3)), action("undated", app.Planned, app.Date{}),
		action("far", app.Planned, today.AddYears(1)), action("done", app.Done, today), action("dropped", app.Dropped, today))
	board := progress.BoardOf(b, cycle.ID, today)
	names := func(actions []app.Action) []string {
		var names []string
		for _, a := range actions {
			names = append(names, a.Text)
		}
		return names
	}
	if diff := cmp.Diff([][]string{{"later still", "late"}, {"soon"}, {"far", "undated"}},
		[][]string{names(board.Overdue), names(board.DueSoon), names(board.Later)}); diff != "" {
		t.Error(diff)
	}
	want := progress.Summary{All: 7, Done: 1, Overdue: 2, DueSoon: 1, Dropped: 1}
	if board.Summary != want || len(board.Closed) != 2 {
		t.Errorf("summary %+v, closed %v", board.Summary, names(board.Closed))
	}
}

// given an action, when it is checked in twice on one day and once on another
func TestCheckIn(t *testing.T) {
	a := action("Train the tutors", app.Planned, today)
	b := newBook(t, a)
	h := app.NewHistory(b, memory{}, time.Now)
	check := func(day app.Date, in app.CheckIn) app.Edit {
		t.Helper()
		in.Action = a.ID
		edit, err := progress.CheckIn(b, cycle.ID, day, in)
		if err != nil {
			t.Fatal(err)
		}
		if err := h.Do(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
		return edit
	}

	first := check(today, app.CheckIn{Status: app.InProgress, Confidence: 2, Note: "begun"})
	if first.Label.Key != "edit.check_in" || len(first.Changes) != 3 {
		t.Errorf("first check-in: %v with %d changes", first.Label, len(first.Changes))
	}
	second := check(today, app.CheckIn{Status: app.Paused, Confidence: 3, Note: "waiting"})
	if len(second.Changes) != 2 {
		t.Errorf("second check-in of the day has %d changes", len(second.Changes))
	}
	check(today.AddDays(7), app.CheckIn{Status: app.Done, Confidence: 5})

	type said struct {
		Status     app.Status
		Confidence int
		Note       string
	}
	var got []said
	for _, c := range progress.CheckIns(b, a.ID) {
		got = append(got, said{c.Status, c.Confidence, c.Note})
	}
	if diff := cmp.Diff([]said{{app.Paused, 3, "waiting"}, {app.Done, 5, ""}}, got); diff != "" {
		t.Error(diff)
	}
	if n := len(progress.Reviews(b, cycle.ID)); n != 2 {
		t.Errorf("%d reviews", n)
	}
	if now, _ := b.Actions.Get(a.ID); now.Status != app.Done {
		t.Errorf("the action is %s", now.Status)
	}
	for range 3 {
		if err := h.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if now, _ := b.Actions.Get(a.ID); now.Status != app.Planned || b.Reviews.Len() != 0 || b.CheckIns.Len() != 0 {
		t.Errorf("after undo: %s, %d reviews, %d check-ins", now.Status, b.Reviews.Len(), b.CheckIns.Len())
	}
}

func TestCheckInBelongsToTheReviewOfItsDay(t *testing.T) {
	held := app.Review{ID: app.NewID[app.Review](), Cycle: cycle.ID, Date: today, Decisions: "Go on"}
	one, two := action("one", app.Planned, today), action("two", app.Planned, today)
	b := newBook(t, held, one, two)
	for _, a := range []app.Action{one, two} {
		edit, err := progress.CheckIn(b, cycle.ID, today, app.CheckIn{Action: a.ID, Status: app.Planned})
		if err != nil {
			t.Fatal(err)
		}
		if len(edit.Changes) != 1 || edit.Changes[0].After.(app.CheckIn).Review != held.ID {
			t.Errorf("%s: %+v", a.Text, edit.Changes)
		}
	}
}

func TestCheckInRefuses(t *testing.T) {
	a := action("one", app.Planned, today)
	b := newBook(t, a)
	for _, c := range []struct {
		name string
		in   app.CheckIn
		want app.ErrorKind
	}{
		{"an action that has gone", app.CheckIn{Action: "gone", Status: app.Done}, app.KindConflict},
		{"a status that is none", app.CheckIn{Action: a.ID, Status: "asleep"}, app.KindInvalid},
		{"too much confidence", app.CheckIn{Action: a.ID, Status: app.Done, Confidence: 6}, app.KindInvalid},
	} {
		if _, err := progress.CheckIn(b, cycle.ID, today, c.in); err == nil || app.KindOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestTrend(t *testing.T) {
	end := cycle.Start.AddDays(1000)
	half := cycle.Start.AddDays(500)
	none := app.Quantity{}
	q := app.QuantityOf
	for _, c := range []struct {
		name             string
		baseline, target app.Quantity
		direction        app.Direction
		due              app.Date
		value            app.Quantity // measured half way, when known
		today            app.Date
		want             progress.Trend
	}{
		{"no measurement", q(0), q(100), app.Up, end, none, half, progress.NotMeasured},
		{"no target", q(0), none, app.Up, end, q(50), half, progress.NotMeasured},
		{"on the line", q(0), q(100), app.Up, end, q(50), half, progress.OnTheWay},
		{"just under the line", q(0), q(100), app.Up, end, q(49.9), half, progress.FallingBehind},
		{"reached early", q(0), q(100), app.Up, end, q(100), half, progress.Reached},
		{"falling, on the line", q(80), q(20), app.Down, end, q(50), half, progress.OnTheWay},
		{"falling, over the line", q(80), q(20), app.Down, end, q(51), half, progress.FallingBehind},
		{"falling, reached", q(80), q(20), app.Down, end, q(19), half, progress.Reached},
		{"past due and short", q(0), q(100), app.Up, end, q(99), end.AddDays(1), progress.FallingBehind},
		{"no baseline, not due", none, q(100), app.Up, end, q(1), half, progress.OnTheWay},
		{"no baseline, past due", none, q(100), app.Up, end, q(1), end, progress.FallingBehind},
		{"no due date, better than before", q(0), q(100), app.Up, app.Date{}, q(1), half, progress.OnTheWay},
		{"no due date, worse than before", q(10), q(100), app.Up, app.Date{}, q(9), half, progress.FallingBehind},
		{"no due date, no baseline", none, q(100), app.Up, app.Date{}, q(9), half, progress.OnTheWay},
	} {
		var measured []app.Measurement
		if c.value.Known() {
			measured = []app.Measurement{{Date: cycle.Start, Value: c.baseline}, {Date: half, Value: c.value}}
		}
		i := app.Indicator{Baseline: c.baseline, Target: c.target, Direction: c.direction, Due: c.due}
		if got := progress.TrendOf(i, measured, cycle.Start, c.today); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestMeasurementsAreInOrderOfDate(t *testing.T) {
	i := app.Indicator{ID: app.NewID[app.Indicator](), Goal: goal.ID, Name: "share", Direction: app.Up}
	b := newBook(t, i)
	h := app.NewHistory(b, memory{}, time.Now)
	for _, days := range []int{30, 10, 20} {
		edit, err := progress.AddMeasurement(b, i.ID, today.AddDays(days), app.QuantityOf(float64(days)), "")
		if err != nil {
			t.Fatal(err)
		}
		if err := h.Do(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
	}
	var got []float64
	for _, m := range progress.Measurements(b, i.ID) {
		got = append(got, m.Value.Value())
	}
	if diff := cmp.Diff([]float64{10, 20, 30}, got); diff != "" {
		t.Error(diff)
	}
	if _, err := progress.AddMeasurement(b, i.ID, today, app.Quantity{}, ""); app.Sentence(err).Key != "error.measurement" {
		t.Errorf("a measurement without a value: %v", err)
	}
}

package progressscreen

import (
	"slices"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/progress"
)

// doubt is the confidence at and below which an action needs a decision.
const doubt = 2

// item is an action as a list shows it.
type item struct {
	app.Action
	Code       string
	Who        string // empty while nobody carries it
	Urgency    progress.Urgency
	Days       int  // until its end, negative when that is past
	Confidence int  // of the last check-in that told one, 0 for none
	Fell       bool // the check-in before told more
}

// board is what the dashboard shows.
type board struct {
	Summary                         progress.Summary
	Overdue, DueSoon, Later, Closed []item
	ToDecide                        []item // overdue or doubted
	Gauges                          []gauge
	Reviews                         []app.Review // newest first
	First                           app.ID[app.Action]
}

// reader answers the screen's questions about one cycle on a day.
type reader struct {
	book  *app.Book
	cycle app.Cycle
	today app.Date
	plan  planning.Plan
	codes planning.Codes
}

func newReader(b *app.Book, today app.Date) reader {
	cycle := b.Current()
	return reader{b, cycle, today, planning.PlanOf(b, cycle.ID), planning.CodesOf(b, cycle.ID)}
}

func (r reader) board() board {
	found := progress.BoardOf(r.book, r.cycle.ID, r.today)
	b := board{Summary: found.Summary, Overdue: r.items(found.Overdue), DueSoon: r.items(found.DueSoon),
		Later: r.items(found.Later), Closed: r.items(found.Closed)}
	b.ToDecide = slices.Clone(b.Overdue)
	for _, i := range slices.Concat(b.DueSoon, b.Later) {
		if i.Confidence > 0 && i.Confidence <= doubt {
			b.ToDecide = append(b.ToDecide, i)
		}
	}
	for _, i := range slices.Concat(b.Overdue, b.DueSoon, b.Later) {
		b.First = i.ID
		break
	}
	for _, g := range r.plan.Goals() {
		for _, i := range g.Indicators {
			b.Gauges = append(b.Gauges, r.gauge(g.Goal, i))
		}
	}
	b.Reviews = progress.Reviews(r.book, r.cycle.ID)
	slices.Reverse(b.Reviews)
	return b
}

func (r reader) items(actions []app.Action) []item {
	items := make([]item, len(actions))
	for n, a := range actions {
		i := item{Action: a, Code: r.codes.Of(a), Urgency: progress.UrgencyOf(a, r.today)}
		if m, ok := r.book.Members.Get(a.Responsible); ok {
			i.Who = app.Name(m)
		}
		if !a.End.IsZero() {
			i.Days = r.today.DaysUntil(a.End)
		}
		for _, c := range progress.CheckIns(r.book, a.ID) {
			if c.Confidence > 0 {
				i.Fell = i.Confidence > c.Confidence
				i.Confidence = c.Confidence
			}
		}
		items[n] = i
	}
	return items
}

// gauge is an indicator with what was measured, oldest first.
type gauge struct {
	app.Indicator
	Goal     app.Goal
	Code     string // of the goal
	Measured []app.Measurement
	Trend    progress.Trend
	Start    app.Date // of the cycle
}

func (r reader) gauge(g app.Goal, i app.Indicator) gauge {
	measured := progress.Measurements(r.book, i.ID)
	return gauge{i, g, r.codes.Of(g), measured, progress.TrendOf(i, measured, r.cycle.Start, r.today), r.cycle.Start}
}

// indicator returns an indicator of the cycle and whether it is there.
func (r reader) indicator(id app.ID[app.Indicator]) (gauge, bool) {
	for _, g := range r.plan.Goals() {
		for _, i := range g.Indicators {
			if i.ID == id {
				return r.gauge(g.Goal, i), true
			}
		}
	}
	return gauge{}, false
}

// past is a check-in with the day of its review.
type past struct {
	app.CheckIn
	Day app.Date
}

// checkIn is what the check-in of an action shows.
type checkIn struct {
	item
	Thread         planning.Thread
	Now            app.CheckIn // of today; not in the book yet when it has no ID
	Earlier        []past      // newest first
	Previous, Next app.ID[app.Action]
}

// checkIn returns the check-in of an action of the cycle and whether the action is there.
func (r reader) checkIn(id app.ID[app.Action]) (checkIn, bool) {
	for _, g := range r.plan.Goals() {
		for _, a := range g.Actions {
			if a.ID != id {
				continue
			}
			c := checkIn{item: r.items([]app.Action{a})[0], Thread: planning.ThreadOf(r.book, g.Goal), Now: r.now(a)}
			for _, told := range progress.CheckIns(r.book, id) {
				if review, ok := r.book.Reviews.Get(told.Review); ok && told.ID != c.Now.ID {
					c.Earlier = append(c.Earlier, past{told, review.Date})
				}
			}
			slices.Reverse(c.Earlier)
			c.Previous, c.Next = r.neighbours(id)
			return c, true
		}
	}
	return checkIn{}, false
}

// now returns today's check-in of an action. Its status is the action's, which may have changed in the plan since.
func (r reader) now(a app.Action) app.CheckIn {
	now := app.CheckIn{Action: a.ID}
	for _, review := range progress.Reviews(r.book, r.cycle.ID) {
		if review.Date != r.today {
			continue
		}
		for c := range r.book.CheckIns.All() {
			if c.Action == a.ID && c.Review == review.ID {
				now = c
			}
		}
	}
	now.Status = a.Status
	return now
}

// neighbours returns the open actions that end before and after an action, which keeps its own place among them when it
// is finished meanwhile.
func (r reader) neighbours(id app.ID[app.Action]) (previous, next app.ID[app.Action]) {
	walk := r.plan.Actions()
	walk = slices.DeleteFunc(walk, func(a app.Action) bool { return !a.Status.Open() && a.ID != id })
	slices.SortStableFunc(walk, func(x, y app.Action) int {
		switch {
		case x.End.IsZero() && !y.End.IsZero():
			return 1
		case y.End.IsZero() && !x.End.IsZero():
			return -1
		}
		return x.End.Compare(y.End)
	})
	at := slices.IndexFunc(walk, func(a app.Action) bool { return a.ID == id })
	if at > 0 {
		previous = walk[at-1].ID
	}
	if at >= 0 && at+1 < len(walk) {
		next = walk[at+1].ID
	}
	return previous, next
}

// checkInEdit returns the edit that sets something in today's check-in of an action.
func checkInEdit(b *app.Book, today app.Date, id app.ID[app.Action], set func(*app.CheckIn)) (app.Edit, error) {
	now := app.CheckIn{Action: id}
	if a, ok := b.Actions.Get(id); ok {
		now = reader{book: b, cycle: b.Current(), today: today}.now(a)
	}
	set(&now)
	return progress.CheckIn(b, b.Current().ID, today, now)
}

// reviewEdit returns the edit that notes a review on a day; empty when there is one.
func reviewEdit(b *app.Book, day app.Date) (app.Edit, error) {
	cycle := b.Current().ID
	for _, r := range progress.Reviews(b, cycle) {
		if r.Date == day {
			return app.Edit{}, nil
		}
	}
	return app.Save(b, app.Review{ID: app.NewID[app.Review](), Cycle: cycle, Date: day})
}

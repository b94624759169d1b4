package planning_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/planning"
)

type memory struct{}

func (memory) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

var cycle = app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}

func newBook(t testing.TB, records ...app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(append([]app.Record{cycle}, records...)...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func do(t testing.TB, b *app.Book, edit app.Edit, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if err := app.NewHistory(b, memory{}, time.Now).Do(context.Background(), edit); err != nil {
		t.Fatal(err)
	}
}

// plan is a book with two priorities; the second goal hangs loose.
type plan struct {
	*app.Book
	line         app.VisionLine
	needs        [3]app.Need
	one, two     app.Priority
	bound, loose app.Goal
	actions      [3]app.Action
}

func newPlan(t testing.TB) plan {
	var p plan
	p.line = app.VisionLine{ID: app.NewID[app.VisionLine](), Cycle: cycle.ID, Text: "We learn together.", Position: 1}
	p.one = app.Priority{ID: app.NewID[app.Priority](), Cycle: cycle.ID, Title: "Feedback", Position: 1}
	p.two = app.Priority{ID: app.NewID[app.Priority](), Cycle: cycle.ID, Title: "Devices", Position: 2}
	for i, priority := range []app.ID[app.Priority]{"", p.one.ID, p.one.ID} {
		p.needs[i] = app.Need{ID: app.NewID[app.Need](), Cycle: cycle.ID, Text: "need", Priority: priority, Position: i + 1}
	}
	p.bound = app.Goal{ID: app.NewID[app.Goal](), Priority: p.one.ID, VisionLine: p.line.ID, Text: "goal", Position: 1}
	p.loose = app.Goal{ID: app.NewID[app.Goal](), Priority: p.two.ID, Text: "loose", Position: 1}
	records := []app.Record{p.loose, p.bound, p.two, p.one, p.line, p.needs[2], p.needs[0], p.needs[1]}
	for i, goal := range []app.ID[app.Goal]{p.loose.ID, p.bound.ID, p.bound.ID} {
		p.actions[i] = app.Action{ID: app.NewID[app.Action](), Goal: goal, Text: "action", Status: app.Planned, Position: i + 1}
		records = append(records, p.actions[i])
	}
	p.Book = newBook(t, records...)
	return p
}

func TestCodesCountThroughTheWholeCycle(t *testing.T) {
	p := newPlan(t)
	codes := planning.CodesOf(p.Book, cycle.ID)
	for _, c := range []struct {
		record app.Record
		want   string
	}{
		{p.line, "V1"}, {p.needs[0], "N1"}, {p.needs[2], "N3"}, {p.bound, "G1"}, {p.loose, "G2"},
		{p.actions[1], "A1"}, {p.actions[2], "A2"}, {p.actions[0], "A3"}, {p.one, ""},
	} {
		if got := codes.Of(c.record); got != c.want {
			t.Errorf("%T has the code %q, want %q", c.record, got, c.want)
		}
	}
}

func TestCodesAreUniqueWhateverMoves(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		p := newPlan(t)
		for range rapid.IntRange(0, 6).Draw(r, "moves") {
			a := p.actions[rapid.IntRange(0, 2).Draw(r, "action")]
			a, _ = p.Actions.Get(a.ID)
			do(t, p.Book, planning.MoveAction(p.Book, a, rapid.IntRange(-2, 2).Draw(r, "steps")), nil)
		}
		seen := map[string]bool{}
		for _, code := range planning.CodesOf(p.Book, cycle.ID) {
			if seen[code] {
				r.Fatalf("%s is there twice", code)
			}
			seen[code] = true
		}
		if len(seen) != 9 {
			r.Fatalf("%d codes", len(seen))
		}
	})
}

func TestThread(t *testing.T) {
	p := newPlan(t)
	codes := planning.CodesOf(p.Book, cycle.ID)
	for _, c := range []struct {
		goal app.Goal
		line string
	}{
		{p.bound, "V1 → N2, N3 → G1"},
		{p.loose, "V? → N? → G2"},
	} {
		if got := codes.Line(planning.ThreadOf(p.Book, c.goal)); got != c.line {
			t.Errorf("thread is %q, want %q", got, c.line)
		}
	}
}

func TestAGoalWithoutItsVisionLineHangsLoose(t *testing.T) {
	p := newPlan(t)
	do(t, p.Book, app.RemoveEdit(p.Book, p.line), nil)
	goal, ok := p.Goals.Get(p.bound.ID)
	if !ok {
		t.Fatal("the goal went with its vision line")
	}
	if got := planning.CodesOf(p.Book, cycle.ID).Line(planning.ThreadOf(p.Book, goal)); got != "V? → N2, N3 → G1" {
		t.Errorf("thread is %q", got)
	}
}

func TestPlanIsNestedAndInOrder(t *testing.T) {
	p := newPlan(t)
	got := planning.PlanOf(p.Book, cycle.ID)
	want := planning.Plan{Priorities: []planning.PlannedPriority{
		{Priority: p.one, Needs: []app.Need{p.needs[1], p.needs[2]},
			Goals: []planning.PlannedGoal{{Goal: p.bound, Actions: []app.Action{p.actions[1], p.actions[2]}}}},
		{Priority: p.two, Goals: []planning.PlannedGoal{{Goal: p.loose, Actions: []app.Action{p.actions[0]}}}},
	}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(app.Date{}, app.Quantity{})); diff != "" {
		t.Fatal(diff)
	}
	if n := len(got.Actions()); n != 3 {
		t.Errorf("%d actions", n)
	}
	if empty := planning.PlanOf(p.Book, "none"); len(empty.Priorities) != 0 {
		t.Errorf("another cycle has %+v", empty)
	}
}

func TestTakeUpMakesAPriorityOfANeedInOneStep(t *testing.T) {
	p := newPlan(t)
	edit, err := planning.TakeUp(p.Book, p.needs[0])
	do(t, p.Book, edit, err)
	need, _ := p.Needs.Get(p.needs[0].ID)
	priority, ok := p.Priorities.Get(need.Priority)
	if !ok || priority.Title != need.Text || priority.Position != 3 {
		t.Fatalf("need %+v, priority %+v", need, priority)
	}
}

func TestNewRecordsComeLast(t *testing.T) {
	p := newPlan(t)
	for _, save := range []func() (app.Edit, error){
		func() (app.Edit, error) { return planning.SaveNeed(p.Book, app.Need{Cycle: cycle.ID, Text: "last"}) },
		func() (app.Edit, error) {
			return planning.SavePriority(p.Book, app.Priority{Cycle: cycle.ID, Title: "last"})
		},
		func() (app.Edit, error) { return planning.SaveGoal(p.Book, app.Goal{Priority: p.one.ID, Text: "last"}) },
		func() (app.Edit, error) {
			return planning.SaveIndicator(p.Book, app.Indicator{Goal: p.bound.ID, Name: "last"})
		},
		func() (app.Edit, error) {
			return planning.SaveAction(p.Book, app.Action{Goal: p.bound.ID, Text: "last"})
		},
	} {
		edit, err := save()
		do(t, p.Book, edit, err)
	}
	needs, priorities := planning.Needs(p.Book, cycle.ID), planning.Priorities(p.Book, cycle.ID)
	goals, actions := planning.Goals(p.Book, p.one.ID), planning.Actions(p.Book, p.bound.ID)
	indicator := planning.Indicators(p.Book, p.bound.ID)[0]
	for what, name := range map[string]string{
		"need": needs[3].Text, "priority": priorities[2].Title, "goal": goals[1].Text, "action": actions[2].Text, "indicator": indicator.Name,
	} {
		if name != "last" {
			t.Errorf("the last %s is %q", what, name)
		}
	}
	if actions[2].Status != app.Planned || indicator.Direction != app.Up {
		t.Errorf("a new action is %q, a new indicator goes %q", actions[2].Status, indicator.Direction)
	}
}

func TestMovesStopAtEitherEnd(t *testing.T) {
	p := newPlan(t)
	for name, edit := range map[string]app.Edit{
		"first priority up":    planning.MovePriority(p.Book, p.one, -1),
		"last priority down":   planning.MovePriority(p.Book, p.two, 1),
		"only goal down":       planning.MoveGoal(p.Book, p.bound, 1),
		"a goal that is stale": planning.MoveGoal(p.Book, app.Goal{ID: p.bound.ID, Priority: p.one.ID, Text: "before"}, 0),
	} {
		if !edit.Empty() {
			t.Errorf("%s: %+v", name, edit.Changes)
		}
	}
	do(t, p.Book, planning.MovePriority(p.Book, p.one, 1), nil)
	if got := planning.Priorities(p.Book, cycle.ID)[0].ID; got != p.two.ID {
		t.Errorf("first is %s", got)
	}
	if code := planning.CodesOf(p.Book, cycle.ID).Of(p.loose); code != "G1" {
		t.Errorf("the goal of the moved priority is %s", code)
	}
}

func TestSetResponsibleKnowsTheTeamAndAddsToIt(t *testing.T) {
	p := newPlan(t)
	for _, typed := range []string{"Jüri", "jüri"} {
		a, _ := p.Actions.Get(p.actions[0].ID)
		edit, err := planning.SetResponsible(p.Book, a, typed)
		do(t, p.Book, edit, err)
	}
	a, _ := p.Actions.Get(p.actions[0].ID)
	if m, ok := p.Members.Get(a.Responsible); !ok || m.Name != "Jüri" || p.Members.Len() != 1 {
		t.Fatalf("responsible is %+v of %d", m, p.Members.Len())
	}
	edit, err := planning.SetResponsible(p.Book, a, " ")
	do(t, p.Book, edit, err)
	if a, _ := p.Actions.Get(a.ID); a.Responsible != "" {
		t.Errorf("responsible is %q", a.Responsible)
	}
}

func TestSaveRefusesWhatCannotBeKept(t *testing.T) {
	p := newPlan(t)
	late := p.actions[0]
	late.Start, late.End = app.NewDate(2027, 2, 1), app.NewDate(2027, 1, 1)
	for _, c := range []struct {
		key  string
		save func() (app.Edit, error)
	}{
		{"error.empty_text", func() (app.Edit, error) { return planning.SaveGoal(p.Book, app.Goal{Priority: p.one.ID}) }},
		{"error.end_before_start", func() (app.Edit, error) { return planning.SaveAction(p.Book, late) }},
	} {
		if _, err := c.save(); app.Sentence(err).Key != c.key {
			t.Errorf("got %v, want %s", err, c.key)
		}
	}
}

func BenchmarkPlanOf(b *testing.B) {
	p := newPlan(b)
	for b.Loop() {
		planning.PlanOf(p.Book, cycle.ID)
	}
}

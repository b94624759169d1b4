package planningscreen

import (
	"strings"

	"time"

	"waymark/app"
	"waymark/app/planning"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Steps is what the room sees of the plan: the needs, each priority with its reason, and each goal with its thread and
// its actions.
func Steps(model screen.Model, host screen.Host) []room.Step {
	say := host.Words().Say
	b := model.Book()
	o := overviewOf(b, host.Frameworks())
	at := screen.Route{Area: screen.Planning}
	step := func(key, where, title string, script string) room.Step {
		return room.Step{Key: key, At: at, Open: at, Where: say("room.at", "stage", say("route.planning"), "step", where), Title: title,
			Script: []string{script}}
	}
	needs := step("planning.needs", say("room.needs"), say("planning.needs"), say("room.needs.script"))
	needs.Time = 15 * time.Minute
	for _, n := range o.needs {
		needs.Points = append(needs.Points, room.Point{Mark: o.codes.Of(n), Text: n.Text, Strong: n.Priority != ""})
	}
	if len(o.needs) == 0 {
		needs.Foot = say("room.needs.none")
	} else {
		needs.Foot = say("room.needs.bold")
	}
	steps := []room.Step{needs}
	for i, p := range o.plan.Priorities {
		priority := step("planning.priority."+p.RecordID(), say("planning.priority.number", "number", i+1), p.Title, say("room.priority.script"))
		if p.Reason != "" {
			priority.Points = append(priority.Points, room.Point{Text: p.Reason})
		}
		for _, n := range o.needs {
			if n.Priority == p.ID {
				priority.Points = append(priority.Points, room.Point{Mark: o.codes.Of(n), Text: n.Text})
			}
		}
		steps = append(steps, priority)
		for _, g := range p.Goals {
			goal := step("planning.goal."+g.RecordID(), say("planning.priority.number", "number", i+1), g.Text, say("room.goal.script"))
			goal.At = screen.Route{Area: screen.Planning, View: "goal", ID: g.RecordID()}
			goal.Open, goal.Points = goal.At, goalPoints(b, o.codes, g, say)
			steps = append(steps, goal)
		}
	}
	return steps
}

// goalPoints are the thread behind a goal and the actions for it.
func goalPoints(b *app.Book, codes planning.Codes, g planning.PlannedGoal, say func(string, ...any) string) []room.Point {
	points := []room.Point{}
	if line := planning.ThreadOf(b, g.Goal).Line; line.ID != "" {
		points = append(points, room.Point{Mark: codes.Of(line), Text: line.Text})
	}
	for _, a := range g.Actions {
		text := a.Text
		if m, ok := b.Members.Get(a.Responsible); ok {
			text = say("room.action", "text", a.Text, "who", strings.ReplaceAll(app.Name(m), " ", "\u00a0")) // a name is not torn apart
		}
		points = append(points, room.Point{Mark: codes.Of(a), Text: text})
	}
	return points
}

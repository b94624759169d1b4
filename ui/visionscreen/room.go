package visionscreen

import (
	"time"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/vision"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Steps is what the room sees of the vision: the question, the ideas once they are shown, the statement, the values and
// each line alone.
func Steps(model screen.Model, host screen.Host) []room.Step {
	say := host.Words().Say
	b, cycle := model.Book(), model.Book().Current().ID
	at := screen.Route{Area: screen.Vision}
	step := func(key, where, title string, minutes int, script ...string) room.Step {
		return room.Step{Key: key, At: at, Open: at, Where: say("room.at", "stage", say("route.vision"), "step", where), Title: title,
			Time: time.Duration(minutes) * time.Minute, Script: script}
	}
	steps := []room.Step{step("vision", say("room.vision.question"), say("vision.title"), 10, say("room.vision.script"), say("room.vision.script.silent"))}
	ideas := step("vision.ideas", say("vision.ideas"), say("room.vision.ideas"), 20, say("room.ideas.script"))
	ideas.Veiled = true
	for _, idea := range vision.Ideas(b, cycle) {
		ideas.Points = append(ideas.Points, room.Point{Mark: "•", Text: idea.Text})
	}
	ideas.Foot = say("room.ideas.count", "count", len(ideas.Points))
	steps = append(steps, ideas)
	v := vision.Of(b, cycle)
	statement := step("vision.statement", say("vision.statement"), v.Statement, 20, say("room.statement.script"), say("room.statement.script.check"))
	if v.Statement == "" {
		statement.Title = say("room.statement.none")
	}
	if !v.Adopted.IsZero() {
		statement.Foot = say("room.adopted", "day", v.Adopted)
	}
	steps = append(steps, statement)
	if v.Values != "" {
		steps = append(steps, step("vision.values", say("room.values"), v.Values, 0, say("room.values.script")))
	}
	codes := planning.CodesOf(b, cycle)
	for _, line := range vision.Lines(b, cycle) {
		s := step("vision.line."+line.RecordID(), say("vision.lines"), line.Text, 0, say("room.line.script"))
		s.Points = []room.Point{{Mark: codes.Of(line), Text: say("room.line.serves", "count", serving(b, line))}}
		steps = append(steps, s)
	}
	return steps
}

// serving counts the goals that serve a line.
func serving(b *app.Book, line app.VisionLine) int {
	return len(b.Goals.Where(func(g app.Goal) bool { return g.VisionLine == line.ID }))
}

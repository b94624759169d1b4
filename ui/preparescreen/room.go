package preparescreen

import (
	"waymark/app"
	"waymark/app/prepare"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Steps is what the room sees of the preparation: who we are and which years we plan for, and the team.
func Steps(model screen.Model, host screen.Host) []room.Step {
	say := host.Words().Say
	b := model.Book()
	at := screen.Route{Area: screen.Prepare}
	school := b.School()
	begin := room.Step{Key: "prepare", At: at, Open: at, Where: say("route.prepare"), Title: school.Name,
		Script: []string{say("room.prepare.script"), say("room.prepare.script.end")}}
	if period := prepare.Period(b.Current()); period != "" {
		begin.Points = append(begin.Points, room.Point{Text: period, Strong: true})
	}
	team := room.Step{Key: "prepare.team", At: at, Open: at, Where: say("route.prepare"), Title: say("room.team"),
		Script: []string{say("room.team.script")}}
	for m := range b.Members.All() {
		p := room.Point{Mark: "•", Text: m.Role}
		if m.Name != "" && m.Role != "" {
			p.Text = say("room.member", "name", m.Name, "role", m.Role)
		} else if m.Name != "" {
			p.Text = app.Name(m)
		}
		team.Points = append(team.Points, p)
	}
	return []room.Step{begin, team}
}

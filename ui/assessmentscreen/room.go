package assessmentscreen

import (
	"strconv"
	"time"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// itemTime is proposed for one item: eighteen fit into ninety minutes.
const itemTime = 5 * time.Minute

// Steps is what the room sees of the self-assessment: each item twice, where we are and where we want to be, and at the
// end what stands out. A digit chooses the level.
func Steps(model screen.Model, host screen.Host) []room.Step {
	s := stateOf(model.Book(), host.Frameworks())
	if !s.begun || !s.known {
		return nil
	}
	w := wall{model, host, s}
	var steps []room.Step
	for i, r := range s.results.Rows {
		if r.Judgement.NotApplicable {
			continue
		}
		steps = append(steps, w.now(i, r), w.target(i, r))
	}
	return append(steps, w.findings())
}

// wall is what the steps are made from.
type wall struct {
	model screen.Model
	host  screen.Host
	state
}

func (w wall) say(key string, pairs ...any) string { return w.host.Words().Say(key, pairs...) }

func (w wall) item(i int, r assessment.Row, name string) room.Step {
	f := w.results.Framework
	at := screen.Route{Area: screen.Assessment, View: "item", ID: r.Item.Key}
	return room.Step{Key: "assessment." + name + "." + r.Item.Key, At: at, Open: at, Time: itemTime,
		Where: w.say("room.item", "element", f.ElementName(r.Element), "number", i+1, "all", len(w.results.Rows)),
		Title: w.host.Words().Text(f.Question(r.Item))}
}

// levels are the descriptors, the chosen one marked.
func (w wall) levels(r assessment.Row, chosen int) []room.Point {
	var points []room.Point
	for level := 1; level <= r.Item.Levels; level++ {
		points = append(points, room.Point{Mark: strconv.Itoa(level), Text: w.host.Words().Text(w.results.Framework.Descriptor(r.Item, level)),
			Here: level == chosen})
	}
	return points
}

func (w wall) rate(r assessment.Row, set func(*app.Judgement, int)) *room.Rate {
	return &room.Rate{Highest: r.Item.Levels, Take: func(level int) (app.Edit, error) {
		after := assessment.Of(w.model.Book(), w.round.ID, r.Item.Key)
		set(&after, level)
		return app.Save(w.model.Book(), after)
	}}
}

func (w wall) now(i int, r assessment.Row) room.Step {
	s := w.item(i, r, "now")
	s.Points = w.levels(r, r.Judgement.Agreed)
	s.Rate = w.rate(r, func(j *app.Judgement, level int) { j.Agreed = level })
	s.Foot = w.say("room.now")
	if r.Last > 0 {
		s.Foot += " " + w.say("assessment.item.last_undated", "level", r.Last)
	}
	s.Script = []string{w.say("room.now.script"), w.say("room.now.script.apart"), w.say("room.now.script.evidence")}
	return s
}

func (w wall) target(i int, r assessment.Row) room.Step {
	s := w.item(i, r, "target")
	s.Points = w.levels(r, r.Judgement.Target)
	s.Rate = w.rate(r, func(j *app.Judgement, level int) { j.Target = level })
	s.Foot = w.say("room.target")
	if r.Judgement.Agreed > 0 {
		s.Foot += " " + w.say("room.target.now", "level", r.Judgement.Agreed)
	}
	s.Script = []string{w.say("room.target.script")}
	return s
}

// findings are what stands out, strengths first.
func (w wall) findings() room.Step {
	at := screen.Route{Area: screen.Assessment, View: "results"}
	s := room.Step{Key: "assessment.findings", At: at, Open: at, Where: w.say("route.assessment"), Title: w.say("assessment.findings"),
		Script: []string{w.say("room.findings.script")}, Time: 2 * itemTime}
	f := w.results.Framework
	add := func(rows []assessment.Row, mark string, sentence func(assessment.Row) app.Text) {
		for _, r := range rows {
			s.Points = append(s.Points, room.Point{Mark: mark, Text: w.host.Words().Text(sentence(r))})
		}
	}
	add(w.results.Strongest(named), "+", func(r assessment.Row) app.Text {
		return app.Say("assessment.at_level", "name", f.ItemName(r.Item), "level", r.Judgement.Agreed)
	})
	add(w.results.WidestGaps(named), "→", func(r assessment.Row) app.Text {
		return app.Say("assessment.from_to", "name", f.ItemName(r.Item), "from", r.Judgement.Agreed, "to", r.Judgement.Target)
	})
	add(w.results.MostDivided(named), "↔", func(r assessment.Row) app.Text {
		return app.Say("assessment.votes_from_to", "name", f.ItemName(r.Item), "lowest", r.Judgement.Lowest, "highest", r.Judgement.Highest)
	})
	if len(s.Points) == 0 {
		s.Points = []room.Point{{Text: w.say("assessment.no_levels")}}
	}
	return s
}

package assessmentscreen

import (
	"strings"
	"time"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Steps is what the room sees of the self-assessment: each item once, from the blind vote to the target, or its boxes where
// the round has words only, and at the end what stands out.
func Steps(model screen.Model, host screen.Host) []room.Step {
	s := stateOf(model.Book(), host.Frameworks())
	if !s.begun || !s.known {
		return nil
	}
	w := wall{model, host, s}
	var steps []room.Step
	for i, r := range s.results.Rows {
		if s.round.Way == app.Words {
			steps = append(steps, w.words(i, r)...)
		} else {
			steps = append(steps, w.rating(i, r))
		}
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

func (w wall) item(i int, r assessment.Row, key string) room.Step {
	f := w.results.Framework
	at := screen.Route{Area: screen.Assessment, View: itemView, ID: r.Item.Key}
	return room.Step{Key: key + "." + r.Item.Key, At: at, Open: at,
		Time:  time.Duration(assessment.Minutes(w.model.Book(), w.round.Cycle, f)) * time.Minute,
		Where: w.say("room.item", "element", f.ElementName(r.Element), "number", i+1, "all", len(w.results.Rows)),
		Title: w.host.Words().Text(f.Question(r.Item))}
}

// rating is an item from the vote to the target.
func (w wall) rating(i int, r assessment.Row) room.Step {
	s := w.item(i, r, "assessment.rate")
	if r.Judgement.Later && !assessment.Answered(r.Judgement) {
		s.Where += " · " + w.say("assessment.row.later")
	}
	s.Script = []string{w.say("room.rate.script"), w.say("room.rate.script.apart"), w.say("room.rate.script.evidence"), w.say("room.rate.script.target")}
	if why := w.host.Words().Text(w.results.Framework.Why(r.Item)); why != "" {
		s.Script = append([]string{why}, s.Script...)
	}
	s.Live = func(changed func()) room.Live { return newRating(w, r.Item, changed) }
	return s
}

// words are the boxes of an item, one after the other; what is written comes below what is there.
func (w wall) words(i int, r assessment.Row) []room.Step {
	if r.Judgement.NotApplicable {
		return nil
	}
	var steps []room.Step
	for _, box := range boxes() {
		s := w.item(i, r, "assessment."+box.name)
		s.Where += " · " + w.say("assessment.item."+box.name)
		for line := range strings.Lines(*box.of(&r.Judgement)) {
			s.Points = append(s.Points, room.Point{Mark: "•", Text: strings.TrimSpace(line)})
		}
		s.Script = []string{w.say("room.words.script")}
		s.Write = &room.Write{Hint: w.say("room.words.hint"), Take: func(text string) (app.Edit, error) {
			j := assessment.Of(w.model.Book(), w.round.ID, r.Item.Key)
			said := box.of(&j)
			*said = strings.TrimSpace(*said + "\n" + app.Clean(text))
			return app.Save(w.model.Book(), j)
		}}
		steps = append(steps, s)
	}
	return steps
}

// findings are what stands out, strengths first.
func (w wall) findings() room.Step {
	at := screen.Route{Area: screen.Assessment, View: "results"}
	s := room.Step{Key: "assessment.findings", At: at, Open: at, Where: w.say("route.assessment"), Title: w.say("assessment.findings"),
		Script: []string{w.say("room.findings.script")}, Time: 10 * time.Minute}
	add := func(rows []assessment.Row, mark string, sentence func(assessment.Row) app.Text) {
		for _, r := range rows {
			s.Points = append(s.Points, room.Point{Mark: mark, Text: w.host.Words().Text(sentence(r))})
		}
	}
	add(w.results.Strongest(named), "+", w.results.AtLevel)
	add(w.results.WidestGaps(named), "→", w.results.FromTo)
	add(w.results.MostDivided(named), "↔", w.results.SeenApart)
	if left := w.left(); left > 0 {
		s.Foot = w.say("room.findings.left", "count", left)
	}
	if len(s.Points) == 0 {
		s.Points = []room.Point{{Text: w.say("assessment.no_levels")}}
	}
	return s
}

package assessmentscreen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// overview is the round as a whole.
func (p page) overview() kit.View {
	var body []fyne.CanvasObject
	if p.results.Answered > 0 {
		body = append(body, p.findings(), kit.Gap(4))
	}
	body = append(body, p.meeting(), kit.Gap(4), p.items())
	lead := p.say("assessment.answered", "name", p.results.Framework.Name(), "some", p.results.Answered, "all", len(p.results.Rows))
	if left := p.left(); left > 0 {
		lead += " · " + p.say("assessment.left", "count", left, "minutes", assessment.About(left, p.minutes()))
	}
	return kit.View{
		Trail:   []kit.Crumb{kit.Stage(p.host, screen.Assessment)},
		Parts:   p.parts(),
		Help:    kit.Advise(p.say("route.assessment"), p.say("assessment.help.why"), p.say("assessment.help.later")),
		Title:   p.say("assessment.title"),
		Lead:    lead,
		Body:    body,
		Actions: p.ways(),
	}
}

func (p page) minutes() int { return assessment.Minutes(p.model.Book(), p.cycle, p.results.Framework) }

// meeting is when the round was held, who took part, and how it is gone through.
func (p page) meeting() fyne.CanvasObject {
	save := func(set func(*app.Assessment)) (app.Edit, error) {
		after, ok := p.model.Book().Assessments.Get(p.round.ID)
		if !ok {
			after = p.round
		}
		set(&after)
		return app.Save(p.model.Book(), after)
	}
	ways := make([]kit.Option, 0, len(app.Ways()))
	for _, way := range app.Ways() {
		ways = append(ways, kit.Option{Value: string(way), Text: p.say("assessment.way." + wayKey(way))})
	}
	return kit.Panel(
		kit.Columns(160, []float32{1, 3},
			p.Date("assessment.held", p.say("assessment.held"), p.round.Held, func(d app.Date) (app.Edit, error) {
				return save(func(a *app.Assessment) { a.Held = d })
			}),
			p.Line("assessment.note", p.say("assessment.note"), p.round.Note, func(text string) (app.Edit, error) {
				return save(func(a *app.Assessment) { a.Note = text })
			})),
		kit.Columns(160, []float32{1, 3},
			p.Line("assessment.minutes", p.say("assessment.minutes"), strconv.Itoa(p.minutes()), func(text string) (app.Edit, error) {
				n, err := strconv.Atoi(strings.TrimSpace(text))
				if err != nil {
					return app.Edit{}, app.Invalid("set minutes", app.Say("error.minutes", "most", app.MostMinutes))
				}
				return assessment.SetMinutes(p.model.Book(), p.cycle, n)
			}),
			p.Choice("assessment.way", p.say("assessment.way"), ways, string(p.round.Way), func(way string) (app.Edit, error) {
				return save(func(a *app.Assessment) { a.Way = app.Way(way) })
			})),
	)
}

// ways are the buttons at the foot: another round, and the next step.
func (p page) ways() []fyne.CanvasObject {
	var ways []fyne.CanvasObject
	if p.another(p.model.Today()) {
		ways = append(ways, p.Button("assessment.again", p.say("assessment.again"), func() {
			p.host.Go(screen.Route{Area: screen.Assessment, View: startView})
		}))
	}
	if p.results.Answered == 0 {
		ways = append(ways, p.Button("assessment.withdraw", p.say("assessment.withdraw"), func() {
			if round, ok := p.model.Book().Assessments.Get(p.round.ID); ok {
				p.host.Remove(app.RemoveEdit(p.model.Book(), round))
			}
		}))
	}
	at := p.next()
	if at < 0 {
		return append(ways, p.Primary("assessment.go", p.say("assessment.go_results"), func() {
			p.host.Go(screen.Route{Area: screen.Assessment, View: "results"})
		}))
	}
	row := p.results.Rows[at]
	key := "assessment.go_on"
	switch {
	case p.results.Answered == 0:
		key = "assessment.go_first"
	case row.Judgement.Later:
		key = "assessment.go_back"
	}
	return append(ways, p.Primary("assessment.go", p.say(key, "number", at+1, "name", p.results.Framework.ItemName(row.Item)), p.open(row.Item.Key)))
}

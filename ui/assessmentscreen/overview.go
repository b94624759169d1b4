package assessmentscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
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
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Assessment)},
		Parts: p.parts(),
		Help:  p.help(screen.Route{Area: screen.Assessment}),
		Title: p.say("assessment.title"),
		Lead: p.say("assessment.answered", "name", p.results.Framework.Name(),
			"some", p.results.Answered, "all", len(p.results.Rows)),
		Body:    body,
		Actions: p.ways(),
	}
}

// meeting is when the round was held and who took part.
func (p page) meeting() fyne.CanvasObject {
	save := func(set func(*app.Assessment)) (app.Edit, error) {
		after, ok := p.model.Book().Assessments.Get(p.round.ID)
		if !ok {
			after = p.round
		}
		set(&after)
		return app.Save(p.model.Book(), after)
	}
	return kit.Panel(
		kit.Columns(160, []float32{1, 3},
			p.Date("assessment.held", p.say("assessment.held"), p.round.Held, func(d app.Date) (app.Edit, error) {
				return save(func(a *app.Assessment) { a.Held = d })
			}),
			p.Line("assessment.note", p.say("assessment.note"), p.round.Note, func(text string) (app.Edit, error) {
				return save(func(a *app.Assessment) { a.Note = text })
			})),
	)
}

// ways are the buttons at the foot: another round, and the next step.
func (p page) ways() []fyne.CanvasObject {
	var ways []fyne.CanvasObject
	if p.another(p.model.Today()) {
		ways = append(ways, p.Button("assessment.again", p.say("assessment.again"), p.begin))
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
		return append(ways, p.Primary("assessment.go", p.say("assessment.to_plan"), func() {
			p.host.Go(screen.Route{Area: screen.Planning})
		}))
	}
	key := "assessment.go_on"
	if p.results.Answered == 0 {
		key = "assessment.go_first"
	}
	item := p.results.Rows[at].Item
	return append(ways, p.Primary("assessment.go", p.say(key, "number", at+1, "name", p.results.Framework.ItemName(item)), p.open(item.Key)))
}

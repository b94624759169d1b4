package assessmentscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// named is how many items a finding names.
const named = 2

// findings are what stands out, in sentences; the pictures are a page of their own.
func (p page) findings() fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("assessment.findings"))}
	add := func(kind string, rows []assessment.Row, sentence func(assessment.Row) app.Text) {
		if len(rows) == 0 {
			return
		}
		objects = append(objects, kit.Quiet(p.say("assessment."+kind)))
		for _, r := range rows {
			objects = append(objects, p.Row("assessment."+kind+"."+r.Item.Key, p.open(r.Item.Key),
				onward(kit.Text(p.host.Words().Text(sentence(r))))))
		}
	}
	add("strongest", p.results.Strongest(named), p.results.AtLevel)
	add("widest", p.results.WidestGaps(named), p.results.FromTo)
	add("divided", p.results.MostDivided(named), p.results.SeenApart)
	if n := p.unbacked(); n > 0 {
		objects = append(objects, kit.Problem(p.say("assessment.unbacked", "count", n)))
	}
	if !p.results.Rated() && p.round.Way != app.Words {
		objects = append(objects, kit.Text(p.say("assessment.no_levels")))
	}
	to := func(view string) func() {
		return func() { p.host.Go(screen.Route{Area: screen.Assessment, View: view}) }
	}
	return kit.Panel(append(objects, kit.Gap(4), kit.Line(
		p.Button("assessment.results", p.say("assessment.to_results"), to("results")),
		p.Button("assessment.compare", p.say("assessment.to_compare"), to("compare")),
		p.Button("assessment.needs", p.say("assessment.to_needs"), to("needs")),
		p.Button("assessment.surveys", p.say("assessment.to_surveys"), to("surveys"))))...)
}

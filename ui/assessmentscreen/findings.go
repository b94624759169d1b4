package assessmentscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/chart"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// named is how many items a finding names.
const named = 2

// findings are what stands out, in sentences, with the radar beside.
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
	f := p.results.Framework
	add("strongest", p.results.Strongest(named), func(r assessment.Row) app.Text {
		return app.Say("assessment.at_level", "name", f.ItemName(r.Item), "level", r.Judgement.Agreed)
	})
	add("widest", p.results.WidestGaps(named), func(r assessment.Row) app.Text {
		return app.Say("assessment.from_to", "name", f.ItemName(r.Item), "from", r.Judgement.Agreed, "to", r.Judgement.Target)
	})
	add("divided", p.results.MostDivided(named), func(r assessment.Row) app.Text {
		return app.Say("assessment.votes_from_to", "name", f.ItemName(r.Item), "lowest", r.Judgement.Lowest, "highest", r.Judgement.Highest)
	})
	if n := p.unbacked(); n > 0 {
		objects = append(objects, kit.Problem(p.say("assessment.unbacked", "count", n)))
	}
	if !p.rated() {
		return kit.Panel(append(objects, kit.Text(p.say("assessment.no_levels")))...)
	}
	picture := []fyne.CanvasObject{kit.Gap(6), kit.Chart(p.radar(), 320)}
	if !p.last.Held.IsZero() {
		picture = append(picture, kit.Quiet(p.say("assessment.compared", "date", p.last.Held)))
	}
	return kit.Panel(kit.Columns(320, []float32{1, 1.15}, kit.Column(objects...), kit.Column(picture...)))
}

// radar draws the elements; at its usual width a millimetre is about four units.
func (p page) radar() chart.Drawing {
	c := chart.RadarConfig{
		Width: 116, Height: 92, Size: 10, Measure: theme.Measure, Title: p.say("assessment.title"),
		Now: p.say("assessment.radar.now"), Target: p.say("assessment.radar.target"),
		Last: p.say("assessment.radar.last"), Weak: p.say("assessment.radar.weak"),
	}
	for _, r := range p.results.Rows {
		c.Levels = max(c.Levels, r.Item.Levels)
	}
	for _, a := range p.results.Axes {
		c.Axes = append(c.Axes, chart.RadarAxis{Name: p.host.Words().Text(p.results.Framework.ElementName(a.Element)),
			Now: a.Now, Target: a.Target, Last: a.Last, Weak: a.Weak})
	}
	return chart.Radar(c)
}

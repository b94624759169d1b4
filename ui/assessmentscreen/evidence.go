package assessmentscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
)

// evidence lists what backs the level of an item.
func (p page) evidence(r assessment.Row) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("assessment.evidence")), kit.Quiet(p.say("assessment.evidence.about"))}
	if typical := p.host.Words().Text(p.results.Framework.Typical(r.Item)); typical != "" {
		objects = append(objects, kit.Quiet(p.say("assessment.item.typical", "text", typical)))
	}
	for i, e := range r.Evidence {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		objects = append(objects, p.piece(e))
	}
	objects = append(objects, p.Quick("assessment.evidence.add."+r.Item.Key, p.say("assessment.evidence.add"), p.say("assessment.evidence.hint"),
		func(text string) (app.Edit, error) {
			j := assessment.Of(p.model.Book(), p.round.ID, r.Item.Key)
			return assessment.SaveEvidence(p.model.Book(), j, app.Evidence{What: app.CleanLine(text), Strength: app.Claim})
		}, nil))
	return kit.Panel(objects...)
}

// piece is one piece of evidence to be edited in place.
func (p page) piece(e app.Evidence) fyne.CanvasObject {
	key := "assessment.evidence." + e.RecordID()
	save := func(set func(*app.Evidence)) (app.Edit, error) {
		after, ok := p.model.Book().Evidence.Get(e.ID)
		if !ok {
			after = e
		}
		set(&after)
		return app.Save(p.model.Book(), after)
	}
	what := p.Line(key+".what", p.say("assessment.evidence.what"), e.What, func(text string) (app.Edit, error) {
		return save(func(e *app.Evidence) { e.What = text })
	})
	kept := p.Line(key+".kept", p.say("assessment.evidence.kept"), e.Where, func(text string) (app.Edit, error) {
		return save(func(e *app.Evidence) { e.Where = text })
	})
	date := p.Date(key+".date", p.say("assessment.evidence.date"), e.Date, func(d app.Date) (app.Edit, error) {
		return save(func(e *app.Evidence) { e.Date = d })
	})
	options := make([]kit.Option, 0, len(app.Strengths()))
	for _, s := range app.Strengths() {
		options = append(options, kit.Option{Value: string(s), Text: p.say("strength." + string(s))})
	}
	strength := p.Choice(key+".strength", p.say("assessment.evidence.strength"), options, string(e.Strength), func(value string) (app.Edit, error) {
		return save(func(e *app.Evidence) { e.Strength = app.Strength(value) })
	})
	secret := p.Check(key+".confidential", p.say("assessment.evidence.confidential"), e.Confidential, func(on bool) (app.Edit, error) {
		return save(func(e *app.Evidence) { e.Confidential = on })
	})
	remove := p.Icon(key+".remove", fynetheme.DeleteIcon(), p.say("kit.remove"), func() {
		if now, ok := p.model.Book().Evidence.Get(e.ID); ok {
			p.host.Remove(app.RemoveEdit(p.model.Book(), now))
		}
	})
	return kit.Column(
		kit.Columns(160, []float32{3, 2}, what, kept),
		kit.Spread(nil, kit.Columns(130, []float32{1, 1.3, 1.7}, date, strength, kit.AtCaptioned(secret)), kit.AtCaptioned(remove)),
	)
}

package progressscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// measureShares is how date, value and note of a measurement part their width.
var measureShares = []float32{2, 2, 5}

// indicator is the view of one indicator: its line, where it should go and what was measured.
func (p *place) indicator(w *kit.Widgets, id app.ID[app.Indicator]) kit.View {
	r := newReader(p.model.Book(), p.model.Today())
	g, ok := r.indicator(id)
	if !ok {
		return p.gone(w, p.say("progress.indicator.title"), p.say("progress.indicator.gone"))
	}
	v := kit.View{Title: p.say("progress.indicator.title"), Siblings: p.indicators(r, id), Trail: []kit.Crumb{
		kit.Stage(p.host, screen.Progress), {Text: g.Name}}}
	v.Body = append(v.Body,
		kit.Lines(
			kit.Spread(kit.CodeColumn(g.Code, fynetheme.SizeNameCaptionText), kit.Quiet(g.Goal.Text), nil),
			kit.Gap(8),
			kit.Spread(kit.CodeColumn("", fynetheme.SizeNameCaptionText), kit.Lines(kit.Lead(g.Name), p.word(g.Trend)), nil)),
		p.line(g), kit.Gap(4), p.adding(w, g), kit.Gap(4))
	v.Body = append(v.Body, p.measured(w, g)...)
	v.Actions = append(v.Actions,
		w.Button("progress.indicator.plan", p.say("progress.indicator.plan"), p.toPlan("goal", g.Goal.RecordID())),
		w.Primary("progress.back", p.say("progress.back"), p.to("", "")))
	return v
}

// line shows the values over time with what was agreed about the indicator below.
func (p *place) line(g gauge) fyne.CanvasObject {
	fact := func(key, value string) fyne.CanvasObject {
		if value == "" {
			value = "–"
		}
		return kit.Lines(kit.Quiet(p.say(key)), kit.Text(value))
	}
	target := p.withUnit(g.Target, g.Unit)
	if g.Target.Known() {
		target = p.say("progress.indicator.target_direction", "value", target, "direction", p.say("direction."+string(g.Direction)))
	}
	facts := kit.Columns(120, []float32{3, 4, 3, 5},
		fact("progress.indicator.baseline", p.withUnit(g.Baseline, g.Unit)), fact("progress.indicator.target", target),
		fact("progress.indicator.due", p.host.Words().Date(g.Due)),
		fact("progress.indicator.method", g.Method))
	if len(g.Measured) == 0 {
		return kit.Panel(facts)
	}
	return kit.Panel(kit.Gap(4), kit.Indent(8, kit.Chart(p.trend(g, false), 400)), kit.Gap(4), facts)
}

// adding is the small form that adds a measurement: its day, which is today unless another is typed, and its value.
func (p *place) adding(w *kit.Widgets, g gauge) fyne.CanvasObject {
	day := w.Date("progress.measure.date", p.say("progress.measure.date"), p.day, func(d app.Date) (app.Edit, error) {
		p.day = d
		p.page.Refresh()
		return app.Edit{}, nil
	})
	label := p.say("progress.measure.value")
	if g.Unit != "" {
		label = p.say("progress.measure.value_in", "unit", g.Unit)
	}
	value := w.Quick("progress.measure.value", label, p.say("progress.measure.hint"), func(text string) (app.Edit, error) {
		number, err := app.ParseQuantity(text)
		if err != nil {
			return app.Edit{}, err
		}
		return progress.AddMeasurement(p.model.Book(), g.ID, p.day, number, "")
	}, func() {
		p.day = p.model.Today()
		p.page.Refresh()
	})
	add := w.Button("progress.measure.add", p.say("progress.measure.add"), func() {
		if value.Entry.Text == "" {
			p.host.Focus(value.Entry)
			return
		}
		value.Commit()
	})
	return kit.Panel(kit.Heading(p.say("progress.measure")), kit.Spread(nil, kit.Columns(100, measureShares, day, value,
		kit.AtCaptioned(kit.Line(add))), besideIcon()))
}

// besideIcon is as much room as the icon button at the end of a row takes.
func besideIcon() fyne.CanvasObject { return kit.Indent(31, kit.Gap(1)) }

// measured lists the measurements, newest first.
func (p *place) measured(w *kit.Widgets, g gauge) []fyne.CanvasObject {
	heading := kit.Heading(p.say("progress.measurements"))
	if len(g.Measured) == 0 {
		return []fyne.CanvasObject{heading, kit.Quiet(p.say("progress.measurements.none"))}
	}
	rows := []fyne.CanvasObject{kit.Spread(nil, kit.Columns(100, measureShares, kit.Quiet(p.say("progress.measure.date")),
		kit.Quiet(p.say("progress.measure.value")), kit.Quiet(p.say("progress.measure.note"))), besideIcon())}
	for n := len(g.Measured) - 1; n >= 0; n-- {
		rows = append(rows, p.measurement(w, g.Measured[n]))
	}
	return []fyne.CanvasObject{heading, kit.Panel(rows...)}
}

func (p *place) measurement(w *kit.Widgets, m app.Measurement) fyne.CanvasObject {
	key := "progress.measurement." + m.RecordID()
	save := func(set func(*app.Measurement)) (app.Edit, error) {
		after, ok := p.model.Book().Measurements.Get(m.ID)
		if !ok {
			return app.Edit{}, nil // removed while it was being typed in
		}
		set(&after)
		return app.Save(p.model.Book(), after)
	}
	remove := w.Icon(key+"remove", fynetheme.DeleteIcon(), p.say("kit.remove"), func() {
		if now, ok := p.model.Book().Measurements.Get(m.ID); ok {
			p.host.Remove(app.RemoveEdit(p.model.Book(), now))
		}
	})
	return kit.Spread(nil, kit.Columns(100, measureShares,
		w.Date(key+"date", "", m.Date, func(d app.Date) (app.Edit, error) {
			return save(func(m *app.Measurement) { m.Date = d })
		}).Named(p.say("progress.measure.date")),
		w.Quantity(key+"value", "", m.Value, func(q app.Quantity) (app.Edit, error) {
			return save(func(m *app.Measurement) { m.Value = q })
		}).Named(p.say("progress.measure.value")),
		w.Line(key+"note", "", m.Note, func(text string) (app.Edit, error) {
			return save(func(m *app.Measurement) { m.Note = text })
		}).Named(p.say("progress.measure.note"))), remove)
}

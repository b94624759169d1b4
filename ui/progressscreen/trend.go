package progressscreen

import (
	"time"

	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// trend draws what was measured of an indicator: small as the line alone, or with words, dates and target.
func (p *place) trend(g gauge, small bool) chart.Drawing {
	words := p.host.Words()
	c := chart.TrendConfig{
		Width: 230, Height: 52, Size: 9.6, Measure: theme.Measure, Title: g.Name,
		Target: g.Target.Value(), HasTarget: g.Target.Known(), TargetWord: p.say("progress.target"),
		Number: func(v float64) string { return words.Quantity(app.QuantityOf(v)) },
		Day:    func(t time.Time) string { return words.ShortDate(app.DateOf(t)) },
		Plain:  small,
	}
	if small {
		c.Width, c.Height = 36, 10
	}
	if !g.Due.IsZero() {
		c.Due = g.Due.Time()
	}
	if g.Baseline.Known() && !g.Start.IsZero() && len(g.Measured) > 0 && g.Start.Before(g.Measured[0].Date) {
		c.Points = append(c.Points, chart.TrendPoint{Day: g.Start.Time(), Value: g.Baseline.Value()})
	}
	for _, m := range g.Measured {
		c.Points = append(c.Points, chart.TrendPoint{Day: m.Date.Time(), Value: m.Value.Value()})
	}
	return chart.Trend(c)
}

// word says how an indicator stands.
func (p *place) word(t progress.Trend) *widget.Label {
	text := p.say("trend." + string(t))
	switch t {
	case progress.FallingBehind:
		return kit.Problem(text)
	case progress.Reached:
		return emphasised(kit.Ticked(text), widget.SuccessImportance)
	case progress.OnTheWay:
		return emphasised(text, widget.MediumImportance)
	}
	return kit.Quiet(text)
}

// emphasised is small bold text.
func emphasised(text string, importance widget.Importance) *widget.Label {
	l := kit.Quiet(text)
	l.TextStyle.Bold = true
	l.Importance = importance
	return l
}

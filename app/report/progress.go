package report

import (
	"strconv"
	"time"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/progress"
)

// progress tells how far the plan has come: sentences, what is late, how the numbers move, what the last review said.
func (p *plan) progress() Section {
	const title = "report.progress.title"
	if p.board.Summary.All == 0 && len(p.tree.Goals()) == 0 {
		return p.nothing(title, "report.progress.none")
	}
	s := Section{Title: p.say(title)}
	s.Blocks = append(s.Blocks, p.sentence("report.progress.as_of", "date", p.in.Today), List{p.summary()})
	if late := p.board.Overdue; len(late) > 0 {
		s.Blocks = append(s.Blocks, p.heading("report.progress.overdue"), p.overdueTable(late))
	}
	s.Blocks = append(s.Blocks, p.heading("report.progress.indicators"))
	s.Blocks = append(s.Blocks, p.indicators()...)
	s.Blocks = append(s.Blocks, p.heading("report.progress.review"))
	return s.with(p.review()...)
}

// summary says in sentences how actions and indicators stand.
func (p *plan) summary() []Entry {
	var entries []Entry
	add := func(text string) { entries = append(entries, Entry{Text: text}) }
	if sum := p.board.Summary; sum.All > 0 {
		switch sum.Done {
		case 0:
			add(p.say("report.progress.none_done", "count", sum.All))
		case sum.All:
			add(p.say("report.progress.all_done"))
		default:
			add(p.say("report.progress.done", "count", sum.Done, "all", strconv.Itoa(sum.All)))
		}
		if sum.Overdue == 0 {
			add(p.say("report.progress.nothing_overdue"))
		} else {
			add(p.say("report.progress.overdue_count", "count", sum.Overdue))
		}
		if sum.DueSoon > 0 {
			add(p.say("report.progress.due_soon", "count", sum.DueSoon, "days", strconv.Itoa(progress.SoonDays)))
		}
		if sum.Dropped > 0 {
			add(p.say("report.progress.dropped", "count", sum.Dropped))
		}
	}
	if trends := p.trends(); trends != "" {
		add(p.say("report.progress.trends", "list", trends))
	}
	return entries
}

// trends counts the indicators by trend, such as "reached: 1, falling behind: 2".
func (p *plan) trends() string {
	counts := map[progress.Trend]int{}
	for _, g := range p.tree.Goals() {
		for _, i := range g.Indicators {
			counts[p.trend(i, progress.Measurements(p.book, i.ID))]++
		}
	}
	var parts []string
	for _, t := range []progress.Trend{progress.Reached, progress.OnTheWay, progress.FallingBehind, progress.NotMeasured} {
		if counts[t] > 0 {
			parts = append(parts, p.say("report.progress.trend", "trend", p.say("trend."+string(t)), "number", strconv.Itoa(counts[t])))
		}
	}
	return joined(", ", parts...)
}

func (p *plan) overdueTable(late []app.Action) Table {
	t := Table{Columns: []Column{
		{Title: p.say("report.column.action"), Weight: 4},
		{Title: p.say("report.column.who"), Weight: 2},
		{Title: p.say("report.column.due"), Weight: 1.3},
		{Title: p.say("report.column.status"), Weight: 1.3},
	}}
	for _, a := range late {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Code: p.codes.Of(a), Text: a.Text}, {Text: orDash(p.who(a))},
			{Text: p.day(a.End)}, {Text: p.say("status." + string(a.Status))}}})
	}
	return t
}

// indicators draws the trend of each indicator that was measured and names those that were not.
func (p *plan) indicators() []Block {
	var panels []Panel
	unmeasured := List{}
	for _, g := range p.tree.Goals() {
		for _, i := range g.Indicators {
			measured := progress.Measurements(p.book, i.ID)
			if len(measured) == 0 {
				unmeasured.Entries = append(unmeasured.Entries, Entry{Code: p.codes.Of(g.Goal), Text: i.Name})
				continue
			}
			panels = append(panels, Panel{Code: p.codes.Of(g.Goal), Title: i.Name, Text: p.standing(i, measured),
				Drawing: p.trendChart(i, measured)})
		}
	}
	var blocks []Block
	if len(panels) > 0 {
		blocks = append(blocks, Panels{panels})
	}
	if len(unmeasured.Entries) > 0 {
		if len(blocks) > 0 {
			blocks = append(blocks, Heading{Level: 3, Text: p.say("report.progress.unmeasured")}, unmeasured)
		} else {
			blocks = append(blocks, p.sentence("report.progress.none_measured"), unmeasured)
		}
	}
	if len(blocks) == 0 {
		blocks = append(blocks, p.sentence("report.progress.no_indicators"))
	}
	return blocks
}

// standing says where an indicator comes from, stands and should go, and what was noted.
func (p *plan) standing(i app.Indicator, measured []app.Measurement) string {
	last := measured[len(measured)-1]
	text := p.say("report.progress.standing", "baseline", p.words.Quantity(i.Baseline), "last", p.words.Quantity(last.Value),
		"date", p.words.ShortDate(last.Date), "target", p.aim(i), "trend", p.say("trend."+string(p.trend(i, measured))))
	return joined("\n", text, last.Note)
}

func (p *plan) trendChart(i app.Indicator, measured []app.Measurement) chart.Drawing {
	c := chart.TrendConfig{
		Width: 78, Height: 24, Size: 8, Measure: p.in.Measure, Title: i.Name,
		Target: i.Target.Value(), HasTarget: i.Target.Known(), TargetWord: p.say("report.column.aim"),
		Number: func(v float64) string { return p.words.Quantity(app.QuantityOf(v)) },
		Day:    dayWriter(p.words),
	}
	if !i.Due.IsZero() {
		c.Due = i.Due.Time()
	}
	if i.Baseline.Known() && !p.cycle.Start.IsZero() && p.cycle.Start.Before(measured[0].Date) {
		c.Points = append(c.Points, chart.TrendPoint{Day: p.cycle.Start.Time(), Value: i.Baseline.Value()})
	}
	for _, m := range measured {
		c.Points = append(c.Points, chart.TrendPoint{Day: m.Date.Time(), Value: m.Value.Value()})
	}
	return chart.Trend(c)
}

// dayWriter writes days as tables do.
func dayWriter(w Words) func(time.Time) string {
	return func(t time.Time) string { return w.ShortDate(app.DateOf(t)) }
}

package report

import (
	"waymark/app"
	"waymark/app/planning"
	"waymark/app/progress"
)

// actions is the action plan: per priority its goals, per goal the thread behind it, indicators and actions.
func (p *plan) actions() Section {
	const title = "report.actions.title"
	if len(p.tree.Priorities) == 0 {
		return p.nothing(title, "report.actions.none")
	}
	s := Section{Title: p.say(title)}
	for i, priority := range p.tree.Priorities {
		s.Blocks = append(s.Blocks, p.priorityHeading(i, priority))
		if len(priority.Goals) == 0 {
			s.Blocks = append(s.Blocks, p.sentence("report.actions.no_goals"))
		}
		for _, g := range priority.Goals {
			s.Blocks = append(s.Blocks, p.goal(g)...)
		}
	}
	return s
}

func (p *plan) goal(g planning.PlannedGoal) []Block {
	blocks := []Block{Heading{Level: 3, Code: p.codes.Of(g.Goal), Text: g.Text}, p.thread(g.Goal)}
	if len(g.Indicators) > 0 {
		blocks = append(blocks, p.indicatorTable(g.Indicators))
	} else {
		blocks = append(blocks, p.sentence("report.actions.no_indicators"))
	}
	if len(g.Actions) > 0 {
		return append(blocks, p.actionTable(g.Actions))
	}
	return append(blocks, p.sentence("report.actions.no_actions"))
}

// thread shows what stands behind a goal, and says in words what is missing.
func (p *plan) thread(g app.Goal) Paragraph {
	t := planning.ThreadOf(p.book, g)
	line := p.say("report.actions.thread", "line", p.codes.Line(t))
	if t.Line.ID != "" {
		line += " · " + p.say("report.actions.serves", "line", t.Line.Text)
	}
	var loose string
	switch {
	case t.Line.ID == "" && len(t.Needs) == 0:
		loose = p.say("report.actions.loose_both")
	case t.Line.ID == "":
		loose = p.say("report.actions.loose_vision")
	case len(t.Needs) == 0:
		loose = p.say("report.actions.loose_need")
	}
	return Paragraph{Style: Quiet, Text: joined("\n", line, loose)}
}

func (p *plan) indicatorTable(indicators []app.Indicator) Table {
	t := Table{Columns: []Column{
		{Title: p.say("report.column.indicator"), Weight: 4.2},
		{Title: p.say("report.column.baseline"), Weight: 1.3, Align: Right},
		{Title: p.say("report.column.aim"), Weight: 1.6, Align: Right},
		{Title: p.say("report.column.due"), Weight: 1.6},
		{Title: p.say("report.column.last_value"), Weight: 1.5, Align: Right},
		{Title: p.say("report.column.trend"), Weight: 1.7},
	}}
	for _, i := range indicators {
		measured := progress.Measurements(p.book, i.ID)
		last := "–"
		if n := len(measured); n > 0 {
			last = p.words.Quantity(measured[n-1].Value)
		}
		row := cells(i.Name, p.words.Quantity(i.Baseline), p.aim(i), orDash(p.day(i.Due)), last,
			p.say("trend."+string(p.trend(i, measured))))
		row.Notes = p.notes("report.actions.method", i.Method)
		t.Rows = append(t.Rows, row)
	}
	return t
}

// aim returns an indicator's target with its unit.
func (p *plan) aim(i app.Indicator) string {
	target := p.words.Quantity(i.Target)
	if !i.Target.Known() {
		return joined(" ", target, i.Unit)
	}
	return joined("\u00a0", target, i.Unit)
}

func (p *plan) trend(i app.Indicator, measured []app.Measurement) progress.Trend {
	return progress.TrendOf(i, measured, p.cycle.Start, p.in.Today)
}

func (p *plan) actionTable(actions []app.Action) Table {
	t := Table{Columns: []Column{
		{Title: p.say("report.column.action"), Weight: 5.6},
		{Title: p.say("report.column.who"), Weight: 2.7},
		{Title: p.say("report.column.when"), Weight: 1.6},
		{Title: p.say("report.column.cost"), Weight: 2, Align: Right},
		{Title: p.say("report.column.status"), Weight: 1.8},
	}}
	for _, a := range actions {
		who := p.who(a)
		if who == "" {
			who = p.say("report.actions.nobody")
		}
		when := orDash(joined("–\n", p.day(a.Start), p.day(a.End)))
		t.Rows = append(t.Rows, Row{
			Cells: []Cell{{Code: p.codes.Of(a), Text: a.Text}, {Text: who}, {Text: when},
				{Text: joined("\n", p.money(a.Cost), a.Funding)}, p.status(a)},
			Notes: p.actionNotes(a),
		})
	}
	return t
}

// actionNotes tells what else is known of an action.
func (p *plan) actionNotes(a app.Action) []Note {
	hours, dropped := "", ""
	if a.Hours.Known() {
		hours = p.words.Quantity(a.Hours)
	}
	if a.Status == app.Dropped {
		dropped = a.DropReason
	}
	return p.notes("report.actions.dropped", dropped, "report.actions.supporters", a.Supporters, "report.actions.hours", hours,
		"report.actions.training", a.Training, "report.actions.evidence", a.Evidence, "report.actions.risks", a.Risks)
}

// notes makes notes of labels' keys, each followed by its text; those without a text are left out.
func (p *plan) notes(pairs ...string) []Note {
	var notes []Note
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			notes = append(notes, Note{p.say(pairs[i]), pairs[i+1]})
		}
	}
	return notes
}

// status puts an action's status into words, and says when it is overdue.
func (p *plan) status(a app.Action) Cell {
	status := a.Status
	if status == "" {
		status = app.Planned
	}
	word := p.say("status." + string(status))
	if progress.UrgencyOf(a, p.in.Today) == progress.Overdue {
		return Cell{Text: word + ", " + p.say("report.actions.overdue"), Bold: true}
	}
	return Cell{Text: word}
}

// money returns an amount in the school's currency, an en dash for no cost.
func (p *plan) money(amount app.Money) string {
	if amount == 0 {
		return "–"
	}
	return p.words.Money(amount, p.school.Currency)
}

package report

import (
	"strconv"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/progress"
)

// The room for a figure on a page, below its section's heading.
const (
	figureWidth  = 166
	figureHeight = 230
)

// calendar shows all actions over the months of the cycle.
func (p *plan) calendar() Section {
	const title = "report.calendar.title"
	rows := p.ganttRows()
	if len(rows) == 0 || p.cycle.Start.IsZero() || p.cycle.End.IsZero() {
		return p.nothing(title, "report.calendar.none")
	}
	c := chart.GanttConfig{
		Width: figureWidth, Size: 8, Measure: p.in.Measure, Title: p.say(title), LabelWidth: 84,
		Start: p.cycle.Start.Time(), End: p.cycle.End.Time(), FirstMonth: p.cycle.Start.Month(), Month: p.words.MonthName,
		Rows: rows, TodayWord: p.say("report.calendar.today"),
		Words: map[chart.Bar]string{
			chart.BarPlanned: p.say("status.planned"), chart.BarActive: p.say("status.in_progress"),
			chart.BarDone: p.say("status.done"), chart.BarPaused: p.say("status.paused"),
			chart.BarDropped: p.say("status.dropped"), chart.BarOverdue: p.say("report.actions.overdue"),
		},
	}
	c.Day = dayWriter(p.words)
	if !p.in.Today.Before(p.cycle.Start) && !p.in.Today.After(p.cycle.End) {
		c.Today = p.in.Today.Time()
	}
	s := Section{Title: p.say(title)}
	for _, part := range c.Split(figureHeight) {
		s.Blocks = append(s.Blocks, Figure{Drawing: chart.Gantt(part)})
	}
	return s
}

// ganttRows lists the actions below their priorities; priorities without any are left out.
func (p *plan) ganttRows() []chart.GanttRow {
	var rows []chart.GanttRow
	for i, priority := range p.tree.Priorities {
		group := chart.GanttRow{Group: true, Code: strconv.Itoa(i + 1), Label: priority.Title}
		for _, g := range priority.Goals {
			for _, a := range g.Actions {
				if group.Group {
					rows = append(rows, group)
					group.Group = false
				}
				rows = append(rows, p.ganttRow(a))
			}
		}
	}
	return rows
}

func (p *plan) ganttRow(a app.Action) chart.GanttRow {
	row := chart.GanttRow{Code: p.codes.Of(a), Label: a.Text, Bar: p.bar(a)}
	if !a.Start.IsZero() {
		row.Start = a.Start.Time()
	}
	if !a.End.IsZero() {
		row.End = a.End.Time()
	}
	return row
}

func (p *plan) bar(a app.Action) chart.Bar {
	if progress.UrgencyOf(a, p.in.Today) == progress.Overdue {
		return chart.BarOverdue
	}
	switch a.Status {
	case app.InProgress:
		return chart.BarActive
	case app.Done:
		return chart.BarDone
	case app.Paused:
		return chart.BarPaused
	case app.Dropped:
		return chart.BarDropped
	}
	return chart.BarPlanned
}

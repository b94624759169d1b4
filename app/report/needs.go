package report

import (
	"waymark/app"
	"waymark/app/assessment"
)

// needs lists the development needs: where each comes from and what takes it up.
func (p *plan) needs() Section {
	if len(p.needed) == 0 {
		return p.nothing("report.needs.title", "report.needs.none")
	}
	t := Table{Columns: []Column{
		{Title: p.say("report.column.need"), Weight: 3},
		{Title: p.say("report.column.comes_from"), Weight: 2},
		{Title: p.say("report.column.taken_up"), Weight: 2},
	}}
	for _, n := range p.needed {
		taken := p.say("report.needs.not_taken")
		if priority, ok := p.book.Priorities.Get(n.Priority); ok {
			taken = priority.Title
		}
		text := n.Text
		if n.Reason != "" {
			text += "\n" + p.say("report.needs.reason", "reason", n.Reason)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Code: p.codes.Of(n), Text: text}, {Text: p.origin(n)}, {Text: taken}}})
	}
	return Section{Title: p.say("report.needs.title"), Blocks: []Block{p.sentence("report.needs.intro"), t}}
}

// origin says which item a need comes from.
func (p *plan) origin(n app.Need) string {
	j, ok := p.book.Judgements.Get(n.Judgement)
	if !ok {
		return p.say("report.needs.own")
	}
	round, _ := p.book.Assessments.Get(j.Assessment)
	f, ok := app.FrameworkOf(round, p.in.Frameworks)
	if !ok {
		return p.say("report.results.title")
	}
	item, ok := f.Item(j.Item)
	if !ok {
		return p.say("report.results.title")
	}
	name := p.words.Text(f.ItemName(item))
	if assessment.Gap(j) > 0 {
		name += " (" + p.gap(j, round) + ")"
	}
	return name
}

// gap says from which level to which a need leads; a level of an earlier round is said with its date.
func (p *plan) gap(j app.Judgement, round app.Assessment) string {
	if newest, _ := assessment.Latest(p.book, p.in.Cycle); newest.ID != round.ID && !round.Held.IsZero() {
		return p.say("report.needs.gap_then", "from", j.Agreed, "to", j.Target, "date", p.words.ShortDate(round.Held))
	}
	return p.say("report.needs.gap", "from", j.Agreed, "to", j.Target)
}

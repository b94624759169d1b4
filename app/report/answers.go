package report

import (
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/assessment"
)

// answers is what the team wrote, item by item: its boxes, what its levels mean, how it knows, and who sees it otherwise.
func (p *plan) answers(r assessment.Results) Table {
	t := Table{Columns: []Column{
		{Title: p.say("report.column.item"), Weight: 1},
		{Title: p.say("report.column.answer"), Weight: 4.2},
	}}
	for _, row := range r.Rows {
		if lines := p.answerRows(r.Framework, row); len(lines) > 0 {
			t.Rows = append(t.Rows, spanning("", p.words.Text(r.Framework.ElementName(row.Element))+": "+
				p.words.Text(r.Framework.ItemName(row.Item))))
			t.Rows = append(t.Rows, lines...)
		}
	}
	return t
}

func (p *plan) answerRows(f app.Framework, row assessment.Row) []Row {
	j := row.Judgement
	var rows []Row
	add := func(key, text string) {
		if text != "" {
			rows = append(rows, Row{Cells: []Cell{{Text: p.say(key), Bold: true}, {Text: text}}})
		}
	}
	if j.NotApplicable {
		add("report.answer.now", p.say("report.results.not_applicable"))
	} else {
		add("report.answer.now", p.meaning(f, row.Item, j.Agreed))
		if j.Target != j.Agreed {
			add("report.answer.target", p.meaning(f, row.Item, j.Target))
		}
	}
	add("report.answer.practice", j.Practice)
	add("report.answer.needs", j.Needs)
	add("report.answer.ideas", j.Ideas)
	add("report.answer.dissent", j.Dissent)
	add("report.answer.evidence", p.evidence(row.Evidence))
	return rows
}

// meaning says what a level of an item looks like.
func (p *plan) meaning(f app.Framework, item app.Item, level int) string {
	if level < 1 || level > item.Levels {
		return ""
	}
	return p.say("report.answer.level", "level", strconv.Itoa(level), "meaning", f.Descriptor(item, level))
}

// evidence lists evidence one to a line; of what is confidential only the number is told.
func (p *plan) evidence(list []app.Evidence) string {
	var lines []string
	confidential := 0
	for _, e := range list {
		if e.Confidential {
			confidential++
			continue
		}
		about := joined(", ", p.say("strength."+string(e.Strength)), p.words.ShortDate(e.Date))
		lines = append(lines, e.What+" ("+about+")")
	}
	if confidential > 0 {
		lines = append(lines, p.say("report.answer.confidential", "count", confidential))
	}
	return strings.Join(lines, "\n")
}

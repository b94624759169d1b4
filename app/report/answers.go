package report

import (
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/assessment"
)

// appendix is what the team wrote in the newest round, item by item; false when it wrote nothing.
func (p *plan) appendix() (Section, bool) {
	round, ok := assessment.Latest(p.book, p.in.Cycle)
	if !ok {
		return Section{}, false
	}
	r, ok := assessment.ResultsOf(p.book, p.in.Frameworks, round)
	if !ok {
		return Section{}, false
	}
	t := p.answers(r)
	if len(t.Rows) == 0 {
		return Section{}, false
	}
	return Section{Title: p.say("report.answers.title"), NewPage: true, Blocks: []Block{p.note("report.answers.intro"), t}}, true
}

// answers shows each item's boxes beside each other, and below them what its levels mean, how the team knows, and who
// sees it otherwise.
func (p *plan) answers(r assessment.Results) Table {
	t := Table{Small: true, Columns: []Column{
		{Title: p.say("report.answer.practice"), Weight: 1},
		{Title: p.say("report.answer.needs"), Weight: 1},
		{Title: p.say("report.answer.ideas"), Weight: 1},
	}}
	for _, row := range r.Rows {
		j := row.Judgement
		answer := Row{Notes: p.answerNotes(r.Framework, row)}
		if j.Practice != "" || j.Needs != "" || j.Ideas != "" {
			answer.Cells = cells(orDash(j.Practice), orDash(j.Needs), orDash(j.Ideas)).Cells
		}
		if len(answer.Cells) > 0 || len(answer.Notes) > 0 {
			t.Rows = append(t.Rows, spanning("", p.answerHead(r.Framework, row)), answer)
		}
	}
	return t
}

// answerHead names an item with its element and its levels.
func (p *plan) answerHead(f app.Framework, row assessment.Row) string {
	name := p.words.Text(f.ElementName(row.Element)) + ": " + p.words.Text(f.ItemName(row.Item))
	j := row.Judgement
	switch {
	case j.NotApplicable:
		return name + " (" + p.say("report.results.not_applicable") + ")"
	case j.Agreed > 0 && j.Target > 0 && j.Target != j.Agreed:
		return p.say("report.results.from_to", "name", name, "from", strconv.Itoa(j.Agreed), "to", strconv.Itoa(j.Target))
	case j.Agreed > 0:
		return p.say("report.results.at_level", "name", name, "level", strconv.Itoa(j.Agreed))
	}
	return name
}

func (p *plan) answerNotes(f app.Framework, row assessment.Row) []Note {
	j := row.Judgement
	now, target := "", ""
	if !j.NotApplicable {
		now = p.meaning(f, row.Item, j.Agreed)
		if j.Target != j.Agreed {
			target = p.meaning(f, row.Item, j.Target)
		}
	}
	return p.notes("report.answer.dissent", j.Dissent, "report.answer.evidence", p.evidence(row.Evidence),
		"report.answer.now", now, "report.answer.target", target)
}

// meaning says what a level of an item looks like.
func (p *plan) meaning(f app.Framework, item app.Item, level int) string {
	if level < 1 || level > item.Levels {
		return ""
	}
	return p.words.Text(f.Descriptor(item, level))
}

// evidence lists evidence; of what is confidential only the number is told.
func (p *plan) evidence(list []app.Evidence) string {
	var said []string
	confidential := 0
	for _, e := range list {
		if e.Confidential {
			confidential++
			continue
		}
		about := joined(", ", p.say("strength."+string(e.Strength)), p.words.ShortDate(e.Date))
		said = append(said, e.What+" ("+about+")")
	}
	open, closed := strings.Join(said, "; "), ""
	if confidential > 0 {
		closed = p.say("report.answer.confidential", "count", confidential)
	}
	return joined(". ", open, closed)
}

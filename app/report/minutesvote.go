package report

import (
	"slices"
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/vision"
)

// voted is the dots of each theme in each round.
func (p *paper) voted() []Block {
	votes := vision.Votes(p.book, p.in.Cycle)
	if len(votes) == 0 {
		return nil
	}
	t := Table{Columns: []Column{{Title: p.say("report.column.theme"), Weight: 4}}}
	var held []string
	dots := make([]map[app.ID[app.Theme]]int, len(votes))
	for i, vote := range votes {
		round := p.say("report.minutes.round", "number", vote.Round)
		t.Columns = append(t.Columns, Column{Title: round, Weight: 1, Align: Right})
		dots[i] = vision.DotsOf(p.book, vote.ID)
		held = append(held, p.say("report.minutes.vote", "round", round, "date", vote.Held,
			"people", p.say("report.people", "count", vote.Voters), "dots", p.say("report.dots", "count", vote.Dots)))
	}
	for _, column := range vision.BoardOf(p.book, p.in.Cycle).Columns {
		row := cells(column.Theme.Name)
		for i := range votes {
			cell := Cell{Text: "–"}
			if n, took := dots[i][column.Theme.ID]; took {
				cell.Text = strconv.Itoa(n)
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return []Block{p.heading("report.minutes.votes"), Paragraph{Text: strings.Join(held, "\n")}, t}
}

// worded is the drafts with how many supported each how far, and what would make them better.
func (p *paper) worded() []Block {
	drafts := vision.Drafts(p.book, p.in.Cycle)
	if len(drafts) == 0 {
		return nil
	}
	t := Table{Columns: []Column{{Title: p.say("report.column.draft"), Weight: 9}}}
	for i := range 5 {
		t.Columns = append(t.Columns, Column{Title: strconv.Itoa(i + 1), Weight: 1, Align: Right})
	}
	checked := false
	for _, draft := range drafts {
		chosen := strings.TrimSpace(draft.Text) == strings.TrimSpace(p.vision.Statement) && p.vision.Statement != ""
		row := Row{Cells: []Cell{{Text: draft.Text, Bold: chosen}}}
		if chosen {
			row.Notes = append(row.Notes, Note{Label: p.say("report.minutes.chosen")})
		}
		support, ok := vision.SupportOf(p.book, draft.ID)
		checked = checked || ok
		for _, n := range []int{support.One, support.Two, support.Three, support.Four, support.Five} {
			text := "–"
			if ok {
				text = strconv.Itoa(n)
			}
			row.Cells = append(row.Cells, Cell{Text: text})
		}
		if wishes := linesOf(support.Better); len(wishes) > 0 {
			row.Notes = append(row.Notes, Note{Label: p.say("report.minutes.better"), Text: strings.Join(wishes, " / ")})
		}
		t.Rows = append(t.Rows, row)
	}
	blocks := []Block{p.heading("report.minutes.drafts")}
	if checked {
		return append(blocks, p.note("report.minutes.scale"), t)
	}
	t.Columns = t.Columns[:1]
	for i := range t.Rows {
		t.Rows[i].Cells = t.Rows[i].Cells[:1]
	}
	return append(blocks, t)
}

// versions lists the visions that were adopted, the latest first.
func (p *paper) versions() []Block {
	all := vision.Versions(p.book, p.in.Cycle)
	if len(all) == 0 {
		return nil
	}
	t := Table{Columns: []Column{{Title: p.say("report.column.version"), Weight: 1, Align: Right}, {Title: p.say("report.column.adopted"), Weight: 2},
		{Title: p.say("report.column.body"), Weight: 2.4}, {Title: p.say("report.column.minutes"), Weight: 1.4},
		{Title: p.say("report.column.statement"), Weight: 6}}}
	for _, v := range slices.Backward(all) {
		t.Rows = append(t.Rows, cells(strconv.Itoa(v.Number), p.day(v.Adopted), orDash(v.AdoptedBy), orDash(v.Minutes), v.Statement))
	}
	return []Block{p.heading("report.minutes.versions"), t}
}

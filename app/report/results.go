package report

import (
	"fmt"
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/chart"
	"waymark/app/figure"
)

// namedRows is how many items a sentence names.
const namedRows = 3

// results is what the newest round of self-assessment shows, sentences first.
func (p *plan) results() Section {
	const title = "report.results.title"
	round, ok := assessment.Latest(p.book, p.in.Cycle)
	if !ok {
		return p.nothing(title, "report.results.none")
	}
	r, ok := assessment.ResultsOf(p.book, p.in.Frameworks, round)
	f := r.Framework
	if !ok {
		s := p.nothing(title, "report.results.none")
		s.Blocks = []Block{p.sentence("report.results.no_framework", "name", round.Framework)}
		return s
	}
	s := Section{Title: p.say(title)}
	s.Blocks = append(s.Blocks, p.resultsIntro(r, round))
	if r.Answered == 0 {
		return s.with(p.sentence("report.results.no_answers"), p.credit(f))
	}
	if findings := p.findings(r); len(findings) > 0 {
		s.Blocks = append(s.Blocks, p.heading("report.results.findings"), List{findings})
	}
	s.Blocks = append(s.Blocks, p.figures(r)...)
	if r.Rated() || round.Way != app.Words {
		s.Blocks = append(s.Blocks, p.heading("report.results.items"), p.itemTable(r), p.note("report.results.items_note"))
	}
	if moved := p.moved(r); moved != "" {
		s.Blocks = append(s.Blocks, p.heading("report.results.moved"), Paragraph{Text: moved})
	}
	return s.with(p.credit(f))
}

// The size of a figure in the text, in millimetres and points.
const (
	pictureWidth  = 160
	pictureHeight = 84
	barsHeight    = 225 // of a page
	pictureSize   = 9
)

// figures are the pictures of a round: the elements, gap and spread, and item by item with the groups that were asked.
func (p *plan) figures(r assessment.Results) []Block {
	if !r.Rated() {
		return nil
	}
	sheet := figure.Sheet{Width: pictureWidth, Height: pictureHeight, Size: pictureSize, Measure: p.in.Measure}
	blocks := []Block{Figure{Drawing: figure.Radar(r, p.words, sheet), Caption: p.say("report.results.radar_caption")}}
	if figure.Mapped(r) {
		blocks = append(blocks, Figure{Drawing: figure.Heat(r, p.words, sheet, true), Caption: p.say("report.results.heat_caption")})
	}
	if len(r.Groups) == 0 {
		return blocks // the table says the same
	}
	for _, part := range figure.Bars(r, p.words, sheet).Split(barsHeight) {
		blocks = append(blocks, Figure{Drawing: chart.Bars(part), Caption: p.say("report.results.bars_caption")})
	}
	return blocks
}

// moved says what rose and fell since the round before, and what cannot be compared; empty for a first round.
func (p *plan) moved(r assessment.Results) string {
	if !r.HasLast || !r.Rated() {
		return ""
	}
	c := assessment.Compare(p.book, p.in.Frameworks, r.Round, r.Last)
	var sentences []string
	for _, turn := range []assessment.Turn{assessment.Rose, assessment.Fell, assessment.Reworded, assessment.New, assessment.Gone, assessment.Unrated} {
		var names []string
		for _, line := range c.Of(turn) {
			name := p.words.Text(line.Framework.ItemName(line.Item))
			if line.From > 0 && line.To > 0 {
				name += " (" + strconv.Itoa(line.From) + " → " + strconv.Itoa(line.To) + ")"
			}
			names = append(names, name)
		}
		if len(names) > 0 {
			sentences = append(sentences, p.say("report.results.turn."+string(turn), "items", strings.Join(names, "; ")))
		}
	}
	return strings.Join(sentences, "\n")
}

// credit names the source of the framework.
func (p *plan) credit(f app.Framework) Paragraph {
	return p.note("report.results.source", "name", f.Name(), "source", f.Source())
}

func (p *plan) resultsIntro(r assessment.Results, round app.Assessment) Paragraph {
	name := r.Framework.Name()
	text := p.say("report.results.intro_undated", "name", name)
	if !round.Held.IsZero() {
		text = p.say("report.results.intro", "name", name, "date", round.Held)
	}
	if r.Answered == len(r.Rows) {
		text += " " + p.say("report.results.answered_all", "count", r.Answered)
	} else {
		text += " " + p.say("report.results.answered", "count", r.Answered, "all", strconv.Itoa(len(r.Rows)))
	}
	if round.Note != "" {
		text += "\n" + p.say("report.results.took_part", "who", round.Note)
	}
	return Paragraph{Text: text}
}

// findings are the sentences that a reader should take away.
func (p *plan) findings(r assessment.Results) []Entry {
	var entries []Entry
	add := func(key string, rows []assessment.Row, describe func(assessment.Row) string) {
		if len(rows) == 0 {
			return
		}
		parts := make([]string, len(rows))
		for i, row := range rows {
			parts[i] = describe(row)
		}
		entries = append(entries, Entry{Text: p.say(key, "items", strings.Join(parts, "; "))})
	}
	add("report.results.strongest", r.Strongest(namedRows), func(row assessment.Row) string {
		return p.say("report.results.at_level", "name", r.Framework.ItemName(row.Item), "level", strconv.Itoa(row.Judgement.Agreed))
	})
	add("report.results.widest", r.WidestGaps(namedRows), func(row assessment.Row) string {
		return p.say("report.results.from_to", "name", r.Framework.ItemName(row.Item),
			"from", strconv.Itoa(row.Judgement.Agreed), "to", strconv.Itoa(row.Judgement.Target))
	})
	add("report.results.divided", r.MostDivided(namedRows), func(row assessment.Row) string {
		return p.say("report.results.votes", "name", r.Framework.ItemName(row.Item),
			"lowest", strconv.Itoa(row.Judgement.Lowest), "highest", strconv.Itoa(row.Judgement.Highest))
	})
	add("report.results.groups", r.WidestGroupGaps(namedRows), func(row assessment.Row) string {
		return p.words.Text(r.Framework.ItemName(row.Item)) + " (" + figure.Means(r, row, p.words) + ")"
	})
	return entries
}

// itemTable shows each item with its levels, votes and evidence, grouped by element.
func (p *plan) itemTable(r assessment.Results) Table {
	t := Table{Columns: []Column{
		{Title: p.say("report.column.item"), Weight: 4.4},
		{Title: p.say("report.column.now"), Weight: 1, Align: Centre},
		{Title: p.say("report.column.target"), Weight: 1, Align: Centre},
	}}
	if r.HasLast {
		t.Columns = append(t.Columns, Column{Title: p.say("report.column.last"), Weight: 1, Align: Centre})
	}
	t.Columns = append(t.Columns,
		Column{Title: p.say("report.column.votes"), Weight: 1, Align: Centre},
		Column{Title: p.say("report.column.evidence"), Weight: 1.4, Align: Right})
	element := ""
	for _, row := range r.Rows {
		if row.Element.Key != element {
			element = row.Element.Key
			t.Rows = append(t.Rows, spanning("", p.words.Text(r.Framework.ElementName(row.Element))))
		}
		t.Rows = append(t.Rows, p.itemRow(r, row))
	}
	return t
}

func (p *plan) itemRow(r assessment.Results, row assessment.Row) Row {
	j := row.Judgement
	line := []Cell{{Text: p.words.Text(r.Framework.ItemName(row.Item))}}
	if means := figure.Means(r, row, p.words); means != "" {
		line[0].Text += "\n" + means
	}
	evidence := ""
	if j.NotApplicable {
		line[0].Text += " (" + p.say("report.results.not_applicable") + ")"
		line = append(line, Cell{Text: "–"}, Cell{Text: "–"})
	} else {
		line = append(line, levelCell(j.Agreed), levelCell(j.Target))
		evidence = p.say("report.results.no_evidence")
		if n := len(row.Evidence); n > 0 {
			evidence = strconv.Itoa(n)
		} else if !assessment.Answered(j) {
			evidence = ""
		}
	}
	if r.HasLast {
		line = append(line, levelCell(row.Last))
	}
	return Row{Cells: append(line, Cell{Text: orDash(votes(j))}, Cell{Text: orDash(evidence)})}
}

// votes returns the spread of a blind vote such as 2–4; empty when there was none.
func votes(j app.Judgement) string {
	switch {
	case j.Lowest == 0:
		return ""
	case j.Lowest == j.Highest:
		return strconv.Itoa(j.Lowest)
	}
	return fmt.Sprintf("%d–%d", j.Lowest, j.Highest)
}

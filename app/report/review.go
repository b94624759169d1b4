package report

import (
	"cmp"
	"slices"
	"strconv"

	"waymark/app"
	"waymark/app/progress"
)

// review tells what the last review meeting said and decided.
func (p *plan) review() []Block {
	reviews := progress.Reviews(p.book, p.in.Cycle)
	if len(reviews) == 0 {
		return []Block{p.sentence("report.review.none")}
	}
	last := reviews[len(reviews)-1]
	lines := []string{p.say("report.review.held", "date", last.Date)}
	if last.Present != "" {
		lines = append(lines, p.say("report.review.present", "who", last.Present))
	}
	if !last.Next.IsZero() {
		lines = append(lines, p.say("report.review.next", "date", last.Next))
	}
	blocks := []Block{Paragraph{Text: joined("\n", lines...)}}
	if last.Decisions != "" {
		blocks = append(blocks, Heading{Level: 3, Text: p.say("report.review.decisions")}, values(last.Decisions))
	} else {
		blocks = append(blocks, p.sentence("report.review.no_decisions"))
	}
	return append(blocks, p.checkIns(last)...)
}

// checkIns lists what a review said of each action, in the order of the plan.
func (p *plan) checkIns(r app.Review) []Block {
	order := map[app.ID[app.Action]]int{}
	for i, a := range p.tree.Actions() {
		order[a.ID] = i
	}
	said := p.book.CheckIns.Where(func(c app.CheckIn) bool { _, ours := order[c.Action]; return ours && c.Review == r.ID })
	if len(said) == 0 {
		return nil
	}
	slices.SortStableFunc(said, func(x, y app.CheckIn) int { return cmp.Compare(order[x.Action], order[y.Action]) })
	t := Table{Small: true, Columns: []Column{
		{Title: p.say("report.column.action"), Weight: 3.5},
		{Title: p.say("report.column.status"), Weight: 1.1},
		{Title: p.say("report.column.confidence"), Weight: 1, Align: Centre},
		{Title: p.say("report.column.note"), Weight: 3.6},
	}}
	sum, given := 0, 0
	for _, c := range said {
		a, _ := p.book.Actions.Get(c.Action)
		confidence := "–"
		if c.Confidence > 0 {
			sum, given = sum+c.Confidence, given+1
			confidence = strconv.Itoa(c.Confidence)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Code: p.codes.Of(a), Text: a.Text}, {Text: p.say("status." + string(c.Status))},
			{Text: confidence}, {Text: orDash(c.Note)}}})
	}
	blocks := []Block{Heading{Level: 3, Text: p.say("report.review.check_ins")}}
	if given > 0 {
		mean := app.QuantityOf(float64((sum*20+given)/(2*given)) / 10)
		blocks = append(blocks, p.note("report.review.confidence", "mean", mean))
	}
	return append(blocks, t)
}

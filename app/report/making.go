package report

import (
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/progress"
	"waymark/app/vision"
)

// making tells how the plan came about: by whom, from which rounds of self-assessment, out of how much.
func (p *plan) making() Section {
	s := Section{Title: p.say("report.making.title"), NewPage: true}
	s.Blocks = append(s.Blocks, p.sentence("report.making.intro"))
	if counts := p.counts(); len(counts) > 0 {
		s.Blocks = append(s.Blocks, p.sentence("report.making.counts", "list", strings.Join(counts, ", ")))
	}
	s.Blocks = append(s.Blocks, p.heading("report.making.team"))
	s.Blocks = append(s.Blocks, p.team()...)
	s.Blocks = append(s.Blocks, p.heading("report.making.rounds"))
	s.Blocks = append(s.Blocks, p.rounds()...)
	return s
}

// counts lists what the team produced; what there is none of is left out.
func (p *plan) counts() []string {
	goals := p.tree.Goals()
	indicators := 0
	for _, g := range goals {
		indicators += len(g.Indicators)
	}
	var said []string
	for _, c := range []struct {
		key string
		n   int
	}{
		{"report.count.ideas", len(vision.Ideas(p.book, p.in.Cycle))},
		{"report.count.lines", len(vision.Lines(p.book, p.in.Cycle))},
		{"report.count.needs", len(p.needed)},
		{"report.count.priorities", len(p.tree.Priorities)},
		{"report.count.goals", len(goals)},
		{"report.count.indicators", indicators},
		{"report.count.actions", p.board.Summary.All},
		{"report.count.reviews", len(progress.Reviews(p.book, p.in.Cycle))},
	} {
		if c.n > 0 {
			said = append(said, strings.Replace(p.say(c.key, "count", c.n), " ", "\u00a0", 1)) // a number stays with its word
		}
	}
	return said
}

func (p *plan) team() []Block {
	t := Table{Columns: []Column{{Title: p.say("report.column.role"), Weight: 1}, {Title: p.say("report.column.name"), Weight: 1}}}
	for m := range p.book.Members.All() {
		t.Rows = append(t.Rows, cells(orDash(m.Role), orDash(m.Name)))
	}
	if len(t.Rows) == 0 {
		return []Block{p.sentence("report.making.no_team")}
	}
	return []Block{t}
}

// rounds lists the rounds of self-assessment of the cycle, oldest first.
func (p *plan) rounds() []Block {
	t := Table{Columns: []Column{
		{Title: p.say("report.column.date"), Weight: 1.1},
		{Title: p.say("report.column.framework"), Weight: 2},
		{Title: p.say("report.column.answered"), Weight: 1.1, Align: Right},
		{Title: p.say("report.column.took_part"), Weight: 2.6},
	}}
	for a := range p.book.Assessments.All() {
		if a.Cycle == p.in.Cycle {
			t.Rows = append(t.Rows, p.round(a))
		}
	}
	if len(t.Rows) == 0 {
		return []Block{p.sentence("report.making.no_rounds")}
	}
	return []Block{t}
}

func (p *plan) round(a app.Assessment) Row {
	name, answered := a.Framework, ""
	if f, ok := app.FrameworkOf(a, p.in.Frameworks); ok {
		name = p.words.Text(f.Name())
		judged, n := assessment.Judgements(p.book, a.ID), 0
		for _, item := range f.Items() {
			if assessment.Answered(judged[item.Key]) {
				n++
			}
		}
		answered = p.say("report.making.of", "some", strconv.Itoa(n), "all", strconv.Itoa(len(f.Items())))
	}
	return cells(orDash(p.day(a.Held)), name, orDash(answered), orDash(a.Note))
}

package report

import (
	"waymark/app"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/app/progress"
)

// Plan returns the whole school development plan of a cycle. What the school has not done yet is said in one plain
// sentence in its place, so that a plan can be printed on any day. Evidence marked as confidential is not printed.
func Plan(in Input) Document {
	p := gather(in)
	say := in.Words.Say
	title := say("report.title")
	if period := prepare.Period(p.cycle); period != "" {
		title += " " + period
	}
	d := p.document(title, p.state())
	d.Cover, d.Contents, d.Sections = p.cover(), say("report.contents"), p.sections()
	return d
}

func (p *plan) sections() []Section {
	all := []Section{
		p.making(), p.visionSection(), p.results(), p.needs(), p.priorities(), p.actions(), p.costs(), p.calendar(), p.progress(),
		p.approval(),
	}
	if more, ok := p.appendix(); ok {
		all = append(all, more)
	}
	return all
}

// plan is what the sections share: the book's answers, asked once.
type plan struct {
	paper
	tree   planning.Plan
	codes  planning.Codes
	board  progress.Board
	needed []app.Need // needs of the cycle in order
}

func gather(in Input) *plan {
	return &plan{
		paper:  paperOf(in),
		tree:   planning.PlanOf(in.Book, in.Cycle),
		codes:  planning.CodesOf(in.Book, in.Cycle),
		board:  progress.BoardOf(in.Book, in.Cycle, in.Today),
		needed: planning.Needs(in.Book, in.Cycle),
	}
}

// who returns the person who carries an action, empty when nobody does.
func (p *plan) who(a app.Action) string {
	m, _ := p.book.Members.Get(a.Responsible)
	return prepare.MemberLabel(m)
}

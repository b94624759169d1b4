package report

import (
	"strings"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/app/progress"
	"waymark/app/vision"
)

// PlanInput is what the school development plan is made from.
type PlanInput struct {
	Book      *app.Book
	Cycle     app.ID[app.Cycle]
	Framework func(key string) (app.Framework, bool) // finds a self-assessment framework
	Words     Words
	Measure   chart.Measure // of the faces that figures are set in
	Today     app.Date      // the date of a draft, and the day that decides what is overdue
}

// Plan returns the whole school development plan of a cycle. What the school has not done yet is said in one plain
// sentence in its place, so that a plan can be printed on any day. Evidence marked as confidential is not printed.
func Plan(in PlanInput) Document {
	p := gather(in)
	say := in.Words.Say
	title := say("report.title")
	if period := prepare.Period(p.cycle); period != "" {
		title += " " + period
	}
	return Document{
		Title:    joined(": ", p.school.Name, title),
		Author:   p.school.Name,
		Language: in.Words.Language(),
		Created:  in.Today,
		Footer:   joined(" · ", p.school.Name, title, p.state()),
		PageOf: func(page, pages int) string {
			return say("report.page_of", "page", page, "pages", pages)
		},
		Cover:    p.cover(),
		Contents: say("report.contents"),
		Sections: p.sections(),
	}
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
	in     PlanInput
	book   *app.Book
	words  Words
	school app.School
	cycle  app.Cycle
	vision app.Vision
	tree   planning.Plan
	codes  planning.Codes
	board  progress.Board
	needed []app.Need // needs of the cycle in order
}

func gather(in PlanInput) *plan {
	cycle, _ := in.Book.Cycles.Get(in.Cycle)
	return &plan{
		in: in, book: in.Book, words: in.Words, school: in.Book.School(), cycle: cycle,
		vision: vision.Of(in.Book, in.Cycle),
		tree:   planning.PlanOf(in.Book, in.Cycle),
		codes:  planning.CodesOf(in.Book, in.Cycle),
		board:  progress.BoardOf(in.Book, in.Cycle, in.Today),
		needed: planning.Needs(in.Book, in.Cycle),
	}
}

func (p *plan) say(key string, pairs ...any) string { return p.words.Say(key, pairs...) }

// sentence is a paragraph of one sentence.
func (p *plan) sentence(key string, pairs ...any) Paragraph {
	return Paragraph{Text: p.say(key, pairs...)}
}

// note is a small grey paragraph.
func (p *plan) note(key string, pairs ...any) Paragraph {
	return Paragraph{Style: Quiet, Text: p.say(key, pairs...)}
}

// heading is a sub-heading of a section.
func (p *plan) heading(key string) Heading { return Heading{Level: 2, Text: p.say(key)} }

// nothing is a section that says in one sentence that there is nothing in it yet.
func (p *plan) nothing(title, sentence string) Section {
	return Section{Title: p.say(title), Blocks: []Block{p.sentence(sentence)}}
}

// who returns the person who carries an action, empty when nobody does.
func (p *plan) who(a app.Action) string {
	m, _ := p.book.Members.Get(a.Responsible)
	return prepare.MemberLabel(m)
}

// span returns two dates as from–to; one alone when the other is not given.
func (p *plan) span(from, to app.Date) string {
	return joined("–", p.words.ShortDate(from), p.words.ShortDate(to))
}

// day returns a date for a table; it is not broken over lines.
func (p *plan) day(d app.Date) string {
	return strings.ReplaceAll(p.words.ShortDate(d), " ", "\u00a0")
}

// joined joins the parts that are not empty.
func joined(between string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, between)
}

// orDash returns text, or an en dash in place of nothing.
func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

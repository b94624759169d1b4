package report

import (
	"strings"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/app/vision"
)

// Vision returns the vision as a page for staff and parents, to hang up; on a second page what each group will see, when
// something is written down about it.
func Vision(in Input) Document {
	p := paperOf(in)
	d := p.document(p.say("report.poster.title"), p.state())
	d.Loose, d.Footer, d.PageOf = true, "", nil
	d.Sections = []Section{{Blocks: []Block{p.poster()}}}
	if vision.HasPerspectives(p.book, in.Cycle) {
		d.Sections = append(d.Sections, Section{Title: p.say("report.seen.title"), NewPage: true, Blocks: p.seen(Lead)})
	}
	return d
}

func (p *paper) poster() Poster {
	b := Poster{Logo: p.school.Logo, School: p.school.Name, Title: joined(" ", p.say("report.poster.title"), prepare.Period(p.cycle)),
		Statement: p.vision.Statement, Values: p.say("report.vision.values"), Valued: linesOf(p.vision.Values),
		Lines: p.say("report.poster.lines"), Numbered: p.numbered(), State: p.adoption()}
	if b.Statement == "" {
		b.Statement = p.say("report.vision.no_statement")
	}
	return b
}

// numbered lists the vision lines with their codes.
func (p *paper) numbered() []Entry {
	var entries []Entry
	codes := planning.CodesOf(p.book, p.in.Cycle)
	for _, l := range vision.Lines(p.book, p.in.Cycle) {
		entries = append(entries, Entry{Code: codes.Of(l), Text: l.Text})
	}
	return entries
}

// adoption says how far the vision is: a draft, or adopted when, by whom, under which number, after hearing whom.
func (p *paper) adoption() []string {
	lines := []string{p.state()}
	if p.vision.Adopted.IsZero() {
		return lines
	}
	if p.vision.Minutes != "" {
		lines = append(lines, p.say("report.adoption.minutes", "number", p.vision.Minutes))
	}
	if p.vision.Heard != "" {
		lines = append(lines, p.say("report.adoption.heard", "who", p.vision.Heard))
	}
	return lines
}

// seen says below headings, in a style, what each group will see, and what it looks like and does not look like.
func (p *paper) seen(style Style) []Block {
	var blocks []Block
	for _, group := range app.Groups() {
		view := vision.PerspectiveOf(p.book, p.in.Cycle, group)
		if view.Seen+view.Like+view.Unlike == "" {
			continue
		}
		blocks = append(blocks, Heading{Level: 3, Text: p.say("report.seen." + string(group))})
		if view.Seen != "" {
			blocks = append(blocks, Paragraph{Style: style, Text: view.Seen})
		}
		if view.Like+view.Unlike != "" {
			blocks = append(blocks, List{[]Entry{{p.say("report.seen.like"), orDash(view.Like)}, {p.say("report.seen.unlike"), orDash(view.Unlike)}}})
		}
	}
	return blocks
}

// linesOf returns the lines of a text that say something.
func linesOf(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

package report

import (
	"strings"

	"waymark/app/vision"
)

// visionSection is where the school wants to be: statement, values and the numbered lines that goals point to.
func (p *plan) visionSection() Section {
	lines := vision.Lines(p.book, p.in.Cycle)
	if p.vision.Statement == "" && p.vision.Values == "" && len(lines) == 0 {
		return p.nothing("report.vision.title", "report.vision.none")
	}
	s := Section{Title: p.say("report.vision.title"), NewPage: true}
	if p.vision.Statement != "" {
		s.Blocks = append(s.Blocks, Paragraph{Style: Lead, Text: p.vision.Statement})
	} else {
		s.Blocks = append(s.Blocks, p.sentence("report.vision.no_statement"))
	}
	if p.vision.Values != "" {
		s.Blocks = append(s.Blocks, p.heading("report.vision.values"), values(p.vision.Values))
	}
	s.Blocks = append(s.Blocks, p.heading("report.vision.lines"))
	if len(lines) == 0 {
		return s.with(p.sentence("report.vision.no_lines"))
	}
	list := List{}
	for _, l := range lines {
		list.Entries = append(list.Entries, Entry{Code: p.codes.Of(l), Text: l.Text})
	}
	return s.with(p.sentence("report.vision.lines_intro"), list)
}

// values is a list when they were written one to a line, a paragraph otherwise.
func values(text string) Block {
	list := List{}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			list.Entries = append(list.Entries, Entry{Text: line})
		}
	}
	if len(list.Entries) < 2 {
		return Paragraph{Text: text}
	}
	return list
}

// with returns the section with more blocks at its end.
func (s Section) with(blocks ...Block) Section {
	s.Blocks = append(s.Blocks, blocks...)
	return s
}

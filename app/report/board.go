package report

import (
	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/vision"
)

// VisionBoard returns the affinity board of the vision workshop as a picture: themes with their cards, and their dots when
// there was a vote.
func VisionBoard(in Input) Document {
	p := paperOf(in)
	title := p.say("report.board.title")
	d := p.document(title)
	d.Loose = true
	board := vision.BoardOf(p.book, in.Cycle)
	block := Board{Title: title, Lead: joined(" · ", prepare.Period(p.cycle), p.said(len(vision.Ideas(p.book, in.Cycle)), len(board.Columns)))}
	for _, column := range board.Columns {
		stack := p.stack(column.Theme.Name, column.Ideas)
		if column.Voted {
			stack.Dots, stack.Tally = column.Dots, p.say("report.dots", "count", column.Dots)
		}
		block.Stacks = append(block.Stacks, stack)
	}
	if len(board.Free) > 0 {
		free := p.stack(p.say("report.board.free"), board.Free)
		free.Loose = true
		block.Stacks = append(block.Stacks, free)
	}
	s := Section{Landscape: true, Blocks: []Block{block}}
	if len(block.Stacks) == 0 {
		s.Blocks = append(s.Blocks, p.sentence("report.board.none"))
	}
	d.Sections = []Section{s}
	return d
}

// said counts ideas and themes in words.
func (p *paper) said(ideas, themes int) string {
	if ideas+themes == 0 {
		return ""
	}
	return p.say("report.board.counts", "ideas", p.say("report.ideas", "count", ideas), "themes", p.say("report.themes", "count", themes))
}

func (p *paper) stack(title string, ideas []app.Idea) Stack {
	stack := Stack{Title: title, Again: p.say("report.board.again", "name", title)}
	for _, idea := range ideas {
		stack.Cards = append(stack.Cards, idea.Text)
	}
	return stack
}

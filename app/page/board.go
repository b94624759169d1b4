package page

import (
	"slices"

	"waymark/app/chart"
	"waymark/app/report"
)

// The measures of a board.
const (
	boardGap  = 5.0 // between columns
	cardGap   = 2.0
	cardEdge  = 2.2 // inside a card
	stackGap  = 7.0 // between stacks in one column
	dotRadius = 1.35
	dotStep   = 3.7
)

// boardSizes are the sizes of a card's words that are tried, the largest first: a board for the wall is one page when that
// can be read. The last is used when none is enough.
var boardSizes = []float64{15, 13, 11.5, 10, 9}

// manySize is the size of the words when one page is not enough.
const manySize = 10

// board sets the largest board that fits onto one page, or as many pages as it needs.
func (s *setter) board(b report.Board) []unit {
	head := s.heading(report.Heading{Level: 1, Text: b.Title})
	lead := s.words(b.Lead, quietFace, 3)
	head = append(head, lead...)
	p := pinboard{setter: s, stacks: b.Stacks, first: s.flow.body() - tall(head) - 0.1, rest: s.flow.body() - 0.1}
	units := append(head, p.pages()...)
	if len(b.Stacks) == 0 {
		units[len(units)-1].keep = false
	}
	return units
}

// pinboard is a board at work.
type pinboard struct {
	*setter
	stacks      []report.Stack
	first, rest float64 // the room for columns on the first page and on the others
	size        float64
	across      int     // columns on a page
	filling     filling // how stacks follow each other
	width       float64 // of a column
	columns     []column
}

// filling is how stacks follow each other in the columns.
type filling int

const (
	apart   filling = iota // each begins a column
	whole                  // one that fits into what is left of a column does not begin another
	running                // one goes on in the next column wherever a column ends, but for its first cards
)

// fewCards are the first cards of a stack, which are not parted.
const fewCards = 3

// column is what stands in one column, from its top.
type column struct {
	unit
	cards bool // the last thing in it is a card
}

// pages returns a unit for each page.
func (p *pinboard) pages() []unit {
	if len(p.stacks) == 0 {
		return nil
	}
	if !p.onePage() {
		p.set(manySize, 4, running)
	}
	var units []unit
	for i := 0; i < len(p.columns); i += p.across {
		page := unit{}
		for j, c := range p.columns[i:min(i+p.across, len(p.columns))] {
			for _, shape := range c.shapes {
				for k := range shape.Points {
					shape.Points[k].X += float64(j) * (p.width + boardGap)
				}
				page.shapes = append(page.shapes, shape)
			}
			page.height = max(page.height, c.height)
		}
		if i+p.across < len(p.columns) {
			page.height = p.room(i) // whatever follows begins a page
		}
		units = append(units, page)
	}
	return units
}

// onePage looks for the largest size at which everything is on one page, in a column for each stack where there are few.
func (p *pinboard) onePage() bool {
	n := len(p.stacks)
	for _, size := range boardSizes {
		if n <= 5 {
			if p.set(size, max(3, n), apart); len(p.columns) <= p.across {
				return true
			}
		}
		for across := 3; across <= 5; across++ {
			if p.set(size, across, whole); len(p.columns) <= across {
				return true
			}
		}
	}
	return false
}

// room is how tall column i may be.
func (p *pinboard) room(i int) float64 {
	if i < p.across {
		return p.first
	}
	return p.rest
}

// set fills columns with all stacks.
func (p *pinboard) set(size float64, across int, filling filling) {
	p.size, p.across, p.filling = size, across, filling
	p.width = (p.flow.width() - boardGap*float64(across-1)) / float64(across)
	p.columns = nil
	for _, stack := range p.stacks {
		p.stack(stack)
	}
}

// stack puts a stack into the column begun last if there is room for it there, into new columns otherwise.
func (p *pinboard) stack(stack report.Stack) {
	head, cards := p.title(stack, stack.Title, true), p.cards(stack)
	needed := head.height
	for i, card := range cards {
		if p.filling != running || i < fewCards {
			needed += cardGap + card.height
		}
	}
	if len(p.columns) == 0 || p.filling == apart || p.left() < stackGap+needed {
		p.columns = append(p.columns, column{})
	} else {
		p.last().height += stackGap
	}
	p.last().pin(head)
	for i := range cards {
		card := cards[i]
		if p.left() < cardGap+card.height && p.last().cards {
			p.columns = append(p.columns, column{})
			p.last().pin(p.title(stack, stack.Again, false))
		}
		for _, part := range p.parts(card, stack) {
			if p.left() < cardGap+part.height {
				p.columns = append(p.columns, column{})
				p.last().pin(p.title(stack, stack.Again, false))
			}
			p.last().height += cardGap
			p.last().pin(part)
			p.last().cards = true
		}
	}
}

func (p *pinboard) last() *column { return &p.columns[len(p.columns)-1] }

// left is the height that is left in the column begun last.
func (p *pinboard) left() float64 { return p.room(len(p.columns)-1) - p.last().height }

// pin puts u below what is in the column.
func (c *column) pin(u unit) {
	shapes := copied(u.shapes)
	for i := range shapes {
		for j := range shapes[i].Points {
			shapes[i].Points[j].Y += c.height
		}
	}
	c.shapes, c.height, c.cards = append(c.shapes, shapes...), c.height+u.height, false
}

// title sets the heading of a stack with its dots and a rule below.
func (p *pinboard) title(stack report.Stack, text string, dots bool) unit {
	f := face{p.size * 1.12, p.size * 1.4, true, chart.Ink}
	if stack.Loose {
		f.bold, f.role = false, chart.Quiet
	}
	u := unit{}
	for _, line := range p.wrap(text, p.width, 0, f) {
		u.label(0, u.height, line.text, f, chart.Start)
		u.height += f.line()
	}
	if dots && stack.Tally != "" {
		p.dots(&u, stack)
	}
	u.height += 1
	u.rule(0, p.width, u.height, 0.7, f.role)
	u.height += 0.6
	return u
}

// mostDots is how many dots are drawn; the words tell the number anyway.
const mostDots = 40

// dots sets the dots of a stack, and their number in words behind them.
func (p *pinboard) dots(u *unit, stack report.Stack) {
	f := face{p.size * 0.9, p.size * 1.25, true, chart.Ink}
	row := max(f.line(), 2*dotRadius+1)
	x := 0.0
	if stack.Dots <= mostDots {
		for range stack.Dots {
			if x+2*dotRadius > p.width {
				x, u.height = 0, u.height+dotStep
			}
			u.shapes = append(u.shapes, chart.Shape{Form: chart.Circle, Points: []chart.Point{{X: x + dotRadius, Y: u.height + row/2}},
				Radius: dotRadius, Fill: chart.Ink})
			x += dotStep
		}
	}
	if x > 0 {
		x += 0.8
	}
	if x+p.wide(Clean(stack.Tally), f) > p.width && x > 0 {
		x, u.height = 0, u.height+row
	}
	for i, line := range p.wrap(stack.Tally, p.width-x, 0, f) {
		if i > 0 {
			u.height += row
		}
		u.label(x, u.height, line.text, f, chart.Start)
	}
	u.height += row
}

// cards sets the cards of a stack.
func (p *pinboard) cards(stack report.Stack) []unit {
	cards := make([]unit, len(stack.Cards))
	f := p.face()
	for i, text := range stack.Cards {
		lines := p.wrap(text, p.width-2*cardEdge, 0, f)
		cards[i] = p.card(lines, stack.Loose)
	}
	return cards
}

func (p *pinboard) face() face { return face{p.size, p.size * 1.28, false, chart.Ink} }

// card sets lines on a card.
func (p *pinboard) card(lines []run, loose bool) unit {
	f := p.face()
	u := unit{height: 2*cardEdge + float64(max(1, len(lines)))*f.line()}
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Rect, Points: []chart.Point{{}, {X: p.width, Y: u.height}},
		Fill: chart.Surface, Stroke: chart.Edge, Width: 0.3, Dashed: loose})
	for i, line := range lines {
		u.label(cardEdge, cardEdge+float64(i)*f.line(), line.text, f, chart.Start)
	}
	return u
}

// parts returns a card as it is, or torn into cards that each fit into a column.
func (p *pinboard) parts(card unit, stack report.Stack) []unit {
	again := p.title(stack, stack.Again, false)
	room := min(p.first, p.rest) - max(again.height, p.title(stack, stack.Title, true).height) - cardGap
	if card.height <= room {
		return []unit{card}
	}
	var lines []run
	for _, shape := range card.shapes {
		if shape.Form == chart.Label {
			lines = append(lines, run{text: shape.Text})
		}
	}
	most := max(1, int((room-2*cardEdge)/p.face().line()))
	var parts []unit
	for some := range slices.Chunk(lines, most) {
		parts = append(parts, p.card(some, stack.Loose))
	}
	return parts
}

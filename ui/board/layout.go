package board

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// The measures of the board in units at zoom 1.
const (
	columnWidth = 220
	columnGap   = 12
	cardGap     = 8
	cardInset   = 10 // between the edge of a card and its words
	inset       = 8  // between the edge of a column and its cards
	bandHeight  = 5
	thumbHigh   = 4  // of what shows how far the themes are scrolled
	thumbGap    = 3  // between the columns and that
	headWidth   = 30 // of the letter in a heading, and of what opens its menu
	mostLines   = 4  // of a card that is not chosen
	nameLines   = 3
)

// frame is where things are, and how large, at the moment.
type frame struct {
	size   fyne.Size
	width  float32 // of a column
	gap    float32
	head   float32 // height of the headings
	top    float32 // of the columns
	bottom float32
	left   float32 // where the themes begin
}

// place is where a card is shown in its column.
type place struct {
	idea   app.Idea
	row    int // in the column as the book has it
	lines  []string
	top    float32
	height float32
	carry  bool // it is in the hand, shown where it would land
}

// wrap is what the lines of a text depend on.
type wrap struct {
	text        string
	width, size float32
	bold        bool
	most        int
}

// lines breaks a text into lines, most at most; 0 for all. The lines are kept, since measuring letters takes time.
func (b *Board) lines(text string, width, size float32, bold bool, most int) []string {
	key := wrap{text, width, size, bold, most}
	lines, ok := b.wrapped[key]
	if !ok {
		if len(b.wrapped) > 4000 { // sizes that are not used any more
			clear(b.wrapped)
		}
		lines = kit.Broken(text, width, size, fyne.TextStyle{Bold: bold}, most)
		b.wrapped[key] = lines
	}
	return lines
}

// letter is how high the letters of cards are.
func (b *Board) letter() float32 {
	base := theme.SizeOf(fynetheme.SizeNameCaptionText)
	if b.letters > 0 {
		return b.letters * max(1, b.zoom)
	}
	return base * b.zoom
}

// u returns a length that is length at zoom 1 and with the letters of a page.
func (b *Board) u(length float32) float32 {
	return theme.Units(length) * b.letter() / theme.SizeOf(fynetheme.SizeNameCaptionText)
}

// nameSize is how high the letters of a theme's name are.
func (b *Board) nameSize() float32 { return b.letter() * 16 / 14 }

// plain is how high the letters beside the board are, whatever its zoom.
func (b *Board) plain() float32 {
	return max(theme.SizeOf(fynetheme.SizeNameCaptionText), b.letters)
}

// ring is how thick the line around what is chosen is.
func (b *Board) ring() float32 {
	if b.letters > 0 {
		return b.u(3)
	}
	return theme.SizeOf(theme.SizeRing)
}

// line is how high a line of letters of a size is.
func line(size float32) float32 { return size * 1.3 }

// layOut measures everything and shows what is in sight.
func (b *Board) layOut() {
	size := b.Size()
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	f := &b.at
	f.size, f.gap = size, b.u(columnGap)
	f.width = wholeColumn(size.Width, b.u(columnWidth), f.gap, len(b.columns))
	f.top = b.bar.lay(size.Width)
	f.left = f.width + f.gap
	f.bottom = size.Height - b.layFoot() - b.strip()
	names := 1
	for _, c := range b.columns {
		names = max(names, len(b.nameLines(c)))
	}
	f.head = b.u(bandHeight) + b.u(8) + float32(names)*line(b.nameSize()) + line(b.letter()) + b.u(8)
	b.measure()
	b.right = min(max(b.right, 0), b.mostRight())
	b.place()
	b.layOver()
}

// leastColumn is the share of its width to which a column shrinks so that one more is seen whole.
const leastColumn = 0.82

// wholeColumn returns how wide columns are of which as many as find room are seen whole: about plain, and that where all do.
func wholeColumn(room, plain, gap float32, columns int) float32 {
	find := float32(math.Floor(float64((room + gap) / (plain + gap))))
	if find < 1 || find >= float32(columns) {
		return plain
	}
	width := func(n float32) float32 { return (room+gap)/n - gap }
	if one := width(find + 1); one >= plain*leastColumn {
		return one
	}
	return width(find)
}

// nameLines returns the lines of a heading.
func (b *Board) nameLines(c column) []string {
	name, most := b.nameOf(c), nameLines
	if b.naming != nil && c.theme.ID == b.naming.theme && c.theme.ID != "" {
		name, most = b.naming.Seen(), 3
	}
	width := b.at.width - 2*b.u(cardInset)
	if c.theme.ID != "" {
		width -= 2 * b.u(headWidth) * 0.8
	}
	return b.lines(name, width, b.nameSize(), true, most)
}

// measure sets the cards of each column below each other, what is in the hand where it would land.
func (b *Board) measure() {
	for i := range b.columns {
		c := &b.columns[i]
		c.places = c.places[:0]
		for row, idea := range c.ideas {
			if b.carried != nil && idea.ID == b.carried.idea {
				continue
			}
			c.places = append(c.places, b.placeOf(idea, row, b.chosen == spot{i, row} && b.carried == nil))
		}
		if b.carried != nil && b.carried.idea != "" && b.carried.to.column == i {
			from, _ := b.find(b.carried.idea)
			idea, _ := b.ideaAt(from)
			held := b.placeOf(idea, from.row, false)
			held.carry = true
			at := min(b.carried.to.row, len(c.places))
			c.places = append(c.places[:at:at], append([]place{held}, c.places[at:]...)...)
		}
		y := b.u(inset)
		for p := range c.places {
			c.places[p].top = y
			y += c.places[p].height + b.u(cardGap)
		}
		c.height = y
		b.down[c.theme.ID] = min(max(b.down[c.theme.ID], 0), max(0, c.height-b.inside()))
	}
}

// placeOf measures a card; all of its words are shown when it is chosen.
func (b *Board) placeOf(idea app.Idea, row int, whole bool) place {
	most := mostLines
	if whole {
		most = 0
	}
	size := b.letter()
	p := place{idea: idea, row: row, lines: b.lines(idea.Text, b.at.width-2*b.u(inset)-2*b.u(cardInset), size, false, most)}
	p.height = float32(len(p.lines))*line(size) + 2*b.u(cardInset)*0.8
	if alsoOf(idea) > 0 {
		p.height += line(size) * 0.9
	}
	return p
}

// inside is how high the room for cards below the headings is.
func (b *Board) inside() float32 { return b.at.bottom - b.at.top - b.at.head }

// mostRight is how far the themes can be scrolled.
func (b *Board) mostRight() float32 {
	n := float32(len(b.columns) - 1)
	return max(0, n*(b.at.width+b.at.gap)-b.at.gap-(b.at.size.Width-b.at.left))
}

// x is where a column begins.
func (b *Board) x(column int) float32 {
	if column == 0 {
		return 0
	}
	return b.at.left + float32(b.shownAt(column)-1)*(b.at.width+b.at.gap) - b.right
}

// shownAt returns where a column is shown: at its place, unless a theme is in the hand.
func (b *Board) shownAt(column int) int { return slices.Index(b.order(), column) }

// order returns the columns from left to right.
func (b *Board) order() []int {
	order := make([]int, len(b.columns))
	for i := range order {
		order[i] = i
	}
	if c := b.carried; c != nil && c.theme != "" {
		from := b.columnOf(c.theme)
		order = slices.Insert(slices.Delete(order, from, from+1), c.to.column, from)
	}
	return order
}

// reveal scrolls as little as needed for what is chosen, or in the hand, to be seen.
func (b *Board) reveal() {
	if b.at.size.Width <= 0 {
		return
	}
	b.measure()
	at, carry := b.chosen, b.carried != nil
	if carry {
		at = b.carried.to
		if b.carried.theme != "" {
			at = spot{b.columnOf(b.carried.theme), heading1}
		}
	}
	if at.column > 0 {
		x := b.x(at.column) + b.right - b.at.left
		room := b.at.size.Width - b.at.left
		b.right = min(b.right, x)
		b.right = max(b.right, x+b.at.width-room)
		b.right = min(max(b.right, 0), b.mostRight())
	}
	c := b.columns[at.column]
	for _, p := range c.places {
		if !carry && p.row == at.row || carry && p.carry {
			down := min(b.down[c.theme.ID], p.top-b.u(inset))
			b.down[c.theme.ID] = max(down, p.top+p.height+b.u(inset)-b.inside())
			if p.height > b.inside() {
				b.down[c.theme.ID] = p.top - b.u(inset)
			}
		}
	}
	b.measure()
}

// hit returns what lies at a position on the board: a card, a heading, or nowhere; and the column there, -1 for none.
func (b *Board) hit(at fyne.Position) (s spot, column int) {
	if at.Y < b.at.top || at.Y > b.at.bottom || at.X < 0 || at.X > b.at.size.Width {
		return nowhere, -1
	}
	for i := range b.columns {
		x := b.x(i)
		if at.X < x || at.X > x+b.at.width || i > 0 && at.X < b.at.left {
			continue
		}
		y := at.Y - b.at.top
		if y < b.at.head {
			return spot{i, heading1}, i
		}
		y += b.down[b.columns[i].theme.ID] - b.at.head
		for _, p := range b.columns[i].places {
			if y >= p.top && y <= p.top+p.height && !p.carry {
				return spot{i, p.row}, i
			}
		}
		return nowhere, i
	}
	return nowhere, -1
}

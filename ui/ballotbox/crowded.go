package ballotbox

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/kit"
	"waymark/ui/theme"
)

// crowded is a box with many options on the wall: it sets them in columns, in the largest type at which all are seen.
type crowded struct{ *Box }

// Draw is called by package room.
func (c *crowded) Draw(letters float32) fyne.CanvasObject {
	w := &columns{view: c.View(), letters: letters}
	w.sheet = &fyne.Container{Layout: w}
	return w.sheet
}

// The type tried, largest first, as shares of the smallest letters of a wall.
func wallSizes() []float32 { return []float32{1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1} }

// barShares is how much of a column bars and their numbers take: less where names need it.
func barShares() []float32 { return []float32{0.4, 0.3, 0.22, 0.15} }

// mostColumns is how many columns can still be read.
const mostColumns = 3

// columns lays out a view for the room that it gets.
type columns struct {
	view    View
	letters float32
	sheet   *fyne.Container
	drawn   fyne.Size
}

// MinSize is called by Fyne.
func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is called by Fyne.
func (c *columns) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size == c.drawn {
		return
	}
	c.drawn = size
	shares := barShares()
	if !c.view.Revealed {
		shares = shares[:1] // there are no bars
	}
	whole := slices.Repeat([]int{mostLines}, len(c.view.Options))
	for _, size := range wallSizes() {
		p := place{letters: size * c.letters, size: c.drawn}
		for p.count = 1; p.count <= mostColumns; p.count++ {
			if c.least(p) > c.bottom(p) {
				continue
			}
			for _, p.bars = range shares {
				if objects, fits := c.set(p, whole, true); fits {
					c.sheet.Objects = objects
					return
				}
			}
		}
	}
	p := place{letters: c.letters, size: c.drawn, count: 1, bars: slices.Min(shares)}
	for p.count < mostColumns && c.least(p) > c.bottom(p) {
		p.count++
	}
	c.sheet.Objects, _ = c.set(p, c.shared(p), false)
}

// mostLines is how many lines the name of an option takes at most.
const mostLines = 3

// place is one way to set the options: how large the type, in how many columns, and which share of a column the bars have.
type place struct {
	size    fyne.Size
	letters float32
	count   int
	bars    float32
}

// gap parts the columns so that a number is not read together with the next column's.
func (p place) gap() float32 { return p.letters * 2 }

func (p place) width() float32 {
	return (p.size.Width - p.gap()*float32(p.count-1)) / float32(p.count)
}

// high is how high a row of so many lines is.
func (p place) high(lines int) float32 { return p.letters * (kit.LineHigh*float32(lines) + 0.25) }

// column returns which of n options stand in a column.
func (p place) column(at, n int) (from, to int) {
	each := (n + p.count - 1) / p.count
	return min(at*each, n), min((at+1)*each, n)
}

// least is how high the columns are at the least.
func (c *columns) least(p place) float32 {
	_, to := p.column(0, len(c.view.Options))
	return float32(to) * p.high(1)
}

// meaning is what the votes mean, in lines; none before the reveal.
func (c *columns) meaning(p place) []string {
	if !c.view.Revealed {
		return nil
	}
	return kit.Broken(joined(append([]string{c.view.Sentence}, c.view.Findings...)...), p.size.Width, p.letters, fyne.TextStyle{Bold: true}, mostLines)
}

// bottom is where the columns end at the latest, with a gap above what the votes mean.
func (c *columns) bottom(p place) float32 {
	lines := c.meaning(p)
	if len(lines) == 0 {
		return p.size.Height
	}
	return p.size.Height - kit.LineHigh*p.letters*float32(len(lines)) - p.letters/2
}

// shared tells on how many lines each name is seen when not all can be seen whole: on one, and the room that is left in a column
// goes to its names in turn, line by line.
func (c *columns) shared(p place) []int {
	most := slices.Repeat([]int{1}, len(c.view.Options))
	bottom, room := c.bottom(p), c.room(p.letters)
	for at := range p.count {
		from, to := p.column(at, len(most))
		left := bottom - float32(to-from)*p.high(1)
		for lines := 2; lines <= mostLines; lines++ {
			for i := from; i < to && left >= kit.LineHigh*p.letters; i++ {
				if needed, _ := c.name(p, c.view.Options[i], room, mostLines); len(needed) >= lines {
					most[i] = lines
					left -= kit.LineHigh * p.letters
				}
			}
		}
	}
	return most
}

// set sets all options, each on at most as many lines as most says, and what they mean below, and tells whether that fits; when
// they have to be whole, a name that is cut does not.
func (c *columns) set(p place, most []int, whole bool) (objects []fyne.CanvasObject, fits bool) {
	bottom, room := c.bottom(p), c.room(p.letters)
	for i, line := range c.meaning(p) {
		objects = append(objects, kit.Word(line, 0, bottom+p.letters/2+kit.LineHigh*p.letters*float32(i), p.letters, true, fynetheme.ColorNameForeground))
	}
	for at := range p.count {
		y := float32(0)
		from, to := p.column(at, len(most))
		for i := from; i < to; i++ {
			o := c.view.Options[i]
			lines, cut := c.name(p, o, room, most[i])
			if cut && whole {
				return objects, false
			}
			objects = append(objects, c.row(p, o, lines, (p.width()+p.gap())*float32(at), y, room)...)
			y += p.high(len(lines))
		}
		if y > bottom {
			return objects, false
		}
	}
	return objects, true
}

// barsWide is the room for the bar and the number of an option, of which the widest number takes room.
func (c *columns) barsWide(p place, room float32) float32 {
	if !c.view.Revealed {
		return 0
	}
	return max(p.width()*p.bars, room)
}

// name sets the name of an option on at most so many lines, and tells whether it is cut.
func (c *columns) name(p place, o Option, room float32, most int) (lines []string, cut bool) {
	text := o.Text
	if o.Done {
		text += " " + taken
	}
	width := p.width() - p.letters*2.5 - c.barsWide(p, room)
	lines = kit.Broken(text, width, p.letters, fyne.TextStyle{Bold: o.Most || o.Here}, most)
	return lines, len(lines) == most && strings.HasSuffix(lines[most-1], "…") && !strings.HasSuffix(text, "…")
}

// row sets one option: number, name and, after the reveal, a bar with its number.
func (c *columns) row(p place, o Option, lines []string, x, y, room float32) (objects []fyne.CanvasObject) {
	letters, width, bars := p.letters, p.width(), c.barsWide(p, room)
	bold := o.Most || o.Here
	if o.Here {
		ground := canvas.NewRectangle(theme.Of(theme.ColorTint))
		ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Of(fynetheme.ColorNamePrimary), theme.Units(2), letters/5
		ground.Move(fyne.NewPos(x-letters/4, y))
		ground.Resize(fyne.NewSize(width+letters/2, p.high(len(lines))))
		objects = append(objects, ground)
	}
	objects = append(objects, kit.Word(o.Mark, x, y, letters, true, fynetheme.ColorNamePrimary))
	for i, line := range lines {
		objects = append(objects, kit.Word(line, x+letters*2, y+kit.LineHigh*letters*float32(i), letters, bold, fynetheme.ColorNameForeground))
	}
	if !c.view.Revealed {
		return objects
	}
	left := x + width - bars
	number := kit.Word(count(o).Text, left, y, letters, o.Most, fynetheme.ColorNameForeground)
	bar := canvas.NewRectangle(theme.Of(barInk(o)))
	bar.Move(fyne.NewPos(left, y+letters*0.35))
	bar.Resize(fyne.NewSize(max(theme.Units(2), (bars-room)*o.Share), letters*0.75))
	number.Move(fyne.NewPos(left+bar.Size().Width+letters/3, y))
	return append(objects, bar, number)
}

// room is what the widest number behind a bar takes.
func (c *columns) room(letters float32) float32 {
	var widest float32
	for _, o := range c.view.Options {
		widest = max(widest, fyne.MeasureText(count(o).Text, letters, fyne.TextStyle{Bold: true}).Width)
	}
	return widest + letters/2
}

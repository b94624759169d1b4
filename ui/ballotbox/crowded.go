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
	try := func(letters, bars float32, count int, most []int) (fits, cut bool) {
		c.sheet.Objects, fits, cut = c.set(size, letters, bars, count, most)
		return fits, cut
	}
	most := slices.Repeat([]int{mostLines}, len(c.view.Options))
	for _, share := range wallSizes() {
		for count := 1; count <= mostColumns; count++ {
			for _, bars := range barShares() {
				if fits, cut := try(share*c.letters, bars, count, most); fits && !cut {
					return
				}
			}
		}
	}
	// Of long names only the beginning is seen; the room that is left goes to them in turn, line by line.
	most = slices.Repeat([]int{1}, len(c.view.Options))
	count, bars := 1, slices.Min(barShares())
	for ; count < mostColumns; count++ {
		if fits, _ := try(c.letters, bars, count, most); fits {
			break
		}
	}
	for lines := 2; lines <= mostLines; lines++ {
		for i, before := range most {
			most[i] = lines
			if fits, _ := try(c.letters, bars, count, most); !fits {
				most[i] = before
			}
		}
	}
	try(c.letters, bars, count, most)
}

// mostLines is how many lines the name of an option takes at most.
const mostLines = 3

// set sets all options in count columns, each on at most as many lines as most says, and what they mean below, and tells whether
// that fits and whether names are cut.
func (c *columns) set(size fyne.Size, letters, bars float32, count int, most []int) (objects []fyne.CanvasObject, fits, cut bool) {
	gap := letters * 2 // so that a number is not read together with the next column's
	width := (size.Width - gap*float32(count-1)) / float32(count)
	bottom := size.Height
	if c.view.Revealed {
		lines := kit.Broken(joined(append([]string{c.view.Sentence}, c.view.Findings...)...), size.Width, letters, fyne.TextStyle{Bold: true}, mostLines)
		bottom -= kit.LineHigh*letters*float32(len(lines)) + letters/2
		for i, line := range lines {
			objects = append(objects, kit.Word(line, 0, bottom+letters/2+kit.LineHigh*letters*float32(i), letters, true, fynetheme.ColorNameForeground))
		}
	}
	each := (len(c.view.Options) + count - 1) / count
	for at := 0; at < count; at++ {
		y := float32(0)
		for i := at * each; i < min((at+1)*each, len(c.view.Options)); i++ {
			row, high, short := c.row(c.view.Options[i], (width+gap)*float32(at), y, width, letters, bars, most[i])
			objects, y, cut = append(objects, row...), y+high, cut || short
		}
		if y > bottom {
			return objects, false, cut
		}
	}
	return objects, true, cut
}

// row sets one option: number, words and, after the reveal, a bar with its number. It tells whether the words are cut.
func (c *columns) row(o Option, x, y, width, letters, share float32, most int) (objects []fyne.CanvasObject, high float32, cut bool) {
	indent, bars := letters*2, float32(0)
	if c.view.Revealed {
		bars = max(width*share, c.room(letters))
	}
	text := o.Text
	if o.Done {
		text += " " + taken
	}
	bold := o.Most || o.Here
	lines := kit.Broken(text, width-indent-bars-letters/2, letters, fyne.TextStyle{Bold: bold}, most)
	cut = len(lines) == most && strings.HasSuffix(lines[most-1], "…") && !strings.HasSuffix(text, "…")
	high = kit.LineHigh*letters*float32(len(lines)) + letters*0.25
	if o.Here {
		ground := canvas.NewRectangle(theme.Of(theme.ColorTint))
		ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = theme.Of(fynetheme.ColorNamePrimary), theme.Units(2), letters/5
		ground.Move(fyne.NewPos(x-letters/4, y))
		ground.Resize(fyne.NewSize(width+letters/2, high))
		objects = append(objects, ground)
	}
	objects = append(objects, kit.Word(o.Mark, x, y, letters, true, fynetheme.ColorNamePrimary))
	for i, line := range lines {
		objects = append(objects, kit.Word(line, x+indent, y+kit.LineHigh*letters*float32(i), letters, bold, fynetheme.ColorNameForeground))
	}
	if !c.view.Revealed {
		return objects, high, cut
	}
	left := x + width - bars
	number := kit.Word(count(o).Text, left, y, letters, o.Most, fynetheme.ColorNameForeground)
	bar := canvas.NewRectangle(theme.Of(barInk(o)))
	bar.Move(fyne.NewPos(left, y+letters*0.35))
	bar.Resize(fyne.NewSize(max(theme.Units(2), (bars-c.room(letters))*o.Share), letters*0.75))
	number.Move(fyne.NewPos(left+bar.Size().Width+letters/3, y))
	return append(objects, bar, number), high, cut
}

// room is what the widest number behind a bar takes.
func (c *columns) room(letters float32) float32 {
	var widest float32
	for _, o := range c.view.Options {
		widest = max(widest, fyne.MeasureText(count(o).Text, letters, fyne.TextStyle{Bold: true}).Width)
	}
	return widest + letters/2
}

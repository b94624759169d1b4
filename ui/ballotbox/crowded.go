package ballotbox

import (
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
func wallSizes() []float32 { return []float32{1.7, 1.5, 1.35, 1.2, 1.1, 1} }

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
	try := func(letters float32, most int) bool {
		for count := 1; count <= mostColumns; count++ {
			objects, fits := c.set(size, letters, count, most)
			c.sheet.Objects = objects
			if fits {
				return true
			}
		}
		return false
	}
	for _, share := range wallSizes() {
		if try(share*c.letters, mostLines) {
			return
		}
	}
	for most := mostLines - 1; most > 0; most-- { // of long names only the beginning is seen
		if try(c.letters, most) {
			return
		}
	}
}

// mostLines is how many lines the name of an option takes at most.
const mostLines = 3

// set sets all options in count columns, each on at most most lines, and what they mean below, and tells whether that fits.
func (c *columns) set(size fyne.Size, letters float32, count, most int) (objects []fyne.CanvasObject, fits bool) {
	gap := letters
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
			row, high := c.row(c.view.Options[i], (width+gap)*float32(at), y, width, letters, most)
			objects, y = append(objects, row...), y+high
		}
		if y > bottom {
			return objects, false
		}
		fits = true
	}
	return objects, fits
}

// row sets one option: number, words and, after the reveal, a bar with its number.
func (c *columns) row(o Option, x, y, width, letters float32, most int) (objects []fyne.CanvasObject, high float32) {
	indent, bars := letters*2, float32(0)
	if c.view.Revealed {
		bars = width * 0.4
	}
	text := o.Text
	if o.Done {
		text += " " + taken
	}
	bold := o.Most || o.Here
	lines := kit.Broken(text, width-indent-bars-letters/2, letters, fyne.TextStyle{Bold: bold}, most)
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
		return objects, high
	}
	left := x + width - bars
	number := kit.Word(count(o).Text, left, y, letters, o.Most, fynetheme.ColorNameForeground)
	bar := canvas.NewRectangle(theme.Of(barInk(o)))
	bar.Move(fyne.NewPos(left, y+letters*0.35))
	bar.Resize(fyne.NewSize(max(theme.Units(2), (bars-c.room(letters))*o.Share), letters*0.75))
	number.Move(fyne.NewPos(left+bar.Size().Width+letters/3, y))
	return append(objects, bar, number), high
}

// room is what the widest number behind a bar takes.
func (c *columns) room(letters float32) float32 {
	var widest float32
	for _, o := range c.view.Options {
		widest = max(widest, fyne.MeasureText(count(o).Text, letters, fyne.TextStyle{Bold: true}).Width)
	}
	return widest + letters/2
}

package room

import (
	"fyne.io/fyne/v2"
)

// Live is what the room does together in a step, such as a vote. It lives as long as the wall is on show, whatever the book
// does meanwhile, and has the keys before the wall has them; PageUp and PageDown are always the wall's.
type Live interface {
	// TypedKey and TypedRune tell whether the key was used.
	TypedKey(e *fyne.KeyEvent) bool
	TypedRune(r rune) bool
	// Loses says what would be lost by leaving now, empty for nothing. It is told once.
	Loses() string
}

// Goer is a Live that may be done with its step by itself; asked after each key.
type Goer interface {
	// Onward tells once that the wall goes on to the next step.
	Onward() bool
}

// Writer is a Live in which a text may be written.
type Writer interface {
	// Paste takes what is pasted, on one line, and tells whether it was used.
	Paste(text string) bool
}

// onward goes on when what is alive is done with its step.
func (b *Board) onward(live Live) {
	if g, ok := live.(Goer); ok && g.Onward() {
		b.move(1)
	}
}

// Told is a Live that is set as the points of a step are: its points, and title and foot where they are not empty.
type Told interface {
	Live
	Title() string
	Points() []Point
	Foot() string
	// Wrong says what is wrong just now, empty for nothing.
	Wrong() string
}

// Drawn is a Live that draws itself between title and foot of a step, with letters of at least a height.
type Drawn interface {
	Live
	Draw(letters float32) fyne.CanvasObject
}

// live returns what is alive in the step on show, nil for nothing.
func (b *Board) live() Live {
	s := b.Step()
	if s.Live == nil {
		return nil
	}
	if b.alive == nil {
		b.alive = map[string]Live{}
	}
	if b.alive[s.Key] == nil {
		b.alive[s.Key] = s.Live(b.paint)
	}
	return b.alive[s.Key]
}

// loses tells what would be lost by leaving the step on show, the first time that it is tried.
func (b *Board) loses() bool {
	live := b.live()
	if live == nil {
		return false
	}
	lost := live.Loses()
	if lost == "" || b.warned == lost {
		b.warned = ""
		delete(b.alive, b.Step().Key)
		return false
	}
	b.warned, b.problem = lost, lost
	b.paint()
	return true
}

// drawn sets an object between title and foot.
func (b *Board) drawn(d Drawn, size fyne.Size) []placed {
	s := b.sheet(size)
	content := b.content()
	content.Points = nil
	head, foot, top, bottom := s.frame(content, walls)
	title, y := s.title(content.Title, size.Height/18, top, walls)
	if len(title) > 2 { // what is drawn needs the room more than a long question does
		title, y = s.title(content.Title, size.Height/26, top, walls)
	}
	o := d.Draw(size.Height * smallest)
	o.Move(fyne.NewPos(s.edge(), y))
	o.Resize(fyne.NewSize(size.Width-2*s.edge(), bottom-y))
	b.objects = append(b.objects, o)
	return append(append(head, title...), foot...)
}

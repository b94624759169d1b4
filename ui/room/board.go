package room

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Board is the wall: it shows one step at a time and listens to the keys. It keeps nothing of what the book holds.
type Board struct {
	widget.BaseWidget
	host  screen.Host
	steps func() []Step
	leave func(screen.Route)

	ruler   *ruler
	list    []Step
	at      int
	page    int
	shown   string // key of the step whose points are unveiled
	blank   bool
	script  bool
	help    bool
	problem string
	pen     *kit.Pen        // a text is being written with it, nil for none
	alive   map[string]Live // by step
	warned  string          // what was said to be lost
	left    time.Duration
	running bool
	tick    func() // cancels the next second, nil when the timer rests
	objects []fyne.CanvasObject
	painted fyne.Size
	changed func() // told when something else is on show, nil for nobody
	// OnFull, when not nil, is what F11 does instead of leaving.
	OnFull func()
}

// New returns the board of the steps, beginning at the one with the key, or at the first. leave is called at Esc with the
// place of the step on show.
func New(host screen.Host, steps func() []Step, key string, leave func(screen.Route)) *Board {
	b := &Board{host: host, steps: steps, leave: leave, list: steps(), ruler: newRuler()}
	for i, s := range b.list {
		if s.Key == key {
			b.at = i
			break
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// Step returns the step on show.
func (b *Board) Step() Step {
	if len(b.list) == 0 {
		return Step{}
	}
	return b.list[b.at]
}

// Reload shows the book as it is now.
func (b *Board) Reload() {
	key := b.Step().Key
	b.list = b.steps()
	b.at = max(0, min(b.at, len(b.list)-1))
	for i, s := range b.list {
		if s.Key == key {
			b.at = i
		}
	}
	b.paint()
}

// Close stops the timer.
func (b *Board) Close() {
	if b.tick != nil {
		b.tick()
		b.tick = nil
	}
}

// move moves by n steps, page by page.
func (b *Board) move(n int) {
	pages := len(b.pages(b.Size()))
	switch {
	case n > 0 && b.page+1 < pages:
		b.page++
	case n < 0 && b.page > 0:
		b.page--
	default:
		to := b.at + n
		if to < 0 || to >= len(b.list) {
			return
		}
		b.to(to)
		if n < 0 {
			b.page = len(b.pages(b.Size())) - 1
		}
	}
	b.paint()
}

func (b *Board) to(i int) {
	if b.loses() {
		return
	}
	b.pen = nil
	b.at, b.page, b.problem, b.script, b.help, b.shown = max(0, min(i, len(b.list)-1)), 0, "", false, false, ""
}

// next is the title of the step that comes next, empty at the last.
func (b *Board) next() string {
	if b.at+1 >= len(b.list) {
		return ""
	}
	return b.list[b.at+1].Title
}

// KeyAt returns the key of the first step that belongs to a place, empty when there is none.
func KeyAt(steps []Step, at screen.Route) string {
	for _, s := range steps {
		if s.At == at {
			return s.Key
		}
	}
	if at.ID != "" { // a record that has no step of its own
		return KeyAt(steps, screen.Route{Area: at.Area, View: at.View})
	}
	return ""
}

// NothingHere says that a place has nothing to show to the room.
func NothingHere() app.Text { return app.Say("room.nothing") }

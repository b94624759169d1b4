package room

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/kit"
)

// wakes ends the dark, and tells whether it was dark.
func (b *Board) wakes() bool {
	if !b.blank {
		return false
	}
	b.blank = false
	b.paint()
	return true
}

// TypedKey is called by Fyne.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	if len(e.Name) == 1 || e.Name == fyne.KeySpace {
		return // TypedRune hears of it too
	}
	if b.wakes() {
		return
	}
	if b.writes() {
		b.writeKey(e)
		b.paint()
		return
	}
	if live := b.live(); live != nil && !b.help && !b.script && live.TypedKey(e) {
		b.warned, b.problem = "", ""
		b.onward(live)
		b.paint()
		return
	}
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown:
		b.move(1)
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		b.move(-1)
	case fyne.KeyHome:
		b.to(0)
	case fyne.KeyEnd:
		b.to(len(b.list) - 1)
	case fyne.KeyF1:
		b.help = !b.help
	case fyne.KeyF11:
		if b.loses() {
			return
		}
		if b.OnFull != nil {
			b.OnFull()
			return
		}
		b.leave(b.Step().At)
		return
	case fyne.KeyEscape:
		if b.script || b.help {
			b.script, b.help = false, false
			break
		}
		if b.loses() {
			return
		}
		b.leave(b.Step().At)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.Step().Write != nil {
			b.begin()
			break
		}
		if to := b.Step().Open; to.Area != "" {
			b.leave(to)
			return
		}
		b.move(1)
	default:
		kit.Pass(b, e)
		return
	}
	b.paint()
}

// TypedRune is called by Fyne.
func (b *Board) TypedRune(r rune) {
	if b.wakes() {
		return
	}
	if b.writes() {
		b.pen.Insert(string(r))
		b.paint()
		return
	}
	if live := b.live(); live != nil && !b.help && !b.script && live.TypedRune(r) {
		b.warned, b.problem = "", ""
		b.onward(live)
		b.paint()
		return
	}
	switch {
	case r >= '0' && r <= '9':
		b.rate(int(r - '0'))
	case r == ' ':
		b.reveal()
	case strings.ContainsRune("tT", r):
		b.toggleTimer()
	case r == '+':
		b.left += time.Minute
	case r == '-':
		b.left = max(0, b.left-time.Minute)
	case strings.ContainsRune("bB.", r):
		b.blank = true
	case strings.ContainsRune("hH", r):
		b.script = !b.script && b.changed == nil // the desk has it
	case r == '?':
		b.help = !b.help
	default:
		return
	}
	b.paint()
}

func (b *Board) rate(level int) {
	rate := b.Step().Rate
	if rate == nil {
		return
	}
	if level > rate.Highest {
		b.problem = b.host.Words().Say("room.rate", "highest", rate.Highest)
		return
	}
	b.problem = ""
	if err := b.host.Do(rate.Take(level)); err != nil {
		b.problem = b.host.Words().Text(app.Sentence(err))
	}
}

// reveal shows what is veiled, and otherwise moves on.
func (b *Board) reveal() {
	s := b.Step()
	if s.Veiled && b.shown != s.Key {
		b.shown = s.Key
		return
	}
	b.move(1)
}

// FocusGained is called by Fyne.
func (b *Board) FocusGained() {}

// FocusLost is called by Fyne.
func (b *Board) FocusLost() {}

// Tapped moves on, as a presenter's clicker does.
func (b *Board) Tapped(*fyne.PointEvent) {
	if b.wakes() {
		return
	}
	b.reveal()
	b.paint()
}

// TappedSecondary moves back.
func (b *Board) TappedSecondary(*fyne.PointEvent) { b.move(-1) }

// Keys lists the keys of a board as marks, with what they do.
func Keys(words *translations.Printer) []Point {
	say := words.Say
	return []Point{
		{Mark: "← →", Text: say("room.key.move")}, {Mark: "1 2 3", Text: say("room.key.rate")}, {Mark: say("room.key.space"), Text: say("room.key.reveal")},
		{Mark: "T + −", Text: say("room.key.timer")}, {Mark: "H", Text: say("room.key.script")}, {Mark: "B", Text: say("room.key.blank")},
		{Mark: "Enter", Text: say("room.key.open")}, {Mark: "Esc", Text: say("room.key.leave")},
	}
}

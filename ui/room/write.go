package room

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/ui/kit"
)

// Write is what Enter begins to write in a step.
type Write struct {
	Hint  string // what Enter does, as a sentence
	Start string // what is there already
	// Take takes what was written; several lines come from the clipboard.
	Take func(text string) (app.Edit, error)
	// Once says that one text is all; otherwise Enter takes one and begins the next.
	Once bool
	// Secret says that the wall must not show what is taken; what is being written can be seen only by who writes it.
	Secret bool
}

// pen is a line of text that is being written, with a place in it.
type pen struct {
	text []rune
	at   int
}

func (p *pen) insert(text string) {
	runes := []rune(text)
	p.text = append(p.text[:p.at:p.at], append(runes, p.text[p.at:]...)...)
	p.at += len(runes)
}

// key tells whether a key moved the pen or took letters away.
func (p *pen) key(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyLeft:
		p.at = max(0, p.at-1)
	case fyne.KeyRight:
		p.at = min(len(p.text), p.at+1)
	case fyne.KeyHome, fyne.KeyUp:
		p.at = 0
	case fyne.KeyEnd, fyne.KeyDown:
		p.at = len(p.text)
	case fyne.KeyBackspace:
		if p.at > 0 {
			p.text = append(p.text[:p.at-1:p.at-1], p.text[p.at:]...)
			p.at--
		}
	case fyne.KeyDelete:
		if p.at < len(p.text) {
			p.text = append(p.text[:p.at:p.at], p.text[p.at+1:]...)
		}
	default:
		return false
	}
	return true
}

// seen is the text with a mark where the pen is.
func (p *pen) seen() string {
	return string(p.text[:p.at]) + "|" + string(p.text[p.at:])
}

// writes tells whether a text is being written.
func (b *Board) writes() bool { return b.pen != nil && b.Step().Write != nil }

// begin begins to write.
func (b *Board) begin() {
	b.pen = &pen{}
	b.pen.insert(b.Step().Write.Start)
}

// writeKey hears a key while a text is written.
func (b *Board) writeKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.pen, b.problem = nil, ""
	case fyne.KeyReturn, fyne.KeyEnter:
		b.take(string(b.pen.text))
	default:
		b.pen.key(e.Name)
	}
}

// take hands on what was written; nothing written ends the writing. What cannot be taken stays with its reason.
func (b *Board) take(text string) {
	w := b.Step().Write
	if strings.TrimSpace(text) == "" {
		b.pen = nil
		return
	}
	if err := b.host.Do(w.Take(text)); err != nil {
		b.problem = b.host.Words().Text(app.Sentence(err))
		return
	}
	b.problem, b.pen = "", nil
	if !w.Once {
		b.pen = &pen{}
	}
}

// TypedShortcut takes what is pasted while a text is written: a list becomes one text a line.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	if _, paste := s.(*fyne.ShortcutPaste); !paste || !b.writes() {
		kit.PassShortcut(b, s)
		return
	}
	text := strings.TrimRightFunc(fyne.CurrentApp().Clipboard().Content(), unicode.IsSpace)
	if strings.Contains(text, "\n") && !b.Step().Write.Once {
		b.take(text)
	} else {
		b.pen.insert(strings.Join(strings.Fields(text), " "))
	}
	b.paint()
}

// writing is the step while a text is written in it. Where the desk is elsewhere, the wall keeps a secret.
func (b *Board) writing(s Step) Step {
	words := b.host.Words()
	text := b.pen.seen()
	if s.Write.Secret && b.changed != nil {
		text = words.Say("room.writing")
	}
	s.Points, s.Veiled = []Point{{Mark: "›", Text: text}}, false
	s.Foot = words.Say("room.write.keys")
	return s
}

// written is what is being written, for the desk; empty for nothing.
func (b *Board) written() string {
	if !b.writes() {
		return ""
	}
	return b.pen.seen()
}

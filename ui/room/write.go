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

// writes tells whether a text is being written.
func (b *Board) writes() bool { return b.pen != nil && b.Step().Write != nil }

// begin begins to write.
func (b *Board) begin() {
	p := kit.NewPen(b.Step().Write.Start)
	b.pen = &p
}

// writeKey hears a key while a text is written.
func (b *Board) writeKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		b.pen, b.problem = nil, ""
	case fyne.KeyReturn, fyne.KeyEnter:
		b.take(b.pen.Text())
	default:
		b.pen.Key(e.Name)
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
		b.pen = &kit.Pen{}
	}
}

// TypedShortcut takes what is pasted while a text is written: a list becomes one text a line.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	_, paste := s.(*fyne.ShortcutPaste)
	if w, live := b.live().(Writer); paste && live && w.Paste(app.CleanLine(fyne.CurrentApp().Clipboard().Content())) {
		b.paint()
		return
	}
	if !paste || !b.writes() {
		kit.PassShortcut(b, s)
		return
	}
	text := strings.TrimRightFunc(fyne.CurrentApp().Clipboard().Content(), unicode.IsSpace)
	if strings.Contains(text, "\n") && !b.Step().Write.Once {
		b.take(text)
	} else {
		b.pen.Insert(strings.Join(strings.Fields(text), " "))
	}
	b.paint()
}

// writing is the step while a text is written in it. Where the desk is elsewhere, the wall keeps a secret.
func (b *Board) writing(s Step) Step {
	words := b.host.Words()
	text := b.pen.Seen()
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
	return b.pen.Seen()
}

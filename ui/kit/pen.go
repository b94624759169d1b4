package kit

import "fyne.io/fyne/v2"

// Pen is a line of text that is being written with a place in it, where Fyne's entry cannot be: on the wall, whose letters grow
// with it, and in what a widget draws itself. The zero Pen has nothing written.
type Pen struct {
	text []rune
	at   int
}

// NewPen returns a pen behind what is there already.
func NewPen(text string) Pen {
	var p Pen
	p.Insert(text)
	return p
}

// Insert writes text at the place.
func (p *Pen) Insert(text string) {
	runes := []rune(text)
	p.text = append(p.text[:p.at:p.at], append(runes, p.text[p.at:]...)...)
	p.at += len(runes)
}

// Key tells whether a key moved the pen or took letters away.
func (p *Pen) Key(name fyne.KeyName) bool {
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

// Text returns what is written.
func (p *Pen) Text() string { return string(p.text) }

// Seen is the text with a mark where the pen is.
func (p *Pen) Seen() string { return string(p.text[:p.at]) + "|" + string(p.text[p.at:]) }

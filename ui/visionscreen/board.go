package visionscreen

import (
	"fyne.io/fyne/v2"

	"waymark/ui/board"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// board is the affinity board over all the room that there is.
func (p *place) board(w *kit.Widgets) kit.View {
	if p.cards == nil {
		p.cards = board.New(p.host, p.model)
	}
	p.cards.Reload()
	v := p.step(w)
	v.Fill, v.Siblings = p.cards, nil // it needs all the width
	return v
}

// onWall is the shell as a board on the wall sees it: the wall keeps the keyboard.
type onWall struct{ screen.Host }

// Focus does nothing.
func (onWall) Focus(fyne.Focusable) {}

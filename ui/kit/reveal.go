package kit

import (
	"fyne.io/fyne/v2"

	"waymark/ui/theme"
)

// The room that stays around what is brought into view: some for what a screen points out, a hair for what the keyboard
// reaches, so that a click never moves the page. At zoom 1.
const (
	revealMargin = 60
	focusMargin  = 2
)

// ScrollToTop shows the beginning of the page.
func (p *Page) ScrollToTop() { p.scroll.ScrollToTop() }

// Reveal scrolls the page as little as needed for o to be seen.
func (p *Page) Reveal(o fyne.CanvasObject) { p.reveal(o, revealMargin) }

func (p *Page) reveal(o fyne.CanvasObject, margin float32) {
	margin = theme.Units(margin)
	p.around(o)
	y := p.placeOf(o)
	offset := p.scroll.Offset
	switch {
	case y-margin < offset.Y:
		offset.Y = max(0, y-margin)
	case y+o.Size().Height+margin > offset.Y+p.scroll.Size().Height:
		offset.Y = y + o.Size().Height + margin - p.scroll.Size().Height
	default:
		return
	}
	p.scroll.ScrollToOffset(offset)
}

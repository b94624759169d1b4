package kit

import "fyne.io/fyne/v2"

// Reveal scrolls the page as little as needed for o to be seen.
func (p *Page) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll.Content).Y
	const margin = 60
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

package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// standing is a part and where it stands on what is scrolled.
type standing struct {
	part        *part
	top, bottom float32
	built       bool
}

// scrolled is what is scrolled.
func (p *Page) scrolled() *fyne.Container { return p.scroll.Content.(*still).inside }

// standings are the parts of the page in the order in which Tab reaches them.
func (p *Page) standings() []standing {
	var all []standing
	eachPart(p.scrolled(), 0, func(part *part, top float32) {
		all = append(all, standing{part, top, top + part.object.Size().Height, part.inside != nil})
	})
	return all
}

// eachPart calls f for the parts in containers, with the distance of each from the top.
func eachPart(o fyne.CanvasObject, top float32, f func(*part, float32)) {
	c, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	if part, ok := c.Layout.(*part); ok {
		f(part, top)
		return
	}
	for _, inside := range c.Objects {
		eachPart(inside, top+inside.Position().Y, f)
	}
}

// buildInSight builds the parts within a window's height of what is seen, and does not move what is seen.
func (p *Page) buildInSight() {
	s := &p.widgets.parts
	if s.busy || len(s.list) == 0 || p.scroll.Size().Height <= 0 || p.scrolled().Size().Width <= 0 {
		return
	}
	s.busy = true
	defer func() { s.busy = false }()
	for range len(s.list) { // what is built may be lower than the room kept for it, so that more comes near
		before := p.standings()
		if !p.buildNear(before) {
			return
		}
		p.settle(before)
	}
}

// buildNear tells whether it built anything.
func (p *Page) buildNear(all []standing) bool {
	built := false
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	for _, at := range all {
		at.part.near = at.bottom >= top-height && at.top <= top+2*height
		if (at.part.near || at.part.wanted) && !at.built {
			p.widgets.build(at.part)
			built = true
		}
	}
	return built
}

// settle lays out the page once parts were built, and scrolls so that what was seen stays where it was; before is where the
// parts stood.
func (p *Page) settle(before []standing) {
	top, bottom := p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height
	var anchor *standing // that is seen, as it was built before if there is such a one
	for i := range before {
		at := &before[i]
		if at.bottom > top && at.top < bottom && (anchor == nil || at.built && !anchor.built) {
			anchor = at
		}
	}
	relayParts(p.scrolled())
	p.scroll.Refresh()
	if anchor == nil || top == 0 {
		return
	}
	for _, at := range p.standings() {
		if at.part == anchor.part {
			p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(0, top+at.top-anchor.top)))
		}
	}
}

// relayParts lays out anew the containers that hold parts.
func relayParts(o fyne.CanvasObject) {
	c, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	holds := false
	eachPart(c, 0, func(*part, float32) { holds = true })
	if !holds {
		return
	}
	relay(c)
	if _, ok := c.Layout.(*part); !ok {
		for _, inside := range c.Objects {
			relayParts(inside)
		}
	}
}

// around builds the parts beside o, which has the keyboard, so that Tab finds what comes next.
func (p *Page) around(o fyne.CanvasObject) {
	if len(p.widgets.parts.list) == 0 {
		return
	}
	all := p.standings()
	at := slices.IndexFunc(all, func(s standing) bool { return p.widgets.has(s.part, o) })
	if at < 0 {
		y := p.placeOf(o)
		for i, s := range all {
			if s.top <= y {
				at = i
			}
		}
	}
	for i, s := range all {
		s.part.wanted = i >= at-1 && i <= at+1
	}
	p.buildInSight()
}

// placeOf returns how far below the top of what is scrolled o is.
func (p *Page) placeOf(o fyne.CanvasObject) float32 {
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll.Content).Y
}

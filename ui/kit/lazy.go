package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waymark/ui/theme"
)

// part is a piece of a page that is built only where it is needed. It is the layout of the object that stands for it.
type part struct {
	object *fyne.Container
	inside fyne.CanvasObject // nil while it is not built
	build  func() fyne.CanvasObject
	height float32  // when it was laid out last, or about
	keys   []string // of the widgets in it, when it was built last
	near   bool     // to what is seen, when the page was laid out last
	wanted bool     // beside what has the keyboard
	drawn  bool     // in this drawing
	place  int      // of its first key among those drawn
}

// parts are those of a page, by key and in the order of the drawing.
type parts struct {
	known map[string]*part
	list  []*part
	inner *part   // being built
	sum   float32 // of their heights in this drawing
	busy  bool    // arranging
}

// Parts that are higher in all than manyParts are not all built, and those beyond firstParts not before the page knows how high
// the window is. In units at zoom 1.
const (
	manyParts  = 2800
	firstParts = 1200
)

// Lazy is a part of a page, such as a row of a long list, that is built only when it is within a window's height of what is
// seen, holds words that are not saved yet, or is beside what has the keyboard, so that Tab reaches everything. Elsewhere room
// is kept for it, as high as it was last, before that height units at zoom 1. On a page that is not long all parts are built.
// build is called anew at each drawing, at once or later; it must not count on when.
func (w *Widgets) Lazy(key string, height float32, build func() fyne.CanvasObject) fyne.CanvasObject {
	if w.parts.known == nil {
		w.parts.known = map[string]*part{}
	}
	p, known := w.parts.known[key]
	if !known {
		p = &part{height: theme.Units(height)}
		w.parts.known[key] = p
	}
	early := w.parts.sum <= theme.Units(firstParts)
	w.parts.sum += p.height
	w.parts.list = append(w.parts.list, p)
	p.build, p.drawn, p.inside, p.object, p.place = build, true, nil, container.New(p), len(w.drawn)
	first := len(w.parts.list) == 1
	if first || p.near || p.wanted || early && !known || w.holds(p) {
		w.build(p)
	}
	return p.object
}

// beginParts and endParts are called before and after a drawing.
func (w *Widgets) beginParts() {
	s := &w.parts
	for _, p := range s.known {
		p.drawn = false
	}
	s.list, s.sum = nil, 0
}

func (w *Widgets) endParts() {
	s := &w.parts
	for key, p := range s.known {
		if !p.drawn {
			delete(s.known, key)
		}
	}
	if len(s.list) == 0 {
		return
	}
	last := len(s.list) - 1 // Shift+Tab reaches it from the foot
	for i := last; i >= 0 && (i == last || s.sum <= theme.Units(manyParts)); i-- {
		p := s.list[i]
		drawn := len(w.drawn)
		w.build(p)
		keys := slices.Clone(w.drawn[drawn:])
		w.drawn = slices.Insert(w.drawn[:drawn], min(p.place, drawn), keys...)
	}
	w.page.scroll.OnScrolled = func(fyne.Position) { w.page.buildInSight() }
	w.page.scroll.Content.(*still).laid = w.page.buildInSight
}

// build builds a part if it is not.
func (w *Widgets) build(p *part) {
	if p.inside != nil {
		return
	}
	outer := w.parts.inner
	w.parts.inner, p.keys = p, nil
	p.inside = p.build()
	w.parts.inner = outer
	p.object.Objects = []fyne.CanvasObject{p.inside}
	if width := p.object.Size().Width; width > 0 {
		fit(p.inside, width)
	}
}

// holds tells whether something in a part has the keyboard or words that are not saved.
func (w *Widgets) holds(p *part) bool {
	keyboard := w.focused()
	return slices.ContainsFunc(p.keys, func(key string) bool {
		kept := w.cached[key]
		if f, ok := kept.(*Field); ok && (f.problem != nil || f.Entry.Text != f.value) {
			return true
		}
		f := focusableOf(kept)
		return f != nil && f == keyboard
	})
}

// focused returns what has the keyboard in the window of the page.
func (w *Widgets) focused() fyne.Focusable {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.page.root); c != nil {
		return c.Focused()
	}
	return nil
}

// has tells whether o is one of the widgets of a part.
func (w *Widgets) has(p *part, o fyne.CanvasObject) bool {
	return slices.ContainsFunc(p.keys, func(key string) bool {
		kept := w.cached[key]
		return kept == any(o) || any(focusableOf(kept)) == any(o)
	})
}

// find builds parts until one has a widget of the key.
func (w *Widgets) find(key string) {
	if !slices.ContainsFunc(w.parts.list, func(p *part) bool { return p.inside == nil }) {
		return
	}
	before := w.page.standings()
	for _, p := range w.parts.list {
		if p.inside != nil {
			continue
		}
		w.build(p)
		if slices.Contains(p.keys, key) {
			p.wanted = true
			break
		}
	}
	w.page.settle(before)
}

// MinSize is called by Fyne.
func (p *part) MinSize([]fyne.CanvasObject) fyne.Size {
	if p.inside == nil {
		return fyne.NewSize(1, p.height)
	}
	return p.inside.MinSize()
}

// Layout is called by Fyne.
func (p *part) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if p.inside != nil {
		p.inside.Resize(size)
		p.height = size.Height
	}
}

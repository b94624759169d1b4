package kit

import "fyne.io/fyne/v2"

// NewSeek returns an entry of one line outside a page, for words to look for. Steer is given each key first and tells
// whether it has taken it, so that arrows move in a list while one types; lost hears when the keyboard goes elsewhere.
func NewSeek(hint string, steer func(*fyne.KeyEvent) bool, lost func()) *Entry {
	e := &Entry{name: hint, sentence: true, leastRows: 1, mostRows: 1, ring: newRing(false), undo: func() {}, redo: func() {}, steer: steer, lost: lost}
	e.SetPlaceHolder(hint)
	e.ExtendBaseWidget(e)
	return e
}

package kit

import "fyne.io/fyne/v2"

// Ring shows that a widget of another package has the keyboard, as the widgets of this package show it.
type Ring struct{ ring *ring }

// NewRing returns a ring that is not on show.
func NewRing() Ring { return Ring{newRing(false)} }

// Object is what lies over the widget, as large as it is.
func (r Ring) Object() fyne.CanvasObject { return r.ring.object }

// Show draws the ring, or takes it away.
func (r Ring) Show(on bool) { r.ring.show(on) }

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Check is Fyne's box to tick with a ring around it and its words while it has the keyboard.
type Check struct {
	widget.Check
	keyboard
}

func newCheck(text string) *Check {
	c := &Check{}
	c.Text = text
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.ring = newRing(false)
	return &ringed{WidgetRenderer: c.Check.CreateRenderer(), over: []fyne.CanvasObject{c.ring.object}}
}

// FocusGained is called by Fyne.
func (c *Check) FocusGained() {
	if !c.Disabled() && c.ring != nil {
		c.ring.most = c.MinSize().Width
		c.arrive(true)
	}
}

// FocusLost is called by Fyne.
func (c *Check) FocusLost() { c.arrive(false) }

// TypedKey is called by Fyne.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	switch {
	case !presses(e):
		Pass(c, e)
	case e.Name != fyne.KeySpace && !c.Disabled(): // Fyne hears of Space as a letter
		c.SetChecked(!c.Checked)
	}
}

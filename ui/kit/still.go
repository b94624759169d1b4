package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// still holds what draws itself anew, such as a page: to refresh it is to lay it out. Fyne's container would refresh everything
// inside too, which measures each text again and draws what has not changed.
type still struct {
	widget.BaseWidget
	inside *fyne.Container
	laid   func() // hears when it was laid out, may be nil
}

func newStill(inside *fyne.Container) *still {
	s := &still{inside: inside}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by Fyne.
func (s *still) CreateRenderer() fyne.WidgetRenderer {
	return &stillRenderer{s, []fyne.CanvasObject{s.inside}}
}

type stillRenderer struct {
	still   *still
	objects []fyne.CanvasObject
}

func (r *stillRenderer) Destroy()                     {}
func (r *stillRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *stillRenderer) MinSize() fyne.Size           { return r.still.inside.MinSize() }

// Layout is called by Fyne.
func (r *stillRenderer) Layout(size fyne.Size) {
	r.still.inside.Resize(size)
	r.told()
}

// Refresh is called by Fyne.
func (r *stillRenderer) Refresh() {
	relay(r.still.inside)
	r.told()
}

func (r *stillRenderer) told() {
	if r.still.laid != nil {
		r.still.laid()
	}
}

// relay lays out what is in containers anew at the size that they have.
func relay(containers ...*fyne.Container) {
	for _, c := range containers {
		if c.Layout != nil {
			c.Layout.Layout(c.Objects, c.Size())
		}
	}
}

package visionscreen

import (
	"waymark/ui/kit"
)

func (p *place) board(w *kit.Widgets) kit.View { return p.step(w) }

func (p *place) vote(w *kit.Widgets) kit.View { return p.step(w) }

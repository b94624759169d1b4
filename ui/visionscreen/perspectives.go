package visionscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/kit"
)

// perspectives are what each group will see when the vision has come true.
func (p *place) perspectives(w *kit.Widgets) kit.View {
	var body []fyne.CanvasObject
	for _, g := range app.Groups() {
		if len(body) > 0 {
			body = append(body, kit.Gap(4))
		}
		body = append(body, p.perspective(w, vision.PerspectiveOf(p.book(), p.cycle(), g)))
	}
	return p.step(w, body...)
}

func (p *place) perspective(w *kit.Widgets, s app.Perspective) fyne.CanvasObject {
	area := func(part, value string, set func(*app.Perspective, string)) *kit.Field {
		return w.Area("vision.perspective."+string(s.Group)+"."+part, p.say("vision.perspective."+part), value, 2, func(text string) (app.Edit, error) {
			after := vision.PerspectiveOf(p.book(), p.cycle(), s.Group)
			set(&after, text)
			return app.Save(p.book(), after)
		})
	}
	return kit.Panel(kit.Heading(p.say("vision.sees."+string(s.Group))), kit.Columns(240, []float32{1, 1, 1},
		area("seen", s.Seen, func(s *app.Perspective, text string) { s.Seen = text }),
		area("like", s.Like, func(s *app.Perspective, text string) { s.Like = text }),
		area("unlike", s.Unlike, func(s *app.Perspective, text string) { s.Unlike = text })))
}

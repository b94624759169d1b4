package visionscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/kit"
)

// questions are what the team is asked to think about; a set of ours can be taken and changed.
func (p *place) questions(w *kit.Widgets) kit.View {
	var objects []fyne.CanvasObject
	questions := vision.Questions(p.book(), p.cycle())
	take := func() { p.do(vision.TakeShipped(p.book(), p.cycle(), p.shipped())) }
	if len(questions) == 0 {
		objects = append(objects, kit.Text(p.say("vision.questions.none")))
		for _, text := range p.shipped() {
			objects = append(objects, kit.Quiet(text))
		}
		objects = append(objects, kit.Line(w.Primary("vision.questions.take", p.say("vision.questions.take"), take)))
	}
	for _, q := range questions {
		key := "vision.question." + q.RecordID()
		objects = append(objects, w.Lazy(key, 48, func() fyne.CanvasObject {
			field := w.Line(key, "", q.Text, func(text string) (app.Edit, error) {
				after, _ := p.book().Questions.Get(q.ID)
				after.Text = text
				return app.Save(p.book(), after)
			})
			return p.listed(w, "vision.question", "", q.RecordID(), field, func(steps int) { p.do(vision.MoveQuestion(p.book(), q.ID, steps), nil) },
				func() { p.host.Remove(app.RemoveEdit(p.book(), q)) })
		}))
	}
	objects = append(objects, w.Quick("vision.question", p.say("vision.question.add"), p.say("vision.question.hint"), func(text string) (app.Edit, error) {
		return vision.AddQuestion(p.book(), p.cycle(), text)
	}, nil))
	if 0 < len(questions) && len(questions) < len(p.shipped()) {
		objects = append(objects, kit.Line(w.Button("vision.questions.take", p.say("vision.questions.more"), take)))
	}
	return p.step(w, kit.Panel(objects...))
}

// shipped are our questions in the language of the screen.
func (p *place) shipped() []string {
	var texts []string
	for _, text := range vision.Shipped() {
		texts = append(texts, p.host.Words().Text(text))
	}
	return texts
}

// listed is a record of a list that can be moved by drag and by keys, and removed.
func (p *place) listed(w *kit.Widgets, list, code, id string, field fyne.CanvasObject, move func(steps int), remove func()) fyne.CanvasObject {
	key := list + "." + id
	buttons := kit.Line(
		w.Handle(key+".drag", list, move),
		w.Icon(key+".up", fynetheme.MoveUpIcon(), p.say("kit.up"), func() { move(-1) }),
		w.Icon(key+".down", fynetheme.MoveDownIcon(), p.say("kit.down"), func() { move(1) }),
		w.Icon(key+".remove", fynetheme.DeleteIcon(), p.say("kit.remove"), remove))
	var left fyne.CanvasObject
	if code != "" {
		left = kit.CodeColumn(code, fynetheme.SizeNameText)
	}
	return kit.Spread(left, field, kit.AtField(buttons))
}

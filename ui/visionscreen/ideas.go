package visionscreen

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/kit"
)

// ideas are typed question by question, and hidden until all are in, since this page may be on the wall.
func (p *place) ideas(w *kit.Widgets) kit.View {
	questions := vision.Questions(p.book(), p.cycle())
	if !slices.ContainsFunc(questions, func(q app.Question) bool { return q.ID == p.question }) {
		p.question = ""
		if len(questions) > 0 {
			p.question = questions[0].ID
		}
	}
	about := p.say("vision.ideas.about")
	var choices []fyne.CanvasObject
	for i, q := range questions {
		words := p.say("vision.question.number", "number", i+1)
		open := func() {
			p.question = q.ID
			p.page.Refresh()
			w.To("vision.idea")()
		}
		if q.ID == p.question {
			about, words = q.Text, kit.Ticked(words)
		}
		choices = append(choices, w.Button("vision.ideas.at."+q.RecordID(), words, open))
	}
	var objects []fyne.CanvasObject
	if len(choices) > 1 {
		objects = append(objects, kit.Line(choices...))
	}
	objects = append(objects, kit.Lead(about), w.Quick("vision.idea", "", p.say("vision.idea.hint"), func(text string) (app.Edit, error) {
		return vision.AddIdeasTo(p.book(), p.cycle(), vision.From{Question: p.question, Role: p.role}, text)
	}, nil).Named(about), kit.Quiet(p.say("vision.ideas.paste")), p.roles(w))
	return p.step(w, kit.Panel(objects...), kit.Gap(4), p.collected(w, questions))
}

// roles is who writes, as a role and never by name, where the team wishes to know.
func (p *place) roles(w *kit.Widgets) fyne.CanvasObject {
	options := []kit.Option{{Text: p.say("vision.ideas.nobody")}}
	for _, g := range app.Groups() {
		options = append(options, kit.Option{Value: p.say("group." + string(g)), Text: p.say("group." + string(g))})
	}
	return kit.Columns(260, []float32{1, 2}, w.Pick("vision.ideas.role", p.say("vision.ideas.role"), options, p.role, func(role string) {
		p.role = role
		w.To("vision.idea")()
	}), kit.Gap(1))
}

// collected are the ideas so far: how many to each question, and in words once they are shown.
func (p *place) collected(w *kit.Widgets, questions []app.Question) fyne.CanvasObject {
	ideas := vision.Ideas(p.book(), p.cycle())
	if len(ideas) == 0 {
		return kit.Empty(p.say("vision.ideas.none"), nil)
	}
	show := p.say("vision.ideas.show")
	if p.shown {
		show = p.say("vision.ideas.hide")
	}
	objects := []fyne.CanvasObject{kit.Spread(nil, kit.Heading(p.say("vision.so.ideas", "count", len(ideas))), kit.Middle(w.Button("vision.ideas.show", show, func() {
		p.shown = !p.shown
		p.page.Refresh()
	})))}
	of := func(q app.ID[app.Question]) (list []app.Idea) {
		for _, idea := range ideas {
			if idea.Question == q {
				list = append(list, idea)
			}
		}
		return list
	}
	group := func(title string, list []app.Idea) {
		if len(list) == 0 {
			return
		}
		objects = append(objects, kit.Spread(nil, kit.Strong(title), kit.Middle(kit.Note(p.say("vision.so.ideas", "count", len(list)), 0))))
		if !p.shown {
			return
		}
		for _, idea := range slices.Backward(list) { // the newest stands next to the field
			objects = append(objects, w.Lazy("vision.ideas."+idea.RecordID(), 48, func() fyne.CanvasObject { return p.idea(w, idea) }))
		}
	}
	for _, q := range questions {
		group(q.Text, of(q.ID))
	}
	title := p.say("vision.ideas.loose")
	if len(questions) == 0 {
		title = p.say("vision.ideas")
	}
	group(title, of(""))
	return kit.Panel(objects...)
}

// idea is one idea as it can be corrected and removed.
func (p *place) idea(w *kit.Widgets, idea app.Idea) fyne.CanvasObject {
	key := "vision.idea." + idea.RecordID()
	field := w.Line(key, "", idea.Text, func(text string) (app.Edit, error) {
		after, _ := p.book().Ideas.Get(idea.ID)
		after.Text = text
		return app.Save(p.book(), after)
	})
	beside := kit.Line(kit.AtField(w.Icon(key+"remove", fynetheme.DeleteIcon(), p.say("kit.remove"), func() {
		p.host.Remove(app.RemoveEdit(p.book(), idea))
	})))
	if idea.Role != "" {
		beside.Objects = append([]fyne.CanvasObject{kit.AtField(kit.Note(idea.Role, 0))}, beside.Objects...)
	}
	return kit.Spread(nil, field, beside)
}

// quickIdeas are the ideas of the overview, for who makes a vision without the workshop.
func (p *place) quickIdeas(w *kit.Widgets) fyne.CanvasObject {
	objects := []fyne.CanvasObject{
		kit.Heading(p.say("vision.ideas")),
		w.Quick("vision.idea", p.say("vision.ideas.about"), p.say("vision.idea.hint"), func(text string) (app.Edit, error) {
			return vision.AddIdeas(p.book(), p.cycle(), text)
		}, nil),
	}
	ideas := vision.Ideas(p.book(), p.cycle())
	slices.Reverse(ideas) // the newest stands below the field
	if len(ideas) > 0 {
		objects = append(objects, kit.Gap(2))
	}
	for pair := range slices.Chunk(ideas, 2) {
		objects = append(objects, w.Lazy("vision.ideas."+pair[0].RecordID(), 48, func() fyne.CanvasObject {
			if len(pair) == 1 {
				return kit.Halves(p.idea(w, pair[0]), kit.Gap(1))
			}
			return kit.Halves(p.idea(w, pair[0]), p.idea(w, pair[1]))
		}))
	}
	return kit.Panel(objects...)
}

package assessmentscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// item is one question with all that the team says about it.
func (p page) item(at int) kit.View {
	r, f := p.results.Rows[at], p.results.Framework
	body := []fyne.CanvasObject{p.levels(r), kit.Gap(4), p.boxes(r)}
	if !r.Judgement.NotApplicable || len(r.Evidence) > 0 {
		body = append(body, kit.Gap(4), p.evidence(r))
	}
	if _, said := p.model.Book().Judgements.Get(r.Judgement.ID); said {
		body = append(body, kit.Line(p.Small("assessment.history", p.say("history.of.item"), func() {
			p.host.Go(screen.HistoryOf(r.Judgement))
		})))
	}
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Assessment), {Text: p.host.Words().Text(f.ElementName(r.Element))},
			{Text: p.say("assessment.item.place", "number", at+1, "all", len(p.results.Rows))}},
		Title:    p.host.Words().Text(f.Question(r.Item)),
		Lead:     p.host.Words().Text(f.ItemName(r.Item)),
		Body:     body,
		Actions:  p.steps(at),
		Help:     p.help(screen.Route{Area: screen.Assessment, View: itemView, ID: r.Item.Key}),
		Thread:   p.thread(r),
		Siblings: p.siblings(at),
	}
}

// steps are the buttons at the foot of an item.
func (p page) steps(at int) []fyne.CanvasObject {
	home := screen.Route{Area: screen.Assessment}
	steps := []fyne.CanvasObject{p.Button("assessment.all", p.say("assessment.item.all"), func() { p.host.Go(home) })}
	if at > 0 {
		steps = append(steps, p.Button("assessment.back", p.say("assessment.item.back"), p.open(p.results.Rows[at-1].Item.Key)))
	}
	if at+1 < len(p.results.Rows) {
		return append(steps, p.Primary("assessment.next", p.say("assessment.item.next"), p.open(p.results.Rows[at+1].Item.Key)))
	}
	return append(steps, p.Primary("assessment.next", p.say("assessment.item.results"), func() { p.host.Go(home) }))
}

// change returns the edit that changes what the team says about an item, read anew from the book.
func (p page) change(item string, set func(*app.Judgement)) (app.Edit, error) {
	after := assessment.Of(p.model.Book(), p.round.ID, item)
	set(&after)
	return app.Save(p.model.Book(), after)
}

// boxes are the three boxes for words.
func (p page) boxes(r assessment.Row) fyne.CanvasObject {
	box := func(name, value string, set func(*app.Judgement, string)) fyne.CanvasObject {
		return p.Area("assessment."+name+"."+r.Item.Key, p.say("assessment.item."+name), value, 4, func(text string) (app.Edit, error) {
			return p.change(r.Item.Key, func(j *app.Judgement) { set(j, text) })
		})
	}
	return kit.Panel(
		kit.Heading(p.say("assessment.item.words")),
		kit.Columns(240, []float32{1, 1, 1},
			box("practice", r.Judgement.Practice, func(j *app.Judgement, text string) { j.Practice = text }),
			box("needs", r.Judgement.Needs, func(j *app.Judgement, text string) { j.Needs = text }),
			box("ideas", r.Judgement.Ideas, func(j *app.Judgement, text string) { j.Ideas = text })),
	)
}

// levels is where we are, where we want to be, and how far we agree.
func (p page) levels(r assessment.Row) fyne.CanvasObject {
	j := r.Judgement
	choose := func(set func(*app.Judgement, int)) func(int) {
		return func(level int) {
			p.host.Show(p.host.Do(p.change(r.Item.Key, func(j *app.Judgement) { set(j, level) })))
		}
	}
	skip := p.Check("assessment.skip", p.say("assessment.item.not_applicable"), j.NotApplicable, func(on bool) (app.Edit, error) {
		return p.change(r.Item.Key, func(j *app.Judgement) { j.NotApplicable = on })
	})
	if j.NotApplicable {
		return kit.Panel(skip, kit.Quiet(p.say("assessment.item.left_out")))
	}
	descriptors := make([]string, r.Item.Levels)
	for i := range descriptors {
		descriptors[i] = p.host.Words().Text(p.results.Framework.Descriptor(r.Item, i+1))
	}
	objects := []fyne.CanvasObject{
		kit.Heading(p.say("assessment.item.now")),
		p.Scale("assessment.now", descriptors, j.Agreed, true, choose(func(j *app.Judgement, level int) { j.Agreed = level })),
	}
	if r.Last > 0 {
		objects = append(objects, kit.Quiet(p.lastSentence(r.Last)))
	}
	objects = append(objects, kit.Gap(4), kit.Strong(p.say("assessment.item.target")),
		kit.Spread(p.Steps("assessment.target", r.Item.Levels, j.Target, choose(func(j *app.Judgement, level int) { j.Target = level })),
			middle(p.wanted(j, descriptors)), nil))
	return kit.Panel(append(objects, append(p.vote(r), skip)...)...)
}

func (p page) lastSentence(level int) string {
	if p.last.Held.IsZero() {
		return p.say("assessment.item.last_undated", "level", level)
	}
	return p.say("assessment.item.last", "level", level, "date", p.last.Held)
}

// wanted says what the target level means.
func (p page) wanted(j app.Judgement, descriptors []string) fyne.CanvasObject {
	switch {
	case j.Target == 0 || j.Target > len(descriptors):
		return kit.Gap(1)
	case j.Target < j.Agreed:
		return kit.Problem(p.say("assessment.item.target_below"))
	}
	return kit.Quiet(descriptors[j.Target-1])
}

// vote is what remains of a blind vote, and what was said against the agreed level.
func (p page) vote(r assessment.Row) []fyne.CanvasObject {
	j := r.Judgement
	var objects []fyne.CanvasObject
	if j.Votes > 0 {
		key := "assessment.item.votes"
		if assessment.Spread(j) == 0 {
			key = "assessment.item.votes_alike"
		}
		objects = append(objects, kit.Gap(4), kit.Text(p.say(key, "count", j.Votes, "middle", j.Median, "lowest", j.Lowest, "highest", j.Highest)))
		if assessment.Spread(j) >= apart {
			objects = append(objects, kit.Problem(p.say("assessment.item.far_apart", "lowest", j.Lowest, "highest", j.Highest)))
		}
	}
	return append(objects, p.Line("assessment.dissent."+r.Item.Key, p.say("assessment.item.dissent"), j.Dissent, func(text string) (app.Edit, error) {
		return p.change(r.Item.Key, func(j *app.Judgement) { j.Dissent = text })
	}))
}

package visionscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/ballot"
	"waymark/app/vision"
	"waymark/ui/ballotbox"
	"waymark/ui/kit"
)

// draft is the wording: several drafts beside the themes that matter most.
func (p *place) draft(w *kit.Widgets) kit.View {
	drafts := vision.Drafts(p.book(), p.cycle())
	statement := vision.Of(p.book(), p.cycle()).Statement
	card := func(i int) fyne.CanvasObject { return p.draftCard(w, i, drafts[i], drafts[i].Text == statement) }
	wording := []fyne.CanvasObject{w.Quick("vision.draft", p.say("vision.draft.add"), p.say("vision.draft.hint"), func(text string) (app.Edit, error) {
		return vision.AddDraft(p.book(), p.cycle(), text)
	}, nil)}
	for i := 0; i < len(drafts); i += 2 {
		wording = append(wording, kit.Gap(4), w.Lazy("vision.drafts."+drafts[i].RecordID(), 300, func() fyne.CanvasObject {
			if i+1 == len(drafts) {
				return kit.Halves(card(i), kit.Gap(1))
			}
			return kit.Halves(card(i), card(i+1))
		}))
	}
	if p.voting != nil {
		wording = append([]fyne.CanvasObject{kit.Panel(p.voting, p.close(w))}, wording...)
	}
	return p.step(w, kit.Columns(220, []float32{1, 3}, p.topThemes(), kit.Column(wording...)))
}

// topThemes are what matters most, with the dots of the last vote.
func (p *place) topThemes() fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("vision.draft.top"))}
	top := vision.Top(p.book(), p.cycle(), topThemes)
	if len(top) == 0 {
		return kit.Panel(append(objects, kit.Quiet(p.say("vision.draft.none")))...)
	}
	for _, c := range top {
		theme := []fyne.CanvasObject{kit.Text(c.Theme.Name)}
		if c.Voted {
			theme = append(theme, kit.Quiet(p.say("vision.vote.dots_of", "count", c.Dots)))
		}
		objects = append(objects, kit.Lines(theme...))
	}
	return kit.Panel(objects...)
}

// draftCard is one draft with what it could do better, how far it is supported, and the way to make it the vision.
func (p *place) draftCard(w *kit.Widgets, i int, d app.Draft, chosen bool) fyne.CanvasObject {
	key := "vision.draft." + d.RecordID()
	remove := w.Icon(key+".remove", fynetheme.DeleteIcon(), p.say("kit.remove"), func() { p.host.Remove(app.RemoveEdit(p.book(), d)) })
	name := p.say("vision.draft.number", "number", i+1)
	objects := []fyne.CanvasObject{kit.Spread(kit.Note(name, 0), nil, remove),
		w.Area(key, "", d.Text, 3, func(text string) (app.Edit, error) {
			after, _ := p.book().Drafts.Get(d.ID)
			after.Text = text
			return app.Save(p.book(), after)
		}).Named(name)}
	objects = append(objects, p.findings(d.Text)...)
	objects = append(objects, p.supported(w, d)...)
	ask := w.Button(key+".support", p.say("vision.draft.support"), func() {
		q := support(p.model, p.host, d.ID)
		q.Title = d.Text
		p.open(ballotbox.New(p.host, q))
	})
	if chosen {
		return kit.Panel(append(objects, kit.Strong(kit.Ticked(p.say("vision.draft.chosen"))), kit.Line(ask))...)
	}
	return kit.Panel(append(objects, kit.Line(w.Button(key+".choose", p.say("vision.draft.choose"), func() {
		p.do(vision.Choose(p.book(), d.ID))
	}), ask))...)
}

// supported says how far a draft is supported, and takes what would make it better.
func (p *place) supported(w *kit.Widgets, d app.Draft) []fyne.CanvasObject {
	support, ok := vision.SupportOf(p.book(), d.ID)
	if !ok {
		return nil
	}
	r := ballot.OnScale([]int{support.One, support.Two, support.Three, support.Four, support.Five})
	return []fyne.CanvasObject{kit.Text(p.say("vision.support.result", "count", r.Voters, "middle", r.Middle, "lowest", r.Lowest, "highest", r.Highest)),
		w.Area("vision.better."+support.RecordID(), p.say("vision.draft.better"), support.Better, 1, func(text string) (app.Edit, error) {
			after, _ := p.book().Supports.Get(support.ID)
			after.Better = text
			return app.Save(p.book(), after)
		})}
}

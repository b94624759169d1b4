package resultscreen

import (
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/ui/kit"
)

// needs is the view of what a round suggests as needs: taken, in the team's words and with its reason, or set aside.
func (p page) needs() kit.View {
	b := p.model.Book()
	proposals := p.results.Proposals(b)
	view := kit.View{Trail: p.trail(Needs), Title: p.say("results.title.needs"), Lead: p.say("results.needs.lead"), Actions: p.ways()}
	if len(proposals) == 0 {
		view.Body = append(view.Body, kit.Panel(kit.Text(p.say("results.needs.none"))), kit.Gap(4))
	}
	for _, proposal := range proposals {
		key := "results.need." + proposal.Row.Item.Key
		view.Body = append(view.Body, p.Lazy(key, 150, func() fyne.CanvasObject { return p.proposal(key, proposal) }), kit.Gap(4))
	}
	view.Body = append(view.Body, p.taken(), kit.Gap(4))
	if aside := p.results.Aside(); len(aside) > 0 {
		objects := []fyne.CanvasObject{kit.Heading(p.say("results.needs.aside"))}
		for _, r := range aside {
			objects = append(objects, kit.Spread(nil, kit.Text(p.text(p.results.Framework.ItemName(r.Item))),
				p.Small("results.need.back."+r.Item.Key, p.say("results.needs.take_back"), func() { p.setAside(r.Item.Key, false) })))
		}
		view.Body = append(view.Body, kit.Panel(objects...))
	}
	return view
}

// proposal is one suggested need, to be worded.
func (p page) proposal(key string, proposal assessment.Proposal) fyne.CanvasObject {
	item := proposal.Row.Item.Key
	reasons := make([]string, len(proposal.Reasons))
	for i, r := range proposal.Reasons {
		reasons[i] = p.text(r)
	}
	d, begun := p.drafts[item]
	if !begun {
		d = draft{proposal.Text, strings.Join(reasons, "; ")}
		if d.text == "" {
			d.text = p.text(p.results.Framework.ItemName(proposal.Row.Item))
		}
	}
	write := func(set func(*draft, string)) func(string) (app.Edit, error) {
		return func(text string) (app.Edit, error) {
			set(&d, text)
			p.drafts[item] = d
			return app.Edit{}, nil
		}
	}
	return kit.Panel(
		p.onward("need.item", item, kit.Strong(p.text(p.results.Framework.ItemName(proposal.Row.Item))), kit.Quiet(strings.Join(reasons, " · "))),
		p.Line(key+".text", p.say("results.needs.text"), d.text, write(func(d *draft, text string) { d.text = text })),
		p.Line(key+".reason", p.say("results.needs.reason"), d.reason, write(func(d *draft, text string) { d.reason = text })),
		kit.Line(
			p.Button(key+".take", p.say("results.needs.take"), func() { p.take(item, d) }),
			p.Small(key+".aside", p.say("results.needs.set_aside"), func() { p.setAside(item, true) })),
	)
}

// take makes a need of what is proposed, as the book suggests it now.
func (p page) take(item string, d draft) {
	b := p.model.Book()
	results, _ := assessment.ResultsOf(b, p.host.Frameworks(), p.results.Round)
	for _, proposal := range results.Proposals(b) {
		if proposal.Row.Item.Key != item {
			continue
		}
		if err := p.host.Do(assessment.Take(b, proposal, b.Current().ID, d.text, d.reason)); err != nil {
			p.host.Show(err)
			return
		}
		delete(p.drafts, item)
		p.host.Toast(app.Say("results.needs.toast"))
		return
	}
}

func (p page) setAside(item string, aside bool) {
	p.host.Show(p.host.Do(assessment.SetAside(p.model.Book(), p.results.Round.ID, item, aside)))
}

// taken are the needs of the cycle.
func (p page) taken() fyne.CanvasObject {
	b := p.model.Book()
	cycle := b.Current().ID
	codes := planning.CodesOf(b, cycle)
	objects := []fyne.CanvasObject{kit.Heading(p.say("results.needs.taken"))}
	for _, n := range planning.Needs(b, cycle) {
		lines := []fyne.CanvasObject{kit.Text(n.Text)}
		if n.Reason != "" {
			lines = append(lines, kit.Quiet(n.Reason))
		}
		objects = append(objects, kit.Spread(kit.CodeColumn(codes.Of(n), "text"), kit.Lines(lines...), nil))
	}
	if len(objects) == 1 {
		objects = append(objects, kit.Quiet(p.say("results.needs.taken_none")))
	}
	return kit.Panel(objects...)
}

package planningscreen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// overview is the plan from above: needs, what the self-assessment suggests, priorities with their goals.
func (p *planner) overview(w *kit.Widgets, o overview) kit.View {
	write := w.Quick("planning.need", p.say("planning.need.add"), p.say("planning.need.hint"), func(text string) (app.Edit, error) {
		return planning.SaveNeed(p.model.Book(), app.Need{Cycle: o.cycle, Text: app.CleanLine(text)})
	}, nil)
	body := []fyne.CanvasObject{p.needs(w, o, write), kit.Gap(4), p.proposals(w, o), kit.Gap(16)}
	priorities, firstGoal := p.priorities(w, o)
	return kit.View{
		Trail:   []kit.Crumb{kit.Stage(p.host, screen.Planning)},
		Parts:   p.parts(w, o, firstGoal),
		Help:    p.help(screen.Route{Area: screen.Planning}),
		Title:   p.say("planning.title"),
		Lead:    p.say("planning.lead"),
		Body:    append(body, priorities...),
		Actions: []fyne.CanvasObject{p.nextButton(w, o, write, firstGoal)},
	}
}

// nextButton leads to the first missing step of the plan, or on to progress.
func (p *planner) nextButton(w *kit.Widgets, o overview, write *kit.Field, firstGoal func()) fyne.CanvasObject {
	var words string
	var lead func()
	switch o.next() {
	case takeProposal:
		words, lead = p.say("planning.next.proposal"), func() { p.take(o, o.proposals[0]) }
	case writeNeed:
		words, lead = p.say("planning.next.need"), func() { p.write(write) }
	case choosePriority:
		words, lead = p.say("planning.next.priority", "code", o.codes.Of(o.needs[0])), func() { p.takeUp(o.needs[0].ID) }
	case addGoal:
		words, lead = p.say("planning.next.goal"), firstGoal
	case planAction:
		goal := o.plan.Goals()[0].Goal
		words, lead = p.say("planning.next.action", "code", o.codes.Of(goal)), p.toGoal(goal.ID)
	case follow:
		words, lead = p.say("planning.next.follow"), p.to(screen.Progress)
	}
	return w.Primary("planning.next", words, lead)
}

func (p *planner) needs(w *kit.Widgets, o overview, write fyne.CanvasObject) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("planning.needs"))}
	switch {
	case len(o.needs) > 0:
		objects = append(objects, kit.Quiet(p.say("planning.needs.about")))
	case len(o.proposals) > 0:
		objects = append(objects, kit.Text(p.say("planning.needs.empty")))
	default:
		objects = append(objects, kit.Text(p.say("planning.needs.empty_alone")))
	}
	for _, n := range o.needs {
		objects = append(objects, w.Lazy("planning.need."+n.RecordID(), 50, func() fyne.CanvasObject { return p.need(w, o, n) }))
	}
	return kit.Panel(append(objects, kit.Gap(4), write)...)
}

func (p *planner) need(w *kit.Widgets, o overview, n app.Need) fyne.CanvasObject {
	key := "planning.need." + n.RecordID()
	text := w.Line(key, "", n.Text, func(text string) (app.Edit, error) {
		return p.changeNeed(n.ID, func(n *app.Need) { n.Text = text })
	})
	var taken []fyne.CanvasObject
	if len(o.plan.Priorities) > 0 {
		options := []kit.Option{{Text: p.say("planning.need.free")}}
		for i, priority := range o.plan.Priorities {
			options = append(options, kit.Option{Value: priority.RecordID(), Text: p.say("planning.need.taken_by",
				"number", i+1, "title", app.Shorten(priority.Title, 60))})
		}
		taken = append(taken, w.Choice(key+".priority", "", options, string(n.Priority), func(value string) (app.Edit, error) {
			return p.changeNeed(n.ID, func(n *app.Need) { n.Priority = app.ID[app.Priority](value) })
		}))
	}
	if n.Priority == "" {
		taken = append(taken, w.Button(key+".take_up", p.say("planning.need.take_up"), func() { p.takeUp(n.ID) }), kit.Gap(4))
	}
	removed := p.removeButton(w, key, func() { remove(p, &p.model.Book().Needs, n.ID) })
	return kit.Spread(code(o.codes.Of(n)), kit.Columns(200, []float32{3, 2}, text, kit.Column(taken...)), kit.AtField(removed))
}

func (p *planner) changeNeed(id app.ID[app.Need], set func(*app.Need)) (app.Edit, error) {
	return change(p.model.Book(), &p.model.Book().Needs, id, set)
}

// takeUp makes a priority of a need.
func (p *planner) takeUp(id app.ID[app.Need]) {
	n, ok := p.model.Book().Needs.Get(id)
	if !ok {
		p.host.Show(missing())
		return
	}
	p.do(planning.TakeUp(p.model.Book(), n))
}

// proposals is what the newest round suggests as needs.
func (p *planner) proposals(w *kit.Widgets, o overview) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("planning.proposals"))}
	if o.round.ID == "" {
		return kit.Panel(append(objects, kit.Text(p.say("planning.proposals.no_round")),
			kit.Line(w.Button("planning.proposals.assess", p.say("planning.proposals.assess"), p.to(screen.Assessment))))...)
	}
	switch {
	case len(o.proposals) == 0:
		return kit.Panel(append(objects, kit.Text(p.say("planning.proposals.none")))...)
	case o.round.Held.IsZero():
		objects = append(objects, kit.Quiet(p.say("planning.proposals.about_undated")))
	default:
		objects = append(objects, kit.Quiet(p.say("planning.proposals.about", "date", o.round.Held)))
	}
	for i, proposal := range o.shown(p.allProposals) {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		objects = append(objects, w.Lazy("planning.proposal."+proposal.Row.Item.Key, 56,
			func() fyne.CanvasObject { return p.proposal(w, o, proposal) }))
	}
	if len(o.proposals) > fewProposals {
		words := p.say("planning.proposals.all", "number", len(o.proposals))
		if p.allProposals {
			words = p.say("planning.proposals.fewer")
		}
		objects = append(objects, kit.Line(w.Small("planning.proposals.more", words, func() {
			p.allProposals = !p.allProposals
			p.page.Refresh()
		})))
	}
	return kit.Panel(objects...)
}

func (p *planner) proposal(w *kit.Widgets, o overview, proposal assessment.Proposal) fyne.CanvasObject {
	j := proposal.Row.Judgement
	words := []fyne.CanvasObject{kit.Text(p.itemName(o, proposal))}
	if proposal.Text != "" {
		words = append(words, kit.Quiet(p.say("planning.proposal.words", "words", proposal.Text)))
	}
	gap := kit.Line(kit.Chip(j.Agreed, true), kit.Note("→", widget.MediumImportance), kit.Chip(j.Target, false))
	take := w.Button("planning.proposal."+proposal.Row.Item.Key, p.say("planning.proposal.take"), func() { p.take(o, proposal) })
	return kit.Spread(gap, kit.Lines(words...), kit.Line(take))
}

func (p *planner) itemName(o overview, proposal assessment.Proposal) string {
	return p.host.Words().Text(o.results.Framework.ItemName(proposal.Row.Item))
}

// take makes a need of a proposal: in the team's own words, or named as the item when it wrote none. A judgement that
// has changed since it was drawn counts as it is now.
func (p *planner) take(o overview, proposal assessment.Proposal) {
	b := p.model.Book()
	j := assessment.Of(b, o.round.ID, proposal.Row.Item.Key)
	need := app.Need{Cycle: o.cycle, Judgement: j.ID, Text: app.CleanLine(j.Needs)}
	if _, ok := b.Judgements.Get(j.ID); !ok {
		p.host.Show(missing())
		return
	}
	if need.Text == "" {
		need.Text = p.itemName(o, proposal)
	}
	reasons := make([]string, len(proposal.Reasons))
	for i, r := range proposal.Reasons {
		reasons[i] = p.host.Words().Text(r)
	}
	need.Reason = strings.Join(reasons, "; ")
	p.do(planning.SaveNeed(b, need))
}

// weights are the options for a weight of 1 to 3; 0 is not judged.
func (p *planner) weights() []kit.Option {
	options := []kit.Option{{Value: "0", Text: p.say("planning.weight.none")}}
	for n := 1; n <= 3; n++ {
		options = append(options, kit.Option{Value: strconv.Itoa(n), Text: p.say("weight." + strconv.Itoa(n))})
	}
	return options
}

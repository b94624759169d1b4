package assessmentscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/framework"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// offer is a set of questions with which a round can begin.
type offer struct {
	framework app.Framework
	lacks     []framework.Lack // what it must have before
}

// offers are the shipped sets of questions and then the school's own.
func offers(b *app.Book, shipped []app.Framework) []offer {
	var all []offer
	for _, f := range shipped {
		all = append(all, offer{framework: f})
	}
	for own := range b.OwnFrameworks.All() {
		all = append(all, offer{framework.Of(b, own), framework.Lacks(b, own)})
	}
	return all
}

// start is what there is to see before a round begins: which questions, and how they are gone through.
func (p page) start() kit.View {
	words := p.host.Words()
	all := offers(p.model.Book(), p.host.Frameworks())
	chosen := all[0]
	for _, o := range all {
		if o.framework.Key == p.framework {
			chosen = o
		}
	}
	f := chosen.framework
	var body []fyne.CanvasObject
	if p.begun && !p.known {
		body = append(body, kit.Problem(p.say("assessment.unknown", "name", p.round.Framework)))
	}
	sets := []fyne.CanvasObject{kit.Heading(p.say("assessment.which"))}
	for i, o := range all {
		if i > 0 {
			sets = append(sets, kit.Rule())
		}
		sets = append(sets, p.offer(o, o.framework.Key == f.Key))
	}
	sets = append(sets, kit.Gap(4), kit.Line(p.Small("assessment.frameworks", p.say("assessment.to_frameworks"), func() {
		p.host.Go(screen.Route{Area: screen.Assessment, View: "frameworks"})
	})))
	ways := make([]kit.Option, 0, len(app.Ways()))
	for _, way := range app.Ways() {
		ways = append(ways, kit.Option{Value: string(way), Text: p.say("assessment.way." + wayKey(way))})
	}
	how := []fyne.CanvasObject{kit.Heading(p.say("assessment.how")),
		p.Pick("assessment.way", p.say("assessment.way"), ways, string(p.way), func(way string) {
			p.way = app.Way(way)
			p.page.Refresh()
		}), kit.Quiet(p.say("assessment.way.about." + wayKey(p.way)))}
	if !p.last.Held.IsZero() {
		how = append(how, kit.Quiet(p.say("assessment.last_kept", "date", p.last.Held)))
	}
	for _, lack := range chosen.lacks {
		how = append(how, kit.Problem(words.Text(lack.Text)))
	}
	view := kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Assessment)},
		Title: p.say("assessment.title"),
		Lead:  p.say("assessment.lead", "all", len(f.Items()), "minutes", p.about(f)),
		Body:  append(body, kit.Panel(sets...), kit.Gap(4), kit.Panel(how...)),
	}
	if p.begun && p.known {
		view.Actions = append(view.Actions, p.Button("assessment.stay", p.say("assessment.stay"), func() {
			p.host.Go(screen.Route{Area: screen.Assessment})
		}))
	}
	if len(chosen.lacks) > 0 {
		view.Actions = append(view.Actions, p.Primary("assessment.complete", p.say("assessment.complete"), func() {
			p.host.Go(screen.Route{Area: screen.Assessment, View: "framework", ID: f.Key})
		}))
		return view
	}
	view.Actions = append(view.Actions, p.Primary("assessment.start", p.say("assessment.start"), func() { p.begin(f, p.way) }))
	return view
}

func wayKey(way app.Way) string {
	if way == app.Both {
		return "both"
	}
	return string(way)
}

// about is how many minutes all questions take.
func (p page) about(f app.Framework) int {
	return assessment.About(len(f.Items()), assessment.Minutes(p.model.Book(), p.cycle, f))
}

// offer is one set of questions to choose.
func (p page) offer(o offer, chosen bool) fyne.CanvasObject {
	f, words := o.framework, p.host.Words()
	name := kit.Text(words.Text(f.Name()))
	if chosen {
		name = kit.Strong(words.Text(f.Name()))
	}
	n := len(f.Items())
	lines := []fyne.CanvasObject{name, kit.Quiet(p.say("assessment.offer", "count", n, "minutes", p.about(f)))}
	if about := words.Text(f.About()); chosen && about != "" {
		lines = append(lines, kit.Text(about))
	}
	if source := words.Text(f.Source()); chosen && source != "" {
		lines = append(lines, kit.Quiet(p.say("assessment.source", "source", f.Source())))
	}
	return p.Row("assessment.offer."+f.Key, func() {
		p.framework = f.Key
		p.page.Refresh()
	}, kit.Spread(kit.ChoiceMark(chosen), kit.Lines(lines...), nil))
}

// begin adds a round held today, and leaves the keyboard on what leads to its first question.
func (p page) begin(f app.Framework, way app.Way) {
	edit, _, err := assessment.Start(p.model.Book(), p.cycle, f, p.model.Today(), way)
	if err := p.host.Do(edit, err); err != nil {
		p.host.Show(err)
		return
	}
	p.host.Go(screen.Route{Area: screen.Assessment})
	p.host.After(0, func() { // once it is drawn
		if first, ok := p.Lookup("assessment.go").(fyne.Focusable); ok {
			p.host.Focus(first)
		}
	})
}

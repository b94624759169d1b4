package resultscreen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// compare is the view of what has moved since an earlier round.
func (p page) compare() kit.View {
	b, shipped := p.model.Book(), p.host.Frameworks()
	view := kit.View{Trail: p.trail(Compare), Title: p.say("results.title.compare"), Lead: p.about(), Actions: p.ways()}
	earlier := assessment.Earlier(b, shipped, p.results.Round)
	if len(earlier) == 0 {
		view.Body = []fyne.CanvasObject{kit.Panel(kit.Text(p.say("results.compare.none")))}
		return view
	}
	chosen := earlier[len(earlier)-1]
	options := make([]kit.Option, 0, len(earlier))
	for i := len(earlier) - 1; i >= 0; i-- {
		a := earlier[i]
		if a.RecordID() == p.route.ID {
			chosen = a
		}
		options = append(options, kit.Option{Value: a.RecordID(), Text: p.say("results.compare.round", "name", app.Named(a).Name(), "date", a.Held)})
	}
	c := assessment.Compare(b, shipped, p.results.Round, chosen)
	rose, fell, stayed := c.Of(assessment.Rose), c.Of(assessment.Fell), c.Of(assessment.Stayed)
	view.Body = []fyne.CanvasObject{kit.Panel(
		p.Pick("results.compare.with", p.say("results.compare.with"), options, chosen.RecordID(), func(id string) {
			p.host.Go(screen.Route{Area: screen.Assessment, View: Compare, ID: id})
		}),
		kit.Strong(p.say("results.compare.summary", "rose", len(rose), "fell", len(fell), "stayed", len(stayed))))}
	for _, turn := range assessment.Turns() {
		lines := c.Of(turn)
		if len(lines) == 0 {
			continue
		}
		objects := []fyne.CanvasObject{kit.Heading(p.say("results.turn." + string(turn)))}
		if p.host.Words().Has("results.turn.about." + string(turn)) {
			objects = append(objects, kit.Quiet(p.say("results.turn.about."+string(turn))))
		}
		for i, line := range lines {
			if i > 0 {
				objects = append(objects, kit.Rule())
			}
			objects = append(objects, p.line(line))
		}
		view.Body = append(view.Body, kit.Gap(4), kit.Panel(objects...))
	}
	return view
}

// line is an item in two rounds; one that is still asked leads to its page.
func (p page) line(l assessment.Line) fyne.CanvasObject {
	name := kit.Text(p.text(l.Framework.ItemName(l.Item)))
	levels := ""
	switch {
	case l.From > 0 && l.To > 0 && l.From != l.To:
		levels = strconv.Itoa(l.From) + " → " + strconv.Itoa(l.To)
	case l.Turn == assessment.Unrated && l.From > 0:
		levels = strconv.Itoa(l.From) + " → –"
	case l.Turn == assessment.Unrated && l.To > 0:
		levels = "– → " + strconv.Itoa(l.To)
	case l.To > 0:
		levels = strconv.Itoa(l.To)
	}
	content := kit.Spread(nil, name, kit.Note(levels, 0))
	if l.Turn == assessment.Gone {
		return content
	}
	return p.Row("results.line."+l.Item.Key, p.item(l.Item.Key), content)
}

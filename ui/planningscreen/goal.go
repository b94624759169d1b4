package planningscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/planning"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// goal is one goal: what stands behind it, how to notice that it is reached, and the actions that lead there.
func (p *planner) goal(w *kit.Widgets, s goalState) kit.View {
	body := []fyne.CanvasObject{p.wording(w, s), kit.Gap(4), p.actions(w, s), kit.Gap(4), p.indicators(w, s),
		kit.Line(w.Small("planning.goal.remove", p.say("planning.goal.remove"), func() { p.removeGoal(s.goal.ID) }),
			w.Small("planning.goal.history", p.say("history.of.goal"), p.toHistory(s.goal)))}
	var foot []fyne.CanvasObject
	if s.next == "" {
		foot = append(foot, w.Primary("planning.goal.back", p.say("planning.back"), p.toOverview))
	} else {
		foot = append(foot, w.Button("planning.goal.back", p.say("planning.back"), p.toOverview),
			w.Primary("planning.goal.next", p.say("planning.goal.next"), p.toGoal(s.next)))
	}
	return kit.View{
		Trail:    []kit.Crumb{kit.Stage(p.host, screen.Planning), {Text: s.codes.Of(s.goal)}},
		Title:    p.say("planning.goal.title"),
		Lead:     p.priorityLine(s),
		Body:     body,
		Actions:  foot,
		Help:     p.help(screen.Route{Area: screen.Planning, View: viewGoal, ID: s.goal.RecordID()}),
		Siblings: p.goals(s),
	}
}

// priorityLine names the priority that a goal belongs to.
func (p *planner) priorityLine(s goalState) string {
	return p.say("planning.goal.priority", "number", s.number, "title", s.thread.Priority.Title)
}

// removeGoal removes a goal and leaves its page, unless it could not be removed.
func (p *planner) removeGoal(id app.ID[app.Goal]) {
	remove(p, &p.model.Book().Goals, id)
	if _, ok := p.model.Book().Goals.Get(id); !ok {
		p.toOverview()
	}
}

// wording is a goal in words below what stands behind it, and the choice of the vision line.
func (p *planner) wording(w *kit.Widgets, s goalState) fyne.CanvasObject {
	key := "planning.goal." + s.goal.RecordID()
	set := func(set func(*app.Goal)) (app.Edit, error) {
		return change(p.model.Book(), &p.model.Book().Goals, s.goal.ID, set)
	}
	text := w.Line(key+".text", "", s.goal.Text, func(text string) (app.Edit, error) {
		return set(func(g *app.Goal) { g.Text = text })
	})
	objects := p.thread(w, s, nil, text)
	if len(s.lines) == 0 {
		return kit.Panel(objects...)
	}
	options := []kit.Option{{Text: p.say("planning.goal.line.none")}}
	for _, l := range s.lines {
		options = append(options, kit.Option{Value: l.RecordID(), Text: p.say("planning.goal.line.option",
			"code", s.codes.Of(l), "text", app.Shorten(l.Text, 90))})
	}
	line := w.Choice(key+".line", p.say("planning.goal.line"), options, string(s.goal.VisionLine), func(value string) (app.Edit, error) {
		return set(func(g *app.Goal) { g.VisionLine = app.ID[app.VisionLine](value) })
	})
	return kit.Panel(append(objects, kit.Gap(4), line)...)
}

func (p *planner) indicators(w *kit.Widgets, s goalState) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("planning.indicators"))}
	if len(s.indicators) == 0 {
		objects = append(objects, kit.Text(p.say("planning.indicators.empty")))
	}
	for _, i := range s.indicators {
		objects = append(objects, p.indicator(w, i), kit.Gap(4), kit.Rule())
	}
	return kit.Panel(append(objects, w.Quick("planning.indicator", p.say("planning.indicator.add"), p.say("planning.indicator.hint"),
		func(text string) (app.Edit, error) {
			if _, ok := p.model.Book().Goals.Get(s.goal.ID); !ok {
				return app.Edit{}, missing()
			}
			return planning.SaveIndicator(p.model.Book(), app.Indicator{Goal: s.goal.ID, Name: app.CleanLine(text)})
		}, nil))...)
}

func (p *planner) indicator(w *kit.Widgets, i app.Indicator) fyne.CanvasObject {
	key := "planning.indicator." + i.RecordID()
	set := func(set func(*app.Indicator)) (app.Edit, error) {
		return change(p.model.Book(), &p.model.Book().Indicators, i.ID, set)
	}
	line := func(part, value string, put func(*app.Indicator, string)) *kit.Field {
		return w.Line(key+"."+part, p.say("planning.indicator."+part), value, func(text string) (app.Edit, error) {
			return set(func(i *app.Indicator) { put(i, text) })
		})
	}
	number := func(part string, value app.Quantity, put func(*app.Indicator, app.Quantity)) *kit.Field {
		return w.Quantity(key+"."+part, p.say("planning.indicator."+part), value, func(q app.Quantity) (app.Edit, error) {
			return set(func(i *app.Indicator) { put(i, q) })
		})
	}
	name := line("name", i.Name, func(i *app.Indicator, text string) { i.Name = text })
	removed := p.removeButton(w, key, func() { remove(p, &p.model.Book().Indicators, i.ID) })
	directions := []kit.Option{{Value: string(app.Up), Text: p.say("direction.up")}, {Value: string(app.Down), Text: p.say("direction.down")}}
	return kit.Column(
		kit.Spread(nil, name, kit.AtCaptioned(removed)),
		kit.Columns(100, []float32{1, 1, 1.5, 1.6, 1.5},
			number("baseline", i.Baseline, func(i *app.Indicator, q app.Quantity) { i.Baseline = q }),
			number("target", i.Target, func(i *app.Indicator, q app.Quantity) { i.Target = q }),
			line("unit", i.Unit, func(i *app.Indicator, text string) { i.Unit = text }),
			w.Choice(key+".direction", p.say("planning.indicator.direction"), directions, string(i.Direction), func(value string) (app.Edit, error) {
				return set(func(i *app.Indicator) { i.Direction = app.Direction(value) })
			}),
			w.Date(key+".due", p.say("planning.indicator.due"), i.Due, func(d app.Date) (app.Edit, error) {
				return set(func(i *app.Indicator) { i.Due = d })
			})),
		line("method", i.Method, func(i *app.Indicator, text string) { i.Method = text }),
	)
}

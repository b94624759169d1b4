package surveyscreen

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/survey"
	"waymark/ui/kit"
)

// surveys is what is kept of the round.
func (p *place) surveys(w *kit.Widgets) kit.View {
	round, f, _ := p.round()
	all := assessment.Surveys(p.model.Book(), round.ID)
	v := kit.View{Trail: p.trail(""), Title: p.say("surveys.title"),
		Lead: p.say("surveys.lead", "framework", f.Name(), "day", round.Held)}
	typing := w.Button("surveys.type", p.say("surveys.type"), p.to(Surveys, typingID))
	taking := w.Primary("surveys.take", p.say("surveys.take"), p.to(Import, ""))
	if len(all) == 0 {
		v.Body = []fyne.CanvasObject{kit.Panel(kit.Heading(p.say("surveys.empty")), kit.Text(p.say("surveys.empty.about")),
			kit.Text(p.say("surveys.empty.how")), kit.Line(taking, typing))}
		v.Body = append(v.Body, kit.Gap(4), p.smallest(w))
		return v
	}
	v.Body = []fyne.CanvasObject{p.means(round, f, all), kit.Gap(4), p.kept(w, all), kit.Gap(4)}
	if remarks := p.remarks(w, f, all); remarks != nil {
		v.Body = append(v.Body, remarks, kit.Gap(4))
	}
	v.Body = append(v.Body, p.smallest(w))
	v.Actions = []fyne.CanvasObject{typing, taking}
	return v
}

// farOff is how many levels a mean must be off the team's level for it to be marked.
const farOff = 1

// means is how high each group put each item, beside the team's level.
func (p *place) means(round app.Assessment, f app.Framework, all []app.Survey) fyne.CanvasObject {
	b := p.model.Book()
	judged := assessment.Judgements(b, round.ID)
	found := map[app.ID[app.Survey]]map[string]app.SurveyMean{}
	for m := range b.SurveyMeans.All() {
		if found[m.Survey] == nil {
			found[m.Survey] = map[string]app.SurveyMean{}
		}
		found[m.Survey][m.Item] = m
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.means"))}
	each := columns() - 1 // beside the team
	for from := 0; from < len(all); from += each {
		part := all[from:min(from+each, len(all))]
		heads := []fyne.CanvasObject{head(p.say("surveys.team"))}
		for _, s := range part {
			heads = append(heads, head(app.Shorten(p.named(s.Group, s.Part), 40)))
		}
		objects = append(objects, grid(heads, f, p.text, func(i app.Item) []fyne.CanvasObject {
			team := judged[i.Key].Agreed
			if judged[i.Key].NotApplicable {
				team = 0
			}
			cells, asked := []fyne.CanvasObject{kit.Chip(team, true)}, false
			for _, s := range part {
				m, ok := found[s.ID][i.Key]
				if asked = asked || ok; !ok {
					cells = append(cells, cell("–", false))
					continue
				}
				mark := ""
				switch off := m.Mean.Value() - float64(team); {
				case team > 0 && off >= farOff:
					mark = " ▲"
				case team > 0 && off <= -farOff:
					mark = " ▼"
				}
				cells = append(cells, cell(p.host.Words().Quantity(m.Mean)+mark, mark != ""))
			}
			if !asked {
				return nil
			}
			return cells
		})...)
	}
	return kit.Panel(append(objects, kit.Quiet(p.say("surveys.legend", "limit", p.limit())))...)
}

// kept lists the surveys, to look at where each comes from and to remove it.
func (p *place) kept(w *kit.Widgets, all []app.Survey) fyne.CanvasObject {
	b := p.model.Book()
	items := map[app.ID[app.Survey]]int{}
	for m := range b.SurveyMeans.All() {
		items[m.Survey]++
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.kept"))}
	for i, s := range all {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		source := p.say("surveys.typed_in")
		if s.Source != "" {
			source = app.Shorten(s.Source, 60)
		}
		about := p.say("surveys.people", "count", s.People) + " · " + p.say("surveys.items", "count", items[s.ID]) + " · " +
			p.host.Words().Date(s.Held) + " · " + source
		objects = append(objects, w.Lazy("surveys.of."+s.RecordID(), 48, func() fyne.CanvasObject {
			name := p.named(s.Group, s.Part)
			return kit.Spread(nil, kit.Lines(kit.Strong(name), kit.Quiet(about)),
				kit.Middle(w.Icon("surveys.remove."+s.RecordID(), fynetheme.DeleteIcon(), p.say("surveys.remove", "group", name), func() {
					p.host.Remove(app.RemoveEdit(p.model.Book(), s))
				})))
		}))
	}
	return kit.Panel(objects...)
}

// remarks are what people wrote, by group and question; nil when nobody wrote.
func (p *place) remarks(w *kit.Widgets, f app.Framework, all []app.Survey) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.remarks")), kit.Quiet(p.say("surveys.remarks.about", "limit", p.limit()))}
	before := len(objects)
	for _, s := range all {
		texts := map[string][]app.Remark{}
		for r := range p.model.Book().Remarks.All() {
			if r.Survey == s.ID {
				texts[r.Item] = append(texts[r.Item], r)
			}
		}
		about := func(title, item string) {
			if len(texts[item]) == 0 {
				return
			}
			objects = append(objects, kit.Strong(title))
			for _, r := range texts[item] {
				objects = append(objects, w.Lazy("surveys.remark."+r.RecordID(), 32, func() fyne.CanvasObject { return kit.Text(p.host.Words().Quoted(r.Text)) }))
			}
		}
		about(p.named(s.Group, s.Part), "")
		for _, i := range f.Items() {
			about(p.say("surveys.remarks.on", "group", p.named(s.Group, s.Part), "item", f.ItemName(i)), i.Key)
		}
	}
	if len(objects) == before {
		return nil
	}
	return kit.Panel(objects...)
}

// smallest is how few people may be shown, and why.
func (p *place) smallest(w *kit.Widgets) fyne.CanvasObject {
	var options []kit.Option
	for n := app.LeastGroup; n <= app.MostGroup; n++ {
		options = append(options, kit.Option{Value: strconv.Itoa(n), Text: p.say("surveys.limit.people", "count", n)})
	}
	return kit.Panel(kit.Heading(p.say("surveys.limit")), kit.Text(p.say("surveys.limit.why")),
		kit.Columns(260, []float32{1, 2}, w.Pick("surveys.limit", p.say("surveys.limit.of"), options, strconv.Itoa(p.limit()), p.setLimit), kit.Gap(1)))
}

// setLimit changes the limit; when that takes anything away, it is told and can be undone.
func (p *place) setLimit(value string) {
	n, err := strconv.Atoi(value)
	if err != nil {
		return
	}
	edit, gone, err := survey.SetLimit(p.model.Book(), n)
	if err == nil && gone > 0 {
		edit.Label = app.Say("surveys.limit.gone", "count", gone, "limit", n)
		p.host.Remove(edit)
		p.page.Refresh()
		return
	}
	if err := p.host.Do(edit, err); err != nil {
		p.page.Refresh()
		p.host.Show(err)
	}
}

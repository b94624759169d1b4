package assessmentscreen

import (
	"strconv"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// parts are the things to do in the stage; each leads to the first item that still lacks it.
func (p page) parts() []kit.Part {
	lacks := map[string]func(assessment.Row) bool{
		"levels":   func(r assessment.Row) bool { return !assessment.Answered(r.Judgement) },
		"targets":  func(r assessment.Row) bool { return r.Judgement.Target == 0 && !r.Judgement.NotApplicable },
		"evidence": func(r assessment.Row) bool { return len(r.Evidence) == 0 && !r.Judgement.NotApplicable },
	}
	var parts []kit.Part
	for _, part := range progress.AssessmentParts(p.results) {
		first := ""
		for _, r := range p.results.Rows {
			if first == "" && lacks[part.Key](r) {
				first = r.Item.Key
			}
		}
		parts = append(parts, kit.Part{Text: p.say("assessment.part." + part.Key), Done: part.Done, Open: func() {
			if first != "" {
				p.open(first)()
			}
		}})
	}
	return parts
}

func (p page) help(at screen.Route) func() []kit.Advice {
	return room.Help(func() []room.Step { return Steps(p.model, p.host) }, at)
}

// siblings are all items, under their elements, with the level of each.
func (p page) siblings(at int) *kit.Siblings {
	words, f := p.host.Words(), p.results.Framework
	list := &kit.Siblings{Title: p.say("assessment.items")}
	element := ""
	for i, r := range p.results.Rows {
		if r.Element.Key != element {
			element = r.Element.Key
			list.List = append(list.List, kit.Sibling{Text: words.Text(f.ElementName(r.Element))})
		}
		mark := "–"
		if level := r.Judgement.Agreed; level > 0 && !r.Judgement.NotApplicable {
			mark = strconv.Itoa(level)
		}
		list.List = append(list.List, kit.Sibling{Mark: mark, Text: words.Text(f.ItemName(r.Item)), Here: i == at, Open: p.open(r.Item.Key)})
	}
	return list
}

// thread is what has come of an item: its needs and the goals of the priorities that take them up; nil for nothing yet.
func (p page) thread(r assessment.Row) func() []fyne.CanvasObject {
	b := p.model.Book()
	needs := b.Needs.Where(func(n app.Need) bool { // an earlier round of the cycle asked the same
		from, ok := b.Judgements.Get(n.Judgement)
		return ok && n.Cycle == p.round.Cycle && from.Item == r.Item.Key
	})
	if len(needs) == 0 {
		return nil
	}
	return func() []fyne.CanvasObject {
		codes := planning.CodesOf(b, p.round.Cycle)
		var objects []fyne.CanvasObject
		strand := func(depth float32, record app.Record, text string) {
			to := screen.PlaceOf(b, record)
			objects = append(objects, kit.Indent(depth, p.Row("assessment.thread."+record.RecordID(), func() { p.host.Go(to) },
				kit.Spread(kit.CodeColumn(codes.Of(record), fynetheme.SizeNameText), kit.Text(text), nil))))
		}
		for _, n := range needs {
			strand(0, n, n.Text)
			if n.Priority != "" {
				for _, g := range planning.Goals(b, n.Priority) {
					strand(16, g, g.Text)
				}
			}
		}
		return objects
	}
}

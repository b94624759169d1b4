package progressscreen

import (
	"slices"

	"waymark/app"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// parts are the things to do in the stage.
func (p *place) parts(w *kit.Widgets, r reader, b board) []kit.Part {
	where := map[string]func(){"review": w.To("progress.review.add")}
	if b.First != "" {
		where["actions"] = p.to(viewCheckIn, string(b.First))
	}
	if len(b.Gauges) > 0 {
		where["indicators"] = w.To("progress.indicator." + b.Gauges[0].RecordID())
	}
	var parts []kit.Part
	for _, part := range progress.ProgressParts(r.book, r.cycle.ID, r.plan) {
		open := where[part.Key]
		if open == nil {
			open = p.toPlan("", "")
		}
		parts = append(parts, kit.Part{Text: p.say("progress.part." + part.Key), Done: part.Done, Open: open})
	}
	return parts
}

func (p *place) help(at screen.Route) func() []kit.Advice {
	return room.Help(func() []room.Step { return Steps(p.model, p.host) }, at)
}

// siblings are the open actions beside the one on show, the most pressing first.
func (p *place) siblings(r reader, here app.ID[app.Action]) *kit.Siblings {
	b := r.board()
	list := &kit.Siblings{Title: p.say("progress.open")}
	for _, i := range slices.Concat(b.Overdue, b.DueSoon, b.Later) {
		list.List = append(list.List, kit.Sibling{Mark: i.Code, Text: i.Text, Here: i.ID == here, Open: p.to(viewCheckIn, i.RecordID())})
	}
	return list
}

// indicators are all beside the one on show, under their goals.
func (p *place) indicators(r reader, here app.ID[app.Indicator]) *kit.Siblings {
	list := &kit.Siblings{Title: p.say("progress.indicators")}
	for _, g := range r.plan.Goals() {
		if len(g.Indicators) > 0 {
			list.List = append(list.List, kit.Sibling{Mark: r.codes.Of(g), Text: g.Text})
		}
		for _, i := range g.Indicators {
			list.List = append(list.List, kit.Sibling{Mark: "·", Text: i.Name, Here: i.ID == here, Open: p.to(viewIndicator, i.RecordID())})
		}
	}
	return list
}

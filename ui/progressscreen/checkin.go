package progressscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// mostConfidence is the highest confidence, "certain".
const mostConfidence = 5

// checkIn is the view in which the team says how one action is going.
func (p *place) checkIn(w *kit.Widgets, id app.ID[app.Action]) kit.View {
	r := newReader(p.model.Book(), p.model.Today())
	c, ok := r.checkIn(id)
	if !ok {
		return p.gone(w, p.say("progress.checkin.title"), p.say("progress.checkin.gone"))
	}
	v := kit.View{Title: p.say("progress.checkin.title"), Siblings: p.siblings(r, id), Trail: []kit.Crumb{
		kit.Stage(p.host, screen.Progress), {Text: r.codes[string(id)]}},
		Help: p.help(screen.Route{Area: screen.Progress, View: viewCheckIn, ID: string(id)})}
	v.Body = append(v.Body, p.thread(r.codes, c.Thread), p.what(c), p.telling(w, c))
	v.Body = append(v.Body, p.earlier(w, c.Earlier)...)
	v.Actions = append(v.Actions,
		w.Button("progress.checkin.plan", p.say("progress.checkin.plan"), p.toPlan("action", string(id))))
	back := w.Button
	if c.Next == "" {
		back = w.Primary
	}
	home := back("progress.back", p.say("progress.back"), p.to("", ""))
	if c.Next != "" {
		v.Actions = append(v.Actions, home)
	}
	if c.Previous != "" {
		v.Actions = append(v.Actions, w.Button("progress.checkin.previous", p.say("progress.checkin.previous"), p.to(viewCheckIn, string(c.Previous))))
	}
	if c.Next != "" {
		return withAction(v, w.Primary("progress.checkin.next", p.say("progress.checkin.next"), p.to(viewCheckIn, string(c.Next))))
	}
	return withAction(v, home)
}

func withAction(v kit.View, button fyne.CanvasObject) kit.View {
	v.Actions = append(v.Actions, button)
	return v
}

// thread says in words what stands behind an action: vision line, needs and goal.
func (p *place) thread(codes planning.Codes, t planning.Thread) fyne.CanvasObject {
	strand := func(code, text string) fyne.CanvasObject {
		return kit.Spread(kit.CodeColumn(code, fynetheme.SizeNameCaptionText), kit.Quiet(text), nil)
	}
	loose := func(key string) fyne.CanvasObject {
		return kit.Spread(kit.CodeColumn("", fynetheme.SizeNameCaptionText), kit.Problem(p.say(key)), nil)
	}
	var strands []fyne.CanvasObject
	if t.Line.ID == "" {
		strands = append(strands, loose("progress.checkin.no_line"))
	} else {
		strands = append(strands, strand(codes.Of(t.Line), t.Line.Text))
	}
	if len(t.Needs) == 0 {
		strands = append(strands, loose("progress.checkin.no_need"))
	}
	for _, n := range t.Needs {
		strands = append(strands, strand(codes.Of(n), n.Text))
	}
	return kit.Lines(append(strands, strand(codes.Of(t.Goal), t.Goal.Text))...)
}

// what shows the action, who carries it and when.
func (p *place) what(c checkIn) fyne.CanvasObject {
	words := p.host.Words()
	who := p.say("progress.nobody")
	if c.Who != "" {
		who = p.say("progress.carried_by", "who", c.Who)
	}
	span := p.say("progress.no_end")
	switch {
	case !c.Start.IsZero() && !c.End.IsZero():
		span = words.ShortDate(c.Start) + " – " + words.ShortDate(c.End)
	case !c.End.IsZero():
		span = p.say("progress.until", "date", words.ShortDate(c.End))
	}
	about := kit.Quiet(who + " · " + span)
	lines := []fyne.CanvasObject{kit.Lead(c.Text), about}
	switch c.Urgency {
	case progress.Overdue, progress.DueSoon:
		lines = append(lines, p.standing(c.item))
	}
	return kit.Spread(kit.CodeColumn(c.Code, fynetheme.SizeNameSubHeadingText), kit.Lines(lines...), nil)
}

// telling is where today's check-in is made.
func (p *place) telling(w *kit.Widgets, c checkIn) fyne.CanvasObject {
	key := "progress.checkin." + c.RecordID()
	save := func(set func(*app.CheckIn)) (app.Edit, error) {
		return checkInEdit(p.model.Book(), p.model.Today(), c.ID, set)
	}
	var options []kit.Option
	for _, s := range app.Statuses() {
		options = append(options, kit.Option{Value: string(s), Text: p.say("status." + string(s))})
	}
	status := w.Choice(key+"status", p.say("progress.checkin.status"), options, string(c.Status), func(value string) (app.Edit, error) {
		return save(func(in *app.CheckIn) { in.Status = app.Status(value) })
	})
	note := w.Area(key+"note", p.say("progress.checkin.note"), c.Now.Note, 3, func(text string) (app.Edit, error) {
		return save(func(in *app.CheckIn) { in.Note = text })
	})
	told := kit.Quiet(p.say("progress.checkin.untold"))
	if c.Now.ID != "" {
		told = emphasised(kit.Ticked(p.say("progress.checkin.told")), widget.SuccessImportance)
	}
	left := []fyne.CanvasObject{status}
	if c.Status == app.Dropped {
		left = append(left, w.Area(key+"reason", p.say("progress.checkin.reason"), c.DropReason, 2, func(text string) (app.Edit, error) {
			a, ok := p.model.Book().Actions.Get(c.ID)
			if !ok {
				return app.Edit{}, nil
			}
			a.DropReason = text
			return planning.SaveAction(p.model.Book(), a)
		}))
	}
	left = append(left, note, told)
	if !c.Status.Open() {
		return kit.Panel(left...)
	}
	var words []string
	for n := 1; n <= mostConfidence; n++ {
		words = append(words, p.say(confidenceKey(n)))
	}
	scale := w.Scale(key+"confidence", words, c.Now.Confidence, true, func(n int) {
		p.host.Show(p.host.Do(save(func(in *app.CheckIn) { in.Confidence = n })))
	})
	return kit.Panel(kit.Halves(kit.Column(left...), kit.Column(emphasised(p.say("progress.checkin.confidence"), widget.LowImportance), scale)))
}

// earlier lists what was said before, newest first.
func (p *place) earlier(w *kit.Widgets, told []past) []fyne.CanvasObject {
	if len(told) == 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.Gap(4), kit.Heading(p.say("progress.checkin.earlier")),
		kit.Panel(ruled(told, func(t past) fyne.CanvasObject {
			about := p.say("status." + string(t.Status))
			if t.Confidence > 0 && t.Status.Open() {
				about += " · " + p.say(confidenceKey(t.Confidence))
			}
			lines := []fyne.CanvasObject{emphasised(about, widget.MediumImportance)}
			if t.Note != "" {
				lines = append(lines, kit.Text(t.Note))
			}
			remove := w.Icon("progress.told."+t.RecordID(), fynetheme.DeleteIcon(), p.say("kit.remove"), func() {
				if now, ok := p.model.Book().CheckIns.Get(t.ID); ok {
					p.host.Remove(app.RemoveEdit(p.model.Book(), now))
				}
			})
			day := kit.Quiet(p.host.Words().ShortDate(t.Day))
			return kit.Spread(nil, kit.Columns(100, []float32{1, 6}, day, kit.Lines(lines...)), remove)
		})...)}
}

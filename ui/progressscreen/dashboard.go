package progressscreen

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// How many rows a list shows before it is folded: of what presses many, of what can wait few or none.
const (
	pressingRows = 12
	laterRows    = 5
	decideCodes  = 4 // named in a sentence
)

func (p *place) dashboard(w *kit.Widgets) kit.View {
	r := newReader(p.model.Book(), p.model.Today())
	b := r.board()
	v := kit.View{Title: p.say("progress.title"), Trail: []kit.Crumb{kit.Stage(p.host, screen.Progress)}, Parts: p.parts(w, r, b),
		Help: p.help(screen.Route{Area: screen.Progress})}
	if b.Summary.All == 0 {
		v.Body = append(v.Body, kit.Empty(p.say("progress.none"), w.Primary("progress.plan", p.say("progress.plan"), p.toPlan("", ""))))
		if len(b.Gauges) > 0 {
			v.Body = append(v.Body, p.gauges(w, b.Gauges)...)
		}
		if len(b.Reviews) > 0 {
			v.Body = append(v.Body, p.reviews(w, b.Reviews)...)
		}
		return v
	}
	v.Body = append(v.Body, p.sentences(b))
	if n := len(b.Reviews); n > 0 && b.Reviews[n-1].Date.Before(p.model.Today()) { // there was one before today
		v.Body = append(v.Body, kit.Line(w.Small("progress.changes", p.say("history.since_review"), func() {
			p.host.Go(screen.Route{Area: screen.History})
		})))
	}
	v.Body = append(v.Body, p.actions(w, "overdue", b.Overdue, pressingRows, pressingRows)...)
	v.Body = append(v.Body, p.actions(w, "due_soon", b.DueSoon, pressingRows, pressingRows)...)
	v.Body = append(v.Body, p.actions(w, "later", b.Later, laterRows, 0)...)
	v.Body = append(v.Body, p.actions(w, "finished", b.Closed, 0, 0)...)
	v.Body = append(v.Body, p.gauges(w, b.Gauges)...)
	v.Body = append(v.Body, p.reviews(w, b.Reviews)...)
	if b.First != "" {
		v.Actions = append(v.Actions, w.Primary("progress.start", p.say("progress.start"), p.to(viewCheckIn, string(b.First))))
	} else {
		v.Actions = append(v.Actions, w.Primary("progress.documents", p.say("progress.documents"),
			func() { p.host.Go(screen.Route{Area: screen.Documents}) }))
	}
	return v
}

// sentences say how the plan stands: what is done, what presses, what to decide.
func (p *place) sentences(b board) fyne.CanvasObject {
	s := b.Summary
	done := p.say("progress.done", "count", s.Done, "all", s.All)
	switch s.Done {
	case 0:
		done = p.say("progress.none_done", "count", s.All)
	case s.All:
		done = p.say("progress.all_done")
	}
	if s.Dropped > 0 {
		done += " " + p.say("progress.dropped", "count", s.Dropped)
	}
	due := p.say("progress.nothing_overdue")
	if s.Overdue > 0 {
		due = "▲ " + p.say("progress.overdue", "count", s.Overdue)
	}
	if s.DueSoon > 0 {
		due += " " + p.say("progress.due_soon", "count", s.DueSoon, "days", progress.SoonDays)
	}
	pressing := kit.Lead(due)
	if s.Overdue > 0 {
		pressing.Importance = widget.DangerImportance
	}
	return kit.Lines(kit.Lead(done), pressing, kit.Lead(p.next(b)))
}

// next says when the plan was last looked at and what to decide next.
func (p *place) next(b board) string {
	sentence := p.say("progress.no_review")
	if len(b.Reviews) > 0 {
		last := b.Reviews[0]
		sentence = p.say("progress.last_review", "date", last.Date)
		switch {
		case last.Next.Before(p.model.Today()) && !last.Next.IsZero():
			sentence = p.say("progress.last_and_missed_review", "date", last.Date, "next", last.Next)
		case !last.Next.IsZero():
			sentence = p.say("progress.last_and_next_review", "date", last.Date, "next", last.Next)
		}
	}
	if len(b.ToDecide) == 0 {
		return sentence
	}
	var codes []string
	for _, i := range b.ToDecide[:min(len(b.ToDecide), decideCodes)] {
		codes = append(codes, i.Code)
	}
	list := strings.Join(codes, ", ")
	if more := len(b.ToDecide) - decideCodes; more > 0 {
		list = p.say("progress.and_more", "list", list, "count", more)
	}
	return sentence + " " + p.say("progress.decide", "list", list)
}

// actions is a list with its heading: whole up to limit rows, of a longer one shown rows until it is unfolded.
func (p *place) actions(w *kit.Widgets, name string, items []item, limit, shown int) []fyne.CanvasObject {
	if len(items) == 0 {
		return nil
	}
	var button fyne.CanvasObject
	if len(items) > limit {
		button = p.fold(w, name, p.say("progress.show", "count", len(items)))
		if !p.open[name] {
			items = items[:shown]
		}
	}
	objects := []fyne.CanvasObject{kit.Gap(4), kit.Spread(nil, kit.Heading(p.say("progress.list."+name)), button)}
	if len(items) == 0 {
		return objects
	}
	return append(objects, kit.Panel(ruled(items, func(i item) fyne.CanvasObject {
		key := "progress.action." + i.RecordID()
		return w.Lazy(key, 72, func() fyne.CanvasObject { return w.Row(key, p.to(viewCheckIn, i.RecordID()), p.row(i)) })
	})...))
}

// ruled sets rows with hairlines between.
func ruled[T any](items []T, row func(T) fyne.CanvasObject) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for n, i := range items {
		if n > 0 {
			objects = append(objects, kit.Rule())
		}
		objects = append(objects, row(i))
	}
	return objects
}

// actionShares and gaugeShares are how the rows of actions and indicators part their width, so that lists stand below each other.
var actionShares, gaugeShares = []float32{13, 5}, []float32{9, 4, 5}

// row shows an action: what and who, and at the right how it stands against its end.
func (p *place) row(i item) fyne.CanvasObject {
	who := i.Who
	if who == "" {
		who = p.say("progress.nobody")
	}
	about := who
	if i.Confidence > 0 && i.Status.Open() {
		about += " · " + p.confidence(i)
	}
	return kit.Spread(kit.CodeColumn(i.Code, fynetheme.SizeNameText), kit.Columns(160, actionShares,
		kit.Lines(kit.Text(i.Text), kit.Quiet(about)), kit.Beside(fynetheme.SizeNameText, kit.Lines(p.standing(i), kit.Quiet(p.when(i))))), nil)
}

func (p *place) confidence(i item) string {
	word := p.say(confidenceKey(i.Confidence))
	if i.Fell {
		return p.say("progress.confidence_fell", "word", word)
	}
	return word
}

func confidenceKey(confidence int) string {
	return "progress.confidence." + string(rune('0'+confidence))
}

// standing says how an action stands against its end, in words.
func (p *place) standing(i item) *widget.Label {
	status := p.say("status." + string(i.Status))
	switch {
	case i.Status == app.Done:
		return emphasised(kit.Ticked(status), widget.SuccessImportance)
	case i.Urgency == progress.Closed:
		return emphasised(status, widget.LowImportance)
	case i.Urgency == progress.Overdue:
		return kit.Problem(p.say("progress.late", "count", -i.Days))
	case i.Urgency == progress.DueSoon && i.Days == 0:
		return emphasised(p.say("progress.today"), widget.MediumImportance)
	case i.Urgency == progress.DueSoon:
		return emphasised(p.say("progress.left", "count", i.Days), widget.MediumImportance)
	}
	return emphasised(status, widget.MediumImportance)
}

// when tells the end of an action and, where standing does not, its status.
func (p *place) when(i item) string {
	end := p.say("progress.no_end")
	if !i.End.IsZero() {
		end = p.say("progress.until", "date", p.host.Words().ShortDate(i.End))
	}
	if i.Urgency == progress.Overdue || i.Urgency == progress.DueSoon {
		return end + " · " + p.say("status."+string(i.Status))
	}
	return end
}

// gauges lists the indicators, each with its line.
func (p *place) gauges(w *kit.Widgets, gauges []gauge) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Gap(4), kit.Heading(p.say("progress.indicators"))}
	if len(gauges) == 0 {
		return append(objects, kit.Empty(p.say("progress.no_indicators"),
			w.Button("progress.indicators.add", p.say("progress.indicators.add"), p.toPlan("", ""))))
	}
	return append(objects, kit.Panel(ruled(gauges, func(g gauge) fyne.CanvasObject {
		key := "progress.indicator." + g.RecordID()
		return w.Lazy(key, 72, func() fyne.CanvasObject { return w.Row(key, p.to(viewIndicator, g.RecordID()), p.gaugeRow(g)) })
	})...))
}

func (p *place) gaugeRow(g gauge) fyne.CanvasObject {
	words := p.host.Words()
	lines := []fyne.CanvasObject{p.word(g.Trend)}
	if n := len(g.Measured); n > 0 {
		m := g.Measured[n-1]
		lines = append(lines, kit.Quiet(p.say("progress.value_on", "value", p.withUnit(m.Value, g.Unit), "date", words.ShortDate(m.Date))))
	}
	return kit.Spread(kit.CodeColumn(g.Code, fynetheme.SizeNameText), kit.Columns(120, gaugeShares,
		kit.Lines(kit.Text(g.Name), kit.Quiet(p.target(g))), kit.Chart(p.trend(g, true), 100), kit.Beside(fynetheme.SizeNameText, kit.Lines(lines...))), nil)
}

// target says where an indicator should go, and by when.
func (p *place) target(g gauge) string {
	switch {
	case !g.Target.Known():
		return p.say("progress.no_target")
	case g.Due.IsZero():
		return p.say("progress.target_value", "value", p.withUnit(g.Target, g.Unit))
	}
	return p.say("progress.target_by", "value", p.withUnit(g.Target, g.Unit), "date", p.host.Words().ShortDate(g.Due))
}

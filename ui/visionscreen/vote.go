package visionscreen

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/ballot"
	"waymark/app/vision"
	"waymark/ui/ballotbox"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// usualDots is how many dots a person has unless the team wants more or fewer, and mostDots how many at most.
const (
	usualDots = 3
	mostDots  = 5
)

// vote is the blind vote on themes.
func (p *place) vote(w *kit.Widgets) kit.View {
	columns := vision.BoardOf(p.book(), p.cycle()).Columns
	switch {
	case p.voting != nil:
		return p.step(w, kit.Panel(p.voting, p.close(w)))
	case len(columns) == 0:
		return p.step(w, kit.Empty(p.say("vision.vote.none"), w.Primary("vision.vote.board", p.say("vision.step.board"), p.to(viewBoard))))
	}
	themes := make([]app.Theme, len(columns))
	for i, c := range columns {
		themes[i] = c.Theme
	}
	_, voted := vision.LatestVote(p.book(), p.cycle())
	button := w.Primary
	if voted {
		button = w.Button
	}
	begin := kit.Panel(
		kit.Strong(p.say("vision.vote.dots")),
		w.Steps("vision.vote.dots", mostDots, p.each(), func(n int) {
			p.dots = n
			p.page.Refresh()
		}),
		kit.Gap(4),
		kit.Line(button("vision.vote.begin", p.say("vision.vote.begin"), func() { p.begin(themes) })))
	if !voted {
		return p.step(w, begin)
	}
	return p.step(w, p.dotted(w, columns), kit.Gap(4), begin)
}

// each is how many dots a person has.
func (p *place) each() int { return cmp.Or(p.dots, usualDots) }

// begin opens a vote on themes.
func (p *place) begin(themes []app.Theme) {
	p.open(ballotbox.New(p.host, dotsOn(p.model, p.host, themes, p.each())))
}

// dotsOn is the question on which dots are placed; what is kept is written as counts.
func dotsOn(model screen.Model, host screen.Host, themes []app.Theme, dots int) ballotbox.Question {
	q := ballotbox.Question{Dots: dots, Present: model.Book().Members.Len()}
	ids := make([]app.ID[app.Theme], len(themes))
	for i, t := range themes {
		q.Options, ids[i] = append(q.Options, t.Name), t.ID
	}
	q.Keep = func(r ballot.Result) error {
		b := model.Book()
		return host.Do(vision.RecordDots(b, b.Current().ID, model.Today(), r.Dots, ids, r.Counts, r.Voters))
	}
	return q
}

// support is the question of how far a draft is supported.
func support(model screen.Model, host screen.Host, draft app.ID[app.Draft]) ballotbox.Question {
	q := ballotbox.Question{Present: model.Book().Members.Len()}
	for n := 1; n <= 5; n++ {
		q.Options = append(q.Options, host.Words().Say("vision.support."+strconv.Itoa(n)))
	}
	q.Keep = func(r ballot.Result) error {
		return host.Do(vision.RecordSupport(model.Book(), draft, model.Today(), [5]int(r.Counts), ""))
	}
	return q
}

// open shows a vote, with the keyboard in it.
func (p *place) open(box *ballotbox.Box) {
	v := ballotbox.NewWidget(box)
	v.Leave = p.stop
	p.voting = v
	p.page.Refresh()
	p.host.Focus(v)
	p.host.After(0, func() { // it has its place then
		if p.voting == v {
			p.page.Reveal(v)
		}
	})
}

// close is what ends a vote.
func (p *place) close(w *kit.Widgets) fyne.CanvasObject {
	text := p.say("vision.draft.close")
	if p.voting.Box().Loses() == "" {
		text = p.say("vision.vote.done")
	}
	return kit.Line(w.Button("vision.vote.close", text, p.stop))
}

// stop ends a vote; whoever would lose votes by that is told first.
func (p *place) stop() {
	if p.voting != nil && !p.voting.Box().MayLeave() {
		p.page.Refresh()
		return
	}
	p.voting = nil
	p.page.Refresh()
}

// leave tells that a vote would be lost by leaving the page. The shell tells it once and leaves at the second try.
func (p *place) leave() error {
	if p.voting == nil || p.voting.Box().Loses() == "" {
		return nil
	}
	return app.Invalid("leave", app.Say("vision.vote.lost"))
}

// dotted is what a vote found, most dots first.
func (p *place) dotted(w *kit.Widgets, columns []vision.Column) fyne.CanvasObject {
	vote, _ := vision.LatestVote(p.book(), p.cycle())
	columns = slices.Clone(columns)
	slices.SortStableFunc(columns, func(a, b vision.Column) int { return cmp.Compare(b.Dots, a.Dots) })
	objects := []fyne.CanvasObject{kit.Spread(nil, kit.Heading(p.say("vision.vote.result")), kit.Middle(kit.Note(p.say("vision.so.vote", "count", vote.Voters), 0)))}
	for _, c := range columns {
		dots := strings.Repeat("●", min(c.Dots, 40))
		objects = append(objects, kit.Columns(120, []float32{2, 3}, kit.Text(c.Theme.Name),
			kit.Text(strings.TrimSpace(dots+" "+p.say("vision.vote.dots_of", "count", c.Dots)))))
	}
	tied := vision.Tied(p.book(), p.cycle(), topThemes)
	if len(tied) < 2 {
		return kit.Panel(objects...)
	}
	var names []string
	var themes []app.Theme
	for _, c := range tied {
		names, themes = append(names, c.Theme.Name), append(themes, c.Theme)
	}
	return kit.Panel(append(objects, kit.Text(p.say("vision.vote.tied", "themes", strings.Join(names, ", "))),
		kit.Line(w.Button("vision.vote.again", p.say("vision.vote.again"), func() { p.begin(themes) })))...)
}

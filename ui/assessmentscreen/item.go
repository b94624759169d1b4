package assessmentscreen

import (
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// item is one question with all that the team says about it.
func (p page) item(at int) kit.View {
	r, f := p.results.Rows[at], p.results.Framework
	var body []fyne.CanvasObject
	if p.round.Way != app.Words {
		body = append(body, p.levels(r), kit.Gap(4))
	}
	if p.round.Way != app.Levels {
		body = append(body, p.boxes(r), kit.Gap(4))
	}
	if p.round.Way == app.Words {
		body = append(body, kit.Panel(p.skips(r)...), kit.Gap(4))
	}
	if !r.Judgement.NotApplicable || len(r.Evidence) > 0 {
		body = append(body, p.evidence(r))
	}
	if _, said := p.model.Book().Judgements.Get(r.Judgement.ID); said {
		body = append(body, kit.Line(p.Small("assessment.history", p.say("history.of.item"), func() {
			p.host.Go(screen.HistoryOf(r.Judgement))
		})))
	}
	if words := p.glossary(); words != nil {
		body = append(body, kit.Gap(4), words)
	}
	if areas := p.areas(r.Item); areas != "" {
		body = append(body, kit.Quiet(p.say("assessment.item.areas", "areas", areas)))
	}
	lead := p.host.Words().Text(f.ItemName(r.Item))
	if why := p.host.Words().Text(f.Why(r.Item)); why != "" {
		lead = p.say("assessment.item.why", "name", lead, "why", why)
	}
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Assessment), {Text: p.host.Words().Text(f.ElementName(r.Element))},
			{Text: p.say("assessment.item.place", "number", at+1, "all", len(p.results.Rows))}},
		Title:    p.host.Words().Text(f.Question(r.Item)),
		Lead:     lead,
		Body:     body,
		Actions:  p.steps(at),
		Help:     p.help(screen.Route{Area: screen.Assessment, View: itemView, ID: r.Item.Key}),
		Thread:   p.thread(r),
		Siblings: p.siblings(at),
	}
}

// glossary explains the words of a framework of the school's own; nil for nothing.
func (p page) glossary() fyne.CanvasObject {
	terms := p.results.Framework.Words.Glossary
	if len(terms) == 0 {
		return nil
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("assessment.item.glossary"))}
	for _, t := range terms {
		objects = append(objects, kit.Text(p.say("assessment.item.term", "word", t.Word, "meaning", t.Meaning)))
	}
	return kit.Panel(objects...)
}

// areas are the thematic elements of DigCompOrg to which an item belongs; empty for none.
func (p page) areas(i app.Item) string {
	names := make([]string, len(i.Areas))
	for n, area := range i.Areas {
		names[n] = p.host.Words().Text(app.AreaName(area))
	}
	return strings.Join(names, ", ")
}

// steps are the buttons at the foot of an item.
func (p page) steps(at int) []fyne.CanvasObject {
	home := screen.Route{Area: screen.Assessment}
	steps := []fyne.CanvasObject{p.Button("assessment.all", p.say("assessment.item.all"), func() { p.host.Go(home) })}
	if at > 0 {
		steps = append(steps, p.Button("assessment.back", p.say("assessment.item.back"), p.open(p.results.Rows[at-1].Item.Key)))
	}
	if at+1 < len(p.results.Rows) {
		return append(steps, p.Primary("assessment.next", p.say("assessment.item.next"), p.open(p.results.Rows[at+1].Item.Key)))
	}
	return append(steps, p.Primary("assessment.next", p.say("assessment.item.results"), func() { p.host.Go(home) }))
}

// change returns the edit that changes what the team says about an item, read anew from the book.
func (p page) change(item string, set func(*app.Judgement)) (app.Edit, error) {
	after := assessment.Of(p.model.Book(), p.round.ID, item)
	set(&after)
	if assessment.Answered(after) {
		after.Later = false
	}
	return app.Save(p.model.Book(), after)
}

// wordBox is one of the boxes for words.
type wordBox struct {
	name string
	of   func(*app.Judgement) *string
}

func boxes() []wordBox {
	return []wordBox{
		{"practice", func(j *app.Judgement) *string { return &j.Practice }},
		{"needs", func(j *app.Judgement) *string { return &j.Needs }},
		{"ideas", func(j *app.Judgement) *string { return &j.Ideas }},
	}
}

// boxes are the three boxes for words.
func (p page) boxes(r assessment.Row) fyne.CanvasObject {
	var areas []fyne.CanvasObject
	for _, box := range boxes() {
		areas = append(areas, p.Area("assessment."+box.name+"."+r.Item.Key, p.say("assessment.item."+box.name), *box.of(&r.Judgement), 4,
			func(text string) (app.Edit, error) {
				return p.change(r.Item.Key, func(j *app.Judgement) { *box.of(j) = text })
			}))
	}
	return kit.Panel(kit.Heading(p.say("assessment.item.words")), kit.Columns(240, []float32{1, 1, 1}, areas...))
}

// skips say that an item does not fit the school, or is left for later.
func (p page) skips(r assessment.Row) []fyne.CanvasObject {
	j := r.Judgement
	skips := []fyne.CanvasObject{p.Check("assessment.skip", p.say("assessment.item.not_applicable"), j.NotApplicable, func(on bool) (app.Edit, error) {
		return p.change(r.Item.Key, func(j *app.Judgement) { j.NotApplicable = on })
	})}
	if !assessment.Answered(j) {
		skips = append(skips, p.Check("assessment.later", p.say("assessment.item.later"), j.Later, func(on bool) (app.Edit, error) {
			return p.change(r.Item.Key, func(j *app.Judgement) { j.Later = on })
		}))
	}
	return skips
}

// levels is where we are, where we want to be, and how far we agree.
func (p page) levels(r assessment.Row) fyne.CanvasObject {
	j := r.Judgement
	if j.NotApplicable {
		return kit.Panel(append(p.skips(r), kit.Quiet(p.say("assessment.item.left_out")))...)
	}
	texts := descriptors(p.host, p.results.Framework, r.Item)
	objects := []fyne.CanvasObject{
		kit.Spread(nil, kit.Heading(p.say("assessment.item.now")), kit.Middle(p.voteButton(r))),
	}
	if p.voting != nil {
		objects = append(objects, p.voting, kit.Quiet(p.say("assessment.item.agree")))
	}
	objects = append(objects, p.Scale("assessment.now", texts, j.Agreed, true, func(level int) { p.choose(r, level) }))
	if r.Last > 0 {
		objects = append(objects, kit.Quiet(p.lastSentence(r.Last)))
	}
	if said := groupsSaid(p.host, p.results, r); said != "" && (j.Agreed > 0 || j.Votes > 0) { // nobody is to be led by it
		objects = append(objects, kit.Quiet(said))
	}
	objects = append(objects, p.guard(r)...)
	objects = append(objects, kit.Gap(4), kit.Strong(p.say("assessment.item.target")),
		kit.Spread(p.Steps("assessment.target", r.Item.Levels, j.Target, func(level int) {
			p.host.Show(p.host.Do(p.change(r.Item.Key, func(j *app.Judgement) { j.Target = level })))
		}), middle(p.wanted(j, texts)), nil))
	if step := p.host.Words().Text(p.results.Framework.Step(r.Item, j.Agreed)); j.Agreed > 0 && step != "" {
		objects = append(objects, kit.Quiet(p.say("assessment.item.step", "text", step)))
	}
	return kit.Panel(append(objects, append(p.vote(r), p.skips(r)...)...)...)
}

// guard asks the visitor's question where a level lies above its evidence.
func (p page) guard(r assessment.Row) []fyne.CanvasObject {
	if !r.Bold() {
		return nil
	}
	objects := []fyne.CanvasObject{kit.Problem(p.say("assessment.item.bold"))}
	if visitor := p.host.Words().Text(p.results.Framework.Visitor(r.Item)); visitor != "" {
		objects = append(objects, kit.Text(p.say("assessment.item.visitor", "text", visitor)))
	}
	return objects
}

func (p page) lastSentence(level int) string {
	if p.last.Held.IsZero() {
		return p.say("assessment.item.last_undated", "level", level)
	}
	return p.say("assessment.item.last", "level", level, "date", p.last.Held)
}

// wanted says what the target level means.
func (p page) wanted(j app.Judgement, descriptors []string) fyne.CanvasObject {
	switch {
	case j.Target == 0 || j.Target > len(descriptors):
		return kit.Gap(1)
	case j.Target < j.Agreed:
		return kit.Problem(p.say("assessment.item.target_below"))
	}
	return kit.Quiet(descriptors[j.Target-1])
}

// vote is what remains of a blind vote, and what was said against the agreed level.
func (p page) vote(r assessment.Row) []fyne.CanvasObject {
	j := r.Judgement
	var objects []fyne.CanvasObject
	if j.Votes > 0 {
		key := "assessment.item.votes"
		if assessment.Spread(j) == 0 {
			key = "assessment.item.votes_alike"
		}
		objects = append(objects, kit.Gap(4), kit.Text(p.say(key, "count", j.Votes, "middle", j.Median, "lowest", j.Lowest, "highest", j.Highest)))
		if assessment.Spread(j) >= assessment.Apart {
			objects = append(objects, kit.Problem(p.say("assessment.item.far_apart", "lowest", j.Lowest, "highest", j.Highest)))
		}
	}
	if assessment.Differed(j) {
		objects = append(objects, kit.Strong(p.say("assessment.row.differed")))
	}
	return append(objects, p.Line("assessment.dissent."+r.Item.Key, p.say("assessment.item.dissent"), j.Dissent, func(text string) (app.Edit, error) {
		return p.change(r.Item.Key, func(j *app.Judgement) { j.Dissent = text })
	}))
}

package surveyscreen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/survey"
	"waymark/ui/kit"
)

// typed is a survey that is being typed in; nothing of it is kept before it is asked for.
type typed struct {
	group, own, part string // group is empty for the school's own word
	chosen           bool   // group was chosen
	held             app.Date
	people           int
	items            map[string]typedItem
	kept             *outcome // what came of it; nil while it is typed
}

// typedItem is what was typed for an item. People is -1 for as many as the group has.
type typedItem struct {
	people int
	mean   app.Quantity
}

// outcome is what was kept of a survey and what was not.
type outcome struct {
	text     string // what was kept
	withheld []survey.Withheld
}

func (t *typed) any() bool { return t.kept == nil && (t.people > 0 || len(t.items) > 0) }

// leaveTyping tells that what was typed in is not kept.
func (p *place) leaveTyping() error {
	if p.typed.any() {
		return app.Invalid("leave", app.Say("surveys.typing.lost"))
	}
	return nil
}

// typing is the form in which the results of one group are typed in.
func (p *place) typing(w *kit.Widgets) kit.View {
	round, f, _ := p.round()
	t := &p.typed
	v := kit.View{Trail: p.trail(p.say("surveys.typing.crumb")), Title: p.say("surveys.typing.title"), Lead: p.say("surveys.typing.lead")}
	if t.kept != nil {
		v.Body = p.told(f, *t.kept)
		v.Actions = []fyne.CanvasObject{
			w.Button("surveys.typing.again", p.say("surveys.typing.again"), func() {
				p.typed = typed{held: t.held}
				p.page.Refresh()
				w.To("surveys.group")()
			}),
			w.Primary("surveys.typing.done", p.say("surveys.typing.done"), p.to(Surveys, "")),
		}
		return v
	}
	if t.held.IsZero() {
		t.held = p.model.Today()
	}
	if !t.chosen {
		t.group = p.unasked(round)
	}
	v.Body = []fyne.CanvasObject{p.who(w), kit.Gap(4), p.answers(w, f)}
	v.Actions = []fyne.CanvasObject{w.Button("surveys.typing.back", p.say("surveys.typing.leave"), p.to(Surveys, "")),
		w.Primary("surveys.typing.keep", p.say("surveys.typing.keep"), func() { p.keepTyped(w) })}
	return v
}

// unasked is the first group that no survey of the round is from.
func (p *place) unasked(round app.Assessment) string {
	asked := map[string]bool{}
	for _, s := range assessment.Surveys(p.model.Book(), round.ID) {
		asked[s.Group] = true
	}
	for _, g := range app.Groups() {
		if !asked[string(g)] {
			return string(g)
		}
	}
	return string(app.Pupils)
}

// ownWord is the choice of a group that the school names itself.
const ownWord = "*"

// onward makes Enter in a field lead to the widget of the next key, when what was typed can be taken.
func onward(w *kit.Widgets, f *kit.Field, next string) *kit.Field {
	f.Entry.OnSubmitted = func(string) {
		if f.Commit() == nil {
			w.To(next)()
		}
	}
	return f
}

// hold takes what was typed into the page, where nothing is kept yet.
func (p *place) hold(err error, set func()) (app.Edit, error) {
	if err != nil {
		return app.Edit{}, err
	}
	set()
	p.page.Refresh()
	return app.Edit{}, nil
}

// who is which group was asked, when, and how many answered.
func (p *place) who(w *kit.Widgets) fyne.CanvasObject {
	t := &p.typed
	value := t.group
	if value == "" {
		value = ownWord
	}
	group := w.Pick("surveys.group", p.say("surveys.group"), append(p.groupOptions(), kit.Option{Value: ownWord, Text: p.say("surveys.group.own")}),
		value, func(value string) {
			t.chosen, t.group = true, strings.TrimSuffix(value, ownWord)
			p.page.Refresh()
		})
	part := onward(w, w.Whole("surveys.part", p.say("surveys.part"), p.say("surveys.part.hint"), t.part, func(text string) (app.Edit, error) {
		return p.hold(nil, func() { t.part = app.CleanLine(text) })
	}), "surveys.held")
	held := onward(w, w.Date("surveys.held", p.say("surveys.held"), t.held, func(d app.Date) (app.Edit, error) {
		return p.hold(nil, func() { t.held = d })
	}), "surveys.answered")
	people := onward(w, w.Whole("surveys.answered", p.say("surveys.answered"), "", number(t.people), func(text string) (app.Edit, error) {
		n, err := counted(text)
		return p.hold(err, func() { t.people = n })
	}), p.firstMean())
	fields := []fyne.CanvasObject{kit.Heading(p.say("surveys.who")), kit.Columns(110, []float32{5, 5, 3, 4}, group, part, held, people)}
	if t.group == "" {
		own := onward(w, w.Whole("surveys.own", p.say("surveys.own"), p.say("surveys.own.hint"), t.own, func(text string) (app.Edit, error) {
			return p.hold(nil, func() { t.own = app.CleanLine(text) })
		}), "surveys.part")
		fields = append(fields, kit.Columns(150, []float32{2, 4}, own, kit.Gap(1)))
	}
	return kit.Panel(fields...)
}

func (p *place) firstMean() string {
	_, f, _ := p.round()
	for _, i := range f.Items() {
		return "surveys.mean." + i.Key
	}
	return "surveys.typing.keep"
}

// answers is the mean of each item and, where fewer answered it, how many.
func (p *place) answers(w *kit.Widgets, f app.Framework) fyne.CanvasObject {
	t := &p.typed
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.answers")), kit.Quiet(p.say("surveys.answers.about", "levels", f.Levels())),
		typedLine(kit.Gap(1), kit.Caption(p.say("surveys.mean")), kit.Caption(p.say("surveys.answered")))}
	all := f.Items()
	at := 0
	for _, e := range f.Elements {
		objects = append(objects, kit.Caption(p.text(f.ElementName(e))))
		for _, i := range e.Items {
			next := "surveys.typing.keep"
			if at++; at < len(all) {
				next = "surveys.mean." + all[at].Key
			}
			objects = append(objects, w.Lazy("surveys.item."+i.Key, 44, func() fyne.CanvasObject { return p.answer(w, f, i, next) }))
		}
	}
	if t.people > 0 && t.people < p.limit() {
		objects = append(objects[:2:2], append([]fyne.CanvasObject{kit.Problem(p.say("surveys.typing.few", "limit", p.limit()))}, objects[2:]...)...)
	}
	return kit.Panel(objects...)
}

func (p *place) answer(w *kit.Widgets, f app.Framework, i app.Item, next string) fyne.CanvasObject {
	t := &p.typed
	now, there := t.items[i.Key]
	if !there {
		now.people = -1
	}
	set := func(changed typedItem) {
		if t.items == nil {
			t.items = map[string]typedItem{}
		}
		t.items[i.Key] = changed
		if changed == (typedItem{people: -1}) {
			delete(t.items, i.Key)
		}
	}
	name := p.text(f.ItemName(i))
	mean := onward(w, w.Whole("surveys.mean."+i.Key, "", "", p.host.Words().TypedQuantity(now.mean), func(text string) (app.Edit, error) {
		mean, err := app.ParseQuantity(text)
		if err == nil && mean.Known() && (mean.Value() < 1 || mean.Value() > float64(i.Levels)) {
			err = app.Invalid("type survey", app.Say("surveys.mean.outside", "highest", i.Levels))
		}
		return p.hold(err, func() { now.mean = mean; set(now) })
	}).Named(p.say("surveys.mean.of", "item", name)), next)
	hint := number(t.people)
	written := ""
	if now.people >= 0 {
		written = strconv.Itoa(now.people)
	}
	people := onward(w, w.Whole("surveys.people."+i.Key, "", hint, written, func(text string) (app.Edit, error) {
		if strings.TrimSpace(text) == "" {
			return p.hold(nil, func() { now.people = -1; set(now) })
		}
		n, err := counted(text)
		if err == nil && n > t.people {
			err = app.Invalid("type survey", app.Say("surveys.people.more", "count", t.people))
		}
		return p.hold(err, func() { now.people = n; set(now) })
	}).Named(p.say("surveys.people.of", "item", name)), next)
	return typedLine(kit.Text(name), mean, people)
}

// number is a count as it stands in a field.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// mostPeople is how many people can have answered at most.
const mostPeople = 1_000_000

// counted reads how many people answered; nothing typed is nobody.
func counted(text string) (int, error) {
	q, err := app.ParseQuantity(text)
	if n := int(q.Value()); err == nil && float64(n) == q.Value() && n >= 0 && n <= mostPeople {
		return n, nil
	}
	return 0, app.Invalid("type survey", app.Say("error.people"))
}

// fields are the keys of what is typed.
func (p *place) fields() []string {
	keys := []string{"surveys.own", "surveys.part", "surveys.held", "surveys.answered"}
	_, f, _ := p.round()
	for _, i := range f.Items() {
		keys = append(keys, "surveys.mean."+i.Key, "surveys.people."+i.Key)
	}
	return keys
}

// keepTyped keeps of what was typed what may be kept, in one edit, and tells of the rest.
func (p *place) keepTyped(w *kit.Widgets) {
	for _, key := range p.fields() {
		if field, ok := w.Lookup(key).(*kit.Field); ok && field.Commit() != nil {
			w.To(key)()
			return
		}
	}
	t := &p.typed
	given := survey.Given{Group: t.group, Part: t.part, People: t.people}
	if given.Group == "" {
		given.Group = t.own
	}
	for key, i := range t.items {
		if !i.mean.Known() {
			continue
		}
		people := i.people
		if people < 0 {
			people = t.people
		}
		given.Items = append(given.Items, survey.GivenItem{Item: key, People: people, Mean: i.mean.Value()})
	}
	round, f, _ := p.round()
	switch {
	case t.people == 0:
		p.host.Show(app.Invalid("keep survey", app.Say("surveys.typing.no_people")))
		w.To("surveys.answered")()
		return
	case len(given.Items) == 0:
		p.host.Show(app.Invalid("keep survey", app.Say("surveys.typing.no_means")))
		w.To(p.firstMean())()
		return
	}
	edit, withheld, err := survey.Keep(p.model.Book(), round, f, t.held, "", []survey.Given{given})
	if err := p.host.Do(edit, err); err != nil {
		p.host.Show(err)
		return
	}
	means := 0
	for _, c := range edit.Changes {
		if _, ok := c.After.(app.SurveyMean); ok {
			means++
		}
	}
	if means == 0 { // nothing was kept, so that all of it stays to be mended
		p.host.Show(app.Invalid("keep survey", withheld[0].Text))
		return
	}
	text := p.say("surveys.typing.kept", "group", p.named(given.Group, given.Part), "count", means)
	t.kept = &outcome{text, withheld}
	if len(withheld) == 0 {
		p.host.Toast(app.Literal(text))
		p.to(Surveys, "")()
		return
	}
	p.page.Refresh()
	w.To("surveys.typing.done")()
}

// told is what was kept and, one by one, what was not, with the reason.
func (p *place) told(f app.Framework, o outcome) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(o.text), kit.Text(p.say("surveys.typing.told"))}
	for _, w := range o.withheld {
		name := p.named(w.Group, w.Part)
		if w.Item != "" {
			item, _ := f.Item(w.Item)
			name = p.text(f.ItemName(item))
		}
		objects = append(objects, kit.Rule(), kit.Lines(kit.Strong(name), kit.Quiet(p.text(w.Text))))
	}
	return []fyne.CanvasObject{kit.Panel(objects...)}
}

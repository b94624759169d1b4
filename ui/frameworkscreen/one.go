package frameworkscreen

import (
	"io"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/framework"
	"waymark/ui/kit"
)

// framework is one of the school's own sets of questions.
func (p *place) framework(w *kit.Widgets) kit.View {
	own, ok := p.book().OwnFrameworks.Get(app.ID[app.OwnFramework](p.id))
	if !ok {
		return p.gone(w)
	}
	lacks := framework.Lacks(p.book(), own)
	var body []fyne.CanvasObject
	if framework.Used(p.book(), own.ID) {
		body = append(body, kit.Quiet(p.say("editor.used")))
	}
	body = append(body, p.missing(w, own, lacks), kit.Gap(4))
	numbers := p.numbers(own.ID)
	for _, e := range framework.Elements(p.book(), own.ID) {
		height := 180 + 56*float32(len(framework.Items(p.book(), e.ID)))
		body = append(body, w.Lazy("editor.element."+e.RecordID(), height, func() fyne.CanvasObject { return p.element(w, e, numbers) }), kit.Gap(4))
	}
	body = append(body, kit.Panel(w.Quick("editor.element", p.say("editor.element.add"), p.say("editor.element.hint"), func(name string) (app.Edit, error) {
		return framework.AddElement(p.book(), own.ID, app.CleanLine(name))
	}, nil)), kit.Gap(4), p.about(w, own), kit.Gap(4), p.levels(w, own), kit.Gap(4), p.glossary(w, own))
	view := kit.View{
		Trail: p.trail(app.OwnFramework{}, app.Shorten(own.Name, shortName)),
		Title: p.say("editor.framework.title", "name", app.Shorten(own.Name, 3*shortName)),
		Lead:  p.size(framework.Of(p.book(), own)),
		Help:  kit.Advise(app.Shorten(own.Name, shortName), p.say("editor.help.items"), p.say("editor.help.levels"), p.say("editor.help.glossary")),
		Body:  body,
	}
	if len(lacks) > 0 {
		view.Actions = []fyne.CanvasObject{w.Primary("editor.complete", p.say("editor.complete"), p.mend(w, own, lacks[0]))}
		return view
	}
	view.Actions = []fyne.CanvasObject{w.Button("editor.save", p.say("editor.save"), func() { p.save(own) }),
		w.Primary("editor.use", p.say("editor.use"), func() { p.to("start", "") })}
	return view
}

// save writes the set as a file that another school can take over.
func (p *place) save(own app.OwnFramework) {
	data, err := framework.Write(p.book(), own)
	if err != nil {
		p.host.Show(err)
		return
	}
	path, err := p.actions.SaveBeside(own.Name, ".json", func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		p.host.Show(err)
		return
	}
	p.host.Toast(app.Say("editor.saved", "path", path))
}

// mostMissing is how many things that are missing are listed.
const mostMissing = 5

// missing lists what the set must still have, each leading to its place.
func (p *place) missing(w *kit.Widgets, own app.OwnFramework, lacks []framework.Lack) fyne.CanvasObject {
	if len(lacks) == 0 {
		return kit.Text(kit.Ticked(p.say("editor.complete.done")))
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("editor.missing", "count", len(lacks)))}
	for i, lack := range lacks {
		if i == mostMissing {
			objects = append(objects, kit.Quiet(p.say("editor.missing.more", "count", len(lacks)-i)))
			break
		}
		objects = append(objects, w.Row("editor.lack."+strconv.Itoa(i), p.mend(w, own, lack),
			kit.Spread(kit.MarkColumn("▲", 28, fynetheme.SizeNameText), kit.Text(p.host.Words().Text(lack.Text)), nil)))
	}
	return kit.Panel(objects...)
}

// mend leads to where something that is missing is written.
func (p *place) mend(w *kit.Widgets, own app.OwnFramework, lack framework.Lack) func() {
	if lack.Item != "" {
		return func() { p.to(Question, string(lack.Item)) }
	}
	if elements := framework.Elements(p.book(), own.ID); len(elements) > 0 {
		return w.To("editor.element." + elements[0].RecordID() + ".item")
	}
	return w.To("editor.element")
}

// element is an area with its items.
func (p *place) element(w *kit.Widgets, e app.OwnElement, numbers map[app.ID[app.OwnItem]]int) fyne.CanvasObject {
	key := "editor.element." + e.RecordID()
	name := w.Line(key+".name", p.say("editor.element"), e.Name, func(text string) (app.Edit, error) {
		after, ok := p.book().OwnElements.Get(e.ID)
		if !ok {
			return app.Edit{}, nil
		}
		after.Name = text
		return app.Save(p.book(), after)
	})
	objects := []fyne.CanvasObject{kit.Spread(nil, name, kit.AtCaptioned(p.buttons(w, "editor.element", e.RecordID(),
		func(steps int) { p.do(framework.MoveElement(p.book(), e.ID, steps), nil) }, func() { p.host.Remove(app.RemoveEdit(p.book(), e)) })))}
	own, _ := p.book().OwnFrameworks.Get(e.Framework)
	for _, i := range framework.Items(p.book(), e.ID) {
		objects = append(objects, p.item(w, own, i, numbers[i.ID]))
	}
	return kit.Panel(append(objects, w.Quick(key+".item", p.say("editor.item.add"), p.say("editor.item.hint"), func(name string) (app.Edit, error) {
		edit, _, err := framework.AddItem(p.book(), e.ID, app.CleanLine(name))
		return edit, err
	}, nil))...)
}

// item is the row of an item: its number, its name, and whether it is switched off or lacks something.
func (p *place) item(w *kit.Widgets, own app.OwnFramework, i app.OwnItem, number int) fyne.CanvasObject {
	mark, state := strconv.Itoa(number), ""
	switch {
	case i.Off:
		mark, state = "–", p.say("editor.item.off")
	case i.Question == "":
		state = "▲ " + p.say("editor.item.no_question")
	default:
		if missing := unwritten(own, i); missing > 0 {
			state = "▲ " + p.say("editor.item.no_levels", "count", missing)
		}
	}
	lines := []fyne.CanvasObject{kit.Text(i.Name)}
	if state != "" {
		lines = append(lines, kit.Quiet(state))
	}
	row := w.Row("editor.item."+i.RecordID(), func() { p.to(Question, i.RecordID()) },
		kit.Spread(kit.MarkColumn(mark, 36, fynetheme.SizeNameText), kit.Lines(lines...), nil))
	return kit.Spread(nil, kit.Middle(row), p.buttons(w, "editor.item."+string(i.Element), i.RecordID(), func(steps int) { p.do(framework.MoveItem(p.book(), i.ID, steps), nil) },
		func() { p.host.Remove(app.RemoveEdit(p.book(), i)) }))
}

// unwritten counts the levels of an item that do not say what is seen on them.
func unwritten(own app.OwnFramework, i app.OwnItem) int {
	n := 0
	for _, level := range framework.Levels(i)[:own.Levels] {
		if level == "" {
			n++
		}
	}
	return n
}

// change saves a set with something changed.
func (p *place) change(id app.ID[app.OwnFramework], set func(*app.OwnFramework)) (app.Edit, error) {
	after, ok := p.book().OwnFrameworks.Get(id)
	if !ok {
		return app.Edit{}, nil
	}
	set(&after)
	return app.Save(p.book(), after)
}

// about is what the set is called, what it is for and where it comes from.
func (p *place) about(w *kit.Widgets, own app.OwnFramework) fyne.CanvasObject {
	return kit.Panel(kit.Heading(p.say("editor.about.title")),
		w.Line("editor.name", p.say("editor.name"), own.Name, func(text string) (app.Edit, error) {
			return p.change(own.ID, func(o *app.OwnFramework) { o.Name = text })
		}),
		kit.Halves(w.Area("editor.about", p.say("editor.about"), own.About, 2, func(text string) (app.Edit, error) {
			return p.change(own.ID, func(o *app.OwnFramework) { o.About = text })
		}), w.Area("editor.source", p.say("editor.source"), own.Source, 2, func(text string) (app.Edit, error) {
			return p.change(own.ID, func(o *app.OwnFramework) { o.Source = text })
		})))
}

// levels is how many levels every item has, and what they are called.
func (p *place) levels(w *kit.Widgets, own app.OwnFramework) fyne.CanvasObject {
	var options []kit.Option
	for n := app.LeastLevels; n <= app.MostLevels; n++ {
		options = append(options, kit.Option{Value: strconv.Itoa(n), Text: strconv.Itoa(n)})
	}
	names := framework.LevelNames(own)
	var fields []fyne.CanvasObject
	var weights []float32
	for level := 1; level <= own.Levels; level++ {
		number, name := strconv.Itoa(level), ""
		if names != nil && names[level-1] != number {
			name = names[level-1]
		}
		fields, weights = append(fields, w.Line("editor.level."+number, p.say("editor.level", "level", level), name, func(text string) (app.Edit, error) {
			return p.change(own.ID, func(o *app.OwnFramework) { framework.SetLevelName(o, level, text) })
		})), append(weights, 1)
	}
	return kit.Panel(kit.Heading(p.say("editor.levels.title")),
		kit.Columns(240, []float32{1, 2}, w.Choice("editor.levels", p.say("editor.levels"), options, strconv.Itoa(own.Levels), func(value string) (app.Edit, error) {
			n, err := strconv.Atoi(value)
			if err != nil {
				return app.Edit{}, err
			}
			return framework.SetLevels(p.book(), own, n)
		}), kit.Gap(1)),
		kit.Quiet(p.say("editor.levels.about")), kit.Columns(150, weights, fields...))
}

// glossary are the words that mean something of their own in the set.
func (p *place) glossary(w *kit.Widgets, own app.OwnFramework) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("editor.glossary")), kit.Quiet(p.say("editor.glossary.about"))}
	for at, term := range framework.Terms(own) {
		key := "editor.term." + strconv.Itoa(at)
		objects = append(objects, w.Lazy(key, 48, func() fyne.CanvasObject {
			set := func(set func(*app.Term, string)) func(string) (app.Edit, error) {
				return func(text string) (app.Edit, error) {
					now, _ := p.book().OwnFrameworks.Get(own.ID)
					terms := framework.Terms(now)
					if at >= len(terms) {
						return app.Edit{}, nil
					}
					set(&terms[at], text)
					return framework.SaveTerm(p.book(), own.ID, at, terms[at])
				}
			}
			fields := kit.Columns(160, []float32{1, 2},
				w.Line(key+".word", "", term.Word, set(func(t *app.Term, text string) { t.Word = text })).Named(p.say("editor.word")),
				w.Line(key+".meaning", "", term.Meaning, set(func(t *app.Term, text string) { t.Meaning = text })).Named(p.say("editor.meaning")))
			return kit.Spread(nil, fields, kit.AtField(w.Icon(key+".remove", fynetheme.DeleteIcon(), p.say("kit.remove"), func() {
				edit, err := framework.RemoveTerm(p.book(), own.ID, at)
				if err != nil {
					p.host.Show(err)
					return
				}
				p.host.Remove(edit)
			})))
		}))
	}
	return kit.Panel(append(objects, w.Quick("editor.term", p.say("editor.word.add"), p.say("editor.word.hint"), func(text string) (app.Edit, error) {
		now, _ := p.book().OwnFrameworks.Get(own.ID)
		return framework.SaveTerm(p.book(), own.ID, len(framework.Terms(now)), termOf(text))
	}, nil))...)
}

// termOf is a term as people write it: a word, a colon and what it means.
func termOf(text string) app.Term {
	word, meaning, _ := strings.Cut(text, ":")
	return app.Term{Word: word, Meaning: meaning}
}

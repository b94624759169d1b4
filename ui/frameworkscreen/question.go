package frameworkscreen

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/framework"
	"waymark/ui/kit"
)

// question is one question of a set with all that belongs to it.
func (p *place) question(w *kit.Widgets) kit.View {
	i, ok := p.book().OwnItems.Get(app.ID[app.OwnItem](p.id))
	own := framework.ByItem(p.book(), i)
	if !ok || own.ID == "" {
		return p.gone(w)
	}
	set := func(set func(*app.OwnItem, string)) func(string) (app.Edit, error) {
		return func(text string) (app.Edit, error) { return p.changeItem(i.ID, func(i *app.OwnItem) { set(i, text) }) }
	}
	area := func(key, value string, rows int, change func(*app.OwnItem, string)) *kit.Field {
		return w.Area("editor.question."+key, p.say("editor.question."+key), value, rows, set(change))
	}
	body := []fyne.CanvasObject{
		p.sameness(i),
		kit.Panel(
			kit.Columns(240, []float32{2, 1},
				w.Line("editor.question.name", p.say("editor.question.name"), i.Name, set(func(i *app.OwnItem, text string) { i.Name = text })),
				p.where(w, own, i)),
			area("question", i.Question, 2, func(i *app.OwnItem, text string) { i.Question = text }),
			w.Check("editor.question.off", p.say("editor.question.off"), i.Off, func(off bool) (app.Edit, error) {
				return p.changeItem(i.ID, func(i *app.OwnItem) { i.Off = off })
			})),
		kit.Gap(4), p.descriptors(w, own, i, set), kit.Gap(4),
		kit.Panel(kit.Heading(p.say("editor.question.beside")),
			area("why", i.Why, 2, func(i *app.OwnItem, text string) { i.Why = text }),
			kit.Halves(area("visitor", i.Visitor, 2, func(i *app.OwnItem, text string) { i.Visitor = text }),
				area("typical", i.Typical, 2, func(i *app.OwnItem, text string) { i.Typical = text }))),
	}
	numbers := p.numbers(own.ID)
	last := p.say("editor.question.number", "number", numbers[i.ID])
	if i.Off {
		last = p.say("editor.item.off")
	}
	view := kit.View{
		Trail:    p.trail(own, last),
		Title:    p.say("editor.question.title"),
		Lead:     p.say("editor.question.lead"),
		Help:     kit.Advise(p.say("editor.question.title"), p.say("editor.help.question"), p.say("editor.help.descriptors"), p.say("editor.help.visitor")),
		Body:     body,
		Siblings: p.siblings(own, i, numbers),
	}
	view.Actions = p.ways(w, own, i)
	return view
}

// changeItem saves an item with something changed, and notes when it is from then on only itself.
func (p *place) changeItem(id app.ID[app.OwnItem], set func(*app.OwnItem)) (app.Edit, error) {
	before, ok := p.book().OwnItems.Get(id)
	if !ok {
		return app.Edit{}, nil
	}
	after := before
	set(&after)
	edit, err := framework.SaveItem(p.book(), after)
	if err == nil && before.Same != "" {
		for _, c := range edit.Changes {
			if saved, ok := c.After.(app.OwnItem); ok && saved.Same == "" {
				p.changed[before.RecordID()] = struct{}{}
			}
		}
	}
	return edit, err
}

// sameness says with what the results of an item can be compared.
func (p *place) sameness(i app.OwnItem) fyne.CanvasObject {
	_, changed := p.changed[i.RecordID()]
	switch {
	case i.Same != "":
		if name, from, ok := p.original(i.Same); ok {
			return kit.Quiet(p.say("editor.same", "item", name, "name", from))
		}
		return kit.Quiet(p.say("editor.same.elsewhere"))
	case changed:
		return kit.Text("▲ " + p.say("editor.same.changed"))
	}
	return kit.Quiet(p.say("editor.same.own"))
}

// original are the names of the item with an identity and of its framework, where they are at hand.
func (p *place) original(identity string) (item, from string, ok bool) {
	key, of, _ := strings.Cut(identity, "/")
	all := slices.Clone(p.host.Frameworks())
	if own, ok := p.book().OwnFrameworks.Get(app.ID[app.OwnFramework](key)); ok {
		all = append(all, framework.Of(p.book(), own))
	}
	for _, f := range all {
		if i, ok := f.Item(of); ok && f.Key == key {
			return p.host.Words().Text(f.ItemName(i)), p.host.Words().Text(f.Name()), true
		}
	}
	return "", "", false
}

// where is the element in which an item is asked.
func (p *place) where(w *kit.Widgets, own app.OwnFramework, i app.OwnItem) fyne.CanvasObject {
	var options []kit.Option
	for _, e := range framework.Elements(p.book(), own.ID) {
		options = append(options, kit.Option{Value: e.RecordID(), Text: e.Name})
	}
	return w.Choice("editor.question.element", p.say("editor.element"), options, string(i.Element), func(value string) (app.Edit, error) {
		return framework.MoveTo(p.book(), i.ID, app.ID[app.OwnElement](value))
	})
}

// descriptors are what can be seen on each level, and what one could do next there.
func (p *place) descriptors(w *kit.Widgets, own app.OwnFramework, i app.OwnItem, set func(func(*app.OwnItem, string)) func(string) (app.Edit, error)) fyne.CanvasObject {
	names := framework.LevelNames(own)
	levels, steps := framework.Levels(i), framework.Steps(i)
	objects := []fyne.CanvasObject{kit.Heading(p.say("editor.descriptors")), kit.Quiet(p.say("editor.descriptors.about"))}
	for level := 1; level <= own.Levels; level++ {
		number := strconv.Itoa(level)
		label := p.say("editor.descriptor", "level", level)
		if names != nil && names[level-1] != number {
			label = p.say("editor.descriptor.named", "level", level, "name", app.Shorten(names[level-1], shortName))
		}
		objects = append(objects, kit.Columns(240, []float32{3, 2},
			w.Line("editor.question.level"+number, label, levels[level-1], set(func(i *app.OwnItem, text string) { framework.SetLevel(i, level, text) })),
			w.Line("editor.question.step"+number, p.say("editor.step"), steps[level-1], set(func(i *app.OwnItem, text string) { framework.SetStep(i, level, text) }))))
	}
	return kit.Panel(objects...)
}

// items lists the items of a set in order.
func (p *place) items(own app.OwnFramework) []app.OwnItem {
	var items []app.OwnItem
	for _, e := range framework.Elements(p.book(), own.ID) {
		items = append(items, framework.Items(p.book(), e.ID)...)
	}
	return items
}

// siblings are the questions of the set beside the one on show, under their elements.
func (p *place) siblings(own app.OwnFramework, here app.OwnItem, numbers map[app.ID[app.OwnItem]]int) *kit.Siblings {
	list := &kit.Siblings{Title: p.say("editor.questions")}
	for _, e := range framework.Elements(p.book(), own.ID) {
		list.List = append(list.List, kit.Sibling{Text: e.Name})
		for _, i := range framework.Items(p.book(), e.ID) {
			mark := "–"
			if n := numbers[i.ID]; n > 0 {
				mark = strconv.Itoa(n)
			}
			list.List = append(list.List, kit.Sibling{Mark: mark, Text: i.Name, Here: i.ID == here.ID, Open: func() { p.to(Question, i.RecordID()) }})
		}
	}
	return list
}

// ways lead back to the set, to the question before and to the one after.
func (p *place) ways(w *kit.Widgets, own app.OwnFramework, here app.OwnItem) []fyne.CanvasObject {
	back := func() { p.to(Framework, own.RecordID()) }
	items := p.items(own)
	at := slices.IndexFunc(items, func(i app.OwnItem) bool { return i.ID == here.ID })
	var ways []fyne.CanvasObject
	if at+1 < len(items) {
		ways = append(ways, w.Button("editor.question.back", p.say("editor.question.back"), back))
	}
	if at > 0 {
		ways = append(ways, w.Button("editor.question.before", p.say("editor.question.before"), func() { p.to(Question, items[at-1].RecordID()) }))
	}
	if at+1 < len(items) {
		return append(ways, w.Primary("editor.question.next", p.say("editor.question.next"), func() { p.to(Question, items[at+1].RecordID()) }))
	}
	return append(ways, w.Primary("editor.question.back", p.say("editor.question.back"), back))
}

package frameworkscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/framework"
	"waymark/ui/kit"
)

// all are the sets of questions that there are: the school's own and those that come with Waymark.
func (p *place) all(w *kit.Widgets) kit.View {
	return kit.View{
		Trail: p.trail(app.OwnFramework{}, ""),
		Title: p.say("editor.title"),
		Lead:  p.say("editor.lead"),
		Help:  kit.Advise(p.say("editor.crumb"), p.say("editor.help.all"), p.say("editor.help.few")),
		Body:  []fyne.CanvasObject{p.shipped(w), kit.Gap(4), p.ours(w)},
	}
}

// size says how many questions a set asks and how long they take.
func (p *place) size(f app.Framework) string {
	n := len(f.Items())
	if n == 0 {
		return p.say("editor.no_questions")
	}
	minutes := assessment.Minutes(p.book(), p.book().Current().ID, f)
	return p.say("assessment.offer", "count", n, "minutes", assessment.About(n, minutes))
}

// shipped are the sets that come with Waymark, each to be made one's own.
func (p *place) shipped(w *kit.Widgets) fyne.CanvasObject {
	words := p.host.Words()
	objects := []fyne.CanvasObject{kit.Heading(p.say("editor.shipped"))}
	for i, f := range p.host.Frameworks() {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		copied := w.Button("editor.copy."+f.Key, p.say("editor.copy"), func() {
			edit, own, err := framework.Copy(p.book(), f, framework.Free(p.book(), p.ourName(words.Text(f.Name()))), words.Text)
			if p.do(edit, err) {
				p.to(Framework, own.RecordID())
			}
		})
		objects = append(objects, kit.Spread(nil, kit.Lines(kit.Strong(words.Text(f.Name())), kit.Quiet(p.size(f)), kit.Text(words.Text(f.About()))),
			kit.Middle(copied)))
	}
	return kit.Panel(objects...)
}

// ourName is a name with that of the school, if it has one.
func (p *place) ourName(name string) string {
	if school := p.book().School().Name; school != "" {
		return p.say("editor.our_name", "name", name, "school", school)
	}
	return name
}

// ours are the school's own sets, and the ways to another one.
func (p *place) ours(w *kit.Widgets) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("editor.ours"))}
	if p.book().OwnFrameworks.Len() == 0 {
		objects = append(objects, kit.Text(p.say("editor.none")))
	}
	for own := range p.book().OwnFrameworks.All() {
		objects = append(objects, w.Lazy("editor.own."+own.RecordID(), 64, func() fyne.CanvasObject { return p.own(w, own) }))
	}
	objects = append(objects, kit.Gap(4), w.Quick("editor.new", p.say("editor.new"), p.say("editor.new.hint"), func(name string) (app.Edit, error) {
		edit, own, err := framework.New(p.book(), framework.Free(p.book(), app.CleanLine(name)))
		p.begun = own.ID
		return edit, err
	}, func() { p.to(Framework, string(p.begun)) }),
		kit.Line(w.Button("editor.import", p.say("editor.import"), p.take)), kit.Quiet(p.say("editor.import.about")))
	return kit.Panel(objects...)
}

// own is one of the school's own sets.
func (p *place) own(w *kit.Widgets, own app.OwnFramework) fyne.CanvasObject {
	lines := []fyne.CanvasObject{kit.Strong(own.Name), kit.Quiet(p.size(framework.Of(p.book(), own)))}
	if own.About != "" {
		lines = append(lines, kit.Text(own.About))
	}
	if missing := len(framework.Lacks(p.book(), own)); missing > 0 {
		lines = append(lines, kit.Quiet("▲ "+p.say("editor.missing", "count", missing)))
	}
	row := w.Row("editor.own."+own.RecordID(), func() { p.to(Framework, own.RecordID()) }, kit.Lines(lines...))
	return kit.Spread(nil, row, p.buttons(w, "editor.own", own.RecordID(), func(steps int) { p.do(framework.Move(p.book(), own.ID, steps), nil) },
		func() { p.host.Remove(app.RemoveEdit(p.book(), own)) }))
}

// take takes a set of questions over from a file and shows it. Of a file with a fault nothing is taken.
func (p *place) take() {
	p.actions.ChooseToRead("editor.choose", []string{".json"}, func(path string) {
		data, err := p.actions.ReadFile(path, app.MaxFrameworkBytes)
		if err != nil {
			p.host.Show(err)
			return
		}
		edit, own, err := framework.Import(p.book(), data)
		if p.do(edit, err) {
			p.to(Framework, own.RecordID())
		}
	})
}

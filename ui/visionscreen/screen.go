// Package visionscreen is stage 1: ideas, the statement and the numbered vision lines. It imports app, app/vision,
// app/planning, ui/kit and ui/screen.
package visionscreen

import (
	"slices"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/progress"
	"waymark/app/vision"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// New returns the vision screen.
func New(model screen.Model, host screen.Host, _ screen.Route) screen.Screen {
	return kit.NewPage(host, func(w *kit.Widgets) kit.View { return draw(w, model, host) })
}

func draw(w *kit.Widgets, model screen.Model, host screen.Host) kit.View {
	say := host.Words().Say
	where := map[string]func(){"ideas": w.To("vision.idea"), "statement": w.To("vision.statement"), "lines": w.To("vision.line")}
	var parts []kit.Part
	for _, p := range progress.VisionParts(model.Book(), model.Book().Current()) {
		parts = append(parts, kit.Part{Text: say("vision.part." + p.Key), Done: p.Done, Open: where[p.Key]})
	}
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(host, screen.Vision)},
		Parts: parts,
		Help:  room.Help(func() []room.Step { return Steps(model, host) }, screen.Route{Area: screen.Vision}),
		Title: say("vision.title"),
		Lead:  say("vision.lead"),
		Body: []fyne.CanvasObject{
			ideas(w, model, host), kit.Gap(4),
			statement(w, model, host), kit.Gap(4),
			lines(w, model, host),
		},
		Actions: []fyne.CanvasObject{w.Primary("vision.next", say("vision.next"), func() { host.Go(screen.Route{Area: screen.Assessment}) })},
	}
}

func ideas(w *kit.Widgets, model screen.Model, host screen.Host) fyne.CanvasObject {
	say := host.Words().Say
	cycle := model.Book().Current().ID
	objects := []fyne.CanvasObject{
		kit.Heading(say("vision.ideas")),
		w.Quick("vision.idea", say("vision.ideas.about"), say("vision.idea.hint"), func(text string) (app.Edit, error) {
			return vision.AddIdeas(model.Book(), cycle, text)
		}, nil),
	}
	var cards []fyne.CanvasObject
	for _, idea := range slices.Backward(vision.Ideas(model.Book(), cycle)) { // the newest stands below the field
		key := "vision.idea." + idea.RecordID()
		remove := w.Icon(key+"remove", fynetheme.DeleteIcon(), say("kit.remove"), func() { host.Remove(app.RemoveEdit(model.Book(), idea)) })
		cards = append(cards, kit.Spread(nil, w.Line(key, "", idea.Text, func(text string) (app.Edit, error) {
			after, _ := model.Book().Ideas.Get(idea.ID)
			after.Text = text
			return app.Save(model.Book(), after)
		}), kit.AtField(remove)))
	}
	if len(cards) > 0 {
		objects = append(objects, kit.Gap(2))
	}
	for i := 0; i < len(cards); i += 2 {
		if i+1 < len(cards) {
			objects = append(objects, kit.Halves(cards[i], cards[i+1]))
		} else {
			objects = append(objects, kit.Halves(cards[i], kit.Gap(1)))
		}
	}
	return kit.Panel(objects...)
}

func statement(w *kit.Widgets, model screen.Model, host screen.Host) fyne.CanvasObject {
	say := host.Words().Say
	cycle := model.Book().Current().ID
	v := vision.Of(model.Book(), cycle)
	save := func(set func(*app.Vision)) (app.Edit, error) {
		after := vision.Of(model.Book(), cycle)
		set(&after)
		return app.Save(model.Book(), after)
	}
	return kit.Panel(
		kit.Heading(say("vision.statement")),
		w.Area("vision.statement", say("vision.statement.about"), v.Statement, 3, func(text string) (app.Edit, error) {
			return save(func(v *app.Vision) { v.Statement = text })
		}),
		w.Area("vision.values", say("vision.values"), v.Values, 2, func(text string) (app.Edit, error) {
			return save(func(v *app.Vision) { v.Values = text })
		}),
		kit.Columns(160, []float32{1, 2},
			w.Date("vision.adopted", say("vision.adopted"), v.Adopted, func(d app.Date) (app.Edit, error) {
				return save(func(v *app.Vision) { v.Adopted = d })
			}),
			w.Line("vision.adopted_by", say("vision.adopted_by"), v.AdoptedBy, func(text string) (app.Edit, error) {
				return save(func(v *app.Vision) { v.AdoptedBy = text })
			})),
	)
}

func lines(w *kit.Widgets, model screen.Model, host screen.Host) fyne.CanvasObject {
	say := host.Words().Say
	cycle := model.Book().Current().ID
	codes := planning.CodesOf(model.Book(), cycle)
	objects := []fyne.CanvasObject{kit.Heading(say("vision.lines")), kit.Quiet(say("vision.lines.about"))}
	for _, line := range vision.Lines(model.Book(), cycle) {
		key := "vision.line." + line.RecordID()
		move := func(steps int) func() {
			return func() { host.Show(host.Do(vision.MoveLine(model.Book(), line.ID, steps), nil)) }
		}
		field := w.Line(key, "", line.Text, func(text string) (app.Edit, error) {
			after, _ := model.Book().VisionLines.Get(line.ID)
			after.Text = text
			return app.Save(model.Book(), after)
		})
		buttons := kit.Line(
			w.Icon(key+"up", fynetheme.MoveUpIcon(), say("kit.up"), move(-1)),
			w.Icon(key+"down", fynetheme.MoveDownIcon(), say("kit.down"), move(1)),
			w.Icon(key+"remove", fynetheme.DeleteIcon(), say("kit.remove"), func() { host.Remove(app.RemoveEdit(model.Book(), line)) }),
		)
		objects = append(objects, kit.Spread(kit.CodeColumn(codes.Of(line), fynetheme.SizeNameText), field, kit.AtField(buttons)))
	}
	objects = append(objects, w.Quick("vision.line", say("vision.line.add"), say("vision.line.hint"), func(text string) (app.Edit, error) {
		return vision.AddLine(model.Book(), cycle, text)
	}, nil))
	return kit.Panel(objects...)
}

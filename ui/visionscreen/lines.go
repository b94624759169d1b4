package visionscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/vision"
	"waymark/ui/kit"
)

// lines are the values and the numbered sentences that goals point to.
func (p *place) lines(w *kit.Widgets) kit.View {
	return p.step(w, kit.Panel(p.values(w)), kit.Gap(4), kit.Panel(p.visionLines(w)...))
}

// saveVision returns the edit that changes the vision as it stands in the book now.
func (p *place) saveVision(set func(*app.Vision)) (app.Edit, error) {
	after := vision.Of(p.book(), p.cycle())
	set(&after)
	return app.Save(p.book(), after)
}

func (p *place) values(w *kit.Widgets) fyne.CanvasObject {
	return w.Area("vision.values", p.say("vision.values"), vision.Of(p.book(), p.cycle()).Values, 2, func(text string) (app.Edit, error) {
		return p.saveVision(func(v *app.Vision) { v.Values = text })
	})
}

// statement is the statement with the values and its adoption.
func (p *place) statement(w *kit.Widgets) []fyne.CanvasObject {
	v := vision.Of(p.book(), p.cycle())
	objects := []fyne.CanvasObject{
		kit.Heading(p.say("vision.statement")),
		w.Area("vision.statement", p.say("vision.statement.about"), v.Statement, 3, func(text string) (app.Edit, error) {
			return p.saveVision(func(v *app.Vision) { v.Statement = text })
		}),
	}
	objects = append(objects, p.findings(v.Statement)...)
	return append(objects, p.values(w),
		kit.Columns(160, []float32{1, 2},
			w.Date("vision.adopted", p.say("vision.adopted"), v.Adopted, func(d app.Date) (app.Edit, error) {
				return p.saveVision(func(v *app.Vision) { v.Adopted = d })
			}),
			w.Line("vision.adopted_by", p.say("vision.adopted_by"), v.AdoptedBy, func(text string) (app.Edit, error) {
				return p.saveVision(func(v *app.Vision) { v.AdoptedBy = text })
			})))
}

// findings say in plain words what a statement could do better.
func (p *place) findings(text string) []fyne.CanvasObject {
	if text == "" {
		return nil
	}
	var objects []fyne.CanvasObject
	for _, f := range vision.Check(text, p.host.Words().Language()) {
		objects = append(objects, kit.Quiet("▲ "+p.host.Words().Text(f.Text)))
	}
	return objects
}

// visionLines are the lines with the goals that serve them.
func (p *place) visionLines(w *kit.Widgets) []fyne.CanvasObject {
	codes := planning.CodesOf(p.book(), p.cycle())
	objects := []fyne.CanvasObject{kit.Heading(p.say("vision.lines")), kit.Quiet(p.say("vision.lines.about"))}
	for _, line := range vision.Lines(p.book(), p.cycle()) {
		key := "vision.line." + line.RecordID()
		objects = append(objects, w.Lazy(key, 48, func() fyne.CanvasObject {
			field := w.Line(key, "", line.Text, func(text string) (app.Edit, error) {
				after, _ := p.book().VisionLines.Get(line.ID)
				after.Text = text
				return app.Save(p.book(), after)
			})
			return p.listed(w, "vision.line", codes.Of(line), line.RecordID(), field,
				func(steps int) { p.do(vision.MoveLine(p.book(), line.ID, steps), nil) }, func() { p.host.Remove(app.RemoveEdit(p.book(), line)) })
		}))
	}
	return append(objects, w.Quick("vision.line", p.say("vision.line.add"), p.say("vision.line.hint"), func(text string) (app.Edit, error) {
		return vision.AddLine(p.book(), p.cycle(), text)
	}, nil))
}

package visionscreen

import (
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/kit"
)

// adoption is when, by whom and after hearing whom the vision was adopted; what was adopted before stays to be read.
func (p *place) adoption(w *kit.Widgets) kit.View {
	v := vision.Of(p.book(), p.cycle())
	versions := vision.Versions(p.book(), p.cycle())
	objects := []fyne.CanvasObject{kit.Heading(p.say("vision.adoption"))}
	if v.Statement == "" {
		objects = append(objects, kit.Text(p.say("vision.adoption.none")),
			kit.Line(w.Primary("vision.adoption.draft", p.say("vision.step.draft"), p.to(viewDraft))))
		return p.step(w, append([]fyne.CanvasObject{kit.Panel(objects...)}, p.versions(w, versions)...)...)
	}
	objects = append(objects, kit.Lead(v.Statement))
	line := func(key, value string, set func(*app.Vision, string)) *kit.Field {
		return w.Line("vision."+key, p.say("vision."+key), value, func(text string) (app.Edit, error) {
			return p.saveVision(func(v *app.Vision) { set(v, text) })
		})
	}
	day := v.Adopted
	if day.IsZero() {
		day = p.day()
	}
	objects = append(objects, kit.Columns(160, []float32{1, 2, 1},
		w.Date("vision.adopted_on", p.say("vision.adopted"), day, func(d app.Date) (app.Edit, error) {
			if v.Adopted.IsZero() {
				p.adoptDay = d
				return app.Edit{}, nil
			}
			return p.saveVision(func(v *app.Vision) { v.Adopted = d })
		}),
		line("adopted_by", v.AdoptedBy, func(v *app.Vision, text string) { v.AdoptedBy = text }),
		line("minutes_number", v.Minutes, func(v *app.Vision, text string) { v.Minutes = text })),
		w.Area("vision.heard", p.say("vision.heard"), v.Heard, 2, func(text string) (app.Edit, error) {
			return p.saveVision(func(v *app.Vision) { v.Heard = text })
		}))
	if v.Adopted.IsZero() {
		objects = append(objects, kit.Line(w.Primary("vision.adopt", p.say("vision.adopt"), func() {
			now := vision.Of(p.book(), p.cycle())
			p.do(vision.Adopt(p.book(), p.cycle(), vision.Adoption{Day: p.day(), Body: now.AdoptedBy, Minutes: now.Minutes, Heard: now.Heard}))
		})), kit.Quiet(p.say("vision.adopt.about")))
	} else {
		objects = append(objects, kit.Text(p.say("room.adopted", "day", v.Adopted)), kit.Line(w.Button("vision.reopen", p.say("vision.reopen"), func() {
			p.do(vision.Reopen(p.book(), p.cycle()))
		})), kit.Quiet(p.say("vision.reopen.about")))
	}
	return p.step(w, append([]fyne.CanvasObject{kit.Panel(objects...)}, p.versions(w, versions)...)...)
}

// day is the day on which the vision is to be adopted.
func (p *place) day() app.Date {
	if p.adoptDay.IsZero() {
		return p.model.Today()
	}
	return p.adoptDay
}

// versions lists what was adopted, and what changed from one version to another, word by word.
func (p *place) versions(w *kit.Widgets, versions []app.VisionVersion) []fyne.CanvasObject {
	if len(versions) == 0 {
		return nil
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("vision.versions"))}
	var options []kit.Option
	for i, v := range versions {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		name := p.say("vision.version", "number", v.Number, "day", v.Adopted)
		options = append(options, kit.Option{Value: v.RecordID(), Text: name})
		objects = append(objects, kit.Strong(name), kit.Text(v.Statement))
		if v.AdoptedBy != "" {
			objects = append(objects, kit.Quiet(v.AdoptedBy))
		}
	}
	now := vision.Of(p.book(), p.cycle())
	before, after := versions[len(versions)-1], whole(now.Statement, now.Values, p.linesNow())
	if p.compared != "" {
		if v, ok := p.book().VisionVersions.Get(p.compared); ok {
			before = v
		}
	}
	pieces := vision.Compare(whole(before.Statement, before.Values, before.Lines), after)
	objects = append(objects, kit.Gap(4), kit.Strong(p.say("vision.compare")),
		kit.Columns(260, []float32{1, 2}, w.Pick("vision.compare", p.say("vision.compare.with"), options, before.RecordID(), func(id string) {
			p.compared = app.ID[app.VisionVersion](id)
			p.page.Refresh()
		}), kit.Gap(1)))
	same := true
	var changes []kit.Change
	for _, piece := range pieces {
		same = same && piece.Kind == vision.Same
		changes = append(changes, kit.Change{Text: piece.Text, Added: piece.Kind == vision.Added, Removed: piece.Kind == vision.Removed})
	}
	if same {
		objects = append(objects, kit.Quiet(p.say("vision.compare.same")))
	} else {
		objects = append(objects, kit.Changes(changes), kit.Quiet(p.say("vision.compare.how")))
	}
	return []fyne.CanvasObject{kit.Gap(4), kit.Panel(objects...)}
}

func (p *place) linesNow() string {
	var texts []string
	for _, line := range vision.Lines(p.book(), p.cycle()) {
		texts = append(texts, line.Text)
	}
	return strings.Join(texts, "\n")
}

// whole is a vision as one text.
func whole(parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, "\n\n")
}

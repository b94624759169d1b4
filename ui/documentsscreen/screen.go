// Package documentsscreen is where the school development plan is printed. It imports app, translations, ui/kit and
// ui/screen.
package documentsscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// PlanPath proposes where a document of that title goes.
	PlanPath(title string) string
	// WritePlan writes the plan in a language to path and calls done with the outcome.
	WritePlan(path, language string, done func(error))
	// OpenDocument shows a written document in the system's viewer.
	OpenDocument(path string)
}

type documents struct {
	model    screen.Model
	host     screen.Host
	actions  Actions
	language string
	writing  bool
	written  string
	page     *kit.Page
}

// New returns the documents screen.
func New(model screen.Model, host screen.Host, actions Actions) screen.Screen {
	d := &documents{model: model, host: host, actions: actions, language: host.Words().Language()}
	d.page = kit.NewPage(host, d.draw)
	return d.page
}

func (d *documents) draw(w *kit.Widgets) kit.View {
	say := d.host.Words().Say
	var languages []kit.Option
	for _, code := range translations.Languages() {
		languages = append(languages, kit.Option{Value: code, Text: translations.NativeName(code)})
	}
	language := w.Choice("documents.language", say("documents.language"), languages, d.language, func(code string) (app.Edit, error) {
		d.language = code
		return app.Edit{}, nil
	})
	write := w.Primary("documents.write", say("documents.write"), d.write)
	if d.writing {
		write.Disable()
	} else {
		write.Enable()
	}
	objects := []fyne.CanvasObject{
		kit.Heading(say("documents.plan")),
		kit.Text(say("documents.plan.about", "period", prepare.Period(d.model.Book().Current()))),
		kit.Columns(200, []float32{1, 2}, language, kit.Gap(1)),
		kit.Line(write),
	}
	if d.written != "" {
		objects = append(objects, kit.Text(say("documents.written", "path", d.written)),
			kit.Line(w.Button("documents.open", say("documents.open"), func() { d.actions.OpenDocument(d.written) })))
	}
	return kit.View{Title: say("documents.title"), Lead: say("documents.lead"), Body: []fyne.CanvasObject{kit.Panel(objects...)}}
}

func (d *documents) write() {
	words, err := translations.New(d.language)
	if err != nil {
		d.host.Show(err)
		return
	}
	path := d.actions.PlanPath(words.Say("documents.plan"))
	d.writing = true
	d.page.Refresh()
	d.actions.WritePlan(path, d.language, func(err error) {
		d.writing = false
		if err == nil {
			d.written = path
		}
		d.page.Refresh()
		d.host.Show(err)
	})
}

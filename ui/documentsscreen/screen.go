// Package documentsscreen is where documents are put on paper. It imports app, translations, ui/kit and ui/screen.
package documentsscreen

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/report"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// DocumentPath proposes where a document of that title goes.
	DocumentPath(title string) string
	// WriteDocument writes a document of package report, by its name, in a language to path and calls done with the outcome.
	WriteDocument(document, path, language string, done func(error))
	// OpenDocument shows a written document in the system's viewer.
	OpenDocument(path string)
}

type documents struct {
	model    screen.Model
	host     screen.Host
	actions  Actions
	language string
	writing  map[string]bool   // by name of the document
	written  map[string]string // its path
	page     *kit.Page
}

// New returns the documents screen.
func New(model screen.Model, host screen.Host, actions Actions) screen.Screen {
	d := &documents{model: model, host: host, actions: actions, language: host.Words().Language(),
		writing: map[string]bool{}, written: map[string]string{}}
	d.page = kit.NewPage(host, d.draw)
	return d.page
}

// sheet is one document that is offered.
type sheet struct {
	name  string // in package report
	title string // key; also of the name of the file
	about app.Text
	key   string // of its widgets
}

func (d *documents) plan() sheet {
	about := app.Say("documents.plan.about", "period", prepare.Period(d.model.Book().Current()))
	return sheet{report.PlanDocument, "documents.plan", about, ""}
}

// workshop lists the documents of the vision workshop in the order in which they are needed.
func workshop() []sheet {
	return []sheet{
		{report.SheetsDocument, "documents.sheets", app.Say("documents.sheets.about"), ".sheets"},
		{report.BoardDocument, "documents.board", app.Say("documents.board.about"), ".board"},
		{report.VisionDocument, "documents.vision", app.Say("documents.vision.about"), ".vision"},
		{report.MinutesDocument, "documents.minutes", app.Say("documents.minutes.about"), ".minutes"},
	}
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
	vision := []fyne.CanvasObject{kit.Heading(say("documents.workshop"))}
	for i, s := range workshop() {
		if i > 0 {
			vision = append(vision, kit.Rule())
		}
		vision = append(vision, d.offer(w, s, kit.Strong(say(s.title))))
	}
	return kit.View{Title: say("documents.title"), Lead: say("documents.lead"), Body: []fyne.CanvasObject{
		kit.Columns(200, []float32{1, 2}, language, kit.Gap(1)), kit.Gap(8),
		kit.Panel(d.offer(w, d.plan(), kit.Heading(say("documents.plan")))), kit.Gap(8), kit.Panel(vision...)}}
}

// offer says below its title what a document is and, when it is made, where it is, with the buttons that make and open it
// beside.
func (d *documents) offer(w *kit.Widgets, s sheet, title fyne.CanvasObject) fyne.CanvasObject {
	say := d.host.Words().Say
	key, text, press := "documents.write"+s.key, say("documents.write"), func() { d.write(s) }
	write := w.Button(key, text, press)
	if s.name == report.PlanDocument {
		write = w.Primary(key, text, press)
	}
	if d.writing[s.name] {
		write.Disable()
	} else {
		write.Enable()
	}
	buttons := []fyne.CanvasObject{write}
	about := []fyne.CanvasObject{title, kit.Text(d.host.Words().Text(s.about))}
	if path := d.written[s.name]; path != "" {
		buttons = append(buttons, w.Button("documents.open"+s.key, say("documents.open"), func() { d.actions.OpenDocument(path) }))
		about = append(about, kit.Quiet(say("documents.written", "path", path)))
	}
	return kit.Spread(nil, kit.Column(about...), kit.Middle(kit.Column(buttons...)))
}

func (d *documents) write(s sheet) {
	words, err := translations.New(d.language)
	if err != nil {
		d.host.Show(err)
		return
	}
	path := d.actions.DocumentPath(words.Say(s.title))
	d.writing[s.name] = true
	d.page.Refresh()
	d.actions.WriteDocument(s.name, path, d.language, func(err error) {
		delete(d.writing, s.name)
		if err == nil {
			d.written[s.name] = path
		}
		d.page.Refresh()
		d.host.Show(err)
	})
}

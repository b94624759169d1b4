// Package welcomescreen is what Waymark shows while no school file is open: begin, open, or practise. It imports ui/kit
// and ui/screen.
package welcomescreen

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Actions is what the welcome screen asks of the shell.
type Actions interface {
	CreateSchool(name string) error
	ChooseFile()
	OpenPractice()
	Open(path string, at screen.Route)
	Recent() []string
}

// New returns the welcome screen.
func New(host screen.Host, actions Actions) screen.Screen {
	return kit.NewPage(host, func(w *kit.Widgets) kit.View { return draw(w, host, actions) })
}

func draw(w *kit.Widgets, host screen.Host, actions Actions) kit.View {
	say := host.Words().Say
	name := w.Ask("welcome.name", say("welcome.name"), say("welcome.name.hint"), func(text string) (app.Edit, error) {
		return app.Edit{}, actions.CreateSchool(text)
	})
	begin := kit.Panel(
		kit.Heading(say("welcome.new")),
		kit.Text(say("welcome.new.about")),
		name,
		kit.Line(w.Primary("welcome.start", say("welcome.start"), func() { host.Show(actions.CreateSchool(name.Entry.Text)) })),
	)
	practise := kit.Panel(
		kit.Heading(say("welcome.practice")),
		kit.Text(say("welcome.practice.about")),
		kit.Line(w.Button("welcome.open_practice", say("welcome.practice.open"), actions.OpenPractice)),
	)
	recent := []fyne.CanvasObject{kit.Heading(say("welcome.continue"))}
	for i, path := range actions.Recent() {
		recent = append(recent, w.Row("welcome.recent"+path, func() { actions.Open(path, screen.Route{}) },
			kit.Column(kit.Strong(filepath.Base(path)), kit.Quiet(filepath.Dir(path)))))
		if i == 4 {
			break
		}
	}
	if len(recent) == 1 {
		recent = append(recent, kit.Text(say("welcome.continue.none")))
	}
	recent = append(recent, kit.Line(w.Button("welcome.open", say("welcome.open"), actions.ChooseFile),
		w.Button("welcome.restore", say("menu.backups"), func() { host.Go(screen.Route{Area: screen.Backups}) })))
	return kit.View{
		Title: say("welcome.title"),
		Lead:  say("welcome.lead"),
		Body:  []fyne.CanvasObject{kit.Halves(begin, kit.Panel(recent...)), kit.Gap(4), practise},
	}
}

// Package settingsscreen is where language and look are chosen. It imports translations, ui/kit, ui/screen and ui/theme.
package settingsscreen

import (
	"strconv"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	SetLanguage(code string)
	SetMode(theme.Mode)
	Mode() theme.Mode
	SetZoom(zoom float32)
	Zoom() float32
	// SchoolPath is the path of the file at work, empty for none.
	SchoolPath() string
	BackupFolder() string
	SaveCopyIn()
	SaveProtected()
	Move()
	AskDelete()
}

// New returns the settings screen.
func New(host screen.Host, actions Actions) screen.Screen {
	return kit.NewPage(host, func(w *kit.Widgets) kit.View { return draw(w, host, actions) })
}

func draw(w *kit.Widgets, host screen.Host, actions Actions) kit.View {
	say := host.Words().Say
	var languages []kit.Option
	for _, code := range translations.Languages() {
		languages = append(languages, kit.Option{Value: code, Text: translations.NativeName(code)})
	}
	var modes, zooms []kit.Option
	for _, mode := range theme.Modes() {
		modes = append(modes, kit.Option{Value: string(mode), Text: say("settings." + string(mode))})
	}
	for _, zoom := range theme.Zooms() {
		zooms = append(zooms, kit.Option{Value: share(zoom), Text: say("shell.zoom", "percent", theme.Percent(zoom))})
	}
	v := kit.View{
		Title: say("settings.title"),
		Body: []fyne.CanvasObject{kit.Panel(kit.Heading(say("settings.computer")), kit.Quiet(say("settings.lead")), kit.Columns(180, []float32{1, 1, 1},
			w.Choice("settings.language", say("settings.language"), languages, host.Words().Language(), func(code string) (app.Edit, error) {
				actions.SetLanguage(code)
				return app.Edit{}, nil
			}),
			w.Choice("settings.mode", say("settings.mode"), modes, string(actions.Mode()), func(value string) (app.Edit, error) {
				actions.SetMode(theme.Mode(value))
				return app.Edit{}, nil
			}),
			w.Choice("settings.zoom", say("settings.zoom"), zooms, share(actions.Zoom()), func(value string) (app.Edit, error) {
				zoom, err := strconv.ParseFloat(value, 32)
				actions.SetZoom(float32(zoom))
				return app.Edit{}, err
			})), kit.Quiet(say("settings.zoom.about")))},
	}
	if path := actions.SchoolPath(); path != "" {
		v.Body = append(v.Body, kit.Gap(4), kit.Panel(
			kit.Heading(say("settings.school")),
			kit.Text(say("settings.school.about", "path", path)),
			kit.Line(w.Button("settings.copy", say("menu.copy"), actions.SaveCopyIn),
				w.Button("settings.protected", say("menu.protected"), actions.SaveProtected),
				w.Button("settings.move", say("menu.move"), actions.Move),
				w.Button("settings.delete", say("settings.delete"), actions.AskDelete))))
	}
	v.Body = append(v.Body, kit.Gap(4), kit.Panel(
		kit.Heading(say("settings.backups")),
		kit.Text(say("settings.backups.about", "folder", actions.BackupFolder())),
		kit.Line(w.Button("settings.restore", say("menu.backups"), func() { host.Go(screen.Route{Area: screen.Backups}) }))))
	return v
}

// share writes a zoom as the value of an option.
func share(zoom float32) string { return strconv.FormatFloat(float64(zoom), 'f', -1, 32) }

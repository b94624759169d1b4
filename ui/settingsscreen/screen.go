// Package settingsscreen is where language and look are chosen. It imports translations, ui/kit, ui/screen and ui/theme.
package settingsscreen

import (
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
	Mode() string
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
	modes := []kit.Option{{Value: string(theme.Light), Text: say("settings.light")}, {Value: string(theme.Dark), Text: say("settings.dark")}}
	mode := actions.Mode()
	if mode != string(theme.Dark) {
		mode = string(theme.Light)
	}
	return kit.View{
		Title: say("settings.title"),
		Lead:  say("settings.lead"),
		Body: []fyne.CanvasObject{kit.Panel(kit.Halves(
			w.Choice("settings.language", say("settings.language"), languages, host.Words().Language(), func(code string) (app.Edit, error) {
				actions.SetLanguage(code)
				return app.Edit{}, nil
			}),
			w.Choice("settings.mode", say("settings.mode"), modes, mode, func(value string) (app.Edit, error) {
				actions.SetMode(theme.Mode(value))
				return app.Edit{}, nil
			})))},
	}
}

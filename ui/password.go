package ui

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/ui/kit"
)

// askPassword asks for a password, twice when it is a new one, and hands it to use. wrong, if not empty, says what was wrong
// with the one before.
func (s *Shell) askPassword(title, about, wrong string, twice bool, use func(password string)) {
	problem := kit.Problem(wrong)
	if wrong == "" {
		problem.Hide()
	}
	words := []fyne.CanvasObject{kit.Heading(s.words.Say(title)), kit.Text(s.words.Say(about))}
	var m *modal
	var fields []*kit.Entry
	field := func(key string) {
		f := kit.NewSecret(s.words.Say(key), func(f *kit.Entry) { m.reveal(f) })
		fields = append(fields, f)
		words = append(words, kit.Caption(s.words.Say(key)), f)
	}
	words = append(words, kit.Gap(4))
	field("protect.password")
	if twice {
		field("protect.again")
	}
	m = s.newModal(append(words, problem)...)
	take := func() {
		password := fields[0].Text
		switch {
		case password == "":
			problem.SetText(s.words.Text(app.Say("error.empty_password")))
		case twice && password != fields[1].Text:
			problem.SetText(s.words.Say("protect.differs"))
		default:
			m.close()
			use(password)
			return
		}
		problem.Show()
		m.Refresh()
		m.reveal(problem)
	}
	for i, f := range fields {
		f.OnSubmitted = func(string) {
			if i+1 < len(fields) {
				s.window.Canvas().Focus(fields[i+1])
				return
			}
			take()
		}
	}
	m.button(s.words.Say("shell.cancel"), m.close)
	m.leads(m.button(s.words.Say("protect.go"), take))
	m.show(fields[0])
}

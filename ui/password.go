package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/kit"
)

// askPassword asks for a password, twice when it is a new one, and hands it to use. wrong, if not empty, says what was wrong
// with the one before.
func (s *Shell) askPassword(title, about, wrong string, twice bool, use func(password string)) {
	var popup *widget.PopUp
	problem := kit.Problem(wrong)
	if wrong == "" {
		problem.Hide()
	}
	fields := []*secretEntry{newSecretEntry()}
	if twice {
		fields = append(fields, newSecretEntry())
	}
	take := func() {
		password := fields[0].Text
		switch {
		case password == "":
			problem.SetText(s.words.Text(app.Say("error.empty_password")))
		case twice && password != fields[1].Text:
			problem.SetText(s.words.Say("protect.differs"))
		default:
			popup.Hide()
			use(password)
			return
		}
		problem.Show()
	}
	width := canvas.NewRectangle(color.Transparent)
	width.SetMinSize(fyne.NewSize(min(520, s.window.Canvas().Size().Width-80), 1))
	form := container.NewVBox(kit.Heading(s.words.Say(title)), width, kit.Text(s.words.Say(about)),
		kit.Caption(s.words.Say("protect.password")), fields[0])
	if twice {
		form.Add(kit.Caption(s.words.Say("protect.again")))
		form.Add(fields[1])
	}
	cancel := func() { popup.Hide() }
	for i, f := range fields {
		f.escape = cancel
		f.OnSubmitted = func(string) {
			if i+1 < len(fields) {
				s.window.Canvas().Focus(fields[i+1])
				return
			}
			take()
		}
	}
	ok := s.dialogButton(s.words.Say("protect.go"), cancel, take)
	ok.Importance = widget.HighImportance
	form.Add(problem)
	form.Add(kit.Gap(12))
	form.Add(container.NewHBox(layout.NewSpacer(), ok, s.dialogButton(s.words.Say("shell.cancel"), cancel, cancel)))
	popup = widget.NewModalPopUp(container.New(layout.NewCustomPaddedLayout(12, 12, 16, 16), form), s.window.Canvas())
	popup.Show()
	s.window.Canvas().Focus(fields[0])
}

// secretEntry is a field for a password; Esc closes its dialog.
type secretEntry struct {
	widget.Entry
	escape func()
}

func newSecretEntry() *secretEntry {
	e := &secretEntry{}
	e.Password = true
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey is called by Fyne.
func (e *secretEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.escape()
		return
	}
	e.Entry.TypedKey(key)
}

package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// statusLine is the foot of the window: when the last change was saved, what undo and redo would do, and the language.
type statusLine struct {
	shell      *Shell
	object     *fyne.Container
	line       *fyne.Container
	text       *widget.Label
	undo, redo *kit.Link
	at         time.Time
	failure    error
}

func newStatusLine(s *Shell) *statusLine {
	l := &statusLine{shell: s, text: kit.Note("", widget.MediumImportance)}
	l.text.Truncation = fyne.TextTruncateEllipsis
	if s.status != nil {
		l.at, l.failure = s.status.at, s.status.failure
	}
	l.undo, l.redo = kit.NewLink(s.Undo), kit.NewLink(s.Redo)
	names := []string{}
	for _, code := range translations.Languages() {
		names = append(names, translations.NativeName(code))
	}
	language := widget.NewSelect(names, nil)
	language.Selected = translations.NativeName(s.words.Language())
	language.OnChanged = func(string) {
		if code := translations.Languages()[language.SelectedIndex()]; code != s.words.Language() {
			s.SetLanguage(code)
		}
	}
	l.line = container.NewBorder(nil, nil, nil, container.New(layout.NewCustomPaddedLayout(2, 2, 0, 8), kit.Line(l.undo, l.redo, kit.Edged(language))), l.text)
	l.object = container.NewStack(canvas.NewRectangle(theme.Of(fynetheme.ColorNameBackground)),
		container.NewVBox(kit.Rule(), l.line))
	return l
}

func (l *statusLine) opened(file SchoolFile) { l.at, l.failure = time.Time{}, nil }

func (l *statusLine) saved(at time.Time) { l.at, l.failure = at, nil }

func (l *statusLine) failed(err error) {
	l.failure = err
	l.refresh()
}

func (l *statusLine) refresh() {
	s := l.shell
	l.undo.Hide()
	l.redo.Hide()
	l.text.Importance = widget.MediumImportance
	switch {
	case s.file == nil:
		l.text.SetText(s.words.Say("shell.offline"))
		return
	case l.failure != nil:
		l.text.Importance = widget.DangerImportance
		l.text.SetText(s.words.Say("shell.not_saved", "why", s.words.Text(app.Sentence(l.failure))))
	case s.file.ReadOnly():
		l.text.SetText(s.words.Say("shell.reading_only"))
	case l.at.IsZero():
		l.text.SetText(s.words.Say("shell.all_saved"))
	default:
		l.text.SetText(s.words.Say("shell.saved", "time", s.words.Clock(l.at)))
	}
	room := 44 // letters of a label that leave place for the rest
	if s.window.Canvas().Size().Width < narrowWindow {
		room = 28
	}
	label := func(b *kit.Link, key string, text app.Text, ok bool) {
		if ok {
			b.SetText(s.words.Say(key, "what", app.Shorten(s.words.Text(text), room)))
			b.Show()
		}
	}
	undo, ok := s.history.NextUndo()
	label(l.undo, "shell.undo_what", undo, ok)
	redo, ok := s.history.NextRedo()
	label(l.redo, "shell.redo_what", redo, ok)
	l.line.Refresh()
}

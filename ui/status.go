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
	zoom       *kit.Link
	meter      *meter
	ways       []*kit.Link // ways on of the moment
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
	l.ways = []*kit.Link{kit.NewLink(nil), kit.NewLink(nil)}
	l.zoom = kit.NewLink(s.ZoomBack)
	language := kit.NewSelect(names, nil)
	language.Selected = translations.NativeName(s.words.Language())
	language.OnChanged = func(string) {
		if code := translations.Languages()[language.SelectedIndex()]; code != s.words.Language() {
			s.SetLanguage(code)
		}
	}
	edge := theme.Units(4)
	l.line = kit.Spread(nil, kit.Middle(l.text), container.New(layout.NewCustomPaddedLayout(edge, edge, 0, theme.Units(8)),
		kit.Line(l.ways[0], l.ways[1], l.undo, l.redo, l.zoom, language)))
	l.meter = newMeter()
	l.object = container.NewStack(canvas.NewRectangle(theme.Of(fynetheme.ColorNameBackground)),
		container.New(layout.NewCustomPaddedVBoxLayout(0), kit.Rule(), l.meter.object, l.line))
	return l
}

func (l *statusLine) opened() { l.at, l.failure = time.Time{}, nil }

func (l *statusLine) saved(at time.Time) { l.at, l.failure = at, nil }

func (l *statusLine) failed(err error) {
	l.failure = err
	l.refresh()
}

// offer shows ways on, at most two.
func (l *statusLine) offer(ways ...way) {
	for i, link := range l.ways {
		link.Hide()
		if i < len(ways) {
			link.SetText(ways[i].label)
			link.OnTapped = ways[i].take
			link.Show()
		}
	}
}

// settled says that nothing is unsaved any more.
func (l *statusLine) settled() {
	l.failure = nil
	l.refresh()
}

func (l *statusLine) refresh() {
	s := l.shell
	l.undo.Hide()
	l.redo.Hide()
	l.offer()
	l.zoom.SetText(s.words.Say("shell.zoom", "percent", theme.Percent(s.Zoom())))
	show(l.zoom, s.Zoom() != 1)
	l.text.Importance = widget.MediumImportance
	l.text.Wrapping, l.text.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	whole := func() { l.text.Wrapping, l.text.Truncation = fyne.TextWrapWord, fyne.TextTruncateOff }
	j := s.waiting()
	l.meter.show(j)
	switch {
	case j != nil:
		l.text.SetText(s.words.Text(j.label))
		l.offer(way{label: s.words.Say("shell.cancel"), take: j.cancel})
		l.line.Refresh()
		return
	case s.file == nil:
		l.text.SetText(s.words.Say("shell.offline"))
		return
	case l.failure != nil:
		l.text.Importance = widget.DangerImportance
		whole()
		l.text.SetText(s.words.Say("shell.not_saved", "why", s.words.Text(app.Sentence(l.failure))))
		if canGoElsewhere(l.failure) {
			l.offer(way{label: s.words.Say("trouble.elsewhere"), take: s.SaveElsewhere})
		}
	case s.preview != nil:
		whole()
		made := s.preview.backup.Made
		l.text.SetText(s.words.Say("backups.preview", "day", app.DateOf(made), "time", s.words.Clock(made)))
		l.offer(way{label: s.words.Say("backups.restore"), take: func() { s.AskRestore(s.preview.backup) }}, way{label: s.words.Say("backups.back"), take: s.endPreview})
	case s.file.ReadOnly():
		l.text.SetText(s.words.Say("shell.reading_only"))
		l.offer(way{label: s.words.Say("menu.copy"), take: s.SaveCopyIn})
	case l.at.IsZero():
		l.text.SetText(s.words.Say("shell.all_saved"))
	default:
		l.text.SetText(s.words.Say("shell.saved", "time", s.words.Clock(l.at)))
	}
	room := 44 // letters of a label that leave place for the rest
	switch width := s.window.Canvas().Size().Width / s.zoomed; {
	case width < 640:
		room = 12
	case s.narrow():
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

// meter is a bar along the status line that fills while work goes on; empty where it is not known how far it is.
type meter struct {
	object      *fyne.Container
	rail, share *canvas.Rectangle
	part        float32
}

func newMeter() *meter {
	m := &meter{rail: canvas.NewRectangle(theme.Of(fynetheme.ColorNameSeparator)), share: canvas.NewRectangle(theme.Of(fynetheme.ColorNamePrimary))}
	m.object = container.New(m, m.rail, m.share)
	m.object.Hide()
	return m
}

// show shows how far a job is, nil for none.
func (m *meter) show(j *job) {
	show(m.object, j != nil)
	if j == nil {
		return
	}
	share, _ := j.meter.Share()
	m.part = float32(share)
	m.object.Refresh()
}

// MinSize is called by Fyne.
func (m *meter) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, theme.Units(4)) }

// Layout is called by Fyne.
func (m *meter) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	m.rail.Resize(size)
	m.share.Resize(fyne.NewSize(size.Width*m.part, size.Height))
}

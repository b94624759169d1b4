package main

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
	"waymark/ui/uitest"
)

// board is what the pages of widgets share: the words that they are filled with, and what they do with the keyboard once
// they are drawn.
type board struct {
	host screen.Host
	say  func(key string, pairs ...any) string
	w    *kit.Widgets
}

// section is a page of widgets.
type section struct {
	name string
	draw func(b board) []fyne.CanvasObject
}

func sections() []section {
	return []section{{"type", board.types}, {"buttons", board.buttons}, {"fields", board.fields}, {"levels", board.levels}, {"lists", board.lists},
		{"charts", board.charts}, {"colours", board.colours}}
}

// widgets shows the kit: every widget in every state, every size of type and every colour, a page each, and all on one for
// a window that is high enough.
func widgets(words *translations.Printer) []state {
	list := []state{widgetPage(words, "widgets-all", sections()...)}
	for _, s := range sections() {
		list = append(list, widgetPage(words, "widgets-"+s.name, s))
	}
	return list
}

func widgetPage(words *translations.Printer, name string, shown ...section) state {
	return state{name: name, act: func(w *uitest.Window) error {
		w.Samples = true
		page := kit.NewPage(w.Shell, func(w2 *kit.Widgets) kit.View {
			b := board{host: w.Shell, say: words.Say, w: w2}
			var body []fyne.CanvasObject
			for _, s := range shown {
				body = append(body, kit.Heading(s.name))
				body = append(body, s.draw(b)...)
				body = append(body, kit.Gap(12))
			}
			return kit.View{Trail: []kit.Crumb{kit.Stage(w.Shell, screen.Planning), {Text: name}}, Title: b.sentence(), Lead: b.long(), Body: body,
				Parts: []kit.Part{{Text: b.word(), Done: true, Open: func() {}}, {Text: b.word(), Open: func() {}}},
				Actions: []fyne.CanvasObject{
					b.w.Small("foot.low", b.word(), nil), b.w.Button("foot.medium", b.word(), nil), b.w.Primary("foot.high", b.word(), nil)}}
		})
		w.Fill(page.Content())
		pose(page.Widgets())
		return nil
	}}
}

// The words that the widgets are filled with.
func (b board) word() string     { return b.say("shell.not_now") }
func (b board) sentence() string { return b.say("sample.priority.voice.title") }
func (b board) long() string     { return strings.Repeat(b.sentence()+" ", 4) }

// poses are the states that a widget is shown in, and the end of the key of each.
func poses() []string { return []string{"rests", "hovered", "focused", "disabled"} }

// pose brings the widgets into the states that their keys name.
func pose(w *kit.Widgets) {
	for _, kind := range []string{"low", "medium", "high", "icon", "row", "link", "choice", "check", "scale2", "steps2"} {
		for _, state := range poses() {
			set(w.Lookup(kind+"."+state), state)
		}
	}
	for _, state := range poses() {
		if f, ok := w.Lookup("field." + state).(*kit.Field); ok {
			set(f.Entry, state)
		}
	}
	if wrong, ok := w.Lookup("field.wrong").(*kit.Field); ok {
		wrong.Entry.SetText("31.13.2025")
		_ = wrong.Commit() // told below the field
	}
	set(w.Lookup("scale.focused2"), "focused")
	set(w.Lookup("steps.focused2"), "focused")
	if first, ok := w.Lookup("low.rests").(fyne.Focusable); ok {
		first.FocusGained() // scrolls to the top again
		first.FocusLost()
	}
}

func set(o any, state string) {
	switch state {
	case "hovered":
		if h, ok := o.(desktop.Hoverable); ok {
			h.MouseIn(&desktop.MouseEvent{})
		}
	case "focused":
		if f, ok := o.(fyne.Focusable); ok {
			f.FocusGained()
		}
	case "disabled":
		if d, ok := o.(fyne.Disableable); ok {
			d.Disable()
		}
	}
}

// posed is a widget of each state side by side, each with its state below it.
func posed(of func(state string) fyne.CanvasObject) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	var weights []float32
	for _, state := range poses() {
		if o := of(state); o != nil {
			cells, weights = append(cells, kit.Column(o, kit.Quiet(state))), append(weights, 1)
		}
	}
	return kit.Columns(140, weights, cells...)
}

func (b board) types() []fyne.CanvasObject {
	var notes []fyne.CanvasObject
	for _, importance := range []widget.Importance{widget.MediumImportance, widget.HighImportance, widget.DangerImportance, widget.WarningImportance,
		widget.SuccessImportance, widget.LowImportance} {
		notes = append(notes, kit.Note(b.word(), importance))
	}
	return []fyne.CanvasObject{
		kit.Title("Title: " + b.sentence()), kit.Heading("Heading: " + b.sentence()), kit.Lead("Lead: " + b.sentence()), kit.Text("Text: " + b.long()),
		kit.Strong("Strong: " + b.sentence()), kit.Caption("Caption: " + b.word()), kit.Quiet("Quiet: " + b.long()), kit.Problem("Problem: " + b.sentence()),
		kit.Line(append([]fyne.CanvasObject{kit.Code("G1")}, notes...)...), kit.Rule(),
		kit.Spread(kit.CodeColumn("V12", fynetheme.SizeNameText), kit.Lines(kit.Strong(b.sentence()), kit.Quiet(b.long())), kit.Note(b.word(), widget.HighImportance)),
		kit.Panel(kit.Text(b.sentence()), kit.Quiet(b.long())), kit.Empty(b.sentence(), b.w.Button("empty.step", b.word(), nil)),
	}
}

func (b board) buttons() []fyne.CanvasObject {
	act := func() {}
	return []fyne.CanvasObject{
		posed(func(state string) fyne.CanvasObject { return kit.Line(b.w.Primary("high."+state, b.word(), act)) }),
		posed(func(state string) fyne.CanvasObject { return kit.Line(b.w.Button("medium."+state, b.word(), act)) }),
		posed(func(state string) fyne.CanvasObject { return kit.Line(b.w.Small("low."+state, b.word(), act)) }),
		posed(func(state string) fyne.CanvasObject {
			if state == "disabled" {
				return nil
			}
			return kit.Line(b.w.Icon("icon."+state, fynetheme.DeleteIcon(), b.word(), act), b.w.Link("link."+state, b.word(), act))
		}),
		kit.Actions(b.w.Button("actions.1", b.sentence(), act), b.w.Button("actions.2", b.sentence(), act), b.w.Primary("actions.3", b.word(), act)),
	}
}

func (b board) fields() []fyne.CanvasObject {
	save := func(string) (app.Edit, error) { return app.Edit{}, nil }
	options := []kit.Option{{Value: "1", Text: b.word()}, {Value: "2", Text: b.sentence()}}
	wrong := b.w.Date("field.wrong", b.word(), app.Date{}, func(app.Date) (app.Edit, error) { return app.Edit{}, nil })
	return []fyne.CanvasObject{
		posed(func(state string) fyne.CanvasObject { return b.w.Line("field."+state, b.word(), b.sentence(), save) }),
		kit.Columns(140, []float32{1, 1, 1, 1}, b.w.Line("field.empty", b.word(), "", save), b.w.Quick("field.hint", b.word(), b.sentence(), save, nil),
			wrong, b.w.Money("field.money", b.word(), 120050, func(app.Money) (app.Edit, error) { return app.Edit{}, nil })),
		b.w.Area("field.area", b.word(), b.long()+"\n"+b.long(), 3, save),
		posed(func(state string) fyne.CanvasObject {
			return b.w.Choice("choice."+state, b.word(), options, "1", func(string) (app.Edit, error) { return app.Edit{}, nil })
		}),
		posed(func(state string) fyne.CanvasObject {
			return b.w.Check("ticks."+state, b.word(), true, func(bool) (app.Edit, error) { return app.Edit{}, nil })
		}),
		kit.Line(b.w.Check("ticks.off", b.word(), false, func(bool) (app.Edit, error) { return app.Edit{}, nil })),
	}
}

func (b board) levels() []fyne.CanvasObject {
	var filled, outlined, steps []fyne.CanvasObject
	for level := range 5 {
		filled, outlined = append(filled, kit.Chip(level, true)), append(outlined, kit.Chip(level, false))
		steps = append(steps, kit.Column(b.w.Steps("steps"+strconv.Itoa(level)+".", 4, level, func(int) {}), kit.Quiet(strconv.Itoa(level))))
	}
	words := []string{b.sentence(), b.long(), b.sentence(), b.sentence()}
	return []fyne.CanvasObject{
		kit.Line(append(append(filled, kit.Note("→", widget.LowImportance)), outlined...)...),
		kit.Halves(b.w.Scale("scale.rests", words, 3, true, func(int) {}), b.w.Scale("scale.focused", words, 2, false, func(int) {})),
		kit.Columns(200, []float32{1, 1, 1, 1, 1}, steps...), kit.Line(b.w.Steps("steps.focused", 4, 2, func(int) {})),
		kit.Columns(100, []float32{1, 1, 1, 1}, kit.Span(0, 0.4, 0.2, fynetheme.ColorNamePrimary), kit.Span(0.3, 1, 0.6, fynetheme.ColorNameSuccess),
			kit.Span(0.2, 0.5, 0.9, fynetheme.ColorNameError), kit.Span(0.5, 0.5, -1, fynetheme.ColorNameDisabled)),
	}
}

func (b board) lists() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, state := range poses()[:3] {
		rows = append(rows, b.w.Row("row."+state, func() {}, kit.Spread(kit.CodeColumn("G"+strconv.Itoa(i+1), fynetheme.SizeNameText),
			kit.Lines(kit.Text(b.sentence()), kit.Quiet(state+". "+b.long())), kit.Line(kit.Chip(i+1, true), kit.Chip(i+2, false)))), kit.Rule())
	}
	return rows
}

// colours are the swatches of all roles, each with its name.
func (b board) colours() []fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, name := range theme.Colours() {
		patch := canvas.NewRectangle(theme.Of(name))
		patch.SetMinSize(fyne.NewSize(theme.Units(56), theme.Units(32)))
		patch.StrokeColor, patch.StrokeWidth, patch.CornerRadius = theme.Of(theme.ColorEdge), theme.Units(1), theme.Units(4)
		cells = append(cells, kit.Spread(patch, kit.Quiet(string(name)), nil))
	}
	const across = 3
	var lines []fyne.CanvasObject
	for len(cells) > 0 {
		line := cells[:min(across, len(cells))]
		cells = cells[len(line):]
		for len(line) < across {
			line = append(line, kit.Gap(1))
		}
		lines = append(lines, kit.Columns(300, []float32{1, 1, 1}, line...))
	}
	return lines
}

package historyscreen

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/activity"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// told is what can be chosen, and the lines that fit it.
func (p *place) told(w *kit.Widgets) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if !p.one() {
		objects = append(objects, p.filter(w))
	}
	shown, all := p.found()
	if all == 0 {
		everything := w.Button("history.show_all", p.say("history.show_all"), func() {
			if f, ok := w.Lookup("history.search").(*kit.Field); ok {
				f.Clear()
			}
			p.choose(func() { p.since, p.stage, p.words, p.most = sinceEver, "", "", page })
		})
		return append(objects, kit.Empty(p.say("history.none_found"), everything))
	}
	for from := 0; from < len(shown); {
		to := from
		var rows []fyne.CanvasObject
		for to < len(shown) && shown[to].day == shown[from].day {
			if to > from {
				rows = append(rows, kit.Rule())
			}
			rows = append(rows, p.line(w, shown[to])...)
			to++
		}
		objects = append(objects, kit.Gap(4), kit.Heading(p.dayName(shown[from].day)), kit.Panel(rows...))
		from = to
	}
	if more := min(page, all-len(shown)); more > 0 {
		objects = append(objects, kit.Line(w.Button("history.more", p.say("history.more", "count", more), func() {
			p.choose(func() { p.most += page })
		}), kit.Note(p.say("history.shown", "some", len(shown), "all", all), widget.LowImportance)))
	}
	return objects
}

func (p *place) dayName(day app.Date) string {
	switch today := p.model.Today(); day {
	case today:
		return p.say("history.day.today", "date", day)
	case today.AddDays(-1):
		return p.say("history.day.yesterday", "date", day)
	}
	return p.host.Words().Date(day)
}

// filter is where is chosen what to look at.
func (p *place) filter(w *kit.Widgets) fyne.CanvasObject {
	var times []kit.Option
	if !p.review.IsZero() {
		day := p.host.Words().ShortDate(p.review)
		times = append(times, kit.Option{Value: sinceReview, Text: p.say("history.since.review", "date", day)})
	}
	for _, since := range []string{sinceToday, sinceWeek, sinceMonth, sinceEver} {
		times = append(times, kit.Option{Value: since, Text: p.say("history.since." + since)})
	}
	places := []kit.Option{{Text: p.say("history.stage.all")}}
	for _, stage := range stages() {
		places = append(places, kit.Option{Value: string(stage), Text: p.say("route." + string(stage))})
	}
	return kit.Panel(kit.Columns(180, []float32{1.3, 1, 1.2},
		w.Pick("history.since", p.say("history.since"), times, p.since, func(since string) {
			p.choose(func() { p.since, p.most = since, page })
		}),
		w.Pick("history.stage", p.say("history.stage"), places, string(p.stage), func(stage string) {
			p.choose(func() { p.stage, p.most = screen.Area(stage), page })
		}),
		w.Search("history.search", p.say("history.search"), p.say("history.search.hint"), func(text string) {
			p.choose(func() { p.words, p.most = text, page })
		})))
}

// clockWidth is the room of a time of day with the sign before it, sideWidth that of the button beside a line.
const (
	clockWidth = 84
	sideWidth  = 112
)

// room gives o at least a width.
func room(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, 1))
	return container.NewStack(space, o)
}

// line is one line: a press shows what is in it, and the button at its end leads to the record or brings it back.
func (p *place) line(w *kit.Widgets, l line) []fyne.CanvasObject {
	key := l.key()
	open := p.open[key]
	sign := fynetheme.MenuExpandIcon()
	if open {
		sign = fynetheme.MenuDropDownIcon()
	}
	clock := kit.Line(widget.NewIcon(fynetheme.NewColoredResource(sign, fynetheme.ColorNameDisabled)),
		kit.Beside(fynetheme.SizeNameText, kit.Note(p.host.Words().Clock(l.At), widget.LowImportance)))
	row := w.Row("history.line."+key, func() {
		p.choose(func() { p.open[key] = !open })
	}, kit.Spread(room(clockWidth, kit.AtField(clock)), kit.Text(p.teller.sentence(l.Line)), nil))
	side := container.New(layout.NewCustomPaddedLayout(2, 2, 0, 0), room(sideWidth, p.side(w, key, l)))
	objects := []fyne.CanvasObject{kit.Spread(nil, row, side)}
	if open {
		objects = append(objects, kit.Indent(clockWidth+theme.SizeOf(fynetheme.SizeNamePadding), kit.Column(p.inside(w, key, l)...)))
	}
	return objects
}

// side is what can be done about a line.
func (p *place) side(w *kit.Widgets, key string, l line) fyne.CanvasObject {
	memory := p.teller.memory
	if l.List() || l.Moved {
		return kit.Gap(1)
	}
	if !memory.There(l.Kind, l.ID) {
		if memory.Last(l.Entry) {
			return kit.AtField(w.Button("history.back."+key, p.say("history.bring_back"), func() { p.bringBack(l.Entry) }))
		}
		return kit.AtField(kit.Note(p.say("history.gone"), widget.LowImportance))
	}
	at := screen.PlaceOf(p.model.Book(), memory.Record(l.Kind, l.ID))
	if at.Area == "" {
		return kit.Gap(1)
	}
	return kit.AtField(w.Small("history.open."+key, p.say("history.open"), p.to(at)))
}

// inside is all that a line tells: what a record held, or each field before and after, and what came, went or moved with
// it.
func (p *place) inside(w *kit.Widgets, key string, l line) []fyne.CanvasObject {
	var facts []fyne.CanvasObject
	if l.Record != nil && !l.List() {
		for _, f := range p.teller.contents(l.Record) {
			facts = append(facts, labelled(f.label, kit.Text(f.value)))
		}
	}
	if !l.Moved {
		for _, f := range l.Fields {
			facts = append(facts, p.changed(l.Kind, f))
		}
	}
	objects := []fyne.CanvasObject{kit.Lines(facts...)}
	switch {
	case l.Moved || l.List():
		objects = p.members(w, key, l, "", l.Entries())
	case l.Change == activity.Added:
		objects = append(objects, p.members(w, key, l, p.say("history.came"), l.With)...)
	default:
		objects = append(objects, p.members(w, key, l, p.say("history.with"), l.With)...)
	}
	objects = append(objects, p.members(w, key, l, p.say("history.freed"), l.Freed)...)
	return append(objects, kit.Gap(6))
}

// labelled sets a value beside the name of its field.
func labelled(label string, value fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(110, []float32{1, 3}, kit.Beside(fynetheme.SizeNameText, kit.Quiet(label)), value)
}

// mostMembers is how many of what came or went together are named.
const mostMembers = 40

// members names what a line is about besides its own record. What went with a record that is there again can come back
// by itself.
func (p *place) members(w *kit.Widgets, key string, l line, heading string, entries []activity.Entry) []fyne.CanvasObject {
	if len(entries) == 0 {
		return nil
	}
	var objects []fyne.CanvasObject
	if heading != "" {
		objects = append(objects, kit.Caption(heading))
	}
	var names []fyne.CanvasObject
	for _, e := range entries[:min(len(entries), mostMembers)] {
		words := "–  " + p.teller.subject(e)
		if l.Moved {
			words += ": " + p.fromTo(e.Kind, e.Fields[0])
		}
		var back fyne.CanvasObject
		if memory := p.teller.memory; memory.Last(e) && memory.There(l.Kind, l.ID) {
			back = w.Small("history.back."+key+"."+e.ID, p.say("history.bring_back"), func() { p.bringBack(e) })
		}
		names = append(names, kit.Spread(nil, kit.Text(words), back))
	}
	if more := len(entries) - mostMembers; more > 0 {
		names = append(names, kit.Text("–  "+p.say("history.and_more", "count", more)))
	}
	return append(objects, kit.Lines(names...))
}

// fewLetters is up to how many letters before and after stand on one line.
const fewLetters = 48

// changed shows a field before and after.
func (p *place) changed(kind app.Kind, f activity.Field) fyne.CanvasObject {
	before, after := p.teller.value(kind, f.Name, f.Before), p.teller.value(kind, f.Name, f.After)
	few := func(text string) bool {
		return utf8.RuneCountInString(text) <= fewLetters && !strings.Contains(text, "\n")
	}
	label := p.teller.label(kind, f.Name)
	if few(before) && few(after) || before == "" || after == "" {
		return labelled(label, kit.Text(p.fromTo(kind, f)))
	}
	was, is := activity.Differences(before, after)
	return labelled(label, kit.Columns(200, []float32{1, 1},
		kit.Lines(kit.Quiet(p.say("history.before")), marked(was, fyne.TextStyle{Strikethrough: true}, fynetheme.ColorNameDisabled)),
		kit.Lines(kit.Quiet(p.say("history.after")), marked(is, fyne.TextStyle{Bold: true}, fynetheme.ColorNameForeground))))
}

// fromTo tells a field before and after in one line.
func (p *place) fromTo(kind app.Kind, f activity.Field) string {
	side := func(stored any) string {
		if value := p.teller.value(kind, f.Name, stored); value != "" {
			return value
		}
		return p.say("history.empty")
	}
	return side(f.Before) + " → " + side(f.After)
}

// marked is a text whose differing pieces have a style and an ink of their own.
func marked(pieces []activity.Piece, style fyne.TextStyle, ink fyne.ThemeColorName) fyne.CanvasObject {
	var segments []widget.RichTextSegment
	for _, piece := range pieces {
		s := &widget.TextSegment{Text: piece.Text, Style: widget.RichTextStyle{Inline: true, ColorName: fynetheme.ColorNameForeground}}
		if piece.Differs {
			s.Style.TextStyle, s.Style.ColorName = style, ink
		}
		segments = append(segments, s)
	}
	text := widget.NewRichText(segments...)
	text.Wrapping = fyne.TextWrapWord
	return text
}

package surveyscreen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/survey"
	"waymark/ui/kit"
)

// headersOffered is how many of the first rows can be chosen for the names of the columns.
const headersOffered = 20

// mostNamed is how many titles of columns are named, and mostUnread how many formulas without a result.
const (
	mostNamed  = 30
	mostUnread = 3
)

// fileBody is how the file was read and how its table is laid out.
func (p *place) fileBody(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.file")), kit.Text(p.text(t.file.About)),
		kit.Quiet(p.say("surveys.file.size", "count", len(t.rows()), "columns", len(t.glances)))}
	if t.failure != nil {
		objects = append(objects, kit.Problem(p.text(app.Sentence(t.failure))))
	}
	for i, text := range t.file.Sheets[t.sheet].Unread {
		if i == mostUnread {
			objects = append(objects, kit.Quiet(p.say("surveys.more", "count", len(t.file.Sheets[t.sheet].Unread)-i)))
			break
		}
		objects = append(objects, kit.Problem(p.text(text)))
	}
	objects = append(objects, p.source(w)...)
	layouts := make([]kit.Option, 0, len(survey.Layouts()))
	for _, l := range survey.Layouts() {
		layouts = append(layouts, kit.Option{Value: string(l), Text: p.text(l.Name())})
	}
	headers := []kit.Option{{Value: "-1", Text: p.say("surveys.header.none")}}
	for i := range min(headersOffered, len(t.rows())) {
		headers = append(headers, kit.Option{Value: strconv.Itoa(i), Text: p.say("surveys.header.row", "row", i+1)})
	}
	laid := []fyne.CanvasObject{kit.Heading(p.say("surveys.layout")),
		kit.Columns(240, []float32{2, 1},
			w.Pick("surveys.layout", p.say("surveys.layout.of"), layouts, string(t.mapping.Layout), func(value string) {
				p.guess(t.mapping.Header, survey.Layout(value))
			}),
			w.Pick("surveys.header", p.say("surveys.header"), headers, strconv.Itoa(t.mapping.Header), func(value string) {
				if n, err := strconv.Atoi(value); err == nil {
					p.guess(n, t.mapping.Layout)
				}
			})),
		kit.Quiet(p.titles())}
	return []fyne.CanvasObject{kit.Panel(objects...), kit.Gap(4), kit.Panel(laid...)}
}

// source is which sheet is read, and of a CSV its letters and columns.
func (p *place) source(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	var fields []fyne.CanvasObject
	if len(t.file.Sheets) > 1 {
		var sheets []kit.Option
		for i, s := range t.file.Sheets {
			sheets = append(sheets, kit.Option{Value: strconv.Itoa(i), Text: s.Name})
		}
		fields = append(fields, w.Pick("surveys.sheet", p.say("surveys.sheet"), sheets, strconv.Itoa(t.sheet), func(value string) {
			if n, err := strconv.Atoi(value); err == nil {
				t.sheet = n
				t.mapping = survey.Guess(t.rows(), t.items)
				p.change(func(*survey.Mapping) {})
			}
		}))
	}
	if len(t.file.Encodings) > 0 {
		var encodings, separators []kit.Option
		for _, e := range t.file.Encodings {
			encodings = append(encodings, kit.Option{Value: e, Text: e})
		}
		for _, s := range t.file.Separators {
			separators = append(separators, kit.Option{Value: s.Sign, Text: p.text(s.Name)})
		}
		fields = append(fields,
			w.Pick("surveys.encoding", p.say("surveys.encoding"), encodings, t.file.Encoding, func(value string) {
				p.read(t.path, survey.Options{Encoding: value, Separator: t.file.Separator})
			}),
			w.Pick("surveys.separator", p.say("surveys.separator"), separators, t.file.Separator, func(value string) {
				p.read(t.path, survey.Options{Encoding: t.file.Encoding, Separator: value})
			}))
	}
	switch len(fields) {
	case 0:
		return nil
	case 1:
		fields = append(fields, kit.Gap(1))
	}
	return []fyne.CanvasObject{kit.Columns(240, []float32{1, 1}, fields...)}
}

// guess proposes anew what the columns are.
func (p *place) guess(header int, layout survey.Layout) {
	t := &p.taking
	t.mapping = survey.GuessAs(t.rows(), t.items, header, layout)
	p.change(func(*survey.Mapping) {})
}

// titles names the columns, by which one sees whether letters and separator are right.
func (p *place) titles() string {
	var names []string
	for _, g := range p.taking.glances {
		if g.Title == "" {
			continue
		}
		if len(names) == mostNamed {
			names = append(names, "…")
			break
		}
		names = append(names, g.Letter+" "+app.Shorten(g.Title, 40))
	}
	if len(names) == 0 {
		return p.say("surveys.header.no_titles")
	}
	return p.say("surveys.header.titles", "titles", strings.Join(names, " · "))
}

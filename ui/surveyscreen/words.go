package surveyscreen

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/survey"
	"waymark/ui/kit"
)

// How many rows are looked through for the words of a column, and how many words can be told what they mean.
const (
	lookedThrough = 5000
	mostWords     = 100
)

// wordsBody is what the file calls groups, questions and levels.
func (p *place) wordsBody(w *kit.Widgets) []fyne.CanvasObject {
	body := []fyne.CanvasObject{kit.Panel(p.groupWords(w)...)}
	if p.taking.mapping.Layout != survey.Wide {
		body = append(body, kit.Gap(4), kit.Panel(p.itemWords(w)...))
	}
	return append(body, kit.Gap(4), kit.Panel(p.scale(w)...))
}

// columnOf returns the column with a role; -1 when none has it.
func (p *place) columnOf(role survey.Role) int {
	return slices.IndexFunc(p.taking.mapping.Columns, func(c survey.Column) bool { return c.Role == role })
}

// wordsIn lists the different words of a column, in alphabetical order.
func (p *place) wordsIn(column int) []string {
	t := &p.taking
	met := map[string]bool{}
	var words []string
	rows := t.rows()
	for _, row := range rows[min(t.mapping.Header+1, len(rows)):min(t.mapping.Header+1+lookedThrough, len(rows))] {
		if column >= len(row) || len(words) == mostWords {
			continue
		}
		word := strings.Join(strings.Fields(row[column]), " ")
		if folded := survey.Fold(word); folded != "" && !met[folded] {
			met[folded] = true
			words = append(words, word)
		}
	}
	slices.Sort(words)
	return words
}

// quoted is a word of the file in quotation marks, shortened.
func (p *place) quoted(word string) string { return p.host.Words().Quoted(app.Shorten(word, 100)) }

// meaning is a word of the file, in quotation marks, and the choice of what it means.
func meaning(w *kit.Widgets, key, word string, options []kit.Option, value string, pick func(string)) fyne.CanvasObject {
	return w.Lazy(key, 44, func() fyne.CanvasObject {
		return kit.Columns(200, []float32{1, 1}, kit.Middle(kit.Text(word)), w.Pick(key, "", options, value, pick))
	})
}

func (p *place) groupWords(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	day := w.Date("surveys.import.held", p.say("surveys.held"), t.held, func(d app.Date) (app.Edit, error) {
		return p.hold(nil, func() { t.held = d })
	})
	column := p.columnOf(survey.Group)
	if column < 0 {
		options := append([]kit.Option{{Value: "", Text: p.say("surveys.groups.choose")}}, p.groupOptions()...)
		if own := t.mapping.Group; own != "" && !slices.ContainsFunc(options, func(o kit.Option) bool { return o.Value == own }) {
			options = append(options, kit.Option{Value: own, Text: own})
		}
		fields := []fyne.CanvasObject{w.Pick("surveys.groups.all", p.say("surveys.group"), options, t.mapping.Group, func(value string) {
			p.change(func(m *survey.Mapping) { m.Group = value })
		}), w.Whole("surveys.groups.own", p.say("surveys.own"), p.say("surveys.own.hint"), "", func(text string) (app.Edit, error) {
			if text = app.CleanLine(text); text != "" {
				p.change(func(m *survey.Mapping) { m.Group = text })
			}
			return app.Edit{}, nil
		}), day}
		objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.groups")), kit.Quiet(p.say("surveys.groups.none")), kit.Columns(160, []float32{2, 2, 1}, fields...)}
		return append(objects, p.peopleOfAll(w)...)
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.groups")), kit.Columns(160, []float32{1, 3}, day, kit.Gap(1))}
	for _, word := range p.wordsIn(column) {
		folded := survey.Fold(word)
		options := append(p.groupOptions(), kit.Option{Value: word, Text: p.say("surveys.groups.own", "group", word)}, kit.Option{Value: "", Text: p.say("surveys.groups.out")})
		value, mapped := t.mapping.Groups[folded]
		if !mapped {
			value = word
		}
		objects = append(objects, meaning(w, "surveys.groups."+folded, p.quoted(word), options, value, func(value string) {
			p.change(func(m *survey.Mapping) { m.Groups[folded] = value })
		}))
	}
	return append(objects, p.peopleOfAll(w)...)
}

// peopleOfAll asks how many answered where a table of means or shares has no column for it.
func (p *place) peopleOfAll(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	if l := t.mapping.Layout; l != survey.Percent && l != survey.Means || p.columnOf(survey.People) >= 0 {
		return nil
	}
	return []fyne.CanvasObject{kit.Columns(160, []float32{1, 3}, w.Whole("surveys.import.people", p.say("surveys.answered"), "", number(t.mapping.People), func(text string) (app.Edit, error) {
		n, err := counted(text)
		if err == nil {
			p.change(func(m *survey.Mapping) { m.People = n })
		}
		return app.Edit{}, err
	}), kit.Gap(1))}
}

func (p *place) itemWords(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.words.items"))}
	column := p.columnOf(survey.ItemName)
	if column < 0 {
		return append(objects, kit.Quiet(p.say("surveys.words.items.none")))
	}
	options := p.itemOptions()
	if t.mapping.Layout == survey.Long {
		options = append(options, kit.Option{Value: survey.FreeText, Text: p.text(survey.Remarks.Name())})
	}
	options = append(options, kit.Option{Value: "", Text: p.text(survey.Ignored.Name())})
	for _, word := range p.wordsIn(column) {
		folded := survey.Fold(word)
		objects = append(objects, meaning(w, "surveys.words."+folded, p.quoted(word), options, t.mapping.Items[folded], func(value string) {
			p.change(func(m *survey.Mapping) { m.Items[folded] = value })
		}))
	}
	return objects
}

// usualScales are the scales that are offered beside the questions' own.
func usualScales() []survey.Scale {
	return []survey.Scale{{From: 1, To: 3}, {From: 1, To: 4}, {From: 1, To: 5}, {From: 1, To: 6}, {From: 1, To: 7}, {From: 1, To: 10},
		{From: 0, To: 10}, {From: 0, To: 100}, {From: 1, To: 100}}
}

// scale is how the file writes levels, and what its words for them mean.
func (p *place) scale(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	s := t.mapping.Scale
	written := func(from, to int) string { return strconv.Itoa(from) + "–" + strconv.Itoa(to) }
	levels := 0
	for _, i := range t.items {
		levels = max(levels, i.Levels)
	}
	options := []kit.Option{{Value: written(0, 0), Text: p.say("surveys.scale.own", "levels", levels)}}
	scales := usualScales()
	if s.To > 0 && !slices.ContainsFunc(scales, func(u survey.Scale) bool { return u.From == s.From && u.To == s.To }) {
		scales = append(scales, s)
	}
	for _, u := range scales {
		options = append(options, kit.Option{Value: written(u.From, u.To), Text: p.say("surveys.scale.from_to", "from", u.From, "to", u.To)})
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.scale")), kit.Columns(240, []float32{1, 1},
		w.Pick("surveys.scale", p.say("surveys.scale.of"), options, written(s.From, s.To), func(value string) {
			p.change(func(m *survey.Mapping) {
				m.Scale.From, m.Scale.To = 0, 0
				for _, u := range scales {
					if written(u.From, u.To) == value {
						m.Scale.From, m.Scale.To = u.From, u.To
					}
				}
			})
		}), kit.Gap(1))}
	if len(s.Words) == 0 {
		return objects
	}
	const none, unknown = "none", "unknown"
	objects = append(objects, kit.Quiet(p.say("surveys.scale.words")))
	from, to := s.From, s.To
	if to == 0 {
		from, to = 1, levels
	}
	var means []kit.Option
	for n := from; n <= min(to, from+mostSteps); n++ {
		means = append(means, kit.Option{Value: strconv.Itoa(n), Text: strconv.Itoa(n)})
	}
	means = append(means, kit.Option{Value: none, Text: p.say("surveys.scale.none")}, kit.Option{Value: unknown, Text: p.say("surveys.scale.unknown")})
	for i, word := range s.Words {
		value := strconv.Itoa(word.Step)
		switch {
		case word.None:
			value = none
		case word.Step == 0 && from > 0:
			value = unknown
		}
		objects = append(objects, meaning(w, "surveys.scale."+survey.Fold(word.Text), p.quoted(word.Text), means, value, func(value string) {
			p.change(func(m *survey.Mapping) {
				n, err := strconv.Atoi(value)
				if err != nil {
					n = 0
				}
				m.Scale.Words[i].Step, m.Scale.Words[i].None = n, value == none
			})
		}))
	}
	return objects
}

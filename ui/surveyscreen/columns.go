package surveyscreen

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/survey"
	"waymark/ui/kit"
)

// valuesShown is how many values of a column stand beside it.
const valuesShown = 3

// columnsBody is what each column holds, with a few of its values.
func (p *place) columnsBody(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	objects := []fyne.CanvasObject{kit.Quiet(p.say("surveys.columns.about"))}
	for i, g := range t.glances {
		if i > 0 {
			objects = append(objects, kit.Rule())
		}
		objects = append(objects, w.Lazy("surveys.column."+strconv.Itoa(i), 64, func() fyne.CanvasObject { return p.column(w, i, g) }))
	}
	return []fyne.CanvasObject{kit.Panel(objects...)}
}

// column is one column of the file.
func (p *place) column(w *kit.Widgets, i int, g survey.Glance) fyne.CanvasObject {
	t := &p.taking
	key := "surveys.column." + strconv.Itoa(i)
	title := g.Title
	if title == "" {
		title = p.say("surveys.columns.untitled", "column", g.Letter)
	}
	name := kit.Text(app.Shorten(title, 120))
	if g.Column.Role != survey.Ignored && g.Column.Role != "" {
		name = kit.Strong(app.Shorten(title, 120))
	}
	var roles []kit.Option
	for _, r := range survey.Roles(t.mapping.Layout) {
		roles = append(roles, kit.Option{Value: string(r), Text: p.text(r.Name())})
	}
	role := g.Column.Role
	if role == "" {
		role = survey.Ignored
	}
	choices := []fyne.CanvasObject{w.Pick(key+".role", "", roles, string(role), func(value string) { p.setRole(i, survey.Role(value)) })}
	switch role {
	case survey.Answers:
		choices = append(choices, w.Pick(key+".item", "", p.itemOptions(), g.Column.Item, func(value string) {
			p.setColumn(i, survey.Column{Role: role, Item: value})
		}))
	case survey.Remarks:
		options := append([]kit.Option{{Value: "", Text: p.say("surveys.columns.whole")}}, p.itemOptions()...)
		choices = append(choices, w.Pick(key+".item", "", options, g.Column.Item, func(value string) {
			p.setColumn(i, survey.Column{Role: role, Item: value})
		}))
	case survey.Share:
		var levels []kit.Option
		for n := 0; n <= mostSteps; n++ {
			levels = append(levels, kit.Option{Value: strconv.Itoa(n), Text: p.say("surveys.columns.step", "step", n)})
		}
		choices = append(choices, w.Pick(key+".step", "", levels, strconv.Itoa(g.Column.Step), func(value string) {
			if n, err := strconv.Atoi(value); err == nil {
				p.setColumn(i, survey.Column{Role: role, Step: n})
			}
		}))
	default:
		choices = append(choices, kit.Gap(1))
	}
	words := kit.Spread(kit.CodeColumn(g.Letter, fynetheme.SizeNameText), kit.Lines(name, kit.Quiet(p.values(g))), nil)
	return kit.Columns(200, []float32{3, 5}, words, kit.Middle(kit.Columns(240, []float32{1, 1}, choices...)))
}

// mostSteps is the highest step of a scale that a column of shares can be about.
const mostSteps = 10

// values are a few of a column's values, or why none are shown.
func (p *place) values(g survey.Glance) string {
	if len(g.Values) == 0 {
		if g.Different == 0 {
			return p.say("surveys.columns.empty")
		}
		return p.say("surveys.columns.hidden")
	}
	shown := g.Values[:min(valuesShown, len(g.Values))]
	text := strings.Join(shown, " · ")
	if g.Different > len(shown) {
		text += " · …"
	}
	return text
}

func (p *place) itemOptions() []kit.Option {
	_, f, _ := p.round()
	var options []kit.Option
	for n, i := range f.Items() {
		options = append(options, kit.Option{Value: i.Key, Text: strconv.Itoa(n+1) + " " + app.Shorten(p.text(f.ItemName(i)), 40)})
	}
	return options
}

// setRole says what a column holds; for answers the first question without a column is proposed.
func (p *place) setRole(i int, role survey.Role) {
	c := survey.Column{Role: role}
	switch role {
	case survey.Answers:
		for _, item := range p.taking.items {
			if !slices.ContainsFunc(p.taking.mapping.Columns, func(c survey.Column) bool { return c.Role == role && c.Item == item.Key }) {
				c.Item = item.Key
				break
			}
		}
	case survey.Share:
		for _, other := range p.taking.mapping.Columns {
			if other.Role == role {
				c.Step = max(c.Step, other.Step)
			}
		}
		c.Step = min(c.Step+1, mostSteps)
	}
	p.setColumn(i, c)
}

// setColumn says what a column is; what its words mean is proposed anew, unless it says nothing about that.
func (p *place) setColumn(i int, c survey.Column) {
	p.change(func(m *survey.Mapping) {
		before := m.Columns[i].Role
		m.Columns[i] = c
		if before != c.Role || c.Role == survey.Answers || c.Role == survey.Share {
			*m = survey.Complete(p.taking.rows(), p.taking.items, *m)
		}
	})
}

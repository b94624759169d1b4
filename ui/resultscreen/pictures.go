package resultscreen

import (
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/chart"
	"waymark/app/figure"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// named is how many items a finding names.
const named = 3

// pictures is the view of the results: strengths first, then the pictures, then what calls for a second look.
func (p page) pictures() kit.View {
	view := kit.View{Trail: p.trail(Results), Title: p.say("results.title.results"), Lead: p.about(), Actions: p.ways()}
	if p.results.Answered == 0 {
		view.Body = []fyne.CanvasObject{kit.Panel(kit.Text(p.say("results.no_answers")))}
		return view
	}
	if !p.results.Rated() {
		view.Body = append(view.Body, p.findings())
	} else {
		radar := func(s figure.Sheet) chart.Drawing {
			s.Width, s.Height = 116, 92
			return figure.Radar(p.results, p.host.Words(), s)
		}
		findings, elements := p.findings(), p.picture("radar", 320, radar)
		if p.tables["radar"] { // columns of numbers take the whole page
			view.Body = append(view.Body, findings, kit.Gap(4), elements)
		} else {
			view.Body = append(view.Body, kit.Columns(360, []float32{1, 1.15}, findings, elements))
		}
		if figure.Mapped(p.results) {
			view.Body = append(view.Body, kit.Gap(4), p.picture("heat", 460, func(s figure.Sheet) chart.Drawing {
				return figure.Heat(p.results, p.host.Words(), s, true)
			}))
		}
		view.Body = append(view.Body, kit.Gap(4), p.picture("bars", 520, func(s figure.Sheet) chart.Drawing {
			return chart.Bars(figure.Bars(p.results, p.host.Words(), s))
		}))
	}
	if guard := p.guard(); guard != nil {
		view.Body = append(view.Body, kit.Gap(4), guard)
	}
	if remarks := p.remarks(); remarks != nil {
		view.Body = append(view.Body, kit.Gap(4), remarks)
	}
	return view
}

// findings are the sentences to take away, strengths first.
func (p page) findings() fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(p.say("assessment.findings"))}
	add := func(kind string, rows []assessment.Row, sentence func(assessment.Row) app.Text) {
		if len(rows) == 0 {
			return
		}
		objects = append(objects, kit.Quiet(p.say("assessment."+kind)))
		for _, r := range rows {
			objects = append(objects, p.onward(kind, r.Item.Key, kit.Text(p.text(sentence(r)))))
		}
	}
	add("strongest", p.results.Strongest(named), p.results.AtLevel)
	add("widest", p.results.WidestGaps(named), p.results.FromTo)
	add("divided", p.results.MostDivided(named), p.results.SeenApart)
	objects = append(objects, p.groupGaps()...)
	if !p.results.Rated() {
		objects = append(objects, kit.Text(p.say("results.words_only")))
	}
	return kit.Panel(objects...)
}

// groupGaps are the items that groups see most differently.
func (p page) groupGaps() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, r := range p.results.WidestGroupGaps(named) {
		if len(objects) == 0 {
			objects = append(objects, kit.Quiet(p.say("results.groups_apart")))
		}
		low, high, _, _ := r.GroupGap()
		objects = append(objects, p.onward("groups", r.Item.Key, kit.Text(p.say("results.group_gap", "name", p.results.Framework.ItemName(r.Item),
			"low", p.results.Groups[low.Group].Name, "low_mean", figure.Number(p.host.Words(), low.Mean),
			"high", p.results.Groups[high.Group].Name, "high_mean", figure.Number(p.host.Words(), high.Mean)))))
	}
	return objects
}

// picture is one picture in a panel, to be read as a table instead and to be saved.
func (p page) picture(name string, narrowest float32, draw func(figure.Sheet) chart.Drawing) fyne.CanvasObject {
	title := p.say("results.picture." + name)
	table := p.tables[name]
	turn := p.say("results.as_table")
	if table {
		turn = p.say("results.as_picture")
	}
	save := func(extension string, write func(w io.Writer, d chart.Drawing) error) func() {
		return func() {
			path, err := p.actions.SaveBeside(title, extension, func(w io.Writer) error { return write(w, draw(paper())) })
			if err != nil {
				p.host.Show(err)
				return
			}
			p.host.Toast(app.Say("results.saved", "path", path))
		}
	}
	objects := []fyne.CanvasObject{kit.Heading(title), kit.Quiet(p.say("results.picture.about." + name))}
	if table {
		objects = append(objects, p.table(name))
	} else {
		objects = append(objects, kit.Gap(4), kit.Chart(draw(onScreen()), narrowest))
	}
	return kit.Panel(append(objects, kit.Gap(4), kit.Line(
		p.Small("results.table."+name, turn, func() {
			p.tables[name] = !table
			p.visit.page.Refresh()
		}),
		p.Small("results.png."+name, p.say("results.save_png"), save(".png", p.actions.WritePNG)),
		p.Small("results.svg."+name, p.say("results.save_svg"), save(".svg", func(w io.Writer, d chart.Drawing) error {
			_, err := w.Write(chart.SVG(d, theme.Measure))
			return err
		}))))...)
}

// onScreen and paper are what pictures are drawn on; on a page of the screen a millimetre is about four and a half units.
func onScreen() figure.Sheet {
	return figure.Sheet{Width: 230, Height: 105, Size: 10, Measure: theme.Measure}
}

func paper() figure.Sheet {
	return figure.Sheet{Width: 180, Height: 110, Size: 10, Measure: theme.Measure}
}

// table is what a picture shows, in words and numbers.
func (p page) table(name string) fyne.CanvasObject {
	tell := figure.Table
	if name == "radar" {
		tell = figure.Elements
	}
	head, lines := tell(p.results, p.host.Words())
	weights := []float32{4, 1.6, 1.6, 1.6, 1.6}
	row := func(first fyne.CanvasObject, cells []string, cell func(string) *widget.Label) fyne.CanvasObject {
		objects := []fyne.CanvasObject{first}
		for _, c := range cells {
			objects = append(objects, cell(c))
		}
		return kit.Columns(72, weights[:len(objects)], objects...)
	}
	objects := []fyne.CanvasObject{row(kit.Quiet(head[0]), head[1:], kit.Quiet)}
	for _, line := range lines {
		name := []fyne.CanvasObject{kit.Text(line.Cells[0])}
		if line.Groups != "" {
			name = append(name, kit.Quiet(line.Groups))
		}
		objects = append(objects, kit.Rule(), row(kit.Lines(name...), line.Cells[1:], kit.Text))
	}
	return kit.Column(append(objects, kit.Quiet(p.say("results.table.note")))...)
}

// guard asks for a second look where levels lie above their evidence or above what others say; nil for nothing.
func (p page) guard() fyne.CanvasObject {
	bold := p.results.Bold()
	group, by, above := p.results.AboveGroups()
	if len(bold) == 0 && !above {
		return nil
	}
	objects := []fyne.CanvasObject{kit.Heading(p.say("results.guard")), kit.Text(p.say("results.guard.about"))}
	if above {
		objects = append(objects, kit.Text(p.say("results.guard.above", "group", group.Name, "by", figure.Number(p.host.Words(), by))))
	}
	for _, r := range bold {
		lines := []fyne.CanvasObject{kit.Text(p.text(p.results.AtLevel(r)))}
		if visitor := p.text(p.results.Framework.Visitor(r.Item)); visitor != "" {
			lines = append(lines, kit.Quiet(p.say("assessment.item.visitor", "text", visitor)))
		}
		objects = append(objects, p.onward("bold", r.Item.Key, lines...))
	}
	return kit.Panel(objects...)
}

// remarks are what people of surveyed groups wrote; nil for nothing.
func (p page) remarks() fyne.CanvasObject {
	b := p.model.Book()
	objects := []fyne.CanvasObject{kit.Heading(p.say("results.remarks")), kit.Quiet(p.say("results.remarks.about"))}
	for _, s := range assessment.Surveys(b, p.results.Round.ID) {
		remarks := b.Remarks.Where(func(r app.Remark) bool { return r.Survey == s.ID })
		if len(remarks) == 0 {
			continue
		}
		group := p.text(app.GroupName(s.Group))
		if s.Part != "" {
			group += ", " + s.Part
		}
		objects = append(objects, kit.Strong(group))
		for _, r := range remarks {
			about := ""
			if item, ok := p.results.Framework.Item(r.Item); ok {
				about = p.text(p.results.Framework.ItemName(item)) + ": "
			}
			objects = append(objects, kit.Text(about+p.host.Words().Quoted(strings.Join(strings.Fields(r.Text), " "))))
		}
	}
	if len(objects) == 2 {
		return nil
	}
	return kit.Panel(objects...)
}

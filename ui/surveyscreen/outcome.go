package surveyscreen

import (
	"context"
	"errors"
	"strconv"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/survey"
	"waymark/ui/kit"
)

// mostTold is how many rows that were not taken are told one by one.
const mostTold = 20

// keeping is what would be kept of what was counted, by the one rule that also keeps it.
type keeping struct {
	edit     app.Edit
	withheld []survey.Withheld
	given    []survey.Given
	cells    map[spot]app.SurveyMean
	people   map[spot]int // counted; with an empty item all of a group
	remarks  int
}

// spot is an item of a group, or of a part of one.
type spot struct{ group, part, item string }

func (p *place) keeping() (keeping, error) {
	t := &p.taking
	round, f, _ := p.round()
	k := keeping{given: survey.GivenOf(t.result), cells: map[spot]app.SurveyMean{}, people: map[spot]int{}}
	var err error
	k.edit, k.withheld, err = survey.Keep(p.model.Book(), round, f, t.held, t.file.Name, k.given)
	if err != nil {
		return k, err
	}
	surveys := map[app.ID[app.Survey]]app.Survey{}
	for _, c := range k.edit.Changes {
		switch r := c.After.(type) {
		case app.Survey:
			surveys[r.ID] = r
		case app.SurveyMean:
			s := surveys[r.Survey]
			k.cells[spot{s.Group, s.Part, r.Item}] = r
		case app.Remark:
			k.remarks++
		}
	}
	for _, g := range k.given {
		k.people[spot{g.Group, g.Part, ""}] = g.People
		for _, i := range g.Items {
			k.people[spot{g.Group, g.Part, i.Item}] = i.People
		}
	}
	return k, nil
}

// outcomeBody is what will be kept, what is hidden, and what was not taken.
func (p *place) outcomeBody(w *kit.Widgets) []fyne.CanvasObject {
	t := &p.taking
	switch {
	case !t.counted:
		return []fyne.CanvasObject{kit.Panel(kit.Strong(p.say("surveys.import.counting")))}
	case errors.Is(t.problem, context.Canceled):
		return []fyne.CanvasObject{kit.Panel(kit.Text(p.say("surveys.outcome.stopped")), kit.Line(w.Button("surveys.outcome.count", p.say("surveys.outcome.count"), p.changed)))}
	case t.problem != nil:
		return []fyne.CanvasObject{kit.Panel(kit.Text(p.say("surveys.outcome.not_yet")))}
	}
	k, err := p.keeping()
	if err != nil {
		return []fyne.CanvasObject{kit.Panel(kit.Problem(p.text(app.Sentence(err))))}
	}
	return []fyne.CanvasObject{p.summary(k), kit.Gap(4), p.preview(k), kit.Gap(4), p.report(k)}
}

// summary says in a sentence what would be kept.
func (p *place) summary(k keeping) fyne.CanvasObject {
	if len(k.cells) == 0 && k.remarks == 0 {
		return kit.Panel(kit.Strong(p.say("surveys.outcome.nothing")))
	}
	surveys := 0
	for _, c := range k.edit.Changes {
		if _, ok := c.After.(app.Survey); ok {
			surveys++
		}
	}
	text := p.say("surveys.outcome.groups", "count", surveys) + " · " + p.say("surveys.outcome.means", "count", len(k.cells))
	if k.remarks > 0 {
		text += " · " + p.say("surveys.outcome.remarks", "count", k.remarks)
	}
	return kit.Panel(kit.Strong(text), kit.Quiet(p.say("surveys.outcome.dropped")))
}

// preview is what each group answered about each item, and which of it is hidden.
func (p *place) preview(k keeping) fyne.CanvasObject {
	_, f, _ := p.round()
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.outcome.preview")), kit.Quiet(p.say("surveys.outcome.cells"))}
	each := columns()
	for from := 0; from < len(k.given); from += each {
		part := k.given[from:min(from+each, len(k.given))]
		var heads []fyne.CanvasObject
		for _, g := range part {
			heads = append(heads, head(app.Shorten(p.named(g.Group, g.Part), 40)+"\n"+p.say("surveys.people", "count", g.People)))
		}
		objects = append(objects, grid(heads, f, p.text, func(i app.Item) []fyne.CanvasObject {
			var cells []fyne.CanvasObject
			asked := false
			for _, g := range part {
				at := spot{g.Group, g.Part, i.Key}
				asked = asked || k.people[at] > 0
				cells = append(cells, p.previewed(k, at))
			}
			if !asked {
				return nil
			}
			return cells
		})...)
	}
	return kit.Panel(objects...)
}

func (p *place) previewed(k keeping, at spot) fyne.CanvasObject {
	m, kept := k.cells[at]
	people := k.people[at]
	switch {
	case kept:
		return cell(p.host.Words().Quantity(m.Mean)+" · "+strconv.Itoa(m.People), false)
	case people == 0:
		return cell("–", false)
	case min(people, k.people[spot{at.group, at.part, ""}]) < p.limit():
		return small(p.say("surveys.outcome.few", "limit", p.limit()))
	}
	return small(p.say("surveys.outcome.derivable"))
}

// report tells what was not taken as it stands in the file, and why something is hidden.
func (p *place) report(k keeping) fyne.CanvasObject {
	r := p.taking.result
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.report")),
		kit.Text(p.say("surveys.report.rows", "count", r.Rows, "taken", r.Taken))}
	for _, note := range r.Report.Notes {
		objects = append(objects, kit.Quiet(p.text(note)))
	}
	var sentences []string
	often := map[string]int{}
	for _, w := range k.withheld {
		text := p.text(w.Text)
		if often[text]++; often[text] == 1 {
			sentences = append(sentences, text)
		}
	}
	for _, text := range sentences {
		objects = append(objects, kit.Quiet(strconv.Itoa(often[text])+" × "+text))
	}
	if r.Report.Total == 0 {
		return kit.Panel(append(objects, kit.Quiet(p.say("surveys.report.all")))...)
	}
	objects = append(objects, kit.Strong(p.say("surveys.report.refused", "count", r.Report.Total)))
	for i, refusal := range r.Report.Refused {
		if i == mostTold {
			break
		}
		objects = append(objects, kit.Quiet(p.text(refusal.Text())))
	}
	if more := r.Report.Total - min(mostTold, len(r.Report.Refused)); more > 0 {
		objects = append(objects, kit.Quiet(p.say("surveys.more", "count", more)))
	}
	return kit.Panel(objects...)
}

// take stores what may be kept in one edit and leads to the surveys.
func (p *place) take() {
	t := &p.taking
	switch {
	case !t.counted:
		p.host.Toast(app.Say("surveys.import.counting"))
		return
	case t.problem != nil:
		p.host.Show(t.problem)
		return
	}
	k, err := p.keeping()
	if err == nil && len(k.cells) == 0 && k.remarks == 0 {
		err = app.Invalid("take survey", app.Say("surveys.outcome.nothing"))
	}
	if err := p.host.Do(k.edit, err); err != nil {
		p.host.Show(err)
		return
	}
	t.done = true
	p.host.Toast(app.Say("surveys.import.taken", "name", t.file.Name, "count", len(k.cells)))
	p.to(Surveys, "")()
}

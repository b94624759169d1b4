package surveyscreen

import (
	"context"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/survey"
	"waymark/translations"
	"waymark/ui/kit"
)

// step is one of the questions that taking over a file asks.
type step string

// The steps, in order.
const (
	fileStep    step = "file"
	columnsStep step = "columns"
	wordsStep   step = "words"
	outcomeStep step = "outcome"
)

func steps() []step { return []step{fileStep, columnsStep, wordsStep, outcomeStep} }

// taking is a table that is being taken over. Its rows are here alone, and only while the page is open.
type taking struct {
	at      step
	path    string
	reading func() // ends it; nil while nothing is read
	failure error  // why the file could not be read

	file    survey.File // without sheets while there is none
	sheet   int
	items   []survey.Item
	mapping survey.Mapping
	glances []survey.Glance
	held    app.Date

	counting bool
	again    bool // what is counted is not what the mapping says any more
	closed   bool
	counted  bool
	result   survey.Result
	problem  error // why it cannot be counted
	done     bool  // it was taken over
}

func (t *taking) open() bool { return len(t.file.Sheets) > 0 }

func (t *taking) rows() [][]string { return t.file.Sheets[t.sheet].Rows }

// drop ends what goes on and forgets the rows.
func (p *place) drop() {
	if p.taking.reading != nil {
		p.taking.reading()
	}
	p.taking = taking{closed: true}
}

// leaveImport tells that nothing was taken over of a file that is open.
func (p *place) leaveImport() error {
	if t := &p.taking; t.open() && !t.done {
		return app.Invalid("leave", app.Say("surveys.import.lost", "name", t.file.Name))
	}
	return nil
}

// choose asks for a file and reads it.
func (p *place) choose() {
	p.actions.ChooseToRead("surveys.import.which", []string{".csv", ".xlsx", ".txt", ".tsv"}, func(path string) {
		p.read(path, survey.Options{})
	})
}

// read reads a file in the background. One that cannot be read leaves everything as it was.
func (p *place) read(path string, options survey.Options) {
	t := &p.taking
	if t.closed {
		return
	}
	if t.reading != nil {
		t.reading()
	}
	var file survey.File
	var mapping survey.Mapping
	items := p.items()
	p.reads++
	ended, at := false, p.reads
	cancel := p.actions.Background(app.Say("surveys.import.reading"), func(ctx context.Context) (err error) {
		if file, err = p.actions.ReadTable(ctx, path, options); err != nil {
			return err
		}
		mapping = survey.Guess(file.Sheets[0].Rows, items)
		return ctx.Err()
	}, func(err error) {
		ended = true
		if t.closed || at != p.reads {
			return
		}
		t.reading = nil
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			t.failure = err
		default:
			p.files++
			*t = taking{at: fileStep, path: path, file: file, items: items, mapping: mapping, held: p.model.Today()}
			p.changed()
			p.page.Refresh()
			p.toNext()
		}
		p.page.Refresh()
	})
	if !ended {
		t.reading = cancel
	}
	p.page.Refresh()
}

// items are those of the round with all the names by which a file may call them.
func (p *place) items() []survey.Item {
	_, f, _ := p.round()
	var all []survey.Item
	for _, e := range f.Elements {
		for _, i := range e.Items {
			all = append(all, survey.Item{Key: i.Key, Element: e.Key, Levels: i.Levels})
		}
	}
	for _, code := range translations.Languages() {
		words, err := translations.New(code)
		if err != nil {
			continue // its names are not known then
		}
		for at := range all {
			i, _ := f.Item(all[at].Key)
			for _, name := range []string{words.Text(f.ItemName(i)), words.Text(f.Question(i))} {
				if !slices.Contains(all[at].Names, name) {
					all[at].Names = append(all[at].Names, name)
				}
			}
		}
	}
	return all
}

// change changes what the table is taken for, and counts anew.
func (p *place) change(set func(m *survey.Mapping)) {
	m := p.taking.mapping // what is being counted keeps its own
	m.Columns, m.Scale.Words = slices.Clone(m.Columns), slices.Clone(m.Scale.Words)
	m.Groups, m.Items = maps.Clone(m.Groups), maps.Clone(m.Items)
	set(&m)
	p.taking.mapping = m
	p.changed()
	p.page.Refresh()
}

// changed looks at the columns anew and counts in the background, one count after the other.
func (p *place) changed() {
	t := &p.taking
	t.glances = survey.Look(t.rows(), t.mapping)
	t.counted, t.again = false, true
	p.count()
}

func (p *place) count() {
	t := &p.taking
	if t.counting {
		return
	}
	t.counting, t.again = true, false
	rows, items, m, limit, of := t.rows(), t.items, t.mapping, p.limit(), p.files
	var result survey.Result
	p.actions.Background(app.Say("surveys.import.counting"), func(ctx context.Context) (err error) {
		if result, err = survey.Count(rows, items, m, limit); err == nil {
			err = ctx.Err()
		}
		return err
	}, func(err error) {
		if t.closed || of != p.files {
			return
		}
		t.counting = false
		if t.again {
			p.count()
			return
		}
		t.result, t.problem, t.counted = result, err, true
		p.page.Refresh()
	})
}

// importing is the page at its step.
func (p *place) importing(w *kit.Widgets) kit.View {
	t := &p.taking
	if !t.open() {
		return p.begin(w)
	}
	draw := map[step]func(*kit.Widgets) []fyne.CanvasObject{
		fileStep: p.fileBody, columnsStep: p.columnsBody, wordsStep: p.wordsBody, outcomeStep: p.outcomeBody,
	}[t.at]
	v := kit.View{Trail: p.trail(p.say("surveys.import.crumb")), Title: p.say("surveys.step." + string(t.at) + ".title"),
		Lead: p.say("surveys.step." + string(t.at) + ".lead")}
	here := slices.Index(steps(), t.at)
	for i, s := range steps() {
		v.Parts = append(v.Parts, kit.Part{Text: p.say("surveys.step." + string(s)), Done: i < here, Open: p.show(s)})
	}
	v.Body = draw(w)
	if t.problem != nil && t.counted && t.at != fileStep {
		v.Body = append([]fyne.CanvasObject{kit.Problem(p.text(app.Sentence(t.problem))), kit.Gap(2)}, v.Body...)
	}
	v.Actions = []fyne.CanvasObject{w.Button("surveys.import.other", p.say("surveys.import.other"), p.choose)}
	if here > 0 {
		v.Actions = append(v.Actions, w.Button("surveys.import.back", p.say("surveys.import.back"), p.show(steps()[here-1])))
	}
	if here+1 < len(steps()) {
		next := steps()[here+1]
		v.Actions = append(v.Actions, w.Primary("surveys.import.next", p.say("surveys.import.next", "step", p.say("surveys.step."+string(next))), p.show(next)))
		return v
	}
	take := w.Primary("surveys.import.next", p.say("surveys.import.take"), p.take)
	v.Actions = append(v.Actions, take)
	return v
}

// show returns what leads to a step, with its beginning in sight.
func (p *place) show(s step) func() {
	return func() {
		p.taking.at = s
		p.page.Refresh()
		p.toTop()
	}
}

// toTop shows the beginning of the page once it is laid out.
func (p *place) toTop() {
	p.host.After(0, func() {
		if !p.taking.closed {
			p.page.ScrollToTop()
		}
	})
}

// toNext puts the keyboard on what leads on.
func (p *place) toNext() {
	if next, ok := p.page.Widgets().Lookup("surveys.import.next").(fyne.Focusable); ok {
		p.host.Focus(next)
		p.toTop()
	}
}

// begin is what there is before a file is chosen.
func (p *place) begin(w *kit.Widgets) kit.View {
	t := &p.taking
	v := kit.View{Trail: p.trail(p.say("surveys.import.crumb")), Title: p.say("surveys.import.title"), Lead: p.say("surveys.import.lead")}
	choose := w.Primary("surveys.import.choose", p.say("surveys.import.choose"), p.choose)
	objects := []fyne.CanvasObject{kit.Heading(p.say("surveys.import.what"))}
	for _, key := range []string{"layouts", "programs", "kept"} {
		objects = append(objects, kit.Text(p.say("surveys.import.what."+key)))
	}
	switch {
	case t.reading != nil:
		objects = append(objects, kit.Strong(p.say("surveys.import.reading")), kit.Line(w.Button("surveys.import.stop", p.say("shell.cancel"), t.reading)))
	case t.failure != nil:
		objects = append(objects, kit.Problem(p.text(app.Sentence(t.failure))), kit.Line(choose))
	default:
		objects = append(objects, kit.Line(choose))
	}
	v.Body = []fyne.CanvasObject{kit.Panel(objects...)}
	return v
}

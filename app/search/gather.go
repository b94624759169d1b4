package search

import (
	"reflect"
	"slices"

	"waymark/app"
	"waymark/app/planning"
)

// gatherer collects what of a book is searched.
type gatherer struct {
	book    *app.Book
	current app.ID[app.Cycle]
	fields  []field
	entries []entry
	size    int // bytes in all fields

	say     func(app.Text) string
	said    map[string]string // names of frameworks and items by the key of their text
	codes   map[string]string // by ID
	frozen  map[app.ID[app.Assessment]]app.Framework
	others  map[string]app.ID[app.Cycle] // of the records of other cycles than the current one, by ID
	kind    app.Kind
	columns []column
}

// column is where a kind of record keeps a text.
type column struct {
	index int
	tag   string
}

func gather(b *app.Book, say func(app.Text) string) *gatherer {
	g := &gatherer{book: b, current: b.Current().ID, say: say, said: map[string]string{}, codes: map[string]string{},
		frozen: map[app.ID[app.Assessment]]app.Framework{}, others: map[string]app.ID[app.Cycle]{}}
	for c := range b.Cycles.All() {
		for id, code := range planning.CodesOf(b, c.ID) {
			g.codes[id] = code
		}
	}
	records := slices.Collect(b.Records())
	g.entries = make([]entry, 0, len(records))
	g.fields = make([]field, 0, 2*len(records))
	for _, r := range records {
		g.add(r)
	}
	return g
}

func (g *gatherer) add(r app.Record) {
	if kind := r.RecordKind(); kind != g.kind {
		g.kind, g.columns = kind, columnsOf(reflect.TypeOf(r), kind)
	}
	e := entry{record: r, cycle: g.cycleOf(r), code: g.codes[r.RecordID()], first: int32(len(g.fields))}
	name := app.Name(r)
	switch r := r.(type) {
	case app.Assessment:
		name = g.sentence(app.Named(r).Name())
		g.field(name, "framework", true)
	case app.Judgement:
		a, _ := g.book.Assessments.Get(r.Assessment)
		name = g.sentence(g.itemName(a, r.Item))
		g.field(name, "item", true)
	case app.Survey:
		name = g.sentence(app.GroupName(r.Group))
		g.field(name, "group", true)
	case app.Remark:
		s, _ := g.book.Surveys.Get(r.Survey)
		e.title = g.sentence(app.GroupName(s.Group))
	case app.Measurement:
		i, _ := g.book.Indicators.Get(r.Indicator)
		e.title = i.Name
	case app.CheckIn:
		a, _ := g.book.Actions.Get(r.Action)
		e.title = a.Text
	case app.Support:
		d, _ := g.book.Drafts.Get(r.Draft)
		e.title = d.Text
	}
	named := len(g.fields) > int(e.first)
	v := reflect.ValueOf(r)
	for _, c := range g.columns {
		text := v.Field(c.index).String()
		g.field(text, c.tag, !named && text == name)
		named = named || text == name
	}
	e.last = int32(len(g.fields))
	if e.first < e.last || e.code != "" {
		g.entries = append(g.entries, e)
	}
}

func (g *gatherer) field(text, tag string, name bool) {
	if text != "" {
		g.fields = append(g.fields, field{text: text, tag: tag, name: name})
		g.size += len(text)
	}
}

// itemName is the name of an item of an assessment.
func (g *gatherer) itemName(a app.Assessment, key string) app.Text {
	f, known := g.frozen[a.ID]
	if !known {
		f = app.Named(a)
		g.frozen[a.ID] = f
	}
	item, _ := f.Item(key)
	return f.ItemName(item)
}

// columnsOf lists the texts that people write; keys of frameworks, items and steps are none.
func columnsOf(t reflect.Type, kind app.Kind) []column {
	var columns []column
	for i := range t.NumField() {
		tag := t.Field(i).Tag.Get("json")
		key := kind == app.KindAssessment && tag == "framework" || kind == app.KindJudgement && tag == "item" ||
			kind == app.KindTimeBox && tag == "step" || kind == app.KindOwnItem && tag == "same" ||
			kind == app.KindSurvey && tag == "group" || kind == app.KindSurveyMean || kind == app.KindRemark && tag == "item"
		if t.Field(i).Type == reflect.TypeFor[string]() && !key {
			columns = append(columns, column{i, tag})
		}
	}
	return columns
}

// sentence returns a text in the language of the screen; empty when that language has none for its key.
func (g *gatherer) sentence(t app.Text) string {
	if t.Key == "" {
		return t.Words
	}
	said, ok := g.said[t.Key]
	if !ok {
		if said = g.say(t); said == t.Key {
			said = ""
		}
		g.said[t.Key] = said
	}
	return said
}

// cycleOf returns the cycle of a record whose parents have been added.
func (g *gatherer) cycleOf(r app.Record) app.ID[app.Cycle] {
	var cycle app.ID[app.Cycle]
	of := func(parent string) app.ID[app.Cycle] {
		if other, ok := g.others[parent]; ok {
			return other
		}
		return g.current
	}
	switch r := r.(type) {
	case app.School, app.Member, app.OwnFramework, app.OwnElement, app.OwnItem:
	case app.Cycle:
		cycle = r.ID
	case app.Question:
		cycle = r.Cycle
	case app.Theme:
		cycle = r.Cycle
	case app.Idea:
		cycle = r.Cycle
	case app.DotVote:
		cycle = r.Cycle
	case app.DotCount:
		cycle = of(string(r.Vote))
	case app.Perspective:
		cycle = r.Cycle
	case app.Draft:
		cycle = r.Cycle
	case app.Support:
		cycle = of(string(r.Draft))
	case app.Vision:
		cycle = r.Cycle
	case app.VisionLine:
		cycle = r.Cycle
	case app.VisionVersion:
		cycle = r.Cycle
	case app.TimeBox:
		cycle = r.Cycle
	case app.Assessment:
		cycle = r.Cycle
	case app.Judgement:
		cycle = of(string(r.Assessment))
	case app.Evidence:
		cycle = of(string(r.Judgement))
	case app.Survey:
		cycle = of(string(r.Assessment))
	case app.SurveyMean:
		cycle = of(string(r.Survey))
	case app.Remark:
		cycle = of(string(r.Survey))
	case app.Priority:
		cycle = r.Cycle
	case app.Need:
		cycle = r.Cycle
	case app.Goal:
		cycle = of(string(r.Priority))
	case app.Indicator:
		cycle = of(string(r.Goal))
	case app.Measurement:
		cycle = of(string(r.Indicator))
	case app.Action:
		cycle = of(string(r.Goal))
	case app.Review:
		cycle = r.Cycle
	case app.CheckIn:
		cycle = of(string(r.Review))
	}
	if cycle != "" && cycle != g.current {
		g.others[r.RecordID()] = cycle
	}
	return cycle
}

package ui

import (
	"cmp"
	"slices"
	"strings"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/search"
	"waymark/app/vision"
	"waymark/ui/finder"
	"waymark/ui/screen"
)

// mostFound is how many records are offered at most; nobody reads further.
const mostFound = 100

// Find looks for records of the school file while one types.
func (s *Shell) Find() {
	if s.file == nil || !s.mayFind() {
		return
	}
	find := s.seeker()
	finder.Show(s.window.Canvas(), s, s.words.Say("find.hint"), func(query string, letters int) finder.Answer {
		if blank(query) {
			return finder.Answer{Note: s.words.Say("find.lead")}
		}
		return s.answer(query, find(query, letters))
	})
}

// Palette looks for everything that can be done or seen: commands, places and records.
func (s *Shell) Palette() {
	if !s.mayFind() {
		return
	}
	find := s.seeker()
	finder.Show(s.window.Canvas(), s, s.words.Say("find.palette.hint"), func(query string, letters int) finder.Answer {
		all := s.doable(query)
		if s.file != nil && !blank(query) {
			all = all.with(find(query, letters))
		}
		return s.answer(query, all)
	})
}

func blank(query string) bool { return strings.TrimSpace(query) == "" }

// mayFind tells whether a finder can be shown; one that is on show goes.
func (s *Shell) mayFind() bool {
	if s.shown != nil && s.shown.window == nil {
		return false // the room would see it
	}
	s.closeFinder()
	return s.window.Canvas().Overlays().Top() == nil
}

// closeFinder takes a finder away that is on show, as when a shortcut leads elsewhere.
func (s *Shell) closeFinder() {
	if open, ok := s.window.Canvas().Overlays().Top().(*finder.Finder); ok {
		open.Close()
	}
}

// findings are results that can be compared with others for the same query, and how many there are in all.
type findings struct {
	results []finding
	all     int
}

type finding struct {
	finder.Result
	score int
}

// with puts other findings among f, the better first; of equally good ones those of f come first.
func (f findings) with(other findings) findings {
	f.results, f.all = append(f.results, other.results...), f.all+other.all
	slices.SortStableFunc(f.results, func(a, b finding) int { return cmp.Compare(b.score, a.score) })
	return f
}

func (s *Shell) answer(query string, f findings) finder.Answer {
	var a finder.Answer
	for _, found := range f.results {
		a.Results = append(a.Results, found.Result)
	}
	switch {
	case f.all == 0:
		a.Note = s.words.Say("find.none", "query", app.Shorten(app.CleanLine(query), 60))
	case f.all > len(f.results):
		a.Note = s.words.Say("find.some", "some", len(f.results), "all", f.all)
	}
	return a
}

// doable returns the commands that match a query, all in the order of the menu when it is blank, with the places first.
func (s *Shell) doable(query string) findings {
	var places, actions findings
	for _, group := range s.commandGroups() {
		for _, c := range group.commands {
			if c == nil || c.take == nil || s.file == nil && c.needsFile || c.key == "menu.palette" {
				continue
			}
			name := s.words.Say(c.key)
			score, spans, ok := search.Match(query, name)
			into := &actions
			if strings.HasPrefix(c.key, "route.") {
				into = &places
			}
			if ok || blank(query) {
				into.results = append(into.results, finding{score: score, Result: finder.Result{Mark: s.words.Say(group.key),
					Title: search.Excerpt{Text: name, Spans: spans}, Keys: c.keys(), Take: c.take}})
				into.all++
			}
		}
	}
	if !blank(query) && s.file != nil {
		for _, v := range views() {
			name := s.words.Say(v.key)
			if score, spans, ok := search.Match(query, name); ok {
				places.results = append(places.results, finding{score: score, Result: finder.Result{Mark: s.words.Say("route." + string(v.route.Area)),
					Title: search.Excerpt{Text: name, Spans: spans}, Take: func() { s.Go(v.route) }}})
				places.all++
			}
		}
	}
	return places.with(actions)
}

// view is a place below that of a stage, with the key of its name.
type view struct {
	key   string
	route screen.Route
}

// views lists the places below those of the stages that are not a record's.
func views() []view {
	var all []view
	for _, step := range vision.Steps() {
		all = append(all, view{"vision.step." + step.Key, screen.Route{Area: screen.Vision, View: step.Key}})
	}
	for _, name := range []string{"start", "results", "compare", "needs", "surveys", "frameworks"} {
		all = append(all, view{"route.assessment." + name, screen.Route{Area: screen.Assessment, View: name}})
	}
	return all
}

// seeker returns what finds the records that match a query. The book is read at the first query, when what was typed
// before is in it.
func (s *Shell) seeker() func(query string, letters int) findings {
	var index *search.Index
	return func(query string, letters int) findings {
		if index == nil {
			index = search.New(s.Book(), s.words.Text)
		}
		found, all := index.Find(query, mostFound, letters)
		f := findings{all: all}
		for _, r := range found {
			f.results = append(f.results, finding{score: r.Score, Result: s.record(r)})
		}
		return f
	}
}

// record says what was found and where: its kind beside its code, its day or the period it belongs to if that is over, and
// the words around those looked for.
func (s *Shell) record(r search.Result) finder.Result {
	kind := s.words.Say("kind." + string(r.Record.RecordKind()))
	result := finder.Result{Mark: kind, Title: r.Title, Take: func() { s.Go(s.whereIs(r.Record)) }}
	var where []string
	if r.Code != "" {
		result.Mark, result.IsCode = r.Code, true
		where = append(where, kind)
	}
	if day := s.dayOf(r.Record); !day.IsZero() {
		where = append(where, s.words.ShortDate(day))
	} else if cycle, ok := s.Book().Cycles.Get(r.Cycle); ok && cycle.ID != s.Book().Current().ID {
		where = append(where, prepare.Period(cycle))
	}
	piece := search.Excerpt{}
	if r.Excerpt.Text != r.Title.Text {
		where = append(where, s.fieldName(r.Record.RecordKind(), r.Field))
		piece = r.Excerpt
	}
	if r.Title.Text == "" {
		result.Title, piece = r.Excerpt, search.Excerpt{}
	}
	result.Detail = behind(strings.Join(where, " · "), piece)
	return result
}

// dayOf returns the day that tells a record from others of the same name, zero for none.
func (s *Shell) dayOf(r app.Record) app.Date {
	b := s.Book()
	switch r := r.(type) {
	case app.Assessment:
		return r.Held
	case app.Judgement:
		a, _ := b.Assessments.Get(r.Assessment)
		return a.Held
	case app.Measurement:
		return r.Date
	case app.Review:
		return r.Date
	case app.CheckIn:
		review, _ := b.Reviews.Get(r.Review)
		return review.Date
	}
	return app.Date{}
}

// behind returns an excerpt with words before it.
func behind(words string, e search.Excerpt) search.Excerpt {
	if words == "" || e.Text == "" {
		return search.Excerpt{Text: words + e.Text, Spans: e.Spans}
	}
	words += ": "
	moved := search.Excerpt{Text: words + e.Text}
	for _, span := range e.Spans {
		moved.Spans = append(moved.Spans, search.Span{From: span.From + len(words), To: span.To + len(words)})
	}
	return moved
}

// fieldName names a field: as its kind calls it, or else as all do.
func (s *Shell) fieldName(kind app.Kind, field string) string {
	if own := "history.field." + string(kind) + "." + field; s.words.Has(own) {
		return s.words.Say(own)
	}
	return s.words.Say("history.field." + field)
}

// whereIs returns where a record can be seen: on its screen, or what has happened to it when no screen shows it any more.
func (s *Shell) whereIs(r app.Record) screen.Route {
	if place := screen.PlaceOf(s.Book(), r); place != (screen.Route{}) {
		return place
	}
	return screen.HistoryOf(r)
}

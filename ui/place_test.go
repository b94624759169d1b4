package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// Given the sample, when the place of any of its records is opened, then the record can be read there.
func TestEachRecordIsShownAtItsPlace(t *testing.T) {
	w := uitest.For(t, uitest.Options{Width: 1920, Height: 10000}) // in which nothing has to be scrolled to
	b := w.Book()
	shown := map[screen.Route]string{}
	placed, without := map[app.Kind]int{}, map[app.Kind]int{}
	for r := range b.Records() {
		at := screen.PlaceOf(b, r)
		if at.Area == "" {
			without[r.RecordKind()]++
			continue
		}
		placed[r.RecordKind()]++
		if parsed, err := screen.ParseRoute(at.String()); err != nil || parsed != at {
			t.Errorf("%s cannot be written down", at)
		}
		if _, seen := shown[at]; !seen {
			shown[at] = everything(w, at)
		}
		if words := known(w, r); !strings.Contains(inLine(shown[at]), inLine(words)) {
			t.Errorf("%s does not show the %s %q", at, r.RecordKind(), words)
		}
	}
	// What belongs to the earlier cycle is on no screen, and nothing else is.
	past := func(r app.Record) bool {
		if round, ok := b.Assessments.Get(assessed(b, r)); ok {
			latest, _ := assessment.Latest(b, b.Current().ID)
			return round.ID != latest.ID
		}
		switch r := r.(type) {
		case app.Cycle:
			return r.ID != b.Current().ID
		case app.Vision:
			return r.Cycle != b.Current().ID
		}
		return false
	}
	want := map[app.Kind]int{}
	for r := range b.Records() {
		if past(r) {
			want[r.RecordKind()]++
		}
	}
	for _, kind := range app.Kinds() {
		if placed[kind] == 0 && !slices.Contains(lacking(), kind) {
			t.Errorf("no %s has a place", kind)
		}
		if without[kind] != want[kind] {
			t.Errorf("%d of kind %s have no place, want %d", without[kind], kind, want[kind])
		}
	}
}

// lacking lists the kinds of which the sample has no record.
func lacking() []app.Kind {
	return []app.Kind{app.KindTimeBox, app.KindOwnFramework, app.KindOwnElement, app.KindOwnItem}
}

// inLine is a text without its ends of lines, since cards break theirs themselves.
func inLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// assessed is the round that a record of the second stage belongs to; empty for any other.
func assessed(b *app.Book, r app.Record) app.ID[app.Assessment] {
	switch r := r.(type) {
	case app.Assessment:
		return r.ID
	case app.Judgement:
		return r.Assessment
	case app.Evidence:
		j, _ := b.Judgements.Get(r.Judgement)
		return j.Assessment
	case app.Survey:
		return r.Assessment
	case app.SurveyMean:
		s, _ := b.Surveys.Get(r.Survey)
		return s.Assessment
	case app.Remark:
		s, _ := b.Surveys.Get(r.Survey)
		return s.Assessment
	}
	return ""
}

// everything is all that can be read at a route once its lists are unfolded.
func everything(w *uitest.Window, at screen.Route) string {
	w.Shell.Enter(at)
	if page, ok := w.Shell.Current().(*kit.Page); ok {
		for _, key := range []string{"progress.fold.overdue", "progress.fold.due_soon", "progress.fold.later", "progress.fold.finished",
			"progress.fold.reviews"} {
			if fold, ok := page.Widgets().Lookup(key).(fyne.Tappable); ok {
				fold.Tapped(nil)
			}
		}
	}
	return strings.Join(slices.Concat(w.Texts(), w.Typed()), "\n")
}

// known is the words by which a record is known on a screen.
func known(w *uitest.Window, r app.Record) string {
	b, words := w.Book(), w.Shell.Words()
	switch r := r.(type) {
	case app.Vision:
		return r.Statement
	case app.Perspective:
		return r.Seen
	case app.Support:
		return r.Better
	case app.VisionVersion:
		return r.Minutes
	case app.Assessment:
		return r.Note
	case app.Judgement:
		round, _ := b.Assessments.Get(r.Assessment)
		return words.Text(app.Named(round).ItemName(app.Item{Key: r.Item}))
	case app.Measurement:
		return words.TypedDate(r.Date)
	case app.Review:
		return r.Present
	case app.CheckIn:
		return r.Note
	}
	return app.Name(r)
}

// What belongs to another cycle is shown where it can be, and nowhere when it cannot.
func TestRecordsOfAnotherCycle(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	b := w.Book()
	other := app.ID[app.Cycle](strings.Repeat("0", 32))
	for _, r := range []app.Record{app.Cycle{ID: other}, app.Idea{Cycle: other}, app.Vision{Cycle: other},
		app.VisionLine{Cycle: other}, app.Need{Cycle: other}, app.Priority{Cycle: other}, app.Review{Cycle: other},
		app.Assessment{Cycle: other}, app.Judgement{}, app.Evidence{}, app.Measurement{}, app.CheckIn{}} {
		if at := screen.PlaceOf(b, r); at != (screen.Route{}) {
			t.Errorf("%s is at %s", r.RecordKind(), at)
		}
	}
	if at := screen.PlaceOf(b, app.Indicator{Goal: "g"}); at.String() != "planning/goal/g" {
		t.Errorf("the indicator is at %s", at)
	}
	if at := screen.PlaceOf(b, nil); at != (screen.Route{}) {
		t.Errorf("nothing is at %s", at)
	}
}

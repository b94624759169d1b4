package progressscreen

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/progress"
	"waymark/data/sample"
	"waymark/translations"
)

func sampleReader(t *testing.T) reader {
	t.Helper()
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	book, err := app.NewBook(sample.Build(words)...)
	if err != nil {
		t.Fatal(err)
	}
	return newReader(book, sample.Today())
}

func TestNextVisitsEveryOpenActionOnceInTheOrderOfTheBoard(t *testing.T) {
	// Given the sample school,
	r := sampleReader(t)
	var want []string
	b := r.board()
	for _, list := range [][]item{b.Overdue, b.DueSoon, b.Later} {
		for _, i := range list {
			want = append(want, i.Code)
		}
	}

	// when the team goes from the first action to the next, and back,
	var there, back []string
	last := app.ID[app.Action]("")
	for id := b.First; id != "" && len(there) <= len(want); {
		c, ok := r.checkIn(id)
		if !ok {
			t.Fatalf("no check-in of %s", id)
		}
		there, last, id = append(there, c.Code), id, c.Next
	}
	for id := last; id != "" && len(back) <= len(want); {
		c, _ := r.checkIn(id)
		back, id = append([]string{c.Code}, back...), c.Previous
	}

	// then it has seen what the dashboard lists.
	if diff := cmp.Diff(want, there); diff != "" {
		t.Errorf("going on (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, back); diff != "" {
		t.Errorf("going back (-want +got):\n%s", diff)
	}
}

func TestAFinishedActionHasNeighbours(t *testing.T) {
	r := sampleReader(t)
	for _, a := range r.board().Closed {
		c, ok := r.checkIn(a.ID)
		if !ok || c.Previous == a.ID || c.Next == a.ID || c.Next == "" {
			t.Errorf("%s: previous %q, next %q", a.Code, c.Previous, c.Next)
		}
	}
}

func TestAnotherCyclesActionIsNotHere(t *testing.T) {
	// Given an action of the current cycle,
	r := sampleReader(t)
	id := r.board().First

	// when another cycle becomes the current one,
	school := r.book.School()
	for c := range r.book.Cycles.All() {
		if c.ID != r.cycle.ID {
			school.Current = c.ID
		}
	}
	edit, err := app.Save(r.book, school)
	if err != nil {
		t.Fatal(err)
	}
	if err := app.NewHistory(r.book, forgetful{}, now).Do(t.Context(), edit); err != nil {
		t.Fatal(err)
	}

	// then the action is not there.
	later := newReader(r.book, r.today)
	if later.cycle.ID == r.cycle.ID {
		t.Fatal("the sample has one cycle only")
	}
	if _, ok := later.checkIn(id); ok {
		t.Error("an action of another cycle is shown")
	}
}

func TestWhatIsToldTodayIsNotAmongWhatWasSaidBefore(t *testing.T) {
	// Given an action that was checked in before,
	r := sampleReader(t)
	id := r.board().First
	before, _ := r.checkIn(id)
	history := app.NewHistory(r.book, forgetful{}, now)

	// when it is checked in today, twice,
	for confidence := 3; confidence <= 4; confidence++ {
		edit, err := checkInEdit(r.book, r.today, id, func(in *app.CheckIn) { in.Confidence = confidence })
		if err != nil {
			t.Fatal(err)
		}
		if err := history.Do(t.Context(), edit); err != nil {
			t.Fatal(err)
		}
	}

	// then the second is today's and the earlier ones are as they were.
	after, _ := newReader(r.book, r.today).checkIn(id)
	if diff := cmp.Diff(before.Earlier, after.Earlier, cmp.AllowUnexported(app.Date{})); diff != "" {
		t.Errorf("earlier check-ins (-before +after):\n%s", diff)
	}
	if after.Now.Confidence != 4 || after.Now.ID == "" {
		t.Errorf("today's is %+v", after.Now)
	}
	if got := len(progress.CheckIns(r.book, id)) - len(before.Earlier); got != 1 {
		t.Errorf("%d check-ins more, want 1", got)
	}
}

// forgetful keeps nothing.
type forgetful struct{}

func (forgetful) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

func now() time.Time { return sample.Today().Time() }

func BenchmarkBoard(b *testing.B) {
	words, err := translations.New("en")
	if err != nil {
		b.Fatal(err)
	}
	book, err := app.NewBook(sample.Large(words, 10)...)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		newReader(book, sample.Today()).board()
	}
}

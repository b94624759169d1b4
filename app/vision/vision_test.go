package vision_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/vision"
)

type memory struct{}

func (memory) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

var cycle = app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}

func newBook(t testing.TB) *app.Book {
	t.Helper()
	b, err := app.NewBook(cycle)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func do(t testing.TB, b *app.Book, edit app.Edit, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if err := app.NewHistory(b, memory{}, time.Now).Do(context.Background(), edit); err != nil {
		t.Fatal(err)
	}
}

func texts(b *app.Book) []string {
	var texts []string
	for _, i := range vision.Ideas(b, cycle.ID) {
		texts = append(texts, i.Text)
	}
	return texts
}

func TestAddIdeasTakesOneFromEachLine(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"Calm mornings", []string{"Calm mornings"}},
		{"- Calm mornings\r\n• Open doors\n\n*  Õues õppimine \n–", []string{"Calm mornings", "Open doors", "Õues õppimine"}},
		{"one\ttwo  three", []string{"one two three"}},
	} {
		b := newBook(t)
		edit, err := vision.AddIdeas(b, cycle.ID, c.typed)
		do(t, b, edit, err)
		if diff := cmp.Diff(c.want, texts(b)); diff != "" {
			t.Errorf("%q: %s", c.typed, diff)
		}
	}
}

func TestAddIdeasRefusesNothing(t *testing.T) {
	for _, typed := range []string{"", " \n\t\n", "- \n– "} {
		if _, err := vision.AddIdeas(newBook(t), cycle.ID, typed); app.Sentence(err).Key != "error.empty_text" {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestAddIdeasKeepsAThousandPastedLinesInOrder(t *testing.T) {
	b := newBook(t)
	edit, err := vision.AddIdeas(b, cycle.ID, "first")
	do(t, b, edit, err)
	want := []string{"first"}
	var paste strings.Builder
	for i := range 1000 {
		want = append(want, fmt.Sprintf("Idea %d, äõ", i))
		fmt.Fprintf(&paste, "- Idea %d, äõ\r\n", i)
	}
	edit, err = vision.AddIdeas(b, cycle.ID, paste.String())
	do(t, b, edit, err)
	if diff := cmp.Diff(want, texts(b)); diff != "" {
		t.Fatal(diff)
	}
	if edit.Label.Key != "edit.add_ideas" || edit.Label.Args["count"] != 1000 {
		t.Errorf("the edit is called %v", edit.Label)
	}
}

func TestIdeasAreNeverEmptyAndNeverOutOfOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := newBook(t)
		for _, typed := range rapid.SliceOfN(rapid.String(), 1, 5).Draw(r, "typed") {
			edit, err := vision.AddIdeas(b, cycle.ID, typed)
			if err != nil {
				continue
			}
			do(t, b, edit, nil)
		}
		last := 0
		for _, i := range vision.Ideas(b, cycle.ID) {
			if i.Text == "" || strings.Contains(i.Text, "\n") || i.Position <= last {
				r.Fatalf("idea %+v after position %d", i, last)
			}
			last = i.Position
		}
	})
}

func TestLinesAreAddedLastAndMoved(t *testing.T) {
	b := newBook(t)
	for _, text := range []string{"a", "b", "c"} {
		edit, err := vision.AddLine(b, cycle.ID, text)
		do(t, b, edit, err)
	}
	first := vision.Lines(b, cycle.ID)[0]
	do(t, b, vision.MoveLine(b, first.ID, 2), nil)
	var got []string
	for _, l := range vision.Lines(b, cycle.ID) {
		got = append(got, l.Text)
	}
	if diff := cmp.Diff([]string{"b", "c", "a"}, got); diff != "" {
		t.Fatal(diff)
	}
	if edit := vision.MoveLine(b, first.ID, 1); !edit.Empty() {
		t.Error("the last line moved down")
	}
	if edit := vision.MoveLine(b, "gone", 1); !edit.Empty() {
		t.Error("a line that is not there moved")
	}
}

func TestOfFindsTheVisionOfTheCycle(t *testing.T) {
	b := newBook(t)
	fresh := vision.Of(b, cycle.ID)
	if fresh.Cycle != cycle.ID || !app.ValidID(fresh.RecordID()) {
		t.Fatalf("a new vision is %+v", fresh)
	}
	fresh.Statement = "We learn outdoors."
	edit, err := app.Save(b, fresh)
	do(t, b, edit, err)
	if got := vision.Of(b, cycle.ID); got != fresh {
		t.Errorf("the vision is %+v, want %+v", got, fresh)
	}
}

func BenchmarkAddAThousandIdeas(b *testing.B) {
	book, paste := newBook(b), strings.Repeat("- A quiet corner to read in\n", 1000)
	for b.Loop() {
		if _, err := vision.AddIdeas(book, cycle.ID, paste); err != nil {
			b.Fatal(err)
		}
	}
}

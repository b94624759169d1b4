package app

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

// memory is a Store that keeps the edits, or fails as told.
type memory struct {
	edits  []Edit
	causes []Cause
	fails  error
}

func (m *memory) Apply(_ context.Context, edit Edit, cause Cause, _ time.Time) error {
	if m.fails != nil {
		return m.fails
	}
	m.edits, m.causes = append(m.edits, edit), append(m.causes, cause)
	return nil
}

func aClock() time.Time { return time.Date(2026, time.November, 24, 14, 2, 0, 0, time.UTC) }

func aHistory(t *testing.T, records ...Record) (*History, *memory) {
	t.Helper()
	book, err := NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	store := &memory{}
	return NewHistory(book, store, aClock), store
}

func aMember(name string, position int) Member {
	return Member{ID: NewID[Member](), Role: "õpetaja", Name: name, Position: position}
}

func named(m Member, name string) Member {
	m.Name = name
	return m
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (h *History) all() []Record { return slices.Collect(h.Book().Records()) }

func TestDoUndoRedo(t *testing.T) {
	ctx, m := context.Background(), aMember("Ülle", 1)
	h, store := aHistory(t, m)
	// When a name is changed
	must(t, h.Do(ctx, Edit{Label: Say("edit.change"), Changes: []Change{Update(m, named(m, "Malle"))}}))
	// Then it can be undone by name, and redone
	if label, ok := h.NextUndo(); !ok || label.Key != "edit.change" {
		t.Errorf("next undo is %v, %v", label, ok)
	}
	must(t, h.Undo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{m}) {
		t.Errorf("undone to %v", got)
	}
	if _, ok := h.NextUndo(); ok {
		t.Error("there is more to undo")
	}
	if label, ok := h.NextRedo(); !ok || label.Key != "edit.change" {
		t.Errorf("next redo is %v, %v", label, ok)
	}
	must(t, h.Redo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{named(m, "Malle")}) {
		t.Errorf("redone to %v", got)
	}
	// And undo and redo without anything to do leave the store alone
	must(t, h.Redo(ctx))
	must(t, h.Undo(ctx))
	must(t, h.Undo(ctx))
	if want := []Cause{DidEdit, UndidEdit, RedidEdit, UndidEdit}; !slices.Equal(store.causes, want) {
		t.Errorf("stored %v, want %v", store.causes, want)
	}
	// And something new ends the redoing
	must(t, h.Do(ctx, Edit{Changes: []Change{Delete(m)}}))
	if _, ok := h.NextRedo(); ok {
		t.Error("an edit that no longer fits can be redone")
	}
}

func TestAnEditThatChangesNothingIsNoStep(t *testing.T) {
	m := aMember("Ülle", 1)
	h, store := aHistory(t, m)
	must(t, h.Do(context.Background(), Edit{}))
	must(t, h.Do(context.Background(), Edit{Changes: []Change{Update(m, m)}}))
	if _, ok := h.NextUndo(); ok || len(store.edits) > 0 {
		t.Errorf("a step: %v, stored: %d", ok, len(store.edits))
	}
}

func TestEditsOfOneFieldAreOneStep(t *testing.T) {
	ctx, m := context.Background(), aMember("", 1)
	h, store := aHistory(t, m)
	typing := func(from, to string) Edit {
		return Edit{Merge: "member.name", Changes: []Change{Update(named(m, from), named(m, to))}}
	}
	// When a name is typed in three goes
	must(t, h.Do(ctx, typing("", "Ü")))
	must(t, h.Do(ctx, typing("Ü", "Ülle")))
	must(t, h.Do(ctx, typing("Ülle", "Ülle Õun")))
	// Then each is stored, and one undo takes all of them back, one redo brings them again
	if len(store.edits) != 3 {
		t.Errorf("%d stored", len(store.edits))
	}
	must(t, h.Undo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{m}) {
		t.Errorf("undone to %v", got)
	}
	must(t, h.Redo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{named(m, "Ülle Õun")}) {
		t.Errorf("redone to %v", got)
	}
	// And what is typed after that is a step of its own
	must(t, h.Do(ctx, typing("Ülle Õun", "Malle")))
	must(t, h.Undo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{named(m, "Ülle Õun")}) {
		t.Errorf("undone to %v", got)
	}
}

func TestMergingJoinsInsertsAndDeletes(t *testing.T) {
	ctx, m, other := context.Background(), aMember("a", 1), aMember("other", 2)
	h, _ := aHistory(t)
	for _, c := range []Change{Insert(m), Update(m, named(m, "b")), Insert(other), Delete(named(m, "b"))} {
		must(t, h.Do(ctx, Edit{Merge: "x", Changes: []Change{c}}))
	}
	must(t, h.Undo(ctx))
	if got := h.all(); len(got) != 0 {
		t.Errorf("undone to %v", got)
	}
	must(t, h.Redo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{other}) {
		t.Errorf("redone to %v", got)
	}
}

// Whoever types a word and takes it out again by hand has nothing to undo, and no undo that seems to do nothing.
func TestTypingBackToTheStartIsNoStep(t *testing.T) {
	ctx, m := context.Background(), aMember("Ülle", 1)
	h, _ := aHistory(t, m)
	must(t, h.Do(ctx, Edit{Merge: "x", Changes: []Change{Update(m, named(m, "Malle"))}}))
	must(t, h.Do(ctx, Edit{Merge: "x", Changes: []Change{Update(named(m, "Malle"), m)}}))
	if label, ok := h.NextUndo(); ok {
		t.Errorf("undo offers %v", label)
	}
}

func TestAnEditThatDoesNotFitIsRefused(t *testing.T) {
	ctx, m := context.Background(), aMember("Ülle", 1)
	cases := map[string]Change{
		"another before":     Update(named(m, "x"), named(m, "y")),
		"there already":      Insert(m),
		"gone":               Delete(aMember("x", 1)),
		"nothing at all":     {},
		"another ID":         Update(m, aMember("x", 1)),
		"another kind":       Update(m, Idea{ID: ID[Idea](m.ID)}),
		"no ID":              Insert(Member{}),
		"an ID of the world": Insert(Member{ID: "me"}),
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			h, store := aHistory(t, m)
			good := aMember("good", 2)
			err := h.Do(ctx, Edit{Changes: []Change{Insert(good), c}})
			if KindOf(err) != KindConflict {
				t.Errorf("got %v, want an Error of KindConflict", err)
			}
			if got := h.all(); !slices.Equal(got, []Record{m}) || len(store.edits) > 0 {
				t.Errorf("the book holds %v, the store %d edits", got, len(store.edits))
			}
		})
	}
}

func TestWhatCannotBeStoredDoesNotHappen(t *testing.T) {
	ctx, m := context.Background(), aMember("Ülle", 1)
	h, store := aHistory(t, m)
	heard := 0
	h.Subscribe(func(Commit) { heard++ })
	edit := Edit{Changes: []Change{Update(m, named(m, "Malle"))}}
	full := &Error{Op: "apply", Kind: KindFull, Text: Say("error.full")}
	// Given a full disk, nothing changes and nobody hears of it
	store.fails = full
	if err := h.Do(ctx, edit); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	if _, ok := h.NextUndo(); ok || heard > 0 || !slices.Equal(h.all(), []Record{m}) {
		t.Errorf("a step: %v, heard: %d, book: %v", ok, heard, h.all())
	}
	// And an undo or redo that fails can be tried again
	store.fails = nil
	must(t, h.Do(ctx, edit))
	store.fails = full
	if err := h.Undo(ctx); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	store.fails = nil
	must(t, h.Undo(ctx))
	store.fails = full
	if err := h.Redo(ctx); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	store.fails = nil
	must(t, h.Redo(ctx))
	if got := h.all(); !slices.Equal(got, []Record{named(m, "Malle")}) {
		t.Errorf("got %v", got)
	}
}

func TestSubscribersHearOfWhatIsOnDisk(t *testing.T) {
	ctx, m := context.Background(), aMember("Ülle", 1)
	h, store := aHistory(t)
	var heard []Cause
	cancel := h.Subscribe(func(c Commit) {
		if len(store.edits) != len(heard)+1 || c.At != aClock() || c.Edit.Changes[0].Record() != Record(m) {
			t.Errorf("heard %v after %d stored edits", c, len(store.edits))
		}
		heard = append(heard, c.Cause)
	})
	must(t, h.Do(ctx, Edit{Changes: []Change{Insert(m)}}))
	must(t, h.Undo(ctx))
	must(t, h.Redo(ctx))
	if want := []Cause{DidEdit, UndidEdit, RedidEdit}; !slices.Equal(heard, want) {
		t.Errorf("heard %v, want %v", heard, want)
	}
	cancel()
	must(t, h.Undo(ctx))
	if len(heard) != 3 {
		t.Error("heard after the subscription ended")
	}
	if h.Today() != NewDate(2026, time.November, 24) {
		t.Errorf("today is %v", h.Today())
	}
}

func TestTheOldestStepsFallOff(t *testing.T) {
	ctx, m := context.Background(), aMember("a", 1)
	h, _ := aHistory(t, m)
	for range maxHistory/2 + 1 {
		must(t, h.Do(ctx, Edit{Changes: []Change{Update(m, named(m, "b"))}}))
		must(t, h.Do(ctx, Edit{Changes: []Change{Update(named(m, "b"), m)}}))
	}
	steps := 0
	for _, more := h.NextUndo(); more; _, more = h.NextUndo() {
		must(t, h.Undo(ctx))
		steps++
	}
	if steps != maxHistory {
		t.Errorf("%d steps were kept", steps)
	}
}

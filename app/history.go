package app

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Change is one record before and after: nothing before is an insert, nothing after a delete.
type Change struct{ Before, After Record }

// Insert, Update and Delete are the three forms of Change.
func Insert(after Record) Change         { return Change{After: after} }
func Update(before, after Record) Change { return Change{Before: before, After: after} }
func Delete(before Record) Change        { return Change{Before: before} }

// Record returns the record after the change or, for a delete, before it.
func (c Change) Record() Record {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// Edit is one user action: a label that names it in the past ("changed the goal") and the changes it makes, together or
// not at all. Edits with the same non-empty Merge, done one after the other, are one step of undo.
type Edit struct {
	Label   Text
	Changes []Change
	Merge   string
}

// Empty tells whether the edit changes nothing.
func (e Edit) Empty() bool {
	for _, c := range e.Changes {
		if c.Before != c.After {
			return false
		}
	}
	return true
}

// Inverse returns the edit that takes e back.
func (e Edit) Inverse() Edit {
	inverse := Edit{Label: e.Label, Changes: make([]Change, 0, len(e.Changes))}
	for i := len(e.Changes) - 1; i >= 0; i-- {
		inverse.Changes = append(inverse.Changes, Change{e.Changes[i].After, e.Changes[i].Before})
	}
	return inverse
}

// Store keeps edits. Apply writes the edit whole or not at all; what names how it came about.
type Store interface {
	Apply(ctx context.Context, edit Edit, what Cause, at time.Time) error
}

// Cause tells a done edit from one taken back or repeated.
type Cause string

// The causes of a commit.
const (
	DidEdit    Cause = "do"
	UndidEdit  Cause = "undo"
	RedidEdit  Cause = "redo"
	maxHistory       = 10_000 // steps kept for undo; older ones fall off
)

// Commit is what subscribers hear after an edit is on disk.
type Commit struct {
	Edit  Edit
	Cause Cause
	At    time.Time
}

// History is the one way in which a book changes: it writes an edit to the store, applies it to the book and only then
// tells its subscribers. It also does the undoing and redoing. It belongs to one goroutine.
type History struct {
	book        *Book
	store       Store
	now         func() time.Time
	done        []Edit
	undone      []Edit
	subscribers map[int]func(Commit)
	nextID      int
}

// NewHistory returns the history of book, kept in store, with the clock now.
func NewHistory(book *Book, store Store, now func() time.Time) *History {
	return &History{book: book, store: store, now: now, subscribers: map[int]func(Commit){}}
}

// Book returns the book, to be read only.
func (h *History) Book() *Book { return h.book }

// Today returns the current day.
func (h *History) Today() Date { return DateOf(h.now()) }

// Subscribe calls hear after every commit until the returned function is called.
func (h *History) Subscribe(hear func(Commit)) (cancel func()) {
	id := h.nextID
	h.nextID++
	h.subscribers[id] = hear
	return func() { delete(h.subscribers, id) }
}

// Do applies edit; an edit that changes nothing is no step. The errors are those of the Store, and KindConflict when
// the book does not hold what the edit says it changes; then neither book nor store have changed.
func (h *History) Do(ctx context.Context, edit Edit) error {
	if edit.Empty() {
		return nil
	}
	at, err := h.commit(ctx, edit, DidEdit)
	if err != nil {
		return err
	}
	h.undone = nil
	if n := len(h.done); n > 0 && edit.Merge != "" && h.done[n-1].Merge == edit.Merge {
		h.done[n-1] = merged(h.done[n-1], edit)
		if h.done[n-1].Empty() { // typed and taken out again by hand
			h.done = h.done[:n-1]
		}
	} else {
		h.done = append(h.done, edit)
	}
	if len(h.done) > maxHistory {
		h.done = h.done[1:]
	}
	h.tell(Commit{edit, DidEdit, at})
	return nil
}

// Undo takes back the last edit that was not yet taken back; nothing happens when there is none.
func (h *History) Undo(ctx context.Context) error {
	n := len(h.done)
	if n == 0 {
		return nil
	}
	edit := h.done[n-1]
	at, err := h.commit(ctx, edit.Inverse(), UndidEdit)
	if err != nil {
		return err
	}
	edit.Merge = ""
	h.done, h.undone = h.done[:n-1], append(h.undone, edit)
	h.tell(Commit{edit.Inverse(), UndidEdit, at})
	return nil
}

// Redo repeats the edit taken back last; nothing happens when there is none.
func (h *History) Redo(ctx context.Context) error {
	n := len(h.undone)
	if n == 0 {
		return nil
	}
	edit := h.undone[n-1]
	at, err := h.commit(ctx, edit, RedidEdit)
	if err != nil {
		return err
	}
	h.undone, h.done = h.undone[:n-1], append(h.done, edit)
	h.tell(Commit{edit, RedidEdit, at})
	return nil
}

// NextUndo returns the label of the edit that Undo would take back, and whether there is one.
func (h *History) NextUndo() (Text, bool) { return lastLabel(h.done) }

// NextRedo returns the label of the edit that Redo would repeat, and whether there is one.
func (h *History) NextRedo() (Text, bool) { return lastLabel(h.undone) }

func lastLabel(edits []Edit) (Text, bool) {
	if len(edits) == 0 {
		return Text{}, false
	}
	return edits[len(edits)-1].Label, true
}

// commit writes edit to the store and then to the book.
func (h *History) commit(ctx context.Context, edit Edit, cause Cause) (at time.Time, err error) {
	tables := h.book.tables()
	for _, c := range edit.Changes {
		if err := c.check(tables); err != nil {
			return at, err
		}
	}
	at = h.now()
	if err := h.store.Apply(ctx, edit, cause, at); err != nil {
		return at, err
	}
	for _, c := range edit.Changes {
		if c.After == nil {
			tables[c.Before.RecordKind()].remove(c.Before.RecordID())
		} else {
			tables[c.After.RecordKind()].put(c.After)
		}
	}
	return at, nil
}

// tell calls the subscribers, oldest first, when book, store and steps of undo are as they shall be.
func (h *History) tell(c Commit) {
	for id := range h.nextID {
		if hear, ok := h.subscribers[id]; ok {
			hear(c)
		}
	}
}

// check refuses a change whose before is not what the book holds. An edit lists each record once.
func (c Change) check(tables map[Kind]anyTable) error {
	r := c.Record()
	conflict := &Error{Op: "apply edit", Kind: KindConflict, Text: Say("error.conflict")}
	if r == nil || (c.Before != nil && c.After != nil &&
		(c.Before.RecordKind() != c.After.RecordKind() || c.Before.RecordID() != c.After.RecordID())) {
		return conflict
	}
	t, ok := tables[r.RecordKind()]
	if !ok || !ValidID(r.RecordID()) {
		conflict.Err = fmt.Errorf("%s %q is not a record of a book", r.RecordKind(), r.RecordID())
		return conflict
	}
	if t.record(r.RecordID()) != c.Before {
		conflict.Err = fmt.Errorf("%s %s is not as it was", r.RecordKind(), r.RecordID())
		return conflict
	}
	return nil
}

// merged joins two edits into one step: per record the first before and the last after.
func merged(first, second Edit) Edit {
	out := Edit{Label: second.Label, Merge: second.Merge, Changes: append([]Change(nil), first.Changes...)}
	for _, c := range second.Changes {
		if i := out.indexOf(c.Record()); i >= 0 {
			out.Changes[i].After = c.After
		} else {
			out.Changes = append(out.Changes, c)
		}
	}
	out.Changes = slices.DeleteFunc(out.Changes, func(c Change) bool { return c.Before == nil && c.After == nil })
	return out
}

func (e Edit) indexOf(r Record) int {
	for i, c := range e.Changes {
		if c.Record().RecordKind() == r.RecordKind() && c.Record().RecordID() == r.RecordID() {
			return i
		}
	}
	return -1
}

package schoolfile

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/app"
)

// soaking tells whether the long forms of the tests run, as `make soak` asks for.
func soaking() bool { return os.Getenv("WAYMARK_SOAK") != "" }

// soakSeed is the number that WAYMARK_SOAK holds, from which random edits and cuts follow; 1 when it holds none.
func soakSeed() int {
	seed, err := strconv.Atoi(os.Getenv("WAYMARK_SOAK"))
	if err != nil {
		return 1
	}
	return seed
}

// hand makes random edits of all kinds. From the same records and number it makes the same ones, in whichever process.
type hand struct {
	history  *app.History
	number   int
	turn     int
	accepted int
}

func newHand(book *app.Book, store app.Store, number int) *hand {
	h := &hand{history: app.NewHistory(book, store, anEnv().Now), number: number}
	h.history.Subscribe(func(app.Commit) { h.accepted++ })
	return h
}

// edit makes one edit, undo or redo that changes something.
func (h *hand) edit() error {
	for before := h.accepted; h.accepted == before; h.turn++ {
		step := rapid.Custom(h.step).Example(h.number*1_000_000 + h.turn)
		if err := step(context.Background()); err != nil {
			return fmt.Errorf("turn %d of hand %d: %w", h.turn, h.number, err)
		}
	}
	return nil
}

// step draws what to do next; between 10 and 60 records the book neither grows nor shrinks on the whole.
func (h *hand) step(t *rapid.T) func(context.Context) error {
	book := h.history.Book()
	steps := []string{"insert", "insert", "insert", "update", "field", "field", "remove", "undo", "undo", "redo"}
	switch n := len(all(book)); {
	case n < 10:
		steps = append(steps, "insert", "insert", "insert", "insert")
	case n > 60:
		steps = append(steps, "remove", "remove", "remove", "remove")
	}
	do := func(verb, merge string, r app.Record, changes ...app.Change) func(context.Context) error {
		edit := app.Edit{Label: app.Label(book, verb, r), Changes: changes, Merge: merge}
		return func(ctx context.Context) error { return h.history.Do(ctx, edit) }
	}
	switch rapid.SampledFrom(steps).Draw(t, "step") {
	case "insert":
		if r := aRecord(t, book, rapid.SampledFrom(app.Kinds()).Draw(t, "kind"), ""); r != nil {
			r = trimmed(t, r)
			return do("edit.add", "", r, app.Insert(r))
		}
	case "update":
		if old := anyOf(t, book); old != nil {
			if r := aRecord(t, book, old.RecordKind(), old.RecordID()); r != nil {
				r = trimmed(t, r)
				return do("edit.change", "", r, app.Update(old, r))
			}
		}
	case "field":
		if old := anyOf(t, book); old != nil {
			if r := aRecord(t, book, old.RecordKind(), old.RecordID()); r != nil {
				r = withOneOf(t, old, trimmed(t, r))
				return do("edit.change", rapid.SampledFrom([]string{"", "typing"}).Draw(t, "merge"), r, app.Update(old, r))
			}
		}
	case "remove":
		if old := anyOf(t, book); old != nil {
			return do("edit.remove", "", old, app.Remove(book, old)...)
		}
	case "undo":
		return h.history.Undo
	case "redo":
		return h.history.Redo
	}
	return func(context.Context) error { return nil }
}

// trimmed cuts most long texts short, so that a book of many edits stays small; some still fill pages of the file.
func trimmed(t *rapid.T, r app.Record) app.Record {
	most := rapid.SampledFrom([]int{30, 30, 30, 30, 30, 300, 6_000}).Draw(t, "most")
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		if text, ok := v.Field(i).Addr().Interface().(*string); ok {
			if letters := []rune(*text); len(letters) > most {
				*text = string(letters[:most])
			}
		}
	}
	return v.Interface().(app.Record)
}

// withOneOf returns old with one field of renewed.
func withOneOf(t *rapid.T, old, renewed app.Record) app.Record {
	v := reflect.New(reflect.TypeOf(old)).Elem()
	v.Set(reflect.ValueOf(old))
	field := rapid.IntRange(0, v.NumField()-1).Draw(t, "field")
	v.Field(field).Set(reflect.ValueOf(renewed).Field(field))
	return v.Interface().(app.Record)
}

// ledger knows what a book holds after each edit of a hand.
type ledger struct {
	hand  *hand
	after [][]app.Record
}

func newLedger(t *testing.T, records []app.Record, number int) *ledger {
	t.Helper()
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return &ledger{hand: newHand(book, noStore{}, number), after: [][]app.Record{all(book)}}
}

// accepts tells whether a file may hold records when n edits were accepted and one more may have been under way.
func (l *ledger) accepts(t *testing.T, records []app.Record, n int) bool {
	return slices.Equal(records, l.at(t, n)) || slices.Equal(records, l.at(t, n+1))
}

// at returns the records after n edits.
func (l *ledger) at(t *testing.T, n int) []app.Record {
	t.Helper()
	for len(l.after) <= n {
		if err := l.hand.edit(); err != nil {
			t.Fatal(err)
		}
		l.after = append(l.after, all(l.hand.history.Book()))
	}
	return l.after[n]
}

// differs tells in a few words how records differ from what they should be after n edits.
func (l *ledger) differs(t *testing.T, records []app.Record, n int) string {
	for i := n - 1; i >= 0; i-- {
		if slices.Equal(records, l.at(t, i)) {
			return fmt.Sprintf("%d edits were accepted, but the file stands after edit %d", n, i)
		}
	}
	return fmt.Sprintf("%d edits were accepted, but the %d records are those of none", n, len(records))
}

// noStore keeps nothing and refuses nothing.
type noStore struct{}

func (noStore) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

// anHourLater is the same computer when it was switched on again: a lock that nobody can read has grown old.
func anHourLater() Env {
	env := anEnv()
	env.Now = func() time.Time { return time.Now().Add(time.Hour) }
	return env
}

// checkUnharmed returns what Check has to say of the file as a whole. That the random records break rules of Validate is
// no harm.
func checkUnharmed(path string) error {
	findings, err := Check(context.Background(), path)
	if err != nil {
		return err
	}
	for _, f := range findings {
		if f.ID == "" {
			return fmt.Errorf("check found %s: %s", f.Text.Key, f.Detail)
		}
	}
	return nil
}

package schoolfile

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"waymark/app"
)

// A book goes on in another file: with its log while the first can be read, without it when that is gone.
func TestABookGoesOnElsewhere(t *testing.T) {
	for _, gone := range []bool{false, true} {
		// Given a file with an edit, which may have gone since
		f := aFile(t, oneOfEach()...)
		h := app.NewHistory(f.Book(), f, anEnv().Now)
		before, after := renamed("Uus")
		if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{app.Update(before, after)}}); err != nil {
			t.Fatal(err)
		}
		if gone {
			if err := os.Remove(f.Path()); err != nil {
				t.Fatal(err)
			}
		}
		// When the book goes on elsewhere and is edited there by the same history
		path := filepath.Join(t.TempDir(), "mujal.waymark")
		made, err := f.Elsewhere(context.Background(), path, anEnv())
		if err != nil {
			t.Fatal(err)
		}
		if made.Book() != f.Book() {
			t.Error("it is another book")
		}
		h = app.NewHistory(f.Book(), made, anEnv().Now)
		again := after
		again.Name = "Uuem"
		if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{app.Update(after, again)}}); err != nil {
			t.Fatal(err)
		}
		// Then the new file holds all of it, and is Waymark's own
		if err := made.Close(); err != nil {
			t.Fatal(err)
		}
		is := reopened(t, path)
		if !slices.Equal(all(is.Book()), all(f.Book())) || !is.Outside().None() {
			t.Errorf("gone %v: the file does not hold the book, %+v", gone, is.Outside())
		}
		if log := logOf(t, is, app.Date{}); len(log) != 1 || len(log[0].Fields) != 1 || (log[0].Fields[0].Before == any("Ülle Õun")) == gone {
			t.Errorf("gone %v: the log tells %v", gone, log)
		}
	}
}

func TestElsewhereWritesOverNothing(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	path := filepath.Join(t.TempDir(), "mujal.waymark")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := f.Elsewhere(context.Background(), path, anEnv())
	mustBeKind(t, err, app.KindInvalid)
	if text, _ := os.ReadFile(path); string(text) != "mine" {
		t.Error("the file was changed")
	}
}

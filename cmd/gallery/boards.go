package main

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"waymark/app"
	affinity "waymark/ui/board"
	"waymark/ui/uitest"
)

// boards are what one sees while ideas are sorted: a card chosen and in the hand, cards marked, a theme being named and joined,
// and as many ideas as a large school has.
func boards(records []app.Record) []state {
	at := func(name string, records []app.Record, act func(b *affinity.Board)) state {
		return state{name: "vision-board-" + name, at: "vision/board", records: records, act: func(w *uitest.Window) error {
			for _, f := range w.Focusables() {
				if b, ok := f.(*affinity.Board); ok {
					w.Canvas().Focus(b)
					act(b)
					return nil
				}
			}
			return errors.New("there is no board")
		}}
	}
	return []state{
		at("chosen", records, func(b *affinity.Board) { press(b, "Right", "Down") }),
		at("carried", records, func(b *affinity.Board) { press(b, "Right", "Down", "m", "Right", "Down") }),
		at("marked", records, func(b *affinity.Board) { press(b, "Right", "Down", "x", "Down", "Down", "x") }),
		at("named", records, func(b *affinity.Board) { press(b, "Right", "F2") }),
		at("joined", records, func(b *affinity.Board) { press(b, "Right", "g") }),
		at("crowd", crowd(records), func(b *affinity.Board) { press(b, "Right", "Right", "Down") }),
		at("crowd-small", crowd(records), func(b *affinity.Board) { press(b, "0") }),
	}
}

// press presses keys: single letters are typed, words are names of keys.
func press(b *affinity.Board, keys ...string) {
	for _, key := range keys {
		if len(key) == 1 {
			b.TypedRune(rune(key[0]))
		} else {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
		}
	}
}

func ofKind[R app.Record](records []app.Record) (all []R) {
	for _, r := range records {
		if kept, ok := r.(R); ok {
			all = append(all, kept)
		}
	}
	return all
}

// crowd is the sample with 300 ideas in 20 themes.
func crowd(records []app.Record) []app.Record {
	all := slices.Clone(records)
	themes, ideas := ofKind[app.Theme](records), ofKind[app.Idea](records)
	in := []app.ID[app.Theme]{""}
	for i := range 20 {
		t := themes[i%len(themes)]
		if i >= len(themes) {
			t.ID, t.Name = app.NewID[app.Theme](), fmt.Sprintf("%s %d", t.Name, i/len(themes)+1)
			t.Colour, t.Position = i%8, 1000+i
			all = append(all, t)
		}
		in = append(in, t.ID)
	}
	for i := range 300 - len(ideas) {
		idea := ideas[i%len(ideas)]
		idea.ID, idea.Theme, idea.Position = app.NewID[app.Idea](), in[i%len(in)], 1000+i
		all = append(all, idea)
	}
	return all
}

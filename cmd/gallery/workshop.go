package main

import (
	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/uitest"
)

// workshops are the steps of the vision workshop on their pages and on the wall: with the sample, before anything came of
// them, and with as many ideas as a large school has.
func workshops(records, begun []app.Record) []state {
	var list []state
	for _, school := range []struct {
		name    string
		records []app.Record
	}{{"", records}, {"-empty", begun}, {"-many", crowd(records)}} {
		name, of := school.name, school.records
		for _, s := range vision.Steps() {
			at := "vision/" + s.Key
			list = append(list, state{name: "vision-" + s.Key + name, at: at, records: of},
				state{name: "room-vision-" + s.Key + name, at: at, records: of, act: onWall()})
		}
		list = append(list,
			state{name: "vision-ideas-shown" + name, at: "vision/ideas", records: of, act: pressing("vision.ideas.show")},
			state{name: "room-vision-writing" + name, at: "vision/ideas", records: of, act: onWall("Return", "A calm place for every pupil")},
			state{name: "room-vision-shown" + name, at: "vision/ideas", records: of, act: onWall(" ")})
	}
	voted := []string{"1 1 2", "Return", "2 3 3", "Return", "1 2 5", "Return"}
	return append(list,
		state{name: "room-vision-voting", at: "vision/vote", records: records, act: onWall(voted...)},
		state{name: "room-vision-voted", at: "vision/vote", records: records, act: onWall(append(voted, " ")...)},
		state{name: "room-vision-voted-many", at: "vision/vote", records: crowd(records), act: onWall(append(voted, " ")...)},
		state{name: "vision-voting", at: "vision/vote", records: records, act: pressing("vision.vote.begin")},
		state{name: "vision-support", at: "vision/draft", records: records, act: pressing("vision.draft.support")})
}

// onWall shows a place to the room and presses keys there: names of keys, otherwise letters.
func onWall(keys ...string) func(*uitest.Window) error {
	return func(w *uitest.Window) error {
		w.Shell.ShowToRoom()
		for _, key := range keys {
			if key == "Return" {
				w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				continue
			}
			for _, r := range key {
				w.Canvas().Focused().TypedRune(r)
			}
		}
		return nil
	}
}

// pressing presses the button with the words of a key; no such button is no fault, as in a school just begun.
func pressing(key string) func(*uitest.Window) error {
	return func(w *uitest.Window) error {
		text := w.Shell.Words().Say(key)
		if w.Button(text) == nil {
			return nil
		}
		return w.Press(text)
	}
}

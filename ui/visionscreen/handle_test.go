package visionscreen_test

import (
	"slices"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/uitest"
)

func TestGivenALineDraggedByItsHandleThenItMovesAndItsGoalStillPointsToIt(t *testing.T) {
	// Given three lines, the last of which a goal serves,
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2027, time.September, 1), End: app.NewDate(2030, time.August, 31)}
	priority := app.Priority{ID: app.NewID[app.Priority](), Cycle: cycle.ID, Title: "Lessons"}
	records := []app.Record{app.School{ID: app.NewID[app.School](), Name: "School", Current: cycle.ID}, cycle, priority}
	var last app.ID[app.VisionLine]
	for i, text := range []string{"a", "b", "c"} {
		last = app.NewID[app.VisionLine]()
		records = append(records, app.VisionLine{ID: last, Cycle: cycle.ID, Text: text, Position: i + 1})
	}
	records = append(records, app.Goal{ID: app.NewID[app.Goal](), Priority: priority.ID, VisionLine: last, Text: "Serve c"})
	w := uitest.For(t, uitest.Options{At: "vision/lines", Records: records})

	// when the mouse takes the last by its handle to the first,
	handles := w.Handles()
	if len(handles) != 3 {
		t.Fatalf("%d handles, want 3", len(handles))
	}
	uitest.Must(t, w.Hold(uitest.Place(handles[2]), uitest.Place(handles[0])))
	w.Release()

	// then it stands first, and the goal serves it as before.
	var order []string
	for _, line := range vision.Lines(w.Book(), cycle.ID) {
		order = append(order, line.Text)
	}
	if want := []string{"c", "a", "b"}; !slices.Equal(order, want) {
		t.Errorf("the lines are %v, want %v", order, want)
	}
	if goals := vision.Serving(w.Book(), last); len(goals) != 1 || goals[0].Text != "Serve c" {
		t.Errorf("the line is served by %v, want one goal", goals)
	}
}

package screen_test

import (
	"testing"

	"waymark/app"
	"waymark/ui/screen"
)

// Given what a vision workshop leaves, when its place is asked for, then it is the step of the workshop it comes from; what
// belongs to another cycle, or to nothing any more, has none.
func TestWhatAWorkshopLeavesIsAtItsStep(t *testing.T) {
	b, err := app.NewBook(app.School{ID: "s", Current: "now"}, app.Cycle{ID: "now"}, app.Cycle{ID: "then"},
		app.DotVote{ID: "vote", Cycle: "now"}, app.DotVote{ID: "old", Cycle: "then"}, app.Draft{ID: "draft", Cycle: "now"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		record app.Record
		at     string
	}{
		{app.Question{Cycle: "now"}, "vision/questions"},
		{app.Idea{ID: "i1", Cycle: "now"}, "vision/ideas/i1"},
		{app.Theme{Cycle: "now"}, "vision/board"},
		{app.DotVote{Cycle: "now"}, "vision/vote"},
		{app.DotCount{Vote: "vote"}, "vision/vote"},
		{app.Perspective{Cycle: "now"}, "vision/perspectives"},
		{app.Draft{Cycle: "now"}, "vision/draft"},
		{app.Support{Draft: "draft"}, "vision/draft"},
		{app.Vision{Cycle: "now"}, "vision"},
		{app.VisionLine{Cycle: "now"}, "vision/lines"},
		{app.VisionVersion{Cycle: "now"}, "vision/adoption"},
		{app.TimeBox{Cycle: "now"}, "vision"},
		{app.Theme{Cycle: "then"}, ""},
		{app.DotCount{Vote: "old"}, ""},
		{app.DotCount{Vote: "gone"}, ""},
		{app.Support{Draft: "gone"}, ""},
		{app.VisionVersion{Cycle: "then"}, ""},
	} {
		if at := screen.PlaceOf(b, c.record).String(); at != c.at {
			t.Errorf("%s is at %q, want %q", c.record.RecordKind(), at, c.at)
		}
	}
}

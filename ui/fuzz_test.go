package ui_test

import (
	"testing"

	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// Given any route, of whatever record or view that is not there, when the shell goes there, then nothing breaks down, and
// another place is shown as ever afterwards.
func FuzzGo(f *testing.F) {
	for _, written := range []string{"vision", "welcome", "assessment/item/leadership.shared", "assessment/item/none", "assessment/item/", "assessment/none/x",
		"planning/goal/none", "planning/action/none", "planning/thread/", "progress/indicator/none", "progress/review/none", "progress/check/none", "documents/x/y",
		"settings//", "prepare/{{.}}/\x00\xff", "planning/goal/" + "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"} {
		f.Add(written)
	}
	w := uitest.For(f, uitest.Options{At: "vision"})
	f.Fuzz(func(t *testing.T, written string) {
		route, err := screen.ParseRoute(written)
		if err != nil {
			t.Skip("no route")
		}
		w.Shell.Go(route)
		w.Shell.Go(screen.Route{Area: screen.Vision})
		if w.Field("vision.statement") == nil {
			t.Fatalf("after %q the vision is not shown", written)
		}
	})
}

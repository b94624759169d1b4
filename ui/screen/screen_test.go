package screen_test

import (
	"strings"
	"testing"

	"waymark/app"
	"waymark/ui/screen"
)

func TestRoutesCanBeWrittenDown(t *testing.T) {
	for written, want := range map[string]screen.Route{
		"vision":                            {Area: screen.Vision},
		"planning/goal/0f":                  {Area: screen.Planning, View: "goal", ID: "0f"},
		"assessment/item/leadership.shared": {Area: screen.Assessment, View: "item", ID: "leadership.shared"},
		"progress//a/b":                     {Area: screen.Progress, ID: "a/b"},
	} {
		if got, err := screen.ParseRoute(written); err != nil || got != want || got.String() != written {
			t.Errorf("%q is %+v, %v, written again %q", written, got, err, got)
		}
	}
	for _, written := range []string{"", "kitchen", "/vision", "Vision", "vision ", "visions/item"} {
		if got, err := screen.ParseRoute(written); app.KindOf(err) != app.KindInvalid || got != (screen.Route{}) {
			t.Errorf("%q is %+v, %v", written, got, err)
		}
	}
}

// Given any text, when it is read as a route, then it leads to a place that can be written down and read again.
func FuzzParseRoute(f *testing.F) {
	for _, written := range []string{"", "vision", "planning/goal/0f", "vision/", "vision///", "progress//a/b/", "kitchen/sink", "\xff/\x00", "settings/{{.}}"} {
		f.Add(written)
	}
	f.Fuzz(func(t *testing.T, written string) {
		route, err := screen.ParseRoute(written)
		if err != nil {
			if app.KindOf(err) != app.KindInvalid || route != (screen.Route{}) {
				t.Fatalf("%q is %+v, %v", written, route, err)
			}
			return
		}
		if !strings.HasPrefix(written, route.String()) {
			t.Fatalf("%q is written %q", written, route)
		}
		if again, err := screen.ParseRoute(route.String()); err != nil || again.String() != route.String() {
			t.Fatalf("%q is %+v, read again %+v, %v", written, route, again, err)
		}
	})
}

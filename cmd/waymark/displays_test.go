package main

import "testing"

func TestASetOfDisplaysHasOneNameWhateverTheirOrderAndPlace(t *testing.T) {
	laptop, projector := monitor{width: 1366, height: 768}, monitor{x: 1366, width: 1920, height: 1080}
	for want, displays := range map[string][]monitor{
		"":                   nil,
		"1366x768":           {laptop},
		"1366x768+1920x1080": {projector, laptop},
		"1366x768+1366x768":  {laptop, {x: 1366, width: 1366, height: 768}},
	} {
		if got := nameOf(displays); got != want {
			t.Errorf("%v are named %q, want %q", displays, got, want)
		}
	}
	if moved := (monitor{x: -1920, y: 40, width: 1920, height: 1080}); nameOf([]monitor{laptop, moved}) != nameOf([]monitor{laptop, projector}) {
		t.Error("the projector on the other side makes another set")
	}
}

// The wall never covers the window of the one who leads the meeting.
func TestTheWallGoesToTheDisplayThatTheWindowIsNotOn(t *testing.T) {
	laptop, projector := monitor{width: 1366, height: 768}, monitor{x: 1366, width: 1920, height: 1080}
	third := monitor{x: -1280, width: 1280, height: 1024}
	for _, c := range []struct {
		name     string
		displays []monitor
		x        int
		want     monitor
	}{
		{"the window is on the laptop", []monitor{laptop, projector}, 600, projector},
		{"the window is on the projector", []monitor{laptop, projector}, 1366, laptop},
		{"on a third, of which the projector is the first", []monitor{laptop, projector, third}, -200, projector},
		{"on the second of three", []monitor{laptop, projector, third}, 2000, third},
		{"nowhere", []monitor{laptop, projector}, -5000, projector},
	} {
		if got := away(c.displays, c.x, 400); got != c.want {
			t.Errorf("%s: the wall goes to %v", c.name, got)
		}
	}
}

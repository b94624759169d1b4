package main

import "testing"

func TestASetOfDisplaysHasOneNameWhateverTheirOrderAndPlace(t *testing.T) {
	laptop, projector := monitor{0, 0, 1366, 768}, monitor{1366, 0, 1920, 1080}
	for want, displays := range map[string][]monitor{
		"":                   nil,
		"1366x768":           {laptop},
		"1366x768+1920x1080": {projector, laptop},
		"1366x768+1366x768":  {laptop, {1366, 0, 1366, 768}},
	} {
		if got := nameOf(displays); got != want {
			t.Errorf("%v are named %q, want %q", displays, got, want)
		}
	}
	if moved := (monitor{-1920, 40, 1920, 1080}); nameOf([]monitor{laptop, moved}) != nameOf([]monitor{laptop, projector}) {
		t.Error("the projector on the other side makes another set")
	}
}

package chart

import (
	"fmt"
	"testing"
)

// Results of 18 items and 6 groups; all of them together stay below 50 ms.
func BenchmarkHeat(b *testing.B) {
	c := HeatConfig{Width: 166, Height: 100, Size: 9, Measure: even, Title: "Talk", Levels: 4, Gap: "levels to the target", Spread: "levels between votes",
		Corners: HeatCorners{"keep it up", "plan it", "look at it together", "talk first"}, Item: "item", Weak: "little evidence", Need: "more to talk about", Names: true}
	for i := range 18 {
		c.Items = append(c.Items, HeatItem{Number: i + 1, Name: fmt.Sprintf("What we ask in item %d", i+1), Gap: i % 3, Spread: i % 4, Weak: i%5 == 0})
	}
	for b.Loop() {
		Heat(c)
	}
}

func benchBars() BarsConfig {
	c := BarsConfig{Width: 166, Size: 8.5, Measure: even, Title: "Items", Levels: 4, Now: "now", Target: "target", Last: "last round", Weak: "little evidence",
		Divided: "seen differently", Groups: []string{"teachers", "pupils", "parents", "staff", "board", "partners"}}
	for i := range 18 {
		row := BarsRow{Number: i + 1, Label: fmt.Sprintf("What we ask in item %d of a long list", i+1), Now: float64(1 + i%4), Target: 4, Last: 2, Weak: i%5 == 0, Divided: i%4 == 0}
		for g := range c.Groups {
			row.Groups = append(row.Groups, 1+float64((i*7+g*11)%30)/10)
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func BenchmarkBars(b *testing.B) {
	c := benchBars()
	for b.Loop() {
		Bars(c)
	}
}

func BenchmarkRadar(b *testing.B) {
	c := RadarConfig{Width: 150, Height: 84, Size: 9, Measure: even, Title: "Levels", Levels: 4, Now: "now", Target: "target", Last: "last round",
		Weak: "little evidence", Divided: "seen differently"}
	for i, n := range []string{"Vision", "Leadership", "Teacher community", "Pedagogical practices", "Knowledge practices", "Digital resources"} {
		c.Axes = append(c.Axes, RadarAxis{Name: n, Now: 1 + float64(i%4), Target: 4, Last: 1.5, Weak: i%2 == 0, Divided: i%3 == 0})
	}
	for b.Loop() {
		Radar(c)
	}
}

func BenchmarkSVG(b *testing.B) {
	d := Bars(benchBars())
	for b.Loop() {
		SVG(d, even)
	}
}

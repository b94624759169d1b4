package picture

import (
	"fmt"
	"io"
	"testing"

	"waymark/app/chart"
	"waymark/data/fonts"
)

// A page of bars of 18 items and 6 groups at 200 dots an inch.
func BenchmarkPNG(b *testing.B) {
	c := chart.BarsConfig{Width: 166, Size: 8.5, Measure: fonts.Measure, Levels: 4, Now: "now", Groups: []string{"a", "b", "c", "d", "e", "f"}}
	for i := range 18 {
		c.Rows = append(c.Rows, chart.BarsRow{Number: i + 1, Label: fmt.Sprintf("What we ask in item %d", i+1), Now: float64(1 + i%4), Target: 4,
			Weak: i%4 == 0, Groups: []float64{1, 1.5, 2, 2.5, 3, 3.5}})
	}
	d := chart.Bars(c)
	for b.Loop() {
		if err := PNG(io.Discard, d, 200); err != nil {
			b.Fatal(err)
		}
	}
}

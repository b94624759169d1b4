package board

import (
	"math"
	"testing"
)

// Whatever the room, what is seen are whole columns, about as wide as they are meant to be.
func TestColumnsAreSeenWhole(t *testing.T) {
	const plain, gap = 220, 12
	for room := float32(300); room < 3000; room++ {
		width := wholeColumn(room, plain, gap, 20)
		find := float64((room + gap) / (width + gap))
		if math.Abs(find-math.Round(find)) > 0.001 && find < 12 || width < plain*leastColumn || width > plain*2 {
			t.Errorf("in a room of %v a column is %v wide, so that %.2f are seen", room, width, find)
		}
	}
	if width := wholeColumn(1366, plain, gap, 3); width != plain {
		t.Errorf("three columns that find room are %v wide", width)
	}
}

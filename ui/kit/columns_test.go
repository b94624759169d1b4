package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"waymark/translations"
	"waymark/ui/uitest"
)

// Given two fields in a row, when the caption of one takes two lines, then what is typed into still stands on one line.
func TestFieldsInARowShareAnEdge(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "prepare", Language: translations.Pseudo, Width: 1024, Height: 768})
	top := func(key string) (caption, entry float32) {
		f := w.Field(key)
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject
		return place(f).Y, place(f.Entry).Y
	}
	for _, row := range [][2]string{{"prepare.address", "prepare.owner"}, {"prepare.head", "prepare.currency"}} {
		left, leftEntry := top(row[0])
		right, rightEntry := top(row[1])
		if left != right || leftEntry != rightEntry {
			t.Errorf("%s begins at %v and is typed into at %v, %s at %v and %v", row[0], left, leftEntry, row[1], right, rightEntry)
		}
	}
	_, one := top("prepare.head")
	head, _ := top("prepare.head")
	address, two := top("prepare.address")
	if two-address <= one-head {
		t.Errorf("no caption takes two lines: %v and %v above the entries", two-address, one-head)
	}
}

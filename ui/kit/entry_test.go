package kit

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// lines counts the lines that Fyne makes of a text.
func lines(o fyne.CanvasObject) int {
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			return 1
		}
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	n := 0
	for _, part := range parts {
		n += lines(part)
	}
	return n
}

// A field that is too low hides a line, one that is too high looks as if something were missing.
func TestAFieldIsAsHighAsItsLines(t *testing.T) {
	test.NewApp()
	w := test.NewWindow(canvas.NewRectangle(color.Transparent))
	defer w.Close()
	higher, tried := 0, 0
	for _, text := range []string{"Pupils need feedback while they can still improve their work", "Õpetajad vajavad kavandamiseks ühist aega ja ühist kohta",
		"Everyone in the house needs to know where we are heading,\nsaid the one who leads"} {
		e := newEntry(true, 1)
		e.SetText(text)
		w.SetContent(e)
		for width := float32(150); width < 700; width++ {
			e.Resize(fyne.NewSize(width, 300))
			has := lines(e)
			if tried++; e.rows < has {
				t.Errorf("at %v %q takes %d lines and gets room for %d", width, text, has, e.rows)
			} else if e.rows > has {
				higher++
			}
		}
	}
	if higher*100 > tried {
		t.Errorf("%d of %d fields have room for a line more than they need", higher, tried)
	}
}

package preparescreen_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

const unreadable = "The picture in this file cannot be read and is left out of the plan. Please choose another."

// schoolWith is the practice school with another logo.
func schoolWith(t *testing.T, logo app.Bytes) []app.Record {
	t.Helper()
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	records := sample.Build(words)
	for i, r := range records {
		if s, ok := r.(app.School); ok {
			s.Logo = logo
			records[i] = s
		}
	}
	return records
}

// logos lists the pictures in the window that are not icons of the program.
func logos(w *uitest.Window) []*canvas.Image {
	var found []*canvas.Image
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if p, ok := o.(*canvas.Image); ok {
			if _, icon := p.Resource.(fyne.ThemedResource); !icon && (p.Image != nil || p.Resource != nil) {
				found = append(found, p)
			}
		}
	}
	return found
}

func asPNG(t *testing.T, width, height int) app.Bytes {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return app.Bytes(b.String())
}

func TestTheLogoIsDrawnSmall(t *testing.T) {
	// given a school whose logo has as many dots as are read at most
	w := uitest.For(t, uitest.Options{At: "prepare", Records: schoolWith(t, asPNG(t, 2000, 2000))})
	// then it is drawn with few of them
	found := logos(w)
	if len(found) != 1 || found[0].Image == nil {
		t.Fatalf("%d pictures are drawn", len(found))
	}
	if size := found[0].Image.Bounds().Size(); size.X > 216 || size.Y > 216 || size.X < 72 {
		t.Errorf("it is drawn with %v dots", size)
	}
	if slices.Contains(w.Texts(), unreadable) {
		t.Error("it is said to be unreadable")
	}
	// and no others are drawn when it is gone
	uitest.Must(t, w.Press("Remove the picture"))
	if found := logos(w); len(found) != 0 || w.Book().School().Logo != "" {
		t.Errorf("%d pictures are drawn of a school without one", len(found))
	}
}

func TestALogoThatCannotBeReadIsToldAndNotDrawn(t *testing.T) {
	whole := asPNG(t, 60, 60)
	for name, logo := range map[string]app.Bytes{
		"words":      "this is no picture",
		"a GIF":      "GIF89a\x01\x00\x01\x00\x00\x00\x00;",
		"a drawing":  `<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"/>`,
		"half":       whole[:len(whole)/2],
		"too large":  asPNG(t, 2001, 2000),
		"one of 4 G": whole[:16] + "\x00\x00\xea\x60\x00\x00\xea\x60" + whole[24:],
	} {
		w := uitest.For(t, uitest.Options{At: "prepare", Records: schoolWith(t, logo)})
		if found := logos(w); len(found) != 0 {
			t.Errorf("%s: %d pictures are drawn", name, len(found))
		}
		if !slices.Contains(w.Texts(), unreadable) {
			t.Errorf("%s: nothing is said", name)
		}
		if w.Button("Choose a picture…") == nil || w.Button("Remove the picture") == nil {
			t.Errorf("%s: there is no way on", name)
		}
	}
}

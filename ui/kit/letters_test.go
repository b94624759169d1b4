package kit_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/theme"
)

// odd is what people paste, and what no face of ours has.
var odd = map[string]string{
	"an emoji": "😀", "a family": "👨‍👩‍👧‍👦", "a flag": "🇪🇪", "a colour of skin": "👍🏽", "a ticked box": "☑", "a heart": "❤️", "a key": "1️⃣",
	"Chinese": "漢字", "Arabic": "مرحبا", "Devanagari": "नमस्ते", "Thai": "ภาษาไทย", "Hebrew": "שלום", "Gothic": "𐍈", "Mtavruli": "ᲥᲐᲠᲗᲣᲚᲘ",
	"accents of their own": "e\u0301 ა\u0301", "a heap of accents": "z\u0337\u0321\u031b\u0344\u0339", "nothing that is seen": "a\u200bb\u200d\ufeffc\u00ad",
	"bytes that are no text": "a\xffb\xed\xa0\x80c", "controls": "a\x00b\x07c\x1b", "a tab": "a\tb", "other line ends": "a\u2028b\u2029c\u0085d",
	"turned direction": "a\u202ebc\u202c", "no letter": "\uffff\ue000\u0378",
}

// drawn is a line of text, drawn at 10, 30 in a window of 600×90.
func drawn(t *testing.T, text string, bold bool) image.Image {
	t.Helper()
	line := canvas.NewText(text, color.Black)
	line.TextSize, line.TextStyle.Bold = 16, bold
	w := test.NewTempWindow(t, container.NewWithoutLayout(line))
	w.SetPadded(false)
	line.Move(fyne.NewPos(10, 30))
	line.Resize(line.MinSize())
	w.Resize(fyne.NewSize(600, 90))
	return w.Canvas().Capture()
}

// ink is the area that is drawn on between two columns.
func ink(picture image.Image, left, right int) image.Rectangle {
	area := image.Rectangle{}
	for x := left; x < right; x++ {
		for y := range picture.Bounds().Dy() {
			if picture.At(x, y) != picture.At(0, 0) {
				area = area.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return area
}

// Given a line with anything in it that is no letter of ours, then it is as high as any other, its letters stay where they
// were, nothing is drawn outside the line, and no letter is drawn onto another.
func TestOddLettersDoNotBreakALine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	const before, lowered = "gjÅ ", 2
	for _, bold := range []bool{false, true} {
		style := fyne.TextStyle{Bold: bold}
		usual := fyne.MeasureText(before, 16, style)
		end := 10 + int(usual.Width)
		usualInk := ink(drawn(t, before, bold), 0, end)
		if usualInk.Empty() {
			t.Fatal("nothing is drawn")
		}
		for name, text := range odd {
			size := fyne.MeasureText(before+text, 16, style)
			if size.Height != usual.Height {
				t.Errorf("%s, bold %v: the line is %v high instead of %v", name, bold, size.Height, usual.Height)
			}
			picture := drawn(t, before+text, bold)
			// a face of the machine may be taller than ours, and lowers the whole line a little
			if got := ink(picture, 0, end); got.Min.Y < usualInk.Min.Y || got.Max.Y > usualInk.Max.Y+lowered || got.Dx() != usualInk.Dx() {
				t.Errorf("%s, bold %v: the letters before it moved from %v to %v", name, bold, usualInk, got)
			}
			all := ink(picture, 0, 600)
			if all.Min.Y < 29 || float32(all.Max.Y) > 30+size.Height+lowered || float32(all.Max.X) > 12+size.Width {
				t.Errorf("%s, bold %v: it is drawn on %v, the line ends at %v", name, bold, all, size)
			}
		}
	}
}

// Given letters that no face has, then each is one box with room of its own.
func TestAMissingLetterIsOneBox(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	picture := drawn(t, "\uffff\uffff\uffff", false)
	var boxes int
	inside := false
	for x := range 600 {
		has := !ink(picture, x, x+1).Empty()
		if has && !inside {
			boxes++
		}
		inside = has
	}
	if boxes != 3 {
		t.Errorf("%d boxes are drawn for three letters", boxes)
	}
}

// Given a label or a field, when odd letters come into it, then it is as high as with others.
func TestLabelsAndFieldsKeepTheirHeight(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	label, field := kit.Text("abc").MinSize().Height, widget.NewEntry().MinSize().Height
	for name, text := range odd {
		if got := kit.Text("abc" + text).MinSize().Height; got != label {
			t.Errorf("%s: a label is %v high instead of %v", name, got, label)
		}
		entry := widget.NewEntry()
		w := test.NewTempWindow(t, entry)
		w.Resize(fyne.NewSize(300, 60))
		test.Type(entry, text)
		for range 20 { // over every letter and back
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		entry.SetText(text)
		w.Canvas().Capture()
		if got := entry.MinSize().Height; got != field {
			t.Errorf("%s: a field is %v high instead of %v", name, got, field)
		}
	}
}

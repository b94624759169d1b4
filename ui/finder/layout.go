package finder

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// The measures of the sheet, at zoom 1.
const (
	sheetWidth = 760
	rowHeight  = 48
	inset      = 12
	margin     = 12
)

// The shares of the height of the window that are above the sheet, and that it takes at most.
const (
	above   = 0.08
	tallest = 0.7
)

// width is how wide the sheet is.
func (f *Finder) width() float32 {
	return min(theme.Units(sheetWidth), f.canvas.Size().Width-2*theme.Units(margin))
}

// letters is about how many letters find room in a row behind a word or two about them.
func (f *Finder) letters() int {
	room := f.width() - theme.Units(2*inset+markWidth)
	return max(20, int(room/(0.65*theme.SizeOf(fynetheme.SizeNameCaptionText))))
}

// sheetLayout sets the sheet at the top of the window, as high as its results need and no higher than its share.
type sheetLayout struct{ finder *Finder }

// MinSize is called by Fyne: the finder is as large as the window, whatever that is.
func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is called by Fyne.
func (l sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f := l.finder
	shade, ground := objects[0], objects[1]
	shade.Resize(size)
	pad, width := theme.Units(inset), f.width()
	inside := width - 2*pad
	at := fyne.NewPos((size.Width-width)/2, max(theme.Units(margin), size.Height*above))
	ground.Move(at)
	y := pad
	f.entry.Move(at.AddXY(pad, y))
	f.entry.Resize(fyne.NewSize(inside, f.entry.MinSize().Height))
	y += f.entry.Size().Height + pad

	appear(f.list, len(f.answer.Results) > 0)
	appear(f.note, f.answer.Note != "")
	note := float32(0)
	if f.note.Visible() {
		f.note.Resize(fyne.NewSize(inside, f.note.MinSize().Height)) // it knows its height once it has its width
		note = f.note.MinSize().Height
	}
	list := max(0, min(f.list.Height(), size.Height*tallest-y-note-pad))
	f.list.Move(at.AddXY(0, y))
	f.list.Resize(fyne.NewSize(width, list))
	y += list
	f.note.Move(at.AddXY(pad, y))
	f.note.Resize(fyne.NewSize(inside, note))
	ground.Resize(fyne.NewSize(width, y+note+pad))
}

func appear(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

package kit

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Change is a piece of a text as it was or became.
type Change struct {
	Text           string
	Added, Removed bool // neither for what is the same in both
}

// Changes is a text with what was added in bold and what was removed struck through, each in its colour too.
func Changes(pieces []Change) fyne.CanvasObject {
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	for _, p := range pieces {
		style := widget.RichTextStyle{Inline: true, ColorName: fynetheme.ColorNameForeground, SizeName: fynetheme.SizeNameText}
		switch {
		case p.Added:
			style.TextStyle.Bold, style.ColorName = true, fynetheme.ColorNameSuccess
		case p.Removed:
			style.TextStyle.Strikethrough, style.ColorName = true, fynetheme.ColorNameError
		}
		text.Segments = append(text.Segments, &widget.TextSegment{Text: p.Text, Style: style})
	}
	return text
}

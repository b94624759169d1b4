// Package kit holds Waymark's widgets: texts, fields that save themselves, rows, chips, charts and the page that every
// screen is. A widget knows nothing of stages or files. It imports fyne, app, app/chart, ui/screen and ui/theme.
package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

func label(text string, size fyne.ThemeSizeName, bold bool, importance widget.Importance) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName, l.Wrapping, l.Importance = size, fyne.TextWrapWord, importance
	l.TextStyle.Bold = bold
	return l
}

// Title is the question of a page.
func Title(text string) *widget.Label {
	return label(text, theme.SizeTitle, true, widget.MediumImportance)
}

// Heading begins a section.
func Heading(text string) *widget.Label {
	return label(text, fynetheme.SizeNameHeadingText, true, widget.MediumImportance)
}

// Text is running text.
func Text(text string) *widget.Label {
	return label(text, fynetheme.SizeNameText, false, widget.MediumImportance)
}

// Strong is bold running text.
func Strong(text string) *widget.Label {
	return label(text, fynetheme.SizeNameText, true, widget.MediumImportance)
}

// Lead is larger running text, such as the vision statement.
func Lead(text string) *widget.Label {
	return label(text, fynetheme.SizeNameSubHeadingText, false, widget.MediumImportance)
}

// Quiet is small text in quiet ink: hints and sources.
func Quiet(text string) *widget.Label {
	return label(text, fynetheme.SizeNameCaptionText, false, widget.LowImportance)
}

// Problem is small text that says what needs attention.
func Problem(text string) *widget.Label {
	return label("▲ "+text, fynetheme.SizeNameCaptionText, true, widget.DangerImportance)
}

// Note is text on one line that never wraps, for codes, dates and status words in rows.
func Note(text string, importance widget.Importance) *widget.Label {
	l := label(text, fynetheme.SizeNameCaptionText, false, importance)
	l.Wrapping = fyne.TextWrapOff
	return l
}

// Code is a short code such as G1, in small bold of the accent colour.
func Code(text string) *widget.Label {
	l := label(text, fynetheme.SizeNameCaptionText, true, widget.HighImportance)
	l.Wrapping = fyne.TextWrapOff
	return l
}

// ruleHeight is how thick a hairline is.
const ruleHeight = 1

// Rule is a hairline over the whole width.
func Rule() fyne.CanvasObject {
	line := canvas.NewRectangle(theme.Of(fynetheme.ColorNameSeparator))
	line.SetMinSize(fyne.NewSquareSize(theme.Units(ruleHeight)))
	return line
}

// Gap is empty room of the given height at zoom 1.
func Gap(height float32) fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(1, theme.Units(height)))
	return space
}

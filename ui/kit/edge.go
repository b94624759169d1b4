package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Edged draws the edge that fields have around a control that Fyne draws without one.
func Edged(control fyne.CanvasObject) fyne.CanvasObject {
	edge := canvas.NewRectangle(color.Transparent)
	edge.StrokeColor, edge.StrokeWidth = theme.Of(fynetheme.ColorNameInputBorder), theme.SizeOf(fynetheme.SizeNameInputBorder)
	edge.CornerRadius = theme.SizeOf(fynetheme.SizeNameInputRadius)
	return container.NewStack(control, edge)
}

package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// framed draws the edge of a control around one that Fyne leaves without.
func framed(control fyne.CanvasObject) fyne.CanvasObject {
	edge := canvas.NewRectangle(color.Transparent)
	edge.CornerRadius = theme.SizeOf(fynetheme.SizeNameInputRadius)
	edge.StrokeColor, edge.StrokeWidth = theme.Of(fynetheme.ColorNameInputBorder), 1
	return container.NewStack(control, edge)
}

package main

import (
	_ "embed" // the icon

	"fyne.io/fyne/v2"
)

//go:embed icon.png
var iconBytes []byte

// icon is a signpost on a hill: the picture of the window and of the packages.
var icon = fyne.NewStaticResource("waymark.png", iconBytes)

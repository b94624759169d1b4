// Package page sets a report into pages: given a way to measure text it places every line, rule, shape and picture at
// its millimetre. Painters (data/pdf, the preview on screen) only paint what is here. It imports app/report, app/chart and
// app/picture.
package page

import (
	"waymark/app"
	"waymark/app/chart"
)

// Measure returns the width of text in millimetres at a size in points.
type Measure = chart.Measure

// Page is one finished page; lengths in millimetres from its top left corner.
type Page struct {
	Width, Height float64
	Shapes        []chart.Shape // painted in order; text is a Label
	Images        []Image       // painted before the shapes
	Links         []Link
}

// Image is a picture placed on a page.
type Image struct {
	X, Y, Width, Height float64
	Data                app.Bytes // 8-bit PNG or JPEG
}

// Link is an area that leads to a place on a page (counted from 0).
type Link struct {
	X, Y, Width, Height float64
	Page                int
	To                  float64
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Level int // 0 for a chapter
	Text  string
	Page  int // counted from 0
	Y     float64
}

// Set is a document set into pages.
type Set struct {
	Title     string
	Author    string
	Language  string
	Created   app.Date
	Pages     []Page
	Bookmarks []Bookmark
}

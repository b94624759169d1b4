// Command barepdf is the measure for `waymark export`: a program that does nothing but write given lines with gofpdf.
//
//	barepdf LINES.json OUT.pdf
package main

import (
	"bytes"
	"encoding/json"
	"os"

	"github.com/jung-kurt/gofpdf"

	"waymark/app/chart"
	"waymark/app/page"
	"waymark/data/fonts"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	check(err)
	var pages []page.Page
	check(json.Unmarshal(data, &pages))
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.AddUTF8FontFromBytes("w", "", bytes.Clone(fonts.Regular()))
	doc.AddUTF8FontFromBytes("w", "B", bytes.Clone(fonts.Bold()))
	for _, p := range pages {
		doc.AddPage()
		for _, s := range p.Shapes {
			if s.Form == chart.Label {
				style := ""
				if s.Bold {
					style = "B"
				}
				doc.SetFont("w", style, s.Size)
				doc.Text(s.Points[0].X, s.Points[0].Y, s.Text)
			}
		}
	}
	check(doc.OutputFileAndClose(os.Args[2]))
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

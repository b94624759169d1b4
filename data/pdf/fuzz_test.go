package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/page"
	"waymark/app/report"
	"waymark/data/fonts"
	"waymark/data/pdf"
)

// write writes set, which must succeed, and returns the PDF.
func write(t *testing.T, set page.Set) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(t.Context(), &b, set); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) || !bytes.HasSuffix(b.Bytes(), []byte("%%EOF\n")) {
		t.Fatalf("no whole PDF: %d bytes", b.Len())
	}
	return b.Bytes()
}

// oddTexts are texts that have broken writers of PDF, or could.
func oddTexts() []string {
	return []string{"", "Feedback that helps", "🎉 e\u0301 \u202e a\u00adb \x00", "\xff\xfe", "a\nb\r\nc", "\ufa6c\U000e0001\U0010ffff",
		"(\\)) Tj ET Q endstream endobj", "%PDF-1.3", "\\\r", "სკოლა õäöü Їґ → ✓", "\uffff\ufffe\ufeff", strings.Repeat("x", 3000)}
}

// saying is a document that says text everywhere.
func saying(text string) report.Document {
	drawn := []chart.Shape{{Form: chart.Label, Points: []chart.Point{{X: 1, Y: 9}}, Text: text, Size: 9, Fill: chart.Ink, Anchor: chart.Middle}}
	return report.Document{Title: text, Author: text, Language: text, Footer: text, Contents: text, Cover: report.Cover{School: text, Title: text},
		Sections: []report.Section{{Title: text, Blocks: []report.Block{report.Paragraph{Text: text},
			report.Table{Columns: []report.Column{{Title: text, Weight: 1}}, Rows: []report.Row{{Cells: []report.Cell{{Code: text, Text: text}}}}},
			report.Figure{Caption: text, Drawing: chart.Drawing{Width: 80, Height: 20, Shapes: drawn}}}}}}
}

// Given any text, when it is set into pages and written, or written as it is, then there is a PDF.
func FuzzWrite(f *testing.F) {
	for _, text := range oddTexts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		write(t, page.Layout(saying(text), fonts.Measure))
		// and as no layout would have it
		write(t, page.Set{Title: text, Author: text, Language: text, Bookmarks: []page.Bookmark{{Text: text}},
			Pages: []page.Page{{Width: 210, Height: 297, Shapes: []chart.Shape{{Form: chart.Label, Points: []chart.Point{{X: 20, Y: 20}}, Text: text, Size: 10, Bold: true, Fill: chart.Ink}}}}})
	})
}

// Given odd texts, when written, then another program finds the file sound and as long as it should be.
func TestOddTextsLeaveTheFileSound(t *testing.T) {
	for i, text := range oddTexts() {
		set := page.Layout(saying(text), fonts.Measure)
		file := filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(file, write(t, set), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("text %d: %v: %s", i, err, out)
		}
		out, err := exec.Command("qpdf", "--show-npages", file).Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != strconv.Itoa(len(set.Pages)) {
			t.Errorf("text %d: %s pages (%v), want %d", i, got, err, len(set.Pages))
		}
	}
}

// Given any bytes as the logo, when the cover is written, then there is a PDF, with the picture or without.
func FuzzPicture(f *testing.F) {
	png := string(logo(f, 24, 16))
	f.Add([]byte(png))
	f.Add([]byte(png[:len(png)/2]))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"))
	f.Add([]byte("\xff\xd8\xff"))
	for _, p := range []image.Image{image.NewGray(image.Rect(0, 0, 9, 9)), image.NewPaletted(image.Rect(0, 0, 3, 300), color.Palette{color.Black, color.Transparent})} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, p, nil); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc := report.Document{Cover: report.Cover{Logo: app.Bytes(data), Title: "Plaan"}}
		set := page.Layout(doc, fonts.Measure)
		for _, p := range set.Pages {
			for _, i := range p.Images {
				if !(i.Width > 0 && i.Width <= 64.01 && i.Height > 0 && i.Height <= 36.01) {
					t.Fatalf("the logo is %v×%v mm", i.Width, i.Height)
				}
			}
		}
		if pictures := bytes.Count(write(t, set), []byte("/Subtype /Image")); pictures > len(set.Pages[0].Images) {
			t.Fatalf("%d pictures", pictures)
		}
	})
}

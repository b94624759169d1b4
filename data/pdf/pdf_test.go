package pdf_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"image"
	"image/gif"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/page"
	"waymark/app/report"
	"waymark/data/fonts"
	"waymark/data/pdf"
)

func written(t testing.TB, set page.Set) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(t.Context(), &b, set); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// words returns the text of a PDF as a reader finds it.
func words(t *testing.T, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "plan.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("KEEP_PDF"); keep != "" { // to look at it
		_ = os.WriteFile(keep, data, 0o600)
	}
	out, err := exec.Command("pdftotext", "-layout", file, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v %s", err, out)
	}
	return string(out)
}

// Given a plan with everything in it, when written, then its letters can be read back in every language.
func TestTextCanBeReadBack(t *testing.T) {
	set := page.Layout(plan(t, 6), fonts.Measure)
	text := words(t, written(t, set))
	for _, want := range []string{"Kooli arengukava", "KINNITATUD", "Õie Šmidt-Žukov", "žürii, šokolaad ja öö",
		"Ąžuolyno mokyklos ugdymo planas – įžvalgos, žinios, šviesūs ūkiai, ėjimas", "Skolēni mācās kopā, ģimene un ķīmija, ļoti žēl",
		"სკოლის განვითარების გეგმა: ჩვენ ერთად ვსწავლობთ", "Її ґанок", "ёжик", "ώρα", "blåbær",
		"→ ✓ ☐ ★ – • … “ ” „ ‚ ’ « » € ₾", "emoji □,", "Sisukord", "Ajakava", "2026/27", "LÕPP", "lk 2/"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not contain %q", want)
		}
	}
	if strings.Contains(text, "lk 1/") {
		t.Error("the cover has a footer")
	}
}

// Given equal sets, when written at once by several goroutines, then the bytes are equal.
func TestEqualInputGivesEqualBytes(t *testing.T) {
	doc := plan(t, 2)
	want := sha256.Sum256(written(t, page.Layout(doc, fonts.Measure)))
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			var b bytes.Buffer
			if err := pdf.Write(t.Context(), &b, page.Layout(doc, fonts.Measure)); err != nil {
				t.Error(err)
			}
			if got := sha256.Sum256(b.Bytes()); got != want {
				t.Error("the bytes differ")
			}
		})
	}
	group.Wait()
}

// Given an undated document, when written twice, then the bytes are equal all the same.
func TestNoDateIsNotToday(t *testing.T) {
	set := page.Layout(report.Document{Title: "x"}, fonts.Measure)
	data := written(t, set)
	if !bytes.Contains(data, []byte("/CreationDate (D:1970")) {
		t.Error("the date of an undated document is not fixed")
	}
}

// Given pictures that are broken, huge or of another kind, when written, then the document comes without them.
func TestBadLogoDoesNotStopThePDF(t *testing.T) {
	good := string(logo(t, 120, 80))
	var other bytes.Buffer
	if err := gif.Encode(&other, image.NewGray(image.Rect(0, 0, 60, 40)), nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"none": "", "words": "this is no picture", "cut": good[:len(good)/2], "head": good[:40],
		"GIF": other.String(), "too many dots": string(logo(t, 2001, 2000)),
		"damaged": good[:60] + strings.Repeat("\xff", 50) + good[110:]} {
		t.Run(name, func(t *testing.T) {
			doc := report.Document{Cover: report.Cover{Logo: app.Bytes(data), Title: "Plaan"}}
			data := written(t, page.Layout(doc, fonts.Measure))
			if text := words(t, data); !strings.Contains(text, "Plaan") {
				t.Error("the title is missing")
			}
			if bytes.Contains(data, []byte("/Subtype /Image")) {
				t.Error("a picture is there")
			}
		})
	}
	pages := []page.Page{{Width: 210, Height: 297, Images: []page.Image{{Width: 20, Height: 20, Data: "nothing"}, {Width: 20, Height: 20, Data: app.Bytes(good)}}}}
	if data := written(t, page.Set{Pages: pages}); bytes.Count(data, []byte("/Subtype /Image")) != 1 {
		t.Error("the readable picture is missing, or more than it is there")
	}
}

// Given a large logo, when written, then it is stored at 300 dots to the inch.
func TestLogoIsMadeSmall(t *testing.T) {
	doc := report.Document{Cover: report.Cover{Logo: logo(t, 1000, 500), Title: "Plaan"}}
	data := written(t, page.Layout(doc, fonts.Measure))
	if !bytes.Contains(data, []byte("/Width 756\n")) { // 64 mm
		t.Error("the logo is not 756 dots wide")
	}
}

// Given shapes that make no sense, when written, then nothing panics.
func TestOddShapes(t *testing.T) {
	shapes := []chart.Shape{{}, {Form: chart.Rect, Fill: chart.Ink, Hatch: chart.Dots}, {Form: chart.Label}, {Form: chart.Circle, Fill: 99},
		{Form: chart.Label, Points: []chart.Point{{}}, Text: "😀\x00\xff", Size: 10, Fill: chart.Ink},
		{Form: chart.Rect, Points: []chart.Point{{X: 1}}, Fill: chart.Ink, Hatch: chart.Cross},
		{Form: chart.Polygon, Points: []chart.Point{{X: 1}}, Stroke: chart.Ink, Width: 1}}
	set := page.Set{Title: "\xff😀", Pages: []page.Page{{Width: 297, Height: 210, Shapes: shapes, Links: []page.Link{{Page: 7}, {Page: -1}}}},
		Bookmarks: []page.Bookmark{{Level: 3, Text: "a"}, {Level: 9, Text: "b"}}}
	written(t, set)
	written(t, page.Set{})
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("no room")

// Given a place that takes no bytes, when written, then its error comes back.
func TestWriteReturnsTheErrorOfItsPlace(t *testing.T) {
	if err := pdf.Write(t.Context(), full{}, page.Layout(plan(t, 1), fonts.Measure)); !errors.Is(err, errFull) {
		t.Errorf("err = %v", err)
	}
}

// Given a written plan, when another program checks it, then it finds no fault.
func TestTheFileIsSound(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed")
	}
	file := filepath.Join(t.TempDir(), "plan.pdf")
	if err := os.WriteFile(file, written(t, page.Layout(plan(t, 2), fonts.Measure)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func benchmarkSet(b *testing.B) page.Set {
	doc := plan(b, 16)
	doc.Cover.Logo = ""
	return page.Layout(doc, fonts.Measure)
}

func BenchmarkLayout(b *testing.B) {
	doc := plan(b, 16)
	b.ReportAllocs()
	for b.Loop() {
		page.Layout(doc, fonts.Measure)
	}
}

func BenchmarkWrite(b *testing.B) {
	set := benchmarkSet(b)
	b.ReportMetric(float64(len(set.Pages)), "pages")
	for b.Loop() {
		written(b, set)
	}
	b.ReportMetric(float64(len(set.Pages)), "pages")
}

// BenchmarkWriteLogo is a cover with a logo of one megapixel.
func BenchmarkWriteLogo(b *testing.B) {
	set := page.Layout(report.Document{Cover: report.Cover{Logo: logo(b, 1250, 800), Title: "Plaan"}}, fonts.Measure)
	for b.Loop() {
		written(b, set)
	}
}

// BenchmarkWriteBare is the writer alone, with the same words in the same faces: the measure for BenchmarkWrite.
func BenchmarkWriteBare(b *testing.B) {
	set := benchmarkSet(b)
	for b.Loop() {
		doc := gofpdf.New("P", "mm", "A4", "")
		doc.AddUTF8FontFromBytes("w", "", bytes.Clone(fonts.Regular()))
		doc.AddUTF8FontFromBytes("w", "B", bytes.Clone(fonts.Bold()))
		for _, p := range set.Pages {
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
		var out bytes.Buffer
		if err := doc.Output(&out); err != nil {
			b.Fatal(err)
		}
	}
}

package fonts

import (
	"bytes"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font/sfnt"
)

// Given both faces, when asked for the letters and signs that a plan needs, then each is there.
func TestFacesCoverWhatAPlanNeeds(t *testing.T) {
	needed := "ABCabc0123456789 .,:;!?()[]/&%+-=@#*'\"" +
		"äöüõšžÄÖÜÕŠŽ" + "ąčęėįšųūžĄČĘĖĮŠŲŪŽ" + "āčēģīķļņšūž" + "æøåÆØÅðþÐÞ" + "áéíóúÁÉÍÓÚ" + "łśźżćń" +
		"абвгдеёжзійїєґюяЯЮ" + "αβγδωΩάή" + "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ" + "ᲐᲑᲒ" +
		"→✓☐★–—•…“”„‚’‘«»€₾£□☑☒✔✗☆▲▼●○◐■◆⚠←↑↓↔−×÷≤≥≠≈½№\u00a0"
	for _, r := range needed {
		if !Covers(r) {
			t.Errorf("no glyph for %q (U+%04X)", r, r)
		}
	}
	for _, data := range [][]byte{Regular(), Bold()} {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if f.UnitsPerEm() != unitsPerEm {
			t.Errorf("units per em = %d", f.UnitsPerEm())
		}
		for _, r := range needed {
			if i, err := f.GlyphIndex(nil, r); err != nil || i == 0 {
				t.Errorf("no glyph for %q", r)
			}
		}
		if len(data) > 550_000 {
			t.Errorf("a face has %d bytes", len(data))
		}
	}
	for _, r := range "😀漢\U0010ffff\x00\uffff" {
		if Covers(r) {
			t.Errorf("Covers(%q)", r)
		}
	}
	if Covers(-1) {
		t.Error("Covers(-1)")
	}
}

// Given a text, when measured, then it is as wide as gofpdf paints it.
func TestMeasureAgreesWithThePDFWriter(t *testing.T) {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.AddUTF8FontFromBytes("w", "", bytes.Clone(Regular()))
	pdf.AddUTF8FontFromBytes("w", "B", bytes.Clone(Bold()))
	for _, text := range []string{"", "Kool, õppimine ja žürii: „täna“", "Ąžuolas mokykla → 12 €", "სკოლის განვითარების გეგმა",
		"e\u0301 decomposed", "missing 漢字 here", "AVAVA To Te"} {
		for _, size := range []float64{7, 10.5, 30} {
			for _, isBold := range []bool{false, true} {
				style := ""
				if isBold {
					style = "B"
				}
				pdf.SetFont("w", style, size)
				got, want := Measure(text, size, isBold), pdf.GetStringWidth(text)
				if math.Abs(got-want) > 0.01 {
					t.Errorf("Measure(%q, %v, %v) = %v, gofpdf %v", text, size, isBold, got, want)
				}
			}
		}
	}
}

// Given many goroutines, when they measure the same text first, then all get one answer.
func TestMeasureFromManyGoroutines(t *testing.T) {
	want := Measure(strings.Repeat("შკოლა žąė ", 10), 10, true)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := Measure(strings.Repeat("შკოლა žąė ", 10), 10, true); got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	group.Wait()
}

// Given the licence, then it names the holder and the licence.
func TestLicence(t *testing.T) {
	if l := Licence(); !strings.Contains(l, "SIL OPEN FONT LICENSE") || !strings.Contains(l, "Google LLC") {
		t.Error("the licence text is not complete")
	}
}

func BenchmarkMeasure(b *testing.B) {
	text := "Õpetajad kavandavad ühiselt tunde, milles õpilased uurivad ja loovad digivahenditega."
	b.ReportAllocs()
	for b.Loop() {
		Measure(text, 10.5, false)
	}
}

package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
)

// even measures every rune as half its size.
func even(text string, size float64, bold bool) float64 {
	return float64(utf8.RuneCountInString(text)) * size * point / 2
}

func quiet(int, int) string { return "" }

// find returns the page and the height of the first label with text, -1 when there is none.
func find(set Set, text string) (int, float64) {
	for i, p := range set.Pages {
		for _, s := range p.Shapes {
			if s.Form == chart.Label && s.Text == text {
				return i, s.Points[0].Y
			}
		}
	}
	return -1, 0
}

// on returns the pages that have a label with text.
func on(set Set, text string) []int {
	var pages []int
	for i, p := range set.Pages {
		if slices.ContainsFunc(p.Shapes, func(s chart.Shape) bool { return s.Form == chart.Label && s.Text == text }) {
			pages = append(pages, i)
		}
	}
	return pages
}

func sentence(t *rapid.T) string {
	return rapid.StringOfN(rapid.RuneFrom([]rune("abcdefghij õäöü\n-/\u00a0 😀\u00ad")), 0, 200, -1).Draw(t, "text")
}

// anything draws a document with every kind of block.
func anything(t *rapid.T) report.Document {
	doc := report.Document{PageOf: quiet, Cover: report.Cover{School: sentence(t), Title: sentence(t), Details: []string{sentence(t)},
		Approval: &report.Approval{Lines: []string{sentence(t)}}}}
	for range rapid.IntRange(1, 3).Draw(t, "sections") {
		section := report.Section{Title: sentence(t), Landscape: rapid.Bool().Draw(t, "landscape"), NewPage: rapid.Bool().Draw(t, "new page")}
		for range rapid.IntRange(0, 6).Draw(t, "blocks") {
			section.Blocks = append(section.Blocks, anyBlock(t))
		}
		doc.Sections = append(doc.Sections, section)
	}
	return doc
}

func anyBlock(t *rapid.T) report.Block {
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		return report.Heading{Level: rapid.IntRange(0, 4).Draw(t, "level"), Code: "G1", Text: sentence(t)}
	case 1:
		return report.Paragraph{Style: report.Style(rapid.IntRange(0, 3).Draw(t, "style")), Text: sentence(t)}
	case 2:
		return report.List{Entries: []report.Entry{{Code: "V1", Text: sentence(t)}, {Text: sentence(t)}}}
	case 3:
		return report.Signatures{Lines: []report.Signature{{Under: sentence(t), Name: sentence(t)}, {}, {Under: "head"}}}
	case 4:
		return report.Figure{Drawing: chart.Drawing{Width: rapid.Float64Range(0, 400).Draw(t, "width"), Height: rapid.Float64Range(0, 400).Draw(t, "height"),
			Shapes: []chart.Shape{{Form: chart.Label, Points: []chart.Point{{}}, Text: "drawn", Size: 9}}}, Caption: sentence(t)}
	case 5:
		drawn := chart.Drawing{Width: rapid.Float64Range(0, 200).Draw(t, "width"), Height: rapid.Float64Range(0, 200).Draw(t, "height"),
			Shapes: []chart.Shape{{Form: chart.Label, Points: []chart.Point{{}}, Text: "drawn", Size: 9}}}
		panels := report.Panels{}
		for range rapid.IntRange(0, 5).Draw(t, "panels") {
			panels.Panels = append(panels.Panels, report.Panel{Code: "G1", Title: sentence(t), Text: sentence(t), Drawing: drawn})
		}
		return panels
	}
	table := report.Table{Small: rapid.Bool().Draw(t, "small"), Columns: []report.Column{{Title: sentence(t)[:0] + "One", Weight: 2}, {Title: "Two", Align: report.Right}, {Title: "Three", Weight: 1, Align: report.Centre}}}
	for range rapid.IntRange(0, 12).Draw(t, "rows") {
		row := report.Row{Spanning: rapid.IntRange(0, 5).Draw(t, "spanning") == 0}
		for range rapid.IntRange(0, 4).Draw(t, "cells") {
			row.Cells = append(row.Cells, report.Cell{Text: sentence(t), Code: rapid.SampledFrom([]string{"", "A12"}).Draw(t, "code"), Bold: rapid.Bool().Draw(t, "bold")})
		}
		for range rapid.IntRange(0, 3).Draw(t, "notes") {
			row.Notes = append(row.Notes, report.Note{Label: sentence(t), Text: sentence(t)})
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// Given any document, when set, then every letter of it is on a page, within the margins; and twice gives the same.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := anything(t)
		if diff := cmp.Diff(Layout(doc, even), Layout(doc, even), cmpopts.EquateComparable(app.Date{})); diff != "" {
			t.Fatal(diff)
		}
		nothingLost(t, doc, Layout(doc, even))
	})
}

// nothingLost fails the test when a letter of doc is on no page of set or outside the margins.
func nothingLost(t interface{ Fatalf(string, ...any) }, doc report.Document, set Set) {
	var painted strings.Builder
	for _, p := range set.Pages {
		for _, s := range p.Shapes {
			// the titles of columns may be repeated
			if s.Form == chart.Label && s.Text != "drawn" && s.Text != "One" && s.Text != "Two" && s.Text != "Three" {
				painted.WriteString(s.Text)
			}
		}
	}
	if want, got := letters(wordsOf(doc)), letters(painted.String()); want != got {
		t.Fatalf("letters\n%.3000s became\n%.3000s", want, got)
	}
	inMargins(t, set, 0)
}

// inMargins fails the test when words are outside the margins; the foot may hold those of a footer.
func inMargins(t interface{ Fatalf(string, ...any) }, set Set, foot float64) {
	for i, p := range set.Pages {
		for _, s := range p.Shapes {
			if s.Form != chart.Label || s.Text == "drawn" {
				continue
			}
			left := s.Points[0].X
			switch w := even(s.Text, s.Size, s.Bold); s.Anchor {
			case chart.Middle:
				left -= w / 2
			case chart.End:
				left -= w
			}
			if right := left + even(s.Text, s.Size, s.Bold); left < margin-0.01 || right > p.Width-margin+0.01 {
				t.Fatalf("page %d: %q reaches from %v to %v", i, s.Text, left, right)
			}
			if y := s.Points[0].Y; y < margin || y > p.Height-margin+foot+0.01 {
				t.Fatalf("page %d: %q is at %v", i, s.Text, y)
			}
		}
	}
}

// letters returns the letters of cleaned text in order of the alphabet.
func letters(text string) string {
	var all []rune
	for _, r := range text {
		if !unicode.IsSpace(r) && r != '–' {
			all = append(all, r)
		}
	}
	slices.Sort(all)
	return string(all)
}

// wordsOf returns the words of a document, but for titles of columns.
func wordsOf(doc report.Document) string {
	var b strings.Builder
	add := func(texts ...string) {
		for _, text := range texts {
			b.WriteString(Clean(text) + "\n")
		}
	}
	add(doc.Cover.School, doc.Cover.Title, doc.Cover.Period, doc.Cover.State)
	add(doc.Cover.Details...)
	add(doc.Cover.Approval.Lines...)
	for _, section := range doc.Sections {
		add(section.Title)
		for _, block := range section.Blocks {
			switch x := block.(type) {
			case report.Heading:
				add(x.Code, x.Text)
			case report.Paragraph:
				add(x.Text)
			case report.List:
				for _, e := range x.Entries {
					add(e.Code, e.Text)
				}
			case report.Signatures:
				for _, s := range x.Lines {
					add(s.Under, s.Name)
				}
			case report.Panels:
				for _, panel := range x.Panels {
					add(panel.Code, panel.Title, panel.Text)
				}
			case report.Figure:
				add(x.Caption)
			case report.Table:
				for _, row := range x.Rows {
					for _, cell := range row.Cells {
						add(cell.Code, cell.Text)
					}
					for _, note := range row.Notes {
						add(note.Label, note.Text)
					}
				}
			}
		}
	}
	return b.String()
}

// Given a long table, when set, then each page has its head, no row is torn and the last row is not alone.
func TestTableAcrossPages(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Title: "What", Weight: 3}, {Title: "Cost", Weight: 1, Align: report.Right}}}
	for i := range 90 {
		table.Rows = append(table.Rows, report.Row{Cells: []report.Cell{{Text: fmt.Sprintf("first%d\nsecond%d", i, i)}, {Text: "12 €"}}})
		if i%10 == 3 {
			table.Rows = append(table.Rows, report.Row{Spanning: true, Cells: []report.Cell{{Text: fmt.Sprintf("group%d", i)}}})
		}
	}
	for extra := range 12 { // wherever the page ends
		blocks := []report.Block{report.Paragraph{Text: strings.Repeat("x\n", extra) + "x"}, table}
		set := Layout(report.Document{Sections: []report.Section{{Blocks: blocks}}}, even)
		if heads := on(set, "Cost"); len(heads) != len(set.Pages)-1 || len(heads) < 3 {
			t.Fatalf("heads on %v of %d pages", heads, len(set.Pages))
		}
		for i := range 90 {
			a, _ := find(set, fmt.Sprintf("first%d", i))
			b, _ := find(set, fmt.Sprintf("second%d", i))
			if a != b {
				t.Errorf("row %d is on pages %d and %d", i, a, b)
			}
			if i%10 == 3 && i < 89 {
				group, _ := find(set, fmt.Sprintf("group%d", i))
				if next, _ := find(set, fmt.Sprintf("first%d", i+1)); next != group {
					t.Errorf("the heading of row %d is left behind", i+1)
				}
			}
		}
		a, _ := find(set, "first88")
		if b, _ := find(set, "first89"); a != b {
			t.Error("the last row stands alone")
		}
	}
}

// Given a row taller than a page, when set, then it begins where there is room and goes on below the head.
func TestRowTallerThanAPage(t *testing.T) {
	var lines []string
	for i := range 130 {
		lines = append(lines, fmt.Sprintf("line%d", i))
	}
	table := report.Table{Columns: []report.Column{{Title: "What", Weight: 1}}, Rows: []report.Row{{Cells: []report.Cell{{Text: "short"}}},
		{Cells: []report.Cell{{Text: strings.Join(lines, "\n")}}}}}
	set := Layout(report.Document{Sections: []report.Section{{Blocks: []report.Block{table}}}}, even)
	first, _ := find(set, "line0")
	last, _ := find(set, "line129")
	if short, _ := find(set, "short"); first != short || last-first != 2 {
		t.Errorf("from page %d to %d, after page %d", first, last, short)
	}
	if heads := on(set, "What"); len(heads) != 3 {
		t.Errorf("heads on %v", heads)
	}
}

// Given headings near the end of a page, when set, then each stays with what follows.
func TestHeadingsStayWithWhatFollows(t *testing.T) {
	for lines := 30; lines < 52; lines++ {
		blocks := []report.Block{report.Paragraph{Text: strings.Repeat("x\n", lines) + "x"}, report.Heading{Level: 2, Text: "Heading"},
			report.Heading{Level: 3, Text: "Part"}, report.Paragraph{Text: "follows\nsecond\nthird"}}
		set := Layout(report.Document{Sections: []report.Section{{Blocks: blocks}}}, even)
		a, _ := find(set, "Heading")
		b, _ := find(set, "Part")
		c, _ := find(set, "second")
		if a != b || b != c {
			t.Errorf("%d lines before: pages %d, %d and %d", lines, a, b, c)
		}
	}
}

// Given text before a list, a table or places to sign, when the page ends there, then the text goes with them.
func TestTextStaysWithWhatItLeadsInTo(t *testing.T) {
	for name, next := range map[string]report.Block{
		"list":       report.List{Entries: []report.Entry{{Text: "follows"}}},
		"table":      report.Table{Columns: []report.Column{{Title: "What", Weight: 1}}, Rows: []report.Row{{Cells: []report.Cell{{Text: "follows"}}}}},
		"signatures": report.Signatures{Lines: []report.Signature{{Under: "follows"}}},
	} {
		for lines := 30; lines < 56; lines++ {
			blocks := []report.Block{report.Paragraph{Text: strings.Repeat("x\n", lines) + "x"}, report.Paragraph{Text: "leads in"}, next}
			set := Layout(report.Document{Sections: []report.Section{{Blocks: blocks}}}, even)
			a, _ := find(set, "leads in")
			b, _ := find(set, "follows")
			if a != b {
				t.Errorf("%s after %d lines: pages %d and %d", name, lines, a, b)
			}
		}
	}
}

// Given chapters, when set, then contents, links and bookmarks lead to their pages.
func TestContentsLeadToTheirPages(t *testing.T) {
	doc := report.Document{Title: "Plan", Contents: "Contents", PageOf: func(page, pages int) string { return fmt.Sprintf("page %d of %d", page, pages) },
		Footer: "Footer", Cover: report.Cover{Title: "Cover"}}
	for i := range 30 {
		doc.Sections = append(doc.Sections, report.Section{Title: fmt.Sprintf("Chapter %d", i), NewPage: true, Landscape: i == 5,
			Blocks: []report.Block{report.Heading{Level: 2, Code: "G1", Text: fmt.Sprintf("Goal %d", i)}, report.Heading{Level: 3, Text: "no entry"}}})
	}
	set := Layout(doc, even)
	if len(set.Pages) != 1+2+30 {
		t.Fatalf("%d pages", len(set.Pages))
	}
	if len(set.Bookmarks) != 2+60 {
		t.Fatalf("%d bookmarks", len(set.Bookmarks))
	}
	var links []Link
	for _, p := range set.Pages {
		links = append(links, p.Links...)
	}
	for i := range 30 {
		if b := set.Bookmarks[2+2*i]; b.Level != 0 || b.Text != fmt.Sprintf("Chapter %d", i) || b.Page != 3+i {
			t.Errorf("bookmark %+v", b)
		}
		if b := set.Bookmarks[3+2*i]; b.Level != 1 || b.Text != fmt.Sprintf("G1 Goal %d", i) || b.Page != 3+i {
			t.Errorf("bookmark %+v", b)
		}
		if links[2*i].Page != 3+i || links[2*i+1].Page != 3+i {
			t.Errorf("links %+v %+v", links[2*i], links[2*i+1])
		}
		if pages := on(set, fmt.Sprintf("page %d of 33", 4+i)); !slices.Equal(pages, []int{3 + i}) {
			t.Errorf("the footer of page %d is on %v", 4+i, pages)
		}
	}
	if p := set.Pages[8]; p.Width != longSide || set.Pages[9].Width != shortSide {
		t.Error("chapter 5 is not landscape, or the next one is")
	}
	if len(on(set, "Footer")) != 32 || len(on(set, "page 1 of 33")) != 0 {
		t.Error("the cover has a footer, or another page none")
	}
	if pages := on(set, "33"); !slices.Equal(pages, []int{2}) {
		t.Errorf("the number of the last chapter is on %v", pages)
	}
}

// Given places to sign near the end of a page, when set, then they stay together.
func TestSignaturesStayTogether(t *testing.T) {
	for lines := 30; lines < 50; lines++ {
		blocks := []report.Block{report.Paragraph{Text: strings.Repeat("x\n", lines) + "x"},
			report.Signatures{Lines: []report.Signature{{Under: "one"}, {Under: "two"}, {Under: "three"}, {Under: "four"}, {Under: "five"}}}}
		set := Layout(report.Document{Sections: []report.Section{{Blocks: blocks}}}, even)
		a, _ := find(set, "one")
		if b, _ := find(set, "five"); a != b {
			t.Errorf("%d lines before: pages %d and %d", lines, a, b)
		}
	}
}

// Given text as people paste it, when cleaned, then only what can be painted is left, and every letter of it.
func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "plain text": "plain text", " a  b\t c ": "a b c", "a\r\nb\rc\u2028d": "a\nb\nc\nd", "a \n b": "a\nb",
		"o\u0303petaja": "õpetaja", "o\u200d\u0303": "õ", "raa\u00admatu": "raamatu", "a\u200bb\ufeff\x00\x07": "ab",
		"hea 😀 töö": "hea □ töö", "👩\u200d🏫!": "□!", "👍🏽👍": "□□", "🇪🇪🇱🇻 🇪": "□□ □", "1️⃣.": "1.", "❤\ufe0f": "❤", "10\u00a0€": "10\u00a0€", "\xff": "\ufffd",
		"სკოლა → ✓": "სკოლა → ✓", "\ufa6c": "□", "\n\na\n\nb\n": "a\n\nb",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(rapid.String().Draw(t, "text"))
		if twice := Clean(once); twice != once {
			t.Fatalf("%q cleaned again is %q", once, twice)
		}
		for _, r := range once {
			if r > 0xffff || r < ' ' && r != '\n' {
				t.Fatalf("%q has %q", once, r)
			}
		}
	})
}

// Given a code before the words, when the first word does not fit beside it, then it goes below, whole.
func TestWordBesideACode(t *testing.T) {
	f := face{size: 10, leading: 12}
	width := even("abcdefgh", f.size, false)
	got := wrap("abcdefgh ij", width, width/2, f, even)
	if len(got) != 3 || got[0].text != "" || got[1].text != "abcdefgh" || got[2].text != "ij" {
		t.Errorf("lines %+v", got)
	}
	got = wrap("ab-cdefgh", width, 0, f, even)
	if len(got) != 2 || got[0].text != "ab-" || got[1].text != "cdefgh" {
		t.Errorf("lines %+v", got)
	}
}

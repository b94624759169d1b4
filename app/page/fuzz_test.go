package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/app/chart"
	"waymark/app/report"
)

// full is a document that says text everywhere.
func full(text string, landscape bool) report.Document {
	drawing := chart.Drawing{Width: 80, Height: 30}
	return report.Document{PageOf: quiet,
		Cover: report.Cover{School: text, Title: text, Period: text, State: text, Details: []string{text, text}, Approval: &report.Approval{Lines: []string{text, text}}},
		Sections: []report.Section{
			{Title: text, Landscape: landscape, Blocks: []report.Block{
				report.Heading{Level: 2, Code: "G1", Text: text}, report.Paragraph{Style: report.Lead, Text: text},
				report.Heading{Level: 3, Text: text}, report.Paragraph{Text: text}, report.Paragraph{Style: report.Quiet, Text: text},
				report.List{Entries: []report.Entry{{Code: "V1", Text: text}, {Text: text}}},
				report.Figure{Drawing: drawing, Caption: text},
				report.Panels{Panels: []report.Panel{{Code: "G1", Title: text, Text: text, Drawing: drawing}, {Title: text, Drawing: drawing}, {Text: text}}},
			}},
			{Title: text, NewPage: true, Landscape: !landscape, Blocks: []report.Block{
				report.Table{Columns: []report.Column{{Title: "One", Weight: 2}, {Title: "Two", Align: report.Right}, {Title: "Three", Weight: 1, Align: report.Centre}},
					Rows: []report.Row{
						{Spanning: true, Cells: []report.Cell{{Text: text}}},
						{Cells: []report.Cell{{Code: "A1", Text: text}, {Text: text}, {Text: text, Bold: true}}, Notes: []report.Note{{Label: text, Text: text}}},
						{Cells: []report.Cell{{Text: text}}}}},
				report.Signatures{Lines: []report.Signature{{Under: text, Name: text}, {Under: text}, {}}},
			}},
		}}
}

// Given any text, of any length, in every place of a document, when set, then every letter of it is on a page, within the
// margins, and there are no more pages than it needs.
func FuzzLayout(f *testing.F) {
	for _, text := range []string{"", "Feedback that helps", "\n", "a\nb\r\nc", "🎉 e\u0301 \u202e a\u00adb \x00", "\xff\xfe", strings.Repeat("x", 900), "a-b/c-", "\u0301\u0301",
		" \u00a0 ", "👩\u200d🏫", "სკოლა"} {
		f.Add(text, uint8(1), false)
		f.Add(text+" ", uint8(200), true)
	}
	f.Fuzz(func(t *testing.T, text string, times uint8, landscape bool) {
		if len(text) > 2000 {
			t.Skip("long texts come of repetition")
		}
		text = strings.Repeat(text, min(int(times), 5000/max(1, len(text))))
		if strings.Contains(text, "–") || Clean(text) == "drawn" || strings.Contains(text, "One") || strings.Contains(text, "Two") || strings.Contains(text, "Three") {
			t.Skip("marks of the test itself")
		}
		doc := full(text, landscape)
		set := Layout(doc, even)
		nothingLost(t, doc, set)
		if n := utf8.RuneCountInString(text); len(set.Pages) > 20+n {
			t.Fatalf("%d pages for %d letters in each place", len(set.Pages), n)
		}
		// and with contents, a footer and an outline too
		doc.Contents, doc.Footer, doc.Title = "Contents", text, text
		set = Layout(doc, even)
		inMargins(t, set, 14)
		for _, b := range set.Bookmarks {
			if b.Page < 0 || b.Page >= len(set.Pages) || strings.Contains(b.Text, "\n") {
				t.Fatalf("bookmark %+v", b)
			}
		}
	})
}

// Given any text, when cleaned, then it can be painted, cleaning again changes nothing, and no letter is lost.
func FuzzClean(f *testing.F) {
	for _, text := range []string{"", "plain text", " a  b\t c ", "a\r\nb\rc\u2028d", "o\u0303petaja", "o\u200d\u0303", "👩\u200d🏫!", "👍🏽👍", "\xff", "\n\na\n\nb\n", "\U000e0001\U0010ffff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Clean(text)
		if twice := Clean(once); twice != once || !utf8.ValidString(once) || strings.TrimSpace(once) != once && strings.Trim(once, " \n") != once {
			t.Fatalf("%q cleaned is %q, and again %q", text, once, twice)
		}
		for _, r := range once {
			if r > 0xffff || r < ' ' && r != '\n' || invisible(r) && r != '\n' {
				t.Fatalf("%q cleaned has %q", text, r)
			}
		}
		var lines strings.Builder
		f := face{size: 10, leading: 12}
		for _, line := range wrap(once, 30, 5, f, even) {
			if line.width > 30+hair && utf8.RuneCountInString(line.text) > 1 {
				t.Fatalf("%q has a line %q of %v", text, line.text, line.width)
			}
			lines.WriteString(line.text)
		}
		if got, want := letters(lines.String()), letters(once); got != want {
			t.Fatalf("%q is set with the letters %q, want %q", text, got, want)
		}
	})
}

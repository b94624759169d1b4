package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
)

// loose is a document of one block without a cover.
func loose(landscape bool, block report.Block) report.Document {
	return report.Document{Loose: true, Sections: []report.Section{{Landscape: landscape, Blocks: []report.Block{block}}}}
}

// everyWord returns the words of all labels in order.
func everyWord(set Set) string {
	var all []string
	for _, p := range set.Pages {
		for _, s := range p.Shapes {
			if s.Form == chart.Label {
				all = append(all, s.Text)
			}
		}
	}
	return strings.Join(all, " ")
}

// drawnInside fails the test when a line or an area reaches beyond the margins.
func drawnInside(t interface{ Fatalf(string, ...any) }, set Set) {
	for i, p := range set.Pages {
		for _, s := range p.Shapes {
			if s.Form == chart.Label {
				continue
			}
			for _, at := range s.Points {
				if at.X-s.Radius < margin-0.2 || at.X+s.Radius > p.Width-margin+0.2 || at.Y-s.Radius < margin-0.2 || at.Y+s.Radius > p.Height-margin+0.2 {
					t.Fatalf("page %d: a shape is at %v of %v × %v", i, at, p.Width, p.Height)
				}
			}
		}
	}
}

func manyStacks(themes, cards int) report.Board {
	b := report.Board{Title: "Board", Lead: "300 ideas"}
	for i := range themes {
		stack := report.Stack{Title: fmt.Sprintf("Theme%d", i), Again: fmt.Sprintf("Again%d", i), Dots: i * 3, Tally: fmt.Sprintf("%d dots", i*3)}
		for j := range cards {
			n := i*cards + j
			stack.Cards = append(stack.Cards, fmt.Sprintf("<%d %s%d>", n, strings.Repeat("words of an idea ", n%9), n))
		}
		b.Stacks = append(b.Stacks, stack)
	}
	return b
}

// Given 300 ideas in 20 themes, when set, then each card is whole in one frame, in order, and a heading is above each column.
func TestBoardOfThreeHundredIdeas(t *testing.T) {
	set := Layout(loose(true, manyStacks(20, 15)), even)
	inMargins(t, set, 0)
	drawnInside(t, set)
	if len(set.Pages) < 4 || len(set.Pages) > 20 {
		t.Errorf("%d pages", len(set.Pages))
	}
	words := everyWord(set)
	for n := range 300 {
		if strings.Count(words, fmt.Sprintf("<%d ", n)) != 1 || strings.Count(words, fmt.Sprintf(" %d>", n)) != 1 {
			t.Errorf("idea %d is not there once", n)
		}
	}
	cards := 0
	for i, p := range set.Pages {
		var frame *chart.Shape
		topOf := map[float64]float64{} // of the uppermost thing in a column, by its left edge
		for k := range p.Shapes {
			s := &p.Shapes[k]
			if s.Form == chart.Rect {
				if frame = s; s.Fill == chart.Surface {
					cards++
				}
				continue
			}
			if s.Form != chart.Label || frame == nil || s.Bold {
				continue
			}
			if at := s.Points[0]; at.Y < frame.Points[0].Y || at.Y > frame.Points[1].Y || at.X < frame.Points[0].X || at.X > frame.Points[1].X {
				t.Fatalf("page %d: %q is outside its card", i, s.Text)
			}
		}
		for _, s := range p.Shapes {
			left := s.Points[0].X
			if top, ok := topOf[left]; s.Form == chart.Label && s.Bold && (!ok || s.Points[0].Y < top) {
				topOf[left] = s.Points[0].Y
			}
		}
		for _, s := range p.Shapes {
			if s.Form != chart.Rect || s.Fill != chart.Surface {
				continue
			}
			if top, ok := topOf[s.Points[0].X]; !ok || top > s.Points[0].Y {
				t.Fatalf("page %d: the column at %v has no heading", i, s.Points[0].X)
			}
		}
	}
	if cards != 300 {
		t.Errorf("%d cards: some are torn", cards)
	}
}

// Given few ideas, when set, then they are one page in large type with all their dots; many take smaller type.
func TestABoardIsOnePageWhenThatCanBeRead(t *testing.T) {
	sizes := map[int]float64{}
	for _, cards := range []int{2, 5} {
		set := Layout(loose(true, manyStacks(4, cards)), even)
		if len(set.Pages) != 1 {
			t.Errorf("%d cards in each theme take %d pages", cards, len(set.Pages))
		}
		dots := 0
		for _, s := range set.Pages[0].Shapes {
			if s.Form == chart.Circle {
				dots++
			}
			if s.Form == chart.Label && strings.HasPrefix(s.Text, "<") {
				sizes[cards] = s.Size
			}
		}
		if dots != 0+3+6+9 {
			t.Errorf("%d dots", dots)
		}
	}
	if sizes[2] <= sizes[5] || sizes[2] < 14 {
		t.Errorf("sizes are %v", sizes)
	}
}

// Given any board, when set, then every letter is there, inside the margins, and twice gives the same.
func TestAnyBoardIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := report.Board{Title: "Board"}
		var want strings.Builder
		for range rapid.IntRange(0, 7).Draw(t, "stacks") {
			stack := report.Stack{Title: "T", Again: "T", Loose: rapid.Bool().Draw(t, "loose")}
			if stack.Dots = rapid.IntRange(0, 60).Draw(t, "dots"); stack.Dots > 0 {
				stack.Tally = "T T"
			}
			for range rapid.IntRange(0, 9).Draw(t, "cards") {
				card := strings.Repeat(sentence(t), rapid.SampledFrom([]int{1, 1, 1, 40}).Draw(t, "times"))
				stack.Cards = append(stack.Cards, card)
				want.WriteString(Clean(card))
			}
			b.Stacks = append(b.Stacks, stack)
		}
		set := Layout(loose(true, b), even)
		if diff := cmp.Diff(set, Layout(loose(true, b), even), cmpopts.EquateComparable(app.Date{})); diff != "" {
			t.Fatal(diff)
		}
		inMargins(t, set, 0)
		drawnInside(t, set)
		got := strings.ReplaceAll(everyWord(set), "T", "")
		if letters(want.String()+"Board") != letters(got) {
			t.Fatalf("letters %s became %s", want.String(), got)
		}
	})
}

// Given a vision, when set, then it is one page with its adoption at the foot, the larger the less there is to say.
func TestAPosterIsOnePage(t *testing.T) {
	size := func(words, lines int) float64 {
		b := report.Poster{School: "School", Title: "Our vision", Statement: "begins" + strings.Repeat(" word", words) + " ends.", Values: "Values",
			Valued: []string{"Courage", "Care"}, Lines: "Lines", State: []string{"Adopted"}}
		for i := range lines {
			b.Numbered = append(b.Numbered, report.Entry{Code: fmt.Sprintf("V%d", i+1), Text: strings.Repeat("line of the vision ", 4)})
		}
		set := Layout(loose(false, b), even)
		inMargins(t, set, 0)
		drawnInside(t, set)
		if len(set.Pages) != 1 {
			t.Errorf("%d words and %d lines take %d pages", words, lines, len(set.Pages))
		}
		if _, y := find(set, "Adopted"); y < 260 {
			t.Errorf("the foot is at %v", y)
		}
		for _, s := range set.Pages[0].Shapes {
			if strings.HasPrefix(s.Text, "begins") {
				return s.Size
			}
		}
		return 0
	}
	short, usual, long := size(8, 3), size(40, 6), size(250, 10)
	if short <= usual || usual <= long || long < 12 {
		t.Errorf("sizes are %v, %v, %v", short, usual, long)
	}
}

// Given a statement of 2,000 words, when set, then it goes on over pages and nothing is lost.
func TestAPosterTooLongForAPageIsWhole(t *testing.T) {
	set := Layout(loose(false, report.Poster{School: "School", Statement: strings.Repeat("word ", 2000) + "end", State: []string{"Draft"}}), even)
	inMargins(t, set, 0)
	if n := strings.Count(everyWord(set), "word"); n != 2000 || len(on(set, "Draft")) != 1 || len(set.Pages) > 4 {
		t.Errorf("%d words on %d pages", n, len(set.Pages))
	}
}

// Given questions of any length, when set, then three slips with their boxes are on one page below it.
func TestSlipsHaveLinesAndABox(t *testing.T) {
	for _, question := range []string{"Why?", strings.Repeat("a long question ", 14), strings.Repeat("far too long a question ", 120)} {
		set := Layout(loose(false, report.Slips{Above: "School", Question: question, Hint: "Write.", Count: 3, Box: "Role"}), even)
		inMargins(t, set, 0)
		drawnInside(t, set)
		if pages := on(set, "Role"); len(pages) != 1 || pages[0] != len(set.Pages)-1 {
			t.Errorf("%d letters: slips are on %v of %d pages", len(question), pages, len(set.Pages))
		}
		boxes, lines, cuts := 0, 0, 0
		for _, s := range set.Pages[len(set.Pages)-1].Shapes {
			switch {
			case s.Form == chart.Label && s.Text == "Role":
				boxes++
			case s.Dashed:
				cuts++
			case s.Form == chart.Polyline && s.Stroke == chart.Edge:
				lines++
			}
		}
		if boxes != 3 || cuts != 3 || lines < 9 {
			t.Errorf("%d boxes, %d cuts, %d lines", boxes, cuts, lines)
		}
	}
}

// Given a document without a cover, when set, then its first page has the footer, and none where there is nothing to say.
func TestALooseDocumentBeginsWithItsContent(t *testing.T) {
	doc := loose(false, report.Paragraph{Text: "first"})
	set := Layout(doc, even)
	if page, _ := find(set, "first"); page != 0 || len(set.Pages[0].Shapes) != 1 {
		t.Errorf("on page %d with %d shapes", page, len(set.Pages[0].Shapes))
	}
	doc.Footer = "Footer"
	if pages := on(Layout(doc, even), "Footer"); !slices.Equal(pages, []int{0}) {
		t.Errorf("the footer is on %v", pages)
	}
	if n := len(Layout(report.Document{Loose: true}, even).Pages); n != 1 {
		t.Errorf("nothing is on %d pages", n)
	}
}

package chart

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// even measures every rune as half its size.
func even(text string, size float64, bold bool) float64 {
	return float64(utf8.RuneCountInString(text)) * size * point / 2
}

// labels returns the labels of a drawing, and fails when two overlap or one leaves the drawing.
func labels(t rapid.TB, d Drawing) []string {
	t.Helper()
	var words []string
	var areas []area
	for _, s := range d.Shapes {
		if s.Form != Label {
			continue
		}
		a := labelArea(s, even)
		if !a.inside(d.Width, d.Height) {
			t.Fatalf("%q leaves the drawing: %+v of %v × %v", s.Text, a, d.Width, d.Height)
		}
		for i, b := range areas {
			if a.meets(b) {
				t.Fatalf("%q overlaps %q", s.Text, words[i])
			}
		}
		words, areas = append(words, s.Text), append(areas, a)
	}
	return words
}

func name(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.StringMatching(`[A-Za-zõäöü]{1,14}`), 1, 6).Draw(t, "words")
	return strings.Join(words, " ")
}

// Given axes with names of any length, when drawn, then no name overlaps another or leaves the drawing.
func TestRadarNamesStayApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := RadarConfig{Width: rapid.Float64Range(70, 170).Draw(t, "width"), Height: rapid.Float64Range(60, 140).Draw(t, "height"),
			Size: rapid.Float64Range(7, 12).Draw(t, "size"), Measure: even, Levels: rapid.IntRange(3, 5).Draw(t, "levels"),
			Now: "Now", Target: "Target", Last: "Last round", Weak: "Weak evidence"}
		for range rapid.IntRange(1, 12).Draw(t, "axes") {
			c.Axes = append(c.Axes, RadarAxis{Name: name(t), Now: rapid.Float64Range(0, 4).Draw(t, "now"), Target: 3,
				Weak: rapid.Bool().Draw(t, "weak")})
		}
		labels(t, Radar(c))
	})
}

// Given six short names, when drawn, then each is there whole, and the legend has a word for what is shown only.
func TestRadarShowsWhatIsThere(t *testing.T) {
	c := RadarConfig{Width: 150, Height: 100, Size: 9, Measure: even, Levels: 4, Title: "Levels",
		Now: "Now", Target: "Target", Last: "Last round", Weak: "Weak evidence"}
	for i, n := range []string{"Vision", "Leadership", "Community", "Pedagogy", "Knowledge", "Resources"} {
		c.Axes = append(c.Axes, RadarAxis{Name: n, Now: float64(i % 4), Target: 3.25})
	}
	d := Radar(c)
	got := strings.Join(labels(t, d), "|")
	for _, want := range []string{"Vision", "Resources", "Now", "Target", "1", "2", "3", "4"} {
		if !strings.Contains("|"+got+"|", "|"+want+"|") {
			t.Errorf("labels %s have no %q", got, want)
		}
	}
	if strings.Contains(got, "Last round") || strings.Contains(got, "Weak") {
		t.Errorf("the legend names what is not shown: %s", got)
	}
	if want := "Levels: Vision – → 3.3; Leadership 1 → 3.3"; !strings.HasPrefix(d.Alt, want) {
		t.Errorf("alt = %q, want %q…", d.Alt, want)
	}
	if diff := cmp.Diff(d, Radar(c)); diff != "" {
		t.Error(diff)
	}
	fills, hatches := 0, 0
	for _, s := range d.Shapes {
		if s.Form == Polygon && s.Fill == Level2 {
			fills++
		}
		if s.Hatch != Plain {
			hatches++
		}
	}
	if fills != 1 || hatches != 0 {
		t.Errorf("%d filled shapes, %d hatched", fills, hatches)
	}
	c.Axes[2].Weak = true
	if d := Radar(c); !strings.Contains(strings.Join(labels(t, d), "|"), "Weak evidence") {
		t.Error("weak evidence is not in the legend")
	}
}

// Given nothing to draw, when drawn, then there is an empty drawing.
func TestNothingToDraw(t *testing.T) {
	for _, d := range []Drawing{Radar(RadarConfig{Measure: even}), Radar(RadarConfig{Axes: make([]RadarAxis, 3), Levels: 4}),
		Trend(TrendConfig{Measure: even}), Gantt(GanttConfig{}), Gantt(GanttConfig{Measure: even, Width: 100, Rows: make([]GanttRow, 2)})} {
		if len(d.Shapes) != 0 {
			t.Errorf("%+v", d)
		}
	}
}

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

func work() GanttConfig {
	c := GanttConfig{Width: 253, Size: 8, Measure: even, Title: "Work", Start: day(2026, 9, 1), End: day(2029, 6, 30),
		FirstMonth: time.September, Month: func(m int) string { return time.Month(m).String()[:3] }, Today: day(2027, 2, 3), TodayWord: "today",
		Breaks: []GanttBreak{{day(2027, 6, 10), day(2027, 8, 31)}},
		Words:  map[Bar]string{BarPlanned: "planned", BarActive: "in progress", BarDone: "done", BarPaused: "paused", BarDropped: "dropped", BarOverdue: "overdue"}}
	for i := range 30 {
		c.Rows = append(c.Rows, GanttRow{Code: fmt.Sprintf("G%d", i), Label: "A goal with a rather long sentence for its title", Group: i%6 == 0,
			Start: day(2026, 9+i, 1), End: day(2027, 2+i, 20), Bar: Bar(i % 6)})
	}
	return c
}

// Given rows of every state, when drawn, then years, months, rows and legend are there and nothing overlaps.
func TestGanttShowsRowsYearsAndLegend(t *testing.T) {
	d := Gantt(work())
	got := "|" + strings.Join(labels(t, d), "|") + "|"
	for _, want := range []string{"2026/27", "2027/28", "2028/29", "Sep", "G0", "G29", "in progress", "done", "overdue", "paused", "dropped", "today"} {
		if !strings.Contains(got, "|"+want+"|") {
			t.Errorf("labels %s have no %q", got, want)
		}
	}
	if !strings.Contains(d.Alt, "G1 A goal with a rather long sentence for its title, 2026-10-01 – 2027-03-20, in progress") {
		t.Errorf("alt = %q", d.Alt)
	}
}

// Given the states of a bar, when drawn without colour, then no two look alike.
func TestBarsDifferWithoutColour(t *testing.T) {
	seen := map[string]Bar{}
	for b := range bars {
		look := ""
		for _, s := range barShapes(b, area{0, 0, 30, 3}) {
			dark := s.Fill == Next || s.Fill == Finished || s.Fill == Attention
			look += fmt.Sprintf("%v %v %v %v %v;", s.Form, len(s.Points), dark, s.Dashed, s.Hatch)
		}
		if other, twice := seen[look]; twice {
			t.Errorf("bars %d and %d look alike: %s", b, other, look)
		}
		seen[look] = b
	}
}

// Given rows with one date, none, or dates outside the chart, when drawn, then each stays within it.
func TestGanttOddDates(t *testing.T) {
	c := work()
	c.Words, c.Today = nil, time.Time{}
	c.Rows = []GanttRow{{Label: "none"}, {Label: "start", Start: day(2027, 1, 1)}, {Label: "end", End: day(2035, 1, 1)},
		{Label: "before", Start: day(2000, 1, 1), End: day(2001, 1, 1)}, {Label: "turned", Start: day(2028, 1, 1), End: day(2027, 1, 1), Bar: -3}, {}}
	d := Gantt(c)
	for _, s := range d.Shapes {
		for _, p := range s.Points {
			if p.X < -0.01 || p.X > d.Width+3 || p.Y < 0 || p.Y > d.Height+0.01 {
				t.Errorf("%+v leaves the drawing", s)
			}
		}
	}
	labels(t, d)
}

// Given many rows, when split, then every row is there once, in order, on charts that keep to the height.
func TestGanttSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := work()
		c.Rows = c.Rows[:rapid.IntRange(1, 30).Draw(t, "rows")]
		height := rapid.Float64Range(60, 200).Draw(t, "height")
		var codes []string
		for i, part := range c.Split(height) {
			if d := Gantt(part); d.Height > height+0.01 {
				t.Fatalf("part %d is %v high, not %v", i, d.Height, height)
			}
			for j, row := range part.Rows {
				if j == 0 && row.Group && len(codes) > 0 && row.Code != c.Rows[len(codes)].Code {
					continue // the heading again
				}
				codes = append(codes, row.Code)
			}
			if last := part.Rows[len(part.Rows)-1]; last.Group && len(codes) < len(c.Rows) {
				t.Fatalf("part %d ends with a heading", i)
			}
		}
		for i, row := range c.Rows {
			if i >= len(codes) || codes[i] != row.Code {
				t.Fatalf("rows are %v", codes)
			}
		}
	})
}

// Given values and a target, when drawn, then both numbers are there and stay apart, however near they are.
func TestTrendWordsStayApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := TrendConfig{Width: rapid.Float64Range(60, 160).Draw(t, "width"), Height: rapid.Float64Range(24, 60).Draw(t, "height"), Size: 8,
			Measure: even, HasTarget: rapid.Bool().Draw(t, "target"), Target: rapid.Float64Range(-10, 1e6).Draw(t, "value"), TargetWord: "Target"}
		for i := range rapid.IntRange(0, 8).Draw(t, "points") {
			c.Points = append(c.Points, TrendPoint{day(2026, 9+rapid.IntRange(0, 20).Draw(t, "month"), 1+i), rapid.Float64Range(-100, 100).Draw(t, "v")})
		}
		words := strings.Join(labels(t, Trend(c)), "|")
		if c.HasTarget && !strings.Contains(words, "Target") {
			t.Fatalf("no target in %q", words)
		}
	})
}

// Given a small place, when drawn plain, then there is the line and no word.
func TestTrendPlain(t *testing.T) {
	c := TrendConfig{Width: 30, Height: 8, Measure: even, Plain: true, Title: "Visits", HasTarget: true, Target: 5,
		Points: []TrendPoint{{day(2027, 1, 1), 3}, {day(2026, 1, 1), 2.5}}}
	d := Trend(c)
	if words := labels(t, d); len(words) != 0 {
		t.Errorf("words %v", words)
	}
	if want := "Visits: 2026-01-01 2.5; 2027-01-01 3; 5"; d.Alt != want {
		t.Errorf("alt = %q, want %q", d.Alt, want)
	}
	if c.Points[0].Value != 3 {
		t.Error("the points of the caller were sorted")
	}
}

// Given any text and width, when wrapped, then no line is too wide and no letter is lost.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zõ ]{0,60}`).Draw(t, "text")
		width := rapid.Float64Range(3, 60).Draw(t, "width")
		lines, _ := wrap(text, width, 10, false, even)
		for _, l := range lines {
			if even(l, 10, false) > width+0.01 {
				t.Fatalf("%q is wider than %v", l, width)
			}
		}
		if got, want := strings.Join(lines, ""), strings.Join(strings.Fields(text), ""); strings.ReplaceAll(got, " ", "") != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

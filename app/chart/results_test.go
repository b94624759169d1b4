package chart

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// inside fails when a shape leaves its drawing by more than half a stroke.
func inside(t rapid.TB, d Drawing) {
	t.Helper()
	for _, s := range d.Shapes {
		if s.Form == Label {
			continue
		}
		low, high := extent(s.Outline())
		hair := s.Width/2 + 1e-6
		if low.X < -hair || low.Y < -hair || high.X > d.Width+hair || high.Y > d.Height+hair {
			t.Fatalf("%+v leaves the drawing of %v × %v", s, d.Width, d.Height)
		}
	}
}

func randomHeat(t *rapid.T) HeatConfig {
	c := HeatConfig{Width: rapid.Float64Range(90, 180).Draw(t, "width"), Height: rapid.Float64Range(80, 140).Draw(t, "height"),
		Size: rapid.Float64Range(7, 11).Draw(t, "size"), Measure: even, Title: "Talk", Levels: rapid.IntRange(2, 6).Draw(t, "levels"),
		Gap: name(t), Spread: name(t), Corners: HeatCorners{name(t), name(t), name(t), name(t)}, Item: "item", Weak: "little evidence", Need: "more",
		Names: rapid.Bool().Draw(t, "names")}
	for i := range rapid.IntRange(1, 40).Draw(t, "items") {
		c.Items = append(c.Items, HeatItem{Number: i + 1, Name: name(t), Gap: rapid.IntRange(-1, 6).Draw(t, "gap"),
			Spread: rapid.IntRange(-1, 2).Draw(t, "spread"), Weak: rapid.Bool().Draw(t, "weak")})
	}
	return c
}

// rings are the circles of marks in the cells, those of the legend and of the list of names left out.
func rings(d Drawing, bottom float64) []Shape {
	var found []Shape
	for _, s := range d.Shapes {
		if s.Form == Circle && s.Points[0].Y < bottom {
			found = append(found, s)
		}
	}
	return found
}

// gridOf is the common edge of the cells.
func gridOf(d Drawing) area {
	for _, s := range d.Shapes {
		if s.Form == Rect && s.Fill == None && s.Stroke == Ink {
			return area{s.Points[0].X, s.Points[0].Y, s.Points[1].X, s.Points[1].Y}
		}
	}
	return area{}
}

func TestHeatShowsEveryItemInItsCellAndNoWordOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Given any items on any scale, with words of any length,
		c := randomHeat(t)
		// when drawn,
		d := Heat(c)
		known := 0
		for _, item := range c.Items {
			if item.Gap >= 0 && item.Spread >= 0 {
				known++
			}
		}
		if known == 0 {
			if len(d.Shapes) != 0 {
				t.Fatal("nothing is known, and something is drawn")
			}
			return
		}
		// then no word lies on another or outside,
		words := labels(t, d)
		inside(t, d)
		// marks keep apart and within the cells,
		grid := gridOf(d)
		marks := rings(d, grid.bottom)
		for i, m := range marks {
			if p := m.Points[0]; p.X-m.Radius < grid.left || p.X+m.Radius > grid.right || p.Y-m.Radius < grid.top || p.Y+m.Radius > grid.bottom {
				t.Fatalf("a mark leaves the cells: %+v in %+v", m, grid)
			}
			for _, other := range marks[:i] {
				if math.Hypot(m.Points[0].X-other.Points[0].X, m.Points[0].Y-other.Points[0].Y) < m.Radius+other.Radius {
					t.Fatalf("marks lie on one another: %+v %+v", m, other)
				}
			}
		}
		// and every item has a mark in the cell of its gap and spread, or is counted there.
		shown := map[[2]int]int{}
		cell := func(p Point) [2]int {
			w, h := (grid.right-grid.left)/float64(c.Levels), (grid.bottom-grid.top)/float64(c.Levels)
			return [2]int{int((p.X - grid.left) / w), int((grid.bottom - p.Y) / h)}
		}
		for _, s := range d.Shapes {
			if s.Form != Label || s.Points[0].X < grid.left || s.Points[0].Y < grid.top || s.Points[0].Y > grid.bottom {
				continue
			}
			if n, more := strings.CutPrefix(s.Text, "+"); more {
				count, err := strconv.Atoi(n)
				if err != nil {
					t.Fatal(s.Text)
				}
				shown[cell(s.Points[0])] += count
				continue
			}
			number, err := strconv.Atoi(s.Text)
			if err != nil {
				t.Fatalf("%q stands in the cells", s.Text)
			}
			item := c.Items[number-1]
			if want := [2]int{min(item.Gap, c.Levels-1), min(item.Spread, c.Levels-1)}; cell(s.Points[0]) != want {
				t.Fatalf("item %d stands in %v, want %v", number, cell(s.Points[0]), want)
			}
			shown[cell(s.Points[0])]++
		}
		sum := 0
		for _, n := range shown {
			sum += n
		}
		if sum != known {
			t.Fatalf("%d items are shown, want %d: %v", sum, known, words)
		}
	})
}

func TestHeatTellsWeakEvidenceAndNeedWithoutColour(t *testing.T) {
	// Given an item with weak evidence and one without, when drawn,
	c := HeatConfig{Width: 120, Height: 90, Size: 9, Measure: even, Title: "Talk", Levels: 4, Gap: "gap", Spread: "spread",
		Corners: HeatCorners{"keep", "plan", "look", "talk first"}, Item: "item", Weak: "little evidence", Need: "more to talk about",
		Items: []HeatItem{{Number: 7, Name: "Vision", Gap: 1, Spread: 3}, {Number: 2, Name: "Safety", Gap: 1, Spread: 2, Weak: true}}}
	d := Heat(c)
	// then only the ring of the weak one is dashed, the legend and the corners are in words,
	got := "|" + strings.Join(labels(t, d), "|") + "|"
	for _, want := range []string{"keep", "plan", "look", "talk first", "item", "little evidence", "more to talk about", "gap →", "spread ↑", "7", "2"} {
		if !strings.Contains(got, "|"+want+"|") {
			t.Errorf("labels %s have no %q", got, want)
		}
	}
	dashed := 0
	for _, s := range rings(d, gridOf(d).bottom) {
		if s.Dashed {
			dashed++
		}
	}
	if dashed != 1 {
		t.Errorf("%d rings are dashed", dashed)
	}
	// each shade is darker than the one before even in grey, letters on it keep a contrast of 4.5,
	grey := func(r Role) float64 {
		c := Paper(r)
		linear := func(v uint8) float64 { return math.Pow((float64(v)/255+0.055)/1.055, 2.4) }
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	before := grey(Surface)
	for r := Shade1; r <= Shade6; r++ {
		if grey(r) >= before {
			t.Errorf("shade %d is not darker than the one before", r-Shade1+1)
		}
		if ratio := (grey(r) + 0.05) / (grey(Ink) + 0.05); ratio < 4.5 {
			t.Errorf("ink on shade %d has a contrast of %.1f", r-Shade1+1, ratio)
		}
		before = grey(r)
	}
	// and the words for those who do not see it begin with what needs most talk.
	if want := "Talk: 7 Vision (gap 1, spread 3); 2 Safety (gap 1, spread 2)"; d.Alt != want {
		t.Errorf("alt = %q, want %q", d.Alt, want)
	}
	if c.Items[0].Number != 7 {
		t.Error("the items of the caller were sorted")
	}
}

func TestAFullCellCountsWhatHasNoRoom(t *testing.T) {
	// Given sixty items that all stand in one cell, when drawn,
	c := HeatConfig{Width: 90, Height: 70, Size: 9, Measure: even, Levels: 4}
	for i := range 60 {
		c.Items = append(c.Items, HeatItem{Number: i + 1, Gap: 1, Spread: 1})
	}
	// then some have their marks, and the rest is counted.
	d := Heat(c)
	marks := len(rings(d, gridOf(d).bottom))
	if want := fmt.Sprintf("+%d", 60-marks); marks < 3 || !slices.Contains(labels(t, d), want) {
		t.Errorf("%d marks and no %q: %v", marks, want, labels(t, d))
	}
}

func randomBars(t *rapid.T) BarsConfig {
	c := BarsConfig{Width: rapid.Float64Range(110, 200).Draw(t, "width"), Size: rapid.Float64Range(7, 11).Draw(t, "size"), Measure: even,
		Title: "Items", Levels: rapid.IntRange(2, 6).Draw(t, "levels"), Now: name(t), Target: name(t), Last: name(t), Weak: name(t), Divided: name(t)}
	for range rapid.IntRange(0, 6).Draw(t, "groups") {
		c.Groups = append(c.Groups, name(t))
	}
	level := rapid.Float64Range(0, float64(c.Levels))
	for i := range rapid.IntRange(1, 18).Draw(t, "rows") {
		row := BarsRow{Number: i + 1, Label: name(t), Heading: rapid.IntRange(0, 4).Draw(t, "heading") == 0, Now: level.Draw(t, "now"), Target: level.Draw(t, "target"),
			Last: level.Draw(t, "last"), Weak: rapid.Bool().Draw(t, "weak"), Divided: rapid.Bool().Draw(t, "divided")}
		for range c.Groups {
			row.Groups = append(row.Groups, level.Draw(t, "mean"))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func TestBarsShowEveryRowAndNothingLiesOnAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Given any rows and groups, with words of any length, when drawn,
		c := randomBars(t)
		d := Bars(c)
		// then no word lies on another or outside, the height is the one foretold,
		words := labels(t, d)
		inside(t, d)
		if math.Abs(d.Height-c.Height()) > 1e-9 {
			t.Fatalf("the drawing is %v high, foretold were %v", d.Height, c.Height())
		}
		b := newBarChart(c)
		for _, row := range c.Rows {
			if row.Heading {
				continue
			}
			// each row has its number, and a mark for each group, none on another of its lane.
			if !slices.Contains(words, strconv.Itoa(row.Number)) {
				t.Fatalf("row %d is missing", row.Number)
			}
			placed, lanes := b.lanes(row)
			known := 0
			for _, mean := range row.Groups {
				if mean > 0 {
					known++
				}
			}
			if len(placed) != known {
				t.Fatalf("%d groups have marks, want %d", len(placed), known)
			}
			for i, m := range placed {
				if m.lane >= lanes {
					t.Fatalf("lane %d of %d", m.lane, lanes)
				}
				for _, other := range placed[:i] {
					if m.lane == other.lane && math.Abs(b.x(m.mean)-b.x(other.mean)) < 2*b.mark {
						t.Fatalf("marks of groups %d and %d lie on one another", m.group, other.group)
					}
				}
			}
		}
	})
}

func TestBarsSplitKeepsToTheHeightAndLosesNoRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Given any bars, when split,
		c := randomBars(t)
		height := rapid.Float64Range(90, 250).Draw(t, "height")
		var numbers []int
		for _, part := range c.Split(height) {
			// then a part is no higher unless it is one row, with its heading,
			if d := Bars(part); d.Height > height+1e-6 && len(part.Rows) > 2 {
				t.Fatalf("a part of %d rows is %v high, not %v", len(part.Rows), d.Height, height)
			}
			for j, row := range part.Rows {
				if j == 0 && row.Heading && len(numbers) > 0 && row.Number != numbers[len(numbers)-1]+1 {
					continue // the heading again
				}
				numbers = append(numbers, row.Number)
			}
		}
		// and every row is there once, in order.
		if len(numbers) != len(c.Rows) || !slices.IsSorted(numbers) {
			t.Fatalf("rows are %v", numbers)
		}
	})
}

// everything is the drawings of all that results can show, in words that are told apart.
func everything() map[string]Drawing {
	radar := RadarConfig{Width: 150, Height: 100, Size: 9, Measure: even, Title: "Levels & “more” <now>", Levels: 4, Now: "now", Target: "target", Last: "last round",
		Weak: "little evidence", Divided: "seen differently"}
	bars := BarsConfig{Width: 166, Size: 8, Measure: even, Title: "Items", Levels: 4, Now: "now", Target: "target", Last: "last round",
		Weak: "little evidence", Divided: "seen differently", Groups: []string{"teachers", "pupils", "parents", "staff", "board", "partners"}}
	heat := HeatConfig{Width: 150, Height: 100, Size: 9, Measure: even, Title: "Talk", Levels: 4, Gap: "gap", Spread: "spread",
		Corners: HeatCorners{"keep", "plan", "look", "talk first"}, Item: "item", Weak: "little evidence", Need: "more to talk about", Names: true}
	for i, n := range []string{"Visioon", "Õpetajad & juhid", "სკოლა", "Школа"} {
		radar.Axes = append(radar.Axes, RadarAxis{Name: n, Now: 2, Target: 3, Last: 1, Weak: i == 1, Divided: i == 2})
		bars.Rows = append(bars.Rows, BarsRow{Number: i + 1, Label: n, Now: 2, Target: 3, Last: 1, Weak: i == 1, Divided: i == 2, Groups: []float64{1, 1.5, 2, 2.5, 3, 3.5}})
		heat.Items = append(heat.Items, HeatItem{Number: i + 1, Name: n, Gap: i, Spread: 1, Weak: i == 1})
	}
	return map[string]Drawing{"radar": Radar(radar), "bars": Bars(bars), "heat": Heat(heat)}
}

func TestSVGIsXMLWithEveryWord(t *testing.T) {
	for kind, d := range everything() {
		// Given a drawing with letters of several scripts and signs that XML keeps for itself, when written as SVG,
		file := SVG(d, even)
		// then it is one XML element with a title and a description, as large as the drawing,
		var words []string
		var title, desc, text strings.Builder
		in := ""
		decoder := xml.NewDecoder(strings.NewReader(string(file)))
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				in = token.Name.Local
				for _, a := range token.Attr {
					if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
						t.Errorf("%s: %s is %s", kind, a.Name.Local, a.Value)
					}
					if in == "svg" && a.Name.Local == "width" && a.Value != fmt.Sprintf("%gmm", d.Width) {
						t.Errorf("%s is %s wide", kind, a.Value)
					}
				}
				text.Reset()
			case xml.CharData:
				switch in {
				case "title":
					title.Write(token)
				case "desc":
					desc.Write(token)
				case "text":
					text.Write(token)
				}
			case xml.EndElement:
				if token.Name.Local == "text" {
					words = append(words, text.String())
				}
				in = ""
			}
		}
		if title.String() != d.Title || desc.String() != d.Alt || d.Title == "" {
			t.Errorf("%s: title %q, description %q", kind, title.String(), desc.String())
		}
		// with every word of the drawing, in order, and nothing fetched from elsewhere.
		var want []string
		for _, s := range d.Shapes {
			if s.Form == Label {
				want = append(want, s.Text)
			}
		}
		if !slices.Equal(words, want) {
			t.Errorf("%s has words %q, want %q", kind, words, want)
		}
		if strings.Contains(string(file), "href") || strings.Contains(string(file), "url(") {
			t.Errorf("%s fetches something", kind)
		}
	}
}

// look is how shapes look without colour: filled dark or light or not at all, hatched, and how their lines go.
func look(shapes []Shape, at Point) string {
	b := strings.Builder{}
	for _, s := range shapes {
		fill := "none"
		switch s.Fill {
		case None:
		case Surface:
			fill = "paper"
		case Ink, Next, Attention, Quiet:
			fill = "dark"
		default:
			fill = "light"
		}
		fmt.Fprintf(&b, "%v %v %v %v %v %v", s.Form, fill, s.Hatch, s.Stroke != None && s.Width > 0, s.Dashed, s.Dotted)
		for _, p := range s.Points {
			fmt.Fprintf(&b, " %.2f,%.2f", p.X-at.X, p.Y-at.Y)
		}
		b.WriteString(";")
	}
	return b.String()
}

func TestWhatDiffersInColourDiffersInBlackAndWhite(t *testing.T) {
	// Given the sample of everything that legends name, when looked at without colour,
	radar := radarKeys(RadarConfig{Now: "now", Target: "target", Last: "last", Weak: "weak", Divided: "divided",
		Axes: []RadarAxis{{Now: 1, Target: 2, Last: 1, Weak: true, Divided: true}}})
	bars := barsKeys(BarsConfig{Now: "now", Target: "target", Last: "last", Weak: "weak", Divided: "divided", Groups: []string{"1", "2", "3", "4", "5", "6"},
		Rows: []BarsRow{{Now: 1, Target: 2, Last: 1, Weak: true, Divided: true, Groups: []float64{1, 1, 1, 1, 1, 1}}}})
	heat := (&heat{HeatConfig: HeatConfig{Item: "item", Weak: "weak", Need: "need", Items: []HeatItem{{}, {Weak: true}}}}).keys()
	for kind, keys := range map[string][]key{"radar": radar, "bars": bars, "heat": heat} {
		seen := map[string]string{}
		for _, k := range keys {
			if k.word == "" {
				t.Fatalf("%s: a word is missing", kind)
			}
			sample := look(k.draw(area{0, 0, 6, 2.6}), Point{})
			// then no two are alike.
			if other, twice := seen[sample]; twice {
				t.Errorf("%s: %q and %q look alike: %s", kind, k.word, other, sample)
			}
			seen[sample] = k.word
		}
	}
	// Given the lines of a radar, then each goes in its own way.
	lines := map[string]Role{}
	for _, s := range everything()["radar"].Shapes {
		if s.Form == Polygon && s.Fill == None && s.Hatch == Plain && len(s.Points) == 4 && (s.Stroke == Next || s.Stroke == Ink || s.Stroke == Quiet) {
			lines[fmt.Sprint(s.Dashed, s.Dotted)] = s.Stroke
		}
	}
	if len(lines) != 3 {
		t.Errorf("the three lines go in %d ways: %v", len(lines), lines)
	}
}

func TestTheMarkOfADividedTeamLiesOnNoName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Given axes of which some divide the team, with names of any length, when drawn,
		c := RadarConfig{Width: rapid.Float64Range(90, 170).Draw(t, "width"), Height: rapid.Float64Range(70, 140).Draw(t, "height"),
			Size: rapid.Float64Range(7, 12).Draw(t, "size"), Measure: even, Levels: 4}
		divided := 0
		for i := range rapid.IntRange(3, 9).Draw(t, "axes") {
			c.Axes = append(c.Axes, RadarAxis{Name: name(t), Now: 2, Divided: i%2 == 0})
			if i%2 == 0 {
				divided++
			}
		}
		d := Radar(c)
		// then each of those has its two points, and no word is where they are.
		points := 0
		for _, s := range d.Shapes {
			if s.Form != Polygon || s.Fill != Attention {
				continue
			}
			points++
			low, high := extent(s.Points)
			for _, l := range d.Shapes {
				if l.Form == Label && labelArea(l, even).meets(area{low.X, low.Y, high.X, high.Y}) {
					t.Fatalf("the mark at %v lies on %q", low, l.Text)
				}
			}
		}
		if points != 2*divided {
			t.Fatalf("%d points for %d axes", points, divided)
		}
	})
}

func TestRadarCutsNoNameOfThreeToNineAxes(t *testing.T) {
	names := []string{"Vision", "Leadership", "Teacher community", "Pedagogical practices", "Knowledge practices", "Digital resources",
		"Families and partners", "Safety and wellbeing", "Assessment for learning"}
	for axes := 3; axes <= 9; axes++ {
		for _, size := range []Point{{150, 84}, {116, 92}} {
			// Given names as they are and 40 % longer, with every mark, when drawn as large as on paper and on the screen,
			for _, longer := range []bool{false, true} {
				c := RadarConfig{Width: size.X, Height: size.Y, Size: 10, Measure: even, Levels: 4, Now: "now", Target: "target", Last: "last round",
					Weak: "little evidence", Divided: "seen differently"}
				var want []string
				for i, n := range names[:axes] {
					if longer {
						n += strings.Repeat("e", len(n)*2/10) + " " + strings.Repeat("o", len(n)*2/10)
					}
					want = append(want, strings.Fields(n)...)
					c.Axes = append(c.Axes, RadarAxis{Name: n, Now: 1 + float64(i%4), Target: 4, Last: 1, Weak: i%2 == 0, Divided: i%3 == 0})
				}
				d := Radar(c)
				// then every word of every name is there whole, at no less than two thirds of the size.
				inside(t, d)
				got := strings.Fields(strings.Join(labels(t, d), " "))
				for _, word := range want {
					if !slices.Contains(got, word) {
						t.Errorf("%d axes on %v: no %q in %q", axes, size, word, got)
					}
				}
				for _, s := range d.Shapes {
					if s.Form == Label && s.Fill == Ink && s.Size < c.Size*0.66 {
						t.Errorf("%d axes on %v, longer %v: %q has a size of %.1f", axes, size, longer, s.Text, s.Size)
						break
					}
				}
			}
		}
	}
}

func TestMarksOfGroupsAreAsLargeAsOneAnother(t *testing.T) {
	// Given the mark of any group, when drawn with a half of 1 mm, then it reaches about that far to all sides, never more
	// than a lane has room for.
	for sort := range marks {
		var points []Point
		for _, s := range mark(sort, Point{}, 1) {
			points = append(points, s.Outline()...)
		}
		low, high := extent(points)
		for _, reach := range []float64{-low.X, -low.Y, high.X, high.Y} {
			if reach < 0.7 || reach > 1.1+1e-9 {
				t.Errorf("mark %d reaches %v", sort, reach)
			}
		}
	}
}

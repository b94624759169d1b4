// Package figure draws what a round of self-assessment shows, from its results: for the screen, the wall and paper alike, so
// that all show the same shapes. It imports app, app/assessment and app/chart.
package figure

import (
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/chart"
)

// Words puts texts and numbers into the language of whoever looks.
type Words interface {
	Say(key string, pairs ...any) string
	Text(app.Text) string
	Quantity(app.Quantity) string
}

// Sheet is what a figure is drawn on: its width and height in millimetres, the size of its type in points, and how wide
// words are.
type Sheet struct {
	Width, Height float64
	Size          float64
	Measure       chart.Measure
}

// Number writes a level with at most one decimal.
func Number(w Words, v float64) string { return w.Quantity(app.TenthOf(v)) }

func number(w Words) func(float64) string { return func(v float64) string { return Number(w, v) } }

// Radar draws the elements: now, target and the round before.
func Radar(r assessment.Results, w Words, s Sheet) chart.Drawing {
	c := chart.RadarConfig{Width: s.Width, Height: s.Height, Size: s.Size, Measure: s.Measure, Title: w.Text(r.Framework.Name()),
		Levels: r.Framework.Levels(), Number: number(w),
		Now: w.Say("figure.now"), Target: w.Say("figure.target"), Last: w.Say("figure.last"), Weak: w.Say("figure.weak"), Divided: w.Say("figure.divided")}
	for _, a := range r.Axes {
		c.Axes = append(c.Axes, chart.RadarAxis{Name: w.Text(r.Framework.ElementName(a.Element)), Now: a.Now, Target: a.Target, Last: a.Last,
			Weak: a.Weak, Divided: a.Divided})
	}
	return chart.Radar(c)
}

// Mapped tells whether there is something for the heat map: an item with a level and a target, or with votes.
func Mapped(r assessment.Results) bool {
	for _, row := range r.Rows {
		if gap, spread := place(row); gap >= 0 && spread >= 0 {
			return true
		}
	}
	return false
}

// place is the gap and the spread of an item; below 0 when either is not known.
func place(row assessment.Row) (gap, spread int) {
	j := row.Judgement
	gap, spread = -1, -1
	if row.Rated() && j.Target > 0 {
		gap = assessment.Gap(j)
	}
	if j.Votes > 0 && !j.NotApplicable {
		spread = assessment.Spread(j)
	}
	return gap, spread
}

// Heat draws the items by their gap and the spread of their votes; names lists them below.
func Heat(r assessment.Results, w Words, s Sheet, names bool) chart.Drawing {
	c := chart.HeatConfig{Width: s.Width, Height: s.Height, Size: s.Size, Measure: s.Measure, Title: w.Text(r.Framework.Name()),
		Levels: r.Framework.Levels(), Gap: w.Say("figure.gap"), Spread: w.Say("figure.spread"),
		Corners: chart.HeatCorners{Neither: w.Say("figure.corner.neither"), Gap: w.Say("figure.corner.gap"), Spread: w.Say("figure.corner.spread"),
			Both: w.Say("figure.corner.both")},
		Item: w.Say("figure.item"), Weak: w.Say("figure.weak"), Need: w.Say("figure.need"), Names: names}
	for _, row := range r.Rows {
		gap, spread := place(row)
		c.Items = append(c.Items, chart.HeatItem{Number: row.Number, Name: w.Text(r.Framework.ItemName(row.Item)), Gap: gap, Spread: spread, Weak: row.Weak()})
	}
	return chart.Heat(c)
}

// Bars is the chart of the items with their groups; the height of the sheet counts only for who splits it.
func Bars(r assessment.Results, w Words, s Sheet) chart.BarsConfig {
	c := chart.BarsConfig{Width: s.Width, Size: s.Size, Measure: s.Measure, Title: w.Text(r.Framework.Name()), Levels: r.Framework.Levels(),
		Number: number(w), Now: w.Say("figure.now"), Target: w.Say("figure.target"), Last: w.Say("figure.last"), Weak: w.Say("figure.weak"),
		Divided: w.Say("figure.divided")}
	for _, g := range r.Groups {
		c.Groups = append(c.Groups, w.Text(g.Name))
	}
	element := ""
	for _, row := range r.Rows {
		if row.Judgement.NotApplicable {
			continue
		}
		if row.Element.Key != element {
			element = row.Element.Key
			c.Rows = append(c.Rows, chart.BarsRow{Heading: true, Label: w.Text(r.Framework.ElementName(row.Element))})
		}
		bar := chart.BarsRow{Number: row.Number, Label: w.Text(r.Framework.ItemName(row.Item)), Now: float64(row.Judgement.Agreed),
			Target: float64(row.Judgement.Target), Last: float64(row.Last), Weak: row.Weak(), Divided: assessment.Divided(row.Judgement),
			Groups: make([]float64, len(r.Groups))}
		for _, g := range row.Groups {
			bar.Groups[g.Group] = g.Mean
		}
		c.Rows = append(c.Rows, bar)
	}
	return c
}

// Line is a line of a Table: a cell below each head, or one alone, and what the groups answered.
type Line struct {
	Cells  []string
	Groups string
}

// Elements is the same as the radar in words and numbers: a head and a line for each element.
func Elements(r assessment.Results, w Words) (head []string, lines []Line) {
	head = []string{w.Say("figure.area"), w.Say("figure.now"), w.Say("figure.target")}
	if r.HasLast {
		head = append(head, w.Say("figure.last"))
	}
	for _, a := range r.Axes {
		now := mean(w, a.Now)
		if a.Weak {
			now += "*"
		}
		if a.Divided {
			now += " ≠"
		}
		line := []string{w.Text(r.Framework.ElementName(a.Element)), now, mean(w, a.Target)}
		if r.HasLast {
			line = append(line, mean(w, a.Last))
		}
		lines = append(lines, Line{Cells: line})
	}
	return head, lines
}

// Table is the same as the heat map and the bars in words and numbers: a head and a line for each item.
func Table(r assessment.Results, w Words) (head []string, lines []Line) {
	head = []string{w.Say("figure.item"), w.Say("figure.now"), w.Say("figure.target")}
	if r.HasLast {
		head = append(head, w.Say("figure.last"))
	}
	head = append(head, w.Say("figure.spread"))
	for _, row := range r.Rows {
		j := row.Judgement
		name := strconv.Itoa(row.Number) + ". " + w.Text(r.Framework.ItemName(row.Item))
		if j.NotApplicable {
			lines = append(lines, Line{Cells: []string{name + " – " + w.Say("figure.not_applicable")}})
			continue
		}
		line := []string{name, level(j.Agreed), level(j.Target)}
		if row.Weak() {
			line[1] += "*"
		}
		if r.HasLast {
			line = append(line, level(row.Last))
		}
		spread := "–"
		if j.Votes > 0 {
			spread = strconv.Itoa(j.Lowest) + "–" + strconv.Itoa(j.Highest)
		}
		if assessment.Divided(j) {
			spread += " ≠"
		}
		lines = append(lines, Line{append(line, spread), Means(r, row, w)})
	}
	return head, lines
}

// Means is what the groups answered to an item, such as "teachers 2.7 · pupils 1.6"; empty when nobody was asked.
func Means(r assessment.Results, row assessment.Row, w Words) string {
	var means []string
	for _, g := range row.Groups {
		means = append(means, w.Text(r.Groups[g.Group].Name)+" "+Number(w, g.Mean))
	}
	return strings.Join(means, " · ")
}

func mean(w Words, v float64) string {
	if v == 0 {
		return "–"
	}
	return Number(w, v)
}

func level(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

package figure_test

import (
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/chart"
	"waymark/app/figure"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/translations"
)

func sampled(t testing.TB, language string) (assessment.Results, *translations.Printer) {
	t.Helper()
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	b, err := app.NewBook(sample.Build(words)...)
	if err != nil {
		t.Fatal(err)
	}
	round, _ := assessment.Latest(b, b.Current().ID)
	r, ok := assessment.ResultsOf(b, frameworks.All(), round)
	if !ok {
		t.Fatal("no results")
	}
	return r, words
}

func sheet() figure.Sheet {
	return figure.Sheet{Width: 160, Height: 90, Size: 9, Measure: func(text string, size float64, _ bool) float64 { return float64(len(text)) * size * 0.2 }}
}

// Given the sample school, then every item and every group is in the figures and in the table, in every language.
func TestFiguresShowEveryItemAndGroup(t *testing.T) {
	for _, language := range translations.Languages() {
		r, words := sampled(t, language)
		radar, heat, bars := figure.Radar(r, words, sheet()), figure.Heat(r, words, sheet(), true), figure.Bars(r, words, sheet())
		head, lines := figure.Table(r, words)
		if len(lines) != 18 || len(head) != 5 || len(lines[0].Cells) != 5 || !strings.Contains(lines[0].Groups, "2") || len(r.Groups) != 3 {
			t.Errorf("%s: a table of %d lines, %q", language, len(lines), head)
		}
		for _, row := range r.Rows {
			name := words.Text(r.Framework.ItemName(row.Item))
			for what, alt := range map[string]string{"heat map": heat.Alt, "bars": chart.Bars(bars).Alt} {
				if !strings.Contains(alt, name) {
					t.Errorf("%s: %q is not in the %s", language, name, what)
				}
			}
		}
		for _, a := range r.Axes {
			if name := words.Text(r.Framework.ElementName(a.Element)); !strings.Contains(radar.Alt, name) {
				t.Errorf("%s: %q is not in the radar", language, name)
			}
		}
		if !figure.Mapped(r) {
			t.Errorf("%s: nothing for the heat map", language)
		}
		for _, text := range append(head, radar.Alt, heat.Alt) {
			if strings.Contains(text, "figure.") || strings.Contains(text, "no value") {
				t.Errorf("%s: %q", language, text)
			}
		}
	}
}

// Given areas with a mean, without one, with little evidence and seen differently, then the table of the radar says so.
func TestTheRadarReadsAsATable(t *testing.T) {
	r, words := sampled(t, "en")
	r.Axes[0].Now, r.Axes[0].Target, r.Axes[0].Last, r.Axes[0].Weak, r.Axes[0].Divided = 2.66, 0, 1, true, true
	head, lines := figure.Elements(r, words)
	if len(head) != 4 || len(lines) != len(r.Axes) {
		t.Fatalf("%q, %d lines", head, len(lines))
	}
	if got := strings.Join(lines[0].Cells, "|"); got != "Vision|2.7* ≠|–|1" {
		t.Errorf("told %q", got)
	}
	// and a first round has no column for the round before
	r.HasLast = false
	if head, lines := figure.Elements(r, words); len(head) != 3 || len(lines[0].Cells) != 3 {
		t.Errorf("%q, %q", head, lines[0].Cells)
	}
}

func TestWhatDoesNotApplyIsNotDrawn(t *testing.T) {
	r, words := sampled(t, "en")
	r.Rows[0].Judgement.NotApplicable = true
	bars := figure.Bars(r, words, sheet())
	for _, row := range bars.Rows {
		if row.Number == 1 {
			t.Error("it has a bar")
		}
	}
	if _, lines := figure.Table(r, words); len(lines[0].Cells) != 1 || !strings.Contains(lines[0].Cells[0], "does not apply") {
		t.Errorf("%q", lines[0].Cells)
	}
}

// BenchmarkResults is what a page of results costs: 18 items, six groups, five rounds, computed and drawn.
func BenchmarkResults(b *testing.B) {
	words, err := translations.New("en")
	if err != nil {
		b.Fatal(err)
	}
	f := frameworks.Digital()
	cycle := app.Cycle{ID: app.NewID[app.Cycle]()}
	records := []app.Record{app.School{ID: app.NewID[app.School](), Name: "x", Current: cycle.ID}, cycle}
	groups := append(app.Groups(), "guests")
	for n := range 5 {
		a := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: f.Key, Held: app.NewDate(2022+n, 10, 1)}
		records = append(records, a)
		for i, item := range f.Items() {
			j := app.Judgement{ID: app.NewID[app.Judgement](), Assessment: a.ID, Item: item.Key, Agreed: 1 + (i+n)%4, Target: 4, Votes: 8, Lowest: 1 + i%2, Highest: 3 + i%2,
				Median: app.QuantityOf(2.5)}
			records = append(records, j, app.Evidence{ID: app.NewID[app.Evidence](), Judgement: j.ID, What: "w", Strength: app.Observed})
		}
		for k, g := range groups {
			s := app.Survey{ID: app.NewID[app.Survey](), Assessment: a.ID, Group: string(g), People: 30, Position: k}
			records = append(records, s)
			for i, item := range f.Items() {
				records = append(records, app.SurveyMean{ID: app.NewID[app.SurveyMean](), Survey: s.ID, Item: item.Key, People: 30, Mean: app.QuantityOf(1 + float64(i+k)*0.1)})
			}
		}
	}
	book, err := app.NewBook(records...)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for a := range book.Assessments.All() {
			r, ok := assessment.ResultsOf(book, frameworks.All(), a)
			if !ok {
				b.Fatal("no results")
			}
			figure.Radar(r, words, sheet())
			figure.Heat(r, words, sheet(), true)
			chart.Bars(figure.Bars(r, words, sheet()))
		}
	}
}

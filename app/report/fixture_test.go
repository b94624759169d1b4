package report_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"waymark/app"
	"waymark/app/report"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/translations"
)

var today = app.NewDate(2027, 2, 1)

// school is a small school with something in every stage.
type school struct {
	school   app.School
	cycle    app.Cycle
	head     app.Member
	vision   app.Vision
	line     app.VisionLine
	round    app.Assessment
	judged   app.Judgement
	open     app.Evidence
	secret   app.Evidence
	priority app.Priority
	need     app.Need
	goal     app.Goal
	counted  app.Indicator
	measured app.Measurement
	action   app.Action
	review   app.Review
	checked  app.CheckIn
	more     []app.Record
}

func newSchool() *school {
	s := &school{}
	s.cycle = app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}
	s.school = app.School{ID: app.NewID[app.School](), Name: "Metsa kool", Address: "Metsa tee 1", Head: "Mari Õun",
		Owner: "Metsa vald", Currency: "EUR", Current: s.cycle.ID}
	s.head = app.Member{ID: app.NewID[app.Member](), Role: "Head", Name: "Mari Õun", Position: 1}
	s.vision = app.Vision{ID: app.NewID[app.Vision](), Cycle: s.cycle.ID, Statement: "Every pupil asks.", Values: "Courage"}
	s.line = app.VisionLine{ID: app.NewID[app.VisionLine](), Cycle: s.cycle.ID, Text: "Pupils get feedback.", Position: 1}
	s.round = app.Assessment{ID: app.NewID[app.Assessment](), Cycle: s.cycle.ID, Framework: "digital", Held: app.NewDate(2026, 10, 5)}
	s.judged = app.Judgement{ID: app.NewID[app.Judgement](), Assessment: s.round.ID, Item: "pedagogy.feedback", Practice: "Comments on drafts",
		Needs: "Time", Ideas: "Pairs", Agreed: 2, Target: 4, Votes: 5, Lowest: 1, Highest: 4, Dissent: "Grade 9 sees a 3."}
	s.open = app.Evidence{ID: app.NewID[app.Evidence](), Judgement: s.judged.ID, What: "Pupil survey", Strength: app.Measured, Position: 1}
	s.secret = app.Evidence{ID: app.NewID[app.Evidence](), Judgement: s.judged.ID, What: "Talk with a teacher", Where: "Locked drawer",
		Strength: app.Claim, Confidential: true, Position: 2}
	s.priority = app.Priority{ID: app.NewID[app.Priority](), Cycle: s.cycle.ID, Title: "Feedback first", Reason: "It helps most.", Impact: 3, Effort: 1, Position: 1}
	s.need = app.Need{ID: app.NewID[app.Need](), Cycle: s.cycle.ID, Text: "Time for feedback", Judgement: s.judged.ID, Priority: s.priority.ID, Position: 1}
	s.goal = app.Goal{ID: app.NewID[app.Goal](), Priority: s.priority.ID, VisionLine: s.line.ID, Text: "Feedback in every subject", Position: 1}
	s.counted = app.Indicator{ID: app.NewID[app.Indicator](), Goal: s.goal.ID, Name: "Share of pupils", Baseline: app.QuantityOf(20),
		Target: app.QuantityOf(80), Unit: "%", Direction: app.Up, Due: app.NewDate(2029, 5, 31), Position: 1}
	s.measured = app.Measurement{ID: app.NewID[app.Measurement](), Indicator: s.counted.ID, Date: app.NewDate(2027, 1, 15), Value: app.QuantityOf(47.5)}
	s.action = app.Action{ID: app.NewID[app.Action](), Goal: s.goal.ID, Text: "Hold a workshop", Responsible: s.head.ID, Start: app.NewDate(2026, 11, 1),
		End: app.NewDate(2027, 1, 31), Cost: 120050, Funding: "Budget", Status: app.InProgress, Position: 1}
	s.review = app.Review{ID: app.NewID[app.Review](), Cycle: s.cycle.ID, Date: app.NewDate(2027, 1, 20), Present: "Head, deputy",
		Decisions: "Book a room", Next: app.NewDate(2027, 4, 20)}
	s.checked = app.CheckIn{ID: app.NewID[app.CheckIn](), Review: s.review.ID, Action: s.action.ID, Status: app.InProgress, Confidence: 4, Note: "Room is small"}
	return s
}

func (s *school) plan(t testing.TB, language string) report.Document {
	t.Helper()
	records := append([]app.Record{s.school, s.cycle, s.head, s.vision, s.line, s.round, s.judged, s.open, s.secret, s.priority, s.need,
		s.goal, s.counted, s.measured, s.action, s.review, s.checked}, s.more...)
	return planOf(t, language, s.cycle.ID, records...)
}

func planOf(t testing.TB, language string, cycle app.ID[app.Cycle], records ...app.Record) report.Document {
	t.Helper()
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return report.Plan(report.Input{Book: book, Cycle: cycle, Frameworks: frameworks.All(), Words: words(t, language), Measure: measure, Today: today})
}

func samplePlan(t testing.TB, language string) report.Document {
	t.Helper()
	records := sample.Build(words(t, language))
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return report.Plan(report.Input{Book: book, Cycle: book.Current().ID, Frameworks: frameworks.All(), Words: words(t, language),
		Measure: measure, Today: sample.Today()})
}

func words(t testing.TB, language string) *translations.Printer {
	t.Helper()
	p, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// measure is a face whose letters are all half as wide as they are high.
func measure(text string, size float64, _ bool) float64 {
	return float64(utf8.RuneCountInString(text)) * size * 25.4 / 72 / 2
}

// said lists every text of a section, in order.
func said(s report.Section) []string {
	texts := []string{s.Title}
	for _, block := range s.Blocks {
		switch b := block.(type) {
		case report.Heading:
			texts = append(texts, joined(b.Code, b.Text))
		case report.Paragraph:
			texts = append(texts, b.Text)
		case report.List:
			for _, e := range b.Entries {
				texts = append(texts, joined(e.Code, e.Text))
			}
		case report.Table:
			for _, c := range b.Columns {
				texts = append(texts, c.Title)
			}
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					texts = append(texts, joined(c.Code, c.Text))
				}
				for _, n := range row.Notes {
					texts = append(texts, joined(n.Label, n.Text))
				}
			}
		case report.Panels:
			for _, panel := range b.Panels {
				texts = append(texts, joined(panel.Code, panel.Title), panel.Text, panel.Drawing.Alt)
				for _, shape := range panel.Drawing.Shapes {
					texts = append(texts, shape.Text)
				}
			}
		case report.Figure:
			texts = append(texts, b.Caption, b.Drawing.Alt)
			for _, shape := range b.Drawing.Shapes {
				texts = append(texts, shape.Text)
			}
		case report.Signatures:
			for _, l := range b.Lines {
				texts = append(texts, l.Under, l.Name)
			}
		}
	}
	return texts
}

func joined(code, text string) string { return strings.TrimSpace(code + " " + text) }

// everything lists every text of a document.
func everything(d report.Document) []string {
	texts := append([]string{d.Title, d.Author, d.Footer, d.Contents, d.PageOf(2, 9), d.Cover.School, d.Cover.Title, d.Cover.Period,
		d.Cover.State}, d.Cover.Details...)
	for _, s := range d.Sections {
		texts = append(texts, said(s)...)
	}
	return texts
}

// section returns the section with a title.
func section(t testing.TB, d report.Document, title string) report.Section {
	t.Helper()
	for _, s := range d.Sections {
		if s.Title == title {
			return s
		}
	}
	t.Fatalf("there is no section %q", title)
	return report.Section{}
}

// expect fails for each text that is no part of what a section says.
func expect(t testing.TB, s report.Section, texts ...string) {
	t.Helper()
	all := "\n" + strings.Join(said(s), "\n") + "\n"
	for _, text := range texts {
		if !strings.Contains(all, text) {
			t.Errorf("%s does not say %q:%s", s.Title, text, all)
		}
	}
}

package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/report"
)

func TestNeedsSayWhereTheyComeFrom(t *testing.T) {
	s := newSchool()
	s.more = []app.Record{app.Need{ID: app.NewID[app.Need](), Cycle: s.cycle.ID, Text: "A quiet room", Position: 2}}
	expect(t, section(t, s.plan(t, "en"), "Development needs"),
		"N1 Time for feedback\nAssessment and feedback (level 2 now, 4 wanted)\nFeedback first\n",
		"N2 A quiet room\nnamed by the team\nnot taken up yet\n")
}

func TestANeedOfAnEarlierRoundIsDated(t *testing.T) {
	s := newSchool()
	s.more = []app.Record{app.Assessment{ID: app.NewID[app.Assessment](), Cycle: s.cycle.ID, Framework: s.round.Framework, Held: app.NewDate(2027, 1, 5)}}
	expect(t, section(t, s.plan(t, "en"), "Development needs"), "Assessment and feedback (level 2 on 5 Oct 2026, 4 wanted)\n")
}

func TestPrioritiesGiveTheirReason(t *testing.T) {
	expect(t, section(t, newSchool().plan(t, "en"), "Priorities"), "one priority.", "Priority 1: Feedback first", "It helps most.",
		"Expected impact: large · Effort: small", "It takes up one need:", "N1 Time for feedback")
	bare := newSchool()
	bare.priority.Reason, bare.priority.Impact, bare.need.Priority = "", 0, ""
	expect(t, section(t, bare.plan(t, "en"), "Priorities"), "The reason for this choice has not been written down yet.",
		"\nEffort: small\n", "It takes up none of the development needs yet.")
}

func TestGoalsShowTheirThread(t *testing.T) {
	for _, c := range []struct {
		name       string
		line, need bool
		want       []string
	}{
		{"bound", true, true, []string{"Thread: V1 → N1 → G1 · serves the vision line “Pupils get feedback.”"}},
		{"no line", false, true, []string{"V? → N1 → G1", "hangs loose: it serves no vision line yet."}},
		{"no need", true, false, []string{"V1 → N? → G1", "hangs loose: it grows out of no development need yet."}},
		{"neither", false, false, []string{"V? → N? → G1", "serves no vision line and grows out of no development need yet."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSchool()
			if !c.line {
				s.goal.VisionLine = ""
			}
			if !c.need {
				s.need.Priority = ""
			}
			plan := section(t, s.plan(t, "en"), "Action plan")
			expect(t, plan, c.want...)
			if loose := strings.Contains(strings.Join(said(plan), "\n"), "loose"); loose != (c.name != "bound") {
				t.Errorf("said to hang loose: %t", loose)
			}
		})
	}
}

func TestIndicatorsAndActionsAreInWords(t *testing.T) {
	s := newSchool()
	s.more = []app.Record{
		app.Action{ID: app.NewID[app.Action](), Goal: s.goal.ID, Text: "Visit a school", Status: app.Dropped, DropReason: "No bus", Position: 2},
	}
	d := s.plan(t, "en")
	expect(t, section(t, d, "Action plan"),
		"G1 Feedback in every subject",
		"Share of pupils\n20\n80\u00a0%\n31\u00a0May\u00a02029\n47.5\non the way\n",
		"A1 Hold a workshop\nMari Õun, Head\n1\u00a0Nov\u00a02026–\n31\u00a0Jan\u00a02027\n€1,200.50\nBudget\nin progress, overdue\n",
		"A2 Visit a school\nnobody yet\n–\n–\ndropped\nDropped because: No bus\n")
	expect(t, section(t, s.plan(t, "et"), "Tegevuskava"), "töös, tähtaeg möödas", "1\u00a0200,50\u00a0€")
}

func TestAPlanInTheMakingSaysWhatIsMissing(t *testing.T) {
	s := newSchool()
	bare := app.Goal{ID: app.NewID[app.Goal](), Priority: s.priority.ID, Text: "Later", Position: 2}
	s.more = []app.Record{bare, app.Priority{ID: app.NewID[app.Priority](), Cycle: s.cycle.ID, Title: "Devices", Position: 2}}
	expect(t, section(t, s.plan(t, "en"), "Action plan"), "G2 Later", "This goal has no indicators yet.", "This goal has no actions yet.",
		"This priority has no goals yet.")
}

func TestCalendarShowsEveryAction(t *testing.T) {
	s := section(t, samplePlan(t, "en"), "Calendar")
	all := strings.Join(said(s), "\n")
	for _, code := range []string{"A1", "A12", "A23"} {
		if !strings.Contains(all, "\n"+code+"\n") {
			t.Errorf("%s is not on the calendar", code)
		}
	}
	for _, block := range s.Blocks {
		if f, ok := block.(report.Figure); !ok || f.Drawing.Width > 166 || f.Drawing.Height > 232 || f.Drawing.Alt == "" {
			t.Errorf("a part of the calendar does not fit a page: %T", block)
		}
	}
}

func TestCostsAreSummedByYearAndSource(t *testing.T) {
	s := newSchool()
	add := func(start, end app.Date, cost app.Money, funding string, status app.Status) {
		s.more = append(s.more, app.Action{ID: app.NewID[app.Action](), Goal: s.goal.ID, Text: "more", Start: start, End: end, Cost: cost,
			Funding: funding, Status: status, Position: 2})
	}
	add(app.NewDate(2027, 3, 1), app.Date{}, 30000, " budget", app.Planned)
	add(app.NewDate(2027, 3, 1), app.NewDate(2028, 3, 1), 50000, "Grant", app.Planned)
	add(app.Date{}, app.NewDate(2028, 3, 1), 10000, "", app.Paused)
	add(app.Date{}, app.Date{}, 5000, "Grant", app.Planned)
	add(app.NewDate(2027, 3, 1), app.Date{}, 900000, "Grant", app.Dropped)
	var got [][]string
	for _, block := range section(t, s.plan(t, "en"), "Costs").Blocks {
		table, ok := block.(report.Table)
		if !ok {
			continue
		}
		var head []string
		for i, c := range table.Columns {
			head = append(head, c.Title)
			if i > 0 && c.Align != report.Right {
				t.Errorf("the column %q is not set on the right", c.Title)
			}
		}
		got = append(got, head)
		for _, row := range table.Rows {
			var line []string
			for _, c := range row.Cells {
				line = append(line, c.Text)
			}
			got = append(got, line)
		}
	}
	want := [][]string{
		{"Paid from", "2026", "2027", "2028", "No date", "Total"},
		{"Budget", "€1,200.50", "€300", "–", "–", "€1,500.50"},
		{"Grant", "–", "€500", "–", "€50", "€550"},
		{"Source not named yet", "–", "–", "€100", "–", "€100"},
		{"Total", "€1,200.50", "€800", "€100", "€50", "€2,150.50"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestProgressBeginsWithSentences(t *testing.T) {
	s := newSchool()
	expect(t, section(t, s.plan(t, "en"), "Progress"), "How the plan stands on 1 February 2027:", "The one action of the plan is not done yet.",
		"One action is overdue.", "Indicators: on the way 1.", "A1 Hold a workshop\nMari Õun, Head\n31\u00a0Jan\u00a02027\nin progress\n",
		"Baseline 20, last value 47.5 (15 Jan 2027), target 80\u00a0%: on the way.",
		"The last review meeting was on 20 January 2027.", "Present: Head, deputy", "Book a room", "in progress\n4\nRoom is small\n",
		"The mean is 4.", "The next review is on 20 April 2027.")
	s.action.Status = app.Done
	expect(t, section(t, s.plan(t, "en"), "Progress"), "Everything in the plan is done.", "Nothing is overdue.")
	expect(t, section(t, samplePlan(t, "et"), "Elluviimine"), "23 tegevusest on tehtud 8.", "2 tegevuse tähtaeg on möödas.")
}

func TestProgressDrawsWhatWasMeasured(t *testing.T) {
	s := newSchool()
	s.more = []app.Record{app.Indicator{ID: app.NewID[app.Indicator](), Goal: s.goal.ID, Name: "Visits", Direction: app.Up, Position: 2}}
	progress := section(t, s.plan(t, "en"), "Progress")
	figures := 0
	for _, block := range progress.Blocks {
		if panels, ok := block.(report.Panels); ok {
			for _, panel := range panels.Panels {
				if len(panel.Drawing.Shapes) > 0 && strings.Contains(panel.Drawing.Alt, "Share of pupils") {
					figures++
				}
			}
		}
	}
	if figures != 1 {
		t.Errorf("%d figures", figures)
	}
	expect(t, progress, "Not measured yet\nG1 Visits\n")
}

func BenchmarkPlan(b *testing.B) {
	for b.Loop() {
		samplePlan(b, "en")
	}
}

package report_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/report"
)

var titles = map[string][]string{
	"en": {"How this plan was made", "Vision", "Self-assessment", "Development needs", "Priorities", "Action plan", "Costs", "Calendar",
		"Progress", "Approval", "Appendix: what the team wrote"},
	"et": {"Arengukava koostamine", "Visioon", "Enesehindamine", "Arenguvajadused", "Eelisteemad", "Tegevuskava", "Maksumus", "Ajakava",
		"Elluviimine", "Kinnitamine", "Lisa. Mida meeskond kirja pani"},
}

func TestPlanHasEverySectionInBothLanguages(t *testing.T) {
	for language, want := range titles {
		for name, d := range map[string]report.Document{"small": newSchool().plan(t, language), "sample": samplePlan(t, language)} {
			var got []string
			for _, s := range d.Sections {
				got = append(got, s.Title)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s %s: %s", language, name, diff)
			}
			if d.Language != language {
				t.Errorf("language is %q", d.Language)
			}
		}
	}
}

// unspoken is what a key, a placeholder or a missing value looks like when it slips into print.
var unspoken = regexp.MustCompile(`\{\{|<no value>|%!|\b(report|status|strength|trend|weight|framework|kind|date|sample)\.[a-z]`)

func TestNothingIsLeftUnsaid(t *testing.T) {
	for language := range titles {
		for _, d := range []report.Document{newSchool().plan(t, language), samplePlan(t, language), emptyPlan(t, language)} {
			for _, text := range everything(d) {
				if unspoken.MatchString(text) {
					t.Errorf("%s prints %q", language, text)
				}
			}
		}
	}
}

func TestEqualInputGivesAnEqualPlan(t *testing.T) {
	if diff := cmp.Diff(samplePlan(t, "en"), samplePlan(t, "en"), cmpopts.IgnoreFields(report.Document{}, "PageOf"),
		cmp.AllowUnexported(app.Date{})); diff != "" {
		t.Fatal(diff)
	}
}

func emptyPlan(t *testing.T, language string) report.Document {
	t.Helper()
	records, err := prepare.School("Metsa kool", today)
	if err != nil {
		t.Fatal(err)
	}
	return planOf(t, language, records[1].(app.Cycle).ID, records...)
}

func TestAnEmptySchoolSaysSoInOneSentenceEach(t *testing.T) {
	for language := range titles {
		d := emptyPlan(t, language)
		if d.Cover.School != "Metsa kool" || d.Cover.State == "" || d.Cover.Period != "2026–2029" {
			t.Errorf("cover is %+v", d.Cover)
		}
		if last := d.Sections[len(d.Sections)-1].Title; last != titles[language][9] {
			t.Errorf("the plan ends with %q", last)
		}
		for _, s := range d.Sections[1 : len(d.Sections)-1] {
			if len(s.Blocks) != 1 || s.Landscape || s.NewPage {
				t.Errorf("%s: %d blocks, landscape %t, new page %t", s.Title, len(s.Blocks), s.Landscape, s.NewPage)
				continue
			}
			if p, ok := s.Blocks[0].(report.Paragraph); !ok || !strings.HasSuffix(p.Text, ".") {
				t.Errorf("%s says %+v", s.Title, s.Blocks[0])
			}
		}
	}
}

func TestABookWithoutRecordsMakesAPlan(t *testing.T) {
	d := planOf(t, "en", "")
	if len(d.Sections) != len(titles["en"])-1 || d.Title != "School development plan" {
		t.Errorf("title %q, %d sections", d.Title, len(d.Sections))
	}
}

func TestCoverSaysHowFarThePlanIs(t *testing.T) {
	for _, c := range []struct {
		adopted  app.Date
		by       string
		en, et   string
		approval string
	}{
		{app.Date{}, "", "Draft of 1 February 2027", "Kavand seisuga 1. veebruar 2027", "This plan has not been adopted yet."},
		{app.NewDate(2026, 12, 11), "", "Adopted 11 December 2026", "Kinnitatud: 11. detsember 2026", "Adopted 11 December 2026."},
		{app.NewDate(2026, 12, 11), "hoolekogu", "Adopted 11 December 2026 by hoolekogu", "Kinnitanud hoolekogu, 11. detsember 2026",
			"Adopted 11 December 2026 by hoolekogu."},
	} {
		s := newSchool()
		s.vision.Adopted, s.vision.AdoptedBy = c.adopted, c.by
		d := s.plan(t, "en")
		if d.Cover.State != c.en || !strings.Contains(d.Footer, c.en) {
			t.Errorf("state is %q, footer %q, want %q", d.Cover.State, d.Footer, c.en)
		}
		if got := s.plan(t, "et").Cover.State; got != c.et {
			t.Errorf("state is %q, want %q", got, c.et)
		}
		expect(t, section(t, d, "Approval"), c.approval, "Mari Õun", "Metsa vald")
	}
}

func TestCoverNamesTheSchool(t *testing.T) {
	s := newSchool()
	s.cycle.Name = "Bold steps"
	s.school.Logo = "picture"
	got := s.plan(t, "en").Cover
	want := report.Cover{Logo: "picture", School: "Metsa kool", Title: "School development plan", Period: "Bold steps, 1 Sep 2026–31 Aug 2029",
		State: "Draft of 1 February 2027", Details: []string{"Metsa tee 1", "Run by: Metsa vald", "Head: Mari Õun"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatal(diff)
	}
}

func TestMakingNamesTeamRoundsAndCounts(t *testing.T) {
	expect(t, section(t, newSchool().plan(t, "en"), "How this plan was made"), "1\u00a0vision line, ", "1\u00a0action, ", "\nHead\nMari Õun\n",
		"5\u00a0Oct\u00a02026\nDigitally innovative school\n1 of 18\n")
	expect(t, section(t, samplePlan(t, "et"), "Arengukava koostamine"), "23\u00a0tegevust, ", "18/18")
}

func TestVisionLeadsWithItsStatement(t *testing.T) {
	s := section(t, newSchool().plan(t, "en"), "Vision")
	if first := s.Blocks[0]; first != (report.Paragraph{Style: report.Lead, Text: "Every pupil asks."}) {
		t.Errorf("vision begins with %+v", first)
	}
	expect(t, s, "Courage", "V1 Pupils get feedback.")
	half := newSchool()
	half.vision.Statement = ""
	expect(t, section(t, half.plan(t, "en"), "Vision"), "The vision statement has not been written yet.")
}

func TestResultsSaySentencesFirst(t *testing.T) {
	s := section(t, newSchool().plan(t, "en"), "Self-assessment")
	texts := said(s)
	expect(t, s,
		"Strongest: Assessment and feedback (level 2).",
		"Widest gap: Assessment and feedback (level 2 now, 4 wanted).",
		"Seen most differently: Assessment and feedback (votes from 1 to 4).",
		"One of its 18 questions is answered.", "RPTEL 13:25", "\n1–4\n2\n")
	if slices.IndexFunc(texts, func(s string) bool { return strings.HasPrefix(s, "Strongest") }) > 4 {
		t.Errorf("the sentences come late: %q", texts[:8])
	}
	var chips [][2]int
	for _, block := range s.Blocks {
		if table, ok := block.(report.Table); ok {
			for _, row := range table.Rows {
				if len(row.Cells) > 2 && row.Cells[1].Level > 0 {
					chips = append(chips, [2]int{row.Cells[1].Level, row.Cells[2].Level})
				}
			}
		}
	}
	if diff := cmp.Diff([][2]int{{2, 4}}, chips); diff != "" {
		t.Error(diff)
	}
}

func TestTheAppendixHoldsTheTeamsWords(t *testing.T) {
	expect(t, section(t, newSchool().plan(t, "en"), "Appendix: what the team wrote"),
		"\nWhat works\nWhat is missing\nIdeas\n", "Assessment and feedback (level 2 now, 4 wanted)\nComments on drafts\nTime\nPairs\n",
		"Another view: Grade 9 sees a 3.\n", "How we know: Pupil survey (measured). One confidential", "Target: Pupils collect their work digitally")
}

func TestConfidentialEvidenceIsNotPrinted(t *testing.T) {
	for language := range titles {
		for _, text := range everything(newSchool().plan(t, language)) {
			if strings.Contains(text, "Talk with a teacher") || strings.Contains(text, "Locked drawer") {
				t.Errorf("%s prints %q", language, text)
			}
		}
	}
	expect(t, section(t, newSchool().plan(t, "en"), "Appendix: what the team wrote"), "One confidential piece of evidence is kept at the school.")
}

func TestAnUnknownFrameworkIsSaid(t *testing.T) {
	s := newSchool()
	s.round.Framework = "our own"
	expect(t, section(t, s.plan(t, "en"), "Self-assessment"), "this Waymark does not know the framework “our own”.")
}

func TestAnItemThatDoesNotApplyIsSaid(t *testing.T) {
	s := newSchool()
	s.judged.NotApplicable = true
	expect(t, section(t, s.plan(t, "en"), "Self-assessment"), "Assessment and feedback (does not apply to our school)\n–\n–\n")
}

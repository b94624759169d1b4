package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"waymark/app"
	"waymark/app/report"
)

// saidOnWall lists every text of a document for the wall, in order.
func saidOnWall(d report.Document) []string {
	texts := []string{d.Title, d.Footer}
	for _, s := range d.Sections {
		texts = append(texts, said(s)...)
		for _, block := range s.Blocks {
			switch b := block.(type) {
			case report.Slips:
				texts = append(texts, b.Above, b.Question, b.Hint, b.Box)
			case report.Board:
				texts = append(texts, b.Title, b.Lead)
				for _, stack := range b.Stacks {
					texts = append(append(texts, stack.Title, stack.Again, stack.Tally), stack.Cards...)
				}
			case report.Poster:
				texts = append(append(texts, b.School, b.Title, b.Statement, b.Values, b.Lines), b.Valued...)
				for _, e := range b.Numbered {
					texts = append(texts, joined(e.Code, e.Text))
				}
				texts = append(texts, b.State...)
			}
		}
	}
	return texts
}

func expectAll(t *testing.T, d report.Document, wants ...string) {
	t.Helper()
	all := "\n" + strings.Join(saidOnWall(d), "\n") + "\n"
	for _, want := range wants {
		if !strings.Contains(all, want) {
			t.Errorf("%s does not say %q:%s", d.Title, want, all)
		}
	}
}

func TestEachQuestionHasASheetWithThreeSlips(t *testing.T) {
	d := newWorkshop().make(t, report.SheetsDocument, "en")
	if len(d.Sections) != 2 {
		t.Fatalf("%d sheets for 2 questions", len(d.Sections))
	}
	first := d.Sections[0].Blocks[0].(report.Slips)
	if first.Question != "What does a pupil here do that nobody does today?" || first.Count != 3 {
		t.Errorf("the first sheet is %+v", first)
	}
	expectAll(t, d, "Metsa kool · Vision workshop · 2026–2029", "Role, if asked (never a name)")
}

func TestTheBoardHasThemesCardsDotsAndWhatIsInNone(t *testing.T) {
	board := newWorkshop().make(t, report.BoardDocument, "en").Sections[0].Blocks[0].(report.Board)
	var titles, tallies []string
	for _, s := range board.Stacks {
		titles, tallies = append(titles, s.Title), append(tallies, s.Tally)
	}
	if diff := cmp.Diff([]string{"Asking and trying", "Learning together", "The yard", "In no theme yet"}, titles); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"19\u00a0dots", "11\u00a0dots", "6\u00a0dots", ""}, tallies); diff != "" {
		t.Error(diff)
	}
	if n := len(board.Stacks[0].Cards); n != 5 || board.Stacks[0].Dots != 19 || !board.Stacks[3].Loose {
		t.Errorf("%d cards: %+v", n, board.Stacks[0])
	}
}

func TestDotsAreOnTheBoardOnlyAfterAVote(t *testing.T) {
	for _, s := range crowded().make(t, report.BoardDocument, "en").Sections[0].Blocks[0].(report.Board).Stacks {
		if s.Tally != "" || s.Dots != 0 {
			t.Errorf("without a vote %q has %q", s.Title, s.Tally)
		}
	}
}

func TestTheVisionPageSaysWhatWasAdoptedAndBehindItWhatWillBeSeen(t *testing.T) {
	d := newWorkshop().make(t, report.VisionDocument, "en")
	poster := d.Sections[0].Blocks[0].(report.Poster)
	want := report.Poster{School: "Metsa kool", Title: "Our vision 2026–2029",
		Statement: "Every pupil asks, tries and shows what they have learned, and nobody learns alone.",
		Values:    "Our values", Valued: []string{"Courage", "Care", "Curiosity"}, Lines: "What this means",
		Numbered: []report.Entry{{Code: "V1", Text: "Pupils get feedback."}, {Code: "V2", Text: "Teachers learn from each other every week."}},
		State:    []string{"Adopted 11 December 2026 by the board", "Number of the minutes: 1-5/7", "Opinions heard: pupils' council, parents"}}
	if diff := cmp.Diff(want, poster); diff != "" {
		t.Error(diff)
	}
	if len(d.Sections) != 2 || !d.Sections[1].NewPage {
		t.Fatalf("%d pages", len(d.Sections))
	}
	expect(t, d.Sections[1], "What pupils will see\nWork of grade 7 on the walls", "What teachers will see", "It looks like this Pupils explain it to visitors\nIt does not look like this Posters made by teachers")
	if slices.Contains(said(d.Sections[1]), "What parents will see") {
		t.Error("a group of which nothing is said has a heading")
	}
}

func TestADraftIsCalledADraftOnTheWall(t *testing.T) {
	d := newborn(t).make(t, report.VisionDocument, "en")
	if len(d.Sections) != 1 {
		t.Errorf("%d sections", len(d.Sections))
	}
	expectAll(t, d, "Draft of 1 February 2027", "The vision statement has not been written yet.")
}

func TestMinutesTellRolesCountsAndWhatWasDecided(t *testing.T) {
	expectAll(t, newWorkshop().make(t, report.MinutesDocument, "en"),
		"Voted on\n5 October 2026, 6 October 2026\n", "Team, by role\nHead, Teacher (2)\n",
		"1 What does a pupil here do", "13\u00a0ideas, 3\u00a0themes", "Asking and trying – 19\u00a0dots", "Also worded: Pupils present The yard / We see The yard",
		"Round 1, 5 October 2026: 12\u00a0people, 3\u00a0dots each.", "\nLearning together\n11\n",
		"\nA school of questions.\n0\n0\n2\n6\n3\nWhat would make it one better: Fewer words / Name the parents", "Chosen.",
		"V1 Pupils get feedback.", "Adopted 11 December 2026 by the board\nNumber of the minutes: 1-5/7", "\n1\n2\u00a0Nov\u00a02026\nthe board\n–\nThe first wording of all.\n")
}

func TestNoPaperOfTheWorkshopHasANameOrTheRoleOfAnIdea(t *testing.T) {
	for language := range titles {
		for _, name := range report.Names()[1:] {
			for _, text := range saidOnWall(newWorkshop().make(t, name, language)) {
				for _, secret := range []string{"Mari Õun", "Jüri Tamm", "Kai Kask", "Nimi Rollita", "Secret role"} {
					if strings.Contains(text, secret) {
						t.Errorf("%s in %s says %q", name, language, text)
					}
				}
			}
		}
	}
}

func TestWorkshopPapersLeaveNothingUnsaidAndAreEqualTwice(t *testing.T) {
	for language := range titles {
		for _, w := range []*workshop{newWorkshop(), crowded(), newborn(t)} {
			for _, name := range report.Names() {
				d := w.make(t, name, language)
				for _, text := range saidOnWall(d) {
					if unspoken.MatchString(text) {
						t.Errorf("%s in %s says %q", name, language, text)
					}
				}
				if diff := cmp.Diff(d, w.make(t, name, language), cmpopts.IgnoreFields(report.Document{}, "PageOf"), cmp.AllowUnexported(app.Date{})); diff != "" {
					t.Errorf("%s differs from itself: %s", name, diff)
				}
			}
		}
	}
}

func TestAnEmptySchoolHasASensiblePageOfEach(t *testing.T) {
	for name, want := range map[string]string{
		report.SheetsDocument: "Mida me tahame oma koolis kolme aasta pärast näha?", report.BoardDocument: "Mõtteid ei ole veel kogutud.",
		report.VisionDocument: "Visiooni tekst on veel kirjutamata.", report.MinutesDocument: "Ühtki hääletust ei ole veel olnud.",
	} {
		d := newborn(t).make(t, name, "et")
		if len(d.Sections) != 1 {
			t.Errorf("%s has %d sections", name, len(d.Sections))
		}
		expectAll(t, d, want)
	}
}

func TestThereIsNoDocumentOfAnotherName(t *testing.T) {
	if _, ok := report.Make("poster", report.Input{}); ok {
		t.Error("there is one")
	}
}

package resultscreen_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

// begun is a school that has done nothing yet, with further records of its cycle.
func begun(t *testing.T, more func(cycle app.ID[app.Cycle]) []app.Record) []app.Record {
	t.Helper()
	records, err := prepare.School("Oak School", sample.Today())
	if err != nil {
		t.Fatal(err)
	}
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	if more != nil {
		records = append(records, more(book.Current().ID)...)
	}
	return records
}

func says(w *uitest.Window, text string) bool {
	return slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.Contains(s, text) })
}

func sees(t *testing.T, w *uitest.Window, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !says(w, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
}

func press(t *testing.T, w *uitest.Window, text string) {
	t.Helper()
	if err := w.Press(text); err != nil {
		t.Fatal(err)
	}
}

func TestResultsBeginWithStrengthsAndLeadOn(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/results"})
	sees(t, w, "How information flows: level 4", "Assessment and feedback: pupils 1.6, teachers 2.7", "Schools that rate themselves usually rate themselves high")
	// When a picture is read as a table, then its numbers are there
	press(t, w, "Read as a table")
	sees(t, w, "Resources and skills", "2.3 ≠", "≠ seen differently")
	press(t, w, "Read as a table")
	sees(t, w, "1. What digital technology is for", "teachers 2.8 · parents 2.3")
	// and the way leads on to the needs.
	press(t, w, "On to the needs")
	if got := w.Shell.Here().String(); got != "assessment/needs" {
		t.Errorf("at %s", got)
	}
}

func TestAPictureIsSavedBesideTheSchoolFile(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/results"})
	press(t, w, "Save as SVG")
	if got := string(w.Files.Contents["/school/Areas at a glance.svg"]); !strings.HasPrefix(got, "<svg") && !strings.HasPrefix(got, "<?xml") {
		t.Errorf("saved was %.80q of %d files", got, len(w.Files.Contents))
	}
	sees(t, w, "The picture is in /school/Areas at a glance.svg")
	press(t, w, "Save as PNG")
	if got := string(w.Files.Contents["/school/Areas at a glance.png"]); !strings.HasPrefix(got, "PNG of Digitally innovative school") {
		t.Errorf("saved was %q", got)
	}
	// When it cannot be saved, then one sentence says so
	w.Files.Fail = &app.Error{Op: "write", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", "/school")}
	press(t, w, "Save as PNG")
	sees(t, w, "/school")
}

func TestARoundIsComparedWithAnyEarlierOne(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/compare"})
	sees(t, w, "12 rose, 1 fell, 5 stayed", "2 → 3", "A lower level can also mean that you look more closely now.")
	first := slices.Collect(w.Book().Assessments.All())[0]
	w = uitest.For(t, uitest.Options{At: "assessment/compare/" + first.RecordID()})
	sees(t, w, "9 November 2022", "no level in one of the rounds")
}

func TestAProposalIsWordedAndTakenOrSetAside(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/needs"})
	needs := w.Book().Needs.Len()
	sees(t, w, "it was higher last time: 2, now 1")
	// When it is worded and taken
	if err := w.Type("results.need.community.outside.text", "A partner outside who is honest with us"); err != nil {
		t.Fatal(err)
	}
	press(t, w, "Take as a need")
	// Then it is a need with its reason, and proposed no more
	var taken app.Need
	for n := range w.Book().Needs.All() {
		if n.Text == "A partner outside who is honest with us" {
			taken = n
		}
	}
	if w.Book().Needs.Len() != needs+1 || !strings.Contains(taken.Reason, "2 levels to go") || taken.Judgement == "" {
		t.Fatalf("%+v", taken)
	}
	sees(t, w, "A partner outside who is honest with us")
	// When the next is set aside, then it can be proposed again, and both can be undone
	press(t, w, "Set aside")
	sees(t, w, "Propose again")
	aside := 0
	for j := range w.Book().Judgements.All() {
		if j.Aside {
			aside++
		}
	}
	if aside != 1 {
		t.Errorf("%d are set aside", aside)
	}
	press(t, w, "Propose again")
	if says(w, "Propose again") {
		t.Error("it is still set aside")
	}
	w.Shell.Undo()
	w.Shell.Undo()
	w.Shell.Undo()
	if w.Book().Needs.Len() != needs {
		t.Errorf("%d needs after undo", w.Book().Needs.Len())
	}
}

func TestEveryViewSaysWhatToDoWhenThereIsNothing(t *testing.T) {
	words := func(cycle app.ID[app.Cycle]) []app.Record {
		a := app.Assessment{ID: "round", Cycle: cycle, Framework: "digital", Held: sample.Today(), Way: app.Words}
		return []app.Record{a, app.Judgement{ID: "j", Assessment: a.ID, Item: "pedagogy.use", Practice: "Much", Needs: "More"}}
	}
	lost := func(cycle app.ID[app.Cycle]) []app.Record {
		return []app.Record{app.Assessment{ID: "round", Cycle: cycle, Framework: "of old", Held: sample.Today()}}
	}
	empty := func(cycle app.ID[app.Cycle]) []app.Record {
		return []app.Record{app.Assessment{ID: "round", Cycle: cycle, Framework: "quick", Held: sample.Today()}}
	}
	for _, c := range []struct {
		at   string
		more func(app.ID[app.Cycle]) []app.Record
		want string
	}{
		{"assessment/results", nil, "There are no results yet."},
		{"assessment/compare", nil, "There are no results yet."},
		{"assessment/needs", nil, "There are no results yet."},
		{"assessment/results", lost, "does not know the framework “of old”"},
		{"assessment/results", empty, "No question is answered yet."},
		{"assessment/compare", empty, "There is no earlier round that asked the same."},
		{"assessment/needs", empty, "Nothing is proposed at the moment"},
		{"assessment/results", words, "This round has no levels"},
		{"assessment/needs", words, "Purposeful use in lessons"},
	} {
		w := uitest.For(t, uitest.Options{At: c.at, Records: begun(t, c.more)})
		if !says(w, c.want) {
			t.Errorf("%s does not say %q but %q", c.at, c.want, w.Texts())
		}
	}
}

func TestResultsWithoutAnswersLeadToTheQuestions(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/results", Records: begun(t, func(cycle app.ID[app.Cycle]) []app.Record {
		return []app.Record{app.Assessment{ID: "round", Cycle: cycle, Framework: "quick", Held: sample.Today()}}
	})})
	if says(w, "On to the needs") {
		t.Error("the page leads past the questions")
	}
	if err := w.Press("To the self-assessment"); err != nil {
		t.Fatal(err)
	}
	if here := w.Shell.Here().String(); here != "assessment" {
		t.Errorf("it leads to %s", here)
	}
}

// Given twelve more groups with parts, and long remarks, then all is on the page, each part by its name.
func TestManyGroupsAndRemarksStandOnThePage(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment"})
	round, _ := assessment.Latest(w.Book(), w.Book().Current().ID)
	records := slices.Collect(w.Book().Records())
	for i := range 12 {
		name := strconv.Itoa(i)
		s := app.Survey{ID: app.ID[app.Survey]("s" + name), Assessment: round.ID, Group: "Guests " + name, People: 20, Position: 50 + i}
		if i%2 == 1 {
			s.Part = "upper school"
		}
		records = append(records, s,
			app.SurveyMean{ID: app.ID[app.SurveyMean]("m" + name), Survey: s.ID, Item: "pedagogy.use", People: 20, Mean: app.QuantityOf(1.5)},
			app.Remark{ID: app.ID[app.Remark]("r" + name), Survey: s.ID, Item: "pedagogy.use", Text: strings.Repeat("More time. ", 50) + name})
	}
	w = uitest.For(t, uitest.Options{At: "assessment/results", Records: records})
	sees(t, w, "Guests 10", "Guests 11, upper school", "Purposeful use in lessons: “More time. More time.", "More time. 11”")
	press(t, w, "Read as a table")
	press(t, w, "Read as a table")
	sees(t, w, "Guests 10 1.5")
	if says(w, "Guests 11 1.5") {
		t.Error("a part of a group stands as a group")
	}
}

func TestEveryTextIsThereInEveryLanguage(t *testing.T) {
	for _, language := range translations.Languages() {
		for _, at := range []string{"assessment/results", "assessment/compare", "assessment/needs"} {
			w := uitest.For(t, uitest.Options{Language: language, At: at})
			for _, text := range w.Texts() {
				for _, key := range []string{"results.", "assessment.", "figure.", "<no value>"} {
					if strings.HasPrefix(text, key) {
						t.Errorf("%s %s: %q", language, at, text)
					}
				}
			}
		}
	}
}

// BenchmarkPage is what each view costs to draw.
func BenchmarkPage(b *testing.B) {
	for _, at := range []string{"assessment/results", "assessment/compare", "assessment/needs"} {
		b.Run(at, func(b *testing.B) {
			w, err := uitest.Open(uitest.Options{At: at})
			if err != nil {
				b.Fatal(err)
			}
			if _, begun := assessment.Latest(w.Book(), w.Book().Current().ID); !begun {
				b.Fatal("no round")
			}
			for b.Loop() {
				w.Shell.Current().Refresh()
			}
		})
	}
}

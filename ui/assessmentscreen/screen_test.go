package assessmentscreen_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/uitest"
)

// begun is a school that has done nothing yet, with further records.
func begun(t *testing.T, more ...app.Record) []app.Record {
	t.Helper()
	records, err := prepare.School("Oak School", sample.Today())
	if err != nil {
		t.Fatal(err)
	}
	return append(records, more...)
}

// round is a school that has begun a self-assessment on the day of the sample.
func round(t *testing.T, framework string) []app.Record {
	t.Helper()
	records := begun(t)
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return append(records, app.Assessment{ID: "round", Cycle: book.Current().ID, Framework: framework, Held: sample.Today()})
}

func press(t *testing.T, w *uitest.Window, text string) {
	t.Helper()
	if err := w.Press(text); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, w *uitest.Window, key, text string) {
	t.Helper()
	if err := w.Type(key, text); err != nil {
		t.Fatal(err)
	}
}

func lookup[T any](t *testing.T, w *uitest.Window, key string) T {
	t.Helper()
	found, ok := w.Shell.Current().(*kit.Page).Widgets().Lookup(key).(T)
	if !ok {
		t.Fatalf("there is no %q on the page", key)
	}
	return found
}

func sees(t *testing.T, w *uitest.Window, text string) {
	t.Helper()
	if !slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.Contains(s, text) }) {
		t.Errorf("the page does not say %q but %q", text, w.Texts())
	}
}

func judgement(w *uitest.Window, item string) app.Judgement {
	latest, _ := assessment.Latest(w.Book(), w.Book().Current().ID)
	return assessment.Judgements(w.Book(), latest.ID)[item]
}

func TestASchoolBeginsAndAnswersItsFirstQuestion(t *testing.T) {
	// Given a school that has done nothing yet,
	w := uitest.For(t, uitest.Options{At: "assessment", Records: begun(t)})
	sees(t, w, "Digitally innovative school")
	// when the team begins and opens the first question,
	press(t, w, "Start the self-assessment")
	sees(t, w, "0 of 18 questions answered")
	press(t, w, "Begin with question 1: What digital technology is for")
	sees(t, w, "Question 1 of 18")
	// and chooses level 3 by tap and target 4 by its digit,
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.now3"))
	lookup[fyne.Focusable](t, w, "assessment.target1").TypedRune('4')
	// then both are kept, in a round held today,
	if j := judgement(w, "vision.purpose"); j.Agreed != 3 || j.Target != 4 {
		t.Errorf("kept level %d and target %d", j.Agreed, j.Target)
	}
	if latest, _ := assessment.Latest(w.Book(), w.Book().Current().ID); latest.Held != sample.Today() {
		t.Errorf("the round is held on %v", latest.Held)
	}
	// the level chosen again is no level,
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.now3"))
	if j := judgement(w, "vision.purpose"); j.Agreed != 0 || j.Target != 4 {
		t.Errorf("after choosing again: level %d and target %d", j.Agreed, j.Target)
	}
	// and undo brings it back on the screen and in the book.
	w.Shell.Undo()
	if j := judgement(w, "vision.purpose"); j.Agreed != 3 {
		t.Errorf("after undo: level %d", j.Agreed)
	}
	press(t, w, "Next question")
	sees(t, w, "Question 2 of 18")
	press(t, w, "All questions")
	sees(t, w, "1 of 18 questions answered")
	press(t, w, "Go on with question 2: A shared vision")
}

func TestWordsAndEvidenceAreKeptBeforeAnyLevel(t *testing.T) {
	// Given a question that nobody has answered,
	w := uitest.For(t, uitest.Options{At: "assessment/item/pedagogy.use", Records: round(t, "digital")})
	// when evidence is added,
	write(t, w, "assessment.evidence.add.pedagogy.use", "  Lesson visits ")
	// then it belongs to the question, and one undo takes both back.
	j := judgement(w, "pedagogy.use")
	pieces := assessment.EvidenceOf(w.Book(), j.ID)
	if len(pieces) != 1 || pieces[0].What != "Lesson visits" || pieces[0].Strength != app.Claim {
		t.Fatalf("kept %+v", pieces)
	}
	w.Shell.Undo()
	if w.Book().Evidence.Len() != 0 || w.Book().Judgements.Len() != 0 {
		t.Error("undo left something behind")
	}
	w.Shell.Redo()
	// When words are typed and the evidence is completed,
	write(t, w, "assessment.needs.pedagogy.use", "More than slides")
	write(t, w, "assessment.dissent.pedagogy.use", "Grade 9 is further")
	key := "assessment.evidence." + pieces[0].RecordID()
	write(t, w, key+".kept", "Head's office")
	write(t, w, key+".date", "23.10.2026")
	// then all of it is kept,
	if j := judgement(w, "pedagogy.use"); j.Needs != "More than slides" || j.Dissent != "Grade 9 is further" {
		t.Errorf("kept %+v", j)
	}
	if e, _ := w.Book().Evidence.Get(pieces[0].ID); e.Where != "Head's office" || e.Date != app.NewDate(2026, 10, 23) {
		t.Errorf("kept %+v", e)
	}
	// and evidence that is removed can be had back.
	test.Tap(lookup[fyne.Tappable](t, w, key+".remove"))
	if w.Book().Evidence.Len() != 0 {
		t.Error("the evidence is still there")
	}
	press(t, w, "Undo")
	if w.Book().Evidence.Len() != 1 {
		t.Error("the evidence did not come back")
	}
}

func TestAQuestionThatDoesNotApplyAsksNoMore(t *testing.T) {
	// Given a question,
	w := uitest.For(t, uitest.Options{At: "assessment/item/pedagogy.use", Records: round(t, "digital")})
	// when the team says that it does not apply,
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.skip"))
	// then it counts as answered and no level is asked for,
	if !judgement(w, "pedagogy.use").NotApplicable {
		t.Error("not kept")
	}
	if slices.Contains(w.Texts(), "Which sentence describes us best today?") {
		t.Error("a level is still asked for")
	}
	// until it does apply.
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.skip"))
	sees(t, w, "Which sentence describes us best today?")
}

func TestResultsNameWhatStandsOutAndLeadToIt(t *testing.T) {
	// Given the sample school,
	w := uitest.For(t, uitest.Options{At: "assessment"})
	for _, sentence := range []string{"How information flows: level 4", "Teachers’ outside contacts: from 1 to 3",
		"Purposeful use in lessons: votes from 1 to 4", "seen differently: votes 1 to 4", "▲ no evidence yet"} {
		sees(t, w, sentence)
	}
	// when a finding is pressed,
	press(t, w, "Teachers’ outside contacts: from 1 to 3")
	// then its question opens, with the level of the last round.
	sees(t, w, "Last time (12 November 2025) we chose level 2.")
	if got := w.Shell.Here().String(); got != "assessment/item/community.outside" {
		t.Errorf("at %s", got)
	}
}

func TestANewRoundKeepsTheOldOneAsLast(t *testing.T) {
	// Given the sample school, whose newest round is complete,
	w := uitest.For(t, uitest.Options{At: "assessment"})
	// when it begins a new one,
	press(t, w, "Begin a new self-assessment")
	press(t, w, "Start the self-assessment")
	// then that one is shown, dated today, and can be taken back.
	sees(t, w, "0 of 18 questions answered")
	if w.Book().Assessments.Len() != 4 {
		t.Errorf("there are %d rounds", w.Book().Assessments.Len())
	}
	press(t, w, "Begin with question 1: What digital technology is for")
	sees(t, w, "Last time (11 November 2026) we chose level 3.")
	w.Shell.Back()
	press(t, w, "Take back this self-assessment")
	sees(t, w, "18 of 18 questions answered")
}

func TestWhatCannotBeSavedIsToldAndStays(t *testing.T) {
	// Given a file that cannot be written,
	w := uitest.For(t, uitest.Options{At: "assessment/item/pedagogy.use", Records: round(t, "digital")})
	w.Files.Fail = &app.Error{Op: "apply", Kind: app.KindFull, Text: app.Say("error.full"), Err: errors.New("no room")}
	// when words are typed,
	write(t, w, "assessment.needs.pedagogy.use", "More than slides")
	// then they stay in the field with a sentence, and nothing is in the book.
	f := w.Field("assessment.needs.pedagogy.use")
	if f.Entry.Text != "More than slides" || f.Problem() == "" {
		t.Errorf("the field holds %q and says %q", f.Entry.Text, f.Problem())
	}
	if w.Book().Judgements.Len() != 0 {
		t.Error("something came into the book")
	}
}

func TestAnUnknownFrameworkIsSaidPlainly(t *testing.T) {
	// Given a round with a framework of another Waymark,
	w := uitest.For(t, uitest.Options{At: "assessment/item/pedagogy.use", Records: round(t, "of old")})
	// then the page says so and offers to begin.
	sees(t, w, "“of old”")
	sees(t, w, "Start the self-assessment")
}

func TestEveryTextIsThereInEveryLanguage(t *testing.T) {
	for _, language := range translations.Languages() {
		for _, at := range []string{"assessment", "assessment/item/pedagogy.use", "assessment/item/no.such"} {
			for _, records := range [][]app.Record{nil, begun(t), round(t, "digital"), round(t, "of old")} {
				w := uitest.For(t, uitest.Options{Language: language, At: at, Records: records})
				for _, text := range w.Texts() {
					if strings.Contains(text, "assessment.") || strings.Contains(text, "<no value>") {
						t.Errorf("%s %s: %q", language, at, text)
					}
				}
			}
		}
	}
}

// BenchmarkRefresh is what each edit costs the screen.
func BenchmarkRefresh(b *testing.B) {
	for _, at := range []string{"assessment", "assessment/item/pedagogy.use"} {
		b.Run(at, func(b *testing.B) {
			w, err := uitest.Open(uitest.Options{At: at})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				w.Shell.Current().Refresh()
			}
		})
	}
}

func TestTheNameOfASetOfQuestionsTellsWhichIsChosen(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/start", Records: begun(t)})
	for name, chosen := range map[string]bool{"Digitally innovative school": true, "Quick look": false} {
		if label := w.Row(name).AccessibilityLabel(); strings.Contains(label, "✓") != chosen {
			t.Errorf("%q is called %q", name, label)
		}
	}
}

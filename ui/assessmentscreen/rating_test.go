package assessmentscreen_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

// onWall is the wall with the item, with nothing said yet.
func onWall(t *testing.T, item string, more ...app.Record) *uitest.Window {
	t.Helper()
	w := uitest.For(t, uitest.Options{At: "assessment/item/" + item, Records: append(round(t, "digital"), more...)})
	w.Shell.ShowToRoom()
	return w
}

// keys presses keys on the wall and counts them: letters as they are, ⏎ for Enter, → for the arrow, ⌫ for Backspace, ⎋ for Esc.
func keys(t *testing.T, w *uitest.Window, pressed string) int {
	t.Helper()
	named := map[rune]fyne.KeyName{'⏎': fyne.KeyReturn, '→': fyne.KeyRight, '⌫': fyne.KeyBackspace, '⎋': fyne.KeyEscape}
	n := 0
	for _, r := range pressed {
		n++
		if name, ok := named[r]; ok {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
			continue
		}
		w.Canvas().Focused().TypedRune(r)
	}
	return n
}

// Given eight people, when they rate all 18 items on the wall, then each takes four keys beyond their eight votes, and all
// that remains is kept.
func TestEighteenItemsTakeFourKeysEachBeyondTheVotes(t *testing.T) {
	for i, votes := range []string{"12333234", "12333234", "1241"} { // by keyboard, by slips, by raised hands
		w := onWall(t, "vision.purpose")
		keys(t, w, "++++++++") // eight are here, once for all
		if i > 0 {
			keys(t, w, "m") // another way than the last time
		}
		items := frameworks.Digital().Items()
		for _, item := range items {
			n := keys(t, w, votes+" 34→")
			if beyond := n - len(votes); beyond > 4 {
				t.Fatalf("%d keys beyond the votes", beyond)
			}
			j := judgement(w, item.Key)
			if j.Agreed != 3 || j.Target != 4 || j.Votes != 8 || j.Lowest != 1 || j.Highest != 4 || j.Median.Value() != 3 {
				t.Fatalf("way %d, %s: %+v", i, item.Key, j)
			}
		}
		if latest, _ := assessment.Latest(w.Book(), w.Book().Current().ID); len(assessment.Judgements(w.Book(), latest.ID)) != len(items) {
			t.Errorf("way %d: %d judgements", i, len(assessment.Judgements(w.Book(), latest.ID)))
		}
	}
	w := onWall(t, "vision.purpose")
	keys(t, w, "m1 1→") // and back to the keyboard
}

func TestASecondVoteStandsBesideTheFirst(t *testing.T) {
	w := onWall(t, "pedagogy.use")
	keys(t, w, "1444 v4443 ⏎4")
	if j := judgement(w, "pedagogy.use"); j.Agreed != 4 || j.Votes != 4 || j.Lowest != 3 || j.Highest != 4 || j.Target != 4 {
		t.Errorf("%+v", j)
	}
}

func TestATeamAgreesToDifferWithAReason(t *testing.T) {
	w := onWall(t, "pedagogy.use")
	keys(t, w, "1144 d⏎")
	if _, said := assessment.Judgements(w.Book(), "round")["pedagogy.use"]; said {
		t.Error("a difference without a reason was kept")
	}
	keys(t, w, "dGrades differ⏎3")
	j := judgement(w, "pedagogy.use")
	if !assessment.Differed(j) || j.Dissent != "Grades differ" || j.Target != 3 || j.Votes != 4 {
		t.Errorf("%+v", j)
	}
	// and a level agreed on later keeps what was said
	keys(t, w, "v33 3")
	if j := judgement(w, "pedagogy.use"); j.Agreed != 3 || j.Dissent != "Grades differ" || j.Votes != 2 {
		t.Errorf("%+v", j)
	}
}

// Given a level that was agreed by mistake, when it is undone, then the vote is on show again and another level can be agreed on.
func TestAnAgreementThatIsUndoneCanBeMadeAnew(t *testing.T) {
	w := onWall(t, "pedagogy.use")
	keys(t, w, "1333 1")
	w.Shell.Undo()
	if !onTheWall(w, "On which level do you agree?") {
		t.Error("the wall does not ask for the level again")
	}
	keys(t, w, "34")
	if j := judgement(w, "pedagogy.use"); j.Agreed != 3 || j.Target != 4 || j.Votes != 4 {
		t.Errorf("%+v", j)
	}
}

// BenchmarkKey is what a key costs the wall, with a school ten times the sample.
func BenchmarkKey(b *testing.B) {
	words, err := translations.New("en")
	if err != nil {
		b.Fatal(err)
	}
	w, err := uitest.Open(uitest.Options{At: "assessment/item/pedagogy.use", Records: sample.Large(words, 10)})
	if err != nil {
		b.Fatal(err)
	}
	w.Shell.ShowToRoom()
	target := '3'
	for b.Loop() {
		w.Canvas().Focused().TypedRune(target)
		target = '3' + '4' - target
	}
}

func TestAReasonToDifferCanBePasted(t *testing.T) {
	w := onWall(t, "pedagogy.use")
	keys(t, w, "1144 d")
	fyne.CurrentApp().Clipboard().SetContent("Grade 9 is\nfurther")
	w.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	keys(t, w, "⏎")
	if j := judgement(w, "pedagogy.use"); j.Dissent != "Grade 9 is further" {
		t.Errorf("%+v", j)
	}
}

func TestAnItemIsLeftOutOrForLater(t *testing.T) {
	w := onWall(t, "pedagogy.use")
	keys(t, w, "n")
	if !judgement(w, "pedagogy.use").NotApplicable {
		t.Error("it still applies")
	}
	keys(t, w, "n")
	if judgement(w, "pedagogy.use").NotApplicable {
		t.Error("it does not apply")
	}
	// When it is left for later, the wall goes on, and the team comes back to it last
	keys(t, w, "l12 2")
	if !judgement(w, "pedagogy.use").Later || judgement(w, "pedagogy.activity").Agreed != 2 {
		t.Errorf("%+v %+v", judgement(w, "pedagogy.use"), judgement(w, "pedagogy.activity"))
	}
	results, _ := assessment.ResultsOf(w.Book(), frameworks.All(), w.Book().Assessments.Where(func(app.Assessment) bool { return true })[0])
	if open := results.Open(); results.Rows[open[len(open)-1]].Item.Key != "pedagogy.use" || len(open) != 17 {
		t.Errorf("%v", open)
	}
}

func TestNoKeyLosesAVote(t *testing.T) {
	for _, pressed := range []string{"123→", "123n", "123l", "123⎋", "123 →", "123 ⎋", "123 n", "1235", "0"} {
		w := onWall(t, "pedagogy.use")
		keys(t, w, pressed)
		keys(t, w, " ⏎")
		if pressed == "0" {
			keys(t, w, "2 ⏎")
		}
		if j := judgement(w, "pedagogy.use"); j.Agreed != 2 {
			t.Errorf("%q: %+v", pressed, j)
		}
	}
}

// Until they have voted, nobody sees what others answered.
func TestGroupsAreShownAfterTheVote(t *testing.T) {
	survey := app.Survey{ID: "survey", Assessment: "round", Group: string(app.Pupils), People: 20}
	w := onWall(t, "pedagogy.use", survey, app.SurveyMean{ID: "mean", Survey: "survey", Item: "pedagogy.use", People: 20, Mean: app.QuantityOf(1.94)})
	keys(t, w, "33")
	if onTheWall(w, "pupils 1.9") {
		t.Error("the groups are on the wall before the vote")
	}
	keys(t, w, " ")
	if !onTheWall(w, "pupils 1.9") {
		t.Error("the groups are not on the wall")
	}
}

func onTheWall(w *uitest.Window, text string) bool {
	return slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.Contains(s, text) })
}

// Given the page of an item, when the team votes there and then chooses the level, then the vote is kept with it.
func TestAVoteOnThePageIsKeptWithTheLevel(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/item/pedagogy.use", Records: round(t, "digital")})
	press(t, w, "Vote blind")
	for _, r := range "1233 " {
		w.Canvas().Focused().TypedRune(r)
	}
	sees(t, w, "4 people voted")
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.now3"))
	if j := judgement(w, "pedagogy.use"); j.Agreed != 3 || j.Votes != 4 || j.Lowest != 1 || j.Median.Value() != 2.5 {
		t.Errorf("%+v", j)
	}
	sees(t, w, "Vote blind") // the box is closed
	// One that is under way is not lost by going on
	press(t, w, "Vote blind")
	w.Canvas().Focused().TypedRune('2')
	press(t, w, "Next question")
	if got := w.Shell.Here().String(); got != "assessment/item/pedagogy.use" {
		t.Errorf("left for %s", got)
	}
}

// Given a round of words only, then the wall asks for the three boxes of each item and no level, and what is written adds up.
func TestARoundOfWordsIsWrittenOnTheWall(t *testing.T) {
	records := round(t, "quick")
	for i, r := range records {
		if a, ok := r.(app.Assessment); ok {
			a.Way = app.Words
			records[i] = a
		}
	}
	w := uitest.For(t, uitest.Options{At: "assessment", Records: records})
	w.Shell.ShowToRoom()
	keys(t, w, "⏎We plan⏎together⏎⎋→⏎Time⏎⎋→⏎Tuesdays⏎⎋→")
	j := judgement(w, "vision.look")
	if j.Practice != "We plan\ntogether" || j.Needs != "Time" || j.Ideas != "Tuesdays" || j.Agreed != 0 {
		t.Errorf("%+v", j)
	}
	keys(t, w, "⎋")
	if got := w.Shell.Here().String(); got != "assessment/item/leadership.look" {
		t.Errorf("at %s", got)
	}
	if onTheWall(w, "Which sentence describes us best today?") {
		t.Error("a level is asked for")
	}
}

// Given a round half done, then a small group can go through one area, and the page leads to what is left.
func TestAnAreaIsGoneThroughAndTheRoundResumed(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment", Records: round(t, "digital")})
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.through.pedagogy"))
	if got := w.Shell.Here().String(); got != "assessment/item/pedagogy.use" {
		t.Fatalf("at %s", got)
	}
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.now2"))
	press(t, w, "All questions")
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.through.pedagogy"))
	if got := w.Shell.Here().String(); got != "assessment/item/pedagogy.activity" {
		t.Errorf("at %s", got)
	}
	press(t, w, "All questions")
	sees(t, w, "17 left, about 85 minutes")
	if err := w.Type("assessment.minutes", "3"); err != nil {
		t.Fatal(err)
	}
	sees(t, w, "17 left, about 55 minutes")
}

// Given a level above its evidence, then the page asks the visitor's question and says what one could do next.
func TestALevelAboveItsEvidenceAsksTheVisitorsQuestion(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/item/pedagogy.use", Records: round(t, "digital")})
	sees(t, w, "Typical: ")
	test.Tap(lookup[fyne.Tappable](t, w, "assessment.now4"))
	sees(t, w, "This level lies above its evidence.")
	sees(t, w, "What would a visitor need to see? ")
	sees(t, w, "A next step could be: ")
	write(t, w, "assessment.evidence.add.pedagogy.use", "Lesson visits")
	piece := assessment.EvidenceOf(w.Book(), judgement(w, "pedagogy.use").ID)[0]
	piece.Strength = app.Measured
	if err := w.Shell.Do(app.Save(w.Book(), piece)); err != nil {
		t.Fatal(err)
	}
	if onTheWall(w, "This level lies above its evidence.") {
		t.Error("it still asks")
	}
}

// Given a round with questions of the school's own, then levels have their names and the words of the glossary are explained.
func TestWordsOfTheSchoolsOwnAreShown(t *testing.T) {
	f := app.Framework{Key: "mine", Own: true, Words: app.FrameworkWords{Name: "Reading", Levels: []string{"seed", "tree"},
		Glossary: []app.Term{{Word: "reading hour", Meaning: "twenty minutes a day"}}},
		Elements: []app.Element{{Key: "e", Name: "Lessons", Items: []app.Item{{Key: "i", Levels: 2, Words: app.ItemWords{Name: "Time", Question: "When do we read?",
			Levels: []string{"Now and then.", "Every day."}}}}}}}
	records := begun(t)
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	edit, _, err := assessment.Start(book, book.Current().ID, f, app.NewDate(2026, 11, 20), app.Both)
	if err != nil {
		t.Fatal(err)
	}
	w := uitest.For(t, uitest.Options{At: "assessment/item/i", Records: append(records, edit.Changes[0].After)})
	for _, text := range []string{"When do we read?", "seed: Now and then.", "reading hour: twenty minutes a day"} {
		sees(t, w, text)
	}
	w.Shell.ShowToRoom()
	keys(t, w, "22 22")
	if j := judgement(w, "i"); j.Agreed != 2 || j.Target != 2 {
		t.Errorf("%+v", j)
	}
}

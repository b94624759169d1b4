package surveyscreen_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/ui/kit"
	"waymark/ui/uitest"
)

func tells(w *uitest.Window, words string) bool {
	return slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.Contains(text, words) })
}

func press(t *testing.T, w *uitest.Window, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if err := w.Press(text); err != nil {
			t.Fatalf("%v on %q", err, w.Texts())
		}
	}
}

// kept are the surveys of the round of now.
func kept(w *uitest.Window) []app.Survey {
	round, _ := assessment.Latest(w.Book(), w.Book().Current().ID)
	return assessment.Surveys(w.Book(), round.ID)
}

// means are what is kept of a survey, by item.
func means(w *uitest.Window, s app.Survey) map[string]app.SurveyMean {
	found := map[string]app.SurveyMean{}
	for m := range w.Book().SurveyMeans.All() {
		if m.Survey == s.ID {
			found[m.Item] = m
		}
	}
	return found
}

// unasked is the sample with no surveys.
func unasked(t *testing.T) []app.Record {
	t.Helper()
	w := uitest.For(t, uitest.Options{})
	return slices.DeleteFunc(w.Files.Records(), func(r app.Record) bool {
		switch r.(type) {
		case app.Survey, app.SurveyMean, app.Remark:
			return true
		}
		return false
	})
}

func key(w *uitest.Window, names ...fyne.KeyName) {
	for _, name := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		w.Runner.Advance(0)
	}
}

func write(w *uitest.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

// focused is the key of the widget that has the keyboard.
func focused(w *uitest.Window) string {
	f := w.Canvas().Focused()
	if f == nil {
		return ""
	}
	return w.Shell.Current().(*kit.Page).Widgets().KeyOf(f)
}

func TestASchoolWithoutARoundIsLedToOne(t *testing.T) {
	records, err := prepare.School("Oak School", sample.Today())
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{"assessment/surveys", "assessment/surveys/new", "assessment/import"} {
		w := uitest.For(t, uitest.Options{At: at, Records: records})
		press(t, w, "To the self-assessment")
		if got := w.Shell.Here().String(); got != "assessment" {
			t.Errorf("%s leads to %s", at, got)
		}
	}
}

func TestARoundWithoutSurveysOffersBothFirstSteps(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/surveys", Records: unasked(t)})
	if !tells(w, "Nobody has been asked yet") {
		t.Fatalf("%q", w.Texts())
	}
	press(t, w, "Take over a file")
	if got := w.Shell.Here().String(); got != "assessment/import" {
		t.Errorf("to %s", got)
	}
	w.Shell.Back()
	press(t, w, "Type in results")
	if got := w.Shell.Here().String(); got != "assessment/surveys/new" {
		t.Errorf("to %s", got)
	}
}

// Given a survey, when it is removed, then its means go with it, and one undo brings all back.
func TestASurveyIsRemovedAndComesBackWhole(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/surveys"})
	s := kept(w)[0]
	before := means(w, s)
	if len(before) == 0 || !tells(w, "25 people · 13 questions") {
		t.Fatalf("%d means, %q", len(before), w.Texts())
	}
	if err := w.Icon("surveys.remove." + s.RecordID()); err != nil {
		t.Fatal(err)
	}
	if len(means(w, s)) != 0 || len(kept(w)) != 2 || tells(w, "25 people") {
		t.Errorf("still there: %v", kept(w))
	}
	w.Shell.Undo()
	if got := means(w, s); len(got) != len(before) {
		t.Errorf("%d means came back of %d", len(got), len(before))
	}
}

// Given results of a few people, when the limit is raised above them, then they go, it is told, and one undo brings them back.
func TestARaisedLimitTakesSmallerGroupsAway(t *testing.T) {
	records := unasked(t)
	var round app.Assessment
	for _, r := range records {
		if a, ok := r.(app.Assessment); ok && round.Held.Before(a.Held) {
			round = a
		}
	}
	six := app.NewID[app.Survey]()
	records = append(records, app.Survey{ID: six, Assessment: round.ID, Group: "teachers", People: 6, Held: round.Held},
		app.SurveyMean{ID: app.NewID[app.SurveyMean](), Survey: six, Item: "vision.purpose", People: 6, Mean: app.QuantityOf(3)},
		app.SurveyMean{ID: app.NewID[app.SurveyMean](), Survey: six, Item: "vision.shared", People: 5, Mean: app.QuantityOf(2)})
	w := uitest.For(t, uitest.Options{At: "assessment/surveys", Records: records})
	w.Choice("5 people").SetSelected("6 people")
	if got := means(w, kept(w)[0]); len(got) != 1 || w.Book().School().Smallest != 6 || !tells(w, "1 result of fewer people removed") {
		t.Fatalf("%v, limit %d, %q", got, w.Book().School().Smallest, w.Texts())
	}
	w.Choice("6 people").SetSelected("10 people")
	if len(kept(w)) != 0 || !tells(w, "Nobody has been asked yet") {
		t.Fatalf("%v", kept(w))
	}
	w.Shell.Undo()
	w.Shell.Undo()
	if got := means(w, kept(w)[0]); len(got) != 2 || w.Book().School().Smallest != 0 {
		t.Errorf("%v, limit %d", got, w.Book().School().Smallest)
	}
}

// Given a form, when a group is typed in by keys alone, with decimal commas and Enter, then means of enough people are kept in
// one step that one undo takes back, and what was withheld is told with its reason.
func TestResultsAreTypedInByKeys(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/surveys/new", Records: unasked(t), Language: "et"})
	page := w.Shell.Current().(*kit.Page).Widgets()
	w.Canvas().Focus(page.Lookup("surveys.part").(*kit.Field).Entry)
	write(w, "1. kooliaste")
	key(w, fyne.KeyReturn)
	if got := focused(w); got != "surveys.held" {
		t.Fatalf("Enter leads to %q", got)
	}
	key(w, fyne.KeyReturn)
	write(w, "24")
	key(w, fyne.KeyReturn)
	for _, typed := range []string{"3,2", "2.5", "4,5"} {
		if got := focused(w); !strings.HasPrefix(got, "surveys.mean.vision.") {
			t.Fatalf("%s goes to %q", typed, got)
		}
		write(w, typed)
		key(w, fyne.KeyReturn)
	}
	if got := focused(w); got != "surveys.mean.vision.direction" || !tells(w, "1 kuni 4.") {
		t.Fatalf("4,5 was taken: the keyboard is in %q, %q", got, w.Texts())
	}
	if err := w.Type("surveys.mean.vision.direction", "1,25"); err != nil {
		t.Fatal(err)
	}
	if err := w.Type("surveys.people.vision.shared", "4"); err != nil {
		t.Fatal(err)
	}
	press(t, w, "Hoia tulemused alles")
	all := kept(w)
	if len(all) != 1 || all[0].Group != "pupils" || all[0].Part != "1. kooliaste" || all[0].People != 24 || all[0].Source != "" || all[0].Held != w.Shell.Today() {
		t.Fatalf("%+v", all)
	}
	got := means(w, all[0])
	if len(got) != 2 || got["vision.purpose"].Mean.Value() != 3.2 || got["vision.purpose"].People != 24 || got["vision.direction"].People != 24 {
		t.Errorf("%+v", got)
	}
	if !tells(w, "Ühine visioon") || !tells(w, "vähem kui 5") {
		t.Errorf("nothing tells what was withheld: %q", w.Texts())
	}
	press(t, w, "Küsitluste juurde")
	w.Shell.Undo()
	if len(kept(w)) != 0 {
		t.Errorf("one undo leaves %v", kept(w))
	}
}

// Given too few people, when they are to be kept, then nothing is, it is told why, and all that was typed stays.
func TestTooFewPeopleAreNotKept(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/surveys/new", Records: unasked(t)})
	for _, f := range [][2]string{{"surveys.answered", "4"}, {"surveys.mean.vision.purpose", "3"}} {
		if err := w.Type(f[0], f[1]); err != nil {
			t.Fatal(err)
		}
	}
	if !tells(w, "Fewer than 5 people answered, so nothing") {
		t.Errorf("it is not told while typing: %q", w.Texts())
	}
	press(t, w, "Keep these results")
	if !tells(w, "Fewer than 5 answered, so nothing of this group is kept.") {
		t.Errorf("%q", w.Texts())
	}
	press(t, w, "OK")
	if len(kept(w)) != 0 || w.Field("surveys.mean.vision.purpose").Entry.Text != "3" {
		t.Errorf("%v, %q", kept(w), w.Typed())
	}
	// when somebody leaves, then it is told once that it would be lost
	if err := w.Go("vision"); err != nil {
		t.Fatal(err)
	}
	if w.Shell.Here().View != "surveys" || !tells(w, "not kept yet") {
		t.Errorf("left for %s", w.Shell.Here())
	}
	press(t, w, "OK")
	if err := w.Go("vision"); err != nil || w.Shell.Here().String() != "vision" {
		t.Errorf("cannot leave: %v, %s", err, w.Shell.Here())
	}
}

// Given a group of the school's own, when it is typed in, then it goes by its word.
func TestAGroupCanBeTheSchoolsOwnWord(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/surveys/new", Records: unasked(t)})
	w.Choice("pupils").SetSelected("Another group …")
	for _, f := range [][2]string{{"surveys.own", "Kitchen staff"}, {"surveys.answered", "7"}, {"surveys.mean.vision.purpose", "3"}} {
		if err := w.Type(f[0], f[1]); err != nil {
			t.Fatal(err)
		}
	}
	press(t, w, "Keep these results")
	w.Runner.Advance(time.Second)
	if all := kept(w); len(all) != 1 || all[0].Group != "Kitchen staff" || w.Shell.Here().String() != "assessment/surveys" || !tells(w, "Kitchen staff") {
		t.Errorf("%+v at %s: %q", all, w.Shell.Here(), w.Texts())
	}
}

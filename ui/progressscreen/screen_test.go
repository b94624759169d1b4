package progressscreen_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

func open(t *testing.T, at string, records ...app.Record) *uitest.Window {
	t.Helper()
	return uitest.For(t, uitest.Options{At: at, Records: records})
}

func shows(w *uitest.Window, part string) bool {
	return slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.Contains(text, part) })
}

func widgets(w *uitest.Window) *kit.Widgets { return w.Shell.Current().(*kit.Page).Widgets() }

// board is the sample's actions as they stand on the sample's day.
func board(w *uitest.Window) progress.Board {
	return progress.BoardOf(w.Book(), w.Book().Current().ID, w.Shell.Today())
}

func checkinOf(a app.Action) string { return "progress/checkin/" + a.RecordID() }

// tell chooses a confidence for the action whose check-in is open.
func tell(w *uitest.Window, a app.Action, confidence string) {
	widgets(w).Lookup("progress.checkin." + a.RecordID() + "confidence" + confidence).(fyne.Tappable).Tapped(nil)
}

func emptySchool() []app.Record {
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}
	return []app.Record{app.School{ID: app.NewID[app.School](), Name: "Oak School", Current: cycle.ID}, cycle}
}

func TestTheDashboardSaysHowThePlanStands(t *testing.T) {
	// Given the sample school, when its progress is looked at,
	w := open(t, "progress")

	// then three sentences say what is done, what presses and what to decide,
	for _, sentence := range []string{
		"8 of 23 actions are done. 1 was dropped.",
		"▲ 2 actions are overdue. 3 more are due within 30 days.",
		"You last looked at the plan together on 22 October 2026; the next time is 28 January 2027. Decide next how to go on with A16, A8, A17.",
	} {
		if !slices.Contains(w.Texts(), sentence) {
			t.Errorf("%q is not said", sentence)
		}
	}
	// an overdue action says how late it is and how sure the team was,
	for _, text := range []string{"▲ 25 days late", "due 30 Oct 2026 · in progress", "Priya Nair · we doubt it, less sure than before"} {
		if !slices.Contains(w.Texts(), text) {
			t.Errorf("%q is not said", text)
		}
	}
	// and an indicator says its last value and how it stands.
	for _, text := range []string{"▲ falling behind", "✓ reached", "26\u00a0lessons a month · 2 Nov 2026", "target 5\u00a0lessons a month by 31 Dec 2026"} {
		if !slices.Contains(w.Texts(), text) {
			t.Errorf("%q is not said", text)
		}
	}
}

func TestAFoldedListUnfolds(t *testing.T) {
	// Given the sample school, whose finished actions are folded away,
	w := open(t, "progress")
	finished := board(w).Closed[0].Text
	if shows(w, finished) {
		t.Fatalf("%q is shown at first", finished)
	}
	fold := widgets(w).Lookup("progress.fold.finished").(*kit.Button)

	// when they are unfolded, then they are shown; and when folded again, not.
	fold.OnTapped()
	if !shows(w, finished) {
		t.Errorf("%q is not shown after %q", finished, "Show all 9")
	}
	if fold.Text != "Show fewer" {
		t.Errorf("the button reads %q", fold.Text)
	}
	fold.OnTapped()
	if shows(w, finished) {
		t.Errorf("%q is still shown", finished)
	}
}

func TestARowOpensItsCheckIn(t *testing.T) {
	// Given the dashboard,
	w := open(t, "progress")
	late := board(w).Overdue[0]

	// when the row of an overdue action is pressed,
	uitest.Must(t, w.Press(late.Text))

	// then its check-in is on show, with what stands behind it.
	if got := w.Shell.Here().String(); got != checkinOf(late) {
		t.Errorf("at %s, want %s", got, checkinOf(late))
	}
	thread := planning.ThreadOf(w.Book(), goalOf(w, late))
	for _, text := range []string{thread.Line.Text, thread.Needs[0].Text, thread.Goal.Text} {
		if !slices.Contains(w.Texts(), text) {
			t.Errorf("the thread does not show %q", text)
		}
	}
}

func goalOf(w *uitest.Window, a app.Action) app.Goal {
	g, _ := w.Book().Goals.Get(a.Goal)
	return g
}

func TestWhatIsToldOnADayIsOneCheckIn(t *testing.T) {
	// Given the check-in of an overdue action,
	w := open(t, "progress")
	late := board(w).Overdue[0]
	w = open(t, checkinOf(late))
	reviews, checkIns := w.Book().Reviews.Len(), len(progress.CheckIns(w.Book(), late.ID))
	key := "progress.checkin." + late.RecordID()

	// when the team chooses a confidence, writes a note and chooses a status,
	tell(w, late, "4")
	uitest.Must(t, w.Type(key+"note", "The cables are in."))
	widgets(w).Lookup(key + "status").(*kit.Select).SetSelected("paused")

	// then one review and one check-in of today hold all three,
	told := progress.CheckIns(w.Book(), late.ID)
	if got := w.Book().Reviews.Len() - reviews; got != 1 {
		t.Errorf("%d reviews more, want 1", got)
	}
	if got := len(told) - checkIns; got != 1 {
		t.Fatalf("%d check-ins more, want 1", got)
	}
	last := told[len(told)-1]
	if last.Confidence != 4 || last.Note != "The cables are in." || last.Status != app.Paused {
		t.Errorf("told %+v", last)
	}
	if review, _ := w.Book().Reviews.Get(last.Review); review.Date != w.Shell.Today() {
		t.Errorf("told on %s, want today", review.Date)
	}
	// the action has the status, and what was said in October stays among what was said before.
	if a, _ := w.Book().Actions.Get(late.ID); a.Status != app.Paused {
		t.Errorf("status %s", a.Status)
	}
	if !shows(w, "22 Oct 2026") || !shows(w, "✓ Checked in today") {
		t.Errorf("shown: %q", w.Texts())
	}
}

func TestACheckInKeepsTheStatusThatThePlanHas(t *testing.T) {
	// Given an action that was checked in today and whose status was changed in the plan after that,
	w := open(t, "progress")
	late := board(w).Overdue[0]
	w = open(t, checkinOf(late))
	tell(w, late, "3")
	changed, _ := w.Book().Actions.Get(late.ID)
	changed.Status = app.Paused
	uitest.Must(t, w.Shell.Do(app.Save(w.Book(), changed)))

	// when only its confidence is told again,
	tell(w, late, "2")

	// then it keeps the later status.
	if a, _ := w.Book().Actions.Get(late.ID); a.Status != app.Paused {
		t.Errorf("status %s, want paused", a.Status)
	}
}

func TestNextLeadsOnFromAnActionThatIsDone(t *testing.T) {
	// Given the most overdue action,
	w := open(t, "progress")
	overdue := board(w).Overdue
	w = open(t, checkinOf(overdue[0]))

	// when it is done and the team goes on,
	widgets(w).Lookup("progress.checkin." + overdue[0].RecordID() + "status").(*kit.Select).SetSelected("done")
	uitest.Must(t, w.Press("Next action"))

	// then the next overdue action is on show, and it is the first now.
	if got := w.Shell.Here().String(); got != checkinOf(overdue[1]) {
		t.Errorf("at %s, want %s", got, checkinOf(overdue[1]))
	}
	if err := w.Press("Previous action"); err == nil {
		t.Error("there is an action before the first")
	}
}

func TestADroppedActionAsksWhy(t *testing.T) {
	// Given the check-in of an action,
	w := open(t, "progress")
	late := board(w).Overdue[0]
	w = open(t, checkinOf(late))
	key := "progress.checkin." + late.RecordID()

	// when it is dropped and the reason is typed,
	widgets(w).Lookup(key + "status").(*kit.Select).SetSelected("dropped")
	uitest.Must(t, w.Type(key+"reason", "The owner rebuilds the floor."))

	// then the plan has both.
	if a, _ := w.Book().Actions.Get(late.ID); a.Status != app.Dropped || a.DropReason != "The owner rebuilds the floor." {
		t.Errorf("status %s, reason %q", a.Status, a.DropReason)
	}
}

// falling is the indicator of the sample that should fall.
func falling(w *uitest.Window) app.Indicator {
	return w.Book().Indicators.Where(func(i app.Indicator) bool { return i.Direction == app.Down })[0]
}

func TestAMeasurementIsAddedByTypingItsValue(t *testing.T) {
	// Given an indicator,
	w := open(t, "progress")
	i := falling(w)
	w = open(t, "progress/indicator/"+i.RecordID())
	before := len(progress.Measurements(w.Book(), i.ID))

	// when a value is typed, and another for a day before,
	uitest.Must(t, w.Type("progress.measure.value", "19"))
	uitest.Must(t, w.Type("progress.measure.date", "20.11.2026"))
	uitest.Must(t, w.Type("progress.measure.value", "22,5"))

	// then both are there with their days,
	measured := progress.Measurements(w.Book(), i.ID)
	if len(measured) != before+2 {
		t.Fatalf("%d measurements, want %d", len(measured), before+2)
	}
	want := []app.Measurement{
		{Date: app.NewDate(2026, 11, 20), Value: app.QuantityOf(22.5)},
		{Date: app.NewDate(2026, 11, 24), Value: app.QuantityOf(19)},
	}
	for n, m := range measured[before:] {
		if m.Date != want[n].Date || m.Value != want[n].Value {
			t.Errorf("measured %v on %s, want %v on %s", m.Value, m.Date, want[n].Value, want[n].Date)
		}
	}
	// and the date is today's again for the next.
	if got := w.Field("progress.measure.date").Entry.Text; got != "24/11/2026" {
		t.Errorf("the date reads %q", got)
	}
}

func TestAValueThatIsNoNumberIsToldAndKept(t *testing.T) {
	// Given an indicator,
	w := open(t, "progress")
	i := falling(w)
	w = open(t, "progress/indicator/"+i.RecordID())
	before := len(progress.Measurements(w.Book(), i.ID))

	// when a word is typed where a number belongs,
	uitest.Must(t, w.Type("progress.measure.value", "many"))

	// then the field says so and keeps it, and nothing was measured.
	f := w.Field("progress.measure.value")
	if f.Problem() == "" || f.Entry.Text != "many" {
		t.Errorf("problem %q, text %q", f.Problem(), f.Entry.Text)
	}
	if got := len(progress.Measurements(w.Book(), i.ID)); got != before {
		t.Errorf("%d measurements, want %d", got, before)
	}
}

func TestAReviewIsNotedOnceADay(t *testing.T) {
	// Given the dashboard, when a review is noted for today and its decisions are typed,
	w := open(t, "progress")
	before := w.Book().Reviews.Len()
	uitest.Must(t, w.Press("Note a review for today"))
	reviews := progress.Reviews(w.Book(), w.Book().Current().ID)
	today := reviews[len(reviews)-1]
	uitest.Must(t, w.Type("progress.review."+today.RecordID()+"decisions", "We go on."))

	// then it is in the book, and the button has gone.
	if got, _ := w.Book().Reviews.Get(today.ID); got.Date != w.Shell.Today() || got.Decisions != "We go on." {
		t.Errorf("noted %+v", got)
	}
	if err := w.Press("Note a review for today"); err == nil {
		t.Error("a second review can be noted for today")
	}
	// And when it is removed and that is undone, it is back.
	widgets(w).Lookup("progress.review." + today.RecordID() + "remove").(fyne.Tappable).Tapped(nil)
	if got := w.Book().Reviews.Len(); got != before {
		t.Errorf("%d reviews after removal, want %d", got, before)
	}
	w.Shell.Undo()
	if _, ok := w.Book().Reviews.Get(today.ID); !ok {
		t.Error("the review did not come back")
	}
}

func TestASchoolWithoutAPlanIsLedToIt(t *testing.T) {
	// Given a school without a plan, when its progress is looked at,
	w := open(t, "progress", emptySchool()...)

	// then one sentence says what belongs here, and the button leads to the plan.
	if !shows(w, "There is no action plan to follow yet.") {
		t.Errorf("shown: %q", w.Texts())
	}
	uitest.Must(t, w.Press("To the action plan"))
	if got := w.Shell.Here().Area; got != screen.Planning {
		t.Errorf("at %s", got)
	}
}

func TestWhatIsGoneIsSaid(t *testing.T) {
	for at, sentence := range map[string]string{
		"progress/checkin/gone":   "This action is no longer in the plan.",
		"progress/indicator/gone": "This indicator is no longer in the plan.",
		"progress/checkin":        "This action is no longer in the plan.",
	} {
		w := open(t, at)
		if !slices.Contains(w.Texts(), sentence) {
			t.Errorf("%s: %q is not said", at, sentence)
		}
		uitest.Must(t, w.Press("Back to the overview"))
		if got := w.Shell.Here().String(); got != "progress" {
			t.Errorf("%s: back leads to %s", at, got)
		}
	}
}

func TestRemovingTheActionOnShowLeavesASentence(t *testing.T) {
	// Given the check-in of an action,
	w := open(t, "progress")
	late := board(w).Overdue[0]
	w = open(t, checkinOf(late))

	// when the action is removed,
	w.Shell.Remove(app.RemoveEdit(w.Book(), late))

	// then the screen says so and the team can go back.
	if !shows(w, "This action is no longer in the plan.") {
		t.Errorf("shown: %q", w.Texts())
	}
	uitest.Must(t, w.Press("Back to the overview"))
}

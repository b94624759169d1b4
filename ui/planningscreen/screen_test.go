package planningscreen_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

func school(t *testing.T) []app.Record {
	t.Helper()
	records, err := prepare.School("Oak School", sample.Today())
	if err != nil {
		t.Fatal(err)
	}
	return records
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

func sees(w *uitest.Window, text string) bool {
	return slices.ContainsFunc(w.Texts(), func(seen string) bool { return strings.Contains(seen, text) })
}

func mustSee(t *testing.T, w *uitest.Window, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !sees(w, text) {
			t.Errorf("%q is not on the screen: %q", text, w.Texts())
		}
	}
}

func goal(w *uitest.Window, at int) app.Goal {
	return planning.PlanOf(w.Book(), w.Book().Current().ID).Goals()[at].Goal
}

func route(view, id string) screen.Route {
	return screen.Route{Area: screen.Planning, View: view, ID: id}
}

func TestFromNothingToTheFirstAction(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "planning", Records: school(t)})
	b := w.Book()

	mustSee(t, w, "There are no needs yet. Write in one sentence what has to change.", "Write down the first need")
	press(t, w, "Write down the first need")
	if w.Canvas().Focused() != fyne.Focusable(w.Field("planning.need").Entry) {
		t.Error("the keyboard is not in the field for a need")
	}
	write(t, w, "planning.need", "Lessons need a connection that holds")
	press(t, w, "Make N1 a priority")
	priority := planning.Priorities(b, b.Current().ID)[0]
	if n := planning.Needs(b, b.Current().ID)[0]; priority.Title != n.Text || n.Priority != priority.ID {
		t.Fatalf("need %+v, priority %+v", n, priority)
	}
	press(t, w, "Add the first goal")
	key := "planning.priority." + priority.RecordID() + ".goal"
	if w.Canvas().Focused() != fyne.Focusable(w.Field(key).Entry) {
		t.Error("the keyboard is not in the field for a goal")
	}
	write(t, w, key, "No lesson is lost to the network")
	mustSee(t, w, "V? → N1 → G1", "▲ serves no vision line yet", "no actions yet")

	press(t, w, "Plan the first action of G1")
	mustSee(t, w, "What do we want to reach?", "There are no actions yet. Write the first thing to do; who and when come next.")
	write(t, w, "planning.action", "Measure the faults")
	mustSee(t, w, "A1", "Measure the faults", "▲ nobody yet", "no dates yet", "planned")
	press(t, w, "Back to the plan")
	press(t, w, "Follow how it goes")
	if got := w.Shell.Here().Area; got != screen.Progress {
		t.Errorf("led to %s", got)
	}
}

func TestOneActionAfterAnother(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	g := goal(w, 0)
	w.Shell.Go(route("goal", g.RecordID()))
	before := len(planning.Actions(w.Book(), g.ID))
	entry := w.Field("planning.action").Entry
	w.Canvas().Focus(entry)
	for _, text := range []string{"First", "Second"} {
		test.Type(entry, text)
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	actions := planning.Actions(w.Book(), g.ID)
	if len(actions) != before+2 || actions[before].Text != "First" || actions[before+1].Text != "Second" {
		t.Fatalf("actions: %+v", actions)
	}
	if w.Canvas().Focused() != fyne.Focusable(entry) || entry.Text != "" {
		t.Error("the field is not ready for the next action")
	}
}

func TestProposalBecomesANeedAndIsProposedNoMore(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "planning"})
	needs := len(planning.Needs(w.Book(), w.Book().Current().ID))
	mustSee(t, w, "Teachers’ outside contacts", "Show all 10")
	press(t, w, "Show all 10")
	mustSee(t, w, "Show fewer")
	press(t, w, "Take as a need")
	after := planning.Needs(w.Book(), w.Book().Current().ID)
	if len(after) != needs+1 {
		t.Fatalf("%d needs, want %d", len(after), needs+1)
	}
	taken := after[needs]
	j, ok := w.Book().Judgements.Get(taken.Judgement)
	if !ok || taken.Text != j.Needs || !strings.HasPrefix(taken.Reason, "2 levels to go: from 1 to 3") {
		t.Errorf("the need %+v is not in the words of %+v", taken, j)
	}
	if sees(w, "Teachers’ outside contacts") {
		t.Error("what has been taken is still proposed")
	}
}

func TestManyPrioritiesAreQuestionedGently(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "planning"})
	write(t, w, "planning.priority", "Fifth")
	if sees(w, "These are") {
		t.Error("five priorities are questioned")
	}
	write(t, w, "planning.priority", "Sixth")
	mustSee(t, w, "These are 6 priorities.", "No need stands behind this priority yet.")
}

func TestPrioritiesAndGoalsMove(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "planning"})
	cycle := w.Book().Current().ID
	first := planning.Priorities(w.Book(), cycle)[0]
	icon := w.Shell.Current().(*kit.Page).Widgets().Lookup("planning.priority." + first.RecordID() + ".down").(*kit.IconButton)
	test.Tap(icon)
	if got := planning.Priorities(w.Book(), cycle)[1].ID; got != first.ID {
		t.Error("the priority did not move down")
	}
	w.Shell.Undo()
	if got := planning.Priorities(w.Book(), cycle)[0].ID; got != first.ID {
		t.Error("undo did not bring it back")
	}
}

func TestNewNameJoinsTheTeamOnceItIsWhole(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	a := planning.Actions(w.Book(), goal(w, 0).ID)[0]
	w.Shell.Go(route("action", a.RecordID()))
	members := w.Book().Members.Len()
	key := "planning.action." + a.RecordID() + ".who"
	entry := w.Field(key).Entry
	w.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(entry, "Mar")
	w.Runner.Advance(time.Minute)
	if w.Book().Members.Len() != members {
		t.Fatal("half a name joined the team")
	}
	test.Type(entry, "y Hill")
	w.Canvas().Unfocus()
	after, _ := w.Book().Actions.Get(a.ID)
	m, _ := w.Book().Members.Get(after.Responsible)
	if m.Name != "Mary Hill" || w.Book().Members.Len() != members+1 {
		t.Errorf("responsible is %+v of %d", m, w.Book().Members.Len())
	}
}

func TestEndBeforeStartIsToldAtTheFieldAndMendedByEither(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	a := planning.Actions(w.Book(), goal(w, 0).ID)[0]
	w.Shell.Go(route("action", a.RecordID()))
	key := "planning.action." + a.RecordID()
	write(t, w, key+".end", "1.12.2025")
	if got := w.Field(key + ".end").Problem(); !strings.Contains(got, "is before the start") {
		t.Fatalf("the field says %q", got)
	}
	if now, _ := w.Book().Actions.Get(a.ID); now.End != a.End {
		t.Fatalf("the refused end is kept: %v", now.End)
	}
	write(t, w, key+".start", "1.11.2025")
	w.Runner.Advance(0)
	now, _ := w.Book().Actions.Get(a.ID)
	if now.Start != app.NewDate(2025, 11, 1) || now.End != app.NewDate(2025, 12, 1) {
		t.Errorf("from %v to %v", now.Start, now.End)
	}
	if got := w.Field(key + ".end").Problem(); got != "" {
		t.Errorf("the field still says %q", got)
	}
}

func TestThreadOfAnActionInWords(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	g := goal(w, 0)
	thread := planning.ThreadOf(w.Book(), g)
	a := planning.Actions(w.Book(), g.ID)[2]
	w.Shell.Go(route("action", a.RecordID()))
	mustSee(t, w, "V1", thread.Line.Text, "N1", thread.Needs[0].Text, "G1", g.Text, "A3")
	press(t, w, g.Text)
	if got := w.Shell.Here(); got != route("goal", g.RecordID()) {
		t.Errorf("the goal of the thread leads to %v", got)
	}
}

func TestWhatIsGoneSaysSo(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	g := goal(w, 0)
	w.Shell.Go(route("goal", g.RecordID()))
	write(t, w, "planning.action", "Soon gone")
	actions := planning.Actions(w.Book(), g.ID)
	w.Shell.Go(route("action", actions[len(actions)-1].RecordID()))
	w.Shell.Undo()
	mustSee(t, w, "This action is no longer in the plan")
	press(t, w, "Back to the plan")
	if got := w.Shell.Here(); got != route("", "") {
		t.Errorf("led to %v", got)
	}
	w.Shell.Go(route("goal", g.RecordID()))
	press(t, w, "Remove this goal")
	if got := w.Shell.Here(); got != route("", "") {
		t.Errorf("after the removal at %v", got)
	}
	w.Shell.Back()
	mustSee(t, w, "This goal is no longer in the plan")
	w.Shell.Undo()
	mustSee(t, w, "What do we want to reach?")
}

func TestRemovalThatFailsStaysOnThePage(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	g := goal(w, 0)
	w.Shell.Go(route("goal", g.RecordID()))
	w.Files.Fail = &app.Error{Op: "test", Kind: app.KindFull, Text: app.Say("error.full")}
	press(t, w, "Remove this goal")
	if _, ok := w.Book().Goals.Get(g.ID); !ok || w.Shell.Here() != route("goal", g.RecordID()) {
		t.Errorf("goal there: %v, at %v", ok, w.Shell.Here())
	}
	mustSee(t, w, "There is no room left on the disk.")
}

func TestEveryTextIsThereInEveryLanguage(t *testing.T) {
	for _, language := range []string{"en", "et"} {
		w := uitest.For(t, uitest.Options{Language: language, At: "planning"})
		routes := []screen.Route{route("", ""), route("goal", "none"), route("action", "none")}
		for _, g := range planning.PlanOf(w.Book(), w.Book().Current().ID).Goals() {
			routes = append(routes, route("goal", g.RecordID()))
			for _, a := range g.Actions {
				routes = append(routes, route("action", a.RecordID()))
			}
		}
		for _, r := range routes {
			w.Shell.Go(r)
			for _, text := range w.Texts() {
				if strings.HasPrefix(text, "planning.") || strings.Contains(text, "<no value>") {
					t.Errorf("%s, %v: %q", language, r, text)
				}
			}
		}
	}
}

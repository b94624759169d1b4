package historyscreen_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

func printer(t *testing.T, language string) *translations.Printer {
	t.Helper()
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// school is the sample in a language.
func school(t *testing.T, language string) *app.Book {
	t.Helper()
	b, err := app.NewBook(sample.Build(printer(t, language))...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// days before the sample's, at a time of that day.
func days(before, hour, minute int) time.Time {
	return sample.Today().AddDays(-before).Time().Add(time.Duration(hour*60+minute) * time.Minute)
}

func plan(b *app.Book) planning.Plan { return planning.PlanOf(b, b.Current().ID) }

// left is the change by which somebody left the team.
func left(name string) app.Change {
	return app.Delete(app.Member{ID: app.NewID[app.Member](), Name: name})
}

// planned is an action of a goal.
func planned(goal app.ID[app.Goal], text string) app.Action {
	return app.Action{ID: app.NewID[app.Action](), Goal: goal, Text: text, Status: app.Planned}
}

// says asserts that some text on the page is, or is not, just so.
func says(t *testing.T, w *uitest.Window, want bool, texts ...string) {
	t.Helper()
	shown := w.Texts()
	for _, text := range texts {
		if slices.Contains(shown, text) != want {
			t.Errorf("%q is said: %v\n%q", text, !want, shown)
		}
	}
}

// Given changes of every sort on several days, when the history is opened in either language, then each is told in words.
func TestWhatHappenedIsToldInWords(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {
			"Today, 24 November 2026", "14:02", "Changed the action “%a”: cost, status",
			"Yesterday, 23 November 2026", "09:30", "Removed the goal “Reading”, and with it 1 indicator, 2 actions",
			"Put the actions in another order · goal “%g”", "Added 3 ideas", "Added the check-in of “%a” on 22 Oct 2026",
			"Changed the review of 22 October 2026: decisions", "Changed the judgement “Shared leadership”: level now",
			"Removed the team member “Kai, Nurse”",
		},
		"et": {
			"Täna, 24. november 2026", "Muudetud tegevus „%a“: kulu, seis",
			"Eile, 23. november 2026", "Eemaldatud eesmärk „Reading“ ja koos sellega 1 mõõdik, 2 tegevust",
			"Muudetud tegevuste järjekord · eesmärk „%g“", "Lisatud 3 mõtet",
			"Muudetud vaheülevaade (22. oktoober 2026): otsused", "Eemaldatud meeskonna liige „Kai, Nurse“",
		},
	} {
		t.Run(language, func(t *testing.T) {
			b := school(t, language)
			goal := plan(b).Goals()[0]
			dearer := goal.Actions[0]
			dearer.Cost, dearer.Status = 5, app.Planned
			var moved, came []app.Change
			for i, a := range goal.Actions[:3] {
				before := a
				before.Position = 9 - i
				moved = append(moved, app.Update(before, a))
			}
			for idea := range b.Ideas.All() {
				if came = append(came, app.Insert(idea)); len(came) == 3 {
					break
				}
			}
			gone := app.Goal{ID: app.NewID[app.Goal](), Priority: goal.Priority, Text: "Reading"}
			reviews := slices.Collect(b.Reviews.All())
			review := reviews[len(reviews)-1]
			undecided := review
			undecided.Decisions = ""
			checkIn := app.CheckIn{ID: app.NewID[app.CheckIn](), Action: goal.Actions[0].ID, Review: review.ID, Status: app.Done}
			round, _ := assessment.Latest(b, b.Current().ID)
			judgement := assessment.Judgements(b, round.ID)["leadership.shared"]
			lower := judgement
			lower.Agreed = 0
			past := []uitest.Done{
				{At: days(3, 8, 0), Changes: []app.Change{app.Delete(app.Member{ID: app.NewID[app.Member](), Name: "Kai", Role: "Nurse"})}},
				{At: days(3, 8, 10), Changes: came},
				{At: days(3, 8, 20), Changes: []app.Change{app.Update(lower, judgement)}},
				{At: days(2, 8, 0), Changes: moved},
				{At: days(2, 9, 0), Changes: []app.Change{app.Insert(checkIn)}},
				{At: days(2, 9, 30), Changes: []app.Change{app.Update(undecided, review)}},
				{At: days(1, 9, 30), Changes: []app.Change{app.Delete(planned(gone.ID, "Lend books")),
					app.Delete(planned(gone.ID, "Lend books")),
					app.Delete(app.Indicator{ID: app.NewID[app.Indicator](), Goal: gone.ID, Direction: app.Up}), app.Delete(gone)}},
				{At: days(0, 14, 2), Changes: []app.Change{app.Update(dearer, goal.Actions[0])}},
			}
			w := uitest.For(t, uitest.Options{Language: language, At: "history", Past: past})
			for _, text := range want {
				names := strings.NewReplacer("%g", app.Shorten(goal.Text, 80), "%a", app.Shorten(dearer.Text, 80))
				says(t, w, true, names.Replace(text))
			}
		})
	}
}

// Given a changed action and goal, when their lines are pressed, then the fields are told before and after, and pressed
// again they are not.
func TestALineShowsWhatIsInIt(t *testing.T) {
	b := school(t, "en")
	goal := plan(b).Goals()[0]
	a := goal.Actions[0]
	before := a
	before.Cost, before.Status, before.Responsible = 1234_50, app.Planned, ""
	before.End, before.Hours = app.NewDate(2026, 1, 31), app.QuantityOf(2.5)
	reworded := goal.Goal
	reworded.Text = strings.Replace(goal.Text, "improves", "never tries to improve", 1)
	w := uitest.For(t, uitest.Options{At: "history", Past: []uitest.Done{
		{At: days(0, 9, 0), Changes: []app.Change{app.Update(before, a), app.Update(reworded, goal.Goal)}}}})
	rows := w.Rows()
	if len(rows) != 2 {
		t.Fatalf("%d lines", len(rows))
	}
	for _, row := range rows {
		row.Tapped(nil)
	}
	told := []string{"who does it", "empty → David Ashby, Deputy head", "31 January 2026 → 27 March 2026", "€1,234.50 → €900",
		"2.5 → 28", "planned → done", "Before", "After"}
	says(t, w, true, told...)
	for _, piece := range []string{"never tries to", "improves"} { // each drawn by itself
		if !slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.HasPrefix(text, piece) }) {
			t.Errorf("%q is not marked", piece)
		}
	}
	for _, row := range rows {
		row.Tapped(nil)
	}
	says(t, w, false, told...)
}

// Given changes before and after the last review, when the history is opened, then it tells what came after; and other
// times, a stage or words can be chosen.
func TestWhatIsToldCanBeChosen(t *testing.T) {
	b := school(t, "et")
	goal := plan(b).Goals()[0]
	line := slices.Collect(b.VisionLines.All())[0]
	oldLine, member := line, app.Member{ID: app.NewID[app.Member](), Name: "Õnnela Tõrv"}
	oldLine.Text = "Enne oli teisiti."
	risky := planned(goal.ID, "Räägime läbi")
	risky.Risks = "Külm ilm"
	w := uitest.For(t, uitest.Options{Language: "et", At: "history", Past: []uitest.Done{
		{At: days(200, 9, 0), Changes: []app.Change{app.Delete(member)}},
		{At: days(20, 9, 0), Changes: []app.Change{app.Update(oldLine, line)}},
		{At: days(3, 9, 0), Changes: []app.Change{app.Delete(risky)}},
	}})
	gone, parted, changed := "Eemaldatud tegevus „Räägime läbi“", "Eemaldatud meeskonna liige „Õnnela Tõrv“",
		"Muudetud visioonilause „"+line.Text+"“: sõnastus"
	says(t, w, true, gone, changed)
	says(t, w, false, parted)

	w.Choice("Pärast vaheülevaadet (22.10.2026)").SetSelected("Viimased 7 päeva")
	says(t, w, true, gone)
	says(t, w, false, changed, parted)
	w.Choice("Viimased 7 päeva").SetSelected("Kogu aeg")
	says(t, w, true, gone, changed, parted)

	w.Choice("Kõik etapid").SetSelected("Visioon")
	says(t, w, true, changed)
	says(t, w, false, gone, parted)
	w.Choice("Visioon").SetSelected("Kõik etapid")

	// Words are found without accents, in whatever case and order, in names and contents alike.
	for typed, found := range map[string]string{"TORV onnela": parted, "kulm": gone, "teisiti": changed} {
		uitest.Must(t, w.Type("history.search", typed))
		for _, text := range []string{gone, parted, changed} {
			says(t, w, text == found, text)
		}
	}
	uitest.Must(t, w.Type("history.search", "xyz"))
	says(t, w, true, "Ülal valitule ei vasta ükski muudatus.")
	uitest.Must(t, w.Press("Näita kõike"))
	says(t, w, true, gone, parted, changed)
	if got := w.Field("history.search").Entry.Text; got != "" {
		t.Errorf("%q is still searched for", got)
	}
}

// Given a review that is being held today, when the history is opened, then it tells what has changed since the one before.
func TestAMeetingAsksWhatChangedSinceTheOneBefore(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "progress"})
	uitest.Must(t, w.Press("Note a review for today"))
	uitest.Must(t, w.Press("What changed since the last review"))
	says(t, w, true, "Since the review of 22 Oct 2026", "Added the review of 24 November 2026")
}

// Given a search that is being typed, when it rests, then what is shown follows, and the keyboard stays in the field.
func TestTheSearchFollowsTheTyping(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "history", Past: []uitest.Done{
		{At: days(1, 9, 0), Changes: []app.Change{left("Kai")}},
		{At: days(2, 9, 0), Changes: []app.Change{left("Mia")}}}})
	f := w.Field("history.search")
	w.Canvas().Focus(f.Entry)
	for _, r := range "mia" {
		f.Entry.TypedRune(r)
	}
	says(t, w, true, "Removed the team member “Kai”")
	w.Runner.Advance(time.Second)
	says(t, w, true, "Removed the team member “Mia”")
	says(t, w, false, "Removed the team member “Kai”")
	if w.Canvas().Focused() != f.Entry {
		t.Error("the keyboard has left the field")
	}
}

// Given a goal that was removed with all that belongs to it days ago, when it is brought back, then it is whole, the
// history says so, and that can be undone.
func TestWhatWasRemovedIsBroughtBack(t *testing.T) {
	whole := school(t, "en")
	goal := plan(whole).Goals()[0].Goal
	removed := app.Remove(whole, goal)
	var records []app.Record
	for r := range whole.Records() {
		if !slices.ContainsFunc(removed, func(c app.Change) bool { return c.Before == r }) {
			records = append(records, r)
		}
	}
	w := uitest.For(t, uitest.Options{At: "history", Records: records, Past: []uitest.Done{{At: days(2, 9, 0), Changes: removed}}})
	line := "Removed the goal “" + app.Shorten(goal.Text, 80) + "”, and with it 2 indicators, 6 measurements, 5 actions, 5 check-ins"
	says(t, w, true, line)

	uitest.Must(t, w.Press("Bring back"))
	if got, want := slices.Collect(w.Book().Records()), slices.Collect(whole.Records()); !slices.Equal(got, want) {
		t.Errorf("%d records are back, want %d", len(got), len(want))
	}
	said := "goal “" + app.Shorten(goal.Text, 40) + "” brought back"
	says(t, w, true, line+" · there again", "Done: "+said)
	if w.Button("Bring back") != nil {
		t.Error("it can be brought back twice")
	}

	uitest.Must(t, w.Press("Undo"))
	if _, there := w.Book().Goals.Get(goal.ID); there {
		t.Error("undo leaves the goal there")
	}
	// The log tells of two removals now; the last is the one to come back from.
	if got := offers(w); got != 1 {
		t.Errorf("%d lines offer to bring it back", got)
	}
	uitest.Must(t, w.Press("Bring back"))
	if got, want := slices.Collect(w.Book().Records()), slices.Collect(whole.Records()); !slices.Equal(got, want) {
		t.Errorf("%d records are back, want %d", len(got), len(want))
	}
}

// offers counts the buttons that bring something back.
func offers(w *uitest.Window) int {
	n := 0
	for _, label := range w.Buttons() {
		if label == "Bring back" {
			n++
		}
	}
	return n
}

// Given a goal that is there again without one of its actions, then that action can come back by itself.
func TestWhatWentWithItComesBackByItself(t *testing.T) {
	whole := school(t, "en")
	goal := plan(whole).Goals()[0]
	w := uitest.For(t, uitest.Options{At: "history", Past: []uitest.Done{{At: days(2, 9, 0),
		Changes: []app.Change{app.Delete(planned(goal.ID, "Read aloud")), app.Delete(goal.Goal)}}}})
	w.Rows()[0].Tapped(nil)
	says(t, w, true, "With it went", "–  action “Read aloud”")
	uitest.Must(t, w.Press("Bring back"))
	if n := len(planning.Actions(w.Book(), goal.ID)); n != len(goal.Actions)+1 {
		t.Errorf("the goal has %d actions", n)
	}
}

// Given something that cannot come back, when that is tried, then one sentence says why.
func TestWhatCannotComeBackIsSaid(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "history", Past: []uitest.Done{{At: days(2, 9, 0),
		Changes: []app.Change{app.Delete(planned(app.NewID[app.Goal](), "Read aloud"))}}}})
	uitest.Must(t, w.Press("Bring back"))
	says(t, w, true, "It belonged to something that is gone, so it cannot be brought back.")
}

// Given the open history, when anything is edited, undone or taken elsewhere, then it is told at once.
func TestTheHistoryFollowsEachEdit(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "history"})
	says(t, w, true, "Nothing has been changed yet. As soon as something is added, changed or removed, it is told here.")
	after := w.Book().School()
	after.Head = "Mia Lane"
	uitest.Must(t, w.Shell.Do(app.Save(w.Book(), after)))
	line := "Changed the school “Oakenhill School”: head of the school"
	says(t, w, true, line)
	w.Shell.Undo()
	says(t, w, false, line)
}

func TestALineLeadsToItsPlace(t *testing.T) {
	b := school(t, "en")
	goal := plan(b).Goals()[0].Goal
	before := goal
	before.Text = "Reading"
	past := []uitest.Done{{At: days(1, 9, 0), Changes: []app.Change{app.Update(before, goal)}}}
	w := uitest.For(t, uitest.Options{At: "history", Past: past})
	uitest.Must(t, w.Press("Open"))
	if got := w.Shell.Here().String(); got != "planning/goal/"+goal.RecordID() {
		t.Errorf("at %s", got)
	}
}

// Given the pages of a goal, an action, a question and a review, when their history is asked for, then it is told, and
// nothing of the others; and from there the record can be opened.
func TestARecordHasItsOwnHistory(t *testing.T) {
	b := school(t, "en")
	goals := plan(b).Goals()
	round, _ := assessment.Latest(b, b.Current().ID)
	judgement := assessment.Judgements(b, round.ID)["leadership.shared"]
	reviews := slices.Collect(b.Reviews.All())
	review := reviews[len(reviews)-1]
	text := func(c app.Change) uitest.Done { return uitest.Done{At: days(1, 9, 0), Changes: []app.Change{c}} }
	goal, action, other, oldJudgement, oldReview := goals[0].Goal, goals[0].Actions[0], goals[1].Goal, judgement, review
	goal.Text, action.Text, other.Text, oldJudgement.Needs, oldReview.Present = "Before", "Before", "Before", "Before", "Before"
	past := []uitest.Done{text(app.Update(goal, goals[0].Goal)), text(app.Update(action, goals[0].Actions[0])),
		text(app.Update(other, goals[1].Goal)), text(app.Update(oldJudgement, judgement)), text(app.Update(oldReview, review))}
	for _, c := range []struct {
		at, press, history string
		lines              int
		back               string
	}{
		{"planning/goal/" + goal.RecordID(), "History of this goal", "history/goal/" + goal.RecordID(), 2, "Open the goal"},
		{"planning/action/" + action.RecordID(), "History of this action", "history/action/" + action.RecordID(), 1, "Open the action"},
		{"assessment/item/leadership.shared", "History of this question", "history/judgement/" + judgement.RecordID(), 1, "Open the judgement"},
		{"progress", "History of this review", "history/review/" + review.RecordID(), 1, "Open the review"},
	} {
		w := uitest.For(t, uitest.Options{At: c.at, Past: past})
		uitest.Must(t, w.Press(c.press))
		if got := w.Shell.Here().String(); got != c.history {
			t.Errorf("%s leads to %s", c.press, got)
		}
		if got := len(w.Rows()); got != c.lines {
			t.Errorf("%s shows %d lines, want %d", c.history, got, c.lines)
		}
		uitest.Must(t, w.Press(c.back))
		if got := w.Shell.Here().String(); got != c.at {
			t.Errorf("%s leads to %s, want %s", c.back, got, c.at)
		}
		w.Shell.Back()
		uitest.Must(t, w.Press("All changes"))
		if got := len(w.Rows()); got != len(past) {
			t.Errorf("all changes are %d lines", got)
		}
	}
}

func TestTheHistoryOfWhatIsGoneOrUnknown(t *testing.T) {
	gone := app.Goal{ID: app.NewID[app.Goal](), Text: "Reading"}
	past := []uitest.Done{{At: days(1, 9, 0), Changes: []app.Change{app.Delete(gone)}}}
	w := uitest.For(t, uitest.Options{At: "history/goal/" + gone.RecordID(), Past: past})
	says(t, w, true, "Removed the goal “Reading”", "Bring back")
	for _, at := range []string{"history/goal/nowhere", "history/kitchen/sink", "history/goal"} {
		w := uitest.For(t, uitest.Options{At: at, Past: past})
		says(t, w, true, "Nothing is known of this.", "Nothing has been changed here yet.")
		uitest.Must(t, w.Press("All changes"))
	}
}

func TestTheDashboardLeadsToWhatChanged(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "progress"})
	uitest.Must(t, w.Press("What changed since the last review"))
	if got := w.Shell.Here(); got != (screen.Route{Area: screen.History}) {
		t.Errorf("at %s", got)
	}
}

// Given more than a page of changes, then fifty are shown, and fifty more at each press.
func TestLongHistoriesAreShownPageByPage(t *testing.T) {
	var past []uitest.Done
	for n := range 120 {
		past = append(past, uitest.Done{At: days(200-n, 9, 0), Changes: []app.Change{left("Mia")}})
	}
	w := uitest.For(t, uitest.Options{At: "history", Past: past})
	w.Choice("Since the review of 22 Oct 2026").SetSelected("Any time")
	for _, step := range []struct {
		lines int
		next  string
	}{{50, "Show 50 more"}, {100, "Show 20 more"}, {120, ""}} {
		if got := len(w.Rows()); got != step.lines {
			t.Fatalf("%d lines, want %d", got, step.lines)
		}
		if step.next != "" {
			says(t, w, true, fmt.Sprintf("%d of 120 are shown.", step.lines))
			uitest.Must(t, w.Press(step.next))
		}
	}
}

// Given a log that cannot be read, then one sentence says so, and the next try tells it.
func TestALogThatCannotBeReadIsSaid(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "progress", Past: []uitest.Done{{At: days(1, 9, 0), Changes: []app.Change{left("Mia")}}}})
	w.Files.Fail = &app.Error{Op: "read the log", Kind: app.KindUnavailable, Text: app.Say("error.unavailable", "path", "kool.waymark")}
	w.Shell.Go(screen.Route{Area: screen.History})
	says(t, w, true, "What has happened cannot be read just now. kool.waymark can no longer be reached. "+
		"Please put the stick back in or reconnect the drive.")
	w.Files.Fail = nil
	uitest.Must(t, w.Press("Try again"))
	says(t, w, true, "Removed the team member “Mia”")
}

// A file that is only read has a history in which one can choose without being told that nothing can be written.
func TestTheHistoryOfAFileThatIsOnlyRead(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "history", Past: []uitest.Done{{At: days(60, 9, 0), Changes: []app.Change{left("Mia")}}}})
	w.Files.Held = &app.Error{Op: "open", Kind: app.KindLocked, Text: app.Say("error.locked", "path", "kool.waymark")}
	w.Choice("Since the review of 22 Oct 2026").SetSelected("Any time")
	uitest.Must(t, w.Type("history.search", "mia"))
	says(t, w, true, "Removed the team member “Mia”")
	if n := len(w.Canvas().Overlays().List()); n > 0 {
		t.Errorf("%d dialogs are open", n)
	}
}

// Every column of every record has a name, in both languages.
func TestEveryFieldHasAName(t *testing.T) {
	records := []app.Record{app.School{}, app.Cycle{}, app.Member{}, app.Question{}, app.Theme{}, app.Idea{}, app.DotVote{},
		app.DotCount{}, app.Perspective{}, app.Draft{}, app.Support{}, app.Vision{}, app.VisionLine{}, app.VisionVersion{}, app.TimeBox{}, app.OwnFramework{},
		app.OwnElement{}, app.OwnItem{}, app.Survey{}, app.SurveyMean{}, app.Remark{},
		app.Assessment{}, app.Judgement{}, app.Evidence{}, app.Priority{}, app.Need{}, app.Goal{}, app.Indicator{},
		app.Measurement{}, app.Action{}, app.Review{}, app.CheckIn{}}
	if len(records) != len(app.Kinds()) {
		t.Fatalf("%d kinds", len(app.Kinds()))
	}
	for _, language := range translations.Languages() {
		words := printer(t, language)
		for _, r := range records {
			kind := string(r.RecordKind())
			if !words.Has("history.count." + kind) {
				t.Errorf("%s: %s cannot be counted", language, kind)
			}
			fields := reflect.TypeOf(r)
			for i := range fields.NumField() {
				column := fields.Field(i).Tag.Get("json")
				if column != "id" && !words.Has("history.field."+column) && !words.Has("history.field."+kind+"."+column) {
					t.Errorf("%s: %s.%s has no name", language, kind, column)
				}
				if column == "position" && !words.Has("history.order."+kind) {
					t.Errorf("%s: nothing says that %ss are in another order", language, kind)
				}
			}
		}
	}
}

// Given a change of every record of a school, when all of it is opened, then no text is a key or lacks a value.
func TestEveryRecordCanBeTold(t *testing.T) {
	for _, language := range translations.Languages() {
		b := school(t, language)
		for _, change := range []func(app.Record) app.Change{app.Insert, app.Delete, emptied} {
			var changes []app.Change
			seen := map[app.Kind]int{}
			for r := range b.Records() {
				if seen[r.RecordKind()]++; seen[r.RecordKind()] <= 2 {
					changes = append(changes, change(r))
				}
			}
			for changes := range slices.Chunk(changes, 40) { // what one page of the history shows
				var past []uitest.Done
				for n, c := range changes {
					past = append(past, uitest.Done{At: days(1, 8, n), Changes: []app.Change{c}})
				}
				w := uitest.For(t, uitest.Options{Language: language, At: "history", Past: past})
				if got := len(w.Rows()); got != len(changes) {
					t.Errorf("%d lines tell of %d changes", got, len(changes))
				}
				for _, row := range w.Rows() {
					row.Tapped(nil)
				}
				for _, text := range w.Texts() {
					if strings.Contains(text, "history.") || strings.Contains(text, "no value") || strings.Contains(text, "{{") {
						t.Errorf("%s: %q", language, text)
					}
				}
			}
		}
	}
}

// emptied is the change of a record that held nothing in the fields that may hold nothing.
func emptied(after app.Record) app.Change {
	v := reflect.New(reflect.TypeOf(after)).Elem()
	v.Set(reflect.ValueOf(after))
	for i := range v.NumField() {
		switch v.Field(i).Interface().(type) {
		case string, int, bool, app.Date, app.Money, app.Quantity, app.Bytes:
			v.Field(i).SetZero()
		}
	}
	before := v.Interface().(app.Record)
	if i, ok := before.(app.Idea); ok {
		i.Text = "–"
		before = i
	}
	return app.Update(before, after)
}

func TestTheScreenIsAPage(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "history"})
	if _, ok := w.Shell.Current().(*kit.Page); !ok {
		t.Error("it is no page")
	}
	labels := w.Menu()
	if !slices.Contains(labels, "History") {
		t.Errorf("the menu has no history: %q", labels)
	}
}

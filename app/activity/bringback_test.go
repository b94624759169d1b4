package activity_test

import (
	"slices"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/activity"
)

func records(b *app.Book) []app.Record { return slices.Collect(b.Records()) }

// removal is the entry that tells of the removal of a record.
func removal(t *testing.T, log activity.Log, kind app.Kind, n int) activity.Entry {
	t.Helper()
	for _, e := range log.Of(kind, id(kind, n)) {
		if e.Change == activity.Removed {
			return e
		}
	}
	t.Fatalf("no %s was removed", kind)
	return activity.Entry{}
}

func refused(t *testing.T, err error, key string) {
	t.Helper()
	if app.KindOf(err) != app.KindConflict || app.Sentence(err).Key != key {
		t.Errorf("got %v, want %s", err, key)
	}
}

// Given any record of two families, when it is removed and brought back, then the book is as it was.
func TestWhatWasRemovedComesBackWhole(t *testing.T) {
	book := bookOf(t, append(family(1), family(2)[1:]...)...)
	for _, r := range records(book) {
		changes := app.Remove(book, r)
		log := logged(noon(), changes)
		edit, err := activity.BringBack(applied(t, book, changes), log, log.Of(r.RecordKind(), r.RecordID())[0])
		if err != nil {
			t.Errorf("%s: %v", r.RecordKind(), err)
			continue
		}
		back := applied(t, applied(t, book, changes), edit.Changes)
		if !slices.Equal(records(back), records(book)) {
			t.Errorf("%s: not as it was", r.RecordKind())
		}
		if edit.Label.Key != "edit.bring_back" {
			t.Errorf("the edit is called %s", edit.Label.Key)
		}
	}
}

// Given an action that was removed and then the priority above it, when the action is brought back, then its goal and
// priority come with it, but not what else went with those.
func TestWhatARecordBelongsToComesBackWithIt(t *testing.T) {
	book := bookOf(t, family(1)...)
	first := app.Remove(book, book.Find(app.KindAction, id(app.KindAction, 1)))
	without := applied(t, book, first)
	second := app.Remove(without, without.Find(app.KindPriority, id(app.KindPriority, 1)))
	log := append(logged(noon().Add(time.Hour), second), logged(noon(), first)...)
	empty := applied(t, without, second)

	edit, err := activity.BringBack(empty, log, removal(t, log, app.KindAction, 1))
	if err != nil {
		t.Fatal(err)
	}
	back := applied(t, empty, edit.Changes)
	for kind, want := range map[app.Kind]bool{app.KindAction: true, app.KindCheckIn: true, app.KindGoal: true, app.KindPriority: true,
		app.KindIndicator: false, app.KindMeasurement: false} {
		if got := back.Find(kind, id(kind, 1)) != nil; got != want {
			t.Errorf("%s is back: %v", kind, got)
		}
	}
	if n, _ := back.Needs.Get(app.ID[app.Need](id(app.KindNeed, 1))); n.Priority == "" {
		t.Error("the need does not point to its priority again")
	}
}

// Given an action removed with its check-in, and then the review, when the action is brought back, then the check-in
// stays away with the review.
func TestWhatAlsoBelongsToSomethingGoneStaysAway(t *testing.T) {
	book := bookOf(t, family(1)...)
	first := app.Remove(book, book.Find(app.KindAction, id(app.KindAction, 1)))
	without := applied(t, book, first)
	second := app.Remove(without, without.Find(app.KindReview, id(app.KindReview, 1)))
	log := append(logged(noon().Add(time.Hour), second), logged(noon(), first)...)
	edit, err := activity.BringBack(applied(t, without, second), log, removal(t, log, app.KindAction, 1))
	if err != nil || len(edit.Changes) != 1 {
		t.Errorf("%v, %v", edit.Changes, err)
	}
}

// Given an action whose person has left the team since, when it is brought back, then nobody carries it.
func TestWhatIsNoMoreIsNotPointedTo(t *testing.T) {
	book := bookOf(t, family(1)...)
	first := app.Remove(book, book.Find(app.KindAction, id(app.KindAction, 1)))
	without := applied(t, book, first)
	second := app.Remove(without, without.Find(app.KindMember, id(app.KindMember, 1)))
	log := append(logged(noon().Add(time.Hour), second), logged(noon(), first)...)
	empty := applied(t, without, second)
	edit, err := activity.BringBack(empty, log, removal(t, log, app.KindAction, 1))
	if err != nil {
		t.Fatal(err)
	}
	a, _ := applied(t, empty, edit.Changes).Actions.Get(app.ID[app.Action](id(app.KindAction, 1)))
	if a.ID == "" || a.Responsible != "" {
		t.Errorf("brought back %+v", a)
	}
}

// Given a removed vision line, when it is brought back, then a goal points to it again unless it points to another by
// now, or was made to point nowhere by hand before or on another day.
func TestOnlyWhatTheRemovalClearedPointsAgain(t *testing.T) {
	goal := app.Goal{ID: app.ID[app.Goal](id(app.KindGoal, 1)), Priority: app.ID[app.Priority](id(app.KindPriority, 1))}
	line := app.VisionLine{ID: app.ID[app.VisionLine](id(app.KindVisionLine, 1)), Cycle: app.ID[app.Cycle](id(app.KindCycle, 1))}
	pointing := goal
	pointing.VisionLine = line.ID
	cleared := []app.Change{app.Update(pointing, goal)}
	for _, c := range []struct {
		name    string
		cleared time.Duration // after the removal
		now     app.ID[app.VisionLine]
		restore bool
	}{
		{"at the same time", 0, "", true},
		{"and then edited on the same day", time.Hour, "", true},
		{"but points elsewhere", 0, app.ID[app.VisionLine](id(app.KindVisionLine, 2)), false},
		{"by hand before", -time.Hour, "", false},
		{"by hand the next day", 24 * time.Hour, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			log := append(logged(noon().Add(c.cleared), cleared), logged(noon(), []app.Change{app.Delete(line)})...)
			stands := goal
			stands.VisionLine = c.now
			other := line
			other.ID = app.ID[app.VisionLine](id(app.KindVisionLine, 2))
			var around []app.Record
			for _, r := range family(1) {
				if r.RecordKind() != app.KindGoal && r.RecordKind() != app.KindVisionLine {
					around = append(around, r)
				}
			}
			edit, err := activity.BringBack(bookOf(t, append(around, stands, other)...), log, removal(t, log, app.KindVisionLine, 1))
			if err != nil {
				t.Fatal(err)
			}
			if got := len(edit.Changes) == 2 && edit.Changes[1].After == app.Record(pointing); got != c.restore {
				t.Errorf("changes %v", edit.Changes)
			}
		})
	}
}

func TestWhatCannotComeBackIsSaid(t *testing.T) {
	book := bookOf(t, family(1)...)
	checkIn := book.Find(app.KindCheckIn, id(app.KindCheckIn, 1))
	changes := app.Remove(book, book.Find(app.KindAction, id(app.KindAction, 1)))
	log := logged(noon(), changes)
	gone := applied(t, book, changes)

	_, err := activity.BringBack(book, log, removal(t, log, app.KindAction, 1))
	refused(t, err, "error.is_back")

	_, err = activity.BringBack(gone, log.OfKinds(app.KindCheckIn), removal(t, log, app.KindCheckIn, 1))
	refused(t, err, "error.belongs_to_gone")

	other := set(checkIn, "id", id(app.KindCheckIn, 2))
	instead := applied(t, book, []app.Change{app.Delete(checkIn), app.Insert(other)})
	_, err = activity.BringBack(instead, log, removal(t, log, app.KindCheckIn, 1))
	refused(t, err, "error.place_taken")

	_, err = activity.BringBack(gone, log, activity.Entry{Kind: app.KindGoal, ID: id(app.KindGoal, 1), Change: activity.Changed})
	refused(t, err, "error.conflict")
}

// Given a removed vision line that was brought back on another day, which was undone, when it is brought back by what the
// log says of that day, then a goal points to it again: only the first removal cleared that.
func TestWhatAnEarlierRemovalClearedPointsAgain(t *testing.T) {
	book := bookOf(t, family(1)...)
	changes := app.Remove(book, book.Find(app.KindVisionLine, id(app.KindVisionLine, 1)))
	gone := applied(t, book, changes)
	again := logged(noon().Add(24*time.Hour), changes)
	log := append(again.OfKinds(app.KindVisionLine), logged(noon(), changes)...)
	edit, err := activity.BringBack(gone, log, log[0])
	if err != nil || !slices.Equal(records(applied(t, gone, edit.Changes)), records(book)) {
		t.Errorf("%v, %v", edit.Changes, err)
	}
}

package activity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/activity"
)

// outline is the days in short: one text for each line.
func outline(days []activity.Day) []string {
	var lines []string
	for _, d := range days {
		for _, l := range d.Lines {
			s := fmt.Sprintf("%02d %s %s", d.Date.Day(), l.Change, l.Kind)
			if l.Moved {
				s += " moved"
			}
			if l.List() {
				s += " list"
			}
			var with []string
			for _, e := range l.With {
				with = append(with, string(e.Kind))
			}
			if len(with) > 0 {
				s += " with " + strings.Join(with, ",")
			}
			if len(l.Freed) > 0 {
				s += fmt.Sprintf(" freed %d", len(l.Freed))
			}
			lines = append(lines, s)
		}
	}
	return lines
}

// Given two days on which lists are reordered and a goal goes with what belongs to it, a list comes and a text changes,
// when they are told day by day, then what one edit did is one line and each entry is in one of them.
func TestTheLogIsToldDayByDay(t *testing.T) {
	book := bookOf(t, family(1)...)
	rename := func(title string) []app.Change {
		p, _ := book.Priorities.Get(app.ID[app.Priority](id(app.KindPriority, 1)))
		after := p
		after.Title = title
		return []app.Change{app.Update(p, after)}
	}
	var ideas []app.Change
	for n := range 4 {
		ideas = append(ideas, app.Insert(app.Idea{ID: app.ID[app.Idea](id(app.KindIdea, n+2)), Cycle: app.ID[app.Cycle](id(app.KindCycle, 1))}))
	}
	var members, others []app.Change
	for n := range 3 {
		before := app.Member{ID: app.ID[app.Member](id(app.KindMember, n+2)), Position: n + 1}
		book = applied(t, book, []app.Change{app.Insert(before)})
		after := before
		after.Position = n + 7
		members = append(members, app.Update(before, after))
		line := app.VisionLine{ID: app.ID[app.VisionLine](id(app.KindVisionLine, n+2)), Position: n + 1}
		book = applied(t, book, []app.Change{app.Insert(line)})
		moved := line
		moved.Position = 9 - n
		others = append(others, app.Update(line, moved))
	}
	goal := app.Remove(book, book.Find(app.KindGoal, id(app.KindGoal, 1)))
	line := app.Remove(book, book.Find(app.KindVisionLine, id(app.KindVisionLine, 1)))
	priority := []app.Change{app.Insert(app.Priority{ID: app.ID[app.Priority](id(app.KindPriority, 5))}),
		app.Insert(app.Goal{ID: app.ID[app.Goal](id(app.KindGoal, 5)), Priority: app.ID[app.Priority](id(app.KindPriority, 5))})}

	var log activity.Log
	for _, done := range []struct {
		after   time.Duration
		changes []app.Change
	}{
		{0, ideas}, {time.Minute, members[:2]}, {2 * time.Minute, rename("Loeme koos")}, {3 * time.Minute, members[2:]}, {4 * time.Minute, others},
		{24 * time.Hour, line}, {25 * time.Hour, goal}, {26 * time.Hour, members[:1]}, {27 * time.Hour, priority},
	} {
		log = append(logged(noon().Add(done.after), done.changes), log...)
	}
	days := log.Days(activity.Remember(book, log))

	want := []string{
		"25 added priority with goal",
		"25 changed member moved",
		"25 removed goal with indicator,measurement,action,check_in",
		"25 removed vision_line freed 1",
		"24 changed vision_line moved with vision_line,vision_line",
		"24 changed member moved with member,member",
		"24 changed priority",
		"24 added idea list with idea,idea,idea",
	}
	if got := outline(days); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	told := 0
	for _, d := range days {
		for _, l := range d.Lines {
			told += len(l.Entries())
		}
	}
	if told != len(log) {
		t.Errorf("%d of %d entries are told", told, len(log))
	}
}

// Given records of one kind that go at once but belong to nothing that goes, then each has a line and can come back.
func TestRemovalsSideBySideAreNotJoined(t *testing.T) {
	book := bookOf(t, append(family(1), family(2)[1:]...)...)
	var changes []app.Change
	for n := 1; n <= 2; n++ {
		changes = append(changes, app.Remove(book, book.Find(app.KindMeasurement, id(app.KindMeasurement, n)))...)
	}
	log := logged(noon(), changes)
	got := outline(log.Days(activity.Remember(applied(t, book, changes), log)))
	if want := []string{"24 removed measurement", "24 removed measurement"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestNothingHappenedOnNoDay(t *testing.T) {
	if days := (activity.Log{}).Days(activity.Remember(bookOf(t), nil)); len(days) > 0 {
		t.Errorf("told %v", days)
	}
}

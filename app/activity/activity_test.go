package activity_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/activity"
)

// zeros has a record of each kind.
func zeros() []app.Record {
	return []app.Record{app.School{}, app.Cycle{}, app.Member{}, app.Question{}, app.Theme{}, app.Idea{}, app.DotVote{}, app.DotCount{},
		app.Perspective{}, app.Draft{}, app.Support{}, app.Vision{}, app.VisionLine{}, app.VisionVersion{}, app.TimeBox{}, app.OwnFramework{},
		app.OwnElement{}, app.OwnItem{}, app.Survey{}, app.SurveyMean{}, app.Remark{}, app.Assessment{},
		app.Judgement{}, app.Evidence{}, app.Priority{}, app.Need{}, app.Goal{}, app.Indicator{}, app.Measurement{}, app.Action{},
		app.Review{}, app.CheckIn{}}
}

// id is the ID of the nth record of a kind.
func id(kind app.Kind, n int) string {
	return fmt.Sprintf("%032x", 1000*n+slices.Index(app.Kinds(), kind)+1)
}

// set returns the record with a column holding text.
func set(r app.Record, column, text string) app.Record {
	v := reflect.New(reflect.TypeOf(r)).Elem()
	v.Set(reflect.ValueOf(r))
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == column {
			v.Field(i).SetString(text)
		}
	}
	return v.Interface().(app.Record)
}

// family is the nth record of each kind, each pointing to the others wherever it can.
func family(n int) []app.Record {
	var records []app.Record
	for _, r := range zeros() {
		r = set(r, "id", id(r.RecordKind(), n))
		for _, ref := range activity.References(r.RecordKind()) {
			r = set(r, ref.Column, id(ref.To, n))
		}
		records = append(records, r)
	}
	return records
}

func bookOf(t *testing.T, records ...app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func noon() time.Time { return time.Date(2026, time.November, 24, 12, 0, 0, 0, time.UTC) }

// logged is what a log says of an edit at a time, the last change first.
func logged(at time.Time, changes []app.Change) activity.Log {
	var log activity.Log
	for _, c := range changes {
		e := activity.Entry{At: at, Kind: c.Record().RecordKind(), ID: c.Record().RecordID()}
		switch {
		case c.Before == nil:
			e.Change, e.Record = activity.Added, c.After
		case c.After == nil:
			e.Change, e.Record = activity.Removed, c.Before
		default:
			e.Change = activity.Changed
			b, a := reflect.ValueOf(c.Before), reflect.ValueOf(c.After)
			for i := range b.NumField() {
				if was, is := b.Field(i).Interface(), a.Field(i).Interface(); was != is {
					e.Fields = append(e.Fields, activity.Field{Name: b.Type().Field(i).Tag.Get("json"), Before: was, After: is})
				}
			}
		}
		log = slices.Insert(log, 0, e)
	}
	return log
}

// applied is a book with changes made to it.
func applied(t *testing.T, b *app.Book, changes []app.Change) *app.Book {
	t.Helper()
	records := slices.Collect(b.Records())
	for _, c := range changes {
		records = slices.DeleteFunc(records, func(r app.Record) bool { return c.Before != nil && r == c.Before })
		if c.After != nil {
			records = append(records, c.After)
		}
	}
	return bookOf(t, records...)
}

func TestReferencesAreAllThatRecordsPointWith(t *testing.T) {
	b := bookOf(t, family(1)...)
	for _, r := range zeros() {
		known := map[string]activity.Reference{}
		for _, ref := range activity.References(r.RecordKind()) {
			known[ref.Column] = ref
		}
		fields := reflect.TypeOf(r)
		for i := range fields.NumField() {
			column := fields.Field(i).Tag.Get("json")
			ref, points := known[column]
			delete(known, column)
			for _, other := range zeros() {
				toOther := reflect.TypeOf(other).FieldByIndex([]int{0}).Type == fields.Field(i).Type
				if column != "id" && toOther != (points && ref.To == other.RecordKind()) {
					t.Errorf("%s.%s: %+v", r.RecordKind(), column, ref)
				}
			}
			if !points {
				continue
			}
			if goes := goesWith(t, b, r, ref); goes != ref.Needed {
				t.Errorf("%s.%s: removed with what it points to is %v", r.RecordKind(), column, goes)
			}
		}
		if len(known) > 0 {
			t.Errorf("%s has no %v", r.RecordKind(), known)
		}
	}
}

// goesWith tells whether a record that points nowhere else is removed with what it points to.
func goesWith(t *testing.T, b *app.Book, r app.Record, ref activity.Reference) bool {
	t.Helper()
	pointing := set(set(r, "id", id(r.RecordKind(), 2)), ref.Column, id(ref.To, 1))
	b = applied(t, b, []app.Change{app.Insert(pointing)})
	return slices.ContainsFunc(app.Remove(b, b.Find(ref.To, id(ref.To, 1))), func(c app.Change) bool { return c == app.Delete(pointing) })
}

func TestMemoryKnowsWhatBelongsWhere(t *testing.T) {
	b := bookOf(t, family(1)...)
	goal := b.Find(app.KindGoal, id(app.KindGoal, 1))
	changes := app.Remove(b, goal)
	m := activity.Remember(applied(t, b, changes), logged(noon(), changes))
	for kind, want := range map[app.Kind]bool{app.KindGoal: true, app.KindAction: true, app.KindCheckIn: true, app.KindMeasurement: true,
		app.KindPriority: false, app.KindVisionLine: false, app.KindReview: false, app.KindNeed: false} {
		r := m.Record(kind, id(kind, 1))
		if r == nil {
			t.Errorf("%s is forgotten", kind)
		}
		if got := m.Within(r, app.KindGoal, goal.RecordID()); got != want {
			t.Errorf("%s is within the goal: %v", kind, got)
		}
	}
	before, now := logged(noon(), changes), logged(noon().Add(time.Hour), changes)
	m = activity.Remember(applied(t, b, changes), append(now, before...))
	if m.Last(before[0]) || !m.Last(now[0]) || activity.Remember(b, now).Last(now[0]) {
		t.Error("another than the last removal of what is gone is the last")
	}
	if m.Within(nil, app.KindGoal, goal.RecordID()) || m.Record(app.KindGoal, id(app.KindGoal, 2)) != nil {
		t.Error("what never was is known")
	}
}

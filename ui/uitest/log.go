package uitest

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"waymark/app"
	"waymark/app/activity"
)

// Done is what was done to a school file at a time.
type Done struct {
	At      time.Time
	Changes []app.Change
}

// logOf tells what was done as the log of a school file does: the net change of each record on each day, newest first.
func logOf(list []Done) activity.Log {
	type recordOnDay struct {
		kind app.Kind
		id   string
		day  app.Date
	}
	type story struct {
		first, last app.Change
		at          time.Time
		turn        int // of the last change among all
	}
	stories := map[recordOnDay]story{}
	turn := 0
	for _, d := range list {
		for _, c := range d.Changes {
			of := recordOnDay{c.Record().RecordKind(), c.Record().RecordID(), app.DateOf(d.At)}
			s, known := stories[of]
			if !known {
				s.first = c
			}
			turn++
			s.last, s.at, s.turn = c, d.At, turn
			stories[of] = s
		}
	}
	newest := slices.SortedFunc(maps.Keys(stories), func(a, b recordOnDay) int { return stories[b].turn - stories[a].turn })
	var log activity.Log
	for _, of := range newest {
		s := stories[of]
		net := app.Change{Before: s.first.Before, After: s.last.After}
		e := activity.Entry{At: s.at, Kind: of.kind, ID: of.id}
		switch {
		case net.After == nil: // also what came on the same day
			e.Change, e.Record = activity.Removed, s.last.Before
		case net.Before == nil:
			e.Change, e.Record = activity.Added, net.After
		default:
			e.Change, e.Fields = activity.Changed, differing(net.Before, net.After)
		}
		if e.Record != nil || len(e.Fields) > 0 {
			log = append(log, e)
		}
	}
	return log
}

func differing(before, after app.Record) (fields []activity.Field) {
	b, a := reflect.ValueOf(before), reflect.ValueOf(after)
	for i := range b.NumField() {
		if was, is := b.Field(i).Interface(), a.Field(i).Interface(); was != is {
			fields = append(fields, activity.Field{Name: b.Type().Field(i).Tag.Get("json"), Before: was, After: is})
		}
	}
	return fields
}

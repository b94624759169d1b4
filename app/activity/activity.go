// Package activity tells what has happened to the records of a book, day by day, and brings back what was removed. The
// log itself is kept by the school file. It imports app.
package activity

import (
	"slices"
	"time"

	"waymark/app"
)

// Change says what became of a record on a day.
type Change string

// The changes. A record that was added and removed on one day is removed.
const (
	Added   Change = "added"
	Changed Change = "changed"
	Removed Change = "removed"
)

// Entry is all that happened to one record on one day. What was taken back again on the same day is in no entry.
type Entry struct {
	At     time.Time // the last time on that day
	Kind   app.Kind
	ID     string
	Change Change
	Record app.Record // as it was added, or when it was removed; nil for Changed
	Fields []Field    // for Changed: what differs
}

// Field is one stored field of a record before and after, both of the field's own type.
type Field struct {
	Name          string // its column, which is also its json tag
	Before, After any
}

// Log lists entries, newest first.
type Log []Entry

// Since returns the entries of day and later.
func (l Log) Since(day app.Date) Log {
	return l.where(func(e Entry) bool { return !app.DateOf(e.At).Before(day) })
}

// Of returns the entries of one record.
func (l Log) Of(kind app.Kind, id string) Log {
	return l.where(func(e Entry) bool { return e.Kind == kind && e.ID == id })
}

// OfKinds returns the entries of the kinds.
func (l Log) OfKinds(kinds ...app.Kind) Log {
	return l.where(func(e Entry) bool { return slices.Contains(kinds, e.Kind) })
}

func (l Log) where(keep func(Entry) bool) Log {
	var kept Log
	for _, e := range l {
		if keep(e) {
			kept = append(kept, e)
		}
	}
	return kept
}

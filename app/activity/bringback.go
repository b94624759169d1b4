package activity

import (
	"slices"
	"time"

	"waymark/app"
)

// BringBack returns the edit that undoes a removal that the log tells of, however long ago: the record comes back with
// what was removed with it, with what it belongs to if that was removed too, and what pointed to any of these points to
// it again unless it points elsewhere by now. What it pointed to and is no more is left out. The Error is of
// KindConflict when the record is there, when another has taken its place, or when what it belongs to cannot come back.
func BringBack(b *app.Book, log Log, entry Entry) (app.Edit, error) {
	if entry.Change != Removed || entry.Record == nil {
		return app.Edit{}, cannot("error.conflict")
	}
	if b.Find(entry.Kind, entry.ID) != nil {
		return app.Edit{}, cannot("error.is_back")
	}
	r := returning{memory: Remember(b, log), records: map[name]app.Record{}}
	if err := r.bring(entry); err != nil {
		return app.Edit{}, err
	}
	r.bringAlong(log, entry)
	r.letGo()
	edit := app.Edit{Label: app.Label(b, "edit.bring_back", entry.Record)}
	for _, n := range r.order {
		edit.Changes = append(edit.Changes, app.Insert(r.records[n]))
	}
	edit.Changes = append(edit.Changes, r.restored(log)...)
	return edit, nil
}

func cannot(key string) error {
	return &app.Error{Op: "bring back", Kind: app.KindConflict, Text: app.Say(key)}
}

// returning is what an edit brings back.
type returning struct {
	memory  Memory
	order   []name // parents before children
	records map[name]app.Record
}

// there tells whether a record is in the book or on its way back.
func (r *returning) there(kind app.Kind, id string) bool {
	_, coming := r.records[name{kind, id}]
	return coming || r.memory.There(kind, id)
}

// bring adds the record of a removal, after what it belongs to.
func (r *returning) bring(e Entry) error {
	if r.taken(e.Record) {
		return cannot("error.place_taken")
	}
	for _, ref := range References(e.Kind) {
		id := target(e.Record, ref.Column)
		if !ref.Needed || r.there(ref.To, id) {
			continue
		}
		gone, known := r.memory.gone[name{ref.To, id}]
		if !known {
			return cannot("error.belongs_to_gone")
		}
		if err := r.bring(gone); err != nil {
			return err
		}
	}
	r.add(e)
	return nil
}

func (r *returning) add(e Entry) {
	n := nameOf(e.Record)
	r.order = append(r.order, n)
	r.records[n] = e.Record
}

// bringAlong adds what was removed with the record of an entry because it belonged to it. What also belongs to something
// else that has gone since, as a check-in does to its review, stays away.
func (r *returning) bringAlong(log Log, with Entry) {
	family := map[name]bool{nameOf(with.Record): true}
	joins := func(e Entry) bool {
		within := false
		for _, ref := range References(e.Kind) {
			id := target(e.Record, ref.Column)
			if ref.Needed && !r.there(ref.To, id) {
				return false
			}
			within = within || ref.Needed && family[name{ref.To, id}]
		}
		return within && !r.there(e.Kind, e.ID) && !r.taken(e.Record)
	}
	for grown := true; grown; {
		grown = false
		for _, e := range log {
			if e.Change == Removed && e.Record != nil && e.At.Equal(with.At) && joins(e) {
				r.add(e)
				family[nameOf(e.Record)], grown = true, true
			}
		}
	}
}

// taken tells whether another record stands where there is room for one only.
func (r *returning) taken(record app.Record) bool {
	b := r.memory.book
	switch record := record.(type) {
	case app.School:
		return b.Schools.Len() > 0
	case app.Vision:
		return len(b.Visions.Where(func(v app.Vision) bool { return v.Cycle == record.Cycle })) > 0
	case app.Judgement:
		return len(b.Judgements.Where(func(j app.Judgement) bool {
			return j.Assessment == record.Assessment && j.Item == record.Item
		})) > 0
	case app.CheckIn:
		return len(b.CheckIns.Where(func(c app.CheckIn) bool {
			return c.Review == record.Review && c.Action == record.Action
		})) > 0
	}
	return false
}

// letGo clears what the records point to without need and is no more.
func (r *returning) letGo() {
	for n, record := range r.records {
		for _, ref := range References(n.kind) {
			if !ref.Needed && !r.there(ref.To, target(record, ref.Column)) {
				record = pointing(record, ref.Column, "")
			}
		}
		r.records[n] = record
	}
}

// restored returns the changes by which records point again to what comes back. Its removal, or an earlier one, cleared
// their references; the log has that with the time of the last change of that day to the record that pointed.
func (r *returning) restored(log Log) []app.Change {
	went := map[name][]time.Time{} // when each of the records did
	for _, e := range log {
		if n := (name{e.Kind, e.ID}); e.Change == Removed && r.records[n] != nil {
			went[n] = append(went[n], e.At)
		}
	}
	before, after := map[name]app.Record{}, map[name]app.Record{}
	var order []name
	for _, e := range log {
		n := name{e.Kind, e.ID}
		now := r.memory.book.Find(e.Kind, e.ID)
		if e.Change != Changed || now == nil {
			continue
		}
		for _, f := range e.Fields {
			ref, points := referenceIn(e.Kind, f.Name)
			to := name{ref.To, pointed(f.Before)}
			if !points || pointed(f.After) != "" || target(now, f.Name) != "" || !slices.ContainsFunc(went[to], e.laterThatDay) {
				continue
			}
			if before[n] == nil {
				before[n], after[n] = now, now
				order = append(order, n)
			}
			if target(after[n], f.Name) == "" {
				after[n] = pointing(after[n], f.Name, to.id)
			}
		}
	}
	slices.Reverse(order) // oldest first
	var changes []app.Change
	for _, n := range order {
		changes = append(changes, app.Update(before[n], after[n]))
	}
	return changes
}

// laterThatDay tells whether the entry is of the day of a time, and not before it.
func (e Entry) laterThatDay(at time.Time) bool {
	return !e.At.Before(at) && app.DateOf(e.At) == app.DateOf(at)
}

package activity

import "waymark/app"

// name is what a record is known by throughout a log.
type name struct {
	kind app.Kind
	id   string
}

func nameOf(r app.Record) name { return name{r.RecordKind(), r.RecordID()} }

// Memory knows the records of a book and, as they were, those that a log says were removed.
type Memory struct {
	book *app.Book
	gone map[name]Entry
}

// Remember returns the memory of a book and its log.
func Remember(b *app.Book, log Log) Memory {
	m := Memory{b, map[name]Entry{}}
	for _, e := range log {
		of := name{e.Kind, e.ID}
		if _, newer := m.gone[of]; e.Change == Removed && e.Record != nil && !newer {
			m.gone[of] = e
		}
	}
	return m
}

// Record returns a record as the book holds it, or else as it was when it was removed last; nil when neither knows it.
func (m Memory) Record(kind app.Kind, id string) app.Record {
	if r := m.book.Find(kind, id); r != nil {
		return r
	}
	return m.gone[name{kind, id}].Record
}

// Last tells whether an entry is the last removal of a record that is not there.
func (m Memory) Last(e Entry) bool {
	gone, known := m.gone[name{e.Kind, e.ID}]
	return e.Change == Removed && known && gone.At.Equal(e.At) && !m.There(e.Kind, e.ID)
}

// There tells whether the book holds a record.
func (m Memory) There(kind app.Kind, id string) bool { return m.book.Find(kind, id) != nil }

// Within tells whether a record is the one of the kind with the ID, or belongs to it.
func (m Memory) Within(r app.Record, kind app.Kind, id string) bool {
	if r == nil {
		return false
	}
	if r.RecordKind() == kind && r.RecordID() == id {
		return true
	}
	for _, ref := range References(r.RecordKind()) {
		if ref.Needed && m.Within(m.Record(ref.To, target(r, ref.Column)), kind, id) {
			return true
		}
	}
	return false
}

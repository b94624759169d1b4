package activity

import (
	"slices"

	"waymark/app"
)

// Day is what happened on one day, newest first.
type Day struct {
	Date  app.Date
	Lines []Line
}

// Line is what is told as one thing: an entry, and others that are no more than its other half.
type Line struct {
	Entry
	// With is, for a removal, what went because it belonged to the record; for an addition, what came with it and belongs
	// to it, or more of the same kind for the same place; when Moved, the others of the list. It is in the order of app.Kinds.
	With  []Entry
	Freed []Entry // of a removal: what merely pointed to what went and now points nowhere
	Moved bool    // nothing but the order of a list is new
}

// List tells whether several records of one kind were added at once to the same place.
func (l Line) List() bool { return l.Change == Added && len(l.With) > 0 && l.With[0].Kind == l.Kind }

// Entries lists all entries of the line.
func (l Line) Entries() []Entry { return slices.Concat([]Entry{l.Entry}, l.With, l.Freed) }

// fewest is from how many records on an addition to one place is told as one.
const fewest = 3

// position is the column of a record's place in its list.
const position = "position"

// Days tells the log day by day, newest first.
func (l Log) Days(m Memory) []Day {
	var days []Day
	for from := 0; from < len(l); {
		day := app.DateOf(l[from].At)
		to := from
		for to < len(l) && app.DateOf(l[to].At) == day {
			to++
		}
		days = append(days, Day{day, told(l[from:to], m)})
		from = to
	}
	return days
}

// moment is a record at a time: what one edit did to it.
type moment struct {
	name
	at     int64
	change Change
}

func (e Entry) moment() moment { return moment{name{e.Kind, e.ID}, e.At.UnixNano(), e.Change} }

// told joins the entries of a day into lines. Each entry stands in one of them.
func told(entries Log, m Memory) []Line {
	t := teller{memory: m, at: map[moment]int{}, under: make([]int, len(entries)), entries: entries}
	for i, e := range entries {
		t.at[e.moment()] = i
		t.under[i] = i
	}
	t.joinFamilies()
	t.joinLists()
	t.joinMoves()
	return t.lines()
}

type teller struct {
	memory  Memory
	entries Log
	at      map[moment]int
	under   []int // for each entry the one below which it is told, itself for one of its own
}

// top returns the entry whose line tells of entry i.
func (t *teller) top(i int) int {
	for t.under[i] != i {
		i = t.under[i]
	}
	return i
}

// joinFamilies puts what was added or removed below what it belongs to when that came or went at the same time, and a
// reference that was only cleared below the removal that cleared it.
func (t *teller) joinFamilies() {
	for i, e := range t.entries {
		if e.Change == Changed || e.Record == nil {
			if to, ok := t.clearedBy(e); ok {
				t.under[i] = to
			}
			continue
		}
		for _, ref := range References(e.Kind) {
			above := moment{name{ref.To, target(e.Record, ref.Column)}, e.At.UnixNano(), e.Change}
			if to, ok := t.at[above]; ok && ref.Needed {
				t.under[i] = to
				break
			}
		}
	}
}

// clearedBy returns the removal that cleared all that an entry says has changed.
func (t *teller) clearedBy(e Entry) (int, bool) {
	by := -1
	for _, f := range e.Fields {
		ref, points := referenceIn(e.Kind, f.Name)
		to, ok := t.at[moment{name{ref.To, pointed(f.Before)}, e.At.UnixNano(), Removed}]
		if !points || !ok || pointed(f.After) != "" {
			return 0, false
		}
		by = to
	}
	return by, by >= 0
}

// place is where records of a kind stand side by side.
type place struct {
	kind, of app.Kind
	id       string
	at       int64
}

// placeOf returns where a record stands; at tells apart what was added there at different times.
func placeOf(r app.Record, at int64) place {
	p := place{kind: r.RecordKind(), at: at}
	for _, ref := range References(r.RecordKind()) {
		if ref.Needed {
			p.of, p.id = ref.To, target(r, ref.Column)
			break
		}
	}
	return p
}

// joinLists puts several records that were added to one place at one time below the newest of them.
func (t *teller) joinLists() {
	parents := map[int]bool{}
	for i := range t.entries {
		if t.under[i] != i {
			parents[t.under[i]] = true
		}
	}
	lists := map[place][]int{}
	for i, e := range t.entries {
		if e.Change == Added && e.Record != nil && t.under[i] == i && !parents[i] {
			p := placeOf(e.Record, e.At.UnixNano())
			lists[p] = append(lists[p], i)
		}
	}
	for _, list := range lists {
		if len(list) >= fewest {
			t.join(list)
		}
	}
}

// joinMoves puts all whose place alone has changed in a list below the newest of them.
func (t *teller) joinMoves() {
	lists := map[place][]int{}
	for i, e := range t.entries {
		if !e.moved() {
			continue
		}
		if r := t.memory.Record(e.Kind, e.ID); r != nil {
			p := placeOf(r, 0)
			lists[p] = append(lists[p], i)
		}
	}
	for _, list := range lists {
		t.join(list)
	}
}

func (t *teller) join(list []int) {
	for _, i := range list[1:] {
		t.under[i] = list[0]
	}
}

func (e Entry) moved() bool {
	return e.Change == Changed && len(e.Fields) == 1 && e.Fields[0].Name == position
}

func (t *teller) lines() []Line {
	var lines []Line
	at := map[int]int{} // of each entry that has a line
	for i, e := range t.entries {
		if t.under[i] == i {
			at[i] = len(lines)
			lines = append(lines, Line{Entry: e, Moved: e.moved()})
		}
	}
	for i, e := range t.entries {
		line := &lines[at[t.top(i)]]
		switch {
		case t.under[i] == i:
		case e.Change == Changed && !line.Moved:
			line.Freed = append(line.Freed, e)
		default:
			line.With = append(line.With, e)
		}
	}
	for _, l := range lines {
		slices.SortStableFunc(l.With, func(a, b Entry) int {
			return slices.Index(app.Kinds(), a.Kind) - slices.Index(app.Kinds(), b.Kind)
		})
	}
	return lines
}

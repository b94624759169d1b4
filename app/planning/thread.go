package planning

import (
	"fmt"

	"waymark/app"
)

// Codes are the short names V1, N2, G3, A4 that a cycle's records have on screen and paper. They count through the whole
// cycle in the order of the plan.
type Codes map[string]string

// CodesOf computes the codes of a cycle.
func CodesOf(b *app.Book, cycle app.ID[app.Cycle]) Codes {
	codes := Codes{}
	count := map[string]int{}
	next := func(letter, id string) {
		count[letter]++
		codes[id] = fmt.Sprintf("%s%d", letter, count[letter])
	}
	for l := range b.VisionLines.All() {
		if l.Cycle == cycle {
			next("V", l.RecordID())
		}
	}
	for _, n := range Needs(b, cycle) {
		next("N", n.RecordID())
	}
	for _, g := range PlanOf(b, cycle).Goals() {
		next("G", g.RecordID())
		for _, a := range g.Actions {
			next("A", a.RecordID())
		}
	}
	return codes
}

// Of returns the code of a record, empty when it has none.
func (c Codes) Of(r app.Record) string { return c[r.RecordID()] }

// Thread is what stands behind a goal: the vision line it serves and the needs its priority takes up.
type Thread struct {
	Line     app.VisionLine // zero when the goal hangs loose
	Needs    []app.Need
	Priority app.Priority
	Goal     app.Goal
}

// ThreadOf returns the thread behind a goal.
func ThreadOf(b *app.Book, g app.Goal) Thread {
	t := Thread{Goal: g}
	t.Line, _ = b.VisionLines.Get(g.VisionLine)
	t.Priority, _ = b.Priorities.Get(g.Priority)
	t.Needs = b.Needs.Where(func(n app.Need) bool { return n.Priority == g.Priority && n.Priority != "" })
	return t
}

// Line returns the thread as paper shows it, such as "V1 → N2 → G1"; what is missing is a question mark.
func (c Codes) Line(t Thread) string {
	line, needs := "V?", "N?"
	if t.Line.ID != "" {
		line = c.Of(t.Line)
	}
	for i, n := range t.Needs {
		if i == 0 {
			needs = ""
		} else {
			needs += ", "
		}
		needs += c.Of(n)
	}
	return line + " → " + needs + " → " + c.Of(t.Goal)
}

package schoolfile

import (
	"bytes"
	"compress/flate"
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"waymark/app"
)

// memory is what the log last knew of a record.
type memory struct {
	values map[string]any
	whole  bool // every value is known
	alive  bool // it was not removed
}

// maxUnread is how many bytes of the log, once it is unpacked, are looked through.
const maxUnread = 4 * maxUnpack

// remember goes through the log. Blocks of which nothing can be read are left out from then on.
func (s *salvage) remember() map[key]*memory {
	known := map[key]*memory{}
	left := int64(maxUnread)
	read := func(r io.Reader) error {
		limited := &io.LimitedReader{R: r, N: min(left, maxUnpack)}
		before := limited.N
		entries, err := readEntries(limited)
		left -= before - limited.N
		for _, e := range entries {
			k := key{e.Kind, e.ID}
			if known[k] == nil {
				known[k] = &memory{}
			}
			known[k].follow(e)
		}
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(s.blocks)) {
		if read(flate.NewReader(bytes.NewReader(s.blocks[id].packed))) != nil {
			delete(s.blocks, id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.lines)) {
		_ = read(strings.NewReader(s.lines[id].changes)) // a line that says something else says nothing of records
	}
	return known
}

// follow is what is known after an entry.
func (m *memory) follow(e entry) {
	switch {
	case e.added():
		*m = memory{e.After, true, true}
	case e.removed():
		*m = memory{e.Before, true, false}
	default:
		m.values, m.alive = overlaid(m.values, e.After), true
	}
}

// mender makes a book of what was saved of one.
type mender struct {
	*salvage
	memory map[key]*memory
	lost   string
	today  app.Date
}

// mend makes sure that every find can be a record, and that every record it belongs to is there.
func (m *mender) mend(ctx context.Context) error {
	for _, f := range append(m.nameless, m.finds()...) {
		if err := ctx.Err(); err != nil {
			return err
		}
		delete(m.found, key{f.table.kind, f.id()})
		m.right(f)
		m.fit(ctx, f)
		m.found[key{f.table.kind, f.id()}] = f
	}
	m.nameless = nil
	m.recall()
	m.school()
	for m.join() {
	}
	m.loosen()
	return nil
}

// school makes sure that there is a school, when there is anything.
func (m *mender) school() {
	k := key{app.KindSchool, newID(string(app.KindSchool), "lost")}
	for _, f := range m.found {
		if f.table.kind == app.KindSchool {
			return
		}
	}
	for known := range m.memory {
		if known.kind == app.KindSchool && app.ValidID(known.id) && (k.id > known.id || m.memory[k] == nil) {
			k = known
		}
	}
	if len(m.found) > 0 && !m.fromLog(k) {
		m.found[k] = m.placeholder(k)
	}
}

// finds lists the finds in the order of kinds and IDs.
func (s *salvage) finds() []*find {
	byKind := map[app.Kind][]string{}
	for k := range s.found {
		byKind[k.kind] = append(byKind[k.kind], k.id)
	}
	list := make([]*find, 0, len(s.found))
	for _, t := range s.mould.order {
		slices.Sort(byKind[t.kind])
		for _, id := range byKind[t.kind] {
			list = append(list, s.found[key{t.kind, id}])
		}
	}
	return list
}

// right puts a find right whose seal does not fit, if the seal tells how.
func (m *mender) right(f *find) {
	if f.seal == 0 || f.fits() {
		return
	}
	f.state = altered
	if values, ok := m.contents(key{f.table.kind, f.id()}); ok && seal(f.table, values) == f.seal {
		f.values, f.state = values, asItWas
	} else if values, ok := corrected(f.table, f.values, f.seal); ok {
		f.values, f.state = values, asItWas
	}
}

// fit empties what no record can hold.
func (m *mender) fit(ctx context.Context, f *find) {
	t := f.table
	for i, value := range f.values {
		if text, ok := value.(string); ok && f.state == altered && fitting(text) != text {
			f.values[i], f.state = fitting(text), mended
		}
	}
	if _, err := t.record(f.values); err == nil && m.mould.takes(ctx, t, f.values) {
		return
	}
	f.state = mended
	contents := fmt.Sprint(f.values)
	blank := make([]driver.Value, len(t.columns))
	for i, c := range t.columns {
		blank[i] = c.blank()
	}
	blank[0] = newID(string(t.kind), contents)
	for _, p := range m.mould.parents[t.kind] {
		blank[p.column] = blank[0] // the table wants one; where there is none, join finds one
	}
	for i, c := range t.columns {
		if text, ok := f.values[i].(string); ok && len(text) > maxLength {
			f.values[i] = fitting(text)
		}
		alone := slices.Clone(blank)
		alone[i] = f.values[i]
		if c.read(f.values[i]) != nil || !m.mould.takes(ctx, t, alone) {
			f.values[i] = c.blank()
		}
	}
	if f.id() == "" {
		f.values[0] = blank[0]
	}
	if f.fits() {
		f.state = asItWas // to the seal nothing and nothing of another type are the same
	}
}

// fitting is as much of a text as a record can hold.
func fitting(text string) string {
	if !utf8.ValidString(text) {
		text = app.Clean(text)
	}
	if utf8.RuneCountInString(text) > app.MaxText {
		text = string([]rune(text)[:app.MaxText])
	}
	return text
}

// newID returns an ID that follows from parts.
func newID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return string(app.IDFrom[app.School](bytes.NewReader(sum[:])))
}

// blank is what the column holds when it holds nothing, or the first that can be chosen.
func (c column) blank() driver.Value {
	for _, value := range []driver.Value{c.form.nothing(), nil, string(app.Planned), string(app.Claim), string(app.Pupils), string(app.Up)} {
		if c.read(value) == nil {
			return value
		}
	}
	return nil
}

// contents returns the values of a record that the log knows.
func (m *mender) contents(k key) ([]driver.Value, bool) {
	known, ok := m.memory[k]
	if !ok || !known.whole || !app.ValidID(k.id) {
		return nil, false
	}
	t := m.mould.tables[k.kind]
	record, err := t.fill(k.id, known.values)
	if err != nil {
		return nil, false
	}
	row, err := t.row(record)
	values := make([]driver.Value, len(row))
	for i := range row {
		values[i] = row[i]
	}
	return values, err == nil
}

// recall takes from the log what is missing by the tally and was not removed.
func (m *mender) recall() {
	all, _ := m.count()
	for _, t := range m.mould.order {
		want, counted := m.wanted(t.kind)
		if !counted || want.sum == all[t.kind].sum {
			continue
		}
		missing := want.count - all[t.kind].count
		for _, k := range slices.SortedFunc(maps.Keys(m.memory), func(a, b key) int { return strings.Compare(a.id, b.id) }) {
			if missing > 0 && k.kind == t.kind && m.memory[k].alive && m.fromLog(k) {
				missing--
			}
		}
	}
}

// fromLog adds a record that was not found from the log, if it is known there.
func (m *mender) fromLog(k key) bool {
	values, ok := m.contents(k)
	if !ok || m.found[k] != nil {
		return false
	}
	f := &find{table: m.mould.tables[k.kind], values: values, state: recalled}
	f.seal = seal(f.table, f.values)
	m.found[k] = f
	return true
}

// join finds for every record those to which it belongs: from the log, or else made for it. It tells whether it added any.
func (m *mender) join() bool {
	before := len(m.found)
	for _, f := range slices.Backward(m.finds()) {
		for _, p := range m.mould.parents[f.table.kind] {
			id, _ := f.values[p.column].(string)
			if id == "" && p.required {
				id = m.any(p.kind)
				f.values[p.column] = id
			}
			k := key{p.kind, id}
			if id == "" || m.found[k] != nil || m.fromLog(k) || !p.required {
				continue
			}
			m.found[k] = m.placeholder(k)
		}
	}
	return len(m.found) > before
}

// any is the ID of the one record of a kind that was found, or that the log knows, or else of what stands for a lost one.
func (m *mender) any(kind app.Kind) string {
	var found, known []string
	for k := range m.found {
		if k.kind == kind {
			found = append(found, k.id)
		}
	}
	for k, memory := range m.memory {
		if k.kind == kind && memory.alive && app.ValidID(k.id) {
			known = append(known, k.id)
		}
	}
	switch {
	case len(found) == 1:
		return found[0]
	case len(found) == 0 && len(known) == 1:
		return known[0]
	}
	return newID(string(kind), "lost")
}

// placeholder stands for a record that is lost, with what the log knows of it.
func (m *mender) placeholder(k key) *find {
	t := m.mould.tables[k.kind]
	f := &find{table: t, values: make([]driver.Value, len(t.columns)), state: made}
	names := map[app.Kind]string{app.KindCycle: "name", app.KindAssessment: "note", app.KindJudgement: "practice", app.KindReview: "decisions"}
	known := map[string]any{}
	if memory := m.memory[k]; memory != nil {
		known = memory.values
	}
	for i, c := range t.columns {
		f.values[i] = c.blank()
		if c.name == names[k.kind] {
			f.values[i] = m.lost
		}
		if logged, ok := known[c.name]; ok {
			if value, err := c.form.parse(logged); err == nil && c.read(value) == nil {
				f.values[i] = value
			}
		}
	}
	f.values[0] = k.id
	return f
}

// loosen clears references to what is lost. A school goes on with the latest cycle that there is.
func (m *mender) loosen() {
	for _, f := range m.finds() {
		for _, p := range m.mould.parents[f.table.kind] {
			id, _ := f.values[p.column].(string)
			lost := id != "" && m.found[key{p.kind, id}] == nil
			if lost {
				f.values[p.column] = nil
				f.state = max(f.state, mended)
			}
			if p.kind == app.KindCycle && (lost || id == "" && f.state == made) {
				f.values[p.column] = m.latestCycle()
			}
		}
	}
}

// latestCycle is the ID of the cycle that begins last, nil when there is none.
func (m *mender) latestCycle() driver.Value {
	var latest app.Cycle
	for _, f := range m.finds() {
		record, err := f.table.record(f.values)
		if c, ok := record.(app.Cycle); err == nil && ok && (latest.ID == "" || c.Start.After(latest.Start)) {
			latest = c
		}
	}
	if latest.ID == "" {
		return nil
	}
	return string(latest.ID)
}

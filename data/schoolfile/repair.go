package schoolfile

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"waymark/app"
)

// Report tells what Repair could save of a damaged file.
type Report struct {
	Saved        []Saved
	Lost         []Lost
	Mended       []app.Record // saved with something put right, or emptied because it could not be read
	Altered      []app.Record // saved as they are, which is not how Waymark wrote them
	Placeholders []app.Record // made in the place of lost ones to which others belong
	Uncertain    bool         // how much was lost is not known for every kind
}

// Saved is how many records of a kind were saved.
type Saved struct {
	Kind  app.Kind
	Count int
}

// Lost is how many records of a kind were lost, and the names of those that are known by name.
type Lost struct {
	Kind  app.Kind
	Count int
	Names []string
}

// Repair saves what can be read of the damaged school file at path in a new file at to, which appears whole or not at all.
// The damaged file is neither changed nor locked. What a record lacks that is lost is left out; a record to which others
// belong is replaced by one that is named lost, a few words in the language of the user. The Error is of KindInvalid when
// there is something at to, KindDamaged when nothing could be saved, and as for Create otherwise.
func Repair(ctx context.Context, path, to string, env Env, lost string) (Report, error) {
	path = realPath(path)
	if err := present(path); err != nil {
		return Report{}, err
	}
	to = filepath.Join(realPath(filepath.Dir(to)), filepath.Base(to))
	if err := absent(to); err != nil {
		return Report{}, err
	}
	m, err := newMould(ctx, schema())
	if err != nil {
		return Report{}, fault("repair", path, err)
	}
	report, err := repair(ctx, m, path, to, env.Now(), lost)
	return report, fault("repair", to, errors.Join(err, m.close()))
}

func repair(ctx context.Context, m *mould, path, to string, now time.Time, lost string) (Report, error) {
	if err := newer(ctx, path, to); err != nil {
		return Report{}, err
	}
	s, err := salvaged(ctx, m, path, to)
	if err != nil {
		return Report{}, err
	}
	mend := &mender{salvage: s, memory: s.remember(), lost: lost, today: app.DateOf(now)}
	if err := mend.mend(ctx); err != nil {
		return Report{}, err
	}
	records, report, err := mend.records(ctx)
	if err != nil {
		return Report{}, err
	}
	if len(report.Saved) == 0 {
		return Report{}, &app.Error{Op: "repair", Kind: app.KindDamaged, Text: app.Say("error.unrepairable", "path", path)}
	}
	return report, replace(to, func(temporary string) error {
		if err := fill(ctx, temporary, schema(), records); err != nil {
			return err
		}
		if err := s.keepLog(ctx, temporary); err != nil {
			return err
		}
		return sound(ctx, temporary)
	})
}

// newer refuses a file of a newer Waymark: this one would leave out what it does not know.
func newer(ctx context.Context, path, to string) error {
	header, err := headerOf(path)
	if err != nil {
		return nil // what of the rest can be read is found out soon
	}
	version := int(binary.BigEndian.Uint32(header[60:]))
	if string(header[:16]) != magic || binary.BigEndian.Uint32(header[68:]) != applicationID || version <= len(schema()) || version > 1000 {
		return nil
	}
	return withFolder(to, func(folder string) error {
		copied, err := copyOf(ctx, path, folder, true)
		if err != nil {
			return err
		}
		db, err := connect(copied, "ro")
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }() // nothing was written through it
		c, err := db.Conn(ctx)
		if err != nil {
			return nil // too damaged to be told
		}
		defer func() { _ = c.Close() }()
		if is, err := structure(ctx, c); err != nil || slices.Contains(prints(), print(is)) {
			return nil // it is the number that is damaged
		}
		return &app.Error{Op: "repair", Kind: app.KindNewer, Text: app.Say("error.newer", "path", path)}
	})
}

// salvaged reads what can be read of the file at path, by way of a copy in a folder beside to. When nothing can be read of
// it with its journal, the journal may be what is wrong.
func salvaged(ctx context.Context, m *mould, path, to string) (s *salvage, err error) {
	for _, journal := range []bool{true, false} {
		s = newSalvage(m)
		err = withFolder(to, func(folder string) error {
			copied, err := copyOf(ctx, path, folder, journal)
			if err != nil {
				return err
			}
			if err := s.query(ctx, copied); err != nil {
				return err
			}
			return s.carve(ctx, copied)
		})
		if err != nil || len(s.found)+len(s.nameless) > 0 {
			break
		}
	}
	return s, err
}

// keepLog writes the log that was saved into the file at path.
func (s *salvage) keepLog(ctx context.Context, path string) (err error) {
	db, err := connect(path, "rw")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // does nothing once it is committed
	for _, id := range slices.Sorted(maps.Keys(s.blocks)) {
		b := s.blocks[id]
		if _, err := tx.ExecContext(ctx, "INSERT INTO activity_archive (id, last, packed) VALUES (?, ?, ?)", id, b.last, b.packed); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.lines)) {
		l := s.lines[id]
		if _, err := tx.ExecContext(ctx, "INSERT INTO activity (id, at, cause, changes) VALUES (?, ?, ?, ?)", id, l.at, l.cause, l.changes); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// records makes records of the finds, and tells what became of each.
func (m *mender) records(ctx context.Context) ([]app.Record, Report, error) {
	var records []app.Record
	var report Report
	saved := map[app.Kind]int{}
	gone := map[key]bool{}
	v := newValidity(m.finds(), m.lost, m.today)
	for _, f := range m.finds() {
		state := f.state
		if state >= recalled {
			m.fit(ctx, f)
		}
		record, err := f.table.record(f.values)
		if err != nil {
			return nil, report, err
		}
		if state != asItWas && state != recalled {
			valid := v.record(record)
			if valid == nil {
				gone[key{f.table.kind, f.id()}] = true
				continue
			}
			if valid != record && state == altered {
				state = mended
			}
			record = valid
		}
		records = append(records, record)
		if state == made {
			gone[key{f.table.kind, f.id()}] = true
			report.Placeholders = append(report.Placeholders, record)
			continue
		}
		saved[f.table.kind]++
		switch state {
		case altered:
			report.Altered = append(report.Altered, record)
		case mended:
			report.Mended = append(report.Mended, record)
		}
	}
	for _, kind := range app.Kinds() {
		if saved[kind] > 0 {
			report.Saved = append(report.Saved, Saved{kind, saved[kind]})
		}
	}
	m.tellLost(&report, saved, gone)
	return records, report, nil
}

// tellLost counts what is lost: by the tally, or else those of which something is known.
func (m *mender) tellLost(report *Report, saved map[app.Kind]int, gone map[key]bool) {
	for k, known := range m.memory {
		if known.alive && m.found[k] == nil && m.mould.tables[k.kind] != nil {
			gone[k] = true
		}
	}
	for _, kind := range app.Kinds() {
		l := Lost{Kind: kind}
		was, counted := m.wanted(kind)
		for _, k := range slices.SortedFunc(maps.Keys(gone), func(a, b key) int { return cmp.Compare(a.id, b.id) }) {
			if k.kind != kind {
				continue
			}
			l.Count++
			if name := m.nameOf(k); name != "" {
				l.Names = append(l.Names, name)
			}
		}
		if counted {
			l.Count = int(max(0, was.count-int64(saved[kind])))
			l.Names = l.Names[:min(l.Count, len(l.Names))]
		} else if !m.whole[kind] {
			report.Uncertain = true
		}
		if l.Count > 0 {
			report.Lost = append(report.Lost, l)
		}
	}
}

// nameOf is the name that the log knows for a record that is lost.
func (m *mender) nameOf(k key) string {
	if m.memory[k] == nil {
		return ""
	}
	f := (&mender{salvage: m.salvage, memory: m.memory}).placeholder(k)
	record, err := f.table.record(f.values)
	if err != nil {
		return ""
	}
	return app.Name(record)
}

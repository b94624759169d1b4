package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"waymark/app"
)

// find is what was found of one record: the values of the columns of its table, in order.
type find struct {
	table  *table
	values []driver.Value
	seal   int64 // 0 in a file without seals
	state  state
}

// state is how the contents of a find came about.
type state int

const (
	asItWas  state = iota
	altered        // its seal does not fit; it is kept as it stands
	mended         // something of it had to be emptied, or was put right
	recalled       // not found, but known from the log
	made           // not found; it stands for something lost that others belong to
)

// settle makes numbers out of how SQLite stores them.
func (f *find) settle() {
	for i, c := range f.table.columns {
		if n, whole := f.values[i].(int64); whole && c.form == realForm {
			f.values[i] = float64(n)
		}
	}
}

// id is the ID of the find; empty when what it has is none.
func (f *find) id() string {
	if id, _ := f.values[0].(string); app.ValidID(id) {
		return id
	}
	return ""
}

func (f *find) fits() bool { return f.seal != 0 && f.seal == seal(f.table, f.values) }

// key names a record.
type key struct {
	kind app.Kind
	id   string
}

// line is a row of the log that is not packed.
type line struct{ at, cause, changes string }

// salvage is what was read of a damaged file.
type salvage struct {
	mould    *mould
	version  int // by the tables that there are; 0 when they are of none
	found    map[key]*find
	nameless []*find           // what was read without an ID
	whole    map[app.Kind]bool // tables that were read to their end
	counted  map[app.Kind]tally
	lines    map[int64]line
	blocks   map[int64]block
	logWhole bool
	bytes    int
}

func newSalvage(m *mould) *salvage {
	return &salvage{mould: m, found: map[key]*find{}, whole: map[app.Kind]bool{}, counted: map[app.Kind]tally{},
		lines: map[int64]line{}, blocks: map[int64]block{}}
}

// add keeps a find, unless a better one of the same record is known.
func (s *salvage) add(f *find) error {
	k := key{f.table.kind, f.id()}
	if old, known := s.found[k]; known && (old.fits() || !f.fits()) {
		return nil
	}
	if s.bytes += size(f.values); len(s.found)+len(s.nameless) >= maxRecords || s.bytes > maxTotal {
		return &app.Error{Op: "repair", Kind: app.KindForeign, Text: app.Say("error.too_much")}
	}
	if k.id == "" {
		s.nameless = append(s.nameless, f)
	} else {
		s.found[k] = f
	}
	return nil
}

// query reads what SQLite can read of the database at path.
func (s *salvage) query(ctx context.Context, path string) (err error) {
	// With this pragma SQLite passes over what it cannot read of the schema; in defensive mode it does not.
	db, err := sql.Open("sqlite", strings.Replace(dsn(path, "rw"), "&_defensive=1", "&_pragma=writable_schema(1)", 1))
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	s.version = versionOf(ctx, c)
	return c.Raw(func(conn any) error {
		for _, t := range s.mould.order {
			if err := s.queryTable(ctx, conn, t); err != nil {
				return err
			}
		}
		if len(columnsOf(ctx, conn, "tally")) > 0 {
			s.counted, _ = readTallies(ctx, conn) // what cannot be read is not known
		}
		return s.queryLog(ctx, conn)
	})
}

// queryTable reads the records of a table, with whichever of its columns there are.
func (s *salvage) queryTable(ctx context.Context, conn any, t *table) error {
	there := columnsOf(ctx, conn, string(t.kind))
	var columns []string
	place := make([]int, len(t.columns))
	for i, c := range t.columns {
		if place[i] = -1; slices.Contains(there, c.name) {
			place[i] = len(columns)
			columns = append(columns, c.name)
		}
	}
	if !slices.Contains(columns, "id") {
		s.whole[t.kind] = s.version > 0 && s.version < s.mould.since[t.kind]
		return nil
	}
	sealed := slices.Contains(there, "seal")
	if sealed {
		columns = append(columns, "seal")
	}
	whole, err := readRows(ctx, conn, string(t.kind), columns, func(_ int64, row []driver.Value) error {
		f := &find{table: t, values: make([]driver.Value, len(t.columns))}
		for i := range f.values {
			f.values[i] = t.columns[i].blank()
			if place[i] >= 0 {
				f.values[i] = row[place[i]]
			}
		}
		f.settle()
		if sealed {
			f.seal, _ = row[len(row)-1].(int64)
		}
		return s.add(f)
	})
	s.whole[t.kind] = whole
	return err
}

func (s *salvage) queryLog(ctx context.Context, conn any) error {
	lines, err := readRows(ctx, conn, "activity", []string{"at", "cause", "changes"}, func(id int64, row []driver.Value) error {
		l, ok := lineOf(row[0], row[1], row[2])
		if !ok {
			return nil
		}
		s.lines[id] = l
		return s.grow(len(l.changes))
	})
	if err != nil {
		return err
	}
	blocks, err := readRows(ctx, conn, "activity_archive", []string{"last", "packed"}, func(id int64, row []driver.Value) error {
		b, ok := blockOf(id, row[0], row[1])
		if !ok {
			return nil
		}
		s.blocks[id] = b
		return s.grow(len(b.packed))
	})
	s.logWhole = lines && (blocks || !s.sealed())
	return err
}

// sealed tells whether the file is of a version whose records have seals.
func (s *salvage) sealed() bool {
	for _, f := range s.found {
		if f.seal != 0 {
			return true
		}
	}
	return false
}

// lineOf reads a line of the log; ok is false for what is none.
func lineOf(at, cause, changes driver.Value) (l line, ok bool) {
	l.at, _ = at.(string)
	l.cause, _ = cause.(string)
	l.changes, _ = changes.(string)
	return l, isTime(l.at) && slices.Contains([]string{"do", "undo", "redo"}, l.cause) && json.Valid([]byte(l.changes))
}

// blockOf reads a block of the log, which may be damaged; ok is false for what is none.
func blockOf(id int64, last, packed driver.Value) (b block, ok bool) {
	b.id = id
	b.last, _ = last.(string)
	b.packed, _ = packed.([]byte)
	return b, isTime(b.last) && len(b.packed) > 0
}

func isTime(s string) bool {
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}

func (s *salvage) grow(bytes int) error {
	if s.bytes += bytes; s.bytes > maxTotal {
		return &app.Error{Op: "repair", Kind: app.KindForeign, Text: app.Say("error.too_much")}
	}
	return nil
}

// count counts what was found of each kind, and of that what is as Waymark sealed it.
func (s *salvage) count() (all, sealed map[app.Kind]tally) {
	all, sealed = map[app.Kind]tally{}, map[app.Kind]tally{}
	for _, f := range append(s.finds(), s.nameless...) {
		t := all[f.table.kind]
		all[f.table.kind] = tally{t.count + 1, t.sum + f.seal}
		if f.fits() {
			t := sealed[f.table.kind]
			sealed[f.table.kind] = tally{t.count + 1, t.sum + f.seal}
		}
	}
	return all, sealed
}

// wanted returns how many records of a kind there were, by the tally; ok is false when that cannot be told.
func (s *salvage) wanted(kind app.Kind) (t tally, ok bool) {
	t, ok = s.counted[kind]
	if !ok && len(s.counted) > 0 {
		return tally{}, true // of a kind that there never was
	}
	return t, ok && t.count >= 0 && t.count <= maxRecords
}

// lacking tells the kinds of which not all was found as it was.
func (s *salvage) lacking() map[app.Kind]bool {
	lacking := map[app.Kind]bool{}
	all, sealed := s.count()
	for _, t := range s.mould.order {
		if want, counted := s.wanted(t.kind); counted {
			lacking[t.kind] = want != sealed[t.kind]
		} else {
			lacking[t.kind] = !s.whole[t.kind] || s.sealed() && all[t.kind] != sealed[t.kind]
		}
	}
	return lacking
}

// carve looks for what is still lacking in the bytes of the database at path: first where its pages say that there is a row,
// then anywhere in them. What the log knows to be removed stays so.
func (s *salvage) carve(ctx context.Context, path string) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	c := newCarver(file, info.Size())
	puzzles := 0
	for _, c.sweep = range []bool{false, true} {
		if s.logWhole && !slices.Contains(slices.Collect(maps.Values(s.lacking())), true) {
			break
		}
		var finds []*find
		kept := 0
		err := c.carve(ctx, func(number int64, row []byte) error {
			read := values(row)
			if number == 0 && !c.sweep {
				s.carveTally(read)
				return nil
			}
			if of, err := s.carveLog(number, read); of || err != nil {
				return err
			}
			f := s.mould.match(read)
			if f == nil && !c.sweep {
				if puzzles += leastPuzzle + len(row); puzzles <= maxPuzzles {
					f = s.mould.guess(row)
				}
			}
			if f != nil {
				kept += size(f.values)
				finds = append(finds, f)
			}
			if len(finds) > maxRecords || kept > maxTotal {
				return &app.Error{Op: "repair", Kind: app.KindForeign, Text: app.Say("error.too_much")}
			}
			return nil
		})
		if err == nil {
			err = s.addCarved(finds, c.sweep)
		}
		if err != nil {
			return err
		}
	}
	s.drop()
	return nil
}

// For rows that make no sense it is tried which byte of their header may be damaged, until that were maxPuzzles bytes; each
// row counts for leastPuzzle more.
const (
	maxPuzzles  = 256 << 10
	leastPuzzle = 500
)

// drop leaves out what is not as it was sealed, where everything was found that was.
func (s *salvage) drop() {
	_, sealed := s.count()
	whole := func(f *find) bool {
		want, counted := s.wanted(f.table.kind)
		return counted && want == sealed[f.table.kind] && !f.fits()
	}
	s.nameless = slices.DeleteFunc(s.nameless, whole)
	maps.DeleteFunc(s.found, func(_ key, f *find) bool { return whole(f) })
}

// carveLog tells whether a row is one of the log, or of the schema, and keeps it if the log is not whole without it.
func (s *salvage) carveLog(number int64, row []driver.Value) (of bool, err error) {
	var l line
	var b block
	switch len(row) {
	case 3: // id, last, packed
		b, of = blockOf(number, row[1], row[2])
	case 4: // id, at, cause, changes
		l, of = lineOf(row[1], row[2], row[3])
	case 5: // type, name, table, page, SQL
		return slices.Contains([]driver.Value{"table", "index", "view", "trigger"}, row[0]), nil
	case 6: // of version 1: id, at, cause, label, args, changes
		l, of = lineOf(row[1], row[2], row[5])
	}
	if !of || s.logWhole || number <= 0 {
		return of, nil
	}
	if b.packed != nil {
		s.blocks[number] = b
	} else {
		s.lines[number] = l
	}
	return true, s.grow(len(b.packed) + len(l.changes))
}

// carveTally keeps what an index says of how many records there are, unless that is known.
func (s *salvage) carveTally(row []driver.Value) {
	if len(row) != 3 {
		return
	}
	name, _ := row[0].(string)
	count, number := row[1].(int64)
	sum, sums := row[2].(int64)
	kind := app.Kind(name)
	if _, known := s.counted[kind]; !known && number && sums && slices.Contains(app.Kinds(), kind) {
		s.counted[kind] = tally{count, sum}
	}
}

// addCarved adds finds. Rows without a seal count only in a file without seals, and what a sweep found only when nothing else
// is known of the record: it may be older.
func (s *salvage) addCarved(finds []*find, swept bool) error {
	memory, lacking := s.remember(), s.lacking()
	sealed := s.sealed() || slices.ContainsFunc(finds, func(f *find) bool { return f.seal != 0 })
	for _, f := range finds {
		k := key{f.table.kind, f.id()}
		if !lacking[k.kind] || sealed && f.seal == 0 || swept && s.found[k] != nil {
			continue
		}
		if m, known := memory[k]; known && !m.alive {
			continue
		}
		if err := s.add(f); err != nil {
			return err
		}
	}
	return nil
}

package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"waymark/app"
)

// mould is an empty school file in memory, by which it is told what a row has to be like.
type mould struct {
	db      *sql.DB
	conn    *sql.Conn
	tables  map[app.Kind]*table
	order   []*table
	layouts []layout
	since   map[app.Kind]int // the version that brought the kind
	parents map[app.Kind][]parent
	trial   map[app.Kind]*sql.Stmt
}

// layout is how the columns of a table lie in a row of some version of the school file.
type layout struct {
	table *table
	width int
	place []int // of each column of the table; -1 for one that the version does not have
	seal  int   // -1 in versions without
}

// parent is a column that holds the ID of another record.
type parent struct {
	column   int
	kind     app.Kind
	required bool
}

func newMould(ctx context.Context, steps []migration) (m *mould, err error) {
	m = &mould{tables: map[app.Kind]*table{}, order: newTables(), since: map[app.Kind]int{}, parents: map[app.Kind][]parent{}, trial: map[app.Kind]*sql.Stmt{}}
	defer func() {
		if err != nil {
			err = errors.Join(err, m.close())
		}
	}()
	if m.db, err = sql.Open("sqlite", "file::memory:"); err != nil {
		return m, err
	}
	m.db.SetMaxOpenConns(1)
	if m.conn, err = m.db.Conn(ctx); err != nil {
		return m, err
	}
	for _, step := range steps {
		if _, err := m.conn.ExecContext(ctx, step.script); err != nil {
			return m, err
		}
		for _, t := range m.order {
			if err := m.layOut(ctx, t, step.version); err != nil {
				return m, err
			}
		}
	}
	for _, t := range m.order {
		m.tables[t.kind] = t
		if err := m.relate(ctx, t); err != nil {
			return m, err
		}
		if m.trial[t.kind], err = m.conn.PrepareContext(ctx, t.insert); err != nil {
			return m, err
		}
	}
	return m, nil
}

func (m *mould) close() error {
	var err error
	for _, s := range m.trial {
		if s != nil {
			err = errors.Join(err, s.Close())
		}
	}
	if m.conn != nil {
		err = errors.Join(err, m.conn.Close())
	}
	if m.db != nil {
		err = errors.Join(err, m.db.Close())
	}
	return err
}

// layOut notes how the table lies in its rows from a version on, if it is there and lay otherwise before.
func (m *mould) layOut(ctx context.Context, t *table, version int) error {
	l := layout{table: t, place: make([]int, len(t.columns)), seal: -1}
	at := map[string]int{}
	err := m.conn.Raw(func(conn any) error {
		return scan(ctx, conn, fmt.Sprintf("SELECT name FROM pragma_table_info('%s') ORDER BY cid", t.kind), func(row []driver.Value) error {
			name, _ := row[0].(string)
			at[name] = len(at)
			return nil
		})
	})
	if l.width = len(at); l.width == 0 {
		return err
	}
	if m.since[t.kind] == 0 {
		m.since[t.kind] = version
	}
	for i, c := range t.columns {
		l.place[i] = -1
		if place, ok := at[c.name]; ok {
			l.place[i] = place
		}
	}
	if place, ok := at["seal"]; ok {
		l.seal = place
	}
	for _, known := range m.layouts {
		if known.table == t && known.width == l.width {
			return err
		}
	}
	m.layouts = append(m.layouts, l)
	return err
}

// relate notes which columns of the table hold the ID of another record.
func (m *mould) relate(ctx context.Context, t *table) error {
	return m.conn.Raw(func(conn any) error {
		query := `SELECT f."from", f."table", i."notnull" FROM pragma_foreign_key_list('%[1]s') f` +
			` JOIN pragma_table_info('%[1]s') i ON i.name = f."from"`
		return scan(ctx, conn, fmt.Sprintf(query, t.kind), func(row []driver.Value) error {
			from, _ := row[0].(string)
			kind, _ := row[1].(string)
			for i, c := range t.columns {
				if c.name == from {
					m.parents[t.kind] = append(m.parents[t.kind], parent{i, app.Kind(kind), row[2] == driver.Value(int64(1))})
				}
			}
			return nil
		})
	})
}

// takes tells whether the table takes the row, wherever its references lead.
func (m *mould) takes(ctx context.Context, t *table, row []driver.Value) bool {
	args := make([]any, 0, len(row)+1)
	for _, value := range row {
		args = append(args, value)
	}
	if _, err := m.trial[t.kind].ExecContext(ctx, append(args, int64(1))...); err != nil {
		return false
	}
	_, err := m.conn.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s", t.kind))
	return err == nil
}

// guess tells which record a row is of which a byte of the header is damaged; nil when it is none.
func (m *mould) guess(row []byte) *find {
	var found *find
	variants(row, func(read []driver.Value) bool {
		if f := m.match(read); f != nil && f.seal != 0 {
			found = f
		}
		return found != nil
	})
	return found
}

// match tells which record a row is: the one whose seal fits, or for want of one the only one without a seal that it can be.
func (m *mould) match(row []driver.Value) *find {
	if len(row) == 0 {
		return nil
	}
	if id, _ := row[0].(string); !app.ValidID(id) {
		return nil
	}
	var only *find
	fits := 0
	for _, l := range m.layouts {
		if l.width != len(row) {
			continue
		}
		f := &find{table: l.table, values: make([]driver.Value, len(l.place))}
		for i, place := range l.place {
			f.values[i] = l.table.columns[i].blank()
			if place >= 0 {
				f.values[i] = row[place]
			}
		}
		f.settle()
		if l.seal >= 0 {
			if f.seal, _ = row[l.seal].(int64); f.fits() {
				return f
			}
			continue
		}
		if _, err := f.table.record(f.values); err == nil {
			only, fits = f, fits+1
		}
	}
	if fits != 1 {
		return nil
	}
	return only
}

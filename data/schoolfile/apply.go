package schoolfile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"waymark/app"
)

// Apply writes an edit and a line of the activity log in one transaction. The Error is of KindReadOnly, KindConflict when
// the file does not hold what the edit changes or points to, KindInvalid for a value that no column can hold, KindFull,
// KindLocked when another program holds the file, or KindUnavailable. After the last of these the next call looks for the
// file anew and goes on if it still holds the book.
func (f *File) Apply(ctx context.Context, edit app.Edit, cause app.Cause, at time.Time) error {
	if err := f.ready(ctx); err != nil {
		return fault("apply", f.path, err)
	}
	err := fault("apply", f.path, f.writer.transact(ctx, func() error {
		steps, err := f.writer.steps(edit.Changes)
		if err != nil {
			return err
		}
		if err := f.writer.write(ctx, steps); err != nil {
			return err
		}
		return f.writer.log(ctx, steps, cause, at)
	}))
	if app.KindOf(err) == app.KindUnavailable {
		_ = f.disconnect() // there is nothing left to close
	}
	return err
}

// ready makes sure that there is a connection to write on.
func (f *File) ready(ctx context.Context) error {
	readOnly := &app.Error{Op: "apply", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", f.path)}
	if f.ReadOnly() {
		return readOnly
	}
	if f.db == nil {
		book, err := f.connect(ctx)
		if err == nil && f.ReadOnly() {
			err = readOnly
		}
		if err == nil && !slices.Equal(slices.Collect(book.Records()), slices.Collect(f.book.Records())) {
			err = &app.Error{Op: "apply", Kind: app.KindConflict, Text: app.Say("error.conflict"),
				Err: errors.New("the file came back with other contents")}
		}
		if err != nil {
			return errors.Join(err, f.disconnect())
		}
	}
	if f.writer == nil {
		f.writer = newWriter(f.conn, f.tables)
	}
	return nil
}

// maxStatements bounds the statements kept; there is one for each set of fields that edits have changed together.
const maxStatements = 200

// writer writes changes with statements that are prepared once on its connection.
type writer struct {
	on         *sql.Conn
	tables     map[app.Kind]*table
	order      []*table
	statements map[string]*sql.Stmt
	loose      *pile // nil until the log is first written to
}

func newWriter(on *sql.Conn, tables []*table) *writer {
	w := &writer{on: on, tables: make(map[app.Kind]*table, len(tables)), order: tables, statements: map[string]*sql.Stmt{}}
	for _, t := range tables {
		w.tables[t.kind] = t
	}
	return w
}

func (w *writer) close() error {
	var err error
	for _, s := range w.statements {
		err = errors.Join(err, s.Close())
	}
	clear(w.statements)
	return err
}

// transact runs do in a transaction: all of it reaches the disk, or nothing.
func (w *writer) transact(ctx context.Context, do func() error) error {
	if err := w.run(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = w.run(ctx, "COMMIT")
	}
	if err != nil {
		_ = w.run(context.WithoutCancel(ctx), "ROLLBACK") // SQLite may have done so itself; the first error is the one to tell
	}
	return err
}

// step is one change as rows of its table; a side that is not there is nil.
type step struct {
	table         *table
	id            string
	before, after []any
}

// steps puts changes into rows; what changes nothing is left out.
func (w *writer) steps(changes []app.Change) ([]step, error) {
	steps := make([]step, 0, len(changes))
	for _, c := range changes {
		if c.Before == c.After {
			continue
		}
		t, err := w.table(c.Record())
		if err != nil {
			return nil, err
		}
		before, after, err := t.rows(c)
		if err != nil {
			return nil, err
		}
		steps = append(steps, step{t, c.Record().RecordID(), before, after})
	}
	return steps, nil
}

// write carries out the steps and counts them.
func (w *writer) write(ctx context.Context, steps []step) error {
	moved := map[app.Kind]tally{}
	for _, s := range steps {
		query, args := s.table.command(s.before, s.after)
		if err := w.one(ctx, query, args); err != nil {
			return err
		}
		m := moved[s.table.kind]
		if s.before != nil {
			m.count, m.sum = m.count-1, m.sum-seal(s.table, s.before)
		}
		if s.after != nil {
			m.count, m.sum = m.count+1, m.sum+seal(s.table, s.after)
		}
		moved[s.table.kind] = m
	}
	return w.count(ctx, moved)
}

func (w *writer) table(record app.Record) (*table, error) {
	t, ok := w.tables[record.RecordKind()]
	if !ok {
		return nil, fmt.Errorf("schoolfile: there is no table for %s", record.RecordKind())
	}
	return t, nil
}

// one runs a statement that must change exactly one row.
func (w *writer) one(ctx context.Context, query string, args []any) error {
	statement, err := w.statement(ctx, query)
	if err != nil {
		return err
	}
	result, err := statement.ExecContext(ctx, args...)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n != 1 {
		err = &app.Error{Op: "apply", Kind: app.KindConflict, Text: app.Say("error.conflict"),
			Err: fmt.Errorf("%d rows changed by %s", n, query)}
	}
	return err
}

func (w *writer) run(ctx context.Context, query string) error {
	statement, err := w.statement(ctx, query)
	if err == nil {
		_, err = statement.ExecContext(ctx)
	}
	return err
}

func (w *writer) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := w.statements[query]; ok {
		return s, nil
	}
	if len(w.statements) >= maxStatements {
		if err := w.close(); err != nil {
			return nil, err
		}
	}
	s, err := w.on.PrepareContext(ctx, query)
	if err == nil {
		w.statements[query] = s
	}
	return s, err
}

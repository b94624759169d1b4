package schoolfile

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"waymark/app"
	"waymark/data/atomicfile"
)

// create makes the file under another name and gives it its own when it is whole.
func create(ctx context.Context, path string, env Env, schema []migration, records []app.Record) (*File, error) {
	path = filepath.Join(realPath(filepath.Dir(path)), filepath.Base(path))
	if err := absent(path); err != nil {
		return nil, err
	}
	l, err := takeLock(path, env)
	if err != nil {
		return nil, fault("create", path, err)
	}
	err = replace(path, func(temporary string) error { return fill(ctx, temporary, schema, records) })
	if err != nil {
		return nil, errors.Join(fault("create", path, err), l.release())
	}
	f, err := start(ctx, path, schema, l, env.Keep)
	if err != nil {
		return nil, errors.Join(err, l.release())
	}
	return f, nil
}

// fill makes the tables in the empty file at path and writes records into them.
func fill(ctx context.Context, path string, schema []migration, records []app.Record) (err error) {
	db, err := connect(path, "rw")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	// Nobody sees this file before it is whole, so it is written without a journal and synced once at the end.
	for _, sql := range []string{"PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF"} {
		if _, err := c.ExecContext(ctx, sql); err != nil {
			return err
		}
	}
	if err := migrate(ctx, c, schema, 0); err != nil {
		return err
	}
	return insertAll(ctx, c, records)
}

func insertAll(ctx context.Context, c *sql.Conn, records []app.Record) error {
	if _, err := app.NewBook(records...); err != nil {
		return err
	}
	w := newWriter(c, newTables())
	changes := make([]app.Change, len(records))
	for i, r := range records {
		changes[i] = app.Insert(r)
	}
	steps, err := w.steps(changes)
	if err == nil {
		err = w.transact(ctx, func() error { return w.write(ctx, steps) })
	}
	return errors.Join(err, w.close())
}

// absent refuses a path at which there is something.
func absent(path string) error {
	_, err := os.Lstat(path)
	switch {
	case err == nil:
		return app.Invalid("create", app.Say("error.exists", "path", path))
	case errors.Is(err, fs.ErrNotExist):
		return nil
	}
	return fault("create", path, err)
}

// replace lets write fill an empty file beside path, makes it durable and moves it to path. When anything fails, nothing
// stays behind.
func replace(path string, write func(temporary string) error) error {
	temporary := path + "." + rand.Text()[:8] + ".tmp"
	f, err := os.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	err = f.Close()
	if err == nil {
		err = write(temporary)
	}
	if err == nil {
		err = durable(temporary)
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	atomicfile.SyncFolder(filepath.Dir(path))
	return nil
}

// durable makes the contents of a file durable.
func durable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

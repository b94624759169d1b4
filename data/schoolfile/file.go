// Package schoolfile keeps a school's book in one SQLite file: it creates, opens, locks, migrates, loads, writes, backs
// up, checks and repairs it.
//
// A school file is marked by its application_id, has one table for each kind of record and a log of what was done. It is
// loaded whole; afterwards SQLite is asked only to write. The rollback journal keeps it a single file that can live on a
// stick or a network share, and a lock file beside it keeps a second Waymark from writing. The package may import app and
// modernc.org/sqlite.
package schoolfile

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"modernc.org/sqlite"

	"waymark/app"
)

// Extension ends the name of a school file.
const Extension = ".waymark"

// Env is what a file is told about the world: who opens it, the clock, and where an older file is kept before it is brought
// up to date. Keep, which may be nil, makes a backup of the school with the ID and name by calling write with a path that
// does not exist; without it the backup lies beside the file.
type Env struct {
	Host, User string
	PID        int
	Now        func() time.Time
	Keep       func(school, name string, write func(path string) error) error
}

// SystemEnv is the Env of this process.
func SystemEnv() Env {
	host, err := os.Hostname()
	if err != nil {
		host = "localhost"
	}
	user := os.Getenv("USERNAME") // not os/user: it may ask a domain server and wait
	if user == "" {
		user = os.Getenv("USER")
	}
	return Env{Host: host, User: user, PID: os.Getpid(), Now: time.Now}
}

// File is an open school file. It is an app.Store. Like its book it belongs to one goroutine, but Backup may be called
// from another.
type File struct {
	path    string
	book    *app.Book
	outside app.Outside
	tables  []*table
	schema  []migration
	keep    func(school, name string, write func(path string) error) error
	lock    *lock // nil when the file is open for reading only
	db      *sql.DB
	conn    *sql.Conn // the one connection of db
	writer  *writer   // nil until the first edit, and again after the file could not be reached
}

// Create makes a school file that holds records and opens it. The file appears whole or not at all. The Error is of
// KindInvalid when there already is a file, and as for Open otherwise.
func Create(path string, env Env, records ...app.Record) (*File, error) {
	return create(context.Background(), path, env, schema(), records)
}

// Open opens a school file, for reading only where nothing can be written. The Error is of KindNotFound, KindForeign,
// KindNewer, KindDamaged, KindLocked, KindFull, KindReadOnly or KindUnavailable. A file of an older Waymark is backed up
// beside itself and brought up to date.
func Open(ctx context.Context, path string, env Env) (*File, error) {
	return open(ctx, path, env, schema())
}

// OpenReadOnly opens a school file without locking or changing it, even while another Waymark has it open. The errors are
// those of Open.
func OpenReadOnly(ctx context.Context, path string) (*File, error) {
	path = realPath(path)
	if err := present(path); err != nil {
		return nil, err
	}
	return start(ctx, path, schema(), nil, nil)
}

// Book returns the book of the file.
func (f *File) Book() *app.Book { return f.book }

// Outside tells what was done to the file from outside since Waymark wrote it last, as found when it was opened; Accept
// ends it. A file with foreign Objects is open for reading only, since nothing of theirs may run.
func (f *File) Outside() app.Outside { return f.outside }

// Path returns the full path of the file.
func (f *File) Path() string { return f.path }

// ReadOnly tells whether the file is open for reading only.
func (f *File) ReadOnly() bool { return f.lock == nil }

// Close lets go of the file and its lock. A file of which the better part is unused, or in which removed words remain, is
// written anew before. Closing twice does nothing.
func (f *File) Close() error {
	if f.writer != nil {
		f.tidy(context.Background())
	}
	err := f.disconnect()
	if f.lock != nil {
		err = errors.Join(err, f.lock.release())
		f.lock = nil
	}
	return fault("close", f.path, err)
}

// leastUnused is how many pages must be unused before a file is made smaller.
const leastUnused = 64

// tidy writes the file anew when more pages are unused than used, or when words that were removed remain in it.
func (f *File) tidy(ctx context.Context) {
	pages, err := pragma(ctx, f.conn, "page_count")
	if err != nil {
		return
	}
	unused, err := pragma(ctx, f.conn, "freelist_count")
	if err != nil {
		return
	}
	if unused < leastUnused || unused < pages/2 {
		if remains, err := f.remains(ctx); err != nil || !remains {
			return
		}
	}
	if err := f.writer.close(); err != nil {
		return
	}
	writeAnew(ctx, f.conn)
}

// writeAnew leaves nothing in the file but what is in its tables. What fails here is no loss.
func writeAnew(ctx context.Context, c *sql.Conn) {
	if _, err := c.ExecContext(ctx, "VACUUM"); err != nil {
		slog.Error("file not written anew", "error", err)
	}
}

// disconnect closes the database; the next edit connects anew.
func (f *File) disconnect() error {
	var err error
	if f.writer != nil {
		err = f.writer.close()
		f.writer = nil
	}
	if f.conn != nil {
		err = errors.Join(err, f.conn.Close())
		f.conn = nil
	}
	if f.db != nil {
		err = errors.Join(err, f.db.Close())
		f.db = nil
	}
	return err
}

func open(ctx context.Context, path string, env Env, schema []migration) (*File, error) {
	path = realPath(path)
	if err := present(path); err != nil {
		return nil, err
	}
	l, err := takeLock(path, env)
	if err != nil && !isReadOnly(err) {
		return nil, fault("open", path, err)
	}
	f, err := start(ctx, path, schema, l, env.Keep)
	if err != nil && l != nil {
		return nil, errors.Join(err, l.release())
	}
	return f, err
}

// start connects and loads. Without a lock, or where SQLite cannot write, the file is open for reading only.
func start(ctx context.Context, path string, schema []migration, l *lock, keep func(string, string, func(string) error) error) (*File, error) {
	f := &File{path: path, tables: newTables(), schema: schema, lock: l, keep: keep}
	book, err := f.connect(ctx)
	if err != nil {
		return nil, errors.Join(err, f.disconnect())
	}
	f.book = book
	return f, nil
}

// connect opens the database, makes sure what it is and returns the book that it holds.
func (f *File) connect(ctx context.Context) (*app.Book, error) {
	mode := "rw"
	if f.ReadOnly() {
		mode = "ro"
	}
	db, err := connect(f.path, mode)
	if err != nil {
		return nil, fault("open", f.path, err)
	}
	f.db = db
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, orDamaged(f.path, unreadable("open", f.path, err))
	}
	f.conn = c
	objects, err := f.identify(ctx, c)
	if err != nil {
		return nil, orDamaged(f.path, unreadable("open", f.path, err))
	}
	book, found, err := load(ctx, c, f.tables)
	f.outside = found
	f.outside.Objects = objects
	return book, unreadable("load", f.path, err)
}

// identify makes sure that the database is a school file of a version that can be read, and ready to be written. It
// returns the names of what is in it besides.
func (f *File) identify(ctx context.Context, c *sql.Conn) (objects []string, err error) {
	application, version, err := identity(ctx, c)
	if err != nil {
		return nil, err
	}
	newest := len(f.schema)
	switch {
	case application != applicationID:
		return nil, &app.Error{Op: "open", Kind: app.KindForeign, Text: app.Say("error.foreign", "path", f.path)}
	case version > newest:
		return nil, &app.Error{Op: "open", Kind: app.KindNewer, Text: app.Say("error.newer", "path", f.path)}
	case version < 1:
		return nil, damaged(fmt.Errorf("schoolfile: version %d", version))
	}
	if objects, err = strange(ctx, c, f.schema, version); err != nil {
		return nil, err
	}
	if len(objects) > 0 && version < newest {
		return nil, damaged(fmt.Errorf("schoolfile: an older file with foreign %v", objects))
	}
	writable := len(objects) == 0
	if f.lock != nil && writable {
		if writable, err = canWrite(c); err != nil {
			return nil, err
		}
	}
	if f.lock != nil && !writable {
		err := f.lock.release()
		f.lock = nil
		if err != nil {
			return nil, err
		}
	}
	if err := settle(ctx, c, f.ReadOnly()); err != nil {
		return nil, err
	}
	if !f.ReadOnly() {
		if err := safeToWrite(ctx, c); err != nil {
			return nil, err
		}
	}
	if version == newest {
		return objects, nil
	}
	if f.ReadOnly() {
		return nil, &app.Error{Op: "migrate", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", f.path)}
	}
	if err := f.keepOlder(ctx, c, version); err != nil {
		return nil, err
	}
	if err := migrate(ctx, c, f.schema, version); err != nil {
		return nil, err
	}
	writeAnew(ctx, c) // what an older Waymark removed goes for good
	return nil, nil
}

// damaged says that a school file cannot be read.
func damaged(cause error) error {
	return &app.Error{Op: "open", Kind: app.KindDamaged, Text: app.Say("error.damaged"), Err: cause}
}

// orDamaged is err, unless the file is foreign only because the first bytes of it are damaged: the mark of Waymark is there.
func orDamaged(path string, err error) error {
	var engine *sqlite.Error
	if app.KindOf(err) != app.KindForeign || !errors.As(err, &engine) {
		return err
	}
	if header, reading := headerOf(path); reading != nil || binary.BigEndian.Uint32(header[68:]) != applicationID {
		return err
	}
	return damaged(err)
}

// present tells whether there is a file at path that may be a school file.
func present(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &app.Error{Op: "open", Kind: app.KindNotFound, Text: app.Say("error.not_found", "path", path), Err: err}
	case err != nil:
		return fault("open", path, err)
	case !info.Mode().IsRegular() || info.Size() == 0:
		return &app.Error{Op: "open", Kind: app.KindForeign, Text: app.Say("error.foreign", "path", path)}
	}
	return nil
}

// realPath follows links, so that the same file has one lock whichever way it is reached.
func realPath(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

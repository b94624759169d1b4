package schoolfile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"waymark/app"
	"waymark/data/atomicfile"
)

// This file is what the keeping and restoring of backups asks of school files.

// Place is where a school file is put, over another or where there is none. While it is held no Waymark opens a file there.
type Place struct {
	path string
	lock *lock
}

// Hold takes the lock of the place at path, in which no file needs to be. The caller releases it. The Error is of
// KindLocked when someone has the file open, KindForeign when there is something else than a file, and KindReadOnly,
// KindFull or KindUnavailable where a lock cannot be written.
func Hold(path string, env Env) (*Place, error) {
	path = realPath(path)
	path = filepath.Join(realPath(filepath.Dir(path)), filepath.Base(path))
	switch info, err := os.Lstat(path); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fault("hold", path, err)
	case err == nil && !info.Mode().IsRegular():
		return nil, &app.Error{Op: "hold", Kind: app.KindForeign, Text: app.Say("error.foreign", "path", path)}
	}
	l, err := takeLock(path, env)
	if err != nil {
		return nil, fault("hold", path, err)
	}
	return &Place{path, l}, nil
}

// Path returns the full path of the place, behind all links.
func (p *Place) Path() string { return p.path }

// Release lets others open the file.
func (p *Place) Release() error { return fault("release", p.path, p.lock.release()) }

// JournalSuffixes lists what SQLite adds to the name of a file for those in which it keeps what is not finished. It applies
// them to whatever file is beside them.
func JournalSuffixes() []string { return []string{"-journal", "-wal", "-shm"} }

// Journals returns the paths of the journals in the place.
func (p *Place) Journals() []string {
	var found []string
	for _, suffix := range JournalSuffixes() {
		if _, err := os.Lstat(p.path + suffix); err == nil {
			found = append(found, p.path+suffix)
		}
	}
	return found
}

// Settle takes back what a crash left half written in the file, of whichever version it is. The Error is of KindNotFound,
// KindForeign, KindDamaged, or as for Open.
func (p *Place) Settle(ctx context.Context) error {
	if err := present(p.path); err != nil {
		return err
	}
	db, err := connect(p.path, "rw")
	if err == nil {
		err = errors.Join(rolledBack(ctx, db, p.path), db.Close())
	}
	return unreadable("settle", p.path, err)
}

func rolledBack(ctx context.Context, db *sql.DB, path string) error {
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }()        // nothing was written through it that SQLite did not make durable
	application, _, err := identity(ctx, c) // the first look is what rolls a journal back
	if err != nil {
		return err
	}
	if application != applicationID {
		return &app.Error{Op: "settle", Kind: app.KindForeign, Text: app.Say("error.foreign", "path", path)}
	}
	var journal string
	return c.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&journal) // ends a write-ahead log
}

// Clear removes the journals, of which the caller has copies: whatever file comes into the place would be changed by them.
func (p *Place) Clear() error {
	for _, journal := range p.Journals() {
		if err := os.Remove(journal); err != nil {
			return fault("clear", journal, err)
		}
	}
	atomicfile.SyncFolder(filepath.Dir(p.path))
	return nil
}

// Put moves the file, which is whole, durable and in the same folder, into the place, over what is there. It refuses while
// there is a journal. The Error is of KindLocked when another program keeps what is there, and as for Hold otherwise.
func (p *Place) Put(ctx context.Context, file string) error {
	if journals := p.Journals(); len(journals) > 0 {
		return &app.Error{Op: "put", Kind: app.KindConflict, Text: app.Say("error.conflict"),
			Err: fmt.Errorf("there still is %s", strings.Join(journals, ", "))}
	}
	if info, err := os.Stat(p.path); err == nil {
		if err := os.Chmod(file, info.Mode().Perm()|0o600); err != nil {
			return fault("put", file, err)
		}
	}
	if err := rename(ctx, file, p.path); err != nil {
		return err
	}
	atomicfile.SyncFolder(filepath.Dir(p.path))
	return nil
}

// rename renames a file. On Windows a virus scanner may look into either just now, so it is tried for a second.
func rename(ctx context.Context, from, to string) error {
	const tries, pause = 20, 50 * time.Millisecond
	for n := 1; ; n++ {
		err := os.Rename(from, to)
		if err == nil || !inUse(err) {
			return moving(to, err)
		}
		if n == tries {
			return &app.Error{Op: "put", Kind: app.KindLocked, Text: app.Say("error.busy", "path", to), Err: err}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// inUse tells whether Windows refused because a program has the file open.
func inUse(err error) bool {
	const accessDenied, sharingViolation = syscall.Errno(5), syscall.Errno(32)
	return runtime.GOOS == "windows" && (errors.Is(err, accessDenied) || errors.Is(err, sharingViolation))
}

// moving is fault for a rename, whose errors name two paths.
func moving(to string, err error) error {
	var link *os.LinkError
	if errors.As(err, &link) {
		err = &fs.PathError{Op: link.Op, Path: to, Err: link.Err}
	}
	return fault("put", to, err)
}

// Sound looks through the file as it is on the disk: every page and every reference. The Error is of KindDamaged when
// something is not in order. A file with foreign objects is not looked through, since they would run.
func (f *File) Sound(ctx context.Context) error {
	if len(f.outside.Objects) > 0 {
		return nil
	}
	if err := sound(ctx, f.path); err != nil {
		return unreadable("check", f.path, err)
	}
	broken, err := brokenReferences(ctx, f.conn)
	if err == nil && len(broken) > 0 {
		err = damaged(fmt.Errorf("broken references: %s", strings.Join(broken, ", ")))
	}
	return unreadable("check", f.path, err)
}

// Changed returns when the last edit was made, the zero time when the log tells of none.
func (f *File) Changed(ctx context.Context) time.Time {
	for _, query := range []string{"SELECT at FROM activity ORDER BY id DESC LIMIT 1",
		"SELECT last FROM activity_archive ORDER BY id DESC LIMIT 1"} {
		var text string
		if err := f.conn.QueryRowContext(ctx, query).Scan(&text); err != nil {
			continue
		}
		if at, err := time.Parse(time.RFC3339, text); err == nil {
			return at
		}
	}
	return time.Time{}
}

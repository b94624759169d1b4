package schoolfile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Backup writes a copy of the file to path, checks it and makes it durable; a copy appears whole or not at all. The Error
// is of KindInvalid when there already is a file, KindDamaged when the copy is not sound, and as for Apply otherwise. What
// is foreign to a school file is not copied.
func (f *File) Backup(ctx context.Context, path string) error {
	path = filepath.Join(realPath(filepath.Dir(path)), filepath.Base(path))
	if err := absent(path); err != nil {
		return err
	}
	if len(f.outside.Objects) > 0 {
		return fault("back up", path, replace(path, func(temporary string) error {
			return fill(ctx, temporary, f.schema, slices.Collect(f.book.Records()))
		}))
	}
	db, err := connect(f.path, "ro")
	if err != nil {
		return fault("back up", f.path, err)
	}
	defer func() { _ = db.Close() }() // nothing was written through it
	c, err := db.Conn(ctx)
	if err != nil {
		return fault("back up", f.path, err)
	}
	defer func() { _ = c.Close() }()
	return fault("back up", path, copyTo(ctx, c, path))
}

// copyTo writes a sound copy of the database to path.
func copyTo(ctx context.Context, c *sql.Conn, path string) error {
	return replace(path, func(temporary string) error {
		if _, err := c.ExecContext(ctx, "VACUUM INTO ?", temporary); err != nil {
			return err
		}
		return sound(ctx, temporary)
	})
}

// sound checks the database at path; what is not in order is an app.Error of KindDamaged.
func sound(ctx context.Context, path string) error {
	faults, err := brokenPages(ctx, path)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return damaged(fmt.Errorf("integrity: %s", strings.Join(faults, "; ")))
	}
	return nil
}

// brokenPages lists what integrity_check finds; nothing when all is well. The check writes nothing, but on a connection
// that is open for reading only SQLite leaves out the rules of the columns.
func brokenPages(ctx context.Context, path string) (faults []string, err error) {
	db, err := connect(path, "rw")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	rows, err := db.QueryContext(ctx, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			faults = append(faults, line)
		}
	}
	return faults, rows.Err()
}

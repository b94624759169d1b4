package schoolfile

import (
	"context"
	"errors"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"waymark/app"
)

// fault turns a failure into the app.Error that tells the user what to do about it. An error that already is one, and
// the end of a context, pass through.
func fault(op, path string, err error) error {
	var known *app.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	tell := func(kind app.ErrorKind, text app.Text) error {
		return &app.Error{Op: op, Kind: kind, Text: text, Err: err}
	}
	at := func(key string) app.Text { return app.Say(key, "path", path) }
	var engine *sqlite.Error
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &engine):
		return tell(engineFault(engine.Code(), at))
	case isFull(err):
		return tell(app.KindFull, app.Say("error.full"))
	case isReadOnly(err):
		return tell(app.KindReadOnly, at("error.read_only"))
	case errors.Is(err, fs.ErrNotExist):
		return tell(app.KindUnavailable, at("error.unavailable"))
	}
	var place *fs.PathError
	if errors.As(err, &place) {
		return tell(app.KindUnavailable, at("error.unavailable"))
	}
	return tell(app.KindInternal, app.Say("error.internal"))
}

// engineFault sorts the result codes of SQLite, https://www.sqlite.org/rescode.html.
func engineFault(code int, at func(key string) app.Text) (app.ErrorKind, app.Text) {
	switch code {
	case sqlite3.SQLITE_READONLY_DBMOVED:
		return app.KindUnavailable, at("error.unavailable")
	case sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS:
		return app.KindDamaged, app.Say("error.damaged")
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE:
		return app.KindConflict, app.Say("error.conflict")
	}
	switch code & 0xff {
	case sqlite3.SQLITE_NOTADB:
		return app.KindForeign, at("error.foreign")
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT:
		return app.KindDamaged, app.Say("error.damaged")
	case sqlite3.SQLITE_FULL:
		return app.KindFull, app.Say("error.full")
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return app.KindLocked, at("error.busy")
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return app.KindReadOnly, at("error.read_only")
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOLFS:
		return app.KindUnavailable, at("error.unavailable")
	}
	return app.KindInternal, app.Say("error.internal")
}

// unreadable is fault for the moment of loading, where a table or column that is not there means a damaged file.
func unreadable(op, path string, err error) error {
	var engine *sqlite.Error
	if errors.As(err, &engine) && engine.Code() == sqlite3.SQLITE_ERROR {
		return &app.Error{Op: op, Kind: app.KindDamaged, Text: app.Say("error.damaged"), Err: err}
	}
	return fault(op, path, err)
}

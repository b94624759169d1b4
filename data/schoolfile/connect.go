package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
)

// applicationID marks a school file in the header of the database: "WYMK".
const applicationID = 0x57594D4B

// busyMilliseconds is how long a write waits for another program to let go of the file, such as a virus scanner.
const busyMilliseconds = 2000

// connect opens the database at path on one connection. mode is rw or ro; neither creates a file. Nothing is read yet.
func connect(path, mode string) (*sql.DB, error) {
	sqlite.StrictPragmas(true)
	switch names, err := namesSuper(path + "-journal"); {
	case err != nil:
		return nil, err
	case names:
		return nil, damaged(errors.New("schoolfile: a journal that names another file"))
	}
	db, err := sql.Open("sqlite", dsn(path, mode))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// dsn names the database in the form of a URI, the only one in which SQLite heeds mode. The journal is not set here: it
// would be changed before the file is known to be a school file. Synchronous is EXTRA because with FULL the removal of the
// journal is not synced: after a power cut it could be back and take back an edit that was accepted.
func dsn(path, mode string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive letter
	}
	var uri strings.Builder
	for _, b := range []byte(path) {
		if b <= ' ' || b == '%' || b == '?' || b == '#' || b == 0x7f {
			fmt.Fprintf(&uri, "%%%02X", b)
		} else {
			uri.WriteByte(b)
		}
	}
	s := fmt.Sprintf("file://%s?mode=%s&_busy_timeout=%d&_foreign_keys=1&_synchronous=EXTRA&_defensive=1&_dqs=0&_error_rc=1"+
		"&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=fullfsync(1)&_pragma=secure_delete(1)", uri.String(), mode, busyMilliseconds)
	if mode == "rw" {
		s += "&_txlock=immediate"
	}
	return s
}

// identity reads what the header of the database says it is.
func identity(ctx context.Context, c *sql.Conn) (application, version int, err error) {
	application, err = pragma(ctx, c, "application_id")
	if err != nil {
		return 0, 0, err
	}
	version, err = pragma(ctx, c, "user_version")
	return application, version, err
}

// settle makes sure that the connection keeps accepted changes: it sets the rollback journal, unless the file is only
// read, and reads every other setting back, since SQLite passes over a misspelt one in silence.
func settle(ctx context.Context, c *sql.Conn, readOnly bool) error {
	for name, want := range map[string]int{"foreign_keys": 1, "synchronous": 3, "trusted_schema": 0, "busy_timeout": busyMilliseconds,
		"secure_delete": 1} {
		got, err := pragma(ctx, c, name)
		if err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("schoolfile: PRAGMA %s is %d instead of %d", name, got, want)
		}
	}
	if readOnly {
		return nil
	}
	var journal string
	if err := c.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&journal); err != nil {
		return err
	}
	if journal != "delete" {
		return fmt.Errorf("schoolfile: the journal is %s instead of delete", journal)
	}
	return nil
}

func pragma(ctx context.Context, c *sql.Conn, name string) (value int, err error) {
	err = c.QueryRowContext(ctx, "PRAGMA "+name).Scan(&value)
	return value, err
}

// canWrite tells whether SQLite could open the file for writing; it falls back to reading by itself.
func canWrite(c *sql.Conn) (bool, error) {
	var readOnly bool
	err := c.Raw(func(conn any) (err error) {
		asker, ok := conn.(interface {
			IsReadOnly(schema string) (bool, error)
		})
		if !ok {
			return fmt.Errorf("schoolfile: %T cannot tell whether it may write", conn)
		}
		readOnly, err = asker.IsReadOnly("main")
		return err
	})
	return !readOnly, err
}

// scan calls each with every row of a query, past the conversions of database/sql. The row is only good until each
// returns.
func scan(ctx context.Context, conn any, query string, each func(row []driver.Value) error) (err error) {
	asker, ok := conn.(driver.QueryerContext)
	if !ok {
		return fmt.Errorf("schoolfile: %T cannot be asked", conn)
	}
	rows, err := asker.QueryContext(ctx, query, nil)
	if err != nil {
		return err
	}
	defer func() {
		if closing := rows.Close(); err == nil {
			err = closing
		}
	}()
	row := make([]driver.Value, len(rows.Columns()))
	for {
		switch err := rows.Next(row); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
		if err := each(row); err != nil {
			return err
		}
	}
}

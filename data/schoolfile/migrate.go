package schoolfile

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"waymark/app"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migration brings a school file from the version before it to its own.
type migration struct {
	version int
	script  string
}

// schema lists the migrations in order; the version of each is its place in the list, counted from 1.
func schema() []migration {
	names, err := fs.Glob(migrations, "migrations/*.sql") // in the order of their names
	if err != nil {
		panic("schoolfile: " + err.Error()) // only a misspelt pattern can fail
	}
	list := make([]migration, 0, len(names))
	for i, name := range names {
		script, err := migrations.ReadFile(name)
		if err != nil {
			panic("schoolfile: " + err.Error()) // the file is part of the program
		}
		list = append(list, migration{i + 1, string(script)})
	}
	return list
}

// sealed is the first version whose records have seals.
const sealed = 2

// migrate runs the migrations that follow a version in one transaction, which also records the version they lead to. The
// records of a version without seals are sealed as they stand; what later migrations add must leave the seals as they are.
func migrate(ctx context.Context, c *sql.Conn, schema []migration, version int) error {
	if _, err := c.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := migrateWithin(ctx, c, schema, version)
	if err == nil {
		_, err = c.ExecContext(ctx, "COMMIT")
	}
	if err != nil {
		_, _ = c.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") // the first error is the one to tell
	}
	return err
}

func migrateWithin(ctx context.Context, c *sql.Conn, schema []migration, version int) error {
	for _, step := range schema[version:] {
		script := fmt.Sprintf("%s\nPRAGMA application_id = %d; PRAGMA user_version = %d;", step.script, applicationID, step.version)
		if _, err := c.ExecContext(ctx, script); err != nil {
			return fmt.Errorf("migration %d: %w", step.version, err)
		}
	}
	if version > 0 && version < sealed {
		if err := reseal(ctx, c, newTables()); err != nil {
			return err
		}
	}
	broken, err := brokenReferences(ctx, c)
	if err != nil {
		return err
	}
	if len(broken) > 0 {
		return damaged(fmt.Errorf("broken references: %s", strings.Join(broken, ", ")))
	}
	return nil
}

// brokenReferences lists the rows that point to a row which is not there. The check is a query: executed as a command it
// would never fail.
func brokenReferences(ctx context.Context, c interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}) (broken []string, err error) {
	rows, err := c.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var child, parent string
		var row, key sql.NullInt64
		if err := rows.Scan(&child, &row, &parent, &key); err != nil {
			return nil, err
		}
		broken = append(broken, fmt.Sprintf("%s row %d has no %s", child, row.Int64, parent))
	}
	return broken, rows.Err()
}

// keepOlder makes a backup of a file of an older version.
func (f *File) keepOlder(ctx context.Context, c *sql.Conn, version int) error {
	if f.keep == nil {
		return keepBeside(ctx, c, f.path, version)
	}
	var id, name string
	if err := c.QueryRowContext(ctx, "SELECT id, name FROM school").Scan(&id, &name); err != nil {
		return keepBeside(ctx, c, f.path, version) // a file without its school
	}
	return f.keep(id, name, func(path string) error { return copyTo(ctx, c, path) })
}

// keepBeside leaves the copy beside the file, under a name that is free.
func keepBeside(ctx context.Context, c *sql.Conn, path string, version int) error {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s.version%d%s", stem, version, filepath.Ext(path))
		if n > 1 {
			name = fmt.Sprintf("%s.version%d-%d%s", stem, version, n, filepath.Ext(path))
		}
		switch err := absent(name); app.KindOf(err) {
		case app.KindInvalid:
			continue
		default:
			if err != nil {
				return err
			}
			return copyTo(ctx, c, name)
		}
	}
}

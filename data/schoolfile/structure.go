package schoolfile

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// object is a table, an index, a view or a trigger, as it stands in the schema of a database.
type object struct{ kind, name, on, sql string }

// structure lists the objects of a database, but for those that SQLite keeps for itself.
func structure(ctx context.Context, c *sql.Conn) (objects []object, err error) {
	rows, err := c.QueryContext(ctx, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"+
		" WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var o object
		if err := rows.Scan(&o.kind, &o.name, &o.on, &o.sql); err != nil {
			return nil, err
		}
		objects = append(objects, o)
	}
	return objects, rows.Err()
}

// print sums objects up.
func print(objects []object) string {
	h := sha256.New()
	for _, o := range objects {
		_, _ = io.WriteString(h, strings.Join([]string{o.kind, o.name, o.on, o.sql, ""}, "\x00")) // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// prints returns the print of the structure of each version. A test computes them.
func prints() []string {
	return []string{"965ea7aa594baff328b9bb0c", "b739dce74bc5db6177ff2fe9", "8bbdc3c80ed4ef9c295c51d7", "1584b6da70cb7bb5f3f47bdd"}
}

// versionOf returns the version whose tables a database has, whatever its header says; 0 when it is none.
func versionOf(ctx context.Context, c *sql.Conn) int {
	is, err := structure(ctx, c)
	if err != nil {
		return 0
	}
	return slices.Index(prints(), print(is)) + 1
}

// strange compares the structure of a file with the one that its version has. Whatever is there besides the tables and
// indexes of Waymark is returned by name: nothing of it may run. A table of Waymark that is not as Waymark made it is an
// app.Error of KindDamaged.
func strange(ctx context.Context, c *sql.Conn, schema []migration, version int) (extra []string, err error) {
	is, err := structure(ctx, c)
	if err != nil {
		return nil, err
	}
	if known := prints(); version <= len(known) && print(is) == known[version-1] {
		return nil, nil
	}
	was, err := structureOf(ctx, schema[:version])
	if err != nil {
		return nil, err
	}
	ours := make(map[string]object, len(was))
	for _, o := range was {
		ours[o.kind+" "+o.name] = o
	}
	for _, o := range is {
		switch own, ok := ours[o.kind+" "+o.name]; {
		case !ok:
			extra = append(extra, o.name)
		case own != o:
			return nil, restructured(o)
		}
		delete(ours, o.kind+" "+o.name)
	}
	for _, o := range ours {
		return nil, restructured(o)
	}
	return extra, nil
}

func restructured(o object) error {
	return damaged(fmt.Errorf("schoolfile: %s %s is not as Waymark made it", o.kind, o.name))
}

// structureOf returns the structure that the migrations make.
func structureOf(ctx context.Context, steps []migration) (objects []object, err error) {
	db, err := sql.Open("sqlite", "file::memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(err, db.Close()) }()
	c, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	for _, step := range steps {
		if _, err := c.ExecContext(ctx, step.script); err != nil {
			return nil, err
		}
	}
	return structure(ctx, c)
}

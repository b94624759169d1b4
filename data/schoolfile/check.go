package schoolfile

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"

	"waymark/app"
)

// Finding is one thing that is not in order in a school file. Kind and ID name the record, when it is one.
type Finding struct {
	Kind   app.Kind
	ID     string
	Text   app.Text
	Detail string // for a person who mends files: the words of SQLite or of the reader
}

// Check looks through a school file without locking or changing it: every page, every reference, and every record by the
// rules that the records of Waymark obey. No findings mean that all is well. A file that cannot be looked through is an
// Error as for Open, but a damaged one yields findings.
func Check(ctx context.Context, path string) ([]Finding, error) {
	path = realPath(path)
	if err := present(path); err != nil {
		return nil, err
	}
	f := &File{path: path, tables: newTables(), schema: schema()}
	findings, err := f.check(ctx)
	if err = errors.Join(err, f.disconnect()); err != nil {
		return findings, fault("check", path, err)
	}
	return findings, nil
}

func (f *File) check(ctx context.Context) ([]Finding, error) {
	book, loading := f.connect(ctx)
	findings := fromOutside(f.outside)
	damaged := func(err error) error {
		if app.KindOf(err) != app.KindDamaged {
			return err
		}
		findings = append(findings, Finding{Text: app.Say("check.damaged"), Detail: err.Error()})
		return nil
	}
	if loading != nil && app.KindOf(loading) != app.KindDamaged {
		return nil, loading
	}
	if f.conn == nil {
		return []Finding{{Text: app.Say("check.damaged"), Detail: loading.Error()}}, nil
	}
	var pages []string
	var err error
	if len(f.outside.Objects) == 0 { // the check would run what is foreign
		pages, err = brokenPages(ctx, f.path)
	}
	if err := damaged(unreadable("check", f.path, err)); err != nil {
		return findings, err
	}
	for _, page := range pages {
		findings = append(findings, Finding{Text: app.Say("check.damaged"), Detail: page})
	}
	references, err := brokenReferences(ctx, f.conn)
	if err := damaged(unreadable("check", f.path, err)); err != nil {
		return findings, err
	}
	for _, reference := range references {
		findings = append(findings, Finding{Text: app.Say("check.reference"), Detail: reference})
	}
	if book == nil {
		unread, err := unreadRows(ctx, f.conn, f.tables)
		if err := damaged(unreadable("check", f.path, err)); err != nil {
			return findings, err
		}
		if findings = append(findings, unread...); len(findings) == 0 {
			findings = append(findings, Finding{Text: app.Say("check.damaged"), Detail: loading.Error()})
		}
		return findings, nil
	}
	for record := range book.Records() {
		if err := app.Validate(record); err != nil {
			findings = append(findings, Finding{record.RecordKind(), record.RecordID(), app.Sentence(err), err.Error()})
		}
	}
	return findings, nil
}

// fromOutside tells of each thing that was done to the file from outside.
func fromOutside(o app.Outside) []Finding {
	var findings []Finding
	for _, r := range o.Records {
		findings = append(findings, Finding{r.RecordKind(), r.RecordID(), app.Say("check.outside"), app.Name(r)})
	}
	for _, m := range o.Missing {
		if m.Count == 0 {
			findings = append(findings, Finding{Kind: m.Kind, Text: app.Say("check.older")})
		} else {
			findings = append(findings, Finding{Kind: m.Kind, Text: app.Say("check.missing", "count", m.Count)})
		}
	}
	for _, name := range o.Objects {
		findings = append(findings, Finding{Text: app.Say("check.object"), Detail: name})
	}
	return findings
}

// unreadRows finds the rows that are not records.
func unreadRows(ctx context.Context, c *sql.Conn, tables []*table) ([]Finding, error) {
	var findings []Finding
	err := c.Raw(func(conn any) error {
		for _, t := range tables {
			err := scan(ctx, conn, t.query, func(row []driver.Value) error {
				if _, err := t.record(row[:len(t.columns)]); err != nil {
					id, _ := row[0].(string)
					findings = append(findings, Finding{t.kind, id, app.Say("check.record"), err.Error()})
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return findings, err
}

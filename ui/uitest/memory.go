package uitest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/activity"
	"waymark/app/backup"
	"waymark/app/chart"
	"waymark/app/preference"
	"waymark/app/survey"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui"
)

type preferences struct{ preference.Preferences }

func (p *preferences) Load() preference.Preferences { return p.Preferences }
func (p *preferences) Save(q preference.Preferences) error {
	p.Preferences = q
	return nil
}

// Files keeps books in memory. Written lists what was written, Deleted what was deleted.
type Files struct {
	Fail          error // what edits come to, and most else
	FailElsewhere error
	FailBackup    error
	OpenFail      error       // what Open comes to
	Outside       app.Outside // what opening finds
	Backups       []backup.Backup
	Deleted       []string
	Held          error // what Open comes to, when another has the file
	Written       []string
	Contents      map[string][]byte                                    // of other files, by path
	Tables        map[string]func(survey.Options) (survey.File, error) // what ReadTable comes to, by path
	records       []app.Record
	past          []Done // what was done before
	open          *memoryFile
}

type memoryFile struct {
	files *Files
	book  *app.Book
	path  string
	done  []Done
}

func (m *memoryFile) Apply(_ context.Context, edit app.Edit, _ app.Cause, at time.Time) error {
	if m.files.Fail != nil {
		return m.files.Fail
	}
	m.done = append(m.done, Done{at, edit.Changes})
	return nil
}

func (m *memoryFile) Activity(_ context.Context, since app.Date) (activity.Log, error) {
	return logOf(m.done).Since(since), m.files.Fail
}

func (m *memoryFile) Outside() app.Outside { return m.files.Outside }

func (m *memoryFile) Accept(context.Context) error {
	m.files.Outside = app.Outside{}
	return m.files.Fail
}

func (m *memoryFile) Book() *app.Book { return m.book }
func (m *memoryFile) Path() string    { return m.path }
func (m *memoryFile) ReadOnly() bool {
	return m.files.Held != nil || len(m.files.Outside.Objects) > 0 || strings.HasPrefix(m.path, "/backups/")
}
func (m *memoryFile) Close() error                         { return nil }
func (m *memoryFile) Backup(context.Context, string) error { return m.files.Fail }

// Create makes a book in memory.
func (f *Files) Create(path string, records []app.Record) (ui.SchoolFile, error) {
	f.records = records
	return f.Open(path)
}

// Open opens the book.
func (f *Files) Open(path string) (ui.SchoolFile, error) {
	if err := errors.Join(f.OpenFail, f.Held); err != nil {
		return nil, err
	}
	return f.OpenToRead(path)
}

// OpenToRead opens the book, whoever has it.
func (f *Files) OpenToRead(path string) (ui.SchoolFile, error) {
	book, err := app.NewBook(f.records...)
	if err != nil {
		return nil, err
	}
	f.open = &memoryFile{files: f, book: book, path: path, done: f.past}
	return f.open, nil
}

// Elsewhere goes on with the same book at another path.
func (f *Files) Elsewhere(_ context.Context, file ui.SchoolFile, path string) (ui.SchoolFile, error) {
	if f.FailElsewhere != nil {
		return nil, f.FailElsewhere
	}
	f.Fail = nil
	f.open = &memoryFile{files: f, book: file.Book(), path: path}
	return f.open, nil
}

// Delete notes what was deleted.
func (f *Files) Delete(path string) error {
	f.Deleted = append(f.Deleted, path)
	return nil
}

// Writable takes every folder for one.
func (f *Files) Writable(string) bool { return true }

// Repair tells of one goal that was lost.
func (f *Files) Repair(context.Context, string, *translations.Printer) (string, []app.Text, error) {
	f.OpenFail = nil
	return "/school/repaired.waymark", []app.Text{app.Say("check.missing", "count", 1)}, nil
}

// Protect notes the copy, Unprotect opens everything.
func (f *Files) Protect(_ context.Context, _ ui.SchoolFile, path, password string) error {
	f.Written = append(f.Written, path+" "+password)
	return f.Fail
}

// Protected goes by the name.
func (f *Files) Protected(path string) bool { return strings.HasSuffix(path, ".age") }

// Unprotect is described at Protect.
func (f *Files) Unprotect(_ context.Context, path, password string) (string, error) {
	if password != "saladus" {
		return "", app.Invalid("unprotect", app.Say("error.wrong_password"))
	}
	return strings.TrimSuffix(path, ".age"), nil
}

// Schools lists Backups as those of one school.
func (f *Files) Schools() ([]backup.School, error) {
	if len(f.Backups) == 0 {
		return nil, f.Fail
	}
	return []backup.School{{ID: f.Backups[0].School, Name: f.Backups[0].Name, Path: "/school/sample.waymark", Backups: f.Backups}}, f.Fail
}

// BackupFolder is where backups would be.
func (f *Files) BackupFolder() string { return "/backups" }

// Look tells what the book holds.
func (f *Files) Look(context.Context, backup.Backup) backup.Holding {
	book, err := app.NewBook(f.records...)
	if err != nil {
		return backup.Holding{Damage: err}
	}
	return backup.Holds(book)
}

// OpenBackup opens the book at the path of the backup.
func (f *Files) OpenBackup(b backup.Backup) (ui.SchoolFile, error) { return f.OpenToRead(b.Path) }

// BackUpDaily makes none.
func (f *Files) BackUpDaily(context.Context, ui.SchoolFile) error { return f.FailBackup }

// Restore notes what was restored.
func (f *Files) Restore(_ context.Context, b backup.Backup, path string) error {
	f.Written = append(f.Written, b.Path+" restored to "+path)
	return f.Fail
}

// DeleteBackups removes all of them.
func (f *Files) DeleteBackups(app.ID[app.School]) (int, error) {
	n := len(f.Backups)
	f.Backups = nil
	return n, f.Fail
}

// Practice is the sample.
func (f *Files) Practice(words *translations.Printer) (string, error) {
	f.records = sample.Build(words)
	return "/school/practice.waymark", nil
}

// SchoolPath proposes a path.
func (f *Files) SchoolPath(school string) string { return "/school/" + school + ".waymark" }

// DocumentPath proposes a path.
func (f *Files) DocumentPath(_, title, extension string) string {
	return "/school/" + title + extension
}

// ReadFile reads what was put into Contents, WriteFile puts there what is written.
func (f *Files) ReadFile(path string, _ int64) ([]byte, error) {
	data, ok := f.Contents[path]
	if !ok {
		return nil, &app.Error{Op: "read", Kind: app.KindUnavailable, Text: app.Say("error.unreadable", "path", path)}
	}
	return data, f.Fail
}

// WriteFile is described at ReadFile.
func (f *Files) WriteFile(path string, write func(io.Writer) error) error {
	var out bytes.Buffer
	if err := errors.Join(f.Fail, write(&out)); err != nil {
		return err
	}
	if f.Contents == nil {
		f.Contents = map[string][]byte{}
	}
	f.Contents[path] = out.Bytes()
	return nil
}

// ReadTable reads what was put into Tables.
func (f *Files) ReadTable(ctx context.Context, path string, options survey.Options) (survey.File, error) {
	read, ok := f.Tables[path]
	if !ok {
		return survey.File{}, &app.Error{Op: "read table", Kind: app.KindNotFound, Text: app.Say("error.not_found", "path", path)}
	}
	if err := ctx.Err(); err != nil {
		return survey.File{}, err
	}
	return read(options)
}

// WriteDocument notes that a document was asked for.
func (f *Files) WriteDocument(ctx context.Context, _ string, _ *app.Book, path string, words *translations.Printer, _ app.Date) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	f.Written = append(f.Written, path+" "+words.Language())
	return f.Fail
}

// Show opens nothing.
func (f *Files) Show(string) error { return f.Fail }

// WritePNG writes what a drawing is called.
func (f *Files) WritePNG(w io.Writer, d chart.Drawing) error {
	_, err := io.WriteString(w, "PNG of "+d.Title)
	return err
}

// Frameworks lists the shipped frameworks.
func (f *Files) Frameworks() []app.Framework { return frameworks.All() }

// Records are those that the next file to be opened holds.
func (f *Files) Records() []app.Record { return f.records }

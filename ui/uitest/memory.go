package uitest

import (
	"context"
	"time"

	"waymark/app"
	"waymark/app/activity"
	"waymark/app/preference"
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

// Files keeps books in memory. Fail, when set, is what the next edits come to; Outside is what opening finds; Written lists
// the documents asked for.
type Files struct {
	Fail    error
	Outside app.Outside
	Held    error // what Open comes to, when another has the file
	Written []string
	records []app.Record
	past    []Done
	open    *memoryFile
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

func (m *memoryFile) Book() *app.Book                      { return m.book }
func (m *memoryFile) Path() string                         { return m.path }
func (m *memoryFile) ReadOnly() bool                       { return m.files.Held != nil }
func (m *memoryFile) Close() error                         { return nil }
func (m *memoryFile) Backup(context.Context, string) error { return m.files.Fail }

// Create makes a book in memory.
func (f *Files) Create(path string, records []app.Record) (ui.SchoolFile, error) {
	f.records = records
	return f.Open(path)
}

// Open opens the book.
func (f *Files) Open(path string) (ui.SchoolFile, error) {
	if f.Held != nil {
		return nil, f.Held
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

// Practice is the sample.
func (f *Files) Practice(words *translations.Printer) (string, error) {
	f.records = sample.Build(words)
	return "/school/practice.waymark", nil
}

// SchoolPath proposes a path.
func (f *Files) SchoolPath(school string) string { return "/school/" + school + ".waymark" }

// DocumentPath proposes a path.
func (f *Files) DocumentPath(_, title string) string { return "/school/" + title + ".pdf" }

// WritePlan notes that a plan was asked for.
func (f *Files) WritePlan(_ context.Context, _ *app.Book, path string, words *translations.Printer, _ app.Date) error {
	f.Written = append(f.Written, path+" "+words.Language())
	return f.Fail
}

// Show opens nothing.
func (f *Files) Show(string) error { return f.Fail }

// Framework returns a shipped framework.
func (f *Files) Framework(key string) (app.Framework, bool) {
	for _, framework := range frameworks.All() {
		if framework.Key == key {
			return framework, true
		}
	}
	return app.Framework{}, false
}

// Frameworks lists the shipped frameworks.
func (f *Files) Frameworks() []app.Framework { return frameworks.All() }

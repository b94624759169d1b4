// Package ui is the shell: the window with its rail, menu, status line and toasts, the routes between screens, undo and
// redo, and the opening and closing of school files. It imports ui/…, app…, translations and fyne; files reach it
// through the interfaces below, which cmd/waymark fills.
package ui

import (
	"context"
	"io"
	"time"

	"waymark/app"
	"waymark/app/activity"
	"waymark/app/backup"
	"waymark/app/chart"
	"waymark/app/preference"
	"waymark/app/survey"
	"waymark/translations"
)

// SchoolFile is an open school file.
type SchoolFile interface {
	app.Store
	Book() *app.Book
	Path() string
	ReadOnly() bool
	Close() error
	// Backup writes a checked copy to a path that must not exist.
	Backup(ctx context.Context, path string) error
	// Outside tells what was done to the file from outside since Waymark wrote it last; Accept ends it.
	Outside() app.Outside
	Accept(ctx context.Context) error
	// Activity reads the log since a day, newest first; all of it for the zero Date.
	Activity(ctx context.Context, since app.Date) (activity.Log, error)
}

// Files is what the shell asks of the disk. Errors are *app.Error where there is a sentence for them.
type Files interface {
	Create(path string, records []app.Record) (SchoolFile, error)
	Open(path string) (SchoolFile, error)
	// Elsewhere makes a school file at path with all that file's book holds, whether or not file can still be reached, and
	// opens it on the same book.
	Elsewhere(ctx context.Context, file SchoolFile, path string) (SchoolFile, error)
	// Delete removes a school file from the disk. Writable tells whether a folder is there and can be written.
	Delete(path string) error
	Writable(folder string) bool
	// Protected tells whether a file needs a password. Protect writes a copy that needs the password, Unprotect makes a school file of one and tells where.
	Protect(ctx context.Context, file SchoolFile, path, password string) error
	Protected(path string) bool
	Unprotect(ctx context.Context, path, password string) (opened string, err error)
	// Repair saves what can be read of a damaged file into a new one beside it, and tells what it could not save.
	Repair(ctx context.Context, path string, words *translations.Printer) (repaired string, told []app.Text, err error)
	// Schools lists the schools of which there are backups, BackupFolder where they are; Look tells what a backup holds.
	Schools() ([]backup.School, error)
	BackupFolder() string
	Look(ctx context.Context, b backup.Backup) backup.Holding
	// OpenBackup opens a backup for reading.
	OpenBackup(b backup.Backup) (SchoolFile, error)
	// BackUpDaily makes the backup of the day when it is due.
	BackUpDaily(ctx context.Context, file SchoolFile) error
	// Restore puts a backup in the place of the school file at path, which must not be open and is backed up first.
	Restore(ctx context.Context, b backup.Backup, path string) error
	// DeleteBackups removes every backup of a school and tells how many there were.
	DeleteBackups(school app.ID[app.School]) (int, error)
	// OpenToRead opens without locking, for a file that another Waymark has open.
	OpenToRead(path string) (SchoolFile, error)
	// Practice returns the path of the practice school in the language, making it when it is not there.
	Practice(words *translations.Printer) (path string, err error)
	// SchoolPath proposes a free path for a new school file of that name, DocumentPath one for a printed document or another
	// file that is saved beside the school file.
	SchoolPath(school string) string
	DocumentPath(schoolFile, title, extension string) string
	// ReadFile reads a file of at most that many bytes, WriteFile writes one whole or not at all.
	ReadFile(path string, most int64) ([]byte, error)
	WriteFile(path string, write func(io.Writer) error) error
	// ReadTable reads a table that another program wrote; the zero Options find out how.
	ReadTable(ctx context.Context, path string, options survey.Options) (survey.File, error)
	// WriteDocument writes a document of package report, by its name, as a PDF in the language of words.
	WriteDocument(ctx context.Context, document string, book *app.Book, path string, words *translations.Printer, today app.Date) error
	// Show opens a written document in the system's viewer.
	Show(path string) error
	// WritePNG writes a drawing as PNG.
	WritePNG(w io.Writer, d chart.Drawing) error
	// Frameworks lists the shipped self-assessment instruments, the one to propose first.
	Frameworks() []app.Framework
}

// Preferences keeps what Waymark remembers on this computer.
type Preferences interface {
	Load() preference.Preferences
	Save(preference.Preferences) error
}

// Runner is the only way in which the user interface waits or works in the background.
type Runner interface {
	// After calls f on the UI goroutine when d has passed, unless it is cancelled first.
	After(d time.Duration, f func()) (cancel func())
	// Work runs work away from the UI goroutine and then done on it.
	Work(work func() error, done func(error))
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/page"
	"waymark/app/report"
	"waymark/data/atomicfile"
	"waymark/data/backupfolder"
	"waymark/data/fonts"
	"waymark/data/frameworks"
	"waymark/data/pdf"
	"waymark/data/picture"
	"waymark/data/sample"
	"waymark/data/schoolfile"
	"waymark/translations"
	"waymark/ui"
)

// files is the disk as the window sees it.
type files struct {
	home    string // where Waymark keeps what is its own
	viewer  func(path string) error
	backups *backupfolder.Store
	early   *early
}

// Create makes a school file, and the folder for it when there is none.
func (f files) Create(path string, records []app.Record) (ui.SchoolFile, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, &app.Error{Op: "create", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", filepath.Dir(path)), Err: err}
	}
	file, err := schoolfile.Create(path, f.env(), records...)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// early is the school file that the window begins with; it is opened in the background while the display is.
type early struct {
	path   string
	opened chan struct{}
	file   ui.SchoolFile
	err    error
}

// openEarly begins to open the file at path, unless it needs a password. The first Open of that path waits for it.
func (f *files) openEarly(path string) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if f.Protected(path) {
		return
	}
	later, e := *f, &early{path: path, opened: make(chan struct{})}
	f.early = e
	go func() {
		defer close(e.opened)
		e.file, e.err = later.Open(path)
	}()
}

// within tells whether nobody has to wait longer than d for the file.
func (e *early) within(d time.Duration) bool {
	if e == nil {
		return true
	}
	select {
	case <-e.opened:
		return true
	case <-time.After(d):
		return false
	}
}

// drop closes the file if nobody asked for it.
func (e *early) drop() {
	if e == nil {
		return
	}
	<-e.opened
	if e.path == "" || e.file == nil {
		return
	}
	if err := e.file.Close(); err != nil {
		slog.Error("closing the school file", "error", err)
	}
}

// Open opens a school file.
func (f files) Open(path string) (ui.SchoolFile, error) {
	if e := f.early; e != nil && e.path == path {
		<-e.opened
		e.path = "" // the next time it is opened anew
		return e.file, e.err
	}
	file, err := schoolfile.Open(context.Background(), path, f.env())
	if err != nil {
		return nil, err
	}
	return file, nil
}

// OpenToRead opens a school file without locking it.
func (f files) OpenToRead(path string) (ui.SchoolFile, error) {
	file, err := schoolfile.OpenReadOnly(context.Background(), path)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// Practice returns the practice school in the language of words.
func (f files) Practice(words *translations.Printer) (string, error) {
	path := filepath.Join(f.home, "practice-"+words.Language()+schoolfile.Extension)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("practice school: %w", err)
	}
	file, err := f.Create(path, sample.Build(words))
	if err != nil {
		return "", err
	}
	return path, file.Close()
}

// SchoolPath proposes Documents/Waymark/NAME.waymark, or NAME 2 and so on when there is one.
func (f files) SchoolPath(school string) string {
	return free(filepath.Join(documentsFolder(), "Waymark", fileName(school)), schoolfile.Extension)
}

// DocumentPath proposes a file beside the school file that is named after both.
func (f files) DocumentPath(schoolFile, title, extension string) string {
	name := strings.TrimSuffix(filepath.Base(schoolFile), filepath.Ext(schoolFile))
	return filepath.Join(filepath.Dir(schoolFile), name+" – "+fileName(title)+extension)
}

// ReadFile reads a file of at most that many bytes.
func (f files) ReadFile(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer func() { _ = file.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(file, most+1))
	if err != nil {
		return nil, unreadable(path, err)
	}
	if int64(len(data)) > most {
		return nil, app.Invalid("read", app.Say("error.large_file", "path", path, "most", int(most>>20)))
	}
	return data, nil
}

func unreadable(path string, err error) error {
	return &app.Error{Op: "read", Kind: app.KindUnavailable, Text: app.Say("error.unreadable", "path", path), Err: err}
}

// WriteFile writes a file whole or not at all.
func (f files) WriteFile(path string, write func(io.Writer) error) error {
	return atomicfile.Write(path, write)
}

// WriteDocument writes a document of package report, by its name.
func (f files) WriteDocument(ctx context.Context, document string, book *app.Book, path string, words *translations.Printer, today app.Date) error {
	made, err := documentOf(document, book, words, today)
	if err != nil {
		return err
	}
	return atomicfile.Write(path, func(w io.Writer) error { return pdf.Write(ctx, w, page.Layout(made, fonts.Measure)) })
}

// documentOf makes a document of the current cycle. A name that no document has is an Error of KindInvalid.
func documentOf(name string, book *app.Book, words *translations.Printer, today app.Date) (report.Document, error) {
	made, ok := report.Make(name, report.Input{Book: book, Cycle: book.Current().ID, Frameworks: frameworks.All(), Words: words,
		Measure: fonts.Measure, Today: today})
	if !ok {
		return report.Document{}, app.Invalid("make document", app.Say("command.document", "document", name))
	}
	return made, nil
}

// Show opens a written document in the system's viewer.
func (f files) Show(path string) error {
	if err := f.viewer(path); err != nil {
		return &app.Error{Op: "show", Kind: app.KindUnavailable, Text: app.Say("error.no_viewer", "path", path), Err: err}
	}
	return nil
}

// dotsPerInch is how finely a saved picture is painted.
const dotsPerInch = 200

// WritePNG writes a drawing as PNG.
func (f files) WritePNG(w io.Writer, d chart.Drawing) error { return picture.PNG(w, d, dotsPerInch) }

// Frameworks lists the shipped frameworks.
func (f files) Frameworks() []app.Framework { return frameworks.All() }

func documentsFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	documents := filepath.Join(home, "Documents")
	if named := os.Getenv("XDG_DOCUMENTS_DIR"); named != "" {
		documents = named
	}
	return documents
}

// fileName makes a name fit for every file system.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || !unicode.IsPrint(r) {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(app.Shorten(name, 60), " .…-")
	if name == "" {
		return "school"
	}
	return name
}

func free(path, extension string) string {
	candidate := path + extension
	for n := 2; ; n++ {
		if _, err := os.Stat(candidate); err != nil {
			return candidate
		}
		candidate = fmt.Sprintf("%s %d%s", path, n, extension)
	}
}

package ui

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/activity"
	"waymark/app/prepare"
	"waymark/app/report"
	"waymark/translations"
	"waymark/ui/screen"
)

// Open opens a school file at a route, or where the team was last when the route is empty.
func (s *Shell) Open(path string, at screen.Route) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if s.file != nil && s.file.Path() == path {
		s.Go(at)
		return
	}
	if !s.mayLeave() {
		return
	}
	if s.deps.Files.Protected(path) {
		s.openProtected(path, "")
		return
	}
	file, err := s.deps.Files.Open(path)
	var held error
	if app.KindOf(err) == app.KindLocked {
		held = err
		file, err = s.deps.Files.OpenToRead(path)
	}
	if err != nil {
		if app.KindOf(err) == app.KindNotFound {
			s.prefs.Forget(path)
			s.keepPreferences()
			if s.current != nil {
				s.current.Refresh()
			}
		}
		s.cannotOpen(path, err)
		return
	}
	if at.Area == "" {
		at = s.lastPlace(path)
	}
	s.adopt(file, at, nil)
	s.tellOpened(held)
	s.After(time.Second, func() { // making it would keep the first picture waiting
		if s.file == file {
			s.backUpDaily()
		}
	})
}

func (s *Shell) lastPlace(path string) screen.Route {
	if r, err := screen.ParseRoute(s.prefs.Places[path]); err == nil && r.Area != screen.Welcome && r.Area != screen.Backups {
		return r
	}
	return screen.Route{Area: screen.Prepare}
}

// CreateSchool makes a school file for a school of that name at the place proposed for it and opens it.
func (s *Shell) CreateSchool(name string) error {
	records, err := prepare.School(name, s.Today())
	if err != nil {
		return err
	}
	file, err := s.deps.Files.Create(s.deps.Files.SchoolPath(app.CleanLine(name)), records)
	if err != nil {
		return err
	}
	s.adopt(file, screen.Route{Area: screen.Prepare}, nil)
	return nil
}

// OpenPractice opens the practice school in the language of the interface.
func (s *Shell) OpenPractice() {
	path, err := s.deps.Files.Practice(s.words)
	if err != nil {
		s.Show(err)
		return
	}
	s.Open(path, screen.Route{})
}

// Recent lists the school files opened lately.
func (s *Shell) Recent() []string { return s.prefs.Recent }

// adopt makes file the one at work or, with a preview, the one on show.
func (s *Shell) adopt(file SchoolFile, at screen.Route, shown *preview) {
	s.leaveFile()
	s.file, s.preview = file, shown
	s.history = app.NewHistory(file.Book(), store{s}, s.deps.Now)
	s.history.Subscribe(s.committed)
	s.back, s.forward = nil, nil
	if shown == nil {
		s.prefs.Opened(file.Path())
		s.After(time.Second, s.keepPreferences) // writing them would keep the first picture waiting
	}
	s.status.opened()
	s.Enter(at)
	if s.window.MainMenu() != nil {
		s.window.SetMainMenu(s.menu())
	}
}

// Activity reads the log of the open file.
func (s *Shell) Activity(since app.Date) (activity.Log, error) {
	return s.file.Activity(context.Background(), since)
}

// CloseFile goes back to the welcome screen.
func (s *Shell) CloseFile() {
	if !s.mayLeave() {
		return
	}
	s.leaveFile()
	s.Enter(screen.Route{Area: screen.Welcome})
	s.window.SetMainMenu(s.menu())
}

func (s *Shell) leaveFile() {
	s.commitTyping()
	if s.file == nil {
		return
	}
	if s.preview == nil {
		s.prefs.Stay(s.file.Path(), s.here.String())
		s.keepPreferences()
		s.backUpAtLast()
	}
	if err := s.file.Close(); err != nil {
		slog.Error("closing the school file", "error", err)
	}
	s.file, s.history, s.preview = nil, nil, nil
}

// SaveCopy writes a checked copy of the open file.
func (s *Shell) SaveCopy(path string) {
	if !strings.HasSuffix(strings.ToLower(path), ".waymark") {
		path += ".waymark"
	}
	file := s.file
	s.work(app.Say("task.copy"), func(ctx context.Context) error { return file.Backup(ctx, path) }, func(err error) {
		if err != nil {
			s.Show(err)
			return
		}
		s.Toast(app.Say("shell.copy_saved", "path", path))
	})
}

// WriteDocument writes a document of package report, by its name, in a language to path and calls done with the outcome.
func (s *Shell) WriteDocument(document, path, language string, done func(error)) {
	words, err := translations.New(language)
	if err != nil {
		done(err)
		return
	}
	book, err := s.history.Book().Snapshot() // the team may type on meanwhile
	if err != nil {
		done(err)
		return
	}
	today := s.Today()
	label := app.Say("task.document")
	if document == report.PlanDocument {
		label = app.Say("task.print")
	}
	s.work(label, func(ctx context.Context) error {
		return s.deps.Files.WriteDocument(ctx, document, book, path, words, today)
	}, done)
}

// DocumentPath proposes where a document of that title goes.
func (s *Shell) DocumentPath(title string) string {
	return s.deps.Files.DocumentPath(s.file.Path(), title, ".pdf")
}

// OpenDocument shows a written document in the system's viewer.
func (s *Shell) OpenDocument(path string) { s.Show(s.deps.Files.Show(path)) }

package ui

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"waymark/app"
	"waymark/ui/screen"
)

// This file is what the shell does when a school file cannot be opened, read or written as it should: each trouble has its
// sentence and its ways on.

// store hands edits to the file that is open at the moment, so that a history goes on when the book moves to another file.
type store struct{ shell *Shell }

// Apply is the open file's.
func (s store) Apply(ctx context.Context, edit app.Edit, cause app.Cause, at time.Time) error {
	return s.shell.file.Apply(ctx, edit, cause, at)
}

// retryAfter is how long after a failed edit what is still on the screen is tried again.
const retryAfter = 5 * time.Second

// noteFailure says in the status line that an edit is not on disk, and tries again what is still being typed.
func (s *Shell) noteFailure(err error) {
	if err == nil {
		return
	}
	slog.Error("edit not saved", "error", err)
	s.status.failed(err)
	switch app.KindOf(err) {
	case app.KindFull, app.KindUnavailable, app.KindLocked, app.KindReadOnly:
		s.retry()
	}
}

func (s *Shell) retry() {
	if s.retrying != nil {
		s.retrying()
	}
	file := s.file
	s.retrying = s.deps.Runner.After(retryAfter, func() {
		s.retrying = nil
		if s.file != file || s.status.failure == nil {
			return
		}
		if s.current.Leave() == nil && s.status.failure != nil { // nothing was left to save
			s.status.settled()
		}
	})
}

// canGoElsewhere tells whether saving in another place helps against err.
func canGoElsewhere(err error) bool {
	switch app.KindOf(err) {
	case app.KindFull, app.KindUnavailable, app.KindReadOnly:
		return true
	}
	return false
}

// SaveElsewhere asks for a folder and goes on there.
func (s *Shell) SaveElsewhere() {
	s.chooseFolder("choose.elsewhere", s.deps.Files.SchoolPath(""), s.GoOnIn)
}

// GoOnIn goes on in folder with all that is in the book, and saves there what could not be saved.
func (s *Shell) GoOnIn(folder string) {
	if path, ok := s.goOn(folder); ok {
		s.Toast(app.Say("shell.now_in", "path", path))
	}
}

// Move asks for a folder and moves the school file there.
func (s *Shell) Move() {
	if s.file.ReadOnly() {
		s.Show(&app.Error{Op: "move", Kind: app.KindReadOnly, Text: app.Say("error.opened_read_only")})
		return
	}
	if s.mayLeave() {
		s.chooseFolder("choose.move", s.file.Path(), s.MoveTo)
	}
}

// MoveTo moves the school file to folder: the copy is whole and open before the old file goes.
func (s *Shell) MoveTo(folder string) {
	old := s.file.Path()
	path, ok := s.goOn(folder)
	if !ok {
		return
	}
	s.prefs.Forget(old)
	s.keepPreferences()
	if err := s.deps.Files.Delete(old); err != nil {
		s.Show(&app.Error{Op: "move", Kind: app.KindOf(err), Text: app.Say("shell.moved_half", "path", path, "old", old), Err: err})
		return
	}
	s.Toast(app.Say("shell.moved", "path", path))
}

// goOn makes the file anew in folder and goes on in it, with the same screen and the same steps of undo.
func (s *Shell) goOn(folder string) (path string, ok bool) {
	old := s.file
	path = filepath.Join(folder, filepath.Base(old.Path()))
	made, err := s.deps.Files.Elsewhere(context.Background(), old, path)
	if err != nil {
		s.Show(err)
		return "", false
	}
	s.file = made
	if err := old.Close(); err != nil {
		slog.Error("closing the file that was left", "error", err)
	}
	s.prefs.Opened(path)
	s.keepPreferences()
	s.status.opened()
	s.window.SetMainMenu(s.menu())
	if err := s.current.Leave(); err != nil {
		s.Show(err)
	}
	s.current.Refresh()
	s.status.refresh()
	return path, true
}

// cannotOpen tells why a school file cannot be opened, with the ways on.
func (s *Shell) cannotOpen(path string, err error) {
	slog.Error("school file not opened", "path", path, "error", err)
	var ways []way
	backups := way{label: s.words.Say("trouble.backups"), take: func() { s.Go(screen.Route{Area: screen.Backups}) }}
	switch app.KindOf(err) {
	case app.KindDamaged:
		ways = []way{
			backups,
			{label: s.words.Say("trouble.repair"), take: func() { s.repair(path) }},
		}
	case app.KindForeign:
		ways = []way{{label: s.words.Say("trouble.other"), take: s.ChooseFile}, backups}
	case app.KindNotFound, app.KindUnavailable:
		ways = []way{{label: s.words.Say("trouble.other"), take: s.ChooseFile}}
	case app.KindNewer:
		ways = []way{backups}
	}
	s.dialog(s.words.Say("trouble.not_opened"), s.words.Text(app.Sentence(err)), fmt.Sprint(err), ways...)
}

// repair saves what can be read of the damaged file at path into a new one, opens that and tells what is missing.
func (s *Shell) repair(path string) {
	words := s.words
	var repaired string
	var told []app.Text
	s.work(app.Say("task.repair"), func(ctx context.Context) (err error) {
		repaired, told, err = s.deps.Files.Repair(ctx, path, words)
		return err
	}, func(err error) {
		if err != nil {
			s.Show(err)
			return
		}
		s.Open(repaired, screen.Route{})
		lines := []string{s.words.Say("trouble.repaired", "path", repaired)}
		for _, text := range told {
			lines = append(lines, s.words.Text(text))
		}
		s.dialog(s.words.Say("trouble.repaired.title"), strings.Join(lines, "\n"), "")
	})
}

// tellOpened says what should be known of the file just opened: who else has it, that it can only be read here, or what was
// done to it from outside.
func (s *Shell) tellOpened(held error) {
	outside := s.file.Outside()
	save := way{label: s.words.Say("menu.copy"), take: s.SaveCopyIn}
	switch {
	case held != nil:
		slog.Info("opened to read", "held", held)
		s.dialog(s.words.Say("shell.held"), s.words.Text(app.Sentence(held))+" "+s.words.Say("shell.held.about"), "", save)
	case len(outside.Objects) > 0:
		s.dialog(s.words.Say("trouble.objects"), s.words.Say("trouble.objects.about", "names", app.Shorten(strings.Join(outside.Objects, ", "), 200)),
			strings.Join(outside.Objects, "\n"), way{label: s.words.Say("trouble.clean"), take: s.SaveCopyIn})
	case !outside.None():
		ways := []way{{label: s.words.Say("trouble.backups"), take: func() { s.Go(screen.Route{Area: screen.Backups}) }}}
		if !s.file.ReadOnly() {
			ways = append([]way{{label: s.words.Say("trouble.accept"), take: s.accept}}, ways...)
		}
		list := s.changedOutside(outside)
		s.dialog(s.words.Say("trouble.outside"), s.words.Say("trouble.outside.about")+"\n\n"+strings.Join(list, "\n"), strings.Join(list, "\n"), ways...)
	case s.file.ReadOnly() && s.preview == nil:
		s.dialog(s.words.Say("shell.reading_only"), s.words.Say("error.opened_read_only"), "", save)
	}
}

// accept makes what was done from outside the school's own.
func (s *Shell) accept() {
	if err := s.file.Accept(context.Background()); err != nil {
		s.Show(err)
		return
	}
	s.Toast(app.Say("trouble.accepted"))
}

// changedOutside names what was done from outside, a line each.
func (s *Shell) changedOutside(o app.Outside) []string {
	var lines []string
	for _, r := range o.Records {
		line := "• " + s.words.Text(app.Label(s.history.Book(), "trouble.changed", r))
		if !slices.Contains(lines, line) { // records without a name read alike
			lines = append(lines, line)
		}
	}
	for _, m := range o.Missing {
		kind := app.Say("kind." + string(m.Kind))
		if m.Count == 0 {
			lines = append(lines, "• "+s.words.Say("trouble.older", "kind", kind))
		} else {
			lines = append(lines, "• "+s.words.Say("trouble.missing", "count", m.Count, "kind", kind))
		}
	}
	return lines
}

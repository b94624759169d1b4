package ui

import (
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"waymark/app"
	"waymark/app/backup"
	"waymark/ui/screen"
)

// This file is how a school file is kept: backups, copies with a password, moving and deleting.

// Schools lists the schools of which there are backups: the one whose file is open, or all.
func (s *Shell) Schools() ([]backup.School, error) {
	schools, err := s.deps.Files.Schools()
	if s.file != nil {
		id := s.history.Book().School().ID
		schools = slices.DeleteFunc(schools, func(of backup.School) bool { return of.ID != id })
	}
	return schools, err
}

// BackupFolder is where backups are kept.
func (s *Shell) BackupFolder() string { return s.deps.Files.BackupFolder() }

// Look tells in the background what backups hold, one at a time.
func (s *Shell) Look(backups []backup.Backup, each func(backup.Backup, backup.Holding)) {
	if len(backups) == 0 {
		return
	}
	here := s.here
	var h backup.Holding
	s.deps.Runner.Work(func() error {
		h = s.deps.Files.Look(context.Background(), backups[0])
		return nil
	}, func(error) {
		if s.here != here {
			return
		}
		each(backups[0], h)
		s.Look(backups[1:], each)
	})
}

// backUpDaily makes the backup of the day in the background when it is due; that it fails must be known, since everybody
// relies on it.
func (s *Shell) backUpDaily() {
	file := s.file
	if file.ReadOnly() {
		return
	}
	s.deps.Runner.Work(func() error { return s.deps.Files.BackUpDaily(context.Background(), file) }, func(err error) {
		if err != nil {
			slog.Error("no backup", "error", err)
			s.dialog(s.words.Say("backups.failed"), s.words.Text(app.Sentence(err)), fmt.Sprint(err))
		}
	})
}

// backUpAtLast makes the backup of the day when the file is left, for a school that was begun today.
func (s *Shell) backUpAtLast() {
	if s.file.ReadOnly() || s.status.failure != nil {
		return
	}
	if err := s.deps.Files.BackUpDaily(context.Background(), s.file); err != nil {
		slog.Error("no backup", "error", err) // told when it is tried again at the next start
	}
}

// Preview opens a backup to be looked at. The file at work is closed meanwhile.
func (s *Shell) Preview(b backup.Backup) {
	if !s.mayLeave() {
		return
	}
	file, err := s.deps.Files.OpenBackup(b)
	if err != nil {
		s.Show(err)
		return
	}
	before := ""
	if s.file != nil {
		before = s.file.Path()
	}
	s.adopt(file, screen.Route{Area: screen.Planning}, &preview{b, before})
}

// preview is a backup on show, and the file that was at work before.
type preview struct {
	backup backup.Backup
	before string // empty for none
}

// endPreview goes back to the list of backups.
func (s *Shell) endPreview() {
	before := s.preview.before
	if before != "" {
		s.Open(before, screen.Route{Area: screen.Backups})
		return
	}
	s.leaveFile()
	s.showWithout(screen.Route{Area: screen.Backups})
}

// showWithout shows a route while no file is open.
func (s *Shell) showWithout(r screen.Route) {
	s.Enter(r)
	s.window.SetMainMenu(s.menu())
}

// AskRestore says what restoring does and, when the user agrees, puts a backup in the place of the school's file.
func (s *Shell) AskRestore(b backup.Backup) {
	path := s.placeOf(b)
	s.dialog(s.words.Say("backups.restore.title", "day", app.DateOf(b.Made), "time", s.words.Clock(b.Made)),
		s.words.Say("backups.restore.about", "path", path), "", way{label: s.words.Say("backups.restore.go"), take: func() { s.restore(b, path) }})
}

// placeOf is where a backup is restored to: the file at work, or where the school's file was last if that folder is there.
func (s *Shell) placeOf(b backup.Backup) string {
	if s.preview != nil && s.preview.before != "" {
		return s.preview.before
	}
	if s.file != nil && s.preview == nil {
		return s.file.Path()
	}
	schools, err := s.deps.Files.Schools()
	if err != nil {
		slog.Error("schools not listed", "error", err)
	}
	for _, of := range schools {
		if of.ID == b.School && of.Path != "" && s.deps.Files.Writable(filepath.Dir(of.Path)) {
			return of.Path
		}
	}
	return s.deps.Files.SchoolPath(b.Name)
}

func (s *Shell) restore(b backup.Backup, path string) {
	if !s.mayLeave() {
		return
	}
	before := s.SchoolPath()
	if s.preview != nil {
		before = s.preview.before
	}
	s.leaveFile()
	s.showWithout(screen.Route{Area: screen.Welcome})
	s.work(app.Say("task.restore"), func(ctx context.Context) error { return s.deps.Files.Restore(ctx, b, path) }, func(err error) {
		if err != nil {
			if before != "" { // it is as it was
				s.Open(before, screen.Route{Area: screen.Backups})
			}
			s.Show(err)
			return
		}
		s.Open(path, screen.Route{Area: screen.Prepare})
		s.Toast(app.Say("backups.restored", "day", app.DateOf(b.Made), "time", s.words.Clock(b.Made)))
	})
}

// SchoolPath is the path of the file at work, empty for none.
func (s *Shell) SchoolPath() string {
	if s.file == nil || s.preview != nil {
		return ""
	}
	return s.file.Path()
}

// SaveCopyIn asks for a folder and writes a copy of the open file into it, named after the day.
func (s *Shell) SaveCopyIn() {
	s.chooseFolder("choose.copy", s.file.Path(), func(folder string) { s.SaveCopy(filepath.Join(folder, s.copyName())) })
}

func (s *Shell) copyName() string {
	return app.DateOf(s.deps.Now()).String() + " " + filepath.Base(s.file.Path())
}

// SaveProtected asks for a password and a folder and writes a copy that can only be opened with it.
func (s *Shell) SaveProtected() {
	s.askPassword("protect.title", "protect.about", "", true, func(password string) {
		s.chooseFolder("choose.copy", s.file.Path(), func(folder string) {
			file, path := s.file, filepath.Join(folder, s.copyName())+".age"
			s.work(app.Say("task.copy"), func(ctx context.Context) error { return s.deps.Files.Protect(ctx, file, path, password) }, func(err error) {
				if err != nil {
					s.Show(err)
					return
				}
				s.Toast(app.Say("shell.copy_saved", "path", path))
			})
		})
	})
}

// openProtected asks for the password of a protected copy, puts what is in it beside it, or among the user's schools where
// that cannot be written, and opens that. problem says why it is asked again.
func (s *Shell) openProtected(path, problem string) {
	s.askPassword("unprotect.title", "unprotect.about", problem, false, func(password string) {
		var opened string
		s.work(app.Say("task.unprotect"), func(ctx context.Context) (err error) {
			opened, err = s.deps.Files.Unprotect(ctx, path, password)
			return err
		}, func(err error) {
			if app.KindOf(err) == app.KindInvalid {
				s.openProtected(path, s.words.Text(app.Sentence(err)))
				return
			}
			if err != nil {
				s.Show(err)
				return
			}
			s.Open(opened, screen.Route{})
			s.Toast(app.Say("shell.now_in", "path", opened))
		})
	})
}

// AskDelete says what deleting a school removes and, when the user agrees, removes it.
func (s *Shell) AskDelete() {
	school, path := s.history.Book().School(), s.file.Path()
	schools, err := s.Schools()
	if err != nil {
		s.Show(err)
		return
	}
	backups := 0
	for _, of := range schools {
		backups += len(of.Backups)
	}
	s.dialog(s.words.Say("delete.title", "name", school.Name), s.words.Say("delete.about", "path", path, "count", backups), "",
		way{s.words.Say("delete.do"), func() { s.deleteSchool(school, path) }, true})
}

func (s *Shell) deleteSchool(school app.School, path string) {
	s.leaveFile()
	s.prefs.Forget(path)
	delete(s.prefs.Places, path)
	s.keepPreferences()
	s.showWithout(screen.Route{Area: screen.Welcome})
	if err := s.deps.Files.Delete(path); err != nil {
		s.Show(err)
		return
	}
	n, err := s.deps.Files.DeleteBackups(school.ID)
	if err != nil {
		s.Show(err)
		return
	}
	s.dialog(s.words.Say("delete.done"), strings.Join([]string{path, s.words.Say("delete.backups", "count", n), s.words.Say("delete.left")}, "\n"), "")
}

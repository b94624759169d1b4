// Package backupfolder keeps backups of school files in a folder of the computer, and puts them back. Each school has a
// subfolder that is named by its ID; each backup in it is a school file whose name tells what it is. Whatever else is in
// the folder is passed over and left alone. It imports app, app/backup, data/atomicfile and data/schoolfile.
package backupfolder

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/atomicfile"
	"waymark/data/schoolfile"
)

// Store keeps the backups in one folder, which need not exist yet. It may be used from several goroutines.
type Store struct {
	folder string
	env    schoolfile.Env
	mu     sync.Mutex        // one change of the folder at a time
	passed func(step string) // told of every step that is done, for tests of what happens in between
}

// New returns the store of a folder, of which a program needs one, since it does one thing at a time. env is who restores,
// and the clock.
func New(folder string, env schoolfile.Env) *Store {
	return &Store{folder: folder, env: env, passed: func(string) {}}
}

// Make writes a backup of the school file at path, which may be open and edited meanwhile, and compares it with the file.
// Only then older backups go. The Error is of KindDamaged when the file or the backup is, KindReadOnly, KindFull or
// KindUnavailable when it is the place that fails, and as for schoolfile.Open otherwise.
func (s *Store) Make(ctx context.Context, path string, reason backup.Reason) (backup.Backup, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	made, err := s.make(ctx, path, reason)
	if err != nil {
		return backup.Backup{}, err
	}
	s.thin(made.School, made.Path)
	return made, nil
}

// KeepOlder makes the backup of a file that is about to be brought up to date; it is what schoolfile.Env asks for. write
// makes a checked copy at a path. The errors are those of Make.
func (s *Store) KeepOlder(school, name string, write func(path string) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	made, err := s.place(app.ID[app.School](school), name, backup.BeforeMigration)
	if err == nil {
		err = write(made.Path)
	}
	if err == nil {
		s.thin(made.School, made.Path)
	}
	return err
}

// Daily makes the backup of the day when it is due: there is none of today and the file does not hold what the newest
// backup does. A second file of the same school gets its own. The errors are those of Make.
func (s *Store) Daily(ctx context.Context, path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	file, err := schoolfile.OpenReadOnly(ctx, path)
	if err != nil {
		return err
	}
	due, school := s.due(ctx, file), file.Book().School()
	if err := file.Close(); err != nil {
		return err
	}
	if !due {
		s.note(school.ID, memo{school.Name, file.Path()})
		return nil
	}
	made, err := s.make(ctx, path, backup.Daily)
	if err == nil {
		s.thin(made.School, made.Path)
	}
	return err
}

func (s *Store) due(ctx context.Context, file *schoolfile.File) bool {
	id := file.Book().School().ID
	backups, err := s.List(id)
	if err != nil || len(backups) == 0 {
		return true
	}
	today := s.env.Now().Format(time.DateOnly)
	of := func(b backup.Backup) bool { return b.Reason == backup.Daily && b.Made.Format(time.DateOnly) == today }
	if slices.ContainsFunc(backups, of) && s.memo(id).Path == file.Path() {
		return false
	}
	newest, err := s.Open(ctx, backups[0])
	if err != nil {
		return true
	}
	same := sameRecords(newest.Book(), file.Book())
	return newest.Close() != nil || !same
}

// tries is how often a backup is begun anew because the file is edited while it is written.
const tries = 5

// make writes a backup and a memo of where the file is.
func (s *Store) make(ctx context.Context, path string, reason backup.Reason) (backup.Backup, error) {
	for n := 1; ; n++ {
		made, right, err := s.try(ctx, path, reason)
		if err != nil || right {
			return made, err
		}
		if n == tries {
			return made, &app.Error{Op: "back up", Kind: app.KindDamaged, Text: app.Say("error.backup_wrong")}
		}
	}
}

// try writes a backup. It is right when it holds what the file did before or after; otherwise it is removed. An edit may
// have come between, or the disk fails.
func (s *Store) try(ctx context.Context, path string, reason backup.Reason) (made backup.Backup, right bool, err error) {
	file, err := schoolfile.OpenReadOnly(ctx, path)
	if err != nil {
		return made, false, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	school := file.Book().School()
	if made, err = s.place(school.ID, school.Name, reason); err != nil {
		return made, false, err
	}
	s.passed("opened")
	if err := file.Backup(ctx, made.Path); err != nil {
		return made, false, err
	}
	s.passed("copied")
	right, err = holdsEither(ctx, made.Path, file)
	if err != nil || !right {
		return made, false, errors.Join(err, os.Remove(made.Path))
	}
	if info, err := os.Stat(made.Path); err == nil {
		made.Size = info.Size()
	}
	s.note(school.ID, memo{school.Name, file.Path()})
	return made, true, nil
}

// holdsEither tells whether the backup at path holds what the file did when it was opened, or does now.
func holdsEither(ctx context.Context, path string, file *schoolfile.File) (bool, error) {
	right, err := holds(ctx, path, file.Book())
	if err != nil || right {
		return right, err
	}
	now, err := schoolfile.OpenReadOnly(ctx, file.Path())
	if err != nil {
		return false, err
	}
	right, err = holds(ctx, path, now.Book())
	return right, errors.Join(err, now.Close())
}

// holds tells whether the school file that was written to path holds what the book does. One that cannot be read does not.
func holds(ctx context.Context, path string, book *app.Book) (bool, error) {
	file, err := schoolfile.OpenReadOnly(ctx, path)
	switch app.KindOf(err) {
	case app.KindDamaged, app.KindForeign:
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return sameRecords(file.Book(), book), file.Close()
}

func sameRecords(a, b *app.Book) bool {
	return slices.Equal(slices.Collect(a.Records()), slices.Collect(b.Records()))
}

// place makes the school's folder and names a backup that is not there yet.
func (s *Store) place(id app.ID[app.School], name string, reason backup.Reason) (backup.Backup, error) {
	if !app.ValidID(string(id)) {
		return backup.Backup{}, &app.Error{Op: "back up", Kind: app.KindDamaged, Text: app.Say("error.damaged"),
			Err: errors.New("there is no school in the file")}
	}
	folder := s.of(id)
	if err := s.makeFolder(folder); err != nil {
		return backup.Backup{}, err
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return backup.Backup{}, placeFault(folder, err)
	}
	s.sweep(folder, entries)
	n := nameOf(name, s.env.Now(), reason)
	for _, entry := range entries {
		if other, ok := parse(entry.Name(), n.made.Location()); ok && other.made.Equal(n.made) {
			n.number = max(n.number, other.number+1)
		}
	}
	return backup.Backup{Path: filepath.Join(folder, n.String()), School: id, Name: n.school, Made: n.made, Reason: reason}, nil
}

// of is the folder of a school.
func (s *Store) of(id app.ID[app.School]) string { return filepath.Join(s.folder, string(id)) }

// makeFolder makes the folder of a school, if need be, for nobody else on the computer to read.
func (s *Store) makeFolder(folder string) error {
	if isFolder(folder) {
		return nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return placeFault(folder, err)
	}
	if !isFolder(folder) { // a link that leads elsewhere
		return placeFault(folder, fs.ErrPermission)
	}
	atomicfile.SyncFolder(s.folder)
	return nil
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// placeFault says that backups cannot be kept at path.
func placeFault(path string, err error) error {
	return &app.Error{Op: "back up", Kind: app.KindReadOnly, Text: app.Say("error.backup_place", "path", path), Err: err}
}

// note keeps where a school's file is. Without it the school can still be restored, to another place.
func (s *Store) note(id app.ID[app.School], m memo) {
	if !isFolder(s.of(id)) || s.memo(id) == m {
		return
	}
	if err := m.write(s.of(id)); err != nil {
		slog.Error("place of the school file not noted", "error", err)
	}
}

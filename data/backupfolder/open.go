package backupfolder

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/schoolfile"
)

// File is a backup that is open for reading.
type File struct {
	*schoolfile.File
	temporary string // the folder of the copy that is open instead; empty for none
}

// Close lets go of the backup.
func (f *File) Close() error {
	err := f.File.Close()
	if f.temporary != "" {
		err = errors.Join(err, os.RemoveAll(f.temporary))
	}
	return err
}

// Open opens a backup for reading. Of one that an older Waymark made, or that was kept together with a journal, a copy is
// brought up to date and opened instead; the backup is never changed. The Error is of KindDamaged when it cannot be read,
// and as for schoolfile.Open otherwise.
func (s *Store) Open(ctx context.Context, b backup.Backup) (*File, error) {
	file, err := schoolfile.OpenReadOnly(ctx, b.Path)
	if err == nil {
		return &File{File: file}, nil
	}
	if app.KindOf(err) == app.KindReadOnly || hasJournal(b.Path) {
		return s.openCopy(ctx, b)
	}
	return nil, ofBackup(err)
}

func hasJournal(path string) bool {
	for _, suffix := range schoolfile.JournalSuffixes() {
		if _, err := os.Lstat(path + suffix); err == nil {
			return true
		}
	}
	return false
}

func (s *Store) openCopy(ctx context.Context, b backup.Backup) (_ *File, err error) {
	folder, err := os.MkdirTemp(filepath.Dir(b.Path), openedPrefix+"*.tmp")
	if err != nil {
		return nil, placeFault(filepath.Dir(b.Path), err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(ofBackup(err), os.RemoveAll(folder))
		}
	}()
	path := filepath.Join(folder, filepath.Base(b.Path))
	if err := copyWithJournals(ctx, b.Path, path); err != nil {
		return nil, err
	}
	env := s.env
	env.Keep = func(string, string, func(string) error) error { return nil } // the backup itself stays as it is
	file, err := schoolfile.Open(ctx, path, env)
	if err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	if file, err = schoolfile.OpenReadOnly(ctx, path); err != nil {
		return nil, err
	}
	return &File{file, folder}, nil
}

// ofBackup says of a backup what an error says of a school file.
func ofBackup(err error) error {
	if kind := app.KindOf(err); kind == app.KindDamaged || kind == app.KindForeign {
		return &app.Error{Op: "open backup", Kind: app.KindDamaged, Text: app.Say("error.backup_damaged"), Err: err}
	}
	return err
}

// Holds opens a backup, looks through it and tells what it holds.
func (s *Store) Holds(ctx context.Context, b backup.Backup) backup.Holding {
	file, err := s.Open(ctx, b)
	if err != nil {
		return backup.Holding{School: b.Name, Damage: err}
	}
	h := backup.Holds(file.Book())
	h.Changed = file.Changed(ctx)
	h.Damage = ofBackup(errors.Join(file.Sound(ctx), file.Close()))
	return h
}

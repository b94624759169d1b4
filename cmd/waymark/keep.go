package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/agefile"
	"waymark/data/backupfolder"
	"waymark/data/schoolfile"
	"waymark/translations"
	"waymark/ui"
)

// This file is how the window keeps school files: elsewhere, under a password, or no more.

// Elsewhere makes a school file at path and opens it on the book of file.
func (f files) Elsewhere(ctx context.Context, file ui.SchoolFile, path string) (ui.SchoolFile, error) {
	made, err := file.(interface {
		Elsewhere(ctx context.Context, path string, env schoolfile.Env) (*schoolfile.File, error)
	}).Elsewhere(ctx, path, f.env())
	if err != nil {
		return nil, err
	}
	return made, nil
}

// Delete removes a school file, and what a crash left beside it.
func (f files) Delete(path string) error {
	for _, suffix := range append([]string{""}, schoolfile.JournalSuffixes()...) {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return &app.Error{Op: "delete", Kind: app.KindReadOnly, Text: app.Say("error.not_deleted", "path", path+suffix), Err: err}
		}
	}
	return nil
}

// Writable tells whether a file can be made in folder.
func (f files) Writable(folder string) bool {
	probe, err := os.CreateTemp(folder, ".waymark-*.tmp")
	if err != nil {
		return false
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name())) == nil
}

// Protect writes a copy of file under a password.
func (f files) Protect(ctx context.Context, file ui.SchoolFile, path, password string) error {
	folder, err := os.MkdirTemp(f.home, "protect-")
	if err != nil {
		return &app.Error{Op: "protect", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", f.home), Err: err}
	}
	plain := filepath.Join(folder, "copy"+schoolfile.Extension)
	err = file.Backup(ctx, plain)
	if err == nil {
		err = agefile.Protect(ctx, plain, path, password)
	}
	if gone := os.RemoveAll(folder); err == nil {
		err = gone // a copy without a password must not lie about
	}
	return err
}

// Protected tells whether the file at path is a copy under a password.
func (f files) Protected(path string) bool {
	protected, err := agefile.Encrypted(path)
	return err == nil && protected // what cannot be read is told when it is opened
}

// Unprotect puts what is in a protected copy beside it, or among the user's schools where nothing can be written beside it.
func (f files) Unprotect(ctx context.Context, path, password string) (string, error) {
	name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), agefile.Extension), schoolfile.Extension)
	folder := filepath.Dir(path)
	if !f.Writable(folder) {
		folder = filepath.Dir(f.SchoolPath(name))
		if err := f.makeFolder(folder); err != nil {
			return "", err
		}
	}
	opened := free(filepath.Join(folder, name), schoolfile.Extension)
	return opened, agefile.Unprotect(ctx, path, opened, password)
}

// newFiles returns the disk as the window sees it, with what is Waymark's own in the folder home.
func newFiles(home string, viewer func(path string) error) files {
	return files{home: home, viewer: viewer, backups: backupfolder.New(filepath.Join(home, backups), schoolfile.SystemEnv())}
}

// backups is the name of the folder of the backups.
const backups = "backups"

// env is who opens a school file, and keeps an older one before it is brought up to date.
func (f files) env() schoolfile.Env {
	env := schoolfile.SystemEnv()
	env.Keep = f.backups.KeepOlder
	return env
}

// BackupFolder is where backups are kept.
func (f files) BackupFolder() string { return filepath.Join(f.home, backups) }

// Schools lists the schools of which there are backups.
func (f files) Schools() ([]backup.School, error) { return f.backups.Schools() }

// Look tells what a backup holds.
func (f files) Look(ctx context.Context, b backup.Backup) backup.Holding {
	return f.backups.Holds(ctx, b)
}

// OpenBackup opens a backup for reading.
func (f files) OpenBackup(b backup.Backup) (ui.SchoolFile, error) {
	file, err := f.backups.Open(context.Background(), b)
	if err != nil {
		return nil, err
	}
	return file, nil
}

// BackUpDaily makes the backup of the day when it is due.
func (f files) BackUpDaily(ctx context.Context, file ui.SchoolFile) error {
	return f.backups.Daily(ctx, file.Path())
}

// Restore puts a backup in the place of the school file at path.
func (f files) Restore(ctx context.Context, b backup.Backup, path string) error {
	if err := f.makeFolder(filepath.Dir(path)); err != nil {
		return err
	}
	return f.backups.Restore(ctx, b, path)
}

// DeleteBackups removes every backup of a school.
func (f files) DeleteBackups(school app.ID[app.School]) (int, error) {
	gone, err := f.backups.Remove(school)
	return len(gone), err
}

// Repair saves what can be read of a damaged file into a new one beside it, or among the user's schools where nothing can
// be written beside it.
func (f files) Repair(ctx context.Context, path string, words *translations.Printer) (string, []app.Text, error) {
	name := strings.TrimSuffix(filepath.Base(path), schoolfile.Extension) + " " + words.Say("repair.file")
	folder := filepath.Dir(path)
	if !f.Writable(folder) {
		folder = filepath.Dir(f.SchoolPath(name))
		if err := f.makeFolder(folder); err != nil {
			return "", nil, err
		}
	}
	repaired := free(filepath.Join(folder, name), schoolfile.Extension)
	report, err := schoolfile.Repair(ctx, path, repaired, f.env(), words.Say("repair.name"))
	return repaired, report.Told(), err
}

// makeFolder makes the folder of the user's schools when it is not there; of another place that is gone it makes nothing.
func (f files) makeFolder(folder string) error {
	if folder != filepath.Dir(f.SchoolPath("")) {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return &app.Error{Op: "make folder", Kind: app.KindReadOnly, Text: app.Say("error.read_only", "path", folder), Err: err}
	}
	return nil
}

package backupfolder

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"waymark/app"
	"waymark/app/backup"
	"waymark/app/task"
	"waymark/data/atomicfile"
	"waymark/data/schoolfile"
)

// Restore puts what a backup holds into the place of the school file at path, which nobody may have open; there need not
// be one. What is there is backed up first, or, when it cannot be read, kept byte by byte as a backup of the same school.
// Whatever happens in between, there is the old file or the new one, whole. The Error is of KindDamaged when the backup
// cannot be read, KindLocked when someone has the file open, KindInvalid when it is the backup itself, and as for Make
// otherwise.
func (s *Store) Restore(ctx context.Context, b backup.Backup, path string) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if sameFile(b.Path, path) {
		return app.Invalid("restore", app.Say("error.exists", "path", path))
	}
	from, err := s.Open(ctx, b)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	if err := from.Sound(ctx); err != nil {
		return ofBackup(err)
	}
	place, err := schoolfile.Hold(path, s.env)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, place.Release()) }()
	s.passed("held")
	before, err := s.setAside(ctx, place, b)
	if err != nil {
		return err
	}
	s.passed("kept")
	if err := s.replace(ctx, place, from); err != nil {
		return err
	}
	s.note(b.School, memo{from.Book().School().Name, place.Path()})
	if before.checked {
		s.thin(before.School, before.Path, b.Path)
	}
	return nil
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// replace writes the file beside the place, makes sure of it and moves it there. The journals of what was there go first:
// SQLite would apply them to the new file.
func (s *Store) replace(ctx context.Context, place *schoolfile.Place, from *File) error {
	temporary := place.Path() + restoring
	if err := sweepBeside(temporary); err != nil {
		return err
	}
	if err := from.Backup(ctx, temporary); err != nil {
		return err
	}
	right, err := holds(ctx, temporary, from.Book())
	if err == nil && !right {
		err = &app.Error{Op: "restore", Kind: app.KindDamaged, Text: app.Say("error.backup_wrong")}
	}
	if err == nil {
		s.passed("written")
		err = place.Clear()
	}
	if err == nil {
		s.passed("cleared")
		err = place.Put(ctx, temporary)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	s.passed("put")
	return nil
}

// restoring is added to the name of a school file for the one that is to come in its place.
const restoring = ".restoring.tmp"

// sweepBeside removes what an earlier restore has left that was killed.
func sweepBeside(temporary string) error {
	entries, err := os.ReadDir(filepath.Dir(temporary))
	if err != nil {
		return placeFault(filepath.Dir(temporary), err)
	}
	written := regexp.MustCompile(`^(\.[A-Z2-7]{8}\.tmp(-journal)?)?$`)
	for _, entry := range entries {
		rest, ok := strings.CutPrefix(entry.Name(), filepath.Base(temporary))
		if !ok || !written.MatchString(rest) {
			continue
		}
		if err := os.Remove(filepath.Join(filepath.Dir(temporary), entry.Name())); err != nil {
			return placeFault(filepath.Dir(temporary), err)
		}
	}
	return nil
}

// predecessor is the backup of what was in a place; the zero value when nothing was.
type predecessor struct {
	backup.Backup
	checked bool // it holds what was there, and can be read
}

// setAside backs up what is in the place. With a journal beside it, its bytes are kept before SQLite may touch them.
func (s *Store) setAside(ctx context.Context, place *schoolfile.Place, instead backup.Backup) (predecessor, error) {
	_, err := os.Lstat(place.Path())
	missing := errors.Is(err, fs.ErrNotExist)
	journals := len(place.Journals()) > 0
	if missing && !journals {
		return predecessor{}, nil
	}
	var raw backup.Backup
	if journals {
		if raw, err = s.keepBytes(ctx, place, instead); err != nil || missing {
			return predecessor{}, err
		}
	}
	err = place.Settle(ctx)
	if err == nil {
		var made backup.Backup
		if made, err = s.make(ctx, place.Path(), backup.BeforeRestore); err == nil {
			if journals {
				err = remove(raw)
			}
			return predecessor{made, true}, err
		}
	}
	if !isUnreadable(err) {
		return predecessor{}, err
	}
	if !journals {
		raw, err = s.keepBytes(ctx, place, instead)
		return predecessor{raw, false}, err
	}
	return predecessor{raw, false}, nil
}

// isUnreadable tells whether an error lies in the file rather than in its place.
func isUnreadable(err error) bool {
	switch app.KindOf(err) {
	case app.KindLocked, app.KindFull, app.KindUnavailable, app.KindNotFound:
		return false
	}
	return !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded)
}

// keepBytes keeps what is in the place byte by byte, as a backup of the school that comes instead.
func (s *Store) keepBytes(ctx context.Context, place *schoolfile.Place, instead backup.Backup) (backup.Backup, error) {
	b, err := s.place(instead.School, instead.Name, backup.BeforeRestore)
	if err != nil {
		return b, err
	}
	return b, copyWithJournals(ctx, place.Path(), b.Path)
}

// copyWithJournals copies a file that nobody has open and its journals, which come first: once the file is there, so are
// they. What is not there is not copied.
func copyWithJournals(ctx context.Context, from, to string) error {
	for _, suffix := range append(schoolfile.JournalSuffixes(), "") {
		info, err := os.Lstat(from + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && !info.Mode().IsRegular() {
			err = fs.ErrInvalid
		}
		if err == nil {
			err = copyFile(ctx, from+suffix, to+suffix)
		}
		if err != nil {
			return unread(from+suffix, err)
		}
	}
	return nil
}

// unread says that a file cannot be copied, unless the error says something else that a user can do something about.
func unread(path string, err error) error {
	var known *app.Error
	if errors.As(err, &known) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &app.Error{Op: "copy", Kind: app.KindUnavailable, Text: app.Say("error.unavailable", "path", path), Err: err}
}

// copyFile copies a file, durably, and reads both once more.
func copyFile(ctx context.Context, from, to string) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	err = atomicfile.Write(to, func(w io.Writer) error {
		_, err := io.Copy(w, task.Reader(ctx, source, 0))
		return err
	})
	if err != nil {
		return err
	}
	if _, err := source.Seek(0, io.SeekStart); err != nil {
		return err
	}
	copied, err := os.Open(to)
	if err != nil {
		return err
	}
	defer copied.Close()
	same, err := sameBytes(task.Reader(ctx, source, 0), copied)
	if err == nil && !same {
		err = &app.Error{Op: "copy", Kind: app.KindDamaged, Text: app.Say("error.backup_wrong")}
	}
	return err
}

func sameBytes(a, b io.Reader) (bool, error) {
	bufferA, bufferB := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, errA := io.ReadFull(a, bufferA)
		m, errB := io.ReadFull(b, bufferB)
		if !bytes.Equal(bufferA[:n], bufferB[:m]) {
			return false, nil
		}
		ended := func(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }
		switch {
		case ended(errA) && ended(errB):
			return true, nil
		case errA != nil && !ended(errA):
			return false, errA
		case errB != nil && !ended(errB):
			return false, errB
		case errA != nil || errB != nil:
			return false, nil
		}
	}
}

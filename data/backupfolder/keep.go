package backupfolder

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/schoolfile"
)

// The newest keptBackups of a school are kept, and besides the newest of each of the last keptDays days on which there are
// any, so that many in an hour do not push out yesterday's.
const (
	keptBackups = 10
	keptDays    = 3
)

// surplus returns those of backups, newest first, that need not be kept. What bears a time to come was made while the clock
// was wrong and goes first.
func surplus(backups []backup.Backup, now time.Time) []backup.Backup {
	ordered := slices.Clone(backups)
	slices.SortStableFunc(ordered, func(a, b backup.Backup) int {
		switch aheadA, aheadB := a.Made.After(now), b.Made.After(now); {
		case aheadA == aheadB:
			return 0
		case aheadA:
			return 1
		}
		return -1
	})
	var gone []backup.Backup
	days := map[string]bool{}
	for i, b := range ordered {
		day := b.Made.Format(time.DateOnly)
		newestOfDay := !days[day] && len(days) < keptDays
		days[day] = true
		if i >= keptBackups && !newestOfDay {
			gone = append(gone, b)
		}
	}
	return gone
}

// thin removes the backups of a school that need not be kept, but none of those at spared. A backup that cannot be removed
// is no reason to fail.
func (s *Store) thin(school app.ID[app.School], spared ...string) {
	backups, err := s.List(school)
	for _, b := range surplus(backups, s.env.Now()) {
		if !slices.Contains(spared, b.Path) {
			err = errors.Join(err, remove(b))
		}
	}
	if err != nil {
		slog.Error("old backups not removed", "error", err)
	}
}

// remove removes a backup and the journals that were kept with it.
func remove(b backup.Backup) error {
	if err := os.Remove(b.Path); err != nil {
		return err
	}
	for _, suffix := range schoolfile.JournalSuffixes() {
		if err := os.Remove(b.Path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Remove removes every backup of a school with all that was kept beside them, and returns the paths of those that are
// gone. Foreign files stay, and with them the folder. The Error is of KindUnavailable when something could not be removed.
func (s *Store) Remove(school app.ID[app.School]) ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	backups, err := s.List(school)
	if err != nil || !app.ValidID(string(school)) || !isFolder(s.of(school)) {
		return nil, err
	}
	var gone []string
	for _, b := range backups {
		if e := remove(b); e != nil {
			err = errors.Join(err, e)
			continue
		}
		gone = append(gone, b.Path)
	}
	entries, e := os.ReadDir(s.of(school))
	err = errors.Join(err, e)
	for _, entry := range entries {
		if entry.Name() == memoName && entry.Type().IsRegular() || isOurs(entry) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(s.of(school), entry.Name())))
		}
	}
	if err != nil {
		return gone, &app.Error{Op: "remove backups", Kind: app.KindUnavailable,
			Text: app.Say("error.backup_stays", "path", s.of(school)), Err: err}
	}
	_ = os.Remove(s.of(school)) // it stays when something foreign is in it
	return gone, nil
}

// sweepAfter is the age from which what was being written is the remains of a crash.
const sweepAfter = 24 * time.Hour

// sweep removes from the folder of a school what a crash has left. What cannot be removed does no harm.
func (s *Store) sweep(folder string, entries []os.DirEntry) {
	for _, entry := range entries {
		if !isOurs(entry) || isJournal(entry.Name()) {
			continue
		}
		if info, err := entry.Info(); err == nil && s.env.Now().Sub(info.ModTime()) > sweepAfter {
			_ = os.RemoveAll(filepath.Join(folder, entry.Name()))
		}
	}
}

// openedPrefix begins the names of the folders in which backups are opened that cannot be opened where they are.
const openedPrefix = "opened-"

// isOurs tells whether Waymark made what is beside the backups: a file that was being written by schoolfile or atomicfile,
// a journal that was kept with a backup, or a folder in which a backup was opened.
func isOurs(entry os.DirEntry) bool {
	text := entry.Name()
	if entry.IsDir() {
		return regexp.MustCompile(`^` + openedPrefix + `[0-9]+\.tmp$`).MatchString(text)
	}
	if !entry.Type().IsRegular() {
		return false
	}
	of := text
	if m := regexp.MustCompile(`^(.+)\.[A-Z2-7]{8}\.tmp(-journal)?$`).FindStringSubmatch(text); m != nil {
		of = m[1]
	} else if m := regexp.MustCompile(`^\.(.+)-[0-9]+\.tmp$`).FindStringSubmatch(text); m != nil {
		of = m[1]
	}
	if of == text && !isJournal(text) {
		return false
	}
	for _, suffix := range schoolfile.JournalSuffixes() {
		of = strings.TrimSuffix(of, suffix)
	}
	_, ok := parse(of, time.UTC)
	return ok || of == memoName && of != text
}

func isJournal(text string) bool {
	return slices.ContainsFunc(schoolfile.JournalSuffixes(), func(suffix string) bool {
		return strings.HasSuffix(text, schoolfile.Extension+suffix)
	})
}

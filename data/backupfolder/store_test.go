package backupfolder

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/schoolfile"
)

func TestABackupHoldsWhatTheOpenFileDoes(t *testing.T) {
	// Given a file that is open and was edited
	w := aStore(t)
	file, err := schoolfile.Open(context.Background(), w.file, w.env())
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := edit(file, "Iga laps arvutab."); err != nil {
		t.Fatal(err)
	}
	// When a backup is made
	made := w.backUp(t, backup.BeforeImport, 0)
	// Then it holds the edit, and beside it there is nothing but the memo
	if got := lineOf(t, made.Path); got != "Iga laps arvutab." {
		t.Errorf("the backup holds %q", got)
	}
	mustHaveNames(t, filepath.Dir(made.Path), memoName, "Männi Kool 2026-11-25 140233 before-import.waymark")
	// And nobody else on the computer can look into the folder
	if info, err := os.Stat(w.folder); err != nil || info.Mode().Perm()&0o077 != 0 && filepath.Separator == '/' {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestBackupsOfOneSecondAreKeptApart(t *testing.T) {
	w := aStore(t)
	var made []backup.Backup
	for _, reason := range []backup.Reason{backup.Daily, backup.BeforeImport, backup.Daily} {
		rewrite(t, w.file, fmt.Sprint("line ", len(made)))
		made = append(made, w.backUp(t, reason, 0))
	}
	// The one made last is first in the list
	slices.Reverse(made)
	if got := w.list(t); !slices.Equal(got, made) {
		t.Errorf("%+v\nwant\n%+v", got, made)
	}
	for i, want := range []string{"line 2", "line 1", "line 0"} {
		if got := lineOf(t, made[i].Path); got != want {
			t.Errorf("%s holds %q, want %q", made[i].Path, got, want)
		}
	}
}

func TestAFileIsBackedUpWhileItIsEdited(t *testing.T) {
	// Given a file that is edited without a pause
	w := aStore(t)
	file, err := schoolfile.Open(context.Background(), w.file, w.env())
	if err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	var editor sync.WaitGroup
	editor.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				if err := edit(file, fmt.Sprint("line ", n)); err != nil {
					t.Error(err)
				}
			}
		}
	})
	defer file.Close()
	defer editor.Wait()
	defer close(stop)
	// When backups are made, each is sound and holds one of the lines
	for range 5 {
		made, err := w.Make(context.Background(), w.file, backup.Daily)
		if app.KindOf(err) == app.KindDamaged && app.Sentence(err).Key == "error.backup_wrong" {
			continue // edited each time
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := lineOf(t, made.Path); !strings.HasPrefix(got, "line ") && got != "Iga laps loeb." {
			t.Errorf("the backup holds %q", got)
		}
	}
}

func TestEditsAroundTheCopyAreNoFault(t *testing.T) {
	for name, c := range map[string]struct {
		before, after int // edits before and after the copy, the first time
		want          string
		copies        int
	}{
		"none": {0, 0, "Iga laps loeb.", 1}, "before": {1, 0, "line 0", 1}, "after": {0, 1, "Iga laps loeb.", 1}, "both": {1, 1, "line 1", 2},
	} {
		t.Run(name, func(t *testing.T) {
			w := aStore(t)
			number, copies := 0, 0
			edits := map[string]int{"opened": c.before, "copied": c.after}
			w.passed = func(step string) {
				for range edits[step] {
					rewrite(t, w.file, fmt.Sprint("line ", number))
					number++
				}
				edits[step] = 0
				if step == "copied" {
					copies++
				}
			}
			made := w.backUp(t, backup.Daily, 0)
			if got := lineOf(t, made.Path); got != c.want {
				t.Errorf("the backup holds %q, want %q", got, c.want)
			}
			if got := len(w.list(t)); got != 1 || copies != c.copies {
				t.Errorf("%d backups after %d copies, want %d", got, copies, c.copies)
			}
		})
	}
}

func TestABackupThatIsNotRightIsThrownAway(t *testing.T) {
	// Given as many backups as are kept, of other days
	w := aStore(t)
	for range keptBackups {
		w.backUp(t, backup.Daily, 24*time.Hour)
	}
	before := w.list(t)
	for name, spoil := range map[string]func(path string){
		"other contents": func(path string) { rewrite(t, path, "x") },
		"damaged":        func(path string) { damage(t, path) },
		"no school file": func(path string) { write(t, path, []byte("x")) },
	} {
		t.Run(name, func(t *testing.T) {
			// When what is written is not what it should be
			times := 0
			w.passed = func(step string) {
				if step == "copied" {
					times++
					found := slices.DeleteFunc(w.list(t), func(b backup.Backup) bool { return slices.Contains(before, b) })
					spoil(found[0].Path)
				}
			}
			_, err := w.Make(context.Background(), w.file, backup.Daily)
			// Then it is tried again, given up and thrown away, and no other backup goes
			mustBeKind(t, err, app.KindDamaged)
			if times != tries {
				t.Errorf("tried %d times", times)
			}
			if got := w.list(t); !slices.Equal(got, before) {
				t.Errorf("%+v\nwant\n%+v", got, before)
			}
		})
	}
}

func TestWhatCannotBeBackedUp(t *testing.T) {
	w := aStore(t)
	folder := t.TempDir()
	missing, foreign, damaged := filepath.Join(folder, "a"), filepath.Join(folder, "b"), filepath.Join(folder, "c")
	write(t, foreign, []byte("x"))
	write(t, damaged, read(t, w.file))
	damage(t, damaged)
	empty, err := schoolfile.Create(filepath.Join(folder, "d"), w.env())
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	for path, kind := range map[string]app.ErrorKind{missing: app.KindNotFound, foreign: app.KindForeign, damaged: app.KindDamaged,
		empty.Path(): app.KindDamaged} {
		_, err := w.Make(context.Background(), path, backup.Daily)
		mustBeKind(t, err, kind)
		mustBeKind(t, w.Daily(context.Background(), path), kind)
	}
	mustHaveNames(t, w.folder)
}

func TestACancelledBackupLeavesNothing(t *testing.T) {
	w := aStore(t)
	ctx, cancel := context.WithCancel(context.Background())
	w.passed = func(string) { cancel() }
	if _, err := w.Make(ctx, w.file, backup.Daily); err == nil {
		t.Fatal("made")
	}
	mustHaveNames(t, w.of(w.school.ID))
}

func TestTheDailyBackupIsMadeWhenItIsDue(t *testing.T) {
	w := aStore(t)
	daily := func(path string, want int) {
		t.Helper()
		if err := w.Daily(context.Background(), path); err != nil {
			t.Fatal(err)
		}
		if got := len(w.list(t)); got != want {
			t.Fatalf("%d backups, want %d", got, want)
		}
	}
	// The first time it is due, but not again on the same day
	daily(w.file, 1)
	rewrite(t, w.file, "a")
	daily(w.file, 1)
	// On the next day it is, when the file has changed
	w.now = w.now.Add(24 * time.Hour)
	daily(w.file, 2)
	w.now = w.now.Add(24 * time.Hour)
	daily(w.file, 2)
	// A backup for another reason does not stand for the daily one
	w.backUp(t, backup.BeforeImport, time.Minute)
	rewrite(t, w.file, "b")
	daily(w.file, 4)
	// A second file of the school with other contents gets its own
	second := filepath.Join(t.TempDir(), "second.waymark")
	write(t, second, read(t, w.file))
	daily(second, 4)
	rewrite(t, second, "c")
	daily(w.file, 4)
	daily(second, 5)
	// When the newest is damaged, nothing is known, so it is due
	w.now = w.now.Add(24 * time.Hour)
	damage(t, w.list(t)[0].Path)
	daily(second, 6)
}

func TestWhereTheFileIsIsKnownThoughNoBackupIsDue(t *testing.T) {
	w := aStore(t)
	w.backUp(t, backup.Daily, time.Hour)
	moved := filepath.Join(t.TempDir(), "moved.waymark")
	if err := os.Rename(w.file, moved); err != nil {
		t.Fatal(err)
	}
	if err := w.Daily(context.Background(), moved); err != nil {
		t.Fatal(err)
	}
	schools, err := w.Schools()
	if err != nil || len(schools) != 1 || schools[0].Path != moved || len(schools[0].Backups) != 1 {
		t.Errorf("%+v, %v", schools, err)
	}
}

func TestAnOlderFileIsKeptBeforeItIsBroughtUpToDate(t *testing.T) {
	// Given a file of the first version, opened by a Waymark that keeps backups
	w := aStore(t)
	path := filepath.Join(t.TempDir(), "vana.waymark")
	w.school.ID = olderFile(t, path)
	older := read(t, path)
	env := w.env()
	env.Keep = w.KeepOlder
	file, err := schoolfile.Open(context.Background(), path, env)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	// Then there is a backup, which is still of that version, and can be looked at all the same, without another of it
	env.Keep = func(string, string, func(string) error) error { return errors.New("kept") }
	w.Store = New(w.folder, env)
	backups := w.list(t)
	if len(backups) != 1 || backups[0].Reason != backup.BeforeMigration {
		t.Fatalf("%+v", backups)
	}
	if _, err := schoolfile.OpenReadOnly(context.Background(), backups[0].Path); app.KindOf(err) != app.KindReadOnly {
		t.Errorf("the backup is up to date: %v", err)
	}
	kept := read(t, backups[0].Path)
	h := w.Holds(context.Background(), backups[0])
	if h.Damage != nil || h.Counts[app.KindGoal] == 0 || h.School == "" {
		t.Errorf("%+v", h)
	}
	opened, err := w.Open(context.Background(), backups[0])
	if err != nil {
		t.Fatal(err)
	}
	if !opened.ReadOnly() || !sameRecords(opened.Book(), file.Book()) {
		t.Errorf("read only: %v, or other records", opened.ReadOnly())
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
	// And nothing is changed or left behind
	if got := read(t, backups[0].Path); string(got) != string(kept) {
		t.Error("the backup has changed")
	}
	mustHaveNames(t, filepath.Dir(backups[0].Path), filepath.Base(backups[0].Path))
	mustHaveNames(t, filepath.Dir(path), "vana.waymark")
	// It can be restored, over an older file too, of which every byte is kept
	write(t, path, older)
	w.now = w.now.Add(time.Hour)
	if err := w.Restore(context.Background(), backups[0], path); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(read(t, w.list(t)[0].Path), older) {
		t.Error("the older file was not kept as it was")
	}
	if restored, err := schoolfile.OpenReadOnly(context.Background(), path); err != nil || !sameRecords(restored.Book(), file.Book()) {
		t.Errorf("restored: %v", err)
	}
}

func TestABackupTellsWhatItHolds(t *testing.T) {
	// Given a backup of a file with an edit, and one of each way to be damaged
	w := aStore(t)
	rewrite(t, w.file, "Iga laps arvutab.")
	good := w.backUp(t, backup.Daily, time.Hour)
	damaged := w.backUp(t, backup.Daily, time.Hour)
	damage(t, damaged.Path)
	foreign := w.backUp(t, backup.Daily, time.Hour)
	write(t, foreign.Path, []byte("x"))
	short := w.backUp(t, backup.Daily, time.Hour)
	write(t, short.Path, read(t, good.Path)[:8192])
	log := w.backUp(t, backup.Daily, time.Hour)
	spoilLog(t, log.Path)
	// When the list is shown, all are in it
	if got := w.list(t); len(got) != 5 {
		t.Fatalf("%d backups", len(got))
	}
	h := w.Holds(context.Background(), good)
	if h.Damage != nil || h.School != "Männi Kool" || h.Counts[app.KindVisionLine] != 1 || h.Counts[app.KindGoal] != 0 || h.Changed.IsZero() {
		t.Errorf("%+v", h)
	}
	for name, b := range map[string]backup.Backup{"damaged": damaged, "foreign": foreign, "short": short, "log": log} {
		h := w.Holds(context.Background(), b)
		if h.Damage == nil || h.School != "Männi Kool" {
			t.Fatalf("%s: %+v", name, h)
		}
		mustBeKind(t, h.Damage, app.KindDamaged)
		if key := app.Sentence(h.Damage).Key; key != "error.backup_damaged" {
			t.Errorf("%s: %s", name, key)
		}
		// And none of them is restored
		mustBeKind(t, w.Restore(context.Background(), b, w.file), app.KindDamaged)
	}
	mustBeKind(t, w.Holds(context.Background(), backup.Backup{Path: w.folder + "/gone"}).Damage, app.KindNotFound)
	if got := lineOf(t, w.file); got != "Iga laps arvutab." {
		t.Errorf("the file holds %q", got)
	}
	if got := len(w.list(t)); got != 5 {
		t.Errorf("%d backups", got)
	}
}

// spoilLog damages the page of the log, without which the records can be read all the same.
func spoilLog(t *testing.T, path string) {
	t.Helper()
	data := read(t, path)
	at := bytes.Index(data, []byte(`[{"kind":"vision_line"`)) &^ 4095
	if at <= 0 || data[at] != 0x0d {
		t.Fatal("there is no page of the log")
	}
	data[at+3], data[at+4] = 0, 0 // without its rows
	write(t, path, data)
	file, err := schoolfile.OpenReadOnly(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

package backupfolder

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/schoolfile"
)

// anOldBackup is a backup of the line "old", after which the file has come to hold "new".
func (w *bench) anOldBackup(t *testing.T) backup.Backup {
	t.Helper()
	rewrite(t, w.file, "old")
	b := w.backUp(t, backup.Daily, time.Hour)
	rewrite(t, w.file, "new")
	return b
}

func (w *bench) restore(t *testing.T, b backup.Backup) {
	t.Helper()
	if err := w.Restore(context.Background(), b, w.file); err != nil {
		t.Fatal(err)
	}
}

func TestRestoreOverAHealthyFile(t *testing.T) {
	// Given a backup, and a file that was edited since
	w := aStore(t)
	old := w.anOldBackup(t)
	// When it is restored
	w.restore(t, old)
	// Then the file holds what the backup does, and its last state is a backup
	if got := lineOf(t, w.file); got != "old" {
		t.Errorf("the file holds %q", got)
	}
	backups := w.list(t)
	if len(backups) != 2 || backups[0].Reason != backup.BeforeRestore || backups[1] != old || lineOf(t, backups[0].Path) != "new" {
		t.Errorf("%+v", backups)
	}
	mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark")
	mustHaveNames(t, filepath.Dir(old.Path), memoName, filepath.Base(old.Path), filepath.Base(backups[0].Path))
	// And it can be edited, and one can go forward again
	rewrite(t, w.file, "newer")
	w.now = w.now.Add(time.Minute)
	w.restore(t, backups[0])
	if got := lineOf(t, w.file); got != "new" {
		t.Errorf("the file holds %q", got)
	}
}

func TestTheLogAndTheRightsOfTheFileAreRestored(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	if err := os.Chmod(w.file, 0o664); err != nil {
		t.Fatal(err)
	}
	w.restore(t, old)
	file, err := schoolfile.OpenReadOnly(context.Background(), w.file)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if log, err := file.Activity(context.Background(), app.Date{}); err != nil || len(log) == 0 || !file.Outside().None() {
		t.Errorf("log %v, %v; outside %v", log, err, file.Outside())
	}
	if info, err := os.Stat(w.file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o664 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestRestoreWhereThereIsNoFile(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	if err := os.Remove(w.file); err != nil {
		t.Fatal(err)
	}
	w.restore(t, old)
	if got := lineOf(t, w.file); got != "old" {
		t.Errorf("the file holds %q", got)
	}
	if got := w.list(t); !slices.Equal(got, []backup.Backup{old}) {
		t.Errorf("%+v", got)
	}
	// In a place of its own too, which is noted, but not where there is no folder
	elsewhere := filepath.Join(t.TempDir(), "uus.waymark")
	if err := w.Restore(context.Background(), old, elsewhere); err != nil {
		t.Fatal(err)
	}
	if schools, err := w.Schools(); err != nil || schools[0].Path != elsewhere {
		t.Errorf("%+v, %v", schools, err)
	}
	mustBeKind(t, w.Restore(context.Background(), old, filepath.Join(t.TempDir(), "no", "x.waymark")), app.KindUnavailable)
}

func TestRestoreThroughALink(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	link := filepath.Join(t.TempDir(), "link.waymark")
	if err := os.Symlink(w.file, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := w.Restore(context.Background(), old, link); err != nil {
		t.Fatal(err)
	}
	if got := lineOf(t, w.file); got != "old" {
		t.Errorf("the file holds %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link has gone: %v, %v", info.Mode(), err)
	}
}

func TestRestoreOverAFileThatCannotBeRead(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path string){
		"damaged": damage,
		"short":   func(t *testing.T, path string) { write(t, path, read(t, path)[:5000]) },
		"foreign": func(t *testing.T, path string) { write(t, path, []byte("Kallis päevik!")) },
		"empty":   func(t *testing.T, path string) { write(t, path, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			// Given backups of eleven days, and a file that cannot be read
			w := aStore(t)
			rewrite(t, w.file, "old")
			for range keptBackups {
				w.backUp(t, backup.Daily, 24*time.Hour)
			}
			before := w.list(t)
			spoil(t, w.file)
			spoilt := read(t, w.file)
			// When the newest is restored
			w.restore(t, before[0])
			// Then the file holds it, every byte of what was there is kept and listed as damaged, and no other backup goes
			if got := lineOf(t, w.file); got != "old" {
				t.Errorf("the file holds %q", got)
			}
			after := w.list(t)
			if len(after) != len(before)+1 || after[0].Reason != backup.BeforeRestore || !slices.Equal(after[1:], before) {
				t.Fatalf("%+v", after)
			}
			if !slices.Equal(read(t, after[0].Path), spoilt) {
				t.Error("the bytes are not those that were there")
			}
			mustBeKind(t, w.Holds(context.Background(), after[0]).Damage, app.KindDamaged)
		})
	}
}

func TestTheBackupThatIsRestoredStays(t *testing.T) {
	// Given as many backups as are kept
	w := aStore(t)
	for range keptBackups {
		w.backUp(t, backup.Daily, 24*time.Hour)
	}
	oldest := w.list(t)[keptBackups-1]
	// When the oldest is restored, which makes one more
	w.restore(t, oldest)
	if got := w.list(t); len(got) != keptBackups+1 || got[keptBackups] != oldest {
		t.Errorf("%+v", got)
	}
}

func TestRestoreOverTheFileOfAnotherSchool(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	other := app.School{ID: app.NewID[app.School](), Name: "Kuuse Kool"}
	path := filepath.Join(t.TempDir(), "kuuse.waymark")
	create(t, path, other, line("other"))
	if err := w.Restore(context.Background(), old, path); err != nil {
		t.Fatal(err)
	}
	// Then its backup is among its own
	backups, err := w.List(other.ID)
	if err != nil || len(backups) != 1 || backups[0].Name != "Kuuse Kool" || lineOf(t, backups[0].Path) != "other" {
		t.Errorf("%+v, %v", backups, err)
	}
	if got := w.list(t); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestAFileThatSomeoneHasOpenIsNotReplaced(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	file, err := schoolfile.Open(context.Background(), w.file, w.env())
	if err != nil {
		t.Fatal(err)
	}
	mustBeKind(t, w.Restore(context.Background(), old, w.file), app.KindLocked)
	if err := edit(file, "newer"); err != nil {
		t.Error(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if got := lineOf(t, w.file); got != "newer" {
		t.Errorf("the file holds %q", got)
	}
	// While it is being restored nobody can open it
	w.passed = func(step string) {
		if step == "held" || step == "kept" || step == "written" || step == "cleared" || step == "put" {
			_, err := schoolfile.Open(context.Background(), w.file, w.env())
			mustBeKind(t, err, app.KindLocked)
		}
	}
	w.restore(t, old)
	if got := lineOf(t, w.file); got != "old" {
		t.Errorf("the file holds %q", got)
	}
}

func TestWhatIsNoPlaceForASchoolFile(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	mustBeKind(t, w.Restore(context.Background(), old, filepath.Dir(w.file)), app.KindForeign)
	mustBeKind(t, w.Restore(context.Background(), old, old.Path), app.KindInvalid)
	if got := lineOf(t, old.Path); got != "old" || len(w.list(t)) != 1 {
		t.Errorf("the backup holds %q; %v", got, w.list(t))
	}
}

func TestACancelledRestoreLeavesTheOldFile(t *testing.T) {
	for _, at := range []string{"held", "opened", "copied", "kept"} {
		t.Run(at, func(t *testing.T) {
			w := aStore(t)
			old := w.anOldBackup(t)
			ctx, cancel := context.WithCancel(context.Background())
			w.passed = func(step string) {
				if step == at {
					cancel()
				}
			}
			if err := w.Restore(ctx, old, w.file); err == nil {
				t.Fatal("restored")
			}
			if got := lineOf(t, w.file); got != "new" {
				t.Errorf("the file holds %q", got)
			}
			mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark")
		})
	}
}

// A journal that is left from a crash belongs to the file that was there. Rolled into the restored one it would destroy it.
func TestAJournalIsNotRolledIntoTheRestoredFile(t *testing.T) {
	big := strings.Repeat("pikk lugu ", 3_000)
	cases := map[string]struct {
		leave func(t *testing.T, w *bench) // what a crash leaves
		kept  string                       // the line of the backup of it; empty when it is kept byte by byte
		bytes bool
	}{
		"of an edit that was not finished": {func(t *testing.T, w *bench) { halfWritten(t, w.file, big) }, "new", false},
		"of a file that is gone": {func(t *testing.T, w *bench) {
			halfWritten(t, w.file, big)
			if err := os.Remove(w.file); err != nil {
				t.Fatal(err)
			}
		}, "", false},
		"of a file that was emptied": {func(t *testing.T, w *bench) {
			halfWritten(t, w.file, big)
			write(t, w.file, nil)
		}, "", true},
		"of a damaged file": {func(t *testing.T, w *bench) {
			halfWritten(t, w.file, "newest")
			damage(t, w.file)
		}, "", true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			// Given a backup, and what is left from a crash in the place
			w := aStore(t)
			old := w.anOldBackup(t)
			c.leave(t, w)
			left := read(t, w.file+"-journal")
			var spoilt []byte
			if c.bytes {
				spoilt = read(t, w.file)
			}
			// When the backup is restored
			w.restore(t, old)
			// Then the file holds it, also when it is opened for writing, and there is no journal
			mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark")
			rewrite(t, w.file, "old")
			if got := lineOf(t, w.file); got != "old" {
				t.Errorf("the file holds %q", got)
			}
			// And what was there is kept, rolled back or with its journal
			backups := w.list(t)
			if c.kept != "" {
				if len(backups) != 2 || lineOf(t, backups[0].Path) != c.kept {
					t.Errorf("%+v", backups)
				}
				mustHaveNames(t, filepath.Dir(old.Path), memoName, filepath.Base(old.Path), filepath.Base(backups[0].Path))
				return
			}
			journals, err := filepath.Glob(filepath.Join(filepath.Dir(old.Path), "*-journal"))
			if err != nil || len(journals) != 1 || !slices.Equal(read(t, journals[0]), left) {
				t.Errorf("%v, %v", journals, err)
			}
			if c.bytes && (len(backups) != 2 || backups[0].Path+"-journal" != journals[0] || !slices.Equal(read(t, backups[0].Path), spoilt)) {
				t.Errorf("%+v", backups)
			}
			// And is gone with the rest
			if _, err := w.Remove(w.school.ID); err != nil {
				t.Fatal(err)
			}
			mustHaveNames(t, w.folder)
		})
	}
}

// A file may have been opened by another program in a way that leaves a write-ahead log, which SQLite would apply too.
func TestAWriteAheadLogIsNotAppliedToTheRestoredFile(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	write(t, w.file, nil)
	write(t, w.file+"-wal", []byte("log"))
	write(t, w.file+"-shm", []byte("index of the log"))
	w.restore(t, old)
	mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark")
	if got := string(read(t, w.list(t)[0].Path+"-wal")); got != "log" {
		t.Errorf("the log is kept as %q", got)
	}
}

func TestNothingIsPutBesideAJournal(t *testing.T) {
	// Given a journal that appears at the last moment
	w := aStore(t)
	old := w.anOldBackup(t)
	w.passed = func(step string) {
		if step == "cleared" {
			write(t, w.file+"-journal", []byte("x"))
		}
	}
	// When a backup is restored, nothing is changed or left behind
	mustBeKind(t, w.Restore(context.Background(), old, w.file), app.KindConflict)
	mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark", "kool.waymark-journal")
	if err := os.Remove(w.file + "-journal"); err != nil {
		t.Fatal(err)
	}
	if got := lineOf(t, w.file); got != "new" {
		t.Errorf("the file holds %q", got)
	}
}

// A backup that was kept with a journal holds something when the journal is rolled into it; the backup itself stays.
func TestABackupWithAJournalIsOpenedAsACopy(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	b := w.backUp(t, backup.BeforeRestore, time.Hour)
	halfWritten(t, b.Path, strings.Repeat("pikk lugu ", 3_000))
	was, journal := read(t, b.Path), read(t, b.Path+"-journal")
	if h := w.Holds(context.Background(), b); h.Damage != nil || h.Counts[app.KindVisionLine] != 1 {
		t.Errorf("%+v", h)
	}
	w.restore(t, old)
	w.restore(t, b)
	if got := lineOf(t, w.file); got != "new" {
		t.Errorf("the file holds %q", got)
	}
	if !slices.Equal(read(t, b.Path), was) || !slices.Equal(read(t, b.Path+"-journal"), journal) {
		t.Error("the backup has changed")
	}
}

func TestWhatAKilledRestoreLeftIsSwept(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	mine := "kool.waymark.restoring.tmp.mine"
	for _, name := range []string{"kool.waymark.restoring.tmp", "kool.waymark.restoring.tmp.ABCDEFG2.tmp", mine} {
		write(t, filepath.Join(filepath.Dir(w.file), name), []byte("x"))
	}
	w.restore(t, old)
	mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark", mine)
}

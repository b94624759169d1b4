package backupfolder

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"waymark/app/backup"
	"waymark/data/schoolfile"
)

// A restore that is killed between any two of its steps leaves the old file or the new one, whole, and the backup of the
// old one. The next restore is not hindered by what is left.
func TestRestoreIsKilledBetweenSteps(t *testing.T) {
	if os.Getenv("WAYMARK_TEST_RESTORE") != "" {
		restoreUntilKilled(t)
	}
	for name, c := range map[string]struct {
		leave func(t *testing.T, path string) // what is in the place
		old   string                          // the line of it; empty when it cannot be read
	}{
		"healthy":      {func(*testing.T, string) {}, "new"},
		"half written": {func(t *testing.T, path string) { halfWritten(t, path, strings.Repeat("pikk lugu ", 3_000)) }, "new"},
		"damaged":      {damage, ""},
		"emptied, with a journal": {func(t *testing.T, path string) {
			halfWritten(t, path, "newest")
			write(t, path, nil)
		}, ""},
	} {
		for _, step := range []string{"held", "copied", "kept", "written", "cleared", "put"} {
			if c.old == "" && step == "copied" {
				continue // the file is not copied by SQLite
			}
			t.Run(name+", "+step, func(t *testing.T) {
				t.Parallel()
				// Given a backup and a file that is not the same
				w := aStore(t)
				old := w.anOldBackup(t)
				c.leave(t, w.file)
				bytes := read(t, w.file)
				// When restoring is killed after a step
				killAfter(t, w, step)
				// Then there is the old file or the new one
				if step == "put" {
					if got := lineOf(t, w.file); got != "old" {
						t.Errorf("the file holds %q", got)
					}
				} else if c.old == "" {
					if !slices.Equal(read(t, w.file), bytes) {
						t.Error("the old file has changed")
					}
				} else if file, err := schoolfile.Open(context.Background(), w.file, w.env()); err != nil {
					t.Error(err)
				} else {
					if l, _ := file.Book().VisionLines.Get(line("").ID); l.Text != c.old {
						t.Errorf("the file holds %q", l.Text)
					}
					if err := file.Close(); err != nil {
						t.Error(err)
					}
				}
				// And the old one is kept before anything is done to it
				if kept := w.list(t); step != "held" && step != "copied" {
					if len(kept) != 2 || kept[0].Reason != backup.BeforeRestore || kept[1] != old {
						t.Fatalf("%+v", kept)
					}
					if c.old != "" && lineOf(t, kept[0].Path) != c.old || c.old == "" && !slices.Equal(read(t, kept[0].Path), bytes) {
						t.Errorf("%s is not what was there", kept[0].Path)
					}
				}
				// And it can be restored now, whatever is left
				w.now = w.now.Add(time.Hour)
				w.restore(t, old)
				if got := lineOf(t, w.file); got != "old" {
					t.Errorf("the file holds %q", got)
				}
				mustHaveNames(t, filepath.Dir(w.file), "config", "kool.waymark")
			})
		}
	}
}

// killAfter restores the one backup over the file in another process, which is killed after a step.
func killAfter(t *testing.T, w *bench, step string) {
	t.Helper()
	process := exec.Command(os.Args[0], "-test.run=^TestRestoreIsKilledBetweenSteps$")
	process.Env = append(os.Environ(), "WAYMARK_TEST_RESTORE="+w.file, "WAYMARK_TEST_FOLDER="+w.folder, "WAYMARK_TEST_STEP="+step)
	said, err := process.CombinedOutput()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("the process was not killed (%v): %s", err, said)
	}
}

func restoreUntilKilled(t *testing.T) {
	w := &bench{now: time.Date(2026, time.November, 25, 16, 0, 0, 0, time.FixedZone("EET", 2*60*60))}
	store := New(os.Getenv("WAYMARK_TEST_FOLDER"), w.env())
	store.passed = func(step string) {
		if step == os.Getenv("WAYMARK_TEST_STEP") {
			if err := syscall.Kill(os.Getpid(), syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
			select {}
		}
	}
	schools, err := store.Schools()
	if err != nil {
		t.Fatal(err)
	}
	t.Fatal("not killed", store.Restore(context.Background(), schools[0].Backups[0], os.Getenv("WAYMARK_TEST_RESTORE")))
}

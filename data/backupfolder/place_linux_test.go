package backupfolder

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/backup"
)

// asNobody runs do on a thread without the rights of the superuser, which would pass every permission.
func asNobody(t *testing.T, do func()) {
	t.Helper()
	if os.Getuid() != 0 {
		do()
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // never unlocked: the thread ends with the goroutine
		if err := syscall.Setfsuid(65534); err != nil {
			t.Error(err)
			return
		}
		do()
	}()
	<-done
}

// open lets everyone into the folders above path, which the test made.
func open(t *testing.T, path string) {
	t.Helper()
	for p := filepath.Dir(path); p != os.TempDir() && p != "/"; p = filepath.Dir(p) {
		if err := os.Chmod(p, 0o777); err != nil {
			break
		}
	}
}

func TestPlacesThatCannotBeWritten(t *testing.T) {
	w := aStore(t)
	old := w.anOldBackup(t)
	school := filepath.Dir(old.Path)
	open(t, filepath.Join(school, "x"))
	for _, path := range []string{old.Path, w.file} {
		if err := os.Chmod(path, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	root := filepath.Dir(w.file)
	closed := func(folder string, do func()) {
		if err := os.Chmod(folder, 0o555); err != nil {
			t.Fatal(err)
		}
		asNobody(t, do)
		if err := os.Chmod(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	var made, restored, removed, elsewhere error
	// Given a folder of backups that can only be read, nothing is backed up, restored or removed, but all can be looked at
	closed(school, func() {
		_, made = w.Make(context.Background(), w.file, backup.Daily)
		restored = w.Restore(context.Background(), old, w.file)
		_, removed = w.Remove(w.school.ID)
		if h := w.Holds(context.Background(), old); h.Damage != nil {
			t.Errorf("%+v", h)
		}
	})
	mustBeKind(t, made, app.KindReadOnly)
	mustBeKind(t, restored, app.KindReadOnly)
	mustBeKind(t, removed, app.KindUnavailable)
	// Given a folder of the file that can only be read, nothing is restored, nor backed up first
	closed(root, func() { elsewhere = w.Restore(context.Background(), old, w.file) })
	mustBeKind(t, elsewhere, app.KindReadOnly)
	if got := lineOf(t, w.file); got != "new" {
		t.Errorf("the file holds %q", got)
	}
	if got := w.list(t); !slices.Equal(got, []backup.Backup{old}) {
		t.Errorf("%+v", got)
	}
	// Given a folder that nobody may look into, the list says so
	if err := os.Chmod(school, 0); err != nil {
		t.Fatal(err)
	}
	var listed error
	asNobody(t, func() { _, listed = w.Schools() })
	if err := os.Chmod(school, 0o777); err != nil {
		t.Fatal(err)
	}
	mustBeKind(t, listed, app.KindUnavailable)
}

// On a disk that is full neither a backup nor a restore harms anything. The test mounts a small disk of its own, in a
// process that has a view of its own of what is mounted.
func TestAFullDisk(t *testing.T) {
	if os.Getenv("WAYMARK_TEST_FULL") != "" {
		onAFullDisk(t)
		return
	}
	process := exec.Command(os.Args[0], "-test.run=^TestAFullDisk$", "-test.v")
	process.Env = append(os.Environ(), "WAYMARK_TEST_FULL=1")
	process.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}}
	said, err := process.CombinedOutput()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		t.Skip("no disk of its own here:", err)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if strings.Contains(string(said), "--- SKIP") {
		t.Skipf("%s", said)
	}
}

// smallDisk mounts an empty disk at path and returns what fills it.
func smallDisk(t *testing.T, path string) (fill func()) {
	t.Helper()
	if err := os.MkdirAll(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", path, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("no disk can be mounted:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(path, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return func() {
		file, err := os.Create(filepath.Join(path, "films"))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for page := make([]byte, 4096); err == nil; {
			_, err = file.Write(page)
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
		// A little room is left, so that it is not the first byte that fails.
		if info, err := file.Stat(); err != nil || file.Truncate(info.Size()-5*4096) != nil {
			t.Fatal(err)
		}
	}
}

func onAFullDisk(t *testing.T) {
	t.Run("of backups", func(t *testing.T) {
		w := aStore(t)
		fill := smallDisk(t, w.folder)
		rewrite(t, w.file, "old")
		old := w.backUp(t, backup.Daily, time.Hour)
		rewrite(t, w.file, "new")
		fill()
		_, err := w.Make(context.Background(), w.file, backup.Daily)
		mustBeKind(t, err, app.KindFull)
		mustBeKind(t, w.Restore(context.Background(), old, w.file), app.KindFull)
		damaged := filepath.Join(t.TempDir(), "damaged.waymark")
		write(t, damaged, read(t, w.file))
		damage(t, damaged)
		mustBeKind(t, w.Restore(context.Background(), old, damaged), app.KindFull)
		if got := lineOf(t, w.file); got != "new" {
			t.Errorf("the file holds %q", got)
		}
		mustHaveNames(t, filepath.Dir(old.Path), memoName, filepath.Base(old.Path))
		if h := w.Holds(context.Background(), old); h.Damage != nil {
			t.Errorf("%+v", h)
		}
	})
	t.Run("of the file", func(t *testing.T) {
		w := aStore(t)
		old := w.anOldBackup(t)
		disk := filepath.Join(t.TempDir(), "disk")
		fill := smallDisk(t, disk)
		path := filepath.Join(disk, "kool.waymark")
		create(t, path, w.school, line("small"))
		fill()
		mustBeKind(t, w.Restore(context.Background(), old, path), app.KindFull)
		if got := lineOf(t, path); got != "small" {
			t.Errorf("the file holds %q", got)
		}
		mustHaveNames(t, disk, "films", "kool.waymark")
		if backups := w.list(t); len(backups) != 2 || lineOf(t, backups[0].Path) != "small" {
			t.Errorf("%+v", backups)
		}
	})
}

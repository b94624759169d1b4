package schoolfile

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
)

func TestASecondWaymarkIsToldWhoHasTheFile(t *testing.T) {
	// Given a file open on one computer
	f := aFile(t, oneOfEach()...)
	// When another opens it
	other := anEnv()
	other.Host, other.PID = "kantselei", 4711
	_, err := Open(context.Background(), f.Path(), other)
	// Then it is told by whom and since when, and can still read
	mustBeKind(t, err, app.KindLocked)
	want := map[string]any{"path": f.Path(), "host": "saal-3", "user": "Õpetaja Kask", "day": app.DateOf(time.Date(2026, 11, 24, 14, 2, 0, 0, time.Local)), "time": "14:02"}
	if diff := cmp.Diff(want, app.Sentence(err).Args, cmp.Comparer(func(a, b app.Date) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if got := reopenedReadOnly(t, f.Path()); len(all(got.Book())) != len(app.Kinds()) {
		t.Error("cannot be read")
	}
	// When the first closes it, the second can open it
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := Open(context.Background(), f.Path(), other)
	if err != nil {
		t.Fatal(err)
	}
	if second.ReadOnly() {
		t.Error("open for reading only")
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(lockPath(f.Path())); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a lock is left behind: %v", err)
	}
}

func TestTheSameProcessCannotOpenAFileTwice(t *testing.T) {
	f := aFile(t)
	_, err := Open(context.Background(), f.Path(), anEnv())
	mustBeKind(t, err, app.KindLocked)
}

func TestLocksLeftBehind(t *testing.T) {
	gone := exec.Command(os.Args[0], "-test.run=^$")
	if err := gone.Run(); err != nil {
		t.Fatal(err)
	}
	since := anEnv().Now()
	mark, _ := processOf(os.Getpid())
	cases := map[string]struct {
		left holder
		kind app.ErrorKind // KindInternal: taken over
	}{
		"of a dead process":          {holder{"saal-3", "x", gone.Process.Pid, "", since}, app.KindInternal},
		"of a living process":        {holder{"saal-3", "x", os.Getppid(), "", since}, app.KindLocked},
		"of this process":            {holder{"saal-3", "x", os.Getpid(), mark, since}, app.KindLocked},
		"of one with the same pid":   {holder{"saal-3", "x", os.Getpid(), "earlier boot 17", since}, app.KindInternal},
		"of a dead pid elsewhere":    {holder{"kantselei", "x", gone.Process.Pid, "", since}, app.KindLocked},
		"of nobody that can be told": {holder{}, app.KindLocked},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t)
			text, err := json.Marshal(c.left)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(lockPath(path), text, 0o600); err != nil {
				t.Fatal(err)
			}
			now := anEnv().Now()
			if err := os.Chtimes(lockPath(path), now, now); err != nil {
				t.Fatal(err)
			}
			f, err := Open(context.Background(), path, anEnv())
			if c.kind != app.KindInternal {
				mustBeKind(t, err, c.kind)
				if still, _ := os.ReadFile(lockPath(path)); string(still) != string(text) {
					t.Errorf("the lock of another was changed to %s", still)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			if got := names(t, path); len(got) != 1 {
				t.Errorf("left behind: %v", got)
			}
		})
	}
}

// A crash between making and filling the lock file leaves an empty one, which holds only for a moment.
func TestAnEmptyLockDoesNotHoldForEver(t *testing.T) {
	path := aClosedFile(t)
	if err := os.WriteFile(lockPath(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	now := anEnv().Now()
	if err := os.Chtimes(lockPath(path), now, now.Add(-2*time.Minute)); err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), path, anEnv())
	if err != nil {
		t.Fatal(err)
	}
	if f.ReadOnly() {
		t.Error("open for reading only")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestClosingLeavesTheLockOfAnotherAlone(t *testing.T) {
	f := aFile(t)
	other := []byte(`{"host":"kantselei","user":"x","pid":1,"since":"2026-11-24T15:00:00Z"}`)
	if err := os.WriteFile(lockPath(f.Path()), other, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(lockPath(f.Path())); string(got) != string(other) {
		t.Errorf("the lock is %q", got)
	}
}

func TestTheSystemTellsWhoOpensAFile(t *testing.T) {
	env := SystemEnv()
	if env.Host == "" || env.PID != os.Getpid() || env.Now().IsZero() {
		t.Errorf("got %+v", env)
	}
	if got := filepath.Base(lockPath("/a/kool.waymark")); got != ".~lock.kool.waymark#" {
		t.Errorf("the lock is named %s", got)
	}
}

package schoolfile

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"

	"waymark/app"
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

func TestAPlaceThatCannotBeWritten(t *testing.T) {
	cases := map[string]struct{ folder, file os.FileMode }{
		"the folder": {0o555, 0o666},
		"the file":   {0o777, 0o444},
		"both":       {0o555, 0o444},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			// Given a school file in such a place
			path := aClosedFile(t, oneOfEach()...)
			folder := filepath.Dir(path)
			for p := folder; p != os.TempDir() && p != "/"; p = filepath.Dir(p) {
				if err := os.Chmod(p, 0o755); err != nil {
					break
				}
			}
			if err := os.Chmod(path, c.file); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(folder, c.folder); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
			asNobody(t, func() {
				// When it is opened, it can be read but not changed
				f, err := Open(context.Background(), path, anEnv())
				if err != nil {
					t.Errorf("open: %v", err)
					return
				}
				if !f.ReadOnly() || len(all(f.Book())) != len(app.Kinds()) {
					t.Errorf("read only: %v, %d records", f.ReadOnly(), len(all(f.Book())))
				}
				before, after := renamed("Uus")
				if err := change(f, before, after); app.KindOf(err) != app.KindReadOnly {
					t.Errorf("change: %v", err)
				}
				if err := f.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
				if c.folder == 0o555 {
					_, err := Create(filepath.Join(folder, "new.waymark"), anEnv())
					if app.KindOf(err) != app.KindReadOnly {
						t.Errorf("create: %v", err)
					}
				}
			})
			if got := names(t, path); !slices.Equal(got, []string{"kool.waymark"}) {
				t.Errorf("left behind: %v", got)
			}
		})
	}
}

package schoolfile

import (
	"context"
	"os"
	"os/exec"
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

// The process is killed in the middle of writing, again and again; no accepted edit is lost and none is half there.
func TestKilledWhileWriting(t *testing.T) {
	if path := os.Getenv("WAYMARK_TEST_WRITE"); path != "" {
		writeForEver(t, path)
	}
	path := aClosedFile(t, oneOfEach()...)
	for round := range 5 {
		c := exec.Command(os.Args[0], "-test.run=^TestKilledWhileWriting$")
		c.Env = append(os.Environ(), "WAYMARK_TEST_WRITE="+path)
		accepted, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// When the writer has had some edits accepted and is killed
		last := make([]byte, 1)
		for range 5 + 7*round {
			if _, err := accepted.Read(last); err != nil {
				t.Fatal(err)
			}
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for one := make([]byte, 1); ; last[0] = one[0] {
			if _, err := accepted.Read(one); err != nil {
				break
			}
		}
		_ = c.Wait() // killed, as it should be
		// Then its lock is taken over, and member and idea, written together, are the last accepted or the next
		f := reopened(t, path)
		if f.ReadOnly() {
			t.Fatal("the lock of the dead was not taken over")
		}
		var member app.Member
		for m := range f.Book().Members.All() {
			member = m
		}
		for idea := range f.Book().Ideas.All() {
			if idea.Text != member.Name {
				t.Fatalf("half an edit: %q and %q", idea.Text, member.Name)
			}
		}
		if next := letter(last[0] - 'a' + 1); member.Name != string(last) && member.Name != string(next) {
			t.Fatalf("accepted %q, but the file holds %q", last, member.Name)
		}
		if findings, err := Check(context.Background(), path); err != nil || len(findings) > 0 {
			t.Fatalf("found %v, %v", findings, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func letter(n byte) byte { return 'a' + n%26 }

// writeForEver renames a member and an idea together and tells each accepted name on standard output.
func writeForEver(t *testing.T, path string) {
	f, err := Open(context.Background(), path, anEnv())
	if err != nil {
		t.Fatal(err)
	}
	h := app.NewHistory(f.Book(), f, anEnv().Now)
	for n := byte(0); ; n++ {
		if n == 26 {
			n = 0
		}
		var edit app.Edit
		for m := range f.Book().Members.All() {
			after := m
			after.Name = string(letter(n))
			edit.Changes = append(edit.Changes, app.Update(m, after))
		}
		for i := range f.Book().Ideas.All() {
			after := i
			after.Text = string(letter(n))
			edit.Changes = append(edit.Changes, app.Update(i, after))
		}
		if err := h.Do(context.Background(), edit); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stdout.Write([]byte{letter(n)}); err != nil {
			os.Exit(1)
		}
	}
}

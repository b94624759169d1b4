package atomicfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"waymark/app"
)

func TestWriteReplacesWholeOrNotAtAll(t *testing.T) {
	// given a file with old content
	path := filepath.Join(t.TempDir(), "plan.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	// when writing fails half way
	broken := errors.New("broken")
	err := Write(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, "ne"); err != nil {
			return err
		}
		return broken
	})
	// then the old content stands, and nothing is left beside it
	if !errors.Is(err, broken) {
		t.Errorf("error %v, want it to hold %v", err, broken)
	}
	expect(t, path, "old")
	// and when it succeeds, the new content stands
	if err := Write(path, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }); err != nil {
		t.Fatal(err)
	}
	expect(t, path, "new")
}

func TestWriteToNoFolder(t *testing.T) {
	err := Write(filepath.Join(t.TempDir(), "gone", "plan.pdf"), func(io.Writer) error { return nil })
	if app.KindOf(err) != app.KindUnavailable {
		t.Errorf("error %v, want one of KindUnavailable", err)
	}
}

func expect(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("the file holds %q (%v), want %q", got, err, want)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v (%v), want the one file", entries, err)
	}
}

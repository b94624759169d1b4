// Package atomicfile replaces files by write, sync and rename, so that a reader finds the old content or the new and
// never a part, even after a power cut. It imports app.
package atomicfile

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"waymark/app"
)

// Write makes the file at path hold what write writes. On failure path is as it was; on success the new content outlasts a
// power cut, where the file system can make names durable. The Error is of KindReadOnly, KindFull or KindUnavailable when
// it is the place that fails; what write returns is passed on.
func Write(path string, write func(io.Writer) error) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*.tmp")
	if err != nil {
		return classified(path, err)
	}
	buffer := bufio.NewWriterSize(temporary, 64<<10)
	err = write(buffer)
	err = errors.Join(err, buffer.Flush(), temporary.Chmod(0o644), temporary.Sync(), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err == nil {
		SyncFolder(filepath.Dir(path))
		return nil
	}
	if remove := os.Remove(temporary.Name()); remove != nil && !errors.Is(remove, fs.ErrNotExist) {
		err = errors.Join(err, remove)
	}
	return classified(path, err)
}

// SyncFolder makes the names in a folder durable, where the system can; Windows writes them by itself. What the files hold
// must be durable already.
func SyncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync() // the files are whole on the disk under either name
		_ = f.Close()
	}
}

func classified(path string, err error) error {
	var known *app.Error
	if errors.As(err, &known) {
		return err
	}
	say := func(kind app.ErrorKind, key string) error {
		return &app.Error{Op: "write file", Kind: kind, Text: app.Say(key, "path", path), Err: err}
	}
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return &app.Error{Op: "write file", Kind: app.KindFull, Text: app.Say("error.full"), Err: err}
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return say(app.KindReadOnly, "error.read_only")
	case errors.Is(err, fs.ErrNotExist):
		return say(app.KindUnavailable, "error.no_folder")
	}
	return say(app.KindUnavailable, "error.unavailable")
}

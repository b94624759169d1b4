package agefile

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"waymark/app"
	"waymark/app/task"
	"waymark/data/atomicfile"
)

// MostBytes is the largest file that Unprotect makes.
const MostBytes = 1 << 30

// Encrypted tells by its first bytes whether the file at path is protected. The Error is of KindNotFound or
// KindUnavailable.
func Encrypted(path string) (bool, error) {
	from, err := open(path)
	if err != nil {
		return false, err
	}
	defer from.Close()
	head := make([]byte, len(intro))
	switch _, err := io.ReadFull(from, head); {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return false, nil
	case err != nil:
		return false, err
	}
	return string(head) == intro, nil
}

// Protect writes a copy of the file from, which nobody may write meanwhile, to the file to, protected by password. The
// copy appears whole or not at all. The Error is as for Encrypt and atomicfile.Write, of KindInvalid when there already is
// a file, and of KindNotFound or KindUnavailable when from cannot be read.
func Protect(ctx context.Context, from, to, password string) error {
	return copied(ctx, from, to, func(w io.Writer, r io.Reader) error { return Encrypt(w, r, password) })
}

// Unprotect writes what is in the protected file from to the file to. It appears whole or not at all. The Error is as for
// Decrypt and atomicfile.Write, of KindInvalid when there already is a file, and of KindNotFound or KindUnavailable when
// from cannot be read.
func Unprotect(ctx context.Context, from, to, password string) error {
	return copied(ctx, from, to, func(w io.Writer, r io.Reader) error { return Decrypt(w, r, password, MostBytes) })
}

func copied(ctx context.Context, from, to string, through func(io.Writer, io.Reader) error) error {
	if _, err := os.Lstat(to); err == nil {
		return app.Invalid("protect", app.Say("error.exists", "path", to))
	}
	file, err := open(from)
	if err != nil {
		return err
	}
	defer file.Close()
	about, err := file.Stat()
	if err != nil {
		return unreadable(from, err)
	}
	return atomicfile.Write(to, func(w io.Writer) error { return through(w, task.Reader(ctx, file, about.Size())) })
}

// readFile is an open file whose errors say which file it is.
type readFile struct {
	*os.File
	path string
}

func open(path string) (readFile, error) {
	file, err := os.Open(path)
	return readFile{file, path}, unreadable(path, err)
}

// Read is os.File.Read.
func (f readFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	return n, unreadable(f.path, err)
}

func unreadable(path string, err error) error {
	switch {
	case err == nil || err == io.EOF:
		return err
	case errors.Is(err, fs.ErrNotExist):
		return &app.Error{Op: "read file", Kind: app.KindNotFound, Text: app.Say("error.not_found", "path", path), Err: err}
	}
	return &app.Error{Op: "read file", Kind: app.KindUnavailable, Text: app.Say("error.unavailable", "path", path), Err: err}
}

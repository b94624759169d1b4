package schoolfile

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"waymark/app"
)

// maxRepair is the largest file, in bytes, that is repaired.
const maxRepair = 1 << 30

// withFolder runs do with a folder beside path that nobody else can read, and that is gone afterwards.
func withFolder(path string, do func(folder string) error) error {
	folder, err := os.MkdirTemp(filepath.Dir(path), filepath.Base(path)+".*.tmp")
	if err != nil {
		return err
	}
	return errors.Join(do(folder), os.RemoveAll(folder))
}

// copyOf copies the file at path into folder, as it was before a transaction that was not finished, and makes its header
// one that SQLite takes.
func copyOf(ctx context.Context, path, folder string, journal bool) (string, error) {
	copied := filepath.Join(folder, "copy")
	endings := []string{""}
	if journal {
		endings = []string{"-journal", "-wal", ""}
	}
	for range 3 { // somebody may be writing to it
		before := stamp(path)
		for _, ending := range endings {
			err := copyBytes(ctx, path+ending, copied+ending)
			if err != nil && (ending == "" || !errors.Is(err, fs.ErrNotExist)) {
				return "", err
			}
		}
		if stamp(path) == before {
			break
		}
	}
	if journal {
		if err := withoutSuper(copied + "-journal"); err != nil {
			return "", err
		}
		if db, err := connect(copied, "rw"); err == nil {
			_, _ = db.ExecContext(ctx, "SELECT 1 FROM sqlite_schema") // what is left of a transaction is taken back
			_ = db.Close()
		}
		for _, ending := range []string{"-journal", "-wal", "-shm"} {
			_ = os.Remove(copied + ending) // mostly there is none
		}
	}
	return copied, mendHeader(copied)
}

// stamp changes when the file at path is written to.
func stamp(path string) (s [2]struct {
	size int64
	at   time.Time
}) {
	for i, ending := range []string{"", "-journal"} {
		if info, err := os.Stat(path + ending); err == nil {
			s[i].size, s[i].at = info.Size(), info.ModTime()
		}
	}
	return s
}

// copyBytes copies a file as far as the disk yields it; what it does not yield becomes zeros. Without a file there is no copy.
func copyBytes(ctx context.Context, from, to string) (err error) {
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	source, err := os.Open(from)
	if errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err != nil {
		return unavailable(from, err)
	}
	defer func() { _ = source.Close() }() // nothing was written to it
	info, err := source.Stat()
	if err != nil {
		return unavailable(from, err)
	}
	if info.Size() > maxRepair {
		return &app.Error{Op: "repair", Kind: app.KindForeign, Text: app.Say("error.too_much")}
	}
	target, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, target.Close()) }()
	var failed *fs.PathError
	err = copyReadable(ctx, source, info.Size(), target)
	if errors.As(err, &failed) && failed.Path == from {
		return unavailable(from, err)
	}
	if err != nil {
		return err
	}
	return target.Truncate(info.Size())
}

func unavailable(path string, cause error) error {
	return &app.Error{Op: "repair", Kind: app.KindUnavailable, Text: app.Say("error.unavailable", "path", path), Err: cause}
}

// copyReadable copies the blocks of source that can be read; when none can, that is the error.
func copyReadable(ctx context.Context, source io.ReaderAt, size int64, target io.WriterAt) error {
	block, zeros := make([]byte, defaultPage), make([]byte, defaultPage)
	var failed error
	read := false
	for at := int64(0); at < size; at += defaultPage {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := source.ReadAt(block, at)
		if err != nil && err != io.EOF {
			failed = err
			continue
		}
		read = true
		if bytes.Equal(block[:n], zeros[:n]) {
			continue // the target is 0 where nothing is written
		}
		if _, err := target.WriteAt(block[:n], at); err != nil {
			return err
		}
	}
	if read {
		return nil
	}
	return failed
}

// mendHeader gives the database at path the header of one that Waymark made, see
// https://www.sqlite.org/fileformat2.html#the_database_header.
func mendHeader(path string) (err error) {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var header [100]byte
	if _, err := f.ReadAt(header[:], 0); err != nil && err != io.EOF {
		return err
	}
	page := pageSize(f, info.Size())
	copy(header[:], magic)
	binary.BigEndian.PutUint16(header[16:], uint16(page%65536+page/65536))
	copy(header[18:], []byte{1, 1, 0, 64, 32, 32})                            // rollback journal, no bytes kept at the end of pages
	binary.BigEndian.PutUint32(header[28:], uint32(info.Size()/int64(page)))  // number of pages
	copy(header[44:], []byte{0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}) // format of the schema, no automatic vacuum, UTF-8
	copy(header[64:], []byte{0, 0, 0, 0, 'W', 'Y', 'M', 'K'})                 // applicationID
	copy(header[92:96], header[24:28])                                        // the number of pages holds
	_, err = f.WriteAt(header[:], 0)
	return err
}

// headerOf returns the first bytes of the file at path; what is not there is 0.
func headerOf(path string) (header [100]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return header, err
	}
	_, err = io.ReadFull(f, header[:])
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return header, errors.Join(err, f.Close())
}

package schoolfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// superMagic ends a journal that names another one with which it stands or falls, and begins every journal.
const superMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"

// namesSuper tells whether the journal at path ends with the name of another file. Waymark never makes such a journal; SQLite
// would look for that file, wherever it is, even on another computer, and may delete it.
func namesSuper(path string) (bool, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }() // nothing was written to it
	info, err := f.Stat()
	if err != nil || info.Size() < int64(len(superMagic)) {
		return false, err
	}
	tail := make([]byte, len(superMagic))
	_, err = f.ReadAt(tail, info.Size()-int64(len(tail)))
	return string(tail) == superMagic, err
}

// withoutSuper makes the journal at path, if there is one, name no other file.
func withoutSuper(path string) error {
	names, err := namesSuper(path)
	if err != nil || !names {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	_, err = f.Seek(-int64(len(superMagic)), io.SeekEnd)
	if err == nil {
		_, err = f.Write(make([]byte, len(superMagic)))
	}
	return errors.Join(err, f.Close())
}

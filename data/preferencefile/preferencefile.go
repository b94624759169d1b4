// Package preferencefile keeps preferences as a JSON file. It imports app/preference and
// data/atomicfile.
package preferencefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"waymark/app/preference"
	"waymark/data/atomicfile"
)

// Limits of what is understood: the bytes of the file, of a path in it, and the side of a window in Fyne's units. What
// Waymark writes is far within them.
const (
	maxBytes = 1 << 20
	maxPath  = 32 << 10
	maxSide  = 20_000
)

// File is a preferences file in a folder, which need not exist yet.
type File struct{ Folder string }

func (f File) path() string { return filepath.Join(f.Folder, "preferences.json") }

// Load reads the preferences. A file that is not there, is too large or cannot be understood gives the zero value:
// preferences are worth no question. What is out of all proportion within it is left out.
func (f File) Load() preference.Preferences {
	data, err := f.read()
	if err != nil {
		return preference.Preferences{}
	}
	var p preference.Preferences
	if json.Unmarshal(data, &p) != nil {
		return preference.Preferences{}
	}
	return sensible(p)
}

func (f File) read() ([]byte, error) {
	file, err := os.Open(f.path())
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = errors.New("preferencefile: too large")
	}
	return data, err
}

// sensible leaves out what Waymark does not write: a window that no screen holds, paths that no system has, more recent
// files than are offered.
func sensible(p preference.Preferences) preference.Preferences {
	if !(p.Width >= 0 && p.Width <= maxSide && p.Height >= 0 && p.Height <= maxSide) {
		p.Width, p.Height = 0, 0
	}
	p.Recent = slices.DeleteFunc(p.Recent, func(path string) bool { return path == "" || len(path) > maxPath })
	p.Recent = p.Recent[:min(len(p.Recent), preference.MaxRecent)]
	return p
}

// Save replaces the file by write, sync and rename.
func (f File) Save(p preference.Preferences) error {
	if err := os.MkdirAll(f.Folder, 0o700); err != nil {
		return fmt.Errorf("preferencefile: %w", err)
	}
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return fmt.Errorf("preferencefile: %w", err)
	}
	err = atomicfile.Write(f.path(), func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("preferencefile: %w", err)
	}
	return nil
}

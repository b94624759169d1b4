// Package preferencefile keeps preferences as a JSON file. It imports app/preference and
// data/atomicfile.
package preferencefile

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"waymark/app/preference"
	"waymark/data/atomicfile"
)

// File is a preferences file in a folder, which need not exist yet.
type File struct{ Folder string }

func (f File) path() string { return filepath.Join(f.Folder, "preferences.json") }

// Load reads the preferences. A file that is not there or cannot be understood gives the zero value: preferences are
// worth no question.
func (f File) Load() preference.Preferences {
	var p preference.Preferences
	data, err := os.ReadFile(f.path())
	if err != nil {
		return p
	}
	if json.Unmarshal(data, &p) != nil {
		return preference.Preferences{}
	}
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

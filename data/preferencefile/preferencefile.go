// Package preferencefile keeps preferences as a JSON file. It imports app/preference.
package preferencefile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"waymark/app/preference"
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
	temporary, err := os.CreateTemp(f.Folder, "preferences-*.tmp")
	if err != nil {
		return fmt.Errorf("preferencefile: %w", err)
	}
	_, err = temporary.Write(data)
	err = errors.Join(err, temporary.Sync(), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), f.path())
	}
	if err != nil {
		if remove := os.Remove(temporary.Name()); !errors.Is(remove, fs.ErrNotExist) {
			err = errors.Join(err, remove)
		}
		return fmt.Errorf("preferencefile: %w", err)
	}
	return nil
}

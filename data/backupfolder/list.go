package backupfolder

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/atomicfile"
)

// List returns the backups of a school, newest first, those that are damaged too. A school without any has none. The Error
// is of KindUnavailable when the folder cannot be read.
func (s *Store) List(school app.ID[app.School]) ([]backup.Backup, error) {
	if !app.ValidID(string(school)) || !isFolder(s.of(school)) {
		return nil, nil
	}
	entries, err := os.ReadDir(s.of(school))
	if err != nil {
		return nil, &app.Error{Op: "list backups", Kind: app.KindUnavailable,
			Text: app.Say("error.backup_place", "path", s.of(school)), Err: err}
	}
	type numbered struct {
		backup.Backup
		number int
	}
	var found []numbered
	for _, entry := range entries {
		n, ok := parse(entry.Name(), s.env.Now().Location())
		if !ok || !entry.Type().IsRegular() {
			continue
		}
		info, err := entry.Info()
		if err != nil {
			continue // it has gone just now
		}
		path := filepath.Join(s.of(school), entry.Name())
		found = append(found, numbered{backup.Backup{Path: path, School: school, Name: n.school, Made: n.made,
			Reason: n.reason, Size: info.Size()}, n.number})
	}
	slices.SortFunc(found, func(a, b numbered) int {
		return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.number, a.number), cmp.Compare(a.Path, b.Path))
	})
	backups := make([]backup.Backup, len(found))
	for i, f := range found {
		backups[i] = f.Backup
	}
	return backups, nil
}

// Schools lists every school of which there are backups, the one with the newest first. What can be listed is, even when
// there is an error, which is as for List.
func (s *Store) Schools() ([]backup.School, error) {
	entries, err := os.ReadDir(s.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &app.Error{Op: "list backups", Kind: app.KindUnavailable,
			Text: app.Say("error.backup_place", "path", s.folder), Err: err}
	}
	var schools []backup.School
	var problems error
	for _, entry := range entries {
		id := app.ID[app.School](entry.Name())
		backups, err := s.List(id)
		problems = errors.Join(problems, err)
		if len(backups) == 0 {
			continue
		}
		m := s.memo(id)
		schools = append(schools, backup.School{ID: id, Name: cmp.Or(m.Name, backups[0].Name), Path: m.Path, Backups: backups})
	}
	slices.SortStableFunc(schools, func(a, b backup.School) int { return b.Backups[0].Made.Compare(a.Backups[0].Made) })
	return schools, problems
}

// memo is what is known of a school besides its backups.
type memo struct {
	Name string `json:"name"`
	Path string `json:"path"` // where its file was last
}

const memoName = "school.json"

// maxMemo is the most bytes of a memo that are read, maxPath of the path in it. What is written is far within.
const (
	maxMemo = 1 << 20
	maxPath = 32 << 10
)

// memo reads the memo of a school; what it does not tell is empty.
func (s *Store) memo(id app.ID[app.School]) memo {
	path := filepath.Join(s.of(id), memoName)
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return memo{}
	}
	file, err := os.Open(path)
	if err != nil {
		return memo{}
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxMemo+1))
	if err != nil || len(text) > maxMemo {
		return memo{}
	}
	return parseMemo(text)
}

// parseMemo reads a memo and leaves out what Waymark does not write.
func parseMemo(text []byte) memo {
	var m memo
	if json.Unmarshal(text, &m) != nil {
		return memo{}
	}
	m.Name = app.CleanLine(m.Name)
	if utf8.RuneCountInString(m.Name) > app.MaxText {
		m.Name = ""
	}
	if len(m.Path) > maxPath || strings.ContainsRune(m.Path, 0) || !filepath.IsAbs(m.Path) {
		m.Path = ""
	}
	return m
}

// write puts the memo into the folder of a school. A path that JSON cannot hold is left out rather than changed.
func (m memo) write(folder string) error {
	return atomicfile.Write(filepath.Join(folder, memoName), m.writeTo)
}

func (m memo) writeTo(w io.Writer) error {
	if !utf8.ValidString(m.Path) {
		m.Path = ""
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(m)
}

package schoolfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"waymark/app"
)

// unreadableAfter is the age from which a lock file that nobody can read is the remains of a crash.
const unreadableAfter = time.Minute

// holder is who has a school file open, as the lock file beside it says.
type holder struct {
	Host    string    `json:"host"`
	User    string    `json:"user"`
	PID     int       `json:"pid"`
	Process string    `json:"process,omitempty"` // parts the process from a later one with the same pid
	Since   time.Time `json:"since"`
}

// lock is a held lock file.
type lock struct {
	path string
	mine holder
}

// lockPath is the place of the lock file of a school file, named as LibreOffice names its own.
func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), ".~lock."+filepath.Base(path)+"#")
}

// takeLock makes the lock file beside path. A lock left behind by a process of this computer that no longer runs is taken
// over. The Error is of KindLocked when someone holds it; where a lock cannot be written the error is that of the system.
func takeLock(path string, env Env) (*lock, error) {
	mark, _ := processOf(env.PID)
	l := &lock{path: lockPath(path), mine: holder{env.Host, env.User, env.PID, mark, env.Now().Truncate(time.Second)}}
	for range 3 {
		err := l.write()
		if err == nil {
			return l, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		other, stale, err := readLock(l.path, env)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, err
		case !stale:
			return nil, held(path, other)
		}
		if err := clearLock(l.path, env); err != nil {
			return nil, err
		}
	}
	return nil, held(path, holder{Host: "?", User: "?", Since: env.Now()})
}

func held(path string, by holder) error {
	return &app.Error{Op: "open", Kind: app.KindLocked, Text: app.Say("error.locked", "path", path, "host", by.Host,
		"user", by.User, "day", app.DateOf(by.Since), "time", by.Since.Format("15:04"))}
}

func (l *lock) write() error {
	text, err := json.Marshal(l.mine)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(l.path))
	}
	return nil
}

// release removes the lock file if it still is ours.
func (l *lock) release() error {
	text, err := os.ReadFile(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var now holder
	if json.Unmarshal(text, &now) != nil || !now.same(l.mine) {
		return nil
	}
	return os.Remove(l.path)
}

func (h holder) same(other holder) bool {
	return h.Host == other.Host && h.PID == other.PID && h.Process == other.Process && h.Since.Equal(other.Since)
}

// readLock tells who holds the lock and whether it was left behind.
func readLock(path string, env Env) (by holder, stale bool, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return holder{}, false, err
	}
	if json.Unmarshal(text, &by) != nil || by.PID <= 0 {
		info, err := os.Stat(path)
		if err != nil {
			return holder{}, false, err
		}
		return holder{Host: "?", User: "?", Since: info.ModTime()}, env.Now().Sub(info.ModTime()) > unreadableAfter, nil
	}
	if by.Host != env.Host {
		return by, false, nil
	}
	mark, running := processOf(by.PID)
	another := mark != "" && by.Process != "" && mark != by.Process
	return by, !running || another, nil
}

// clearLock takes a stale lock away. It is moved first and looked at once more, so that a lock which another Waymark took
// in the meantime is put back.
func clearLock(path string, env Env) error {
	aside := fmt.Sprintf("%s%d", path, env.PID)
	if err := os.Rename(path, aside); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	if _, stale, err := readLock(aside, env); err == nil && !stale {
		return os.Rename(aside, path)
	}
	return os.Remove(aside)
}

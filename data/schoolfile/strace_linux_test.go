package schoolfile

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// traced lists the system calls by which a program can change files, and those by which it opens and closes them. Those
// with a question mark are not there on every processor.
const traced = "?open,openat,?openat2,?creat,close,?dup2,dup3,dup,lseek,write,pwrite64,writev,pwritev,?pwritev2,truncate," +
	"ftruncate,fallocate,copy_file_range,sendfile,splice,fsync,fdatasync,sync_file_range,sync,syncfs,?unlink,unlinkat,?rename," +
	"?renameat,?renameat2,?link,linkat,?symlink,symlinkat,?mkdir,mkdirat,?rmdir"

// call is one system call that has succeeded.
type call struct {
	name   string
	args   []string
	result int
}

// trace runs this test once more as a process of its own, in which inFolder does its work, and returns the system calls by
// which it did that.
func trace(t *testing.T, folder string, env ...string) []call {
	t.Helper()
	path, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal("strace, which shows what is written to disk, is missing; `packaging/linux/setup.sh test` installs it")
	}
	log := filepath.Join(t.TempDir(), "trace")
	c := exec.Command(path, "-f", "--seccomp-bpf", "-qq", "-xx", "-s", "33554432", "-e", "signal=none", "-e", "trace="+traced,
		"-o", log, os.Args[0], "-test.run=^"+t.Name()+"$")
	c.Env = append(append(os.Environ(), "WAYMARK_TEST_FOLDER="+folder), env...)
	output, failure := c.CombinedOutput()
	text, err := os.ReadFile(log)
	if err != nil || len(text) == 0 {
		t.Fatalf("strace cannot watch a process here; in a container it needs the right SYS_PTRACE: %v\n%s", failure, output)
	}
	if failure != nil {
		t.Fatalf("the watched process failed: %v\n%s", failure, output)
	}
	calls, err := parseTrace(text)
	if err != nil {
		t.Fatal(err)
	}
	return calls
}

// inFolder does the work of a process that is traced, and ends it; in any other it does nothing.
func inFolder(work func(folder string, acknowledge func()) error) {
	folder := os.Getenv("WAYMARK_TEST_FOLDER")
	if folder == "" {
		return
	}
	err := work(folder, func() {
		if _, err := os.Stdout.WriteString(acknowledgement); err != nil {
			panic(err)
		}
	})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

// parseTrace reads what strace -f -xx has written. A call that others interrupt counts at its end.
func parseTrace(text []byte) ([]call, error) {
	var calls []call
	begun := map[string]string{} // by thread
	for line := range strings.Lines(string(text)) {
		thread, line, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		line = strings.TrimLeft(line, " ")
		if start, interrupted := strings.CutSuffix(line, " <unfinished ...>"); interrupted {
			begun[thread] = start
			continue
		}
		if rest, resumed := strings.CutPrefix(line, "<... "); resumed {
			_, rest, _ = strings.Cut(rest, " resumed>")
			line = begun[thread] + rest
		}
		name, rest, ok := strings.Cut(line, "(")
		end := strings.LastIndex(rest, ") ")
		if !ok || end < 0 {
			continue // a process that ends
		}
		outcome := strings.Fields(strings.TrimLeft(rest[end+1:], " ="))
		result, err := strconv.Atoi(outcome[0])
		if err != nil || result < 0 {
			continue // failed, or to be called once more
		}
		if strings.Contains(rest, `"...`) {
			return nil, fmt.Errorf("strace has shortened %.80s", line)
		}
		calls = append(calls, call{name, strings.Split(rest[:end], ", "), result})
	}
	return calls, nil
}

func (c call) String() string {
	var args []string
	for _, arg := range c.args {
		if text, ok := unquoted(arg); ok && len(text) <= 100 {
			arg = strconv.Quote(text)
		} else if ok {
			arg = fmt.Sprintf("(%d bytes)", len(text))
		}
		args = append(args, arg)
	}
	return fmt.Sprintf("%s(%s) = %d", c.name, strings.Join(args, ", "), c.result)
}

// text returns an argument that is a string.
func (c call) text(i int) string {
	text, _ := unquoted(c.args[i])
	return text
}

func (c call) number(i int) int {
	n, err := strconv.Atoi(c.args[i])
	if err != nil {
		return -1
	}
	return n
}

// unquoted decodes "\x41\x42".
func unquoted(arg string) (string, bool) {
	if len(arg) < 2 || arg[0] != '"' {
		return "", false
	}
	raw, err := hex.DecodeString(strings.ReplaceAll(arg[1:len(arg)-1], `\x`, ""))
	return string(raw), err == nil
}

// acknowledges tells whether the call is an acknowledgement on standard output.
func (c call) acknowledges() bool {
	return c.name == "write" && c.number(0) == 1 && c.text(1) == acknowledgement
}

// syncs tells whether the call makes something durable.
func (c call) syncs() bool { return c.name == "fsync" || c.name == "fdatasync" }

// do does to the disk what a call has done. A call whose effect it does not know is an error.
func (d *disk) do(c call) error {
	unknown := fmt.Errorf("what this does to the disk is not known: %s", c)
	switch c.name {
	case "open":
		return d.opened(c, c.text(0), c.args[1])
	case "openat":
		return d.opened(c, c.text(1), c.args[2])
	case "close":
		delete(d.open, c.number(0))
		return nil
	case "unlink", "unlinkat", "rename", "renameat", "renameat2":
		return d.renamed(c)
	}
	if strings.HasPrefix(c.name, "dup") && d.open[c.number(0)] == nil {
		delete(d.open, c.result)
		return nil
	}
	f := d.open[c.number(0)]
	switch {
	case f == nil && !c.concerns(d):
		return nil
	case f.isFolder() && c.syncs():
		d.syncFolder()
		return nil
	case !f.isFile():
		return unknown
	}
	switch c.name {
	case "lseek":
		f.at = c.result
	case "write":
		if f.append {
			f.at = len(f.file.seen)
		}
		f.file.write(write{data: []byte(c.text(1))[:c.result], at: f.at})
		f.at += c.result
	case "pwrite64":
		f.file.write(write{data: []byte(c.text(1))[:c.result], at: c.number(3)})
	case "ftruncate":
		f.file.write(write{size: c.number(1)})
	case "fsync", "fdatasync":
		f.file.sync()
	default:
		return unknown
	}
	return nil
}

// concerns tells whether any argument is a path in the folder or, of a call that copies, an open file.
func (c call) concerns(d *disk) bool {
	copies := slices.Contains([]string{"copy_file_range", "sendfile", "splice"}, c.name)
	for i := range c.args {
		if _, within := d.name(c.text(i)); within || copies && d.open[c.number(i)] != nil {
			return true
		}
	}
	return false
}

func (d *disk) opened(c call, path, flags string) error {
	delete(d.open, c.result)
	if path == d.folder {
		d.open[c.result] = &descriptor{}
	}
	name, within := d.name(path)
	if !within {
		return nil
	}
	file := d.names[name]
	if file == nil {
		if !strings.Contains(flags, "O_CREAT") {
			return fmt.Errorf("%s opens a file that is not there", c)
		}
		file = &content{}
		d.rename(renaming{name: file})
	}
	if strings.Contains(flags, "O_TRUNC") && len(file.seen) > 0 {
		file.write(write{})
	}
	d.open[c.result] = &descriptor{file: file, append: strings.Contains(flags, "O_APPEND")}
	return nil
}

// renamed follows the calls that change names by whole paths.
func (d *disk) renamed(c call) error {
	var names []string
	for i := range c.args {
		if name, within := d.name(c.text(i)); within {
			names = append(names, name)
		}
	}
	removes := strings.HasPrefix(c.name, "unlink")
	switch {
	case len(names) == 0:
		return nil
	case removes && len(names) == 1:
		d.rename(renaming{names[0]: nil})
		return nil
	case !removes && len(names) == 2:
		d.rename(renaming{names[0]: nil, names[1]: d.names[names[0]]})
		return nil
	}
	return fmt.Errorf("what this does to the disk is not known: %s", c)
}

// name is the name of a path in the folder.
func (d *disk) name(path string) (string, bool) {
	name, within := strings.CutPrefix(path, d.folder+"/")
	return name, within && !strings.Contains(name, "/")
}

// sameAs tells how the disk differs from the folder that it is a model of.
func (d *disk) sameAs(t *testing.T, folder string) error {
	t.Helper()
	var err error
	want, got := readFolder(t, folder), d.files()
	for name := range want {
		if !bytes.Equal(got[name], want[name]) {
			err = errors.Join(err, &fs.PathError{Op: "compare", Path: name, Err: errors.New("the model holds something else")})
		}
	}
	for name := range got {
		if _, there := want[name]; !there {
			err = errors.Join(err, &fs.PathError{Op: "compare", Path: name, Err: fs.ErrNotExist})
		}
	}
	return err
}

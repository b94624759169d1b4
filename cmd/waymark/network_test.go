//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"waymark/data/schoolfile"
	"waymark/ui/uitest"
	"waymark/ui/uitest/display"
)

// This file proves that Waymark never touches a network: it runs the real program where there is none, watches every
// system call that has to do with sockets, and finds none but those within the computer, by which windows are opened.

// alone returns what stands before a command line so that it runs without a network, with its system calls noted in the
// file log.
func alone(t *testing.T, log string) []string {
	t.Helper()
	for _, tool := range []string{"unshare", "strace"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing; make test installs it", tool)
		}
	}
	watched := []string{"strace", "-f", "--seccomp-bpf", "-qq", "-e", "signal=none", "-e", "trace=%network", "-o", log}
	empty := []string{"unshare", "-n"}
	if os.Getuid() != 0 {
		empty = []string{"unshare", "-rn"}
	}
	if out, err := exec.Command(empty[0], append(slices.Clone(empty[1:]), "true")...).CombinedOutput(); err != nil {
		t.Logf("this computer lets nobody leave the network, so calls are only watched: %v %s", err, out)
		return watched
	}
	return append(empty, watched...)
}

var (
	opened = regexp.MustCompile(`\bsocket\(([^,]+),`)
	family = regexp.MustCompile(`\bsa_family=([^,}]+)`)
)

// sockets returns what is noted of sockets beyond the computer, and how many there are within it.
func sockets(t *testing.T, log string) (beyond []string, within int) {
	t.Helper()
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatalf("strace cannot watch a process here; in a container it needs the right SYS_PTRACE: %v", err)
	}
	for line := range strings.Lines(string(text)) {
		for _, of := range []*regexp.Regexp{opened, family} {
			for _, match := range of.FindAllStringSubmatch(line, -1) {
				if match[1] == "AF_UNIX" {
					within++
				} else {
					beyond = append(beyond, strings.TrimSpace(line))
				}
			}
		}
	}
	return beyond, within
}

// dialling is how the test below tells itself, run once more, what to dial.
const dialling = "WAYMARK_TEST_DIAL"

// Given a program that does reach out, by whatever way, when it is watched, then it is caught: the tests below can fail.
func TestAProgramThatReachesOutIsCaught(t *testing.T) {
	if way := os.Getenv(dialling); way != "" {
		dial(way)
		os.Exit(0)
	}
	for way, wants := range map[string]string{
		"stream":   `socket(AF_INET, SOCK_STREAM`,
		"connect":  `sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")`,
		"datagram": `socket(AF_INET, SOCK_DGRAM`,
		"six":      `socket(AF_INET6,`,
		"netlink":  `socket(AF_NETLINK,`,
		"packet":   `socket(AF_PACKET,`,
		"unix":     "",
	} {
		t.Run(way, func(t *testing.T) {
			log := filepath.Join(t.TempDir(), "calls")
			line := append(alone(t, log), os.Args[0], "-test.run=^TestAProgramThatReachesOutIsCaught$")
			cmd := exec.Command(line[0], line[1:]...)
			cmd.Env = append(os.Environ(), dialling+"="+way)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			beyond, within := sockets(t, log)
			if wants == "" {
				if len(beyond) > 0 || within == 0 {
					t.Errorf("a socket within the computer is noted %d times, and as %q", within, beyond)
				}
				return
			}
			if !slices.ContainsFunc(beyond, func(call string) bool { return strings.Contains(call, wants) }) {
				t.Errorf("nobody notices %s: %q", wants, beyond)
			}
		})
	}
}

// dial reaches out. What comes of it does not matter.
func dial(way string) {
	nowhere := &syscall.SockaddrInet4{Port: 443, Addr: [4]byte{192, 0, 2, 1}}
	open := func(family, kind int) int {
		socket, err := syscall.Socket(family, kind|syscall.SOCK_NONBLOCK, 0)
		if err != nil {
			fmt.Println(err)
		}
		return socket
	}
	switch way {
	case "stream":
		open(syscall.AF_INET, syscall.SOCK_STREAM)
	case "connect":
		_ = syscall.Connect(open(syscall.AF_INET, syscall.SOCK_STREAM), nowhere)
	case "datagram":
		_ = syscall.Sendto(open(syscall.AF_INET, syscall.SOCK_DGRAM), []byte("x"), 0, nowhere)
	case "six":
		open(syscall.AF_INET6, syscall.SOCK_DGRAM)
	case "netlink":
		open(syscall.AF_NETLINK, syscall.SOCK_RAW)
	case "packet":
		open(syscall.AF_PACKET, syscall.SOCK_RAW)
	case "unix":
		_ = syscall.Connect(open(syscall.AF_UNIX, syscall.SOCK_STREAM), &syscall.SockaddrUnix{Name: "/nowhere"})
	}
}

// Given the real program, when its commands are carried out, then none opens a socket to anything but this computer.
func TestCommandsTouchNoNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	binary, folder := buildWaymark(t), t.TempDir()
	school, log := filepath.Join(folder, "s.waymark"), filepath.Join(folder, "calls")
	for _, args := range [][]string{
		{"version"},
		{"sample", school, "--lang", "et"},
		{"export", school, "--document", "plan"},
		{"export", school, "--document", "json"},
		{"check", school},
		{"backup", school},
	} {
		line := slices.Concat(alone(t, log), []string{binary}, args)
		cmd := exec.Command(line[0], line[1:]...)
		cmd.Env = append(os.Environ(), "HOME="+folder, "XDG_CONFIG_HOME="+folder)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", args[0], err, out)
		}
		if beyond, _ := sockets(t, log); len(beyond) > 0 {
			t.Errorf("%s reaches out:\n%s", args[0], strings.Join(beyond, "\n"))
		}
	}
}

// Given the real window where there is no network, when the practice school is opened, its places are visited and its plan
// is printed, then all of it works, and no socket is opened to anything but this computer.
func TestTheWindowTouchesNoNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	j := beginJourney(t)
	log := filepath.Join(t.TempDir(), "calls")
	j.binary = scriptOf(t, append(alone(t, log), j.binary))
	check := func(at string) {
		t.Helper()
		j.window.Close()
		if code := j.program.Exit(); code != exitDone {
			t.Fatalf("%s: the program ended with %d:\n%s", at, code, j.program.Output())
		}
		beyond, within := sockets(t, log)
		if len(beyond) > 0 {
			t.Errorf("%s: the window reaches out:\n%s", at, strings.Join(beyond, "\n"))
		}
		if within == 0 { // by one it reaches the display
			t.Errorf("%s: no call at all is noted", at)
		}
	}

	words := wordsFor("en")
	j.file = filepath.Join(t.TempDir(), "s.waymark")
	if code, _, errors := do("sample", j.file, "--lang", "en"); code != exitDone {
		t.Fatal(errors)
	}
	title := "^" + regexp.QuoteMeta(j.book().School().Name) + " – Waymark$"
	menu := 0
	for _, route := range []string{"vision", "assessment/item/vision.purpose", "planning", "progress"} {
		j.start(title, j.file, "--at", route)
		menu = j.menuHeight()
		check(route)
	}

	// as at a first start, but that the height of the menu is known now
	if err := os.RemoveAll(filepath.Join(j.screen.Home(), ".config", "waymark")); err != nil {
		t.Fatal(err)
	}
	welcome, err := uitest.Open(uitest.Options{Width: journeyWidth, Height: float32(journeyHeight - menu), At: "welcome"})
	if err != nil {
		t.Fatal(err)
	}
	open := uitest.Place(welcome.Button(words.Say("welcome.practice.open")))
	j.start("^Waymark$", "--lang", "en")
	j.window.Click(int(open.X), int(open.Y)+menu)
	j.window = j.screen.Window(title)
	j.window.Focus()
	j.window.Key("alt+1", "alt+2", "alt+3", "alt+4", "alt+6")
	j.goTo("documents", "alt+5")
	j.press(words.Say("documents.write"))
	practice := filepath.Join(j.screen.Home(), ".config", "waymark", "practice-en"+schoolfile.Extension)
	plan := files{}.DocumentPath(practice, words.Say("report.title"), ".pdf")
	display.Until(t, "the PDF "+plan, func() bool { _, err := os.Stat(plan); return err == nil })
	check("the practice school")
}

// scriptOf makes a program that carries out the command line with what it is given.
func scriptOf(t *testing.T, line []string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "alone")
	quoted := make([]string, len(line))
	for i, word := range line {
		quoted[i] = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\nexec "+strings.Join(quoted, " ")+" \"$@\"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

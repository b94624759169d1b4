//go:build linux

// Package display is for end-to-end tests: it starts a virtual X screen with a window manager, runs the real program on
// it, types and clicks as a user would, and looks at the picture. Everything waits on conditions with a deadline and
// everything it starts is gone when the test ends. It needs Xvfb, openbox, xdotool and ImageMagick, and imports the
// standard library only.
package display

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Patience is how long anything is waited for before the test fails. It is generous, because a test that meets its
// condition never waits that long.
const Patience = 30 * time.Second

// interval is the pause between two looks at a condition.
const interval = 20 * time.Millisecond

//go:embed openbox.xml
var openbox []byte

// Screen is a virtual X screen with openbox on it and a home folder of its own, where its programs keep their settings.
// A failing method fails the test at once.
type Screen struct {
	t      testing.TB
	home   string
	number string // such as :7
	env    []string
	keys   []rune // letters that the keyboard has beyond those of the US layout
}

// Start opens a screen of the given size in pixels with 24 bits a pixel; it is closed when the test ends. Further
// settings of the environment, such as "LANGUAGE=et", hold for every program run on it.
func Start(t testing.TB, width, height int, env ...string) *Screen {
	t.Helper()
	s := &Screen{t: t, home: t.TempDir()}
	s.number = ":" + s.startServer(width, height)
	s.env = append([]string{
		"PATH=" + os.Getenv("PATH"),
		"DISPLAY=" + s.number,
		"LANG=C.UTF-8", // otherwise xdotool refuses all but ASCII
		"FYNE_SCALE=1",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"HOME=" + s.home,
		"USER=head",
	}, env...)
	for name, folder := range map[string]string{
		"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state",
		"XDG_CACHE_HOME": ".cache", "XDG_RUNTIME_DIR": ".run", "TMPDIR": ".tmp",
	} {
		place := filepath.Join(s.home, folder)
		if err := os.MkdirAll(place, 0o700); err != nil {
			t.Fatal(err)
		}
		s.env = append(s.env, name+"="+place)
	}
	config := filepath.Join(s.home, "openbox.xml")
	if err := os.WriteFile(config, bytes.ReplaceAll(openbox, []byte("KEYS"), []byte(s.keysFile())), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Run("openbox", "--sm-disable", "--config-file", config)
	Until(t, "openbox to manage the screen", func() bool { return s.tool("xdotool", "get_num_desktops") == nil })
	s.teach("õäöüšžÕÄÖÜŠŽ“”„’–—…€")
	return s
}

// startServer starts Xvfb on a display that is free and returns its number.
func (s *Screen) startServer(width, height int) string {
	s.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	defer read.Close()
	// The extra file becomes descriptor 3. There, Xvfb writes its number as soon as it accepts clients.
	server := start(s.t, s.home, exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-nolisten", "tcp", "-noreset"), write)
	write.Close()
	s.t.Cleanup(func() { // politely, so that it takes its socket and lock file away
		server.Interrupt()
		holdsWithin(Patience, func() bool { return !server.Running() })
	})
	if err := read.SetReadDeadline(time.Now().Add(Patience)); err != nil {
		s.t.Fatal(err)
	}
	var number []byte
	for !bytes.HasSuffix(number, []byte("\n")) {
		chunk := make([]byte, 16)
		n, err := read.Read(chunk)
		if err != nil {
			s.t.Fatalf("Xvfb did not start: %v\n%s", err, server.Output())
		}
		number = append(number, chunk[:n]...)
	}
	return strings.TrimSpace(string(number))
}

// Home returns the home folder of the programs on the screen.
func (s *Screen) Home() string { return s.home }

// Number returns the name of the display, such as ":7".
func (s *Screen) Number() string { return s.number }

// Run starts a program on the screen and returns at once. It is killed when the test ends, if it still runs.
func (s *Screen) Run(binary string, args ...string) *Program {
	s.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Env = s.env
	cmd.Dir = s.home
	return start(s.t, s.home, cmd)
}

// Picture returns what is on the screen.
func (s *Screen) Picture() image.Image {
	s.t.Helper()
	picture, err := png.Decode(bytes.NewReader(s.output("import", "-silent", "-window", "root", "png:-")))
	if err != nil {
		s.t.Fatalf("picture of the screen: %v", err)
	}
	return picture
}

// Screenshot writes what is on the screen to a PNG file.
func (s *Screen) Screenshot(file string) {
	s.t.Helper()
	if err := os.WriteFile(file, s.output("import", "-silent", "-window", "root", "png:-"), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// output runs a tool on the screen to its end and returns what it printed.
func (s *Screen) output(name string, args ...string) []byte {
	s.t.Helper()
	out, err := s.try(name, args...)
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

// tool runs a tool that may fail.
func (s *Screen) tool(name string, args ...string) error {
	_, err := s.try(name, args...)
	return err
}

func (s *Screen) try(name string, args ...string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), Patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = s.env
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, stderr.String())
	}
	return out, nil
}

// Until waits until the condition holds, and fails the test when Patience is over. What is waited for reads as in
// "waited for the window to open".
func Until(t testing.TB, what string, condition func() bool) {
	t.Helper()
	UntilWithin(t, Patience, what, condition)
}

// UntilWithin is Until with a patience of its own.
func UntilWithin(t testing.TB, patience time.Duration, what string, condition func() bool) {
	t.Helper()
	if !holdsWithin(patience, condition) {
		t.Fatalf("waited %v in vain for %s", patience, what)
	}
}

func holdsWithin(patience time.Duration, condition func() bool) bool {
	deadline := time.Now().Add(patience)
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for !condition() {
		if time.Now().After(deadline) {
			return false
		}
		<-ticker.C
	}
	return true
}

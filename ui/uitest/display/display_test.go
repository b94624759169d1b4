//go:build linux

package display

import (
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// red tells whether the middle of the window's picture is red.
func red(picture image.Image, x, y int) bool {
	r, g, b, _ := picture.At(x, y).RGBA()
	return r > 0xf000 && g < 0x1000 && b < 0x1000
}

func countRed(picture image.Image) (count int) {
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if red(picture, x, y) {
				count++
			}
		}
	}
	return count
}

func TestAWindowIsFoundSeenAndClosed(t *testing.T) {
	// Given a screen with a red window,
	s := Start(t, 800, 600)
	p := s.Run("display", "-title", "Red sheet", "xc:red[200x100!]")

	// when it has opened,
	w := s.Window("^Red sheet$")

	// then it is seen,
	if got := w.Title(); got != "Red sheet" {
		t.Errorf("title %q", got)
	}
	if width, height := w.Size(); width != 200 || height != 100 {
		t.Errorf("size %d×%d, want 200×100", width, height)
	}
	Until(t, "200×100 red pixels", func() bool { return countRed(s.Picture()) == 200*100 })
	if s.HasWindow("^Blue sheet$") {
		t.Error("there is a window that nobody opened")
	}

	// and it closes when asked.
	w.Close()
	Until(t, "the window to be gone", func() bool { return !s.HasWindow("^Red sheet$") })
	if code := p.Exit(); code != 0 {
		t.Errorf("exit code %d\n%s", code, p.Output())
	}
}

func TestAWindowTakesAnotherSize(t *testing.T) {
	s := Start(t, 800, 600)
	s.Run("display", "-title", "Red sheet", "xc:red[200x100!]")
	w := s.Window("^Red sheet$")

	w.Resize(300, 150)

	if width, height := w.Size(); width != 300 || height != 150 {
		t.Errorf("size %d×%d, want 300×150", width, height)
	}
}

func TestKeymapBindsEachLetterOnce(t *testing.T) {
	s := Start(t, 640, 480)
	s.teach("õლ")
	s.teach("õ plain")
	if got := string(s.keys[len(s.keys)-1:]); got != "ლ" {
		t.Errorf("last letter learnt is %q", got)
	}
	// More letters than there are keys: the old ones make room.
	many := ""
	for r := rune(0x400); r < 0x400+spareLetters; r++ {
		many += string(r)
	}
	s.teach(many)
	if got := string(s.keys); got != many {
		t.Errorf("the keyboard has %q", got)
	}
	out := string(s.output("xkbcomp", "-w", "0", s.number, "-"))
	if !strings.Contains(out, "U0400, ") || !strings.Contains(out, "U043F ") {
		t.Error("the server does not know the new letters")
	}
}

func TestAScreenshotIsAPNGOfTheWholeScreen(t *testing.T) {
	s := Start(t, 640, 480)
	name := filepath.Join(t.TempDir(), "screen.png")
	s.Screenshot(name)

	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	config, err := png.DecodeConfig(file)
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 640 || config.Height != 480 {
		t.Errorf("%d×%d, want 640×480", config.Width, config.Height)
	}
}

func TestProgramsHaveAHomeOfTheirOwn(t *testing.T) {
	s := Start(t, 640, 480, "LANGUAGE=et")
	p := s.Run("sh", "-c", `echo "$HOME $XDG_CONFIG_HOME $DISPLAY $LANG $LANGUAGE $FYNE_SCALE"; exit 3`)

	if code := p.Exit(); code != 3 {
		t.Errorf("exit code %d, want 3", code)
	}
	want := s.Home() + " " + s.Home() + "/.config " + s.Number() + " C.UTF-8 et 1\n"
	if got := p.Output(); got != want {
		t.Errorf("environment %q, want %q", got, want)
	}
}

func TestKillLeavesNoChance(t *testing.T) {
	// Given a program that ignores every polite request,
	s := Start(t, 640, 480)
	p := s.Run("sh", "-c", `trap "" INT TERM; echo ready; while :; do sleep 60; done`)
	Until(t, "the program to be ready", func() bool { return p.Output() != "" })
	p.Interrupt()
	if !p.Running() {
		t.Fatal("it ended too early")
	}

	// when it is killed,
	p.Kill()

	// then it is gone.
	if code := p.Exit(); code != -1 {
		t.Errorf("exit code %d, want -1 for a signal", code)
	}
}

func TestNothingIsLeftWhenTheTestEnds(t *testing.T) {
	var pids []int
	var number string
	t.Run("inner", func(t *testing.T) {
		s := Start(t, 640, 480)
		pids = append(pids, s.Run("sleep", "600").PID())
		number = s.Number()
	})
	for _, pid := range pids {
		if err := syscall.Kill(pid, 0); !errors.Is(err, syscall.ESRCH) {
			t.Errorf("process %d is still there: %v", pid, err)
		}
	}
	if _, err := os.Stat("/tmp/.X11-unix/X" + number[1:]); err == nil {
		t.Errorf("display %s is still there", number)
	}
}

func TestTwoScreensAtOnce(t *testing.T) {
	one, two := Start(t, 640, 480), Start(t, 640, 480)
	if one.Number() == two.Number() {
		t.Errorf("both screens are %s", one.Number())
	}
}

func TestWaitingEndsAtTheDeadline(t *testing.T) {
	if holdsWithin(50*time.Millisecond, func() bool { return false }) {
		t.Error("what never holds held")
	}
	looks := 0
	if !holdsWithin(Patience, func() bool { looks++; return looks == 3 }) || looks != 3 {
		t.Errorf("held after %d looks, want 3", looks)
	}
}

package main

import (
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"waymark/data/sample"
	"waymark/data/schoolfile"
	"waymark/ui/theme"
	"waymark/ui/uitest/display"
)

func TestWhatIsBeingTypedWhenTheSystemEndsTheProgramIsKept(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	// Given a name that is being typed
	h := &hands{t: t, desk: display.Start(t, screenWidth, screenHeight), binary: buildWaymark(t), language: "en", mode: theme.Light,
		file: filepath.Join(t.TempDir(), "school.waymark"), at: "prepare"}
	defer h.report()
	file, err := schoolfile.Create(h.file, schoolfile.SystemEnv(), sample.Build(wordsFor("en"))...)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	h.begin("type, and end")
	h.start("Oakenhill School – Waymark$", h.file, "--at", h.at)
	w := h.twin()
	h.press(slices.Repeat([]string{"Tab"}, slices.Index(order(w.Canvas()), h.widget(w, "prepare.name"))+1)...)
	h.press("ctrl+a")
	const typed = "Elmbrook and Oakenhill School"
	before := h.keys.Picture()
	h.write(typed)
	display.Until(t, "the name to be typed", func() bool { return !same(h.keys.Picture(), before) })
	// When the system asks the program to end
	if err := syscall.Kill(h.program.PID(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	// Then it ends by itself, with the name in the file as far as it was typed, which nobody holds any more
	if code := h.program.Exit(); code != exitDone {
		t.Errorf("the program ended with %d:\n%s", code, h.program.Output())
	}
	if name := h.book().School().Name; name == "" || !strings.HasPrefix(typed, name) { // the last letters may not have arrived
		t.Errorf("the school is called %q", name)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(h.file), ".~lock*")); err != nil || len(left) > 0 {
		t.Errorf("the file is still held: %s %v", strings.Join(left, " "), err)
	}
}

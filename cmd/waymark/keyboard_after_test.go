//go:build linux

package main

import (
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/data/preferencefile"
	"waymark/ui/kit"
	"waymark/ui/theme"
	"waymark/ui/uitest/display"
)

// room shows the self-assessment to the room: moves, chooses, darkens the wall and comes back.
func (h *hands) room() {
	h.begin("show to the room")
	h.goTo("assessment", "alt+2")
	items := handsItems()
	h.press("F11")
	h.sees(h.wall())
	h.press("3") // where we are is agreed: this is where we want to be
	h.until("the level chosen on the wall", func(b *app.Book) bool {
		return slices.ContainsFunc(slices.Collect(b.Judgements.All()), func(j app.Judgement) bool { return j.Item == items[0].key && j.Target == 3 })
	})
	h.sees(h.wall())
	h.press("space")
	h.sees(h.wall("Right"))
	h.press("Left")
	h.sees(h.wall())
	quiet := inked(h.keys.Picture())
	h.press("t")
	display.Until(h.t, "the time in the corner", func() bool { return inked(h.keys.Picture()) > quiet+500 })
	h.press("t", "b")
	display.Until(h.t, "the dark", func() bool { return dark(h.keys.Picture()) })
	h.press("b")
	display.Until(h.t, "light", func() bool { return !dark(h.keys.Picture()) })
	h.press("Escape")
	h.arrive("assessment/item/" + items[0].key)
}

// wall is what the twin shows to the room after keys.
func (h *hands) wall(keys ...string) image.Image {
	h.t.Helper()
	h.full = true
	defer func() { h.full = false }()
	w := h.twin()
	w.Shell.ShowToRoom()
	for _, key := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
	}
	return w.Image()
}

// inked counts the dark points in the upper right quarter of a picture.
func inked(picture image.Image) (count int) {
	size := picture.Bounds().Size()
	for y := range size.Y / 4 {
		for x := size.X * 3 / 4; x < size.X; x++ {
			if _, g, _, _ := picture.At(x, y).RGBA(); g < 0x9000 {
				count++
			}
		}
	}
	return count
}

func dark(picture image.Image) bool {
	return mean(picture, 8, 8) == [3]int{} && mean(picture, picture.Bounds().Dx()/2, picture.Bounds().Dy()/2) == [3]int{}
}

// checkIn says how the first action is going.
func (h *hands) checkIn() {
	h.begin("progress: a check-in")
	h.goTo("progress", "alt+4")
	h.follow("progress.start")
	in := "progress.checkin." + nth(h.book().Actions, 0).RecordID()
	h.pick(in+"status", 1)
	h.fill(in+"note", "Two pairs have begun")
	h.level(in+"confidence", "4")
	h.until("a check-in", func(b *app.Book) bool { return b.CheckIns.Len() == 1 && nth(b.CheckIns, 0).Confidence == 4 })
	h.follow("progress.back")
}

// measurement notes a value of the indicator.
func (h *hands) measurement() {
	h.begin("progress: a measurement")
	h.follow("progress.indicator." + nth(h.book().Indicators, 0).RecordID())
	h.add("progress.measure.value", "52,25")
	h.until("a measurement", func(b *app.Book) bool { return b.Measurements.Len() == 1 })
	h.fill("progress.measurement."+nth(h.book().Measurements, 0).RecordID()+"note", "Autumn")
	h.follow("progress.back")
	h.until("its note", func(b *app.Book) bool { return nth(b.Measurements, 0).Note != "" })
}

// review writes down what the meeting decided.
func (h *hands) review() {
	h.begin("progress: the review")
	review := "progress.review." + nth(h.book().Reviews, 0).RecordID()
	h.fill(review+"next", "3.3.2028")
	h.fill(review+"present", "Headteacher, head of studies")
	h.fill(review+"decisions", "Go on as planned")
	h.reach(review + "present")
	h.until("what was decided", func(b *app.Book) bool { return nth(b.Reviews, 0).Decisions != "" })
}

// print writes the plan to a PDF file.
func (h *hands) print() {
	h.begin("documents: the plan on paper")
	h.goTo("documents", "ctrl+p")
	h.push("documents.write")
	plan := filepath.Join(filepath.Dir(h.file), handsSchool+" – School development plan.pdf")
	display.Until(h.t, "the PDF", func() bool { _, err := os.Stat(plan); return err == nil })
	text, err := exec.Command("pdftotext", "-layout", plan, "-").Output()
	if err != nil {
		h.t.Fatal(err)
	}
	paper := strings.Join(strings.Fields(string(text)), " ")
	for _, want := range []string{handsSchool, statement, "Teachers learn from each other.", "Feedback within a week", "Agree on a form",
		"Go on as planned"} {
		if !strings.Contains(paper, want) {
			h.t.Errorf("the plan does not hold %q", want)
		}
	}
}

// undo takes back the last change and does it again, from wherever the keyboard is.
func (h *hands) undo() {
	h.begin("undo and redo")
	decided := func(text string) func(*app.Book) bool {
		return func(b *app.Book) bool { return nth(b.Reviews, 0).Decisions == text }
	}
	h.press("ctrl+z")
	h.until("the decision to be taken back", decided(""))
	h.press("ctrl+y")
	h.until("the decision to be there again", decided("Go on as planned"))
}

// history removes an idea and brings it back.
func (h *hands) history() {
	h.begin("history: bring back what was removed")
	h.goTo("vision", "alt+1")
	gone := nth(h.book().Ideas, 1)
	h.push("vision.idea." + gone.RecordID() + "remove")
	h.until("the idea to be gone", func(b *app.Book) bool { return b.Ideas.Len() == 2 })
	h.at, h.has = "history", ""
	h.press("alt+7")
	h.past = []app.Record{gone}
	w := h.twin()
	for _, o := range order(w.Canvas()) {
		if b, ok := o.(*kit.Button); ok && b.Text == "Bring back" {
			h.tabTo(w, b, "bring back")
			break
		}
	}
	h.past = nil
	h.press("Return")
	h.until("the idea to be back", func(b *app.Book) bool { back, ok := b.Ideas.Get(gone.ID); return ok && back == gone })
}

// find goes to an action by a word of it, and to the documents by name, whatever had the keyboard before.
func (h *hands) find() {
	h.begin("find a record, do by name")
	h.press("ctrl+f")
	h.write("agree on")
	h.press("Return")
	h.arrive("planning/action/" + nth(h.book().Actions, 1).RecordID())
	h.press("ctrl+k")
	h.write("docu")
	h.press("Return")
	h.arrive("documents")
	h.press("alt+Left")
	h.arrive("planning/action/" + nth(h.book().Actions, 1).RecordID())
}

// settings changes language and look, and back.
func (h *hands) settings() {
	h.begin("settings: language and look")
	remembered := func(language string, mode theme.Mode) {
		h.t.Helper()
		display.Until(h.t, language+" and "+string(mode)+" to be remembered", func() bool {
			p := preferencefile.File{Folder: filepath.Join(h.desk.Home(), ".config", "waymark")}.Load()
			return p.Language == language && p.Mode == string(mode)
		})
		h.language, h.mode = language, mode
		h.arrive("settings")
	}
	h.goTo("settings", "alt+6")
	h.pick("settings.language", 1)
	remembered("et", "")
	h.mode = theme.Light
	h.pick("settings.mode", 1)
	remembered("et", theme.Dark)
	h.reach("settings.language")
	h.press("Left")
	remembered("en", theme.Dark)
	h.reach("settings.mode")
	h.press("Left")
	remembered("en", theme.Light)
}

// again closes the file and the program and finds everything after the next start.
func (h *hands) again() {
	h.begin("close, quit, start again and go on")
	h.goTo("vision", "alt+1")
	before := slices.Collect(h.book().Records())
	h.recent = []string{h.file}
	h.press("ctrl+w")
	h.keys = h.desk.Keyboard("^Waymark$")
	h.arrive("welcome")
	h.press("ctrl+q")
	if code := h.program.Exit(); code != 0 {
		h.t.Fatalf("the program ended with %d:\n%s", code, h.program.Output())
	}
	if log := h.program.Output(); strings.Contains(log, "level=ERROR") {
		h.t.Errorf("the log holds errors:\n%s", log)
	}
	h.start("^Waymark$")
	h.arrive("welcome")
	h.push("welcome.recent" + h.file)
	h.keys = h.desk.Keyboard("^" + handsSchool + " – Waymark$")
	h.arrive("vision")
	if after := slices.Collect(h.book().Records()); !slices.Equal(before, after) {
		h.t.Errorf("the file holds\n%v\nwant\n%v", after, before)
	}
}

// today is the day on which the journey is made.
func today() string { return app.DateOf(time.Now()).String() }

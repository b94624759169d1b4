//go:build linux

package main

import (
	"context"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/data/schoolfile"
	"waymark/ui/kit"
	"waymark/ui/uitest"
	"waymark/ui/uitest/display"
)

// The window of the journey: tall, so that everything a page holds can be clicked without scrolling.
const (
	journeyWidth  = 1300
	journeyHeight = 2600
)

// journey drives the real program on a virtual screen. Where to click it learns from a twin: the same school file opened
// in Fyne's test driver in a window of the same size, which is laid out alike.
type journey struct {
	t       *testing.T
	screen  *display.Screen
	binary  string
	program *display.Program
	window  *display.Window
	file    string
	at      string // the route on show
}

// buildWaymark builds the program and returns its path.
func buildWaymark(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "waymark")
	build := exec.Command("go", "build", "-tags", "x11,migrated_fynedo", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=1", "GOFLAGS=-buildvcs=false")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building waymark: %v\n%s", err, out)
	}
	return binary
}

func beginJourney(t *testing.T) *journey {
	j := &journey{t: t, binary: buildWaymark(t)}
	j.screen = display.Start(t, journeyWidth+40, journeyHeight+80)
	return j
}

func (j *journey) start(title string, args ...string) {
	j.t.Helper()
	j.program = j.screen.Run(j.binary, args...)
	j.window = j.screen.Window(title)
	j.window.Resize(journeyWidth, journeyHeight)
	j.window.Focus()
}

// book reads what is on disk at this moment.
func (j *journey) book() *app.Book {
	j.t.Helper()
	file, err := schoolfile.OpenReadOnly(context.Background(), j.file)
	if err != nil {
		j.t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		j.t.Fatal(err)
	}
	return file.Book()
}

// until waits for the file to hold something.
func (j *journey) until(what string, holds func(*app.Book) bool) {
	j.t.Helper()
	ok := false
	defer func() {
		if !ok {
			picture := filepath.Join(os.TempDir(), "waymark-journey.png")
			j.screen.Screenshot(picture)
			j.t.Logf("the screen is in %s; the program said:\n%s", picture, j.program.Output())
		}
	}()
	display.Until(j.t, what, func() bool { return holds(j.book()) })
	ok = true
}

// twin opens what the window shows in the test driver.
func (j *journey) twin() *uitest.Window {
	j.t.Helper()
	w, err := uitest.Open(uitest.Options{Width: journeyWidth, Height: float32(journeyHeight - j.menuHeight()), At: j.at,
		Records: slices.Collect(j.book().Records())})
	if err != nil {
		j.t.Fatal(err)
	}
	return w
}

// menuHeight is how far below the menu bar the shell begins: at the first pixel in the colour of the rail.
func (j *journey) menuHeight() int {
	j.t.Helper()
	height := 0
	display.Until(j.t, "the rail to be drawn", func() bool {
		left, top := j.window.Position()
		picture := j.screen.Picture()
		for y := range 120 {
			if r, g, b, _ := picture.At(left+3, top+y).RGBA(); (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}) == (color.RGBA{0x1F, 0x33, 0x38, 255}) {
				height = y
				return true
			}
		}
		return false
	})
	return height
}

func (j *journey) click(o fyne.CanvasObject, what string) {
	j.t.Helper()
	if o == nil {
		j.t.Fatalf("the twin shows no %s at %s", what, j.at)
	}
	at := uitest.Place(o)
	j.window.Click(int(at.X), int(at.Y)+j.menuHeight())
}

// press clicks the button or row that reads text.
func (j *journey) press(text string) {
	j.t.Helper()
	w := j.twin()
	if b := w.Button(text); b != nil {
		j.click(b, text)
	} else if r := w.Row(text); r != nil {
		j.click(r, text)
	} else {
		j.t.Fatalf("nothing to press reads %q at %s", text, j.at)
	}
}

// typeInto clicks the field with the key, types, with Enter at each line end, and leaves it by Tab.
func (j *journey) typeInto(key, text string) {
	j.t.Helper()
	f := j.twin().Field(key)
	if f == nil {
		j.t.Fatalf("the twin has no field %s at %s", key, j.at)
	}
	j.click(f.Entry, key)
	for line := range strings.Lines(text) {
		j.window.Type(strings.TrimSuffix(line, "\n"))
		if strings.HasSuffix(line, "\n") {
			j.window.Key("Return")
		}
	}
	j.window.Key("Tab")
}

func (j *journey) goTo(route, shortcut string) {
	j.t.Helper()
	j.window.Key(shortcut)
	j.at = route
}

// TestJourney goes from the first start to the printed plan with keyboard and mouse, is killed, and finds everything.
func TestJourney(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	j := beginJourney(t)

	// a new school, by keyboard
	const school = "Tõrvaaugu Kool"
	j.start("^Waymark$", "--lang", "en")
	j.window.Key("Tab")
	j.window.Type(school)
	j.window.Key("Return")
	j.window = j.screen.Window("^" + school + " – Waymark$")
	j.file = filepath.Join(j.screen.Home(), "Documents", "Waymark", school+".waymark")
	j.at = "prepare"
	j.until("the school to be on disk", func(b *app.Book) bool { return b.School().Name == school })
	j.typeInto("prepare.add", "Headteacher\n")
	j.until("the team to be on disk", func(b *app.Book) bool { return b.Members.Len() == 1 })

	// the vision: two ideas, a statement, a line
	j.goTo("vision", "alt+1")
	j.typeInto("vision.idea", "Pupils ask the questions\nÕpetajad õpivad koos\n")
	j.until("two ideas", func(b *app.Book) bool { return b.Ideas.Len() == 2 })
	const statement = "Every learner asks bold questions, žürii kaasa."
	j.typeInto("vision.statement", statement)
	j.until("the statement", func(b *app.Book) bool {
		for v := range b.Visions.All() {
			return v.Statement == statement
		}
		return false
	})
	j.typeInto("vision.line", "Every pupil shows what they can do.\n")
	j.until("a vision line", func(b *app.Book) bool { return b.VisionLines.Len() == 1 })

	// two items rated
	j.goTo("assessment", "alt+2")
	j.press("Start the self-assessment")
	j.until("a round", func(b *app.Book) bool { return b.Assessments.Len() == 1 })
	for _, item := range []string{"vision.purpose", "vision.shared"} {
		j.rate(item)
	}

	// a need, a priority, a goal, an action
	j.goTo("planning", "alt+3")
	j.typeInto("planning.need", "Feedback that helps\n")
	j.until("a need", func(b *app.Book) bool { return b.Needs.Len() == 1 })
	j.press("Make it a priority")
	j.until("a priority", func(b *app.Book) bool { return b.Priorities.Len() == 1 })
	var priority app.Priority
	for p := range j.book().Priorities.All() {
		priority = p
	}
	j.typeInto("planning.priority."+priority.RecordID()+".goal", "Feedback within a week\n")
	j.until("a goal", func(b *app.Book) bool { return b.Goals.Len() == 1 })
	var goal app.Goal
	for g := range j.book().Goals.All() {
		goal = g
	}
	j.restart("planning/goal/" + goal.RecordID())
	j.typeInto("planning.action", "Observe each other's lessons\n")
	j.until("an action", func(b *app.Book) bool { return b.Actions.Len() == 1 })

	// the plan on paper
	j.goTo("documents", "alt+5")
	j.press("Make the PDF")
	plan := filepath.Join(filepath.Dir(j.file), school+" – School development plan.pdf")
	display.Until(t, "the PDF", func() bool { _, err := os.Stat(plan); return err == nil })

	// killed in the middle of typing, half a second after the last pause would have saved
	j.goTo("vision", "alt+1")
	j.typeInto("vision.values", "Courage and kindness")
	j.until("the values", func(b *app.Book) bool {
		for v := range b.Visions.All() {
			return v.Values == "Courage and kindness"
		}
		return false
	})
	before := j.book()
	j.program.Kill()
	j.start("^"+school+" – Waymark$", j.file)

	// everything typed is there, in the file and in the window
	if got, want := fmt.Sprint(slices.Collect(j.book().Records())), fmt.Sprint(slices.Collect(before.Records())); got != want {
		t.Errorf("after the kill the file holds\n%s\nwant\n%s", got, want)
	}
	if j.book().School().Name != school {
		t.Errorf("the school is called %q", j.book().School().Name)
	}

	// the language is switched in the running window, and the computer remembers it
	j.at = "vision"
	j.click(j.twin().Choice("English"), "choice of language")
	j.window.Key("Down", "Down", "Return")
	preferences := filepath.Join(j.screen.Home(), ".config", "waymark", "preferences.json")
	display.Until(t, "the language to be remembered", func() bool {
		data, err := os.ReadFile(preferences)
		return err == nil && strings.Contains(string(data), `"language": "et"`)
	})

	// and on paper
	text, err := exec.Command("pdftotext", "-layout", plan, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	paper := strings.Join(strings.Fields(string(text)), " ")
	for _, want := range []string{school, statement, "Every pupil shows what they can do.", "Feedback that helps",
		"Feedback within a week", "Observe each other's lessons", "Headteacher"} {
		if !strings.Contains(paper, want) {
			t.Errorf("the plan does not hold %q", want)
		}
	}
	if log := j.program.Output(); strings.Contains(log, "level=ERROR") {
		t.Errorf("the log holds errors:\n%s", log)
	}
}

// rate gives an item a level and a target and writes a word into a box.
func (j *journey) rate(item string) {
	j.t.Helper()
	j.restart("assessment/item/" + item)
	w := j.twin()
	page := w.Shell.Current().(*kit.Page)
	step, ok := page.Widgets().Lookup("assessment.now2").(fyne.CanvasObject)
	if !ok {
		j.t.Fatalf("no level to choose at %s", j.at)
	}
	j.click(step, "level 2")
	j.until("a level for "+item, func(b *app.Book) bool {
		for judgement := range b.Judgements.All() {
			if judgement.Item == item && judgement.Agreed == 2 {
				return true
			}
		}
		return false
	})
}

// restart closes the window as its close button does and opens the file at a route.
func (j *journey) restart(route string) {
	j.t.Helper()
	j.window.Close()
	if code := j.program.Exit(); code != 0 {
		j.t.Fatalf("the program ended with %d:\n%s", code, j.program.Output())
	}
	j.start(j.book().School().Name+" – Waymark$", j.file, "--at", route)
	j.at = route
}

//go:build linux

package main

import (
	"image"
	"image/color"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/vision"
	"waymark/data/schoolfile"
	"waymark/translations"
	"waymark/ui/room"
	"waymark/ui/theme"
	"waymark/ui/uitest"
	"waymark/ui/uitest/display"
)

// The screen of the workshop: that of a small laptop, which the wall fills.
const (
	wallWidth  = 1366
	wallHeight = 768
)

// workshopSchool is the name of the school that holds the workshop.
const workshopSchool = "Töötoa Kool"

// visionOnWall holds the vision workshop on the wall of the real program with the keyboard alone. What the wall shows it knows from
// a twin, the same book on the wall in Fyne's test driver.
type visionOnWall struct {
	*hands
	step string // key of the step on the wall
}

// beginWorkshop starts the program with a school at a route and fills the screen with the wall.
func beginWorkshop(t *testing.T, route, step string, records []app.Record) *visionOnWall {
	t.Helper()
	screen := display.Start(t, wallWidth, wallHeight)
	w := &visionOnWall{hands: &hands{t: t, desk: screen, binary: buildWaymark(t), language: "en", mode: theme.Light}}
	w.file = filepath.Join(screen.Home(), workshopSchool+schoolfile.Extension)
	file, err := schoolfile.Create(w.file, schoolfile.SystemEnv(), records...)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	w.begin("the wall")
	w.open(route, step)
	return w
}

// open starts the program at a route and shows that to the room.
func (w *visionOnWall) open(route, step string) {
	w.t.Helper()
	w.at, w.step = route, step
	w.program = w.desk.Run(w.binary, w.file, "--at", route)
	w.keys = w.desk.Keyboard("^" + workshopSchool + " – Waymark$")
	twin, _ := w.twin() // before anything is looked for, since colours are those of the twin's look
	w.settled()
	w.press("F11")
	w.processed() // a window drawn in software may have its old size for one more picture; dark and light draw it anew
	w.sees(twin.Image())
}

// settled waits until the page is drawn and the window rests: while the window manager still sizes a window it cannot fill
// the screen.
func (w *visionOnWall) settled() {
	w.t.Helper()
	const looks = 5 // that see the same, one after the other
	paint := theme.Of(fynetheme.ColorNamePrimary).(color.NRGBA)
	var last [2]image.Rectangle
	alike := 0
	display.Until(w.t, "the window to rest", func() bool {
		picture := w.keys.Picture()
		now := [2]image.Rectangle{picture.Bounds(), boundsOf(picture, paint)}
		alike++
		if now[1].Empty() || now != last {
			alike = 0
		}
		last = now
		return alike == looks
	})
}

// workshopTeam is a school with eight people in its team and the guiding questions that Waymark proposes.
func workshopTeam(t *testing.T) []app.Record {
	t.Helper()
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	start, err := app.ParseDate("2026-09-01")
	if err != nil {
		t.Fatal(err)
	}
	end, err := app.ParseDate("2029-08-31")
	if err != nil {
		t.Fatal(err)
	}
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: start, End: end}
	records := []app.Record{app.School{ID: app.NewID[app.School](), Name: workshopSchool, Currency: "EUR", Current: cycle.ID}, cycle}
	for n := range 8 {
		records = append(records, app.Member{ID: app.NewID[app.Member](), Role: "Member " + strconv.Itoa(n+1), Position: n + 1})
	}
	for n, text := range vision.Shipped() {
		records = append(records, app.Question{ID: app.NewID[app.Question](), Cycle: cycle.ID, Text: words.Text(text), Position: n + 1})
	}
	return records
}

// twin opens the wall in the test driver with the step on it that the room sees.
func (w *visionOnWall) twin() (*uitest.Window, *room.Board) {
	w.t.Helper()
	twin, err := uitest.Open(uitest.Options{Language: w.language, Mode: string(w.mode), Width: wallWidth, Height: wallHeight, At: w.at,
		Records: slices.Collect(w.book().Records()), Now: time.Now()})
	if err != nil {
		w.t.Fatal(err)
	}
	twin.Shell.ShowToRoom()
	board, ok := twin.Canvas().Focused().(*room.Board)
	if !ok {
		w.t.Fatalf("%s has no wall", w.at)
	}
	w.page(board, w.step)
	return twin, board
}

// page presses PageDown on a wall of the test driver until a step is on it, and returns how often that was.
func (w *visionOnWall) page(board *room.Board, step string) (pressed int) {
	w.t.Helper()
	const most = 100
	for board.Step().Key != step {
		if pressed++; pressed > most {
			w.t.Fatalf("PageDown never comes to %s", step)
		}
		board.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
	return pressed
}

// shows waits for the wall to look as in the twin after keys.
func (w *visionOnWall) shows(keys ...fyne.KeyName) {
	w.t.Helper()
	twin, board := w.twin()
	for _, key := range keys {
		board.TypedKey(&fyne.KeyEvent{Name: key})
	}
	w.sees(twin.Image())
}

// to moves on to a step and sees that the wall shows it.
func (w *visionOnWall) to(step string) {
	w.t.Helper()
	twin, board := w.twin()
	presses := w.page(board, step)
	w.press(slices.Repeat([]string{"Next"}, presses)...)
	w.step = step
	w.sees(twin.Image())
}

// becomes waits for the window to show something else than a picture, and returns what.
func (w *visionOnWall) becomes(what string, before image.Image) (after image.Image) {
	w.t.Helper()
	display.Until(w.t, what, func() bool {
		after = w.keys.Picture()
		return !same(after, before)
	})
	return after
}

// looks waits for the window to show a picture once more, point by point.
func (w *visionOnWall) looks(what string, picture image.Image) {
	w.t.Helper()
	display.Until(w.t, what, func() bool { return same(w.keys.Picture(), picture) })
}

// processed waits until the program has heard every key that was pressed: the wall gets dark and light again.
func (w *visionOnWall) processed() {
	w.t.Helper()
	w.press("b")
	display.Until(w.t, "the dark", func() bool { return dark(w.keys.Picture()) })
	w.press("b")
	display.Until(w.t, "light", func() bool { return !dark(w.keys.Picture()) })
}

// same tells whether two pictures do not differ in a single point.
func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if r1 != r2 || g1 != g2 || b1 != b2 {
				return false
			}
		}
	}
	return true
}

// point is how a point on the wall looks: where it ends, and how dark it is in all.
type point struct{ right, ink int }

// points are those on the wall, found by the marks before them.
func points(picture image.Image) (all []point) {
	const margin, around = wallWidth / 10, 24
	mark := theme.Of(fynetheme.ColorNamePrimary).(color.NRGBA)
	from := -1
	for y := range wallHeight {
		marked := false
		for x := range margin {
			marked = marked || sameColour(picture.At(x, y), mark)
		}
		switch {
		case marked && from < 0:
			from = y
		case !marked && from >= 0:
			all = append(all, pointAround(picture, (from+y)/2-around, (from+y)/2+around))
			from = -1
		}
	}
	return all
}

// pointAround is the point between two heights.
func pointAround(picture image.Image, top, bottom int) (p point) {
	ground := theme.Of(fynetheme.ColorNameBackground).(color.NRGBA)
	for y := max(top, 0); y < min(bottom, wallHeight); y++ {
		for x := range wallWidth {
			if c := picture.At(x, y); !sameColour(c, ground) {
				_, g, _, _ := c.RGBA()
				p.right, p.ink = max(p.right, x), p.ink+0xff-int(g>>8)
			}
		}
	}
	return p
}

func sameColour(c color.Color, want color.NRGBA) bool {
	r, g, b, _ := c.RGBA()
	return uint8(r>>8) == want.R && uint8(g>>8) == want.G && uint8(b>>8) == want.B
}

package ui_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/room"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// firstQuestion is the guiding question of the practice school at which the room writes first.
const firstQuestion = "What will our pupils be able to do in three years that is hard for them today?"

// board is what fills the window.
func board(t *testing.T, w *uitest.Window) *room.Board {
	t.Helper()
	b, ok := w.Canvas().Focused().(*room.Board)
	if !ok {
		t.Fatalf("the focus is on a %T", w.Canvas().Focused())
	}
	return b
}

// lines are the lines of text on the wall.
func lines(b *room.Board) (texts []*canvas.Text) {
	for _, o := range test.WidgetRenderer(b).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

func wall(b *room.Board) string {
	var all []string
	for _, text := range lines(b) {
		all = append(all, text.Text)
	}
	return strings.Join(all, " ")
}

func press(w *uitest.Window, keys string) {
	for _, r := range keys {
		key, named := map[rune]fyne.KeyName{'>': fyne.KeyRight, '<': fyne.KeyLeft, '!': fyne.KeyEscape, '~': fyne.KeyReturn}[r]
		if named {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
			continue
		}
		key = fyne.KeyName(strings.ToUpper(string(r)))
		if r == ' ' {
			key = fyne.KeySpace
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key}) // a real window sends both
		w.Canvas().Focused().TypedRune(r)
	}
}

// The last row can read everything: on three sizes of screen, in every step of every stage, filled, empty and overfull, no
// text is smaller than 1/40 of the height, and none leaves the wall.
func TestTheLastRowCanReadTheWall(t *testing.T) {
	empty, err := prepare.School("Kool", sample.Today())
	uitest.Must(t, err)
	for _, c := range []struct {
		name, language string
		size           fyne.Size
		records        []app.Record
	}{
		{"sample", "en", fyne.NewSize(1024, 768), nil},
		{"sample", "et", fyne.NewSize(1366, 768), nil},
		{"sample", "et", fyne.NewSize(1920, 1080), nil},
		{"empty", "en", fyne.NewSize(1024, 768), empty},
		{"overfull", "et", fyne.NewSize(1024, 768), overfull(t)},
	} {
		steps := 0
		for _, area := range []screen.Area{screen.Prepare, screen.Vision, screen.Assessment, screen.Planning, screen.Progress} {
			w := uitest.For(t, uitest.Options{At: string(area), Language: c.language, Width: c.size.Width, Height: c.size.Height, Records: c.records})
			w.Shell.ShowToRoom()
			b := board(t, w)
			for before := ""; wall(b) != before; steps++ {
				before = wall(b)
				if before == "" {
					t.Fatalf("%s: an empty wall", area)
				}
				for _, text := range lines(b) {
					if text.TextSize < c.size.Height/40 {
						t.Errorf("%s %s %v: %q is set in %v", c.name, area, c.size, text.Text, text.TextSize)
					}
					right, low := text.Position().X+text.MinSize().Width, text.Position().Y+text.TextSize
					if text.Position().X < 0 || right > c.size.Width || text.Position().Y < 0 || low > c.size.Height {
						t.Errorf("%s %s %v: %q leaves the wall at %v", c.name, area, c.size, text.Text, text.Position())
					}
				}
				press(w, ">")
			}
		}
		if steps < 5 {
			t.Errorf("%s: only %d steps", c.name, steps)
		}
	}
}

// overfull is the sample with texts ten times as long and words without end.
func overfull(t *testing.T) []app.Record {
	t.Helper()
	w := uitest.For(t, uitest.Options{})
	long := strings.Repeat("Kõik õpilased ja õpetajad loevad koos. ", 40) + strings.Repeat("pikksõna", 30)
	var records []app.Record
	for r := range w.Book().Records() {
		switch x := r.(type) {
		case app.Idea:
			x.Text = long
			r = x
		case app.Vision:
			x.Statement = long
			r = x
		case app.Goal:
			x.Text = long
			r = x
		case app.Action:
			x.Text = long
			r = x
		}
		records = append(records, r)
	}
	return records
}

func TestAnAssessmentIsRatedFromTheWall(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment"})
	w.Shell.ShowToRoom()
	b := board(t, w)
	first := b.Step()
	levels := func() (now, target int) {
		for j := range w.Book().Judgements.All() {
			if j.Item == first.At.ID {
				now, target = j.Agreed, j.Target // the newest round comes last
			}
		}
		return now, target
	}
	// when the team votes again, agrees and aims, the level and the target are saved at once
	press(w, "v112 1")
	if now, _ := levels(); now != 1 {
		t.Errorf("the level is %d", now)
	}
	press(w, "2")
	if _, target := levels(); target != 2 {
		t.Errorf("the target is %d", target)
	}
	// a digit beyond the scale changes nothing and says what to press
	press(w, "9")
	if _, target := levels(); target != 2 || !strings.Contains(wall(b), "from 1 to 4") {
		t.Errorf("the target is %d: %s", target, wall(b))
	}
	// undo reaches the wall
	w.Shell.Undo()
	if _, target := levels(); target == 2 {
		t.Error("not undone")
	}
	// Enter leads to the item, Esc from the wall to the place of the step
	press(w, "~")
	if w.Shell.Here() != first.At {
		t.Errorf("the window shows %v", w.Shell.Here())
	}
	w.Shell.ShowToRoom()
	if got := board(t, w).Step().Key; got != first.Key {
		t.Errorf("the wall begins with %s", got)
	}
	press(w, ">>!")
	if here := w.Shell.Here(); here.Area != screen.Assessment || here == first.At {
		t.Errorf("the window shows %v", here)
	}
}

func TestIdeasAreHiddenUntilTheyAreShown(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	var idea string
	for q := range w.Book().Questions.All() {
		idea = w.Book().Ideas.Where(func(i app.Idea) bool { return i.Question == q.ID })[0].Text
		break
	}
	w.Shell.ShowToRoom()
	b := board(t, w)
	press(w, ">")
	if strings.Contains(wall(b), idea) {
		t.Fatal("the ideas are on the wall")
	}
	press(w, " ")
	if !strings.Contains(wall(b), idea) {
		t.Errorf("%q is not on the wall: %s", idea, wall(b))
	}
	// and hidden again when they come back
	press(w, "<>")
	if strings.Contains(wall(b), idea) {
		t.Error("the ideas are on the wall again")
	}
}

func TestTheWallHasATimerADarkSideAndAScript(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	w.Shell.ShowToRoom()
	b := board(t, w)
	pass := func(seconds int) {
		for range seconds {
			w.Runner.Advance(time.Second)
		}
	}
	press(w, "t")
	pass(61)
	if !strings.Contains(wall(b), "3:59") {
		t.Errorf("after a minute of five: %s", wall(b))
	}
	press(w, "t")
	pass(60)
	if !strings.Contains(wall(b), "3:59") {
		t.Errorf("paused: %s", wall(b))
	}
	press(w, "b")
	if wall(b) != "" {
		t.Errorf("on the dark wall: %s", wall(b))
	}
	title := b.Step().Title
	press(w, ">")
	if b.Step().Title != title || !strings.Contains(wall(b), "Where do we want") {
		t.Errorf("the key that ends the dark moved on to %s", wall(b))
	}
	press(w, "bb")
	if !strings.Contains(wall(b), "Where do we want") {
		t.Errorf("the letter that ends the dark does more: %s", wall(b))
	}
	press(w, "h")
	if !strings.Contains(wall(b), "Read the question aloud.") {
		t.Errorf("the script is not there: %s", wall(b))
	}
	press(w, "!")
	if !strings.Contains(wall(b), "Where do we want") {
		t.Errorf("Esc left more than the script: %s", wall(b))
	}
	press(w, "--t")
	pass(120)
	if !strings.Contains(wall(b), "The time is up.") {
		t.Errorf("when the time is up: %s", wall(b))
	}
}

func TestAnActionIsCheckedInFromTheWall(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "progress"})
	w.Shell.ShowToRoom()
	before := w.Book().CheckIns.Len()
	press(w, ">2")
	if got := w.Book().CheckIns.Len(); got != before+1 {
		t.Errorf("%d check-ins, before %d", got, before)
	}
	id := board(t, w).Step().At.ID
	press(w, "~")
	if want := (screen.Route{Area: screen.Progress, View: "checkin", ID: id}); w.Shell.Here() != want {
		t.Errorf("the window shows %v, want %v", w.Shell.Here(), want)
	}
}

// With a second window for the wall, this one keeps the script and what comes next, and its keys move the wall.
func TestTheDeskLeadsTheWallInTheOtherWindow(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision", Width: 1024, Height: 768})
	w.Shell.ShowInWindow()
	mustShow(t, w, "Read the question aloud.", "Next: "+firstQuestion, "The keys work here too.")
	press(w, ">")
	mustShow(t, w, "Press Space when everybody has handed in their slips.")
	press(w, "t")
	mustShow(t, w, "3:45")
	// when it ends, the window is back, at the place of the step, and can show again
	press(w, "!")
	if shows(w, "The keys work here too.") || w.Shell.Here().Area != screen.Vision {
		t.Errorf("the window shows %v, %q", w.Shell.Here(), w.Texts())
	}
	w.Shell.ShowToRoom()
	board(t, w)
}

// A place with nothing to show says so.
func TestWhereThereIsNothingForTheRoom(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "settings"})
	w.Shell.ShowToRoom()
	mustShow(t, w, "There is nothing to show to the room here yet.")
}

// BenchmarkWall moves through the steps of ten times the sample.
func BenchmarkWall(b *testing.B) {
	words, err := translations.New("en")
	uitest.Must(b, err)
	for _, area := range []screen.Area{screen.Vision, screen.Assessment, screen.Planning, screen.Progress} {
		b.Run(fmt.Sprint(area), func(b *testing.B) {
			w := uitest.For(b, uitest.Options{At: string(area), Records: sample.Large(words, 10)})
			w.Shell.ShowToRoom()
			keys := []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft}
			for i := 0; b.Loop(); i++ {
				w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: keys[i%2]})
			}
		})
	}
}

// BenchmarkVote gives votes on the wall, on five themes, and on twenty and fifty, which are set in columns.
func BenchmarkVote(b *testing.B) {
	words, err := translations.New("en")
	uitest.Must(b, err)
	for _, times := range []int{1, 4, 10} {
		b.Run(fmt.Sprint(5*times), func(b *testing.B) {
			w := uitest.For(b, uitest.Options{At: "vision/vote", Records: sample.Large(words, times), Width: 1024, Height: 768})
			w.Shell.ShowToRoom()
			for b.Loop() {
				w.Canvas().Focused().TypedRune('1')
				w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			}
		})
	}
}

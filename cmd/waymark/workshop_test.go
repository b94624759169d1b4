//go:build linux

package main

import (
	"image"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/uitest/display"
)

// What the team types on the way. Ideas are of very different length, so that a wall that showed them would be told apart.
var (
	workshopIdeas = []string{
		"Questions", "Pupils plan a day a week by themselves", "Õues",
		"They explain what they know", "Robots", "Žürii of pupils judges the work",
		"Late readers have a pair", "Calm corners", "Help before the marks",
		"Lessons are open", "We plan in pairs", "Feedback within a week from a colleague",
		"No copying", "Shorter meetings", "Fewer papers",
	}
	workshopThemes = []string{"Pupils lead", "Strong support", "Teachers learn", "Ruumi õppida", "Worldwide"}
	// workshopDots is what each of eight people types; one of them alone chooses the fifth theme, and with all dots.
	workshopDots = []string{"123", "112", "555", "33", "214", "122", "341", "1"}
	workshopSees = []string{"I choose how to learn", "We have time for pupils", "We see lessons each week", "We know how to help at home",
		"The school is open to us"}
	workshopHeard  = "And I am heard"
	workshopDrafts = []string{"Every pupil asks bold questions and finds answers.", "Õpilane juhib oma õppimist, õpetaja toetab."}
	// workshopSupport is what each of eight people thinks of the second draft.
	workshopSupport = "54435245"
	workshopValues  = "Courage, kindness"
	workshopLines   = []string{"Every pupil leads their learning.", "Teachers learn from each other.", "Nobody is left behind."}
	workshopBody    = "Hoolekogu"
)

// TestTheVisionWorkshopIsHeldOnTheWallByKeyboardAlone goes from the first question to the adopted vision without a mouse.
func TestTheVisionWorkshopIsHeldOnTheWallByKeyboardAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	w := beginWorkshop(t, "vision", "vision", workshopTeam(t))
	defer w.report()
	pointer := w.desk.Pointer()

	w.ideas()
	w.board()
	w.vote()
	w.perspectives()
	w.drafts()
	w.support()
	w.choice()
	w.values()
	w.adoption()
	w.leave()

	w.wholeVision()
	if out, err := exec.Command(w.binary, "backup", w.file, "-o", filepath.Join(w.desk.Home(), "backup.waymark")).CombinedOutput(); err != nil {
		t.Errorf("backup: %v: %s", err, out)
	}
	w.noSingleVote()
	if at := w.desk.Pointer(); at != pointer {
		t.Errorf("the mouse went from %v to %v", pointer, at)
	}
}

// take begins to write on the wall, takes one text after another and ends.
func (w *visionOnWall) take(texts ...string) {
	w.t.Helper()
	w.press("Return")
	for _, text := range texts {
		w.write(text)
		w.press("Return")
	}
	w.press("Escape")
}

// ideas takes three ideas for each question, which the wall keeps to itself.
func (w *visionOnWall) ideas() {
	const each = 3
	for n, q := range vision.Questions(w.book(), w.book().Current().ID) {
		w.begin("ideas: question " + strconv.Itoa(n+1))
		w.to("vision.ideas." + q.RecordID())
		of := workshopIdeas[n*each : (n+1)*each]
		if n == 0 {
			w.veiled(of)
			continue
		}
		w.take(of...)
		w.until("the ideas", func(b *app.Book) bool { return b.Ideas.Len() == (n+1)*each })
		w.shows()
	}
}

// veiled takes ideas one by one, and sees that each leaves nothing on the wall but one more veil, the same for all.
func (w *visionOnWall) veiled(ideas []string) {
	w.t.Helper()
	for n, idea := range ideas {
		w.press("Return")
		w.shows(fyne.KeyReturn)
		pen := w.keys.Picture()
		w.write(idea)
		w.becomes("what is being written", pen)
		w.press("Return")
		w.looks("the wall without what was written", pen)
		w.press("Escape")
		w.until("the idea", func(b *app.Book) bool { return b.Ideas.Len() == n+1 })
		w.shows()
		veils := points(w.keys.Picture())
		if len(veils) != n+1 {
			w.t.Fatalf("%d points after %d ideas", len(veils), n+1)
		}
		for i, veil := range veils {
			if first := veils[0]; veil.right != first.right || veil.ink*100 < first.ink*95 || veil.ink*100 > first.ink*105 {
				w.t.Errorf("%q can be told on the wall from %q: %v and %v", ideas[i], ideas[0], veil, first)
			}
		}
	}
	veils := points(w.keys.Picture())
	w.press("space") // so a veil that is lifted would have been noticed
	display.Until(w.t, "the ideas", func() bool {
		shown := points(w.keys.Picture())
		return len(shown) == len(ideas) && shown[0].right != veils[0].right && shown[0].right != shown[1].right
	})
}

// board makes five themes of the first five cards and moves the others to them in turn; the last card stays free.
func (w *visionOnWall) board() {
	w.begin("board: five themes")
	w.to("vision.board")
	w.press("Down")
	for n, name := range workshopThemes {
		w.press("n")
		w.write(name)
		w.press("Return")
		w.press(slices.Repeat([]string{"Left"}, n+1)...)
		w.press("Down")
	}
	w.until("five themes", func(b *app.Book) bool {
		return b.Themes.Len() == len(workshopThemes) && slices.Equal(themeNames(b), workshopThemes)
	})
	w.begin("board: nine cards")
	for n := len(workshopThemes); n < len(workshopIdeas)-1; n++ {
		away := n%len(workshopThemes) + 1
		w.press("m")
		w.press(slices.Repeat([]string{"Right"}, away)...)
		w.press("End", "Return")
		w.press(slices.Repeat([]string{"Left"}, away)...)
		w.press("Home", "Down")
	}
	w.until("one free card", func(b *app.Book) bool { return len(vision.BoardOf(b, b.Current().ID).Free) == 1 })
}

func themeNames(b *app.Book) (names []string) {
	for _, c := range vision.BoardOf(b, b.Current().ID).Columns {
		names = append(names, c.Theme.Name)
	}
	return names
}

// vote lets eight people place their dots. Up to the reveal the wall looks the same whatever they type.
func (w *visionOnWall) vote() {
	w.begin("vote: eight people")
	w.to("vision.vote")
	before, said := w.tables(), w.program.Output()
	empty := w.keys.Picture()
	w.press("1")
	typed := w.becomes("that a dot is placed", empty)
	w.press("BackSpace")
	w.looks("the wall before the dot", empty)
	w.press("5")
	w.looks("the same wall for another theme", typed)
	w.press("BackSpace")
	w.cast(workshopDots)
	w.processed()
	w.sameTables("while people vote", before, w.tables())
	open := w.keys.Picture()
	w.press("space")
	w.becomes("the result", open)
	w.sameTables("when the result is on show", before, w.tables())
	w.press("Return")
	w.until("the counts", func(b *app.Book) bool { return b.DotVotes.Len() == 1 })
	w.processed()
	w.onlySums(before, w.tables(), map[string]int{"dot_vote": 1, "dot_count": len(workshopThemes)})
	if log := w.program.Output(); log != said {
		w.t.Errorf("the log says of the vote %q", strings.TrimPrefix(log, said))
	}
}

// dotted counts what the people typed.
func dotted() (counts []int) {
	counts = make([]int, len(workshopThemes))
	for _, theme := range strings.Join(workshopDots, "") {
		counts[theme-'1']++
	}
	return counts
}

// perspectives writes what each group will see, pupils in two sentences.
func (w *visionOnWall) perspectives() {
	w.begin("perspectives: five groups")
	for n, g := range app.Groups() {
		w.to("vision.sees." + string(g))
		if n == 0 {
			w.take(workshopSees[n], workshopHeard)
		} else {
			w.take(workshopSees[n])
		}
		w.until("what "+string(g)+" see", func(b *app.Book) bool { return b.Perspectives.Len() == n+1 })
	}
	w.until("both sentences", func(b *app.Book) bool {
		return strings.Contains(vision.PerspectiveOf(b, b.Current().ID, app.Pupils).Seen, workshopHeard)
	})
	w.shows()
}

// drafts writes two drafts.
func (w *visionOnWall) drafts() {
	w.begin("drafts: two")
	w.to("vision.drafts")
	w.take(workshopDrafts...)
	w.until("two drafts", func(b *app.Book) bool { return b.Drafts.Len() == 2 })
	w.shows()
}

// support asks eight people how far they support the second draft.
func (w *visionOnWall) support() {
	w.begin("support: eight people")
	w.to("vision.support." + nth(w.book().Drafts, 1).RecordID())
	before, said := w.tables(), w.program.Output()
	w.write(workshopSupport)
	w.processed()
	w.sameTables("while people say how far they support a draft", before, w.tables())
	open := w.keys.Picture()
	w.press("space")
	w.becomes("the result", open)
	w.press("Return")
	w.until("the support", func(b *app.Book) bool { return b.Supports.Len() == 1 })
	w.processed()
	w.onlySums(before, w.tables(), map[string]int{"support": 1})
	if log := w.program.Output(); log != said {
		w.t.Errorf("the log says of the support %q", strings.TrimPrefix(log, said))
	}
}

// choice makes the second draft the statement.
func (w *visionOnWall) choice() {
	w.begin("choice")
	w.to("vision.choice")
	w.press("2")
	w.until("the statement", func(b *app.Book) bool { return vision.Of(b, b.Current().ID).Statement == workshopDrafts[1] })
}

// values writes the values and the vision lines.
func (w *visionOnWall) values() {
	w.begin("values and lines")
	w.to("vision.values")
	w.press("Return")
	w.write(workshopValues)
	w.press("Return")
	w.until("the values", func(b *app.Book) bool { return vision.Of(b, b.Current().ID).Values == workshopValues })
	w.to("vision.lines")
	w.take(workshopLines...)
	w.until("the lines", func(b *app.Book) bool { return b.VisionLines.Len() == len(workshopLines) })
	w.shows()
}

// adoption adopts the vision.
func (w *visionOnWall) adoption() {
	w.begin("adoption")
	w.to("vision.adoption")
	w.press("Return")
	w.write(workshopBody)
	w.press("Return")
	w.until("the adoption", func(b *app.Book) bool { return b.VisionVersions.Len() == 1 })
	w.shows()
}

// leave leaves the wall and the program.
func (w *visionOnWall) leave() {
	w.begin("leave")
	wall := w.keys.Picture()
	w.press("Escape")
	display.Until(w.t, "the window instead of the wall", func() bool { return unlike(w.keys.Picture(), wall) })
	w.press("ctrl+q")
	if code := w.program.Exit(); code != 0 {
		w.t.Errorf("the program ended with %d:\n%s", code, w.program.Output())
	}
	if log := w.program.Output(); strings.Contains(log, "level=ERROR") {
		w.t.Errorf("the log holds errors:\n%s", log)
	}
}

// unlike tells whether a window has another size, or shows something else in a good part of it.
func unlike(got, want image.Image) bool {
	return got.Bounds() != want.Bounds() || differing(got, want) > 0.1
}

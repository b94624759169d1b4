package board

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/app/vision"
	"waymark/translations"
	"waymark/ui/theme"
)

// school is the shell as the board sees it, with a history in memory.
type school struct {
	*app.History
	words   *translations.Printer
	removed int
	later   []func()
}

// memory keeps nothing.
type memory struct{}

func (memory) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

func (s *school) Words() *translations.Printer { return s.words }

func (s *school) Do(edit app.Edit, err error) error {
	if err != nil {
		return err
	}
	return s.History.Do(context.Background(), edit)
}

func (s *school) Remove(edit app.Edit) {
	s.removed++
	_ = s.Do(edit, nil)
}

func (s *school) Focus(w fyne.Focusable) { w.FocusGained() }

func (s *school) After(_ time.Duration, f func()) func() {
	s.later = append(s.later, f)
	at := len(s.later) - 1
	return func() { s.later[at] = nil }
}

// wait lets all that was put off happen, once.
func (s *school) wait() {
	now := s.later
	s.later = nil
	for _, f := range now {
		if f != nil {
			f()
		}
	}
}

// undo takes back the last step.
func (s *school) undo(t *testing.T, b *Board) {
	t.Helper()
	if err := s.History.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	b.Reload()
}

// lying writes the board as it is in the book, a column a word: "free: a b | Light: c".
func (s *school) lying() string {
	texts := func(ideas []app.Idea) string {
		var all []string
		for _, i := range ideas {
			all = append(all, i.Text)
		}
		return strings.Join(all, " ")
	}
	board := vision.BoardOf(s.Book(), s.Book().Current().ID)
	out := []string{"free: " + texts(board.Free)}
	for _, c := range board.Columns {
		out = append(out, c.Theme.Name+": "+texts(c.Ideas))
	}
	return strings.Join(out, " | ")
}

// opened is a board 1000 wide and 600 high whose columns hold the ideas given: the first column is free, the others begin
// with their name.
func opened(t testing.TB, columns ...string) (*Board, *school) {
	t.Helper()
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}
	records := []app.Record{app.School{ID: app.NewID[app.School](), Current: cycle.ID}, cycle}
	position := 0
	for i, c := range columns {
		words := strings.Fields(c)
		var in app.ID[app.Theme]
		if i > 0 {
			in = app.NewID[app.Theme]()
			records = append(records, app.Theme{ID: in, Cycle: cycle.ID, Name: words[0], Colour: i - 1, Position: i})
			words = words[1:]
		}
		for _, w := range words {
			position++
			records = append(records, app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle.ID, Text: strings.ReplaceAll(w, "_", " "), Theme: in, Position: position})
		}
	}
	return shown(t, records, 1000, 600)
}

// shown is a board with records, in a window of a size.
func shown(t testing.TB, records []app.Record, width, height float32) (*Board, *school) {
	t.Helper()
	test.NewApp().Settings().SetTheme(theme.New(theme.Light, 1))
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	s := &school{History: app.NewHistory(book, memory{}, time.Now), words: words}
	b := New(s, s)
	w := test.NewWindow(b)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	w.Canvas().Focus(b)
	return b, s
}

// keys presses keys one after the other: single letters are typed, words are names of keys.
func keys(b *Board, names ...string) {
	for _, n := range names {
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(n[:1]) + n[1:])})
		if len(n) == 1 {
			b.TypedRune([]rune(n)[0])
		}
	}
}

// typed types letters.
func typed(b *Board, text string) {
	for _, r := range text {
		b.TypedRune(r)
	}
}

// where returns the middle of a card in the window.
func where(t testing.TB, b *Board, text string) fyne.Position {
	t.Helper()
	for i, c := range b.columns {
		for _, p := range c.places {
			if p.idea.Text == text {
				return fyne.NewPos(b.x(i)+b.at.width/2, b.at.top+b.at.head+p.top-b.down[c.theme.ID]+p.height/2)
			}
		}
	}
	t.Fatalf("there is no card %q", text)
	return fyne.Position{}
}

// drag moves the mouse with its button down from one place to another, in steps.
func drag(b *Board, from, to fyne.Position) {
	const steps = 10
	last := from
	for n := 1; n <= steps; n++ {
		at := from.AddXY((to.X-from.X)*float32(n)/steps, (to.Y-from.Y)*float32(n)/steps)
		b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(at.X-last.X, at.Y-last.Y)})
		last = at
	}
}

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: the board is %q, want %q", what, got, want)
	}
}

func TestGivenACardDraggedOntoAnotherColumnThenItLiesWhereTheGapWas(t *testing.T) {
	b, s := opened(t, "a b c", "Light d e f", "Air g")
	from, e := where(t, b, "b"), where(t, b, "e")

	drag(b, from, e.AddXY(0, -6)) // a little above the middle of e
	if got := s.lying(); got != "free: a b c | Light: d e f | Air: g" {
		t.Errorf("the book changed before the card was let go: %s", got)
	}
	gap := -1
	for i, p := range b.columns[1].places {
		if p.carry {
			gap = i
		}
	}
	if gap != 1 {
		t.Errorf("the gap is at %d, want it between d and e", gap)
	}
	b.DragEnd()

	expect(t, "dropped", s.lying(), "free: a c | Light: d b e f | Air: g")
	if idea, _ := b.chosenIdea(); idea.Text != "b" {
		t.Errorf("%q is chosen, want what was dropped", idea.Text)
	}
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a b c | Light: d e f | Air: g")
}

func TestGivenACardDroppedOnAHeadingThenItIsTheFirstThere(t *testing.T) {
	b, s := opened(t, "a b", "Light c d")
	drag(b, where(t, b, "b"), fyne.NewPos(b.x(1)+40, b.at.top+20))
	b.DragEnd()
	expect(t, "dropped on a heading", s.lying(), "free: a | Light: b c d")
}

func TestGivenACardDraggedDownItsOwnColumnThenItPassesTheOthersOnly(t *testing.T) {
	b, s := opened(t, "a b c d")
	drag(b, where(t, b, "a"), where(t, b, "c").AddXY(0, 10))
	b.DragEnd()
	expect(t, "dropped below c", s.lying(), "free: b c a d")
	drag(b, where(t, b, "d"), where(t, b, "d").AddXY(3, 3))
	b.DragEnd()
	expect(t, "dropped where it was", s.lying(), "free: b c a d")
	s.undo(t, b)
	expect(t, "one step back", s.lying(), "free: a b c d") // the second drop was no step
}

func TestGivenEscWhileACardIsDraggedThenItLiesWhereItLayAndTheRestOfTheDragDoesNothing(t *testing.T) {
	b, s := opened(t, "a b", "Light c")
	drag(b, where(t, b, "a"), where(t, b, "c"))
	keys(b, "Escape")
	drag(b, where(t, b, "c"), where(t, b, "b"))
	b.DragEnd()
	expect(t, "given up", s.lying(), "free: a b | Light: c")
	drag(b, where(t, b, "a"), where(t, b, "c").AddXY(0, 30))
	b.DragEnd()
	expect(t, "dragged again", s.lying(), "free: b | Light: c a")
}

func TestGivenACardHeldAtTheEdgeThenTheBoardScrollsUntilItIsPutDown(t *testing.T) {
	b, s := opened(t, "a b", "T1 c", "T2 d", "T3 e", "T4 f", "T5 g", "T6 h")
	drag(b, where(t, b, "a"), fyne.NewPos(995, 300))
	for range 60 {
		s.wait()
	}
	if b.right != b.mostRight() || b.right == 0 {
		t.Errorf("the themes are scrolled by %v, want %v", b.right, b.mostRight())
	}
	b.DragEnd()
	s.wait()
	if len(s.later) > 0 {
		t.Error("it still scrolls after the card was put down")
	}
	expect(t, "dropped at the far end", s.lying(), "free: b | T1: c | T2: d | T3: e | T4: f | T5: g | T6: h a")
}

func TestGivenTheGroundDraggedThenTheBoardMovesAndNoCardDoes(t *testing.T) {
	b, s := opened(t, "a", "T1 c", "T2 d", "T3 e", "T4 f", "T5 g", "T6 h")
	before := s.lying()
	drag(b, fyne.NewPos(900, 500), fyne.NewPos(600, 500))
	b.DragEnd()
	if b.right != 300 {
		t.Errorf("the themes are scrolled by %v, want 300", b.right)
	}
	expect(t, "panned", s.lying(), before)
}

func TestGivenMWithArrowsThenTheCardMovesOnlyWhenItIsPutDown(t *testing.T) {
	b, s := opened(t, "a b c", "Light d e", "Air f")
	before := s.lying()
	keys(b, "Down", "Down", "m", "Right", "Down") // b, over Light, one down
	expect(t, "in the hand", s.lying(), before)
	keys(b, "Escape")
	expect(t, "put back", s.lying(), before)
	keys(b, "m", "Right", "Up", "Return")
	expect(t, "put down by Enter", s.lying(), "free: a c | Light: b d e | Air: f")
	keys(b, "m", "Right", "End", "m")
	expect(t, "put down by M", s.lying(), "free: a c | Light: d e | Air: f b")
	s.undo(t, b)
	expect(t, "one move back", s.lying(), "free: a c | Light: b d e | Air: f")
	s.undo(t, b)
	expect(t, "two moves back", s.lying(), before)
}

func TestGivenACardMovedByKeysThenWhatTheHandTakesIsFollowed(t *testing.T) {
	b, _ := opened(t, "a", "T1 c", "T2 d", "T3 e", "T4 f", "T5 g", "T6 h")
	keys(b, "Down", "m", "Right", "Right", "Right", "Right", "Right", "Right")
	if at := b.x(6); at < b.at.left || at+b.at.width > b.at.size.Width+1 {
		t.Errorf("the card is carried over a column at %v, out of sight", at)
	}
}

func TestGivenMOnAHeadingThenTheThemeMoves(t *testing.T) {
	b, s := opened(t, "a", "Light b", "Air c", "Sound d")
	keys(b, "Right", "m", "Right", "Right", "Return")
	expect(t, "moved by two", s.lying(), "free: a | Air: c | Sound: d | Light: b")
	keys(b, "m", "Left", "Escape")
	expect(t, "put back", s.lying(), "free: a | Air: c | Sound: d | Light: b")
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a | Light: b | Air: c | Sound: d")
}

func TestGivenNThenTheChosenFreeCardIsInANewThemeThatIsNamedAtOnceInOneStep(t *testing.T) {
	b, s := opened(t, "a b", "Light c")
	keys(b, "Down", "n")
	typed(b, "Warm rooms")
	keys(b, "Return")
	expect(t, "made", s.lying(), "free: b | Light: c | Warm rooms: a")
	if label, _ := s.NextUndo(); s.words.Text(label) != "theme “Warm rooms” added" {
		t.Errorf("undo would say %q", s.words.Text(label))
	}
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a b | Light: c")
}

func TestGivenANewThemeWithoutAWordThenItHasANameAnyway(t *testing.T) {
	b, s := opened(t, "", "Light c")
	keys(b, "n", "Escape")
	expect(t, "not named", s.lying(), "free:  | Light: c | New theme 2: ")
}

func TestGivenF2ThenTheNameIsTypedInItsPlace(t *testing.T) {
	b, s := opened(t, "a", "Light c")
	keys(b, "Right", "Down", "F2", "BackSpace", "BackSpace")
	typed(b, "m, nice") // letters that do something elsewhere
	keys(b, "Home", "Delete")
	typed(b, "L")
	keys(b, "Return")
	expect(t, "named", s.lying(), "free: a | Ligm, nice: c")
	keys(b, "F2")
	typed(b, "x")
	keys(b, "Escape")
	expect(t, "left as it was", s.lying(), "free: a | Ligm, nice: c")
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a | Light: c")
}

func TestGivenTheKeyboardLeavesWhileANameIsTypedThenItIsTaken(t *testing.T) {
	b, s := opened(t, "a", "Light c")
	keys(b, "Right", "F2")
	typed(b, "!")
	fyne.CurrentApp().Driver().CanvasForObject(b).Unfocus()
	expect(t, "left", s.lying(), "free: a | Light!: c")
}

func TestGivenCThenTheThemeHasTheNextColour(t *testing.T) {
	b, s := opened(t, "a", "Light c")
	keys(b, "Right", "c")
	if got := vision.Themes(s.Book(), s.Book().Current().ID)[0].Colour; got != 1 {
		t.Errorf("the colour is %d, want the one after 0", got)
	}
}

func TestGivenGThenTheThemeIsJoinedToTheOneWithTheLetterPressed(t *testing.T) {
	b, s := opened(t, "a", "Light b", "Air c", "Sound d e")
	keys(b, "Right", "g")
	if foot := b.footText(); !strings.Contains(foot, "Light") {
		t.Errorf("the foot says %q", foot)
	}
	keys(b, "c")
	expect(t, "joined by letter", s.lying(), "free: a | Air: c | Sound: d e b")
	s.undo(t, b)
	keys(b, "Home", "g", "Escape")
	expect(t, "given up", s.lying(), "free: a | Light: b | Air: c | Sound: d e")
}

func TestGivenGThenArrowsAndEnterChooseTheThemeToo(t *testing.T) {
	b, s := opened(t, "a", "Light b", "Air c", "Sound d e")
	keys(b, "Right", "Right", "Right", "g", "Left", "Right", "Return") // after the last comes the first
	expect(t, "joined", s.lying(), "free: a | Light: b d e | Air: c")
}

func TestGivenMarkedCardsThenSMakesAThemeOfThem(t *testing.T) {
	b, s := opened(t, "a b", "Light c d e")
	keys(b, "s")
	if foot := b.footText(); !strings.Contains(foot, "X") {
		t.Errorf("without marks the foot says %q", foot)
	}
	keys(b, "Right", "Down", "x", "Down", "Down", "x", "s")
	typed(b, "Lamps")
	keys(b, "Return")
	expect(t, "split", s.lying(), "free: a b | Light: d | Lamps: c e")
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a b | Light: c d e")
}

func TestGivenAllCardsOfAThemeMarkedThenTheFootSaysWhyItIsNotSplit(t *testing.T) {
	b, s := opened(t, "a", "Light c d")
	keys(b, "Right", "Down", "x", "Down", "x", "s")
	expect(t, "not split", s.lying(), "free: a | Light: c d")
	if foot := b.footText(); foot == "" || !b.failed {
		t.Errorf("the foot says %q", foot)
	}
}

func TestGivenMarksInSeveralColumnsThenTheirCardsMakeOneTheme(t *testing.T) {
	b, s := opened(t, "a b", "Light c d")
	keys(b, "Down", "x", "Right", "x", "s")
	typed(b, "Both")
	keys(b, "Return")
	expect(t, "gathered", s.lying(), "free: b | Light: d | Both: a c")
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a b | Light: c d")
}

func TestGivenAThemeRemovedThenItsCardsAreFreeAndOneStepBringsAllBack(t *testing.T) {
	b, s := opened(t, "a", "Light c d", "Air e")
	keys(b, "Right", "Delete")
	expect(t, "removed", s.lying(), "free: a c d | Air: e")
	if s.removed != 1 {
		t.Error("the host was not asked to offer an undo")
	}
	if foot := b.footText(); !strings.Contains(foot, "2 cards") {
		t.Errorf("the foot says %q", foot)
	}
	s.undo(t, b)
	expect(t, "undone", s.lying(), "free: a | Light: c d | Air: e")
}

func TestGivenDuplicatesSaidToBeTheSameThenBothWordingsStay(t *testing.T) {
	b, s := opened(t, "Feedback_within_one_week Warm_rooms", "Light Feedback_within_one_week!")
	keys(b, "d")
	if b.pairs == nil {
		t.Fatal("no pair is proposed")
	}
	keys(b, "Return")
	expect(t, "merged", s.lying(), "free: Warm rooms | Light: Feedback within one week")
	idea, _ := b.chosenIdea()
	if idea.Also != "Feedback within one week!" {
		t.Errorf("the other wording is %q", idea.Also)
	}
	if b.pairs != nil {
		t.Error("it asks on when there is no other pair")
	}
	keys(b, "p")
	expect(t, "parted", s.lying(), "free: Warm rooms | Light: Feedback within one week Feedback within one week!")
}

func TestGivenAPairSaidToDifferThenItIsNotAskedAboutAgain(t *testing.T) {
	b, s := opened(t, "Feedback_within_one_week Feedback_within_one_week! Warm_rooms")
	before := s.lying()
	keys(b, "d", "Right", "d")
	if b.pairs != nil {
		t.Error("it asks again")
	}
	expect(t, "not the same", s.lying(), before)
}

func TestGivenAChangeFromElsewhereThenWhatIsChosenAndScrolledStays(t *testing.T) {
	b, s := opened(t, "a", "T1 c", "T2 d", "T3 e x", "T4 f", "T5 g", "T6 h")
	keys(b, "Right", "Right", "Right", "Down", "Down") // x
	b.right = 200
	edit, err := vision.AddIdeas(s.Book(), s.Book().Current().ID, "new")
	if err := s.Do(edit, err); err != nil {
		t.Fatal(err)
	}
	b.Reload()
	if idea, _ := b.chosenIdea(); idea.Text != "x" || b.right != 200 {
		t.Errorf("%q is chosen, scrolled by %v", idea.Text, b.right)
	}
}

func TestGivenALongCardThenItIsCutUntilItIsChosen(t *testing.T) {
	long := strings.Repeat("words_", 80)
	b, _ := opened(t, long+" b")
	lines := func() []string { return b.columns[0].places[0].lines }
	if got := lines(); len(got) != mostLines || !strings.HasSuffix(got[mostLines-1], "…") {
		t.Errorf("it is shown as %q", got)
	}
	keys(b, "Down")
	if got := strings.Join(lines(), " "); strings.Count(got, "words") != 80 {
		t.Errorf("chosen it is shown as %q", got)
	}
}

func TestGivenAKeyThatTheBoardDoesNotTakeThenTheWindowHearsIt(t *testing.T) {
	b, _ := opened(t, "a", "Light b")
	var heard []fyne.KeyName
	fyne.CurrentApp().Driver().CanvasForObject(b).SetOnTypedKey(func(e *fyne.KeyEvent) { heard = append(heard, e.Name) })
	keys(b, "F1", "Escape", "F11", "Right", "F2", "Escape", "Delete")
	if got := fmt.Sprint(heard); got != "[F1 Escape F11]" {
		t.Errorf("the window heard %s", got)
	}
}

func TestGivenAWallThenItIsToldWhichKeysWereUsedAndLettersAreLargeEnough(t *testing.T) {
	b, s := opened(t, "a b", "Light c")
	wall := b.OnWall()
	if wall.Draw(30) != fyne.CanvasObject(b) || b.letter() < 30 || b.plain() < 30 {
		t.Errorf("letters are %v and %v high", b.letter(), b.plain())
	}
	b.zoomTo(leastZoom)
	if b.letter() < 30 {
		t.Errorf("zoomed out, letters are %v high", b.letter())
	}
	use := func(name fyne.KeyName) bool { return wall.TypedKey(&fyne.KeyEvent{Name: name}) }
	if use(fyne.KeyEscape) || use(fyne.KeyPageDown) || wall.TypedRune('b') || wall.TypedRune(' ') {
		t.Error("the board takes keys of the wall")
	}
	if !use(fyne.KeyDown) || !wall.TypedRune('m') || !use(fyne.KeyRight) || !use(fyne.KeyEscape) {
		t.Error("the board does not take its own")
	}
	if !wall.TypedRune('n') || !wall.TypedRune('b') || !use(fyne.KeyReturn) {
		t.Error("a name cannot be typed on the wall")
	}
	expect(t, "on the wall", s.lying(), "free: b | Light: c | b: a")
}

func TestGivenWhatIsChosenThenItIsNamedForThoseWhoDoNotSeeIt(t *testing.T) {
	b, _ := opened(t, "a", "Light Read_more")
	keys(b, "Right", "Down")
	if got := b.AccessibilityLabel(); !strings.Contains(got, "Read more") || !strings.Contains(got, "Light") {
		t.Errorf("a card is called %q", got)
	}
	keys(b, "Up")
	if got := b.AccessibilityLabel(); got != "Light, 1 card" {
		t.Errorf("a heading is called %q", got)
	}
}

func TestGivenThreeHundredIdeasInTwentyThemesThenOnlyThoseInSightExist(t *testing.T) {
	b, _ := shown(t, crowd(20, 300), 1920, 1000)
	if n := len(b.pool); n == 0 || n >= 150 {
		t.Errorf("%d cards exist", n)
	}
	b.zoomTo(leastZoom)
	b.fit()
	if n := len(b.pool); n >= 300 {
		t.Errorf("as small as can be, %d cards exist", n)
	}
}

// crowd is a school with many themes and ideas of a sentence each.
func crowd(themes, ideas int) []app.Record {
	cycle := app.Cycle{ID: app.NewID[app.Cycle](), Start: app.NewDate(2026, 9, 1), End: app.NewDate(2029, 8, 31)}
	records := []app.Record{app.School{ID: app.NewID[app.School](), Current: cycle.ID}, cycle}
	in := []app.ID[app.Theme]{""}
	for i := range themes {
		t := app.Theme{ID: app.NewID[app.Theme](), Cycle: cycle.ID, Name: fmt.Sprintf("Theme of the school %d", i), Colour: i % 8, Position: i + 1}
		in = append(in, t.ID)
		records = append(records, t)
	}
	for i := range ideas {
		records = append(records, app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle.ID, Position: i + 1, Theme: in[i%len(in)],
			Text: fmt.Sprintf("Idea %d: every pupil can explain what they are learning, and why it matters to them", i)})
	}
	return records
}

package ballotbox

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/theme"
)

// onPage is a box on a page in a window.
func onPage(t *testing.T, h *host, q Question, mode theme.Mode, size fyne.Size) (*Widget, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(mode, 1))
	w := NewWidget(New(h, q))
	window := test.NewTempWindow(t, container.NewVScroll(w))
	window.Resize(size)
	window.Canvas().Focus(w)
	return w, window
}

// shown is every word that is drawn.
func shown(o fyne.CanvasObject) string {
	var words []string
	for _, o := range test.LaidOutObjects(o) {
		switch o := o.(type) {
		case *widget.Label:
			words = append(words, o.Text)
		case *canvas.Text:
			words = append(words, o.Text)
		case *kit.Button:
			words = append(words, o.Text)
		}
	}
	return strings.Join(words, "\n")
}

func buttons(o fyne.CanvasObject) map[string]*kit.Button {
	found := map[string]*kit.Button{}
	for _, o := range test.LaidOutObjects(o) {
		if b, ok := o.(*kit.Button); ok {
			found[b.Text] = b
		}
	}
	return found
}

func options(o fyne.CanvasObject) []*option {
	var found []*option
	for _, o := range test.LaidOutObjects(o) {
		if row, ok := o.(*option); ok {
			found = append(found, row)
		}
	}
	return found
}

func TestGivenAPageThenAVoteGoesByMouseAloneAndTheBoxHasTheKeyboard(t *testing.T) {
	h := shell(t, "en")
	w, _ := onPage(t, h, Question{Options: themes(3), Dots: 2}, theme.Light, fyne.NewSize(1024, 768))
	press := func(text string) {
		t.Helper()
		b := buttons(w)[text]
		if b == nil {
			t.Fatalf("there is no %q among %q", text, shown(w))
		}
		h.focus = nil
		test.Tap(b)
		if h.focus != w {
			t.Errorf("after %q the keyboard is not with the box", text)
		}
	}
	test.Tap(options(w)[1])
	test.Tap(options(w)[1])
	press("Count this vote")
	test.Tap(options(w)[0])
	press("Count this vote")
	press("Take the last vote back")
	if name := buttons(w)["+"].AccessibilityLabel(); name != "One person more is here" {
		t.Errorf("+ is called %q", name)
	}
	press("+")
	press("Show the result")
	if got := shown(w); !strings.Contains(got, "1 person voted") || strings.Contains(got, "Count this vote") {
		t.Errorf("%s", got)
	}
	press("Vote again")
	test.Tap(options(w)[0])
	press("Count this vote")
	press("Show the result")
	press("Keep the result")
	if !w.Box().View().Kept || buttons(w)["Keep the result"] != nil {
		t.Error("the result is not kept")
	}
}

// Given two boxes in which people voted differently, then no word on the page tells them apart before the reveal, nor does
// what is read out to those who do not see it.
func TestGivenAPageThenNoWordOnItShowsAVoteBeforeTheReveal(t *testing.T) {
	h := shell(t, "en")
	q := Question{Options: themes(9), Dots: 3, Present: 4}
	one, _ := onPage(t, h, q, theme.Light, fyne.NewSize(1024, 768))
	other := NewWidget(New(h, q))
	window := test.NewTempWindow(t, other)
	window.Resize(fyne.NewSize(1024, 768))
	one.box.types("111\n22")
	other.box.types("978\n66")
	if shown(one) != shown(other) || one.AccessibilityLabel() != other.AccessibilityLabel() {
		t.Errorf("%s\nand\n%s", shown(one), shown(other))
	}
	one.box.types("\n ")
	other.box.types("\n ")
	if shown(one) == shown(other) {
		t.Error("the reveal shows nothing")
	}
}

func TestGivenAPageWhenEscIsPressedInAVoteThenItIsToldOnceAndThenLeft(t *testing.T) {
	h := shell(t, "en")
	w, _ := onPage(t, h, Question{Options: grades}, theme.Light, fyne.NewSize(1024, 768))
	left := 0
	w.Leave = func() { left++ }
	w.TypedRune('3')
	esc := &fyne.KeyEvent{Name: fyne.KeyEscape}
	w.TypedKey(esc)
	if got := shown(w); left != 0 || !strings.Contains(got, "loses the 1 vote that is in") || !strings.Contains(w.AccessibilityLabel(), "loses") {
		t.Errorf("left %d times:\n%s", left, got)
	}
	w.TypedKey(esc)
	if left != 1 {
		t.Errorf("left %d times", left)
	}
}

func TestGivenAPageThenKeysThatTheBoxDoesNotUseReachTheWindow(t *testing.T) {
	h := shell(t, "en")
	w, window := onPage(t, h, Question{Options: grades}, theme.Light, fyne.NewSize(1024, 768))
	var heard []fyne.KeyName
	window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { heard = append(heard, e.Name) })
	for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyF11, fyne.KeyEscape, fyne.KeySpace, fyne.Key3, fyne.KeyBackspace, fyne.KeyReturn} {
		w.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(heard) != 3 || heard[2] != fyne.KeyEscape {
		t.Errorf("the window heard %v", heard)
	}
}

func TestGivenAnOptionThenItIsCalledByItsWordsAndIsAHandUntilTheReveal(t *testing.T) {
	h := shell(t, "et")
	w, _ := onPage(t, h, Question{Options: grades}, theme.Light, fyne.NewSize(1024, 768))
	if o := options(w)[2]; o.AccessibilityLabel() != "3 can live with it" || o.Cursor() != desktop.PointerCursor {
		t.Errorf("%q", o.AccessibilityLabel())
	}
	w.box.types("33 ")
	if o := options(w)[2]; o.AccessibilityLabel() != "3 can live with it: 2" || o.Cursor() != desktop.DefaultCursor {
		t.Errorf("%q", o.AccessibilityLabel())
	}
}

package kit

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// numbers is a list of the numbers from 0 in a window, and how many rows were made for it.
type numbers struct {
	*LongList
	many, made int
	window     fyne.Window
	heard      []fyne.KeyName
}

func newNumbers(t testing.TB, many int) *numbers {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	n := &numbers{many: many}
	n.LongList = NewLongList(40, func() int { return n.many }, func() fyne.CanvasObject {
		n.made++
		return Text("")
	}, func(i int, row fyne.CanvasObject) { row.(*widget.Label).SetText(strconv.Itoa(i)) })
	n.window = test.NewTempWindow(t, n.LongList)
	n.window.SetPadded(false)
	n.window.Resize(fyne.NewSize(400, 600))
	n.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { n.heard = append(n.heard, e.Name) })
	return n
}

// seen lists the numbers in sight, from above.
func (n *numbers) seen() []string {
	var texts []string
	for _, o := range n.inside.Objects {
		at := o.Position().Y - n.scroll.Offset.Y
		if at > -o.Size().Height && at < n.scroll.Size().Height {
			texts = append(texts, o.(*longRow).child.(*widget.Label).Text)
		}
	}
	return texts
}

func (n *numbers) keys(names ...fyne.KeyName) {
	for _, name := range names {
		n.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestGivenTenThousandRowsWhenScrollingThroughAllThenFewAreMade(t *testing.T) {
	n := newNumbers(t, 10_000)
	for last := ""; ; {
		n.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -573)})
		seen := n.seen()
		for i, text := range seen {
			if want, _ := strconv.Atoi(seen[0]); text != strconv.Itoa(want+i) {
				t.Fatalf("in sight are %v", seen)
			}
		}
		if len(seen) < 600/40 {
			t.Fatalf("only %v are in sight", seen)
		}
		if seen[len(seen)-1] == last {
			break
		}
		last = seen[len(seen)-1]
	}
	if seen := n.seen(); seen[len(seen)-1] != "9999" {
		t.Errorf("the last in sight is %v", seen[len(seen)-1])
	}
	for range 10_000 {
		n.keys(fyne.KeyUp)
	}
	if n.made > 60 {
		t.Errorf("%d rows were made", n.made)
	}
}

func TestGivenAListWithTheKeyboardWhenKeysAreTypedThenTheSelectionMovesAndIsInSight(t *testing.T) {
	n := newNumbers(t, 1000)
	n.window.Canvas().Focus(n.LongList)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyUp, 0}, {fyne.KeyDown, 1}, {fyne.KeyPageDown, 15}, {fyne.KeyPageDown, 29}, {fyne.KeyPageUp, 15}, {fyne.KeyEnd, 999},
		{fyne.KeyDown, 999}, {fyne.KeyPageDown, 999}, {fyne.KeyUp, 998}, {fyne.KeyHome, 0}, {fyne.KeyPageUp, 0}} {
		n.keys(step.key)
		if n.Selected != step.want {
			t.Fatalf("%s selects %d, want %d", step.key, n.Selected, step.want)
		}
		top := float32(n.Selected)*40 - n.scroll.Offset.Y
		if top < 0 || top+40 > 600 {
			t.Errorf("%s: row %d is at %v, out of sight", step.key, n.Selected, top)
		}
	}
	if len(n.heard) > 0 {
		t.Errorf("the window heard %v", n.heard)
	}
	n.keys(fyne.KeyF1, fyne.KeyEscape)
	if len(n.heard) != 2 {
		t.Errorf("of F1 and Esc the window heard %v", n.heard)
	}
}

func TestGivenAListWhenARowIsTappedOrEnterPressedThenItIsChosen(t *testing.T) {
	n := newNumbers(t, 1000)
	chosen := -1
	n.OnChosen = func(i int) { chosen = i }
	n.Select(500)
	n.keys(fyne.KeyReturn)
	if chosen != 500 {
		t.Errorf("Enter chose %d", chosen)
	}
	n.scrollTo(40 * 490)
	test.TapCanvas(n.window.Canvas(), fyne.NewPos(100, 3*40+20))
	if chosen != 493 || n.Selected != 493 {
		t.Errorf("a tap on 493 chose %d, selected is %d", chosen, n.Selected)
	}
	if n.window.Canvas().Focused() != n.LongList {
		t.Error("a tap does not bring the keyboard")
	}
}

func TestGivenAListAtItsFootWhenItGetsShorterThenItsLastRowsAreInSight(t *testing.T) {
	n := newNumbers(t, 1000)
	n.keys(fyne.KeyEnd)
	n.many = 20
	n.Refresh()
	if seen := n.seen(); n.Selected != 19 || seen[len(seen)-1] != "19" || len(seen) != 15 {
		t.Errorf("selected is %d, in sight are %v", n.Selected, seen)
	}
	n.many = 0
	n.Refresh()
	n.keys(fyne.KeyDown, fyne.KeyReturn)
	if n.Selected != -1 || len(n.seen()) > 0 {
		t.Errorf("empty: selected is %d, in sight are %v", n.Selected, n.seen())
	}
}

func BenchmarkLongListStep(b *testing.B) {
	n := newNumbers(b, 10_000)
	down := true
	for b.Loop() {
		if n.Selected >= 9_999 || n.Selected <= 0 {
			down = n.Selected <= 0
		}
		if down {
			n.keys(fyne.KeyPageDown)
		} else {
			n.keys(fyne.KeyPageUp)
		}
	}
}

package finder_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"waymark/app/search"
	"waymark/ui/finder"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// clock is a host that does at once what shall happen later.
type clock struct{ screen.Host }

func (clock) After(_ time.Duration, f func()) (cancel func()) {
	f()
	return func() {}
}

// window is a window with a field that has the keyboard.
func window(t *testing.T, width, height, zoom float32) (fyne.Window, *widget.Entry) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, zoom))
	field := widget.NewEntry()
	w := test.NewTempWindow(t, container.NewPadded(container.NewVBox(widget.NewLabel("Name"), field)))
	w.Resize(fyne.NewSize(width, height))
	w.Canvas().Focus(field)
	return w, field
}

func plain(title string) finder.Result {
	return finder.Result{Mark: "idea", Title: search.Excerpt{Text: title}, Take: func() {}}
}

// numbered answers with as many results as the query has letters, times a hundred.
func numbered(query string, _ int) finder.Answer {
	var a finder.Answer
	for i := range 100 * len(query) {
		a.Results = append(a.Results, plain("Result "+strconv.Itoa(i)))
	}
	return a
}

// bounds returns the part of the window that is drawn on by the words, fields and lists of a finder.
func bounds(f *finder.Finder) (left, top, right, foot float32) {
	left, top = 1e6, 1e6
	for _, o := range test.LaidOutObjects(f) {
		switch o.(type) {
		case *kit.Entry, *kit.LongList, *widget.Label:
			if !o.Visible() || o.Size().Height == 0 {
				continue
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			left, top = min(left, at.X), min(top, at.Y)
			right, foot = max(right, at.X+o.Size().Width), max(foot, at.Y+o.Size().Height)
		}
	}
	return left, top, right, foot
}

func TestGivenAnyWindowThenTheSheetIsInTheMiddleNoWiderAndNoHigherThanItsMeasure(t *testing.T) {
	for _, c := range []struct{ width, height, zoom float32 }{{1366, 768, 1}, {1024, 768, 1}, {640, 480, 1}, {1366, 768, 1.5}, {1366, 768, 2.5}} {
		w, _ := window(t, c.width, c.height, c.zoom)
		f := finder.Show(w.Canvas(), clock{}, "Look for", numbered)
		test.Type(w.Canvas().Focused(), "aa")
		left, top, right, foot := bounds(f)
		size := w.Canvas().Size()
		if left < 0 || right > size.Width || right-left > theme.Units(760) || left-(size.Width-right) > 1 || size.Width-right-left > 1 {
			t.Errorf("%v: from %v to %v", c, left, right)
		}
		if foot-top > 0.7*size.Height || foot > size.Height || foot-top < 0.5*size.Height {
			t.Errorf("%v: from %v down to %v", c, top, foot)
		}
	}
}

func TestGivenFewResultsThenTheSheetIsNoHigherThanTheyNeed(t *testing.T) {
	w, _ := window(t, 1366, 768, 1)
	f := finder.Show(w.Canvas(), clock{}, "Look for", func(query string, _ int) finder.Answer {
		if query == "" {
			return finder.Answer{Note: "Type something."}
		}
		return finder.Answer{Results: []finder.Result{plain("Alone")}}
	})
	empty := test.LaidOutObjects(f)
	if !slices.ContainsFunc(empty, func(o fyne.CanvasObject) bool {
		l, ok := o.(*widget.Label)
		return ok && l.Text == "Type something." && l.Visible()
	}) {
		t.Error("the sentence is not shown")
	}
	test.Type(w.Canvas().Focused(), "a")
	if _, top, _, foot := bounds(f); foot-top > 120 {
		t.Errorf("one result takes from %v to %v", top, foot)
	}
}

func TestGivenATitleThatFindsNoRoomThenItIsCutOffAndKeysStayLegible(t *testing.T) {
	w, _ := window(t, 1366, 768, 1)
	long := strings.Repeat("Õpilased vajavad tagasisidet ", 20)
	f := finder.Show(w.Canvas(), clock{}, "Look for", func(string, int) finder.Answer {
		r := plain(long)
		r.Title.Spans = []search.Span{{From: 0, To: len("Õpilased")}}
		r.Detail = search.Excerpt{Text: long}
		r.Keys = "Ctrl+Shift+P"
		return finder.Answer{Results: []finder.Result{r}}
	})
	type piece struct {
		text       string
		from, to   float32
		top, below float32
	}
	var pieces []piece
	for _, o := range test.LaidOutObjects(f) {
		if words, ok := o.(*canvas.Text); ok && words.Visible() && words.Text != "" {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(words)
			pieces = append(pieces, piece{words.Text, at.X, at.X + words.MinSize().Width, at.Y, at.Y + words.MinSize().Height})
		}
	}
	_, _, right, _ := bounds(f)
	var cut int
	for i, p := range pieces {
		if strings.HasSuffix(p.text, "…") {
			cut++
		}
		if p.to > right+1 {
			t.Errorf("%q ends at %v, the sheet at %v", p.text, p.to, right)
		}
		for _, q := range pieces[i+1:] {
			if p.from < q.to-1 && q.from < p.to-1 && p.top < q.below-6 && q.top < p.below-6 {
				t.Errorf("%q and %q lie over one another", p.text, q.text)
			}
		}
	}
	if cut != 2 || !slices.ContainsFunc(pieces, func(p piece) bool { return p.text == "Ctrl+Shift+P" }) {
		t.Errorf("drawn are %+v", pieces)
	}
}

func TestGivenTheKeyboardInTheEntryThenArrowsMoveTheSelectionAndHomeStaysInTheText(t *testing.T) {
	w, _ := window(t, 1366, 768, 1)
	taken := -1
	f := finder.Show(w.Canvas(), clock{}, "Look for", func(query string, _ int) finder.Answer {
		a := numbered("a", 0)
		for i := range a.Results {
			a.Results[i].Take = func() { taken = i }
		}
		a.Note = query
		return a
	})
	entry := w.Canvas().Focused().(*kit.Entry)
	test.Type(entry, "b")
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyHome} {
		entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	test.Type(entry, "a")
	if entry.Text != "ab" {
		t.Errorf("the text is %q", entry.Text)
	}
	if !slices.ContainsFunc(test.LaidOutObjects(f), func(o fyne.CanvasObject) bool {
		words, ok := o.(*canvas.Text)
		return ok && words.Text == "Result 0"
	}) {
		t.Error("after a new letter the best result is out of sight")
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn} {
		entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if taken < 5 || taken > 20 {
		t.Errorf("taken is %d; a new letter begins at the top, then go one and a page", taken)
	}
}

func TestGivenAFinderWhenItGoesThenWhatHadTheKeyboardHasItAgain(t *testing.T) {
	for name, end := range map[string]func(w fyne.Window, f *finder.Finder){
		"Esc": func(w fyne.Window, _ *finder.Finder) {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		},
		"Enter": func(w fyne.Window, _ *finder.Finder) {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		},
		"outside": func(w fyne.Window, _ *finder.Finder) { test.TapCanvas(w.Canvas(), fyne.NewPos(20, 740)) },
		"a tap": func(w fyne.Window, f *finder.Finder) {
			_, top, _, _ := bounds(f)
			test.TapCanvas(w.Canvas(), fyne.NewPos(600, top+80))
		},
		"Esc in the list": func(w fyne.Window, _ *finder.Finder) {
			w.Canvas().FocusNext()
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		},
	} {
		w, field := window(t, 1366, 768, 1)
		f := finder.Show(w.Canvas(), clock{}, "Look for", func(string, int) finder.Answer { return numbered("a", 0) })
		end(w, f)
		if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != field {
			t.Errorf("%s: on top is %v, the keyboard at %v", name, w.Canvas().Overlays().Top(), w.Canvas().Focused())
		}
	}
}

func TestGivenAClickWithinTheSheetThenTheKeyboardStaysInTheEntry(t *testing.T) {
	w, _ := window(t, 1366, 768, 1)
	f := finder.Show(w.Canvas(), clock{}, "Look for", numbered)
	entry := w.Canvas().Focused()
	_, top, right, _ := bounds(f)
	test.TapCanvas(w.Canvas(), fyne.NewPos(right+4, top+10))
	if w.Canvas().Overlays().Top() != f || w.Canvas().Focused() != entry {
		t.Errorf("the keyboard is at %v", w.Canvas().Focused())
	}
}

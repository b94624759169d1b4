package kit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// long is a page of many parts, each with a field, and the window that it is in.
type long struct {
	*uitest.Window
	t     *testing.T
	page  *kit.Page
	words []string // what the book has
}

func longPage(t *testing.T, count int) *long {
	l := &long{Window: uitest.For(t, uitest.Options{At: "keys"}), t: t}
	for i := range count {
		l.words = append(l.words, fmt.Sprintf("words %d", i))
	}
	l.page = kit.NewPage(l.Shell, func(w *kit.Widgets) kit.View {
		v := kit.View{Title: "Many", Trail: []kit.Crumb{{Text: "Start", Open: func() {}}, {Text: "Many"}},
			Actions: []fyne.CanvasObject{w.Button("foot", "Go on", func() {})}}
		var rows []fyne.CanvasObject
		for i, words := range l.words {
			rows = append(rows, w.Lazy(fmt.Sprint("part", i), 90, func() fyne.CanvasObject { return l.part(w, i, words) }))
		}
		v.Body = []fyne.CanvasObject{kit.Panel(rows...)}
		return v
	})
	l.Fill(l.page.Content())
	return l
}

func (l *long) part(w *kit.Widgets, i int, words string) fyne.CanvasObject {
	objects := []fyne.CanvasObject{}
	for n := range i % 5 { // some are higher than others
		objects = append(objects, kit.Text(fmt.Sprint("above ", i, " ", n)))
	}
	return kit.Column(append(objects, w.Line(l.key(i), "", words, func(text string) (app.Edit, error) {
		if strings.Contains(text, "bad") {
			return app.Edit{}, app.Invalid("test", app.Say("error.date"))
		}
		l.words[i] = text
		l.page.Refresh() // as after an edit
		return app.Edit{}, nil
	}))...)
}

func (l *long) key(i int) string { return fmt.Sprint("field", i) }

// there tells whether the field of a part is on the page.
func (l *long) there(i int) bool { return l.field(i) != nil }

func (l *long) field(i int) *kit.Entry {
	for _, e := range l.entries() {
		if e.Text == l.words[i] {
			return e
		}
	}
	return nil
}

func (l *long) entries() []*kit.Entry {
	var all []*kit.Entry
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Entry:
			all = append(all, o)
		case *fyne.Container:
			for _, inside := range o.Objects {
				walk(inside)
			}
		case fyne.Widget:
			for _, inside := range test.WidgetRenderer(o).Objects() {
				walk(inside)
			}
		}
	}
	walk(l.page.Content())
	return all
}

// scroll turns the wheel over the page: down when by is negative.
func (l *long) scroll(by float32) {
	test.Scroll(l.Canvas(), fyne.NewPos(10, 400), 0, by)
}

func (l *long) tab(back bool) *kit.Entry {
	if back {
		l.Canvas().FocusPrevious()
	} else {
		l.Canvas().FocusNext()
	}
	e, _ := l.Canvas().Focused().(*kit.Entry)
	return e
}

func place(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}

func TestAPageThatIsNotLongIsBuiltAsAWhole(t *testing.T) {
	l := longPage(t, 12)
	for range 2 {
		if n := len(l.entries()); n != 12 {
			t.Errorf("%d of 12 parts are built", n)
		}
		l.page.Refresh()
	}
}

func TestALongPageIsBuiltWhereItIsSeen(t *testing.T) {
	// given a page of 150 parts
	l := longPage(t, 150)
	if n := len(l.entries()); n == 150 || !l.there(0) || !l.there(8) || l.there(100) {
		t.Fatalf("%d parts are built", n)
	}
	// when it is drawn anew, then only what is near is
	l.page.Refresh()
	if n := len(l.entries()); n > 40 || !l.there(0) || !l.there(8) {
		t.Errorf("%d parts are drawn anew", n)
	}
	// when it is scrolled to its end in steps, then there is always something to see
	for range 100 {
		l.scroll(-200)
		seen := 0
		for _, e := range l.entries() {
			if y := place(e); y > 60 && y < 700 {
				seen++
			}
		}
		if seen < 3 {
			t.Fatalf("only %d fields are seen", seen)
		}
	}
	if e := l.field(149); e == nil || place(e) > 700 {
		t.Error("the end is not reached")
	}
	l.page.Refresh()
	if l.there(50) || !l.there(149) {
		t.Error("it is not drawn where it is scrolled to")
	}
}

// What is seen stays where it is, though what is built above has another height than was thought.
func TestWhatIsSeenDoesNotJumpWhenPartsAboveAreBuilt(t *testing.T) {
	l := longPage(t, 300)
	l.page.Refresh()
	l.scroll(-1e6) // to the end, over what was never built
	for range 100 {
		var seen *kit.Entry
		for _, e := range l.entries() {
			if y := place(e); y > 150 && y < 400 {
				seen = e
			}
		}
		if seen == nil {
			t.Fatal("nothing is seen")
		}
		before := place(seen)
		l.scroll(60)
		if moved := place(seen) - before; moved < 59 || moved > 61 {
			t.Fatalf("what is seen moved by %v instead of 60", moved)
		}
	}
}

func TestTabReachesAllPartsForthAndBack(t *testing.T) {
	l := longPage(t, 70)
	l.page.Refresh()
	// when Tab is pressed from the first field on, then it comes by each
	l.Canvas().Focus(l.field(0))
	for i := 1; i < 70; i++ {
		if e := l.tab(false); e == nil || e.Text != l.words[i] {
			t.Fatalf("after %q Tab leads to %T", l.words[i-1], l.Canvas().Focused())
		}
		if i%7 == 0 {
			l.page.Refresh()
		}
	}
	// when it is drawn at its top and left by the foot, then Shift+Tab comes by each again
	l.Canvas().Focus(l.page.Widgets().Lookup(l.key(0)).(*kit.Field).Entry)
	l.Canvas().Focus(l.page.Widgets().Lookup("foot").(*kit.Button))
	l.page.Refresh()
	for i := 69; i >= 0; i-- {
		if e := l.tab(true); e == nil || e.Text != l.words[i] {
			t.Fatalf("Shift+Tab misses %q", l.words[i])
		}
		if i%7 == 0 {
			l.page.Refresh()
		}
	}
	// when it is drawn at its end, then Tab comes from what is above it to the first
	l.Canvas().Focus(l.page.Widgets().Lookup(l.key(69)).(*kit.Field).Entry)
	l.Canvas().Focus(l.page.Widgets().Lookup("kit.trail.0").(fyne.Focusable))
	l.scroll(-1e6)
	l.page.Refresh()
	if e := l.tab(false); e == nil || e.Text != l.words[0] {
		t.Error("Tab misses the first from the top")
	}
}

func TestTheKeyboardIsKeptThoughItsFieldIsScrolledAway(t *testing.T) {
	l := longPage(t, 300)
	l.page.Refresh()
	field := l.field(2)
	l.Canvas().Focus(field)
	l.scroll(-1e6)
	l.page.Refresh()
	if l.Canvas().Focused() != fyne.Focusable(field) || l.field(2) != field {
		t.Fatal("the field that has the keyboard is gone")
	}
	// when Tab is pressed, then what comes after it is reached and seen
	if e := l.tab(false); e == nil || e.Text != l.words[3] || place(e) < 0 || place(e) > 700 {
		t.Error("Tab does not lead on from there")
	}
}

func TestWordsThatAreNotSavedAreKeptThoughTheyAreScrolledAway(t *testing.T) {
	l := longPage(t, 300)
	l.page.Refresh()
	// given words that cannot be taken, and words that are not taken yet
	bad, typed := l.field(1), l.field(3)
	test.Type(bad, "bad ")
	l.Runner.Advance(time.Minute)
	l.scroll(-1e6)
	test.Type(typed, "new ")
	// when the page is drawn anew far from both
	l.page.Refresh()
	l.page.Refresh()
	// then what was typed is saved
	l.Runner.Advance(time.Minute)
	if l.words[3] != "new words 3" {
		t.Errorf("the book has %q", l.words[3])
	}
	// and what could not be is still in its field, and is told when the page is left
	if err := l.page.Leave(); app.KindOf(err) != app.KindInvalid {
		t.Errorf("leaving says %v", err)
	}
	l.scroll(1e6)
	l.page.Refresh()
	if !strings.Contains(bad.Text, "bad") || l.page.Widgets().Lookup(l.key(1)).(*kit.Field).Entry != bad {
		t.Error("the words are lost")
	}
}

func TestWhatIsNotBuiltIsFoundByItsKey(t *testing.T) {
	l := longPage(t, 300)
	l.page.Refresh()
	l.page.Widgets().To(l.key(200))()
	e, ok := l.Canvas().Focused().(*kit.Entry)
	if !ok || e.Text != l.words[200] || place(e) < 0 || place(e) > 700 {
		t.Fatalf("the keyboard is at %T", l.Canvas().Focused())
	}
	if l.page.Widgets().Lookup("nowhere") != nil {
		t.Error("something is found that is not there")
	}
}

// A key that leads away from a field with new words saves them, which draws the page before the keyboard has arrived.
func TestTheKeyboardArrivesThoughLeavingAFieldDrawsThePageAnew(t *testing.T) {
	l := longPage(t, 300)
	l.page.Refresh()
	first := l.page.Widgets().Lookup(l.key(0)).(*kit.Field)
	l.Canvas().Focus(first.Entry)
	test.Type(first.Entry, "new ")
	l.page.Widgets().To(l.key(200))()
	if l.words[0] != "new words 0" {
		t.Fatalf("the book has %q", l.words[0])
	}
	if e, ok := l.Canvas().Focused().(*kit.Entry); !ok || e != l.field(200) {
		t.Fatalf("the keyboard is at %T", l.Canvas().Focused())
	}
}

// Given a school ten times as large as the sample, when what was changed is scrolled away and undone, then it is as before.
func TestUndoReachesWhatIsNotBuilt(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "planning", Records: tenfold(t)})
	var last app.Need
	for n := range w.Book().Needs.All() {
		last = n
	}
	key := "planning.need." + last.RecordID()
	uitest.Must(t, w.Type(key, "Something else"))
	uitest.Must(t, w.Go("keys"))
	w.Shell.Back()
	w.Shell.Enter(screen.Route{Area: screen.Planning})
	w.Shell.Current().Refresh()
	w.Shell.Undo()
	if got := w.Field(key).Entry.Text; got != last.Text {
		t.Errorf("the field holds %q, want %q", got, last.Text)
	}
}

func tenfold(t *testing.T) []app.Record {
	words, err := translations.New("en")
	uitest.Must(t, err)
	return sample.Large(words, 10)
}

package kit

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/ui/theme"
)

// shownSiblings is a list of twenty of which one is on show, at a height.
func shownSiblings(t *testing.T, here int, height float32) (*siblings, *Siblings) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	s, list := newSiblings(nil), &Siblings{Title: "Questions"}
	for i := range 20 {
		list.List = append(list.List, Sibling{Mark: strconv.Itoa(i), Text: "Question", Here: i == here, Open: func() {}})
	}
	s.show(list)
	s.width(theme.Units(asideBeside))
	s.resize(height)
	return s, list
}

func (s *siblings) resize(height float32) {
	s.object.Resize(fyne.NewSize(siblingsWidth, height))
	s.settle()
}

// whole tells whether row i is seen from head to foot.
func (s *siblings) whole(i int) bool {
	top := float32(i)*s.list.rowHeight() - s.list.scroll.Offset.Y
	return top >= 0 && top+s.list.rowHeight() <= s.list.scroll.Size().Height
}

func TestWhenAPageOpensThenItsEntryIsSeenBetweenItsNeighbours(t *testing.T) {
	for _, height := range []float32{330, 600, 1400} {
		for _, here := range []int{0, 1, 5, 6, 11, 18, 19} {
			s, _ := shownSiblings(t, here, height)
			for i := max(0, here-1); i <= min(19, here+1); i++ {
				if !s.whole(i) {
					t.Errorf("%v high, %d on show: %d is not seen whole, scrolled to %v", height, here, i, s.list.scroll.Offset.Y)
				}
			}
		}
	}
}

func TestWhereThereIsRoomForOneAloneThenTheEntryOnShowIsSeen(t *testing.T) {
	if s, _ := shownSiblings(t, 9, 120); !s.whole(9) {
		t.Errorf("it is not seen whole, scrolled to %v of rows %v high", s.list.scroll.Offset.Y, s.list.rowHeight())
	}
}

func TestGivenAListThatWasScrolledWhenThePageIsDrawnAnewOrSizedThenItStays(t *testing.T) {
	s, list := shownSiblings(t, 15, 600)
	s.list.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 200)})
	want := s.list.scroll.Offset.Y
	s.show(list)
	s.settle()
	s.resize(500)
	if got := s.list.scroll.Offset.Y; got != want {
		t.Errorf("it jumps from %v to %v", want, got)
	}
}

func TestGivenAListAsItOpenedWhenTheWindowGetsLowerThenItsEntryIsStillSeen(t *testing.T) {
	s, _ := shownSiblings(t, 9, 700)
	if s.resize(300); !s.whole(9) {
		t.Errorf("it is not seen whole, scrolled to %v", s.list.scroll.Offset.Y)
	}
}

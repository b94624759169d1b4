package ballotbox

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/app/ballot"
	"waymark/translations"
	"waymark/ui/room"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// host is a shell that knows a language and where the keyboard is.
type host struct {
	screen.Host
	words *translations.Printer
	focus fyne.Focusable
}

func (h *host) Words() *translations.Printer { return h.words }
func (h *host) Focus(w fyne.Focusable)       { h.focus = w }

func shell(t testing.TB, language string) *host {
	t.Helper()
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	return &host{words: words}
}

var grades = []string{"cannot live with it", "would rather not", "can live with it", "like it", "carry it"}

func themes(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = "Theme " + string(rune('A'+i))
	}
	return names
}

func (b *Box) types(text string) {
	for _, r := range text {
		switch r {
		case '\n':
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		case '\b':
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		default:
			b.TypedRune(r)
		}
	}
}

// reads is everything that the box shows, on a page and on the wall.
func (b *Box) reads() string {
	return fmt.Sprintf("%+v\n%s\n%+v\n%s", b.View(), b.Title(), b.Points(), b.Foot())
}

func TestGivenEightPeopleOnAScaleThenEightDigitsSpaceAndEnterAreAll(t *testing.T) {
	var kept []ballot.Result
	b := New(shell(t, "en"), Question{Options: grades, Present: 8, Keep: func(r ballot.Result) error {
		kept = append(kept, r)
		return nil
	}})
	keys := "34425343" + " " + "\n"
	b.types(keys)
	if len(keys) != 10 || len(kept) != 1 || !slices.Equal(kept[0].Counts, []int{0, 1, 3, 3, 1}) {
		t.Fatalf("%d keys kept %+v", len(keys), kept)
	}
	if b.Loses() != "" {
		t.Errorf("what is kept cannot be lost: %s", b.Loses())
	}
	b.types("\n")
	if len(kept) != 1 {
		t.Error("Enter kept the same result twice")
	}
}

func TestGivenDotsThenTheNumbersOfAPersonAndEnterAreAll(t *testing.T) {
	for _, c := range []struct {
		options, dots int
		typed         string
		counts        map[int]int
	}{
		{5, 3, "112\n3\n", map[int]int{1: 2, 2: 1, 3: 1}},
		{5, 3, "1, 1, 2\n", map[int]int{1: 2, 2: 1}},
		{20, 5, "3 12 12 1 2\n", map[int]int{1: 1, 2: 1, 3: 1, 12: 2}},
		{20, 5, "371220\n", map[int]int{3: 1, 7: 1, 12: 1, 20: 1}}, // where a number can only end
		{20, 2, "1\b20\n", map[int]int{20: 1}},
		{12, 3, "10 1,1\n", map[int]int{10: 1, 1: 2}},
	} {
		b := New(shell(t, "en"), Question{Options: themes(c.options), Dots: c.dots})
		b.types(c.typed + " ")
		r, err := b.ballot.Reveal()
		if err != nil {
			t.Fatalf("%q: %v (%s)", c.typed, err, b.View().Problem)
		}
		for i, n := range r.Counts {
			if n != c.counts[i+1] {
				t.Errorf("%q: option %d has %d, want %d", c.typed, i+1, n, c.counts[i+1])
			}
		}
	}
}

func TestGivenBadInputThenOneSentenceSaysSoAndNothingIsLost(t *testing.T) {
	for _, language := range translations.Languages() {
		for name, c := range map[string]struct {
			question Question
			typed    string
			want     app.Text
			votes    int
		}{
			"more dots than given":    {Question{Options: themes(5), Dots: 2}, "12\n123", app.Say("ballot.error.dots", "count", 2), 1},
			"no such theme":           {Question{Options: themes(5), Dots: 2}, "12\n6", app.Say("ballot.error.option", "highest", 5), 1},
			"theme nought":            {Question{Options: themes(12), Dots: 2}, "1 0", app.Say("ballot.error.option", "highest", 12), 0},
			"too many on one":         {Question{Options: themes(5), Dots: 3, AtMost: 1}, "11", app.Say("ballot.error.most", "count", 1), 0},
			"an empty vote":           {Question{Options: themes(5), Dots: 2}, "\n", app.Say("ballot.error.empty"), 0},
			"an empty vote on scale":  {Question{Options: grades}, "3\n", app.Say("ballot.error.empty"), 1},
			"above the scale":         {Question{Options: grades}, "36", app.Say("ballot.error.scale", "highest", 5), 1},
			"nought on a scale":       {Question{Options: grades}, "30", app.Say("ballot.error.scale", "highest", 5), 1},
			"somebody votes twice":    {Question{Options: grades, Present: 2}, "335", app.Say("ballot.error.twice", "count", 2), 2},
			"fewer than have voted":   {Question{Options: grades, Present: 2}, "33-", app.Say("ballot.error.fewer", "count", 2), 2},
			"reveal of nothing":       {Question{Options: grades}, " ", app.Say("ballot.error.nobody"), 0},
			"nothing to take back":    {Question{Options: grades}, "\b", app.Say("ballot.error.nothing"), 0},
			"two to take back":        {Question{Options: grades}, "334\b\b", app.Say("ballot.error.only_last"), 2},
			"more hands than people":  {Question{Options: grades, Present: 4}, "mm3\n2\n", app.Say("ballot.error.more_hands", "count", 4), 3},
			"a thousand hands":        {Question{Options: grades}, "mm1000", app.Say("ballot.error.hands"), 0},
			"another way half typed":  {Question{Options: themes(5), Dots: 2}, "1m", app.Say("ballot.typing"), 0},
			"a late vote taken back":  {Question{Options: grades}, "33 \b", app.Say("ballot.error.ended"), 2},
			"a late vote on a result": {Question{Options: grades}, "33 5", app.Text{}, 2},
		} {
			h := shell(t, language)
			b := New(h, c.question)
			b.types(c.typed)
			want := ""
			if c.want.Key != "" {
				want = h.words.Text(c.want)
			}
			if v := b.View(); v.Problem != want || b.Wrong() != want || b.ballot.Votes() != c.votes {
				t.Errorf("%s, %s: %q, want %q; %d votes, want %d", language, name, v.Problem, want, b.ballot.Votes(), c.votes)
			}
		}
	}
}

// Given two boxes in which people voted differently, then until the reveal nothing on the page or the wall tells them apart,
// whatever is half typed, and after it everything does.
func TestGivenVotesThenNothingShowsThemBeforeTheReveal(t *testing.T) {
	for _, language := range translations.Languages() {
		for _, c := range []struct {
			question   Question
			one, other string
		}{
			{Question{Options: grades, Present: 4}, "111", "545"},
			{Question{Options: themes(9), Dots: 3, Present: 4}, "111\n22", "789\n93"},
			{Question{Options: themes(20), Dots: 3}, "1 13 5\n7 19", "9 20 2\n8 10"},
			{Question{Options: grades}, "111\b", "545\b"},
			{Question{Options: grades, Present: 9}, "mm2\n1\n", "mm1\n2\n"},
		} {
			one, other := New(shell(t, language), c.question), New(shell(t, language), c.question)
			for i := range c.one {
				one.types(c.one[i : i+1])
				other.types(c.other[i : i+1])
				if one.way != Hands && one.reads() != other.reads() {
					t.Fatalf("%s, %q and %q after %d keys:\n%s\nand\n%s", language, c.one, c.other, i+1, one.reads(), other.reads())
				}
			}
			if one.reads() != other.reads() {
				t.Errorf("%s, %q and %q:\n%s\nand\n%s", language, c.one, c.other, one.reads(), other.reads())
			}
			one.types("\n ")
			other.types("\n ")
			one.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if one.reads() == other.reads() {
				t.Errorf("%s, %q: the reveal shows nothing", language, c.one)
			}
		}
	}
}

func TestGivenSeveralNumbersTypedThenOnlyDotsAreSeen(t *testing.T) {
	b := New(shell(t, "en"), Question{Options: themes(20), Dots: 3})
	b.types("19 7")
	if v := b.View(); v.Entry != "Your vote: ● ● ○" {
		t.Errorf("%q", v.Entry)
	}
	b.types("\n")
	if v := b.View(); v.Entry != "" || len(b.entry) != 0 || slices.Max(b.entry[:cap(b.entry)]) != 0 {
		t.Errorf("the vote is still in memory: %v, %q", b.entry[:cap(b.entry)], v.Entry)
	}
}

func TestGivenTheResultThenItIsSaidInWords(t *testing.T) {
	scale := New(shell(t, "en"), Question{Options: grades[:4], Present: 8})
	scale.types("12223334 ")
	got := scale.Points()
	if last := got[4].Text; last != "8 people voted · middle between 2 and 3 · spread 1–4 · far apart: hear 1 and 4 first" {
		t.Errorf("%q", last)
	}
	if got[1].Text != "would rather not" || got[1].Aside != "●●● 3" || !got[1].Strong || got[0].Strong {
		t.Errorf("%+v", got[:2])
	}
	dots := New(shell(t, "en"), Question{Options: themes(4), Dots: 2})
	dots.types("12\n12\n4\n ")
	if v := dots.View(); !slices.Equal(v.Findings, []string{"The same, 2 dots each: Theme A, Theme B", "1 dot was not used"}) {
		t.Errorf("%q", v.Findings)
	}
	// when they vote again
	dots.types("v11\n ")
	if v := dots.View(); v.Options[1].Before != "(before: 2)" || v.Options[0].Count != 2 {
		t.Errorf("%+v", v.Options)
	}
	// when a second round is begun by mistake, then Backspace leads back to the result
	dots.types("v\b")
	if v := dots.View(); !v.Revealed || v.Options[0].Count != 2 {
		t.Errorf("%+v", v)
	}
}

func TestGivenHandsThenEachOptionIsCountedInTurn(t *testing.T) {
	b := New(shell(t, "en"), Question{Options: grades, Present: 6})
	b.types("mm")
	if v := b.View(); !v.Options[0].Here || v.Entry != "Hands for 1: …" {
		t.Errorf("%+v", v)
	}
	b.types("\n1\n3\n")
	if v := b.View(); v.Options[0].Done || !v.Options[1].Done || !v.Options[3].Here || v.Progress != "Votes in: ● ● ● ● ○ ○" {
		t.Errorf("%+v", v)
	}
	b.types("\b2\n2\n1\n ") // the third is counted anew
	r, err := b.ballot.Reveal()
	if err != nil || !slices.Equal(r.Counts, []int{0, 1, 2, 2, 1}) {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestGivenVotesWhenLeavingThenItSaysWhatIsLostAndOnceMoreLeaves(t *testing.T) {
	b := New(shell(t, "en"), Question{Options: grades})
	if !b.MayLeave() {
		t.Error("nothing was cast, and one cannot leave")
	}
	b.types("33")
	if b.MayLeave() || b.View().Problem != "Leaving now loses the 2 votes that are in. Once more leaves." {
		t.Errorf("%q", b.View().Problem)
	}
	b.types("4")
	if b.MayLeave() {
		t.Error("somebody voted since, and it was not told anew")
	}
	if !b.MayLeave() {
		t.Error("it was told, and one cannot leave")
	}
	b.types(" ")
	if b.MayLeave() || !strings.Contains(b.View().Problem, "loses the result") {
		t.Errorf("%q", b.View().Problem)
	}
	b.types("v")
	if b.Loses() == "" {
		t.Error("the first result is not kept and can be lost")
	}
}

// Given the most themes there are, with long names, then on the wall all of them are seen at once before and after the reveal,
// no two on each other, and nothing tells the votes apart before it.
func TestGivenTwentyThemesThenTheWallShowsAllAtOnce(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	names := themes(20)
	for i := range names {
		names[i] += " for every pupil and teacher in the school"
	}
	size := fyne.NewSize(910, 500)
	read := func(typed string) (words string) {
		b := New(shell(t, "en"), Question{Options: names, Dots: 5})
		b.types(typed)
		o := b.Live().(room.Drawn).Draw(768.0 / 36)
		o.Resize(size)
		marks := 0
		for _, o := range o.(*fyne.Container).Objects {
			text, ok := o.(*canvas.Text)
			if !ok {
				continue
			}
			words += text.Text + "\n"
			if text.TextStyle.Bold && len(text.Text) <= 2 {
				marks++
			}
			if end := text.Position().Add(text.MinSize()); end.X > size.Width+1 || end.Y > size.Height+8 {
				t.Errorf("%q ends at %v", text.Text, end)
			}
		}
		if marks < 20 {
			t.Errorf("%d options are seen", marks)
		}
		return words
	}
	if one, other := read("1 2 3 4 5\n1"), read("20 19 18 17 16\n9"); one != other {
		t.Errorf("%s\nand\n%s", one, other)
	}
	if got := read("1 2 3 4 5\n1 1\n "); !strings.Contains(got, "2 people voted") {
		t.Errorf("%s", got)
	}
}

func TestGivenAResultThatCannotBeKeptThenItSaysSoAndTheResultIsStillThere(t *testing.T) {
	full := true
	b := New(shell(t, "en"), Question{Options: grades, Keep: func(ballot.Result) error {
		if full {
			return &app.Error{Op: "keep", Kind: app.KindFull, Text: app.Say("error.internal"), Err: errors.New("no room")}
		}
		return nil
	}})
	b.types("33 \n")
	if v := b.View(); v.Problem == "" || v.Kept || !v.Revealed || b.Loses() == "" {
		t.Errorf("%+v", v)
	}
	full = false
	b.types("\n")
	if v := b.View(); v.Problem != "" || !v.Kept {
		t.Errorf("%+v", v)
	}
}

func TestKeysThatAVoteDoesNotNeedAreTheSurfaces(t *testing.T) {
	b := New(shell(t, "en"), Question{Options: grades})
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyEscape, fyne.KeyTab} {
		if b.TypedKey(&fyne.KeyEvent{Name: key}) {
			t.Errorf("%s was used", key)
		}
	}
	for _, r := range "bBhHtT?." {
		if b.TypedRune(r) {
			t.Errorf("%c was used", r)
		}
	}
}

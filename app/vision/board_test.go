package vision_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/vision"
)

// lying writes a board as lists of texts: the free ideas under "", the others under the name of their theme.
func lying(b *app.Book) map[string][]string {
	all := map[string][]string{}
	list := func(name string, ideas []app.Idea) {
		for _, i := range ideas {
			all[name] = append(all[name], i.Text)
		}
	}
	board := vision.BoardOf(b, cycle.ID)
	list("", board.Free)
	for _, c := range board.Columns {
		list(c.Theme.Name, c.Ideas)
	}
	return all
}

// newBoard returns a book with a theme for each name and ideas in it, and those without a theme under "".
func newBoard(t testing.TB, names []string, ideas map[string]string) (*app.Book, map[string]app.ID[app.Theme]) {
	t.Helper()
	b, themes := newBook(t), map[string]app.ID[app.Theme]{}
	for _, name := range names {
		edit, theme, err := vision.AddTheme(b, cycle.ID, name)
		do(t, b, edit, err)
		themes[name] = theme.ID
	}
	for _, name := range append([]string{""}, names...) {
		if ideas[name] != "" {
			edit, err := vision.AddIdeasTo(b, cycle.ID, vision.From{Theme: themes[name]}, ideas[name])
			do(t, b, edit, err)
		}
	}
	return b, themes
}

func ideaOf(t testing.TB, b *app.Book, text string) app.Idea {
	t.Helper()
	for i := range b.Ideas.All() {
		if i.Text == text {
			return i
		}
	}
	t.Fatalf("there is no idea %q", text)
	return app.Idea{}
}

func TestAnIdeaIsMovedToItsPlace(t *testing.T) {
	for _, c := range []struct {
		idea, theme string
		at          int
		want        map[string][]string
		changes     int
	}{
		{"a", "X", 0, map[string][]string{"": {"b", "c"}, "X": {"a", "x", "y", "z"}}, 1},
		{"a", "X", 3, map[string][]string{"": {"b", "c"}, "X": {"x", "y", "z", "a"}}, 1},
		{"a", "X", 99, map[string][]string{"": {"b", "c"}, "X": {"x", "y", "z", "a"}}, 1},
		{"a", "X", 1, map[string][]string{"": {"b", "c"}, "X": {"x", "a", "y", "z"}}, 2},
		{"y", "", -1, map[string][]string{"": {"y", "a", "b", "c"}, "X": {"x", "z"}}, 4},
		{"z", "X", 0, map[string][]string{"": {"a", "b", "c"}, "X": {"z", "x", "y"}}, 3},
		{"x", "X", 1, map[string][]string{"": {"a", "b", "c"}, "X": {"y", "x", "z"}}, 2},
		{"x", "X", 0, map[string][]string{"": {"a", "b", "c"}, "X": {"x", "y", "z"}}, 0},
	} {
		b, themes := newBoard(t, []string{"X"}, map[string]string{"": "a\nb\nc", "X": "x\ny\nz"})
		edit, err := vision.MoveIdea(b, ideaOf(t, b, c.idea).ID, themes[c.theme], c.at)
		do(t, b, edit, err)
		if diff := cmp.Diff(c.want, lying(b)); diff != "" {
			t.Errorf("%s to %q %d: %s", c.idea, c.theme, c.at, diff)
		}
		if len(edit.Changes) > c.changes || edit.Label.Key != "edit.move" {
			t.Errorf("%s to %q %d: %d changes, called %v", c.idea, c.theme, c.at, len(edit.Changes), edit.Label)
		}
	}
}

func TestWhatIsNotThereIsNotMoved(t *testing.T) {
	b, themes := newBoard(t, []string{"X"}, map[string]string{"": "a"})
	a := ideaOf(t, b, "a").ID
	for name, try := range map[string]func() (app.Edit, error){
		"idea":        func() (app.Edit, error) { return vision.MoveIdea(b, "gone", themes["X"], 0) },
		"theme":       func() (app.Edit, error) { return vision.MoveIdea(b, a, "gone", 0) },
		"into itself": func() (app.Edit, error) { return vision.MergeThemes(b, themes["X"], themes["X"]) },
		"merge":       func() (app.Edit, error) { return vision.MergeIdeas(b, a, a) },
		"part":        func() (app.Edit, error) { return vision.PartIdea(b, "gone") },
		"split":       func() (app.Edit, error) { return vision.SplitTheme(b, themes["X"], []app.ID[app.Idea]{a}, "Y") },
		"add":         func() (app.Edit, error) { return vision.AddIdeasTo(b, cycle.ID, vision.From{Theme: "gone"}, "x") },
		"answer":      func() (app.Edit, error) { return vision.AddIdeasTo(b, cycle.ID, vision.From{Question: "gone"}, "x") },
		"draft":       func() (app.Edit, error) { return vision.Choose(b, "gone") },
	} {
		if edit, err := try(); app.KindOf(err) != app.KindConflict || !edit.Empty() {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !vision.RemoveTheme(b, "gone").Empty() || !vision.MoveTheme(b, "gone", 1).Empty() || !vision.MoveQuestion(b, "gone", 1).Empty() {
		t.Error("what is not there was changed")
	}
}

func TestThemesAreMergedWithTheirDots(t *testing.T) {
	b, themes := newBoard(t, []string{"X", "Y", "Z"}, map[string]string{"X": "x1\nx2", "Y": "y1", "Z": "z"})
	edit, err := vision.RecordDots(b, cycle.ID, cycle.Start, 3, []app.ID[app.Theme]{themes["X"], themes["Y"], themes["Z"]}, []int{4, 3, 2}, 3)
	do(t, b, edit, err)
	edit, err = vision.RecordDots(b, cycle.ID, cycle.Start, 3, []app.ID[app.Theme]{themes["X"], themes["Z"]}, []int{5, 4}, 3)
	do(t, b, edit, err)
	edit, err = vision.MergeThemes(b, themes["X"], themes["Y"])
	do(t, b, edit, err)
	if diff := cmp.Diff(map[string][]string{"Y": {"y1", "x1", "x2"}, "Z": {"z"}}, lying(b)); diff != "" {
		t.Error(diff)
	}
	votes := vision.Votes(b, cycle.ID)
	if dots := vision.DotsOf(b, votes[0].ID); dots[themes["Y"]] != 7 || dots[themes["Z"]] != 2 || len(dots) != 2 {
		t.Errorf("first round: %v", dots)
	}
	if dots := vision.DotsOf(b, votes[1].ID); dots[themes["Y"]] != 5 || len(dots) != 2 {
		t.Errorf("second round: %v", dots)
	}
}

func TestAThemeIsSplit(t *testing.T) {
	b, themes := newBoard(t, []string{"X", "Y"}, map[string]string{"X": "1\n2\n3", "Y": "4"})
	ids := func(texts ...string) (ids []app.ID[app.Idea]) {
		for _, text := range texts {
			ids = append(ids, ideaOf(t, b, text).ID)
		}
		return ids
	}
	for key, c := range map[string]struct {
		ideas []app.ID[app.Idea]
		name  string
	}{"error.split_none": {nil, "New"}, "error.split_all": {ids("1", "2", "3"), "New"}, "error.empty_text": {ids("1"), " "}} {
		if _, err := vision.SplitTheme(b, themes["X"], c.ideas, c.name); app.Sentence(err).Key != key {
			t.Errorf("%s: %v", key, err)
		}
	}
	edit, err := vision.SplitTheme(b, themes["X"], ids("3", "1"), "New")
	do(t, b, edit, err)
	if diff := cmp.Diff(map[string][]string{"X": {"2"}, "New": {"1", "3"}, "Y": {"4"}}, lying(b)); diff != "" {
		t.Error(diff)
	}
	var names []string
	colours := map[int]bool{}
	for _, theme := range vision.Themes(b, cycle.ID) {
		names, colours[theme.Colour] = append(names, theme.Name), true
	}
	if !slices.Equal(names, []string{"X", "New", "Y"}) || len(colours) != 3 {
		t.Errorf("themes %v in %d colours", names, len(colours))
	}
}

func TestARemovedThemeLeavesItsIdeasAndTakesItsDots(t *testing.T) {
	b, themes := newBoard(t, []string{"X", "Y"}, map[string]string{"": "free", "X": "x", "Y": "y"})
	edit, err := vision.RecordDots(b, cycle.ID, cycle.Start, 1, []app.ID[app.Theme]{themes["X"], themes["Y"]}, []int{1, 1}, 2)
	do(t, b, edit, err)
	removal := vision.RemoveTheme(b, themes["X"])
	do(t, b, removal, nil)
	if diff := cmp.Diff(map[string][]string{"": {"free", "x"}, "Y": {"y"}}, lying(b)); diff != "" {
		t.Error(diff)
	}
	if b.DotCounts.Len() != 1 || removal.Label.Key != "edit.remove" {
		t.Errorf("%d counts are left by %v", b.DotCounts.Len(), removal.Label)
	}
}

func TestMergedIdeasKeepEachWordingOnce(t *testing.T) {
	b, themes := newBoard(t, []string{"X"}, map[string]string{"": "calm\ncalm mornings\ncalm", "X": "calm starts"})
	ideas := vision.Ideas(b, cycle.ID)
	for _, other := range ideas[1:] {
		edit, err := vision.MergeIdeas(b, ideas[0].ID, other.ID)
		do(t, b, edit, err)
	}
	merged := vision.Ideas(b, cycle.ID)
	if len(merged) != 1 || merged[0].Text != "calm" || merged[0].Also != "calm mornings\ncalm starts" || merged[0].Theme != themes["X"] {
		t.Fatalf("merged: %+v", merged)
	}
	edit, err := vision.PartIdea(b, ideas[0].ID)
	do(t, b, edit, err)
	if diff := cmp.Diff(map[string][]string{"X": {"calm", "calm mornings", "calm starts"}}, lying(b)); diff != "" {
		t.Error(diff)
	}
	if _, err := vision.PartIdea(b, ideas[0].ID); app.Sentence(err).Key != "error.one_wording" {
		t.Errorf("parted again: %v", err)
	}
}

func TestIdeasKeepWhereTheyComeFrom(t *testing.T) {
	b, themes := newBoard(t, []string{"X"}, nil)
	edit, err := vision.AddQuestion(b, cycle.ID, "What for?")
	do(t, b, edit, err)
	question := vision.Questions(b, cycle.ID)[0].ID
	edit, err = vision.AddIdeasTo(b, cycle.ID, vision.From{Question: question, Role: " parent\n", Theme: themes["X"]}, "● to learn")
	do(t, b, edit, err)
	if i := ideaOf(t, b, "to learn"); i.Question != question || i.Role != "parent" || i.Theme != themes["X"] {
		t.Errorf("the idea is %+v", i)
	}
}

// TestNothingIsLostWhateverIsDoneToTheBoard moves, merges, splits and removes at random. No wording is ever lost or there
// twice, columns stay in order, and taking everything back gives the book as it was.
func TestNothingIsLostWhateverIsDoneToTheBoard(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b, _ := newBoard(t, []string{"X", "Y", "Z"}, map[string]string{"": "1\n2\n3\n4\n5", "X": "6\n7\n8", "Y": "9\n10"})
		history := app.NewHistory(b, memory{}, time.Now)
		wordings := []string{"1", "10", "2", "3", "4", "5", "6", "7", "8", "9"}
		states := [][]app.Record{slices.Collect(b.Records())}
		for step := range rapid.IntRange(1, 25).Draw(r, "steps") {
			ideas, themes := vision.Ideas(b, cycle.ID), vision.Themes(b, cycle.ID)
			idea := func(label string) app.ID[app.Idea] { return rapid.SampledFrom(ideas).Draw(r, label).ID }
			theme := func(label string) app.ID[app.Theme] {
				return rapid.SampledFrom(append([]app.Theme{{}}, themes...)).Draw(r, label).ID
			}
			var edit app.Edit
			var err error
			switch rapid.IntRange(0, 9).Draw(r, "what") {
			case 0:
				edit, err = vision.MergeIdeas(b, idea("keep"), idea("other"))
			case 1:
				edit, err = vision.PartIdea(b, idea("part"))
			case 2:
				edit, err = vision.MergeThemes(b, theme("from"), theme("into"))
			case 3:
				edit, err = vision.SplitTheme(b, theme("split"), []app.ID[app.Idea]{idea("one"), idea("two")}, fmt.Sprint("T", step))
			case 4:
				edit = vision.RemoveTheme(b, theme("gone"))
			case 5:
				edit = vision.MoveTheme(b, theme("moved"), rapid.IntRange(-3, 3).Draw(r, "by"))
			default:
				id, to, at := idea("idea"), theme("to"), rapid.IntRange(-1, 10).Draw(r, "at")
				edit, err = vision.MoveIdea(b, id, to, at)
				if err == nil {
					if err := history.Do(context.Background(), edit); err != nil {
						r.Fatal(err)
					}
					checkPlace(r, b, id, to, at)
					states = appendState(states, b, edit)
					edit = app.Edit{}
				}
			}
			if err != nil || edit.Empty() {
				continue
			}
			if err := history.Do(context.Background(), edit); err != nil {
				r.Fatal(err)
			}
			states = appendState(states, b, edit)
		}
		var got []string
		for _, i := range vision.Ideas(b, cycle.ID) {
			got = append(got, vision.Wordings(i)...)
			if i.Position < 1 {
				r.Fatalf("position %d", i.Position)
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(wordings, got); diff != "" {
			r.Fatal(diff)
		}
		for _, want := range slices.Backward(states[:len(states)-1]) {
			if err := history.Undo(context.Background()); err != nil {
				r.Fatal(err)
			}
			if got := slices.Collect(b.Records()); !slices.Equal(got, want) {
				r.Fatalf("taken back: %s", cmp.Diff(want, got, cmpopts.EquateComparable(app.Date{})))
			}
		}
	})
}

func appendState(states [][]app.Record, b *app.Book, edit app.Edit) [][]app.Record {
	if edit.Empty() {
		return states
	}
	return append(states, slices.Collect(b.Records()))
}

// checkPlace tells whether an idea lies where it was put.
func checkPlace(r *rapid.T, b *app.Book, id app.ID[app.Idea], theme app.ID[app.Theme], at int) {
	board := vision.BoardOf(b, cycle.ID)
	column := board.Free
	for _, c := range board.Columns {
		if c.Theme.ID == theme {
			column = c.Ideas
		}
	}
	want := min(max(at, 0), len(column)-1)
	if got := slices.IndexFunc(column, func(i app.Idea) bool { return i.ID == id }); got != want {
		r.Fatalf("it lies at %d of %d, want %d", got, len(column), want)
	}
}

func TestBoardsOfFilesMadeElsewhereCanBeMovedToo(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		// Given ideas whose positions are the same, missing or far apart,
		records := []app.Record{cycle}
		for n, position := range rapid.SliceOfN(rapid.IntRange(0, 4), 2, 8).Draw(r, "positions") {
			records = append(records, app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle.ID, Text: fmt.Sprint(n), Position: position})
		}
		b, err := app.NewBook(records...)
		if err != nil {
			r.Fatal(err)
		}
		// when one is moved, then it lies there and the others are in their order.
		ideas := vision.Ideas(b, cycle.ID)
		from, at := rapid.IntRange(0, len(ideas)-1).Draw(r, "from"), rapid.IntRange(0, len(ideas)-1).Draw(r, "at")
		want := texts(b)
		text := want[from]
		want = slices.Insert(slices.Delete(want, from, from+1), at, text)
		edit, err := vision.MoveIdea(b, ideas[from].ID, "", at)
		if err != nil {
			r.Fatal(err)
		}
		if err := app.NewHistory(b, memory{}, time.Now).Do(context.Background(), edit); err != nil {
			r.Fatal(err)
		}
		if got := texts(b); !slices.Equal(got, want) {
			r.Fatalf("%v, want %v", got, want)
		}
	})
}

func BenchmarkMoveOneOfThreeHundredIdeasInTwentyThemes(b *testing.B) {
	book := newBook(b)
	var themes []app.ID[app.Theme]
	for n := range 20 {
		edit, theme, err := vision.AddTheme(book, cycle.ID, fmt.Sprint("Theme ", n))
		do(b, book, edit, err)
		edit, err = vision.AddIdeasTo(book, cycle.ID, vision.From{Theme: theme.ID}, manyIdeas(15))
		do(b, book, edit, err)
		themes = append(themes, theme.ID)
	}
	ideas := vision.Ideas(book, cycle.ID)
	for n := 0; b.Loop(); n++ {
		edit, err := vision.MoveIdea(book, ideas[n%300].ID, themes[n*7%20], n%15)
		do(b, book, edit, err)
	}
}

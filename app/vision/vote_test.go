package vision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/vision"
)

func names(columns []vision.Column) (names []string) {
	for _, c := range columns {
		names = append(names, c.Theme.Name)
	}
	return names
}

func TestOnlyPossibleCountsAreRecorded(t *testing.T) {
	b, themes := newBoard(t, []string{"X", "Y"}, nil)
	both := []app.ID[app.Theme]{themes["X"], themes["Y"]}
	for _, c := range []struct {
		themes       []app.ID[app.Theme]
		counts       []int
		dots, voters int
		want         string
	}{
		{both, []int{3, 3}, 3, 2, ""},
		{both, []int{0, 0}, 3, 2, ""},
		{both, []int{4, 3}, 3, 2, "error.too_many_dots"},
		{both, []int{-1, 3}, 3, 2, "error.vote_negative"},
		{both, []int{0, 0}, 3, 0, "error.nobody_voted"},
		{both, []int{0, 0}, 0, 2, "error.no_dots"},
		{both, []int{1}, 3, 2, "error.conflict"},
		{nil, nil, 3, 2, "error.no_themes"},
		{[]app.ID[app.Theme]{themes["X"], "gone"}, []int{1, 1}, 3, 2, "error.conflict"},
		{[]app.ID[app.Theme]{themes["X"], themes["X"]}, []int{1, 1}, 3, 2, "error.conflict"},
	} {
		_, err := vision.RecordDots(b, cycle.ID, cycle.Start, c.dots, c.themes, c.counts, c.voters)
		if got := ""; err != nil && app.Sentence(err).Key != c.want || err == nil && c.want != got {
			t.Errorf("%v of %d × %d: %v, want %q", c.counts, c.voters, c.dots, err, c.want)
		}
	}
}

func TestARevoteDecidesATieAndNothingElse(t *testing.T) {
	b, themes := newBoard(t, []string{"A", "B", "C", "D", "E"}, nil)
	vote := func(named string, counts ...int) {
		t.Helper()
		var ids []app.ID[app.Theme]
		for _, name := range named {
			ids = append(ids, themes[string(name)])
		}
		edit, err := vision.RecordDots(b, cycle.ID, cycle.Start, 3, ids, counts, 10)
		do(t, b, edit, err)
	}
	check := func(n int, top, tied []string) {
		t.Helper()
		if diff := cmp.Diff(top, names(vision.Top(b, cycle.ID, n))); diff != "" {
			t.Errorf("top %d: %s", n, diff)
		}
		if diff := cmp.Diff(tied, names(vision.Tied(b, cycle.ID, n))); diff != "" {
			t.Errorf("tied %d: %s", n, diff)
		}
	}
	// Before any vote the board is taken as it is.
	check(2, []string{"A", "B"}, nil)
	if _, ok := vision.LatestVote(b, cycle.ID); ok {
		t.Error("there is a vote")
	}
	// Given a tie for the second place,
	vote("ABCDE", 2, 5, 9, 5, 0)
	check(2, []string{"C", "B"}, []string{"B", "D"})
	check(1, []string{"C"}, nil)
	check(9, []string{"C", "B", "D", "A"}, nil)
	// when those vote again, then it is decided and the others stay where they were.
	vote("BD", 4, 8)
	check(2, []string{"C", "D"}, nil)
	check(9, []string{"C", "D", "B", "A"}, nil)
	if last, _ := vision.LatestVote(b, cycle.ID); last.Round != 2 {
		t.Errorf("round %d", last.Round)
	}
	columns := vision.BoardOf(b, cycle.ID).Columns
	if columns[3].Dots != 5 || !columns[4].Voted {
		t.Errorf("columns %+v", columns)
	}
	// A vote on all takes the place of both, and a theme added later has not taken part.
	vote("ABCDE", 9, 1, 1, 1, 1)
	edit, _, err := vision.AddTheme(b, cycle.ID, "F")
	do(t, b, edit, err)
	check(1, []string{"A"}, nil)
	check(3, []string{"A", "B", "C"}, []string{"B", "C", "D", "E"})
	if vision.BoardOf(b, cycle.ID).Columns[5].Voted {
		t.Error("F was voted on")
	}
}

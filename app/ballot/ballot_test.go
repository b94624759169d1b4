package ballot_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/ballot"
)

func cast(t testing.TB, b *ballot.Ballot, votes ...[]int) {
	t.Helper()
	for _, v := range votes {
		if err := b.Cast(v...); err != nil {
			t.Fatalf("%v: %v", v, err)
		}
	}
}

func reveal(t testing.TB, b *ballot.Ballot) ballot.Result {
	t.Helper()
	r, err := b.Reveal()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestGivenABadVoteWhenItIsCastThenASentenceSaysWhyAndNothingIsCounted(t *testing.T) {
	few := ballot.NewDots(3, 4)
	few.AtMost(2)
	full := ballot.NewScale(5)
	if err := full.Expect(1); err != nil {
		t.Fatal(err)
	}
	cast(t, full, []int{3})
	ended := ballot.NewScale(5)
	cast(t, ended, []int{3})
	reveal(t, ended)
	for name, c := range map[string]struct {
		ballot *ballot.Ballot
		vote   []int
		key    string
	}{
		"more dots than given": {ballot.NewDots(3, 2), []int{1, 2, 3}, "ballot.error.dots"},
		"no such option":       {ballot.NewDots(3, 2), []int{4}, "ballot.error.option"},
		"option 0":             {ballot.NewDots(3, 2), []int{1, 0}, "ballot.error.option"},
		"too many on one":      {few, []int{1, 1, 1}, "ballot.error.most"},
		"no dots at all":       {ballot.NewDots(3, 2), nil, "ballot.error.empty"},
		"above the scale":      {ballot.NewScale(4), []int{5}, "ballot.error.scale"},
		"below the scale":      {ballot.NewScale(4), []int{-1}, "ballot.error.scale"},
		"two grades":           {ballot.NewScale(4), []int{1, 2}, "ballot.error.one"},
		"no grade":             {ballot.NewScale(4), nil, "ballot.error.empty"},
		"voting twice":         {full, []int{3}, "ballot.error.twice"},
		"after the end":        {ended, []int{3}, "ballot.error.ended"},
	} {
		before := c.ballot.Votes()
		err := c.ballot.Cast(c.vote...)
		if app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
		if c.ballot.Votes() != before {
			t.Errorf("%s: it was counted", name)
		}
	}
}

func TestGivenFewerDotsThanThereAreThenTheyCountAndTheRestIsUnused(t *testing.T) {
	b := ballot.NewDots(3, 3)
	cast(t, b, []int{2}, []int{2, 2, 3})
	r := reveal(t, b)
	if r.Voters != 2 || !slices.Equal(r.Counts, []int{0, 3, 1}) || r.Unused != 2 || r.Dots != 3 {
		t.Errorf("%+v", r)
	}
}

func TestGivenPeoplePresentWhenOneMoreIsNotedThenOneMoreCanVote(t *testing.T) {
	b := ballot.NewScale(4)
	if err := b.Expect(2); err != nil {
		t.Fatal(err)
	}
	cast(t, b, []int{1}, []int{2})
	if err := b.Expect(1); app.Sentence(err).Key != "ballot.error.fewer" || b.Expected() != 2 {
		t.Errorf("fewer than have voted: %v", err)
	}
	if err := b.Expect(3); err != nil {
		t.Fatal(err)
	}
	cast(t, b, []int{4})
}

func TestGivenVotesWhenTheLastIsTakenBackThenOnlyItIsGone(t *testing.T) {
	b := ballot.NewDots(3, 2)
	cast(t, b, []int{1, 1}, []int{2, 3})
	if err := b.TakeBack(); err != nil || b.Votes() != 1 {
		t.Fatalf("%v, %d votes", err, b.Votes())
	}
	if err := b.TakeBack(); app.Sentence(err).Key != "ballot.error.only_last" {
		t.Errorf("a second vote was taken back: %v", err)
	}
	if r := reveal(t, b); !slices.Equal(r.Counts, []int{2, 0, 0}) {
		t.Errorf("%v", r.Counts)
	}
	if err := b.TakeBack(); app.Sentence(err).Key != "ballot.error.ended" {
		t.Errorf("after the end: %v", err)
	}
}

func TestGivenHandsThenTheyAreSumsOfThePeoplePresent(t *testing.T) {
	b := ballot.NewScale(3)
	if err := b.Expect(6); err != nil {
		t.Fatal(err)
	}
	hands := func(option, count int, key string) {
		t.Helper()
		if err := b.Hands(option, count); key == "" && err != nil || key != "" && app.Sentence(err).Key != key {
			t.Errorf("%d hands for %d: %v, want %q", count, option, err, key)
		}
	}
	cast(t, b, []int{1}) // somebody wrote from home
	hands(1, 4, "")
	hands(1, 2, "") // counted anew
	hands(2, 4, "ballot.error.more_hands")
	hands(2, 3, "")
	hands(4, 1, "ballot.error.scale")
	hands(1, -1, "ballot.error.hands")
	hands(1, 1000, "ballot.error.hands")
	if b.Votes() != 6 {
		t.Errorf("%d votes", b.Votes())
	}
	if err := b.TakeBack(); err != nil || b.Votes() != 3 {
		t.Errorf("taking back the last count: %v, %d votes", err, b.Votes())
	}
	hands(2, 2, "")
	if r := reveal(t, b); !slices.Equal(r.Counts, []int{3, 2, 0}) || r.Voters != 5 {
		t.Errorf("%+v", r)
	}
}

func TestGivenHandsForDotsThenAtLeastSoManyPeopleVotedAsCouldRaiseThem(t *testing.T) {
	b := ballot.NewDots(3, 2)
	if err := b.Expect(4); err != nil {
		t.Fatal(err)
	}
	for option, n := range []int{4, 1, 1} {
		if err := b.Hands(option+1, n); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Hands(3, 4); app.Sentence(err).Key != "ballot.error.more_hands" {
		t.Errorf("nine hands of four people with two dots: %v", err)
	}
	if r := reveal(t, b); r.Voters != 4 || r.Unused != 2 {
		t.Errorf("%+v", r)
	}
}

func TestTheMiddleOfAnEvenNumberIsTwo(t *testing.T) {
	for _, c := range []struct {
		votes                          []int
		lowest, middle, upper, highest int
		apart                          bool
	}{
		{[]int{3}, 3, 3, 3, 3, false},
		{[]int{2, 3}, 2, 2, 3, 3, false},
		{[]int{4, 1, 2}, 1, 2, 2, 4, true},
		{[]int{1, 1, 4, 4}, 1, 1, 4, 4, true},
		{[]int{3, 3, 2, 4, 3, 3}, 2, 3, 3, 4, true},
	} {
		b := ballot.NewScale(4)
		for _, v := range c.votes {
			cast(t, b, []int{v})
		}
		r := reveal(t, b)
		if r.Lowest != c.lowest || r.Middle != c.middle || r.Upper != c.upper || r.Highest != c.highest || r.FarApart() != c.apart {
			t.Errorf("%v: %+v, far apart %v", c.votes, r, r.FarApart())
		}
	}
}

func TestTiesAreNamedFromTheMostDots(t *testing.T) {
	b := ballot.NewDots(6, 9)
	cast(t, b, []int{1, 2, 2, 3, 4, 4, 5, 5, 5})
	got := reveal(t, b).Ties()
	if len(got) != 2 || got[0].Dots != 2 || !slices.Equal(got[0].Options, []int{2, 4}) || got[1].Dots != 1 || !slices.Equal(got[1].Options, []int{1, 3}) {
		t.Errorf("%+v", got)
	}
}

func TestGivenAnotherRoundThenTheFirstResultIsKeptAndCanBeReturnedTo(t *testing.T) {
	b := ballot.NewScale(4)
	if _, err := b.Reveal(); app.Sentence(err).Key != "ballot.error.nobody" {
		t.Errorf("nobody has voted: %v", err)
	}
	if err := b.Again(); app.Sentence(err).Key != "ballot.error.not_yet" {
		t.Errorf("again before the end: %v", err)
	}
	cast(t, b, []int{1}, []int{4})
	first := reveal(t, b)
	if err := b.Again(); err != nil || b.Votes() != 0 || b.Round() != 2 {
		t.Fatalf("%v, %d votes in round %d", err, b.Votes(), b.Round())
	}
	if err := b.TakeBack(); err != nil || !b.Revealed() || b.Round() != 1 {
		t.Fatalf("back to the first round: %v", err)
	}
	if r := reveal(t, b); !slices.Equal(r.Counts, first.Counts) || r.Lowest != 1 {
		t.Errorf("%+v", r)
	}
	if err := b.Again(); err != nil {
		t.Fatal(err)
	}
	cast(t, b, []int{3}, []int{3})
	if r := reveal(t, b); r.Middle != 3 || r.Lowest != 3 || r.Round != 2 {
		t.Errorf("%+v", r)
	}
	if e := b.Earlier(); len(e) != 1 || e[0].Lowest != 1 || e[0].Highest != 4 {
		t.Errorf("%+v", e)
	}
}

// Given any votes, good and bad, some of them taken back, then the result is the sum of those that were taken and not taken
// back, in whichever order they came, and on a scale the middle is that of the sorted votes.
func TestTheResultIsTheSumOfTheVotes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		options, dots := rapid.IntRange(1, 20).Draw(t, "options"), rapid.IntRange(1, 6).Draw(t, "dots")
		b := ballot.NewDots(options, dots)
		scale := rapid.Bool().Draw(t, "scale")
		if scale {
			b, dots = ballot.NewScale(options), 1
		}
		present := rapid.IntRange(0, 12).Draw(t, "present")
		if err := b.Expect(present); err != nil {
			t.Fatal(err)
		}
		var taken [][]int
		fresh := false // the last can be taken back
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			if rapid.IntRange(0, 4).Draw(t, "step") == 0 {
				if err := b.TakeBack(); (err == nil) != fresh {
					t.Fatalf("taking back: %v", err)
				}
				if fresh {
					taken, fresh = taken[:len(taken)-1], false
				}
				continue
			}
			vote := rapid.SliceOfN(rapid.IntRange(0, options+1), 0, dots+1).Draw(t, "vote")
			good := len(vote) > 0 && len(vote) <= dots && !slices.ContainsFunc(vote, func(v int) bool { return v < 1 || v > options }) &&
				(present == 0 || len(taken) < present)
			if err := b.Cast(vote...); (err == nil) != good {
				t.Fatalf("%v: %v", vote, err)
			}
			if good {
				taken, fresh = append(taken, vote), true
			}
			if b.Votes() != len(taken) {
				t.Fatalf("%d votes, want %d", b.Votes(), len(taken))
			}
		}
		r, err := b.Reveal()
		if (err == nil) != (len(taken) > 0) {
			t.Fatal(err)
		}
		if len(taken) == 0 {
			return
		}
		counts := make([]int, options)
		var all []int
		for _, vote := range taken {
			for _, option := range vote {
				counts[option-1]++
				all = append(all, option)
			}
		}
		slices.Sort(all)
		if !slices.Equal(r.Counts, counts) || r.Voters != len(taken) || r.Unused != len(taken)*dots-len(all) {
			t.Fatalf("%+v, want %v", r, counts)
		}
		if n := len(all); scale && (r.Lowest != all[0] || r.Highest != all[n-1] || r.Middle != all[(n-1)/2] || r.Upper != all[n/2]) {
			t.Fatalf("%+v of %v", r, all)
		}
	})
}

func TestCountsThatWereKeptGiveTheResultThatTheVoteHad(t *testing.T) {
	b := ballot.NewScale(5)
	for _, grade := range []int{5, 2, 4, 4, 1} {
		if err := b.Cast(grade); err != nil {
			t.Fatal(err)
		}
	}
	want, err := b.Reveal()
	if err != nil {
		t.Fatal(err)
	}
	if got := ballot.OnScale(want.Counts); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

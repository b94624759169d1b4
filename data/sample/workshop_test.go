package sample

import (
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/vision"
	"waymark/translations"
)

// The workshop could have gone just so in Waymark: what it left agrees with itself and with the rules of the stage.
func TestTheWorkshopAgreesWithItself(t *testing.T) {
	for _, code := range translations.Languages() {
		words := printer(t, code)
		b := book(t, Build(words))
		cycle := b.Current().ID
		// Given its vote, when it is counted, then nobody had more dots than there were
		vote, voted := vision.LatestVote(b, cycle)
		sum := 0
		for _, dots := range vision.DotsOf(b, vote.ID) {
			sum += dots
		}
		if !voted || sum == 0 || sum > vote.Voters*vote.Dots || len(vision.DotsOf(b, vote.ID)) != len(vision.BoardOf(b, cycle).Columns) {
			t.Errorf("%s: %d dots in %+v", code, sum, vote)
		}
		if len(vision.Tied(b, cycle, 3)) > 0 || vision.Top(b, cycle, 1)[0].Theme.Name != words.Say("sample.theme.feedback") {
			t.Errorf("%s: the vote has decided nothing", code)
		}
		// And every theme has ideas and a colour of its own, one idea is free, and no two ideas are the same
		colours := map[int]bool{}
		board := vision.BoardOf(b, cycle)
		for _, c := range board.Columns {
			colours[c.Theme.Colour] = true
			if len(c.Ideas) < 2 {
				t.Errorf("%s: %d ideas in %s", code, len(c.Ideas), c.Theme.Name)
			}
		}
		if len(colours) != 5 || len(board.Free) != 1 || len(vision.Duplicates(b, cycle)) > 0 {
			t.Errorf("%s: %d colours, %d free, the same: %v", code, len(colours), len(board.Free), vision.Duplicates(b, cycle))
		}
		wordings, roles := 0, map[string]bool{"": true}
		for _, g := range app.Groups() {
			roles[words.Say("group."+string(g))] = true
		}
		for _, idea := range vision.Ideas(b, cycle) {
			wordings += len(vision.Wordings(idea)) - 1
			if !roles[idea.Role] {
				t.Errorf("%s: %q is none of the roles that can be chosen", code, idea.Role)
			}
		}
		if wordings != 1 {
			t.Errorf("%s: %d other wordings", code, wordings)
		}
		// And each draft was asked of the eight who voted, the one that became the vision found most support
		best, chosen := 0, ""
		for _, d := range vision.Drafts(b, cycle) {
			s, asked := vision.SupportOf(b, d.ID)
			if !asked || s.One+s.Two+s.Three+s.Four+s.Five != vote.Voters || s.Better == "" {
				t.Errorf("%s: %+v", code, s)
			}
			if strong := s.Four + s.Five; strong > best {
				best, chosen = strong, d.Text
			}
		}
		v := vision.Of(b, cycle)
		if chosen != v.Statement {
			t.Errorf("%s: most are for %q", code, chosen)
		}
		// And the vision is as it was adopted
		versions := vision.Versions(b, cycle)
		if len(versions) != 1 || versions[0].Adopted != v.Adopted || versions[0].Adopted.Before(vote.Held) {
			t.Fatalf("%s: versions %+v", code, versions)
		}
		_, err := vision.Adopt(b, cycle, vision.Adoption{Day: v.Adopted, Body: v.AdoptedBy, Minutes: v.Minutes, Heard: v.Heard})
		if app.KindOf(err) != app.KindInvalid {
			t.Errorf("%s: the version differs from the vision: %v", code, err)
		}
	}
}

// Given the drafts of the workshop, when they are checked, then the two that were dropped have something to improve: one is
// only about equipment, the other full of worn words.
func TestDroppedDraftsHaveSomethingToImprove(t *testing.T) {
	for _, code := range translations.Languages() {
		words := printer(t, code)
		b := book(t, Build(words))
		drafts := vision.Drafts(b, b.Current().ID)
		for _, d := range drafts[:2] {
			if len(vision.Check(d.Text, code)) == 0 {
				t.Errorf("%s: nothing to improve in %q", code, d.Text)
			}
		}
		for _, f := range vision.Check(drafts[2].Text, code) {
			if !strings.Contains(f.Text.Key, "long") {
				t.Errorf("%s: the vision is found to be %v", code, f)
			}
		}
	}
}

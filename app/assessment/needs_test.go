package assessment_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/assessment"
)

// surveyed is a survey of a group in the second round, and what it answered to an item.
func surveyed(group app.Group, item string, mean float64) []app.Record {
	s := app.Survey{ID: app.NewID[app.Survey](), Assessment: second.ID, Group: string(group), People: 20}
	return []app.Record{s, app.SurveyMean{ID: app.NewID[app.SurveyMean](), Survey: s.ID, Item: item, People: 20, Mean: app.QuantityOf(mean)}}
}

func resultsOf(t *testing.T, records ...app.Record) (*app.Book, assessment.Results) {
	t.Helper()
	b := newBook(t, records...)
	r, ok := assessment.ResultsOf(b, shipped, second)
	if !ok {
		t.Fatal("no results")
	}
	return b, r
}

func keys(texts []app.Text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.Key)
	}
	return all
}

func TestProposalsAreWeightiestFirstAndLeaveOutWhatIsTakenOrSetAside(t *testing.T) {
	// Given a small gap, a wide gap with words, one already taken by an earlier round, one set aside
	wide := judged(second, "a.two", 1, 3)
	wide.Needs = "More\ntime"
	taken, aside := judged(first, "b.one", 1, 4), judged(second, "b.two", 1, 4)
	aside.Aside = true
	b, r := resultsOf(t, first, second, judged(second, "a.one", 2, 3), wide, taken, judged(second, "b.one", 1, 4), aside,
		app.Need{ID: app.NewID[app.Need](), Cycle: cycle.ID, Text: "need", Judgement: taken.ID, Position: 1})
	// When the team asks for proposals
	var got []string
	for _, p := range r.Proposals(b) {
		got = append(got, p.Row.Item.Key+":"+p.Text)
	}
	// Then
	if diff := cmp.Diff([]string{"a.two:More time", "a.one:"}, got); diff != "" {
		t.Error(diff)
	}
	if left := r.Aside(); len(left) != 1 || left[0].Item.Key != "b.two" {
		t.Errorf("set aside: %+v", left)
	}
}

func TestEachReasonSpeaksForANeed(t *testing.T) {
	apart := judged(second, "a.one", 2, 2)
	apart.Votes, apart.Lowest, apart.Highest = 6, 1, 4
	differed := judged(second, "a.one", 0, 0)
	differed.Votes, differed.Lowest, differed.Highest, differed.Dissent = 6, 2, 3, "we see it otherwise"
	level := judged(second, "a.one", 3, 3)
	proved := app.Evidence{ID: app.NewID[app.Evidence](), Judgement: level.ID, What: "notes", Strength: app.Measured}
	for _, c := range []struct {
		name    string
		records []app.Record
		want    []string
	}{
		{"target reached, nobody apart", []app.Record{level, proved}, nil},
		{"a level above its evidence alone is no need", []app.Record{level}, nil},
		{"gap", []app.Record{judged(second, "a.one", 1, 3)}, []string{"assessment.need.gap"}},
		{"spread", []app.Record{apart}, []string{"assessment.need.spread"}},
		{"agreed to differ", []app.Record{differed}, []string{"assessment.need.differed"}},
		{"groups apart", append(append(surveyed(app.Pupils, "a.one", 3.6), surveyed(app.Parents, "a.one", 2.6)...), level, proved),
			[]string{"assessment.need.groups"}},
		{"team above a group", append(surveyed(app.Pupils, "a.one", 1.8), level, proved), []string{"assessment.need.team_higher"}},
		{"fell", []app.Record{first, judged(first, "a.one", 4, 4), level, proved}, []string{"assessment.need.fell"}},
	} {
		b, r := resultsOf(t, append(c.records, second)...)
		var got []string
		for _, p := range r.Proposals(b) {
			got = append(got, keys(p.Reasons)...)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestANeedIsTakenWithItsReason(t *testing.T) {
	j := judged(second, "a.one", 1, 3)
	b, r := resultsOf(t, second, j)
	edit, err := assessment.Take(b, r.Proposals(b)[0], cycle.ID, "Time to\nread", "It is far off.")
	if err != nil {
		t.Fatal(err)
	}
	need := edit.Changes[0].After.(app.Need)
	if need.Text != "Time to read" || need.Reason != "It is far off." || need.Judgement != j.ID || need.Cycle != cycle.ID || need.Position != 1 {
		t.Errorf("%+v", need)
	}
	if _, err := assessment.Take(b, r.Proposals(b)[0], cycle.ID, " ", ""); app.KindOf(err) != app.KindInvalid {
		t.Errorf("an empty need: %v", err)
	}
}

func TestALevelAboveItsEvidenceIsBold(t *testing.T) {
	for _, c := range []struct {
		level int
		with  app.Strength
		want  bool
	}{
		{1, "", false}, {2, "", false}, {3, "", true}, {3, app.Claim, true}, {3, app.Document, false},
		{4, app.Document, true}, {4, app.Observed, false}, {4, app.Measured, false},
	} {
		j := judged(second, "a.one", c.level, 4)
		records := []app.Record{second, j}
		if c.with != "" {
			records = append(records, app.Evidence{ID: app.NewID[app.Evidence](), Judgement: j.ID, What: "w", Strength: c.with})
		}
		if _, r := resultsOf(t, records...); r.Rows[0].Bold() != c.want {
			t.Errorf("level %d with %q: bold is %t", c.level, c.with, !c.want)
		}
	}
}

func TestATeamFarAboveAGroupIsTold(t *testing.T) {
	_, r := resultsOf(t, append(append(surveyed(app.Pupils, "a.one", 2.2), surveyed(app.Teachers, "a.one", 2.9)...), second, judged(second, "a.one", 3, 3))...)
	if group, by, ok := r.AboveGroups(); !ok || group.Survey.Group != string(app.Pupils) || by < 0.79 || by > 0.81 {
		t.Errorf("%v %v %v", group, by, ok)
	}
}

func TestPartsOfAGroupAreNoGroupOfTheirOwn(t *testing.T) {
	records := surveyed(app.Pupils, "a.one", 2)
	part := surveyed(app.Pupils, "a.one", 4)
	s := part[0].(app.Survey)
	s.Part = "grades 1–3"
	part[0] = s
	if _, r := resultsOf(t, append(append(records, part...), second)...); len(r.Groups) != 1 || len(r.Rows[0].Groups) != 1 || r.Rows[0].Groups[0].Mean != 2 {
		t.Errorf("%+v %+v", r.Groups, r.Rows[0].Groups)
	}
}

// A finding about an item on which the team agreed to differ gives the reason, any other the votes.
func TestAFindingSaysHowDifferentlyTheTeamSawIt(t *testing.T) {
	_, r := resultsOf(t, second)
	for want, j := range map[string]app.Judgement{
		"assessment.differed":      {Votes: 6, Lowest: 2, Highest: 3, Dissent: "we see it otherwise"},
		"assessment.votes_from_to": {Votes: 6, Lowest: 1, Highest: 4, Agreed: 2, Dissent: "one of us"},
	} {
		if got := r.SeenApart(assessment.Row{Judgement: j}); got.Key != want {
			t.Errorf("%s instead of %s", got.Key, want)
		}
	}
}

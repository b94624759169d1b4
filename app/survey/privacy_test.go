package survey

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app"
)

// aFramework has one element with items of 2, 4 and 6 levels.
func aFramework() app.Framework {
	return app.Framework{Key: "f", Elements: []app.Element{{Key: "e", Items: []app.Item{{Key: "two", Levels: 2}, {Key: "four", Levels: 4}, {Key: "six", Levels: 6}}}}}
}

// secretAnswers is what people really answered to an item, one after the other.
type secretAnswers []int

func (a secretAnswers) mean() float64 {
	sum := 0
	for _, level := range a {
		sum += level
	}
	return float64(sum) / float64(len(a))
}

// known is what somebody sees of a group and item in some survey, with the people whom it is about.
type known struct {
	label          string
	members        map[int]bool
	mean, step     float64 // the step is known to whoever knows Waymark
	people, levels int
}

// Given surveys over rounds, of groups and their parts, of nearly the same people each time, when somebody who knows exactly who
// answered subtracts any two of what is kept, then nothing is learnt of fewer people than the limit but that they answered.
func TestNobodyLearnsWhatAFewAnswered(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		limit := rapid.IntRange(app.LeastGroup, app.MostGroup).Draw(r, "limit")
		f := aFramework()
		cycle := app.Cycle{ID: app.NewID[app.Cycle]()}
		school := app.School{ID: app.NewID[app.School](), Name: "x", Smallest: limit, Current: cycle.ID}
		records := []app.Record{school, cycle}
		item := rapid.SampledFrom(f.Items()).Draw(r, "item")
		// everybody has a part of the group and an answer, which may change from round to round
		size := rapid.IntRange(1, 60).Draw(r, "size")
		parts := rapid.IntRange(1, 4).Draw(r, "parts")
		partOf := rapid.SliceOfN(rapid.IntRange(0, parts-1), size, size).Draw(r, "part of")
		here := map[int]bool{}
		for person := range size {
			here[person] = rapid.Bool().Draw(r, "here")
		}
		silent := rapid.SliceOfN(rapid.IntRange(0, 4), size, size).Draw(r, "silent") // 0 for who leaves the item out
		answers := rapid.SliceOfN(rapid.IntRange(1, item.Levels), size, size).Draw(r, "answers")
		var seen []known
		for round := range rapid.IntRange(1, 4).Draw(r, "rounds") {
			// a few come and go; nobody who stays answers otherwise, which is best for whoever subtracts
			for range rapid.IntRange(0, 4).Draw(r, "moves") {
				person := rapid.IntRange(0, size-1).Draw(r, "person")
				here[person] = !here[person]
			}
			a := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle.ID, Framework: f.Key, Held: app.NewDate(2026, 1, 1+round)}
			records = append(records, a)
			b, err := app.NewBook(records...)
			if err != nil {
				r.Fatal(err)
			}
			members, people := map[string]map[int]bool{}, map[string]int{}
			add := func(part string, person int) {
				if people[part]++; silent[person] == 0 {
					return
				}
				if members[part] == nil {
					members[part] = map[int]bool{}
				}
				members[part][person] = true
			}
			for person, is := range here {
				if is {
					add("", person)
					add(fmt.Sprint(partOf[person]), person)
				}
			}
			var given []Given
			for part := range people {
				if rapid.IntRange(0, 3).Draw(r, "not asked") == 0 {
					continue
				}
				var of secretAnswers
				for person := range members[part] {
					of = append(of, answers[person])
				}
				g := Given{Group: "pupils", Part: part, People: people[part]}
				if len(of) > 0 {
					g.Items = []GivenItem{{item.Key, len(of), of.mean()}}
				}
				given = append(given, g)
			}
			k := keeper{b: b, round: a, f: f, limit: limit, earlier: earlier(b), cut: map[asked]float64{}}
			edit, err := k.keep(a.Held, "", given)
			if err != nil {
				r.Fatal(err)
			}
			part := map[app.ID[app.Survey]]string{}
			for _, c := range edit.Changes {
				records = append(records, c.After)
				switch kept := c.After.(type) {
				case app.Survey:
					if part[kept.ID] = kept.Part; kept.People < limit {
						r.Fatalf("%d people are kept below a limit of %d", kept.People, limit)
					}
				case app.SurveyMean:
					who := members[part[kept.Survey]]
					if kept.People < limit || kept.People != len(who) {
						r.Fatalf("a mean of %d of %d people is kept, the limit is %d", kept.People, len(who), limit)
					}
					copied := map[int]bool{}
					for person := range who {
						copied[person] = true
					}
					seen = append(seen, known{label: fmt.Sprintf("round %d part %q", round, part[kept.Survey]), members: copied,
						mean: kept.Mean.Value(), step: k.cut[asked{"pupils", part[kept.Survey], item.Key}], people: kept.People, levels: item.Levels})
				}
			}
		}
		attack(r, seen, limit)
	})
}

// attack subtracts from anything that is kept whatever lies within it, alone or several together that share nobody: parts of
// whatever rounds. Sums of answers are whole numbers on the scale, of which rounding leaves some open.
func attack(r *rapid.T, seen []known, limit int) {
	for _, a := range seen {
		var inside []known
		for _, b := range seen {
			if len(b.members) < len(a.members) && within(b.members, a.members) {
				inside = append(inside, b)
			}
		}
		lowest, highest := open(a)
		subtract(r, a.label, a.members, lowest, highest, a.levels, inside, limit)
	}
}

func subtract(r *rapid.T, label string, rest map[int]bool, lowest, highest float64, levels int, inside []known, limit int) {
	if n := float64(len(rest)); len(rest) > 0 && len(rest) < limit && (lowest > n || highest < n*float64(levels)) {
		r.Fatalf("%s: the sum of %v people lies between %v and %v, on levels 1 to %d", label, n, lowest, highest, levels)
	}
	for i, b := range inside {
		if !within(b.members, rest) {
			continue
		}
		left := map[int]bool{}
		for person := range rest {
			if !b.members[person] {
				left[person] = true
			}
		}
		low, high := open(b)
		subtract(r, label+" less "+b.label, left, lowest-high, highest-low, levels, inside[i+1:], limit)
	}
}

// open is the lowest and the highest sum that is kept as this mean, found by trying all.
func open(a known) (lowest, highest float64) {
	lowest = math.Inf(1)
	for sum := a.people; sum <= a.people*a.levels; sum++ {
		mean := 1 + math.Floor((float64(sum)/float64(a.people)-1)/a.step+0.5+1e-9)*a.step
		if math.Abs(mean-a.mean) < 1e-6 {
			lowest, highest = min(lowest, float64(sum)), float64(sum)
		}
	}
	return lowest, highest
}

func within(a, b map[int]bool) bool {
	for person := range a {
		if !b[person] {
			return false
		}
	}
	return true
}

// Given a mean that is kept, then several sums of answers can have led to it, at the ends of the scale too.
func TestNoMeanSaysWhatEverybodyAnswered(t *testing.T) {
	for people := app.LeastGroup; people <= 80; people++ {
		for levels := app.LeastLevels; levels <= app.MostLevels; levels++ {
			sums := map[float64]int{}
			for sum := people; sum <= people*levels; sum++ {
				c, ok := kept(people, float64(sum)/float64(people), func(cell) bool { return false })
				if !ok {
					t.Fatalf("%d people: nothing is kept", people)
				}
				if math.Abs(c.mean-float64(sum)/float64(people)) > c.step/2+1e-9 {
					t.Fatalf("%d people with the sum %d are kept as %v", people, sum, c)
				}
				sums[math.Round(c.mean*1000)]++
			}
			for mean, n := range sums {
				if n < 2 {
					t.Errorf("%d people on %d levels: a mean of %.3f says exactly what they gave", people, levels, mean/1000)
				}
			}
		}
	}
}

// Given parts of a group, then whichever of those shown are subtracted from it, nobody or enough people remain.
func TestPartsCannotBeSubtracted(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		limit := rapid.IntRange(app.LeastGroup, app.MostGroup).Draw(r, "limit")
		parts := rapid.SliceOfN(rapid.IntRange(0, 30), 1, 8).Draw(r, "parts")
		whole := rapid.IntRange(0, 9).Draw(r, "in no part")
		for _, n := range parts {
			whole += n
		}
		hide := hidden(whole, parts, limit)
		shown := 0
		for set := 1; set < 1<<len(parts); set++ {
			rest, all := whole, true
			for i, n := range parts {
				if set&(1<<i) != 0 {
					rest, all = rest-n, all && !hide[i]
				}
			}
			if all && rest > 0 && rest < limit {
				r.Fatalf("%v of %v of %d hidden: %d people remain", hide, parts, whole, rest)
			}
		}
		for i, n := range parts {
			if !hide[i] {
				if shown++; n < limit {
					r.Fatalf("a part of %d is shown", n)
				}
			}
		}
	})
}

// inTurn keeps surveys one after the other, as somebody types them in, and returns the book, and the keys of what was
// withheld of the last.
func inTurn(t *testing.T, answers ...Given) (*app.Book, []string) {
	t.Helper()
	b, round := aRound(t, 0)
	var why []string
	for _, g := range answers {
		edit, withheld, err := Keep(b, round, aFramework(), round.Held, "", []Given{g})
		if err != nil {
			t.Fatal(err)
		}
		_, why = outcome(edit, withheld)
		var records []app.Record
		for _, c := range edit.Changes {
			records = append(records, c.After)
		}
		for s := range b.Surveys.All() {
			records = append(records, s)
		}
		for m := range b.SurveyMeans.All() {
			records = append(records, m)
		}
		for r := range b.Remarks.All() {
			records = append(records, r)
		}
		b, round = aRound(t, 0, records...)
	}
	return b, why
}

// Given a group typed in, when its parts follow one by one, then the last that would leave a few is left out; a whole that
// follows its parts is kept more coarsely. Spelling makes no other group.
func TestPartsTypedInOneByOneCannotBeSubtracted(t *testing.T) {
	whole, a, c := given("pupils", "", 43, GivenItem{"four", 43, 2}), given("pupils", "a", 20, GivenItem{"four", 20, 3}),
		given("Pupils ", " B", 20, GivenItem{"four", 20, 1})
	for name, c := range map[string]struct {
		answers []Given
		why     string
	}{
		"parts after":   {[]Given{whole, a, c}, "differs"},
		"whole between": {[]Given{a, whole, c}, "differs"},
		"whole after":   {[]Given{c, a, whole}, "coarser"}, // at a half level three people can have answered anything
	} {
		if _, why := inTurn(t, c.answers...); !slices.Equal(why, []string{"four survey.keep." + c.why}) {
			t.Errorf("%s: %q", name, why)
		}
	}
	if _, why := inTurn(t, c, given("pupils", "b", 21, GivenItem{"four", 21, 1})); len(why) != 1 {
		t.Errorf("one more person under another spelling: %q", why)
	}
	whole.People, whole.Items[0].People = 46, 46
	if _, why := inTurn(t, whole, a, c); len(why) > 0 {
		t.Errorf("six remain, and yet: %q", why)
	}
}

// Given remarks that are kept, when the same file comes again with those of two more people, then these cannot be told apart;
// other remarks of another time are kept, and remarks need no levels beside them.
func TestRemarksOfAFewCannotBeToldFromTwoSurveys(t *testing.T) {
	wrote := func(part string, texts ...string) Given {
		g := given("pupils", part, 9)
		g.Remarks = []RemarkResult{{Authors: len(texts), Texts: texts}}
		return g
	}
	first := wrote("", "a", "b", "c", "d", "e")
	for name, c := range map[string]struct {
		then Given
		why  []string
	}{
		"two more":    {wrote("", "a", "b", "c", "d", "e", "f", "g"), []string{" survey.keep.remarks_differ"}},
		"one instead": {wrote("", "a", "b", "c", "d", "f"), []string{" survey.keep.remarks_differ"}},
		"all others":  {wrote("", "f", "g", "h", "i", "j"), nil},
		"the same":    {wrote("", "e", "d", "c", "b", "a"), nil},
		"of a part":   {wrote("x", "a", "b", "c", "d", "e"), []string{" survey.keep.remarks_part"}},
		"empty lines": {wrote("", "k", "l", "m", "n", "  "), []string{" survey.keep.remarks"}},
	} {
		b, why := inTurn(t, first, c.then)
		if diff := cmp.Diff(c.why, why); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		kept := 5
		if c.why == nil {
			kept = 10
		}
		if b.Remarks.Len() != kept {
			t.Errorf("%s: %d remarks are kept", name, b.Remarks.Len())
		}
	}
}

// Given parts that leave seven, when the limit is raised above seven, then the part goes and the whole stays.
func TestAHigherLimitTakesAwayWhatCanBeSubtracted(t *testing.T) {
	b, _ := inTurn(t, given("pupils", "", 40, GivenItem{"four", 40, 2}), given("pupils", "a", 33, GivenItem{"four", 33, 3}))
	if _, gone, err := SetLimit(b, 7); gone != 0 || err != nil {
		t.Errorf("at seven %d are gone, %v", gone, err)
	}
	edit, gone, err := SetLimit(b, 8)
	if gone != 1 || err != nil {
		t.Fatalf("at eight %d are gone, %v", gone, err)
	}
	for _, c := range edit.Changes {
		if s, ok := c.Before.(app.Survey); ok && c.After == nil && s.Part != "a" {
			t.Errorf("%+v is gone", s)
		}
	}
}

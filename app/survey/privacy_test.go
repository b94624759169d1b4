package survey

import (
	"fmt"
	"math"
	"testing"

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
						mean: kept.Mean.Value(), step: k.cut[asked{"pupils", part[kept.Survey], f.Identity(item)}], people: kept.People, levels: item.Levels})
				}
			}
		}
		attack(r, seen, limit)
	})
}

// attack subtracts: any one from any other that it is a part of, and all parts of a round from its whole.
func attack(r *rapid.T, seen []known, limit int) {
	for i, a := range seen {
		for j, b := range seen {
			if i == j || !within(b.members, a.members) {
				continue
			}
			few := a.people - b.people
			if few <= 0 || few >= limit {
				continue
			}
			lowest, highest := between(cell{a.people, a.mean, a.step}, cell{b.people, b.mean, b.step})
			if lowest > 1+1e-6 || highest < float64(a.levels)-1e-6 {
				r.Fatalf("%s less %s: %d people answered between %.2f and %.2f of 1 to %d", a.label, b.label, few, lowest, highest, a.levels)
			}
		}
	}
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
				c, ok := kept(people, float64(sum)/float64(people), levels, app.UsualGroup, nil)
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

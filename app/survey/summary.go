package survey

import (
	"math"
	"slices"
	"strings"
)

// summary takes a row of a table in which others have counted already.
func (c *counter) summary() bool {
	c.ragged()
	at, ok := c.places()
	if !ok {
		return false
	}
	item, ok := c.itemOf()
	if !ok {
		return false
	}
	if item == freeText {
		c.refuse(c.item, "item")
		return false
	}
	people, ok := c.peopleOf()
	if !ok {
		return false
	}
	// A summary of a part says nothing exact about the whole, which has a row of its own or none.
	p := at[len(at)-1]
	if c.of(p).items[item].people > 0 {
		c.refuse(c.item, "item_twice")
		return false
	}
	t := itemTally{people: people}
	if c.m.Layout == Means {
		t.mean, ok = c.meanOf(item)
	} else {
		t.levels, t.mean, ok = c.sharesOf(item, people)
	}
	if ok {
		c.of(p).items[item] = t
	}
	return ok
}

// peopleOf returns how many answered the row's item.
func (c *counter) peopleOf() (int, bool) {
	if strings.TrimSpace(c.cell(c.number)) == "" {
		if c.m.People > 0 && c.m.People <= mostPeopleRow {
			return c.m.People, true
		}
		c.refuse(-1, "people")
		return 0, false
	}
	n, ok := whole(c.cell(c.number), 1, mostPeopleRow)
	if !ok {
		c.refuse(c.number, "people_number")
	}
	return n, ok
}

func (c *counter) meanOf(item int) (float64, bool) {
	from, to := c.scale(item)
	text := c.cell(c.mean)
	v, _, ok := number(text)
	switch {
	case strings.TrimSpace(text) == "":
		c.refuse(-1, "nothing")
		return 0, false
	case !ok:
		c.refuse(c.mean, "not_number")
		return 0, false
	case v < float64(from) || v > float64(to):
		c.refuse(c.mean, "outside", "from", from, "to", to)
		return 0, false
	}
	return 1 + (v-float64(from))*float64(c.items[item].Levels-1)/float64(to-from), true
}

// sharesOf turns the shares of a row into counts that add up to people. Shares may be in per cent, in hundredths of one,
// or be counts already.
func (c *counter) sharesOf(item, people int) (levels []int, mean float64, ok bool) {
	from, to := c.scale(item)
	shares := make([]float64, to-from+1)
	sum := 0.0
	for _, column := range c.shares {
		text := c.cell(column)
		if strings.TrimSpace(text) == "" {
			continue
		}
		step := c.m.Columns[column].Step
		v, _, isNumber := number(text)
		switch {
		case !isNumber:
			c.refuse(column, "not_number")
			return nil, 0, false
		case v < 0:
			c.refuse(column, "negative")
			return nil, 0, false
		case v > 0 && (step < from || step > to):
			c.refuse(column, "outside", "from", from, "to", to)
			return nil, 0, false
		case v > 0:
			shares[step-from] += v
			sum += v
		}
	}
	if !(math.Abs(sum-roughHundred) <= tolerance || math.Abs(sum-1) <= tolerance/100.0 || sum == float64(people)) {
		c.refuse(-1, "sum", "sum", rounded(sum))
		return nil, 0, false
	}
	steps := apportion(shares, sum, people)
	levels, mean = convert(steps, c.items[item].Levels)
	return levels, mean, true
}

// apportion shares people out by the method of largest remainders, so that the counts add up.
func apportion(shares []float64, sum float64, people int) []int {
	counts := make([]int, len(shares))
	rest := make([]float64, len(shares))
	left := people
	for i, s := range shares {
		exact := s / sum * float64(people)
		counts[i] = int(math.Floor(exact + 1e-9))
		rest[i] = exact - float64(counts[i])
		left -= counts[i]
	}
	for ; left > 0; left-- {
		most := 0
		for i := range rest {
			if rest[i] > rest[most] {
				most = i
			}
		}
		counts[most]++
		rest[most] = -1
	}
	return counts
}

// convert puts counts per step of a scale to the nearest of the levels, a half upwards, and returns the exact mean.
func convert(steps []int, highest int) (levels []int, mean float64) {
	levels = make([]int, highest)
	span := len(steps) - 1
	people, sum := 0, 0
	for step, n := range steps {
		levels[(2*step*(highest-1)+span)/(2*span)] += n
		people += n
		sum += step * n
	}
	return levels, 1 + float64(sum*(highest-1))/float64(people*span)
}

// finish turns the tallies into the result.
func (c *counter) finish(limit int) {
	var all []place
	for p := range c.groups {
		all = append(all, p)
	}
	slices.SortFunc(all, order)
	for _, p := range all {
		t := c.groups[p]
		g := GroupResult{Group: p.group, Part: p.part, People: t.people}
		for i, it := range t.items {
			if it.people == 0 {
				continue
			}
			if it.steps != nil {
				it.levels, it.mean = convert(it.steps, c.items[i].Levels)
			}
			g.Items = append(g.Items, ItemResult{Item: c.items[i].Key, People: it.people, Levels: it.levels, Mean: it.mean})
			g.People = max(g.People, it.people)
		}
		g.Remarks = c.shown(t, limit)
		if len(g.Items) > 0 || len(g.Remarks) > 0 || g.People > 0 {
			c.result.Groups = append(c.result.Groups, g)
		}
	}
	c.notes(limit)
}

package assessment

import (
	"cmp"
	"math"
	"slices"

	"waymark/app"
)

// Group is a surveyed group of a round.
type Group struct {
	Survey app.Survey
	Name   app.Text
}

// GroupMean is how high a group put an item.
type GroupMean struct {
	Group  int // index in Results.Groups
	Mean   float64
	People int
}

// groupsOf returns the groups of a round that were asked as a whole, and what they answered by item. A later survey of
// the same group stands for the earlier one.
func groupsOf(b *app.Book, a app.ID[app.Assessment]) ([]Group, map[string][]GroupMean) {
	var groups []Group
	index := map[app.ID[app.Survey]]int{}
	for _, s := range Surveys(b, a) {
		if s.Part != "" {
			continue
		}
		at := slices.IndexFunc(groups, func(g Group) bool { return g.Survey.Group == s.Group })
		if at < 0 {
			at = len(groups)
			groups = append(groups, Group{})
		} else {
			delete(index, groups[at].Survey.ID)
		}
		groups[at] = Group{Survey: s, Name: app.GroupName(s.Group)}
		index[s.ID] = at
	}
	means := map[string][]GroupMean{}
	if len(groups) == 0 {
		return nil, means
	}
	for m := range b.SurveyMeans.All() {
		if at, ok := index[m.Survey]; ok && m.Mean.Known() {
			means[m.Item] = append(means[m.Item], GroupMean{at, m.Mean.Value(), m.People})
		}
	}
	for _, list := range means {
		slices.SortFunc(list, func(x, y GroupMean) int { return x.Group - y.Group })
	}
	return groups, means
}

// Surveys returns the surveys of a round in order.
func Surveys(b *app.Book, a app.ID[app.Assessment]) []app.Survey {
	return b.Surveys.Where(func(s app.Survey) bool { return s.Assessment == a })
}

// GroupGap is the distance between the groups that put an item lowest and highest, and which; ok is false for fewer than
// two groups.
func (r Row) GroupGap() (lowest, highest GroupMean, gap float64, ok bool) {
	if len(r.Groups) < 2 {
		return lowest, highest, 0, false
	}
	byMean := func(x, y GroupMean) int { return cmp.Compare(x.Mean, y.Mean) }
	lowest, highest = slices.MinFunc(r.Groups, byMean), slices.MaxFunc(r.Groups, byMean)
	return lowest, highest, highest.Mean - lowest.Mean, true
}

// farFromTeam is the group that lies farthest from the agreed level, and by how much: above 0 when the team put it higher.
func (r Row) farFromTeam() (far GroupMean, by float64) {
	if !r.Rated() {
		return far, 0
	}
	for _, g := range r.Groups {
		if d := float64(r.Judgement.Agreed) - g.Mean; math.Abs(d) > math.Abs(by) {
			far, by = g, d
		}
	}
	return far, by
}

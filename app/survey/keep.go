package survey

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"waymark/app"
)

// Given is what was counted or typed in of one group, or of a part of it.
type Given struct {
	Group, Part string // Part is empty for the whole
	People      int
	Items       []GivenItem
	Remarks     []RemarkResult
}

// GivenItem is how high a group put an item, on levels 1, 2 … of the item.
type GivenItem struct {
	Item   string
	People int
	Mean   float64
}

// Withheld is something that is not kept, with the reason as one sentence.
type Withheld struct {
	Group, Part, Item string // Item is empty for all of a group
	Text              app.Text
}

// GivenOf returns what was counted as answers.
func GivenOf(r Result) []Given {
	var all []Given
	for _, g := range r.Groups {
		a := Given{Group: g.Group, Part: g.Part, People: g.People, Remarks: g.Remarks}
		for _, i := range g.Items {
			a.Items = append(a.Items, GivenItem{i.Item, i.People, i.Mean})
		}
		all = append(all, a)
	}
	return all
}

// Keep returns the one edit that stores of answers what may be shown, and says what is withheld and why. Nothing else is
// stored, so that nothing else can ever be found in the file: no group, part or item with fewer people than the school's
// limit, no part that could be subtracted from its group to leave fewer, and no mean finer than hides the few people by
// whom a survey differs from another of the same group. Answers that cannot be are an Error of KindInvalid.
func Keep(b *app.Book, round app.Assessment, f app.Framework, held app.Date, source string, answers []Given) (app.Edit, []Withheld, error) {
	k := keeper{b: b, round: round, f: f, limit: b.School().SmallestGroup(), earlier: earlier(b)}
	edit, err := k.keep(held, source, answers)
	return edit, k.withheld, err
}

// keep is Keep.
func (k *keeper) keep(held app.Date, source string, answers []Given) (app.Edit, error) {
	if err := k.check(answers); err != nil {
		return app.Edit{}, err
	}
	b, round := k.b, k.round
	position := app.NextPosition(b.Surveys.Where(func(s app.Survey) bool { return s.Assessment == round.ID }),
		func(s app.Survey) int { return s.Position })
	edit := app.Edit{Label: app.Say("edit.survey", "count", len(answers))}
	of := k.decide(answers)
	for n, a := range answers {
		cells, remarks := of[n], k.remarks(a)
		if len(cells)+len(remarks) == 0 {
			continue
		}
		s := app.Survey{ID: app.NewID[app.Survey](), Assessment: round.ID, Group: a.Group, Part: a.Part, Held: held, People: a.People,
			Source: source, Position: position}
		position++
		edit.Changes = append(edit.Changes, app.Insert(s))
		for _, i := range a.Items {
			if c, ok := cells[i.Item]; ok {
				edit.Changes = append(edit.Changes, app.Insert(app.SurveyMean{ID: app.NewID[app.SurveyMean](), Survey: s.ID, Item: i.Item,
					People: c.people, Mean: app.QuantityOf(c.mean)}))
			}
		}
		for i, r := range remarks {
			r.Survey, r.Position = s.ID, i+1
			edit.Changes = append(edit.Changes, app.Insert(r))
		}
	}
	return edit, nil
}

// decide returns what may be kept of each of the answers, by item. The wholes are decided first and then the largest parts,
// so that what must be left out is the least.
func (k *keeper) decide(answers []Given) []map[string]cell {
	order := make([]int, len(answers))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(m, n int) int {
		a, b := answers[m], answers[n]
		return cmp.Or(min(len(a.Part), 1)-min(len(b.Part), 1), b.People-a.People)
	})
	of := make([]map[string]cell, len(answers))
	for _, n := range order {
		of[n] = k.cells(answers[n], answers)
	}
	return of
}

// keeper decides what may be kept.
type keeper struct {
	b        *app.Book
	round    app.Assessment
	f        app.Framework
	limit    int
	earlier  map[topic]kin
	withheld []Withheld
	cut      map[asked]float64 // the step at which each mean is kept
}

// asked is whom a mean is about, and what.
type asked struct{ group, part, item string }

// topic is a group and what it was asked: the same in all rounds, however the group's name is spaced or capitalised.
type topic struct{ group, item string }

// earlier is everything that is kept of groups, whatever round it belongs to.
func earlier(b *app.Book) map[topic]kin {
	all := map[topic]kin{}
	identities := identities{b, map[app.ID[app.Assessment]]app.Framework{}}
	for m := range b.SurveyMeans.All() {
		s, _ := b.Surveys.Get(m.Survey)
		item, _ := identities.of(s, m.Item)
		remember(all, topic{Fold(s.Group), item}, s.Part, cell{m.People, m.Mean.Value(), gridOf(m.People, m.Mean.Value())})
	}
	return all
}

func remember(all map[topic]kin, at topic, part string, c cell) {
	if all[at] == nil {
		all[at] = kin{}
	}
	all[at][Fold(part)] = append(all[at][Fold(part)], c)
}

// shippedLevels is how many levels items have of frameworks that come with Waymark, which rounds do not hold.
const shippedLevels = 4

// identities finds what items of surveys are called in all rounds, and how many levels they have.
type identities struct {
	b          *app.Book
	frameworks map[app.ID[app.Assessment]]app.Framework
}

func (i identities) of(s app.Survey, key string) (identity string, levels int) {
	f, known := i.frameworks[s.Assessment]
	if !known {
		a, _ := i.b.Assessments.Get(s.Assessment)
		f = app.Named(a)
		i.frameworks[s.Assessment] = f
	}
	item, known := f.Item(key)
	if !known {
		item.Levels = shippedLevels
	}
	return f.Identity(item), item.Levels
}

// check refuses answers that cannot be.
func (k *keeper) check(answers []Given) error {
	seen := map[[2]string]bool{}
	for _, a := range answers {
		name := app.GroupName(a.Group)
		switch {
		case app.CleanLine(a.Group) == "":
			return app.Invalid("keep survey", app.Say("survey.keep.no_group"))
		case seen[[2]string{Fold(a.Group), Fold(a.Part)}]:
			return app.Invalid("keep survey", app.Say("survey.keep.twice", "group", name))
		case a.People < 0:
			return app.Invalid("keep survey", app.Say("error.people"))
		}
		seen[[2]string{Fold(a.Group), Fold(a.Part)}] = true
		for _, i := range a.Items {
			item, known := k.f.Item(i.Item)
			switch {
			case !known:
				return app.Invalid("keep survey", app.Say("survey.keep.unknown", "item", i.Item))
			case i.People < 0 || i.People > a.People:
				return app.Invalid("keep survey", app.Say("survey.keep.people", "group", name, "item", k.f.ItemName(item), "most", a.People))
			case i.People > 0 && !(i.Mean >= 1-tolerated && i.Mean <= float64(item.Levels)+tolerated): // also what is no number
				return app.Invalid("keep survey", app.Say("survey.keep.mean", "group", name, "item", k.f.ItemName(item), "highest", item.Levels))
			}
		}
	}
	return nil
}

// withhold says why something is not kept.
func (k *keeper) withhold(a Given, item, key string, pairs ...any) {
	k.withheld = append(k.withheld, Withheld{a.Group, a.Part, item, app.Say(key, append(pairs, "limit", k.limit)...)})
}

// cells are what may be kept of a group, by item.
func (k *keeper) cells(a Given, all []Given) map[string]cell {
	if a.People < k.limit {
		if a.People > 0 {
			k.withhold(a, "", "survey.keep.small")
		}
		return nil
	}
	cells := map[string]cell{}
	for _, i := range a.Items {
		item, _ := k.f.Item(i.Item)
		switch {
		case i.People == 0:
			continue
		case i.People < k.limit:
			k.withhold(a, i.Item, "survey.keep.small_item")
			continue
		case a.Part != "" && k.subtracted(a, i.Item, all):
			k.withhold(a, i.Item, "survey.keep.subtracted")
			continue
		}
		at := topic{Fold(a.Group), k.f.Identity(item)}
		c, ok := kept(i.People, i.Mean, func(c cell) bool { return k.earlier[at].tells(Fold(a.Part), c, item.Levels, k.limit) })
		if !ok {
			k.withhold(a, i.Item, "survey.keep.differs")
			continue
		}
		if c.step > base(i.People) {
			k.withhold(a, i.Item, "survey.keep.coarser")
		}
		cells[i.Item] = c
		remember(k.earlier, at, a.Part, c)
		if k.cut != nil {
			k.cut[asked{a.Group, a.Part, i.Item}] = c.step
		}
	}
	return cells
}

// subtracted tells whether a part must be hidden for an item, so that the whole less the parts shown leaves nobody or enough.
func (k *keeper) subtracted(a Given, item string, all []Given) bool {
	whole, at := 0, -1
	var parts []int
	for _, other := range all {
		n := 0
		for _, i := range other.Items {
			if i.Item == item {
				n = i.People
			}
		}
		switch {
		case Fold(other.Group) != Fold(a.Group):
		case other.Part == "":
			whole = n
		default:
			if other.Part == a.Part {
				at = len(parts)
			}
			parts = append(parts, n)
		}
	}
	return hidden(whole, parts, k.limit)[at]
}

// remarks are what enough people wrote, in an order that says nothing.
func (k *keeper) remarks(a Given) []app.Remark {
	var remarks []app.Remark
	for _, r := range a.Remarks {
		texts := slices.DeleteFunc(cleaned(r.Texts), func(text string) bool { return text == "" })
		switch {
		case a.People < k.limit || r.Authors < k.limit || len(texts) < k.limit:
			k.withhold(a, r.Item, "survey.keep.remarks")
			continue
		case a.Part != "":
			k.withhold(a, r.Item, "survey.keep.remarks_part")
			continue
		case k.fewWrote(a, r.Item, texts):
			k.withhold(a, r.Item, "survey.keep.remarks_differ")
			continue
		}
		for _, text := range texts {
			remarks = append(remarks, app.Remark{ID: app.NewID[app.Remark](), Item: r.Item, Text: text})
		}
	}
	rand.New(secret{}).Shuffle(len(remarks), func(i, j int) { remarks[i], remarks[j] = remarks[j], remarks[i] })
	return remarks
}

func cleaned(texts []string) []string {
	clean := make([]string, len(texts))
	for i, text := range texts {
		clean[i] = app.Clean(text)
	}
	return clean
}

// fewWrote tells whether a survey of the same group holds all but a few of these remarks, or a few more: whoever compares the
// two would know what the few wrote. Surveys without a remark in common are of different times.
func (k *keeper) fewWrote(a Given, item string, texts []string) bool {
	few := func(n int) bool { return n > 0 && n < k.limit }
	for s := range k.b.Surveys.All() {
		if Fold(s.Group) != Fold(a.Group) {
			continue
		}
		count := map[string]int{}
		for _, r := range k.b.Remarks.Where(func(r app.Remark) bool { return r.Survey == s.ID && r.Item == item }) {
			count[r.Text]++
		}
		common, added, missing := 0, 0, 0
		for _, text := range texts {
			if count[text] > 0 {
				count[text]--
				common++
			} else {
				added++
			}
		}
		for _, n := range count {
			missing += n
		}
		if common > 0 && (few(added) || few(missing)) {
			return true
		}
	}
	return false
}

// SetLimit returns the edit that changes how many people of a group must have answered. What is kept of fewer goes, and what
// tells of fewer when it is subtracted; how much that is is told: means and remarks.
func SetLimit(b *app.Book, limit int) (edit app.Edit, gone int, err error) {
	school := b.School()
	school.Smallest = limit
	if edit, err = app.Save(b, school); err != nil {
		return app.Edit{}, 0, err
	}
	telling := tellingAt(b, limit)
	for s := range b.Surveys.All() {
		means := b.SurveyMeans.Where(func(m app.SurveyMean) bool { return m.Survey == s.ID })
		remarks := b.Remarks.Where(func(r app.Remark) bool { return r.Survey == s.ID })
		few := slices.DeleteFunc(slices.Clone(means), func(m app.SurveyMean) bool { return m.People >= limit && !telling[m.ID] })
		if s.People < limit || len(few) == len(means) {
			edit.Changes = append(edit.Changes, app.Remove(b, s)...)
			gone += len(means) + len(remarks)
			continue
		}
		for _, m := range few {
			edit.Changes = append(edit.Changes, app.Delete(m))
			gone++
		}
		written := map[string]int{}
		for _, r := range remarks {
			written[r.Item]++
		}
		for _, r := range remarks {
			if written[r.Item] < limit {
				edit.Changes = append(edit.Changes, app.Delete(r))
				gone++
			}
		}
	}
	return edit, gone, nil
}

// tellingAt is which means must go at a higher limit, since others that stay would tell with them of a few. Wholes stay
// before parts, and what came earlier before what came later.
func tellingAt(b *app.Book, limit int) map[app.ID[app.SurveyMean]]bool {
	telling := map[app.ID[app.SurveyMean]]bool{}
	if limit <= b.School().SmallestGroup() {
		return telling
	}
	identities := identities{b, map[app.ID[app.Assessment]]app.Framework{}}
	means := b.SurveyMeans.Where(func(m app.SurveyMean) bool { return m.People >= limit })
	survey := func(m app.SurveyMean) app.Survey { s, _ := b.Surveys.Get(m.Survey); return s }
	slices.SortStableFunc(means, func(m, n app.SurveyMean) int {
		x, y := survey(m), survey(n)
		return cmp.Or(min(len(x.Part), 1)-min(len(y.Part), 1), x.Held.Compare(y.Held), n.People-m.People)
	})
	stay := map[topic]kin{}
	for _, m := range means {
		s := survey(m)
		item, levels := identities.of(s, m.Item)
		at, c := topic{Fold(s.Group), item}, cell{m.People, m.Mean.Value(), gridOf(m.People, m.Mean.Value())}
		if stay[at].tells(Fold(s.Part), c, levels, limit) {
			telling[m.ID] = true
			continue
		}
		remember(stay, at, s.Part, c)
	}
	return telling
}

package survey

import (
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
	for _, a := range answers {
		cells := k.cells(a, answers)
		if len(cells) == 0 {
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
		edit.Changes = append(edit.Changes, k.remarks(a, s.ID)...)
	}
	return edit, nil
}

// keeper decides what may be kept.
type keeper struct {
	b        *app.Book
	round    app.Assessment
	f        app.Framework
	limit    int
	earlier  map[asked][]cell
	withheld []Withheld
	cut      map[asked]float64 // the step at which each mean is kept
}

// asked is whom a mean is about, and what: the same in all rounds.
type asked struct{ group, part, item string }

// earlier is everything that is kept of groups, whatever round it belongs to.
func earlier(b *app.Book) map[asked][]cell {
	cells := map[asked][]cell{}
	frameworks := map[app.ID[app.Assessment]]app.Framework{}
	for m := range b.SurveyMeans.All() {
		s, _ := b.Surveys.Get(m.Survey)
		g, known := frameworks[s.Assessment]
		if !known {
			a, _ := b.Assessments.Get(s.Assessment)
			g = app.Named(a)
			frameworks[s.Assessment] = g
		}
		item, _ := g.Item(m.Item)
		at := asked{s.Group, s.Part, g.Identity(item)}
		// The step is not kept; the finest that it can be tells most.
		cells[at] = append(cells[at], cell{m.People, m.Mean.Value(), base(m.People)})
	}
	return cells
}

// beside is what is kept of nearly the same people: of the group or the part itself, and of what it is a part of or has as a
// part.
func (k *keeper) beside(at asked) (cells []cell) {
	for other, kept := range k.earlier {
		if other.group == at.group && other.item == at.item && (other.part == at.part || other.part == "" || at.part == "") {
			cells = append(cells, kept...)
		}
	}
	return cells
}

// check refuses answers that cannot be.
func (k *keeper) check(answers []Given) error {
	seen := map[[2]string]bool{}
	for _, a := range answers {
		name := app.GroupName(a.Group)
		switch {
		case app.CleanLine(a.Group) == "":
			return app.Invalid("keep survey", app.Say("survey.keep.no_group"))
		case seen[[2]string{a.Group, a.Part}]:
			return app.Invalid("keep survey", app.Say("survey.keep.twice", "group", name))
		case a.People < 0:
			return app.Invalid("keep survey", app.Say("error.people"))
		}
		seen[[2]string{a.Group, a.Part}] = true
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
		at := asked{a.Group, a.Part, k.f.Identity(item)}
		c, ok := kept(i.People, i.Mean, item.Levels, k.limit, k.beside(at))
		if !ok {
			k.withhold(a, i.Item, "survey.keep.differs")
			continue
		}
		if c.step > base(i.People) {
			k.withhold(a, i.Item, "survey.keep.coarser")
		}
		cells[i.Item] = c
		if k.cut != nil {
			k.cut[at] = c.step
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
		case other.Group != a.Group:
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
func (k *keeper) remarks(a Given, survey app.ID[app.Survey]) []app.Change {
	var remarks []app.Remark
	for _, r := range a.Remarks {
		if r.Authors < k.limit {
			k.withhold(a, r.Item, "survey.keep.remarks")
			continue
		}
		for _, text := range r.Texts {
			if text = app.Clean(text); text != "" {
				remarks = append(remarks, app.Remark{ID: app.NewID[app.Remark](), Survey: survey, Item: r.Item, Text: text})
			}
		}
	}
	rand.New(secret{}).Shuffle(len(remarks), func(i, j int) { remarks[i], remarks[j] = remarks[j], remarks[i] })
	changes := make([]app.Change, len(remarks))
	for i, r := range remarks {
		r.Position = i + 1
		changes[i] = app.Insert(r)
	}
	return changes
}

// SetLimit returns the edit that changes how many people of a group must have answered. What is kept of fewer goes, and how
// much that is is told: means and remarks.
func SetLimit(b *app.Book, limit int) (edit app.Edit, gone int, err error) {
	school := b.School()
	school.Smallest = limit
	if edit, err = app.Save(b, school); err != nil {
		return app.Edit{}, 0, err
	}
	for s := range b.Surveys.All() {
		means := b.SurveyMeans.Where(func(m app.SurveyMean) bool { return m.Survey == s.ID })
		remarks := b.Remarks.Where(func(r app.Remark) bool { return r.Survey == s.ID })
		few := slices.DeleteFunc(slices.Clone(means), func(m app.SurveyMean) bool { return m.People >= limit })
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

package app

// Remove returns the changes that delete record, all that belongs to it (the goals of a priority, their actions, …) and
// clear the references of what merely points to it (a goal keeps standing when its vision line goes). Children come
// before parents, so that undo restores parents first.
func Remove(b *Book, record Record) []Change {
	r := remover{book: b, gone: map[string]bool{}}
	r.mark(record)
	changes := r.loosened()
	for i := len(r.order) - 1; i >= 0; i-- {
		changes = append(changes, Delete(r.order[i]))
	}
	return changes
}

type remover struct {
	book  *Book
	gone  map[string]bool
	order []Record
}

func (r *remover) mark(record Record) {
	if r.gone[record.RecordID()] {
		return
	}
	r.gone[record.RecordID()] = true
	r.order = append(r.order, record)
	b := r.book
	switch parent := record.(type) {
	case Cycle:
		markWhere(r, &b.Questions, func(x Question) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Themes, func(x Theme) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Ideas, func(x Idea) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.DotVotes, func(x DotVote) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Perspectives, func(x Perspective) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Drafts, func(x Draft) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Visions, func(x Vision) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.VisionLines, func(x VisionLine) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.VisionVersions, func(x VisionVersion) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.TimeBoxes, func(x TimeBox) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Assessments, func(x Assessment) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Needs, func(x Need) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Priorities, func(x Priority) bool { return x.Cycle == parent.ID })
		markWhere(r, &b.Reviews, func(x Review) bool { return x.Cycle == parent.ID })
	case Theme:
		markWhere(r, &b.DotCounts, func(x DotCount) bool { return x.Theme == parent.ID })
	case DotVote:
		markWhere(r, &b.DotCounts, func(x DotCount) bool { return x.Vote == parent.ID })
	case Draft:
		markWhere(r, &b.Supports, func(x Support) bool { return x.Draft == parent.ID })
	case Assessment:
		markWhere(r, &b.Judgements, func(x Judgement) bool { return x.Assessment == parent.ID })
		markWhere(r, &b.Surveys, func(x Survey) bool { return x.Assessment == parent.ID })
	case OwnFramework:
		markWhere(r, &b.OwnElements, func(x OwnElement) bool { return x.Framework == parent.ID })
	case OwnElement:
		markWhere(r, &b.OwnItems, func(x OwnItem) bool { return x.Element == parent.ID })
	case Survey:
		markWhere(r, &b.SurveyMeans, func(x SurveyMean) bool { return x.Survey == parent.ID })
		markWhere(r, &b.Remarks, func(x Remark) bool { return x.Survey == parent.ID })
	case Judgement:
		markWhere(r, &b.Evidence, func(x Evidence) bool { return x.Judgement == parent.ID })
	case Priority:
		markWhere(r, &b.Goals, func(x Goal) bool { return x.Priority == parent.ID })
	case Goal:
		markWhere(r, &b.Indicators, func(x Indicator) bool { return x.Goal == parent.ID })
		markWhere(r, &b.Actions, func(x Action) bool { return x.Goal == parent.ID })
	case Indicator:
		markWhere(r, &b.Measurements, func(x Measurement) bool { return x.Indicator == parent.ID })
	case Action:
		markWhere(r, &b.CheckIns, func(x CheckIn) bool { return x.Action == parent.ID })
	case Review:
		markWhere(r, &b.CheckIns, func(x CheckIn) bool { return x.Review == parent.ID })
	}
}

func markWhere[R Record](r *remover, t *Table[R], child func(R) bool) {
	for _, record := range t.Where(child) {
		r.mark(record)
	}
}

// loosened clears, in records that stay, the references to records that go.
func (r *remover) loosened() []Change {
	var changes []Change
	stays := func(record Record) bool { return !r.gone[record.RecordID()] }
	for s := range r.book.Schools.All() {
		if after := s; stays(s) && r.gone[string(s.Current)] {
			after.Current = ""
			changes = append(changes, Update(s, after))
		}
	}
	for i := range r.book.Ideas.All() {
		after := i
		if r.gone[string(i.Question)] {
			after.Question = ""
		}
		if r.gone[string(i.Theme)] {
			after.Theme = ""
		}
		if after != i && stays(i) {
			changes = append(changes, Update(i, after))
		}
	}
	for n := range r.book.Needs.All() {
		after := n
		if r.gone[string(n.Judgement)] {
			after.Judgement = ""
		}
		if r.gone[string(n.Priority)] {
			after.Priority = ""
		}
		if after != n && stays(n) {
			changes = append(changes, Update(n, after))
		}
	}
	for g := range r.book.Goals.All() {
		if after := g; stays(g) && r.gone[string(g.VisionLine)] {
			after.VisionLine = ""
			changes = append(changes, Update(g, after))
		}
	}
	for a := range r.book.Actions.All() {
		if after := a; stays(a) && r.gone[string(a.Responsible)] {
			after.Responsible = ""
			changes = append(changes, Update(a, after))
		}
	}
	return changes
}

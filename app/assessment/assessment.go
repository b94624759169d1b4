// Package assessment holds stage 2: rounds of self-assessment, judgements, gaps and what a round shows as a whole. It
// imports app only.
package assessment

import (
	"slices"

	"waymark/app"
)

// Latest returns the newest assessment of a cycle and whether there is one.
func Latest(b *app.Book, cycle app.ID[app.Cycle]) (app.Assessment, bool) {
	rounds := b.Assessments.Where(func(a app.Assessment) bool { return a.Cycle == cycle })
	if len(rounds) == 0 {
		return app.Assessment{}, false
	}
	return rounds[len(rounds)-1], true
}

// Before returns the last assessment held before a that asked some of the same, in whichever cycle and with whichever
// framework, and whether there is one.
func Before(b *app.Book, shipped []app.Framework, a app.Assessment) (last app.Assessment, ok bool) {
	earlier := Earlier(b, shipped, a)
	if len(earlier) == 0 {
		return app.Assessment{}, false
	}
	return earlier[len(earlier)-1], true
}

// Earlier returns the assessments held before a that asked some of the same, oldest first.
func Earlier(b *app.Book, shipped []app.Framework, a app.Assessment) []app.Assessment {
	f, ok := app.FrameworkOf(a, shipped)
	if !ok {
		return nil
	}
	asked := identities(f)
	var rounds []app.Assessment
	for other := range b.Assessments.All() {
		if other.ID == a.ID {
			break
		}
		if g, ok := app.FrameworkOf(other, shipped); ok && slices.ContainsFunc(g.Items(), func(i app.Item) bool {
			_, both := asked[g.Identity(i)]
			return both
		}) {
			rounds = append(rounds, other)
		}
	}
	return rounds
}

// identities returns the items of a framework by what they are known by beyond it.
func identities(f app.Framework) map[string]app.Item {
	items := map[string]app.Item{}
	for _, i := range f.Items() {
		items[f.Identity(i)] = i
	}
	return items
}

// Start returns the edit that begins a round with a framework on a date, and the round. A framework of the school's own is
// frozen into it, so that editing it later changes no old result.
func Start(b *app.Book, cycle app.ID[app.Cycle], f app.Framework, held app.Date, way app.Way) (app.Edit, app.Assessment, error) {
	a := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle, Framework: f.Key, Held: held, Way: way}
	if f.Own {
		a.Frozen = app.Bytes(app.WriteFramework(f))
		if _, err := app.ReadFramework([]byte(a.Frozen)); err != nil {
			return app.Edit{}, a, err
		}
	}
	edit, err := app.Save(b, a)
	return edit, a, err
}

// Judgements returns the judgements of an assessment by item key.
func Judgements(b *app.Book, a app.ID[app.Assessment]) map[string]app.Judgement {
	byItem := map[string]app.Judgement{}
	for j := range b.Judgements.All() {
		if j.Assessment == a {
			byItem[j.Item] = j
		}
	}
	return byItem
}

// Of returns the judgement of an item; one with a new ID, not yet in the book, when there is none.
func Of(b *app.Book, a app.ID[app.Assessment], item string) app.Judgement {
	for j := range b.Judgements.All() {
		if j.Assessment == a && j.Item == item {
			return j
		}
	}
	return app.Judgement{ID: app.NewID[app.Judgement](), Assessment: a, Item: item}
}

// EvidenceOf returns the evidence for a judgement in order.
func EvidenceOf(b *app.Book, j app.ID[app.Judgement]) []app.Evidence {
	return b.Evidence.Where(func(e app.Evidence) bool { return e.Judgement == j })
}

// SaveEvidence returns the edit that saves evidence; a judgement that is not yet in the book is added with it.
func SaveEvidence(b *app.Book, j app.Judgement, e app.Evidence) (app.Edit, error) {
	e.Judgement = j.ID
	if e.ID == "" {
		e.ID = app.NewID[app.Evidence]()
		e.Position = app.NextPosition(EvidenceOf(b, j.ID), func(x app.Evidence) int { return x.Position })
	}
	edit, err := app.Save(b, e)
	if err == nil && b.Find(app.KindJudgement, string(j.ID)) == nil {
		edit.Changes = append([]app.Change{app.Insert(j)}, edit.Changes...)
	}
	return edit, err
}

// Answered tells whether the team has said anything about an item.
func Answered(j app.Judgement) bool {
	return j.NotApplicable || j.Agreed > 0 || j.Dissent != "" || j.Practice != "" || j.Needs != "" || j.Ideas != ""
}

// Differed tells whether the team voted and agreed to differ: the reason is kept instead of a level.
func Differed(j app.Judgement) bool {
	return j.Votes > 0 && j.Agreed == 0 && j.Dissent != "" && !j.NotApplicable
}

// Gap is how many levels the target lies above the agreed level; 0 when either is missing.
func Gap(j app.Judgement) int {
	if j.NotApplicable || j.Agreed == 0 || j.Target == 0 {
		return 0
	}
	return max(0, j.Target-j.Agreed)
}

// Spread is the distance between the lowest and highest vote; 0 when there was none.
func Spread(j app.Judgement) int { return j.Highest - j.Lowest }

// Apart is the spread from which on a team sees an item differently.
const Apart = 2

// Divided tells whether the team saw an item differently.
func Divided(j app.Judgement) bool {
	return !j.NotApplicable && (Spread(j) >= Apart || Differed(j))
}

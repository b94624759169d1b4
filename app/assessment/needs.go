package assessment

import (
	"cmp"
	"slices"

	"waymark/app"
)

// Proposal is a need that a round suggests, with what speaks for it.
type Proposal struct {
	Row     Row
	Text    string     // what the team wrote in the box of needs; empty when it wrote nothing
	Reasons []app.Text // weightiest first
	Weight  float64
}

// Distances from which on something speaks for a need, in levels.
const (
	wideGap      = 1
	wideGroupGap = 1.0
)

// Proposals returns the needs that a round suggests and the team has neither taken nor set aside, weightiest first. An item
// is proposed when the team wrote a need, when its target lies higher, when the votes or the groups lay apart.
func (r Results) Proposals(b *app.Book) []Proposal {
	taken := map[string]bool{}
	for n := range b.Needs.All() {
		if j, ok := b.Judgements.Get(n.Judgement); ok && n.Cycle == r.Round.Cycle {
			taken[j.Item] = true // an earlier round of the cycle asked the same
		}
	}
	var proposals []Proposal
	for _, row := range r.Rows {
		j := row.Judgement
		if !Answered(j) || j.NotApplicable || j.Aside || taken[row.Item.Key] {
			continue
		}
		if p, ok := r.proposal(row); ok {
			proposals = append(proposals, p)
		}
	}
	slices.SortStableFunc(proposals, func(a, b Proposal) int { return cmp.Compare(b.Weight, a.Weight) })
	return proposals
}

func (r Results) proposal(row Row) (Proposal, bool) {
	j := row.Judgement
	p := Proposal{Row: row, Text: app.CleanLine(j.Needs)}
	strong := p.Text != ""
	because := func(weight float64, speaks bool, text app.Text) {
		if weight > 0 {
			p.Reasons = append(p.Reasons, text)
			p.Weight += weight
			strong = strong || speaks
		}
	}
	if p.Text != "" {
		p.Weight += 2
	}
	gap := Gap(j)
	because(2*float64(gap), gap >= wideGap, app.Say("assessment.need.gap", "from", r.Framework.LevelName(j.Agreed), "to",
		r.Framework.LevelName(j.Target), "count", gap))
	if Divided(j) {
		text := app.Say("assessment.need.spread", "lowest", j.Lowest, "highest", j.Highest)
		if Differed(j) {
			text = app.Say("assessment.need.differed")
		}
		because(max(1, float64(Spread(j))), true, text)
	}
	if low, high, gap, ok := row.GroupGap(); ok && gap >= wideGroupGap {
		because(1.5*gap, true, app.Say("assessment.need.groups", "low", r.Groups[low.Group].Name, "low_mean", app.TenthOf(low.Mean),
			"high", r.Groups[high.Group].Name, "high_mean", app.TenthOf(high.Mean)))
	}
	if far, by := row.farFromTeam(); by >= wideGroupGap {
		because(1.5*by, true, app.Say("assessment.need.team_higher", "group", r.Groups[far.Group].Name, "mean", app.TenthOf(far.Mean),
			"level", r.Framework.LevelName(j.Agreed)))
	}
	if row.Bold() {
		because(0.5, false, app.Say("assessment.need.bold"))
	}
	if row.Last > 0 && row.Rated() && j.Agreed < row.Last {
		because(1, true, app.Say("assessment.need.fell", "from", r.Framework.LevelName(row.Last), "to", r.Framework.LevelName(j.Agreed)))
	}
	return p, strong
}

// Take returns the edit that makes a proposal a need of the cycle, in the words and with the reason that the team gives it.
func Take(b *app.Book, p Proposal, cycle app.ID[app.Cycle], text, reason string) (app.Edit, error) {
	all := b.Needs.Where(func(n app.Need) bool { return n.Cycle == cycle })
	return app.Save(b, app.Need{ID: app.NewID[app.Need](), Cycle: cycle, Text: app.CleanLine(text), Reason: app.Clean(reason),
		Judgement: p.Row.Judgement.ID, Position: app.NextPosition(all, func(n app.Need) int { return n.Position })})
}

// SetAside returns the edit that sets what is proposed from an item aside, or takes that back.
func SetAside(b *app.Book, a app.ID[app.Assessment], item string, aside bool) (app.Edit, error) {
	j := Of(b, a, item)
	j.Aside = aside
	return app.Save(b, j)
}

// Aside returns the rows whose proposal is set aside.
func (r Results) Aside() []Row {
	return r.top(len(r.Rows), func(x Row) bool { return x.Judgement.Aside && !x.Judgement.NotApplicable }, func(a, b Row) int { return 0 })
}

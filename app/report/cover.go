package report

import "waymark/app/prepare"

// cover is the first page: whose plan it is, for when, and how far it has come.
func (p *plan) cover() Cover {
	c := Cover{
		Logo:   p.school.Logo,
		School: p.school.Name,
		Title:  p.say("report.title"),
		Period: prepare.Period(p.cycle),
		State:  p.state(),
	}
	if c.Period == p.cycle.Name && c.Period != "" && !p.cycle.Start.IsZero() {
		c.Period += ", " + p.span(p.cycle.Start, p.cycle.End)
	}
	if p.school.Type != "" {
		c.Details = append(c.Details, p.school.Type)
	}
	if p.school.Address != "" {
		c.Details = append(c.Details, p.school.Address)
	}
	if p.school.Owner != "" {
		c.Details = append(c.Details, p.say("report.cover.owner", "name", p.school.Owner))
	}
	if p.school.Head != "" {
		c.Details = append(c.Details, p.say("report.cover.head", "name", p.school.Head))
	}
	return c
}

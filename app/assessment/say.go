package assessment

import "waymark/app"

// AtLevel, FromTo and SeenApart are the findings about an item as sentences: its level, its way to the target, and how
// differently the team saw it.
func (r Results) AtLevel(row Row) app.Text {
	return app.Say("assessment.at_level", "name", r.Framework.ItemName(row.Item), "level", row.Judgement.Agreed)
}

// FromTo is described at AtLevel.
func (r Results) FromTo(row Row) app.Text {
	return app.Say("assessment.from_to", "name", r.Framework.ItemName(row.Item), "from", row.Judgement.Agreed, "to", row.Judgement.Target)
}

// mostReason is how many letters of a reason to differ a finding shows.
const mostReason = 120

// SeenApart is described at AtLevel.
func (r Results) SeenApart(row Row) app.Text {
	if Differed(row.Judgement) {
		return app.Say("assessment.differed", "name", r.Framework.ItemName(row.Item), "reason", app.Shorten(row.Judgement.Dissent, mostReason))
	}
	return app.Say("assessment.votes_from_to", "name", r.Framework.ItemName(row.Item), "lowest", row.Judgement.Lowest, "highest", row.Judgement.Highest)
}

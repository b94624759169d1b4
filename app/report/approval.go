package report

// approval says whether the plan is adopted and leaves room to sign.
func (p *plan) approval() Section {
	text := p.say("report.approval.draft")
	if !p.vision.Adopted.IsZero() {
		text = p.state() + "."
	}
	return Section{Title: p.say("report.approval.title"), Blocks: []Block{
		Paragraph{Text: text},
		Signatures{[]Signature{
			{Under: p.say("report.approval.head"), Name: p.school.Head},
			{Under: p.say("report.approval.owner"), Name: p.school.Owner},
			{Under: p.say("report.approval.board")},
		}},
	}}
}

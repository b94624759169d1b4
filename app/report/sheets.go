package report

import (
	"waymark/app/prepare"
	"waymark/app/vision"
)

// slipsOnAPage is how many ideas are asked for on a sheet.
const slipsOnAPage = 3

// VisionSheets returns blank sheets for the silent part of the vision workshop: a page for each guiding question with
// slips to write on and to cut apart. Without questions there is one page with a question that fits any school.
func VisionSheets(in Input) Document {
	p := paperOf(in)
	d := p.document(p.say("report.sheets.title"))
	d.Loose, d.Footer, d.PageOf = true, "", nil
	sheet := func(question string) {
		d.Sections = append(d.Sections, Section{NewPage: true, Blocks: []Block{Slips{
			Above:    joined(" · ", p.school.Name, p.say("report.workshop"), prepare.Period(p.cycle)),
			Question: question,
			Hint:     p.say("report.sheets.hint"),
			Count:    slipsOnAPage,
			Box:      p.say("report.sheets.box"),
		}}})
	}
	for _, q := range vision.Questions(p.book, in.Cycle) {
		sheet(q.Text)
	}
	if len(d.Sections) == 0 {
		sheet(p.say("report.sheets.question"))
	}
	return d
}

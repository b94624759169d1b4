package report

import (
	"strings"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/vision"
)

// Input is what a document is made from.
type Input struct {
	Book       *app.Book
	Cycle      app.ID[app.Cycle]
	Frameworks []app.Framework // the shipped self-assessment instruments
	Words      Words
	Measure    chart.Measure // of the faces that figures are set in
	Today      app.Date      // the date of a draft, and the day that decides what is overdue
}

// paper is what all documents share: whose they are, and how things are said in the language of print.
type paper struct {
	in     Input
	book   *app.Book
	words  Words
	school app.School
	cycle  app.Cycle
	vision app.Vision
}

func paperOf(in Input) paper {
	cycle, _ := in.Book.Cycles.Get(in.Cycle)
	return paper{in: in, book: in.Book, words: in.Words, school: in.Book.School(), cycle: cycle, vision: vision.Of(in.Book, in.Cycle)}
}

// document is a document without its content; details follow its title in the footer.
func (p *paper) document(title string, details ...string) Document {
	return Document{
		Title:    joined(": ", p.school.Name, title),
		Author:   p.school.Name,
		Language: p.words.Language(),
		Created:  p.in.Today,
		Footer:   joined(" · ", append([]string{p.school.Name, title}, details...)...),
		PageOf: func(page, pages int) string {
			return p.say("report.page_of", "page", page, "pages", pages)
		},
	}
}

func (p *paper) say(key string, pairs ...any) string { return p.words.Say(key, pairs...) }

// sentence is a paragraph of one sentence.
func (p *paper) sentence(key string, pairs ...any) Paragraph {
	return Paragraph{Text: p.say(key, pairs...)}
}

// note is a small grey paragraph.
func (p *paper) note(key string, pairs ...any) Paragraph {
	return Paragraph{Style: Quiet, Text: p.say(key, pairs...)}
}

// heading is a sub-heading of a section.
func (p *paper) heading(key string) Heading { return Heading{Level: 2, Text: p.say(key)} }

// nothing is a section that says in one sentence that there is nothing in it yet.
func (p *paper) nothing(title, sentence string) Section {
	return Section{Title: p.say(title), Blocks: []Block{p.sentence(sentence)}}
}

// state says whether the plan is a draft or adopted, when and by whom.
func (p *paper) state() string {
	switch {
	case p.vision.Adopted.IsZero():
		return p.say("report.state.draft", "date", p.in.Today)
	case p.vision.AdoptedBy == "":
		return p.say("report.state.adopted", "date", p.vision.Adopted)
	}
	return p.say("report.state.adopted_by", "date", p.vision.Adopted, "body", p.vision.AdoptedBy)
}

// span returns two dates as from–to; one alone when the other is not given.
func (p *paper) span(from, to app.Date) string {
	return joined("–", p.words.ShortDate(from), p.words.ShortDate(to))
}

// day returns a date for a table; it is not broken over lines.
func (p *paper) day(d app.Date) string {
	return strings.ReplaceAll(p.words.ShortDate(d), " ", "\u00a0")
}

// joined joins the parts that are not empty.
func joined(between string, parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, between)
}

// orDash returns text, or an en dash in place of nothing.
func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

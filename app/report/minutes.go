package report

import (
	"slices"
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/app/vision"
)

// VisionMinutes returns the minutes of the vision workshop: who was there by role, never by name, what was asked, thought,
// voted and worded, and what was decided. Of votes it has the counts, which are all that is kept.
func VisionMinutes(in Input) Document {
	p := paperOf(in)
	title := p.say("report.minutes.title")
	d := p.document(title, p.say("report.minutes.as_of", "date", in.Today))
	d.Loose = true
	s := Section{Title: title, Blocks: []Block{p.facts()}}
	for _, part := range [][]Block{p.asked(), p.thought(), p.voted(), p.foreseen(), p.worded(), p.decided(), p.versions()} {
		s.Blocks = append(s.Blocks, part...)
	}
	d.Sections = []Section{s.with(Signatures{[]Signature{{Under: p.say("report.minutes.led")}, {Under: p.say("report.minutes.kept")}}})}
	return d
}

// facts is whose workshop it was, when, and who was there.
func (p *paper) facts() Table {
	t := Table{Columns: []Column{{Weight: 1}, {Weight: 3.4}}}
	add := func(key, value string) {
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: p.say(key), Bold: true}, {Text: value}}})
	}
	if p.school.Name != "" {
		add("report.minutes.school", p.school.Name)
	}
	if period := prepare.Period(p.cycle); period != "" {
		add("report.minutes.period", period)
	}
	add("report.minutes.days", p.days())
	add("report.minutes.present", p.present())
	return t
}

// days are those on which something was voted on; other days are not kept.
func (p *paper) days() string {
	var days []app.Date
	for _, vote := range vision.Votes(p.book, p.in.Cycle) {
		days = append(days, vote.Held)
	}
	for _, draft := range vision.Drafts(p.book, p.in.Cycle) {
		if support, ok := vision.SupportOf(p.book, draft.ID); ok {
			days = append(days, support.Held)
		}
	}
	days = slices.DeleteFunc(days, app.Date.IsZero)
	slices.SortFunc(days, app.Date.Compare)
	var said []string
	for _, day := range slices.Compact(days) {
		said = append(said, p.words.Date(day))
	}
	if len(said) == 0 {
		return p.say("report.minutes.no_days")
	}
	return strings.Join(said, ", ")
}

// present lists the roles of the team, each once with how many have it.
func (p *paper) present() string {
	var roles []string
	have := map[string]int{}
	for m := range p.book.Members.All() {
		if m.Role == "" {
			continue
		}
		if have[m.Role]++; have[m.Role] == 1 {
			roles = append(roles, m.Role)
		}
	}
	if len(roles) == 0 {
		return p.say("report.minutes.nobody")
	}
	for i, role := range roles {
		if n := have[role]; n > 1 {
			roles[i] += " (" + strconv.Itoa(n) + ")"
		}
	}
	return strings.Join(roles, ", ")
}

// asked lists the guiding questions.
func (p *paper) asked() []Block {
	blocks := []Block{p.heading("report.minutes.questions")}
	var list List
	for i, q := range vision.Questions(p.book, p.in.Cycle) {
		list.Entries = append(list.Entries, Entry{Code: strconv.Itoa(i + 1), Text: q.Text})
	}
	if len(list.Entries) == 0 {
		return append(blocks, p.sentence("report.minutes.no_questions"))
	}
	return append(blocks, list)
}

// thought lists the ideas by theme, with every wording.
func (p *paper) thought() []Block {
	blocks := []Block{p.heading("report.minutes.ideas")}
	board := vision.BoardOf(p.book, p.in.Cycle)
	counts := p.said(len(vision.Ideas(p.book, p.in.Cycle)), len(board.Columns))
	if counts == "" {
		return append(blocks, p.sentence("report.board.none"))
	}
	blocks = append(blocks, p.sentence("report.minutes.counts", "counts", counts))
	for _, column := range board.Columns {
		title := column.Theme.Name
		if column.Voted {
			title += " – " + p.say("report.dots", "count", column.Dots)
		}
		blocks = append(blocks, p.ideas(title, column.Ideas)...)
	}
	if len(board.Free) > 0 {
		blocks = append(blocks, p.ideas(p.say("report.board.free"), board.Free)...)
	}
	return blocks
}

func (p *paper) ideas(title string, ideas []app.Idea) []Block {
	if len(ideas) == 0 {
		return []Block{Heading{Level: 3, Text: title}, p.sentence("report.minutes.no_ideas")}
	}
	var list List
	for _, idea := range ideas {
		wordings := vision.Wordings(idea)
		text := wordings[0]
		if len(wordings) > 1 {
			text += "\n" + p.say("report.minutes.also", "wordings", strings.Join(wordings[1:], " / "))
		}
		list.Entries = append(list.Entries, Entry{Text: text})
	}
	return []Block{Heading{Level: 3, Text: title}, list}
}

// foreseen is what each group will see.
func (p *paper) foreseen() []Block {
	if !vision.HasPerspectives(p.book, p.in.Cycle) {
		return nil
	}
	return append([]Block{p.heading("report.seen.title")}, p.seen(Body)...)
}

// decided is the statement with values, lines and how it was adopted.
func (p *paper) decided() []Block {
	blocks := []Block{p.heading("report.minutes.statement")}
	if p.vision.Statement == "" {
		blocks = append(blocks, p.sentence("report.vision.no_statement"))
	} else {
		blocks = append(blocks, Paragraph{Style: Lead, Text: p.vision.Statement})
	}
	if p.vision.Values != "" {
		blocks = append(blocks, Heading{Level: 3, Text: p.say("report.vision.values")}, values(p.vision.Values))
	}
	if lines := p.numbered(); len(lines) > 0 {
		blocks = append(blocks, Heading{Level: 3, Text: p.say("report.vision.lines")}, List{lines})
	}
	blocks = append(blocks, p.heading("report.minutes.decision"))
	if p.vision.Adopted.IsZero() {
		return append(blocks, p.sentence("report.minutes.not_adopted"))
	}
	return append(blocks, Paragraph{Text: strings.Join(p.adoption(), "\n")})
}

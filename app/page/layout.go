package page

import (
	"strconv"

	"waymark/app"
	"waymark/app/chart"
	"waymark/app/report"
)

// The faces of a document.
var (
	bodyFace    = face{10.5, 14, false, chart.Ink}
	strongFace  = face{10.5, 14, true, chart.Ink}
	leadFace    = face{14, 20, false, chart.Ink}
	quietFace   = face{8.5, 11.5, false, chart.Quiet}
	cellFace    = face{9.5, 12.5, false, chart.Ink}
	cellBold    = face{9.5, 12.5, true, chart.Ink}
	smallFace   = face{8.5, 11.5, false, chart.Ink}
	smallBold   = face{8.5, 11.5, true, chart.Ink}
	noteFace    = face{8.5, 11.5, false, chart.Quiet}
	noteBold    = face{8.5, 11.5, true, chart.Quiet}
	headFace    = face{8.5, 11.5, true, chart.Ink}
	codeFace    = face{8.5, 12.5, true, chart.Next}
	chapterFace = face{20, 25, true, chart.Ink}
	sectionFace = face{13.5, 18, true, chart.Ink}
	partFace    = face{11, 15, true, chart.Ink}
	footFace    = face{8, 10.5, false, chart.Quiet}
)

// Layout sets a document into pages. Equal documents and measures give equal sets. The widths of measure must add up
// letter by letter, as without kerning.
func Layout(doc report.Document, measure Measure) Set {
	s := &setter{doc: doc, measure: measure, set: Set{Title: Clean(doc.Title), Author: Clean(doc.Author), Language: doc.Language,
		Created: doc.Created}}
	s.flow.set = &s.set
	if !doc.Loose {
		s.cover()
	}
	contents := s.contents()
	for i := range doc.Sections {
		s.section(doc.Sections[i], i == 0)
	}
	if len(s.set.Pages) == 0 {
		s.flow.newPage() // a document without any page cannot be opened
	}
	contents.fill(s)
	s.footers()
	s.outline()
	return s.set
}

// setter is a layout at work.
type setter struct {
	doc     report.Document
	measure Measure
	set     Set
	flow    flow
	marks   []*mark // in reading order
}

func (s *setter) wrap(text string, width, indent float64, f face) []run {
	return wrap(Clean(text), width, indent, f, s.measure)
}

func (s *setter) wide(text string, f face) float64 { return s.measure(text, f.size, f.bold) }

// leadsIn tells whether block is text that leads in to next, so that it must not be left behind on the page before. The
// first paragraph of a chapter leads in to a heading too.
func leadsIn(block, next report.Block, first bool) bool {
	if _, text := block.(report.Paragraph); !text {
		return false
	}
	switch next.(type) {
	case report.Heading:
		return first
	case report.List, report.Table, report.Figure, report.Panels, report.Signatures:
		return true
	}
	return false
}

// section sets a chapter.
func (s *setter) section(section report.Section, first bool) {
	if section.Landscape != s.flow.landscape || (section.NewPage || first) && !s.flow.atTop {
		s.flow.landscape = section.Landscape
		s.flow.newPage()
	}
	var units []unit
	if section.Title != "" {
		units = s.heading(report.Heading{Level: 1, Text: section.Title})
	}
	for i, block := range section.Blocks {
		units = append(units, s.block(block)...)
		if len(units) > 0 && i+1 < len(section.Blocks) && leadsIn(block, section.Blocks[i+1], i == 0) {
			units[len(units)-1].keep = true
		}
	}
	s.flow.place(units)
}

func (s *setter) block(block report.Block) []unit {
	switch b := block.(type) {
	case report.Heading:
		return s.heading(b)
	case report.Paragraph:
		return s.paragraph(b)
	case report.List:
		return s.list(b)
	case report.Table:
		return s.table(b)
	case report.Figure:
		return s.figure(b)
	case report.Panels:
		return s.panels(b)
	case report.Signatures:
		return s.signatures(b)
	case report.Slips:
		return s.slips(b)
	case report.Board:
		return s.board(b)
	case report.Poster:
		return s.poster(b)
	}
	return nil
}

// footers sets the footer of every page but the cover. A loose sheet needs none when there is nothing to say in it.
func (s *setter) footers() {
	pages := len(s.set.Pages)
	footer := Clean(s.doc.Footer)
	first := 1
	if s.doc.Loose {
		first = 0
	}
	if s.doc.Loose && footer == "" && s.doc.PageOf == nil {
		return
	}
	for i := first; i < pages; i++ {
		p := &s.set.Pages[i]
		var u unit
		top := p.Height - 15.5
		right := p.Width - margin
		u.rule(margin, right, top-1.2, 0.15, chart.Hairline)
		number := strconv.Itoa(i+1) + " / " + strconv.Itoa(pages)
		if s.doc.PageOf != nil {
			number = Clean(s.doc.PageOf(i+1, pages))
		}
		u.label(right, top, number, footFace, chart.End)
		for j, line := range s.wrap(footer, right-margin-s.wide(number, footFace)-8, 0, footFace) {
			if j == 2 {
				break // the margin holds two lines
			}
			u.label(margin, top+float64(j)*footFace.line(), line.text, footFace, chart.Start)
		}
		p.Shapes = append(p.Shapes, u.shapes...)
	}
}

// outline makes the bookmarks.
func (s *setter) outline() {
	if s.set.Title != "" {
		s.set.Bookmarks = append(s.set.Bookmarks, Bookmark{Text: app.Shorten(s.set.Title, entryLetters)})
	}
	for _, m := range s.marks {
		level := m.level
		if len(s.set.Bookmarks) == 0 {
			level = 0
		}
		s.set.Bookmarks = append(s.set.Bookmarks, Bookmark{Level: level, Text: m.text, Page: m.page, Y: m.y})
	}
}

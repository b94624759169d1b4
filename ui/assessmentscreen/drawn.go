package assessmentscreen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/ballotbox"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/theme"
)

var _ room.Drawn = (*rating)(nil)

// Draw is called by package room: the levels stay where they are from the first vote to the target, so that the wall is
// calm; votes, the level agreed on and the target come beside them, and below what that means.
func (r *rating) Draw(letters float32) fyne.CanvasObject {
	s := &ratingSheet{rating: r, letters: letters, judged: r.judgement(), view: r.box.View(), settled: r.settled(), texts: descriptors(r.host, r.f, r.item),
		said: r.notes()}
	s.sheet = &fyne.Container{Layout: s}
	return s.sheet
}

// ratingSheet lays out a rating for the room that it gets, in the largest type at which all is seen.
type ratingSheet struct {
	*rating
	letters float32
	judged  app.Judgement // what is drawn, asked for once for all sizes that are tried
	view    ballotbox.View
	settled bool
	texts   []string
	said    []room.Point
	sheet   *fyne.Container
	drawn   fyne.Size
}

// The type tried, largest first, in steps, as shares of the smallest letters of a wall.
const (
	largest  = 2.0
	sizeStep = 0.05
)

const (
	votesWide  = 0.14 // of the width, for bars beside the levels
	textAt     = 2.0  // in letters, where levels and notes begin beside their marks
	noteGap    = 0.45 // in letters, between two notes
	votesGap   = 0.4  // in letters, between levels and what stands beside them
	wordsWide  = 0.2  // of the width, for words beside the levels
	toTarget   = "→ " // before the word for the target
	notesLines = 3    // for which there is always room below them, with a gap between two notes
	mostLines  = 4    // of one note
	mostCut    = 8    // of one level or note where not all of them can be seen to their ends
)

// MinSize is called by Fyne.
func (s *ratingSheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout is called by Fyne.
func (s *ratingSheet) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size == s.drawn {
		return
	}
	s.drawn = size
	most := make([]int, len(s.texts)+len(s.said))
	try := func(share float32, reserved int) bool {
		objects, high := s.set(size.Width, share*s.letters, most, reserved)
		s.sheet.Objects = objects
		return high <= size.Height
	}
	for i := range s.said { // a level is seen to its end when it can be
		most[len(s.texts)+i] = mostLines
	}
	for _, reserved := range []int{notesLines, 0} { // rather a text that grows smaller after the vote than one that is cut
		for step := 0; largest-float32(step)*sizeStep >= 0.999; step++ {
			if try(largest-float32(step)*sizeStep, reserved) {
				return
			}
		}
	}
	for i := range most { // of very long texts only the beginning is seen
		most[i] = 1
	}
	for lines := 2; lines <= mostCut; lines++ { // the room that is left goes to them in turn, line by line
		for i, before := range most {
			if most[i] = lines; !try(1, 0) {
				most[i] = before
			}
		}
	}
	try(1, 0)
}

// set draws everything with letters of a size and tells how high it is, with room for so many lines of notes; most is how many
// lines each level, and then each note, has at most, 0 for as many as it takes.
func (s *ratingSheet) set(width, letters float32, most []int, reserved int) (objects []fyne.CanvasObject, high float32) {
	if s.pen != nil {
		for i, line := range kit.Broken(s.pen.Seen(), width, letters*1.4, fyne.TextStyle{}, 8) {
			objects = append(objects, kit.Word(line, 0, float32(i)*letters*1.4*kit.LineHigh, letters*1.4, false, fynetheme.ColorNameForeground))
		}
		return objects, 0
	}
	y := float32(0)
	for level := 1; level <= s.item.Levels; level++ {
		row, rowHigh := s.level(level, y, width, letters, most[level-1])
		objects, y = append(objects, row...), y+rowHigh
	}
	if len(s.said) == 0 && reserved == 0 {
		return objects, y
	}
	y += letters * 0.4
	below := y
	for i, note := range s.said {
		if i > 0 {
			y += letters * noteGap
		}
		if note.Mark != "" {
			objects = append(objects, kit.Word(note.Mark, 0, y, letters, true, fynetheme.ColorNamePrimary))
		}
		for _, line := range kit.Broken(note.Text, width-letters*textAt, letters, fyne.TextStyle{Bold: note.Strong}, most[len(s.texts)+i]) {
			objects = append(objects, kit.Word(line, letters*textAt, y, letters, note.Strong, fynetheme.ColorNameForeground))
			y += letters * kit.LineHigh
		}
	}
	return objects, max(y, below+letters*(float32(reserved)*kit.LineHigh+noteGap))
}

// level draws one level, on at most most lines, with what stands beside it.
func (s *ratingSheet) level(level int, y, width, letters float32, most int) (objects []fyne.CanvasObject, high float32) {
	j, view := s.judged, s.view
	agreed, target := s.settled && level == j.Agreed, s.settled && level == j.Target
	counting := !s.settled && view.Options[level-1].Here
	votes := s.votesWidth(width, letters)
	text := s.texts[level-1]
	broken := kit.Broken(text, width-letters*(textAt+0.4)-votes, letters, fyne.TextStyle{Bold: true}, most) // bold is wider, and comes later
	word := kit.Broken(s.wordFor(level), votes-letters*votesGap, letters, fyne.TextStyle{Bold: true}, 0)
	high = letters * (kit.LineHigh*float32(max(len(broken), len(word))) + 0.65)
	ink, mark := fynetheme.ColorNameForeground, fynetheme.ColorNamePrimary
	if agreed || target || counting {
		ground := canvas.NewRectangle(theme.Of(fynetheme.ColorNameBackground))
		ground.CornerRadius = letters / 4
		ground.Move(fyne.NewPos(-letters/2, y))
		ground.Resize(fyne.NewSize(width+letters, high-letters*0.25))
		switch {
		case agreed:
			ground.FillColor = theme.Of(fynetheme.ColorNamePrimary)
			ink, mark = fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnPrimary
		case counting:
			ground.FillColor = theme.Of(theme.ColorTint)
		}
		ground.StrokeColor, ground.StrokeWidth = theme.Of(fynetheme.ColorNamePrimary), theme.Units(2)
		objects = append(objects, ground)
	}
	top := y + letters*0.2
	objects = append(objects, kit.Word(strconv.Itoa(level), 0, top, letters, true, mark))
	for i, line := range broken {
		objects = append(objects, kit.Word(line, letters*textAt, top+float32(i)*letters*kit.LineHigh, letters, agreed, ink))
	}
	x := width - votes + letters*votesGap
	for i, line := range word {
		objects = append(objects, kit.Word(line, x, top+float32(i)*letters*kit.LineHigh, letters, true, ink))
	}
	if !s.settled && view.Revealed {
		objects = append(objects, s.votes(view.Options[level-1], x, top, votes-letters*votesGap, letters, ink)...)
	}
	return objects, high
}

// votesWidth is the room beside the levels: for bars and for each word that can stand there, which is broken where it would
// take too much from the levels.
func (s *ratingSheet) votesWidth(width, letters float32) float32 {
	measure := func(text string) float32 {
		return fyne.MeasureText(text, letters, fyne.TextStyle{Bold: true}).Width + letters*votesGap
	}
	widest := width * votesWide
	for _, words := range []string{s.say("room.rate.stays"), s.say("room.rate.here"), toTarget + s.say("room.rate.aim")} {
		wide := measure(words)
		if wide > width*wordsWide {
			wide = width * wordsWide
			for _, word := range strings.Fields(words) {
				wide = max(wide, measure(word))
			}
		}
		widest = max(widest, wide)
	}
	return widest
}

// wordFor says that a level is the one agreed on or the target, or that its hands were counted; empty for neither.
func (s *ratingSheet) wordFor(level int) string {
	j := s.judged
	switch {
	case s.settled && level == j.Agreed && level == j.Target:
		return s.say("room.rate.stays")
	case s.settled && level == j.Agreed:
		return s.say("room.rate.here")
	case s.settled && level == j.Target:
		return toTarget + s.say("room.rate.aim")
	case !s.settled && !s.view.Revealed && s.view.Options[level-1].Done:
		return "✓"
	}
	return ""
}

// votes draws how many chose a level.
func (s *ratingSheet) votes(o ballotbox.Option, x, y, width, letters float32, ink fyne.ThemeColorName) []fyne.CanvasObject {
	number := kit.Word(strconv.Itoa(o.Count), 0, y, letters, o.Most, ink)
	bar := canvas.NewRectangle(theme.Of(fynetheme.ColorNamePrimary))
	bar.Move(fyne.NewPos(x, y+letters*0.35))
	bar.Resize(fyne.NewSize(max(theme.Units(2), (width-letters*2.2)*o.Share), letters*0.75))
	number.Move(fyne.NewPos(x+bar.Size().Width+letters/3, y))
	if o.Before == "" {
		return []fyne.CanvasObject{bar, number}
	}
	return []fyne.CanvasObject{bar, number, kit.Word(o.Before, x, y+letters*1.1, letters*0.92, false, ink)}
}

// notes are what is said below the levels: what a vote found, what the team said, and then what surveyed groups say, which
// nobody sees before the team has voted.
func (r *rating) notes() []room.Point {
	j, settled := r.judgement(), r.settled()
	if settled && j.NotApplicable {
		return []room.Point{{Text: r.say("assessment.item.left_out_short"), Strong: true}}
	}
	if !settled && !r.box.View().Revealed {
		return nil
	}
	results, row := r.seen()
	var points []room.Point
	if settled {
		points = r.said(j, row)
	} else {
		points = []room.Point{{Text: strings.Join(r.box.View().Findings, " · "), Strong: true}}
	}
	if groups := groupsSaid(r.host, results, row); groups != "" {
		points = append(points, room.Point{Mark: "•", Text: groups})
	}
	return points
}

// said is what stands beside an agreed level: that the team differs, other views, and what a visitor would need to see.
func (r *rating) said(j app.Judgement, row assessment.Row) []room.Point {
	var points []room.Point
	switch {
	case assessment.Differed(j):
		points = append(points, room.Point{Mark: "≠", Text: r.say("room.rate.differed", "reason", j.Dissent), Strong: true})
	case j.Dissent != "":
		points = append(points, room.Point{Mark: "≠", Text: j.Dissent})
	}
	if visitor := r.host.Words().Text(r.f.Visitor(r.item)); row.Bold() && visitor != "" {
		points = append(points, room.Point{Mark: "?", Text: r.say("assessment.item.visitor", "text", visitor)})
	}
	return points
}

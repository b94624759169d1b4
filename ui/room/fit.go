package room

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// The sizes of type, as shares of the height of the wall. Nothing is ever smaller than smallest, so that the last row can
// read it; what does not fit then goes on another page.
const (
	smallest  = 1.0 / 36
	whereSize = 1.0 / 32
	footSize  = 1.0 / 36
	timerSize = 1.0 / 14
)

// The sizes tried, largest first. A sentence that stands alone may be larger than a question with points below it.
var (
	aloneSizes = []float32{1.0 / 8, 1.0 / 9.5, 1.0 / 11, 1.0 / 13, 1.0 / 16, 1.0 / 20, 1.0 / 26, smallest}
	titleSizes = []float32{1.0 / 11, 1.0 / 13, 1.0 / 16, 1.0 / 20, 1.0 / 26, smallest}
	pointSizes = []float32{1.0 / 17, 1.0 / 20, 1.0 / 24, 1.0 / 28, 1.0 / 32, smallest}
)

// severalSize is the type of points that take several walls anyhow.
const severalSize = 1.0 / 27

// ruler measures words, each once at each size: letters are drawn in whole sizes, so widths do not grow evenly with the size.
type ruler struct {
	measure func(text string, size float32, bold bool) float32
	known   map[measured]float32
}

type measured struct {
	word string
	size float32
	bold bool
}

// mostKnown is how many measures are kept.
const mostKnown = 10000

func newRuler() *ruler {
	return &ruler{known: map[measured]float32{}, measure: func(text string, size float32, bold bool) float32 {
		return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width
	}}
}

func (r *ruler) width(word string, size float32, bold bool) float32 {
	key := measured{word, size, bold}
	w, ok := r.known[key]
	if !ok {
		if len(r.known) > mostKnown { // sizes that are not used any more
			clear(r.known)
		}
		w = r.measure(word, size, bold)
		r.known[key] = w
	}
	return w
}

// placed is one line of text, or a band behind text, at its place.
type placed struct {
	text        string
	x, y        float32
	size        float32 // of the type
	bold        bool
	role        fyne.ThemeColorName
	width, high float32 // of a band; 0 for text
	veil        bool
}

// sheet is the room on a wall of a size.
type sheet struct {
	ruler         *ruler
	width, height float32
}

func (s sheet) edge() float32 { return s.height / 16 }

// lineHeight is the distance of two lines of type of a size.
func lineHeight(size float32) float32 { return size * 1.35 }

// words parts a line where it may be broken: not at a no-break space, unless what it holds together is wider than width.
func (s sheet) words(line string, size float32, bold bool, width float32) (words []string) {
	for _, together := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) && r != noBreak }) {
		if strings.ContainsRune(together, noBreak) && s.ruler.width(together, size, bold) > width {
			words = append(words, strings.Fields(together)...)
			continue
		}
		words = append(words, together)
	}
	return words
}

const noBreak = '\u00a0'

// wrapped breaks a text into lines of at most width. A word that is wider is broken.
func (s sheet) wrapped(text string, size float32, bold bool, width float32) []string {
	width *= 0.99 // a line is a little wider than its words
	space := s.ruler.width(" ", size, bold)
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		var line []string
		used := float32(0)
		end := func() {
			lines = append(lines, strings.Join(line, " "))
			line, used = nil, 0
		}
		for _, word := range s.words(paragraph, size, bold, width) {
			w := s.ruler.width(word, size, bold)
			if len(line) > 0 && used+space+w > width {
				end()
			}
			for len(line) == 0 && w > width {
				head, tail := s.broken(word, size, bold, width)
				if tail == "" {
					break
				}
				lines = append(lines, head)
				word, w = tail, s.ruler.width(tail, size, bold)
			}
			if len(line) > 0 {
				used += space
			}
			line, used = append(line, word), used+w
		}
		end()
	}
	return lines
}

// broken parts a word so that the head is no wider than width, but at least one letter, and no letter loses its accents.
func (s sheet) broken(word string, size float32, bold bool, width float32) (head, tail string) {
	runes := []rune(word)
	n := sort.Search(len(runes), func(i int) bool { return s.ruler.width(string(runes[:i+1]), size, bold) > width })
	n = max(1, n)
	whole := n
	for n > 1 && n < len(runes) && (unicode.Is(unicode.M, runes[n]) || runes[n] == joiner || runes[n-1] == joiner) {
		n--
	}
	if n == 1 { // a heap of accents wider than the wall
		n = whole
	}
	return string(runes[:n]), string(runes[n:])
}

// joiner makes one sign of the two around it, such as a family of its members.
const joiner = '\u200d'

// frame sets what stands above and below a step and returns the room that is left between.
func (s sheet) frame(step Step, colours roles) (head, foot []placed, top, bottom float32) {
	edge := s.edge()
	width := s.width - 2*edge
	top = edge
	if step.Where != "" {
		for _, line := range s.wrapped(step.Where, s.height*whereSize, true, width*0.78) {
			head = append(head, placed{text: line, x: edge, y: top, size: s.height * whereSize, bold: true, role: colours.quiet})
			top += lineHeight(s.height * whereSize)
		}
		top += edge / 4
	}
	size := s.height * footSize
	set := func(text string, bold bool, role fyne.ThemeColorName) {
		if text == "" {
			return
		}
		for _, line := range s.wrapped(text, size, bold, width) {
			foot = append(foot, placed{text: line, x: edge, y: lineHeight(size) * float32(len(foot)), size: size, bold: bold, role: role})
		}
	}
	if step.Wrong != "" {
		set("▲ "+step.Wrong, true, colours.wrong)
	}
	set(step.Foot, false, colours.quiet)
	bottom = s.height - edge - lineHeight(size)*float32(len(foot))
	for i := range foot {
		foot[i].y += bottom
	}
	if len(foot) > 0 {
		bottom -= edge / 4
	}
	return head, foot, top, bottom
}

// pages sets a step: as large as it fits on one wall or, at the smallest type, on several.
func (s sheet) pages(step Step, colours roles) [][]placed {
	head, foot, top, bottom := s.frame(step, colours)
	if len(step.Points) == 0 {
		for _, share := range aloneSizes {
			if lines, y := s.title(step.Title, s.height*share, top, colours); y <= bottom {
				return [][]placed{slices.Concat(head, sunk(lines, bottom-y), foot)}
			}
		}
	}
	for i, share := range titleSizes {
		for _, size := range pointSizes {
			if size > share {
				continue
			}
			if size < share/2 && i < len(titleSizes)-1 {
				break // a smaller title looks better than a giant one above tiny points
			}
			if body, left, ok := s.body(step, s.height*share, s.height*size, top, bottom, colours); ok {
				return [][]placed{slices.Concat(head, sunk(body, left), foot)}
			}
		}
	}
	return s.several(step, head, foot, top, bottom, colours)
}

// sunk moves lines down by a part of the room that is left below them, so that little stands near the middle.
func sunk(lines []placed, left float32) []placed {
	for i := range lines {
		lines[i].y += left * 0.35
	}
	return lines
}

// roles are the colours of a wall.
type roles struct{ ink, quiet, accent, wrong, band, onBand fyne.ThemeColorName }

// body sets title and points at the sizes and tells how much room is left; ok is false when they do not fit.
func (s sheet) body(step Step, title, point, top, bottom float32, colours roles) (lines []placed, left float32, ok bool) {
	lines, y := s.title(step.Title, title, top, colours)
	column := s.columns(step.Points, point)
	if column.aside > (s.width-2*s.edge())*mostAside {
		return nil, 0, false
	}
	for _, p := range step.Points {
		if y > bottom {
			return nil, 0, false
		}
		more, next := s.point(p, point, y, column, step.Veiled, colours)
		lines, y = append(lines, more...), next
	}
	if step.Foot == "" { // the last gap may be beyond the wall
		y -= point * pointGap
	}
	return lines, bottom - y, y <= bottom
}

func (s sheet) title(text string, size, top float32, colours roles) (lines []placed, y float32) {
	if text == "" {
		return nil, top
	}
	for _, line := range s.wrapped(text, size, true, s.width-2*s.edge()) {
		lines = append(lines, placed{text: line, x: s.edge(), y: top, size: size, bold: true, role: colours.ink})
		top += lineHeight(size)
	}
	return lines, top + size/2
}

// columns are the rooms for the marks of points, so that their texts begin at one edge, and for what stands behind the texts.
type columns struct {
	mark, aside float32
	asideAt     float32 // where what stands behind the texts begins
}

// mostAside is how much of the width what stands behind the texts may take.
const mostAside = 0.55

// pointGap is the room below a point, as a share of its type.
const pointGap = 0.45

// columns measures the columns of points; a mark that is a phrase has its own.
func (s sheet) columns(points []Point, size float32) (c columns) {
	for _, p := range points {
		if w := s.markWidth(p, size); w <= s.width/5 {
			c.mark = max(c.mark, w)
		}
		if p.Aside != "" {
			c.aside = max(c.aside, s.ruler.width(p.Aside, size, p.Strong || p.Here)+size)
		}
	}
	for _, p := range points {
		if p.Aside != "" {
			for _, line := range s.texts(p, size, c) {
				c.asideAt = max(c.asideAt, s.textAt(p, size, c)+s.ruler.width(line, size, p.Strong || p.Here)+size)
			}
		}
	}
	return c
}

// textAt is where the text of a point begins: at the column unless the mark is wider.
func (s sheet) textAt(p Point, size float32, c columns) float32 {
	if p.Mark == "" {
		return s.edge()
	}
	return s.edge() + max(c.mark, s.markWidth(p, size))
}

// texts are the lines of the text of a point, which leave room for what stands behind it.
func (s sheet) texts(p Point, size float32, c columns) []string {
	width := s.width - s.textAt(p, size, c) - s.edge()
	if p.Here {
		width -= size * bandPad
	}
	if p.Aside != "" {
		width -= c.aside
	}
	return s.wrapped(p.Text, size, p.Strong || p.Here, width)
}

// bandPad is how far the band of what is chosen goes beyond its text, as a share of its type.
const bandPad = 0.25

func (s sheet) markWidth(p Point, size float32) float32 {
	if p.Mark == "" {
		return 0
	}
	return max(size*1.8, s.ruler.width(p.Mark, size, true)+size*0.6)
}

// point sets one point: the mark, beside it the text, and behind that what else there is to say.
func (s sheet) point(p Point, size, top float32, column columns, veiled bool, colours roles) (lines []placed, y float32) {
	edge, x := s.edge(), s.textAt(p, size, column)
	if p.Apart {
		top += size * pointGap * 1.5
	}
	role, mark := colours.ink, colours.accent
	pad := float32(0)
	if p.Here {
		role, mark = colours.onBand, colours.onBand
		pad = size * bandPad
	}
	texts := s.texts(p, size, column)
	if veiled {
		texts = texts[:1] // how long it is would say what it is
	}
	height := lineHeight(size) * float32(len(texts))
	if p.Here {
		lines = append(lines, placed{x: edge - pad*1.5, y: top - pad/2, width: s.width - 2*edge + pad*3, high: height + pad, role: colours.band, veil: veiled})
	}
	if p.Mark != "" {
		lines = append(lines, placed{text: p.Mark, x: edge, y: top, size: size, bold: true, role: mark})
	}
	for i, line := range texts {
		lines = append(lines, placed{text: line, x: x, y: top + lineHeight(size)*float32(i), size: size, bold: p.Strong || p.Here, role: role, veil: veiled})
	}
	if p.Aside != "" && !veiled {
		lines = append(lines, placed{text: p.Aside, x: column.asideAt, y: top, size: size, bold: p.Strong || p.Here, role: role})
	}
	return lines, top + height + size*pointGap
}

// several sets a step on as many walls as it takes, each beginning with the title. A title or point that is higher than a
// wall is parted.
func (s sheet) several(step Step, head, foot []placed, top, bottom float32, colours roles) [][]placed {
	size := s.height * severalSize
	title, y := s.title(step.Title, s.height/20, top, colours)
	points := step.Points
	if y > top+(bottom-top)/3 { // no title but a text
		title, y = nil, top
		points = append([]Point{{Text: step.Title, Strong: true}}, points...)
	}
	room := int((bottom - y) / lineHeight(size))
	column := s.columns(points, size)
	var pages [][]placed
	var lines []placed
	at := y
	for _, whole := range points {
		for _, p := range s.parted(whole, size, room-1) {
			more, next := s.point(p, size, at, column, step.Veiled, colours)
			if next > bottom && len(lines) > 0 {
				pages = append(pages, slices.Concat(head, title, lines, foot))
				lines = nil
				more, next = s.point(p, size, y, column, step.Veiled, colours)
			}
			lines, at = append(lines, more...), next
		}
	}
	return append(pages, slices.Concat(head, title, lines, foot))
}

// parted parts a point of more than most lines.
func (s sheet) parted(p Point, size float32, most int) []Point {
	most = max(1, most)
	lines := s.wrapped(p.Text, size, p.Strong || p.Here, s.width-3*s.edge()-size*2)
	if len(lines) <= most {
		return []Point{p}
	}
	var parts []Point
	for i := 0; i < len(lines); i += most {
		part := p
		part.Text = strings.Join(lines[i:min(i+most, len(lines))], "\n")
		if i > 0 {
			part.Mark = "…"
		}
		parts = append(parts, part)
	}
	return parts
}

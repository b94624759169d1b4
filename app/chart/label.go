package chart

import (
	"strings"
	"unicode/utf8"
)

// point is the length of one point of text size in millimetres.
const point = 25.4 / 72

// Where ink lies around the baseline of a line of text, and how far lines are apart, as shares of the text size.
const (
	ascent  = 0.78
	descent = 0.24
	leading = 1.25
	// middleOf is the middle of capitals and numerals, above the baseline.
	middleOf = 0.36
)

// lineHeight is the distance between lines at a size in points.
func lineHeight(size float64) float64 { return size * point * leading }

// wrap breaks text into lines no wider than width. A word that is wider is broken; whole tells whether none was.
func wrap(text string, width, size float64, bold bool, measure Measure) (lines []string, whole bool) {
	line, whole := "", true
	for _, word := range strings.Fields(text) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if measure(joined, size, bold) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for measure(word, size, bold) > width {
			head := prefix(word, width, size, bold, measure)
			lines, word, whole = append(lines, head), word[len(head):], false
			if word == "" {
				break
			}
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines, whole
}

// prefix returns the longest beginning of word that is no wider than width, at least one rune.
func prefix(word string, width, size float64, bold bool, measure Measure) string {
	end := 0
	for end < len(word) {
		_, n := utf8.DecodeRuneInString(word[end:])
		if end > 0 && measure(word[:end+n], size, bold) > width {
			break
		}
		end += n
	}
	return word[:end]
}

// short returns text on one line, cut with an ellipsis when it is wider than width.
func short(text string, width, size float64, bold bool, measure Measure) string {
	text = strings.Join(strings.Fields(text), " ")
	if measure(text, size, bold) <= width {
		return text
	}
	cut := prefix(text, width-measure("…", size, bold), size, bold, measure)
	return strings.TrimRight(cut, " ,;.") + "…"
}

// atMost keeps the first lines and marks with an ellipsis that there were more.
func atMost(lines []string, most int, width, size float64, bold bool, measure Measure) []string {
	if len(lines) <= most {
		return lines
	}
	kept := append([]string{}, lines[:most]...)
	kept[most-1] = short(kept[most-1]+" "+lines[most], width, size, bold, measure)
	return kept
}

// area is a rectangle, used to keep labels apart.
type area struct{ left, top, right, bottom float64 }

func (a area) meets(b area) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

func (a area) inside(width, height float64) bool {
	const hair = 1e-6
	return a.left >= -hair && a.top >= -hair && a.right <= width+hair && a.bottom <= height+hair
}

// labelArea is what a label covers.
func labelArea(s Shape, measure Measure) area {
	w, at := measure(s.Text, s.Size, s.Bold), s.Points[0]
	left := at.X
	switch s.Anchor {
	case Middle:
		left -= w / 2
	case End:
		left -= w
	}
	return area{left, at.Y - ascent*s.Size*point, left + w, at.Y + descent*s.Size*point}
}

// block sets lines as labels, the first line's top at top.
func block(lines []string, x, top, size float64, bold bool, anchor Anchor) []Shape {
	shapes := make([]Shape, len(lines))
	for i, line := range lines {
		shapes[i] = Shape{Form: Label, Points: []Point{{x, top + float64(i)*lineHeight(size) + ascent*size*point}},
			Text: line, Size: size, Bold: bold, Anchor: anchor, Fill: Ink}
	}
	return shapes
}

// blockAt sets lines as labels whose middle, that of the letters without what hangs below, is at mid.
func blockAt(lines []string, x, mid, size float64, bold bool, anchor Anchor) []Shape {
	top := mid - float64(len(lines)-1)*lineHeight(size)/2 - (ascent-middleOf)*size*point
	return block(lines, x, top, size, bold, anchor)
}

// key is an entry of a legend: draw puts its sample into a box.
type key struct {
	word string
	draw func(a area) []Shape
}

// legend sets keys in rows as wide as width and returns their shapes and height; keys without a word are left out.
func legend(keys []key, width, top, size float64, measure Measure) ([]Shape, float64) {
	const sample, gap = 6.0, 5.0
	var shapes []Shape
	x, y, row := 0.0, top, lineHeight(size)*1.2
	any := false
	for _, k := range keys {
		if k.word == "" {
			continue
		}
		any = true
		word := short(k.word, width-sample-1.5, size, false, measure)
		w := sample + 1.5 + measure(word, size, false)
		if x > 0 && x+w > width-0.5 {
			x, y = 0, y+row
		}
		mid := y + row/2
		shapes = append(shapes, k.draw(area{x, mid - 1.3, x + sample, mid + 1.3})...)
		shapes = append(shapes, Shape{Form: Label, Points: []Point{{x + sample + 1.5, mid + 0.34*size*point}}, Text: word,
			Size: size, Fill: Quiet})
		x += w + gap
	}
	if !any {
		return nil, 0
	}
	return shapes, y + row - top
}

func line(role Role, width float64, points ...Point) Shape {
	return Shape{Form: Polyline, Points: points, Stroke: role, Width: width}
}

func rect(a area, fill Role) Shape {
	return Shape{Form: Rect, Points: []Point{{a.left, a.top}, {a.right, a.bottom}}, Fill: fill}
}

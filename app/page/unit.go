package page

import (
	"cmp"
	"slices"

	"waymark/app/chart"
)

// A4 and its margins.
const (
	shortSide = 210.0
	longSide  = 297.0
	margin    = 22.0
)

// point is the length of one point of text size in millimetres.
const point = 25.4 / 72

// face is how text is set: size and distance of lines in points.
type face struct {
	size, leading float64
	bold          bool
	role          chart.Role
}

// line is the distance of lines in millimetres.
func (f face) line() float64 { return f.leading * point }

// baseline is how far the baseline lies below the top of a line.
func (f face) baseline() float64 { return f.line()/2 + 0.36*f.size*point }

// unit is something that falls onto one page: a line, a table row, a figure. Its shapes are placed from the left margin
// and the unit's top.
type unit struct {
	before, height, after float64 // the larger of after and the next unit's before is left free between them
	shapes                []chart.Shape
	images                []Image
	keep                  bool    // stays on the page of the next unit
	head                  *unit   // set again above the unit where it begins a page
	below                 float64 // the free space then between head and unit
	mark                  *mark
}

// mark is a place that the contents and the outline lead to.
type mark struct {
	level int
	text  string
	page  int
	y     float64
}

// label adds text with its baseline in the line that begins at top.
func (u *unit) label(x, top float64, text string, f face, anchor chart.Anchor) {
	if text == "" {
		return
	}
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Label, Points: []chart.Point{{X: x, Y: top + f.baseline()}}, Text: text,
		Size: f.size, Bold: f.bold, Anchor: anchor, Fill: f.role})
}

func (u *unit) rect(left, top, right, bottom float64, fill chart.Role) {
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Rect, Points: []chart.Point{{X: left, Y: top}, {X: right, Y: bottom}}, Fill: fill})
}

func (u *unit) rule(left, right, y, width float64, role chart.Role) {
	u.shapes = append(u.shapes, chart.Shape{Form: chart.Polyline, Points: []chart.Point{{X: left, Y: y}, {X: right, Y: y}},
		Stroke: role, Width: width})
}

// stacked makes one unit of several, each below the one before.
func stacked(lines []unit) unit {
	var all unit
	for i := range lines {
		lines := unit{shapes: copied(lines[i].shapes), height: lines[i].height}
		lines.lower(all.height)
		all.shapes = append(all.shapes, lines.shapes...)
		all.height = lines.height
	}
	return all
}

// lower moves a unit's shapes down by d, below free space.
func (u *unit) lower(d float64) {
	for i := range u.shapes {
		for j := range u.shapes[i].Points {
			u.shapes[i].Points[j].Y += d
		}
	}
	u.height += d
}

// flow fills pages with units from top to bottom.
type flow struct {
	set       *Set
	landscape bool
	y         float64 // where the next unit may begin
	after     float64 // free space that the last unit wants
	atTop     bool    // the page is still empty
}

// width is the width of the text column.
func (f *flow) width() float64 {
	if f.landscape {
		return longSide - 2*margin
	}
	return shortSide - 2*margin
}

// body is the height of a page between its margins.
func (f *flow) body() float64 {
	if f.landscape {
		return shortSide - 2*margin
	}
	return longSide - 2*margin
}

func (f *flow) newPage() {
	p := Page{Width: shortSide, Height: longSide}
	if f.landscape {
		p.Width, p.Height = longSide, shortSide
	}
	p.Shapes = make([]chart.Shape, 0, 96)
	f.set.Pages = append(f.set.Pages, p)
	f.y, f.after, f.atTop = margin, 0, true
}

func (f *flow) page() *Page { return &f.set.Pages[len(f.set.Pages)-1] }

// place puts units onto pages. Units that are kept together move to the next page together, unless they are taller than
// a page; a unit that is taller than a page itself goes on over the next ones.
func (f *flow) place(units []unit) {
	units = f.torn(units)
	for i := 0; i < len(units); {
		end := i + 1
		for end < len(units) && units[end-1].keep {
			end++
		}
		chain := units[i:end]
		fresh := f.atTop
		if !fresh && !f.fits(chain) {
			f.newPage()
			f.again(&chain[0])
			fresh = true
		}
		for j := range chain {
			if !fresh && !f.fits(chain[j:j+1]) {
				f.newPage()
				f.again(&chain[j])
			}
			f.put(&chain[j])
			fresh = false
		}
		i = end
	}
}

// torn returns units with those that are taller than a page torn between their lines.
func (f *flow) torn(units []unit) []unit {
	if !slices.ContainsFunc(units, func(u unit) bool { return u.height > f.body()+hair }) {
		return units
	}
	var all []unit
	for _, u := range units {
		all = append(all, u.torn(f.body())...)
	}
	return all
}

// torn returns the unit in parts no taller than room. Each shape goes whole where its top is.
func (u unit) torn(room float64) []unit {
	if u.height <= room+hair {
		return []unit{u}
	}
	order := make([]int, len(u.shapes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		topA, _ := extent(u.shapes[a])
		topB, _ := extent(u.shapes[b])
		return cmp.Compare(topA, topB)
	})
	begins, part := []float64{0}, make([]int, len(u.shapes))
	for _, i := range order {
		top, bottom := extent(u.shapes[i])
		if last := begins[len(begins)-1]; bottom > last+room && top > last {
			begins = append(begins, top)
		}
		part[i] = len(begins) - 1
	}
	parts := make([]unit, len(begins))
	for i, shape := range u.shapes {
		to := &parts[part[i]]
		for j := range shape.Points {
			shape.Points[j].Y -= begins[part[i]]
		}
		_, bottom := extent(shape)
		to.shapes, to.height = append(to.shapes, shape), max(to.height, bottom)
	}
	for i := range parts {
		parts[i].keep, parts[i].head, parts[i].below = u.keep, u.head, u.below
	}
	parts[0].before, parts[0].mark = u.before, u.mark
	parts[len(parts)-1].after = u.after
	return parts
}

// extent returns how far a shape reaches from top to bottom.
func extent(s chart.Shape) (top, bottom float64) {
	for i, p := range s.Points {
		above, below := s.Radius, s.Radius
		if s.Form == chart.Label {
			above, below = 0.9*s.Size*point, 0.3*s.Size*point
		}
		if i == 0 {
			top, bottom = p.Y-above, p.Y+below
		}
		top, bottom = min(top, p.Y-above), max(bottom, p.Y+below)
	}
	return top, bottom
}

func (f *flow) fits(units []unit) bool {
	y, after := f.y, f.after
	for i := range units {
		y += max(after, units[i].before) + units[i].height
		after = units[i].after
	}
	return y <= margin+f.body()+hair
}

// again sets the table head of u on a new page.
func (f *flow) again(u *unit) {
	head := u.head
	if head == nil {
		return
	}
	repeated := *head
	repeated.shapes = slices.Clone(head.shapes)
	for i := range repeated.shapes {
		repeated.shapes[i].Points = slices.Clone(head.shapes[i].Points)
	}
	repeated.mark = nil
	f.put(&repeated)
	f.after = u.below
}

// put places one unit; its shapes are moved and belong to the page then.
func (f *flow) put(u *unit) {
	if !f.atTop {
		f.y += max(f.after, u.before)
	}
	p := f.page()
	for i := range u.shapes {
		for j := range u.shapes[i].Points {
			u.shapes[i].Points[j].X += margin
			u.shapes[i].Points[j].Y += f.y
		}
	}
	p.Shapes = append(p.Shapes, u.shapes...)
	for _, img := range u.images {
		img.X, img.Y = img.X+margin, img.Y+f.y
		p.Images = append(p.Images, img)
	}
	if u.mark != nil {
		u.mark.page, u.mark.y = len(f.set.Pages)-1, f.y
	}
	f.y += u.height
	f.after, f.atTop = u.after, false
}

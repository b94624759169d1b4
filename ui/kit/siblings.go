package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// Siblings lists what a page shows one of, so that the next is a press away. It stands at the left of the page where
// there is room for both.
type Siblings struct {
	Title string
	List  []Sibling
}

// Sibling is one of them: a code or numeral, and its name. A Title alone begins a group.
type Sibling struct {
	Mark, Text string
	Here       bool
	Open       func() // nil for what begins a group
}

// siblings draws them, two lines each.
type siblings struct {
	page   *Page
	object *fyne.Container
	list   *LongList
	shown  Siblings
	height float32 // of the list when it was last scrolled to the one on show
	offset float32 // to which it was scrolled then
}

// siblingsWidth is how wide they are, siblingHeight how high each is, and siblingsEdge the room beside them, in units at
// zoom 1.
const (
	siblingsWidth = 264
	siblingHeight = 50
	siblingsEdge  = 4
)

func newSiblings(p *Page) *siblings {
	s := &siblings{page: p, object: container.NewStack()}
	s.object.Hide()
	return s
}

// show takes what a drawing has of them.
func (s *siblings) show(v *Siblings) {
	if v == nil {
		s.shown = Siblings{}
		s.object.Hide()
		return
	}
	first := s.list == nil
	s.shown = *v
	if first {
		s.list = NewLongList(siblingHeight, func() int { return len(s.shown.List) },
			func() fyne.CanvasObject { return newSiblingRow() },
			func(i int, row fyne.CanvasObject) {
				c := row.(*fyne.Container)
				c.Layout.(*siblingRow).show(s.shown.List[i], c)
			})
		s.list.OnChosen = func(i int) {
			if open := s.shown.List[i].Open; open != nil {
				open()
			}
		}
		edge := theme.Units(siblingsEdge)
		rule := canvas.NewRectangle(theme.Of(fynetheme.ColorNameSeparator))
		rule.SetMinSize(fyne.NewSquareSize(theme.Units(ruleHeight)))
		s.object.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, rule,
			container.New(titled{}, Strong(v.Title), container.New(layout.NewCustomPaddedLayout(0, 0, edge, edge), s.list)))}
	}
	s.list.Refresh()
	if first {
		s.list.Select(slices.IndexFunc(v.List, func(sibling Sibling) bool { return sibling.Here }))
	}
}

// settle scrolls to the one on show once the list has a height, and again when that changes, as long as nobody else has
// scrolled.
func (s *siblings) settle() {
	if s.list == nil || s.list.scroll.Size().Height == s.height {
		return
	}
	s.height = s.list.scroll.Size().Height
	if s.list.scroll.Offset.Y == s.offset {
		s.list.reveal(s.list.Selected, 1)
		s.offset = s.list.scroll.Offset.Y
	}
}

// width returns how wide they are beside a page of a width, 0 where there is no room.
func (s *siblings) width(page float32) float32 {
	if len(s.shown.List) == 0 || page < theme.Units(asideBeside) {
		s.object.Hide()
		return 0
	}
	s.object.Show()
	return theme.Units(siblingsWidth)
}

// siblingRow is the mark of a sibling and two lines of its name, and how they are set.
type siblingRow struct {
	mark  *canvas.Text
	lines [2]*canvas.Text
	of    Sibling
}

func newSiblingRow() *fyne.Container {
	r := &siblingRow{mark: canvas.NewText("", theme.Of(fynetheme.ColorNamePrimary))}
	r.mark.TextStyle.Bold, r.mark.TextSize = true, theme.SizeOf(fynetheme.SizeNameCaptionText)
	objects := []fyne.CanvasObject{r.mark}
	for i := range r.lines {
		r.lines[i] = canvas.NewText("", theme.Of(fynetheme.ColorNameForeground))
		r.lines[i].TextSize = theme.SizeOf(fynetheme.SizeNameCaptionText)
		objects = append(objects, r.lines[i])
	}
	return container.New(r, objects...)
}

func (r *siblingRow) show(s Sibling, row *fyne.Container) {
	r.of = s
	r.mark.Text = s.Mark
	for _, line := range r.lines {
		line.TextStyle.Bold = s.Here || s.Open == nil
	}
	r.Layout(nil, row.Size())
	row.Refresh()
}

// MinSize is called by Fyne.
func (r *siblingRow) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, theme.Units(siblingHeight))
}

// Layout is called by Fyne.
func (r *siblingRow) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	left, room := theme.Units(8), theme.Units(36)
	if r.of.Mark == "" {
		room = 0
	}
	size.Width -= 2*left + room
	lines := Broken(r.of.Text, size.Width, r.lines[0].TextSize, r.lines[0].TextStyle, len(r.lines))
	height := r.lines[0].MinSize().Height
	y := (size.Height - height*float32(len(lines))) / 2
	r.mark.Move(fyne.NewPos(left, y))
	r.mark.Resize(fyne.NewSize(room, height))
	for i, line := range r.lines {
		line.Text = ""
		if i < len(lines) {
			line.Text = lines[i]
		}
		line.Move(fyne.NewPos(left+room, y+height*float32(i)))
		line.Resize(fyne.NewSize(size.Width, height))
	}
}

// titled sets a title, which may take several lines, above what has all the room that is left.
type titled struct{}

func (titled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (titled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	edge, above := theme.Units(siblingsEdge), theme.Units(8)
	objects[0].Move(fyne.NewPos(edge, above)) // its words begin where those of the rows do
	y := 2*above + fit(objects[0], size.Width-2*edge)
	objects[1].Move(fyne.NewPos(0, y))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-y))
}

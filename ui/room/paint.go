package room

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// MinSize is small: the board is as large as the window.
func (b *Board) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

// Resize sets the wall anew.
func (b *Board) Resize(size fyne.Size) {
	b.BaseWidget.Resize(size)
	if size != b.painted {
		b.paint()
	}
}

// CreateRenderer is called by Fyne.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &renderer{b} }

type renderer struct{ board *Board }

func (r *renderer) Destroy() {}

func (r *renderer) Layout(fyne.Size) {}

func (r *renderer) MinSize() fyne.Size { return r.board.MinSize() }

func (r *renderer) Objects() []fyne.CanvasObject { return r.board.objects }

func (r *renderer) Refresh() { canvas.Refresh(r.board) }

var walls = roles{
	ink:    fynetheme.ColorNameForeground,
	quiet:  fynetheme.ColorNamePlaceHolder,
	accent: fynetheme.ColorNamePrimary,
	wrong:  fynetheme.ColorNameError,
	band:   fynetheme.ColorNamePrimary,
	onBand: fynetheme.ColorNameForegroundOnPrimary,
}

// content is the step to set: the one on show, its script, or the keys.
func (b *Board) content() Step {
	s := b.Step()
	words := b.host.Words()
	switch {
	case len(b.list) == 0:
		return Step{Title: words.Say("room.nothing"), Foot: words.Say("room.esc")}
	case b.help:
		return Step{Where: s.Where, Title: words.Say("room.keys"), Points: Keys(b.host.Words())}
	case b.script:
		script := Step{Where: s.Where, Title: words.Say("room.script")}
		for _, paragraph := range s.Script {
			script.Points = append(script.Points, Point{Text: paragraph})
		}
		return script
	}
	switch {
	case b.writes():
		s = b.writing(s)
	case s.Write != nil && s.Foot != "":
		s.Foot += " · " + s.Write.Hint
	case s.Write != nil:
		s.Foot = s.Write.Hint
	}
	if told, ok := b.live().(Told); ok {
		if title := told.Title(); title != "" {
			s.Title = title
		}
		s.Points, s.Foot, s.Wrong = told.Points(), told.Foot(), told.Wrong()
	}
	s.Veiled = s.Veiled && b.shown != s.Key && len(s.Points) > 0
	switch {
	case s.Veiled && s.Write != nil: // how many there are is no secret, nor how one writes more
		s.Foot += " · " + words.Say("room.veiled")
	case s.Veiled:
		s.Foot = words.Say("room.veiled")
	}
	if b.problem != "" {
		s.Foot, s.Wrong = b.problem, ""
	}
	return s
}

func (b *Board) sheet(size fyne.Size) sheet {
	return sheet{b.ruler, size.Width, size.Height}
}

func (b *Board) pages(size fyne.Size) [][]placed {
	return b.sheet(size).pages(b.content(), walls)
}

// paint draws the wall.
func (b *Board) paint() {
	size := b.Size()
	if size.Height < 10 {
		return
	}
	b.painted = size
	if b.changed != nil {
		b.changed()
	}
	ground := canvas.NewRectangle(theme.Of(fynetheme.ColorNameBackground))
	ground.Resize(size)
	b.objects = []fyne.CanvasObject{ground}
	if b.blank {
		ground.FillColor = color.Black
		canvas.Refresh(b)
		return
	}
	if drawn, ok := b.live().(Drawn); ok && !b.help && !b.script {
		for _, p := range b.drawn(drawn, size) {
			b.text(p)
		}
		b.corner(size, 1)
		canvas.Refresh(b)
		return
	}
	pages := b.pages(size)
	b.page = max(0, min(b.page, len(pages)-1))
	for _, p := range pages[b.page] {
		if p.high > 0 {
			if !p.veil {
				b.band(p)
			}
			continue
		}
		if p.veil {
			p = b.veiled(p)
		}
		b.text(p)
	}
	b.corner(size, len(pages))
	canvas.Refresh(b)
}

func (b *Board) band(p placed) {
	band := canvas.NewRectangle(theme.Of(p.role))
	band.CornerRadius = p.high / 8
	band.Move(fyne.NewPos(p.x, p.y))
	band.Resize(fyne.NewSize(p.width, p.high))
	b.objects = append(b.objects, band)
}

// veiled is a line of which nothing can be read, not even how long it is.
func (b *Board) veiled(p placed) placed {
	p.text, p.role = strings.Repeat("· ", 12), walls.quiet
	return p
}

func (b *Board) text(p placed) {
	t := canvas.NewText(p.text, theme.Of(p.role))
	t.TextSize, t.TextStyle.Bold = p.size, p.bold
	t.Move(fyne.NewPos(p.x, p.y))
	t.Resize(t.MinSize())
	b.objects = append(b.objects, t)
}

// corner puts the timer and where we are into the upper right corner.
func (b *Board) corner(size fyne.Size, pages int) {
	s := b.sheet(size)
	place := fmt.Sprintf("%d / %d", b.at+1, len(b.list))
	if pages > 1 {
		place += fmt.Sprintf(" · %d/%d", b.page+1, pages)
	}
	right := size.Width - s.edge()
	if left := b.clock(); left != "" {
		p := placed{text: left, size: size.Height * timerSize * 0.7, bold: true, role: walls.ink}
		if !b.running {
			p.role = walls.quiet
		}
		p.y = s.edge() - (p.size-size.Height*whereSize)*ascent // on one line with where we are
		p.x = right - s.ruler.width(left, p.size, true)
		b.text(p)
		right = p.x - p.size*0.6
	}
	if len(b.list) > 0 {
		p := placed{text: place, y: s.edge(), size: size.Height * whereSize, role: walls.quiet}
		p.x = right - s.ruler.width(place, p.size, false)
		b.text(p)
	}
}

// ascent is how far above the foot of its letters a text begins, as a share of its size.
const ascent = 1.069

package room

import (
	"fmt"
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// usualTime is what the timer begins with when a step proposes nothing.
const usualTime = 5 * time.Minute

// Board is the wall: it shows one step at a time and listens to the keys. It keeps nothing of what the book holds.
type Board struct {
	widget.BaseWidget
	host  screen.Host
	steps func() []Step
	leave func(screen.Route)

	ruler   *ruler
	list    []Step
	at      int
	page    int
	shown   string // key of the step whose points are unveiled
	blank   bool
	script  bool
	help    bool
	problem string
	pen     *pen            // a text is being written with it, nil for none
	alive   map[string]Live // by step
	warned  string          // what was said to be lost
	left    time.Duration
	running bool
	tick    func() // cancels the next second, nil when the timer rests
	objects []fyne.CanvasObject
	painted fyne.Size
	changed func() // told when something else is on show, nil for nobody
	// OnFull, when not nil, is what F11 does instead of leaving.
	OnFull func()
}

// New returns the board of the steps, beginning at the one with the key, or at the first. leave is called at Esc with the
// place of the step on show.
func New(host screen.Host, steps func() []Step, key string, leave func(screen.Route)) *Board {
	b := &Board{host: host, steps: steps, leave: leave, list: steps(), ruler: newRuler()}
	for i, s := range b.list {
		if s.Key == key {
			b.at = i
			break
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// Step returns the step on show.
func (b *Board) Step() Step {
	if len(b.list) == 0 {
		return Step{}
	}
	return b.list[b.at]
}

// Reload shows the book as it is now.
func (b *Board) Reload() {
	key := b.Step().Key
	b.list = b.steps()
	b.at = max(0, min(b.at, len(b.list)-1))
	for i, s := range b.list {
		if s.Key == key {
			b.at = i
		}
	}
	b.paint()
}

// Close stops the timer.
func (b *Board) Close() {
	if b.tick != nil {
		b.tick()
		b.tick = nil
	}
}

// move moves by n steps, page by page.
func (b *Board) move(n int) {
	pages := len(b.pages(b.Size()))
	switch {
	case n > 0 && b.page+1 < pages:
		b.page++
	case n < 0 && b.page > 0:
		b.page--
	default:
		to := b.at + n
		if to < 0 || to >= len(b.list) {
			return
		}
		b.to(to)
		if n < 0 {
			b.page = len(b.pages(b.Size())) - 1
		}
	}
	b.paint()
}

func (b *Board) to(i int) {
	if b.loses() {
		return
	}
	b.pen = nil
	b.at, b.page, b.problem, b.script, b.help, b.shown = max(0, min(i, len(b.list)-1)), 0, "", false, false, ""
}

// wakes ends the dark, and tells whether it was dark.
func (b *Board) wakes() bool {
	if !b.blank {
		return false
	}
	b.blank = false
	b.paint()
	return true
}

// TypedKey is called by Fyne.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	if len(e.Name) == 1 || e.Name == fyne.KeySpace {
		return // TypedRune hears of it too
	}
	if b.wakes() {
		return
	}
	if b.writes() {
		b.writeKey(e)
		b.paint()
		return
	}
	if live := b.live(); live != nil && !b.help && !b.script && live.TypedKey(e) {
		b.warned, b.problem = "", ""
		b.paint()
		return
	}
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeyPageDown:
		b.move(1)
	case fyne.KeyLeft, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyBackspace:
		b.move(-1)
	case fyne.KeyHome:
		b.to(0)
	case fyne.KeyEnd:
		b.to(len(b.list) - 1)
	case fyne.KeyF1:
		b.help = !b.help
	case fyne.KeyF11:
		if b.loses() {
			return
		}
		if b.OnFull != nil {
			b.OnFull()
			return
		}
		b.leave(b.Step().At)
		return
	case fyne.KeyEscape:
		if b.script || b.help {
			b.script, b.help = false, false
			break
		}
		if b.loses() {
			return
		}
		b.leave(b.Step().At)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if b.Step().Write != nil {
			b.begin()
			break
		}
		if to := b.Step().Open; to.Area != "" {
			b.leave(to)
			return
		}
		b.move(1)
	default:
		kit.Pass(b, e)
		return
	}
	b.paint()
}

// TypedRune is called by Fyne.
func (b *Board) TypedRune(r rune) {
	if b.wakes() {
		return
	}
	if b.writes() {
		b.pen.insert(string(r))
		b.paint()
		return
	}
	if live := b.live(); live != nil && !b.help && !b.script && live.TypedRune(r) {
		b.warned, b.problem = "", ""
		b.paint()
		return
	}
	switch {
	case r >= '0' && r <= '9':
		b.rate(int(r - '0'))
	case r == ' ':
		b.reveal()
	case strings.ContainsRune("tT", r):
		b.toggleTimer()
	case r == '+':
		b.left += time.Minute
	case r == '-':
		b.left = max(0, b.left-time.Minute)
	case strings.ContainsRune("bB.", r):
		b.blank = true
	case strings.ContainsRune("hH", r):
		b.script = !b.script && b.changed == nil // the desk has it
	case r == '?':
		b.help = !b.help
	default:
		return
	}
	b.paint()
}

func (b *Board) rate(level int) {
	rate := b.Step().Rate
	if rate == nil {
		return
	}
	if level > rate.Highest {
		b.problem = b.host.Words().Say("room.rate", "highest", rate.Highest)
		return
	}
	b.problem = ""
	if err := b.host.Do(rate.Take(level)); err != nil {
		b.problem = b.host.Words().Text(app.Sentence(err))
	}
}

// reveal shows what is veiled, and otherwise moves on.
func (b *Board) reveal() {
	s := b.Step()
	if s.Veiled && b.shown != s.Key {
		b.shown = s.Key
		return
	}
	b.move(1)
}

func (b *Board) toggleTimer() {
	if b.running {
		b.running = false
		b.Close()
		return
	}
	if b.left == 0 {
		b.left = usualTime
		if t := b.Step().Time; t > 0 {
			b.left = t
		}
	}
	b.running = true
	b.wait()
}

func (b *Board) wait() {
	b.tick = b.host.After(time.Second, func() {
		b.tick = nil
		if !b.running {
			return
		}
		b.left -= time.Second
		if b.left <= 0 {
			b.left, b.running = 0, false
			b.problem = b.host.Words().Say("room.time_is_up")
		} else {
			b.wait()
		}
		b.paint()
	})
}

// FocusGained is called by Fyne.
func (b *Board) FocusGained() {}

// FocusLost is called by Fyne.
func (b *Board) FocusLost() {}

// Tapped moves on, as a presenter's clicker does.
func (b *Board) Tapped(*fyne.PointEvent) {
	if b.wakes() {
		return
	}
	b.reveal()
	b.paint()
}

// TappedSecondary moves back.
func (b *Board) TappedSecondary(*fyne.PointEvent) { b.move(-1) }

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

func (r *renderer) Destroy()                     {}
func (r *renderer) Layout(fyne.Size)             {}
func (r *renderer) MinSize() fyne.Size           { return r.board.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.board.objects }
func (r *renderer) Refresh()                     { canvas.Refresh(r.board) }

var walls = roles{
	ink:    fynetheme.ColorNameForeground,
	quiet:  fynetheme.ColorNamePlaceHolder,
	accent: fynetheme.ColorNamePrimary,
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
		s.Points, s.Foot = told.Points(), told.Foot()
	}
	s.Veiled = s.Veiled && b.shown != s.Key && len(s.Points) > 0
	switch {
	case s.Veiled && s.Write != nil: // how many there are is no secret, nor how one writes more
		s.Foot += " · " + words.Say("room.veiled")
	case s.Veiled:
		s.Foot = words.Say("room.veiled")
	}
	if b.problem != "" {
		s.Foot = b.problem
	}
	return s
}

// Keys lists the keys of a board as marks, with what they do.
func Keys(words *translations.Printer) []Point {
	say := words.Say
	return []Point{
		{Mark: "← →", Text: say("room.key.move")}, {Mark: "1 2 3", Text: say("room.key.rate")}, {Mark: say("room.key.space"), Text: say("room.key.reveal")},
		{Mark: "T + −", Text: say("room.key.timer")}, {Mark: "H", Text: say("room.key.script")}, {Mark: "B", Text: say("room.key.blank")},
		{Mark: "Enter", Text: say("room.key.open")}, {Mark: "Esc", Text: say("room.key.leave")},
	}
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
	if len(b.list) > 0 {
		p := placed{text: place, y: s.edge(), size: size.Height * whereSize, role: walls.quiet}
		p.x = right - s.ruler.width(place, p.size, false)
		b.text(p)
	}
	if b.clock() == "" {
		return
	}
	left, role := b.clock(), walls.ink
	if !b.running {
		role = walls.quiet
	}
	p := placed{text: left, y: s.edge()/4 - size.Height/80, size: size.Height * timerSize * 0.7, bold: true, role: role}
	p.x = right - s.ruler.width(left, p.size, true)
	b.text(p)
}

// clock is the time that is left, empty when nobody asked for it.
func (b *Board) clock() string {
	if b.left == 0 && !b.running {
		return ""
	}
	left := fmt.Sprintf("%d:%02d", int(b.left.Minutes()), int(b.left.Seconds())%60)
	if !b.running {
		left = "❚❚ " + left
	}
	return left
}

// next is the title of the step that comes next, empty at the last.
func (b *Board) next() string {
	if b.at+1 >= len(b.list) {
		return ""
	}
	return b.list[b.at+1].Title
}

// KeyAt returns the key of the first step that belongs to a place, empty when there is none.
func KeyAt(steps []Step, at screen.Route) string {
	for _, s := range steps {
		if s.At == at {
			return s.Key
		}
	}
	if at.ID != "" { // a record that has no step of its own
		return KeyAt(steps, screen.Route{Area: at.Area, View: at.View})
	}
	return ""
}

// NothingHere says that a place has nothing to show to the room.
func NothingHere() app.Text { return app.Say("room.nothing") }

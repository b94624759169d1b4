// Package board is the affinity board: ideas as cards in columns by theme, moved by drag and drop and by keys, on a page and
// on the wall. Only what is in sight is drawn, so that hundreds of ideas stay fluid. It imports fyne, app, app/vision, ui/kit,
// ui/theme and translations.
package board

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/kit"
)

// Host is what the board asks of the shell; screen.Host has it.
type Host interface {
	Words() *translations.Printer
	Do(edit app.Edit, err error) error
	Remove(edit app.Edit)
	Focus(w fyne.Focusable)
	After(d time.Duration, f func()) (cancel func())
}

// Source is where the book is read; a screen's Model and app.History are such.
type Source interface{ Book() *app.Book }

// Board shows the ideas of the current cycle. It is one stop of the keyboard: arrows choose among cards and headings, letters
// do something with what is chosen, and each thing done is one edit. It keeps only what is chosen, marked and scrolled.
type Board struct {
	widget.BaseWidget
	host   Host
	source Source

	columns []column // the free one first
	chosen  spot
	row     int // where arrows to the side lead again after a short column
	marked  map[app.ID[app.Idea]]bool
	down    map[app.ID[app.Theme]]float32 // how far each column is scrolled
	right   float32                       // how far the themes are scrolled
	zoom    float32
	letters float32 // how high letters are on the wall; 0 on a page
	focused bool

	carried   *carried // a card or a theme is being moved, nil for none
	pan       *pan     // the ground is being dragged, nil for none
	deaf      bool     // a drag was given up; what is left of it does nothing
	naming    *naming  // a theme is being named, nil for none
	merging   app.ID[app.Theme]
	pairs     *pairs // proposed duplicates are being asked about, nil for none
	different map[[2]app.ID[app.Idea]]bool
	said      app.Text // one sentence at the foot until the next key
	failed    bool     // it says what went wrong
	hovered   spot

	wrapped map[wrap][]string
	pool    []*card
	heads   []*heading
	bar     *bar
	foot    *fyne.Container
	across  *fyne.Container // how far the themes are scrolled
	free    pane            // the free column
	themes  pane
	lift    *card
	over    *fyne.Container // what lies above all: the lifted card, the question about a pair
	root    []fyne.CanvasObject
	at      frame
}

// The zooms of the board, beside that of Waymark.
const (
	leastZoom = 0.6
	mostZoom  = 1.6
	zoomStep  = 0.1
)

// New returns the board of the current cycle of a book.
func New(host Host, source Source) *Board {
	b := &Board{host: host, source: source, zoom: 1, marked: map[app.ID[app.Idea]]bool{}, down: map[app.ID[app.Theme]]float32{},
		different: map[[2]app.ID[app.Idea]]bool{}, wrapped: map[wrap][]string{}, hovered: nowhere, chosen: spot{0, heading1}, row: heading1}
	b.ExtendBaseWidget(b)
	b.free, b.themes = newPane(), newPane()
	b.foot, b.across, b.over = container.NewWithoutLayout(), container.NewWithoutLayout(), container.NewWithoutLayout()
	b.lift, b.bar = newCard(), newBar(b)
	b.root = []fyne.CanvasObject{b.bar.object, b.free.grounds, b.free.cards, b.free.heads, b.themes.grounds, b.themes.cards, b.themes.heads,
		b.across, b.foot, b.over}
	b.read()
	return b
}

// Reload shows the book as it is now; what is chosen stays chosen wherever it went, and what is scrolled stays.
func (b *Board) Reload() {
	b.read()
	b.draw()
}

// Refresh is called by Fyne and by the page.
func (b *Board) Refresh() { b.Reload() }

// Leave puts back what is in the hand and takes a name that is being typed.
func (b *Board) Leave() {
	b.putBack()
	b.takeName()
}

// draw lays out and draws anew.
func (b *Board) draw() {
	b.layOut()
	canvas.Refresh(b)
}

func (b *Board) words() *translations.Printer { return b.host.Words() }

func (b *Board) cycle() app.ID[app.Cycle] { return b.source.Book().Current().ID }

// do carries out an edit and shows what came of it, or says why nothing did.
func (b *Board) do(edit app.Edit, err error) bool {
	err = b.host.Do(edit, err)
	if err != nil {
		b.tell(app.Sentence(err))
		b.failed = true
	}
	b.read()
	return err == nil
}

// tell says a sentence at the foot.
func (b *Board) tell(text app.Text) { b.said, b.failed = text, false }

// MinSize is small: the board takes the room that it gets.
func (b *Board) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

// Resize is called by Fyne.
func (b *Board) Resize(size fyne.Size) {
	if size == b.Size() {
		return
	}
	b.BaseWidget.Resize(size)
	b.draw()
}

// CreateRenderer is called by Fyne.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &renderer{b} }

type renderer struct{ board *Board }

func (r *renderer) Destroy()                     {}
func (r *renderer) Layout(fyne.Size)             {}
func (r *renderer) MinSize() fyne.Size           { return r.board.MinSize() }
func (r *renderer) Objects() []fyne.CanvasObject { return r.board.root }
func (r *renderer) Refresh()                     { canvas.Refresh(r.board) }

// FocusGained is called by Fyne.
func (b *Board) FocusGained() {
	b.focused = true
	b.draw()
}

// FocusLost is called by Fyne.
func (b *Board) FocusLost() {
	b.focused = false
	b.Leave()
	b.draw()
}

// TypedShortcut takes what is pasted into a name; the window has the others.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	if b.naming != nil {
		if _, paste := s.(*fyne.ShortcutPaste); paste {
			b.naming.Insert(app.CleanLine(fyne.CurrentApp().Clipboard().Content()))
			b.draw()
		}
		return
	}
	kit.PassShortcut(b, s)
}

// AccessibilityLabel names the card or heading that is chosen, and where it is.
func (b *Board) AccessibilityLabel() string {
	c := b.columns[b.chosen.column]
	if idea, ok := b.chosenIdea(); ok {
		return b.words().Say("board.card_in", "card", idea.Text, "column", b.nameOf(c))
	}
	return b.nameOf(c) + ", " + b.countOf(c)
}

// AccessibilityRole is called by Fyne.
func (b *Board) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// keepFocus moves the keyboard here when something was done with the mouse; on the wall the wall has it.
func (b *Board) keepFocus() {
	if b.letters == 0 {
		b.host.Focus(b)
	}
}

// pass hands on a key.
func (b *Board) pass(e *fyne.KeyEvent) { kit.Pass(b, e) }

package room

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// Desk is what the one who leads the meeting sees while a board is in a window of its own: the script of the step on the
// wall, what comes next, and the same keys.
type Desk struct {
	widget.BaseWidget
	host   screen.Host
	board  *Board
	placed bool // the wall is where it belongs
	column *fyne.Container
}

// NewDesk returns the desk of a board. Unless the board is placed on the wall, the desk tells how to get it there.
func NewDesk(host screen.Host, board *Board, placed bool) *Desk {
	d := &Desk{host: host, board: board, placed: placed, column: kit.Column()}
	board.changed = d.draw
	d.ExtendBaseWidget(d)
	d.draw()
	return d
}

// Close parts the desk from the board.
func (d *Desk) Close() { d.board.changed = nil }

// CreateRenderer is called by Fyne.
func (d *Desk) CreateRenderer() fyne.WidgetRenderer {
	above, beside := theme.Units(24), theme.Units(32)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(above, above, beside, beside), d.column))
	return widget.NewSimpleRenderer(scroll)
}

func (d *Desk) draw() {
	say := d.host.Words().Say
	step := d.board.Step()
	objects := []fyne.CanvasObject{kit.Quiet(step.Where), kit.Heading(step.Title)}
	if clock := d.board.clock(); clock != "" {
		objects = append(objects, kit.Title(clock))
	}
	if text := d.board.written(); text != "" {
		objects = append(objects, kit.Lead(text))
	}
	for _, paragraph := range step.Script {
		objects = append(objects, kit.Text(paragraph))
	}
	objects = append(objects, kit.Rule())
	if next := d.board.next(); next != "" {
		objects = append(objects, kit.Text(say("room.next", "title", next)), kit.Rule())
	}
	if !d.placed {
		objects = append(objects, kit.Quiet(say("room.desk.move")))
	}
	var keys []string
	for _, key := range Keys(d.host.Words()) {
		if key.Mark != "H" { // the script is here
			keys = append(keys, key.Mark+"\u00a0– "+key.Text)
		}
	}
	objects = append(objects, kit.Quiet(say("room.desk.keys")), kit.Quiet(strings.Join(keys, "   ")))
	d.column.Objects = objects
	d.column.Refresh()
}

// FocusGained is called by Fyne.
func (d *Desk) FocusGained() {}

// FocusLost is called by Fyne.
func (d *Desk) FocusLost() {}

// TypedKey hands the key to the board.
func (d *Desk) TypedKey(e *fyne.KeyEvent) { d.board.TypedKey(e) }

// TypedShortcut hands what is pasted to the board.
func (d *Desk) TypedShortcut(s fyne.Shortcut) { d.board.TypedShortcut(s) }

// TypedRune hands the letter to the board.
func (d *Desk) TypedRune(r rune) { d.board.TypedRune(r) }

package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Desk is what the one who leads the meeting sees while a board is in a window of its own: the script of the step on the
// wall, what comes next, and the same keys.
type Desk struct {
	widget.BaseWidget
	host   screen.Host
	board  *Board
	column *fyne.Container
}

// NewDesk returns the desk of a board.
func NewDesk(host screen.Host, board *Board) *Desk {
	d := &Desk{host: host, board: board, column: kit.Column()}
	board.changed = d.draw
	d.ExtendBaseWidget(d)
	d.draw()
	return d
}

// CreateRenderer is called by Fyne.
func (d *Desk) CreateRenderer() fyne.WidgetRenderer {
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(24, 24, 32, 32), d.column))
	return widget.NewSimpleRenderer(scroll)
}

func (d *Desk) draw() {
	say := d.host.Words().Say
	step := d.board.Step()
	objects := []fyne.CanvasObject{kit.Quiet(step.Where), kit.Heading(step.Title)}
	if clock := d.board.clock(); clock != "" {
		objects = append(objects, kit.Strong(clock))
	}
	for _, paragraph := range step.Script {
		objects = append(objects, kit.Text(paragraph))
	}
	if next := d.board.next(); next != "" {
		objects = append(objects, kit.Rule(), kit.Quiet(say("room.next", "title", next)))
	}
	objects = append(objects, kit.Quiet(say("room.desk.keys")))
	d.column.Objects = objects
	d.column.Refresh()
}

// FocusGained is called by Fyne.
func (d *Desk) FocusGained() {}

// FocusLost is called by Fyne.
func (d *Desk) FocusLost() {}

// TypedKey hands the key to the board.
func (d *Desk) TypedKey(e *fyne.KeyEvent) { d.board.TypedKey(e) }

// TypedRune hands the letter to the board.
func (d *Desk) TypedRune(r rune) { d.board.TypedRune(r) }

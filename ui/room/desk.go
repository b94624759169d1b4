package room

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

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
	d := &Desk{host: host, board: board, column: container.NewVBox()}
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
	objects := []fyne.CanvasObject{line(step.Where, widget.LowImportance, false), line(step.Title, widget.MediumImportance, true)}
	if clock := d.board.clock(); clock != "" {
		objects = append(objects, line(clock, widget.HighImportance, true))
	}
	for _, paragraph := range step.Script {
		objects = append(objects, line(paragraph, widget.MediumImportance, false))
	}
	if next := d.board.next(); next != "" {
		objects = append(objects, widget.NewSeparator(), line(say("room.next", "title", next), widget.LowImportance, false))
	}
	objects = append(objects, line(say("room.desk.keys"), widget.LowImportance, false))
	d.column.Objects = objects
	d.column.Refresh()
}

func line(text string, importance widget.Importance, bold bool) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping, l.Importance, l.TextStyle.Bold = fyne.TextWrapWord, importance, bold
	return l
}

// FocusGained is called by Fyne.
func (d *Desk) FocusGained() {}

// FocusLost is called by Fyne.
func (d *Desk) FocusLost() {}

// TypedKey hands the key to the board.
func (d *Desk) TypedKey(e *fyne.KeyEvent) { d.board.TypedKey(e) }

// TypedRune hands the letter to the board.
func (d *Desk) TypedRune(r rune) { d.board.TypedRune(r) }

package board

import (
	"fyne.io/fyne/v2"
)

// TypedKey is called by Fyne; keys that the board does not take are the window's.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	if !b.Key(e) {
		b.pass(e)
	}
}

// TypedRune is called by Fyne.
func (b *Board) TypedRune(r rune) { b.Rune(r) }

// Wall is the board as a wall hosts it: the wall has the keyboard and asks whether a key was used.
type Wall struct{ board *Board }

// OnWall returns the board for a wall, which room.Drawn describes.
func (b *Board) OnWall() Wall { return Wall{b} }

// TypedKey tells whether the board used a key.
func (w Wall) TypedKey(e *fyne.KeyEvent) bool { return w.board.Key(e) }

// TypedRune tells whether the board used a letter.
func (w Wall) TypedRune(r rune) bool { return w.board.Rune(r) }

// Draw returns the board with letters at least so high; it is the same object each time.
func (w Wall) Draw(letters float32) fyne.CanvasObject {
	w.board.letters = letters
	w.board.Reload()
	return w.board
}

// Loses says what leaving would lose: nothing, since a card in the hand lies where it lay until it is put down.
func (w Wall) Loses() string { return "" }

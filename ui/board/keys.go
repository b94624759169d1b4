package board

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// quiet takes away what was said.
func (b *Board) quiet() { b.said.Key, b.failed = "", false }

// Key hears a key and tells whether it was used.
func (b *Board) Key(e *fyne.KeyEvent) bool {
	b.quiet()
	used := b.key(e.Name)
	if used {
		b.layOut()
		b.reveal()
	}
	b.draw()
	return used
}

func (b *Board) key(name fyne.KeyName) bool {
	switch {
	case b.naming != nil:
		return b.nameKey(name)
	case b.pairs != nil:
		return b.pairKey(name)
	case b.carried != nil:
		if b.carried.pointer {
			if name == fyne.KeyEscape {
				b.putBack()
				b.deaf = true
			}
			return true
		}
		return b.carryKey(name)
	case b.merging != "":
		return b.mergeKey(name)
	}
	switch name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd:
		b.step(name)
	case fyne.KeyReturn, fyne.KeyEnter:
		if _, ok := b.chosenIdea(); ok {
			b.take()
		} else {
			b.rename()
		}
	case fyne.KeyF2:
		b.rename()
	case fyne.KeyDelete:
		b.remove()
	case fyne.KeyEscape:
		if len(b.marked) == 0 {
			return false
		}
		clear(b.marked)
	default:
		return false
	}
	return true
}

// step chooses the neighbour that an arrow points to.
func (b *Board) step(name fyne.KeyName) {
	switch name {
	case fyne.KeyLeft:
		b.chosen = spot{b.chosen.column - 1, b.row}
	case fyne.KeyRight:
		b.chosen = spot{b.chosen.column + 1, b.row}
	case fyne.KeyUp:
		b.chosen.row--
	case fyne.KeyDown:
		b.chosen.row++
	case fyne.KeyHome:
		b.chosen.row = heading1
	case fyne.KeyEnd:
		b.chosen.row = len(b.columns[b.chosen.column].ideas)
	}
	b.clamp()
	if name != fyne.KeyLeft && name != fyne.KeyRight {
		b.row = b.chosen.row
	}
}

// choose chooses a spot.
func (b *Board) choose(s spot) {
	b.chosen, b.row = s, s.row
	b.clamp()
}

// Rune hears a letter and tells whether it was used.
func (b *Board) Rune(r rune) bool {
	if b.naming != nil {
		b.naming.Insert(string(r))
		b.draw()
		return true
	}
	b.quiet()
	used := b.letterKey(unicode.ToLower(r))
	if used {
		b.layOut()
		b.reveal()
	}
	b.draw()
	return used
}

func (b *Board) letterKey(r rune) bool {
	switch {
	case b.pairs != nil:
		return unicode.IsLetter(r)
	case b.carried != nil:
		if r == 'm' && !b.carried.pointer {
			b.drop()
		}
		return unicode.IsLetter(r)
	case b.merging != "":
		return b.mergeLetter(r)
	}
	switch r {
	case 'm':
		b.take()
	case 'n':
		b.NewTheme()
	case 'c':
		b.recolour()
	case 'g':
		b.askMerge()
	case 'x':
		b.mark()
	case 's':
		b.split()
	case 'd':
		b.AskDuplicates()
	case 'p':
		b.part()
	case '+':
		b.zoomBy(1)
	case '-':
		b.zoomBy(-1)
	case '0':
		b.fit()
	default:
		return false
	}
	return true
}

// mergeLetter chooses the theme with the letter.
func (b *Board) mergeLetter(r rune) bool {
	for i := 1; i < len(b.columns); i++ {
		if letterOf(i) == strings.ToUpper(string(r)) {
			b.mergeInto(i)
			return true
		}
	}
	return unicode.IsLetter(r)
}

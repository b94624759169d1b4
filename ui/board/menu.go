package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app/vision"
)

// showMenu opens what can be done with what is chosen, for the mouse.
func (b *Board) showMenu(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c == nil {
		return
	}
	menu := b.themeMenu()
	if _, ok := b.chosenIdea(); ok {
		menu = b.cardMenu()
	}
	if len(menu.Items) > 0 {
		widget.ShowPopUpMenuAtPosition(menu, c, at)
	}
}

// item is a line of a menu, after which the board is drawn anew and has the keyboard.
func (b *Board) item(words string, does func()) *fyne.MenuItem {
	return fyne.NewMenuItem(words, func() {
		b.quiet()
		does()
		b.layOut()
		b.reveal()
		b.draw()
		b.keepFocus()
	})
}

func (b *Board) themeMenu() *fyne.Menu {
	words := b.words()
	t, ok := b.chosenTheme()
	if !ok {
		return fyne.NewMenu("")
	}
	move := func(steps int) func() {
		return func() { b.do(vision.MoveTheme(b.source.Book(), t.ID, steps), nil) }
	}
	merge := b.item(words.Say("board.menu.merge"), nil)
	merge.ChildMenu = fyne.NewMenu("")
	for i, c := range b.columns {
		if i > 0 && c.theme.ID != t.ID {
			into := c.theme.ID
			merge.ChildMenu.Items = append(merge.ChildMenu.Items, b.item(letterOf(i)+"  "+c.theme.Name, func() {
				b.merging = t.ID
				b.mergeInto(b.columnOf(into))
			}))
		}
	}
	merge.Disabled = len(merge.ChildMenu.Items) == 0
	left, right := b.item(words.Say("board.menu.left"), move(-1)), b.item(words.Say("board.menu.right"), move(1))
	left.Disabled, right.Disabled = b.chosen.column < 2, b.chosen.column == len(b.columns)-1
	return fyne.NewMenu("", b.item(words.Say("board.menu.name"), b.rename), b.item(words.Say("board.menu.colour"), b.recolour), left, right, merge,
		fyne.NewMenuItemSeparator(), b.item(words.Say("board.menu.remove_theme"), b.remove))
}

func (b *Board) cardMenu() *fyne.Menu {
	words := b.words()
	idea, _ := b.chosenIdea()
	to := b.item(words.Say("board.menu.to"), nil)
	to.ChildMenu = fyne.NewMenu("")
	for i, c := range b.columns {
		if i == b.chosen.column {
			continue
		}
		name, into := b.nameOf(c), c.theme.ID
		if i > 0 {
			name = letterOf(i) + "  " + name
		}
		to.ChildMenu.Items = append(to.ChildMenu.Items, b.item(name, func() { b.do(vision.MoveIdea(b.source.Book(), idea.ID, into, 0)) }))
	}
	to.Disabled = len(to.ChildMenu.Items) == 0
	mark := words.Say("board.menu.mark")
	if b.marked[idea.ID] {
		mark = words.Say("board.menu.unmark")
	}
	split := b.item(words.Say("board.menu.split"), b.split)
	split.Disabled = len(b.marked) == 0
	part := b.item(words.Say("board.menu.part"), b.part)
	part.Disabled = alsoOf(idea) == 0
	return fyne.NewMenu("", to, b.item(mark, b.mark), split, part, fyne.NewMenuItemSeparator(), b.item(words.Say("board.menu.remove_card"), b.remove))
}

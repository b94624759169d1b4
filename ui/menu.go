package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/finder"
	"waymark/ui/theme"
)

// menu is the main menu: every command there is.
func (s *Shell) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	heard := fyne.NewMenu("")
	for _, group := range s.commandGroups() {
		menu := fyne.NewMenu(s.words.Say(group.key))
		column := s.keyColumn(group.commands)
		for _, c := range group.commands {
			if c == nil {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
				continue
			}
			item := fyne.NewMenuItem(s.words.Say(c.key), nil)
			if c.take != nil {
				item.Action = func() { s.give(c) }
			}
			item.Disabled, item.Checked = c.needsFile && s.file == nil, c.checked
			switch {
			case c.shortcut == nil:
			case nativeMenu:
				item.Shortcut = c.shortcut
			default:
				item.Label += strings.Repeat("\t", column-tabs(item.Label)) + c.keys()
				heard.Items = append(heard.Items, &fyne.MenuItem{Action: item.Action, Shortcut: c.shortcut})
			}
			switch c.key {
			case "menu.recent":
				item.ChildMenu = s.recent()
				item.Disabled = len(item.ChildMenu.Items) == 0
			case "menu.quit":
				item.IsQuit = true
			}
			menu.Items = append(menu.Items, item)
		}
		menus = append(menus, menu)
	}
	for _, item := range menus[0].Items {
		if item.IsSeparator {
			item.ChildMenu = heard
			break
		}
	}
	return fyne.NewMainMenu(menus...)
}

// nativeMenu tells whether the system draws the menu. Where Fyne does, it writes the keys in a fifth of the ink of the words,
// which nobody reads from a wall. So there they are a column of the words, and the item that hears them hangs on a
// separator, which shows nothing of it.
const nativeMenu = runtime.GOOS == "darwin"

// keyColumn is the tab stop at which the keys of commands stand.
func (s *Shell) keyColumn(commands []*command) (column int) {
	for _, c := range commands {
		if c != nil && c.shortcut != nil && !nativeMenu {
			column = max(column, tabs(s.words.Say(c.key)+"  ")+1)
		}
	}
	return column
}

// tabs counts the tab stops of Fyne, which are the same at every zoom, that words reach over.
func tabs(words string) int {
	const width = 40
	return int(fyne.MeasureText(words, theme.SizeOf(fynetheme.SizeNameText), fyne.TextStyle{}).Width / width)
}

// give gives a command, unless a dialog asks something first: its shortcut would change what lies below.
func (s *Shell) give(c *command) {
	switch s.window.Canvas().Overlays().Top().(type) {
	case nil, *finder.Finder:
		c.take()
	}
}

package ui

import (
	"fyne.io/fyne/v2"

	"waymark/ui/finder"
)

// menu is the main menu: every command there is.
func (s *Shell) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, group := range s.commandGroups() {
		menu := fyne.NewMenu(s.words.Say(group.key))
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
			if c.shortcut != nil {
				item.Shortcut = c.shortcut
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
	return fyne.NewMainMenu(menus...)
}

// give gives a command, unless a dialog asks something first: its shortcut would change what lies below.
func (s *Shell) give(c *command) {
	switch s.window.Canvas().Overlays().Top().(type) {
	case nil, *finder.Finder:
		c.take()
	}
}

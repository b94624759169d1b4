package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waymark/ui/screen"
	"waymark/ui/theme"
)

// areas are the places of the Go menu, with Ctrl and their digit as shortcut.
var areas = []screen.Area{screen.Prepare, screen.Vision, screen.Assessment, screen.Planning, screen.Progress, screen.Documents,
	screen.Settings, screen.History}

func (s *Shell) menu() *fyne.MainMenu {
	say := s.words.Say
	item := func(key string, action func(), shortcut fyne.Shortcut, needsFile bool) *fyne.MenuItem {
		i := fyne.NewMenuItem(say(key), action)
		i.Shortcut, i.Disabled = shortcut, needsFile && s.file == nil
		return i
	}
	recent := item("menu.recent", nil, nil, false)
	recent.ChildMenu = fyne.NewMenu("")
	for _, path := range s.prefs.Recent {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items, fyne.NewMenuItem(filepath.Base(path), func() { s.Open(path, screen.Route{}) }))
	}
	recent.Disabled = len(s.prefs.Recent) == 0
	quit := item("menu.quit", s.Close, nil, false)
	quit.IsQuit = true
	file := fyne.NewMenu(say("menu.file"),
		item("menu.new", s.CloseFile, ctrl(fyne.KeyN), false),
		item("menu.open", s.ChooseFile, ctrl(fyne.KeyO), false),
		recent,
		item("menu.practice", s.OpenPractice, nil, false),
		fyne.NewMenuItemSeparator(),
		item("menu.copy", s.SaveCopyIn, nil, true),
		item("menu.protected", s.SaveProtected, nil, true),
		item("menu.move", s.Move, nil, true),
		item("menu.backups", func() { s.Go(screen.Route{Area: screen.Backups}) }, nil, false),
		fyne.NewMenuItemSeparator(),
		item("menu.print", func() { s.Go(screen.Route{Area: screen.Documents}) }, ctrl(fyne.KeyP), true),
		fyne.NewMenuItemSeparator(),
		item("menu.close", s.CloseFile, ctrl(fyne.KeyW), true),
		quit)
	edit := fyne.NewMenu(say("menu.edit"),
		item("shell.undo", s.Undo, ctrl(fyne.KeyZ), true),
		item("shell.redo", s.Redo, ctrl(fyne.KeyY), true))
	places := fyne.NewMenu(say("menu.go"),
		item("menu.back", s.Back, alt(fyne.KeyLeft), true),
		item("menu.forward", s.Forward, alt(fyne.KeyRight), true),
		fyne.NewMenuItemSeparator())
	for i, area := range areas {
		places.Items = append(places.Items, item("route."+string(area), func() { s.Go(screen.Route{Area: area}) },
			ctrl(fyne.KeyName(rune('0'+i))), area != screen.Settings))
	}
	view := fyne.NewMenu(say("menu.view"),
		item("menu.room", s.ShowToRoom, nil, true),
		item("menu.room.window", s.ShowInWindow, nil, true),
		fyne.NewMenuItemSeparator(),
		item("menu.light", func() { s.SetMode(theme.Light) }, nil, false),
		item("menu.dark", func() { s.SetMode(theme.Dark) }, nil, false))
	help := fyne.NewMenu(say("menu.help"),
		item("menu.about", s.about, nil, false))
	return fyne.NewMainMenu(file, edit, places, view, help)
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// addShortcuts adds those that are not in the menu: Fyne turns Ctrl+Z and Ctrl+Y into shortcuts of its own before a menu
// sees them.
func (s *Shell) addShortcuts() {
	canvas := s.window.Canvas()
	canvas.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.Undo() })
	canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { s.Redo() })
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		switch {
		case e.Name == fyne.KeyF1:
			s.about()
		case e.Name == fyne.KeyF11:
			s.ShowToRoom()
		case e.Name == fyne.KeyEscape && s.chooser != nil:
			s.chooser.Hide()
		}
	})
}

// about says what Waymark is; the licences of what is in it can be copied.
func (s *Shell) about() {
	s.dialog("Waymark "+s.deps.Version, s.words.Say("menu.about_text"), s.deps.Notices)
}

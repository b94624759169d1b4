package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"waymark/ui/screen"
	"waymark/ui/theme"
)

// command is something that can be done from every screen. The menu, the command palette and the list of keys are made of
// the same commands.
type command struct {
	key       string // of its words
	take      func()
	shortcut  fyne.KeyboardShortcut // nil for none
	needsFile bool
	checked   bool
}

// commandGroup is a menu of the main menu; nil commands part it.
type commandGroup struct {
	key      string // of its words
	commands []*command
}

// areas are the places of the Go menu, with Alt and their digit as shortcut; those of the stages are their numerals.
func areas() []screen.Area {
	return append(screen.Stages(), screen.Documents, screen.Settings, screen.History)
}

// commandGroups returns all commands in the order of the menu.
func (s *Shell) commandGroups() []commandGroup {
	to := func(area screen.Area) func() { return func() { s.Go(screen.Route{Area: area}) } }
	places := []*command{
		{key: "menu.next", take: s.next, shortcut: ctrl(fyne.KeyReturn), needsFile: true},
		{key: "menu.back", take: s.Back, shortcut: alt(fyne.KeyLeft), needsFile: true},
		{key: "menu.forward", take: s.Forward, shortcut: alt(fyne.KeyRight), needsFile: true},
		nil,
		{key: "menu.find", take: s.Find, shortcut: ctrl(fyne.KeyF), needsFile: true},
		{key: "menu.palette", take: s.Palette, shortcut: ctrl(fyne.KeyK)},
		nil,
	}
	for i, area := range areas() {
		places = append(places, &command{key: "route." + string(area), take: to(area), shortcut: alt(fyne.KeyName(rune('0' + i))),
			needsFile: area != screen.Settings})
	}
	view := []*command{
		{key: "menu.aside", take: s.toggleAside, shortcut: ctrl(fyne.KeyH), needsFile: true},
		{key: "menu.room", take: s.ShowToRoom, shortcut: plain(fyne.KeyF11), needsFile: true},
		{key: "menu.room.window", take: s.ShowInWindow, needsFile: true},
		nil,
		{key: "menu.larger", take: s.ZoomIn, shortcut: ctrl(fyne.KeyPlus)},
		{key: "menu.smaller", take: s.ZoomOut, shortcut: ctrl(fyne.KeyMinus)},
		{key: "menu.usual", take: s.ZoomBack, shortcut: ctrl(fyne.Key0)},
		nil,
	}
	for _, mode := range theme.Modes() {
		view = append(view, &command{key: "settings." + string(mode), take: func() { s.SetMode(mode) }, checked: s.Mode() == mode})
	}
	return []commandGroup{
		{"menu.file", []*command{
			{key: "menu.new", take: s.CloseFile, shortcut: ctrl(fyne.KeyN)},
			{key: "menu.open", take: s.ChooseFile, shortcut: ctrl(fyne.KeyO)},
			{key: "menu.recent"},
			{key: "menu.practice", take: s.OpenPractice},
			nil,
			{key: "menu.copy", take: s.SaveCopyIn, needsFile: true},
			{key: "menu.protected", take: s.SaveProtected, needsFile: true},
			{key: "menu.move", take: s.Move, needsFile: true},
			{key: "menu.backups", take: to(screen.Backups)},
			nil,
			{key: "menu.print", take: to(screen.Documents), shortcut: ctrl(fyne.KeyP), needsFile: true},
			nil,
			{key: "menu.close", take: s.CloseFile, shortcut: ctrl(fyne.KeyW), needsFile: true},
			{key: "menu.quit", take: s.Close, shortcut: ctrl(fyne.KeyQ)},
		}},
		{"menu.edit", []*command{
			{key: "shell.undo", take: s.Undo, shortcut: ctrl(fyne.KeyZ), needsFile: true},
			{key: "shell.redo", take: s.Redo, shortcut: ctrl(fyne.KeyY), needsFile: true},
		}},
		{"menu.go", places},
		{"menu.view", view},
		{"menu.help", []*command{
			{key: "route.keys", take: to(screen.Keys), shortcut: plain(fyne.KeyF1)},
			{key: "menu.about", take: s.about},
		}},
	}
}

// commands returns the commands that can be given now.
func (s *Shell) commands() []*command {
	var all []*command
	for _, group := range s.commandGroups() {
		for _, c := range group.commands {
			if c != nil && c.take != nil && (s.file != nil || !c.needsFile) {
				all = append(all, c)
			}
		}
	}
	return all
}

// recent returns the school files opened last as a menu.
func (s *Shell) recent() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, path := range s.prefs.Recent {
		menu.Items = append(menu.Items, fyne.NewMenuItem(filepath.Base(path), func() { s.Open(path, screen.Route{}) }))
	}
	return menu
}

func ctrl(key fyne.KeyName) fyne.KeyboardShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func alt(key fyne.KeyName) fyne.KeyboardShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// plain is a key alone. Fyne lists it in the menu but hands it to what has the keyboard, so addShortcuts hears it.
func plain(key fyne.KeyName) fyne.KeyboardShortcut { return &desktop.CustomShortcut{KeyName: key} }

// keys returns how a shortcut reads, such as Ctrl+P; empty for none.
func (c *command) keys() string {
	if c.shortcut == nil {
		return ""
	}
	var parts []string
	if c.shortcut.Mod()&fyne.KeyModifierControl != 0 {
		parts = append(parts, "Ctrl")
	}
	if c.shortcut.Mod()&fyne.KeyModifierSuper != 0 {
		parts = append(parts, "Cmd")
	}
	if c.shortcut.Mod()&fyne.KeyModifierAlt != 0 {
		parts = append(parts, "Alt")
	}
	name := string(c.shortcut.Key())
	switch c.shortcut.Key() {
	case fyne.KeyLeft:
		name = "←"
	case fyne.KeyRight:
		name = "→"
	case fyne.KeyMinus:
		name = "−"
	case fyne.KeyReturn:
		name = "Enter"
	}
	return strings.Join(append(parts, name), "+")
}

// addShortcuts adds what the menu does not hear by itself: the keys that Fyne turns into shortcuts of its own first, other
// keys for the same, and keys alone.
func (s *Shell) addShortcuts() {
	canvas := s.window.Canvas()
	canvas.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.Undo() })
	canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { s.Redo() })
	for _, larger := range []*desktop.CustomShortcut{ // where + is with Shift, and where it is not
		{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault},
		{KeyName: fyne.KeyEqual, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		{KeyName: fyne.KeyPlus, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
	} {
		canvas.AddShortcut(larger, func(fyne.Shortcut) { s.ZoomIn() })
	}
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape && s.chooser != nil {
			s.chooser.Hide()
			return
		}
		if m, ok := canvas.Overlays().Top().(*modal); ok { // nothing in it has the keyboard any more
			m.TypedKey(e)
			return
		}
		if s.shown != nil || canvas.Overlays().Top() != nil {
			return
		}
		for _, c := range s.commands() {
			if c.shortcut != nil && c.shortcut.Mod() == 0 && c.shortcut.Key() == e.Name {
				c.take()
				return
			}
		}
	})
}

// about says what Waymark is; the licences of what is in it can be copied.
func (s *Shell) about() {
	s.dialog("Waymark "+s.deps.Version, s.words.Say("menu.about_text"), s.deps.Notices)
}

package ui

import (
	"waymark/ui/keysscreen"
	"waymark/ui/room"
)

// Keys lists the keys that work on every screen.
func (s *Shell) Keys() keysscreen.Group {
	group := keysscreen.Group{Title: s.words.Say("keys.anywhere")}
	for _, commands := range s.commandGroups() {
		for _, c := range commands.commands {
			if c != nil && c.shortcut != nil {
				group.Keys = append(group.Keys, room.Point{Mark: c.keys(), Text: s.words.Say(c.key)})
			}
		}
	}
	return group
}

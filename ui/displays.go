package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
)

// lookAgain is how often the shell looks, while it shows something to the room, whether displays have come or gone.
const lookAgain = time.Second

// spread shows the board where the room sees it best: on a second display, with the desk in the window of the shell, and
// otherwise in that window.
func (s *Shell) spread() {
	fill := s.deps.OtherDisplay(s.window)
	switch {
	case fill == nil:
		s.wallHere()
	case s.shown.window == nil:
		s.wallOutside(fill)
	}
}

// followDisplays keeps the wall on a second display as long as there is one. Without it the wall comes back to the window
// of the shell as it is, time and page included, and goes out again when the display is back.
func (s *Shell) followDisplays() {
	shown := s.shown
	shown.look = s.deps.Runner.After(lookAgain, func() {
		outside := shown.window != nil
		s.spread()
		if outside && shown.window == nil {
			s.Toast(app.Say("room.display_gone"))
		}
		s.followDisplays()
	})
}

// keepAwake keeps the displays from going dark on their own while the room looks at them.
func keepAwake(awake bool) { fyne.CurrentApp().Driver().SetDisableScreenBlanking(awake) }

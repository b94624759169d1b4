package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"waymark/ui/assessmentscreen"
	"waymark/ui/planningscreen"
	"waymark/ui/preparescreen"
	"waymark/ui/progressscreen"
	"waymark/ui/room"
	"waymark/ui/screen"
	"waymark/ui/visionscreen"
)

// showing is what the room sees at the moment.
type showing struct {
	board  *room.Board
	window fyne.Window // of its own; nil when the board fills the window of the shell
	desk   *room.Desk  // in the window of the shell; nil when the board fills that
	size   fyne.Size   // of the window of the shell before the board filled it
	look   func()      // cancels the next look at the displays, nil when they are left alone
}

// stepsOf returns what an area has to show to the room, nil for an area that has nothing.
func (s *Shell) stepsOf(area screen.Area) func() []room.Step {
	steps := map[screen.Area]func(screen.Model, screen.Host) []room.Step{
		screen.Prepare: preparescreen.Steps, screen.Vision: visionscreen.Steps, screen.Assessment: assessmentscreen.Steps,
		screen.Planning: planningscreen.Steps, screen.Progress: progressscreen.Steps,
	}[area]
	if steps == nil {
		return nil
	}
	return func() []room.Step { return steps(s, s) }
}

// ShowToRoom fills a screen with the place on show, one thing at a time: that of the projector when it is a display of its
// own, else this one.
func (s *Shell) ShowToRoom() {
	board := s.board()
	if board == nil {
		return
	}
	s.shown = &showing{board: board}
	keepAwake(true)
	s.spread()
	s.followDisplays()
}

// ShowInWindow shows the same in a window of its own, to be drawn to the wall, while this window keeps what the one who leads
// the meeting needs: for projectors that are not found.
func (s *Shell) ShowInWindow() {
	board := s.board()
	if board == nil {
		return
	}
	s.shown = &showing{board: board}
	keepAwake(true)
	s.wallOutside(nil)
}

// wallHere fills the window of the shell with the board.
func (s *Shell) wallHere() {
	shown := s.shown
	if shown.window == nil && shown.size.Width > 0 {
		return // it is there
	}
	s.takeWall()
	shown.size = s.window.Canvas().Size()
	s.window.SetMainMenu(nil)
	s.window.SetFullScreen(true)
	s.put(shown.board, s.toasts.object)
	s.window.Canvas().Focus(shown.board)
	s.window.RequestFocus()
	s.After(wallSettles, func() { // the window may have grown only now
		if s.shown == shown && shown.window == nil {
			s.window.Content().Resize(s.window.Canvas().Size())
			shown.board.Reload()
		}
	})
}

// wallSettles is how long a window may take to fill the screen.
const wallSettles = 500 * time.Millisecond

// wallOutside puts the board into a window of its own, which fill shows on another display or, when it is nil, the user draws
// there. The window of the shell keeps the script, what comes next, and the time.
func (s *Shell) wallOutside(fill func(fyne.Window)) {
	shown := s.shown
	s.window.SetMainMenu(nil)
	s.toasts.hide()
	s.put(s.toasts.object) // the board leaves it
	s.leaveFullScreen()
	w := s.deps.NewWindow(s.words.Say("room.window"))
	shown.window = w
	w.SetPadded(false)
	w.SetContent(shown.board)
	w.Resize(fyne.NewSize(960, 540))
	w.SetOnClosed(func() {
		if s.shown == shown && shown.window == w {
			shown.window = nil
			s.endShow(shown.board.Step().At)
		}
	})
	if fill != nil {
		fill(w)
	} else {
		full := false
		shown.board.OnFull = func() {
			full = !full
			w.SetFullScreen(full)
		}
		w.Show()
	}
	w.Canvas().Focus(shown.board)
	shown.desk = room.NewDesk(s, shown.board, fill != nil)
	s.put(shown.desk, s.toasts.object)
	s.window.Canvas().Focus(shown.desk)
	s.window.RequestFocus()
}

// takeWall closes the window that the board had of its own.
func (s *Shell) takeWall() {
	w := s.shown.window
	if w == nil {
		return
	}
	s.shown.window = nil
	s.shown.desk.Close()
	s.shown.desk = nil
	w.SetContent(container.NewStack())
	w.Close()
}

// leaveFullScreen gives the window of the shell the size it had before the board filled it.
func (s *Shell) leaveFullScreen() {
	if s.shown.size.Width == 0 {
		return
	}
	s.window.SetFullScreen(false)
	s.window.Resize(s.shown.size)
	s.shown.size = fyne.Size{}
}

// board makes the board of the place on show, nil where there is nothing to show or words that cannot be saved hold the
// screen.
func (s *Shell) board() *room.Board {
	if s.file == nil || s.shown != nil {
		return nil
	}
	steps := s.stepsOf(s.here.Area)
	if steps == nil {
		s.Toast(room.NothingHere())
		return nil
	}
	if !s.mayLeave() {
		return nil
	}
	return room.New(s, steps, room.KeyAt(steps(), s.here), s.endShow)
}

// endShow goes back to the window, to the place of the step that was on show.
func (s *Shell) endShow(at screen.Route) {
	if s.shown == nil {
		return
	}
	if s.shown.look != nil {
		s.shown.look()
	}
	keepAwake(false)
	s.shown.board.Close()
	s.takeWall()
	ended := s.shown
	s.shown = nil
	if ended.size.Width > 0 {
		s.window.SetFullScreen(false)
	}
	if at.Area != "" && at != s.here {
		s.back, s.forward = append(s.back, s.here), nil
		s.here = at
	}
	s.Enter(s.here)
	s.fill()
	if ended.size.Width > 0 {
		s.window.Resize(ended.size)
	}
}

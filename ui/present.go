package ui

import (
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
	size   fyne.Size   // of the window of the shell before
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

// ShowToRoom fills the screen with the place on show, one thing at a time.
func (s *Shell) ShowToRoom() {
	board := s.board()
	if board == nil {
		return
	}
	s.shown = &showing{board: board, size: s.window.Canvas().Size()}
	s.window.SetMainMenu(nil)
	s.window.SetFullScreen(true)
	s.window.SetContent(container.NewStack(board, s.toasts.object))
	s.window.Canvas().Focus(board)
}

// ShowInWindow shows the same in a window of its own, to be drawn to the wall, while this window keeps what the one who leads
// the meeting needs: the script, what comes next, and the time.
func (s *Shell) ShowInWindow() {
	board := s.board()
	if board == nil {
		return
	}
	w := s.deps.NewWindow(s.words.Say("room.window"))
	s.shown = &showing{board: board, window: w}
	full := false
	board.OnFull = func() {
		full = !full
		w.SetFullScreen(full)
	}
	w.SetPadded(false)
	w.SetContent(board)
	w.Resize(fyne.NewSize(960, 540))
	w.SetOnClosed(func() {
		if s.shown != nil && s.shown.window == w {
			s.shown.window = nil
			s.endShow(board.Step().At)
		}
	})
	w.Show()
	w.Canvas().Focus(board)
	desk := room.NewDesk(s, board)
	s.window.SetMainMenu(nil)
	s.window.SetContent(container.NewStack(desk, s.toasts.object))
	s.window.Canvas().Focus(desk)
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
	ended := s.shown
	s.shown = nil
	ended.board.Close()
	if ended.window != nil {
		ended.window.Close()
	} else {
		s.window.SetFullScreen(false)
	}
	if at.Area != "" && at != s.here {
		s.back, s.forward = append(s.back, s.here), nil
		s.here = at
	}
	s.Enter(s.here)
	s.fill()
	if ended.window == nil {
		s.window.Resize(ended.size)
	}
}

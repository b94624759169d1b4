package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"

	"waymark/app"
	"waymark/app/preference"
	"waymark/translations"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// Shell is the window around the screens. It is the screen.Host and, while a school file is open, the screen.Model.
type Shell struct {
	window fyne.Window
	deps   Dependencies
	words  *translations.Printer
	prefs  preference.Preferences
	zoomed float32 // how large everything is drawn

	file    SchoolFile // nil on the welcome screen
	history *app.History

	here    screen.Route
	back    []screen.Route
	forward []screen.Route
	current screen.Screen
	warned  screen.Screen // told once that leaving it would lose words

	retrying func()   // cancels the next try to save what is still on the screen, nil for none
	jobs     []*job   // in the background
	preview  *preview // the backup on show, nil for a school file at work

	all    *fyne.Container // what the window shows
	ground *ground         // its layout
	main   *fyne.Container
	place  *fyne.Container // holds the current screen
	rail   *rail
	status *statusLine
	toasts *toaster

	shown *showing // what the room sees, nil while it sees the window

	asked   fyne.Focusable     // what has the focus in the last dialog
	chooser *dialog.FileDialog // open at the moment, nil for none
}

// Dependencies is all that a shell needs from outside.
type Dependencies struct {
	Files       Files
	Preferences Preferences
	Runner      Runner
	Now         func() time.Time
	Language    string // used until the user has chosen one; empty for the computer's
	Chosen      string // used whatever the user chose before, if not empty
	ApplyTheme  func(fyne.Theme)
	Version     string
	Notices     string // licences that travel with the program
	Quit        func()
	NewWindow   func(title string) fyne.Window
	Screens     func() string // names the displays attached now, such as 1366x768+1920x1080
	// OtherDisplay returns how to show a window on the whole of a display that window is not on, nil when there is none.
	OtherDisplay func(window fyne.Window) (fill func(fyne.Window))
	// Answer returns the path with which questions for a file are answered instead of by the user, empty for none; nil outside tests.
	Answer func() string
}

// New gives window its size and colours, so that it can be shown before there is anything to fill it with; Begin fills it.
func New(window fyne.Window, deps Dependencies) *Shell {
	s := &Shell{window: window, deps: deps, prefs: deps.Preferences.Load(), here: screen.Route{Area: screen.Welcome}}
	s.applyTheme()
	s.ground = &ground{}
	s.all = container.New(s.ground)
	window.SetContent(s.all)
	window.SetCloseIntercept(s.Close)
	window.Resize(s.windowSize())
	return s
}

// Language returns the code of the language to begin in.
func (s *Shell) Language() string {
	switch {
	case s.deps.Chosen != "":
		return s.deps.Chosen
	case s.prefs.Language != "":
		return s.prefs.Language
	}
	return translations.Best(s.deps.Language)
}

// Begin fills the window with the school file at path and a place in it, or the welcome screen when path is empty or the
// file cannot be opened, which is told.
func (s *Shell) Begin(words *translations.Printer, path string, at screen.Route) {
	s.words = words
	s.make()
	if path != "" {
		s.Open(path, at)
	}
	if s.file == nil {
		s.Enter(s.here)
	}
	s.fill()
	s.addShortcuts()
	if s.window.Canvas().Overlays().Top() != nil { // why the file could not be opened, told before there was a screen
		s.window.Canvas().Focus(s.asked)
	}
}

// WhenMade calls begin when the display has made the window and before it is drawn for the first time, so that nobody sees it
// empty.
func (s *Shell) WhenMade(begin func()) { s.ground.made = begin }

// ground is the layout of all that is in the window. Fyne has no event between making a window and drawing it, but asks
// for the least size of its content then.
type ground struct {
	made func() // nil once it was called
}

// MinSize is called by Fyne.
func (g *ground) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if made := g.made; made != nil {
		g.made = nil
		made()
	}
	return layout.NewStackLayout().MinSize(objects)
}

// Layout is called by Fyne.
func (*ground) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	layout.NewStackLayout().Layout(objects, size)
}

// narrow tells whether the window is too narrow for the words of the rail.
func (s *Shell) narrow() bool { return s.window.Canvas().Size().Width < theme.Units(narrowWindow) }

func (s *Shell) windowSize() fyne.Size {
	if s.prefs.Width < 640 || s.prefs.Height < 480 {
		return fyne.NewSize(1200, 720)
	}
	return fyne.NewSize(s.prefs.Width, s.prefs.Height)
}

// rebuild makes everything in the window anew, in the language and look of the moment.
func (s *Shell) rebuild() {
	s.make()
	s.Enter(s.here)
	s.fill()
}

// make makes the parts of the window, without a screen.
func (s *Shell) make() {
	speakFyne(s.words)
	s.place = container.NewStack()
	s.rail = newRail(s)
	s.status = newStatusLine(s)
	s.toasts = newToaster(s)
	s.main = container.New(shellLayout{}, s.place, s.rail.object, s.status.object)
}

// fill puts the parts into the window, once there is a screen: laying out twice would cost the first picture.
func (s *Shell) fill() {
	s.window.SetMainMenu(s.menu())
	s.put(s.main, s.toasts.object)
}

// put shows objects in the window, each above the one before. A new content would make Fyne take back a size that the
// window has been given in the meantime, and draw every text anew.
func (s *Shell) put(objects ...fyne.CanvasObject) {
	s.all.Objects = objects
	for _, o := range objects {
		o.Resize(s.all.Size())
	}
	canvas.Refresh(s.all)
}

// shellLayout sets place, rail and status line edge to edge.
type shellLayout struct{}

func (shellLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	place, rail, status := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	return fyne.NewSize(place.Width+rail.Width, max(place.Height, rail.Height)+status.Height)
}

func (shellLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place, rail, status := objects[0], objects[1], objects[2]
	foot := status.MinSize().Height
	var side float32
	if rail.Visible() {
		side = rail.MinSize().Width
	}
	rail.Resize(fyne.NewSize(side, size.Height-foot))
	place.Move(fyne.NewPos(side, 0))
	place.Resize(fyne.NewSize(size.Width-side, size.Height-foot))
	status.Move(fyne.NewPos(0, size.Height-foot))
	status.Resize(fyne.NewSize(size.Width, foot))
}

// Enter shows the screen of a route, anew even when it is the one on show; Go is for users.
func (s *Shell) Enter(r screen.Route) {
	s.closeFinder()
	if s.current != nil {
		s.current.Close()
	}
	if s.zoomed != s.Zoom() { // displays have come or gone
		s.applyTheme()
		s.make()
		defer s.fill()
	}
	if s.file == nil && r.Area != screen.Settings && r.Area != screen.Backups && r.Area != screen.Keys {
		r = screen.Route{Area: screen.Welcome}
	}
	s.here = r
	s.current = s.screenAt(r)
	s.window.Canvas().Unfocus()
	s.place.Objects = []fyne.CanvasObject{s.current.Content()}
	s.rail.refresh()
	s.status.refresh()
	s.main.Refresh() // the rail comes and goes
	s.titleWindow()
}

func (s *Shell) titleWindow() {
	title := "Waymark"
	if s.file != nil {
		title = s.history.Book().School().Name + " – Waymark"
	}
	s.window.SetTitle(title)
}

// Go shows a route and remembers the present one for Back.
func (s *Shell) Go(r screen.Route) {
	if r == s.here || !s.mayLeave() {
		return
	}
	s.back, s.forward = append(s.back, s.here), nil
	s.Enter(r)
}

// mayLeave takes what is still being typed. When that fails the screen stays, with the words on it, and it is told why; a
// second try within the same screen leaves without them.
func (s *Shell) mayLeave() bool {
	if s.current == nil || s.warned == s.current {
		return true
	}
	err := s.current.Leave()
	if err == nil {
		return true
	}
	s.warned = s.current
	s.Show(err)
	return false
}

// Back and Forward walk through the routes shown.
func (s *Shell) Back() { s.walk(&s.back, &s.forward) }

// Forward is described at Back.
func (s *Shell) Forward() { s.walk(&s.forward, &s.back) }

func (s *Shell) walk(from, to *[]screen.Route) {
	n := len(*from)
	if n == 0 || !s.mayLeave() {
		return
	}
	r := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, s.here)
	s.Enter(r)
}

// Here returns the route on show.
func (s *Shell) Here() screen.Route { return s.here }

// Words returns the printer of the interface language.
func (s *Shell) Words() *translations.Printer { return s.words }

// SetLanguage changes every word in the window, now.
func (s *Shell) SetLanguage(code string) {
	words, err := translations.New(code)
	if err != nil {
		s.Show(err)
		return
	}
	if !s.mayLeave() {
		return
	}
	s.commitTyping()
	s.words, s.prefs.Language = words, code
	s.keepPreferences()
	s.rebuild()
}

// commitTyping takes what is being typed in the present screen, which is left.
func (s *Shell) commitTyping() {
	if s.current != nil {
		s.current.Close()
		s.current = nil
	}
}

func (s *Shell) keepPreferences() {
	if err := s.deps.Preferences.Save(s.prefs); err != nil {
		slog.Error("preferences not saved", "error", err)
	}
}

// Book returns the book of the open file, Today the day.
func (s *Shell) Book() *app.Book { return s.history.Book() }

// Today is described at Book.
func (s *Shell) Today() app.Date { return app.DateOf(s.deps.Now()) }

// Framework returns a shipped framework.
func (s *Shell) Frameworks() []app.Framework { return s.deps.Files.Frameworks() }

// After is the Runner's.
func (s *Shell) After(d time.Duration, f func()) (cancel func()) { return s.deps.Runner.After(d, f) }

// Focus moves the keyboard to w.
func (s *Shell) Focus(w fyne.Focusable) { s.window.Canvas().Focus(w) }

// Do carries out what a service returned. The error is returned to be told where it belongs, and is also in the status
// line when it is the file that failed.
func (s *Shell) Do(edit app.Edit, err error) error {
	if err != nil || edit.Empty() {
		return err
	}
	if s.file.ReadOnly() {
		return &app.Error{Op: "do", Kind: app.KindReadOnly, Text: app.Say("error.opened_read_only")}
	}
	err = s.history.Do(context.Background(), edit)
	s.noteFailure(err)
	return err
}

// Remove carries out an edit that removes something and offers to undo it.
func (s *Shell) Remove(edit app.Edit) {
	if err := s.Do(edit, nil); err != nil {
		s.Show(err)
		return
	}
	text := s.words.Say("shell.did", "what", edit.Label)
	if n := loosened(edit); n > 0 {
		text += " " + s.words.Say("vision.line.loose", "count", n)
	}
	s.toasts.show(text, &command{key: "shell.undo", take: s.Undo, shortcut: ctrl(fyne.KeyZ)})
}

// loosened counts the goals that lose their vision line by an edit.
func loosened(edit app.Edit) (n int) {
	for _, c := range edit.Changes {
		before, was := c.Before.(app.Goal)
		after, is := c.After.(app.Goal)
		if was && is && before.VisionLine != "" && after.VisionLine == "" {
			n++
		}
	}
	return n
}

// Undo takes back the last edit and says which.
func (s *Shell) Undo() {
	if s.file == nil {
		return
	}
	label, ok := s.history.NextUndo()
	if !ok {
		s.Toast(app.Say("shell.nothing_to_undo"))
		return
	}
	if err := s.history.Undo(context.Background()); err != nil {
		s.noteFailure(err)
		s.Show(err)
		return
	}
	s.Toast(app.Say("shell.undid", "what", label))
}

// Redo repeats the edit taken back last and says which.
func (s *Shell) Redo() {
	if s.file == nil {
		return
	}
	label, ok := s.history.NextRedo()
	if !ok {
		s.Toast(app.Say("shell.nothing_to_redo"))
		return
	}
	if err := s.history.Redo(context.Background()); err != nil {
		s.noteFailure(err)
		s.Show(err)
		return
	}
	s.Toast(app.Say("shell.redid", "what", label))
}

// committed hears of every edit that is on disk.
func (s *Shell) committed(c app.Commit) {
	s.warned = nil
	s.status.saved(c.At)
	s.current.Refresh()
	s.rail.refresh()
	s.status.refresh()
	if s.shown != nil {
		s.shown.board.Reload()
	}
	if c.Edit.Changes[0].Record().RecordKind() == app.KindSchool {
		s.titleWindow()
	}
}

// Toast tells what has happened for a few seconds.
func (s *Shell) Toast(text app.Text) { s.toasts.show(s.words.Text(text), nil) }

// Show tells the user about err in a dialog.
func (s *Shell) Show(err error) {
	if err == nil {
		return
	}
	if errors.Is(err, context.Canceled) { // it was the user's wish
		s.Toast(app.Say("task.cancelled"))
		return
	}
	slog.Error("shown", "error", err)
	var ways []way
	if s.file != nil && !s.file.ReadOnly() && s.status.failure != nil && canGoElsewhere(err) {
		ways = []way{{label: s.words.Say("trouble.elsewhere"), take: s.SaveElsewhere}}
	}
	s.dialog(s.words.Say("shell.problem"), s.words.Text(app.Sentence(err)), fmt.Sprint(err), ways...)
}

// TellCrash says that the run before ended in a fault; details are for whoever mends Waymark.
func (s *Shell) TellCrash(details string) {
	s.dialog(s.words.Say("shell.problem"), s.words.Say("shell.crashed"), details)
}

// Close takes what is being typed, remembers where the team is and leaves.
func (s *Shell) Close() {
	if !s.mayLeave() {
		return
	}
	s.leaveFile()
	s.cancelJobs()
	size := s.window.Canvas().Size()
	s.prefs.Width, s.prefs.Height = size.Width, size.Height
	s.keepPreferences()
	s.window.SetCloseIntercept(nil)
	s.deps.Quit()
}

// Current returns the screen on show.
func (s *Shell) Current() screen.Screen { return s.current }

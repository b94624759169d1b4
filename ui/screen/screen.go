// Package screen is what the shell and the screens agree on: routes, the screen itself and the host that a screen asks
// for everything outside it. It imports app, app/assessment, translations and fyne.
package screen

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/translations"
)

// Area is a place in the rail; its value is part of routes and never shown.
type Area string

// The areas, in the order of the rail.
const (
	Welcome    Area = "welcome"
	Prepare    Area = "prepare"
	Vision     Area = "vision"
	Assessment Area = "assessment"
	Planning   Area = "planning"
	Progress   Area = "progress"
	Documents  Area = "documents"
	Settings   Area = "settings"
	Backups    Area = "backups"
	History    Area = "history"
	Keys       Area = "keys"
)

// Stages returns the stages of a cycle in their order; the numeral of each is its place.
func Stages() []Area { return []Area{Prepare, Vision, Assessment, Planning, Progress} }

// Route is a place in Waymark that can be written down: an area, within it a view, and the record or item it shows.
type Route struct {
	Area Area
	View string
	ID   string
}

// String returns the form area/view/id that ParseRoute reads; what is empty at the end is left out.
func (r Route) String() string {
	return strings.TrimRight(string(r.Area)+"/"+r.View+"/"+r.ID, "/")
}

// ParseRoute reads the form of String. An unknown area is an Error of KindInvalid.
func ParseRoute(s string) (Route, error) {
	parts := strings.SplitN(s, "/", 3)
	r := Route{Area: Area(parts[0])}
	switch r.Area {
	case Welcome, Prepare, Vision, Assessment, Planning, Progress, Documents, Settings, Backups, History, Keys:
	default:
		return Route{}, app.Invalid("parse route", app.Say("error.route", "route", s))
	}
	if len(parts) > 1 {
		r.View = parts[1]
	}
	if len(parts) > 2 {
		r.ID = parts[2]
	}
	return r, nil
}

// Screen is one place on show. It is disposable: it computes what it shows from the book and keeps nothing that the
// book holds.
type Screen interface {
	// Content is the same object for the screen's whole life.
	Content() fyne.CanvasObject
	// Refresh shows the book as it is now, without taking the focus from a field that is being typed in.
	Refresh()
	// Leave takes what is still being typed. An error means that words would be lost by closing: the disk failed, or they
	// cannot be taken as they stand.
	Leave() error
	// Close ends timers; what could not be taken goes with the screen.
	Close()
}

// Model is what a screen reads and changes: the book, by way of its History.
type Model interface {
	Book() *app.Book
	Today() app.Date
}

// Host is the shell as a screen sees it.
type Host interface {
	Words() *translations.Printer
	// Do carries out the result of a service: it shows nothing when err or the edit fails but returns the error, so
	// that a field can tell it beside itself.
	Do(edit app.Edit, err error) error
	// Show tells the user about err once; nil is nothing.
	Show(err error)
	// Remove carries out an edit that removes something and offers to undo it.
	Remove(edit app.Edit)
	// Toast tells what has happened.
	Toast(text app.Text)
	Go(Route)
	// After calls f on the UI goroutine when d has passed, unless it is cancelled first.
	After(d time.Duration, f func()) (cancel func())
	// Frameworks lists the shipped self-assessment instruments, the one to propose first.
	Frameworks() []app.Framework
	// Undo takes back the last edit, Redo repeats the one taken back last.
	Undo()
	Redo()
	// Focus moves the keyboard to w.
	Focus(w fyne.Focusable)
	// Aside tells whether what stands aside of a page is to be seen; KeepAside remembers it.
	Aside() Fold
	KeepAside(Fold)
}

// Fold says whether something that can be folded away is; its value is kept in preferences.
type Fold string

// The folds. Where nobody has chosen yet, it depends on the room there is.
const (
	Unchosen Fold = ""
	Open     Fold = "open"
	Folded   Fold = "folded"
)

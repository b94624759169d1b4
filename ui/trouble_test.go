package ui_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/sample"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// shows tells whether a text that holds part is on the screen.
func shows(w *uitest.Window, part string) bool {
	return slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.Contains(text, part) })
}

func mustShow(t *testing.T, w *uitest.Window, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !shows(w, part) {
			t.Errorf("%q is not on the screen: %q", part, w.Texts())
		}
	}
}

// escape presses Esc where the focus is.
func escape(w *uitest.Window) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
}

func errorOf(kind app.ErrorKind, key string) error {
	return &app.Error{Op: "test", Kind: kind, Text: app.Say(key, "path", "/school/sample.waymark", "host", "saal-3", "user", "Kask", "day", app.DateOf(uitest.Now()), "time", "09:00")}
}

func TestWhatCouldNotBeSavedIsTriedAgain(t *testing.T) {
	// given a full disk, and a name that is typed meanwhile
	w := uitest.For(t, uitest.Options{})
	w.Files.Fail = errorOf(app.KindFull, "error.full")
	uitest.Must(t, w.Type("prepare.name", "Uus Kool"))
	if got := w.Book().School().Name; got == "Uus Kool" {
		t.Fatal("the book took it")
	}
	mustShow(t, w, "Not saved: There is no room left", "Save elsewhere…")
	// when there still is none, the words stay where they are
	w.Runner.Advance(10 * time.Second)
	if got := w.Field("prepare.name").Entry.Text; got != "Uus Kool" {
		t.Errorf("the field holds %q", got)
	}
	// when there is room again, they are saved by themselves
	w.Files.Fail = nil
	w.Runner.Advance(10 * time.Second)
	if got := w.Book().School().Name; got != "Uus Kool" {
		t.Errorf("the book has %q", got)
	}
	mustShow(t, w, "Saved 14:02")
	if shows(w, "Save elsewhere…") {
		t.Error("it is still offered to save elsewhere")
	}
}

func TestWhatCannotBeSavedCanGoElsewhere(t *testing.T) {
	// given a stick that was pulled out while something was typed
	w := uitest.For(t, uitest.Options{})
	uitest.Must(t, w.Type("prepare.name", "Esimene"))
	w.Files.Fail = errorOf(app.KindUnavailable, "error.unavailable")
	uitest.Must(t, w.Type("prepare.head", "Uus Juht"))
	mustShow(t, w, "Not saved: /school/sample.waymark can no longer be reached")
	// when the team goes on in another folder
	w.Shell.GoOnIn("/documents")
	// then what was typed is there, the same screen is shown, and undo reaches back behind the move
	if got := w.Book().School(); got.Head != "Uus Juht" || got.Name != "Esimene" {
		t.Errorf("the book has %q, %q", got.Head, got.Name)
	}
	if w.Shell.SchoolPath() != "/documents/sample.waymark" || w.Shell.Here().Area != screen.Prepare {
		t.Errorf("at %s in %s", w.Shell.Here(), w.Shell.SchoolPath())
	}
	w.Shell.Undo()
	w.Shell.Undo()
	if got := w.Book().School().Name; got == "Esimene" {
		t.Error("undo ends at the move")
	}
}

func TestAFailedMoveLeavesTheFileWhereItIs(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	w.Files.FailElsewhere = app.Invalid("create", app.Say("error.exists", "path", "/documents/sample.waymark"))
	w.Shell.MoveTo("/documents")
	mustShow(t, w, "There is already a file /documents/sample.waymark")
	if w.Shell.SchoolPath() != "/school/sample.waymark" || len(w.Files.Deleted) > 0 {
		t.Errorf("in %s, deleted %v", w.Shell.SchoolPath(), w.Files.Deleted)
	}
	escape(w)
	// when it works, the old file goes after the new one is open
	w.Files.FailElsewhere = nil
	w.Shell.MoveTo("/documents")
	if w.Shell.SchoolPath() != "/documents/sample.waymark" || !slices.Equal(w.Files.Deleted, []string{"/school/sample.waymark"}) {
		t.Errorf("in %s, deleted %v", w.Shell.SchoolPath(), w.Files.Deleted)
	}
	if slices.Contains(w.Shell.Recent(), "/school/sample.waymark") {
		t.Error("the old place is still offered")
	}
}

func TestAFileThatCannotBeOpenedHasWaysOn(t *testing.T) {
	cases := map[string]struct {
		err   error
		shown []string
	}{
		"damaged": {errorOf(app.KindDamaged, "error.damaged"), []string{"This school file is damaged", "Show the backups", "Save what can be read"}},
		"foreign": {errorOf(app.KindForeign, "error.foreign"), []string{"is not a Waymark school file", "Choose another file…"}},
		"newer":   {errorOf(app.KindNewer, "error.newer"), []string{"was made by a newer Waymark", "Show the backups"}},
		"gone":    {errorOf(app.KindNotFound, "error.not_found"), []string{"There is no file", "Choose another file…"}},
		"no room": {errorOf(app.KindFull, "error.full"), []string{"There is no room left"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := uitest.For(t, uitest.Options{})
			w.Files.OpenFail = c.err
			w.Shell.Open("/school/other.waymark", screen.Route{})
			mustShow(t, w, append(c.shown, "This file cannot be opened")...)
			// and the file that is open stays so
			escape(w)
			if shows(w, "This file cannot be opened") || w.Shell.SchoolPath() != "/school/sample.waymark" {
				t.Errorf("at %s: %q", w.Shell.SchoolPath(), w.Texts())
			}
		})
	}
}

func TestADamagedFileIsRepairedIntoANewOne(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "welcome"})
	w.Files.OpenFail = errorOf(app.KindDamaged, "error.damaged")
	w.Shell.Open("/school/sample.waymark", screen.Route{})
	uitest.Must(t, w.Press("Save what can be read"))
	mustShow(t, w, "What could be read is now in /school/repaired.waymark", "1 record is missing")
	if w.Shell.SchoolPath() != "/school/repaired.waymark" {
		t.Errorf("open is %s", w.Shell.SchoolPath())
	}
}

func TestWhatWasDoneFromOutsideIsToldUntilItIsAccepted(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "welcome"})
	words := w.Shell.Words()
	goal := sample.Build(words)[0]
	w.Files.Outside = app.Outside{Records: []app.Record{goal}, Missing: []app.Missing{{Kind: app.KindAction, Count: 2}, {Kind: app.KindIdea}}}
	w.Shell.Open("/school/sample.waymark", screen.Route{})
	mustShow(t, w, "Something outside Waymark has changed this file", "changed: "+words.Say("kind.school"), "2 missing: action", "not as saved last: idea")
	uitest.Must(t, w.Press("Keep it as it is"))
	if !w.Files.Outside.None() {
		t.Error("it was not accepted")
	}
	mustShow(t, w, "Kept.")
}

func TestForeignThingsInAFileAreForReadingOnly(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "welcome"})
	w.Files.Outside = app.Outside{Objects: []string{"hurt"}}
	w.Shell.Open("/school/sample.waymark", screen.Route{})
	mustShow(t, w, "Another program has added things to this file", "Added: hurt", "Make a clean copy…", "Open for reading only", "Save a copy…")
}

// aBackup is one of the sample school.
func aBackup(w *uitest.Window) backup.Backup {
	return backup.Backup{Path: "/backups/sample 2026-11-20 090000 daily.waymark", School: w.Book().School().ID, Name: "Sample",
		Made: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Reason: backup.Daily, Size: 300_000}
}

func TestBackupsAreListedLookedAtAndRestored(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	w.Files.Backups = []backup.Backup{aBackup(w)}
	// when the list is opened it says when, why and what
	w.Shell.Go(screen.Route{Area: screen.Backups})
	mustShow(t, w, "They are in /backups", "20 November 2026 at 09:00", "Backup of the day · 293 KB", "goals")
	// when one is looked at, nothing can be changed, and the file at work is remembered
	uitest.Must(t, w.Press("Look at it"))
	mustShow(t, w, "You are looking at the backup of 20 November 2026, 09:00")
	if w.Shell.SchoolPath() != "" || slices.Contains(w.Shell.Recent(), w.Files.Backups[0].Path) {
		t.Errorf("at work is %q, recent are %q", w.Shell.SchoolPath(), w.Shell.Recent())
	}
	uitest.Must(t, w.Press("Back to the list"))
	if w.Shell.Here().Area != screen.Backups || w.Shell.SchoolPath() != "/school/sample.waymark" {
		t.Errorf("back at %s in %q", w.Shell.Here(), w.Shell.SchoolPath())
	}
	// when it is restored, that is asked first, and then done in the place of the file at work
	uitest.Must(t, w.Press("Restore…"))
	mustShow(t, w, "Go back to 20 November 2026, 09:00?", "The school file will be as it was then: /school/sample.waymark")
	escape(w)
	restored := w.Files.Backups[0].Path + " restored to /school/sample.waymark"
	if slices.Contains(w.Files.Written, restored) {
		t.Fatal("restored without being asked for")
	}
	w.Shell.AskRestore(w.Files.Backups[0])
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Contains(w.Files.Written, restored) || w.Shell.SchoolPath() != "/school/sample.waymark" {
		t.Errorf("written %q, open is %q", w.Files.Written, w.Shell.SchoolPath())
	}
	mustShow(t, w, "The school file is as it was on 20 November 2026, 09:00.")
}

func TestARestoreThatFailsLeavesTheFileAtWork(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	b := aBackup(w)
	w.Files.Backups = []backup.Backup{b}
	w.Files.Fail = errorOf(app.KindFull, "error.full")
	w.Shell.AskRestore(b)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	mustShow(t, w, "There is no room left on the disk")
	if w.Shell.SchoolPath() != "/school/sample.waymark" {
		t.Errorf("open is %q", w.Shell.SchoolPath())
	}
}

func TestASchoolWhoseFileIsGoneIsRestoredFromTheWelcomeScreen(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	w.Files.Backups = []backup.Backup{aBackup(w)}
	w.Shell.CloseFile()
	uitest.Must(t, w.Press("Backups…"))
	uitest.Must(t, w.Press("Look at it"))
	uitest.Must(t, w.Press("Back to the list"))
	if w.Shell.Here().Area != screen.Backups {
		t.Errorf("at %s", w.Shell.Here())
	}
	uitest.Must(t, w.Press("Restore…"))
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Shell.SchoolPath() != "/school/sample.waymark" {
		t.Errorf("open is %q, %q", w.Shell.SchoolPath(), w.Texts())
	}
}

func TestThatThereIsNoBackupIsTold(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "welcome"})
	w.Files.FailBackup = errorOf(app.KindFull, "error.full")
	w.Shell.Open("/school/sample.waymark", screen.Route{})
	w.Runner.Advance(time.Second) // it is made after the first picture
	mustShow(t, w, "Today’s backup could not be made.")
}

func TestDeletingASchoolSaysWhatGoesAndWhatWent(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "settings"})
	w.Files.Backups = []backup.Backup{aBackup(w)}
	// when Enter is pressed on the question, nothing is lost
	uitest.Must(t, w.Press("Delete this school…"))
	mustShow(t, w, "The school file /school/sample.waymark and 1 backup will be gone for good")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(w.Files.Deleted) > 0 {
		t.Fatal("Enter deleted the school")
	}
	uitest.Must(t, w.Press("Delete this school…"))
	uitest.Must(t, w.Press("Delete for good"))
	if !slices.Equal(w.Files.Deleted, []string{"/school/sample.waymark"}) || len(w.Files.Backups) > 0 || len(w.Shell.Recent()) > 0 {
		t.Errorf("deleted %q, %d backups left, recent %q", w.Files.Deleted, len(w.Files.Backups), w.Shell.Recent())
	}
	mustShow(t, w, "This was deleted", "and 1 backup")
}

func TestAProtectedCopyAsksForItsPassword(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "welcome"})
	w.Shell.Open("/stick/kool.waymark.age", screen.Route{})
	mustShow(t, w, "This copy is protected")
	enter := func() { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	typed := func(text string) {
		for _, r := range text {
			w.Canvas().Focused().TypedRune(r)
		}
		enter()
	}
	enter()
	mustShow(t, w, "Please type a password")
	typed("vale")
	mustShow(t, w, "This is not the password of this copy")
	typed("saladus")
	if w.Shell.SchoolPath() != "/stick/kool.waymark" {
		t.Errorf("open is %q", w.Shell.SchoolPath())
	}
}

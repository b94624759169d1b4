package ui_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// areas are the places that a language switch must reach.
var areas = []screen.Area{screen.Prepare, screen.Vision, screen.Assessment, screen.Planning, screen.Progress, screen.Documents, screen.Settings}

func TestSwitchingTheLanguageChangesEveryWord(t *testing.T) {
	// given a school whose own words are none but its name, which has no letters
	records, err := prepare.School("12345", sample.Today())
	uitest.Must(t, err)
	for _, area := range areas {
		w := uitest.For(t, uitest.Options{Records: records, At: string(area)})
		english := append(w.Texts(), w.Menu()...)
		// when the language is switched in the running window
		w.Shell.SetLanguage("et")
		estonian := append(w.Texts(), w.Menu()...)
		// then no text with a word in it is what it was
		if w.Shell.Here().Area != area {
			t.Errorf("%s: the window went to %s", area, w.Shell.Here())
		}
		same := []string{"English", "Eesti", "EUR", "Waymark", "12345.waymark", "sample.waymark", "practice.waymark"}
		for _, text := range english {
			if strings.IndexFunc(text, unicode.IsLetter) >= 0 && !slices.Contains(same, text) && slices.Contains(estonian, text) {
				t.Errorf("%s: %q is the same in both languages", area, text)
			}
		}
		if len(estonian) < 10 {
			t.Errorf("%s: the window shows %d texts only", area, len(estonian))
		}
	}
}

// Fyne asks a window that it has made for its least size before it draws it, and many times later.
func TestTheWindowIsFilledOnceWhenItIsMade(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	filled := 0
	w.Shell.WhenMade(func() { filled++ })
	for range 3 {
		w.Canvas().Content().MinSize()
	}
	if filled != 1 {
		t.Errorf("it is filled %d times", filled)
	}
}

func TestUndoFromAnyScreenTakesBackTheLastEditAndNamesIt(t *testing.T) {
	// given a changed school name, seen from another screen
	w := uitest.For(t, uitest.Options{})
	before := w.Book().School().Name
	uitest.Must(t, w.Type("prepare.name", "Uus Kool"))
	if got := w.Book().School().Name; got != "Uus Kool" {
		t.Fatalf("the book has %q", got)
	}
	w.Shell.Go(screen.Route{Area: screen.Vision})
	if !slices.Contains(w.Texts(), "Undo: school “Uus Kool” changed") {
		t.Errorf("the status line does not name the edit: %q", w.Texts())
	}
	// when it is undone and redone
	w.Shell.Undo()
	if got := w.Book().School().Name; got != before {
		t.Errorf("after undo the book has %q, want %q", got, before)
	}
	texts := w.Texts()
	if !slices.Contains(texts, "Redo: school “Uus Kool” changed") || slices.Contains(texts, "Undo: school “Uus Kool” changed") {
		t.Errorf("after undo the status line does not offer redo alone: %q", texts)
	}
	w.Shell.Redo()
	if got := w.Book().School().Name; got != "Uus Kool" {
		t.Errorf("after redo the book has %q", got)
	}
}

func TestTypingSavesAfterAPauseAndIsOneStepOfUndo(t *testing.T) {
	// given a team that types the statement with two rests
	w := uitest.For(t, uitest.Options{At: "vision"})
	before := visionStatement(w)
	f := w.Field("vision.statement")
	w.Canvas().Focus(f.Entry)
	for _, word := range []string{" One", " two"} {
		for _, r := range word {
			f.Entry.TypedRune(r)
		}
		if got := visionStatement(w); strings.HasSuffix(got, word) {
			t.Errorf("%q was saved before the pause", got)
		}
		w.Runner.Advance(time.Second)
		if got := visionStatement(w); !strings.Contains(got, strings.TrimSpace(word)) {
			t.Errorf("after the pause the book has %q, without %q", got, word)
		}
	}
	// when undone once
	w.Canvas().Unfocus()
	w.Runner.Advance(time.Second)
	w.Shell.Undo()
	// then all that was typed in that focus is taken back, on the screen too
	if got := visionStatement(w); got != before {
		t.Errorf("after one undo the book has %q, want %q", got, before)
	}
	if got := w.Field("vision.statement").Entry.Text; got != before {
		t.Errorf("after one undo the screen has %q, want %q", got, before)
	}
}

func visionStatement(w *uitest.Window) string {
	cycle := w.Book().Current().ID
	for v := range w.Book().Visions.All() {
		if v.Cycle == cycle {
			return v.Statement
		}
	}
	return ""
}

func TestLeavingAScreenTakesWhatIsStillBeingTyped(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	f := w.Field("prepare.head")
	w.Canvas().Focus(f.Entry)
	for _, r := range " PhD" {
		f.Entry.TypedRune(r)
	}
	w.Shell.Go(screen.Route{Area: screen.Planning})
	if got := w.Book().School().Head; !strings.Contains(got, "PhD") {
		t.Errorf("the book has %q", got)
	}
}

func TestAHalfTypedLineIsNotLostWithItsScreen(t *testing.T) {
	// given an idea that is typed but not entered
	w := uitest.For(t, uitest.Options{At: "vision"})
	before := w.Book().Ideas.Len()
	f := w.Field("vision.idea")
	w.Canvas().Focus(f.Entry)
	for _, r := range "Half an idea" {
		f.Entry.TypedRune(r)
	}
	// when the team goes elsewhere by a shortcut, or closes the window
	w.Shell.Go(screen.Route{Area: screen.Planning})
	// then it is kept
	if got := w.Book().Ideas.Len(); got != before+1 {
		t.Errorf("the book has %d ideas, want %d", got, before+1)
	}
}

func TestANameOnTheWelcomeScreenMakesASchoolAtEnterAlone(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "welcome"})
	f := w.Field("welcome.name")
	w.Canvas().Focus(f.Entry)
	for _, r := range "Uus Kool" {
		f.Entry.TypedRune(r)
	}
	w.Canvas().Unfocus()
	w.Runner.Advance(time.Minute)
	if w.Shell.Here().Area != screen.Welcome || f.Entry.Text != "Uus Kool" {
		t.Fatalf("leaving the field led to %s with %q", w.Shell.Here(), f.Entry.Text)
	}
	w.Canvas().Focus(f.Entry)
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.Shell.Here().Area != screen.Prepare || w.Book().School().Name != "Uus Kool" {
		t.Errorf("Enter led to %s with the school %q", w.Shell.Here(), w.Book().School().Name)
	}
}

func TestABadDateIsToldBesideItsFieldAndNothingIsLost(t *testing.T) {
	// given a cycle
	w := uitest.For(t, uitest.Options{})
	before := w.Book().Current()
	for _, c := range []struct{ key, typed, sentence string }{
		{"prepare.end", "31.13.2028", "“31.13.2028” is not a date. Please type it like 01/09/2026 or 2026-09-01."},
		{"prepare.end", "1.1.2001", "The end (1 January 2001) is before the start (1 September 2025). Please choose a later end or an earlier start."},
		{"prepare.name", "", "Please type the name of the school."},
	} {
		// when something is typed that cannot be taken
		uitest.Must(t, w.Type(c.key, c.typed))
		f := w.Field(c.key)
		// then the field keeps it, and one sentence says what to do
		if got := strings.TrimPrefix(f.Problem(), "▲ "); got != c.sentence {
			t.Errorf("%s %q: told %q, want %q", c.key, c.typed, got, c.sentence)
		}
		if f.Entry.Text != c.typed {
			t.Errorf("%s: the field holds %q, want %q", c.key, f.Entry.Text, c.typed)
		}
		if w.Book().Current() != before {
			t.Errorf("%s: the cycle became %v", c.key, w.Book().Current())
		}
	}
	// and a good one is taken and shown in its usual form
	uitest.Must(t, w.Type("prepare.end", "2029-08-31"))
	if got := w.Book().Current().End; got != app.NewDate(2029, 8, 31) {
		t.Errorf("the end is %v", got)
	}
	if got := w.Field("prepare.end"); got.Problem() != "" || got.Entry.Text != "31/08/2029" {
		t.Errorf("the field shows %q with %q", got.Entry.Text, got.Problem())
	}
}

func TestAFullDiskLosesNothingAndIsTold(t *testing.T) {
	// given a disk without room
	w := uitest.For(t, uitest.Options{})
	w.Files.Fail = &app.Error{Op: "apply", Kind: app.KindFull, Text: app.Say("error.full"), Err: errors.New("disk full")}
	// when a field is changed
	uitest.Must(t, w.Type("prepare.head", "Kati Karu"))
	// then the words stay, and both field and status line tell
	f := w.Field("prepare.head")
	if f.Entry.Text != "Kati Karu" || f.Problem() == "" {
		t.Errorf("the field holds %q and tells %q", f.Entry.Text, f.Problem())
	}
	if !slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.HasPrefix(s, "Not saved: There is no room left") }) {
		t.Errorf("the status line does not tell: %q", w.Texts())
	}
	// and once there is room the next try saves it
	w.Files.Fail = nil
	w.Canvas().Focus(f.Entry)
	w.Canvas().Unfocus()
	if got := w.Book().School().Head; got != "Kati Karu" {
		t.Errorf("the book has %q", got)
	}
	if f.Problem() != "" {
		t.Errorf("the field still tells %q", f.Problem())
	}
}

func TestWordsAreNotLostByLeavingWhileTheDiskIsFull(t *testing.T) {
	for _, key := range []string{"vision.statement", "vision.idea"} {
		// given a full disk and words being typed
		w := uitest.For(t, uitest.Options{At: "vision"})
		f := w.Field(key)
		w.Canvas().Focus(f.Entry)
		for _, r := range "Words" {
			f.Entry.TypedRune(r)
		}
		w.Files.Fail = &app.Error{Op: "apply", Kind: app.KindFull, Text: app.Say("error.full")}
		// when the team goes elsewhere
		w.Shell.Go(screen.Route{Area: screen.Planning})
		// then the screen stays, with the words, and says why
		if w.Shell.Here().Area != screen.Vision || !strings.Contains(w.Field(key).Entry.Text, "Words") {
			t.Errorf("%s: the window shows %s and the field %q", key, w.Shell.Here(), f.Entry.Text)
		}
		if w.Canvas().Overlays().Top() == nil {
			t.Errorf("%s: nothing is told", key)
		}
		// and once there is room they are saved by going
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		w.Files.Fail = nil
		ideas := w.Book().Ideas.Len()
		w.Shell.Go(screen.Route{Area: screen.Planning})
		if w.Shell.Here().Area != screen.Planning {
			t.Errorf("%s: the window stays at %s", key, w.Shell.Here())
		}
		if !strings.Contains(visionStatement(w), "Words") && w.Book().Ideas.Len() != ideas+1 {
			t.Errorf("%s: the words are lost", key)
		}
	}
}

func TestAWrongDateHoldsTheScreenOnce(t *testing.T) {
	// given a date that is none
	w := uitest.For(t, uitest.Options{})
	uitest.Must(t, w.Type("prepare.end", "soon"))
	// when the team goes elsewhere
	w.Shell.Go(screen.Route{Area: screen.Vision})
	// then the screen stays and says what to type
	if w.Shell.Here().Area != screen.Prepare || w.Canvas().Overlays().Top() == nil {
		t.Fatalf("the window shows %s", w.Shell.Here())
	}
	// and a second try leaves, so that nobody is held prisoner
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.Shell.Go(screen.Route{Area: screen.Vision})
	if w.Shell.Here().Area != screen.Vision {
		t.Errorf("the window shows %s", w.Shell.Here())
	}
}

func TestOddTextsAreKeptWhole(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "vision"})
	long := strings.Repeat("Iga õpilane loob. ", 2700) + "lõpp"
	for _, text := range []string{"Rõõm 🎉 ja é e\u0301 ქართული ﷽", long} {
		f := w.Field("vision.values")
		w.Canvas().Focus(f.Entry)
		f.Entry.SetText("") // pasted over what is there
		fyne.CurrentApp().Clipboard().SetContent(text)
		f.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
		w.Canvas().Unfocus()
		got := ""
		for v := range w.Book().Visions.All() {
			if v.Cycle == w.Book().Current().ID {
				got = v.Values
			}
		}
		if got != text {
			t.Errorf("the book has %d letters, want %d", len(got), len(text))
		}
	}
}

func TestEveryMenuItemWorks(t *testing.T) {
	var walk func(language string, menu *fyne.Menu)
	walk = func(language string, menu *fyne.Menu) {
		for i, item := range menu.Items {
			if item.ChildMenu != nil {
				walk(language, item.ChildMenu)
			}
			if item.IsSeparator || item.IsQuit || item.Action == nil || item.Disabled {
				continue
			}
			// given a window of its own for each item
			w := uitest.For(t, uitest.Options{Language: language})
			for _, m := range w.MainMenu().Items {
				if m.Label == menu.Label && i < len(m.Items) {
					// when it is chosen, then nothing breaks
					m.Items[i].Action()
				}
			}
		}
	}
	for _, language := range []string{"en", "et"} {
		for _, menu := range uitest.For(t, uitest.Options{Language: language}).MainMenu().Items {
			walk(language, menu)
		}
	}
}

func TestEscClosesTheFileDialog(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	w.Shell.ChooseFile()
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog is shown")
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the dialog is still there")
	}
}

func TestTheKeyboardBringsWhatItReachesIntoView(t *testing.T) {
	// given a long page in a low window
	w := uitest.For(t, uitest.Options{At: "vision", Width: 1024, Height: 600})
	low := uitest.Place(w.Field("vision.line").Entry).Y
	if low < 600 {
		t.Fatalf("the last field is in view already, at %v", low)
	}
	// when Tab goes all the way to the last field
	for range 400 {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() == fyne.Focusable(w.Field("vision.line").Entry) {
			break
		}
	}
	// then it can be seen
	if y := uitest.Place(w.Field("vision.line").Entry).Y; y < 0 || y > 600 {
		t.Errorf("the last field has the keyboard at %v", y)
	}
}

func TestAProblemBelowTheFoldComesIntoView(t *testing.T) {
	// given a window in which the field fits and a sentence below it does not
	w := uitest.For(t, uitest.Options{Width: 1024, Height: 740})
	ends := func() float32 {
		f := w.Field("prepare.end")
		return uitest.Place(f).Y + f.Size().Height/2
	}
	const foot = 740 - 90 // where the page's foot and the status line begin
	// when something is typed that cannot be taken
	uitest.Must(t, w.Type("prepare.end", "1.1.2001"))
	if ends() <= foot {
		t.Fatalf("the sentence is in view already, at %v", ends())
	}
	w.Runner.Advance(time.Second)
	// then the page moves until it is seen
	if w.Field("prepare.end").Problem() == "" || ends() > foot {
		t.Errorf("the field that tells %q ends at %v", w.Field("prepare.end").Problem(), ends())
	}
}

func TestAChoiceThatFailsShowsWhatTheBookHas(t *testing.T) {
	// given an action and a full disk
	w := uitest.For(t, uitest.Options{})
	var action app.Action
	for a := range w.Book().Actions.All() {
		if a.Status == app.InProgress {
			action = a
		}
	}
	w.Shell.Go(screen.Route{Area: screen.Planning, View: "action", ID: action.RecordID()})
	w.Files.Fail = &app.Error{Op: "apply", Kind: app.KindFull, Text: app.Say("error.full")}
	choice := w.Choice("in progress")
	if choice == nil {
		t.Fatalf("no choice shows the status: %q", w.Texts())
	}
	// when another status is chosen
	choice.SetSelected("done")
	// then it is told, and the choice shows the status that is kept
	if w.Canvas().Overlays().Top() == nil {
		t.Error("nothing is told")
	}
	if w.Choice("in progress") == nil {
		t.Errorf("the choice shows another status: %q", w.Texts())
	}
}

func TestAFileThatAnotherHasOpenCanBeRead(t *testing.T) {
	// given a school file that someone else has open
	w := uitest.For(t, uitest.Options{At: "welcome"})
	w.Files.Held = &app.Error{Op: "open", Kind: app.KindLocked, Text: app.Say("error.locked",
		"path", "a.waymark", "host", "HEAD-PC", "user", "mari", "day", app.DateOf(uitest.Now()), "time", "13:50")}
	// when it is opened
	w.Shell.Open("/school/a.waymark", screen.Route{Area: screen.Prepare})
	// then it is told who has it, and it is shown
	if !slices.ContainsFunc(w.Texts(), func(s string) bool { return strings.Contains(s, "HEAD-PC (mari) since 24 November 2026, 13:50") }) {
		t.Errorf("it is not told who has the file: %q", w.Texts())
	}
	if got := w.Shell.Here().Area; got != screen.Prepare {
		t.Fatalf("the window shows %s", got)
	}
	// and once that is read, what is typed is refused with a sentence, not lost
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	uitest.Must(t, w.Type("prepare.head", "Kati Karu"))
	f := w.Field("prepare.head")
	if f.Problem() == "" || f.Entry.Text != "Kati Karu" || w.Book().School().Head == "Kati Karu" {
		t.Errorf("the field holds %q and tells %q", f.Entry.Text, f.Problem())
	}
}

func TestBackAndForward(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	w.Shell.Go(screen.Route{Area: screen.Vision})
	w.Shell.Go(screen.Route{Area: screen.Progress})
	w.Shell.Back()
	w.Shell.Back()
	if got := w.Shell.Here().Area; got != screen.Prepare {
		t.Errorf("back leads to %s", got)
	}
	w.Shell.Forward()
	if got := w.Shell.Here().Area; got != screen.Vision {
		t.Errorf("forward leads to %s", got)
	}
}

func TestARemovedRecordCanBeBroughtBackFromTheToast(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	members := w.Book().Members.Len()
	var first app.Member
	for m := range w.Book().Members.All() {
		first = m
		break
	}
	w.Shell.Remove(app.RemoveEdit(w.Book(), first))
	if w.Book().Members.Len() != members-1 {
		t.Fatal("nothing was removed")
	}
	uitest.Must(t, w.Press("Undo"))
	if w.Book().Members.Len() != members {
		t.Error("the toast's Undo brought nothing back")
	}
}

func TestNoScreenAsksForMoreThanASmallProjector(t *testing.T) {
	for _, language := range []string{"en", "et"} {
		for _, area := range append(areas, screen.Welcome) {
			w := uitest.For(t, uitest.Options{Language: language, At: string(area), Width: 1024, Height: 768})
			if m := w.Canvas().Content().MinSize(); m.Width > 1024 || m.Height > 740 {
				t.Errorf("%s in %s asks for %v", area, language, m)
			}
		}
	}
}

func TestKeysInAFieldOfOneSentence(t *testing.T) {
	// given a list pasted into the field for ideas
	w := uitest.For(t, uitest.Options{At: "vision"})
	before := w.Book().Ideas.Len()
	f := w.Field("vision.idea")
	w.Canvas().Focus(f.Entry)
	f.Entry.SetText("one\ntwo\n\n- three")
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	// then each line is an idea, the field is empty for the next, and has still the keyboard
	if got := w.Book().Ideas.Len() - before; got != 3 {
		t.Errorf("%d ideas were added, want 3", got)
	}
	if f.Entry.Text != "" || w.Canvas().Focused() != fyne.Focusable(f.Entry) {
		t.Errorf("the field holds %q, focus is at %T", f.Entry.Text, w.Canvas().Focused())
	}
}

// Given a menu that Fyne draws, then each shortcut is written behind its words, one below the other, and is heard.
func TestTheKeysOfTheMenuCanBeRead(t *testing.T) {
	w := uitest.For(t, uitest.Options{})
	heard := map[string]bool{}
	written := 0
	var walk func(*fyne.Menu)
	walk = func(menu *fyne.Menu) {
		for _, item := range menu.Items {
			if item.Shortcut != nil {
				heard[item.Shortcut.ShortcutName()] = item.Action != nil
			}
			if strings.Contains(item.Label, "\t") {
				written++
			}
			if item.ChildMenu != nil {
				walk(item.ChildMenu)
			}
		}
	}
	for _, menu := range w.MainMenu().Items {
		walk(menu)
	}
	if written == 0 || written != len(heard) {
		t.Errorf("%d shortcuts are written, %d heard", written, len(heard))
	}
	for name, does := range heard {
		if !does {
			t.Errorf("%s does nothing", name)
		}
	}
}

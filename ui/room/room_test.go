package room

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/translations"
	"waymark/ui/screen"
	"waymark/ui/theme"
)

// host is a shell that takes every edit but those that are refused.
type host struct {
	screen.Host
	words *translations.Printer
}

func (h host) Words() *translations.Printer                { return h.words }
func (h host) Do(_ app.Edit, err error) error              { return err }
func (h host) After(time.Duration, func()) (cancel func()) { return func() {} }

// wall is a board on a screen, and how often it was left.
func wall(t *testing.T, steps ...Step) (b *Board, left *int) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	left = new(int)
	b = New(host{words: words}, func() []Step { return steps }, "", func(screen.Route) { *left++ })
	b.Resize(fyne.NewSize(1366, 768))
	return b, left
}

func (b *Board) types(text string) {
	for _, r := range text {
		b.TypedRune(r)
	}
}

func (b *Board) presses(keys ...fyne.KeyName) {
	for _, key := range keys {
		b.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// reads is everything that can be read on the wall.
func (b *Board) reads() string {
	var all []string
	for _, o := range b.objects {
		if text, ok := o.(*canvas.Text); ok {
			all = append(all, text.Text)
		}
	}
	return strings.Join(all, " ")
}

func TestEnterWritesOneTextAfterTheOther(t *testing.T) {
	var taken []string
	b, left := wall(t, Step{Key: "ideas", Title: "What?", Write: &Write{Hint: "Enter writes", Take: func(text string) (app.Edit, error) {
		taken = append(taken, text)
		return app.Edit{}, nil
	}}})
	if !strings.Contains(b.reads(), "Enter writes") {
		t.Errorf("nothing says how to write: %q", b.reads())
	}
	// when two texts are written with letters that mean something else on the wall
	b.presses(fyne.KeyReturn)
	b.types("tbh 12")
	if !strings.Contains(b.reads(), "tbh 12") {
		t.Errorf("what is written is not seen: %q", b.reads())
	}
	b.presses(fyne.KeyReturn)
	b.types("Second")
	b.presses(fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyHome, fyne.KeyDelete)
	b.types("B")
	b.presses(fyne.KeyReturn, fyne.KeyEscape)
	if got := strings.Join(taken, "|"); got != "tbh 12|Beco" {
		t.Errorf("taken: %q", got)
	}
	if b.blank || b.running || *left != 0 {
		t.Error("a letter did something else than being written")
	}
	// when the writing has ended, then Esc leaves
	b.presses(fyne.KeyEscape)
	if *left != 1 {
		t.Error("Esc does not leave")
	}
}

func TestWhatCannotBeTakenStaysWithItsReason(t *testing.T) {
	b, _ := wall(t, Step{Key: "ideas", Title: "What?", Write: &Write{Take: func(string) (app.Edit, error) {
		return app.Edit{}, app.Invalid("test", app.Say("error.empty_text"))
	}}})
	b.presses(fyne.KeyReturn)
	b.types("Kept")
	b.presses(fyne.KeyReturn)
	if got := b.reads(); !strings.Contains(got, "Kept") || !strings.Contains(got, b.host.Words().Say("error.empty_text")) {
		t.Errorf("on the wall: %q", got)
	}
}

func TestAListThatIsPastedIsTakenAtOnce(t *testing.T) {
	var taken []string
	b, _ := wall(t, Step{Key: "ideas", Title: "What?", Write: &Write{Take: func(text string) (app.Edit, error) {
		taken = append(taken, text)
		return app.Edit{}, nil
	}}})
	fyne.CurrentApp().Clipboard().SetContent("one\ntwo\n")
	b.presses(fyne.KeyReturn)
	b.TypedShortcut(&fyne.ShortcutPaste{})
	if len(taken) != 1 || taken[0] != "one\ntwo" {
		t.Errorf("taken: %q", taken)
	}
	fyne.CurrentApp().Clipboard().SetContent("three\t four")
	b.TypedShortcut(&fyne.ShortcutPaste{})
	if !strings.Contains(b.reads(), "three four") {
		t.Errorf("on the wall: %q", b.reads())
	}
}

func TestTheWallKeepsSecretWhatIsWrittenAtTheDesk(t *testing.T) {
	b, _ := wall(t, Step{Key: "ideas", Title: "What?", Write: &Write{Secret: true}})
	d := NewDesk(b.host, b, false)
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	for _, r := range "hidden" {
		d.TypedRune(r)
	}
	if strings.Contains(b.reads(), "hidden") {
		t.Errorf("the wall tells: %q", b.reads())
	}
	if b.written() != "hidden|" {
		t.Errorf("the desk has %q", b.written())
	}
}

// counting is alive: it counts digits and loses them when it is left.
type counting struct {
	count int
	draw  func()
}

func (c *counting) TypedKey(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyRight }
func (c *counting) TypedRune(r rune) bool {
	if r < '0' || r > '9' {
		return false
	}
	c.count++
	return true
}
func (c *counting) Loses() string {
	if c.count > 0 {
		return "Your count is lost."
	}
	return ""
}
func (c *counting) Title() string   { return "" }
func (c *counting) Points() []Point { return []Point{{Text: strings.Repeat("x", c.count)}} }
func (c *counting) Foot() string    { return "counting" }
func (c *counting) Wrong() string   { return "" }

func TestWhatIsAliveHearsTheKeysFirstAndOutlivesTheBook(t *testing.T) {
	b, left := wall(t,
		Step{Key: "count", Title: "How many?", Live: func(changed func()) Live { return &counting{draw: changed} }},
		Step{Key: "next", Title: "Next"})
	b.types("123")
	b.presses(fyne.KeyRight) // used, so the wall does not move
	b.Reload()
	if got := b.reads(); !strings.Contains(got, "xxx") || !strings.Contains(got, "counting") {
		t.Errorf("on the wall: %q", got)
	}
	// when it is left, then it says once what is lost
	b.presses(fyne.KeyPageDown)
	if got := b.reads(); !strings.Contains(got, "How many?") {
		t.Errorf("it was left without a word: %q", got)
	}
	b.presses(fyne.KeyPageDown)
	if got := b.reads(); !strings.Contains(got, "Next") || *left != 0 {
		t.Errorf("it cannot be left: %q", got)
	}
	// when it comes back, then it begins anew
	b.presses(fyne.KeyLeft)
	if got := b.reads(); strings.Contains(got, "x") && strings.Contains(got, "xxx") {
		t.Errorf("what was lost is back: %q", got)
	}
}

package kit

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/theme"
)

// Entry is Fyne's entry with Waymark's ways: it grows with its text so that a sentence is always whole, Tab leaves it,
// and Ctrl+Z that finds nothing to undo in it undoes the last edit of the school file.
type Entry struct {
	widget.Entry
	name         string // what belongs in it
	sentence     bool   // Enter submits instead of beginning a new line
	ring         *ring
	leastRows    int
	mostRows     int
	rows         int
	focused      bool
	gained, lost func()
	undo, redo   func()
	steer        func(*fyne.KeyEvent) bool // takes keys that are for something else; nil for none
}

// newEntry returns an entry for a sentence, or for several paragraphs of at least rows lines.
func newEntry(sentence bool, rows int) *Entry {
	e := &Entry{sentence: sentence, leastRows: rows, mostRows: 16, ring: newRing(false)}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.fit()
	return e
}

// NewSecret returns an entry outside a page whose letters are not shown. Enter submits it, and gained hears when the keyboard
// arrives.
func NewSecret(name string, gained func(*Entry)) *Entry {
	e := &Entry{name: name, sentence: true, leastRows: 1, mostRows: 1, ring: newRing(false), undo: func() {}, redo: func() {}}
	e.Password = true
	e.gained = func() { gained(e) }
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is called by Fyne.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return &ringed{WidgetRenderer: e.Entry.CreateRenderer(), over: []fyne.CanvasObject{e.ring.object}}
}

// hairline keeps a word that only just fits from being counted on the line before the one on which rounding puts it.
const hairline = 0.5

// fit makes the entry as high as its text, or the hint in its place, needs at its width.
func (e *Entry) fit() {
	rows := e.leastRows
	if width := e.Size().Width - 2*theme.SizeOf(fynetheme.SizeNameInnerPadding) - hairline; width > 0 {
		shown := e.Text
		if shown == "" {
			shown = e.PlaceHolder
		}
		rows = min(max(rows, rowsOf(shown, width, e.mostRows)), e.mostRows)
	}
	if rows != e.rows {
		e.rows = rows
		e.SetMinRowsVisible(rows)
	}
}

// rowsOf counts the rows that text takes when its words are wrapped at width; it stops counting at most.
func rowsOf(text string, width float32, most int) int {
	size := theme.SizeOf(fynetheme.SizeNameText)
	measure := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{}).Width }
	rows := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		rows++
		if float32(len(paragraph))*size <= width { // no letter is wider than the type is high
			continue
		}
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if rows >= most {
				return most
			}
			longer := line + " " + word
			if line == "" || measure(longer) > width {
				if line != "" {
					rows++
				}
				longer = word
				for rows < most && measure(longer) > width { // it is broken
					rows++
					letters := []rune(longer)
					longer = string(letters[max(1, lettersIn(letters, width, measure)):])
				}
			}
			line = longer
		}
	}
	return rows
}

// lettersIn returns how many letters of a word that is too long for a line fit into it.
func lettersIn(word []rune, width float32, measure func(string) float32) int {
	return sort.Search(len(word), func(n int) bool { return measure(string(word[:n+1])) > width })
}

// Resize is called by Fyne.
func (e *Entry) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	e.fit()
}

// TypedKey is called by Fyne.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if function(key) {
		Pass(e, key)
		return
	}
	if e.steer != nil && e.steer(key) {
		return
	}
	if e.sentence && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter) {
		if e.OnSubmitted != nil {
			e.OnSubmitted(e.Text)
		}
		return
	}
	e.Entry.TypedKey(key)
}

// AcceptsTab is false, so that the keyboard can leave a field of several lines.
func (e *Entry) AcceptsTab() bool { return false }

// FocusGained is called by Fyne.
func (e *Entry) FocusGained() {
	e.focused = true
	e.ring.show(true)
	e.Entry.FocusGained()
	if e.gained != nil {
		e.gained()
	}
}

// FocusLost is called by Fyne.
func (e *Entry) FocusLost() {
	e.focused = false
	e.ring.show(false)
	e.Entry.FocusLost()
	if e.lost != nil {
		e.lost()
	}
}

// TypedShortcut is called by Fyne.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	before := e.Text
	e.Entry.TypedShortcut(s)
	if e.Text != before {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		e.undo()
	case *fyne.ShortcutRedo:
		e.redo()
	case *desktop.CustomShortcut:
		PassShortcut(e, s)
	}
}

// show replaces the text without telling anyone.
func (e *Entry) show(text string) {
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = changed
	e.fit()
}

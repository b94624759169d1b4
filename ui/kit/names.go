package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// This file is what widgets are called for those who do not see them, in the words that stand on the screen. Fyne knows four
// roles; whatever is pressed, ticked or chosen from is a button, and whatever is typed into a text.

const tick = "✓"

// Ticked is the text of what is ticked, chosen or done.
func Ticked(text string) string { return tick + " " + text }

// AccessibilityLabel is called by Fyne.
func (b *Button) AccessibilityLabel() string {
	if b.Name != "" {
		return b.Name
	}
	return b.Text
}

// AccessibilityLabel is called by Fyne.
func (b *IconButton) AccessibilityLabel() string { return b.Name }

// AccessibilityRole is called by Fyne.
func (b *IconButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is called by Fyne.
func (l *Link) AccessibilityLabel() string { return l.text.Text }

// AccessibilityRole is called by Fyne.
func (l *Link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is called by Fyne.
func (r *Row) AccessibilityLabel() string { return wordsOf(r.inside) }

// AccessibilityRole is called by Fyne.
func (r *Row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// AccessibilityLabel is called by Fyne.
func (c *Check) AccessibilityLabel() string {
	if c.Checked {
		return Ticked(c.Text)
	}
	return c.Text
}

// AccessibilityRole is called by Fyne.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is called by Fyne.
func (s *Select) AccessibilityLabel() string {
	value := s.Selected
	if value == "" {
		value = s.PlaceHolder
	}
	if s.name == "" {
		return value
	}
	return s.name + ": " + value
}

// AccessibilityRole is called by Fyne.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is called by Fyne: it is the caption, or what is in the entry where several stand below one caption.
func (e *Entry) AccessibilityLabel() string {
	switch {
	case e.name != "":
		return e.name
	case e.Password || e.Text == "":
		return e.PlaceHolder
	}
	return e.Text
}

// AccessibilityRole is called by Fyne.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is called by Fyne.
func (s *step) AccessibilityLabel() string {
	if s.chosen {
		return Ticked(wordsOf(s.inside))
	}
	return wordsOf(s.inside)
}

// AccessibilityRole is called by Fyne.
func (s *step) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is called by Fyne: it is the row that Enter chooses, or would once the list has the keyboard.
func (l *LongList) AccessibilityLabel() string {
	for _, r := range l.rows {
		if r.at == max(0, l.Selected) {
			return wordsOf(r.child)
		}
	}
	return ""
}

// AccessibilityRole is called by Fyne.
func (l *LongList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// wordsOf returns the words that are drawn in objects, in reading order; widgets inside that have a name of their own are
// left out.
func wordsOf(objects ...fyne.CanvasObject) string {
	var words []string
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		text := ""
		switch o := o.(type) {
		case *fyne.Container:
			text = wordsOf(o.Objects...)
			if mark, ok := o.Layout.(choiceMark); ok && mark.chosen {
				text = tick
			}
		case *widget.Label:
			text = o.Text
		case *canvas.Text:
			text = o.Text
		}
		if text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " ")
}

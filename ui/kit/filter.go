package kit

import (
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
)

// Pick is a Choice of what to show, which changes nothing in the book.
func (w *Widgets) Pick(key, label string, options []Option, value string, picked func(value string)) fyne.CanvasObject {
	s := kept(w, key, func() *Select { return NewSelect(nil, nil) })
	s.OnChanged, s.name = nil, label
	texts := make([]string, len(options))
	at := -1
	for i, o := range options {
		texts[i] = o.Text
		if o.Value == value {
			at = i
		}
	}
	s.PlaceHolder = "–"
	s.SetOptions(texts)
	if at >= 0 {
		s.SetSelectedIndex(at)
	} else {
		s.ClearSelected()
	}
	s.OnChanged = func(string) {
		if i := s.SelectedIndex(); i >= 0 && options[i].Value != value {
			picked(options[i].Value)
		}
	}
	if label == "" {
		return s
	}
	return captioned(Caption(label), s)
}

// searchPause is how long typing must rest before a search follows it.
const searchPause = 250 * time.Millisecond

// Search is a field for words to look for: what is shown follows the typing, and nothing changes in the book.
func (w *Widgets) Search(key, label, hint string, seek func(text string)) *Field {
	f := w.field(key, label, true, 1)
	f.seek = seek
	f.Entry.SetPlaceHolder(hint)
	return f
}

// find tells whoever seeks what the field holds, if that is new.
func (f *Field) find() {
	if text := app.CleanLine(f.Entry.Text); text != f.value {
		f.value = text
		f.seek(text)
	}
}

// Clear empties a search without telling whoever seeks.
func (f *Field) Clear() {
	f.value = ""
	f.Entry.show("")
}

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/theme"
)

// keyed is one of each widget that can have the keyboard, in a window that notes which keys reach it.
func keyed(t *testing.T) (widgets map[string]fyne.Focusable, heard func() []fyne.KeyName) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	w := newWidgets(nil)
	widgets = map[string]fyne.Focusable{
		"button": NewButton("Go on", func() {}),
		"check":  newCheck("Done"),
		"select": NewSelect([]string{"a", "b"}, nil),
		"entry":  newEntry(true, 1),
		"row":    w.Row("row", func() {}, Text("Goal")),
		"icon":   w.Icon("icon", fynetheme.DeleteIcon(), "Remove", func() {}),
		"link":   NewLink(func() {}),
		"step":   w.Scale("scale", []string{"Not yet", "Often"}, 1, true, func(int) {}).(*fyne.Container).Objects[1].(*step),
	}
	column := container.NewVBox()
	for _, o := range widgets {
		column.Add(o.(fyne.CanvasObject))
	}
	window := test.NewTempWindow(t, column)
	var keys []fyne.KeyName
	window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
	return widgets, func() []fyne.KeyName {
		now := keys
		keys = nil
		return now
	}
}

func TestGivenAnyWidgetWithTheKeyboardThenFunctionKeysReachTheWindow(t *testing.T) {
	widgets, heard := keyed(t)
	for name, w := range widgets {
		for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyF11, fyne.KeyEscape} {
			w.TypedKey(&fyne.KeyEvent{Name: key})
			if keys := heard(); len(keys) != 1 || keys[0] != key {
				t.Errorf("%s: the window heard %v of %s", name, keys, key)
			}
		}
	}
}

func TestGivenAWidgetThatTakesAKeyThenTheWindowDoesNotHearIt(t *testing.T) {
	widgets, heard := keyed(t)
	for name, w := range widgets {
		if name == "select" {
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		} else {
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			w.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		}
		if keys := heard(); len(keys) > 0 {
			t.Errorf("%s: the window heard %v", name, keys)
		}
	}
	for _, key := range []fyne.KeyName{fyne.KeyF, fyne.KeyLeft, fyne.KeyDelete, fyne.KeyHome} {
		widgets["entry"].TypedKey(&fyne.KeyEvent{Name: key})
		if keys := heard(); len(keys) > 0 {
			t.Errorf("an entry hands on %v", keys)
		}
	}
}

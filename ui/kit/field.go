package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
)

// pause is how long typing must rest before a field saves what it holds.
const pause = 800 * time.Millisecond

// settled is how long a click takes at most, after which the page may move.
const settled = 300 * time.Millisecond

// Field is a labelled entry that saves itself: when it loses focus, at Enter, and after a pause in typing. What cannot be
// taken stays in it with one sentence below that says why.
type Field struct {
	widget.BaseWidget
	Entry   *Entry
	column  *fyne.Container
	key     string
	widgets *Widgets
	label   *widget.Label
	problem *widget.Label // nil until there is one
	value   string        // as the book has it
	save    func(text string) (app.Edit, error)
	cancel  func()
	quick   bool // empties itself when its text was taken
	asks    bool // takes its text at Enter alone
	calm    bool // saves only when left, since half a date or number would be a wrong one
	saving  bool
	done    func()
	seek    func(text string) // of a search, which saves nothing; nil for none
}

// Line is a field for one sentence: it wraps and grows, and Enter saves.
func (w *Widgets) Line(key, label, value string, save func(text string) (app.Edit, error)) *Field {
	f := w.field(key, label, true, 1)
	f.set(value, func(text string) (app.Edit, error) { return save(app.CleanLine(text)) })
	return f
}

// Area is a field of several lines, at least rows high.
func (w *Widgets) Area(key, label, value string, rows int, save func(text string) (app.Edit, error)) *Field {
	f := w.field(key, label, false, rows)
	f.set(value, save)
	return f
}

// Date is a field for a date, typed as people write it.
func (w *Widgets) Date(key, label string, value app.Date, save func(app.Date) (app.Edit, error)) *Field {
	f := w.field(key, label, true, 1)
	f.calm = true
	f.Entry.SetPlaceHolder(w.host.Words().Say("kit.date.hint"))
	f.set(w.host.Words().TypedDate(value), func(text string) (app.Edit, error) {
		date, err := app.ParseDate(text)
		if err != nil {
			return app.Edit{}, err
		}
		return save(date)
	})
	return f
}

// Money is a field for an amount.
func (w *Widgets) Money(key, label string, value app.Money, save func(app.Money) (app.Edit, error)) *Field {
	f := w.field(key, label, true, 1)
	f.calm = true
	f.set(w.host.Words().TypedMoney(value), func(text string) (app.Edit, error) {
		amount, err := app.ParseMoney(text)
		if err != nil {
			return app.Edit{}, err
		}
		return save(amount)
	})
	return f
}

// Quantity is a field for a number that may be unknown.
func (w *Widgets) Quantity(key, label string, value app.Quantity, save func(app.Quantity) (app.Edit, error)) *Field {
	f := w.field(key, label, true, 1)
	f.calm = true
	f.set(w.host.Words().TypedQuantity(value), func(text string) (app.Edit, error) {
		number, err := app.ParseQuantity(text)
		if err != nil {
			return app.Edit{}, err
		}
		return save(number)
	})
	return f
}

// Quick is a field for adding one thing after another: Enter takes what it holds and leaves it empty for the next. It
// takes nothing by itself, so a half-typed line is never saved; done, which may be nil, is called after each taking.
func (w *Widgets) Quick(key, label, hint string, add func(text string) (app.Edit, error), done func()) *Field {
	f := w.field(key, label, true, 1)
	f.quick, f.done = true, done
	f.Entry.SetPlaceHolder(hint)
	f.save = add
	return f
}

// Ask is a field whose text is taken at Enter alone, for what should not happen by leaving it, such as a new school.
func (w *Widgets) Ask(key, label, hint string, take func(text string) (app.Edit, error)) *Field {
	f := w.Quick(key, label, hint, take, nil)
	f.asks = true
	return f
}

func (w *Widgets) field(key, label string, sentence bool, rows int) *Field {
	f := kept(w, key, func() *Field { return newField(w, key, label, sentence, rows) })
	f.Entry.name = label
	if f.label.Text != label {
		f.label.SetText(label)
	}
	if label == "" {
		f.label.Hide()
	} else {
		f.label.Show()
	}
	return f
}

func newField(w *Widgets, key, label string, sentence bool, rows int) *Field {
	f := &Field{key: key, widgets: w, label: Caption(label)}
	f.Entry = newEntry(sentence, rows)
	f.Entry.OnChanged = func(string) {
		f.Entry.fit()
		f.typed()
	}
	f.Entry.OnSubmitted = func(string) { f.submit() }
	f.Entry.undo, f.Entry.redo = w.host.Undo, w.host.Redo
	f.Entry.gained = func() {
		w.focuses++
		w.page.reveal(f.Entry, focusMargin)
	}
	f.Entry.lost = func() {
		_ = f.Commit() // told below the field
		f.tidy()
	}
	f.column = captioned(f.label, f.Entry)
	f.ExtendBaseWidget(f)
	return f
}

// Named gives a field without a caption, such as one of a table, a name for those who do not see what stands above it.
func (f *Field) Named(name string) *Field {
	f.Entry.name = name
	return f
}

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.column) }

// set brings the value of the book into the field, unless it is what the field itself has saved.
func (f *Field) set(value string, save func(string) (app.Edit, error)) {
	f.save = save
	if value == f.value {
		return
	}
	f.value = value
	if !f.saving {
		f.Entry.show(value)
		f.tell(nil)
	}
}

func (f *Field) typed() {
	f.drop()
	if f.seek != nil {
		f.cancel = f.widgets.host.After(searchPause, f.find)
		return
	}
	if !f.quick && !f.calm && f.Entry.Text != f.value {
		f.cancel = f.widgets.host.After(pause, func() { _ = f.Commit() })
	}
}

// Commit saves what the field holds, if it is new; the error is also told below the field.
func (f *Field) Commit() error {
	f.drop()
	if f.seek != nil {
		f.find()
		return nil
	}
	if f.quick {
		if f.Entry.focused || f.asks {
			return nil
		}
		return f.take()
	}
	text := f.Entry.Text
	if text == f.value || f.save == nil {
		f.tell(nil)
		return nil
	}
	edit, err := f.save(text)
	edit.Merge = f.widgets.merge(f.key)
	f.saving = true
	err = f.widgets.host.Do(edit, err)
	f.saving = false
	f.tell(err)
	return err
}

func (f *Field) submit() {
	if f.quick {
		_ = f.take() // told below the field
		return
	}
	_ = f.Commit() // told below the field
	f.tidy()
}

func (f *Field) take() error {
	text := f.Entry.Text
	if app.CleanLine(text) == "" {
		return nil
	}
	f.Entry.show("")
	err := f.widgets.host.Do(f.save(text))
	if err != nil {
		f.Entry.show(text)
	} else if f.done != nil {
		f.done()
	}
	f.tell(err)
	return err
}

// tidy shows a saved value in the form in which it is kept, such as a date typed 1.9.26.
func (f *Field) tidy() {
	if f.problem != nil || f.quick || f.seek != nil {
		return
	}
	f.widgets.host.After(0, func() {
		if kept, ok := f.widgets.cached[f.key].(*Field); ok && kept == f && f.Entry.Text != f.value && f.problem == nil {
			f.Entry.show(f.value)
		}
	})
}

func (f *Field) tell(err error) {
	if err == nil {
		if f.problem != nil {
			f.problem = nil
			f.column.Objects = f.column.Objects[:2]
			f.Refresh()
		}
		return
	}
	f.problem = Problem(f.widgets.host.Words().Text(app.Sentence(err)))
	f.column.Objects = append(f.column.Objects[:2:2], f.problem)
	f.Refresh()
	f.widgets.page.body.Refresh() // the field has grown
	f.widgets.host.After(settled, func() {
		if f.problem != nil {
			f.widgets.page.reveal(f, focusMargin)
		}
	})
}

// Problem returns the sentence shown below the field, empty when there is none.
func (f *Field) Problem() string {
	if f.problem == nil {
		return ""
	}
	return f.problem.Text
}

func (f *Field) drop() {
	if f.cancel != nil {
		f.cancel()
		f.cancel = nil
	}
}

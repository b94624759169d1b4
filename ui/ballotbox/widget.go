package ballotbox

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/theme"
)

// Widget is a box on a page. It has the keyboard as a whole; the buttons in it say what the keys do.
type Widget struct {
	widget.BaseWidget
	box     *Box
	column  *fyne.Container
	ring    kit.Ring
	buttons map[string]*kit.Button
	// Leave, when not nil, is what Esc does once nothing more would be lost; otherwise Esc goes to the window.
	Leave func()
}

// NewWidget returns the widget that draws a box, which belongs to it from now on.
func NewWidget(box *Box) *Widget {
	w := &Widget{box: box, column: kit.Column(), ring: kit.NewRing(), buttons: map[string]*kit.Button{}}
	w.ExtendBaseWidget(w)
	box.OnChange = w.Refresh
	w.draw()
	return w
}

// Box returns the box.
func (w *Widget) Box() *Box { return w.box }

// CreateRenderer is called by Fyne.
func (w *Widget) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(kit.Panel(w.column), w.ring.Object()))
}

// Refresh draws the box as it is now.
func (w *Widget) Refresh() {
	w.draw()
	w.BaseWidget.Refresh()
}

// FocusGained is called by Fyne.
func (w *Widget) FocusGained() { w.ring.Show(true) }

// FocusLost is called by Fyne.
func (w *Widget) FocusLost() { w.ring.Show(false) }

// Tapped gives the keyboard to the box.
func (w *Widget) Tapped(*fyne.PointEvent) { w.box.host.Focus(w) }

// TypedRune is called by Fyne.
func (w *Widget) TypedRune(r rune) { w.box.TypedRune(r) }

// TypedKey is called by Fyne.
func (w *Widget) TypedKey(e *fyne.KeyEvent) {
	if len(e.Name) == 1 || e.Name == fyne.KeySpace {
		return // TypedRune hears of it too
	}
	switch {
	case w.box.TypedKey(e):
	case e.Name != fyne.KeyEscape:
		kit.Pass(w, e)
	case !w.box.MayLeave():
	case w.Leave != nil:
		w.Leave()
	default:
		kit.Pass(w, e)
	}
}

// AccessibilityLabel is called by Fyne: everything there is to read, but what is typed.
func (w *Widget) AccessibilityLabel() string {
	v := w.box.View()
	return joined(append([]string{v.Problem, v.Title, v.Sentence, v.Progress}, v.Findings...)...)
}

// AccessibilityRole is called by Fyne.
func (w *Widget) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// button returns the button of a key, the same at each drawing. What it does is done, and the keyboard is with the box again.
func (w *Widget) button(key, text string, importance widget.Importance, do func()) *kit.Button {
	b := w.buttons[key]
	if b == nil {
		b = kit.NewButton(text, nil)
		w.buttons[key] = b
	}
	b.OnTapped = func() {
		do()
		w.box.host.Focus(w)
	}
	if b.Text != text || b.Importance != importance {
		b.Text, b.Importance = text, importance
		b.Refresh()
	}
	return b
}

// draw sets everything anew.
func (w *Widget) draw() {
	v := w.box.View()
	var objects []fyne.CanvasObject
	if v.Title != "" {
		objects = append(objects, kit.Heading(v.Title))
	}
	if !v.Revealed {
		objects = append(objects, w.ways(v), kit.Text(v.Sentence))
	} else {
		objects = append(objects, kit.Strong(v.Sentence))
	}
	for _, finding := range v.Findings {
		objects = append(objects, kit.Text(finding))
	}
	objects = append(objects, w.options(v))
	if v.Problem != "" {
		objects = append(objects, kit.Problem(v.Problem))
	}
	if v.Revealed {
		objects = append(objects, w.after(v))
	} else {
		objects = append(objects, w.before(v)...)
	}
	w.column.Objects = append(objects, kit.Quiet(v.Keys))
	w.column.Refresh()
}

// ways is the choice of how votes get in.
func (w *Widget) ways(v View) fyne.CanvasObject {
	say := w.box.host.Words().Say
	way := func(of Way, key, text string) fyne.CanvasObject {
		if v.Way == of {
			text = kit.Ticked(text)
		}
		return w.button(key, text, widget.MediumImportance, func() { w.box.Choose(of) })
	}
	return kit.Line(way(Keyboard, "way/keyboard", say("ballot.way.keyboard")), way(Slips, "way/slips", say("ballot.way.slips")),
		way(Hands, "way/hands", say("ballot.way.hands")))
}

// before is what stands below the options while votes come in.
func (w *Widget) before(v View) []fyne.CanvasObject {
	say := w.box.host.Words().Say
	present, people := w.box.ballot.Expected(), say("ballot.present.unknown")
	if present > 0 {
		people = say("ballot.present", "count", present)
	}
	fewer := w.sign("fewer", "−", say("ballot.present.fewer"), w.box.Fewer)
	more := w.sign("more", "+", say("ballot.present.more"), w.box.More)
	objects := []fyne.CanvasObject{
		kit.Spread(nil, kit.Strong(v.Progress), kit.Line(kit.Middle(kit.Note(people, widget.LowImportance)), fewer, more)),
	}
	entry := v.Entry
	if entry == "" {
		entry = "\u00a0" // its room is kept, so that nothing jumps when somebody types
	}
	objects = append(objects, kit.Lead(entry))
	actions := []fyne.CanvasObject{w.button("back", say("ballot.take_back"), widget.MediumImportance, w.box.TakeBack)}
	switch {
	case v.Way == Hands:
		actions = append(actions, w.button("take", say("ballot.take.hands"), widget.MediumImportance, w.box.Take))
	case w.box.question.Dots > 0:
		actions = append(actions, w.button("take", say("ballot.take"), widget.MediumImportance, w.box.Take))
	}
	return append(objects, kit.Actions(append(actions, w.button("reveal", say("ballot.reveal"), widget.HighImportance, w.box.Reveal))...))
}

// signWidth is how wide a button with a sign on it is at least, at zoom 1.
const signWidth = 40

// sign is a button with a sign instead of words; name says what it does.
func (w *Widget) sign(key, sign, name string, do func()) fyne.CanvasObject {
	b := w.button(key, sign, widget.MediumImportance, do)
	b.Name = name
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(theme.Units(signWidth), 1))
	return container.NewStack(room, b)
}

// Leads tells whether the vote is what leads on: until its result is kept.
func (w *Widget) Leads() bool { return !w.box.View().Kept }

// after is what can be done with a result.
func (w *Widget) after(v View) fyne.CanvasObject {
	say := w.box.host.Words().Say
	again := w.button("again", say("ballot.again"), widget.MediumImportance, w.box.Again)
	if v.Kept {
		return kit.Actions(again)
	}
	return kit.Actions(again, w.button("keep", say("ballot.keep"), widget.HighImportance, w.box.Keep))
}

// columnsFrom is from how many options on they stand in two columns.
const columnsFrom = 9

// options lists the options, in two columns where there are many.
func (w *Widget) options(v View) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(v.Options))
	var widest float32
	for _, o := range v.Options {
		widest = max(widest, count(o).MinSize().Width)
	}
	for i, o := range v.Options {
		rows[i] = newOption(o, v.Revealed, widest, func() {
			w.box.Pick(i + 1)
			w.box.host.Focus(w)
		})
	}
	if len(rows) < columnsFrom {
		return tight(rows)
	}
	half := (len(rows) + 1) / 2
	return kit.Columns(300, []float32{1, 1}, tight(rows[:half]), tight(rows[half:]))
}

func tight(rows []fyne.CanvasObject) fyne.CanvasObject {
	return container.New(stacked{}, rows...)
}

// stacked sets rows closely below each other.
type stacked struct{}

func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size.Width, size.Height = max(size.Width, m.Width), size.Height+m.Height
	}
	return size
}

func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // what wraps knows its height once it has its width
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

// barInk is the colour of a bar: the most stands out.
func barInk(o Option) fyne.ThemeColorName {
	if o.Most {
		return fynetheme.ColorNamePrimary
	}
	return fynetheme.ColorNameDisabled
}

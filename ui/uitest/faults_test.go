package uitest_test

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waymark/ui/kit"
	"waymark/ui/uitest"
)

// plant puts o at a place into a window in which nothing else is.
func plant(t *testing.T, objects ...fyne.CanvasObject) *uitest.Window {
	t.Helper()
	w := uitest.For(t, uitest.Options{Width: 1024, Height: 768})
	w.Fill(container.NewWithoutLayout(objects...))
	return w
}

// at gives o a place and a size.
func at(x, y, width, height float32, o fyne.CanvasObject) fyne.CanvasObject {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	return o
}

// plain is a label of one line.
func plain(text string) *widget.Label { return kit.Note(text, widget.MediumImportance) }

// sideways is what scrolls up and down and is wider than its room.
func sideways() fyne.CanvasObject {
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(900, 900))
	return container.NewVScroll(wide)
}

func primary(text string) *kit.Button {
	b := kit.NewButton(text, nil)
	b.Importance = widget.HighImportance
	return b
}

func TestEachFaultIsFound(t *testing.T) {
	const sentence = "What every pupil should be able to do in three years"
	ellipsis := plain(sentence)
	ellipsis.Truncation = fyne.TextTruncateEllipsis
	chosen := kit.NewSelect([]string{sentence}, nil)
	chosen.SetSelectedIndex(0)
	for name, c := range map[string]struct {
		planted []fyne.CanvasObject
		want    string
	}{
		"a text beyond the right edge of the window": {[]fyne.CanvasObject{at(900, 100, 300, 40, plain(sentence))}, "cut off"},
		"a text beyond the left edge of the window":  {[]fyne.CanvasObject{at(-50, 100, 600, 40, plain(sentence))}, "cut off"},
		"a text below the foot of the window":        {[]fyne.CanvasObject{at(100, 750, 600, 40, plain(sentence))}, "cut off"},
		"drawn words beyond the edge":                {[]fyne.CanvasObject{at(900, 100, 100, 20, canvas.NewText(sentence, color.Black))}, "cut off"},
		"a text wider than its label":                {[]fyne.CanvasObject{at(100, 100, 80, 40, plain(sentence))}, "reaches out"},
		"a text lower than its lines":                {[]fyne.CanvasObject{at(100, 100, 200, 24, kit.Text(sentence))}, "needs"},
		"words over words":                           {[]fyne.CanvasObject{at(100, 100, 600, 40, plain(sentence)), at(120, 108, 600, 40, plain("Another sentence"))}, "over"},
		"a word that is broken":                      {[]fyne.CanvasObject{at(100, 100, 70, 400, kit.Text("Self-improvement"))}, "breaks the word"},
		"a label of which hardly anything is left":   {[]fyne.CanvasObject{at(100, 100, 60, 40, ellipsis)}, "shortened"},
		"a choice of which hardly anything is left":  {[]fyne.CanvasObject{at(100, 100, 120, 40, chosen)}, "shortened"},
		"a button narrower than its words":           {[]fyne.CanvasObject{at(100, 100, 60, 40, kit.NewButton(sentence, nil))}, "needs"},
		"a button that is hard to hit":               {[]fyne.CanvasObject{at(100, 100, 300, 20, kit.NewButton("OK", nil))}, "hard to hit"},
		"a button beyond the edge":                   {[]fyne.CanvasObject{at(1000, 100, 60, 40, kit.NewButton("", nil))}, "cut off"},
		"a button over another":                      {[]fyne.CanvasObject{at(100, 100, 90, 40, kit.NewButton("Yes", nil)), at(150, 110, 90, 40, kit.NewButton("No", nil))}, "over"},
		"a button over words":                        {[]fyne.CanvasObject{at(100, 100, 600, 40, plain(sentence)), at(150, 100, 90, 40, kit.NewButton("", nil))}, "over"},
		"what scrolls up and down and is wider":      {[]fyne.CanvasObject{at(100, 100, 600, 400, sideways())}, "too wide"},
		"two ways on":                                {[]fyne.CanvasObject{at(100, 100, 90, 40, primary("Yes")), at(200, 100, 90, 40, primary("No"))}, "leads on"},
		"a slit to scroll through":                   {[]fyne.CanvasObject{at(100, 100, 900, 30, sideways())}, "scrolls"},
	} {
		t.Run(name, func(t *testing.T) {
			// Given a window with the fault, when it is looked through, then the fault is told.
			faults := plant(t, c.planted...).Faults()
			if !strings.Contains(strings.Join(faults, "\n"), c.want) {
				t.Errorf("faults %q, want one that says %q", faults, c.want)
			}
		})
	}
}

func TestWhatIsAsItShouldBeIsNoFault(t *testing.T) {
	const sentence = "What every pupil should be able to do in three years"
	status := plain(sentence)
	status.Truncation = fyne.TextTruncateEllipsis
	long := canvas.NewRectangle(color.Transparent)
	long.SetMinSize(fyne.NewSize(100, 2000))
	for name, planted := range map[string][]fyne.CanvasObject{
		"a text that wraps":                        {at(100, 100, 200, 120, kit.Text(sentence))},
		"a text that is meant to be shortened":     {at(100, 100, 200, 40, status)},
		"a word that is longer than any line":      {at(100, 100, 200, 200, kit.Text(strings.Repeat("Õppekavaarendus", 3)))},
		"what is scrolled to":                      {at(100, 100, 600, 400, container.NewVScroll(container.NewVBox(long, plain(sentence))))},
		"a text that is moved out of its clip":     {at(100, 100, 200, 40, container.NewClip(container.NewWithoutLayout(at(150, 30, 600, 40, plain(sentence))))), at(100, 140, 600, 40, plain(sentence))},
		"two texts one below the other":            {at(100, 100, 600, 80, kit.Lines(plain(sentence), plain(sentence)))},
		"a button beside another":                  {at(100, 100, 90, 40, kit.NewButton("Yes", nil)), at(190, 100, 90, 40, kit.NewButton("No", nil))},
		"a text that is scrolled below the button": {at(100, 100, 600, 160, container.NewVScroll(container.NewVBox(long, plain(sentence)))), at(100, 260, 90, 40, kit.NewButton("Yes", nil))},
	} {
		t.Run(name, func(t *testing.T) {
			if faults := plant(t, planted...).Faults(); len(faults) > 0 {
				t.Errorf("faults %q", faults)
			}
		})
	}
}

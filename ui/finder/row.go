package finder

import (
	"image/color"
	"sort"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"waymark/app/search"
	"waymark/ui/theme"
)

// markWidth is room for two short words, at zoom 1.
const markWidth = 152

// row draws one result: its mark, its title over its detail, and its keys at the right. The words that were looked for are
// bold.
type row struct {
	widget.BaseWidget
	result Result
	inside *fyne.Container
}

func newRow() *row {
	r := &row{inside: &fyne.Container{}}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.inside) }

// Resize is called by Fyne.
func (r *row) Resize(size fyne.Size) {
	if size != r.Size() {
		r.BaseWidget.Resize(size)
		r.draw()
	}
}

func (r *row) show(result Result) {
	r.result = result
	r.draw()
}

func (r *row) draw() {
	size := r.Size()
	r.inside.Objects = nil
	if size.Width <= 0 {
		return
	}
	text, small := theme.SizeOf(fynetheme.SizeNameText), theme.SizeOf(fynetheme.SizeNameCaptionText)
	ink, quiet, accent := theme.Of(fynetheme.ColorNameForeground), theme.Of(fynetheme.ColorNameDisabled), theme.Of(fynetheme.ColorNamePrimary)
	pad := theme.Units(inset)
	title := &line{size: text, plain: ink, strong: ink}
	detail := &line{size: small, plain: quiet, strong: ink}
	y := (size.Height - title.height()) / 2
	if r.result.Detail.Text != "" {
		y = (size.Height - title.height() - detail.height()) / 2
	}
	foot := y + title.height() - (title.height()-small)/4 // of the small words beside the title

	mark := &line{size: small, plain: quiet, strong: accent}
	marked := search.Excerpt{Text: r.result.Mark}
	if r.result.IsCode {
		marked.Spans = []search.Span{{From: 0, To: len(marked.Text)}}
	}
	left, right := pad+theme.Units(markWidth), size.Width-pad
	r.add(mark.set(marked, fyne.NewPos(pad, foot-mark.height()), left-pad-theme.Units(8)))
	if r.result.Keys != "" {
		keys := &line{size: small, plain: quiet, strong: quiet}
		right -= keys.width(r.result.Keys, false)
		r.add(keys.set(search.Excerpt{Text: r.result.Keys}, fyne.NewPos(right, foot-keys.height()), size.Width))
		right -= theme.Units(16)
	}
	r.add(title.set(r.result.Title, fyne.NewPos(left, y), right-left))
	r.add(detail.set(r.result.Detail, fyne.NewPos(left, y+title.height()), size.Width-pad-left))
	r.inside.Refresh()
}

func (r *row) add(pieces []fyne.CanvasObject) { r.inside.Objects = append(r.inside.Objects, pieces...) }

// line sets words on one line, those that were looked for in bold.
type line struct {
	size          float32
	plain, strong color.Color
}

func (l *line) width(text string, bold bool) float32 {
	return fyne.MeasureText(text, l.size, fyne.TextStyle{Bold: bold}).Width
}

func (l *line) height() float32 { return fyne.MeasureText("Õg", l.size, fyne.TextStyle{}).Height }

// set returns what draws an excerpt at a place; what finds no room in width is cut off with an ellipsis.
func (l *line) set(e search.Excerpt, at fyne.Position, width float32) []fyne.CanvasObject {
	var pieces []fyne.CanvasObject
	end := at.X + width
	put := func(text string, bold bool) (more bool) {
		if text == "" {
			return true
		}
		whole := true
		if at.X+l.width(text, bold) > end {
			text, whole = l.cut(text, bold, end-at.X), false
		}
		t := canvas.NewText(text, l.plain)
		if bold {
			t.Color, t.TextStyle.Bold = l.strong, true
		}
		t.TextSize = l.size
		t.Move(at)
		t.Resize(fyne.NewSize(l.width(text, bold), l.height()))
		at.X += t.Size().Width
		pieces = append(pieces, t)
		return whole
	}
	from := 0
	for _, span := range e.Spans {
		if !put(e.Text[from:span.From], false) || !put(e.Text[span.From:span.To], true) {
			return pieces
		}
		from = span.To
	}
	put(e.Text[from:], false)
	return pieces
}

const ellipsis = "…"

// cut returns as much of text as finds room in width together with an ellipsis, and tears no letter from its accents.
func (l *line) cut(text string, bold bool, width float32) string {
	letters := []rune(text)
	n := sort.Search(len(letters), func(n int) bool { return l.width(string(letters[:n+1])+ellipsis, bold) > width })
	for n > 0 && n < len(letters) && unicode.IsMark(letters[n]) {
		n--
	}
	return string(letters[:n]) + ellipsis
}

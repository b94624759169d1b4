package uitest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// What a fault is measured by. A text may reach a hair beyond its room, as the widths of letters are rounded.
const (
	hair        = 1.5
	leastTarget = 32  // of what can be pressed, in units at zoom 1
	leastScroll = 140 // of what is scrolled, in units at zoom 1: two or three lines
	leastShown  = 8   // letters that a text that is meant to be shortened keeps
	leastChosen = 20  // letters of an option that stay, since the school's own words can be of any length
	longWord    = 24  // letters of a word that may be broken
	longest     = 1 << 20
)

// Faults lists what a user would see as broken: words cut off, broken or over each other, things that lie under others, are
// too small to be hit or have no room, and more than one way on. What is reached by scrolling down is seen; what lies to the
// side is not.
func (w *Window) Faults() []string {
	f := &faults{}
	f.window(w)
	for _, layer := range w.layers() {
		for _, d := range layer {
			f.object(d)
		}
		f.texts(layer)
		f.controls(layer)
		if !w.Samples {
			f.leading(layer)
		}
	}
	slices.Sort(f.found)
	return slices.Compact(f.found)
}

type faults struct{ found []string }

func (f *faults) add(d *drawn, format string, args ...any) {
	f.found = append(f.found, fmt.Sprintf("%s at %.0f,%.0f: %s", fmt.Sprintf(format, args...), d.at.left, d.at.top, name(d)))
}

// name says which object it is: its words if it has any, and what it is.
func name(d *drawn) string {
	var words []string
	for _, part := range walk(nil, d.object, nil, fyne.Position{}, area{}, area{}) {
		if t, ok := part.object.(*canvas.Text); ok && t.Text != "" {
			words = append(words, t.Text)
		}
	}
	kind := strings.TrimPrefix(fmt.Sprintf("%T", d.object), "*")
	if owner := d.owner(); owner != nil {
		kind += " in " + strings.TrimPrefix(fmt.Sprintf("%T", owner.object), "*")
	}
	return fmt.Sprintf("“%s” (%s)", app.Shorten(strings.Join(words, " "), 48), kind)
}

// window finds what would not let the window be as small as it is.
func (f *faults) window(w *Window) {
	has, needs := w.window.Canvas().Size(), w.window.Content().MinSize()
	if needs.Width > has.Width+hair || needs.Height > has.Height+hair {
		f.found = append(f.found, fmt.Sprintf("the window needs %.0f×%.0f and has %.0f×%.0f", needs.Width, needs.Height, has.Width, has.Height))
	}
}

// leading finds buttons of which each looks as if it were the one that leads on.
func (f *faults) leading(layer []*drawn) {
	var first *drawn
	for _, d := range layer {
		if b, ok := d.object.(*kit.Button); !ok || b.Importance != widget.HighImportance {
			continue
		}
		if first != nil {
			f.add(d, "leads on, as does %s", name(first))
			continue
		}
		first = d
	}
}

// object finds what is wrong with an object by itself.
func (f *faults) object(d *drawn) {
	switch o := d.object.(type) {
	case *canvas.Text:
		f.cut(d)
	case *widget.RichText:
		f.shortened(d, o)
		f.broken(d, o)
	case *container.Scroll:
		f.scroll(d, o)
	}
	if d.control() != nil {
		return
	}
	f.small(d)
}

// cut finds words that reach beyond what they stand in, or beyond where they can be seen.
func (f *faults) cut(d *drawn) {
	text := d.object.(*canvas.Text)
	if strings.TrimSpace(text.Text) == "" {
		return
	}
	a := ink(d)
	if beyond := max(d.room.left-a.left, a.right-d.room.right, d.room.top-a.top, a.bottom-d.room.bottom); beyond > hair {
		f.add(d, "cut off by %.0f", beyond)
		return
	}
	holder, slack := d.owner(), float32(hair)
	if holder == nil {
		holder, slack = d.parent, text.TextSize/3 // a picture ends where its shapes do
	}
	if holder == nil {
		return
	}
	if beyond := max(holder.at.left-a.left, a.right-holder.at.right, holder.at.top-a.top, a.bottom-holder.at.bottom); beyond > slack {
		f.add(d, "reaches out of what it stands in by %.0f", beyond)
	}
}

// rows are the lines of words in a text.
func rows(d *drawn) []string {
	var lines []string
	for _, part := range walk(nil, d.object, nil, fyne.Position{}, area{}, area{}) {
		if t, ok := part.object.(*canvas.Text); ok {
			lines = append(lines, t.Text)
		}
	}
	return lines
}

// shortened finds texts of which only the beginning is shown. A label that is made for it may be, but not to nothing.
func (f *faults) shortened(d *drawn, text *widget.RichText) {
	if text.Truncation == fyne.TextTruncateOff || strings.HasSuffix(text.String(), "…") {
		return
	}
	for _, line := range rows(d) {
		shown, short := strings.CutSuffix(line, "…")
		if !short {
			continue
		}
		least := longest
		if owner := d.owner(); owner != nil {
			switch owner.object.(type) {
			case *widget.Label:
				least = leastShown
			case *widget.Select, *kit.Select:
				least = leastChosen
			}
		}
		if len([]rune(shown)) < least {
			f.add(d, "shortened")
		}
	}
}

// broken finds words that go on in the next line.
func (f *faults) broken(d *drawn, text *widget.RichText) {
	if text.Wrapping != fyne.TextWrapWord {
		return
	}
	rest := text.String()
	for _, line := range rows(d) {
		line = strings.TrimSpace(line)
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		after, ok := strings.CutPrefix(rest, line)
		if !ok {
			return
		}
		words := strings.Fields(line)
		if len(words) > 0 && after != "" && strings.TrimLeftFunc(after, unicode.IsSpace) == after && !strings.HasSuffix(line, "-") {
			head, tail := words[len(words)-1], strings.Fields(after)[0]
			if len([]rune(head+tail)) <= longWord {
				f.add(d, "breaks the word “%s|%s”", head, tail)
			}
		}
		rest = after
	}
}

// scroll finds what lies to the side of what scrolls up and down, and what is scrolled through a slit.
func (f *faults) scroll(d *drawn, s *container.Scroll) {
	if s.Direction != container.ScrollVerticalOnly || s.Content == nil {
		return
	}
	content := s.Content.Size()
	if beyond := content.Width - s.Size().Width; beyond > hair {
		f.add(d, "its content is too wide by %.0f", beyond)
	}
	if s.Size().Height < min(content.Height, theme.Units(leastScroll))-hair {
		f.add(d, "scrolls %.0f through %.0f", content.Height, s.Size().Height)
	}
}

// small finds what has less room than it needs, or is hard to hit.
func (f *faults) small(d *drawn) {
	size, needs := d.object.Size(), d.object.MinSize()
	_, focusable := d.object.(fyne.Focusable)
	_, field := d.object.(*kit.Field)
	if !isControl(d.object) && !focusable && !field {
		return
	}
	if needs.Height > size.Height+hair || isControl(d.object) && needs.Width > size.Width+hair {
		f.add(d, "needs %.0f×%.0f and has %.0f×%.0f", needs.Width, needs.Height, size.Width, size.Height)
	}
	if least := theme.Units(leastTarget); focusable && min(size.Width, size.Height) < least-hair {
		f.add(d, "is hard to hit with %.0f×%.0f where %.0f is the least", size.Width, size.Height, least)
	}
	if beyond := max(d.room.left-d.at.left, d.at.right-d.room.right); focusable && beyond > hair {
		f.add(d, "cut off by %.0f", beyond)
	}
}

// texts finds words that are written over others.
func (f *faults) texts(layer []*drawn) {
	var all []*drawn
	for _, d := range layer {
		if t, ok := d.object.(*canvas.Text); ok && strings.TrimSpace(t.Text) != "" {
			all = append(all, d)
		}
	}
	slices.SortStableFunc(all, func(a, b *drawn) int { return int(a.at.top - b.at.top) })
	for i, d := range all {
		here := ink(d)
		for _, other := range all[i+1:] {
			if other.at.top > d.at.bottom {
				break
			}
			there := ink(other)
			if across, down := here.overlap(there); across > hair && down > hair && !d.apart(other, here, there) {
				f.add(d, "%.0f×%.0f over %s", across, down, name(other))
			}
		}
	}
}

// apart tells whether two things that share a place are never seen together, as one of them is scrolled away under what is
// beside its scroll.
func (d *drawn) apart(other *drawn, here, there area) bool {
	return here.within(d.seen).within(there.within(other.seen)).empty() && d.scroller() != other.scroller()
}

// scroller returns the nearest scroll or clip that d is in.
func (d *drawn) scroller() *drawn {
	for up := d.parent; up != nil; up = up.parent {
		switch up.object.(type) {
		case fyne.Scrollable, *container.Clip:
			return up
		}
	}
	return nil
}

// controls finds what lies over another thing that can be pressed, or over the words of another.
func (f *faults) controls(layer []*drawn) {
	var all, words []*drawn
	for _, d := range layer {
		_, focusable := d.object.(fyne.Focusable)
		if focusable && d.control() == nil {
			all = append(all, d)
		} else if _, ok := d.object.(*canvas.Text); ok {
			words = append(words, d)
		}
	}
	for i, d := range all {
		for _, other := range all[i+1:] {
			if across, down := d.at.overlap(other.at); across > hair && down > hair && !other.inside(d) && !d.apart(other, d.at, other.at) {
				f.add(d, "%.0f×%.0f over %s", across, down, name(other))
			}
		}
		for _, text := range words {
			a := ink(text)
			if across, down := d.at.overlap(a); across > hair && down > hair && !text.inside(d) && !d.apart(text, d.at, a) {
				f.add(d, "%.0f×%.0f over %s", across, down, name(text))
			}
		}
	}
}

package board

import (
	"strconv"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/ui/kit"
)

// naming is the name of a theme that is being typed in its place, as large as it stands there, on a page and on the wall alike.
type naming struct {
	kit.Pen
	theme app.ID[app.Theme]
	join  string // makes the name one step of undo with what made the theme; empty for a theme that was there
}

// rename begins to type the name of the chosen theme.
func (b *Board) rename() {
	if t, ok := b.chosenTheme(); ok {
		b.choose(spot{b.chosen.column, heading1})
		b.naming = &naming{Pen: kit.NewPen(t.Name), theme: t.ID}
	}
}

// nameFresh begins to type the name of a theme that was just made.
func (b *Board) nameFresh(id app.ID[app.Theme], join string) {
	b.choose(spot{b.columnOf(id), heading1})
	b.naming = &naming{theme: id, join: join}
}

// joinOf is what makes the edits of a new theme one step of undo.
func joinOf(id app.ID[app.Theme]) string { return "board.theme." + string(id) }

// nameKey hears a key while a name is typed. Tab takes the name and leaves.
func (b *Board) nameKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.takeName()
	case fyne.KeyEscape:
		b.naming = nil
	default:
		b.naming.Key(name)
	}
	return true
}

// takeName gives the theme the name that was typed; nothing typed leaves the one that it has.
func (b *Board) takeName() {
	p := b.naming
	if p == nil {
		return
	}
	b.naming = nil
	text := app.CleanLine(p.Text())
	t, ok := b.source.Book().Themes.Get(p.theme)
	if !ok || text == "" || text == t.Name {
		return
	}
	t.Name = text
	edit, err := app.Save(b.source.Book(), t)
	if p.join != "" {
		edit.Label, edit.Merge = app.Label(b.source.Book(), "edit.add", t), p.join
	}
	if !b.do(edit, err) {
		b.naming = p // it stays to be mended
	}
}

// freshName is what a theme is called until somebody names it: no two the same.
func (b *Board) freshName() string {
	return b.words().Say("board.unnamed") + " " + strconv.Itoa(len(b.columns))
}

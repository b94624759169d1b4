// Package keysscreen lists what the keyboard can do. It imports ui/kit, ui/room and ui/screen.
package keysscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Group is a table of keys.
type Group struct {
	Title string
	Keys  []room.Point // keys as mark, what they do as text
}

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// Keys lists the keys that work on every screen.
	Keys() Group
}

// New returns the screen.
func New(host screen.Host, actions Actions) screen.Screen {
	say := host.Words().Say
	fields := Group{say("keys.fields"), []room.Point{
		{Mark: "Tab", Text: say("keys.tab")},
		{Mark: say("keys.enter"), Text: say("keys.sentence")},
		{Mark: say("keys.press.keys"), Text: say("keys.press")},
		{Mark: say("keys.arrows"), Text: say("keys.choose")},
		{Mark: say("keys.digits"), Text: say("keys.level")},
		{Mark: "Esc", Text: say("keys.escape")},
		{Mark: "Alt", Text: say("keys.menu")},
	}}
	return kit.NewPage(host, func(w *kit.Widgets) kit.View {
		return kit.View{Title: say("keys.title"), Lead: say("keys.lead"), Body: []fyne.CanvasObject{
			kit.Columns(380, []float32{1, 1}, group(actions.Keys()),
				kit.Column(group(fields), kit.Gap(4), group(Group{say("keys.room"), room.Keys(host.Words())})))}}
	})
}

// keysWidth is the room for keys before what they do.
const keysWidth = 104

func group(g Group) fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Heading(g.Title)}
	for _, key := range g.Keys {
		objects = append(objects, kit.Spread(kit.MarkColumn(key.Mark, keysWidth, fynetheme.SizeNameText), kit.Text(key.Text), nil))
	}
	return kit.Panel(objects...)
}

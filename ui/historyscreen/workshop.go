package historyscreen

import (
	"strings"

	"waymark/app"
)

// ofWorkshop names what a vision workshop left and has no name of its own; ok is false for anything else, and for what
// belongs to something that nobody knows any more.
func (t teller) ofWorkshop(r app.Record) (what string, ok bool) {
	switch r := r.(type) {
	case app.DotVote:
		if !r.Held.IsZero() {
			return t.say("history.what.dot_vote", "date", t.words.ShortDate(r.Held), "round", r.Round), true
		}
	case app.DotCount:
		if theme := t.memory.Record(app.KindTheme, string(r.Theme)); theme != nil {
			return t.say("history.what.dot_count", "name", app.Shorten(app.Name(theme), nameLetters)), true
		}
	case app.Perspective:
		return t.say("history.what.perspective", "group", t.say("group."+string(r.Group))), true
	case app.Support:
		if draft := t.memory.Record(app.KindDraft, string(r.Draft)); draft != nil {
			return t.say("history.what.support", "name", app.Shorten(app.Name(draft), nameLetters)), true
		}
	case app.VisionVersion:
		return t.say("history.what.vision_version", "number", r.Number, "date", t.words.ShortDate(r.Adopted)), true
	case app.TimeBox:
		return t.say("history.what.time_box", "name", t.step(r.Step)), true
	}
	return "", false
}

// step is the name of a step of a workshop.
func (t teller) step(key string) string {
	workshop, step, _ := strings.Cut(key, ".")
	if name := workshop + ".step." + step; t.words.Has(name) {
		return t.say(name)
	}
	return key
}

package planningscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/planning"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// threadStep is how far each step of a thread stands in from the one before.
const threadStep = 24

// thread shows what stands behind a goal or an action, in full words, each step a press away: vision line, needs and, for
// an action, its goal. The last step is here, the field in which the goal or action itself is worded. What is missing
// says what to do.
func (p *planner) thread(w *kit.Widgets, s goalState, action *app.Action, here fyne.CanvasObject) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{kit.Quiet(p.say("planning.thread"))}
	add := func(depth int, key, short string, words fyne.CanvasObject, lead func()) {
		objects = append(objects, p.step(w, depth, "planning.thread."+key, short, words, lead))
	}
	lack := func(sentence string) fyne.CanvasObject {
		return kit.Beside(fynetheme.SizeNameText, kit.Problem(p.say("planning.thread."+sentence)))
	}
	switch {
	case s.thread.Line.ID != "":
		add(0, "line", s.codes.Of(s.thread.Line), kit.Text(s.thread.Line.Text), p.to(screen.Vision))
	case len(s.lines) == 0:
		add(0, "line", "V?", lack("no_lines"), p.to(screen.Vision))
	case action != nil:
		add(0, "line", "V?", lack("no_line_at_goal"), p.toGoal(s.goal.ID))
	default:
		add(0, "line", "V?", lack("no_line"), nil)
	}
	for _, n := range s.thread.Needs {
		add(1, "need."+n.RecordID(), s.codes.Of(n), kit.Text(n.Text), p.toOverview)
	}
	if len(s.thread.Needs) == 0 {
		add(1, "need", "N?", lack("no_need"), p.toOverview)
	}
	if action == nil {
		add(2, "goal", s.codes.Of(s.goal), here, nil)
	} else {
		add(2, "goal", s.codes.Of(s.goal), kit.Text(s.goal.Text), p.toGoal(s.goal.ID))
		add(3, "action", s.codes.Of(*action), here, nil)
	}
	return objects
}

// step is one step of a thread, standing in by its depth: a row that leads somewhere, or what stands here.
func (p *planner) step(w *kit.Widgets, depth int, key, short string, words fyne.CanvasObject, lead func()) fyne.CanvasObject {
	content := kit.Spread(code(short), words, nil)
	if lead == nil {
		return kit.Indent(float32(depth)*threadStep, content)
	}
	return kit.Indent(float32(depth)*threadStep, w.Row(key, lead, content))
}

// looseKey returns the key of the words that say what a thread lacks; empty when it lacks nothing.
func looseKey(t planning.Thread) string {
	switch {
	case t.Line.ID == "" && len(t.Needs) == 0:
		return "planning.loose.both"
	case t.Line.ID == "":
		return "planning.loose.line"
	case len(t.Needs) == 0:
		return "planning.loose.need"
	}
	return ""
}
